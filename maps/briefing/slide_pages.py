"""Slides without a map: the cover, the head of a section, the end with the sources of all scenes."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from maps.briefing.citing import publishers
from maps.briefing.slide_layout import SlideLayout
from maps.briefing.slide_ornament import FAINT, quiet_map, strip
from maps.briefing.slide_page import SlidePage, fitting, foot, missing_line, phrased
from maps.display import PageBox, PageItem, PageLine, PageText, TextStyle
from maps.fonts import ASCENT, text_width

STRIP = 0.35
"""Height of the strip of colours, in ems."""


def lay_out_page(page: SlidePage) -> SlideLayout:
    """Lay out a title, section or closing scene."""
    kind = page.staged.scene.kind
    if kind == "closing":
        items = _closing(page)
    elif kind == "section":
        items = _section(page)
    else:
        items = _cover(page)
    return SlideLayout((PageBox(page.rect, page.theme.paper), *items), page.inner, grounds=(page.rect,), em=page.em)


def _cover(page: SlidePage) -> list[PageItem]:
    """Set title and message large at the left, a quiet map at the right, and what the data are at the foot."""
    inner, em = page.inner, page.em
    below, ground = foot(page)
    height = ground.top() - inner.top()
    across = min(0.84 * height, 0.42 * inner.width())
    beside = QRectF(inner.right() - across, inner.top(), across, height - em)
    items = [*quiet_map(page.context, beside), *below]
    return items + _words(page, QRectF(inner.left(), inner.top(), beside.left() - inner.left() - 1.5 * em, height))


def _section(page: SlidePage) -> list[PageItem]:
    """Set the number of the section, its title and its message over a faint map at the right."""
    inner = page.inner
    across = 0.42 * inner.width()
    beside = QRectF(inner.right() - across, inner.top(), across, inner.height())
    room = inner.adjusted(0, 0, -across - page.em, 0)
    items = [*quiet_map(page.context, beside, FAINT), *_words(page, room, number=page.staged.number)]
    for line in missing_line(page):
        items += line.items(inner.left(), inner.bottom() - line.height)
    return items


def _words(page: SlidePage, room: QRectF, number: int = 0) -> list[PageItem]:
    """Set title and message around the middle of ``room``, the strip of colours between them."""
    em, theme = page.em, page.theme
    title = phrased(page.staged.title, TextStyle(3.4 * em, theme.text, bold=True), room.width(), em, 3, 1.2)
    said = fitting(page.staged.message, TextStyle(1.6 * em, theme.muted), room.width(), em, 4)
    above = 4.2 * em if number else 0.0
    whole = above + title.height + 2.6 * em + said.height
    y = max(room.top(), room.center().y() - 0.54 * whole)
    items: list[PageItem] = []
    if number:
        style = TextStyle(3.4 * em, theme.muted, bold=True)
        items.append(PageText(room.left(), y + ASCENT * style.size, page.context.texts.number(number), style))
        y += above
    items += title.items(room.left(), y)
    y += title.height + 0.9 * em
    items += strip(page.context, QRectF(room.left(), y, min(room.width(), 18 * em), STRIP * em))
    return items + said.items(room.left(), y + STRIP * em + 1.1 * em)


def _closing(page: SlidePage) -> list[PageItem]:
    """Set title and message, and who published the sources of all scenes, in columns."""
    inner, em, theme = page.inner, page.em, page.theme
    title = fitting(page.staged.title, TextStyle(2.8 * em, theme.text, bold=True), inner.width(), em, 2, 1.2)
    said = fitting(page.staged.message, TextStyle(1.4 * em, theme.muted), inner.width(), em, 2)
    y = inner.top()
    items = title.items(inner.left(), y)
    y += title.height + 0.6 * em
    items += strip(page.context, QRectF(inner.left(), y, min(inner.width(), 18 * em), STRIP * em))
    y += STRIP * em + 0.7 * em
    items += said.items(inner.left(), y)
    y += said.height + 0.8 * em
    below, ground = foot(page)
    cited = page.staged.cited
    if cited:
        head = page.translate("Slide", "Sources of this briefing: {count}").format(
            count=page.context.texts.number(len(cited))
        )
        lines = fitting(head, TextStyle(1.2 * em, theme.text, bold=True), inner.width(), em, 1)
        items += lines.items(inner.left(), y)
        y += lines.height + 0.3 * em
        items += _publishers(page, QRectF(inner.left(), y, inner.width(), ground.top() - y - 0.3 * em))
    return items + below


def _publishers(page: SlidePage, room: QRectF) -> list[PageItem]:
    """Set publishers with the number of their sources in columns; those without room are counted in the last line."""
    em, theme, texts = page.em, page.theme, page.context.texts
    found = publishers(page.staged.cited)
    unnamed = page.translate("Slide", "No publisher stated")
    named = [(name or unnamed, count) for name, count in found]
    columns = max(1, int(room.width() // (19 * em)))
    gap, step = 2 * em, 1.5 * em
    rows = max(1, int(room.height() // step))
    width = (room.width() - gap * (columns - 1)) / columns
    if len(named) > rows * columns:
        rest = named[rows * columns - 1 :]
        words = page.translate("Slide", "{count} other publishers").format(count=texts.number(len(rest)))
        named = [*named[: rows * columns - 1], (words, sum(count for _, count in rest))]
    used = min(rows, -(-len(named) // columns))
    items: list[PageItem] = []
    for at, (name, count) in enumerate(named):
        column, row = divmod(at, used)
        x, y = room.left() + column * (width + gap), room.top() + row * step
        number = texts.number(count)
        line = fitting(name, TextStyle(em, theme.text), width - text_width(number, em) - em, em, 1, 1.5)
        items += line.items(x, y)
        items.append(PageText(x + width, y + 0.25 * em + ASCENT * em, number, TextStyle(em, theme.muted), "right"))
        items.append(PageLine(((x, y + step), (x + width, y + step)), theme.frame, 0.03 * em))
    return items
