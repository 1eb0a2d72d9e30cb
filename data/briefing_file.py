"""Briefings as small files: scenes in their order (docs/presentation.md describes the format)."""

from __future__ import annotations

import json
from pathlib import Path

from data.dataset import DataSet
from data.errors import InputError, UserError
from data.files import atomic_write
from data.json_file import FileKind, read_document
from data.model import Language
from data.scene import Scene, new_id
from data.scene_record import read_scene, scene_record

FORMAT, VERSION = "lifecircles-briefing", 1
SUFFIX = ".lifecircles-scenes.json"
LARGEST = 20_000_000
"""Bytes; a briefing of fifty scenes, each drawn upon, has a tenth of it."""
MOST_SCENES = 500


def read_briefing(path: Path, data: DataSet, language: Language = "en") -> tuple[Scene, ...]:
    """Return the scenes of a file. What they name need not exist in ``data``: staging tells what is missing.

    ``language`` is that of the places which a fault names.

    Raises UserError (exit 1) where the file cannot be read, InputError (exit 2) naming file, scene and fault where its
    content is wrong.
    """
    listed = read_document(path, _kind(path)).get("scenes")
    if not isinstance(listed, list):
        raise InputError("{file} has no list of scenes.", file=path.name)
    if len(listed) > MOST_SCENES:
        raise InputError("{file} has more than {most} scenes.", file=path.name, most=MOST_SCENES)
    scenes: list[Scene] = []
    taken = {entry["id"] for entry in listed if isinstance(entry, dict) and isinstance(entry.get("id"), str)}
    reserved = tuple(map(Scene, taken))
    for number, entry in enumerate(listed, start=1):
        try:
            scene = read_scene(data, entry, new_id((*reserved, *scenes)), language)
            if any(scene.id == other.id for other in scenes):
                raise InputError("Another scene has the id {name}, too.", name=scene.id)
        except UserError as fault:
            raise InputError("{file}, scene {number}: {fault}", file=path.name, number=number, fault=fault) from None
        scenes.append(scene)
    return tuple(scenes)


def write_briefing(scenes: tuple[Scene, ...], path: Path) -> None:
    """Write scenes so that ``read_briefing`` gives back the same ones; raise TargetError where that fails.

    What stood at ``path`` stays whole until the new file is.
    """
    entries = ",\n  ".join(json.dumps(scene_record(scene), ensure_ascii=False) for scene in scenes)
    listed = f"[\n  {entries}\n ]" if entries else "[]"
    head = f'{{\n "format": "{FORMAT}",\n "version": {VERSION},\n'
    with atomic_write(path) as temporary:
        temporary.write_text(f'{head} "scenes": {listed}\n}}\n', encoding="utf-8", newline="\n")


def _kind(path: Path) -> FileKind:
    return FileKind(
        FORMAT,
        VERSION,
        LARGEST,
        ("scenes",),
        InputError("{file} is not a file of a briefing.", file=path.name),
        InputError("{file} is too large for a briefing.", file=path.name),
    )
