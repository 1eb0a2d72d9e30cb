"""Sheet furniture as page items: text blocks, legend, scale bar, north arrow. All lengths in mm on the sheet."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF

from maps.context import Context
from maps.display import (
    PageBox,
    PageItem,
    PageLine,
    PageSymbol,
    PageText,
    SymbolStyle,
    TextStyle,
    Viewport,
)
from maps.fonts import ASCENT, text_width, wrapped
from maps.legend_parts import LineSwatch, Section, Swatch
from maps.theme import Theme

LINE = 1.42
"""Distance of base lines in ems; ideographs need more air than Latin."""


def text_block(
    text: str, x: float, y: float, width: float, style: TextStyle, leading: float = LINE
) -> tuple[list[PageItem], float]:
    """Set ``text`` in lines from (x, y), its upper left corner. Return the items and the y below the last line."""
    items: list[PageItem] = []
    for line in wrapped(text, style.size, width, style.bold):
        items.append(PageText(x, y + (leading - 1) / 2 * style.size + ASCENT * style.size, line, style))
        y += leading * style.size
    return items, y


def swatch_item(swatch: Swatch, x: float, y: float, width: float, height: float) -> PageItem:
    """Return a swatch in the box whose upper left corner is (x, y)."""
    if isinstance(swatch, SymbolStyle):
        return PageSymbol(x + width / 2, y + height / 2, swatch)
    if isinstance(swatch, LineSwatch):
        middle = y + height / 2
        return PageLine(((x, middle), (x + width, middle)), swatch.colour, max(swatch.width, 0.3), swatch.dash)
    return PageBox(QRectF(x, y, width, height), swatch.colour, swatch.line, 0.3, swatch.hatches)


def legend_items(
    sections: Sequence[Section], theme: Theme, x: float, y: float, width: float, unit: float, floor: float = 0.0
) -> tuple[list[PageItem], float]:
    """Set the legend in a column from (x, y), no text below ``floor`` mm. Return its items and the y below it."""
    items: list[PageItem] = []
    title = TextStyle(max(2.9 * unit, floor), theme.text, bold=True)
    plain = TextStyle(max(2.55 * unit, floor), theme.text)
    quiet = TextStyle(max(2.3 * unit, floor), theme.muted)
    box, gap = 5.0 * unit, 1.8 * unit
    room = width - box - gap
    counts = x + min(width, box + 3 * gap + _counted_width(sections, plain.size, quiet.size, room, gap))
    for number, section in enumerate(sections):
        if number:
            y += 2.2 * unit
        head, y = text_block(section.title, x, y, width, title)
        items += head
        if section.about:
            lines, y = text_block(section.about, x, y, width, quiet, 1.3)
            items += lines
        y += (0.8 if section.about else 0.5) * unit
        if section.figure is not None:
            drawn, y = section.figure(x, y, width)
            items += drawn
            y += 0.8 * unit
        counted_room = room - gap - _widest_count(section, quiet.size)
        for entry in section.entries:
            height = 3.1 * unit
            own_room = counted_room if entry.count else room
            lines, below = text_block(entry.text, x + box + gap, y, own_room, plain, 1.35)
            first_middle = y + 1.35 * plain.size / 2
            items.append(swatch_item(entry.swatch, x, first_middle - height / 2, box, height))
            items += lines
            if entry.count:
                base = y + 0.175 * plain.size + ASCENT * plain.size
                items.append(PageText(counts, base, entry.count, quiet, "right"))
            y = max(below, y + height) + 0.75 * unit
        if section.note:
            for note in section.note.split("\n"):
                lines, y = text_block(note, x, y, width, quiet, 1.3)
                items += lines
    return items, y


def _widest_count(section: Section, size: float) -> float:
    return max((text_width(entry.count, size) for entry in section.entries), default=0.0)


def _counted_width(sections: Sequence[Section], size: float, small: float, room: float, gap: float) -> float:
    """Return the width of the longest line beside a count and of the widest count: no count stands further away."""
    widest = max((_widest_count(section, small) for section in sections), default=0.0)
    lines = (
        line
        for section in sections
        for entry in section.entries
        if entry.count
        for line in wrapped(entry.text, size, room - gap - _widest_count(section, small))
    )
    return widest + max((text_width(line, size) for line in lines), default=0.0)


def round_length(longest: float) -> float:
    """Return the largest 1, 2 or 5 times a power of ten that is at most ``longest``."""
    power = 10.0 ** math.floor(math.log10(longest))
    return max(step * power for step in (1, 2, 5) if step * power <= longest)


def length_text(context: Context, metres: float) -> str:
    """Return a ground length in km, or in m below one km."""
    if metres >= 1000:
        return context.texts.translate("Scale bar", "{length} km").format(length=context.texts.number(metres / 1000))
    return context.texts.translate("Scale bar", "{length} m").format(length=context.texts.number(metres))


def ratio_text(context: Context, denominator: float) -> str:
    """Return a scale as a ratio, with three digits."""
    return context.texts.translate("Scale bar", "1:{denominator}").format(
        denominator=context.texts.number(_rounded(denominator))
    )


def scale_bar(context: Context, viewport: Viewport, x: float, y: float, longest: float) -> list[PageItem]:
    """Return a scale bar of two halves with its base line at (x, y), at most ``longest`` mm long, and the ratio."""
    theme, unit = context.theme, context.unit
    metres = round_length(longest * viewport.metres_per_mm)
    length = metres / viewport.metres_per_mm
    style = TextStyle(2.4 * unit, theme.text, halo=theme.paper)
    small = TextStyle(2.4 * unit, theme.text, halo=theme.paper)
    height = 0.9 * unit
    ratio = ratio_text(context, viewport.denominator)
    items: list[PageItem] = [
        PageBox(QRectF(x, y - height, length / 2, height), theme.text, theme.text, 0.15 * unit),
        PageBox(QRectF(x + length / 2, y - height, length / 2, height), theme.paper, theme.text, 0.15 * unit),
        PageText(x, y - height - 1.0 * unit, "0", style, "centre"),
        PageText(x + length, y - height - 1.0 * unit, length_text(context, metres), style, "centre"),
        PageText(x, y + 3.4 * unit, ratio, small),
    ]
    return items


def _rounded(denominator: float) -> float:
    """Return a scale denominator with three significant digits: more would pretend to a precision print has not."""
    power = 10.0 ** (math.floor(math.log10(denominator)) - 2)
    return round(denominator / power) * power


def north_arrow(context: Context, x: float, y: float) -> list[PageItem]:
    """Return a north arrow whose tip is at (x, y). Grid north of zone 121 is within 0.5 degrees of true north."""
    theme, unit = context.theme, context.unit
    height, half = 6.2 * unit, 2.0 * unit
    foot = y + height
    notch = y + 0.76 * height
    style = TextStyle(2.9 * unit, theme.text, bold=True, halo=theme.paper)
    return [
        PageLine(((x, y), (x - half, foot), (x, notch)), theme.text, 0, closed=True),
        PageLine(((x, y), (x + half, foot), (x, notch), (x, y)), theme.text, 0.18 * unit),
        PageText(x, foot + 3.0 * unit, context.texts.translate("North arrow", "N"), style, "centre"),
    ]


def panel(theme: Theme, rect: QRectF, unit: float) -> PageBox:
    """Return the ground of a block that lies over the map."""
    return PageBox(rect, theme.box, theme.frame, 0.15 * unit, radius=1.2 * unit)
