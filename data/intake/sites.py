"""Rows as sites: every cell cleaned, the place found, and what is there already told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from data.dataset import DataSet
from data.intake.cells import Cells, Faults
from data.intake.cleaned import Cleaned, Refusal, shown
from data.intake.codes import code
from data.intake.dates import OPEN, date, is_serial
from data.intake.differences import compared, difference, scope
from data.intake.duplicates import Standing, merged, name_key, renewed
from data.intake.fields import BY_ID
from data.intake.numbers import decimal_style, number
from data.intake.outcome import Difference, Duplicate
from data.intake.placing import Placer
from data.intake.plan import SITE_KINDS, ImportPlan
from data.intake.simple_text import place_in, text
from data.intake.statuses import status_of
from data.intake.tally import Tally
from data.intake.words import category_of, grade_of
from data.marking import mark
from data.model import Layer, Name, Site, Status
from data.numbers import RANGES
from data.own_ids import new_ids
from data.vocabulary import unit_code

T = TypeVar("T")

UNKNOWN_STATUS = mark(
    "Intake", "Rows whose word for a status is not known here and was taken as unknown: {count}, for example {old}."
)
ENDED = mark("Intake", "Rows of sites that had ended at the date of the source, marked as ended: {count}.")
SAME = mark("Intake", "Rows of sites that are there already: {count} ({old}).")

_EXTRA: dict[Layer, tuple[str, ...]] = {
    Layer.AI: ("part_of", "mw"),
    Layer.TELEMEDICINE: ("partner_hospitals", "partner_basis", "specialties", "network"),
    Layer.HOSPITAL: ("hospital_code", "campus", "emergency_grade", "emergency_beds"),
}
"""The further fields of the sites of a layer; all of them are always there."""

_LONGEST_NAME = 200
_MOST_BEDS = 10_000
"""The largest hospital of Taiwan has 3 700."""


class SiteRows:
    """Makes sites of one layer of the rows of a table."""

    def __init__(self, plan: ImportPlan, data: DataSet, cells: Cells, sample: Sequence[Sequence[str]]) -> None:
        self._plan, self._data, self._cells = plan, data, cells
        self._layer = SITE_KINDS[plan.kind]
        self._tally: Tally = cells.tally
        self._placer = Placer(plan, data, cells, sample)
        self._serial = is_serial(cells.column("year", sample)) if cells.has("year") else False
        self._style = {
            field: decimal_style(cells.column(field, sample))
            for field in ("beds", "emergency_beds", "mw", "value")
            if cells.has(field)
        }
        self._standing = Standing(() if plan.whole else _of_layer(plan, data))
        self._project = len(self._standing.sites)
        self._told = _told(plan, cells)
        self._duplicates: list[Duplicate] = []
        self._ids = self._free_ids()
        self._id = next(self._ids)
        self._source = plan.source.id
        self._table = place_in(plan.sheet)

    def add(self, numbers: Sequence[int], rows: Sequence[Sequence[str]]) -> Faults:
        """Take in rows, and return why some cannot be taken."""
        faults: Faults = {}
        count = len(rows)
        get = self._cells.cleaned
        names = get("name", self._name, rows, numbers, faults, "")
        for index, (name, raw) in enumerate(zip(names, self._cells.column("name", rows), strict=True)):
            if not any(map(str.isalnum, name)) and not name_key(name) and index not in faults:
                self._cells.refuse(faults, index, "name", raw, Refusal("The row names no site."))
        english = get("name_en", text, rows, numbers, faults, "")
        operators = get("operator", text, rows, numbers, faults, "")
        notes = get("note", text, rows, numbers, faults, "")
        localities = get("locality", text, rows, numbers, faults, "")
        categories = get("category", self._category, rows, numbers, faults, self._default_category())
        years = get("year", lambda raw: date(raw, self._serial), rows, numbers, faults, "")
        ends = get("end", date, rows, numbers, faults, "")
        statuses = get("status", text, rows, numbers, faults, "")
        units = get("unit", text, rows, numbers, faults, "")
        values = get("value", lambda raw: number(raw, self._style["value"]), rows, numbers, faults, None)
        beds = get(
            "beds", lambda raw: _beds(number(raw, self._style["beds"], "beds"), raw), rows, numbers, faults, None
        )
        extras = self._extras(rows, numbers, faults)
        places = self._placer.places(rows, numbers, faults)
        own, layer, source, table = self._plan.layer, self._layer, self._source, self._table
        for index in range(count):
            if index in faults:
                continue
            row, place = numbers[index], places[index]
            status, words = self._status(statuses[index], ends[index], row)
            value, unit = values[index], unit_code(units[index])
            if beds[index] is not None:
                value, unit = beds[index], "beds"
            self._put(
                Site(
                    self._id, layer, own.name if own else categories[index], Name(names[index], english[index]),
                    operators[index], place.county, place.town, localities[index] or place.address,
                    place.lon, place.lat, place.precision, status, words,
                    "" if years[index] == OPEN else years[index], value,
                    unit if value is not None else "", source, f"{table}row {row}", notes[index],
                    extras[index] if extras else {},
                ),
                row,
            )  # fmt: skip
        return faults

    def result(self) -> dict[str, Any]:
        """Return the parts of the outcome: sites with their ids, duplicates, and differences."""
        standing, known = self._standing, self._project
        new = [(at, site) for at, site in enumerate(standing.sites) if at >= known or standing.rows[at]]
        sites, differences = [site for _, site in new], self._replacing(new)
        if self._plan.whole:
            matched = compared(scope(self._plan, self._data), sites, self._told)
            sites, differences = matched.sites, matched.differences
        known_ids = self._data.site_by_id
        return {
            "sites": tuple(sites),
            "duplicates": tuple(self._duplicates),
            "differences": differences,
            "removed": tuple(
                one.before.id for one in differences if one.after is None and isinstance(one.before, Site)
            ),
            "replaced": frozenset(site.id for site in sites if site.id in known_ids),
        }

    def _replacing(self, new: Sequence[tuple[int, Site]]) -> tuple[Difference, ...]:
        """Return what rows change in sites of the project that they replace or complete."""
        return tuple(difference(self._data.site_by_id[site.id], site) for at, site in new if at < self._project)

    def _free_ids(self) -> Iterator[str]:
        """Yield ids that no site of the project has."""
        given = 0
        while True:
            yield from new_ids(self._data, 2 * given + 1_000)[given:]
            given = 2 * given + 1_000

    def _name(self, raw: str) -> Cleaned[str]:
        cleaned = text(raw)
        if len(cleaned.value) > _LONGEST_NAME:
            raise Refusal("{value} is too long for a name.", value=shown(raw))
        return cleaned

    def _default_category(self) -> str:
        return self._plan.category or ("spoke" if self._layer is Layer.TELEMEDICINE else "")

    def _category(self, raw: str) -> Cleaned[str]:
        return category_of(raw, self._layer, self._default_category())

    def _status(self, words: str, end: str, row: int) -> tuple[Status, str]:
        """Return the status of a site at the date of the source, and the words for it."""
        if end and end != OPEN and end <= self._plan.source.date[: len(end)]:
            self._tally.count(ENDED, row)
            return Status.ENDED, end
        if not words:
            return self._plan.status, ""
        status = status_of(words)
        if status is None:
            self._tally.count(UNKNOWN_STATUS, row, old=shown(words))
            return Status.UNKNOWN, words
        return status, words

    def _extras(self, rows: Sequence[Sequence[str]], numbers: Sequence[int], faults: Faults) -> list[dict[str, str]]:
        names = _EXTRA.get(self._layer, ())
        if not names:
            return []
        columns = {field: self._extra(field, rows, numbers, faults) for field in names if self._cells.has(field)}
        return [{name: columns[name][index] if name in columns else "" for name in names} for index in range(len(rows))]

    def _extra(self, field: str, rows: Sequence[Sequence[str]], numbers: Sequence[int], faults: Faults) -> list[str]:
        cleaners: dict[str, Callable[[str], Cleaned[str]]] = {
            "hospital_code": lambda raw: code(raw, 10),
            "emergency_grade": grade_of,
            "emergency_beds": lambda raw: _whole(number(raw, self._style["emergency_beds"], "beds"), raw),
            "mw": lambda raw: _plain(number(raw, self._style["mw"], "MW"), raw),
        }
        return self._cells.cleaned(field, cleaners.get(field, text), rows, numbers, faults, "")

    def _put(self, site: Site, row: int) -> None:
        """Take in a site, unless it is there already and the plan says what then."""
        standing, how = self._standing, self._plan.duplicates
        key = standing.key(site)
        at = standing.find(site, key)
        if at < 0:
            standing.add(site, row, key)
            self._id = next(self._ids)
            return
        there, of_row = standing.sites[at], standing.rows[at]
        self._duplicates.append(Duplicate(row, site, there, of_row))
        self._tally.count(SAME, row, old=site.name.zh)
        revived = of_row and there.status is Status.ENDED and site.status is not Status.ENDED
        if how == "keep":
            standing.add_apart(site, row)
            self._id = next(self._ids)
        elif how == "replace" or revived:
            standing.replace(at, renewed(there, site, self._told), row)
        elif how == "merge":
            standing.replace(at, merged(there, site), row)


def _told(plan: ImportPlan, cells: Cells) -> frozenset[str]:
    """Return the fields of a site that the table speaks of, or the plan for all of it."""
    fields = {name for name in BY_ID if cells.has(name)}
    if fields & {"beds", "value"}:
        fields.add("value")
    if "address" in fields:
        fields.add("locality")
    if "end" in fields or plan.status is not Status.UNKNOWN:
        fields.add("status")
    if plan.category or plan.layer is not None:
        fields.add("category")
    return frozenset(fields)


def _of_layer(plan: ImportPlan, data: DataSet) -> tuple[Site, ...]:
    sites = data.sites_of(SITE_KINDS[plan.kind])
    return sites if plan.layer is None else tuple(site for site in sites if site.category == plan.layer.name)


def _beds(cleaned: Cleaned[float | None], raw: str) -> Cleaned[float | None]:
    value = cleaned.value
    if value is not None and not (value.is_integer() and 0 <= value <= _MOST_BEDS):
        raise Refusal("{value} is no number of beds.", value=shown(raw))
    return cleaned


def _whole(cleaned: Cleaned[float | None], raw: str) -> Cleaned[str]:
    value = cleaned.value
    if value is not None and not (value.is_integer() and 0 <= value < 1_000):
        raise Refusal("{value} is no number of beds of an emergency room.", value=shown(raw))
    return Cleaned("" if value is None else str(int(value)), cleaned.remarks)


def _plain(cleaned: Cleaned[float | None], raw: str) -> Cleaned[str]:
    if cleaned.value is not None and not RANGES["MW"].holds(cleaned.value):
        raise Refusal("{value} cannot be in {unit}.", value=shown(raw), unit="MW")
    return Cleaned("" if cleaned.value is None else f"{cleaned.value:.12g}", cleaned.remarks)
