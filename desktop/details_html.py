"""The details of a place as a page of text: every fact with its unit, period, precision or level, and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from itertools import groupby

from data.facts import Fact, facts
from data.model import Place, Source
from data.project import Project
from desktop import readings, words
from desktop.appearance import Colours
from maps import showing
from maps.texts import Texts

EXPLAIN = "explain"
"""Scheme of the links that ask how an indicator of this place was computed; its path is the indicator's id."""

EDIT = "edit"
"""Scheme of the links that edit the site whose page this is; the path says how."""


def page(project: Project, place: Place | None, texts: Texts, colours: Colours, editable: bool = False) -> str:
    """Return the page as HTML; that of an ``editable`` site has links by which it is edited.

    Everything that comes from the data is escaped; links go to sources and places, and to what the window does.
    """
    listed = facts(project, place, texts.language)
    body = [_title(project, place, texts) if place is not None else _help(texts)]
    if editable:
        body.append(_edit_links(texts))
    for group, members in groupby(listed, lambda fact: fact.group):
        body.append(f"<h3>{escape(group.text(texts.language))}</h3>")
        body.append(_table(project, members, texts, place is not None and place.kind == "site"))
    return f"<html><head><style>{style(colours)}</style></head><body>{''.join(body)}</body></html>"


def style(own: Colours) -> str:
    """Return the style sheet of the pages of the details panel."""
    return (
        f"body {{ color: {own.text}; }}"
        f"h2 {{ font-size: 15pt; margin: 0 0 1px 0; }}"
        f"h3 {{ font-size: 10pt; color: {own.link}; margin: 12px 0 2px 0; }}"
        f"p {{ margin: 2px 0 4px 0; }}"
        f".muted {{ color: {own.muted}; font-size: 9pt; }}"
        f".source {{ color: {own.muted}; font-size: 8.5pt; }}"
        f"a {{ color: {own.link}; text-decoration: none; }}"
        f"td {{ padding: 3px 0 0 0; }}"
        f"td.source {{ padding: 0; }}"
    )


def _title(project: Project, place: Place, texts: Texts) -> str:
    data, language = project.data, texts.language
    lines = [f"<h2>{escape(readings.name(data, place, language))}</h2>"]
    other = readings.other_name(data, place, language)
    kind = place.kind
    subtitle = [other] if other else []
    if kind == "site":
        site = data.site_by_id[place.id]
        subtitle.append(words.site_kind(texts, site))
        subtitle.append(words.status(texts, site.status))
    lines.append(f"<p class='muted'>{escape(' · '.join(subtitle))}</p>" if subtitle else "")
    links = [place_link(one, readings.name(data, one, language)) for one in _around(project, place)]
    chips = [
        f"<span style='color:{data.circles[circle].colour}'>■</span> "
        + place_link(Place("circle", circle), data.circles[circle].name.text(language))
        for circle in readings.circle_ids(project, place)
        if kind != "circle"
    ]
    if links or chips:
        lines.append(f"<p>{' · '.join((*links, *chips))}</p>")
    return "".join(lines)


def _edit_links(texts: Texts) -> str:
    links = (
        (f"{EDIT}:form", texts.translate("Details", "Edit…")),
        (f"{EDIT}:move", texts.translate("Details", "Move")),
        (f"{EDIT}:delete", texts.translate("Details", "Delete")),
    )
    return f"<p>{' · '.join(link(address, escape(text)) for address, text in links)}</p>"


def _around(project: Project, place: Place) -> Iterator[Place]:
    """Yield the township and county that a place lies in."""
    data = project.data
    if place.kind == "site":
        site = data.site_by_id[place.id]
        if site.town_code:
            yield Place("town", site.town_code)
        else:
            yield Place("county", site.county_code)
    elif place.kind == "town":
        yield Place("county", data.towns[data.town_index[place.id]].county.code)


