"""What is not saved yet, kept aside every few seconds so that a crash or a pulled plug loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.dataset import DataSet
from data.project import Project
from data.project_file.record import Opened


@dataclass(frozen=True)
class Recoverable:
    """A journal whose process is gone."""

    path: Path
    """of the project in the journal"""
    origin: Path | None
    """the file the project was opened from, None for one never saved"""
    started: str
    saved: str
    """when the window began and when the journal was last written, ISO 8601 with zone"""
    changes: int
    """how many changes were not saved then"""

    def open(self, embedded: DataSet) -> Opened:
        """Return the project. Raises UserError."""
        raise NotImplementedError

    def discard(self) -> None:
        """Throw the journal away."""
        raise NotImplementedError


class Journal:
    """The journal of one window; nothing is on the disk before the first ``write``. Not for several threads at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(
        self,
        project: Project,
        settings: Mapping[str, Any] | None = None,
        origin: Path | None = None,
        changes: int = 0,
    ) -> None:
        """Keep the project as it is now. Raises TargetError; what was kept before stays then."""
        raise NotImplementedError

    def remove(self) -> None:
        """Forget everything kept: the project is saved, or thrown away. ``write`` begins anew."""
        raise NotImplementedError

    def close(self) -> None:
        """Forget everything, the window is gone."""


def pending(folder: Path) -> list[Recoverable]:
    """Return the journals of processes that are gone, the latest first; those of running ones are left alone."""
    raise NotImplementedError
