"""Two indicators of the same areas against each other, coloured by circle, sized by people."""

from __future__ import annotations

from itertools import compress

import numpy as np
from numpy.typing import NDArray

from data.balance.chains.correlation import correlation_id
from data.balance.evaluate import Side
from data.balance.groups import NATION, groups
from data.balance.measures import Column
from data.balance.medians import inside_circles
from data.balance.pairs import Pair, pair_of
from maps.charts import words
from maps.charts.chart import Chart, ChartContext, Hit
from maps.charts.frame import (
    SMALL,
    Frame,
    Key,
    framed,
    message,
    number_axis,
    padded,
    plain,
    right_margin,
    strong,
)
from maps.charts.strip import PALE
from maps.fonts import text_width
from maps.theme import mixed

LEAST, MOST = 1.6, 6.5
"""Radius of the dot of an area without people and of the one with the most, points."""

Array = NDArray[np.float64]


def build(context: ChartContext) -> Chart:
    """Draw the chart."""
    project, texts, x_of, y_of = context.project, context.texts, context.indicator, context.other
    title = texts.translate("Chart", "{x} and {y}").format(
        x=x_of.name.text(context.language), y=y_of.name.text(context.language)
    )
    side: Side = context.side if len(context.sides) > 1 else "baseline"
    pair = pair_of(project, x_of.id, y_of.id, context.by, side)
    xs, ys, people, known, logs = pair.x, pair.y, pair.people, pair.known, pair.logs
    if not known.any():
        sentence = texts.translate("Chart", "No area is known in both indicators.")
        return Chart(message(context, title, sentence), (), title, sentence)
    limits = [padded(one.values[known], log, 0.05) for one, log in zip((xs, ys), logs, strict=True)]
    notes = _notes(context, pair)
    frame = framed(
        context, title, left=_left(context, limits[1], logs[1]), notes=notes,
        keys=() if context.named else _keys(context),
        right=right_margin(texts, xs.values),
        below=words.axis_title(context, x_of, side == "difference"),
        above=words.axis_title(context, y_of, side == "difference"),
        sources=words.source_line(context, (x_of, y_of)),
    )  # fmt: skip
    number_axis(frame.axes, texts, "x", *limits[0], logs[0])
    number_axis(frame.axes, texts, "y", *limits[1], logs[1])
    radius = LEAST + (MOST - LEAST) * np.sqrt(people / people.max())
    # Small dots lie on large ones, so that none is hidden.
    order = [int(row) for row in np.argsort(-people, kind="stable") if known[row]]
    _draw(frame, context, xs, ys, radius, order)
    whole = _said(frame, context, notes, side)
    hits = _hits(frame, context, xs, ys, radius, order, side)
    return Chart(frame.figure, (whole, *hits), title, " ".join(notes), whole=whole)


def circles_of(context: ChartContext) -> list[tuple[str, ...]]:
    """Return the circles of every area in the order of the definition; of a county, those of all its towns."""
    circles = groups(context.project, "circle").ids
    if context.by == "circle":
        return [(one,) for one in circles]
    return [tuple(compress(circles, column)) for column in inside_circles(context.project, context.by).T]


def _left(context: ChartContext, limits: tuple[float, float], log: bool) -> float:
    """Return the room that the numbers of the y axis need."""
    texts, (low, high) = context.texts, limits
    step = (high - low) / 4
    decimals = 0 if log or step >= 2 else 1 if step >= 0.2 else 2 if step >= 0.02 else 3
    widest = max(text_width(texts.number(value, decimals), SMALL) for value in limits)
    if log:
        powers = 10.0 ** np.arange(np.ceil(np.log10(low)), np.floor(np.log10(high)) + 1)
        widest = max((text_width(plain(texts, value, value), SMALL) for value in powers), default=widest)
    return widest + 14


def _keys(context: ChartContext) -> list[Key]:
    circles = groups(context.project, "circle")
    colours = [context.project.data.circles[one].colour for one in circles.ids]
    return [
        Key("dot", colour, name.text(context.language)) for colour, name in zip(colours, circles.names, strict=True)
    ]


