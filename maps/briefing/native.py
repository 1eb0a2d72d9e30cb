"""Scenes as slides that can be edited: title, message, table, chart and notes as such, the map as a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from maps.briefing.citing import publishers
from maps.briefing.plates import ScenePlate
from maps.briefing.slide_ornament import FAINT, TINT, quiet_map
from maps.chart_block import chart_block
from maps.charts.catalogue import ChartId, chart_name
from maps.context import Context
from maps.display import MapDrawing, PageItem, Sheet, Viewport
from maps.export.deck import GAP, MARGIN, Deck, Slide
from maps.export.png import render_sheet
from maps.export.pptx import (
    DOTS,
    MAP_SHARE,
    circle_bars,
    circle_slide_table,
    cited_lines,
    map_picture,
    source_feet,
)
from maps.export.shown import plate_context
from maps.export.shown_areas import circle_table
from maps.export.slide_table import SlideTable, rows_that_fit
from maps.page import PageSize
from maps.words import definition_line, subtitle

MAP_TYPE = 1.2
"""Of maps of scenes, which are read from the back row, against those of other slides."""

CHART_TYPE = 1.7
"""Unit of such a chart: its type is then some 11 points, as that of a chart of PowerPoint."""


COVER = 0.6
"""Share of the width that the words of a cover take."""

LEAST_ROWS = 8
"""Rows of a table that is not broken into two beside each other."""


def add_scene_slide(deck: Deck, plate: ScenePlate) -> None:
    """Add the slide of a scene."""
    kind = plate.staged.scene.kind
    if kind == "section":
        deck.begin_section(plate.title)
    if kind == "closing":
        slide = _add_closing(deck, plate)
    elif kind == "map":
        slide = _add_map(deck, plate)
    else:
        slide = _add_page(deck, plate)
    notes = _notes(plate)
    if notes:
        deck.add_notes(slide, notes)


def _add_page(deck: Deck, plate: ScenePlate) -> Slide:
    """Add a cover or the head of a section: its words at the left, the quiet map of the slide at the right."""
    context, words = plate_context(plate), tuple(filter(None, (plate.staged.message,)))
    slide = deck.add_title_slide(plate.title, words, definition_line(context), share=COVER)
    start = 2 * MARGIN + COVER * (deck.width - 4 * MARGIN) + GAP
    box = QRectF(start, MARGIN, deck.width - MARGIN - start, deck.body().bottom() - MARGIN)
    place = QRectF(0, 0, box.width(), box.height())
    items = quiet_map(context, place, FAINT if plate.staged.scene.kind == "section" else TINT)
    deck.add_picture(slide, _picture(context, place, items), box, definition_line(context))
    return slide


def _picture(context: Context, place: QRectF, items: Sequence[PageItem]) -> QImage:
    page = PageSize(place.width(), place.height(), (round(place.width() * DOTS), round(place.height() * DOTS)))
    nowhere = Viewport(place, (0.0, 0.0), 1.0)
    sheet = Sheet(page.width, page.height, context.theme.paper, nowhere, MapDrawing(), above=tuple(items))
    return render_sheet(sheet, page, context.view.sight)


def _add_map(deck: Deck, plate: ScenePlate) -> Slide:
    context, panel = plate_context(plate), plate.staged.scene.panel
    slide = deck.add_slide(plate.title, plate.staged.message or subtitle(context), *source_feet(plate, context))
    body = deck.body()
    left = QRectF(body)
    if panel:
        left.setWidth(MAP_SHARE[deck.paper] * body.width())
    right = QRectF(left.right() + GAP, body.top(), body.right() - left.right() - GAP, body.height())
    deck.add_picture(slide, map_picture(plate, left, MAP_TYPE), left, plate.sentences(plate.summary, subtitle(context)))
    if panel == "scorecard":
        deck.add_table(slide, circle_slide_table(context, circle_table(context)), right)
    elif panel == "bars":
        deck.add_bars(slide, circle_bars(context), right)
    elif panel:
        _add_chart(deck, slide, context, cast(ChartId, panel), right)
    return slide


def _add_chart(deck: Deck, slide: Slide, context: Context, chart: ChartId, box: QRectF) -> None:
    place = QRectF(0, 0, box.width(), box.height())
    block = chart_block(replace(context, unit=CHART_TYPE), chart, place)
    deck.add_picture(slide, _picture(context, place, block.items), box, chart_name(context.texts, chart))


def _add_closing(deck: Deck, plate: ScenePlate) -> Slide:
    """Add the last slide: who published how many of the sources of all scenes, as many as there is room for."""
    context = plate_context(plate)
    translate, number = context.texts.translate, context.texts.number
    slide = deck.add_slide(plate.title, plate.staged.message, definition_line(context))
    counted = publishers(plate.sources())
    if not counted:
        return slide
    unnamed = translate("Slide", "No publisher stated")
    rows = [(name or unnamed, number(sources)) for name, sources in counted]
    heads = (translate("Data", "Publisher"), translate("Data", "Sources"))
    body = deck.body()
    half = QRectF(body.left(), body.top(), (body.width() - GAP) / 2, body.height())
    most = rows_that_fit(SlideTable(heads[1], heads, tuple(rows)), half)
    if len(rows) > 2 * most:
        rest = counted[2 * most - 1 :]
        words = translate("Slide", "{count} other publishers").format(count=number(len(rest)))
        rows = [*rows[: 2 * most - 1], (words, number(sum(sources for _, sources in rest)))]
    table, most = SlideTable(heads[1], heads, tuple(rows)), max(LEAST_ROWS, math.ceil(len(rows) / 2))
    for at, start in enumerate(range(0, len(rows), most)):
        deck.add_table(slide, table.part(start, start + most), half.translated(at * (half.width() + GAP), 0))
    return slide


def _notes(plate: ScenePlate) -> str:
    """Return what the speaker says, and what may be asked: what is shown, how it counts, from where it comes."""
    context, parts = plate_context(plate), [plate.speech]
    if plate.staged.has_map:
        parts.append("\n".join((plate.title, subtitle(context))))
    sources = plate.sources()
    if sources:
        parts.append("\n".join(cited_lines(context, [source.id for source in sources])))
    return "\n\n".join(filter(None, parts))
