"""Reading geometries of a GeoPackage with sqlite3 and Shapely: importing pyogrio would cost half a second at start."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from data.errors import DataSetError

_CRS = 3826
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
"""Length of the envelope in a GeoPackage geometry header, by its indicator (OGC 12-128, clause 2.1.3)."""


def read_geometries(path: Path, layer: str, key: str) -> tuple[list[str], NDArray[np.object_]]:
    """Return the values of the column ``key`` and the geometries of ``layer``, in the order of the key.

    Raises DataSetError naming the file where it is missing, damaged, lacks the layer or is not in EPSG:3826.
    """
    try:
        # immutable: the file is shipped read-only, and SQLite must leave no journal beside it
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            found = connection.execute(
                "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?", (layer,)
            ).fetchone()
            if found is None:
                raise DataSetError("The data file {file} has no layer {layer}.", file=path, layer=layer)
            if found[1] != _CRS:
                raise ValueError(f"the layer is in EPSG:{found[1]}")
            rows = connection.execute(
                f"SELECT {_quoted(key)}, {_quoted(found[0])} FROM {_quoted(layer)} ORDER BY 1"
            ).fetchall()
        return [row[0] for row in rows], shapely.from_wkb(np.array([_wkb(row[1]) for row in rows], dtype=object))
    except (sqlite3.Error, shapely.errors.GEOSException, ValueError, TypeError, IndexError):
        raise DataSetError(
            "The data file {file} is damaged (its layer {layer} cannot be read); please install the program again.",
            file=path,
            layer=layer,
        ) from None


def _quoted(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


def _wkb(blob: bytes) -> bytes:
    if blob[:2] != b"GP":
        raise ValueError("not a GeoPackage geometry")
    return blob[8 + _ENVELOPE_BYTES[(blob[3] >> 1) & 0b111] :]
