"""A chooser of indicators, grouped under the headings of their topics."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from data.balance.evaluate import indicator_ids, indicator_of
from data.balance.indicator import Indicator, Topic
from data.balance.indicators import indicators_of
from data.model import Language
from desktop.session import Session
from desktop.widgets import Chooser
from desktop.words import mark

TOPICS: dict[Topic, str] = {
    "index": mark("Topic", "Composite index"),
    "context": mark("Topic", "People and land"),
    "ai": mark("Topic", "AI industry"),
    "broadband": mark("Topic", "Broadband"),
    "telemedicine": mark("Topic", "Telemedicine and emergency care"),
    "access": mark("Topic", "Access to care"),
    "own": mark("Topic", "Own data"),
}
"""Headings in the order of the list."""

_SHORTEST = 8
"""Letters that the closed chooser always has room for; the open list is as wide as its longest name."""


class IndicatorChooser(Chooser):
    """Lists every indicator and the composite index; ``chosen`` tells only of what the user picks."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST)
        self.setMaxVisibleItems(24)
        self._filled: tuple[Session, frozenset[str], str] | None = None
        self._listed: Mapping[str, Indicator] = {}
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def fill(self, session: Session, without: frozenset[str] = frozenset(), none: str = "") -> None:
        """Write the list in the language of the session, leaving out some ids; what was chosen stays chosen.

        With ``none`` these words stand first, for no indicator, whose id is ''. From then on the list follows what the
        project brings along.
        """
        if self._filled is None:
            session.project_changed.connect(self._renew)
        self._filled, self._listed = (session, without, none), indicators_of(session.project.data)
        texts, before = session.texts, self.indicator_id()
        indicators = [
            indicator_of(session.project, one) for one in indicator_ids(session.project) if one not in without
        ]
        order = list(TOPICS)
        indicators.sort(key=lambda indicator: order.index(indicator.topic))
        model = QStandardItemModel(self)
        if none:
            nothing = QStandardItem(none)
            nothing.setData("", Qt.ItemDataRole.UserRole)
            model.appendRow(nothing)
        for topic, members in groupby(indicators, key=lambda indicator: indicator.topic):
            model.appendRow(_heading(texts.translate("Topic", TOPICS[topic])))
            for indicator in members:
                model.appendRow(_item(indicator, texts.language))
        self.setModel(model)
        metrics = self.view().fontMetrics()
        widest = max(metrics.horizontalAdvance(self.itemText(row)) for row in range(self.count()))
        self.view().setMinimumWidth(widest + 3 * metrics.height())
        self.setCurrentIndex(self.findData(before) if before or none else -1)

    def set_id(self, indicator_id: str) -> None:
        """Show an indicator as the chosen one; an id that is not in the list leaves the chooser empty."""
        self._renew()
        self.setCurrentIndex(self.findData(indicator_id))
        self.setToolTip(self.currentText())

    def indicator_id(self) -> str:
        """Return the id of the chosen indicator, '' for none."""
        return self.currentData() or ""

    def _renew(self) -> None:
        """List the indicators again, if the project has others now: layers and variables of its own come and go."""
        if self._filled is None:
            return
        now, before = indicators_of(self._filled[0].project.data), self._listed
        if now is not before and tuple(now.values()) != tuple(before.values()):
            self.fill(*self._filled)


def _heading(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item


def _item(indicator: Indicator, language: Language) -> QStandardItem:
    item = QStandardItem(indicator.name.text(language))
    item.setData(indicator.id, Qt.ItemDataRole.UserRole)
    item.setToolTip(indicator.formula.text(language))
    return item
