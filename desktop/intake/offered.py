"""What is dropped or pasted on a window: a file that can be imported, or a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData


def files_of(mime: QMimeData) -> list[Path]:
    """Return the files on this computer that are dropped or were copied."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile()]


def main_file(files: Sequence[Path]) -> Path:
    """Return the file to import of several: a Shapefile is dropped with its parts, of which one says what it is."""
    from data.readers.open import SUFFIXES  # not needed before something is dropped

    return next((path for path in files if path.suffix.lower() in SUFFIXES), files[0])


def has_file(mime: QMimeData) -> bool:
    """Tell whether a file is dropped or was copied."""
    return mime.hasUrls() and bool(files_of(mime))


def has_table(mime: QMimeData) -> bool:
    """Tell whether text of at least two lines or columns was copied."""
    text = mime.text() if mime.hasText() else ""
    return "\t" in text or "\n" in text.strip()
