"""Where would the next points do most good? Asked in the panel, answered by a worker, taken into the scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from data.balance.chains.reach import Kind, reach_id
from data.balance.groups import NATION
from data.balance.siting import DEMANDS, METHODS, SITEABLE, Demand, Method, SitingOrder, SitingResult, solve
from data.balance.siting import with_suggestion as with_it
from data.errors import UserError
from data.model import Layer, Place
from data.scenario import Scenario
from desktop import readings, words
from desktop.session import Session
from desktop.whatif_fields import match_height, reveal
from desktop.widgets import Chooser, muted
from desktop.words import mark
from desktop.worker import Task, Workers
from maps.texts import Texts

_DEMANDS: Mapping[Demand, str] = MappingProxyType(
    {
        "population": mark("WhatIf", "all people"),
        "rural": mark("WhatIf", "people in rural townships"),
        "65plus": mark("WhatIf", "people of 65 and over"),
    }
)
_METHODS: Mapping[Method, str] = MappingProxyType(
    {
        "mclp": mark("WhatIf", "most people within reach"),
        "pmedian": mark("WhatIf", "shortest way on average"),
    }
)
_MOST = 30
_USUAL_COUNT, _USUAL_KM = 5, 20.0


class _Bell(QObject):
    found = Signal(object, object)
    """task and the quick result it has found meanwhile"""


class SuggestBox(QWidget):
    """``take`` is given the scenario with the suggestion in it, and how the undo menu calls that."""

    def __init__(self, session: Session, workers: Workers, take: Callable[[Scenario, str], None]) -> None:
        super().__init__()
        self._session, self._workers, self._take = session, workers, take
        self._task: Task | None = None
        self._asked: SitingOrder | None = None
        self.result: SitingResult | None = None
        """the last suggestion; while the search goes on the quick one"""
        self._bell = _Bell(self)
        self._bell.found.connect(self._show_quick, Qt.ConnectionType.QueuedConnection)
        self.layer, self.demand, self.circle, self.method = Chooser(), Chooser(), Chooser(), Chooser()
        self.count, self.within = QSpinBox(), QDoubleSpinBox()
        self.count.setRange(1, _MOST)
        self.count.setValue(_USUAL_COUNT)
        self.within.setRange(0.5, 200)
        self.within.setDecimals(1)
        self.within.setValue(_USUAL_KM)
        self.start, self.cancel, self.take = QPushButton(), QPushButton(), QPushButton()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.answer = QLabel(wordWrap=True)
        self.answer.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.origin = QPushButton()
        self.note = muted(wrapped=True)
        self._labels = {name: QLabel() for name in ("layer", "count", "within", "demand", "circle", "method")}
        self._lay_out()
        self.start.clicked.connect(self.suggest)
        self.cancel.clicked.connect(self.give_up)
        self.take.clicked.connect(self._take_over)
        self.origin.clicked.connect(self._explain)
        session.project_changed.connect(self._follow_project)
        self.retranslate()
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        match_height(self.layer, self.count, self.within)

    def suggest(self) -> None:
        """Search in the background; a quick suggestion comes at once, the proven one when it is found."""
        self._stop()
        project, bell = self._session.project, self._bell
        order = SitingOrder(
            Layer(self.layer.currentData()),  # Qt gives the plain text back
            self.count.value(),
            self.within.value(),
            self.demand.currentData(),
            self.circle.currentData(),
            self.method.currentData(),
        )

        def work(task: Task) -> SitingResult:
            return solve(project, order, lambda quick: bell.found.emit(task, quick), lambda: task.cancelled)

        self.result, self._asked = None, order
        self._task = self._workers.run_task(work, self._finish, self._fail)
        self._show_state()

    def give_up(self) -> None:
        """Stop searching; a quick suggestion that is there stays."""
        self._stop()
        self._show_state()

    def is_searching(self) -> bool:
        return self._task is not None

    def retranslate(self) -> None:
        """Write every word again."""
        texts, project = self._session.texts, self._session.project
        labels = {
            "layer": texts.translate("WhatIf", "Sites"),
            "count": texts.translate("WhatIf", "How many"),
            "within": texts.translate("WhatIf", "Within reach up to"),
            "demand": texts.translate("WhatIf", "For whom"),
            "circle": texts.translate("WhatIf", "Where"),
            "method": texts.translate("WhatIf", "Aim"),
        }
        fields = {
            "layer": self.layer, "count": self.count, "within": self.within,
            "demand": self.demand, "circle": self.circle, "method": self.method,
        }  # fmt: skip
        for name, field in fields.items():
            self._labels[name].setText(labels[name])
            self._labels[name].setBuddy(field)
            field.setAccessibleName(labels[name])
        self.within.setSuffix(" " + texts.translate("WhatIf", "km"))
        for spin in (self.count, self.within):
            spin.setLocale(texts.locale)
        _fill(self.layer, [(words.kind(texts, str(layer)), layer) for layer in SITEABLE])
        _fill(self.demand, [(texts.translate("WhatIf", _DEMANDS[one]), one) for one in DEMANDS])
        _fill(self.method, [(texts.translate("WhatIf", _METHODS[one]), one) for one in METHODS])
        circles = project.definition.circles
        everywhere = (texts.translate("WhatIf", "all of Taiwan"), "")
        names = [(project.data.circles[one].name.text(texts.language), one) for one in circles]
        _fill(self.circle, [everywhere, *names])
        self.start.setText(texts.translate("WhatIf", "Suggest"))
        self.cancel.setText(texts.translate("WhatIf", "Cancel"))
        self.take.setText(texts.translate("WhatIf", "Take into the scenario"))
        self.origin.setText(texts.translate("WhatIf", "Where does this come from?"))
        self.progress.setAccessibleName(texts.translate("WhatIf", "Searching for the best sites"))
        self.note.setText(
            texts.translate(
                "WhatIf",
                "Candidates are the townships' representative points; distances are straight lines on one landmass. "
                "The list of points is incomplete: who has no listed point may have one.",
            )
        )
        self._show_state()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        fields = (self.layer, self.count, self.within, self.demand, self.circle, self.method)
        for row, (label, field) in enumerate(zip(self._labels.values(), fields, strict=True)):
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        buttons = QHBoxLayout()
        for button in (self.start, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addLayout(buttons)
        column.addWidget(self.progress)
        column.addWidget(self.answer)
        column.addWidget(self.origin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)

    def _show_state(self) -> None:
        searching, result = self._task is not None, self.result
        self._keep_focus()
        self.progress.setVisible(searching)
        self.cancel.setEnabled(searching)
        self.start.setEnabled(not searching)
        for button in (self.origin, self.take):
            button.setVisible(result is not None and bool(result.towns))
        self.answer.setVisible(result is not None)
        if result is not None:
            self.answer.setText(self._sentence(result, searching))

    def _keep_focus(self) -> None:
        """Hand the focus to a button that stays: Qt would give it to whatever comes next, and scroll there."""
        leaving: list[QWidget] = [self.start] if self._task is not None else [self.cancel]
        if self.result is None:
            leaving += [self.take, self.origin, self.answer]
        if any(widget.hasFocus() for widget in leaving):
            stays = self.start if self._task is None else self.cancel
            stays.setEnabled(True)
            stays.setFocus()

    def _show_answer(self) -> None:
        """Bring the whole answer into sight, or its beginning."""
        reveal(self.start, self.take if self.take.isVisible() else self.answer)

    def _sentence(self, result: SitingResult, searching: bool) -> str:
        texts, data = self._session.texts, self._session.project.data
        if not result.towns:
            return texts.translate("WhatIf", "No further point would bring anybody nearer.")
        comma = "、" if texts.language == "zh" else "; "
        towns = comma.join(readings.name(data, Place("town", code), texts.language) for code in result.towns)
        lines = [towns, _effect(texts, result)]
        if result.optimal:
            lines.append(texts.translate("WhatIf", "Proven: no other choice of as many sites does better."))
        elif searching:
            lines.append(texts.translate("WhatIf", "A quick suggestion; the best is being searched for…"))
        else:
            lines.append(_bound(texts, result))
        return "\n".join(lines)

    def _show_quick(self, task: Task, quick: SitingResult) -> None:
        if task is self._task:
            self.result = quick
            self._show_state()
            self._show_answer()

    def _finish(self, result: SitingResult) -> None:
        self._task = None
        self.result = result
        self._show_state()

    def _fail(self, fault: Exception) -> None:
        self._task = None
        self._show_state()
        if not isinstance(fault, UserError):
            raise fault
        self.answer.setText(words.error(self._session.texts, fault))
        self.answer.show()
        self._show_answer()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _follow_project(self) -> None:
        """Forget a suggestion for another scenario or definition: its numbers are no longer true."""
        self._stop()
        self.result = None
        self.retranslate()

    def _explain(self) -> None:
        """Ask where the numbers of the suggestion come from; it stands beside the points of the scenario."""
        if self.result is None:
            return
        order = self.result.order
        kind: Kind = "meanreach" if order.method == "pmedian" else "reach"
        asked = reach_id(order.layer, order.within_km, order.demand, self.result.towns, kind)
        self._session.explain(asked, "nation", NATION, "scenario")

    def _take_over(self) -> None:
        if self.result is None:
            return
        count = len(self.result.towns)
        text = self._session.texts.translate("WhatIf", "{count} suggested sites").format(count=count)
        self._take(with_it(self._session.project, self.result, self._session.language).scenario, text)


def _fill(chooser: QComboBox, rows: list[tuple[str, object]]) -> None:
    """Write a chooser anew; what was chosen stays chosen."""
    before = chooser.currentData()
    chooser.clear()
    for text, value in rows:
        chooser.addItem(text, value)
    chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    chooser.setMinimumContentsLength(6)
    chooser.setCurrentIndex(max(chooser.findData(before), 0))


def _effect(texts: Texts, result: SitingResult) -> str:
    order = result.order
    demand = texts.translate("WhatIf", _DEMANDS[order.demand])
    if order.method == "pmedian":
        return texts.translate(
            "WhatIf",
            "Mean distance to the nearest point ({demand}): {before} → {after} km; newly within {km} km: {people}",
        ).format(
            demand=demand,
            before=texts.number(result.mean_km_before, 1),
            after=texts.number(result.mean_km_after, 1),
            km=texts.number(order.within_km, 1),
            people=texts.number(result.newly_reached),
        )
    return texts.translate(
        "WhatIf", "Newly within {km} km: {people} ({demand}); share within reach: {before} → {after} %"
    ).format(
        km=texts.number(order.within_km, 1),
        people=texts.number(result.newly_reached),
        demand=demand,
        before=texts.number(100 * result.share_before, 1),
        after=texts.number(100 * result.share_after, 1),
    )


def _bound(texts: Texts, result: SitingResult) -> str:
    if result.order.method == "pmedian" and result.bound <= 0:  # as when a search was given up before its first bound
        return texts.translate("WhatIf", "Not proven to be the best.")
    if result.order.method == "pmedian":
        return texts.translate("WhatIf", "Not proven to be the best; no choice comes below {km} km.").format(
            km=texts.number(result.bound, 2)
        )
    return texts.translate("WhatIf", "Not proven to be the best; no choice reaches more than {people} people.").format(
        people=texts.number(result.bound)
    )
