"""Rows as figures: of townships, counties, circles or classes; the rows of villages and operators are summed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from data.dataset import DataSet
from data.errors import InputError
from data.intake import ready
from data.intake.areas import AreaFinder
from data.intake.cells import Cells, Faults
from data.intake.cleaned import Refusal, shown
from data.intake.dates import OPEN, date, is_serial
from data.intake.numbers import decimal_style, number
from data.intake.outcome import Difference, RefusedRow
from data.intake.plan import ImportPlan
from data.intake.simple_text import place_in, text
from data.intake.tally import Tally
from data.marking import mark
from data.model import AreaLevel, Figure, Variable
from data.names import fold
from data.numbers import RANGES

PEOPLE = ("population", "households", "population_65plus")
"""Fields of tables of people, which are variables of the data set as well."""

ADDITIVE = frozenset({"count", "persons", "households", "beds", "firms", "jobs", "km2", "ha", "sites", "people"})
"""Units whose values may be summed over the parts of an area; shares and rates may not."""

NO_VALUE = mark("Intake", "Cells without a value, which give no figure: {count}; the first is of {old}.")
SUMMED = mark("Intake", "Figures that are sums of several rows: {count}; the first is of {old}.")
INCOMPLETE = mark(
    "Intake",
    "Sums not taken, because a row of them has no value that can be: {count}; the first is of {old}.",
)
REPEATED = mark("Intake", "Rows that say again what another row says of their area: {count}.")
LEFT = mark(
    "Intake", "Figures that are there already with another value, left as they are: {count}; the first is of {old}."
)
NONE = mark("Intake", "Townships without a row in this list of all counties, whose count is 0: {count}.")
SHARES = mark(
    "Intake", "Values in percent of at most 1, which may be shares that need to be multiplied by 100: {count}."
)
NO_SERIES = mark(
    "Intake", "Figures of another year than the coverage that the map shows, which stand beside it: {count}."
)
NO_TOWNS = mark(
    "Intake",
    "Figures of counties or circles, in details and data table only, as map and scorecard need townships: {count}.",
)
PARTLY = mark(
    "Intake",
    "Figures of {new} that do not count yet, with fewer townships than the period of map and scorecard: {count}.",
)
UNSEEN = (NO_TOWNS, PARTLY)
"""Remarks on figures that change no indicator."""

Key = tuple[str, AreaLevel, str, str]
"""Variable, level, area and period."""


class Part(NamedTuple):
    """A row of an area."""

    value: float
    row: int


@dataclass(slots=True)
class _Group:
    """What rows say of one area, period and variable."""

    parts: dict[object, Part] = field(default_factory=dict)
    incomplete: int = 0
    """number of the first row whose value cannot be taken, 0 where there is none"""
    cells: tuple[str, ...] = ()
    """of the first row"""


class FigureRows:
    """Makes figures of the rows of a table."""

    def __init__(self, plan: ImportPlan, data: DataSet, cells: Cells, sample: Sequence[Sequence[str]]) -> None:
        self._plan, self._data, self._cells = plan, data, cells
        self._tally: Tally = cells.tally
        self._reader = ready.BY_ID.get(plan.reader)
        self._areas = AreaFinder(plan, data, cells, sample)
        self._variables: dict[str, Variable] = {
            **data.variables,
            **{one.id: one for one in (self._reader.variables if self._reader else ())},
        }
        if plan.variable is not None:
            self._variables[plan.variable.id] = plan.variable
        self._by_name = {
            fold(name): one.id
            for one in self._variables.values()
            for name in (one.id, one.name.zh, one.name.en)
            if name
        }
        self._fields = [name for name in PEOPLE if cells.has(name)] if plan.kind == "people" else ["value"]
        self._style = {name: decimal_style(cells.column(name, sample)) for name in self._fields}
        self._serial = is_serial(cells.column("period", sample)) if cells.has("period") else False
        self._groups: dict[Key, _Group] = {}
        self._check()

    def add(self, numbers: Sequence[int], rows: Sequence[Sequence[str]]) -> Faults:
        """Take in rows, and return why some cannot be taken."""
        faults: Faults = {}
        get = self._cells.cleaned
        areas = self._areas.areas(rows, numbers, faults)
        periods = get("period", lambda raw: date(raw, self._serial), rows, numbers, faults, self._plan.period)
        said = self._cells.column("period", rows)
        parts = get("part", text, rows, numbers, faults, "")
        words = self._areas.words(rows)
        counted = self._reader is not None and self._reader.counted
        columns = [(name, self._values(name, rows, numbers, faults)) for name in self._fields]
        for index, area in enumerate(areas):
            if area is None:
                continue
            period = periods[index] or self._plan.period
            if period == OPEN or (not period and index not in faults):
                self._cells.refuse(faults, index, "period", said[index], Refusal("The row names no period."))
            if not period:
                continue
            key = numbers[index] if counted else (parts[index], words[index])
            taken = index not in faults
            for name, values in columns:
                variable, value = values[index]
                if not variable:
                    continue
                what = variable, *area, period
                group = self._groups.get(what)
                if group is None:
                    group = self._groups[what] = _Group(cells=tuple(rows[index]))
                if taken:
                    self._put(group, key, value, what, numbers[index], index, name, faults)
                else:
                    group.incomplete = group.incomplete or numbers[index]
        return faults

    def result(self) -> dict[str, Any]:
        """Return the parts of the outcome: figures, variables and differences, and what was refused of sums."""
        operators: dict[tuple[str, str], frozenset[str]] = {}
        for (variable, _, _, period), group in self._groups.items():
            parts = frozenset(key[0] for key in group.parts if isinstance(key, tuple) and key[0])
            operators[variable, period] = operators.get((variable, period), frozenset()) | parts
        standing = {figure_said(figure): figure for figure in self._data.figures}
        figures: dict[tuple[object, ...], Figure] = {}
        differences: list[Difference] = []
        refused: list[RefusedRow] = []
        self._fill()
        for key, group in self._groups.items():
            if not group.parts or group.incomplete:
                if group.parts:
                    self._tally.count(INCOMPLETE, group.incomplete, old=self._area_name(key))
                continue
            total = sum(part.value for part in group.parts.values())
            first = min(part.row for part in group.parts.values())
            if len(group.parts) > 1:
                self._tally.count(SUMMED, first, old=self._area_name(key))
            variable = self._settled(key[0], operators.get((key[0], key[3]), frozenset()))
            fault = _impossible(total, self._variables[variable].unit)
            if fault is not None:
                problem = self._cells.problem(key[0] if key[0] in self._fields else "value", f"{total:.12g}", fault)
                refused.append(RefusedRow(first, group.cells, (problem,)))
                continue
            figure = self._figure((variable, *key[1:]), total, first, len(group.parts), standing)
            before = standing.get(figure_said(figure))
            if before is not None and before.value != figure.value and not self._replaces():
                self._tally.count(LEFT, first, old=self._area_name(key))
                continue
            figures[figure_said(figure)] = figure
            differences.append(_difference(before, figure))
        self._warn(figures)
        removed = self._removed(figures)
        differences += [Difference("removed", one, None) for one in removed]
        known = any(one.before is not None for one in differences)
        return {
            "figures": tuple(figures.values()),
            "variables": self._new_variables(figures),
            "differences": tuple(differences) if known else (),
            "removed": tuple(one.id for one in removed),
            "refused": refused,
        }

    def _check(self) -> None:
        """Raise InputError where the plan leaves open what the figures are of."""
        plan = self._plan
        said = plan.variable is not None or self._cells.has("variable") or (self._reader and self._reader.variable)
        if plan.kind == "figures" and not said:
            raise InputError("It is not said what the figures measure.")
        if not plan.period and not self._cells.has("period"):
            raise InputError("It is not said which period the figures are of.")

    def _replaces(self) -> bool:
        return self._plan.whole or self._plan.duplicates in ("replace", "merge")

    def _values(
        self, name: str, rows: Sequence[Sequence[str]], numbers: Sequence[int], faults: Faults
    ) -> list[tuple[str, float | None]]:
        """Return the variable and the value of each row; '' where the row names a variable that is none."""
        said = self._cells.column("variable", rows) if name == "value" else [name] * len(rows)
        found: list[tuple[str, float | None]] = []
        for index, raw in enumerate(self._cells.column(name, rows)):
            variable = self._variable(said[index], index, faults)
            unit = self._variables[variable].unit if variable else ""
            try:
                cleaned = number(raw, self._style[name], unit if unit in RANGES else "")
            except Refusal as refusal:
                self._cells.refuse(faults, index, name, raw, refusal)
                found.append((variable, None))
                continue
            if cleaned.remarks:
                self._tally.notes(cleaned.remarks, numbers[index])
            fault = _impossible_part(cleaned.value, unit)
            if fault is not None:
                self._cells.refuse(faults, index, name, raw, fault)
            found.append((variable, cleaned.value if fault is None else None))
        return found

    def _variable(self, said: str, index: int, faults: Faults) -> str:
        """Return the variable that a row names, else that of the plan or the layout; '' where it names none."""
        if not said.strip():
            if self._plan.variable is not None:
                return self._plan.variable.id
            return self._reader.variable if self._reader else ""
        found = self._by_name.get(fold(said[:200]), "")
        if not found:
            refusal = Refusal("{value} is no variable.", value=shown(said))
            self._cells.refuse(faults, index, "variable", said, refusal)
        return found

    def _put(
        self,
        group: _Group,
        key: object,
        value: float | None,
        what: Key,
        row: int,
        index: int,
        name: str,
        faults: Faults,
    ) -> None:
        """Put the value of a row to those of its area, or say why it cannot stand beside them."""
        if value is None:
            group.incomplete = group.incomplete or row
            self._tally.count(NO_VALUE, row, old=self._area_name(what))
            return
        there = group.parts.get(key)
        if there is None and (not group.parts or self._variables[what[0]].unit in ADDITIVE):
            group.parts[key] = Part(value, row)
            return
        there = there or next(iter(group.parts.values()))
        if there.value == value:
            self._tally.count(REPEATED, row)
            return
        refusal = Refusal(
            "Row {other} gives {before} for {area} in {period}, and this row {value}.",
            other=there.row,
            before=f"{there.value:.12g}",
            area=self._area_name(what),
            period=what[3],
            value=f"{value:.12g}",
        )
        self._cells.refuse(faults, index, name, f"{value:.12g}", refusal)

    def _fill(self) -> None:
        """Count 0 where a list of the whole country has no row of a township."""
        if self._reader is None or not self._reader.whole_country or self._plan.level is not AreaLevel.TOWN:
            return
        counties = {area[:5] for _, _, area, _ in self._groups}
        if len(counties) < len(self._data.counties):
            return
        there = set(self._groups)
        for variable, period in {(key[0], key[3]) for key in there}:
            for town in self._data.towns:
                key = variable, AreaLevel.TOWN, town.code, period
                if key not in there:
                    self._groups[key] = _Group({0: Part(0.0, 0)})
                    self._tally.count(NONE, 0)

    def _settled(self, variable: str, parts: frozenset[str]) -> str:
        return self._reader.settle(variable, parts) if self._reader else variable

    def _figure(
        self, key: Key, value: float, row: int, rows: int, standing: Mapping[tuple[object, ...], Figure]
    ) -> Figure:
        variable, level, area, period = key
        before = standing.get((variable, level, area, period, "actual"))
        table = place_in(self._plan.sheet)
        where = f"{table}row {row}" if rows == 1 else f"{table}{rows} rows from row {row}"
        return Figure(
            before.id if before else ".".join(("own", variable, level.value, area or "all", period)),
            variable, level, area, period, "actual", value, "", before.series if before else self._series(key),
            self._plan.source.id, where if row else table.strip(), "",
        )  # fmt: skip

    def _series(self, key: Key) -> str:
        """Return the coverage series of the variable and year; figures of other years are never mixed with it."""
        of_variable = [series for series in self._data.series.values() if series.variable == key[0]]
        if of_variable and all(series.period[:4] != key[3][:4] for series in of_variable):
            self._tally.count(NO_SERIES, 0)
        return next((series.id for series in of_variable if series.period[:4] == key[3][:4]), "")

    def _warn(self, figures: Mapping[tuple[object, ...], Figure]) -> None:
        shares = [one.value for one in figures.values() if self._variables[one.variable].unit == "percent"]
        if len(shares) > 2 and max(shares) <= 1:
            self._tally.count(SHARES, 0, len(shares))
        in_series = {series.variable for series in self._data.series.values()}
        alone = [one for one in figures.values() if one.variable not in in_series and one.level is not AreaLevel.TOWN]
        if alone:
            self._tally.count(NO_TOWNS, 0, len(alone))
        self._warn_of_few([one for one in figures.values() if one.level is AreaLevel.TOWN])

    def _warn_of_few(self, figures: Sequence[Figure]) -> None:
        """Say which figures of townships do not count yet, for an older period has more (``DataSet.town_figures``)."""
        known: dict[tuple[str, str], set[str]] = {(one.variable, one.period): set() for one in figures}
        for one in (*self._data.figures, *figures):
            if one.level is AreaLevel.TOWN and one.kind == "actual" and (one.variable, one.period) in known:
                known[one.variable, one.period].add(one.area)
        few = {
            (variable, period)
            for (variable, period), areas in known.items()
            if period > self._data.town_period(variable)
            and len(areas) < sum(figure is not None for figure in self._data.town_figures(variable))
        }
        if few:
            count = sum((one.variable, one.period) in few for one in figures)
            self._tally.count(PARTLY, 0, count, new=max(period for _, period in few))

    def _removed(self, figures: Mapping[tuple[object, ...], Figure]) -> list[Figure]:
        """Return the figures from this source that a newer edition of it lacks."""
        if not self._plan.whole:
            return []
        variables = {one.variable for one in figures.values()}
        return [
            one
            for one in self._data.figures
            if one.source_id == self._plan.source.id and one.variable in variables and figure_said(one) not in figures
        ]

    def _new_variables(self, figures: Mapping[tuple[object, ...], Figure]) -> tuple[Variable, ...]:
        used = dict.fromkeys(one.variable for one in figures.values())
        return tuple(self._variables[name] for name in used if name not in self._data.variables)

    def _area_name(self, key: Key) -> str:
        _, level, area, _ = key
        if level is AreaLevel.TOWN:
            return self._data.towns[self._data.town_index[area]].full_name("zh")
        if level is AreaLevel.COUNTY:
            return self._data.counties[self._data.county_index[area]].name.zh
        return area or level.value


def figure_said(figure: Figure) -> tuple[object, ...]:
    """Return what a figure speaks of; no two figures of a data set say the same."""
    return figure.variable, figure.level, figure.area, figure.period, figure.kind


def _impossible_part(value: float | None, unit: str) -> Refusal | None:
    """Return why a row cannot have a value; the whole may have to be above 0, a part of it may be 0."""
    return None if not value else _impossible(value, unit)


def _impossible(value: float, unit: str) -> Refusal | None:
    """Return why a value is none that its unit can have, None where it can."""
    limits = RANGES.get(unit)
    if limits is None or (limits.holds(value) and (not limits.whole or value.is_integer())):
        return None
    return Refusal("{value} cannot be in {unit}.", value=f"{value:.12g}", unit=unit)


def _difference(before: Figure | None, after: Figure) -> Difference:
    if before is None:
        return Difference("added", None, after)
    same = before.value == after.value
    return Difference("same" if same else "changed", before, after, () if same else ("value",))
