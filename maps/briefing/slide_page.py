"""The page of a slide: its margins, its type, its title, its foot."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from data.model import Language
from maps.briefing.citing import cited
from maps.briefing.slide_source import missing_text, source_texts
from maps.briefing.staging import Staged
from maps.context import Context
from maps.display import PageBox, PageItem, PageText, TextStyle
from maps.fonts import ASCENT, text_width, wrapped
from maps.furniture import panel
from maps.overlay import VEIL
from maps.site_names import CUT, shortened
from maps.theme import Theme

MARGIN = 0.037
"""Margin on each side as a share of width or height: projectors cut off edges."""

TITLE, MESSAGE = 2.0, 1.3
"""Em heights in least ems."""

DOT = " · "
"""Between the parts of the source line."""

LEADING = 1.3
"""Distance of base lines in ems."""

COLON = re.compile(r"(.+?[：:?？])\s*(.+)")
"""A text in two phrases."""

ONE_LINE = 0.72
"""Share of its size to which a title is reduced so that it stays on one line."""


@dataclass(frozen=True, eq=False)
class SlidePage:
    """One slide at one size of the type."""

    context: Context
    staged: Staged
    rect: QRectF
    em: float
    """the least em height, mm"""

    @property
    def theme(self) -> Theme:
        return self.context.theme

    @property
    def language(self) -> Language:
        return self.context.texts.language

    @property
    def inner(self) -> QRectF:
        """The slide without its margins."""
        x, y = MARGIN * self.rect.width(), MARGIN * self.rect.height()
        return self.rect.adjusted(x, y, -x, -y)

    def sized(self, em: float) -> SlidePage:
        """Return the page with another least em height."""
        return replace(self, em=em)

    def translate(self, context: str, source: str) -> str:
        """Return a sentence in the language of the slide."""
        return self.context.texts.translate(context, source)


@dataclass(frozen=True)
class Lines:
    """A text broken into lines of one size."""

    lines: tuple[str, ...]
    style: TextStyle
    leading: float = LEADING

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading * self.style.size

    def items(self, x: float, y: float) -> list[PageItem]:
        """Return the lines from the upper left corner (x, y) down."""
        size = self.style.size
        first = y + (self.leading - 1) / 2 * size + ASCENT * size
        return [
            PageText(x, first + number * self.leading * size, line, self.style)
            for number, line in enumerate(self.lines)
        ]


def fitting(text: str, style: TextStyle, width: float, least: float, most: int, leading: float = LEADING) -> Lines:
    """Return a text on one line if it can be a little smaller for that, else on at most ``most`` lines.

    The type shrinks to ``least`` mm; what even then has no room is cut, with an ellipsis.
    """
    text = " ".join(text.split())
    if not text:
        return Lines((), style, leading)
    least = min(least, style.size)
    share = width / max(text_width(text, style.size, style.bold), 1e-6) * 0.995
    if share >= ONE_LINE and style.size * share >= least:
        return Lines((text,), replace(style, size=style.size * min(share, 1.0)), leading)
    size = style.size
    while True:
        lines = wrapped(text, size, width, style.bold)
        if len(lines) <= most:
            return Lines(lines, replace(style, size=size), leading)
        if size <= least:
            break
        size = max(0.94 * size, least)
    last = shortened(lines[most - 1] + CUT, size / (0.93 if style.bold else 1.0), width)
    return Lines((*lines[: most - 1], last), replace(style, size=size), leading)


def phrased(text: str, style: TextStyle, width: float, least: float, most: int, leading: float = LEADING) -> Lines:
    """Return a large text like ``fitting``, but broken after its colon where it need not be much smaller for that."""
    usual = fitting(text, style, width, least, most, leading)
    found = COLON.fullmatch(" ".join(text.split()))
    if found is None or len(usual.lines) < 2:
        return usual
    share = width / text_width(found[1], style.size, style.bold) * 0.995
    size = max(min(max(share, ONE_LINE), 1.0) * style.size, least)
    lines = [line for phrase in found.groups() for line in wrapped(phrase, size, width, style.bold)]
    return Lines(tuple(lines), replace(style, size=size), leading) if len(lines) <= most else usual


def veil(theme: Theme, rect: QRectF) -> PageBox:
    """Return the ground of a strip under which the map may be moved."""
    return PageBox(rect, VEIL + theme.paper.removeprefix("#"))


def card(page: SlidePage, rect: QRectF) -> PageBox:
    """Return the ground of a block that lies over the map."""
    return panel(page.theme, rect, page.em / 2.1)


def head(page: SlidePage, message: bool) -> tuple[list[PageItem], QRectF]:
    """Set title and message. Return the items, their ground first, and its rectangle."""
    inner, em = page.inner, page.em
    y = inner.top()
    items: list[PageItem] = []
    title = fitting(page.staged.title, TextStyle(TITLE * em, page.theme.text, bold=True), inner.width(), em, 2, 1.18)
    if page.staged.title.strip():
        items += title.items(inner.left(), y)
        y += title.height
    if message and page.staged.message.strip():
        said = fitting(page.staged.message, TextStyle(MESSAGE * em, page.theme.muted), inner.width(), em, 2)
        items += said.items(inner.left(), y + 0.1 * em)
        y += said.height + 0.1 * em
    rect = page.rect
    ground = QRectF(rect.left(), rect.top(), rect.width(), y + 0.4 * em - rect.top())
    return [veil(page.theme, ground), *items], ground


def missing_line(page: SlidePage) -> list[Lines]:
    """Return what the scene asks for and does not get; nothing where nothing is missing."""
    if not page.staged.missing:
        return []
    said = missing_text(page.context.texts, page.staged.missing)
    return [fitting(said, TextStyle(page.em, page.theme.muted), page.inner.width(), page.em, 1, 1.25)]


def _source_lines(texts: list[tuple[str, ...]], em: float, width: float) -> tuple[str, ...]:
    """Return the fullest of the texts that two lines hold; of the briefest as many lines as it takes.

    What it says is owed to those who are shown the map, so nothing of it is ever cut.
    """
    for one in texts:
        if lines := _two_lines(one, em, width):
            return lines
    whole = [wrapped(DOT.join(one), em, width) for one in texts]
    return next((lines for lines in whole if len(lines) <= 2), whole[-1])


def _two_lines(parts: tuple[str, ...], em: float, width: float) -> tuple[str, ...]:
    """Return the parts on one line or on two that end with one of them; nothing where they are too long for that."""
    for cut in range(len(parts), 0, -1):
        lines = tuple(filter(None, (DOT.join(parts[:cut]), DOT.join(parts[cut:]))))
        if all(text_width(line, em) <= width for line in lines):
            return lines
    return ()


def foot(page: SlidePage) -> tuple[list[PageItem], QRectF]:
    """Set the source line, on two lines if they hold it, and above it what is missing. Return as ``head`` does."""
    inner, rect, em = page.inner, page.rect, page.em
    style = TextStyle(em, page.theme.muted)
    sources = cited(page.context, page.staged.scene.panel, page.staged.told) if page.staged.has_map else ()
    texts = source_texts(page.context, sources)
    blocks = [*missing_line(page), Lines(_source_lines(texts, em, inner.width()), style, 1.25)]
    y = inner.bottom() - sum(block.height for block in blocks)
    ground = QRectF(rect.left(), y - 0.3 * em, rect.width(), rect.bottom() - y + 0.3 * em)
    items: list[PageItem] = [veil(page.theme, ground)]
    for block in blocks:
        items += block.items(inner.left(), y)
        y += block.height
    return items, ground
