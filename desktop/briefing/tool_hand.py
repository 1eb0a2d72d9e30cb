"""What every tool of a show has in common: it follows the cursor and draws something there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

if TYPE_CHECKING:
    from desktop.briefing.tool_layer import ToolLayer


class Hand:
    """A tool in use, from being taken up to being put down, over the stage of ``glass``."""

    draws = False
    """whether it draws on the map; the mouse of one that does not moves the map as ever"""

    def __init__(self, glass: ToolLayer) -> None:
        self.glass = glass
        self.at: QPointF | None = None
        """where it points, logical pixels; None while the cursor is elsewhere"""

    def move(self, at: QPointF | None) -> None:
        """Point somewhere else. Only what changes is drawn again: a moving pointer must not wait for the whole map."""
        before = self.region()
        self.at = at
        self.glass.update(before.united(self.region()))

    def press(self, at: QPointF) -> None:
        """Begin to draw."""

    def drag(self, at: QPointF, *, straight: bool) -> None:
        """Draw on, in a straight line from the beginning where ``straight``."""

    def release(self) -> None:
        """End what is being drawn."""

    def drop(self) -> None:
        """Let what is being drawn be nothing: the scene under it has changed."""

    def region(self) -> QRegion:
        """Return the pixels on which it shows now."""
        reach = self.reach()
        return QRegion() if self.at is None else QRegion(around(self.at, reach))

    def reach(self) -> float:
        """Return how far from where it points it can be seen, logical pixels."""
        raise NotImplementedError

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Draw it; nothing outside ``rect`` (logical pixels) is wanted."""
        raise NotImplementedError

    def close(self) -> None:
        """Put it down."""


def around(at: QPointF, reach: float) -> QRect:
    """Return whole pixels that hold everything within ``reach`` of a point, and what antialiasing adds."""
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect().adjusted(-2, -2, 2, 2)
