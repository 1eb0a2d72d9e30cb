"""The bounds between the classes that are on the map, for a user to go on from."""

from __future__ import annotations

from data.balance.evaluate import column, indicator_of
from data.project import Project
from desktop.numbers import MOST_BREAKS
from maps.classes import classify
from maps.view import MapView


def breaks_now(project: Project, view: MapView) -> tuple[float, ...]:
    """Return the ascending bounds between the classes of a choropleth; () where all areas are in one or unknown."""
    values = column(project, view.choropleth, view.level, "baseline" if project.scenario.is_empty else view.side)
    classes = classify(values.values, view.symbology, indicator_of(project, view.choropleth).decimals)
    # A break belongs to the class above it, so that "80" is where "80 or more" begins.
    return tuple(dict.fromkeys(low for low, _high in classes.bounds[1:]))[:MOST_BREAKS]
