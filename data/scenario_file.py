"""Scenarios as small files that people can read and correct (docs/scenario.md describes the format)."""

from __future__ import annotations

import json
from pathlib import Path

from data.dataset import DataSet
from data.errors import InputError, UnknownNameError, UserError
from data.files import atomic_write
from data.json_file import FileKind, is_text, read_document
from data.model import Language
from data.scenario import Scenario, apply_scenario
from data.scenario_record import change_record, read_change

FORMAT, VERSION = "lifecircles-scenario", 1
LARGEST = 1_000_000
"""Bytes; a scenario of a thousand changes has a fifth of it."""


def read_scenario(path: Path, data: DataSet, language: Language = "en") -> Scenario:
    """Return the scenario of a file, every reference of which exists in ``data``.

    ``language`` is that of the places which a fault names.

    Raises UserError (exit 1) where the file cannot be read, InputError (exit 2) naming file, change and fault where its
    content is wrong.
    """
    content = read_document(path, _kind(path))
    name = content.get("name", "")
    if not is_text(name):
        raise InputError("{file}: the name is not a text.", file=path.name)
    listed = content.get("changes")
    if not isinstance(listed, list):
        raise InputError("{file} has no list of changes.", file=path.name)
    changes = []
    for number, entry in enumerate(listed, start=1):
        try:
            changes.append(read_change(data, entry, number, language))
        except UserError as fault:
            raise InputError("{file}, change {number}: {fault}", file=path.name, number=number, fault=fault) from None
    scenario = Scenario(name, tuple(changes))
    try:
        apply_scenario(scenario, data)
    except UnknownNameError as fault:
        raise InputError("{file}: {fault}", file=path.name, fault=fault) from None
    return scenario


def write_scenario(scenario: Scenario, path: Path) -> None:
    """Write a scenario so that ``read_scenario`` gives back the same one; raise TargetError where that fails.

    What stood at ``path`` stays whole until the new file is.
    """
    entries = ",\n  ".join(json.dumps(change_record(change), ensure_ascii=False) for change in scenario.changes)
    head = json.dumps({"format": FORMAT, "version": VERSION, "name": scenario.name}, ensure_ascii=False, indent=1)
    changes = f"[\n  {entries}\n ]" if entries else "[]"
    with atomic_write(path) as temporary:
        temporary.write_text(
            f'{head.removesuffix("}").rstrip()},\n "changes": {changes}\n}}\n', encoding="utf-8", newline="\n"
        )


def _kind(path: Path) -> FileKind:
    return FileKind(
        FORMAT,
        VERSION,
        LARGEST,
        ("name", "changes"),
        InputError("{file} is not a scenario file.", file=path.name),
        InputError("{file} is too large for a scenario.", file=path.name),
    )
