"""A short line at the foot of the screen that goes by itself, or stays as long as something lasts."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, QTimer
from PySide6.QtWidgets import QGraphicsOpacityEffect, QLabel, QVBoxLayout, QWidget

from desktop.briefing.show_look import Slate

STAYS_MS, FADES_MS = 3000, 500

_FOOT = 0.95
"""Lower edge of the line, as a share of the height of the screen."""


class ShowHint(Slate):
    """Lies on the slide and lets the mouse through."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = QLabel()
        column = QVBoxLayout(self)
        column.addWidget(self._text)
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        self._fade = QPropertyAnimation(effect, b"opacity", self)
        self._fade.setDuration(FADES_MS)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fade.finished.connect(self.hide)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(STAYS_MS)
        self._stay.timeout.connect(self._leave)
        self.fades = True

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, pixels: int, *, lasting: bool = False) -> None:
        """Show a line, for three seconds or until ``hide``."""
        self._fade.stop()
        effect = self.graphicsEffect()
        assert isinstance(effect, QGraphicsOpacityEffect)
        effect.setOpacity(1.0)
        self._text.setText(text)
        self.place(pixels)
        self.show()
        self.raise_()
        if lasting:
            self._stay.stop()
        else:
            self._stay.start()

    def place(self, pixels: int) -> None:
        """Put the line where it belongs, in type of ``pixels``: a window that fills a screen is not large at once."""
        self.set_type(pixels)
        self.adjustSize()
        ground = self.ground.size()
        self.move((ground.width() - self.width()) // 2, round(_FOOT * ground.height()) - self.height())

    def _leave(self) -> None:
        if self.fades:
            self._fade.start()
        else:
            self.hide()
