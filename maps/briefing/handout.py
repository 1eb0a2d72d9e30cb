"""Hand-outs: slides on A4 pages, what is said to each beside or below it, or lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Literal, get_args

from PySide6.QtCore import QRectF

from maps.attribution import made_line
from maps.blocks import shifted
from maps.briefing.plates import ScenePlate
from maps.context import Context
from maps.display import Inset, MapDrawing, PageBox, PageItem, PageLine, PageText, Sheet, TextStyle, Viewport
from maps.fonts import text_width, wrapped
from maps.page import PageSize, page_size
from maps.plate import Plate
from maps.site_names import shortened
from maps.theme import THEMES, Theme

PerPage = Literal[1, 2, 4, 6]
PER_PAGE: tuple[PerPage, ...] = get_args(PerPage)

DETAIL_DPI = 150
"""Dots per inch for which the borders of the maps are drawn, as in reports."""

MARGIN, GAP, PAD = 14.0, 7.0, 3.0
"""mm round the page, between slides, between a slide and its notes."""

HEAD, FOOT = 8.0, 6.0
"""mm over and under the slides, for title and date, and for the number of the page."""

SMALL, LARGEST, SMALLEST = 2.6, 3.9, 2.3
"""Em heights in mm: of title, date and numbers, of notes at most and at least."""

LEADING = 1.45
RULED = 8.0
"""mm between lines to write on."""


@dataclass(frozen=True)
class _Grid:
    """How slides stand on a page. ``beside`` is the share of a place's width for notes; without it they stand below."""

    columns: int
    rows: int
    page: str
    beside: float = 0.0


WITH_NOTES: Mapping[PerPage, _Grid] = MappingProxyType(
    {
        1: _Grid(1, 1, "A4-portrait"),
        2: _Grid(2, 1, "A4"),
        4: _Grid(1, 4, "A4-portrait", beside=0.43),
        6: _Grid(2, 3, "A4-portrait"),
    }
)
WITHOUT: Mapping[PerPage, _Grid] = MappingProxyType(
    {
        1: _Grid(1, 1, "A4"),
        2: _Grid(1, 2, "A4-portrait"),
        4: _Grid(2, 2, "A4"),
        6: _Grid(2, 3, "A4-portrait"),
    }
)


@dataclass(frozen=True, eq=False, kw_only=True)
class HandoutPlate(Plate):
    """A page of a hand-out."""

    slides: tuple[tuple[int, ScenePlate], ...]
    """with the number of each in the hand-out"""
    grid: _Grid
    noted: bool

    @cached_property
    def sheet(self) -> Sheet:
        theme, page = THEMES["print"], self.page
        items = list(_margin(self, theme))
        insets: list[Inset] = []
        for (number, slide), place in zip(self.slides, _places(self), strict=False):
            size = slide.page
            room = QRectF(place)
            if self.noted and self.grid.beside:
                room.setWidth((1 - self.grid.beside) * place.width())
            scale = min(room.width() / size.width, room.height() / size.height)
            width, height = scale * size.width, scale * size.height
            left = room.left() if self.noted else room.center().x() - width / 2
            top = room.top() if self.noted else room.center().y() - height / 2
            box = QRectF(left, top, width, height)
            dots = round(page.dots * width), round(page.dots * height)
            drawn = replace(slide, page=PageSize(width, height, dots)).sheet
            insets += _moved(drawn, box, theme)
            if not self.noted:
                continue
            if self.grid.beside:
                notes = QRectF(box.right() + PAD, box.top(), place.right() - box.right() - PAD, place.height())
            else:
                notes = QRectF(box.left(), box.bottom() + PAD, width, place.bottom() - box.bottom() - PAD)
            items += _notes(number, slide, notes, theme)
        nowhere = Viewport(QRectF(0, 0, page.width, page.height), (0.0, 0.0), 1.0)
        return Sheet(
            page.width, page.height, theme.paper, nowhere, MapDrawing(), above=tuple(items), insets=tuple(insets)
        )


