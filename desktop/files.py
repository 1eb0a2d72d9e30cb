"""Asking where to a file is to be written, and whether what is there may be replaced."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from maps.texts import Texts


def pictures_folder() -> Path:
    """Return the folder in which the user keeps pictures, or the home folder."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(pictures) if pictures and Path(pictures).is_dir() else Path.home()


def documents_folder() -> Path:
    """Return the folder in which the user keeps documents, or the home folder."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def ask_target(parent: QWidget, texts: Texts, title: str, suggested: Path) -> Path | None:
    """Ask for a file that ends as the suggested one does; None if the user thought better of it."""
    ending = suggested.suffix
    kinds = f"{ending[1:].upper()} (*{ending})"
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    if not name:
        return None
    target = Path(name)
    if target.suffix.lower() != ending:
        target = target.with_name(target.name + ending)
        # The dialog has asked about another name.
        if target.exists() and not may_replace(parent, texts, [target]):
            return None
    return target


def may_replace(parent: QWidget, texts: Texts, there: Sequence[Path]) -> bool:
    """Ask whether files that exist may be replaced."""
    question = (
        texts.translate("Files", "{path} exists already. Replace it?").format(path=there[0])
        if len(there) == 1
        else texts.translate("Files", "{count} of the files exist already. Replace them?").format(count=len(there))
    )
    answer = QMessageBox.question(parent, parent.windowTitle(), question)
    return answer == QMessageBox.StandardButton.Yes
