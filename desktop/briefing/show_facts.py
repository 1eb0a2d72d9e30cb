"""The few facts that a card shows of a place, each with its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from data.balance.evaluate import Side, column, indicator_of
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

MOST_FACTS = 4
"""As many as a card has room for in large type."""

_GAP = "8px"


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
    told = [words.site_kind(texts, site), words.status(texts, site.status), site.operator, site.year]
    told[1:1] = [readings.whereabouts(data, place, texts.language)]
    yield _line(texts.translate("Reading", ", ").join(filter(None, told)))
    yield _line(words.precision(texts, site.precision), MUTED)
    yield _line(_publisher([data.sources[site.source_id]] if site.source_id in data.sources else [], texts), MUTED)


def _area(project: Project, view: MapView, place: Place, texts: Texts) -> Iterator[str]:
    """Yield what the map shows there and the headlines, each with its source."""
    by: By = "town" if place.kind == "town" else "county" if place.kind == "county" else "circle"
    shown = {"choropleth": view.choropleth, "proportional": view.proportional}
    wanted = [indicator_id for layer, indicator_id in shown.items() if layer in view.layers]
    for indicator_id in [*dict.fromkeys((*wanted, *HEADLINES))][:MOST_FACTS]:
        yield from _fact(project, view, indicator_id, by, place, texts)


def _fact(project: Project, view: MapView, indicator_id: str, by: By, place: Place, texts: Texts) -> Iterator[str]:
    indicator = indicator_of(project, indicator_id)
    side: Side = "baseline" if view.side == "baseline" else "scenario"
    values, row = column(project, indicator_id, by, side), groups(project, by).ids.index(place.id)
    unit = indicator.unit.text(texts.language)
    value = readings.number(texts, float(values.values[row]), indicator.decimals, unit, values.bounds[row])
    label = escape(indicator.short.text(texts.language))
    yield f'<p style="margin-top:{_GAP}; margin-bottom:0">{label} <b>{escape(value)}</b></p>'
    sources = explain(project, indicator_id, by, place.id, side).sources
    told = filter(None, (words.level(texts, values.levels[row]), _publisher(sources, texts)))
    yield _line(" · ".join(told), MUTED)


def _publisher(sources: Sequence[Source], texts: Texts) -> str:
    """Return who published the first source, and how many there are: all of them are in the details of the desk."""
    if not sources:
        return ""
    first = texts.translate("Details", "Source: ") + (sources[0].publisher or sources[0].title)
    if len(sources) == 1:
        return first
    return texts.translate("Show", "{publisher} and {count} more sources").format(
        publisher=first, count=texts.number(len(sources) - 1)
    )


def _line(text: str, colour: str = "") -> str:
    style = f"margin:0; color:{colour}" if colour else "margin:0"
    return f'<p style="{style}">{escape(text)}</p>' if text else ""
