"""What a project file holds beside the project itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.project import Project


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for the user: an English template with ``{named}`` fields, for translation."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.template.format(**self.values)


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
    read_only: Said | None = None
    """why the file must not be saved over (a newer format, rows that cannot be read), None where it may be"""
    migrated: tuple[Said, ...] = ()
    """what changed on the way from an older format, () where it has the present one"""
    embedded_version: str = ""
    """of the embedded set on which the project was saved"""
    notes: tuple[Said, ...] = ()
    """what was put right on reading (rows drawn in another program), and what the file has that is not kept"""
    format: int = 0
    """the format the file has"""
