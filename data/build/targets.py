"""Target series: figures that measure the same on the same basis, brought together by targets.csv."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from data.build import checks
from data.build.context import Context, Record
from data.build.figures import bound
from data.build.tables import table
from data.targets import LEVELS, TOPICS, period_end

SERIES = "targets.csv"
POINTS = "target_points.csv"
NO_BOUND = "="
"""In target_points.csv: the value is no bound, whatever the note of the figure sounds like."""
SERIES_COLUMNS = (
    "target",
    "topic",
    "name_zh",
    "name_en",
    "unit",
    "basis_zh",
    "basis_en",
    "level",
    "area",
    "direction",
    "indicator",
)
POINT_COLUMNS = (
    "target",
    "kind",
    "period",
    "value",
    "bound",
    "disputed",
    "source_id",
    "source_location",
    "note",
    "figure_id",
)


def targets(context: Context, figures: list[Record], policy: list[Record]) -> tuple[list[Record], list[Record]]:
    """The series and their points.

    A fault where a point is no figure, is of another unit without a factor, or stands twice; where a series has no
    point; and where a policy figure of kind target is neither in a series nor left out with a reason.
    """
    units = {row["variable"]: row["unit"] for row in table("variables.csv")}
    known = {figure["id"]: figure | {"unit": units[figure["variable"]]} for figure in figures}
    known |= {figure["id"]: figure | {"bound": bound(figure["note"])} for figure in policy}
    series = {row["id"]: row for row in table(SERIES)}
    lines = table(POINTS)
    points = [
        point
        for line in lines
        if line["target"]
        for point in [_point(context, line, series.get(line["target"]), known.get(line["figure_id"]))]
        if point
    ]
    _refuse_twins_and_gaps(context, lines, policy)
    _check_series(context, series, {point["target"] for point in points})
    _remark_left_out(context, lines, known)
    order = {target: index for index, target in enumerate(series)}
    points.sort(key=lambda point: (order[point["target"]], period_end(point["period"])))
    return [{"target": row.pop("id")} | row for row in map(dict, series.values())], points


def _point(
    context: Context, line: Mapping[str, str], series: Mapping[str, str] | None, figure: Record | None
) -> Record | None:
    said = f"{line['target']}, {line['figure_id']}"
    if series is None or figure is None:
        context.faults.add(POINTS, 0, f"{said}: no such series or figure")
        return None
    if figure["unit"] != series["unit"] and not line["factor"]:
        context.faults.add(POINTS, 0, f"{said}: {figure['unit']} is not {series['unit']}, and no factor is given")
    for column, allowed in (("bound", ("", ">=", "<=", NO_BOUND)), ("disputed", ("0", "1"))):
        wrong = checks.choice(line[column], allowed, column)
        if wrong:
            context.faults.add(POINTS, 0, f"{said}: {wrong}")
    if checks.number(figure["value"]):
        return None  # said elsewhere
    value = Decimal(figure["value"]) * Decimal(line["factor"] or 1)
    return {
        "target": line["target"],
        "kind": figure["kind"],
        "period": figure["period"],
        "value": f"{value.normalize():f}",
        "bound": "" if line["bound"] == NO_BOUND else line["bound"] or figure["bound"],
        "disputed": line["disputed"],
        "source_id": figure["source_id"],
        "source_location": figure["source_location"],
        "note": figure["note"],
        "figure_id": figure["id"],
    }


def _refuse_twins_and_gaps(context: Context, lines: list[dict[str, str]], policy: list[Record]) -> None:
    used = Counter(line["figure_id"] for line in lines)
    for twin, count in used.items():
        if count > 1:
            context.faults.add(POINTS, 0, f"{twin} stands in {count} lines")
    for figure in policy:
        if figure["kind"] == "target" and figure["id"] not in used:
            context.faults.add(POINTS, 0, f"the target {figure['id']} {figure['name_zh']} is in no series")


def _check_series(context: Context, series: Mapping[str, Mapping[str, str]], used: set[str]) -> None:
    for target, row in series.items():
        wrong = [
            checks.choice(row["topic"], TOPICS, "topic"),
            checks.choice(row["level"], LEVELS, "level"),
            checks.choice(row["direction"], ("1", "-1"), "direction"),
            checks.unit(row["unit"]),
            "" if target in used else "has no points",
            *(
                "" if row[column] else f"{column} is missing"
                for column in ("name_zh", "name_en", "basis_zh", "basis_en")
            ),
        ]
        for reason in filter(None, wrong):
            context.faults.add(SERIES, 0, f"{target}: {reason}")


def _remark_left_out(context: Context, lines: list[dict[str, str]], known: Mapping[str, Record]) -> None:
    for line in lines:
        if line["target"] or line["figure_id"] not in known:
            continue
        if not line["note"]:
            context.faults.add(POINTS, 0, f"{line['figure_id']} is left out without a reason")
        context.remark(
            "Targets that are none",
            f"`policy_figures.csv` {line['figure_id']} {known[line['figure_id']]['name_zh']}: {line['note']}; "
            "in no target series.",
        )
