"""Title, publisher and date of the source: on the page of the source and on the last one, always the same."""

from __future__ import annotations

import datetime
from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.intake import sources
from desktop.intake.state import ImportState
from desktop.sheet_fields import name
from desktop.widgets import named
from maps.texts import Texts

_LONGEST = 300


class SourceFields(QWidget):
    """The three fields that are required, side by side or as rows of a form."""

    def __init__(self, state: ImportState) -> None:
        super().__init__()
        self._state = state
        self._texts: Texts | None = None
        self.title, self.publisher, self.date = (named(QLineEdit(), "numbers") for _ in range(3))
        self.days, self._menu = named(QToolButton(), "quiet"), QMenu(self)
        self.days.setText("▼")
        self.days.clicked.connect(self._show_days)
        self._dated = QWidget()
        self._dated.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self._dated)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.date, 1)
        row.addWidget(self.days)
        self._labels = tuple(QLabel() for _ in range(3))
        for label, field in zip(self._labels, (self.title, self.publisher, self.date), strict=True):
            label.setBuddy(field)
            field.setMaxLength(_LONGEST)
            field.textEdited.connect(self._tell)
            field.editingFinished.connect(self._tidy)
        completer = QCompleter(self._publishers())
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.publisher.setCompleter(completer)
        completer.activated.connect(lambda _text: self._tell())

    def lie_across(self) -> None:
        """Put the fields side by side on this widget."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for at, (label, box, share) in enumerate(
            zip(self._labels, (self.title, self.publisher, self._dated), (5, 4, 5), strict=True)
        ):
            grid.addWidget(label, 0, at)
            grid.addWidget(box, 1, at)
            grid.setColumnStretch(at, share)

    def stand_in(self, form: QFormLayout) -> None:
        """Put the fields below each other as rows of a form."""
        for label, box in zip(self._labels, (self.title, self.publisher, self._dated), strict=True):
            form.addRow(label, box)

    def retranslate(self, texts: Texts) -> None:
        self._texts = texts
        names = (
            texts.translate("Intake", "Title o&f the source"),
            texts.translate("Intake", "P&ublisher"),
            texts.translate("Intake", "Date of the &list"),
        )
        for label, field, text in zip(self._labels, (self.title, self.publisher, self.date), names, strict=True):
            name(label, text, field)
        self.publisher.setPlaceholderText(texts.translate("Intake", "who made the list"))
        self.date.setPlaceholderText(texts.translate("Intake", "2026-03 or 115/3/1"))
        self.days.setAccessibleName(texts.translate("Intake", "Days that are offered"))
        self.days.setToolTip(texts.translate("Intake", "Days that are offered"))

    def refresh(self) -> None:
        """Show the source of the plan; what is being typed stays as it is typed."""
        plan = self._state.plan
        if plan is None:
            return
        source = plan.source
        for field, text in ((self.title, source.title), (self.publisher, source.publisher), (self.date, source.date)):
            # While it is typed the plan has it without the blanks at its ends.
            if not field.hasFocus() or not field.isModified():
                with QSignalBlocker(field):
                    field.setText(text)
                if not field.hasFocus():
                    field.setCursorPosition(0)  # a long title is read from its beginning

    def _publishers(self) -> list[str]:
        named_ones = (source.publisher for source in self._state.data.sources.values())
        return sorted(dict.fromkeys(one for one in named_ones if one))

    def _show_days(self) -> None:
        texts, now = self._texts, self._state.now
        if texts is None:
            return
        offers = [(texts.translate("Intake", "{day}, today"), datetime.date.today())]
        if now is not None and now.file.path.name:
            with suppress(OSError, ValueError, OverflowError):
                saved = datetime.date.fromtimestamp(now.file.path.stat().st_mtime)
                offers.insert(0, (texts.translate("Intake", "{day}, when the file was saved"), saved))
        self._menu.clear()
        for text, day in offers:
            iso = day.isoformat()
            self._menu.addAction(text.format(day=iso)).triggered.connect(partial(self._take_day, iso))
        self._menu.popup(self.days.mapToGlobal(self.days.rect().bottomLeft()))

    def _take_day(self, iso: str, _checked: bool = False) -> None:
        self.date.setText(iso)
        self._tell()

    def _tell(self) -> None:
        plan = self._state.plan
        if plan is not None:
            title, publisher = (" ".join(field.text().split()) for field in (self.title, self.publisher))
            date = sources.as_date(self.date.text())
            self._state.set_source(replace(plan.source, title=title, publisher=publisher, date=date))

    def _tidy(self) -> None:
        """Show what was understood: 115/3/1 as 2026-03-01."""
        for field in (self.title, self.publisher, self.date):
            field.setModified(False)
        self.refresh()
