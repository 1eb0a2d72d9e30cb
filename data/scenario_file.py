"""Scenarios as small files that people can read and correct (docs/scenario.md describes the format).

What a file does not say is never guessed: a misspelt entry, a place outside its township or a site that does not
exist is refused with a sentence that names the change.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from data.dataset import DataSet
from data.errors import InputError, UnknownNameError, UserError
from data.files import atomic_write
from data.model import AreaLevel, Language, Layer, Place, PlaceKind, Status, Town
from data.scenario import (
    COVERAGE_LEVELS,
    SITE_LAYERS,
    AddSite,
    Change,
    MoveSite,
    RemoveSite,
    Scenario,
    SetCoverage,
    UpgradeSite,
    apply_scenario,
)
from data.search import search
from data.tm2 import to_tm2

FORMAT, VERSION = "lifecircles-scenario", 1
LARGEST = 1_000_000
"""Bytes; a scenario of a thousand changes has a fifth of it."""

ASTRAY_KM = 2.0
"""How far outside its township a place may lie: boundaries are simplified, and piers reach into the sea."""

MOST_BEDS = 10_000
"""More emergency beds than any hospital has: a slip, or a number that no measure can compute with."""

_LARGEST_WHOLE = 1e15

E = TypeVar("E", bound=StrEnum)


def read_scenario(path: Path, data: DataSet, language: Language = "en") -> Scenario:
    """Return the scenario of a file, every reference of which exists in ``data``.

    ``language`` is that of the places which a fault names.

    Raises UserError (exit 1) where the file cannot be read, InputError (exit 2) naming file, change and fault where its
    content is wrong.
    """
    content = _content(path)
    listed = content.get("changes")
    if not isinstance(listed, list):
        raise InputError("{file} has no list of changes.", file=path.name)
    changes = []
    for number, entry in enumerate(listed, start=1):
        try:
            changes.append(_change(data, entry, number, language))
        except UserError as fault:
            raise InputError("{file}, change {number}: {fault}", file=path.name, number=number, fault=fault) from None
    scenario = Scenario(content.get("name", ""), tuple(changes))
    try:
        apply_scenario(scenario, data)
    except UnknownNameError as fault:
        raise InputError("{file}: {fault}", file=path.name, fault=fault) from None
    return scenario


def write_scenario(scenario: Scenario, path: Path) -> None:
    """Write a scenario so that ``read_scenario`` gives back the same one; raise TargetError where that fails.

    What stood at ``path`` stays whole until the new file is.
    """
    entries = ",\n  ".join(json.dumps(_entry(change), ensure_ascii=False) for change in scenario.changes)
    head = json.dumps({"format": FORMAT, "version": VERSION, "name": scenario.name}, ensure_ascii=False, indent=1)
    changes = f"[\n  {entries}\n ]" if entries else "[]"
    with atomic_write(path) as temporary:
        temporary.write_text(
            f'{head.removesuffix("}").rstrip()},\n "changes": {changes}\n}}\n', encoding="utf-8", newline="\n"
        )


def _content(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise UserError(
            "{file} cannot be read ({reason}).", file=path, reason=error.strerror or type(error).__name__
        ) from None
    if len(raw) > LARGEST:
        raise InputError("{file} is too large for a scenario.", file=path.name)
    try:
        content = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise InputError("{file} is not a text file in UTF-8.", file=path.name) from None
    except json.JSONDecodeError as error:
        raise InputError(
            "{file} is not JSON: line {line}, column {column} cannot be read.",
            file=path.name,
            line=error.lineno,
            column=error.colno,
        ) from None
    except (ValueError, RecursionError):  # numbers of thousands of digits, lists in lists in lists
        raise InputError("{file} is not a scenario file.", file=path.name) from None
    except InputError as fault:
        raise InputError("{file}: {fault}", file=path.name, fault=fault) from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise InputError("{file} is not a scenario file.", file=path.name)
    version = content.get("version")
    if type(version) is not int or version < 1:
        raise InputError("{file} does not say which version of the format it has.", file=path.name)
    if version > VERSION:
        raise InputError(
            "{file} was written by a newer version of the program (format {version}); please update the program.",
            file=path.name,
            version=version,
        )
    _refuse_others(content, ("format", "version", "name", "changes"), path)
    return content


def _refuse_others(content: Mapping[str, Any], known: tuple[str, ...], path: Path) -> None:
    other = next((key for key in content if key not in known), None)
    if other is not None:
        raise InputError("{file} has an unknown entry {name}.", file=path.name, name=other)
    name = content.get("name", "")
    if not isinstance(name, str) or not _is_text(name):
        raise InputError("{file}: the name is not a text.", file=path.name)


def _is_text(value: str) -> bool:
    """Return whether the text can be written; JSON can spell halves of characters, which cannot."""
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise InputError("The entry {name} stands there twice.", name=next(k for k in keys if keys.count(k) > 1))
    return found


@dataclass(frozen=True)
class _Entries:
    """The entries of one change, each asked for by what it should be."""

    values: Mapping[str, Any]
    language: Language
    """of the places which a fault names"""

    def text(self, key: str, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if value is None:
            raise InputError("The entry {name} is missing.", name=key)
        if not isinstance(value, str) or not _is_text(value):
            raise InputError("The entry {name} is not a text.", name=key)
        return value

    def beds(self) -> float | None:
        number = self.number("beds")
        if number is not None and number > MOST_BEDS:
            raise InputError("{value} emergency beds are more than the {most} allowed.", value=number, most=MOST_BEDS)
        return number

    def number(self, key: str) -> float | None:
        """Return a number, None where there is none."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise InputError("The entry {name} is not a number.", name=key)
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise InputError("The entry {name} is not a number.", name=key)
        return number

    def one_of(self, key: str, kind: type[E], valid: tuple[E, ...], default: E | None = None) -> E:
        text = self.text(key, default)
        if text not in valid:
            raise InputError(
                "{name} is not a valid {entry}; valid are {valid}.", name=text, entry=key, valid=", ".join(valid)
            )
        return kind(text)

    def place(self, data: DataSet) -> tuple[float, float, str]:
        """Return longitude, latitude and town code; a place that gives no coordinates is its township's."""
        town = data.towns[data.town_index[area_code(data, "town", self.text("town"), self.language)]]
        lon, lat = self.number("lon"), self.number("lat")
        if lon is None and lat is None:
            return town.lon, town.lat, town.code
        if lon is None or lat is None:
            raise InputError("Of lon and lat only one is given.")
        _refuse_astray(data, town, lon, lat, self.language)
        return lon, lat, town.code


