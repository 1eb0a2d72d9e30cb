"""Where the elements of a sheet stand: the arrangements of each template, tried until everything fits.

Type shrinks a little first, then columns are added and sources counted instead of named; nothing is ever cut off, and
nothing lies on anything but on the map.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from types import MappingProxyType

from PySide6.QtCore import QRectF

from maps.blocks import Block, Said, Setting, foot, head, is_cramped, legend_block, table_block
from maps.charts.catalogue import ChartId
from maps.context import Context
from maps.display import fitted
from maps.mapspace import EXTENT
from maps.sheet_spec import ElementId, Extent, SheetSpec, TemplateId

A4_DIAGONAL = math.sqrt(297 * 210)
"""Type and symbols are sized for A4 and grow with the square root of the page's area."""

MAP_ASPECT = (EXTENT[2] - EXTENT[0]) / (EXTENT[3] - EXTENT[1])

MARGIN, GAP = 8.0, 6.0

TABLE_WIDTH = 150.0
"""Widest table beside a map, mm."""

LARGEST = 1.3
"""Enlargement of the text beside the map where the page has room for it."""

AROUND = 1.0
"""The same of text over and under the map, which would take room from it."""

SMALLEST = 0.87
"""Share of its proper size to which text may shrink before something is said in fewer words."""

FLOOR = 2.0
"""Least em height at A4, mm."""

LAST = 0.3
"""Share of its proper size to which text shrinks on pages so small that they are not meant to be read."""

STEP = 0.95

SLACK = 0.01
"""mm by which neighbours may seem to overlap: rounding."""

TALL = 1.1
"""Pages up to this many times as wide as high may have the rest of the sheet under the map."""

MAP_SHARE = 0.65
"""Least size of the map as a share of what it could be alone on its page."""

SECOND_COLUMN = 118.0
"""Width beside the map, mm, from which the legend has two columns."""

TABLE_LEAST = 95.0
"""Least width of a table, mm, that has the legend beside it."""

CHART_SHARE: Mapping[ChartId, float] = MappingProxyType({"bars": 0.58, "ranks": 0.58})
ROOMY, CHART_LEAST = 0.8, 0.5
"""Height that suits a chart as a share of its width, by its kind and for the others; and the least of any."""

CHART_MARGIN = 1.65
"""Blank at either side of a chart, mm."""

PANEL = 52.0
"""Width of the legend on the map, mm."""

PANEL_PAD = 2.4


@dataclass(frozen=True)
class Layout:
    """One arrangement: the place of the map, the elements beside it, and the legend that is to stand on it."""

    map: QRectF
    blocks: dict[ElementId, Block]
    overflow: float
    """by how many mm things run into each other"""
    bleed: float = 0.0
    """how far the map reaches beyond the column of the text on either side, mm"""
    panel: Block | None = None
    """a legend that still needs its place on the map"""


NOWHERE = Layout(QRectF(), {}, math.inf)
"""What an arrangement gives that cannot be made."""

Arrange = Callable[[Setting, Extent], Layout]


def page_unit(width: float, height: float) -> float:
    """Return the size of a mm of an A4 sheet on this page, mm."""
    return math.sqrt(width * height) / A4_DIAGONAL


def lay_out(context: Context, spec: SheetSpec, page: tuple[float, float], extent: Extent) -> Layout:
    """Return the first arrangement that fits, with the largest type, and of those the one with the largest map."""
    said = Said(context)
    arranges = _arrangements(spec, page)
    for scale, roomy, brief, floor in _tries(spec.template):
        unit = context.unit
        setting = Setting(replace(context, unit=unit * scale), said, spec, page, FLOOR * unit * floor, roomy, brief)
        layouts = [arrange(setting, extent) for arrange in arranges]
        fitting = [layout for layout in layouts if layout.overflow <= 0 and _apart(layout, page)]
        if fitting:
            return min(fitting, key=lambda layout: fitted(layout.map, extent).metres_per_mm)
    return min(layouts, key=lambda layout: layout.overflow)


def _apart(layout: Layout, page: tuple[float, float]) -> bool:
    """Tell whether every element is on the page and none lies on another or on the map."""
    found = [*(block.box for block in layout.blocks.values()), layout.map]
    boxes = [box.adjusted(SLACK, SLACK, -SLACK, -SLACK) for box in found]
    paper = QRectF(0, 0, *page)
    return all(paper.contains(box) for box in boxes) and not any(a.intersects(b) for a, b in combinations(boxes, 2))


def _tries(template: TemplateId) -> Iterator[tuple[float, bool, int, float]]:
    """Give enlargement of the text, room of a chart, brevity, and the share of the floor that holds."""
    largest = AROUND if template in ("map", "plain") else LARGEST
    stages = ((largest, True, 0), (1.0, False, 0), (1.0, False, 1), (1.0, False, 2))
    for most, roomy, brief in stages if template in ("chart", "scorecard") else (stages[0], *stages[2:]):
        scale = most
        while scale > SMALLEST:
            yield scale, roomy, brief, 1.0
            scale *= STEP
    while scale > LAST:
        scale *= STEP
        yield scale, False, 2, scale / SMALLEST


