"""Where a change comes from: by hand, from a source that the project has, or from a new one."""

from __future__ import annotations

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from data.errors import InputError
from data.intake.cleaned import Refusal
from data.intake.dates import date as read_date
from data.model import Source
from data.own import EDITS
from data.own_ids import new_source_id
from data.own_sources import KIND
from desktop.edit.commands import todays_source
from desktop.session import Session
from desktop.widgets import Chooser, named

_NEW = "new"
_LONGEST = 300


class SourceBox(QWidget):
    """Its fields for a new source are there only when one is wanted."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        texts, data = session.texts, session.project.data
        self.chooser = Chooser()
        self.chooser.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(12)
        self.chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chooser.setAccessibleName(texts.translate("Edit", "Source of the change"))
        by_hand = todays_source()
        self.chooser.addItem(f"{by_hand.title} · {by_hand.publisher} · {by_hand.date}", EDITS)
        self.chooser.addItem(texts.translate("Edit", "New source…"), _NEW)
        for source in sorted(data.sources.values(), key=lambda one: one.title):
            if source.id != EDITS:
                self.chooser.addItem(f"{source.title} · {source.publisher} · {source.date}", source.id)
        self.chooser.insertSeparator(2)
        self.location = named(QLineEdit(), "numbers")
        self.location.setPlaceholderText(texts.translate("Edit", "Page, line or table in it"))
        self.title, self.publisher, self.date, self.url = (named(QLineEdit(), "numbers") for _ in range(4))
        self.date.setPlaceholderText(QDate.currentDate().toString("yyyy-MM-dd"))
        self._new = QWidget()
        form = QFormLayout(self._new)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, field in (
            (texts.translate("Edit", "Title"), self.title),
            (texts.translate("Edit", "Publisher"), self.publisher),
            (texts.translate("Edit", "Date"), self.date),
            (texts.translate("Edit", "Address (https)"), self.url),
        ):
            form.addRow(label, field)
            field.setAccessibleName(label)
            field.setMaxLength(_LONGEST)
            field.textChanged.connect(lambda _text: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.chooser, self._new, self.location):
            column.addWidget(widget)
        self.location.textChanged.connect(lambda _text: self.changed.emit())
        self.chooser.currentIndexChanged.connect(self._follow)
        self._follow()

    def choose(self, source_id: str) -> None:
        """Choose a source of the project."""
        row = self.chooser.findData(source_id)
        if row >= 0:
            self.chooser.setCurrentIndex(row)

    def source_id(self) -> str:
        """Return the id of the source that is chosen; of a new one the id that it will have."""
        chosen = str(self.chooser.currentData())
        return new_source_id(self._session.project.data) if chosen == _NEW else chosen

    def new_source(self) -> Source | None:
        """Return the new source, None where one of the project is chosen. Raises InputError for one that cannot be."""
        if self.chooser.currentData() != _NEW:
            return None
        title, publisher, date = (field.text().strip() for field in (self.title, self.publisher, self.date))
        if not title or not publisher or not date:
            raise InputError("A source needs a title, a publisher and a date.")
        try:
            when = read_date(date).value
        except Refusal:
            when = ""
        if not when:
            raise InputError("{text} is not a date such as 2025, 2025-12 or 2025-12-31.", text=date[:30])
        url = self.url.text().strip()
        if url and not url.startswith(("https://", "http://")):
            raise InputError("The address of a source begins with https:// or http://.")
        return Source(self.source_id(), title, publisher, when, url, KIND, "")

    def _follow(self) -> None:
        chosen = self.chooser.currentData()
        self._new.setVisible(chosen == _NEW)
        self.location.setVisible(chosen != EDITS)
        self.changed.emit()
