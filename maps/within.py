"""Whether something can be seen: what is wholly outside the map is neither painted nor written into files."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from maps.display import Label, Symbol, Viewport

HAIR = 1.0
"""Metres by which a rectangle is enlarged, so that none is empty; a sheet shows five kilometres at least."""


def is_seen(item: Symbol | Label, half_width: float, half_height: float, viewport: Viewport) -> bool:
    """Tell whether something so many mm around its place can be seen."""
    x, y = viewport.to_page(item.x, item.y)
    reach = viewport.rect.adjusted(-half_width, -half_height, half_width, half_height)
    return reach.contains(QPointF(x + item.dx, y + item.dy))


def meets(one: QRectF, other: QRectF) -> bool:
    """Tell whether two rectangles of map space meet; one of a straight line, without width, counts unlike for Qt."""
    return one.intersects(other.adjusted(-HAIR, -HAIR, HAIR, HAIR))
