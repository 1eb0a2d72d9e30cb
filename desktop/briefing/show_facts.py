"""The few facts that a card shows of a place, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from data.balance.evaluate import INDEX, column, indicator_of
from data.balance.explain import explain
from data.balance.groups import By, groups
from data.model import Place, Source
from data.project import Project
from desktop import readings, words
from desktop.briefing.show_look import MUTED
from maps.texts import Texts
from maps.view import MapView

HEADLINES = ("population", "ai_operating", "coverage_5g", "telemedicine_nearest_km")
"""What is told of every area beside what the map shows: its people, and one figure of each layer."""


def card_html(project: Project, view: MapView, place: Place, texts: Texts, pixels: int) -> str:
    """Return the card of a place as HTML, the name in type of 1.25 × ``pixels``."""
    data = readings.data_with(project, place, view.side)
    name = readings.name(data, place, texts.language)
    body = [f'<p style="font-size:{round(1.25 * pixels)}px; margin:0"><b>{escape(name)}</b></p>']
    if place.kind != "circle":
        body.append(f'<p style="margin:0">{_circles(project, place, texts)}</p>')
    body += _site(project, view, place, texts) if place.kind == "site" else _area(project, view, place, texts)
    return "".join(body)


def _circles(project: Project, place: Place, texts: Texts) -> str:
    found = readings.circle_ids(project, place)
    circles = project.data.circles
    chips = (
        f'<span style="color:{circles[one].colour}">■</span> {escape(circles[one].name.text(texts.language))}'
        for one in found
    )
    return "<br>".join(chips) or escape(texts.translate("Reading", "in no circle"))


def _site(project: Project, view: MapView, place: Place, texts: Texts) -> Iterator[str]:
    data = readings.data_with(project, place, view.side)
    site = data.site_by_id[place.id]
    told = [words.kind(texts, site.layer), words.status(texts, site.status), site.operator, site.year]
    told[1:1] = [readings.whereabouts(data, place, texts.language)]
    yield _line(texts.translate("Reading", ", ").join(filter(None, told)))
    yield _line(words.precision(texts, site.precision), MUTED)
    yield _sources([data.sources[site.source_id]] if site.source_id in data.sources else [], texts)


def _area(project: Project, view: MapView, place: Place, texts: Texts) -> Iterator[str]:
    """Yield what the map shows there and the headlines, each with its source."""
    by: By = "town" if place.kind == "town" else "county" if place.kind == "county" else "circle"
    wanted = [one for layer, one in (("choropleth", view.choropleth), ("proportional", view.proportional)) if layer in view.layers]
    for indicator_id in dict.fromkeys((*wanted, *HEADLINES)):
        yield _fact(project, view, indicator_id, by, place, texts)


def _fact(project: Project, view: MapView, indicator_id: str, by: By, place: Place, texts: Texts) -> str:
    indicator = indicator_of(project, indicator_id)
    side = "baseline" if view.side == "baseline" else "scenario"
    values, row = column(project, indicator_id, by, side), groups(project, by).ids.index(place.id)
    unit = indicator.unit.text(texts.language)
    value = readings.number(texts, float(values.values[row]), indicator.decimals, unit, values.bounds[row])
    level = words.level(texts, values.levels[row])
    label = escape(indicator.short.text(texts.language))
    sources = () if indicator_id == INDEX else explain(project, indicator_id, by, place.id, side).sources
    told = f'<p style="margin:0.4em 0 0 0">{label} <b>{escape(value)}</b>'
    told += f" {escape(level)}" if level else ""
    return told + "</p>" + _sources(sources, texts)


def _sources(sources: list[Source] | tuple[Source, ...], texts: Texts) -> str:
    return _line(", ".join(dict.fromkeys(source.publisher or source.title for source in sources)), MUTED)


def _line(text: str, colour: str = "") -> str:
    style = f' style="margin:0; color:{colour}"' if colour else ' style="margin:0"'
    return f"<p{style}>{escape(text)}</p>" if text else ""
