"""One plate as a GeoPackage that QGIS opens: a layer for every kind of thing shown, a table of sources, what it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyogrio
import pyogrio.raw
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from data.errors import TargetError
from maps.export.features import features
from maps.export.formats import Options, Progress
from maps.export.package import legal
from maps.export.shown import shown
from maps.export.table import Cell, ShownTable
from maps.plate import Plate

CRS = "EPSG:4326"
"""Degrees, in which Taiwan and the islands of zone 119 stand in one layer."""

_WRITTEN = {"OGR_CURRENT_DATE": "1980-01-01T00:00:00.000Z"}
"""The time in the file: the same content is then the same file."""


def write(plates: Sequence[Plate], path: Path, options: Options, progress: Progress) -> None:
    """Write one plate. Raises TargetError if there is no room for the file.

    It is made in a folder of its own, where whatever GDAL leaves behind does not matter.
    """
    (plate,) = plates
    progress(0)
    found = shown(plate)
    pyogrio.set_gdal_config_options(_WRITTEN)
    with TemporaryDirectory() as folder:
        target = Path(folder) / "plate.gpkg"
        try:
            for one in features(plate, found):
                progress(0)
                _layer(target, one.kind, one.table, one.geometries, one.geometry_type)
            for table in (found.sources, found.about):
                _layer(target, table.id, table)
        except (DataLayerError, DataSourceError) as error:
            raise TargetError("There is no room for the GeoPackage ({reason}).", reason=error) from None
        path.write_bytes(target.read_bytes())
    progress(1)


def _layer(
    target: Path,
    name: str,
    table: ShownTable,
    geometries: NDArray[np.object_] | None = None,
    geometry_type: str | None = None,
) -> None:
    pyogrio.raw.write(
        str(target),
        geometry=None if geometries is None else shapely.to_wkb(geometries),
        field_data=[_values(table.column(column.id)) for column in table.columns],
        fields=[column.id for column in table.columns],
        layer=name,
        driver="GPKG",
        geometry_type=geometry_type,
        crs=None if geometries is None else CRS,
        append=target.exists(),
        nan_as_null=True,
    )


def _values(cells: tuple[Cell, ...]) -> NDArray[np.generic]:
    """Return a column as GDAL takes it: numbers with NaN for unknown, truth, or text with None for unknown."""
    known = [cell for cell in cells if cell is not None]
    if known and all(isinstance(cell, bool) for cell in known):
        return np.array(cells, dtype=bool)
    if any(isinstance(cell, str) for cell in known) or not known:
        return np.array([None if cell is None else legal(str(cell)) for cell in cells], dtype=object)
    return np.array([np.nan if cell is None else cell for cell in cells], dtype=float)
