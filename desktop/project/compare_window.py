"""In what two projects differ: a table for each kind, with a filter; a double click goes to the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from data.project import Project
from data.project_file.compare import Comparison
from desktop.project.compare_tables import Compared, compared_tables
from desktop.session import Session
from desktop.widgets import muted, text_tip
from maps.texts import Texts

_Index = QModelIndex | QPersistentModelIndex
_WIDEST = 300
"""Pixels that a column takes at first: what differs in a site may be long."""


class CompareWindow(QDialog):
    """Stays beside the main window; what it shows is what was compared, whatever is changed since."""

    export_wanted = Signal(object, object)
    """the tables, and the file to write"""

    def __init__(self, session: Session, names: tuple[str, str], a: Project, b: Project, found: Comparison) -> None:
        super().__init__()
        self._session, self._names, self._a, self._b, self._found = session, names, a, b, found
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.head, self.foot = QLabel(wordWrap=True), muted(wrapped=True)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.filter.textChanged.connect(self._filter)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tables: tuple[Compared, ...] = ()
        buttons = QDialogButtonBox()
        self.export = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.shut = buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.export.setAutoDefault(False)
        self.shut.setAutoDefault(False)
        self.export.clicked.connect(self._ask_export)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        row.addWidget(self.filter)
        self.filter.setMinimumWidth(220)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.foot)
        column.addWidget(buttons)
        self.resize(QSize(980, 600).boundedTo(self.screen().availableSize() * 0.94))
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        texts = self._session.texts
        translate = texts.translate
        before, after = self._names
        self.setWindowTitle(translate("Compare", "Comparison of two projects"))
        self.tables = compared_tables(self._found, self._a, self._b, texts)
        lines = (
            translate("Compare", "Before: {name}").format(name=before),
            translate("Compare", "After: {name}").format(name=after),
        )
        self.head.setText("\n".join(lines))
        self.filter.setPlaceholderText(translate("Compare", "Filter"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.export.setText(translate("Compare", "Export…"))
        self.shut.setText(translate("Compare", "Close"))
        self.export.setEnabled(bool(self.tables))
        self.filter.setEnabled(bool(self.tables))
        current = self.tabs.currentIndex()
        while self.tabs.count():
            old = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if old is not None:
                old.deleteLater()
        for one in self.tables:
            label = f"{one.table.title} {texts.number(len(one.table.rows))}"
            self.tabs.addTab(_view(one, self._go, self), label)
        if self.tables:
            self.foot.setText(translate("Compare", "A double click on a row shows its place on the map."))
        else:
            self.foot.setText(translate("Compare", "The two projects hold the same."))
        self.tabs.setVisible(bool(self.tables))
        self.tabs.setCurrentIndex(max(0, min(current, self.tabs.count() - 1)))
        self._filter()

    def current(self) -> QTableView | None:
        """Return the table in front."""
        view = self.tabs.currentWidget()
        return view if isinstance(view, QTableView) else None

    def _filter(self) -> None:
        pattern = re.escape(self.filter.text().strip())
        for number in range(self.tabs.count()):
            view = self.tabs.widget(number)
            if isinstance(view, QTableView):
                model = view.model()
                assert isinstance(model, QSortFilterProxyModel)
                model.setFilterRegularExpression(pattern)

    def _go(self, index: QModelIndex) -> None:
        """Show the place of a row, if the project in the window has it."""
        place = index.data(Qt.ItemDataRole.UserRole)
        if place is None:
            return
        data = self._session.project.data
        if place.kind == "site" and place.id not in data.site_by_id:
            return
        if place.kind == "circle" and place.id not in self._session.project.definition.circles:
            return
        self._session.select(place, True)

    def _ask_export(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        texts = self._session.texts
        title = texts.translate("Compare", "Export the comparison")
        kinds = "XLSX (*.xlsx);;CSV (*.csv)"
        name, _ = QFileDialog.getSaveFileName(self, title, texts.translate("Compare", "comparison") + ".xlsx", kinds)
        if name:
            path = Path(name)
            path = path if path.suffix.lower() in (".xlsx", ".csv") else path.with_name(path.name + ".xlsx")
            number = max(0, self.tabs.currentIndex())
            chosen = [one.table for one in self.tables]
            self.export_wanted.emit(chosen if path.suffix.lower() == ".xlsx" else chosen[number : number + 1], path)


class ComparedModel(QAbstractTableModel):
    """The rows of a table in words; UserRole is the place, and numbers sort as numbers."""

    SORT = Qt.ItemDataRole.UserRole + 1

    def __init__(self, compared: Compared, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._places = compared.table, compared.places
        self._columns = compared.table.for_people()
        self._at = [compared.table.columns.index(column) for column in self._columns]
        self._texts = texts
        self._words: Sequence[Sequence[str]] = compared.words()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words[row][column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return text_tip(self._words[row][column])
        if role == Qt.ItemDataRole.UserRole:
            return self._places[row]
        if role == self.SORT:
            value = self._table.rows[row][self._at[column]]
            return float("-inf") if value is None else value
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[column].decimals is not None:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section].title
        return None


def _view(compared: Compared, go: Any, parent: CompareWindow) -> QTableView:
    view = QTableView()
    model = ComparedModel(compared, parent._session.texts, parent)
    proxy = QSortFilterProxyModel(view)
    proxy.setSourceModel(model)
    model.setParent(view)
    proxy.setSortRole(ComparedModel.SORT)
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    view.setModel(proxy)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.setSortingEnabled(True)
    view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    view.setAccessibleName(compared.table.title)
    view.setAlternatingRowColors(True)
    view.activated.connect(go)
    view.doubleClicked.connect(go)
    view.horizontalHeader().setResizeContentsPrecision(50)
    view.resizeColumnsToContents()
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    # A number that stands at the far end of a wide column is read with the wrong row.
    view.horizontalHeader().setStretchLastSection(compared.table.for_people()[-1].decimals is None)
    for number in range(model.columnCount()):
        view.setColumnWidth(number, min(view.columnWidth(number) + 12, _WIDEST))
    return view
