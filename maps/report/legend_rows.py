"""The legend of a small map in rows below it: what needs a word on the map has one, in as little room as possible."""

from __future__ import annotations

from dataclasses import dataclass

from maps.context import Context
from maps.display import PageItem, PageText, TextStyle
from maps.fonts import ASCENT, text_width, wrapped
from maps.furniture import swatch_item
from maps.legend import AreaSwatch, Entry, legend

SIZE = 2.3
"""Em height, mm."""

_LINE, _BOX, _BESIDE, _BETWEEN = 1.55, 1.9, 0.5, 1.3
"""Distance of rows, width of a sign, room beside it and between entries, ems."""


@dataclass(frozen=True)
class _Placed:
    x: float
    entry: Entry
    lines: tuple[str, ...]


def legend_rows(context: Context, left: float, width: float, bottom: float) -> tuple[list[PageItem], float]:
    """Return the entries of everything but the circles, whose names stand on the map, in rows above ``bottom``.

    The second value is their height, mm, with some air above; 0 where there is nothing to explain.
    """
    size = SIZE * context.unit
    style = TextStyle(size, context.theme.text)
    rows = _rows(_entries(context), style, width)
    heights = [max(len(one.lines) for one in row) * _LINE * size for row in rows]
    height = sum(heights) + 1.5 * context.unit if rows else 0.0
    items: list[PageItem] = []
    top = bottom - sum(heights)
    for row, tall in zip(rows, heights, strict=True):
        for one in row:
            base = top + ((_LINE - 1) / 2 + ASCENT) * size
            box = _BOX * size
            items.append(swatch_item(one.entry.swatch, left + one.x, top + 0.25 * size, box, 1.05 * size))
            start = left + one.x + box + _BESIDE * size
            items += [PageText(start, base + at * _LINE * size, line, style) for at, line in enumerate(one.lines)]
        top += tall
    return items, height


def _entries(context: Context) -> list[Entry]:
    sections = legend(context)
    entries = []
    if context.shows("circles"):
        circles, *sections = sections
        entries = [one for one in circles.entries if isinstance(one.swatch, AreaSwatch) and one.swatch.hatches]
    return [*(one for section in sections for one in section.entries), *entries]


def _rows(entries: list[Entry], style: TextStyle, width: float) -> list[list[_Placed]]:
    rows: list[list[_Placed]] = []
    x = width
    before = (_BOX + _BESIDE) * style.size
    for entry in entries:
        wide = before + text_width(entry.text, style.size)
        if rows and x + wide <= width:
            rows[-1].append(_Placed(x, entry, (entry.text,)))
        else:
            x = 0.0
            rows.append([_Placed(x, entry, wrapped(entry.text, style.size, width - before))])
        x += min(wide, width) + _BETWEEN * style.size
    return rows
