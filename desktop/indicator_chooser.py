"""A chooser of indicators, grouped under the headings of their topics."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from data.balance.evaluate import indicator_ids, indicator_of
from data.balance.indicator import Indicator, Topic
from data.balance.indicators import indicators_of
from data.dataset import DataSet
from data.model import Language, Name
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
        self._session: Session | None = None
        self._listed: tuple[tuple[str, Name], ...] = ()
        self._data: DataSet | None = None
        """what the own indicators in the list were taken from"""
        self._how: tuple[frozenset[str], str] = (frozenset(), "")
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def fill(self, session: Session, without: frozenset[str] = frozenset(), none: str = "") -> None:
        """Write the list in the language of the session, leaving out some ids; what was chosen stays chosen.

        With ``none`` these words stand first, for no indicator, whose id is ''. The list follows the layers and
        variables of the project.
        """
        texts, before = session.texts, self.currentData() or ""
        if self._session is None:
            session.project_changed.connect(self._follow)
        self._session, self._how, self._data = session, (without, none), session.project.data
        self._listed = _own(self._data)
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
        self._follow()
        self.setCurrentIndex(self.findData(indicator_id))
        self.setToolTip(self.currentText())

    def indicator_id(self) -> str:
        """Return the id of the chosen indicator, '' for none."""
        self._follow()
        return self.currentData() or ""

    def _follow(self) -> None:
        """List what the project has now; where the chosen one is no more, the map's is chosen."""
        session = self._session
        if session is None or session.project.data is self._data:
            return
        self._data = session.project.data
        if _own(self._data) == self._listed:
            return
        before = self.currentData()
        self.fill(session, *self._how)
        if before and self.currentIndex() < 0:
            self.setCurrentIndex(self.findData(session.view.choropleth))


def _own(data: DataSet) -> tuple[tuple[str, Name], ...]:
    return tuple((one.id, one.name) for one in indicators_of(data).values() if one.topic == "own")


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
