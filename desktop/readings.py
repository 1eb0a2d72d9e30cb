"""Short readings of a place for the status bar and the lists: name, circles, population, the active value."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from data.balance.composite import rank
from data.balance.evaluate import INDEX, Side, column, indicator_of
from data.balance.groups import By, groups
from data.balance.indicator import Indicator
from data.circles import membership
from data.dataset import DataSet
from data.model import Language, Place, Precision
from data.project import Project
from desktop import words
from maps.choropleth import FEW_PEOPLE
from maps.classes import DIGITS
from maps.showing import changed
from maps.site_looks import is_supposed
from maps.texts import Texts
from maps.view import MapView


def data_with(project: Project, place: Place, side: Side = "baseline") -> DataSet:
    """Return the data set that knows a place, that of the side shown if both do: a scenario adds and removes sites."""
    if place.kind != "site":
        return project.data
    first, second = project.data, project.what_if.data
    if side != "baseline":
        first, second = second, first
    return first if place.id in first.site_by_id else second


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
        site = data_with(project, place).site_by_id[place.id]
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
    data = data_with(project, place, view.side)
    yield name(data, place, texts.language)
    if place.kind == "site":
        site = data.site_by_id[place.id]
        yield words.site_kind(texts, site)
        yield whereabouts(data, place, texts.language)
        yield _circles(project, place, texts)
        yield words.status(texts, site.status)
        if is_supposed(site):
            yield texts.translate("Reading", "hypothetical: only in the scenario")
        elif view.side != "baseline" and place.id not in project.what_if.data.site_by_id:
            yield texts.translate("Reading", "removed in the scenario")
        if site.precision is not Precision.SITE:
            yield words.precision(texts, site.precision)
        return
    if place.kind != "circle":
        yield _circles(project, place, texts)
    yield _reading(project, "population", place, "baseline", texts)
    for indicator, level in _on_the_map(view):
        for area in _areas_at(project, level, place):
            if (indicator, area) == ("population", place):
                continue  # it is there already
            text = _reading(project, indicator, area, view.side, texts)
            if area != place:
                colon = "：" if texts.language == "zh" else ": "
                text = f"{name(project.data, area, texts.language)}{colon}{text}"
            yield text


def _on_the_map(view: MapView) -> dict[tuple[str, By], None]:
    """Return the indicators whose values areas and symbols show, each with the level at which they do, none twice."""
    shown: dict[tuple[str, By], None] = {}
    if "choropleth" in view.layers:
        shown[view.choropleth, view.level] = None
        if view.second and view.side != "difference":
            shown[view.second, view.level] = None
    if "proportional" in view.layers:
        shown[view.proportional, view.proportional_level] = None
    return shown


def _areas_at(project: Project, level: By, place: Place) -> tuple[Place, ...]:
    """Return the areas of a level whose values a place reads: itself, or the county or circles that a town is part of.

    A county or circle that was pointed at in a list is read itself, whatever the map is coloured by.
    """
    if place.kind != "town" or level == "town":
        return (place,)
    if level == "county":
        return (Place("county", project.data.towns[project.data.town_index[place.id]].county.code),)
    return tuple(Place("circle", circle) for circle in circle_ids(project, place))


def _circles(project: Project, place: Place, texts: Texts) -> str:
    comma = "、" if texts.language == "zh" else ", "
    names = (project.data.circles[one].name.text(texts.language) for one in circle_ids(project, place))
    return comma.join(names) or texts.translate("Reading", "in no circle")


def _reading(project: Project, indicator_id: str, place: Place, side: Side, texts: Texts) -> str:
    """Return an indicator of an area with what qualifies it; under a scenario the baseline comes first."""
    by: By = "town" if place.kind == "town" else "county" if place.kind == "county" else "circle"
    indicator = indicator_of(project, indicator_id)
    shown: Side = "baseline" if side == "baseline" else "scenario"
    values, row = column(project, indicator_id, by, shown), groups(project, by).ids.index(place.id)
    value, unit = float(values.values[row]), indicator.unit.text(texts.language)
    text = number(texts, value, indicator.decimals, unit, values.bounds[row])
    if side != "baseline":
        text = _with_baseline(project, indicator, by, row, text, texts)
    reasons = [words.level(texts, values.levels[row])]
    if indicator_id == INDEX and not np.isnan(value):
        places = rank(values.values)
        reasons.append(
            texts.translate("Reading", "rank {rank} of {count}").format(
                rank=texts.number(places[row]), count=texts.number(int(np.count_nonzero(~np.isnan(places))))
            )
        )
    elif values.known[row] < FEW_PEOPLE and not np.isnan(value):
        reasons.append(small_share(texts, float(values.known[row])))
    if any(reasons):
        reason = texts.translate("Reading", ", ").join(filter(None, reasons))
        text = texts.translate("Reading", "{value} ({level})").format(value=text, level=reason)
    return f"{indicator.short.text(texts.language)} {text}"


def _with_baseline(project: Project, indicator: Indicator, by: By, row: int, scenario: str, texts: Texts) -> str:
    """Return baseline → scenario and the difference; an area in which nothing changes says so."""
    before = column(project, indicator.id, by)
    change = float(column(project, indicator.id, by, "difference").values[row])
    if round(change, DIGITS) == 0:
        return texts.translate("Reading", "{value}, no change").format(value=scenario)
    baseline = number(texts, float(before.values[row]), indicator.decimals, bound=before.bounds[row])
    if np.isnan(change):
        return texts.translate("Reading", "{before} → {after}").format(before=baseline, after=scenario)
    return texts.translate("Reading", "{before} → {after} [{change}]").format(
        before=baseline, after=scenario, change=changed(texts, change, indicator.decimals)
    )
