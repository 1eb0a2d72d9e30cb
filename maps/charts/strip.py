"""How the towns or counties of each circle are spread: a dot each, sized by people, with the circle's median."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.balance.chains.median import median_id
from data.balance.evaluate import Side, column
from data.balance.groups import groups
from data.balance.measures import Column, people_of
from data.balance.medians import CircleMedian, circle_medians
from data.balance.statistics import is_logarithmic
from maps.charts import words
from maps.charts.bars import NAMES
from maps.charts.chart import Chart, ChartContext, Hit
from maps.charts.frame import (
    BESIDE,
    LINE,
    MARGIN,
    SMALL,
    TYPE,
    Frame,
    Key,
    framed,
    names_width,
    number_axis,
    padded,
    right_margin,
    row_name,
    strong,
    write,
)
from maps.charts.swarm import fitted
from maps.fonts import text_width, wrapped
from maps.site_names import shortened
from maps.theme import mixed

LEAST, MOST = 1.5, 5.0
"""Radius of the dot of an area without people and of the one with the most, points; area grows with people."""

PALE = 0.38
"""Share of its colour that the dot of a lent value keeps."""

Array = NDArray[np.float64]


_MARK = 0.08
"""How far below the upper end of its row the pointer of a median stands, in rows."""
_POINTER = 4.0
"""Points round the pointer of a median at which it answers."""


@dataclass(frozen=True, eq=False)
class _Row:
    name: str
    median: CircleMedian

    @property
    def circle(self) -> str:
        return self.median.circle

    @property
    def members(self) -> NDArray[np.intp]:
        """Rows of the areas of the circle that are known."""
        return self.median.members


def build(context: ChartContext) -> Chart:
    """Draw the chart."""
    project, texts, indicator = context.project, context.texts, context.indicator
    difference = context.side == "difference" and len(context.sides) > 1
    side: Side = "difference" if difference else context.side if len(context.sides) > 1 else "baseline"
    one = column(project, indicator.id, context.by, side)
    areas = groups(project, context.by)
    people = people_of(project.data, areas)
    rows = _rows(context, side)
    log = is_logarithmic(one.values)
    second = {row.circle: _count(context, row) for row in rows}
    counts = (text_width(text, SMALL) for text in second.values())
    # Spaces that do not break keep "n = 60" together.
    inline = [f"{row.name} ({second[row.circle]})".replace(" = ", "\u00a0=\u00a0") for row in rows]
    left = max(names_width([row.name for row in rows], TYPE, NAMES), names_width(inline, SMALL, NAMES), *counts)
    # Beside a map there is little room, and long names would take most of it from the dots.
    above = context.bare and left > BESIDE * context.width
    if above:
        left = MARGIN
    title = texts.translate("Chart", "{indicator} within the circles").format(
        indicator=indicator.name.text(context.language)
    )
    notes = _notes(context, one, rows, log)
    frame = framed(
        context, title, left=left + 11, right=right_margin(texts, one.values), notes=notes,
        sources=words.source_line(context, (indicator,)),
        below=words.axis_title(context, indicator, difference),
        keys=[Key("pointer", context.theme.text, texts.translate("Chart", "median, weighted by people"))],
    )  # fmt: skip
    axes = frame.axes
    low, high = padded(one.values, log)
    number_axis(axes, texts, "x", low, high, log)
    axes.set_ylim(len(rows), 0)
    axes.set_clip_on(False)
    axes.yaxis.set_visible(False)
    if low < 0 < high:
        axes.axvline(0, color=context.theme.frame, lw=0.8)
    height = frame.height / len(rows)
    head = min(SMALL * LINE, 0.6 * height) if above else 0.0
    radius = LEAST + (MOST - LEAST) * np.sqrt(people / people.max())
    x = frame.points(one.values, np.zeros(len(one.values)))[:, 0]
    shrink, offsets = fitted([(x[row.members], radius[row.members]) for row in rows], (height - head) / 2 - 2)
    hits: list[Hit] = []
    for at, (row, offset) in enumerate(zip(rows, offsets, strict=True)):
        top = context.height - frame.bottom - frame.height + at * height
        middle = frame.bottom + frame.height - (at + 0.5) * height
        lines = len(wrapped(row.name, TYPE, NAMES))
        if above:
            room = context.width - 2 * MARGIN
            name = inline[at] if text_width(inline[at], SMALL) <= room else shortened(row.name, SMALL, room)
            write(frame.figure, MARGIN, context.height - top - SMALL, name, SMALL, context.theme.text)
        elif (lines * TYPE + SMALL) * 1.2 <= height:
            row_name(frame, context, middle, row.name, NAMES, second[row.circle])
        else:
            row_name(frame, context, middle, inline[at], NAMES, size=SMALL)
        if at:
            axes.axhline(at, color=mixed(context.theme.frame, context.theme.halo, 0.5), lw=0.5, zorder=1)
        down = (height + head) / 2
        _dots(frame, context, row, one, at + (down - offset) / height, radius * shrink)
        _median(frame, context, row, at + head / height, at + 1)
        hits += _median_hits(frame, context, row, at, (top, height), side)
        hits += _hits(context, row, one, x, top + down - offset, radius * shrink, side)
    spoken = texts.translate("Chart", "; ").join(f"{row.name}: {second[row.circle]}" for row in rows)
    return Chart(frame.figure, tuple(hits), title, " ".join((f"{spoken}.", *notes)))


def _rows(context: ChartContext, side: Side) -> list[_Row]:
    names = groups(context.project, "circle").names
    medians = circle_medians(context.project, context.indicator_id, context.by, side)
    return [_Row(name.text(context.language), one) for name, one in zip(names, medians, strict=True)]


def _count(context: ChartContext, row: _Row) -> str:
    texts = context.texts
    unknown = len(row.median.unknown)
    if unknown:
        return texts.translate("Chart", "n = {count}, {unknown} unknown").format(
            count=texts.number(len(row.members)), unknown=texts.number(unknown)
        )
    return texts.translate("Chart", "n = {count}").format(count=texts.number(len(row.members)))


def _notes(context: ChartContext, one: Column, rows: list[_Row], log: bool) -> list[str]:
    texts, everyone = context.texts, np.concatenate([row.members for row in rows])
    notes = [
        texts.translate(
            "Chart",
            "A dot is a county or city, its area its people; it stands, whole, in every circle that has a part of it.",
        )
        if context.by == "county"
        else texts.translate("Chart", "A dot is a township, its area its people.")
    ]
    if any(words.is_lent(one, int(row)) for row in everyone):
        notes.append(words.lent_note(texts))
    if any(words.is_doubtful(one, int(row)) for row in everyone):
        notes.append(words.doubtful_note(texts))
    if log:
        notes.append(texts.translate("Chart", "Logarithmic axis."))
    if any(len(row.median.unknown) for row in rows):
        notes.append(texts.translate("Chart", "Unknown is not drawn."))
    return notes


def _dots(frame: Frame, context: ChartContext, row: _Row, one: Column, y: Array, radius: Array) -> None:
    colour = context.project.data.circles[row.circle].colour
    faces = [face(context, colour, one, int(area)) for area in row.members]
    edges = [edge(context, colour, one, int(area)) for area in row.members]
    sizes = (2 * radius[row.members]) ** 2
    frame.axes.scatter(
        one.values[row.members], y, s=sizes, c=faces, edgecolors=edges, linewidths=0.5, zorder=3, clip_on=False
    )


def _median(frame: Frame, context: ChartContext, row: _Row, top: float, bottom: float) -> None:
    """Mark the median with a hairline under a pointer, which hides no dot; ``top`` and ``bottom`` in rows."""
    axes, theme = frame.axes, context.theme
    axes.plot([row.median.value] * 2, [top + 0.1, bottom - 0.1], color=theme.text, lw=0.8, zorder=4)
    axes.plot(
        [row.median.value],
        [top + _MARK],
        color=theme.text,
        marker="v",
        markersize=5,
        markeredgewidth=0,
        clip_on=False,
        zorder=5,
    )


def face(context: ChartContext, colour: str, one: Column, row: int) -> str:
    """Return the inside of an area's dot: hollow where doubtful, pale where lent."""
    if words.is_doubtful(one, row):
        return context.theme.halo
    return mixed(colour, context.theme.halo, PALE) if words.is_lent(one, row) else colour


