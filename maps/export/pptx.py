"""Plates as slides: the map as a picture, title, table or chart, sources and notes as what PowerPoint can edit."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from data.balance.evaluate import column, indicator_of
from data.balance.groups import NATION, groups
from data.model import Place
from maps.attribution import attribution_lines, brief_source_lines, made_line
from maps.chart_block import charted
from maps.context import Context
from maps.export.deck import GAP, Deck, Slide
from maps.export.formats import Options, Progress
from maps.export.png import render_sheet
from maps.export.shown import plate_context, shown
from maps.export.slide_chart import Bars
from maps.export.slide_table import SlideTable
from maps.export.table import ShownTable
from maps.logo import read_logo
from maps.page import MM_PER_INCH, PageSize
from maps.plate import Plate
from maps.showing import unit_words
from maps.templates import page_unit
from maps.words import definition_line, source_lines, subtitle

DOTS = 240 / MM_PER_INCH
"""Pixels per mm of the picture of a map: two and a half times what a projector shows."""

BROAD = (4 / 3 * 16 / 9) ** 0.5
"""Pages broader than this are nearer to 16:9 than to 4:3."""

UNIT = 0.9
"""Size of a mm of an A4 sheet in a picture, mm on the slide: what is read from afar is no smaller for sharing it."""

MOST_ENLARGED = 1.4
"""Beyond that names would stand in each other's way on the map."""

BOUNDS = {"": "", ">=": "≥", "<=": "≤"}

MOST_SOURCES = 60
"""Sources listed in the notes; a workbook holds them all."""

LOGO = (30.0, 14.0)
"""Largest logo, mm."""

MAP_SHARE = {"16:9": 0.56, "4:3": 0.5}
"""Of the width of slides, for map and legend, where a table or chart stands beside them."""


def write(plates: Sequence[Plate], path: Path, options: Options, progress: Progress) -> None:
    """Write a slide for every plate. Raises TargetError without memory for a picture."""
    first = plates[0]
    deck = Deck(
        first.view.language,
        paper=_paper(first.page),
        theme=first.view.theme,
        title=options.title or first.title,
        author=first.spec.author,
    )
    for number, plate in enumerate(plates):
        progress(number)
        plate.add_slide(deck)
    path.write_bytes(deck.content())
    progress(len(plates))


def _paper(page: PageSize) -> str:
    """Return the shape of slides nearest to that of the page; there are no tall ones."""
    return "4:3" if page.width / page.height < BROAD else "16:9"


def add_plate_slide(deck: Deck, plate: Plate) -> Slide:
    """Add the slide of a plate: its map with the legend, and beside it what its template asks for."""
    if plate.lines:
        return _text_slide(deck, plate)
    context, tables = plate_context(plate), shown(plate)
    logo = read_logo(plate.spec.logo) if plate.spec.logo is not None and plate.spec.shows("logo") else None
    across, down = (0.0, 0.0) if logo is None else logo.fitted(*LOGO)
    slide = deck.add_slide(
        plate.title,
        plate.spec.words("subtitle", subtitle(context)),
        *source_feet(plate, context),
        right=across and across + GAP,
    )
    if logo is not None:
        foot = deck.foot()
        box = QRectF(foot.right() - across, foot.bottom() - down, across, down)
        deck.add_picture(slide, logo.image(round(across * DOTS)), box, context.texts.translate("Sheet", "Logo"))
    body = deck.body()
    bars = plate.spec.template == "chart"
    table = plate.spec.template == "scorecard"
    left = QRectF(body)
    if bars or table:
        left.setWidth(MAP_SHARE[deck.paper] * body.width())
    deck.add_picture(slide, map_picture(plate, left), left, f"{plate.title}. {subtitle(context)}")
    right = QRectF(left.right() + GAP, body.top(), body.right() - left.right() - GAP, body.height())
    if bars:
        deck.add_bars(slide, circle_bars(context), right)
    elif table:
        deck.add_table(slide, circle_slide_table(context, tables.circles), right)
    words = [plate.title, subtitle(context), plate.spec.words("notes")]
    named = [str(cell or "") for cell in tables.sources.column("id")]
    deck.add_notes(slide, "\n".join((*words, "", *cited_lines(context, named))))
    return slide


