"""The tab of the sheet window for series: one sheet for each circle, county, side or indicator."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from data.balance.evaluate import indicator_ids, indicator_of
from data.errors import InputError
from desktop import sheet_words, words
from desktop.indicator_chooser import TOPICS
from desktop.session import Session
from desktop.sheet_fields import chooser, fill, name, row
from desktop.sheet_state import SheetState
from desktop.widgets import muted, named
from desktop.words import mark
from maps.export.file_names import FIELDS, check_pattern
from maps.export.series import SeriesBy

_LIST_LINES = 9


class SeriesTab(QWidget):
    """Nothing but the first chooser counts while there is one sheet only."""

    def __init__(self, session: Session, state: SheetState) -> None:
        super().__init__()
        self._session, self._state = session, state
        self._holds_several = True
        self.by = chooser()
        self.indicators = QListWidget()
        self.indicators.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.indicators.setFixedHeight(round(_LIST_LINES * 1.5 * self.indicators.fontMetrics().lineSpacing()))
        self.overview, self.contents, self.together = QCheckBox(), QCheckBox(), QCheckBox()
        self.pattern = QLineEdit()
        self.hint, self.fault = muted(wrapped=True), named(QLabel(wordWrap=True), "fault")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        names = QFormLayout()
        names.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._labels = [row(form, self.by), row(names, self.pattern)]
        column = QVBoxLayout(self)
        column.addLayout(form)
        for widget in (self.indicators, self.overview, self.contents, self.together):
            column.addWidget(widget)
        column.addLayout(names)
        column.addWidget(self.fault)
        column.addWidget(self.hint)
        column.addStretch()
        self._connect()
        session.language_changed.connect(self.retranslate)
        session.project_changed.connect(self.refresh)
        state.changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word again."""
        session, texts = self._session, self._session.texts
        name(self._labels[0], texts.translate("Sheet", "&Series"))
        name(self._labels[1], texts.translate("Sheet", "File &names"))
        fill(self.by, texts, sheet_words.SERIES)
        self.overview.setText(texts.translate("Sheet", "The whole of Taiwan first"))
        self.contents.setText(texts.translate("Sheet", "Page of contents"))
        self.together.setText(texts.translate("Sheet", "All sheets in one file"))
        self.together.setToolTip(
            texts.translate("Sheet", "PDF, PowerPoint and Excel files hold several sheets, the others one each.")
        )
        self.hint.setText(
            texts.translate("Sheet", "Fields: {fields}").format(fields=" ".join(f"{{{one}}}" for one in FIELDS))
        )
        self.indicators.setAccessibleName(texts.translate("Sheet", "Indicators of the series"))
        self.indicators.clear()
        order = list(TOPICS)
        for indicator in sorted(
            (indicator_of(session.project, one) for one in indicator_ids(session.project)),
            key=lambda one: order.index(one.topic),
        ):
            item = QListWidgetItem(indicator.name.text(texts.language), self.indicators)
            item.setData(Qt.ItemDataRole.UserRole, indicator.id)
            item.setToolTip(f"{texts.translate('Topic', TOPICS[indicator.topic])}: {item.text()}")
            item.setCheckState(Qt.CheckState.Unchecked)
        self.refresh()

    def refresh(self) -> None:
        """Show the order."""
        order = self._state.order
        at = self.by.findData(order.by) if order.by else 0
        self.by.setCurrentIndex(at)
        several = order.by is not None
        self.indicators.setVisible(order.by == "indicator")
        self.overview.setVisible(order.by in ("circle", "county"))
        for widget in (self.contents, self.together, self.pattern, self._labels[1]):
            widget.setVisible(several)
        self.overview.setChecked(order.overview)
        self.contents.setChecked(order.contents)
        self.together.setEnabled(self._holds_several)
        self.together.setChecked(order.together and self._holds_several)
        for widget in (self.pattern, self._labels[1], self.hint):
            widget.setEnabled(not self.together.isChecked())
        if self.pattern.text() != order.pattern:
            self.pattern.setText(order.pattern)
        self.indicators.blockSignals(True)
        for item in self._items():
            chosen = item.data(Qt.ItemDataRole.UserRole) in order.indicators
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.indicators.blockSignals(False)
        self._check_pattern()

    def set_holds_several(self, holds_several: bool) -> None:
        """Say whether a file of the chosen format holds several sheets."""
        self._holds_several = holds_several
        self.refresh()

    def _check_pattern(self) -> None:
        try:
            check_pattern(self._state.order.pattern)
        except InputError as fault:
            self.fault.setText(words.error(self._session.texts, fault))
        else:
            self.fault.setText("")
        wrong = bool(self.fault.text())
        several = self._state.order.by is not None
        self.fault.setVisible(wrong and several)
        # What is wrong lists the fields, too.
        self.hint.setVisible(several and not wrong)

    def _connect(self) -> None:
        change = self._state.change
        self.by.activated.connect(lambda _at: self._choose(self.by.currentData()))
        self.overview.clicked.connect(lambda on: change(mark("SheetUndo", "another series"), overview=on))
        self.contents.clicked.connect(lambda on: change(mark("SheetUndo", "another series"), contents=on))
        self.together.clicked.connect(lambda on: change(mark("SheetUndo", "another series"), together=on))
        self.pattern.textEdited.connect(
            lambda text: change(mark("SheetUndo", "other file names"), "pattern", pattern=text)
        )
        self.indicators.itemChanged.connect(lambda _item: self._choose_indicators())

    def begin(self) -> None:
        """Make it a series of circles if it is none yet."""
        if self._state.order.by is None:
            self._choose("circle")

    def _choose(self, by: SeriesBy | None) -> None:
        order = self._state.order
        if by in ("circle", "county"):
            order = order.with_part(None)
        if by == "indicator" and not order.indicators:
            order = replace(order, indicators=(self._session.view.choropleth,))
        self._state.push(replace(order, by=by), mark("SheetUndo", "another series"))
        chosen = [item for item in self._items() if item.checkState() == Qt.CheckState.Checked]
        if chosen:
            self.indicators.scrollToItem(chosen[0])

    def _choose_indicators(self) -> None:
        chosen = tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in self._items() if item.checkState() == Qt.CheckState.Checked
        )
        self._state.change(mark("SheetUndo", "other indicators"), "indicators", indicators=chosen)

    def _items(self) -> list[QListWidgetItem]:
        return [self.indicators.item(number) for number in range(self.indicators.count())]
