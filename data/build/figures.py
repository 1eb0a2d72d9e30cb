"""Figures: every number about an area, with its variable, period and source; and the coverage series."""

from __future__ import annotations

import re

from data.build import checks
from data.build.context import Context, Record
from data.build.facts import Row
from data.build.tables import table
from data.model import KINDS

DIGITAL_CLASS_PERIOD = "2020"
_LOWER = re.compile(r"\b(at least|above|more than|over|lower bound)\b")
_UPPER = re.compile(r"\b(at most|less than|below|upper bound)\b")

SERIES = {
    ("mobile_5g_population_coverage", "金門縣", "2024Q3"): "coverage_5g",
    ("fixed_1gbps_household_coverage", "rural", ""): "coverage_1gbps",
    ("fixed_100mbps_household_coverage", "rural", ""): "coverage_100mbps",
}
"""Which rows of broadband_coverage.csv may be read side by side: variable, area, period."""

OTHER_BASE = {
    ("mobile_4g_base_stations", "2024-04"): "mobile_4g_base_stations_three_operators",
    ("mobile_4g_base_stations", "2024-06"): "mobile_4g_base_stations_three_operators",
}
"""Rows of broadband_coverage.csv that count on another base than the variable of that name: never one series."""

POPULATION = (
    ("population", "population", "population_month", "population_source_id"),
    ("population", "population_2025_10", "households_month", "households_source_id"),
    ("households", "households", "households_month", "households_source_id"),
    ("population_65plus", "population_65plus", "population_65plus_month", "population_65plus_source_id"),
)
"""Variable, and the columns of town_population.csv that hold its value, month and source."""
AREA_PERIOD = "2013"
GROWTH = 0.2
"""Largest believable change of a town's people within a year; the largest found is 6 %."""
SQUARE = (1 / 3, 10)
"""Believable ratios of the area inside a town's boundary to its registered area; 旗津區 has the atolls of 東沙."""

COMPLETE = ("mobile_4g_base_stations", "public_wifi_hotspots_itaiwan")
"""Variables that are published for every town: one without a row has been lost."""
MEAN_SPEED = "mobile_4g_download_mbps_mean3"
OPERATORS = ("chunghwa", "fareastone", "taiwanmobile")

TOWN_BEDS = {"10016010": "23"}
"""Emergency beds that the source gives for a town as a whole; the notes of its hospitals say so."""


