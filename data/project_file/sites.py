"""The sites of a project file, also those that were drawn or moved in another program."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TypeVar

import numpy as np

from data.dataset import DataSet
from data.errors import InputError, UserError
from data.land import town_at
from data.model import Layer, Name, OwnLayer, Precision, Site, Source, Status
from data.numbers import LAT, LON
from data.own import EDITS
from data.own_edits import edits_source
from data.own_ids import PREFIX
from data.project_file.geometry import read_points
from data.project_file.record import Note
from data.project_file.rows import Rows
from data.project_file.schema import SITE_EXTRAS, SITES

T = TypeVar("T")

MOST_EXTRA = 50
"""Further columns of sites that are kept."""


@dataclass(frozen=True)
class ReadSites:
    """The sites of a file, and what there is to say of them."""

    sites: tuple[Site, ...]
    sources: Mapping[str, Source]
    """that of edits by hand, where a site drawn in another program cites it"""
    notes: tuple[Note, ...]
    left_out: tuple[UserError, ...]


def read_sites(
    connection: sqlite3.Connection,
    embedded: DataSet,
    own_sources: Mapping[str, Source],
    carried: Mapping[str, Source],
    layers: Mapping[str, OwnLayer],
    edited: str,
) -> ReadSites:
    """Return the sites. A row without an id, or a point that was moved, comes from another program (QGIS).

    Such a row gets an id, a township and the source of edits by hand where it has none. Raises RowError where the table
    cannot be read.
    """
    rows = Rows(connection, SITES, also=MOST_EXTRA)
    points = read_points(rows.raw("geom"))
    lon, lat = points[:, 0].tolist(), points[:, 1].tolist()
    low, high = (LON.low, LAT.low), (LON.high, LAT.high)
    for index in np.flatnonzero(~((points >= low) & (points <= high)).all(axis=1)).tolist():  # NaN is neither
        rows.refuse(index, "geom", (lon[index], lat[index]))
    ids = rows.text("id")
    drawn = [index for index, site in enumerate(ids) if not site]
    moved = _moved(rows, lon, lat, drawn)
    edits = own_sources.get(EDITS) or edits_source_of(edited)
    known_sources = {*own_sources, *carried, *embedded.sources, ""}
    sources = rows.known("source_id", known_sources)
    cites_edits = [index for index, source in enumerate(sources) if not source]
    for index in cites_edits:
        sources[index] = EDITS
    _name(ids, {site.id for site in embedded.sites})
    seen: set[str] = set()
    for index, site_id in enumerate(ids):
        if site_id in seen:
            rows.refuse(index, "id", site_id)
        seen.add(site_id)
    towns, counties = rows.text("town_code"), rows.text("county_code")
    precisions = rows.choice("precision", Precision, Precision.SITE)
    for index in (*drawn, *moved):
        if index not in rows.faults:
            try:
                towns[index] = town_at(embedded, lon[index], lat[index])
            except InputError:
                rows.refuse(index, "geom", (lon[index], lat[index]))
            counties[index], precisions[index] = towns[index][:5], Precision.SITE
    for index, (town, county) in enumerate(zip(towns, counties, strict=True)):
        if county not in embedded.county_index:
            rows.refuse(index, "county_code", county)
        elif town and (town not in embedded.town_index or town[:5] != county):
            rows.refuse(index, "town_code", town)
    categories = rows.text("category")
    listed = rows.text("layer")
    for index in drawn:  # a category that is the name of an own layer says enough
        if not listed[index] and categories[index] in layers:
            listed[index] = Layer.OWN.value
    by_text = {layer.value: layer for layer in Layer}
    for index, (layer, category) in enumerate(zip(listed, categories, strict=True)):
        if layer not in by_text:
            rows.refuse(index, "layer", layer)
        elif layer == Layer.OWN.value and category not in layers:
            rows.refuse(index, "category", category)
    names = [Name(*pair) for pair in zip(rows.text("name_zh"), rows.text("name_en"), strict=True)]
    columns = (
        ids,
        [by_text.get(layer, Layer.OWN) for layer in listed],
        categories,
        names,
        rows.text("operator"),
        counties,
        towns,
        rows.text("locality"),
        lon,
        lat,
        precisions,
        rows.choice("status", Status, Status.UNKNOWN),
        rows.text("status_text"),
        rows.text("year"),
        rows.numbers("value"),
        rows.text("unit"),
        sources,
        rows.text("source_location"),
        rows.text("note"),
        _extras(rows),
    )
    found = list(zip(*columns, strict=True))
    good = rows.good if rows.faults else range(rows.count)
    sites = tuple(Site(*found[index]) for index in good)
    cited = {EDITS: edits} if cites_edits and EDITS not in own_sources else {}
    return ReadSites(sites, cited, tuple(_notes(rows, len(drawn), len(moved))), tuple(rows.faults.values()))


def edits_source_of(day: str) -> Source:
    """Return the source of edits by somebody unknown, on the day the file was last changed."""
    return edits_source(date.fromisoformat(day), "")


def _moved(rows: Rows, lon: list[float], lat: list[float], drawn: list[int]) -> list[int]:
    """Return the rows whose point is not where their columns say: it was moved in another program."""
    known_lon, known_lat = rows.raw("lon"), rows.raw("lat")
    if list(known_lon) == lon and list(known_lat) == lat:
        return []
    new = set(drawn)
    return [
        index
        for index in range(rows.count)
        if index not in new and (known_lon[index], known_lat[index]) != (lon[index], lat[index])
    ]


def _name(ids: list[str], taken: set[str]) -> None:
    """Give an id to every row that has none."""
    if all(ids):
        return
    taken = taken | set(ids)
    free = (name for number in count(1) if (name := f"{PREFIX}{number}") not in taken)
    for index, site_id in enumerate(ids):
        if not site_id:
            ids[index] = next(free)


def _extras(rows: Rows) -> list[dict[str, str]]:
    """Return the further entries of each site: of the columns for them, of ``extra``, and of columns made in QGIS."""
    extras: list[dict[str, str]] = [{} for _ in range(rows.count)]
    for column in (*SITE_EXTRAS, *rows.other[:MOST_EXTRA]):
        known = rows.raw(column)
        if any(value is not None for value in known):
            texts = rows.text(column) if column in SITE_EXTRAS else ["" if v is None else str(v) for v in known]
            for extra, value, text in zip(extras, known, texts, strict=True):
                if value is not None:
                    extra[column] = text
    for index, text in enumerate(rows.text("extra")):
        if text:
            try:
                other = json.loads(text)
            except (ValueError, RecursionError):
                other = None
            if not isinstance(other, dict) or not all(isinstance(value, str) for value in other.values()):
                rows.refuse(index, "extra", text)
            else:
                extras[index] |= other
    return extras


def _notes(rows: Rows, drawn: int, moved: int) -> list[Note]:
    notes = []
    if drawn:
        notes.append(Note("Sites drawn in another program: {count}; each has an id and its township now.", count=drawn))
    if moved:
        notes.append(Note("Sites moved in another program: {count}; their township was found anew.", count=moved))
    if rows.other:
        notes.append(
            Note("Sites have columns made in another program, which are kept as further details: {names}.",
                 names=", ".join(rows.other[:10]))
        )  # fmt: skip
    if len(rows.other) > MOST_EXTRA:
        notes.append(Note("Only the first {most} columns made in another program are kept.", most=MOST_EXTRA))
    if rows.cleaned:
        notes.append(
            Note("Values of the table {table} with control characters, which were left out: {count}.",
                 count=rows.cleaned, table=rows.table.name)
        )  # fmt: skip
    return notes
