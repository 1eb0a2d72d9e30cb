"""One plate as GeoJSON (RFC 7946): areas with their values, sites and links, each feature with its kind."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import shapely

from maps.export.features import Features, features
from maps.export.formats import Options, Progress
from maps.export.shown import shown
from maps.export.table import ShownTable
from maps.plate import Plate


def write(plates: Sequence[Plate], path: Path, options: Options, progress: Progress) -> None:
    """Write one plate as one collection; what it is about and its sources stand beside the features.

    The circles are written where nothing else is on the map: they would lie over all other areas.
    """
    (plate,) = plates
    progress(0)
    found = shown(plate)
    kinds = [one for one in features(plate, found) if one.kind != "circles" or found.main is found.circles]
    progress(0)
    collection = {
        "type": "FeatureCollection",
        "name": plate.title,
        "about": _records(found.about),
        "sources": _records(found.sources),
        "features": [feature for one in kinds for feature in _features(one)],
    }
    text = json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    path.write_bytes(text.encode("utf-8", "backslashreplace") + b"\n")
    progress(1)


def _records(table: ShownTable) -> list[dict[str, Any]]:
    names = [column.id for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def _features(found: Features) -> Iterator[dict[str, Any]]:
    for record, geometry in zip(_records(found.table), shapely.to_geojson(found.geometries), strict=True):
        yield {
            "type": "Feature",
            "properties": {"kind": found.kind, **record},
            "geometry": json.loads(geometry),
        }
