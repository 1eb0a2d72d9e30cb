"""Which columns the user chose for tables with these names of columns, kept for the next edition."""

from __future__ import annotations

from pathlib import Path

from data.intake.plan import ImportPlan


def recall(folder: Path, names: tuple[str, ...]) -> ImportPlan | None:
    """Return the plan of the last table with these names of columns, None where there was none or it is damaged."""
    raise NotImplementedError


def remember(folder: Path, names: tuple[str, ...], plan: ImportPlan) -> None:
    """Keep the choices of ``plan`` for tables with these names of columns. Raises TargetError."""
    raise NotImplementedError
