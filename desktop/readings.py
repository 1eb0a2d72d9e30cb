"""Short readings of a place for the status bar and the lists: name, circles, population, the active value."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from data.balance.groups import By, Groups, groups
from data.balance.indicators import INDICATORS, Column
from data.circles import membership
from data.dataset import DataSet
from data.model import Language, Place, Precision
from data.project import Project
from desktop import words
from maps.texts import Texts
from maps.view import MapView

SMALL_SHARE = 0.5
"""Share of an area's people below which a number says more about the gaps in the data than about the area."""


@lru_cache(maxsize=16)
def _groups(project: Project, by: By) -> Groups:
    return groups(project, by)


@lru_cache(maxsize=64)
def column(project: Project, indicator_id: str, by: By) -> Column:
    """Return an indicator of every town, county or circle, or of the nation; computed once for each project."""
    return INDICATORS[indicator_id].compute(project.data, _groups(project, by))


def name(data: DataSet, place: Place, language: Language) -> str:
    """Return the name of a place, a township with its county."""
    if place.kind == "town":
        return data.towns[data.town_index[place.id]].full_name(language)
    if place.kind == "county":
        return data.counties[data.county_index[place.id]].name.text(language)
    if place.kind == "circle":
        return data.circles[place.id].name.text(language)
    return data.site_by_id[place.id].name.text(language)


def other_name(data: DataSet, place: Place, language: Language) -> str:
    """Return the name of a place in the other language, '' where it is the same or unknown."""
    other = name(data, place, "zh" if language == "en" else "en")
    return "" if other == name(data, place, language) else other


def circle_ids(project: Project, place: Place) -> tuple[str, ...]:
    """Return the circles a place belongs to, in the order of the definition; of a county, those of all its towns."""
    if place.kind == "circle":
        return (place.id,)
    data, of_town = project.data, membership(project.data, project.definition_id)
    if place.kind == "town":
        return of_town[data.town_index[place.id]]
    county = place.id
    if place.kind == "site":
        site = data.site_by_id[place.id]
        if site.town_code:
            return of_town[data.town_index[site.town_code]]
        county = site.county_code
    found = {
        circle
        for town, circles in zip(data.towns, of_town, strict=True)
        if town.county.code == county
        for circle in circles
    }
    return tuple(circle for circle in project.definition.circles if circle in found)


def whereabouts(data: DataSet, place: Place, language: Language) -> str:
    """Return the township or county a site stands in; '' for areas, which are their own place."""
    if place.kind != "site":
        return ""
    site = data.site_by_id[place.id]
    if site.town_code:
        return name(data, Place("town", site.town_code), language)
    return name(data, Place("county", site.county_code), language)


def number(texts: Texts, value: float, decimals: int, unit: str = "", bound: str = "") -> str:
    """Return a number with its unit and bound (>= or <=); unknown is said, never shown as zero."""
    if np.isnan(value):
        return texts.translate("Reading", "no data")
    text = texts.number(value, decimals, bound)
    return f"{text} {unit}" if unit else text


def small_share(texts: Texts, share: float) -> str:
    """Return on how few people a number stands."""
    percent = texts.number(100 * share, 1 if share < 0.1 else 0)
    return texts.translate("Reading", "for {share} % of people").format(share=percent)


def line(project: Project, view: MapView, place: Place, texts: Texts) -> str:
    """Return one line about a place: name, circles, population, and the value of the indicator that colours the map."""
    return " · ".join(lines(project, view, place, texts))


def lines(project: Project, view: MapView, place: Place, texts: Texts) -> Iterator[str]:
    """Yield the parts of ``line`` one by one, the name first."""
    data = project.data
    yield name(data, place, texts.language)
    if place.kind == "site":
        site = data.site_by_id[place.id]
        yield words.kind(texts, site.layer)
        yield whereabouts(data, place, texts.language)
        yield _circles(project, place, texts)
        yield words.status(texts, site.status)
        if site.precision is not Precision.SITE:
            yield words.precision(texts, site.precision)
        return
    if place.kind != "circle":
        yield _circles(project, place, texts)
    yield _reading(project, "population", place, texts)
    if "choropleth" in view.layers:
        yield _reading(project, view.choropleth, place, texts)


def _circles(project: Project, place: Place, texts: Texts) -> str:
    comma = "、" if texts.language == "zh" else ", "
    names = (project.data.circles[one].name.text(texts.language) for one in circle_ids(project, place))
    return comma.join(names) or texts.translate("Reading", "in no circle")


def _reading(project: Project, indicator_id: str, place: Place, texts: Texts) -> str:
    by: By = "town" if place.kind == "town" else "county" if place.kind == "county" else "circle"
    indicator = INDICATORS[indicator_id]
    values, row = column(project, indicator_id, by), _groups(project, by).ids.index(place.id)
    unit = indicator.unit.text(texts.language)
    text = number(texts, float(values.values[row]), indicator.decimals, unit, values.bounds[row])
    reasons = [words.level(texts, values.levels[row])]
    if values.known[row] < SMALL_SHARE and not np.isnan(values.values[row]):
        reasons.append(small_share(texts, float(values.known[row])))
    if any(reasons):
        reason = texts.translate("Reading", ", ").join(filter(None, reasons))
        text = texts.translate("Reading", "{value} ({level})").format(value=text, level=reason)
    return f"{indicator.short.text(texts.language)} {text}"
