"""The report as slides: titles, tables and texts that can be edited, maps and charts as pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from PySide6.QtCore import QRectF

from maps.charts.render import build, picture
from maps.export.deck import GAP, MARGIN, SUBTITLE_HEIGHT, Deck, Slide
from maps.export.png import render_sheet
from maps.export.pptx import add_plate_slide
from maps.export.slide_table import SlideTable, is_roomy, table_height
from maps.export.slide_text import text_height
from maps.page import MM_PER_INCH, PageSize
from maps.plate import Plate
from maps.report.model import Block, ChartBlock, Map, Page, Report, Table, Text
from maps.report.sheets import logo_sheet, map_sheet

DOTS = 200 / MM_PER_INCH
"""Pixels per mm of the pictures: twice what a projector shows."""

LARGEST, SMALLEST = 14.0, 8.0
"""Points of text; only lists of sources may be smaller."""

SOURCES = 6.5
"""Points of the lists of sources, which are looked up and not read."""

NOTE = 9.0
"""Points of the note below a table, at most."""

_MAP, _CHART = 0.66, 0.5
"""Share of a column that a map and a chart ask for at least."""

ROUNDING = 0.2
"""mm by which the box of a note is higher than its lines."""

_AIR = 0.3
"""mm by which rows of tables are higher than their type needs, as other fonts do."""

_COVER = 0.62
"""Share of the width of the cover that the words take."""


def slides_of(report: Report, base: Plate, progress: Callable[[int], None] = lambda _done: None) -> bytes:
    """Return the file. ``progress`` is told how many pages are done, and may raise to give up."""
    deck = Deck(base.view.language, theme=base.view.theme, title=report.title, author=report.author)
    for number, page in enumerate(report.pages):
        progress(number)
        _add(deck, page, base)
    progress(len(report.pages))
    return deck.content()


def _add(deck: Deck, page: Page, base: Plate) -> None:
    if page.cover:
        _cover(deck, page, base)
    elif page.plate is not None:
        add_plate_slide(deck, page.plate)
    else:
        for part in _parts(deck, page):
            slide = deck.add_slide(page.title)
            body = _body(deck)
            width = body.width() * page.share - (GAP / 2 if part.right else 0.0)
            _column(deck, slide, part.left, QRectF(body.left(), body.top(), width, body.height()), _least(page))
            if part.right:
                start = body.left() + width + GAP
                right = QRectF(start, body.top(), body.right() - start, body.height())
                _column(deck, slide, part.right, right, _least(page))
            _note(deck, slide, page, base)


def _cover(deck: Deck, page: Page, base: Plate) -> None:
    lead, *rest = [block for block in page.left if isinstance(block, Text)]
    slide = deck.add_title_slide(page.title, lead.paragraphs, *(one.paragraphs[0] for one in rest), share=_COVER)
    start = 2 * MARGIN + _COVER * (deck.width - 4 * MARGIN) + GAP
    body = QRectF(start, MARGIN, deck.width - MARGIN - start, deck.body(foot=True).bottom() - MARGIN)
    _column(deck, slide, page.right, body)
    if page.logo is not None:
        sheet, size = logo_sheet(page.logo, deck.theme, DOTS)
        box = QRectF(2 * MARGIN, MARGIN, size.width, size.height)
        deck.add_picture(slide, render_sheet(sheet, size), box, base.spec.author or page.title)
    _note(deck, slide, page, base)


def _note(deck: Deck, slide: Slide, page: Page, base: Plate) -> None:
    """Write the sources of a page into its notes."""
    data = base.project.data
    lines = [
        f"{data.sources[one].publisher} {data.sources[one].title} {data.sources[one].date}".strip()
        for one in page.sources
        if one in data.sources
    ]
    deck.add_notes(slide, "\n".join((page.title, *lines)))


def _parts(deck: Deck, page: Page) -> list[Page]:
    """Return the page, or several where its texts would be too small to read."""
    body = _body(deck)
    share = (page.share, 1 - page.share)
    columns = [
        _broken(blocks, body.width() * part - GAP, body.height(), _least(page))
        for blocks, part in zip((page.left, page.right), share, strict=True)
    ]
    return [replace(page, left=left, right=right) for left, right in zip_longest(*columns, fillvalue=())]


def _body(deck: Deck) -> QRectF:
    """Return the part of a slide below its title; there is no subtitle and no foot."""
    body = deck.body(foot=False)
    body.setTop(body.top() - SUBTITLE_HEIGHT)
    return body


def _least(page: Page) -> float:
    return SOURCES if page.lists_sources else SMALLEST


def _broken(blocks: tuple[Block, ...], width: float, height: float, least: float) -> list[tuple[Block, ...]]:
    """Return a column in pieces: a text that stands alone is broken between its paragraphs."""
    if not blocks:
        return []
    text = blocks[0]
    if len(blocks) != 1 or not isinstance(text, Text):
        return [blocks]
    pieces: list[list[str]] = [[]]
    for paragraph in text.paragraphs:
        if (
            pieces[-1]
            and text_height(_plain(replace(text, paragraphs=(*pieces[-1], paragraph))), least, width) > height
        ):
            pieces.append([])
        pieces[-1].append(paragraph)
    return [(replace(text, paragraphs=tuple(piece)),) for piece in pieces]


def _column(deck: Deck, slide: Slide, blocks: Sequence[Block], area: QRectF, least: float = SMALLEST) -> None:
    """Set blocks under each other in type of one size, the largest in which all fit; pictures take what is left."""
    flexible = sum(isinstance(block, Map | ChartBlock) for block in blocks)
    room = area.height() - GAP * (len(blocks) - 1)
    wanted = sum(_MAP if isinstance(block, Map) else _CHART for block in blocks if isinstance(block, Map | ChartBlock))
    most = room * (1 - wanted)
    # What is looked up stands in small type in both columns, however short one of them is.
    points = LARGEST if least == SMALLEST else least
    while points > least and not _fits(blocks, points, area.width(), most):
        points -= 0.5
    heights = [_height(block, points, area.width()) for block in blocks]
    left_over = max(0.0, room - sum(heights)) / flexible if flexible else 0.0
    y = area.top()
    for block, own in zip(blocks, heights, strict=True):
        height = min(own or left_over, area.bottom() - y)
        _block(deck, slide, block, QRectF(area.left(), y, area.width(), height), points)
        y += height + GAP


def _fits(blocks: Sequence[Block], points: float, width: float, most: float) -> bool:
    """Whether words in type of a size take no more than ``most`` mm in height, and tables have room across."""
    tables = (_native(block) for block in blocks if isinstance(block, Table))
    return sum(_height(block, points, width) for block in blocks) <= most and all(
        is_roomy(table, points, width) for table in tables
    )


def _height(block: Block, points: float, width: float) -> float:
    """Return the height in mm that words take; 0 for a picture."""
    if isinstance(block, Table):
        return (
            table_height(_native(block), points, width)
            + _AIR * (len(block.rows) + 1)
            + _note_height(block, points, width)
        )
    if isinstance(block, Text):
        return text_height(_plain(block), points, width) + 1.0
    return 0.0


def _note_height(block: Table, points: float, width: float) -> float:
    return text_height(block.note, min(points, NOTE), width) + GAP / 2 if block.note else 0.0


def _plain(block: Text) -> str:
    return "\n".join(filter(None, (block.title, *block.paragraphs)))


def _block(deck: Deck, slide: Slide, block: Block, box: QRectF, points: float) -> None:
    if isinstance(block, Text):
        deck.add_text(slide, _plain(block), box, points, points, deck.theme.muted if block.small else "")
    elif isinstance(block, Table):
        low = _note_height(block, points, box.width())
        deck.add_table(slide, _native(block), QRectF(box.left(), box.top(), box.width(), box.height() - low), points)
        if block.note:
            note = QRectF(box.left(), box.bottom() - low + GAP / 2, box.width(), low - GAP / 2 + ROUNDING)
            deck.add_text(slide, block.note, note, min(points, NOTE), min(points, NOTE), deck.theme.muted)
    elif isinstance(block, ChartBlock):
        points = 72 / MM_PER_INCH
        context = replace(block.context, width=box.width() * points, height=box.height() * points)
        chart = build(block.chart, context)
        deck.add_picture(slide, picture(chart, DOTS * MM_PER_INCH), box, f"{chart.title}. {chart.summary}")
    else:
        size = PageSize(box.width(), box.height(), (round(box.width() * DOTS), round(box.height() * DOTS)))
        sheet = map_sheet(block, QRectF(0, 0, size.width, size.height), deck.theme, size)
        deck.add_picture(slide, render_sheet(sheet, size), box, block.title or block.plate.title)


def _native(block: Table) -> SlideTable:
    """Return a table whose words all stand in the first column, as those of slides do."""
    words = sorted(block.words)
    heads, *rows = (
        (" · ".join(cells[at] for at in words), *(cell for at, cell in enumerate(cells) if at not in block.words))
        for cells in (block.header, *(row.cells for row in block.rows))
    )
    chips = tuple(row.chip for row in block.rows)
    strong = frozenset(at for at, row in enumerate(block.rows) if row.strong)
    return SlideTable(block.title or block.header[0], heads, tuple(rows), chips if any(chips) else (), strong)
