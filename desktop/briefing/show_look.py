"""How everything looks that lies over a slide: cards, fields and hints, all dark and large, over any theme."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QWidget

import resources

GROUND, TEXT, MUTED, LINE, LINK = "#17212B", "#F5F7FA", "#B4C0CC", "#7C8A98", "#8CC1F5"
"""Every text colour has at least 7:1 on the ground; the line is seen on dark maps too."""

CHOSEN = "#274D73"

READABLE = 0.0275
"""Em height of the type as a share of the height of the screen; what is read from the back row has 0.025."""

SMALLEST = 14
"""Pixels, in a window that is much smaller than a screen."""


def type_pixels(height: int, size: float = 1.0) -> int:
    """Return the em height, in logical pixels, of type over a slide of ``height`` pixels."""
    return max(round(READABLE * height * size), SMALLEST)


def type_font(pixels: int, *, bold: bool = False) -> QFont:
    """Return the font of a card."""
    font = QFont(resources.FONT_FAMILY)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


class Slate(QFrame):
    """A card over the slide. It takes no keyboard, and its type grows with the screen."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.ground = parent
        self.pixels = SMALLEST
        self.hide()

    def set_type(self, pixels: int) -> None:
        """Set the em height of the type, logical pixels."""
        self.pixels = pixels
        self.setStyleSheet(
            f"QFrame#{self.objectName()} {{ background: {GROUND}; border: 1px solid {LINE};"
            f" border-radius: {round(pixels / 3)}px; }}"
            f"QLabel {{ color: {TEXT}; background: transparent; border: 0; font-size: {pixels}px; }}"
        )
