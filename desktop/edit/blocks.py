"""A block of cells as text between tabs, as spreadsheets put it on the clipboard and take it from there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from data.cells import guarded
from data.errors import InputError

MOST_CELLS = 500_000
MOST_CHARACTERS = 20_000_000
"""More comes from no spreadsheet that somebody meant to paste."""


def block_text(lines: Iterable[Sequence[str]]) -> str:
    """Return cells as lines of text between tabs; what a spreadsheet would take for a formula is text there."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerows([guarded(cell) for cell in line] for line in lines)
    return out.getvalue()


def read_block(text: str) -> list[list[str]]:
    """Return the cells of a text between tabs. Raises InputError for more than can be pasted."""
    if len(text) > MOST_CHARACTERS:
        raise InputError("More than {most} cells cannot be pasted; import them from a file.", most=MOST_CELLS)
    lines: list[list[str]] = []
    count = 0
    try:
        for line in csv.reader(io.StringIO(text.rstrip("\r\n"), newline=""), delimiter="\t"):
            lines.append([cell.removeprefix("'") if cell[:2] in _GUARDED else cell for cell in line])
            count += len(line)
            if count > MOST_CELLS:
                raise InputError("More than {most} cells cannot be pasted; import them from a file.", most=MOST_CELLS)
    except csv.Error:
        raise InputError("What is on the clipboard is not a table.") from None
    return lines


_GUARDED = tuple(f"'{sign}" for sign in "=+-@＝＋－＠")
