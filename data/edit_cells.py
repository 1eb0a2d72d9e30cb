"""A site as cells of a table that people edit: what a cell shows, and what a text written into it makes of the site."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from data.dataset import DataSet
from data.edit_words import LAYERS, PRECISIONS, STATUSES, category_words, code_of, listed, shown
from data.errors import InputError, UserError
from data.intake.cleaned import Refusal
from data.intake.coordinates import coordinate
from data.intake.dates import date
from data.intake.numbers import number
from data.intake.places import find_town
from data.intake.statuses import status_of
from data.intake.texts import clean_text
from data.intake.words import category_of, grade_of
from data.land import town_at
from data.model import Language, Layer, Name, Precision, Site, Status
from data.names import fold
from data.numbers import RANGES
from data.own_edits import changed_site
from data.records import EXTRA_COLUMNS
from data.scenario import EMERGENCY_BEDS
from data.vocabulary import unit, unit_code, words

COLUMNS = (
    "name_zh",
    "name_en",
    "layer",
    "category",
    "operator",
    "status",
    "year",
    "value",
    "unit",
    "beds",
    "town",
    "locality",
    "lon",
    "lat",
    "precision",
    "source",
    "note",
)
"""of a table"""
MORE_COLUMNS = (
    "status_text",
    "mw",
    "part_of",
    "partner_hospitals",
    "specialties",
    "network",
    "hospital_code",
    "campus",
    "emergency_grade",
)
"""of a form besides; all but the first are fields that only some layer has"""

_PLAIN = ("operator", "locality", "status_text")
_EXTRA = {"beds": EMERGENCY_BEDS} | {name: name for name in MORE_COLUMNS[1:]}
_YEAR = 4
_DEGREES = 6
"""Decimals of a coordinate: a tenth of a metre"""


@dataclass(frozen=True)
class CellFault:
    """Why a text cannot stand in a column; the rest of the row may."""

    column: str
    text: str
    fault: UserError | Refusal


def cell_text(site: Site, column: str, data: DataSet, language: Language) -> str:
    """Return what a cell of a site shows; unknown is ''. Written back, it changes nothing."""
    return _SHOWN[column](site, data, language)


def columns_of(layer: Layer) -> tuple[str, ...]:
    """Return the columns that a site of a layer has something to say in, in the order of a form."""
    extra = EXTRA_COLUMNS.get(layer, ())
    return tuple(
        column
        for column in (*COLUMNS, *MORE_COLUMNS)
        if (column not in _EXTRA or _EXTRA[column] in extra) and not (column == "category" and layer is Layer.OWN)
    )


def with_cells(
    site: Site, cells: Mapping[str, str], data: DataSet, language: Language
) -> tuple[Site, tuple[CellFault, ...]]:
    """Return the site with these texts in its columns, and what could not be taken.

    ``data`` is the data set of the project. Longitude, latitude, township and precision are taken together: a new
    point decides the township, a new township without a point stands at its representative point.
    """
    faults: list[CellFault] = []
    fields: dict[str, Any] = {}
    placed: dict[str, str] = {}
    for column, text in cells.items():
        text = text.strip()
        if text == cell_text(site, column, data, language).strip():
            continue
        if column in ("lon", "lat", "town", "precision"):
            placed[column] = text
            continue
        try:
            fields |= _READ[column](replace(site, **fields), text, data)
        except (UserError, Refusal) as fault:
            faults.append(CellFault(column, text, fault))
    if placed:
        try:
            fields |= _place(site, placed, data, language)
        except (UserError, Refusal) as fault:
            faults += [CellFault(column, text, fault) for column, text in placed.items()]
    return changed_site(site, data, **fields), tuple(faults)


# --- shown -----------------------------------------------------------------------------------------------------------


def _town_shown(site: Site, data: DataSet, language: Language) -> str:
    row = data.town_index.get(site.town_code)
    if row is not None:
        return data.towns[row].full_name(language)
    county = data.county_index.get(site.county_code)
    return "" if county is None else data.counties[county].name.text(language)


def _source_shown(site: Site, data: DataSet, _language: Language) -> str:
    source = data.sources.get(site.source_id)
    return site.source_id if source is None else source.title


def _layer_shown(site: Site, _data: DataSet, language: Language) -> str:
    return site.category if site.layer is Layer.OWN else shown(LAYERS, site.layer, language)


def _category_shown(site: Site, _data: DataSet, language: Language) -> str:
    return "" if site.layer is Layer.OWN or not site.category else words(site.category).text(language)


_SHOWN: Mapping[str, Callable[[Site, DataSet, Language], str]] = MappingProxyType(
    {
        "name_zh": lambda site, _data, _language: site.name.zh,
        "name_en": lambda site, _data, _language: site.name.en,
        "layer": _layer_shown,
        "category": _category_shown,
        "operator": lambda site, _data, _language: site.operator,
        "status": lambda site, _data, language: shown(STATUSES, site.status, language),
        "year": lambda site, _data, _language: site.year,
        "value": lambda site, _data, _language: number_text(site.value),
        "unit": lambda site, _data, language: unit(site.unit).text(language),
        "status_text": lambda site, _data, language: words(site.status_text).text(language),
        "town": _town_shown,
        "locality": lambda site, _data, _language: site.locality,
        "lon": lambda site, _data, _language: number_text(round(site.lon, _DEGREES)),
        "lat": lambda site, _data, _language: number_text(round(site.lat, _DEGREES)),
        "precision": lambda site, _data, language: shown(PRECISIONS, site.precision, language),
        "source": _source_shown,
        "note": lambda site, _data, _language: site.note,
        "emergency_grade": lambda site, _data, language: _words_of(site.extra.get("emergency_grade", ""), language),
    }
    | {
        name: (lambda site, _data, _language, field=field: site.extra.get(field, ""))
        for name, field in _EXTRA.items()
        if name != "emergency_grade"
    }
)


def _words_of(code: str, language: Language) -> str:
    return words(code).text(language) if code else ""


def number_text(value: float | None) -> str:
    """Return a number as it is typed, '' for an unknown one."""
    if value is None or math.isnan(value):
        return ""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


# --- read ------------------------------------------------------------------------------------------------------------


def _read_name(site: Site, text: str, _data: DataSet) -> dict[str, Any]:
    if not text:
        raise InputError("A site needs a name.")
    return {"name": Name(clean_text(text).value, site.name.en)}


def _read_layer(site: Site, text: str, data: DataSet) -> dict[str, Any]:
    if text in data.own_layers:
        return {"layer": Layer.OWN, "category": text, "extra": {}}
    code = code_of(LAYERS, text)
    if code is None:
        raise InputError(
            "There is no layer {name}; the layers are {valid}.",
            name=text,
            valid=listed((*LAYERS.values(), *map(Name, data.own_layers))),
        )
    fields = changed_site(site, data, layer=Layer(code))
    return {"layer": fields.layer, "category": fields.category, "extra": fields.extra}


def _read_category(site: Site, text: str, data: DataSet) -> dict[str, Any]:
    if site.layer is Layer.OWN:
        if text and text != site.category:
            raise InputError("The sites of a layer of one's own have no categories.")
        return {}
    code = code_of(category_words(known_categories(data, site.layer)), text) or category_of(text, site.layer, "").value
    if not code and site.layer is Layer.TELEMEDICINE:
        raise InputError("{name}: a telemedicine site is a point (spoke) or a hub hospital (hub).", name=site.name.zh)
    return {"category": code}


def known_categories(data: DataSet, layer: Layer) -> tuple[str, ...]:
    """Return the categories of a layer, the most frequent first."""
    if layer is Layer.TELEMEDICINE:
        return ("spoke", "hub")
    count: dict[str, int] = {}
    for site in data.sites_of(layer):
        count[site.category] = count.get(site.category, 0) + 1
    count.pop("", None)
    return tuple(sorted(count, key=lambda one: -count[one]))


def _read_status(_site: Site, text: str, _data: DataSet) -> dict[str, Any]:
    code = (code_of(STATUSES, text) or status_of(text)) if text else Status.UNKNOWN
    if code is None:
        raise InputError(
            "There is no status {name}; they are {valid}.",
            name=text,
            valid=listed(STATUSES.values()),
        )
    return {"status": Status(code)}


def _read_year(_site: Site, text: str, _data: DataSet) -> dict[str, Any]:
    first, dash, last = text.partition("-")
    if dash and len(first) == len(last) == _YEAR and last.isascii() and last.isdigit():
        return {"year": "-".join((date(first).value, date(last).value))}  # from one year to another
    return {"year": date(text).value}


def _read_value(_site: Site, text: str, _data: DataSet) -> dict[str, Any]:
    value = read_number(text)
    if value is not None and value < 0:
        raise InputError("{text} is not a number of 0 or more.", text=text[:30])
    return {"value": value}


def _read_unit(site: Site, text: str, _data: DataSet) -> dict[str, Any]:
    """Return the unit; words that two units share name the one that the site has."""
    text = clean_text(text).value
    own = unit(site.unit)
    return {"unit": site.unit if text and text in (own.zh, own.text("en")) else unit_code(text)}


def read_number(text: str) -> float | None:
    """Return the number that a text spells, None where it stands for an unknown one. Raises Refusal."""
    return number(text).value


def _read_beds(site: Site, text: str, _data: DataSet) -> dict[str, Any]:
    if site.layer is not Layer.HOSPITAL:
        raise InputError("Only hospitals have emergency beds.")
    value = read_number(text)
    if value is not None and (value < 0 or value % 1):
        raise InputError("{text} is not a whole number of 0 or more.", text=text[:30])
    return {"extra": {**site.extra, EMERGENCY_BEDS: number_text(value)}}


def _read_mw(site: Site, text: str, _data: DataSet) -> dict[str, Any]:
    value = read_number(text)
    if value is not None and not RANGES["MW"].holds(value):
        raise InputError("{text} MW cannot be.", text=text[:30])
    return {"extra": {**site.extra, "mw": number_text(value)}}


def _read_part_of(site: Site, text: str, data: DataSet) -> dict[str, Any]:
    whole = data.site_by_id.get(text)
    if text and (whole is None or whole.layer is not Layer.AI or whole.id == site.id):
        raise InputError("There is no other AI site {name}.", name=text[:30])
    return {"extra": {**site.extra, "part_of": text}}


def _read_grade(site: Site, text: str, _data: DataSet) -> dict[str, Any]:
    return {"extra": {**site.extra, "emergency_grade": grade_of(text).value}}


def _read_source(_site: Site, text: str, data: DataSet) -> dict[str, Any]:
    return {"source_id": source_named(data, text), "source_location": ""}


def source_named(data: DataSet, text: str) -> str:
    """Return the id of the source that a text names by its id or its title. Raises InputError."""
    if text in data.sources:
        return text
    key = fold(text)
    found = next((one.id for one in data.sources.values() if fold(one.title) == key), None)
    if found is None:
        raise InputError("There is no source {name} in this project.", name=text[:60])
    return found


_READ: Mapping[str, Callable[[Site, str, DataSet], dict[str, Any]]] = MappingProxyType(
    {
        "name_zh": _read_name,
        "name_en": lambda site, text, _data: {"name": Name(site.name.zh, clean_text(text).value)},
        "layer": _read_layer,
        "category": _read_category,
        "status": _read_status,
        "year": _read_year,
        "value": _read_value,
        "unit": _read_unit,
        "beds": _read_beds,
        "source": _read_source,
        "note": lambda _site, text, _data: {"note": text},
        "mw": _read_mw,
        "part_of": _read_part_of,
        "emergency_grade": _read_grade,
    }
    | {
        name: (lambda site, text, _data, name=name: {"extra": {**site.extra, name: clean_text(text).value}})
        for name in ("partner_hospitals", "specialties", "network", "hospital_code", "campus")
    }
    | {name: (lambda _site, text, _data, name=name: {name: clean_text(text).value}) for name in _PLAIN}
)


def _place(site: Site, placed: Mapping[str, str], data: DataSet, language: Language) -> dict[str, Any]:
    """Return the fields of the place that the texts of its columns name together."""
    precision = _precision(site, placed)
    town = find_town(placed["town"], data).value if "town" in placed else ""
    if "town" in placed and not town:
        raise InputError("{name}: a site needs a township.", name=site.name.zh)
    lon, lat = (_degrees(placed[one]) if one in placed else getattr(site, one) for one in ("lon", "lat"))
    if "lon" in placed or "lat" in placed:
        found = town_at(data, lon, lat)
        if town and found != town:
            full = (data.towns[data.town_index[one]].full_name(language) for one in (found, town))
            lies, named = full
            raise InputError(
                "The point {lon}, {lat} is in {lies}, not in {town}.", lon=lon, lat=lat, lies=lies, town=named
            )
        return _fields(lon, lat, found, precision or Precision.SITE)
    if town:
        if site.precision is Precision.SITE and town_at(data, lon, lat) == town:
            return _fields(lon, lat, town, precision or Precision.SITE)
        if precision is Precision.SITE:
            raise InputError("The coordinates are not in {town}.", town=placed["town"])
        there = data.towns[data.town_index[town]]
        return _fields(there.lon, there.lat, town, Precision.TOWN)
    if precision is Precision.TOWN and site.town_code:
        there = data.towns[data.town_index[site.town_code]]
        return _fields(there.lon, there.lat, there.code, Precision.TOWN)
    if precision is Precision.SITE:
        return _fields(lon, lat, town_at(data, lon, lat), Precision.SITE)
    raise InputError("Only an import can place a site at its county; give its township.")


def _fields(lon: float, lat: float, town_code: str, precision: Precision) -> dict[str, Any]:
    return {"lon": lon, "lat": lat, "town_code": town_code, "county_code": town_code[:5], "precision": precision}


def _precision(site: Site, placed: Mapping[str, str]) -> Precision | None:
    if "precision" not in placed:
        return None
    code = code_of(PRECISIONS, placed["precision"])
    if code is None:
        raise InputError(
            "{text} is not a precision; they are {valid}.",
            text=placed["precision"][:30],
            valid=listed(PRECISIONS.values()),
        )
    return Precision(code)


def _degrees(text: str) -> float:
    value = coordinate(text).value
    if value is None:
        raise InputError("A site needs a longitude and a latitude.")
    return value