def _arrangements(spec: SheetSpec, page: tuple[float, float]) -> list[Arrange]:
    width, height = page
    if spec.template == "map":
        return [_whole]
    if spec.template == "plain":
        return [_plain]
    if width > TALL * height:
        return [_beside, _beside_in_columns] if spec.template != "side" else [_beside]
    return [_beside_if_large, _under, _under_in_columns]


def _inner(setting: Setting) -> tuple[QRectF, float]:
    """Return the page without its margins, and the gap between its parts."""
    width, height = setting.page
    unit = page_unit(width, height)
    margin = MARGIN * unit
    return QRectF(margin, margin, width - 2 * margin, height - 2 * margin), GAP * unit


def _beside(setting: Setting, extent: Extent) -> Layout:
    """Put everything in a column on the right of the map, with the sources against the lower edge."""
    return _column(setting, setting.spec.template == "side", False)


def _beside_if_large(setting: Setting, extent: Extent) -> Layout:
    """The same on a page about as high as wide, unless the map would be much smaller than it could be."""
    layout = _beside(setting, extent)
    return replace(layout, overflow=max(layout.overflow, _too_small(layout.map, _inner(setting)[0], extent)))


def _beside_in_columns(setting: Setting, extent: Extent) -> Layout:
    """The same on wide pages, with the legend beside the table instead of under it."""
    return _column(setting, False, True)


def _column(setting: Setting, narrow: bool, parallel: bool) -> Layout:
    inner, gap = _inner(setting)
    unit = setting.unit
    page_mm = page_unit(*setting.page)
    map_width = min(inner.height() * MAP_ASPECT, inner.width() * 0.6)
    if narrow:
        map_width = max(map_width, inner.width() - gap - min(0.36 * inner.width(), 92 * page_mm))
    left = inner.left() + map_width + gap
    side = QRectF(left, inner.top(), inner.right() - left, inner.height())
    width = side.width()
    if parallel:
        if width < (TABLE_LEAST + 60) * unit:
            return NOWHERE
        width = max(TABLE_LEAST * unit, 0.58 * width)
    across = min(width, TABLE_WIDTH * unit)
    if setting.roomy and setting.shows("table") and is_cramped(setting, across):
        return NOWHERE
    top = head(setting, side.width())
    blocks = top.at(side.left(), side.top())
    y = side.top() + top.height + 4 * unit
    below = foot(setting, side.width())
    blocks |= below.at(side.left(), side.bottom() - below.height)
    room = side.bottom() - below.height - 3 * unit
    overflow = 0.0
    end = y
    if setting.shows("table"):
        blocks["table"] = table_block(setting, across).moved(side.left(), y)
        end = blocks["table"].box.bottom()
        if not parallel:
            y = end + 5 * unit
    legend = None
    if setting.shows("legend"):
        own = side.width() - (width + 8 * unit if parallel else 0.0)
        legend = legend_block(setting, own, 2 if own > SECOND_COLUMN * unit else 1)
    if setting.shows("chart"):
        under = 0.0 if parallel or legend is None else legend.box.height() + 5 * unit
        blocks["chart"], lacking = _chart(setting, QRectF(side.left(), y, width, room - under - y))
        overflow = max(overflow, lacking)
        end = blocks["chart"].box.bottom()
        if not parallel:
            y = end + 5 * unit
    if legend is not None:
        blocks["legend"] = legend.moved(side.right() - own if parallel else side.left(), y)
        end = max(end, blocks["legend"].box.bottom())
    return Layout(QRectF(inner.left(), inner.top(), map_width, inner.height()), blocks, max(overflow, end - room))


def _chart(setting: Setting, room: QRectF) -> tuple[Block, float]:
    """Return the place of the chart in ``room``, and by how much that is too low."""
    width = min(room.width(), 150 * setting.unit)
    least = _chart_height(setting, width)
    height = min(max(room.height(), least), 0.95 * width)
    return _chart_block(setting, QRectF(room.left(), room.top(), width, height)), least - room.height()


def _chart_block(setting: Setting, place: QRectF) -> Block:
    """Return the element of a chart whose words are to begin and end with ``place``: it has margins of its own."""
    margin = CHART_MARGIN * page_unit(*setting.page) * setting.spec.enlarged
    return Block((), place.adjusted(-margin, 0, margin, 0))


def _chart_height(setting: Setting, width: float) -> float:
    """Return the height that suits a chart, or the least."""
    share = CHART_SHARE.get(setting.spec.chart, ROOMY) if setting.roomy else CHART_LEAST
    return max(share * width, 62 * setting.unit)


def _under(setting: Setting, extent: Extent) -> Layout:
    """Put title over the map, legend beside it, the table and the sources under it."""
    return _rows(setting, extent, True)


