"""What is shown as features: tables with a geometry for every row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from data.balance.groups import NATION
from maps.export.places import Geometries, area_polygons, lines, points
from maps.export.shown import Shown, plate_context
from maps.export.shown_sites import visible_links
from maps.export.table import ShownTable
from maps.plate import Plate


@dataclass(frozen=True, eq=False)
class Features:
    """The rows of a table and where they are, EPSG:4326."""

    kind: str
    """areas, symbols, circles, sites or links"""
    geometry_type: str
    table: ShownTable
    geometries: Geometries
    """(n,) one a row"""


def features(plate: Plate, shown: Shown) -> Iterator[Features]:
    """Yield what a plate shows, areas first."""
    context, view = plate_context(plate), plate.view
    for kind, table, level in (
        ("areas", shown.values, view.level),
        ("symbols", shown.symbols, view.proportional_level),
        ("circles", _without_nation(shown.circles), "circle"),
    ):
        if table is not None:
            ids = cast(tuple[str, ...], table.column("id"))
            yield Features(kind, "MultiPolygon", table, area_polygons(plate.project, level, ids))
    if shown.sites is not None:
        places = cast(
            list[tuple[float, float]], list(zip(shown.sites.column("lon"), shown.sites.column("lat"), strict=True))
        )
        yield Features("sites", "Point", shown.sites, points(places))
    if shown.links is not None:
        ends = [(spoke.lon, spoke.lat, hub.lon, hub.lat) for _, spoke, hub in visible_links(context)]
        yield Features("links", "LineString", shown.links, lines(ends))


def _without_nation(circles: ShownTable) -> ShownTable:
    """Return the rows that are a circle: the nation is the sum of all townships, and no place to click on."""
    return replace(circles, rows=tuple(row for row in circles.rows if row[0] != NATION))
