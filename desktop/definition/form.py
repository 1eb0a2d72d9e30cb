"""What a definition is called and what it stands on: the fields beside the map of the editor."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from data.model import Name
from data.own_definitions import LONGEST_NAME, LONGEST_NOTE
from desktop.definition.state import EditorState
from desktop.session import Session
from desktop.widgets import named

_NOTE_LINES = 3


class DefinitionForm(QWidget):
    """Every letter is a change of the state, so that undo brings back what was written as well."""

    def __init__(self, session: Session, state: EditorState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._state = session, state
        self.name_zh, self.name_en = QLineEdit(), QLineEdit()
        self.note = QPlainTextEdit()
        self.title, self.publisher, self.date = QLineEdit(), QLineEdit(), QLineEdit()
        self._labels = {field: QLabel() for field in self._fields()}
        for field in (self.name_zh, self.name_en):
            field.setMaxLength(2 * LONGEST_NAME)
        for field in (self.title, self.publisher):
            field.setMaxLength(300)
        self.date.setMaxLength(20)
        self.note.setTabChangesFocus(True)
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.name_zh.textEdited.connect(lambda text: self._write("name_zh", name=Name(text, self._name.en)))
        self.name_en.textEdited.connect(lambda text: self._write("name_en", name=Name(self._name.zh, text)))
        self.title.textEdited.connect(lambda text: self._write_source("title", text))
        self.publisher.textEdited.connect(lambda text: self._write_source("publisher", text))
        self.date.textEdited.connect(lambda text: self._write_source("date", text))
        self.note.textChanged.connect(lambda: self._write("note", note=self.note.toPlainText()[:LONGEST_NOTE]))
        for line in (self.name_zh, self.name_en, self.title, self.publisher, self.date):
            # The next letters are another change than those before the keyboard was elsewhere.
            line.editingFinished.connect(self._end_gesture)
        self._gestures = 0
        state.changed.connect(self.refresh)

    def retranslate(self) -> None:
        texts = self._session.texts
        for field, words in zip(
            self._fields(),
            (
                texts.translate("DefinitionEditor", "Chinese name"),
                texts.translate("DefinitionEditor", "English name"),
                texts.translate("DefinitionEditor", "Source: title"),
                texts.translate("DefinitionEditor", "Publisher"),
                texts.translate("DefinitionEditor", "Date"),
                texts.translate("DefinitionEditor", "Note"),
            ),
            strict=True,
        ):
            self._labels[field].setText(words)
            field.setAccessibleName(words)
        self.name_en.setPlaceholderText(texts.translate("DefinitionEditor", "may be left empty"))
        self.date.setPlaceholderText("2026-11-21")
        self.refresh()

    def refresh(self) -> None:
        """Show what the state holds, without moving the cursor of the field that is written in."""
        now = self._state.now
        for field, text in (
            (self.name_zh, now.name.zh),
            (self.name_en, now.name.en),
            (self.title, now.source.title),
            (self.publisher, now.source.publisher),
            (self.date, now.source.date),
        ):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)  # a long title is read from its beginning
        if self.note.toPlainText()[:LONGEST_NOTE] != now.note:
            self.note.blockSignals(True)
            self.note.setPlainText(now.note)
            self.note.blockSignals(False)

    @property
    def _name(self) -> Name:
        return self._state.now.name

    def _fields(self) -> tuple[QLineEdit | QPlainTextEdit, ...]:
        return self.name_zh, self.name_en, self.title, self.publisher, self.date, self.note

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(5)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in self._fields():
            named(field, "numbers")
            self._labels[field].setBuddy(field)
            form.addRow(self._labels[field], field)
        margins = 2 * (self.note.frameWidth() + int(self.note.document().documentMargin()))
        self.note.setFixedHeight(_NOTE_LINES * self.note.fontMetrics().lineSpacing() + margins + 8)

    def _end_gesture(self) -> None:
        self._gestures += 1

    def _write(self, gesture: str, **fields: object) -> None:
        self._state.write(f"{gesture} {self._gestures}", **fields)

    def _write_source(self, part: str, text: str) -> None:
        self._write(part, source=replace(self._state.now.source, **{part: text}))
