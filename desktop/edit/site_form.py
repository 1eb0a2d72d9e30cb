"""The form of one site: every field checked in place, beside a changed one what the embedded set has; one undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from data.dataset import DataSet
from data.edit_cells import cell_text, columns_of, known_categories, with_cells
from data.errors import UserError
from data.intake.words import GRADES
from data.model import Layer, Site
from data.own import EDITS
from data.vocabulary import words as vocabulary_words
from desktop import words
from desktop.edit.cell_editors import NameCompleter
from desktop.edit.commands import EditCommands
from desktop.edit.rows import sentence
from desktop.edit.site_rows import COLUMNS, SiteRows
from desktop.edit.source_box import SourceBox
from desktop.session import Session
from desktop.widgets import Chooser, muted, named
from desktop.words import mark

_TITLES = {column.id: column.title for column in COLUMNS} | {
    "status_text": mark("Edit", "Status as the source words it"),
    "mw": mark("Edit", "Power (MW)"),
    "part_of": mark("Edit", "Part of (id of an AI site)"),
    "partner_hospitals": mark("Edit", "Partner hospitals (; between)"),
    "specialties": mark("Edit", "Specialties (; between)"),
    "network": mark("Edit", "Network"),
    "hospital_code": mark("Edit", "Hospital code"),
    "campus": mark("Edit", "Campus"),
    "emergency_grade": mark("Edit", "Emergency grade"),
}
_NOTE_LINES = 3


@dataclass
class _Field:
    """One row of the form."""

    box: QWidget
    editor: QWidget
    below: QLabel
    """what the embedded set has, or what is wrong"""
    first: str
    """what the project has"""

    def text(self) -> str:
        if isinstance(self.editor, QComboBox):
            return self.editor.currentText()
        if isinstance(self.editor, QPlainTextEdit):
            return self.editor.toPlainText()
        assert isinstance(self.editor, QLineEdit)
        return self.editor.text()

    def put(self, text: str) -> None:
        """Show what the project has now, telling nobody."""
        self.editor.blockSignals(True)
        if isinstance(self.editor, QComboBox):
            self.editor.setCurrentText(text)
        elif isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(text)
        elif isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
        self.editor.blockSignals(False)


class SiteForm(QDialog):
    """Stands beside the map, which can be used meanwhile. It keeps the language in which it was opened."""

    given_up = Signal()
    """closed without saving"""

    def __init__(
        self, session: Session, commands: EditCommands, site_id: str, gesture: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._commands, self._gesture = session, commands, gesture
        self._language, self._texts = session.language, session.texts
        self._rows = SiteRows(session, commands)
        self.site_id = site_id
        self._saved = False
        self.fields: dict[str, _Field] = {}
        self._layer = self._site().layer
        self._content = QWidget()
        self._form = QFormLayout(self._content)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setVerticalSpacing(4)
        self.source = SourceBox(session)
        self.fault = named(QLabel(wordWrap=True), "fault")
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox()
        self.save = self.buttons.addButton(
            self._texts.translate("Edit", "Save"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.cancel = self.buttons.addButton(
            self._texts.translate("Edit", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.save.setDefault(True)
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.source.changed.connect(self._check)
        self.source.chooser.currentIndexChanged.connect(self._follow_source)
        session.project_changed.connect(self._follow)
        self._check()

    # --- building -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        texts, site = self._texts, self._site()
        title = texts.translate("Edit", "New site") if self._gesture else texts.translate("Edit", "Edit site")
        self.setWindowTitle(f"{title}: {site.name.text(self._language)[:40]}")
        so_far = muted(wrapped=True)
        so_far.setTextFormat(Qt.TextFormat.PlainText)
        so_far.setText(
            texts.translate("Edit", "so far: {title}").format(title=cell_text(site, "source", self._data, "zh"))
        )
        label = QLabel(texts.translate("Edit", "Source of the change"))
        label.setBuddy(self.source.chooser)
        self._form.addRow(label, self.source)
        self._form.addRow("", so_far)
        for column in columns_of(self._layer):
            if column != "source":
                self._add(column, site)
        self._area = area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._content)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(8, 8, 8, 8)
        column_.addWidget(area, 1)
        column_.addWidget(self.fault)
        column_.addWidget(self.buttons)
        self._widen()
        self._order_tabs()
        name = self.fields["name_zh"].editor
        name.setFocus()
        if self._gesture and isinstance(name, QLineEdit):
            name.selectAll()  # the name that it has is only there to be overwritten

    def _widen(self) -> None:
        """Have room for the fields beside the scroll bar, which comes and goes with what is said of them."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._content.minimumSizeHint().width() + bar)

    def _order_tabs(self) -> None:
        """Let Tab go down the form: the source was made first, and stands last."""
        editors = [field.editor for field in self.fields.values()]
        for before, after in pairwise([*editors, self.source.chooser]):
            self.setTabOrder(before, after)

    @property
    def _data(self) -> DataSet:
        return self._session.project.data

    def _add(self, column: str, site: Site) -> None:
        """Add the row of a field."""
        first = cell_text(site, column, self._data, self._language)
        editor = self._editor(column, site, first)
        below = muted(wrapped=True)
        below.setTextFormat(Qt.TextFormat.PlainText)
        title = self._texts.translate("Edit", _TITLES[column])
        editor.setAccessibleName(title)
        box = QWidget()
        stack = QVBoxLayout(box)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(1)
        stack.addWidget(editor)
        stack.addWidget(below)
        label = QLabel(title)
        label.setBuddy(editor)
        self._form.insertRow(self._form.rowCount() - 2, label, box)  # above the source
        self.fields[column] = _Field(box, editor, below, first)

    def _editor(self, column: str, site: Site, first: str) -> QWidget:
        """Return the editor of a field, which tells when its text has changed."""
        choices = self._choices(column, site)
        if choices:
            chooser = Chooser()
            if column in ("category", "emergency_grade"):
                chooser.addItem("")
            chooser.addItems(choices)
            if chooser.findText(first) < 0:
                chooser.addItem(first)
            chooser.setCurrentIndex(chooser.findText(first))
            if column == "category" and site.layer is not Layer.TELEMEDICINE:
                chooser.setEditable(True)
                chooser.editTextChanged.connect(self._check)
            chooser.currentTextChanged.connect(self._follow_layer if column == "layer" else self._check)
            return chooser
        if column == "note":
            note = named(QPlainTextEdit(first), "numbers")
            note.setTabChangesFocus(True)
            note.setFixedHeight(_NOTE_LINES * note.fontMetrics().lineSpacing() + 12)
            note.textChanged.connect(self._check)
            return note
        line = named(QLineEdit(first), "numbers")
        line.setCursorPosition(0)
        if column == "town":
            line.setCompleter(NameCompleter(self._rows.suggestions(site, "town"), line))
        line.textChanged.connect(self._check)
        return line

    def _choices(self, column: str, site: Site) -> tuple[str, ...]:
        if column == "category":
            known = known_categories(self._data, self._layer)
            return tuple(vocabulary_words(one).text(self._language) for one in known)
        if column == "emergency_grade":
            return tuple(vocabulary_words(one).text(self._language) for one in GRADES)
        return self._rows.choices(site, column)

    # --- checking -----------------------------------------------------------------------------------------------------

    def _site(self) -> Site:
        return self._session.project.data.site_by_id[self.site_id]

    def changes(self) -> dict[str, str]:
        """Return the fields that the user has written into, and what."""
        return {name: field.text() for name, field in self.fields.items() if field.text() != field.first}

    def _follow_layer(self) -> None:
        """Show the fields of another layer; what was written in those of both stays."""
        written = self.changes()
        changed, faults = with_cells(self._site(), {"layer": written.get("layer", "")}, self._data, self._language)
        if faults or changed.layer is self._layer:
            self._check()
            return
        self._layer = changed.layer
        wanted = columns_of(self._layer)
        for name in [one for one in self.fields if one not in wanted or one == "category"]:
            self._form.removeRow(self.fields.pop(name).box)
        for name in wanted:
            if name not in self.fields and name != "source":
                self._add(name, changed)
        self._widen()
        self._order_tabs()
        self._check()

    def _follow_source(self) -> None:
        """Keep the place in a source that the site cites already."""
        site = self._site()
        self.source.location.setText(site.source_location if self.source.source_id() == site.source_id else "")

    def _check(self) -> None:
        """Say beside every field what is wrong with it, or what the embedded set has."""
        written = self.changes()
        changed, faults = with_cells(self._site(), written, self._data, self._language)
        wrong = {one.column: sentence(self._texts, one.fault) for one in faults}
        known = self._session.project.embedded.site_by_id.get(self.site_id)
        for name, field in self.fields.items():
            text = wrong.get(name, "")
            field.below.setObjectName("fault" if text else "muted")
            if not text and known is not None:
                was = cell_text(known, name, self._session.project.embedded, self._language)
                if was != cell_text(changed, name, self._data, self._language):
                    text = self._texts.translate("Edit", "embedded set: {text}").format(text=was or "—")
            field.below.setText(text)
            field.below.setVisible(bool(text))
            field.below.style().polish(field.below)
        missing = ""
        try:
            self.source.new_source()
        except UserError as fault:
            missing = words.error(self._texts, fault)
        self.fault.setText(missing)
        self.fault.setVisible(bool(missing))
        self.save.setEnabled(not wrong and not missing)

    def _follow(self) -> None:
        """Follow the project: a site that is gone has no form, what nobody has written into is as it is now."""
        site = self._session.project.data.site_by_id.get(self.site_id)
        if site is None:
            self._saved = True
            self.close()
            return
        for name, field in self.fields.items():
            now = cell_text(site, name, self._data, self._language)
            if field.text() == field.first:
                field.put(now)
            field.first = now
        self._check()

    # --- ending -------------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Save what was written: one change. A fault is said and keeps the form open."""
        site = self._site()
        changed, faults = with_cells(site, self.changes(), self._data, self._language)
        if faults:
            return
        try:
            new = self.source.new_source()
            chosen = self.source.source_id()
            if chosen != EDITS:
                changed = replace(changed, source_id=chosen, source_location=self.source.location.text().strip())
            self._saved = True
            if changed != site:
                self._commands.save_site(changed, () if new is None else (new,), self._gesture)
        except UserError as fault:
            self._saved = False
            self.fault.setText(words.error(self._texts, fault))
            self.fault.show()
            return
        super().accept()

    def reject(self) -> None:
        if not self._saved:
            self._saved = True
            self.given_up.emit()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.save.click()
        else:
            super().keyPressEvent(event)
