"""The report as slides: titles, tables and texts that can be edited, maps and charts as pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from PySide6.QtCore import QRectF

from maps.charts.render import build, picture
from maps.export.deck import GAP, Deck, Slide
from maps.export.png import render_sheet
from maps.export.pptx import add_plate_slide
from maps.export.slide_table import SlideTable
from maps.export.slide_text import text_height
from maps.page import MM_PER_INCH, PageSize
from maps.plate import Plate
from maps.report.model import Block, ChartBlock, Map, Page, Report, Table, Text
from maps.report.sheets import map_sheet

DOTS = 200 / MM_PER_INCH
"""Pixels per mm of the pictures: twice what a projector shows."""

LARGEST, SMALLEST = 14.0, 6.5
"""Points of text."""

READABLE = 6.5
"""Points below which a text is rather continued on the next slide."""

_ROW = 7.2
"""Height that a row of a table asks for, mm."""

_PICTURE = 0.45
"""Share of a column that a map or chart asks for at least."""


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
        lead, *rest = [block for block in page.left if isinstance(block, Text)]
        slide = deck.add_title_slide(page.title, lead.paragraphs, *(one.paragraphs[0] for one in rest))
        _note(deck, slide, page, base)
    elif page.plate is not None:
        add_plate_slide(deck, page.plate)
    else:
        for part in _parts(deck, page):
            slide = deck.add_slide(page.title)
            body = deck.body(foot=False)
            width = body.width() * page.share - (GAP / 2 if part.right else 0.0)
            _column(deck, slide, part.left, QRectF(body.left(), body.top(), width, body.height()))
            if part.right:
                start = body.left() + width + GAP
                _column(deck, slide, part.right, QRectF(start, body.top(), body.right() - start, body.height()))
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
    body = deck.body(foot=False)
    share = (page.share, 1 - page.share)
    columns = [
        _broken(blocks, body.width() * part - GAP, body.height())
        for blocks, part in zip((page.left, page.right), share, strict=True)
    ]
    return [replace(page, left=left, right=right) for left, right in zip_longest(*columns, fillvalue=())]


def _broken(blocks: tuple[Block, ...], width: float, height: float) -> list[tuple[Block, ...]]:
    """Return a column in pieces: a text that stands alone is broken between its paragraphs."""
    if not blocks:
        return []
    text = blocks[0]
    if len(blocks) != 1 or not isinstance(text, Text):
        return [blocks]
    pieces: list[list[str]] = [[]]
    for paragraph in text.paragraphs:
        if pieces[-1] and text_height("\n".join([*pieces[-1], paragraph]), READABLE, width) > height - _ROW:
            pieces.append([])
        pieces[-1].append(paragraph)
    return [(replace(text, paragraphs=tuple(piece)),) for piece in pieces]


def _column(deck: Deck, slide: Slide, blocks: Sequence[Block], area: QRectF) -> None:
    """Set blocks under each other; pictures take what the words leave."""
    flexible = sum(isinstance(block, Map | ChartBlock) for block in blocks)
    wishes = [_wish(block, area) for block in blocks]
    room = area.height() - GAP * (len(blocks) - 1)
    words = sum(wishes)
    most = room * (1 - _PICTURE) if flexible else room
    shrunk = min(1.0, most / words) if words else 1.0
    left_over = (room - words * shrunk) / flexible if flexible else 0.0
    y = area.top()
    for block, wish in zip(blocks, wishes, strict=True):
        height = wish * shrunk if wish else left_over
        _block(deck, slide, block, QRectF(area.left(), y, area.width(), height))
        y += height + GAP


def _wish(block: Block, area: QRectF) -> float:
    """Return the height in mm that words ask for; 0 for a picture."""
    if isinstance(block, Table):
        return (len(block.rows) + 1.6) * _ROW + (_ROW if block.note else 0.0)
    if isinstance(block, Text):
        return text_height(_plain(block), 11.0, area.width()) + 1.0
    return 0.0


def _plain(block: Text) -> str:
    return "\n".join(filter(None, (block.title, *block.paragraphs)))


def _block(deck: Deck, slide: Slide, block: Block, box: QRectF) -> None:
    if isinstance(block, Text):
        deck.add_text(slide, _plain(block), box, LARGEST, SMALLEST, deck.theme.muted if block.small else "")
    elif isinstance(block, Table):
        note = QRectF(box.left(), box.bottom() - _ROW, box.width(), _ROW)
        table = QRectF(box.left(), box.top(), box.width(), box.height() - (_ROW if block.note else 0.0))
        deck.add_table(slide, _native(block), table)
        if block.note:
            deck.add_text(slide, block.note, note, 9.0, SMALLEST, deck.theme.muted)
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
