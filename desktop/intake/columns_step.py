"""The third step: which column fills which field, with what stands in it."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from data.intake.fields import REQUIRED, fields_of
from data.intake.plan import Kind
from desktop.intake import words
from desktop.intake.state import ImportState
from desktop.intake.step import Step, scrolled
from desktop.intake.tables import one_line
from desktop.session import Session
from desktop.sheet_fields import chooser, show
from desktop.widgets import Chooser, muted

_SAMPLES = 3
"""Values that stand beside a field: enough to see that they are addresses, few enough for a line."""
_SAMPLE = 24
"""Characters of a sample."""
_NAME = 50
"""Characters of the name of a column."""


class ColumnsStep(Step):
    """A line for each field of the kind: its column, samples, and how it was found."""

    def __init__(self, state: ImportState, session: Session) -> None:
        super().__init__(state, session)
        self.boxes: dict[str, Chooser] = {}
        self._samples: dict[str, QLabel] = {}
        self._marks: dict[str, QLabel] = {}
        self._made_for: tuple[object, ...] = ()
        self._grid_widget = QWidget()
        self._grid = QGridLayout(self._grid_widget)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 3)
        self.unused = muted(wrapped=True)
        self.unused.setTextFormat(Qt.TextFormat.PlainText)
        self.body.addWidget(scrolled(self._grid_widget), 1)
        self.body.addWidget(self.unused)

    def retranslate(self) -> None:
        texts = self.session.texts
        self.title.setText(texts.translate("Intake", "Which column is what"))
        self.about.setText(
            texts.translate(
                "Intake",
                "Columns were matched by their names and by what they hold. ● is required, and of the ○ one.",
            )
        )
        self._made_for = ()
        self.refresh()

    def refresh(self) -> None:
        plan, now = self.state.plan, self.state.now
        if plan is None or now is None:
            return
        made_for = (plan.kind, now.guess.header.names, now.guess.columns, self.session.language)
        if made_for != self._made_for:
            self._made_for = made_for
            self._make(plan.kind, now.guess.header.names)
        texts = self.session.texts
        for field, box in self.boxes.items():
            at = plan.columns.get(field, -1)
            show(box, at)
            self._samples[field].setText("" if at < 0 else self._sample(at))
            found = at >= 0 and now.guess.columns.get(field) == at
            last = now.recalled is not None and at >= 0 and now.recalled.columns.get(field) == at
            self._marks[field].setText(
                texts.translate("Intake", "as last time")
                if last
                else texts.translate("Intake", "matched")
                if found
                else texts.translate("Intake", "chosen")
                if at >= 0
                else ""
            )
        used = set(plan.columns.values())
        unused = [one_line(one)[:_NAME] for at, one in enumerate(now.guess.header.names) if at not in used]
        sentence = texts.translate("Intake", "Not taken: {columns}")
        self.unused.setText(sentence.format(columns=words.listed(texts, unused)) if unused else "")

    def _make(self, kind: Kind, names: tuple[str, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes, self._samples, self._marks = {}, {}, {}
        texts = self.session.texts
        always = {field for group in REQUIRED[kind] if len(group) == 1 for one in group for field in one}
        either = {field for group in REQUIRED[kind] if len(group) > 1 for one in group for field in one}
        plan = self.state.plan
        used = plan.columns.keys() if plan is not None else set()
        # What is required and what was found comes first, as it was when the page was made: lines that move under the
        # mouse would be worse than an order that is not quite right.
        specs = sorted(fields_of(kind), key=lambda spec: (spec.id not in always, spec.id not in used))
        for at, spec in enumerate(specs):
            title = spec.name.text(texts.language)
            sign = " ●" if spec.id in always else " ○" if spec.id in either else ""
            label, box, sample, found = QLabel(title + sign), chooser(), muted(), muted()
            box.addItem(texts.translate("Intake", "—"), -1)
            for position, one in enumerate(names):
                box.addItem(one_line(one)[:_NAME], position)
            box.setAccessibleName(title)
            label.setBuddy(box)
            sample.setTextFormat(Qt.TextFormat.PlainText)
            sample.setMinimumWidth(60)
            box.activated.connect(lambda _at, field=spec.id, box=box: self._choose(field, box))
            for column, widget in enumerate((label, box, sample, found)):
                self._grid.addWidget(widget, at, column)
            self.boxes[spec.id], self._samples[spec.id], self._marks[spec.id] = box, sample, found
        self._grid.setRowStretch(len(self.boxes), 1)

    def _choose(self, field: str, box: Chooser) -> None:
        self.state.set_column(field, box.currentData())

    def _sample(self, position: int) -> str:
        """Return the first different values of a column."""
        now = self.state.now
        assert now is not None
        header = set(now.guess.header.rows)
        values = (
            one_line(cells[position])[:_SAMPLE]
            for number, cells in now.head
            if number not in header
            and number >= now.guess.header.first_row
            and position < len(cells)
            and cells[position].strip()
        )
        return " · ".join(islice(dict.fromkeys(values), _SAMPLES))