def edge(context: ChartContext, colour: str, one: Column, row: int) -> str:
    """Return the rim of an area's dot."""
    if words.is_lent(one, row) and not words.is_doubtful(one, row):
        return mixed(strong(colour, context.theme), context.theme.halo, 0.6)
    return strong(colour, context.theme)


def _median_hits(
    frame: Frame, context: ChartContext, row: _Row, at: int, span: tuple[float, float], side: Side
) -> list[Hit]:
    """Return the name of a circle and the pointer of its median; both say the median and answer for it."""
    texts, indicator, (top, height) = context.texts, context.indicator, span
    text = words.number(texts, indicator, row.median.value, signed=side == "difference")
    median = texts.translate("Chart", "median {value}").format(value=text)
    text = f"{row.name}\n{_count(context, row)}\n{median}"
    asked = median_id(indicator.id, context.by)
    name = Hit(0, top, frame.left - 2, height, text, "circle", row.circle, asked, side)
    if np.isnan(row.median.value):
        return [name]
    x, y = frame.points([row.median.value], [at + _MARK])[0]
    size = 2 * _POINTER
    pointer = Hit(
        float(x) - _POINTER, float(y) - _POINTER, size, size, text, "circle", row.circle, asked, side, round=True
    )
    return [name, pointer]


def _hits(context: ChartContext, row: _Row, one: Column, x: Array, y: Array, radius: Array, side: Side) -> list[Hit]:
    areas, found = groups(context.project, context.by), []
    for at in np.argsort(one.values[row.members], kind="stable"):
        area = int(row.members[at])
        value = words.reading(context.texts, context.indicator, one, area, side == "difference")
        r = float(radius[area])
        found.append(
            Hit(
                float(x[area]) - r, float(y[at]) - r, 2 * r, 2 * r,
                f"{areas.names[area].text(context.language)}\n{value}", context.by, areas.ids[area],
                context.indicator_id, side, round=True,
            )
        )  # fmt: skip
    return found
