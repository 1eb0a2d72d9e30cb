"""Which rows of a table are shown: text, layer or variable, circle, source, state."""

from __future__ import annotations

from collections.abc import Mapping, Set

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.edit.rows import STATE_WORDS, Filter
from desktop.session import Session
from desktop.widgets import Chooser, muted, named

_REST_MS = 200
"""Rest after the last key before the rows are filtered: a hundred thousand of them take that long."""


class FilterBar(QWidget):
    """Tells what is wanted; ``offer`` fills the choosers with what there is."""

    changed = Signal(object)
    """Filter"""

    def __init__(self, session: Session, all_groups: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._all_groups = session, all_groups
        self.text = named(QLineEdit(), "numbers")
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(120)
        self.layer, self.circle, self.source, self.state = (Chooser() for _ in range(4))
        self.count = muted()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.text, 3)
        for chooser, share in ((self.layer, 2), (self.circle, 2), (self.source, 2), (self.state, 2)):
            chooser.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            chooser.setMinimumContentsLength(6)
            chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            chooser.currentIndexChanged.connect(self._tell)
            row.addWidget(chooser, share)
        row.addWidget(self.count)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell)
        self.text.textChanged.connect(lambda: self._rest.start())

    def wanted(self) -> Filter:
        """Return what is asked for."""
        return Filter(
            self.text.text().strip(),
            *(str(one.currentData() or "") for one in (self.layer, self.circle, self.source, self.state)),
        )

    def offer(self, groups: Mapping[str, str], cited: Set[str]) -> None:
        """Write every word again and offer what the project has; what is chosen stays, if it is still there.

        Of the sources those that rows of the table are ``cited`` from, the project's own first.
        """
        session, texts = self._session, self._session.texts
        data = session.project.data
        self.text.setPlaceholderText(texts.translate("Edit", "Filter: name, place, remarks"))
        self.text.setAccessibleName(self.text.placeholderText())
        circles = {one: data.circles[one].name.text(texts.language) for one in session.project.definition.circles}
        sources = (data.sources[one] for one in cited if one in data.sources)
        in_order = sorted(sources, key=lambda one: (one.id in data.shipped.sources, one.title))
        titles = {one.id: one.title for one in in_order}
        states = {str(state): texts.translate("Edit", word) for state, word in STATE_WORDS.items()}
        for chooser, everything, offered in (
            (self.layer, texts.translate("Edit", self._all_groups), groups),
            (self.circle, texts.translate("Edit", "All circles"), circles),
            (self.source, texts.translate("Edit", "All sources"), titles),
            (self.state, texts.translate("Edit", "All states"), states),
        ):
            _fill(chooser, everything, offered)

    def tell_count(self, shown: int, total: int) -> None:
        """Say how many rows are shown."""
        texts = self._session.texts
        template = texts.translate("Edit", "{shown} of {total}")
        self.count.setText(template.format(shown=texts.number(shown), total=texts.number(total)))

    def _tell(self) -> None:
        self._rest.stop()
        self.changed.emit(self.wanted())


def _fill(chooser: Chooser, everything: str, offered: Mapping[str, str]) -> None:
    before = chooser.currentData()
    entries = [(everything, ""), *((name, key) for key, name in offered.items())]
    if [(chooser.itemText(row), chooser.itemData(row)) for row in range(chooser.count())] == entries:
        return
    chooser.blockSignals(True)
    chooser.clear()
    for name, key in entries:
        chooser.addItem(name, key)
    chooser.setCurrentIndex(max(chooser.findData(before), 0))
    chooser.blockSignals(False)
    chooser.setAccessibleName(everything)
    chooser.setToolTip(everything)
