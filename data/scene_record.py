"""A scene as a record of a file, and back again (docs/presentation.md describes the format).

Whether what a scene names exists is asked when it is staged: a briefing outlives indicators, places and definitions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from data.dataset import DataSet
from data.errors import InputError, UserError
from data.index_spec import AGGREGATE, NORMALISE, IndexPart, IndexSpec
from data.json_file import Entries, finite, is_text, plain
from data.model import Language, Name, Overlap
from data.own_text import is_too_long
from data.scenario import Scenario
from data.scenario_record import change_record, read_change
from data.scene import INK_TOOLS, PANEL_IDS, SCENE_KINDS, TRANSITIONS, Extent, Ink, Scene

MOST_SECONDS = 86_400.0
"""A scene of more than a day is a slip."""

MOST_LINES, MOST_POINTS = 500, 20_000
"""Lines drawn on one scene, and points of all of them: more than a hand draws in an hour."""

FARTHEST = 1e7
"""Metres of map space; everything that is drawn lies within a tenth of it."""

LONGEST_ID = 100
_MOST_ENTRIES, _DEEPEST = 200, 4
"""Values in one list or record of a view, and lists within lists: a view has a fourth of both."""

_ENTRIES = (
    "id",
    "kind",
    "title",
    "message",
    "notes",
    "view",
    "extent",
    "panel",
    "definition",
    "overlap",
    "scenario",
    "index",
    "transition",
    "seconds",
    "hidden",
    "ink",
)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def scene_record(scene: Scene) -> dict[str, Any]:
    """Return a scene as the file has it; what is as usual is left out."""
    usual = Scene(scene.id)
    record: dict[str, Any] = {"id": scene.id, "kind": scene.kind}
    for key in ("title", "message", "notes"):
        name: Name = getattr(scene, key)
        if name != usual.title:
            record[key] = {"zh": name.zh, "en": name.en}
    if scene.view:
        record["view"] = dict(scene.view)
    if scene.extent is not None:
        record["extent"] = [plain(one) for one in scene.extent]
    if scene.panel:
        record["panel"] = scene.panel
    if scene.definition is not None:
        record["definition"] = scene.definition
    if scene.overlap is not None:
        record["overlap"] = scene.overlap.value
    if scene.scenario is not None:
        changes = [change_record(change) for change in scene.scenario.changes]
        record["scenario"] = {"name": scene.scenario.name, "changes": changes}
    if scene.index is not None:
        record["index"] = index_record(scene.index)
    for key in ("transition", "hidden"):
        if getattr(scene, key) != getattr(usual, key):
            record[key] = getattr(scene, key)
    if scene.seconds:
        record["seconds"] = plain(scene.seconds)
    if scene.ink:
        record["ink"] = [
            {"tool": one.tool, "colour": one.colour, "points": [list(point) for point in one.points]}
            for one in scene.ink
        ]
    return record


def index_record(index: IndexSpec) -> dict[str, Any]:
    """Return the recipe of an index as a file has it."""
    parts = [
        {"indicator": one.indicator, "direction": one.direction, "weight": plain(one.weight)} for one in index.parts
    ]
    return {"parts": parts, "normalise": index.normalise, "aggregate": index.aggregate}


def read_scene(data: DataSet, record: Any, usual_id: str, language: Language) -> Scene:
    """Return the scene of a record, which has ``usual_id`` where it names none. Raises InputError."""
    entries = _record(record, _ENTRIES)
    scene_id = entries.text("id", usual_id)
    if not scene_id.strip() or len(scene_id) > LONGEST_ID:
        raise InputError("The entry {name} is empty or too long.", name="id")
    seconds = entries.number("seconds") or 0.0
    if not 0 <= seconds <= MOST_SECONDS:
        raise InputError("{seconds} seconds are not between 0 and a day.", seconds=seconds)
    title, message, notes = (_name(entries, key) for key in ("title", "message", "notes"))
    overlap = None if entries.values.get("overlap") is None else entries.one_of("overlap", Overlap, tuple(Overlap))
    definition = None if entries.values.get("definition") is None else entries.text("definition")
    return Scene(
        id=scene_id,
        kind=entries.choice("kind", SCENE_KINDS, "map"),
        title=title,
        message=message,
        notes=notes,
        view=_view(entries.values.get("view")),
        extent=_extent(entries.values.get("extent")),
        panel=entries.choice("panel", PANEL_IDS, ""),
        definition=definition,
        overlap=overlap,
        scenario=_scenario(data, entries.values.get("scenario"), language),
        index=None if entries.values.get("index") is None else read_index(entries.values["index"]),
        transition=entries.choice("transition", TRANSITIONS, "fly"),
        seconds=seconds,
        hidden=entries.flag("hidden"),
        ink=_ink(entries.values.get("ink")),
    )


def _record(value: Any, known: tuple[str, ...]) -> Entries:
    if not isinstance(value, dict):
        raise InputError("It is not a list of entries in braces.")
    other = next((key for key in value if key not in known), None)
    if other is not None:
        raise InputError("There is no entry {name}; the entries are {valid}.", name=other, valid=", ".join(known))
    return Entries(value)


def _name(entries: Entries, key: str) -> Name:
    """Return a text in both languages; one that people wrote without saying which is that of both."""
    value = entries.values.get(key, "")
    if isinstance(value, dict):
        both = _record(value, ("zh", "en"))
        name = Name(both.text("zh", ""), both.text("en", ""))
    else:
        name = Name(entries.text(key, ""))
    if is_too_long(name.zh) or is_too_long(name.en):
        raise InputError("The entry {name} is too long for a slide.", name=key)
    return name


def _view(value: Any) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict) or not _is_plain(value):
        raise InputError("The entry {name} is not a record of texts and numbers.", name="view")
    return value


def _is_plain(value: Any, depth: int = 0) -> bool:
    """Tell whether a value is of a size and of numbers that a view may have."""
    if depth > _DEEPEST:
        return False
    if isinstance(value, dict):
        return len(value) <= _MOST_ENTRIES and all(is_text(k) and _is_plain(v, depth + 1) for k, v in value.items())
    if isinstance(value, list):
        return len(value) <= _MOST_ENTRIES and all(_is_plain(one, depth + 1) for one in value)
    if isinstance(value, str):
        return is_text(value) and not is_too_long(value)
    return value is None or isinstance(value, bool) or finite(value) is not None


def _extent(value: Any) -> Extent | None:
    if value is None:
        return None
    numbers = [finite(one) for one in value] if isinstance(value, list) else []
    found = [one for one in numbers if one is not None and abs(one) <= FARTHEST]
    if len(numbers) != 4 or len(found) != 4 or not (found[0] < found[2] and found[1] < found[3]):
        raise InputError("The entry {name} is not left, bottom, right and top in metres of map space.", name="extent")
    return found[0], found[1], found[2], found[3]


def _scenario(data: DataSet, value: Any, language: Language) -> Scenario | None:
    if value is None:
        return None
    entries = _record(value, ("name", "changes"))
    listed = entries.values.get("changes", [])
    if not isinstance(listed, list):
        raise InputError("The entry {name} is not a list.", name="changes")
    changes = []
    for number, one in enumerate(listed, start=1):
        try:
            changes.append(read_change(data, one, number, language, strict=False))
        except UserError as fault:
            raise InputError("Change {number} of the scenario: {fault}", number=number, fault=fault) from None
    return Scenario(entries.text("name", ""), tuple(changes))


def read_index(value: Any) -> IndexSpec:
    """Return the recipe of an index from its record. Raises InputError."""
    entries = _record(value, ("parts", "normalise", "aggregate"))
    listed = entries.values.get("parts", [])
    if not isinstance(listed, list):
        raise InputError("The entry {name} is not a list.", name="parts")
    parts = []
    for one in listed:
        part = _record(one, ("indicator", "direction", "weight"))
        parts.append(IndexPart(part.text("indicator"), _direction(part), part.required("weight")))
    try:
        return IndexSpec(
            tuple(parts),
            entries.choice("normalise", NORMALISE, "minmax"),
            entries.choice("aggregate", AGGREGATE, "arithmetic"),
        )
    except UserError as fault:
        raise InputError("The index cannot be: {fault}", fault=fault) from None


def _direction(part: Entries) -> Literal[-1, 1]:
    direction = part.required("direction")
    if direction not in (-1, 1):
        raise InputError("The direction of an indicator is 1 or -1.")
    return 1 if direction == 1 else -1


def _ink(value: Any) -> tuple[Ink, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise InputError("The entry {name} is not a list.", name="ink")
    lines = tuple(_line(one) for one in value)
    if len(lines) > MOST_LINES or sum(len(one.points) for one in lines) > MOST_POINTS:
        raise InputError(
            "More is drawn on it than the {lines} lines and {points} points allowed.",
            lines=MOST_LINES,
            points=MOST_POINTS,
        )
    return lines


def _line(value: Any) -> Ink:
    entries = _record(value, ("tool", "colour", "points"))
    colour = entries.text("colour")
    if not _COLOUR.fullmatch(colour):
        raise InputError("{name} is not a colour as #RRGGBB.", name=colour)
    listed = entries.values.get("points")
    points = []
    for one in listed if isinstance(listed, list) else (None,):
        pair = [finite(number) for number in one] if isinstance(one, list) else []
        found = [number for number in pair if number is not None and abs(number) <= FARTHEST]
        if len(pair) != 2 or len(found) != 2:
            raise InputError("A point of a drawn line is not x and y in metres of map space.")
        points.append((found[0], found[1]))
    return Ink(entries.choice("tool", INK_TOOLS), colour, tuple(points))
