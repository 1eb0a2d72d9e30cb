"""The window in which a definition of the circles is painted township by township, named, and kept in the project."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QMessageBox, QPushButton, QToolButton, QVBoxLayout, QWidget

from data.errors import InputError
from data.model import Definition, Place
from data.own_definitions import is_own
from desktop import readings, words
from desktop.column_panel import ColumnPanel
from desktop.definition.brush_map import BrushMap
from desktop.definition.circle_table import CircleTable
from desktop.definition.form import DefinitionForm
from desktop.definition.state import EditorState
from desktop.definition.tools import Tools
from desktop.session import Session
from desktop.widgets import Chooser, heading, muted, named
from maps.definition_words import definition_words
from maps.view import MapView

_FIRST_SIZE = QSize(1120, 760)
_FIRST_SHARE = 0.92
"""Of a smaller screen."""
_PANEL_WIDTH = 340
"""At which the longest name of a circle is cut, and every number stands whole."""


class DefinitionWindow(QWidget):
    """One for each main window; closed, it keeps what was painted until the program ends."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session = session
        self.state = EditorState(session, datetime.date.today().isoformat(), self)
        self.map = BrushMap()
        self._listed: Mapping[str, Definition] = {}
        self.chooser = Chooser()
        self.new, self.delete = QPushButton(), QPushButton()
        self.circles = CircleTable(session, self.state)
        self.up, self.down = named(QToolButton(), "quiet"), named(QToolButton(), "quiet")
        self.tools = Tools(session, self.state, self.map)
        self.form = DefinitionForm(session, self.state)
        self.undo, self.redo, self.save = QPushButton(), QPushButton(), QPushButton()
        self.says, self.hint = QLabel(wordWrap=True), muted(wrapped=True)
        self._titles = heading(), heading(), heading()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._fit_screen()

    def open(self) -> None:
        """Show the window, with the definition of the session unless something was begun that is not saved."""
        state, project = self.state, self._session.project
        if not state.begun():
            if is_own(project.definition_id):
                state.open(project.definition_id)
            else:
                state.copy(project.definition_id)
        self.show()
        self.raise_()
        self.activateWindow()
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_workers(self) -> None:
        """Wait for the picture being made, so that no thread outlives the program."""
        self.map.close_workers()

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        self.setWindowTitle(texts.translate("DefinitionEditor", "Definitions of the circles"))
        for title, text in zip(
            self._titles,
            (
                texts.translate("DefinitionEditor", "Definition"),
                texts.translate("DefinitionEditor", "Circles"),
                texts.translate("DefinitionEditor", "Name and source"),
            ),
            strict=True,
        ):
            title.setText(text)
        self.chooser.setAccessibleName(texts.translate("DefinitionEditor", "Own definition that is changed"))
        self.new.setText(texts.translate("DefinitionEditor", "New copy of"))
        self.delete.setText(texts.translate("DefinitionEditor", "Delete"))
        order = texts.translate(
            "DefinitionEditor", "Where a shared township counts only once, it counts in the upper circle."
        )
        self.up.setToolTip(texts.translate("DefinitionEditor", "Move the circle up.") + " " + order)
        self.down.setToolTip(texts.translate("DefinitionEditor", "Move the circle down.") + " " + order)
        for button, sign in ((self.up, "↑"), (self.down, "↓")):
            button.setText(sign)
            button.setAccessibleName(button.toolTip())
        self.undo.setText(texts.translate("DefinitionEditor", "Undo"))
        self.redo.setText(texts.translate("DefinitionEditor", "Redo"))
        self.save.setText(texts.translate("DefinitionEditor", "Save in the project"))
        self.map.setAccessibleName(texts.translate("DefinitionEditor", "Map of the townships to be painted"))
        self.circles.retranslate()
        self.tools.retranslate()
        self.form.retranslate()
        self._list_definitions()
        self._show_view()
        self._hover(None)
        self.refresh()

    def refresh(self) -> None:
        """Show the draft on the map, what can be done, and what is missing."""
        state, texts = self.state, self._session.texts
        self.map.set_project(state.preview())
        self.undo.setEnabled(state.history.can_undo())
        self.redo.setEnabled(state.history.can_redo())
        row = state.now.draft.circles.index(state.circle) if state.circle else -1
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(state.now.draft.circles) - 1)
        self.delete.setEnabled(bool(state.now.definition_id))
        fault = state.fault()
        self.save.setEnabled(fault is None and (state.is_changed() or not state.now.definition_id))
        self._say(fault)
        self.chooser.setCurrentIndex(max(self.chooser.findData(state.now.definition_id), 0))
        if fault is None and not state.is_changed() and state.now.definition_id:
            self.says.setText(texts.translate("DefinitionEditor", "Saved in the project."))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and not self.may_leave():
            event.ignore()
            return
        super().closeEvent(event)

    def may_leave(self) -> bool:
        """Ask what shall become of what is not saved; False where the user wants to stay."""
        state, texts = self.state, self._session.texts
        if not state.is_changed():
            return True
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            texts.translate("DefinitionEditor", "Definitions of the circles"),
            texts.translate("DefinitionEditor", "The definition that you painted is not saved in the project."),
            (buttons.Save if state.fault() is None else buttons.NoButton) | buttons.Discard | buttons.Cancel,
            buttons.Cancel,
        )
        if answer == buttons.Save:
            self._save()
        elif answer == buttons.Discard:
            self._start_again()
        return answer in (buttons.Save, buttons.Discard)

    # --- inside -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        panel = self.panel = ColumnPanel()
        column = QVBoxLayout(panel.inside)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._titles[0])
        column.addWidget(self.chooser)
        row = QHBoxLayout()
        self.new.setMenu(QMenu(self.new))
        for button in (self.up, self.down):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row.addWidget(self.new)
        row.addWidget(self.delete)
        row.addStretch(1)
        column.addLayout(row)
        order = QHBoxLayout()
        order.addWidget(self._titles[1], 1)
        order.addWidget(self.up)
        order.addWidget(self.down)
        column.addLayout(order)
        column.addWidget(self.circles)
        column.addWidget(self.tools)
        column.addSpacing(4)
        column.addWidget(self._titles[2])
        column.addWidget(self.form)
        column.addStretch(1)
        panel.setWidget(panel.inside)
        panel.setFixedWidth(_PANEL_WIDTH)

        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 8)
        foot.addWidget(self.undo)
        foot.addWidget(self.redo)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        foot.addSpacing(10)
        foot.addWidget(self.says, 1)
        foot.addWidget(self.save)

        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setContentsMargins(10, 4, 10, 4)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.map, 1)
        side.addWidget(self.hint)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(panel)
        both.addLayout(side, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(both, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        state, session = self.state, self._session
        self.map.stroked.connect(state.paint)
        self.map.hovered.connect(self._hover)
        self.tools.not_found.connect(self._say_not_found)
        self.chooser.activated.connect(lambda row: self._open(self.chooser.itemData(row)))
        self.delete.clicked.connect(self._delete)
        self.up.clicked.connect(lambda: state.shift(state.circle, -1))
        self.down.clicked.connect(lambda: state.shift(state.circle, 1))
        self.undo.clicked.connect(state.undo)
        self.redo.clicked.connect(state.redo)
        self.save.clicked.connect(self._save)
        for key, act in (("Ctrl+Z", state.undo), ("Ctrl+Y", state.redo), ("Ctrl+Shift+Z", state.redo)):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save.click)
        state.changed.connect(self.refresh)
        state.brush_changed.connect(self.refresh)
        session.language_changed.connect(self.retranslate)
        session.theme_changed.connect(self._show_view)
        session.project_changed.connect(self._follow_project)

    def _fit_screen(self) -> None:
        room = self.screen().availableSize()
        self.resize(_FIRST_SIZE.boundedTo(room * _FIRST_SHARE))

    def _show_view(self) -> None:
        view = self._session.view
        self.map.set_view(
            MapView(language=view.language, theme=view.theme, layers=frozenset({"circles", "labels"}), sight=view.sight)
        )

    def _list_definitions(self) -> None:
        texts, project = self._session.texts, self._session.project
        self._listed = project.data.definitions
        self.chooser.clear()
        self.chooser.addItem(texts.translate("DefinitionEditor", "New definition"), "")
        for one in project.own.definitions:
            self.chooser.addItem(one.name.text(texts.language), one.id)
        menu = self.new.menu()
        menu.clear()
        for definition_id in project.data.definitions:
            name = definition_words(texts, project, definition_id).replace("&", "&&")
            menu.addAction(name).triggered.connect(partial(self._copy, definition_id))
        menu.addSeparator()
        menu.addAction(texts.translate("DefinitionEditor", "No township in any circle")).triggered.connect(self._clear)

    def _follow_project(self) -> None:
        # A dragged point changes the project many times a second, and no definition.
        if self._session.project.data.definitions == self._listed:
            return
        self._list_definitions()
        self.state.follow_project()
        self.refresh()

    def _open(self, definition_id: str) -> None:
        if definition_id != self.state.now.definition_id and self.may_leave():
            if definition_id:
                self.state.open(definition_id)
            else:
                self.state.copy(self._session.project.definition_id)
        self.refresh()

    def _copy(self, definition_id: str) -> None:
        if self.may_leave():
            self.state.copy(definition_id)

    def _clear(self) -> None:
        if self.may_leave():
            self.state.clear()

    def _start_again(self) -> None:
        now = self.state.now
        if now.definition_id:
            self.state.open(now.definition_id)
        else:
            self.state.copy(self._session.project.definition_id)

    def _delete(self) -> None:
        self.state.delete()

    def _save(self) -> None:
        try:
            self.state.save()
        except InputError as fault:
            self._say(fault)

    def _say(self, fault: InputError | None) -> None:
        self.says.setText("" if fault is None else words.error(self._session.texts, fault))

    def _say_not_found(self, text: str) -> None:
        self.says.setText(
            self._session.texts.translate("DefinitionEditor", "No township or county is called {name}.").format(
                name=" ".join(text.split())[:40]
            )
        )

    def _hover(self, place: Place | None) -> None:
        """Say what town lies under the cursor and in which circles, or how to paint."""
        texts = self._session.texts
        if place is None:
            self.hint.setText(
                texts.translate(
                    "DefinitionEditor",
                    "Drag paints townships, the right button takes them out; the wheel zooms, the middle button moves.",
                )
            )
            return
        project, draft = self._session.project, self.state.now.draft
        names = [
            project.data.circles[one].name.text(texts.language) for one in draft.circles if place.id in draft.of(one)
        ]
        circles = texts.translate("Sources", ", ").join(names)
        circles = circles or texts.translate("DefinitionEditor", "in no circle")
        self.hint.setText(f"{readings.name(project.data, place, texts.language)} · {circles}")
