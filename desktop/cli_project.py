"""Projects that the command line is given: which argument names one, and reading it."""

from __future__ import annotations

from pathlib import Path

from data.dataset import load
from data.errors import InputError
from data.project_file.names import SUFFIX
from data.project_file.record import Opened
from desktop.cli_output import complain, named_file

_SQLITE = b"SQLite format 3\x00"


def names_project(text: str) -> bool:
    """Tell whether an argument names a project rather than a command: it ends like one, or is a file of that kind."""
    return not text.startswith("-") and (text.lower().endswith(SUFFIX) or is_project(Path(text)))


def is_project(path: Path) -> bool:
    """Tell whether a file is a project, or something else that it is not for this program to read as scenes."""
    if path.name.lower().endswith(SUFFIX):
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):  # a name with a null character
        return False


def names_list(text: str) -> bool:
    """Tell whether an argument is a file of a kind that can be imported, as "open with" hands it over."""
    from data.readers.open import SUFFIXES

    return text.lower().endswith(SUFFIXES) and Path(text).is_file()


def existing_project(text: str) -> Path:
    """Return the path of a project to open. Raises InputError where there is no file."""
    path = named_file("PROJECT", text)
    if not path.is_file():
        raise InputError("There is no file {path}.", path=path)
    return path


def read_project(path: Path) -> Opened:
    """Return a project as its file has it; tell on standard error what was put right on reading. Raises UserError."""
    from data.project_file.store import open_project  # not on the way to the window

    opened = open_project(path, load())
    for note in (opened.read_only, *opened.migrated, *opened.notes):
        if note is not None:
            complain(note)
    return opened
