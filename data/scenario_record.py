"""The changes of a scenario as records of a file, and back again (docs/scenario.md describes them).

What a record does not say is never guessed: a misspelt entry, a place outside its township or a site that does not
exist is refused with a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from data.dataset import DataSet
from data.errors import InputError
from data.json_file import Entries, plain
from data.model import AreaLevel, Language, Layer, Place, PlaceKind, Status, Town
from data.scenario import COVERAGE_LEVELS, SITE_LAYERS, AddSite, Change, MoveSite, RemoveSite, SetCoverage, UpgradeSite
from data.search import search
from data.tm2 import to_tm2

ASTRAY_KM = 2.0
"""How far outside its township a place may lie: boundaries are simplified, and piers reach into the sea."""

MOST_BEDS = 10_000
"""More emergency beds than any hospital has: a slip, or a number that no measure can compute with."""


@dataclass(frozen=True)
class _Entries(Entries):
    """The entries of one change."""

    language: Language
    """of the places which a fault names"""
    strict: bool
    """whether what is named must exist"""

    def beds(self) -> float | None:
        number = self.number("beds")
        if number is not None and number > MOST_BEDS:
            raise InputError("{value} emergency beds are more than the {most} allowed.", value=number, most=MOST_BEDS)
        return number

    def place(self, data: DataSet) -> tuple[float, float, str]:
        """Return longitude, latitude and town code; a place that gives no coordinates is its township's."""
        code = self.area(data, "town", "town")
        lon, lat = self.number("lon"), self.number("lat")
        if code not in data.town_index:
            return self.required("lon"), self.required("lat"), code
        town = data.towns[data.town_index[code]]
        if lon is None and lat is None:
            return town.lon, town.lat, town.code
        if lon is None or lat is None:
            raise InputError("Of lon and lat only one is given.")
        if self.strict:
            _refuse_astray(data, town, lon, lat, self.language)
        return lon, lat, town.code

    def area(self, data: DataSet, key: str, kind: PlaceKind) -> str:
        """Return the code of the town or county that an entry names; what it says itself where nobody has to know."""
        text = self.text(key)
        try:
            return area_code(data, kind, text, self.language)
        except InputError:
            if self.strict:
                raise
            return text


def read_change(data: DataSet, entry: Any, number: int, language: Language, strict: bool = True) -> Change:
    """Return the change of a record, the ``number``-th of its scenario. Raises InputError.

    Unless ``strict``, sites, areas and categories that ``data`` has not are taken as they are written.
    """
    if not isinstance(entry, dict):
        raise InputError("It is not a list of entries in braces.")
    entries = _Entries(entry, language, strict)
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
        category=_category(data, layer, entry.text("category", ""), entry.strict),
        status=entry.one_of("status", Status, tuple(Status), Status.OPERATING),
        beds=entry.beds(),
    )


def _category(data: DataSet, layer: Layer, name: str, strict: bool) -> str:
    """Return the category, '' for none; raise InputError for one that no site of the layer has, so that none counts."""
    valid = sorted({site.category for site in data.sites_of(layer)} - {""})
    if strict and name and name not in valid:
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
        area = entry.area(data, "area", "town")
    elif level is AreaLevel.COUNTY:
        area = entry.area(data, "area", "county")
    else:
        area = entry.text("area", "")
    return SetCoverage(entry.text("series"), level, area, entry.required("value"))


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


def change_record(change: Change) -> dict[str, object]:
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
        "value": plain(change.value),
    }


def _place(change: AddSite | MoveSite) -> dict[str, object]:
    return {"town": change.town_code, "lon": plain(change.lon), "lat": plain(change.lat)}


def _beds(beds: float | None) -> dict[str, object]:
    return {} if beds is None else {"beds": plain(beds)}
