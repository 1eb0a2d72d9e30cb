"""The charts tab: which chart, of which indicator, for which areas; it follows the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from data.balance.groups import By
from data.targets import TOPICS
from desktop import words
from desktop.chart_view import ChartView
from desktop.indicator_chooser import IndicatorChooser
from desktop.session import Session
from desktop.widgets import Chooser, muted, named
from desktop.worker import Workers
from maps.charts import render
from maps.charts.catalogue import CHART_IDS, CHARTS, ChartId, chart_name
from maps.charts.chart import Chart, ChartContext

_SECOND = "density"
"""What a first scatter compares the map's indicator with: whether it is a matter of town and country."""

_REST_MS = 40
"""Rest before a chart is drawn again: changes that come together, as those of a new project, are drawn once."""

_TOLD_MS = 6_000
"""How long a sentence about saving or copying stays below the chart, whose height it takes."""

_LETTERS = 4
"""Letters that a closed chooser always has room for; two stand in one row, and their tooltips say all."""


@dataclass(frozen=True, eq=False)
class _Drawn:
    context: ChartContext
    chart: Chart
    picture: QImage


class ChartsPanel(QWidget):
    """Draws charts in the background, the newest wish first, and only while it is seen."""

    def __init__(self, session: Session, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._workers = workers
        self._stale = True
        self._busy = False
        self._shown: ChartId | None = None
        self._levels: dict[ChartId, By] = {one: kind.levels[0] for one, kind in CHARTS.items() if kind.levels}
        self._followed = session.view.choropleth
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._draw)
        self._told = QTimer(self, singleShot=True, interval=_TOLD_MS)
        self._told.timeout.connect(self._hush)
        self.kind, self.level, self.topic = Chooser(), Chooser(), Chooser()
        self.indicator, self.other = IndicatorChooser(), IndicatorChooser()
        self.save_button = named(QToolButton(), "corner")
        self.view = ChartView(session, workers)
        self.note = muted(wrapped=True)
        self._labels = QLabel(), QLabel()
        self._jumps = [QShortcut(self) for _ in self._boxes]
        self._lay_out()
        self._connect()
        self.retranslate()
        self.indicator.set_id(session.view.choropleth)
        self.other.set_id(_SECOND)
        self._arrange()

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.kind, self.indicator, self.other, self.level, self.topic

    @property
    def chart_id(self) -> ChartId:
        """The chart that is chosen."""
        return CHART_IDS[max(self.kind.currentIndex(), 0)]

    def choose(self, chart_id: ChartId, indicator_id: str = "") -> None:
        """Show another chart, and of another indicator where one is named; the map stays."""
        self._hush()
        if indicator_id:
            self.indicator.set_id(indicator_id)
        self.kind.setCurrentIndex(CHART_IDS.index(chart_id))
        self._arrange()
        self.refresh()

    def is_ready(self) -> bool:
        """Whether what is shown is what was asked for."""
        return not (self._stale or self._busy or self._timer.isActive())

    def refresh(self) -> None:
        """Draw the chart again as soon as it is seen."""
        for box in self._boxes:
            box.setToolTip(
                f"{box.accessibleName()}{'：' if self._session.language == 'zh' else ': '}{box.currentText()}"
            )
        self._stale = True
        self._hurry()

    def retranslate(self) -> None:
        """Write every word again."""
        session, texts = self._session, self._session.texts
        names = (
            texts.translate("Charts", "C&hart"),
            texts.translate("Charts", "&Indicator"),
            texts.translate("Charts", "A&gainst"),
            texts.translate("Charts", "A&reas"),
            texts.translate("Charts", "To&pic"),
        )
        for box, jump, text in zip(self._boxes, self._jumps, names, strict=True):
            jump.setKey(QKeySequence.mnemonic(text))
            # Chinese writes the key in brackets behind the word
            box.setAccessibleName(text.replace("&", "").split("(")[0])
        self._labels[0].setText(names[1])
        self._labels[1].setText(names[4])
        at = max(self.kind.currentIndex(), 0)
        self.kind.clear()
        for one in CHART_IDS:
            self.kind.addItem(chart_name(texts, one), one)
        self.kind.setCurrentIndex(at)
        at = max(self.topic.currentIndex(), 0)
        self.topic.clear()
        for topic, name in TOPICS.items():
            self.topic.addItem(name.text(texts.language), topic)
        self.topic.setCurrentIndex(at)
        self.indicator.fill(session)
        self.other.fill(session)
        self.save_button.setText(texts.translate("Charts", "Save…"))
        self.save_button.setToolTip(texts.translate("Charts", "Save this chart with title and sources"))
        self.save_button.setAccessibleName(self.save_button.toolTip())
        self._hush()
        self._fill_levels()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._hurry()

    def _lay_out(self) -> None:
        """Two rows of choosers at most: every row more is taken from the height of the chart."""
        for box in (self.kind, self.level, self.topic, self.indicator, self.other):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
        self._labels[0].setBuddy(self.indicator)
        self._labels[1].setBuddy(self.topic)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setContentsMargins(10, 4, 10, 0)
        second.setContentsMargins(10, 2, 10, 1)
        second.setSpacing(6)
        first.addWidget(self.kind, 3)
        first.addWidget(self.level, 2)
        first.addWidget(self.save_button)
        second.addWidget(self._labels[0])
        second.addWidget(self.indicator, 1)
        second.addWidget(self.other, 1)
        second.addWidget(self._labels[1])
        second.addWidget(self.topic, 1)
        self.note.setContentsMargins(10, 0, 10, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.view, 1)
        column.addWidget(self.note)

    def _connect(self) -> None:
        session = self._session
        for box, jump in zip(self._boxes, self._jumps, strict=True):
            jump.setContext(Qt.ShortcutContext.WindowShortcut)
            jump.activated.connect(box.setFocus)
        self.kind.activated.connect(lambda at: self.choose(CHART_IDS[at]))
        self.indicator.chosen.connect(self._choose_indicator)
        self.other.chosen.connect(lambda _id: self.refresh())
        self.level.activated.connect(self._choose_level)
        self.topic.activated.connect(lambda _at: self.refresh())
        self.save_button.clicked.connect(self.view.ask_where_to_save)
        self.view.needed.connect(self.refresh)
        self.view.told.connect(self._tell)
        session.project_changed.connect(self.refresh)
        session.index_changed.connect(self.refresh)
        session.theme_changed.connect(self.refresh)
        session.language_changed.connect(self.retranslate)
        session.layers_changed.connect(self._follow_map)
        session.selection_changed.connect(self._follow_selection)

    def _arrange(self) -> None:
        """Show the choosers that the chart asks for."""
        kind = CHARTS[self.chart_id]
        of_topic = self.chart_id == "targets"
        self._labels[0].setVisible(kind.indicators == 1)
        self.indicator.setVisible(kind.indicators > 0)
        self.other.setVisible(kind.indicators > 1)
        self.level.setVisible(bool(kind.levels))
        self._labels[1].setVisible(of_topic)
        self.topic.setVisible(of_topic)
        # What has no label to be reached by its key has a key of its own.
        named = [label.buddy() for label in self._labels if not label.isHidden()]
        for box, jump in zip(self._boxes, self._jumps, strict=True):
            jump.setEnabled(not box.isHidden() and box not in named)
        self._fill_levels()

    def _fill_levels(self) -> None:
        texts = self._session.texts
        self.level.clear()
        for by in CHARTS[self.chart_id].levels:
            self.level.addItem(words.kind(texts, by), by)
        if self.chart_id in self._levels:
            self.level.setCurrentIndex(self.level.findData(self._levels[self.chart_id]))

    def _choose_level(self, at: int) -> None:
        self._levels[self.chart_id] = self.level.itemData(at)
        self.refresh()

    def _choose_indicator(self, indicator_id: str) -> None:
        """The chart shows it at once; the map too, if it shows an indicator at all."""
        self._followed = indicator_id
        if "choropleth" in self._session.view.layers:
            self._session.set_choropleth(indicator_id)
        self.refresh()

    def _follow_map(self) -> None:
        shown = self._session.view.choropleth
        if shown != self._followed:
            self._followed = shown
            self.indicator.set_id(shown)
        self.refresh()

    def _follow_selection(self) -> None:
        if self.chart_id == "ranks" and self._levels["ranks"] != "circle":
            self.refresh()

    def _hurry(self) -> None:
        """Draw soon; what changes again and again, as under a slider, is drawn in between."""
        if self._stale and not self._busy and self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _context(self) -> ChartContext:
        kind, selected = CHARTS[self.chart_id], self._session.view.selected
        more: dict[str, Any] = {}
        if kind.levels:
            more["by"] = self._levels[self.chart_id]
        if kind.indicators > 1:
            more["other_id"] = self.other.indicator_id() or _SECOND
        if self.chart_id == "targets":
            more["topic"] = self.topic.currentData()
        if self.chart_id == "ranks" and selected is not None and selected.kind == "circle":
            more["circle"] = selected.id
        chosen = self.indicator.indicator_id() or self._session.view.choropleth
        return self.view.context("index" if self.chart_id == "ranks" else chosen, **more)

    def _draw(self) -> None:
        if self._busy or not self.isVisible():
            return
        self._stale, self._busy = False, True
        if self.view.chart is None:
            self.view.say(self._session.texts.translate("Charts", "Preparing the chart …"))
        chart_id, context, resolution = self.chart_id, self._context(), self.view.resolution()
        before = self.view.chart if chart_id == self._shown else None

        def work(_task: object) -> _Drawn:
            chart = render.build(chart_id, context, before)
            return _Drawn(context, chart, render.picture(chart, *resolution))

        self._workers.run_task(work, lambda drawn: self._show(chart_id, drawn), self._fail)

    def _show(self, chart_id: ChartId, drawn: _Drawn) -> None:
        self._busy = False
        if chart_id == self.chart_id:
            self._shown = chart_id
            self.view.show_chart(chart_id, drawn.context, drawn.chart, drawn.picture)
        self._hurry()

    def _fail(self, _fault: Exception) -> None:
        self._busy = False
        texts = self._session.texts
        self.view.say(texts.translate("ChartView", "The chart could not be made; the log file has the details."))
        self._hurry()

    def _tell(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.show()
        self._told.start()

    def _hush(self) -> None:
        self._told.stop()
        self.note.clear()
        self.note.hide()
