"""What is dropped or pasted on a window: a file that can be imported, or a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def files_of(mime: QMimeData) -> list[Path]:
    """Return the files on this computer that are dropped or were copied."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile()]


def has_file(mime: QMimeData) -> bool:
    """Tell whether a file is dropped or was copied."""
    return mime.hasUrls() and bool(files_of(mime))


def has_table(mime: QMimeData) -> bool:
    """Tell whether text of at least two lines or columns was copied."""
    text = mime.text() if mime.hasText() else ""
    return "\t" in text or "\n" in text.strip()