def _help(texts: Texts) -> str:
    title = texts.translate("Details", "Taiwan, whole nation")
    text = texts.translate(
        "Details", "Click a township, a site or a row of the scorecard to read every fact about it with its source."
    )
    return f"<h2>{escape(title)}</h2><p class='muted'>{escape(text)}</p>"


def _table(project: Project, members: Iterable[Fact], texts: Texts, of_site: bool) -> str:
    rows = []
    for source_id, run in groupby(members, lambda fact: fact.source_id):
        listed = _joined(run, texts)
        places = {fact.location for fact in listed}
        common = places.pop() if len(places) == 1 else ""
        rows += [_row(fact, texts, "" if common else fact.location, of_site) for fact in listed]
        source = project.data.sources.get(source_id)
        if source is not None:
            rows.append(f"<tr><td colspan='2' class='source'>{_source(source, common, texts)}</td></tr>")
    return f"<table width='100%' cellspacing='0' cellpadding='0'>{''.join(rows)}</table>"


def _joined(run: Iterable[Fact], texts: Texts) -> list[Fact]:
    """Return the facts of one source, those without a label of their own and alike in all but the value as one."""
    comma = "、" if texts.language == "zh" else ", "
    result: list[Fact] = []
    for fact in run:
        last = result[-1] if result else None
        if last is not None and not fact.label.zh and replace(fact, value=last.value) == last:
            result[-1] = replace(last, value=f"{last.value}{comma}{fact.value}")
        else:
            result.append(fact)
    return result


def _row(fact: Fact, texts: Texts, location: str, of_site: bool) -> str:
    value, beside = _value(fact, texts)
    small = [
        part
        for part in (
            fact.period,
            words.level_or_precision(texts, fact.precision_or_level, of_site),
            fact.note,
            showing.location(texts, location),
        )
        if part
    ]
    label = escape(fact.label.text(texts.language))
    told = [escape(part) for part in dict.fromkeys(small)]
    if fact.indicator:
        told.append(link(f"{EXPLAIN}:{fact.indicator}", escape(texts.translate("Details", "how computed"))))
    under = f"<tr><td colspan='2' class='source'>{' · '.join(told)}</td></tr>" if told else ""
    if not beside or not label:
        text = value if not label else f"<span class='muted'>{label}</span><br>{value}"
        return f"<tr><td colspan='2'>{text}</td></tr>{under}"
    # Percentages for both: Qt gives a column of 100 % the room that the cells spanning it leave, down to one letter.
    number = f"<td width='38%' align='right' valign='top' style='padding-left:8px'><b>{value}</b></td>"
    return f"<tr><td width='62%'>{label}</td>{number}</tr>{under}"


def _value(fact: Fact, texts: Texts) -> tuple[str, bool]:
    """Return the value and whether it is short enough to stand to the right of its label."""
    unit = fact.unit.text(texts.language)
    if fact.value is None:
        return escape(texts.translate("Reading", "no data")), True
    if isinstance(fact.value, str):
        return escape(f"{fact.value} {unit}".strip()), len(fact.value) <= 12
    return escape(readings.number(texts, fact.value, fact.decimals, unit)), True


def _source(source: Source, location: str, texts: Texts) -> str:
    return escape(texts.translate("Details", "Source: ")) + source_line(source, texts, location)


def source_line(source: Source, texts: Texts, location: str = "") -> str:
    """Return title, publisher, date and place of a source as HTML, linked where it has an address."""
    title = escape(source.title)
    if source.url.startswith(("https://", "http://")):
        title = link(source.url, title)
    rest = [
        part for part in (source.publisher, words.date(texts, source.date), showing.location(texts, location)) if part
    ]
    return title + (escape(" · " + " · ".join(rest)) if rest else "")


def place_link(place: Place, text: str) -> str:
    """Return a link that shows a place on the map."""
    return link(f"place:{place.kind}:{place.id}", escape(text))


def link(address: str, text: str) -> str:
    """Return a link; ``text`` is HTML."""
    # Qt reads entities only in attributes with double quotes.
    return f'<a href="{escape(address)}">{text}</a>'
