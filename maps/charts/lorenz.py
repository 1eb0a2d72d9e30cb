"""The Lorenz curve of an indicator across towns or counties, with its Gini coefficient."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray

from data.balance.across import Across, inequality_of
from data.balance.chains.inequality import inequality_id
from data.balance.evaluate import Side, column
from data.balance.groups import NATION, groups
from data.balance.inequality import Inequality, lorenz
from data.balance.measures import people_of
from data.errors import InputError
from maps.charts import words
from maps.charts.chart import Chart, ChartContext, Hit
from maps.charts.frame import SMALL, TYPE, Frame, Key, framed, message, number_axis, write
from maps.fonts import text_width
from maps.ramps import sequential
from maps.theme import mixed

Array = NDArray[np.float64]

_BIG = 15.0
"""Points of the Gini coefficient, the one number the chart is read for."""
_REACH = 4.0
"""Points round the end of an area's piece of the curve at which it answers."""


def build(context: ChartContext) -> Chart:
    """Draw the chart."""
    project, texts, indicator = context.project, context.texts, context.indicator
    across: Literal["town", "county"] = "county" if context.by == "county" else "town"
    name = indicator.name.text(context.language)
    title = texts.translate("Chart", "Inequality of {indicator}").format(indicator=name)
    try:
        measured = {side: inequality_of(project, indicator.id, across, "population", side) for side in context.sides}
    except InputError:
        sentence = texts.translate("Chart", "Some values are negative: inequality is not defined for them.")
        return Chart(message(context, title, sentence), (), title, sentence)
    last = measured[context.sides[-1]]
    if np.isnan(last.gini):
        sentence = texts.translate("Chart", "No inequality can be computed: nothing is known, or all values are 0.")
        return Chart(message(context, title, sentence), (), title, sentence)
    context = replace(context, by=across)
    frame = _frame(context, title, last)
    curve, own = context.theme.text, sequential(5, context.theme)[3]
    axes = frame.axes
    axes.plot([0, 1], [0, 1], color=curve, lw=0.9, linestyle=(0, (3, 2)), zorder=2)
    hits: tuple[Hit, ...] = ()
    for side in context.sides:
        people, held = lorenz(*_values(context, side))
        ghost = side == "baseline" and len(context.sides) > 1
        axes.plot(people, held, color=context.theme.muted if ghost else own, lw=1.1 if ghost else 1.8, zorder=3)
        if not ghost:
            axes.fill_between(people, held, people, color=mixed(own, context.theme.halo, 0.14), lw=0, zorder=1)
            hits = _hits(frame, context, side, people, held)
    coefficients = _write_gini(frame, context, measured)
    spoken = " ".join((_gini(context, last), *_notes(context, last)))
    return Chart(frame.figure, (*coefficients, *hits), title, spoken, whole=coefficients[0])


def _values(context: ChartContext, side: Side) -> tuple[Array, Array]:
    areas = groups(context.project, context.by)
    people = people_of(context.project.data, areas)
    return column(context.project, context.indicator_id, context.by, side).values, people


def _frame(context: ChartContext, title: str, last: Inequality) -> Frame:
    texts, indicator = context.texts, context.indicator
    name = indicator.name.text(context.language)
    time = words.period(context, indicator)
    above = texts.translate("Chart", "Cumulative share of {indicator} (%)").format(indicator=name)
    keys = [Key("dashes", context.theme.text, texts.translate("Chart", "Everywhere alike"))]
    if len(context.sides) > 1:
        keys.append(Key("line", context.theme.muted, words.side_name(texts, "baseline")))
        keys.append(Key("line", sequential(5, context.theme)[3], words.side_name(texts, "scenario")))
    frame = framed(
        context, title, left=34, right=12, keys=keys, square=True,
        above=texts.translate("Chart", ", ").join(filter(None, (above, time))),
        below=texts.translate("Chart", "Cumulative share of people (%), from the lowest value up"),
        notes=_notes(context, last), sources=words.source_line(context, (indicator,)),
    )  # fmt: skip
    for which in ("x", "y"):
        number_axis(frame.axes, texts, "x" if which == "x" else "y", 0, 1)
        axis = frame.axes.xaxis if which == "x" else frame.axes.yaxis
        axis.set_ticks([0, 0.25, 0.5, 0.75, 1], [texts.number(share) for share in (0, 25, 50, 75, 100)])
    frame.axes.set_clip_on(False)
    return frame


