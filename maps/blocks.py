"""The elements of a sheet that are made of text and signs, each set for itself and put in its place afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, pairwise

from PySide6.QtCore import QRectF

from maps.areas import missing_hatch
from maps.attribution import attribution_lines, brief_source_lines, made_line
from maps.context import Context
from maps.display import (
    PageBox,
    PageEllipse,
    PageItem,
    PageLine,
    PagePicture,
    PageText,
    TextStyle,
    Viewport,
)
from maps.fonts import text_width, wrapped
from maps.furniture import LINE, legend_items, north_arrow, scale_bar, text_block
from maps.legend import AreaSwatch, Section, legend
from maps.logo import read_logo
from maps.sheet_spec import ElementId, SheetSpec, TemplateId
from maps.showing import LINE_END
from maps.table import TableWords, circle_table, is_broken, least_width, table_words
from maps.words import source_lines, subtitle, title

LEGEND_WIDTH = 84.0
"""Widest column of the legend, mm: further right the counts would lose their rows."""

RUNNING: frozenset[TemplateId] = frozenset({"map", "plain"})
"""Templates whose sources stand under the map in one paragraph: every line is taken from the map."""

LEAST = 0.2
"""Share of its proper size below which no text shrinks, however much of it the user wrote."""

FIT = 0.72
"""Share of its size to which a title is reduced in order to save a line."""

LOGO = (30.0, 14.0)
"""Largest logo, mm."""


def shifted(item: PageItem, dx: float, dy: float) -> PageItem:
    """Return a page item moved by (dx, dy) mm."""
    if isinstance(item, PageBox | PageEllipse | PagePicture):
        return replace(item, rect=item.rect.translated(dx, dy))
    if isinstance(item, PageLine):
        return replace(item, points=tuple((x + dx, y + dy) for x, y in item.points))
    return replace(item, x=item.x + dx, y=item.y + dy)


@dataclass(frozen=True, slots=True)
class Block:
    """One element: what it is drawn of, and the box in mm that it needs."""

    items: tuple[PageItem, ...]
    box: QRectF

    def moved(self, dx: float, dy: float) -> Block:
        """Return the block moved by (dx, dy) mm."""
        return Block(tuple(shifted(item, dx, dy) for item in self.items), self.box.translated(dx, dy))


Blocks = Mapping[ElementId, Block]


@dataclass(frozen=True)
class Group:
    """Several elements that stand together, from the upper left corner of the page on."""

    blocks: Blocks
    height: float = 0.0

    def at(self, x: float, y: float) -> dict[ElementId, Block]:
        """Return the elements with the upper left corner of the group at (x, y)."""
        return {name: block.moved(x, y) for name, block in self.blocks.items()}


@dataclass(frozen=True, eq=False)
class Said:
    """What a sheet says, found once however often its elements are set."""

    context: Context

    @cached_property
    def title(self) -> str:
        return title(self.context)

    @cached_property
    def subtitle(self) -> str:
        return subtitle(self.context)

    @cached_property
    def sources(self) -> tuple[list[str], list[str], list[str]]:
        """The source block in full, with the sources counted, and the least of it."""
        return source_lines(self.context), brief_source_lines(self.context), attribution_lines(self.context)

    @cached_property
    def table(self) -> TableWords:
        return table_words(self.context)


@dataclass(frozen=True, eq=False)
class Setting:
    """How the elements of one try of a layout are set."""

    context: Context
    """its unit is that of the text"""
    said: Said
    spec: SheetSpec
    page: tuple[float, float]
    """width and height, mm"""
    floor: float
    """least em height, mm"""
    roomy: bool = True
    """whether a chart has the height that suits it, or the least, and a table the width that its words ask"""
    brief: int = 0
    """0 says everything, 1 counts the sources instead of naming them, 2 gives one line of attribution"""

    @property
    def unit(self) -> float:
        return self.context.unit

    def shows(self, element: ElementId) -> bool:
        return self.spec.shows(element)

    def em(self, size: float) -> float:
        """Return an em height in mm for one given at unit 1, never below the floor."""
        return max(size * self.unit, self.floor)

    def words(self, element: ElementId, own: str = "") -> str:
        """Return what the user wrote in the place of ``own``, its line breaks as Qt knows them."""
        return self.spec.words(element).replace("\n", LINE_END) or own

    @cached_property
    def sections(self) -> list[Section]:
        return legend(self.context)


def _text(text: str, width: float, style: TextStyle, leading: float = LINE, most: float = 0.0) -> Block:
    """Set text from the corner of the page, smaller where it would be higher than ``most`` mm."""
    least = LEAST * style.size
    while True:
        items, height = text_block(text, 0.0, 0.0, width, style, leading)
        if not most or height <= most or style.size <= least:
            # As wide as it reads: a hand that drags it is stopped by the edge of the page, not by empty paper.
            lines = [text_width(item.text, style.size, style.bold) for item in items if isinstance(item, PageText)]
            return Block(tuple(items), QRectF(0, 0, min(width, max(lines, default=width)), height))
        style = replace(style, size=0.93 * style.size)


def title_block(setting: Setting, width: float) -> Block:
    """Set the title over ``width``: a fifth of the page at most."""
    words = setting.words("title", setting.said.title)
    style = TextStyle(setting.em(6.4), setting.context.theme.text, bold=True)
    if text_width(words, style.size, True) * FIT > width:
        words = _at_colon(words, style.size, width)
    # A title that nearly fits on one line is made to fit: one word left over on a second line looks like a mistake.
    fit = width / max(text_width(line, style.size, True) for line in words.split(LINE_END))
    if FIT <= fit < 1:
        style = replace(style, size=style.size * fit * 0.995)
    return _text(words, width, _without_orphan(words, width, style, 0.79), 1.3, 0.2 * setting.page[1])


def _at_colon(words: str, size: float, width: float) -> str:
    """Return a title parted at its colon or bar if both lines then fit: Chinese breaks anywhere otherwise.

    No line begins with the bar.
    """
    for mark in ("：", " | ", "｜"):
        first, found, second = words.partition(mark)
        lines = (first + mark.rstrip(), second) if mark == "：" else (first, second)
        if found and max(text_width(line, FIT * size, True) for line in lines) <= width:
            return LINE_END.join(lines)
    name, bar, rest = words.partition(" | ")
    if bar and any(line.startswith("|") for line in wrapped(words, size, width, True)):
        return LINE_END.join((name, rest))
    return words


def _without_orphan(words: str, width: float, style: TextStyle, least: float) -> TextStyle:
    """Return the style a little smaller where that saves a line: one word left over looks like a mistake."""
    lines = len(wrapped(words, style.size, width, style.bold))
    if lines < 2:
        return style
    for share in (0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79):
        if share >= least and len(wrapped(words, share * style.size, width, style.bold)) < lines:
            return replace(style, size=share * style.size)
    return style


def head(setting: Setting, width: float) -> Group:
    """Set title and subtitle under each other."""
    blocks: dict[ElementId, Block] = {}
    y = 0.0
    if setting.shows("title"):
        blocks["title"] = title_block(setting, width)
        y = blocks["title"].box.bottom() + 0.6 * setting.unit
    if setting.shows("subtitle"):
        style = TextStyle(setting.em(3.0), setting.context.theme.muted)
        words = setting.words("subtitle", setting.said.subtitle)
        style = _without_orphan(words, width, style, max(0.79, setting.floor / style.size))
        blocks["subtitle"] = _text(words, width, style, most=0.12 * setting.page[1]).moved(0, y)
        y = blocks["subtitle"].box.bottom()
    return Group(blocks, y)


def legend_block(setting: Setting, width: float, columns: int) -> Block:
    """Set the legend over ``width`` in up to so many columns, as equally long as its sections allow."""
    unit, theme = setting.unit, setting.context.theme
    gap = 8 * unit
    one = min((width - gap * (columns - 1)) / columns, LEGEND_WIDTH * unit)
    items: list[PageItem] = []
    end = 0.0
    parts = _parted(setting, one, min(columns, len(setting.sections)))
    for number, part in enumerate(parts):
        column, below = legend_items(part, theme, number * (one + gap), 0, one, unit, setting.floor)
        items += column
        end = max(end, below)
    return Block(tuple(items), QRectF(0, 0, len(parts) * (one + gap) - gap, end))


def _parted(setting: Setting, width: float, columns: int) -> list[list[Section]]:
    """Return the sections in ``columns`` runs of which the longest is as short as can be."""
    sections = setting.sections
    if columns <= 1:
        return [sections]
    tall = [legend_items([one], setting.context.theme, 0, 0, width, setting.unit, setting.floor)[1] for one in sections]
    cuts = [(0, *inner, len(sections)) for inner in combinations(range(1, len(sections)), columns - 1)]
    best = min(cuts, key=lambda cut: max(sum(tall[a:b]) for a, b in pairwise(cut)))
    return [sections[a:b] for a, b in pairwise(best)]


def table_block(setting: Setting, width: float) -> Block:
    """Set the scorecard over ``width``, wider only where its words need more."""
    width = max(width, least_width(setting.context, setting.said.table, setting.floor))
    items, height = circle_table(setting.context, setting.said.table, 0.0, 0.0, width, setting.floor)
    return Block(tuple(items), QRectF(0, 0, width, height))


def is_cramped(setting: Setting, width: float) -> bool:
    """Tell whether the scorecard over ``width`` has to break words of its heads or names of circles."""
    return is_broken(setting.context, setting.said.table, width, setting.floor)


def _paragraphs(lines: Iterable[str], width: float, style: TextStyle, gap: float) -> Block:
    items: list[PageItem] = []
    y = 0.0
    for line in lines:
        more, y = text_block(line, 0.0, y, width, style, 1.32)
        items += more
        y += gap
    return Block(tuple(items), QRectF(0, 0, width, y))


def sources_block(setting: Setting, width: float) -> Block:
    """Set the sources, definition and overlap rule. They can be shortened but not taken away: the boundaries' licence
    asks for attribution, and totals over circles that overlap mean nothing without the rule they were counted by."""
    context = setting.context
    lines = setting.said.sources[2 if "sources" in setting.spec.hidden else setting.brief]
    if setting.spec.template in RUNNING:
        lines = [("" if context.view.language == "zh" else " ").join(lines)]
    own = setting.words("sources")
    style = TextStyle(setting.em(2.0), context.theme.muted)
    block = _paragraphs([own, *lines] if own else lines, width, style, 0.5 * setting.unit)
    if setting.shows("legend") or not context.shows("choropleth"):
        return block
    return _with_missing(setting, block, style)


def _with_missing(setting: Setting, block: Block, style: TextStyle) -> Block:
    """Put before the sources what an area without data looks like: no legend says it."""
    theme, unit = setting.context.theme, setting.unit
    swatch = PageBox(
        QRectF(0, 0.15 * style.size, 2 * style.size, style.size),
        theme.missing, theme.frame, 0.3, (missing_hatch(theme, 0.6 * unit),),
    )  # fmt: skip
    words = _missing_words(setting)
    items, height = text_block(words, 2.7 * style.size, 0, block.box.width() - 2.7 * style.size, style, 1.32)
    below = block.moved(0, height + 0.5 * unit)
    return Block((swatch, *items, *below.items), QRectF(0, 0, block.box.width(), below.box.bottom()))


def _missing_words(setting: Setting) -> str:
    for section in setting.sections:
        for entry in section.entries:
            if isinstance(entry.swatch, AreaSwatch) and entry.swatch.colour == setting.context.theme.missing:
                return f"{entry.text} ({entry.count})" if entry.count else entry.text
    return setting.context.texts.translate("Legend", "No data")


def foot(setting: Setting, width: float) -> Group:
    """Set notes, sources and date under each other, with the logo on their right."""
    context, unit = setting.context, setting.unit
    blocks: dict[ElementId, Block] = {}
    room = width
    if setting.spec.logo is not None and setting.shows("logo"):
        logo = read_logo(setting.spec.logo)
        across, down = logo.fitted(min(LOGO[0] * unit, 0.25 * width), LOGO[1] * unit)
        blocks["logo"] = Block((replace(logo.picture, rect=QRectF(0, 0, across, down)),), QRectF(0, 0, across, down))
        room = width - across - 4 * unit
    y = 0.0
    if setting.shows("notes") and setting.words("notes"):
        style = TextStyle(setting.em(2.6), context.theme.text)
        blocks["notes"] = _text(setting.words("notes"), room, style, 1.35, 0.2 * setting.page[1])
        y = blocks["notes"].box.bottom() + 1.6 * unit
    blocks["sources"] = sources_block(setting, room).moved(0, y)
    y = blocks["sources"].box.bottom()
    made = made_line(context, setting.spec)
    if made and setting.shows("date"):
        style = TextStyle(setting.em(2.0), context.theme.muted)
        blocks["date"] = _text(made, room, style, 1.32, 0.1 * setting.page[1]).moved(0, y + 0.8 * unit)
        y = blocks["date"].box.bottom()
    if "logo" in blocks:
        box = blocks["logo"].box
        y = max(y, box.height())
        blocks["logo"] = blocks["logo"].moved(width - box.width(), y - box.height())
    return Group(blocks, y)


def scale_block(context: Context, viewport: Viewport, longest: float) -> Block:
    """Set scale bar and ratio, at most ``longest`` mm long."""
    unit = context.unit
    items = scale_bar(context, viewport, 0.0, 0.0, longest)
    bars = [item.rect for item in items if isinstance(item, PageBox)]
    right = max(bar.right() for bar in bars) + 7 * unit
    return Block(tuple(items), QRectF(-2 * unit, -4.0 * unit, right + 2 * unit, 8.0 * unit))


def north_block(context: Context) -> Block:
    """Set the north arrow."""
    unit = context.unit
    return Block(tuple(north_arrow(context, 0.0, 0.0)), QRectF(-2.2 * unit, 0, 4.4 * unit, 9.6 * unit))