class _Figures:
    """Collects figures; refuses a second one of the same id, and values outside the range of their unit."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._units = {row["variable"]: row["unit"] for row in table("variables.csv")}
        self.records: dict[str, Record] = {}

    def add(self, row: Row, variable: str, level: str, area: str, period: str, value: str, **more: str) -> None:
        """Add one figure; ``more`` may give kind, bound, series, source_column, source_location, note, unit."""
        context = self._context
        kind = more.get("kind", "actual")
        if variable not in self._units:
            context.fault(row, f"variable {variable} is not described in variables.csv")
            return
        unit = self._units[variable]
        if more.get("unit", unit) != unit:
            context.fault(row, f"unit {more['unit']} of {variable} is not {unit}")
        context.fault(row, checks.number(value, unit))
        if period:
            context.fault(row, checks.pattern(period, checks.PERIOD, "period"))
        if kind == "actual":
            context.fault(row, checks.past(period, "period"))
        context.fault(row, checks.choice(kind, KINDS, "kind"))
        parts = [variable, area or level, period or "undated"] + ([kind] if kind != "actual" else [])
        identifier = ".".join(parts)
        if identifier in self.records:
            context.fault(row, f"duplicate figure {identifier}")
        self.records[identifier] = {
            "id": identifier,
            "variable": variable,
            "level": level,
            "area": area,
            "period": period,
            "kind": kind,
            "value": value,
            "bound": more.get("bound", ""),
            "series": more.get("series", ""),
            "source_id": context.source(row, more.get("source_column", "source_id")),
            "source_location": more.get("source_location", ""),
            "note": more.get("note", ""),
        }


def figures(context: Context) -> list[Record]:
    """All figures in the order of their id."""
    collected = _Figures(context)
    _population(context, collected)
    _town_rows(context, collected)
    _coverage(context, collected)
    _chosen(context, collected)
    _beds(context, collected)
    return [collected.records[key] for key in sorted(collected.records)]


def _population(context: Context, collected: _Figures) -> None:
    for row in context.facts.rows("town_population.csv"):
        code = context.town(row)
        for variable, column, month, source in POPULATION:
            collected.add(row, variable, "town", code, row[month], row[column], source_column=source)
        context.fault(row, _implausible(context, row))
        collected.add(row, "area_km2", "town", code, AREA_PERIOD, row["area_km2"], source_column="area_source_id")

    for _, _, month, _ in POPULATION:
        months = {row[month] for row in context.facts.rows("town_population.csv")}
        if len(months) > 1:
            context.faults.add(
                "town_population.csv", 0, f"{month} has more than one month: {', '.join(sorted(months))}"
            )


def _implausible(context: Context, row: Row) -> str:
    """Why the numbers of a row of town_population.csv do not fit each other; '' where they do."""
    columns = ("population", "population_2025_10", "population_65plus", "households", "area_km2")
    if any(checks.number(row[column]) for column in columns) or row["town_code"] not in context.areas.town_names:
        return ""  # said elsewhere
    people, before, old, households, area = (float(row[column]) for column in columns)
    shape = context.areas.atlas.shapes[context.areas.shape_index(row["town_code"])]
    if old > people:
        return "more people aged 65 and over than people"
    if households > before:
        return "more households than people"
    if abs(people - before) > GROWTH * before:
        return f"{before:g} people became {people:g} within a year"
    if area > 0 and not SQUARE[0] < shape.area / 1e6 / area < SQUARE[1]:
        return f"area_km2 {area:g} is far from the {shape.area / 1e6:.1f} km2 of the boundary"
    return ""


def _town_rows(context: Context, collected: _Figures) -> None:
    _refuse_lost_towns(context)
    _refuse_wrong_means(context)
    for row in context.facts.rows("broadband_towns.csv"):
        code = context.town(row)
        collected.add(
            row, row["indicator"], "town", code, row["period"], row["value"], unit=row["unit"], note=row["note"]
        )
    for row in context.facts.rows("town_digital_level.csv"):
        code = context.town(row)
        collected.add(row, "digital_class", "town", code, DIGITAL_CLASS_PERIOD, row["level"], note=row["level_name"])


def _refuse_lost_towns(context: Context) -> None:
    rows = list(context.facts.rows("broadband_towns.csv"))
    for variable in COMPLETE:
        towns = {row["town_code"] for row in rows if row["indicator"] == variable}
        periods = {row["period"] for row in rows if row["indicator"] == variable}
        for code in sorted(set(context.areas.town_names) - towns):
            context.faults.add("broadband_towns.csv", 0, f"town {code} has no {variable}")
        if len(periods) > 1:
            said = ", ".join(sorted(periods))
            context.faults.add("broadband_towns.csv", 0, f"{variable} has more than one period: {said}")


def _refuse_wrong_means(context: Context) -> None:
    """The mean of three operators is computed; it must be that of the rows beside it."""
    rows = {(row["town_code"], row["indicator"]): row for row in context.facts.rows("broadband_towns.csv")}
    for (code, variable), row in rows.items():
        if variable != MEAN_SPEED:
            continue
        speeds = [rows.get((code, f"mobile_4g_download_mbps_{operator}")) for operator in OPERATORS]
        values = [speed["value"] for speed in speeds if speed is not None]
        if any(checks.number(value) for value in (row["value"], *values)):
            continue  # said elsewhere
        if len(values) < len(OPERATORS):
            context.fault(row, "a mean of three operators, of whom one was not measured here")
        elif abs(sum(map(float, values)) / len(values) - float(row["value"])) > 0.01:
            context.fault(row, f"{row['value']} Mbps is not the mean of {', '.join(values)}")


def _coverage(context: Context, collected: _Figures) -> None:
    for row in context.facts.rows("broadband_coverage.csv"):
        level = row["area_level"]
        context.fault(row, checks.choice(level, {"nation", "rural", "non-rural", "county", "town"}, "area_level"))
        area = {"county": context.county, "town": context.town}[level](row) if level in {"county", "town"} else ""
        if not area and (row["county"] or row["town"]):
            context.fault(row, f"names an area where area_level is {level}")
        if row["unit"] == "percent" and row["value"].startswith("0."):
            context.fault(row, f"{row['value']} percent looks like a share of 1")
        period, note = _period(row)
        variable = OTHER_BASE.get((row["indicator"], period), row["indicator"])
        series = SERIES.get((variable, row["county"] or level, period), "")
        collected.add(
            row,
            variable,
            level,
            area,
            period,
            row["value"],
            unit=row["unit"],
            series=series,
            bound=bound(note),
            source_location=row["source_location"],
            note=note,
        )


def _period(row: Row) -> tuple[str, str]:
    """Period and note; an undated row has no period, and what the period said goes to the note."""
    if not row["period"].startswith("undated"):
        return row["period"], row["note"]
    return "", "; ".join(text for text in (row["period"], row["note"]) if text)


def bound(note: str) -> str:
    """'>=' or '<=' where the note begins by saying that the value is a bound, else ''."""
    start = note.lower().split(";")[0].split(",")[0]
    if _LOWER.match(start):
        return ">="
    return "<=" if _UPPER.match(start) else ""


def _chosen(context: Context, collected: _Figures) -> None:
    """The policy figures that belong beside the coverage figures; each must be found exactly once."""
    rows = list(context.facts.rows("policy_figures.csv"))
    columns = ("source_id", "source_location", "kind", "value", "period")
    for chosen in table("chosen_figures.csv"):
        found = [
            row
            for row in rows
            if all(row[column] == chosen[column] for column in columns) and row["area_level"] == chosen["level"]
        ]
        if len(found) != 1:
            context.faults.add("policy_figures.csv", 0, f"{len(found)} rows match {chosen}, not one")
            continue
        row = found[0]
        collected.add(
            row,
            chosen["variable"],
            chosen["level"],
            "",
            row["period"],
            row["value"],
            unit=row["unit"],
            kind=row["kind"],
            series=chosen["series"],
            bound=bound(row["note"]),
            source_location=row["source_location"],
            note=row["note"],
        )


def _beds(context: Context, collected: _Figures) -> None:
    for code, value in TOWN_BEDS.items():
        said = f"{value} emergency beds are given for {context.areas.town_names[code][1]} as a whole"
        rows = [row for row in context.facts.rows("hospitals.csv") if row["town_code"] == code and said in row["note"]]
        if not rows:
            context.faults.add("hospitals.csv", 0, f"no hospital of {code} says any more that {said}")
            continue
        collected.add(rows[0], "emergency_beds", "town", code, "", value, note=said)


def variables(records: list[Record]) -> list[Record]:
    """The variables that the figures use, in the order of their id."""
    used = {record["variable"] for record in records}
    return sorted((row for row in table("variables.csv") if row["variable"] in used), key=lambda row: row["variable"])


def policy_figures(context: Context) -> list[Record]:
    """All figures of the policy documents, numbered in their order."""
    records = []
    for i, row in enumerate(context.facts.rows("policy_figures.csv"), start=1):
        context.require(row, "indicator_zh", "unit")
        context.fault(row, checks.number(row["value"], "percent" if row["unit"] == "percent" else ""))
        context.fault(row, checks.choice(row["kind"], KINDS, "kind"))
        context.fault(row, checks.unit(row["unit"]))
        if row["kind"] == "actual":
            context.fault(row, checks.past(row["period"], "period"))
        records.append(
            {
                "id": f"pf-{i:04d}",
                "topic": row["topic"],
                "name_zh": row["indicator_zh"],
                "name_en": row["indicator_en"],
                "level": row["area_level"],
                "area": row["area"],
                "period": row["period"],
                "kind": row["kind"],
                "value": row["value"],
                "unit": row["unit"],
                "source_id": context.source(row),
                "source_location": row["source_location"],
                "note": row["note"],
            }
        )
    return records
