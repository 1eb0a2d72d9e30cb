"""The texts of the chosen scene, and how it is shown. What is typed in one field is undone in one step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from data.own_text import is_too_long
from data.scene import PanelId, Scene, Transition
from data.scene_record import MOST_SECONDS
from desktop.briefing.scenes_commands import SceneCommands
from desktop.briefing.scenes_looks import TEXTS, Look, SceneLooks
from desktop.briefing.scenes_words import TRANSITION_WORDS, kind_word, panel_words
from desktop.session import Session
from desktop.sheet_fields import Number, chooser, name, row, show
from desktop.sheet_words import THEMES
from desktop.widgets import muted, named
from maps.view import MapView, ThemeName

_NOTES_LINES = 3
_LETTERS = 5
"""Letters that a closed chooser always has room for, beside its label in a narrow dock."""


class NotesField(QPlainTextEdit):
    """Several lines; Tab leads on, as from every other field."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(_NOTES_LINES * self.fontMetrics().lineSpacing() + 12)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class SceneForm(QWidget):
    """Shows the scene that is chosen alone, in the language of the window."""

    def __init__(self, session: Session, commands: SceneCommands, looks: SceneLooks) -> None:
        super().__init__()
        named(self, "panel").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._commands, self._looks = session, commands, looks
        self._too_long: set[str] = set()
        """texts of the scene ``_typed`` that are typed and cannot be kept"""
        self._typed = ""
        self.title, self.message = (named(QLineEdit(), "numbers") for _ in range(2))
        self.notes = named(NotesField(), "numbers")
        self.faults = {one: named(QLabel(wordWrap=True), "fault") for one in TEXTS}
        self.panel, self.theme, self.transition = chooser(), chooser(), chooser()
        for box in (self.panel, self.theme, self.transition):
            box.setMinimumContentsLength(_LETTERS)
        self.seconds = Number(0, round(MOST_SECONDS), 5)
        self.hidden = QCheckBox()
        self.hint = muted(wrapped=True)
        self._fields = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def scene(self) -> Scene | None:
        return self._commands.single

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        name(self._labels[0], texts.translate("Scenes", "Title"))
        name(self._labels[1], texts.translate("Scenes", "Message"))
        name(self._labels[2], texts.translate("Scenes", "Notes"))
        name(self._labels[3], texts.translate("Scenes", "Beside the map"))
        name(self._labels[4], texts.translate("Scenes", "Theme"))
        name(self._labels[5], texts.translate("Scenes", "Arrival"))
        name(self._labels[6], texts.translate("Scenes", "Planned"))
        self.hidden.setText(texts.translate("Scenes", "Hidden"))
        self.hidden.setToolTip(texts.translate("Scenes", "Left out of the show"))
        self.seconds.setSuffix(texts.translate("Scenes", " s"))
        self.seconds.setSpecialValueText(texts.translate("Scenes", "none"))
        tip = texts.translate(
            "Scenes",
            "Fields in braces are filled with live numbers: {example}. Texts are in the language of the window.",
        ).format(example="{indicator:nation}")
        for one in (self.title, self.message, self.notes):
            one.setToolTip(tip)
        for box, words in (
            (self.panel, panel_words(texts)),
            (self.theme, {one: texts.translate("Sheet", word) for one, word in THEMES.items()}),
            (self.transition, {one: texts.translate("Scenes", word) for one, word in TRANSITION_WORDS.items()}),
        ):
            with QSignalBlocker(box):
                box.clear()
                for value, word in words.items():
                    box.addItem(word, value)
        self._too_long.clear()
        self.refresh()

    def refresh(self) -> None:
        """Show the chosen scene as it is now."""
        scene, texts = self.scene, self._session.texts
        self._fields.setVisible(scene is not None)
        self.hint.setVisible(scene is None)
        chosen = len(self._commands.chosen)
        if scene is None:
            self._too_long.clear()
            self.hint.setText(
                texts.translate("Scenes", "{count} scenes are chosen.").format(count=chosen)
                if chosen
                else texts.translate("Scenes", "Choose a scene to write its title and notes.")
            )
            return
        if self._typed != scene.id:
            self._typed = scene.id
            self._too_long.clear()
        english = self._session.language == "en"
        for one, field in (("title", self.title), ("message", self.message), ("notes", self.notes)):
            kept = getattr(scene, one)
            self._write(one, field, kept.en if english else kept.zh)
        self.panel.setEnabled(scene.kind == "map")
        show(self.panel, scene.panel)
        show(self.theme, scene.view.get("theme", MapView.theme))
        show(self.transition, scene.transition)
        with QSignalBlocker(self.seconds):
            self.seconds.setValue(round(scene.seconds))
        self.hidden.setChecked(scene.hidden)
        self.show_look(self._looks.look(scene.id))

    def show_look(self, look: Look | None) -> None:
        """Say what is wrong in the texts, and what stands there where nothing is written."""
        scene, texts = self.scene, self._session.texts
        if scene is None:
            return
        title = "" if look is None else look.title
        self.title.setPlaceholderText(title or kind_word(texts, scene.kind))
        self.message.setPlaceholderText("" if look is None else look.message)
        for one, fault in self.faults.items():
            wrong = () if look is None else look.wrong.get(one, ())
            said = [texts.translate("Error", "There is no field {name}.").format(name=name) for name in wrong]
            if one in self._too_long:
                said = [texts.translate("Scenes", "Too long for a slide: shorten it, and it will be taken.")]
            fault.setText("\n".join(said))
            fault.setVisible(bool(said))

    def _write(self, one: str, field: QLineEdit | NotesField, text: str) -> None:
        """Write what is kept, but for what is being typed and cannot be kept yet."""
        if one in self._too_long:
            return
        with QSignalBlocker(field):
            if isinstance(field, QLineEdit):
                if field.text() != text:
                    field.setText(text)
                if not field.hasFocus():  # who reads it begins at its beginning
                    field.setCursorPosition(0)
            elif field.toPlainText() != text:
                field.setPlainText(text)

    def _type(self, one: str, text: str) -> None:
        scene = self.scene
        if scene is None:
            return
        if is_too_long(text):
            self._too_long.add(one)
            self.show_look(self._looks.look(scene.id))
            return
        self._too_long.discard(one)
        self._commands.write(scene.id, one, self._session.language, text, gesture=one)
        self.show_look(self._looks.look(scene.id))

    def _change(self, text: str, **fields: Any) -> None:
        if self.scene is not None:
            self._commands.change(self.scene.id, text, **fields)

    def _lay_out(self) -> None:
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        written, chosen = QFormLayout(), QFormLayout()
        for form in (written, chosen):
            form.setVerticalSpacing(3)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            fields.addLayout(form)
        written.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        labels = []
        for one, field in (("title", self.title), ("message", self.message), ("notes", self.notes)):
            labels.append(row(written, field))
            written.addRow(self.faults[one])
        labels += [row(chosen, one) for one in (self.panel, self.theme, self.transition, self.seconds)]
        chosen.addRow(self.hidden)
        self._labels: tuple[QLabel, ...] = tuple(labels)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.addWidget(self._fields)
        column.addWidget(self.hint)
        column.addStretch(1)

    def _connect(self) -> None:
        session, commands = self._session, self._commands
        self.title.textEdited.connect(lambda text: self._type("title", text))
        self.message.textEdited.connect(lambda text: self._type("message", text))
        self.notes.textChanged.connect(lambda: self._type("notes", self.notes.toPlainText()))
        for left in (self.title.editingFinished, self.message.editingFinished, self.notes.left):
            left.connect(session.finish_gesture)
        self.panel.activated.connect(lambda _at: self._choose_panel(self.panel.currentData()))
        self.theme.activated.connect(lambda _at: self._choose_theme(self.theme.currentData()))
        self.transition.activated.connect(lambda _at: self._choose_transition(self.transition.currentData()))
        self.seconds.valueChanged.connect(self._plan)
        self.hidden.clicked.connect(lambda _on: commands.toggle_hidden())
        self._looks.made.connect(self._look_came)
        commands.chosen_changed.connect(self.refresh)

    def _look_came(self, scene_id: str) -> None:
        if self.scene is not None and self.scene.id == scene_id:
            self.show_look(self._looks.look(scene_id))

    def _choose_panel(self, panel: PanelId) -> None:
        self._change(self._session.texts.translate("Scenes", "other panel"), panel=panel)

    def _choose_theme(self, theme: ThemeName) -> None:
        if self.scene is not None:
            view = {**self.scene.view, "theme": theme}
            self._change(self._session.texts.translate("Scenes", "other theme"), view=view)

    def _choose_transition(self, transition: Transition) -> None:
        self._change(self._session.texts.translate("Scenes", "other arrival"), transition=transition)

    def _plan(self, seconds: int) -> None:
        self._change(self._session.texts.translate("Scenes", "planned time"), seconds=float(seconds))
