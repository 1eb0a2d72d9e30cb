"""The tab of the sheet window for what stands on the sheet: elements, chart, notes, date, author, logo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDate, QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import sheet_words
from desktop.session import Session
from desktop.sheet_fields import chooser, fill, name, row, show
from desktop.sheet_state import SheetState
from desktop.widgets import heading, text_tip
from desktop.words import mark
from maps.charts.catalogue import CHART_IDS, chart_name
from maps.sheet_spec import ELEMENT_IDS, TEMPLATE_ELEMENTS, ElementId

_NOTE_LINES = 3.5


class ElementsTab(QWidget):
    """Check boxes of the elements, and what an element needs to be told."""

    def __init__(self, session: Session, state: SheetState) -> None:
        super().__init__()
        self._session, self._state = session, state
        self._heading = heading()
        self.boxes = {element: QCheckBox() for element in ELEMENT_IDS}
        self.chart, self.calendar = chooser(), chooser()
        self.dated, self.date = QCheckBox(), QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.author, self.notes = QLineEdit(), QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(round(_NOTE_LINES * self.notes.fontMetrics().lineSpacing()))
        self.logo_button, self.no_logo = QPushButton(), QToolButton()
        self._lay_out()
        self._connect()
        session.language_changed.connect(self.retranslate)
        state.changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        self._heading.setText(texts.translate("Sheet", "Elements"))
        for element, box in self.boxes.items():
            box.setText(sheet_words.element(texts, element))
        names = (
            texts.translate("Sheet", "C&hart"),
            texts.translate("Sheet", "N&otes"),
            texts.translate("Sheet", "&Date"),
            texts.translate("Sheet", "Ca&lendar"),
            texts.translate("Sheet", "A&uthor"),
            texts.translate("Sheet", "Lo&go"),
        )
        for label, text in zip(self._labels, names, strict=True):
            name(label, text)
        self.dated.setAccessibleName(texts.translate("Sheet", "Date on the sheet"))
        self.date.setAccessibleName(texts.translate("Sheet", "Date"))
        self.author.setPlaceholderText(texts.translate("Sheet", "on the sheet and in the file"))
        self.no_logo.setText(texts.translate("Sheet", "Remove"))
        self.no_logo.setAccessibleName(texts.translate("Sheet", "Remove the logo"))
        fill(self.chart, texts, {one: chart_name(texts, one) for one in CHART_IDS})
        fill(self.calendar, texts, sheet_words.CALENDARS)
        self.refresh()

    def refresh(self) -> None:
        """Show the order."""
        spec, texts = self._state.order.spec, self._session.texts
        for element, box in self.boxes.items():
            why = self._why_absent(element)
            # A tick says that it stands on the sheet, not that it would if there were anything to put there.
            box.setChecked(not why and element not in spec.hidden)
            box.setEnabled(not why)
            box.setToolTip(why)
            box.setAccessibleDescription(why)
        show(self.chart, spec.chart)
        show(self.calendar, spec.calendar)
        self.chart.setEnabled(spec.shows("chart"))
        self.dated.setChecked(spec.date is not None)
        self.date.setEnabled(spec.date is not None)
        self.calendar.setEnabled(spec.date is not None)
        with QSignalBlocker(self.date):
            self.date.setDate(QDate.currentDate() if spec.date is None else QDate(*spec.date.timetuple()[:3]))
        if self.author.text() != spec.author:
            self.author.setText(spec.author)
        noted = spec.texts.get("notes", "")
        if self.notes.toPlainText() != noted:
            with QSignalBlocker(self.notes):
                self.notes.setPlainText(noted)
        self.logo_button.setText(spec.logo.name if spec.logo else texts.translate("Sheet", "Choose a picture…"))
        self.logo_button.setToolTip(text_tip(str(spec.logo or "")))
        self.no_logo.setEnabled(spec.logo is not None)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for number, box in enumerate(self.boxes.values()):
            grid.addWidget(box, number // 2, number % 2)
        dated, logo = QWidget(), QWidget()
        across = QHBoxLayout(dated)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.dated)
        across.addWidget(self.date, 1)
        across = QHBoxLayout(logo)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.logo_button, 1)
        across.addWidget(self.no_logo)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        fields = (self.chart, self.notes, dated, self.calendar, self.author, logo)
        self._labels: list[QLabel] = [row(form, field) for field in fields]
        self._labels[2].setBuddy(self.dated)
        self._labels[5].setBuddy(self.logo_button)
        column = QVBoxLayout(self)
        column.addWidget(self._heading)
        column.addLayout(grid)
        column.addLayout(form)
        column.addStretch()

    def _connect(self) -> None:
        state = self._state

        for element, box in self.boxes.items():
            box.clicked.connect(
                lambda shown, element=element: state.show_element(
                    element, shown, mark("SheetUndo", "elements shown or hidden")
                )
            )
        self.chart.activated.connect(
            lambda _at: state.change_spec(mark("SheetUndo", "another chart"), chart=self.chart.currentData())
        )
        self.calendar.activated.connect(
            lambda _at: state.change_spec(mark("SheetUndo", "another date"), calendar=self.calendar.currentData())
        )
        self.dated.clicked.connect(lambda _on: self._set_date())
        self.date.dateChanged.connect(lambda _date: self._set_date())
        self.author.textEdited.connect(
            lambda text: state.change_spec(mark("SheetUndo", "another author"), "author", author=text)
        )
        self.notes.textChanged.connect(
            lambda: state.set_text("notes", self.notes.toPlainText(), mark("SheetUndo", "change of a text"), "notes")
        )
        self.logo_button.clicked.connect(self._choose_logo)
        self.no_logo.clicked.connect(lambda: self._set_logo(None))

    def _why_absent(self, element: ElementId) -> str:
        """Return why the sheet cannot have an element, '' where it can."""
        order, texts = self._state.order, self._session.texts
        spec = order.spec
        if element not in TEMPLATE_ELEMENTS[spec.template]:
            return texts.translate("Sheet", "This template has none.")
        if element == "notes" and not spec.texts.get("notes"):
            return texts.translate("Sheet", "Write the notes below.")
        if element == "date" and spec.date is None and not spec.author:
            return texts.translate("Sheet", "Tick the date or write the author below.")
        if element == "logo" and spec.logo is None:
            return texts.translate("Sheet", "Choose a picture below.")
        if element == "locator" and not order.shows_a_part:
            return texts.translate("Sheet", "Only where the map shows a part of Taiwan.")
        return ""

    def _set_date(self) -> None:
        date = self.date.date().toPython() if self.dated.isChecked() else None
        hidden = self._state.order.spec.hidden - {"date"}
        self._state.change_spec(mark("SheetUndo", "another date"), "date", date=date, hidden=hidden)

    def _choose_logo(self) -> None:
        texts, logo = self._session.texts, self._state.order.spec.logo
        kinds = texts.translate("Sheet", "Pictures") + " (*.png *.jpg *.jpeg *.svg)"
        title = texts.translate("Sheet", "Choose a logo")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(logo.parent if logo else Path.home()), kinds)
        if chosen:
            self._set_logo(Path(chosen))

    def _set_logo(self, logo: Path | None) -> None:
        hidden = self._state.order.spec.hidden - {"logo"}
        self._state.change_spec(mark("SheetUndo", "another logo"), logo=logo, hidden=hidden)
