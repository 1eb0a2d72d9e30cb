"""The words of the charts: axis titles, readings of a value, what is unknown, sources."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from data.balance.evaluate import indicator_of
from data.balance.indicator import Indicator
from data.balance.measures import Column
from data.model import Language, Overlap
from maps.charts.chart import ChartContext
from maps.choropleth import ESTIMATED_LEVELS, FEW_PEOPLE
from maps.definition_words import definition_words
from maps.showing import unit_words
from maps.texts import Texts

_SOURCES_NAMED = 3


def axis_title(context: ChartContext, indicator: Indicator, difference: bool = False) -> str:
    """Return name, unit, period and direction of an indicator; a total grows with its area, which is not better.

    On a slide it is the short name, and the legend beside it says the direction.
    """
    translate, language = context.texts.translate, context.language
    name = (indicator.short if context.bare else indicator.name).text(language)
    unit = unit_words(context.texts, indicator.unit, "difference" if difference else "baseline")
    title = name if unit in name else translate("Chart", "{name} ({unit})").format(name=name, unit=unit)
    if difference:
        title = translate("Chart", "Scenario minus baseline: {indicator}").format(indicator=title)
    parts = [title, period(context, indicator)]
    if indicator.direction and not indicator.total and not context.bare:
        better = (
            translate("Chart", "more is better") if indicator.direction > 0 else translate("Chart", "less is better")
        )
        parts.append(better)
    return translate("Chart", ", ").join(filter(None, parts))


def period(context: ChartContext, indicator: Indicator) -> str:
    """Return the time of an indicator's figures; the index stands on several and has none of its own."""
    if indicator.period or indicator.topic == "index":
        return indicator.period
    translate = context.texts.translate
    return translate("Chart", "dates differ by site") if indicator.layers else translate("Chart", "undated")


def circles_line(context: ChartContext) -> str:
    """Return the definition of the circles and, where totals over circles are shown, how shared towns count in them."""
    texts = context.texts
    definition = definition_words(texts, context.project, context.project.definition_id)
    if context.by != "circle":
        return definition
    rule = {
        Overlap.EACH: texts.translate("Overlap", "a township of two circles counts fully in each"),
        Overlap.SPLIT: texts.translate("Overlap", "a township of two circles counts half in each"),
        Overlap.FIRST: texts.translate("Overlap", "a township of two circles counts only in the first"),
    }[context.project.overlap]
    return texts.translate("Chart", "; ").join((definition, rule))


def sentences(texts: Texts, several: Iterable[str]) -> str:
    """Return sentences as one text; full-width stops need no space."""
    return ("" if texts.language == "zh" else " ").join(several)


def side_name(texts: Texts, side: str) -> str:
    """Return baseline, scenario or difference in words."""
    return {
        "baseline": texts.translate("Chart", "Baseline"),
        "scenario": texts.translate("Chart", "Scenario"),
        "difference": texts.translate("Chart", "Difference"),
    }[side]


def areas_name(texts: Texts, by: str, count: int) -> str:
    """Return how many areas of a kind, in words."""
    return {
        "town": texts.translate("Chart", "{count} townships"),
        "county": texts.translate("Chart", "{count} counties and cities"),
        "circle": texts.translate("Chart", "{count} circles"),
    }[by].format(count=texts.number(count))


def number(texts: Texts, indicator: Indicator, value: float, bound: str = "", signed: bool = False) -> str:
    """Return a value without its unit; unknown is said."""
    if np.isnan(value):
        return texts.translate("Reading", "no data")
    text = texts.number(value, indicator.decimals, bound)
    return f"+{text}" if signed and value > 0 else text


