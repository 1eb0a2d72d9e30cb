"""Where a number comes from, as a page: the value, its formula, the figures and sites it stands on, their sources."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from data.area_facts import ALL_BUT_ROUNDING
from data.balance.explain import Explanation
from data.balance.trace import Input
from data.fact import decimals_of
from data.project import Project
from desktop import readings, words
from desktop.appearance import Colours
from desktop.details_html import link, place_link, source_line, style
from desktop.target_notes import quoted
from desktop.words import mark
from maps import showing
from maps.texts import Texts

BACK = "back"
"""Scheme of the link that leads back to the details of the place."""
ALL = "all"
"""Scheme of the link that shows the inputs that were folded away."""

FOLDED = 12
"""Inputs of one kind that are listed before the others are folded away; the weightiest come first."""

_ROLES = {
    "sum": mark("Explanation", "Added up"),
    "mean": mark("Explanation", "Averaged, weighted by people"),
    "base": mark("Explanation", "Divided by"),
    "times": mark("Explanation", "Multiplied by"),
    "per": mark("Explanation", "Divided by"),
    "minus": mark("Explanation", "Taken off"),
    "part": mark("Explanation", "Parts of the index"),
    "compared": mark("Explanation", "Areas compared"),
    "stated": mark("Explanation", "What the documents say"),
    "evidence": mark("Explanation", "Also looked at"),
}
_SIDES = {
    "baseline": mark("Explanation", "baseline"),
    "scenario": mark("Explanation", "scenario"),
    "difference": mark("Explanation", "difference between scenario and baseline"),
}


def page(project: Project, explanation: Explanation, texts: Texts, colours: Colours, everything: bool = False) -> str:
    """Return the chain as HTML; inputs beyond the weightiest are folded unless ``everything``."""
    body = [
        f"<p>{link(BACK + ':', escape(texts.translate('Explanation', '← Details')))}</p>",
        f"<h2>{escape(explanation.indicator.name.text(texts.language))}</h2>",
        f"<p class='muted'>{escape(_subtitle(explanation, project, texts))}</p>",
        f"<p style='font-size:15pt'><b>{escape(_value(explanation, texts))}</b></p>",
        *_remarks(explanation, texts),
        f"<h3>{escape(texts.translate('Explanation', 'Formula'))}</h3>",
        f"<p>{escape(explanation.formula.text(texts.language))}</p>",
        f"<p class='muted'>{escape(explanation.note.text(texts.language))}</p>",
    ]
    for role, members in groupby(explanation.inputs, lambda one: one.role):
        listed = list(members)
        body.append(f"<h3>{escape(texts.translate('Explanation', _ROLES[role]))} ({len(listed)})</h3>")
        body.append(_inputs(project, listed, texts, everything))
    body.append(f"<h3>{escape(texts.translate('Explanation', 'Sources'))} ({len(explanation.sources)})</h3>")
    body += [f"<p class='source'>{source_line(source, texts)}</p>" for source in explanation.sources]
    return f"<html><head><style>{style(colours)}</style></head><body>{''.join(body)}</body></html>"


def _subtitle(explanation: Explanation, project: Project, texts: Texts) -> str:
    parts = [explanation.area.text(texts.language)]
    if not project.scenario.is_empty:
        parts.append(texts.translate("Explanation", _SIDES[explanation.side]))
    if explanation.indicator.period:
        parts.append(explanation.indicator.period)
    return " · ".join(parts)


def _value(explanation: Explanation, texts: Texts) -> str:
    value = explanation.value
    decimals, unit = explanation.indicator.decimals, showing.unit_words(texts, explanation.unit, explanation.side)
    text = readings.number(texts, float("nan") if value is None else value, decimals, unit, explanation.bound)
    return f"+{text}" if explanation.side == "difference" and value is not None and value > 0 else text


def _remarks(explanation: Explanation, texts: Texts) -> list[str]:
    told = []
    level = words.level(texts, explanation.level)
    if level:
        told.append(texts.translate("Explanation", "Estimated from: {level}").format(level=level))
    if explanation.known < ALL_BUT_ROUNDING:
        share = texts.number(100 * explanation.known, 1)
        told.append(texts.translate("Explanation", "Stands on {share} % of the people").format(share=share))
    return [f"<p class='muted'>{escape(line)}</p>" for line in told]


def _inputs(project: Project, listed: Sequence[Input], texts: Texts, everything: bool) -> str:
    shown = listed if everything else listed[:FOLDED]
    rows = "".join(_row(project, one, texts) for one in shown)
    table = f"<table width='100%' cellspacing='0' cellpadding='0'>{rows}</table>"
    if len(shown) == len(listed):
        return table
    more = texts.translate("Explanation", "and {number} more").format(number=len(listed) - len(shown))
    return f"{table}<p>{link(ALL + ':', escape(more))}</p>"


def _row(project: Project, one: Input, texts: Texts) -> str:
    language = texts.language
    area, label = one.area.text(language), one.label.text(language)
    if one.role == "stated":
        area, label = f"{label} {one.period or words.date(texts, 'undated')}", ""
    name = place_link(one.place, area or label) if one.place is not None else escape(area or label)
    value = _amount(one, texts)
    small = [
        label if area and label != area else "",
        one.period if one.role != "stated" else "",
        words.level(texts, one.level) if one.level not in ("", "town") else "",
        _weight(one, texts),
        quoted(texts, one.note) if one.role == "stated" else one.note,
    ]
    told = [escape(part) for part in small if part]
    if one.role == "stated":
        told.insert(0, source_line(project.data.sources[one.source_id], texts, one.location))
    under = " · ".join(told)
    number = f"<td width='38%' align='right' valign='top' style='padding-left:8px'><b>{escape(value)}</b></td>"
    row = f"<tr><td width='62%'>{name}</td>{number}</tr>"
    return row + (f"<tr><td colspan='2' class='source'>{under}</td></tr>" if under else "")


def _amount(one: Input, texts: Texts) -> str:
    value = float("nan") if one.value is None else one.value
    return readings.number(texts, value, decimals_of(value), one.unit.text(texts.language))


def _weight(one: Input, texts: Texts) -> str:
    if one.role == "mean":
        return texts.translate("Explanation", "for {people} people").format(people=texts.number(one.weight))
    if one.role in ("part", "compared"):
        return texts.translate("Explanation", "weight {share} %").format(share=texts.number(100 * one.weight, 1))
    if one.weight != 1:
        return texts.translate("Explanation", "counts {share} %").format(share=texts.number(100 * one.weight, 1))
    return ""
