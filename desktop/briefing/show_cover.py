"""What covers the slide: black, white, or the page that says that the show is over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.briefing.show import Show
from desktop.briefing.show_look import MUTED, type_font, type_pixels
from desktop.painting import painting
from maps.texts import Texts


class ShowCover(QWidget):
    """Lies over the whole slide while the show is covered."""

    clicked = Signal()

    def __init__(self, show: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self._show = show
        self._texts = Texts(show.language)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.hide()
        show.cover_changed.connect(self._follow)

    def text(self) -> str:
        """Return what stands on it."""
        return self._texts.translate("Show", "End of the show") if self._show.cover == "end" else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white if self._show.cover == "white" else Qt.GlobalColor.black)
            painter.setPen(QColor(MUTED))
            painter.setFont(type_font(type_pixels(self.height())))
            painter.drawText(self.rect().adjusted(0, 0, 0, -self.height() // 8), self._where(), self.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def _follow(self) -> None:
        self.setVisible(self._show.cover != "")
        self.setAccessibleName(self.text())
        self.raise_()
        self.update()

    @staticmethod
    def _where() -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