def _notes(context: ChartContext, pair: Pair) -> list[str]:
    texts, known, r = context.texts, pair.known, pair.r
    counted = words.areas_name(texts, context.by, int(known.sum()))
    unknown = int((~known).sum())
    if unknown:
        counted = texts.translate("Chart", "{areas}, {unknown} unknown").format(
            areas=counted, unknown=texts.number(unknown)
        )
    if np.isnan(r):
        sentence = texts.translate("Chart", "No correlation: one of the two does not vary; {areas}.")
    elif any(pair.logs):
        sentence = texts.translate("Chart", "r = {r} (weighted by people, of logarithms), {areas}.")
    else:
        sentence = texts.translate("Chart", "Correlation r = {r} (weighted by people), {areas}.")
    notes = [sentence.format(r=texts.number(r, 2), areas=counted)]
    rows = np.flatnonzero(known)
    circles = circles_of(context)
    if any(len(circles[row]) > 1 for row in rows):
        notes.append(texts.translate("Chart", "Two colours: in two circles."))
    if any(words.is_lent(one, int(row)) for one in (pair.x, pair.y) for row in rows):
        notes.append(words.lent_note(texts))
    if any(words.is_doubtful(one, int(row)) for one in (pair.x, pair.y) for row in rows):
        notes.append(words.doubtful_note(texts))
    return notes


def _said(frame: Frame, context: ChartContext, notes: list[str], side: Side) -> Hit:
    """Return the notes as the part that says where the correlation, their first sentence, comes from."""
    x, y, width, height = frame.notes
    asked = correlation_id(context.indicator_id, context.other_id, context.by)
    return Hit(x, y, width, height, notes[0], "nation", NATION, asked, side)


def _draw(frame: Frame, context: ChartContext, xs: Column, ys: Column, radius: Array, order: list[int]) -> None:
    """Draw the dots; that of an area in two circles has half of each colour."""
    theme, data, circles = context.theme, context.project.data, circles_of(context)
    for place, row in enumerate(order):
        colours = [data.circles[one].colour for one in circles[row]] or [theme.muted]
        rim = strong(colours[0], theme)
        lent = any(words.is_lent(one, row) for one in (xs, ys))
        if any(words.is_doubtful(one, row) for one in (xs, ys)):
            faces = [theme.halo]
        elif lent:
            faces, rim = [mixed(one, theme.halo, PALE) for one in colours], mixed(rim, theme.halo, 0.6)
        else:
            faces = colours
        frame.axes.plot(
            xs.values[row], ys.values[row], marker="o", markersize=2 * radius[row], linestyle="", markeredgewidth=0.5,
            fillstyle="left" if len(faces) > 1 else "full", markerfacecolor=faces[0], markerfacecoloralt=faces[-1],
            markeredgecolor=rim, zorder=3 + place / len(order), clip_on=False,
        )  # fmt: skip


def _hits(
    frame: Frame, context: ChartContext, xs: Column, ys: Column, radius: Array, order: list[int], side: Side
) -> tuple[Hit, ...]:
    """One hit for each dot, from left to right for the keyboard."""
    texts, areas, language = context.texts, groups(context.project, context.by), context.language
    at = frame.points(xs.values, ys.values)
    signed = side == "difference"
    hits = []
    for row in sorted(order, key=lambda one: (float(xs.values[one]), float(ys.values[one]))):
        lines = [areas.names[row].text(language)]
        for indicator, one in ((context.indicator, xs), (context.other, ys)):
            value = words.reading(texts, indicator, one, row, signed)
            line = texts.translate("Chart", "{indicator}: {value}")
            lines.append(line.format(indicator=indicator.short.text(language), value=value))
        r = float(radius[row])
        hits.append(
            Hit(
                float(at[row, 0]) - r, float(at[row, 1]) - r, 2 * r, 2 * r, "\n".join(lines), context.by,
                areas.ids[row], context.indicator_id, side, round=True,
            )
        )  # fmt: skip
    return tuple(hits)
