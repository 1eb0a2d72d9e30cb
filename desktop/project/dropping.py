"""Projects that are dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from data.project_file.names import SUFFIX


def dropped_project(dropped: QMimeData) -> Path | None:
    """Return the project that was dropped, None for anything else: a GeoPackage of another kind is data to import."""
    urls = dropped.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.name.lower().endswith(SUFFIX) else None