def handout_plates(slides: Sequence[ScenePlate], per_page: PerPage) -> tuple[Plate, ...]:
    """Return the pages of a hand-out of slides, one at least; none is laid out yet.

    Where the slides are handed out with what is said to them, there is room for it, and lines to write on where
    nothing is said. The title of the briefing stands on every page, with the date of the slides.
    """
    first = slides[0]
    noted = first.noted
    grid = (WITH_NOTES if noted else WITHOUT)[per_page]
    size = page_size(grid.page, DETAIL_DPI)
    numbered = tuple(enumerate(slides, 1))
    parts = [numbered[start : start + per_page] for start in range(0, len(numbered), per_page)]
    number, total = first.texts.translate("Report", "{number} / {total}"), len(parts)
    return tuple(
        HandoutPlate(
            first.project, replace(first.view, theme="print"), first.atlas, size, first.spec, f"{at:02d}",
            foot=number.format(number=at, total=total), heading=first.briefing, slides=part, grid=grid, noted=noted,
        )
        for at, part in enumerate(parts, 1)
    )  # fmt: skip


def _places(plate: HandoutPlate) -> Iterator[QRectF]:
    """Yield the place of every slide and its notes, row by row."""
    page, grid = plate.page, plate.grid
    width = (page.width - 2 * MARGIN - (grid.columns - 1) * GAP) / grid.columns
    height = (page.height - 2 * MARGIN - HEAD - FOOT - (grid.rows - 1) * GAP) / grid.rows
    for row in range(grid.rows):
        for column in range(grid.columns):
            yield QRectF(MARGIN + column * (width + GAP), MARGIN + HEAD + row * (height + GAP), width, height)


def _margin(plate: HandoutPlate, theme: Theme) -> Iterator[PageItem]:
    """Yield title and date over the slides, and the number of the page under them."""
    style = TextStyle(SMALL, theme.muted)
    left, right, top = MARGIN, plate.page.width - MARGIN, MARGIN + SMALL
    made = made_line(Context(plate.project, plate.view, plate.atlas, plate.texts, 1.0), plate.spec)
    room = right - left - text_width(made, SMALL) - 2 * GAP
    yield PageText(left, top, shortened(plate.heading, SMALL, room), style)
    yield PageText(right, top, made, style, "right")
    yield PageLine(((left, top + SMALL), (right, top + SMALL)), theme.frame, 0.2)
    yield PageText(right, plate.page.height - MARGIN, plate.foot, style, "right")


def _moved(sheet: Sheet, box: QRectF, theme: Theme) -> Iterator[Inset]:
    """Yield a slide in its place on the page, with a thin line round it."""
    dx, dy = box.left(), box.top()

    def at(items: tuple[PageItem, ...]) -> tuple[PageItem, ...]:
        return tuple(shifted(item, dx, dy) for item in items)

    def inside(viewport: Viewport) -> Viewport:
        return replace(viewport, rect=viewport.rect.translated(dx, dy))

    ground = PageBox(box, sheet.paper)
    yield Inset(inside(sheet.viewport), sheet.map, (ground, *at(sheet.below)), at(sheet.above))
    for inset in sheet.insets:
        yield Inset(inside(inset.viewport), inset.map, at(inset.below), at(inset.above))
    frame = PageBox(box, "", theme.frame, 0.2)
    yield Inset(Viewport(box, (0.0, 0.0), 1.0), MapDrawing(), above=(frame,))


def _notes(number: int, slide: ScenePlate, box: QRectF, theme: Theme) -> Iterator[PageItem]:
    """Yield the number of a slide and what is said to it, as large as it fits, or lines to write on."""
    words = slide.texts.number(number)
    yield PageText(box.left(), box.top() + SMALL, words, TextStyle(SMALL, theme.text, bold=True))
    indent = text_width("00", SMALL, bold=True) + PAD / 2
    room = box.adjusted(indent, 0, 0, 0)
    if not slide.speech:
        for row in range(1, int(room.height() / RULED) + 1):
            y = room.top() + row * RULED
            yield PageLine(((room.left(), y), (room.right(), y)), theme.frame, 0.2)
        return
    size, lines = _fitting(slide.speech, room)
    for row, line in enumerate(lines):
        yield PageText(room.left(), room.top() + SMALL + row * LEADING * size, line, TextStyle(size, theme.text))


def _fitting(text: str, room: QRectF) -> tuple[float, list[str]]:
    """Return the size at which a text fits, and its lines; of one that fits at none, as much as can be read."""
    size = LARGEST
    while True:
        lines = [line for part in text.splitlines() for line in (wrapped(part, size, room.width()) or ("",))]
        most = max(1, 1 + int((room.height() - SMALL) / (LEADING * size)))
        if len(lines) <= most:
            return size, lines
        if size <= SMALLEST:
            kept = lines[:most]
            kept[-1] = shortened(kept[-1] + "…", size, room.width())
            return size, kept
        size = max(SMALLEST, size - 0.2)