def _change(data: DataSet, entry: Any, number: int, language: Language) -> Change:
    if not isinstance(entry, dict):
        raise InputError("It is not a list of entries in braces.")
    entries = _Entries(entry, language)
    kind = entries.text("change")
    if kind not in _KINDS:
        raise InputError("There is no change {name}; the changes are {valid}.", name=kind, valid=", ".join(_KINDS))
    known, read = _KINDS[kind]
    other = next((key for key in entry if key != "change" and key not in known), None)
    if other is not None:
        raise InputError(
            "A change {kind} has no entry {name}; its entries are {valid}.",
            kind=kind,
            name=other,
            valid=", ".join(known),
        )
    return read(data, entries, number)


def _added(data: DataSet, entry: _Entries, number: int) -> Change:
    layer = entry.one_of("layer", Layer, SITE_LAYERS)
    site_id = entry.text("id", f"new-{number}")
    if not site_id.strip():
        raise InputError("The entry {name} is empty.", name="id")
    lon, lat, town = entry.place(data)
    return AddSite(
        layer=layer,
        id=site_id,
        name=entry.text("name", ""),
        town_code=town,
        lon=lon,
        lat=lat,
        category=_category(data, layer, entry.text("category", "")),
        status=entry.one_of("status", Status, tuple(Status), Status.OPERATING),
        beds=entry.beds(),
    )


def _category(data: DataSet, layer: Layer, name: str) -> str:
    """Return the category, '' for none; raise InputError for one that no site of the layer has, so that none counts."""
    valid = sorted({site.category for site in data.sites_of(layer)} - {""})
    if name and name not in valid:
        raise InputError(
            "{name} is not a valid {entry}; valid are {valid}.", name=name, entry="category", valid=", ".join(valid)
        )
    return name


def _moved(data: DataSet, entry: _Entries, number: int) -> Change:
    lon, lat, town = entry.place(data)
    return MoveSite(entry.text("site"), lon, lat, town)


def _removed(data: DataSet, entry: _Entries, number: int) -> Change:
    return RemoveSite(entry.text("site"))


def _upgraded(data: DataSet, entry: _Entries, number: int) -> Change:
    status = entry.one_of("status", Status, tuple(Status)) if "status" in entry.values else None
    return UpgradeSite(entry.text("site"), status, entry.beds())


