"""Policy targets beside what was reached, as a page: each series with its basis, its gap, and every source's number."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from data.dataset import DataSet
from data.fact import decimals_of
from data.model import Place
from data.targets import LEVELS, TargetPoint, TargetSeries, disagreements, gap, latest_actual, next_target, reached
from data.vocabulary import unit
from desktop import readings, words
from desktop.appearance import Colours
from desktop.details_html import link, place_link, source_line, style
from desktop.words import mark
from maps.texts import Texts

MAP = "map"
"""Scheme of the link that colours the map by the indicator a target belongs to; its path is the indicator's id."""

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
        _headline(series, texts, colours),
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


def _headline(series: TargetSeries, texts: Texts, colours: Colours) -> str:
    """Return the latest actual against the next target, and the bar between them."""
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
    text = f"<p>{escape(goal)}<br><b>{escape(' · '.join(parts))}</b></p>"
    if actual is None or series.direction < 0 or target.value <= 0 or actual.value < 0:
        return text
    share = round(100 * min(actual.value / target.value, 1))
    cells = "".join(
        f"<td width='{width}%' bgcolor='{colour}' style='font-size:3pt'>&nbsp;</td>"
        for width, colour in ((share, colours.link), (100 - share, colours.line))
        if width
    )
    return text + f"<table width='100%' cellspacing='0' cellpadding='0'><tr>{cells}</tr></table>"


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
    note = f"<br>{escape(point.note)}" if point.note else ""
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
