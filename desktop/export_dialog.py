"""Asks how the map is to be saved as a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from data.model import Place
from desktop.session import Session
from desktop.swatches import circle_chip
from desktop.words import mark
from maps.view import MapView

_SIZES = (
    ("1920x1080", mark("Export", "Screen, 1920 × 1080")),
    ("A4", mark("Export", "A4 landscape")),
    ("A3", mark("Export", "A3 landscape")),
)
_THEMES = (
    ("light", mark("Export", "Light")),
    ("dark", mark("Export", "Dark")),
    ("print", mark("Export", "Print (white)")),
)
_DPI_LEAST, _DPI_MOST, _DPI_USUAL = 72, 600, 300
"""Below 72 names cannot be read; above 600 an A3 sheet takes more than 250 MB of memory."""


@dataclass(frozen=True)
class PictureOrder:
    """What picture to write where."""

    view: MapView
    size: str
    dpi: int | None
    """None for a size that is already in pixels"""
    target: Path


class ExportDialog(QDialog):
    """What part, size, resolution, language, theme and file; the layers are those in the window.

    ``before`` is the last order: its size, resolution and folder are offered again.
    """

    def __init__(self, session: Session, parent: QWidget, before: PictureOrder | None = None) -> None:
        super().__init__(parent)
        texts = session.texts
        self._session = session
        self.setWindowTitle(texts.translate("Export", "Save map as picture"))
        self._before = before
        self.part_box = QComboBox()
        self.part_box.addItem(texts.translate("Export", "Whole of Taiwan"), "")
        for circle_id in session.project.definition.circles:
            circle = session.project.data.circles[circle_id]
            self.part_box.addItem(circle_chip(circle.colour), circle.name.text(texts.language), circle_id)
        self.size_box = QComboBox()
        for size, text in _SIZES:
            self.size_box.addItem(texts.translate("Export", text), size)
        self.dpi_box = QSpinBox()
        self.dpi_box.setRange(_DPI_LEAST, _DPI_MOST)
        self.dpi_box.setValue(_DPI_USUAL)
        self.dpi_box.setSingleStep(50)
        self.dpi_box.setSuffix(" dpi")
        self.language_box = QComboBox()
        self.language_box.addItem("中文", "zh")
        self.language_box.addItem("English", "en")
        self.theme_box = QComboBox()
        for theme, text in _THEMES:
            self.theme_box.addItem(texts.translate("Export", text), theme)
        self._suggested = str(self._suggestion())
        self.file_box = QLineEdit(self._suggested)
        self.file_box.setMinimumWidth(320)
        browse = QPushButton(texts.translate("Export", "&Browse…"))
        browse.clicked.connect(self._browse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._save = buttons.button(QDialogButtonBox.StandardButton.Save)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

        form = QFormLayout(self)
        form.addRow(texts.translate("Export", "&Part"), self.part_box)
        form.addRow(texts.translate("Export", "&Size"), self.size_box)
        form.addRow(texts.translate("Export", "&Resolution"), self.dpi_box)
        form.addRow(texts.translate("Export", "&Language"), self.language_box)
        form.addRow(texts.translate("Export", "&Theme"), self.theme_box)
        row = QHBoxLayout()
        row.addWidget(self.file_box, 1)
        row.addWidget(browse)
        label = QLabel(texts.translate("Export", "&File"))
        label.setBuddy(self.file_box)
        form.addRow(label, row)
        form.addRow(buttons)

        self.language_box.setCurrentIndex(self.language_box.findData(session.view.language))
        self.theme_box.setCurrentIndex(self.theme_box.findData(session.view.theme))
        selected = session.view.selected
        if selected is not None and selected.kind == "circle":
            self.part_box.setCurrentIndex(self.part_box.findData(selected.id))
            self._suggest()
        if before is not None:
            self.size_box.setCurrentIndex(self.size_box.findData(before.size))
            self.dpi_box.setValue(before.dpi or _DPI_USUAL)
        self.part_box.currentIndexChanged.connect(self._suggest)
        self.size_box.currentIndexChanged.connect(self._allow)
        self.file_box.textChanged.connect(self._allow)
        self._allow()

    def order(self) -> PictureOrder:
        """Return what was asked for; the file is a PNG whatever its name ends with, in a folder it is named here."""
        target = Path(self.file_box.text().strip()).expanduser()
        if target.is_dir():
            target = target / self._suggestion().name
        elif target.suffix.lower() != ".png":
            target = target.with_name(target.name + ".png")
        view = replace(
            self._session.view,
            language=self.language_box.currentData(),
            theme=self.theme_box.currentData(),
            focus=Place("circle", self.part_box.currentData()) if self.part_box.currentData() else None,
            selected=None if self.part_box.currentData() else self._session.view.selected,
            hovered=None,
            sight="normal",
        )
        size = self.size_box.currentData()
        return PictureOrder(view, size, self.dpi_box.value() if self._on_paper() else None, target)

    def _on_paper(self) -> bool:
        return bool(self.size_box.currentData() in ("A4", "A3"))

    def _allow(self) -> None:
        self.dpi_box.setEnabled(self._on_paper())
        self._save.setEnabled(bool(self.file_box.text().strip()))

    def _suggestion(self) -> Path:
        name = "-".join(filter(None, (self._session.view.name, self.part_box.currentData())))
        return self._folder() / f"lifecircles-{name}.png"

    def _folder(self) -> Path:
        if self._before is not None and self._before.target.parent.is_dir():
            return self._before.target.parent
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        return Path(pictures) if pictures and Path(pictures).is_dir() else Path.home()

    def _suggest(self) -> None:
        """Name the file after the part, unless it was named by hand."""
        if self.file_box.text() == self._suggested:
            self._suggested = str(self._suggestion())
            self.file_box.setText(self._suggested)

    def _browse(self) -> None:
        title = self._session.texts.translate("Export", "Save map as picture")
        name, _ = QFileDialog.getSaveFileName(self, title, self.file_box.text(), "PNG (*.png)")
        if name:
            self.file_box.setText(name)
