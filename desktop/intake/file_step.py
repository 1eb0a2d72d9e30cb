"""The first step: how the file is read, and the first rows as they stand in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QGridLayout, QLabel, QTableView

from data.readers.sheet import ReadChoices, Row
from desktop import appearance
from desktop.intake.state import ImportState
from desktop.intake.step import Step
from desktop.intake.tables import Index, one_line
from desktop.intake.words import word
from desktop.session import Session
from desktop.sheet_fields import chooser, name, show
from desktop.words import mark

ENCODINGS = {
    "utf-8": mark("Intake", "UTF-8"),
    "utf-16-le": mark("Intake", "UTF-16"),
    "utf-16-be": mark("Intake", "UTF-16, big-endian"),
    "cp950": mark("Intake", "Big5 (cp950)"),
    "big5hkscs": mark("Intake", "Big5-HKSCS"),
}
DELIMITERS = {
    ",": mark("Intake", "Comma"),
    "\t": mark("Intake", "Tab"),
    ";": mark("Intake", "Semicolon"),
    "|": mark("Intake", "Vertical bar"),
}
_NOWHERE = QModelIndex()
_WIDEST = 240
"""Logical pixels of a column of the preview."""
_LOWEST, _LETTERS = 150, 6
"""Height of the preview, below which the page is scrolled, and letters that a narrow chooser keeps."""
_MOST_COLUMNS = 60
"""Columns of the preview: who has a thousand finds them in the next step but one, not by scrolling here."""


class HeadModel(QAbstractTableModel):
    """The first rows of a table as they stand there; those that hold names are marked."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._header: frozenset[int] = frozenset()
        self._names: tuple[str, ...] = ()
        self._width = 0
        self._ground, self._ink = QColor(), QColor()

    def set_head(self, rows: tuple[Row, ...], header: tuple[int, ...], names: tuple[str, ...]) -> None:
        self.beginResetModel()
        self._rows, self._header, self._names = rows, frozenset(header), names
        self._width = min(max([len(names), *(len(cells) for _, cells in rows)]), _MOST_COLUMNS)
        self.endResetModel()

    def set_colours(self, ground: str, ink: str) -> None:
        self._ground, self._ink = QColor(ground), QColor(ink)

    def number_of(self, row: int) -> int:
        """Return the number that a row has in the file."""
        return self._rows[row][0]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number, cells = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(cells[index.column()]) if index.column() < len(cells) else ""
        if number not in self._header:
            return None
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._rows[section][0])
        return one_line(self._names[section]) if section < len(self._names) else ""