def _covered(data: DataSet, entry: _Entries, number: int) -> Change:
    level = entry.one_of("level", AreaLevel, COVERAGE_LEVELS)
    if level is AreaLevel.TOWN:
        area = area_code(data, "town", entry.text("area"), entry.language)
    elif level is AreaLevel.COUNTY:
        area = area_code(data, "county", entry.text("area"), entry.language)
    else:
        area = entry.text("area", "")
    value = entry.number("value")
    if value is None:
        raise InputError("The entry {name} is missing.", name="value")
    return SetCoverage(entry.text("series"), level, area, value)


_KINDS: Mapping[str, tuple[tuple[str, ...], Callable[[DataSet, _Entries, int], Change]]] = MappingProxyType(
    {
        "add": (("layer", "id", "name", "town", "lon", "lat", "category", "status", "beds"), _added),
        "move": (("site", "town", "lon", "lat"), _moved),
        "remove": (("site",), _removed),
        "upgrade": (("site", "status", "beds"), _upgraded),
        "coverage": (("series", "level", "area", "value"), _covered),
    }
)


def area_code(data: DataSet, kind: PlaceKind, text: str, language: Language = "en") -> str:
    """Return the code of a town or county named by its code or by its name as people write it.

    Raises InputError for a name that none has, and for one that several have, listing them in ``language``.
    """
    if text in (data.town_index if kind == "town" else data.county_index):
        return text
    best = [hit for hit in search(data, text) if hit.place.kind == kind and hit.score == 4]
    if len(best) == 1:
        return best[0].place.id
    if best:
        several = (_full_name(data, hit.place, language) for hit in best)
        raise InputError(
            "{name} is ambiguous: {valid}.", name=text, valid=("、" if language == "zh" else "; ").join(several)
        )
    if kind == "town":
        raise InputError("There is no township {name}.", name=text)
    raise InputError("There is no county {name}.", name=text)


def _full_name(data: DataSet, place: Place, language: Language) -> str:
    """Return the name of a township with its county, or of a county."""
    if place.kind == "town":
        return data.towns[data.town_index[place.id]].full_name(language)
    return data.counties[data.county_index[place.id]].name.text(language)


def _refuse_astray(data: DataSet, town: Town, lon: float, lat: float, language: Language) -> None:
    if not (118 <= lon <= 123 and 20 <= lat <= 27):
        return  # refused with its own sentence when the scenario is applied
    import shapely  # takes 0.2 s, which a scenario of coverages need not pay

    point = shapely.Point(to_tm2(lon, lat, 121)[0])
    distance = shapely.distance(data.boundaries()[data.town_index[town.code]], point) / 1000
    if distance > ASTRAY_KM:
        raise InputError(
            "The place {lon}, {lat} is {distance} km outside {town}.",
            lon=lon,
            lat=lat,
            distance=round(float(distance), 1),
            town=town.full_name(language),
        )


def _entry(change: Change) -> dict[str, object]:
    """Return a change as the file has it; what is not set is left out."""
    if isinstance(change, AddSite):
        entry: dict[str, object] = {
            "change": "add",
            "layer": change.layer.value,
            "id": change.id,
            "name": change.name,
            **_place(change),
        }
        if change.category:
            entry["category"] = change.category
        entry["status"] = change.status.value
        return entry | _beds(change.beds)
    if isinstance(change, MoveSite):
        return {"change": "move", "site": change.site_id, **_place(change)}
    if isinstance(change, RemoveSite):
        return {"change": "remove", "site": change.site_id}
    if isinstance(change, UpgradeSite):
        status = {} if change.status is None else {"status": change.status.value}
        return {"change": "upgrade", "site": change.site_id, **status, **_beds(change.beds)}
    return {
        "change": "coverage",
        "series": change.series,
        "level": change.level.value,
        **({"area": change.area} if change.area else {}),
        "value": _plain(change.value),
    }


def _place(change: AddSite | MoveSite) -> dict[str, object]:
    return {"town": change.town_code, "lon": _plain(change.lon), "lat": _plain(change.lat)}


def _beds(beds: float | None) -> dict[str, object]:
    return {} if beds is None else {"beds": _plain(beds)}


def _plain(value: float) -> float | int:
    """Return whole numbers without a point, as people write them."""
    return int(value) if float(value).is_integer() and abs(value) < _LARGEST_WHOLE else value