def _notes(context: ChartContext, last: Inequality) -> list[str]:
    texts = context.texts
    notes = [
        texts.translate("Chart", "{areas}, weighted by people.").format(
            areas=words.areas_name(texts, context.by, last.n)
        )
    ]
    if last.missing:
        notes.append(
            texts.translate("Chart", "Unknown and left out: {areas}.").format(
                areas=words.areas_name(texts, context.by, last.missing)
            )
        )
    return notes


def _gini(context: ChartContext, measured: Inequality) -> str:
    return context.texts.translate("Chart", "Gini {value}").format(value=context.texts.number(measured.gini, 3))


def _write_gini(frame: Frame, context: ChartContext, measured: dict[Side, Inequality]) -> tuple[Hit, ...]:
    """Write the coefficient into the corner that no Lorenz curve reaches, no longer than the diagonal leaves room.

    Return the hits of the numbers, that of the side shown first.
    """
    text = _gini(context, measured[context.sides[-1]])
    size = min(_BIG, (frame.height - 18) / (text_width(text, 1.0, bold=True) + 1))
    x, y = frame.left + 8, frame.bottom + frame.height - size - 4
    write(frame.figure, x, y, text, size, context.theme.text, fontweight="bold")
    lines: list[tuple[Side, str, float, float]] = [(context.sides[-1], text, y, size)]
    if len(measured) > 1:
        before = context.texts.translate("Chart", "{side}: {value}").format(
            side=words.side_name(context.texts, "baseline"), value=context.texts.number(measured["baseline"].gini, 3)
        )
        write(frame.figure, x, y - TYPE * 1.5, before, SMALL + 0.5, context.theme.muted)
        lines.append(("baseline", before, y - TYPE * 1.5, SMALL + 0.5))
    asked = inequality_id(context.indicator_id, cast("Across", context.by), "population")
    said = context.texts.translate("Chart", "0: everywhere alike; towards 1: all in few places")
    return tuple(
        Hit(
            x - 2, context.height - base - 0.9 * height, text_width(line, height, bold=True) + 4, 1.2 * height,
            f"{line}\n{said}", "nation", NATION, asked, side,
        )
        for side, line, base, height in lines
    )  # fmt: skip


def _hits(frame: Frame, context: ChartContext, side: Side, people: Array, held: Array) -> tuple[Hit, ...]:
    """One hit for each area, at the upper end of its piece of the curve."""
    project, texts, indicator = context.project, context.texts, context.indicator
    areas = groups(project, context.by)
    one = column(project, indicator.id, context.by, side)
    values, weights = _values(context, side)
    counted = np.flatnonzero(~np.isnan(values) & (weights > 0))
    counted = counted[np.argsort(values[counted], kind="stable")]
    hits = []
    for (x, y), at, share, part in zip(frame.points(people[1:], held[1:]), counted, people[1:], held[1:], strict=True):
        row = int(at)
        sentence = texts.translate("Chart", "The {people} % of people with the lowest values hold {share} %.").format(
            people=texts.number(100 * share, 1), share=texts.number(100 * part, 1)
        )
        name = areas.names[row].text(context.language)
        text = f"{name}\n{words.reading(texts, indicator, one, row)}\n{sentence}"
        hits.append(
            Hit(
                float(x) - _REACH, float(y) - _REACH, 2 * _REACH, 2 * _REACH, text, context.by, areas.ids[row],
                indicator.id, side, round=True,
            )
        )  # fmt: skip
    return tuple(hits)
