"""The fifth step: where the list comes from. Without title, publisher and date nothing is taken."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from data.own_ids import new_source_id
from desktop.intake import sources
from desktop.intake.source_fields import SourceFields
from desktop.intake.state import ImportState
from desktop.intake.step import Step, scrolled
from desktop.session import Session
from desktop.sheet_fields import chooser, name, row, show
from desktop.widgets import muted, named

_LONGEST_NOTE = 2000


class SourceStep(Step):
    """The source in full, and earlier ones of the project of which this is a newer edition."""

    def __init__(self, state: ImportState, session: Session) -> None:
        super().__init__(state, session)
        self.earlier, self.whole = chooser(), QCheckBox()
        self.fields = SourceFields(state)
        self.url, self.note = named(QLineEdit(), "numbers"), named(QPlainTextEdit(), "numbers")
        self.url.setMaxLength(2000)
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(110)
        self.hint = muted(wrapped=True)
        content = QWidget()
        form = QFormLayout(content)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._earlier_label = row(form, self.earlier)
        form.addRow("", self.whole)
        self.fields.stand_in(form)
        self._url_label, self._note_label = row(form, self.url), row(form, self.note)
        form.addRow(self.hint)
        self.body.addWidget(scrolled(content), 1)
        self.earlier.activated.connect(self._take_earlier)
        self.whole.clicked.connect(lambda on: state.change(whole=on))
        self.url.editingFinished.connect(self._tell)
        self.note.textChanged.connect(self._tell)

    def retranslate(self) -> None:
        texts = self.session.texts
        self.title.setText(texts.translate("Intake", "Where the list comes from"))
        self.about.setText(
            texts.translate("Intake", "Every number and every point names its source, on screen and on paper.")
        )
        name(self._earlier_label, texts.translate("Intake", "&Earlier source"), self.earlier)
        self.whole.setText(texts.translate("Intake", "It is a w&hole new edition: what it lacks is removed"))
        name(self._url_label, texts.translate("Intake", "&Web page or file"), self.url)
        name(self._note_label, texts.translate("Intake", "&Note"), self.note)
        self.hint.setText(texts.translate("Intake", "Title, publisher and date are required."))
        self.fields.retranslate(texts)
        self.refresh()

    def refresh(self) -> None:
        plan, texts = self.state.plan, self.session.texts
        if plan is None:
            return
        self.earlier.clear()
        self.earlier.addItem(texts.translate("Intake", "none: a new source"), "")
        for source in sources.earlier(self.state.own):
            self.earlier.addItem(f"{source.title} ({source.publisher}, {source.date})", source.id)
        show(self.earlier, plan.source.id if self.earlier.findData(plan.source.id) >= 0 else "")
        known = bool(self.earlier.currentData())
        self.earlier.setEnabled(self.earlier.count() > 1)
        self.whole.setEnabled(known)
        self.whole.setChecked(plan.whole and known)
        self.fields.refresh()
        if not self.url.hasFocus():
            self.url.setText(plan.source.url)
        if not self.note.hasFocus() and self.note.toPlainText() != plan.source.note:
            self.note.setPlainText(plan.source.note)

    def _take_earlier(self) -> None:
        plan, chosen = self.state.plan, self.earlier.currentData()
        if plan is None:
            return
        if not chosen:
            self.state.change(whole=False)
            self.state.set_source(replace(plan.source, id=new_source_id(self.state.data)))
            return
        # The date is left as it is: the newer edition has another one.
        source = self.state.data.sources[chosen]
        self.state.set_source(replace(source, date=plan.source.date, note=plan.source.note or source.note))

    def _tell(self) -> None:
        plan = self.state.plan
        if plan is not None:
            note = self.note.toPlainText()[:_LONGEST_NOTE].strip()
            self.state.set_source(replace(plan.source, url=self.url.text().strip(), note=note))
