"""The targets tab: what the policy documents promised, what was reached, and where the documents disagree."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from data.model import Place, PlaceKind
from data.targets import TOPICS, TargetSeries, disagreements, latest_actual, next_target
from desktop import targets_html
from desktop.appearance import colours
from desktop.session import Session
from desktop.widgets import Chooser, muted

_LETTERS = 6
"""Letters that a closed chooser always has room for."""

_EVERYTHING, _COMPARABLE, _DISPUTED, _OPEN = "all", "comparable", "disputed", "open"


class TargetsPanel(QWidget):
    """Lists the series of one topic. A link shows the place, the indicator on the map, or the source."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self.topic, self.choice = Chooser(), Chooser()
        for chooser in (self.topic, self.choice):
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            chooser.setMinimumContentsLength(_LETTERS)
        self._heading = muted(wrapped=True)
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(10)
        self.text.anchorClicked.connect(self._follow)
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 10, 0)
        row.addWidget(self.topic, 1)
        row.addWidget(self.choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._heading)
        column.addWidget(self.text, 1)
        self._heading.setContentsMargins(10, 0, 10, 0)
        for chooser in (self.topic, self.choice):
            chooser.activated.connect(lambda _row: self._write())
        session.language_changed.connect(self.retranslate)
        session.theme_changed.connect(self._write)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word again, keeping what was chosen."""
        texts, data = self._session.texts, self._session.project.data
        topics = [("", texts.translate("Targets", "All topics"))]
        used = {series.topic for series in data.targets}
        topics += [(topic, name.text(texts.language)) for topic, name in TOPICS.items() if topic in used]
        choices = [
            (_EVERYTHING, texts.translate("Targets", "All quantities")),
            (_COMPARABLE, texts.translate("Targets", "Target and actual known")),
            (_DISPUTED, texts.translate("Targets", "Sources disagree")),
            (_OPEN, texts.translate("Targets", "No actual known")),
        ]
        for chooser, entries, first in ((self.topic, topics, 1), (self.choice, choices, 0)):
            chosen = chooser.currentData()
            chooser.clear()
            for value, text in entries:
                chooser.addItem(text, value)
            chooser.setCurrentIndex(first if chosen is None else chooser.findData(chosen))
        self.topic.setAccessibleName(texts.translate("Targets", "Topic of the targets"))
        self.choice.setAccessibleName(texts.translate("Targets", "Which targets are listed"))
        self.text.setAccessibleName(texts.translate("Targets", "Targets and what was reached"))
        self._heading.setText(targets_html.heading(data, texts))
        self._write()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._write()

    def listed(self) -> tuple[TargetSeries, ...]:
        """Return the series that fit topic and choice, in the order of the data set."""
        topic, choice = self.topic.currentData(), self.choice.currentData()
        return tuple(
            series
            for series in self._session.project.data.targets
            if topic in ("", series.topic) and _fits(series, choice)
        )

    def _write(self) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        session = self._session
        own = colours(session.view.theme)
        self.text.setHtml(targets_html.page(session.project.data, self.listed(), session.texts, own))

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        elif url.scheme() == targets_html.MAP:
            self._session.set_choropleth(url.path())
        else:
            kind, _, place_id = url.path().partition(":")
            for known in get_args(PlaceKind):
                if kind == known:
                    self._session.select(Place(known, place_id), zoom=True)


def _fits(series: TargetSeries, choice: str) -> bool:
    if choice == _DISPUTED:
        return bool(disagreements(series))
    if choice == _COMPARABLE:
        return latest_actual(series) is not None and next_target(series) is not None
    if choice == _OPEN:
        return latest_actual(series) is None
    return True
