"""Carrying out a plan: from the rows of a table to sites or figures, refused rows and remarks, chunk by chunk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from data.collector import no_collections
from data.dataset import DataSet
from data.errors import InputError
from data.intake import ready
from data.intake.cells import Cells, Faults
from data.intake.fields import BY_ID, missing
from data.intake.figures import FigureRows
from data.intake.headers import Header, header_of, sample_of
from data.intake.outcome import Outcome, RefusedRow
from data.intake.plan import SITE_KINDS, ImportPlan
from data.intake.sites import SiteRows
from data.intake.table_rows import wanted_rows
from data.intake.tally import Tally
from data.readers.sheet import Row, Sheet, SourceFile

CHUNK = 2_000
"""Rows that are cleaned at a time: so many take 0.05 s, after which the user may have cancelled. Fewer would leave less
to compute on whole columns."""

MOST_REFUSED = 200_000
"""Refused rows that are kept. With more than that the columns are matched wrongly, and they would fill the memory."""

_KEPT = 1_000
"""Characters of a cell of a refused row that are kept."""


class ImportCancelled(Exception):  # noqa: N818 - not an error: the user has moved on
    """The user wants no more of an import."""


def run_import(
    file: SourceFile,
    plan: ImportPlan,
    data: DataSet,
    progress: Callable[[int, int | None], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Return what the table becomes under ``plan`` in a project whose data set is ``data``; nothing is changed.

    ``progress`` is told how many rows of how many (None where unknown) are done, and ``cancelled`` is asked, at least
    every 0.2 s. Raises ImportCancelled, UserError of the reader, and InputError for a plan that cannot be carried out.
    """
    with no_collections():
        return _run(file, plan, data, progress, cancelled)


def _run(
    file: SourceFile,
    plan: ImportPlan,
    data: DataSet,
    progress: Callable[[int, int | None], None],
    cancelled: Callable[[], bool],
) -> Outcome:
    sheet = _sheet(file, plan)
    sample = sample_of(sheet)
    header = header_of(sheet, plan.header, sample)
    tally = Tally()
    cells = Cells(plan, header, tally)
    _check(plan, header, cells)
    below = [row for number, row in sample if number >= header.first_row and number not in header.rows]
    made = SiteRows(plan, data, cells, below) if plan.kind in SITE_KINDS else FigureRows(plan, data, cells, below)
    other, remark = _other_rows(plan, header)
    refused: list[RefusedRow] = []
    read = 0
    for rows in _chunks(wanted_rows(sheet, header, plan.corrected, tally)):
        if cancelled():
            raise ImportCancelled
        read += len(rows)
        if other is not None:
            kept = [row for row in rows if not other(row[1])]
            if len(kept) < len(rows):
                first = next(number for number, row in rows if other(row))
                tally.count(remark, first, len(rows) - len(kept))
            rows = kept
        numbers, lines = [number for number, _ in rows], [row for _, row in rows]
        refused += _refused(numbers, lines, made.add(numbers, lines))
        if len(refused) > MOST_REFUSED:
            raise InputError(
                "More than {most} rows of {file} cannot be taken; the first is row {row}: {reason}",
                most=MOST_REFUSED,
                file=file.path.name,
                row=refused[0].number,
                reason=refused[0].problems[0].template.format(**refused[0].problems[0].values),
            )
        progress(read, sheet.count)
    if cancelled():
        raise ImportCancelled
    file.check_unchanged()
    result = made.result()
    refused += result.pop("refused", ())
    return Outcome(
        header=header.names,
        read=read,
        refused=tuple(sorted(refused, key=lambda row: row.number)),
        remarks=tally.remarks(),
        **result,
    )


def _sheet(file: SourceFile, plan: ImportPlan) -> Sheet:
    for sheet in file.sheets:
        if not plan.sheet or sheet.name == plan.sheet:
            return sheet
    raise InputError("{file} has no table {name}.", file=file.path.name, name=plan.sheet)


def _check(plan: ImportPlan, header: Header, cells: Cells) -> None:
    """Raise InputError for a plan that lacks a column or a layer, or names one that is not there."""
    for field, column in plan.columns.items():
        if field not in BY_ID or not 0 <= column < len(header.names):
            raise InputError("There is no column {column} for {name}.", column=column + 1, name=field)
    lacking = missing(plan.kind, {field for field in BY_ID if cells.has(field)})
    if lacking:
        names = " / ".join(" + ".join(sorted(BY_ID[field].name.en for field in one)) for one in lacking[0])
        raise InputError("No column was found for: {names}.", names=names)
    if (plan.kind == "own") != (plan.layer is not None):
        raise InputError("A layer of one's own needs a name.")
    if plan.kind == "telemedicine" and plan.category not in ("", "spoke", "hub"):
        raise InputError("Telemedicine points are spokes or hubs, not {name}.", name=plan.category)


def _other_rows(plan: ImportPlan, header: Header) -> tuple[Callable[[Sequence[str]], bool] | None, str]:
    """Return which rows are something else than the plan's kind, and the remark that they deserve."""
    reader = ready.BY_ID.get(plan.reader)
    if reader is None or reader.left_out is None or plan.kind != reader.kinds[0]:
        return None, ""
    return reader.left_out(header), reader.left_out_remark


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _refused(numbers: Sequence[int], rows: Sequence[Sequence[str]], faults: Faults) -> Iterator[RefusedRow]:
    for index in sorted(faults):
        cells = tuple(cell if len(cell) <= _KEPT else cell[:_KEPT] + "…" for cell in rows[index])
        yield RefusedRow(numbers[index], cells, tuple(faults[index]))
