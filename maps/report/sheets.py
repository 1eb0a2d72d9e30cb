"""The report as pages: a whole sheet of the map, or blocks in columns, set as large as all of them fit."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF

from maps.charts.render import build, picture
from maps.context import Context
from maps.display import Inset, MapDrawing, PageItem, PagePicture, PageText, Sheet, TextStyle, Viewport
from maps.focus import ground_scale
from maps.fonts import text_width
from maps.furniture import scale_bar, text_block
from maps.logo import Logo
from maps.page import MM_PER_INCH, PageSize
from maps.plate import Plate
from maps.report.legend_rows import legend_rows
from maps.report.map_part import map_part
from maps.report.model import Block, ChartBlock, Map, Page, Report, Table, Text
from maps.report.table_items import SIZE, SMALL, table_items
from maps.site_names import shortened
from maps.theme import THEMES, Theme
from maps.view import ThemeName

_A4 = math.sqrt(297 * 210)
LARGEST, SMALLEST = 1.35, 0.5
"""Enlargement of the text where a page has room, and how far it may shrink before it would have to be cut."""

CHART_DPI = 220
"""Resolution of charts on a page: on paper their lines cannot be told from sharper ones."""

TALLEST_CHART = 1.25
"""Height of a chart that stands alone, of its width."""

LOGO = (60.0, 18.0)
"""Most that a logo takes on the cover, mm of an A4 page or a slide."""

_MAP_SHARE, _CHART_SHARE = 0.7, 0.42
"""Height of a map and of a chart that share their column with other blocks, as a share of the column."""


def report_plates(
    report: Report, base: Plate, progress: Callable[[int], None] = lambda _done: None
) -> tuple[Plate, ...]:
    """Return every page of a report as a plate; ``base`` gives project, theme, language and size of the page.

    ``progress`` is told how many pages are laid out, and may raise to give up.
    """
    feet = _Feet(report, base)
    plates = []
    for number, page in enumerate(report.pages, 1):
        progress(number - 1)
        plates.append(_numbered(page, number, feet, base))
    return tuple(plates)


class _Feet:
    """What stands at the foot of every page: the report, where the sources are, the number of the page."""

    def __init__(self, report: Report, base: Plate) -> None:
        translate = base.texts.translate
        self._title, self._total = report.title, len(report.pages)
        self._number = translate("Report", "{number} / {total}")
        listed = [number for number, page in enumerate(report.pages, 1) if page.lists_sources]
        self._sources = translate("Report", "Sources of all numbers: pages {first}–{last}. Data set {version}.").format(
            first=listed[0], last=listed[-1], version=base.project.data.version
        )

    def items(self, box: QRectF, theme: Theme, unit: float, number: int) -> list[PageItem]:
        """Return the foot at the lower edge of a box."""
        style = TextStyle(2.3 * unit, theme.muted)
        page = self._number.format(number=number, total=self._total)
        beside = box.right() - text_width(page, style.size) - 4 * unit
        room = beside - text_width(self._sources, style.size) - 4 * unit - box.left()
        title = shortened(self._title, style.size, room)
        return [
            PageText(box.left(), box.bottom(), title, style),
            PageText(
                box.right() - text_width(page, style.size) - 4 * unit, box.bottom(), self._sources, style, "right"
            ),
            PageText(box.right(), box.bottom(), page, style, "right"),
        ]


def _numbered(page: Page, number: int, feet: _Feet, base: Plate) -> Plate:
    if page.plate is not None:
        whole = page.plate.sheet
        unit = math.sqrt(whole.width * whole.height) / _A4
        box = QRectF(8 * unit, 0, whole.width - 16 * unit, whole.height - 3 * unit)
        foot = feet.items(box, THEMES[base.view.theme], 0.9 * unit, number)
        return replace(page.plate, name=f"{number:02d}", drawn=replace(whole, above=(*whole.above, *foot)))
    sheet = page_of(page, base.page, base.view.theme, lambda box, theme, unit: feet.items(box, theme, unit, number))
    return replace(base, name=f"{number:02d}", heading=page.title, drawn=sheet)


Foot = Callable[[QRectF, Theme, float], list[PageItem]]


def page_of(page: Page, size: PageSize, theme_name: ThemeName, foot: Foot) -> Sheet:
    """Lay out a page of blocks."""
    theme = THEMES[theme_name]
    unit = math.sqrt(size.width * size.height) / _A4
    margin = 12 * unit
    box = QRectF(margin, margin, size.width - 2 * margin, size.height - 2 * margin)
    items: list[PageItem] = []
    heading = TextStyle((11.0 if page.cover else 6.6) * unit, theme.text, bold=True)
    room = box.width() * (page.share if page.cover else 1.0) - (4 * unit if page.cover else 0.0)
    fit = room / text_width(page.title, heading.size, bold=True)
    if 0.72 <= fit < 1:  # one word left over on a second line looks like a mistake
        heading = replace(heading, size=0.995 * fit * heading.size)
    top = box.top() + (0.2 * box.height() if page.cover else 0.0)
    if page.logo is not None:
        items.append(_logo(page.logo, box, unit))
    head, y = text_block(page.title, box.left(), top, room, heading, 1.3)
    items += head
    y += (6 if page.cover else 2.5) * unit
    if not page.cover:
        items += foot(box, theme, unit)
        box.setBottom(box.bottom() - 5 * unit)
    gap = 8 * unit
    left_width = box.width() * page.share - (gap / 2 if page.right else 0.0)
    left = QRectF(box.left(), y, left_width, box.bottom() - y)
    columns = [(page.left, left)]
    if page.right:
        above = box.top() if page.cover else y
        start = box.left() + left_width + gap
        columns.append((page.right, QRectF(start, above, box.right() - start, box.bottom() - above)))
    insets: list[Inset] = []
    for blocks, area in columns:
        made, maps = _column(blocks, area, theme, unit, size)
        items += made
        insets += maps
    nowhere = Viewport(QRectF(0, 0, size.width, size.height), (0.0, 0.0), 1.0)
    return Sheet(size.width, size.height, theme.paper, nowhere, MapDrawing(), above=tuple(items), insets=tuple(insets))


def _column(
    blocks: tuple[Block, ...], area: QRectF, theme: Theme, unit: float, size: PageSize
) -> tuple[list[PageItem], list[Inset]]:
    """Set blocks under each other, their text as large as all of them fit; maps and charts take what is left."""
    scale = LARGEST
    while True:
        flexible = sum(isinstance(block, Map | ChartBlock) for block in blocks)
        fixed = _heights(blocks, area, theme, unit * scale)
        spare = area.height() - sum(fixed)
        wanted = sum(
            area.height() * (_MAP_SHARE if isinstance(block, Map) else _CHART_SHARE)
            for block in blocks
            if isinstance(block, Map | ChartBlock)
        )
        if spare >= (wanted if len(blocks) > flexible else 0) or scale <= SMALLEST:
            break
        scale *= 0.96
    items: list[PageItem] = []
    insets: list[Inset] = []
    y = area.top()
    for block, height in zip(blocks, fixed, strict=True):
        if isinstance(block, Map):
            rect = QRectF(area.left(), y, area.width(), max(spare / flexible, 10 * unit) - 3 * unit)
            made, inset = _map(block, rect, theme, unit, size)
            items += made
            insets.append(inset)
            y += spare / flexible
        elif isinstance(block, ChartBlock):
            height = min(max(spare / flexible, 10 * unit) - 3 * unit, TALLEST_CHART * area.width())
            items.append(_chart(block, QRectF(area.left(), y, area.width(), height)))
            y += spare / flexible
        else:
            made, _ = _words(block, area.left(), y, area.width(), theme, unit * scale)
            items += made
            y += height
    return items, insets


def _heights(blocks: tuple[Block, ...], area: QRectF, theme: Theme, unit: float) -> list[float]:
    return [
        0.0
        if isinstance(block, Map | ChartBlock)
        else _words(block, 0.0, 0.0, area.width(), theme, unit)[1] + 4.0 * unit
        for block in blocks
    ]


def _words(
    block: Table | Text, x: float, y: float, width: float, theme: Theme, unit: float
) -> tuple[list[PageItem], float]:
    if isinstance(block, Table):
        return table_items(block, theme, x, y, width, unit)
    items: list[PageItem] = []
    if block.title:
        items, y = text_block(block.title, x, y, width, TextStyle(1.15 * SIZE * unit, theme.text, bold=True))
        y += 0.6 * unit
    size = SMALL if block.small else SIZE * 1.06
    style = TextStyle(size * unit, theme.muted if block.small else theme.text)
    for paragraph in block.paragraphs:
        lines, y = text_block(paragraph, x, y, width, style, 1.36)
        items += lines
        y += (0.5 if block.small else 1.1) * unit
    return items, y


def _map(block: Map, rect: QRectF, theme: Theme, unit: float, size: PageSize) -> tuple[list[PageItem], Inset]:
    """Return a map with its scale bar, and above it what it shows. Inset boxes have bars of their own."""
    items: list[PageItem] = []
    top = rect.top()
    if block.title:
        items, top = text_block(
            block.title, rect.left(), top, rect.width(), TextStyle(SIZE * unit, theme.text, bold=True)
        )
    plate = block.plate
    context = Context(plate.project, plate.view, plate.atlas, plate.texts, 1000.0, 0.86 * unit, size.dots)
    signs, height = legend_rows(context, rect.left(), rect.width(), rect.bottom())
    items += signs
    place = QRectF(rect.left(), top, rect.width(), rect.bottom() - top - height)
    context, viewport, drawing = map_part(plate.project, plate.view, plate.atlas, place, 0.86 * unit, size.dots)
    bar: list[PageItem] = []
    enlarged = ground_scale(viewport)
    if enlarged is not None:
        ground = replace(viewport, metres_per_mm=viewport.metres_per_mm / enlarged)
        bar = scale_bar(context, ground, place.left() + 2 * unit, place.bottom() - 4.5 * unit, 30 * unit)
    return items, Inset(viewport, drawing, above=tuple(bar))


def map_sheet(block: Map, rect: QRectF, theme: Theme, size: PageSize) -> Sheet:
    """Return a sheet that is nothing but a map with its legend below."""
    items, inset = _map(replace(block, title=""), rect, theme, math.sqrt(size.width * size.height) / _A4 * 1.5, size)
    nowhere = Viewport(rect, (0.0, 0.0), 1.0)
    return Sheet(size.width, size.height, theme.paper, nowhere, MapDrawing(), above=tuple(items), insets=(inset,))


def _logo(logo: Logo, box: QRectF, unit: float) -> PagePicture:
    """Return the logo in the upper left corner of the cover."""
    return replace(logo.picture, rect=QRectF(box.topLeft(), QSizeF(*logo.fitted(*(unit * side for side in LOGO)))))


def logo_sheet(logo: Logo, theme: Theme, dots: float) -> tuple[Sheet, PageSize]:
    """Return a sheet that is nothing but the logo, ``dots`` pixels to the mm, and its size."""
    width, height = logo.fitted(*LOGO)
    size = PageSize(width, height, (max(1, round(width * dots)), max(1, round(height * dots))))
    rect = QRectF(0, 0, width, height)
    picture = replace(logo.picture, rect=rect)
    return Sheet(width, height, theme.paper, Viewport(rect, (0.0, 0.0), 1.0), MapDrawing(), above=(picture,)), size


def _chart(block: ChartBlock, rect: QRectF) -> PagePicture:
    """Return a chart as large as its place. Points are counted on the page, so that its text is as large as ours."""
    points = 72 / MM_PER_INCH
    context = replace(block.context, width=rect.width() * points, height=rect.height() * points)
    return PagePicture(rect, picture(build(block.chart, context), CHART_DPI))
