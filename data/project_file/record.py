"""What a project file holds beside the project itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.errors import UserError
from data.project import Project


class Note(UserError):  # noqa: N818 (it is no error, and translated like one)
    """A sentence that is no fault: what was put right, changed or left out on the way."""


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One file that was imported into the project."""

    file: str
    """its name without folders"""
    when: str
    """ISO 8601 with seconds and zone"""
    source_id: str
    target: str
    """a ``Layer`` value, ``own:NAME``, ``figures`` or ``people``"""
    taken: int
    """rows"""
    refused: int
    """rows"""


@dataclass(frozen=True)
class Opened:
    """A project as its file has it."""

    project: Project
    settings: Mapping[str, Any] = field(default_factory=dict)
    """plain JSON values by name"""
    thumbnails: Mapping[str, bytes] = field(default_factory=dict)
    """PNG pictures by id of the scene"""
    imports: tuple[ImportRecord, ...] = ()
    read_only: Note | None = None
    """why the file must not be saved over (a newer format, rows that cannot be read), None where it may be"""
    migrated: tuple[Note, ...] = ()
    """what changed on the way from an older format, () where it has the present one"""
    embedded_version: str = ""
    """of the embedded set on which the project was saved"""
    notes: tuple[Note, ...] = ()
    """what was put right on reading (rows drawn in another program), and what the file has that is not kept"""
    format: int = 0
    """the format the file has"""