def source_feet(plate: Plate, context: Context) -> Iterator[str]:
    """Yield the sources in ever fewer words, each way with what the user puts before them and who made the slide."""
    own, made = plate.spec.words("sources"), made_line(context, plate.spec)
    for lines in (source_lines(context), brief_source_lines(context), attribution_lines(context)):
        yield "\n".join(filter(None, (own, *lines, made)))


def _text_slide(deck: Deck, plate: Plate) -> Slide:
    """Add the slide of a page without a map: its lines as a table."""
    table = SlideTable(plate.title, ("", ""), plate.lines)
    return deck.add_table_slide(plate.title, table, "", definition_line(plate_context(plate)))[0]


def map_picture(plate: Plate, box: QRectF, larger: float = 1.0) -> QImage:
    """Return the map with its legend, without what is native on the slide; its type ``larger`` than usual."""
    page = PageSize(box.width(), box.height(), (round(box.width() * DOTS), round(box.height() * DOTS)))
    enlarged = larger * min(max(1.0, UNIT / page_unit(page.width, page.height)), MOST_ENLARGED)
    drawn = plate.pictured()
    assert drawn is not None
    picture = replace(drawn, page=page, spec=replace(drawn.spec, moved={}, enlarged=enlarged))
    return render_sheet(picture.sheet, page, plate.view.sight)


def circle_slide_table(context: Context, circles: ShownTable) -> SlideTable:
    """Return the table of circles and nation in words, the nation and the circle in focus set off."""
    focus = context.view.focus
    columns = circles.brief()
    ids = circles.column("id")
    known = context.project.data.circles
    return SlideTable(
        circles.title,
        (context.texts.translate("Data", "Life circle"), *(column.title for column in columns[1:])),
        circles.words(columns),
        tuple(known[str(one)].colour if one in known else "" for one in ids),
        frozenset(row for row, one in enumerate(ids) if one == NATION or Place("circle", str(one)) == focus),
    )


def circle_bars(context: Context) -> Bars:
    """Return the indicator of the map by circle on the side shown, as bars in the colours of the circles."""
    project, language, side = context.project, context.view.language, context.side
    indicator, areas = indicator_of(project, charted(context)), groups(project, "circle")
    found = column(project, indicator.id, "circle", side)
    known = [None if math.isnan(value) else round(float(value), indicator.decimals) for value in found.values]
    no_data = context.texts.translate("Data", "{name} (no data)")
    # The number beside a bar is PowerPoint's own, which knows no bounds.
    names = (
        " ".join(filter(None, (name.text(language), BOUNDS[bound])))
        for name, bound in zip(areas.names, found.bounds, strict=True)
    )
    title = context.texts.translate("Data", "{indicator} ({unit})")
    return Bars(
        title.format(indicator=indicator.name.text(language), unit=unit_words(context.texts, indicator.unit, side)),
        tuple(
            name if value is not None else no_data.format(name=name) for name, value in zip(names, known, strict=True)
        ),
        tuple(known),
        tuple(project.data.circles[circle].colour for circle in areas.ids),
        indicator.decimals,
    )


def cited_lines(context: Context, names: Sequence[str]) -> list[str]:
    """Return for the notes of a slide how the map counts, and the sources of its numbers, which are named by id."""
    translate, known = context.texts.translate, context.project.what_if.data.sources
    lines = [*source_lines(context), "", translate("Data", "Sources")]
    for source in (known[name] for name in names[:MOST_SOURCES]):
        cells = (source.id, source.title, source.publisher, source.date, source.url)
        lines.append(" ".join(filter(None, cells)))
    if len(names) > MOST_SOURCES:
        more = translate("Data", "and {count} more, all of them listed in the workbook of the same map")
        lines.append(more.format(count=context.texts.number(len(names) - MOST_SOURCES)))
    return lines
