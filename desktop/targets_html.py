"""Policy targets beside what was reached, as a page: each series with its basis, its gap, and every source's number."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from data.dataset import DataSet
from data.fact import decimals_of
from data.model import Place
from data.targets import LEVELS, TargetPoint, TargetSeries, disagreements, gap, latest_actual, next_target, reached
from data.vocabulary import unit
from desktop import readings, words
from desktop.appearance import Colours
from desktop.details_html import link, place_link, source_line, style
from desktop.target_notes import quoted
from desktop.words import mark
from maps.charts.target_scale import TargetScale, target_scale
from maps.texts import Texts

MAP = "map"
"""Scheme of the link that colours the map by the indicator a target belongs to; its path is the indicator's id."""

_CELLS = 120
"""Cells of a bar: a tick is one of them, 2 to 3 pixels wide."""

_KINDS = {
    "actual": mark("Targets", "actual"),
    "target": mark("Targets", "target"),
    "baseline": mark("Targets", "baseline"),
    "estimate": mark("Targets", "estimate"),
}


def page(data: DataSet, listed: Sequence[TargetSeries], texts: Texts, colours: Colours) -> str:
    """Return the series as HTML, in the order given."""
    body = [_series(data, series, texts, colours) for series in listed]
    if not body:
        body = [f"<p class='muted'>{escape(texts.translate('Targets', 'No target fits this choice.'))}</p>"]
    return f"<html><head><style>{style(colours)}</style></head><body>{''.join(body)}</body></html>"


def _series(data: DataSet, series: TargetSeries, texts: Texts, colours: Colours) -> str:
    language = texts.language
    lines = [
        f"<h3>{escape(series.name.text(language))}</h3>",
        f"<p class='muted'>{_for_whom(data, series, texts)}</p>",
        _headline(series, texts),
        _bar(series, texts, colours),
    ]
    disputes = disagreements(series)
    if disputes:
        sentence = texts.translate("Targets", "The sources disagree; both stand side by side:")
        lines.append(f"<p><b>{escape(sentence)}</b></p>")
    disputed = {id(point) for group in disputes for point in group}
    rows = "".join(_point(data, series, point, id(point) in disputed, texts) for point in series.points)
    lines.append(f"<table width='100%' cellspacing='0' cellpadding='0'>{rows}</table>")
    if series.indicator:
        told = texts.translate("Targets", "Show the indicator on the map")
        lines.append(f"<p>{link(f'{MAP}:{series.indicator}', escape(told))}</p>")
    return "".join(lines)


def _for_whom(data: DataSet, series: TargetSeries, texts: Texts) -> str:
    language = texts.language
    where = escape(LEVELS[series.level].text(language))
    if series.area and (series.level in ("town", "county", "circle")):
        place = Place(series.level, series.area)  # type: ignore[arg-type]  # the three levels are kinds of places
        where = place_link(place, readings.name(data, place, language))
    return " · ".join(filter(None, (where, escape(series.basis.text(language)))))


def _headline(series: TargetSeries, texts: Texts) -> str:
    """Return the latest actual against the next target."""
    actual, target, missing = latest_actual(series), next_target(series), gap(series)
    if target is None:
        return ""
    parts = []
    if actual is None:
        parts.append(texts.translate("Targets", "no actual of this basis is known"))
    else:
        parts.append(_amount(series, actual, texts))
        met = reached(series)
        if met:
            parts.append(texts.translate("Targets", "target met"))
        elif met is None:
            parts.append(texts.translate("Targets", "whether the target is met is open: the number is a bound"))
        elif missing is not None:
            sign = "+" if missing > 0 else ""
            difference = readings.number(texts, missing, decimals_of(abs(missing)), _gap_unit(series, texts))
            parts.append(texts.translate("Targets", "to go: {gap}").format(gap=sign + difference))
    goal = texts.translate("Targets", "target {period}: {value}").format(
        period=target.period, value=_amount(series, target, texts)
    )
    return f"<p>{escape(goal)}<br><b>{escape(' · '.join(parts))}</b></p>"


def _bar(series: TargetSeries, texts: Texts, colours: Colours) -> str:
    """Return the bar of the chart of targets as a table of thin cells, with a tick at the target and its scale below.

    Where sources disagree there is a light tick for each of their numbers in place of the bar.
    """
    scale = target_scale(series)
    if scale is None:
        return ""
    ticks = {_cell(value, scale): colours.muted for value in scale.contested}
    if scale.target is not None:
        ticks[_cell(scale.target, scale)] = colours.text
    full = round(_CELLS * (scale.actual or 0.0) / scale.end)
    kinds = [ticks.get(at, colours.link if at < full else colours.line) for at in range(_CELLS)]
    cells = "".join(
        f"<td width='{100 * len(list(run)) / _CELLS:g}%' bgcolor='{colour}' style='font-size:4pt'>&nbsp;</td>"
        for colour, run in groupby(kinds)
    )
    numbers = [texts.number(tick, decimals_of(tick)) for tick in scale.ticks]
    sides = ["left", *(["center"] * (len(numbers) - 2)), "right"]
    below = "".join(
        f"<td width='{100 // len(numbers)}%' align='{side}' class='source'>{escape(number)}</td>"
        for number, side in zip(numbers, sides, strict=True)
    )
    whole = "<table width='100%' cellspacing='0' cellpadding='0'><tr>{}</tr></table>"
    return whole.format(cells) + whole.format(below)


def _cell(value: float, scale: TargetScale) -> int:
    """Return the cell in which a number lies."""
    return min(max(round(_CELLS * value / scale.end - 0.5), 0), _CELLS - 1)


def _gap_unit(series: TargetSeries, texts: Texts) -> str:
    if series.unit == "percent":
        return texts.translate("Targets", "percentage points")
    return unit(series.unit).text(texts.language)


def _amount(series: TargetSeries, point: TargetPoint, texts: Texts) -> str:
    return readings.number(
        texts, point.value, decimals_of(point.value), unit(series.unit).text(texts.language), point.bound
    )


def _point(data: DataSet, series: TargetSeries, point: TargetPoint, disputed: bool, texts: Texts) -> str:
    kind = texts.translate("Targets", _KINDS[point.kind])
    period = point.period or words.date(texts, "undated")
    value = escape(_amount(series, point, texts))
    told = f"{escape(kind)} {escape(period)}"
    number = f"<td width='45%' align='right' valign='top'>{f'<b>{value}</b>' if disputed else value}</td>"
    source = source_line(data.sources[point.source_id], texts, point.location)
    said = quoted(texts, point.note)
    note = f"<br>{escape(said)}" if said else ""
    return (
        f"<tr><td width='55%'>{f'<b>{told}</b>' if disputed else told}</td>{number}</tr>"
        f"<tr><td colspan='2' class='source'>{source}{note}</td></tr>"
    )


def heading(data: DataSet, texts: Texts) -> str:
    """Return one sentence about what the page holds and how sure it is."""
    sentence = texts.translate(
        "Targets", "{number} targets and quantities of the policy documents; only what measures the same is compared."
    )
    return sentence.format(number=len(data.targets))
