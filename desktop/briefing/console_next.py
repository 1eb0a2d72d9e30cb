"""The scene that comes next, or that none does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.briefing.console_heading import Heading
from desktop.briefing.console_strip import NO_PICTURE
from desktop.briefing.scenes_looks import SceneLooks
from desktop.painting import painting
from maps.briefing.staging import Staged
from maps.texts import Texts


class NextScene(QWidget):
    """Title and picture of the next scene; a click goes there."""

    clicked = Signal()

    def __init__(self, looks: SceneLooks, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks, self._texts = looks, texts
        self.heading = Heading()
        self.picture = _Picture()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.picture, 1)
        self._id = ""
        looks.made.connect(lambda scene_id: self._draw() if scene_id == self._id else None)

    def follow(self, staged: Staged | None) -> None:
        """Show another scene as the next one, None for the end of the show."""
        texts = self._texts
        self._id = "" if staged is None else staged.scene.id
        if staged is None:
            self.heading.say(texts.translate("Console", "After this: end of the show"))
        else:
            self.heading.say(texts.translate("Console", "Next: {title}").format(title=staged.title))
        self.setAccessibleName(self.heading.words)
        self._draw()

    def _draw(self) -> None:
        look = self._looks.look(self._id)
        self.picture.show_picture(None if look is None else look.picture)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()


class _Picture(QWidget):
    """A picture as large as there is room for it."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self.setMinimumSize(96, 54)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QImage | None) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = QSize(16, 9) if self._picture is None else self._picture.size()
            place = QRect(self.rect().topLeft(), size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))
            if self._picture is None:
                painter.fillRect(place, QColor(NO_PICTURE))
            else:
                painter.drawImage(place, self._picture)