def reading(texts: Texts, indicator: Indicator, column: Column, row: int, signed: bool = False) -> str:
    """Return a value with its unit, the level it was taken from, and on how few people it stands."""
    value = float(column.values[row])
    text = number(texts, indicator, value, column.bounds[row], signed)
    if np.isnan(value):
        return text
    text = f"{text} {indicator.unit.text(texts.language)}"
    reasons = [levels(texts, column.levels[row])]
    if is_doubtful(column, row):
        share = 100 * float(column.known[row])
        known = texts.number(share, 1 if share < 10 else 0)
        if indicator.topic == "index":
            reasons.append(texts.translate("Chart", "from {share} % of the weights").format(share=known))
        else:
            reasons.append(texts.translate("Reading", "for {share} % of people").format(share=known))
    reason = texts.translate("Reading", ", ").join(filter(None, reasons))
    return texts.translate("Reading", "{value} ({level})").format(value=text, level=reason) if reason else text


def levels(texts: Texts, joined: str) -> str:
    """Return what a value stands on, from the '+'-joined levels of a column; '' for the area's own figure."""
    table = {
        "county": texts.translate("Words", "county level"),
        "rural/non-rural": texts.translate("Words", "rural/non-rural class estimate"),
        "nation": texts.translate("Words", "national figure"),
    }
    told = [table[one] for one in joined.split("+") if one in table]
    if len(told) > 1:
        told = [texts.translate("Chart", "in part {level}").format(level=one) for one in told]
    return texts.translate("Reading", ", ").join(told)


def is_doubtful(column: Column, row: int) -> bool:
    """Tell whether a value stands on less than half of the area's people."""
    return bool(not np.isnan(column.values[row]) and column.known[row] < FEW_PEOPLE)


def is_lent(column: Column, row: int) -> bool:
    """Tell whether a value was, at least for a part of the area, reported for a class or the nation only."""
    return not ESTIMATED_LEVELS.isdisjoint(column.levels[row].split("+"))


def is_lent_in_part(column: Column, row: int) -> bool:
    """Tell whether another part of the area has a figure of its own or of its county."""
    return not ESTIMATED_LEVELS.issuperset(column.levels[row].split("+"))


def doubtful_note(texts: Texts) -> str:
    """Return what hollow marks mean."""
    return texts.translate("Chart", "Hollow: known for less than half of the people.")


def lent_note(texts: Texts) -> str:
    """Return what pale dots mean."""
    return texts.translate("Chart", "Pale: figure of its class or the nation.")


def source_line(context: ChartContext, indicators: tuple[Indicator, ...]) -> str:
    """Return the first sources of the indicators, how many more there are, and the data set."""
    data, texts = context.project.data, context.texts
    ids = tuple(dict.fromkeys(one for indicator in indicators for one in indicator.sources(data)))
    # Every indicator stands on population; what it alone stands on tells the reader more.
    usual = set(indicator_sources(context, "population"))
    ordered = sorted(ids, key=lambda one: one in usual)
    named = [source_name(context, one) for one in ordered[:_SOURCES_NAMED]]
    line = texts.translate("Chart", "; ").join(named)
    if len(ids) > _SOURCES_NAMED:
        line = texts.translate("Chart", "{sources} and {count} more").format(
            sources=line, count=texts.number(len(ids) - _SOURCES_NAMED)
        )
    return texts.translate("Chart", "Sources: {sources}. Data set {version}.").format(
        sources=line, version=data.version
    )


def indicator_sources(context: ChartContext, indicator_id: str) -> tuple[str, ...]:
    """Return the sources of an indicator by its id."""
    return indicator_of(context.project, indicator_id).sources(context.project.data)


def source_name(context: ChartContext, source_id: str) -> str:
    """Return publisher, title and date of a source."""
    source = context.project.data.sources[source_id]
    undated = context.texts.translate("Words", "undated")
    date = undated if source.date in ("", "undated") else source.date
    quoted = f"《{source.title}》" if source.title else ""
    return f"{source.publisher}{quoted}{_bracketed(context.language, date)}"


def _bracketed(language: Language, text: str) -> str:
    return f"（{text}）" if language == "zh" else f" ({text})"
