"""The sites of a project file, also those that were drawn or moved in another program."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

import numpy as np

from data.dataset import DataSet
from data.errors import InputError, UserError
from data.json_file import is_text
from data.land import town_at
from data.model import Layer, Name, OwnLayer, Precision, Site, Source, Status
from data.numbers import LAT, LON, RANGES
from data.own import EDITS
from data.own_edits import edits_source
from data.own_ids import PREFIX
from data.project_file.geometry import read_points
from data.project_file.record import Note
from data.project_file.rows import Rows
from data.project_file.schema import SITE_EXTRAS, SITES
from data.records import EXTRA_COLUMNS
from data.scenario import USUAL_CATEGORY
from data.scenario_record import MOST_BEDS

MOST_EXTRA = 50
"""Further columns of sites that are kept."""
_VALID_CATEGORIES: Mapping[Layer, Container[str]] = {Layer.TELEMEDICINE: ("spoke", "hub")}
_NUMBERS = ((Layer.HOSPITAL, "emergency_beds", MOST_BEDS), (Layer.AI, "mw", RANGES["MW"].high))
"""Entries that are computed with, by layer, and the most they may be."""


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
    lon, lat = _points(rows)
    ids = rows.text("id")
    drawn = [index for index, site in enumerate(ids) if not site]
    moved = _moved(rows, lon, lat, drawn)
    _give_ids(rows, ids, embedded)
    places = _places(rows, embedded, lon, lat, (*drawn, *moved))
    sources = rows.known("source_id", {*own_sources, *carried, *embedded.sources, ""})
    without = [index for index, source in enumerate(sources) if not source]
    for index in without:
        sources[index] = EDITS
    kinds, categories = _kinds(rows, layers, drawn)
    columns = (
        ids,
        kinds,
        categories,
        [Name(*pair) for pair in zip(rows.text("name_zh"), rows.text("name_en"), strict=True)],
        rows.text("operator"),
        places.counties,
        places.towns,
        rows.text("locality"),
        lon,
        lat,
        places.precisions,
        rows.choice("status", Status, Status.UNKNOWN),
        rows.text("status_text"),
        rows.text("year"),
        rows.numbers("value"),
        rows.text("unit"),
        sources,
        rows.text("source_location"),
        rows.text("note"),
        _extras(rows, kinds),
    )
    found = list(zip(*columns, strict=True))
    good = rows.good if rows.faults else range(rows.count)
    sites = tuple(Site(*found[index]) for index in good)
    cited = {EDITS: edits_source(date.fromisoformat(edited), "")} if without and EDITS not in own_sources else {}
    return ReadSites(sites, cited, tuple(_notes(rows, len(drawn), len(moved))), tuple(rows.faults.values()))


def _points(rows: Rows) -> tuple[list[float], list[float]]:
    """Return longitudes and latitudes; refuse what is no point in Taiwan."""
    points = read_points(rows.raw("geom"))
    lon, lat = points[:, 0].tolist(), points[:, 1].tolist()
    low, high = (LON.low, LAT.low), (LON.high, LAT.high)
    for index in np.flatnonzero(~((points >= low) & (points <= high)).all(axis=1)).tolist():  # NaN is neither
        rows.refuse(index, "geom", (lon[index], lat[index]))
    return lon, lat


@dataclass(frozen=True)
class _Places:
    towns: list[str]
    counties: list[str]
    precisions: list[Precision]


def _places(rows: Rows, embedded: DataSet, lon: list[float], lat: list[float], anew: Sequence[int]) -> _Places:
    """Return where the sites are; the townships of the rows ``anew`` are found by their points."""
    towns, counties = rows.text("town_code"), rows.text("county_code")
    precisions = rows.choice("precision", Precision, Precision.SITE)
    for index in anew:
        if index not in rows.faults:
            try:
                towns[index] = town_at(embedded, lon[index], lat[index])
            except InputError:
                rows.refuse(index, "geom", (lon[index], lat[index]))
            counties[index], precisions[index] = towns[index][:5], Precision.SITE
    for index, (town, county) in enumerate(zip(towns, counties, strict=True)):
        if county not in embedded.county_index:
            rows.refuse(index, "county_code", county)
        elif town:
            if town not in embedded.town_index or town[:5] != county:
                rows.refuse(index, "town_code", town)
        elif precisions[index] is not Precision.COUNTY:
            rows.refuse(index, "town_code", town)
    return _Places(towns, counties, precisions)


def _kinds(rows: Rows, layers: Mapping[str, OwnLayer], drawn: Sequence[int]) -> tuple[list[Layer], list[str]]:
    """Return the layer and category of each site."""
    listed, categories = rows.text("layer"), rows.text("category")
    by_text = {layer.value: layer for layer in Layer}
    for index in drawn:
        if not listed[index] and categories[index] in layers:  # the name of an own layer says enough
            listed[index] = Layer.OWN.value
        elif not categories[index] and listed[index] in by_text:
            categories[index] = USUAL_CATEGORY.get(by_text[listed[index]], "")
    for index, (layer, category) in enumerate(zip(listed, categories, strict=True)):
        if layer not in by_text:
            rows.refuse(index, "layer", layer)
        elif category not in _VALID_CATEGORIES.get(by_text[layer], layers if layer == Layer.OWN.value else (category,)):
            rows.refuse(index, "category", category)
    return [by_text.get(layer, Layer.OWN) for layer in listed], categories


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


def _give_ids(rows: Rows, ids: list[str], embedded: DataSet) -> None:
    """Give an id to every row that has none; refuse one that is there twice."""
    if not all(ids):
        taken = {*embedded.site_by_id, *ids}
        free = (name for number in count(1) if (name := f"{PREFIX}{number}") not in taken)
        for index, site_id in enumerate(ids):
            if not site_id:
                ids[index] = next(free)
    seen: set[str] = set()
    for index, site_id in enumerate(ids):
        if site_id in seen:
            rows.refuse(index, "id", site_id)
        seen.add(site_id)


def _extras(rows: Rows, kinds: Sequence[Layer]) -> list[dict[str, str]]:
    """Return the further entries of each site: of the columns for them, of ``extra``, and of columns made in QGIS.

    A site has all entries of its layer, and those that are computed with are numbers.
    """
    usual = {layer: dict.fromkeys(EXTRA_COLUMNS.get(layer, ()), "") for layer in Layer}
    extras = [dict(usual[kind]) for kind in kinds]
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
            if not isinstance(other, dict) or not all(is_text(value) for value in other.values()):
                rows.refuse(index, "extra", text)
            else:
                extras[index] |= other
    for layer, column, most in _NUMBERS:
        for index, (kind, extra) in enumerate(zip(kinds, extras, strict=True)):
            if kind is layer and not _is_number(extra[column], most):
                rows.refuse(index, column, extra[column])
    return extras


def _is_number(text: str, most: float) -> bool:
    """Tell whether a text is a number from 0 to ``most``, or empty."""
    try:
        return not text or (text.isascii() and 0 <= float(text) <= most)
    except ValueError:
        return False


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
