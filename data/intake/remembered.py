"""Which columns the user chose for tables with these names of columns, kept for the next edition."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from data.files import atomic_write, make_folder
from data.intake.fields import BY_ID
from data.intake.plan import DUPLICATES, KINDS, ImportPlan
from data.model import OWN_SHAPES, AreaLevel, Name, OwnLayer, Source, Status, Variable
from data.names import fold

FILE = "imports.json"
MOST = 200
"""Tables that are remembered; the oldest is forgotten first."""

_LARGEST = 2_000_000


def recall(folder: Path, names: tuple[str, ...]) -> ImportPlan | None:
    """Return the plan of the last table with these names of columns, None where there was none or it is damaged."""
    entry = _read(folder).get(_signature(names))
    try:
        return None if entry is None else _plan(entry, names)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def remember(folder: Path, names: tuple[str, ...], plan: ImportPlan) -> None:
    """Keep the choices of ``plan`` for tables with these names of columns. Raises TargetError."""
    entries = _read(folder)
    entries.pop(_signature(names), None)
    entries[_signature(names)] = _entry(plan, names)
    kept = dict(list(entries.items())[-MOST:])
    make_folder(folder)
    with atomic_write(folder / FILE) as temporary:
        temporary.write_text(json.dumps(kept, ensure_ascii=True, indent=1), encoding="utf-8")


def _signature(names: tuple[str, ...]) -> str:
    """Return what tables of one layout share: the names of their columns, whatever their order."""
    return hashlib.sha256("\n".join(sorted(map(fold, names))).encode("utf-8", "replace")).hexdigest()[:32]


def _read(folder: Path) -> dict[str, Any]:
    """Return the entries; none where the file is missing or is not what it should be: nothing depends on them."""
    with suppress(OSError, ValueError, RecursionError):
        with (folder / FILE).open("rb") as file:
            content = json.loads(file.read(_LARGEST))
        if isinstance(content, dict):
            return content
    return {}


def _entry(plan: ImportPlan, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the choices that hold for another edition, which may have its columns in another order."""
    return {
        "kind": plan.kind,
        "source": {field.name: getattr(plan.source, field.name) for field in fields(Source)},
        "columns": {field: names[column] for field, column in plan.columns.items() if column < len(names)},
        "crs": plan.crs,
        "swapped": plan.swapped,
        "layer": None if plan.layer is None else _layer_entry(plan.layer),
        "category": plan.category,
        "status": plan.status.value,
        "variable": None if plan.variable is None else _variable_entry(plan.variable),
        "level": plan.level.value,
        "duplicates": plan.duplicates,
        "whole": plan.whole,
        "reader": plan.reader,
    }


def _variable_entry(variable: Variable) -> dict[str, str]:
    name = variable.name
    return {"id": variable.id, "zh": name.zh, "en": name.en, "unit": variable.unit, "base": variable.base}


def _layer_entry(layer: OwnLayer) -> list[str]:
    return [layer.name, layer.shape, layer.colour, layer.note]


def _plan(entry: Mapping[str, Any], names: tuple[str, ...]) -> ImportPlan:
    """Return the plan of an entry. Raises KeyError, TypeError, ValueError or AttributeError for a damaged one."""
    positions = {fold(name): column for column, name in enumerate(names)}
    columns = {field: positions[fold(name)] for field, name in entry["columns"].items() if field in BY_ID}
    source = Source(**{field.name: _text(entry["source"][field.name]) for field in fields(Source)})
    layer, variable = entry["layer"], entry["variable"]
    return ImportPlan(
        kind=KINDS[KINDS.index(entry["kind"])],
        source=source,
        columns=MappingProxyType(columns),
        crs=_whole(entry["crs"], 10_000),
        swapped=bool(entry["swapped"]),
        layer=None
        if layer is None
        else OwnLayer(_text(layer[0]), OWN_SHAPES[OWN_SHAPES.index(layer[1])], _text(layer[2]), _text(layer[3])),
        category=_text(entry["category"]),
        status=Status(entry["status"]),
        variable=None
        if variable is None
        else Variable(
            _text(variable["id"]),
            Name(_text(variable["zh"]), _text(variable["en"])),
            _text(variable["unit"]),
            _text(variable["base"]),
        ),
        level=AreaLevel(entry["level"]),
        duplicates=DUPLICATES[DUPLICATES.index(entry["duplicates"])],
        whole=bool(entry["whole"]),
        reader=_text(entry["reader"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole(value: object, beyond: int) -> int:
    if type(value) is not int or not 0 <= value < beyond:
        raise ValueError(value)
    return value
