"""Title, publisher and date of the source: on the page of the source and on the last one, always the same."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from desktop.intake import sources
from desktop.intake.state import ImportState
from desktop.sheet_fields import name
from desktop.widgets import named
from maps.texts import Texts

_LONGEST = 300


class SourceFields(QWidget):
    """The three fields that are required, below each other or (``across``) side by side."""

    def __init__(self, state: ImportState, across: bool) -> None:
        super().__init__()
        self._state = state
        self._texts: Texts | None = None
        self.title, self.publisher, self.date = QLineEdit(), QLineEdit(), QLineEdit()
        self.days = named(QToolButton(), "quiet")
        self.days.setText("▾")
        self.days.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.days.setMenu(QMenu(self.days))
        dated = QWidget()
        row = QHBoxLayout(dated)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.date, 1)
        row.addWidget(self.days)
        self._labels = tuple(QLabel() for _ in range(3))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for at, (label, box, field) in enumerate(
            zip(self._labels, (self.title, self.publisher, dated), (self.title, self.publisher, self.date), strict=True)
        ):
            label.setBuddy(field)
            field.setMaxLength(_LONGEST)
            field.textEdited.connect(self._tell)
            field.editingFinished.connect(self._tidy)
            if across:
                grid.addWidget(label, 0, at)
                grid.addWidget(box, 1, at)
                grid.setColumnStretch(at, (5, 4, 3)[at])
            else:
                grid.addWidget(label, at, 0)
                grid.addWidget(box, at, 1)
        if not across:
            grid.setColumnStretch(1, 1)
        completer = QCompleter(self._publishers())
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.publisher.setCompleter(completer)
        completer.activated.connect(lambda _text: self._tell())

    def retranslate(self, texts: Texts) -> None:
        self._texts = texts
        names = (
            texts.translate("Intake", "T&itle of the source"),
            texts.translate("Intake", "P&ublisher"),
            texts.translate("Intake", "Date of the &list"),
        )
        for label, field, text in zip(self._labels, (self.title, self.publisher, self.date), names, strict=True):
            name(label, text, field)
        self.publisher.setPlaceholderText(texts.translate("Intake", "who made the list"))
        self.date.setPlaceholderText(texts.translate("Intake", "e.g. 2026-03 or 115/3/1"))
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
        self._offer_days()

    def _publishers(self) -> list[str]:
        named_ones = (source.publisher for source in self._state.data.sources.values())
        return sorted(dict.fromkeys(one for one in named_ones if one))

    def _offer_days(self) -> None:
        menu, texts, now = self.days.menu(), self._texts, self._state.now
        if menu is None or texts is None:
            return
        menu.clear()
        offers = [(texts.translate("Intake", "{day}, today"), datetime.date.today())]
        if now is not None:
            try:
                saved = datetime.date.fromtimestamp(now.file.path.stat().st_mtime)
            except (OSError, ValueError, OverflowError):
                pass  # what was pasted has no file
            else:
                offers.insert(0, (texts.translate("Intake", "{day}, when the file was saved"), saved))
        for text, day in offers:
            iso = day.isoformat()
            menu.addAction(text.format(day=iso)).triggered.connect(partial(self._take_day, iso))

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
