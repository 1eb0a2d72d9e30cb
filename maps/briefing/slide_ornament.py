"""The six circles as an ornament of slides without a map: a strip of their colours, a quiet map."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from maps.context import Context
from maps.display import Hatch, PageBox, PageItem, PageLine, fitted
from maps.geometry import Atlas
from maps.hatching import hatch_areas
from maps.mapspace import EXTENT, FRAMES
from maps.theme import THEMES, mixed
from maps.view import ThemeName

DETAIL = 1000
"""Tolerance of the outlines in metres."""

WIDTH = 0.014
"""Width of the stripes of what belongs to two circles, as a share of the height."""

TINT, FAINT = 0.8, 0.24
"""Opacity of the colours of circles on the cover, and behind the head of a section."""


def strip(context: Context, rect: QRectF) -> list[PageItem]:
    """Return the colours of the circles side by side in ``rect``."""
    project = context.project
    circles = project.definition.circles
    step = rect.width() / len(circles)
    return [
        PageBox(QRectF(rect.left() + number * step, rect.top(), step, rect.height()), project.data.circles[one].colour)
        for number, one in enumerate(circles)
    ]


def quiet_map(context: Context, rect: QRectF, tint: float = TINT) -> list[PageItem]:
    """Return the circles in their colours, what belongs to two striped in both."""
    box = (rect.left(), rect.top(), rect.width(), rect.height())
    return list(_quiet_map(context.atlas, context.project.definition_id, context.view.theme, box, tint))


@lru_cache(maxsize=4)
def _quiet_map(
    atlas: Atlas, definition_id: str, theme_name: ThemeName, box: tuple[float, float, float, float], tint: float
) -> tuple[PageItem, ...]:
    rect, theme = QRectF(*box), THEMES[theme_name]
    viewport = fitted(rect, EXTENT)
    scale, (x, y), middle = 1 / viewport.metres_per_mm, viewport.centre, rect.center()
    to_page = QTransform(scale, 0, 0, -scale, middle.x() - x * scale, middle.y() + y * scale)
    width = WIDTH * rect.height()
    items: list[PageItem] = []
    for frame in FRAMES:
        if not frame.towns:
            corner = QPointF(*viewport.to_page(frame.box[0], frame.box[3]))
            items.append(
                PageBox(QRectF(corner, QPointF(*viewport.to_page(frame.box[2], frame.box[1]))), "", theme.frame)
            )
    for region in atlas.circles(DETAIL, definition_id).regions:
        colours = [mixed(atlas.data.circles[one].colour, theme.paper, tint) for one in region.circles]
        if colours:
            items += _polygons(to_page.map(region.path), colours[0])
        for number, colour in enumerate(colours[1:], 1):
            hatch = Hatch(colour, width * len(colours), width)
            items += _polygons(hatch_areas(region.path, to_page, hatch, (number * width * 1.4, 0.0)), colour)
    return tuple(items)


def _polygons(path: QPainterPath, colour: str) -> list[PageItem]:
    return [
        PageLine(tuple((point.x(), point.y()) for point in polygon.toList()), colour, 0, closed=True)
        for polygon in path.toSubpathPolygons()
    ]
