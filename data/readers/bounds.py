"""How much of a stranger's file is read: every bound with what would be too small and too large."""

from __future__ import annotations

from pathlib import Path

from data.errors import InputError, UserError

LARGEST_FILE = 600_000_000
"""Bytes. Too small: a CSV file of a million rows has up to 200 MB. Too large: nobody waits for more than a minute."""

LARGEST_WHOLE = 250_000_000
"""Bytes of what must be held as a whole (a paste, the parts of a zipped shapefile). Too small: boundaries of all
villages have 60 MB. Too large: a workstation of 8 GB has 2 GB to spare."""

MOST_ROWS = 2_000_000
"""Too small: a sheet of Excel has up to 1 048 576. Too large: sites of more rows do not fit into memory."""

MOST_COLUMNS = 1_000
"""Too small: tables of population by single years of age and sex have 250. Too large: no list of choices shows them."""

LONGEST_CELL = 32_767
"""Characters; what a cell of Excel may hold. Too large: a view that lays out a megabyte of text stands still."""

LONGEST_LINE = 1_000_000
"""Characters of a line of text. Too small: 1 000 columns with long notes. Too large: as for the cell, times columns."""

MOST_LINES = 200
"""Lines of one row of text, within quotes. Too small: addresses and notes with line breaks have 20. Too large: a
quote that is never closed hides as many rows before it is noticed, and they are read twice."""

LONGEST_FEATURE = 40_000_000
"""Characters of one feature of GeoJSON or of one geometry of KML. Too small: the coast of Taiwan in full detail has
5 MB. Too large: reading it as JSON takes ten times as much memory."""

DEEPEST = 200
"""Elements within elements of KML. Too small: folders in folders are some ten deep."""

MOST_MEMBERS = 20_000
"""Members of a zip. Too small: a workbook with pictures has hundreds. Too large: listing them takes a second."""

LARGEST_INFLATED = 1_500_000_000
"""Bytes that the members of a zip say they have. Too small: a workbook of a million rows has 600 MB."""

HIGHEST_RATIO = 300
"""Inflated by compressed bytes, where the former are many. Too small: sheets of equal rows reach 100. Deflate ends at
1 032, which is what zip bombs have."""

MANY_INFLATED = 30_000_000
"""Bytes below which no ratio is looked at."""

MOST_SECONDS = 120.0
"""For one answer of the process that reads workbooks. Too small: a sheet of a million rows takes 20."""

MOST_MEMORY = 4_000_000_000
"""Bytes of address space of that process, where the system can bound it. Too small: a sheet of a million rows and
20 columns takes 1.5 GB."""


def check_size(path: Path) -> int:
    """Return the bytes of a file. Raises UserError where it cannot be read, is too large or empty."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # opening a pipe waits for ever
            raise InputError("{file} is not a file.", file=path)
        with path.open("rb") as file:  # a folder, a missing file or one without leave says so here
            size = file.seek(0, 2)
    except OSError as error:
        raise unreadable(path, error) from None
    if size > LARGEST_FILE:
        raise too_large(path.name, LARGEST_FILE)
    if not size:
        raise InputError("{file} is empty.", file=path.name)
    return size


def check_whole(path: Path) -> None:
    """Raise UserError for a file that cannot be read, or is too large to be held as a whole."""
    if check_size(path) > LARGEST_WHOLE:
        raise too_large(path.name, LARGEST_WHOLE)


def too_large(name: str, most: int) -> InputError:
    """Return the sentence for a file, or a part of one, of more than so many bytes."""
    return InputError("{file} is larger than {most} MB, the most that is read.", file=name, most=most // 10**6)


def unreadable(path: Path, error: OSError) -> UserError:
    """Return the sentence for a file that the system does not hand out."""
    return UserError("{file} cannot be read ({reason}).", file=path, reason=error.strerror or type(error).__name__)


def damaged(path: Path, expected: str) -> InputError:
    """Return the sentence for a file that begins as one of a format and does not go on as one."""
    return InputError(
        "{file} is damaged or no {format} file; nothing of it was taken.", file=path.name, format=expected
    )


def too_many_rows(path: Path) -> InputError:
    """Return the sentence for a table without end."""
    return InputError("{file} has more than {most} rows, the most that are read.", file=path.name, most=MOST_ROWS)


def too_many_columns(path: Path) -> InputError:
    """Return the sentence for a table too wide to be matched by anybody."""
    return InputError("{file} has more than {most} columns, the most that are read.", file=path.name, most=MOST_COLUMNS)
