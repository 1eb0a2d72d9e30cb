"""Policy targets as bullets: what was reached against what was aimed at, percentages on one scale, the others on their
own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from data.balance.chains.target import target_id
from data.balance.groups import NATION
from data.fact import decimals_of
from data.targets import (
    LEVELS,
    TOPICS,
    TargetPoint,
    TargetSeries,
    disagreements,
    latest_actual,
    next_target,
    reached,
)  # fmt: skip
from data.vocabulary import unit
from maps.charts import words
from maps.charts.chart import Chart, ChartContext, Hit
from maps.charts.frame import LINE, MARGIN, SMALL, TYPE, Key, framed, write
from maps.charts.target_scale import target_scale
from maps.fonts import wrapped
from maps.ramps import sequential
from maps.showing import location
from maps.theme import mixed

_TRACK = 9.0
"""Height of the bar, points."""
_GAP = 11.0
"""Room between two series, points."""
_NUMBERS = SMALL * LINE + 1.5
"""Height of the numbers of a scale, points."""


def build(context: ChartContext) -> Chart:
    """Draw the series of the topic that ``context.topic`` names, one below the other."""
    texts, theme = context.texts, context.theme
    chosen = [
        one for one in context.project.data.targets if one.topic == context.topic and target_scale(one) is not None
    ]
    title = texts.translate("Chart", "Policy targets: {topic}").format(
        topic=TOPICS[context.topic].text(context.language)
    )
    keys = [
        Key("bar", _own(context), texts.translate("Chart", "actual, latest")),
        Key("tick", theme.text, texts.translate("Chart", "target")),
        Key("hollow dot", theme.text, texts.translate("Chart", "sources that disagree")),
    ]
    notes = [
        texts.translate("Chart", "Percentages run from 0 to 100, other bars to their largest number.")
        if context.paper
        else texts.translate(
            "Chart", "Percentages run from 0 to 100, other bars to their largest number. Point for sources."
        )
    ]
    width = context.width - 2 * MARGIN
    if context.fit:
        chosen, left_out = _fitting(context, chosen, width)
        if left_out:
            more = texts.translate("Chart", "{count} more targets of this topic do not fit here.")
            notes.append(more.format(count=texts.number(left_out)))
    height = sum(_height(context, one, width) for one in chosen)
    tall = replace(context, height=max(context.height, height + _around(context)))
    frame = framed(tall, title, left=0, right=0, ticks=False, keys=keys, notes=notes, sources=_sources(context, chosen))
    # Everything stands in points: each bar has its numbers below it, for the chart scrolls.
    frame.axes.set_axis_off()
    canvas = frame.figure.add_axes((0, 0, 1, 1))
    canvas.set(xlim=(0, tall.width), ylim=(0, tall.height))
    canvas.set_axis_off()
    y, hits = frame.bottom + frame.height, []
    for series in chosen:
        step = _height(context, series, width)
        _draw(frame.figure, canvas, context, series, y, width)
        hits.append(
            Hit(
                0, tall.height - y, context.width, step - _GAP / 2, _reading(context, series), "nation", NATION,
                target_id(series.id),
            )
        )  # fmt: skip
        y -= step
    spoken = " ".join(hit.text.replace("\n", " ") for hit in hits)
    return Chart(frame.figure, tuple(hits), title, " ".join((spoken, *notes)))


def _fitting(context: ChartContext, chosen: list[TargetSeries], width: float) -> tuple[list[TargetSeries], int]:
    """Return the series that the height holds, at least one, and how many it does not."""
    ordered = sorted(chosen, key=lambda one: one.indicator != context.indicator_id)
    room = context.height - _around(context) - SMALL * LINE
    ends = accumulate(_height(context, one, width) for one in ordered)
    count = max(1, sum(end <= room for end in ends))
    return ordered[:count], len(ordered[count:])


def _around(context: ChartContext) -> float:
    return 96.0 if context.headed else 50.0


def _own(context: ChartContext) -> str:
    return sequential(5, context.theme)[3]


def _name(context: ChartContext, series: TargetSeries) -> str:
    level = LEVELS[series.level].text(context.language)
    name = series.name.text(context.language)
    if series.level == "nation" or LEVELS[series.level].zh in series.name.zh:
        return name
    return context.texts.translate("Chart", "{name} | {level}").format(name=name, level=level)


def _height(context: ChartContext, series: TargetSeries, width: float) -> float:
    lines = len(wrapped(_name(context, series), TYPE, width))
    said = len(wrapped(_result(context, series), SMALL, width))
    return lines * TYPE * LINE + 4 + _TRACK + _NUMBERS + 2 + said * SMALL * LINE + _GAP


def _draw(figure: Figure, canvas: Axes, context: ChartContext, series: TargetSeries, y: float, width: float) -> None:
    theme = context.theme
    for line in wrapped(_name(context, series), TYPE, width):
        y -= TYPE * LINE
        write(figure, MARGIN, y + 0.3 * TYPE, line, TYPE, theme.text)
    y -= 4 + _TRACK
    found = target_scale(series)
    if found is None:
        return
    scale, middle = width / found.end, y + _TRACK / 2
    canvas.barh(middle, width, _TRACK, left=MARGIN, color=mixed(theme.frame, theme.halo, 0.18), linewidth=0, zorder=1)
    if found.actual is not None:
        canvas.barh(middle, found.actual * scale, _TRACK - 3, left=MARGIN, color=_own(context), lw=0, zorder=2)
    for value in found.contested:
        canvas.plot(
            MARGIN + value * scale, middle, marker="o", markersize=6.5, linestyle="", zorder=4,
            markerfacecolor=theme.halo, markeredgecolor=theme.text, markeredgewidth=1.0,
        )  # fmt: skip
    if found.target is not None:
        at = MARGIN + found.target * scale
        canvas.plot([at, at], [y - 1.5, y + _TRACK + 1.5], color=theme.text, lw=2.0, zorder=3, solid_capstyle="butt")
    y -= _NUMBERS
    for tick in found.ticks:
        side: Literal["left", "center", "right"] = "left" if tick == 0 else "right" if tick == found.end else "center"
        text = context.texts.number(tick, decimals_of(tick))
        write(figure, MARGIN + tick * scale, y + 0.25 * SMALL, text, SMALL, theme.muted, ha=side)
    y -= 2
    for line in wrapped(_result(context, series), SMALL, width):
        y -= SMALL * LINE
        write(figure, MARGIN, y + 0.25 * SMALL, line, SMALL, theme.muted)


def _value(context: ChartContext, series: TargetSeries, point: TargetPoint) -> str:
    texts = context.texts
    number = texts.number(point.value, decimals_of(point.value), point.bound)
    number = f"{number} {unit(series.unit).text(context.language)}".rstrip()
    when = point.period or texts.translate("Words", "undated")
    return texts.translate("Chart", "{value} ({period})").format(value=number, period=when)


def _result(context: ChartContext, series: TargetSeries) -> str:
    """Return the line under a bar: latest, target, and whether it is met."""
    texts = context.texts
    translate = texts.translate
    actual, target = latest_actual(series), next_target(series)
    contested = [point for group in disagreements(series) for point in group]
    parts = []
    if contested:
        differing = {(point.value, point.bound): point for point in reversed(contested)}
        values = translate("Chart", " or ").join(
            _value(context, series, point) for point in reversed(differing.values())
        )
        parts.append(translate("Chart", "sources disagree: {values}").format(values=values))
    elif actual is None:
        parts.append(translate("Chart", "nothing reported yet"))
    else:
        parts.append(translate("Chart", "actual {value}").format(value=_value(context, series, actual)))
    if target is None:
        parts.append(translate("Chart", "no target found"))
    else:
        parts.append(translate("Chart", "target {value}").format(value=_value(context, series, target)))
        met = reached(series)
        if actual is not None:
            parts.append(
                translate("Chart", "open")
                if met is None
                else translate("Chart", "met")
                if met
                else translate("Chart", "not met")
            )
    if series.direction < 0:
        parts.append(translate("Chart", "less is better"))
    return translate("Chart", "; ").join(parts)


def _reading(context: ChartContext, series: TargetSeries) -> str:
    texts = context.texts
    lines = [_name(context, series), _result(context, series)]
    lines.append(texts.translate("Chart", "Basis: {basis}").format(basis=series.basis.text(context.language)))
    sources = dict.fromkeys(
        f"{words.source_name(context, point.source_id)} {location(texts, point.location)}".rstrip()
        for point in series.points
    )
    joined = texts.translate("Chart", "; ").join(sources)
    lines.append(texts.translate("Chart", "Source: {sources}").format(sources=joined))
    return "\n".join(lines)


def _sources(context: ChartContext, chosen: Sequence[TargetSeries]) -> str:
    def named() -> Iterator[str]:
        for series in chosen:
            for point in series.points:
                yield words.source_name(context, point.source_id)

    data, texts = context.project.data, context.texts
    sources = texts.translate("Chart", "; ").join(dict.fromkeys(named()))
    return texts.translate("Chart", "Sources: {sources}. Data set {version}.").format(
        sources=sources, version=data.version
    )
