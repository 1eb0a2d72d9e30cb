"""A project in one file, a GeoPackage that QGIS opens too: opening and saving it (docs/project.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from data.dataset import DataSet
from data.project import Project
from data.project_file.record import ImportRecord, Opened

SUFFIX = ".lifecircles.gpkg"


def backup_path(path: Path) -> Path:
    """Return where the version before the last saving lies."""
    return path.with_name(path.name + ".bak")


def with_suffix(path: Path) -> Path:
    """Return a path that the user named, with SUFFIX where it has no suffix of a GeoPackage."""
    return path if path.name.lower().endswith(".gpkg") else path.with_name(path.name + SUFFIX)


def open_project(path: Path, embedded: DataSet) -> Opened:
    """Return the project of a file.

    Raises UserError (exit 1) where the file cannot be read or is damaged, InputError (exit 2) where it is no project.
    """
    raise NotImplementedError


def save_project(
    project: Project,
    path: Path,
    settings: Mapping[str, Any] | None = None,
    thumbnails: Mapping[str, bytes] | None = None,
    imports: Sequence[ImportRecord] = (),
    keep_backup: bool = True,
) -> None:
    """Write a project so that ``open_project`` gives back the same one. Raises TargetError.

    What stood at ``path`` stays whole until the new file is, and then as its backup.
    """
    raise NotImplementedError
