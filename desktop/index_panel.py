"""The index tab: of what the composite index is made, and the ranking that follows while a weight moves."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from data.balance.evaluate import INDEX, indicator_of
from data.balance.groups import By
from data.balance.index import (
    index_indicator,
    index_sensitivity,
    index_values,
    parts_of,
)
from data.balance.sensitivity import Sensitivity
from data.index_spec import DEFAULT_INDEX, IndexPart, IndexSpec
from data.project import Project
from desktop.appearance import colours
from desktop.index_part import MOST, PartRow
from desktop.index_ranking import RankingModel
from desktop.index_table import RankingTable
from desktop.index_warnings import warnings
from desktop.index_words import index_side
from desktop.indicator_chooser import IndicatorChooser
from desktop.scorecard_sides import NAMES as SIDE_NAMES
from desktop.session import Session
from desktop.widgets import Chooser, heading, muted, named, text_tip
from desktop.words import kind, mark
from desktop.worker import Task, Workers

_QUIET = 150
"""Milliseconds without a change before the intervals are drawn again."""
_NORMALISE = {
    "minmax": mark("Index", "Min–max scores"),
    "zscore": mark("Index", "z-scores"),
    "rank": mark("Index", "Ranks"),
}
_AGGREGATE = {"arithmetic": mark("Index", "Arithmetic mean"), "geometric": mark("Index", "Geometric mean")}
_LEVELS: tuple[By, ...] = ("circle", "county", "town")
_CHOOSER_WIDTH = 88
"""Pixels that show enough of every choice; four of them and their buttons fit the narrowest dock."""
_HALF = MOST / 2
"""Where the slider of the greatest weight stands at first: with room to both sides."""

_Ranked = tuple[Project, By, str]
"""What an interval is of: the project with its recipe, the kind of areas, the side."""


class IndexPanel(QWidget):
    """Changes the recipe of the index through undoable commands, and shows what comes of it."""

    def __init__(self, session: Session, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._workers = session, workers
        self.rows: list[PartRow] = []
        self._scale = 1.0
        """places of a slider for one unit of weight; it stays while weights move, so that nothing else moves"""
        self._interval: Sensitivity | None = None
        self._interval_of: _Ranked | None = None
        self._asked: Task | None = None
        self._stale = True
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._ask_interval)
        self.model = RankingModel(self)
        self.table = RankingTable(session, self.model)
        self.chooser = IndicatorChooser()
        self.equal, self.default, self.on_map = QPushButton(), QPushButton(), QPushButton()
        self.normalise, self.aggregate, self.level = Chooser(), Chooser(), Chooser()
        self.formula = muted(wrapped=True)
        self.note = muted()
        self._titles = heading(), heading()
        self._lay_out()
        self._connect()

    def retranslate(self) -> None:
        """Write every word again."""
        if not self.isVisible():
            self._stale = True
            return
        texts = self._session.texts
        for label, text in zip(
            self._titles,
            (texts.translate("Index", "Parts and weights"), texts.translate("Index", "Ranking")),
            strict=True,
        ):
            label.setText(text)
        self.chooser.setPlaceholderText(texts.translate("Index", "Add an indicator …"))
        self.chooser.setAccessibleName(texts.translate("Index", "Add an indicator to the index"))
        self.equal.setText(texts.translate("Index", "Equal weights"))
        self.default.setText(texts.translate("Index", "Default"))
        self.default.setToolTip(texts.translate("Index", "Go back to the recipe the program starts with"))
        self.on_map.setText(texts.translate("Index", "Show on the map"))
        self.on_map.setToolTip(texts.translate("Index", "Colour the areas of the map by the index"))
        self.normalise.setAccessibleName(texts.translate("Index", "How indicators are made comparable"))
        self.aggregate.setAccessibleName(texts.translate("Index", "How the parts are put together"))
        self.level.setAccessibleName(texts.translate("Index", "Which areas are ranked"))
        self.table.setAccessibleName(texts.translate("Index", "Ranking by the composite index"))
        for box, methods in ((self.normalise, _NORMALISE), (self.aggregate, _AGGREGATE)):
            box.setToolTip(text_tip(box.accessibleName()))
            box.clear()
            for method, name in methods.items():
                box.addItem(texts.translate("Index", name), method)
        self.level.clear()
        for by in _LEVELS:
            self.level.addItem(kind(texts, by), by)
        self._show_recipe()
        self._fill_chooser()
        self.refresh()

    def refresh(self) -> None:
        """Rank the areas again and say what is amiss with the parts."""
        if not self.isVisible():
            self._stale = True
            return
        self.level.setCurrentIndex(self.level.findData(self._session.view.level))
        if [row.indicator.id for row in self.rows] != [part.indicator for part in self._spec.parts]:
            self._show_recipe()  # another project may come with another recipe
        self._warn()
        self._rank()
        self.table.fit()
        self.table.start_over()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.retranslate()

    def _lay_out(self) -> None:
        parts = named(QWidget(), "panel")
        column = QVBoxLayout(parts)
        column.setContentsMargins(10, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self._titles[0])
        self._parts = parts
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        column.addLayout(_row(self.chooser, self.equal, self.default))
        methods = _row(self.normalise, self.aggregate)
        methods.setStretch(1, 1)
        column.addLayout(methods)
        column.addWidget(self.formula)
        column.addStretch(1)
        self._scroll = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(110)
        area.setWidget(parts)
        ranking = named(QWidget(), "panel")
        below = QVBoxLayout(ranking)
        below.setContentsMargins(0, 4, 0, 4)
        below.setSpacing(4)
        head = _row(self._titles[1], self.level, self.on_map)
        for place, stretch in enumerate((0, 1)):  # the names of the areas are longer than the title
            head.setStretch(place, stretch)
        head.setContentsMargins(10, 0, 6, 0)
        below.addLayout(head)
        below.addWidget(self.table, 1)
        self.note.setContentsMargins(10, 0, 10, 0)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        below.addWidget(self.note)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(area)
        split.addWidget(ranking)
        split.setSizes([260, 240])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        for box in (self.normalise, self.aggregate, self.level):
            box.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for box in (self.chooser, self.normalise, self.aggregate, self.level):
            # What Qt takes for the least width depends on the theme; the longest names would widen the dock.
            box.setMinimumWidth(_CHOOSER_WIDTH)

    def _connect(self) -> None:
        session = self._session
        self.chooser.chosen.connect(self._add)
        self.equal.clicked.connect(self._level_weights)
        self.default.clicked.connect(lambda: session.change_index(DEFAULT_INDEX))
        self.on_map.clicked.connect(lambda: session.set_choropleth(INDEX))
        self.level.activated.connect(lambda at: session.set_level(self.level.itemData(at)))
        self.normalise.activated.connect(
            lambda at: session.change_index(replace(self._spec, normalise=self.normalise.itemData(at)))
        )
        self.aggregate.activated.connect(
            lambda at: session.change_index(replace(self._spec, aggregate=self.aggregate.itemData(at)))
        )
        session.index_changed.connect(self._follow_recipe)
        session.project_changed.connect(self._follow_project)
        session.layers_changed.connect(self._follow_view)
        session.language_changed.connect(self.retranslate)
        session.theme_changed.connect(self._paint_sliders)
        self._paint_sliders()

    def _paint_sliders(self) -> None:
        """Fusion draws the handles of a dark slider in the colour of its ground."""
        own = colours(self._session.view.theme)
        self._parts.setStyleSheet(
            "QSlider { min-height: 20px; }"
            f"QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {own.line}; }}"
            f"QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {own.link}; }}"
            f"QSlider::handle:horizontal {{ width: 12px; margin: -5px 0; border-radius: 7px; background: {own.link};"
            f" border: 1px solid {own.base}; }}"
            f"QSlider::handle:horizontal:focus {{ border: 2px solid {own.text}; }}"
        )

    @property
    def _spec(self) -> IndexSpec:
        return self._session.project.index

    def _ranked(self) -> _Ranked:
        view = self._session.view
        return self._session.project, view.level, index_side(view.side)

    def _follow_recipe(self) -> None:
        if not self.isVisible():
            self._stale = True
            return
        before = [row.indicator.id for row in self.rows]
        self._show_recipe()
        if before != [row.indicator.id for row in self.rows]:
            self._warn()
        self._rank()
        self.table.follow_selection()

    def _follow_view(self) -> None:
        view = self._session.view
        if self.level.currentData() != view.level or self._interval_of != self._ranked():
            self.refresh()

    def _follow_project(self) -> None:
        """Rank again; another project has other parts, and is told of before its recipe is."""
        parts = parts_of(self._spec, self._session.project.data)
        if self.isVisible() and [row.indicator for row in self.rows] != list(parts):
            self._show_recipe()
        self.refresh()

    def _show_recipe(self) -> None:
        """Show parts, weights and methods; rows are made anew only where the parts are others."""
        spec, texts = self._spec, self._session.texts
        indicators = parts_of(spec, self._session.project.data)
        if [row.indicator for row in self.rows] != list(indicators):
            self._make_rows()
        largest = max(part.weight for part in spec.parts)
        held = any(row.slider.isSliderDown() for row in self.rows)
        if largest * self._scale > MOST + 0.5 or (largest * self._scale < 1 and not held):
            self._scale = _HALF / largest
        for row, part, share in zip(self.rows, spec.parts, spec.shares, strict=True):
            row.show_part(part, round(part.weight * self._scale), share, texts)
            row.remove.setEnabled(len(spec.parts) > 1)
        self.normalise.setCurrentIndex(self.normalise.findData(spec.normalise))
        self.aggregate.setCurrentIndex(self.aggregate.findData(spec.aggregate))
        self.formula.setText(
            texts.translate(
                "Index",
                "Each indicator is made comparable, weighted and put together; higher is better. Ranks change with "
                "weights and methods: the bar shows where an area may rank. {formula}",
            ).format(formula=index_indicator(spec, self._session.project.data).formula.text(texts.language))
        )

    def _make_rows(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [PartRow(indicator) for indicator in parts_of(self._spec, self._session.project.data)]
        for row in self.rows:
            self._list.addWidget(row)
            row.moved.connect(self._weigh)
            row.finished.connect(self._session.finish_gesture)
            row.turned.connect(self._turn)
            row.removed.connect(self._remove)
        stops = [stop for row in self.rows for stop in (row.slider, row.direction, row.remove)]
        # Rows are made anew, when the keyboard already knows what stands below them: they come before it.
        for before, after in pairwise((self._scroll, *stops)):
            QWidget.setTabOrder(before, after)
        self._scale = _HALF / max(part.weight for part in self._spec.parts)
        self._fill_chooser()

    def _fill_chooser(self) -> None:
        """Offer what is not in the index yet."""
        self.chooser.fill(self._session, frozenset({INDEX, *(row.indicator.id for row in self.rows)}))

    def _weigh(self, indicator_id: str, place: int) -> None:
        """Give a part the weight of its slider. Weights of 0 everywhere mean nothing: the last one stays above."""
        spec = self._spec
        others = sum(part.weight for part in spec.parts if part.indicator != indicator_id)
        if not place and not others:
            row = next(row for row in self.rows if row.indicator.id == indicator_id)
            row.slider.setValue(1)
            row.warn(self._session.texts.translate("Index", "At least one weight must be greater than 0."))
            return
        self._session.change_index(spec.with_weight(indicator_id, place / self._scale), f"weight:{indicator_id}")

    def _turn(self, indicator_id: str) -> None:
        self._session.change_index(
            replace(
                self._spec,
                parts=tuple(_turned(part) if part.indicator == indicator_id else part for part in self._spec.parts),
            )
        )

    def _remove(self, indicator_id: str) -> None:
        parts = tuple(part for part in self._spec.parts if part.indicator != indicator_id)
        if not sum(part.weight for part in parts):
            parts = tuple(replace(part, weight=1.0) for part in parts)
        self._session.change_index(replace(self._spec, parts=parts))

    def _add(self, indicator_id: str) -> None:
        """Take up an indicator with the mean weight of the others, in its own direction."""
        parts = self._spec.parts
        mean = sum(part.weight for part in parts) / len(parts)
        direction: Literal[-1, 1] = 1
        if indicator_of(self._session.project, indicator_id).direction < 0:
            direction = -1
        self._session.change_index(replace(self._spec, parts=(*parts, IndexPart(indicator_id, direction, mean))))
        self.chooser.setCurrentIndex(-1)

    def _level_weights(self) -> None:
        parts = tuple(replace(part, weight=1.0) for part in self._spec.parts)
        self._session.change_index(replace(self._spec, parts=parts))

    def _warn(self) -> None:
        project, by, side = self._session.project, self._session.view.level, index_side(self._session.view.side)
        sentences = warnings(index_values(project, by, side), self._session.texts)
        for row, sentence in zip(self.rows, sentences, strict=True):
            row.warn(sentence)

    def _rank(self) -> None:
        """Rank the areas; intervals of another recipe are kept, drawn back, until theirs are known."""
        project, view, texts = self._session.project, self._session.view, self._session.texts
        ranked = self._ranked()
        if self._interval_of is not None and not _comparable(self._interval_of, ranked):
            self._interval = self._interval_of = None
        self.model.show(project, view, texts, self._interval, self._interval_of != ranked)
        told = []
        if view.side != "baseline":
            side = texts.translate("Side", SIDE_NAMES["scenario"])
            told.append(texts.translate("Index", "{side}, by the bounds of the baseline.").format(side=side))
        if self.model.partly:
            told.append(
                texts.translate("Index", "Italics: not every indicator is known ({number} areas).").format(
                    number=texts.number(self.model.partly)
                )
            )
        self.note.setText(" ".join(told))
        self.note.setToolTip(text_tip("\n".join(told)))
        self.note.setVisible(bool(told))
        self._quiet.start()

    def _ask_interval(self) -> None:
        ranked = self._ranked()
        if self._asked is not None:
            self._asked.cancel()
        if ranked == self._interval_of or not self.isVisible():
            return
        project, by, _ = ranked
        side = index_side(self._session.view.side)

        def show(found: Sensitivity) -> None:
            self._interval, self._interval_of = found, ranked
            if self.isVisible():
                self._rank()

        self._asked = self._workers.run_task(lambda _task: index_sensitivity(project, by, side), show, _surprise)


def _comparable(one: _Ranked, other: _Ranked) -> bool:
    """Whether intervals of one may be shown, drawn back, beside ranks of the other: only the recipe differs."""
    return one[1:] == other[1:] and replace(one[0], index=other[0].index) == other[0]


def _turned(part: IndexPart) -> IndexPart:
    return replace(part, direction=-1 if part.direction > 0 else 1)


def _row(*widgets: QWidget) -> QHBoxLayout:
    """Lay widgets side by side, the first one taking what is left."""
    row = QHBoxLayout()
    row.setSpacing(5)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 0 if number else 1)
    return row


def _surprise(fault: Exception) -> None:
    raise fault
