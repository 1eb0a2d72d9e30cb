"""The rows that were not taken as a table for Excel, to be put right there."""

from __future__ import annotations

import csv
from pathlib import Path

from data.cells import guarded
from data.files import atomic_write
from data.intake.outcome import Outcome, Problem


def sentence(problem: Problem) -> str:
    """Return why a cell cannot be taken, in English."""
    return problem.template.format(**problem.values)


def _reason(problem: Problem) -> str:
    return f"{problem.column}: {sentence(problem)}" if problem.column else sentence(problem)


def save_refused(outcome: Outcome, path: Path) -> None:
    """Write the refused rows as CSV: number, reasons, proposals, and the cells as they stood. Raises TargetError."""
    with (
        atomic_write(path) as temporary,
        temporary.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        writer = csv.writer(file)
        writer.writerow(["row", "reason", "proposal", *map(guarded, outcome.header)])
        for row in outcome.refused:
            reasons = "; ".join(map(_reason, row.problems))
            proposals = "; ".join(one.proposal for one in row.problems if one.proposal)
            writer.writerow([row.number, *(guarded(cell) for cell in (reasons, proposals, *row.cells))])
