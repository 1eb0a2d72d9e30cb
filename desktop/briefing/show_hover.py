"""The hover card in the type of a show."""

from __future__ import annotations

from desktop.briefing.show_look import GROUND, LINE, TEXT
from desktop.hover_card import HoverCard

_WIDTH = 20
"""of the widest card, in em"""


class ShowHover(HoverCard):
    """What the map shows under the cursor, large."""

    def set_type(self, pixels: int) -> None:
        """Set the em height of the type, logical pixels."""
        self.go()
        self.widest = _WIDTH * pixels
        self.setStyleSheet(
            f"QLabel#card {{ background: {GROUND}; color: {TEXT}; border: 1px solid {LINE}; font-size: {pixels}px;"
            f" border-radius: {pixels // 4}px; padding: {pixels // 3}px; }}"
        )
