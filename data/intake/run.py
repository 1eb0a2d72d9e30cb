"""Carrying out a plan: from the rows of a table to sites or figures, refused rows and remarks, chunk by chunk."""

from __future__ import annotations

from collections.abc import Callable

from data.dataset import DataSet
from data.intake.outcome import Outcome
from data.intake.plan import ImportPlan
from data.readers.sheet import SourceFile


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
    raise NotImplementedError