def _under_in_columns(setting: Setting, extent: Extent) -> Layout:
    """The same with the legend under the map, beside the table where there is room."""
    return _rows(setting, extent, False)


def _rows(setting: Setting, extent: Extent, beside: bool) -> Layout:
    inner, gap = _inner(setting)
    unit = setting.unit
    parallel = not beside and setting.spec.template != "side" and inner.width() > (TABLE_LEAST + 60) * unit
    across = max(TABLE_LEAST * unit, 0.6 * inner.width()) if parallel else inner.width()
    if setting.roomy and setting.shows("table") and is_cramped(setting, across):
        return NOWHERE
    top = head(setting, inner.width())
    below = foot(setting, inner.width())
    blocks = top.at(inner.left(), inner.top()) | below.at(inner.left(), inner.bottom() - below.height)
    y = inner.top() + top.height + 3.5 * unit
    end = inner.bottom() - below.height - 3 * unit
    legend = None
    own = inner.width()
    main = None
    overflow = 0.0
    if setting.shows("table"):
        main = table_block(setting, across)
    elif setting.shows("chart"):
        width = 0.6 * own if parallel else min(own, 170 * unit)
        main = _chart_block(setting, QRectF(0, 0, width, min(_chart_height(setting, width), 110 * unit)))
    if main is not None and parallel:
        own -= main.box.width() + 8 * unit
    if setting.shows("legend"):
        if beside:
            own = max(50 * unit, min(own - gap - (end - y) * _aspect(extent), 84 * unit))
            legend = legend_block(setting, own, 1)
        else:
            legend = legend_block(setting, own, 2 if own > 100 * unit else 1)
    lower = 0.0
    if main is not None:
        name: ElementId = "table" if setting.shows("table") else "chart"
        lower = main.box.height()
        blocks[name] = main.moved(inner.left(), end - lower)
        end -= lower + 4 * unit if beside or not parallel else 0.0
    if legend is not None and not beside:
        if main is not None and parallel:
            lower = max(lower, legend.box.height())
            top_of = inner.bottom() - below.height - 3 * unit - lower
            blocks[name] = main.moved(inner.left(), top_of)
            blocks["legend"] = legend.moved(inner.right() - own, top_of)
            end = top_of - 4 * unit
        else:
            blocks["legend"] = legend.moved(inner.left(), end - legend.box.height())
            end -= legend.box.height() + 4 * unit
    rect = QRectF(inner.left(), y, inner.width(), end - y)
    if legend is not None and beside:
        rect.setWidth(inner.width() - own - gap)
        blocks["legend"] = legend.moved(inner.right() - own, y)
        overflow = max(overflow, legend.box.height() - rect.height())
    return Layout(rect, blocks, max(overflow, _too_small(rect, inner, extent)))


def _aspect(extent: Extent) -> float:
    return (extent[2] - extent[0]) / (extent[3] - extent[1])


def _too_small(rect: QRectF, inner: QRectF, extent: Extent) -> float:
    """Return by how many mm of its width the map is smaller than a sheet of a map should show it."""
    if rect.width() <= 0 or rect.height() <= 0:
        return inner.width() + inner.height()
    width = extent[2] - extent[0]
    return MAP_SHARE * width / fitted(inner, extent).metres_per_mm - width / fitted(rect, extent).metres_per_mm


def _plain(setting: Setting, extent: Extent) -> Layout:
    """Put the title over the map and the sources under it."""
    inner, _ = _inner(setting)
    top, below = head(setting, inner.width()), foot(setting, inner.width())
    blocks = top.at(inner.left(), inner.top()) | below.at(inner.left(), inner.bottom() - below.height)
    y = inner.top() + top.height + 2 * setting.unit
    rect = QRectF(inner.left(), y, inner.width(), inner.bottom() - below.height - 2 * setting.unit - y)
    return Layout(rect, blocks, _too_small(rect, inner, extent))


def _whole(setting: Setting, extent: Extent) -> Layout:
    """Let the map run from edge to edge between title and sources, with the legend over it."""
    layout = _plain(setting, extent)
    bleed = layout.map.left()
    edges = layout.map.adjusted(-bleed, 0, bleed, 0)
    if not setting.shows("legend"):
        return replace(layout, map=edges, bleed=bleed)
    pad = PANEL_PAD * setting.unit
    room = edges.height() - 2 * pad
    for columns in (1, 2, 3):
        width = min(PANEL * setting.unit, 0.45 * edges.width()) * columns - 2 * pad
        legend = legend_block(setting, width, columns)
        panel = Block(legend.moved(pad, pad).items, legend.box.adjusted(0, 0, 2 * pad, 2 * pad))
        if panel.box.height() <= room:
            break
    lacking = max(panel.box.height() - room, panel.box.width() - 0.75 * edges.width())
    return replace(layout, map=edges, bleed=bleed, panel=panel, overflow=max(layout.overflow, lacking))