class FileStep(Step):
    """Encoding, delimiter, table and header; what is chosen shows in the rows below at once."""

    def __init__(self, state: ImportState, session: Session) -> None:
        super().__init__(state, session)
        self.encoding, self.delimiter, self.sheet, self.header = chooser(), chooser(), chooser(), chooser()
        self.two_rows = QCheckBox()
        self.model = HeadModel()
        self.preview = QTableView()
        self.preview.setModel(self.model)
        self.preview.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.preview.setWordWrap(False)
        self.preview.setTabKeyNavigation(False)
        self.preview.verticalHeader().setDefaultSectionSize(self.preview.fontMetrics().height() + 8)
        self.preview.setMinimumHeight(_LOWEST)
        for box in (self.encoding, self.delimiter, self.sheet, self.header):
            box.setMinimumContentsLength(_LETTERS)
        self._labels = [QLabel() for _ in range(4)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for place, (label, field) in enumerate(
            zip(self._labels, (self.sheet, self.header, self.encoding, self.delimiter), strict=True)
        ):
            label.setBuddy(field)
            grid.addWidget(label, place // 2, place % 2 * 2)
            grid.addWidget(field, place // 2, place % 2 * 2 + 1)
        grid.addWidget(self.two_rows, 2, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.preview, 1)
        self.encoding.activated.connect(self._read_again)
        self.delimiter.activated.connect(self._read_again)
        self.sheet.activated.connect(lambda _: state.choose_sheet(self.sheet.currentData()))
        self.header.activated.connect(self._choose_header)
        self.two_rows.clicked.connect(self._choose_header)
        self.preview.verticalHeader().sectionClicked.connect(self._choose_row)
        session.theme_changed.connect(self._colour)
        self._colour()

    def retranslate(self) -> None:
        texts = self.session.texts
        self.title.setText(texts.translate("Intake", "How the file is read"))
        self.about.setText(
            texts.translate(
                "Intake",
                "Look whether the letters are right and the names of the columns are marked. "
                "If other rows hold them, click the number of the row.",
            )
        )
        names = (
            texts.translate("Intake", "&Table"),
            texts.translate("Intake", "&Names of columns"),
            texts.translate("Intake", "&Encoding"),
            texts.translate("Intake", "&Delimiter"),
        )
        for label, text in zip(self._labels, names, strict=True):
            name(label, text)
        self.two_rows.setText(texts.translate("Intake", "&and the row below"))
        self.preview.setAccessibleName(texts.translate("Intake", "First rows of the file"))
        self._fill()

    def refresh(self) -> None:
        now = self.state.now
        if now is None:
            return
        self._fill()
        header = now.guess.header
        self.model.set_head(tuple(now.head), header.rows, header.names)
        self.preview.resizeColumnsToContents()
        for column in range(self.model.columnCount()):
            self.preview.setColumnWidth(column, min(self.preview.columnWidth(column) + 8, _WIDEST))

    def _fill(self) -> None:
        now, texts = self.state.now, self.session.texts
        for box, table in ((self.encoding, ENCODINGS), (self.delimiter, DELIMITERS)):
            box.clear()
            for value, text in table.items():
                box.addItem(word(texts, text), value)
        self.sheet.clear()
        self.header.clear()
        if now is None:
            return
        file, header = now.file, now.guess.header
        encoding = file.encoding.removesuffix("-sig")
        encoding = "utf-16-le" if encoding == "utf-16" else encoding
        for box, value in ((self.encoding, encoding), (self.delimiter, file.delimiter)):
            if value and box.findData(value) < 0:
                box.addItem(value, value)
            if not value:
                box.clear()
                box.addItem(texts.translate("Intake", "fixed by the format"), "")
            show(box, value)
            box.setEnabled(bool(value))
        for sheet in file.sheets:
            self.sheet.addItem(sheet.name or file.path.name, sheet.name)
        show(self.sheet, now.guess.sheet.name)
        self.sheet.setEnabled(len(file.sheets) > 1)
        fixed = bool(now.guess.sheet.fields)
        none = texts.translate("Intake", "given by the format") if fixed else texts.translate("Intake", "in no row")
        self.header.addItem(none, 0)
        if not fixed:
            for number, _ in now.head:
                self.header.addItem(texts.translate("Intake", "in row {number}").format(number=number), number)
        show(self.header, header.rows[0] if header.rows else 0)
        self.header.setEnabled(not fixed)
        self.two_rows.setEnabled(bool(header.rows))
        self.two_rows.setChecked(len(header.rows) > 1)

    def _read_again(self) -> None:
        self.state.read_again(ReadChoices(self.encoding.currentData() or "", self.delimiter.currentData() or ""))

    def _choose_row(self, row: int) -> None:
        if self.header.isEnabled():
            show(self.header, self.model.number_of(row))
            self._choose_header()

    def _choose_header(self) -> None:
        now, first = self.state.now, self.header.currentData()
        if now is None:
            return
        numbers = [number for number, _ in now.head]
        rows: tuple[int, ...] = ()
        if first:
            at = numbers.index(first)
            rows = tuple(numbers[at : at + (2 if self.two_rows.isChecked() else 1)])
        self.state.choose_header(rows)

    def _colour(self) -> None:
        own = appearance.colours(self.session.view.theme)
        self.model.set_colours(own.highlight, own.highlighted)
