"""The small map of all Taiwan that shows which part the large one shows."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from maps.context import Context
from maps.display import Fill, Inset, MapDrawing, PageBox, Stroke, Viewport, fitted
from maps.furniture import panel
from maps.geometry import TOLERANCES
from maps.mapspace import EXTENT
from maps.theme import mixed

HEIGHT, WIDTH = 31.0, 27.0
"""mm"""

LARGEST = 0.3
"""Share of either side of the map that a locator may take."""

WHOLE = 0.9
"""Share of Taiwan's rectangle from which a map is one of all Taiwan and needs no locator."""


def shows_a_part(viewport: Viewport) -> bool:
    """Tell whether the map leaves out more than its margins of Taiwan."""
    left, bottom, right, top = viewport.extent()
    shown = max(0.0, min(right, EXTENT[2]) - max(left, EXTENT[0])) * max(
        0.0, min(top, EXTENT[3]) - max(bottom, EXTENT[1])
    )
    return shown < WHOLE * (EXTENT[2] - EXTENT[0]) * (EXTENT[3] - EXTENT[1])


def locator(context: Context, viewport: Viewport, rect: QRectF) -> Inset:
    """Return the map of all Taiwan in ``rect`` with a frame round what ``viewport`` shows."""
    theme, unit = context.theme, context.unit
    inner = rect.adjusted(unit, unit, -unit, -unit)
    small = fitted(inner, EXTENT)
    detail = context.atlas.detail(TOLERANCES[-1])
    everything = tuple(range(len(context.project.data.towns)))
    land = mixed(theme.muted, theme.box, 0.35)
    focused = tuple(int(row) for row in context.towns_in_focus.nonzero()[0])
    shapes: list[Fill | Stroke] = [Fill(detail.dissolved(everything), land)]
    if len(focused) < len(everything):
        shapes.append(Fill(detail.dissolved(focused), theme.muted))
    left, bottom, right, top = viewport.extent()
    x0, y0 = small.to_page(max(left, EXTENT[0]), min(top, EXTENT[3]))
    x1, y1 = small.to_page(min(right, EXTENT[2]), max(bottom, EXTENT[1]))
    frame = PageBox(QRectF(x0, y0, x1 - x0, y1 - y0), "", theme.mark, 0.5 * unit)
    return Inset(small, MapDrawing(tuple(shapes)), (panel(theme, rect, unit),), (frame,))
