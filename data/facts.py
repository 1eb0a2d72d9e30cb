"""Everything that is known of one place, as lines for a details panel: value, period, level or precision, source."""

from __future__ import annotations

from data.area_facts import AreaFacts
from data.fact import Fact
from data.model import Language, Place
from data.project import Project
from data.site_facts import site_facts

__all__ = ["Fact", "facts"]


def facts(project: Project, place: Place | None, language: Language = "zh") -> tuple[Fact, ...]:
    """Return all facts of a place, those under one heading together; None is the nation.

    Values and notes that are words come in ``language``; remarks of the compiled facts are as they were written.
    """
    data, area = project.data, AreaFacts(project, language)
    if place is None:
        return tuple(area.nation())
    if place.kind == "town":
        return tuple(area.town(data.towns[data.town_index[place.id]]))
    if place.kind == "county":
        return tuple(area.county(data.counties[data.county_index[place.id]]))
    if place.kind == "circle":
        return tuple(area.circle(place.id))
    return tuple(site_facts(data, data.site_by_id[place.id], language))
