"""Changes of a scenario in words: for the list, for the undo menu, for what a list entry shows on the map."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data.model import AreaLevel, Layer, Place, Site
from data.project import Project
from data.scenario import AddSite, Change, MoveSite, RemoveSite, SetCoverage
from desktop import readings, words
from desktop.words import mark
from maps.texts import Texts

_KINDS: Mapping[Layer, str] = MappingProxyType(
    {
        Layer.AI: mark("WhatIf", "AI site"),
        Layer.TELEMEDICINE: mark("WhatIf", "telemedicine point"),
        Layer.HOSPITAL: mark("WhatIf", "hospital"),
        Layer.BROADBAND: mark("WhatIf", "broadband site"),
    }
)
_LEVELS: Mapping[AreaLevel, str] = MappingProxyType(
    {
        AreaLevel.TOWN: mark("WhatIf", "One township"),
        AreaLevel.COUNTY: mark("WhatIf", "One county or city"),
        AreaLevel.RURAL: mark("WhatIf", "All rural townships"),
        AreaLevel.NON_RURAL: mark("WhatIf", "All non-rural townships"),
        AreaLevel.NATION: mark("WhatIf", "The whole nation"),
    }
)


def kind(texts: Texts, layer: Layer) -> str:
    """Return the singular of a layer's sites."""
    return texts.translate("WhatIf", _KINDS[layer])


def level(texts: Texts, value: AreaLevel) -> str:
    """Return which areas a change of coverage is about."""
    return texts.translate("WhatIf", _LEVELS[value])


def site_of(project: Project, site_id: str) -> Site | None:
    """Return a site as it would be, as it is where the scenario removes it, None where there never was one."""
    return project.what_if.data.site_by_id.get(site_id) or project.data.site_by_id.get(site_id)


def change(texts: Texts, project: Project, one: Change) -> str:
    """Return a change in one line, as "New telemedicine point: Haiduan Township, Taitung County"."""
    if isinstance(one, SetCoverage):
        return texts.translate("WhatIf", "{series}, {area}: {value} %").format(
            series=project.data.series[one.series].name.text(texts.language),
            area=area(texts, project, one),
            value=texts.number(one.value, _decimals(one.value)),
        )
    if isinstance(one, AddSite):
        return texts.translate("WhatIf", "New {kind}: {place}").format(
            kind=kind(texts, one.layer), place=_town(texts, project, one.town_code)
        )
    site = site_of(project, one.site_id)
    name = one.site_id if site is None else site.name.text(texts.language)
    if isinstance(one, MoveSite):
        return texts.translate("WhatIf", "{site} moves to {place}").format(
            site=name, place=_town(texts, project, one.town_code)
        )
    if isinstance(one, RemoveSite):
        return texts.translate("WhatIf", "{site} is removed").format(site=name)
    parts = [] if one.status is None else [words.status(texts, one.status)]
    if one.beds is not None:
        parts.append(texts.translate("WhatIf", "{beds} emergency beds").format(beds=texts.number(one.beds)))
    comma = texts.translate("Reading", ", ")
    return texts.translate("WhatIf", "{site}: {what}").format(site=name, what=comma.join(parts))


def area(texts: Texts, project: Project, one: SetCoverage) -> str:
    """Return the areas whose coverage changes."""
    if one.level is AreaLevel.TOWN:
        return _town(texts, project, one.area)
    if one.level is AreaLevel.COUNTY:
        return readings.name(project.data, Place("county", one.area), texts.language)
    return level(texts, one.level)


def place(project: Project, one: Change) -> Place | None:
    """Return what shows a change on the map: the site, the town it was removed from, the area; None for a class."""
    if isinstance(one, SetCoverage):
        if one.level is AreaLevel.TOWN:
            return Place("town", one.area)
        return Place("county", one.area) if one.level is AreaLevel.COUNTY else None
    if isinstance(one, AddSite):
        return Place("site", one.id)
    if isinstance(one, RemoveSite):
        site = site_of(project, one.site_id)
        return Place("town", site.town_code) if site is not None and site.town_code else None
    return Place("site", one.site_id)


def _decimals(value: float) -> int:
    """Return how many decimals it takes to write a percentage, two at most."""
    return next(count for count in (0, 1, 2) if count == 2 or round(value, count) == value)


def _town(texts: Texts, project: Project, code: str) -> str:
    return readings.name(project.data, Place("town", code), texts.language)
