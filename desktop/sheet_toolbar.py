"""The row of buttons over the preview of a sheet: zoom, undo, reset."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.dialogs import keys
from desktop.map_surface import ZOOM_STEP
from desktop.session import Session
from desktop.sheet_preview import SheetPreview
from desktop.sheet_state import SheetState
from desktop.widgets import Chooser, named
from desktop.words import mark

ZOOMS = 0.5, 1.0, 1.5, 2.0


class SheetToolbar(QWidget):
    """Acts on the preview and on the state. No QToolBar: that hides in a small window what has no room."""

    def __init__(self, session: Session, state: SheetState, preview: SheetPreview) -> None:
        super().__init__()
        self._session, self._state, self._preview = session, state, preview
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 4, 6, 4)
        self._row.setSpacing(1)
        history = state.history
        self.zoom = Chooser()
        self.zoom.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToContents)  # another language is wider
        self.zoom.activated.connect(lambda _at: preview.set_zoom(self.zoom.currentData()))
        self._row.addWidget(self.zoom)
        for keys_, call in (
            (("Ctrl+0",), lambda: preview.set_zoom(None)),
            (("Ctrl+1",), lambda: preview.set_zoom(1.0)),
            (("Ctrl++", "Ctrl+="), lambda: preview.set_zoom(preview.zoom * ZOOM_STEP)),
            (("Ctrl+-",), lambda: preview.set_zoom(preview.zoom / ZOOM_STEP)),
        ):
            self.addAction(self._action(call, *keys_))
        self._row.addStretch()
        self.undo = self._button(history.undo, "Ctrl+Z")
        self.redo = self._button(history.redo, "Ctrl+Y", "Ctrl+Shift+Z")
        self.reset = named(QToolButton(), "corner")
        self.reset.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.reset)
        self.reset_position, self.reset_text = menu.addAction(""), menu.addAction("")
        menu.addSeparator()
        self.reset_positions, self.reset_all = menu.addAction(""), menu.addAction("")
        self.reset.setMenu(menu)
        self._row.addWidget(self.reset)
        self.reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reset_position.triggered.connect(self._reset_position)
        self.reset_text.triggered.connect(self._reset_text)
        self.reset_positions.triggered.connect(lambda: state.put_back(None, mark("SheetUndo", "reset of positions")))
        self.reset_all.triggered.connect(lambda: state.start_again(mark("SheetUndo", "reset of the sheet")))
        history.changed.connect(self.refresh)
        preview.zoomed.connect(self.refresh)

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        self.zoom.clear()
        self.zoom.addItem(texts.translate("Sheet", "Whole sheet"), None)
        for zoom in ZOOMS:
            self.zoom.addItem(f"{zoom:.0%}", zoom)
        self.zoom.setAccessibleName(texts.translate("Sheet", "Zoom"))
        self.zoom.setToolTip(texts.translate("Sheet", "Zoom; 100 % is the size of the paper (Ctrl+mouse wheel)"))
        self.undo.setText(texts.translate("Sheet", "Undo"))
        self.redo.setText(texts.translate("Sheet", "Redo"))
        self.reset.setText(texts.translate("Sheet", "Reset"))
        self.reset_position.setText(texts.translate("Sheet", "Reset &position of the element"))
        self.reset_text.setText(texts.translate("Sheet", "Reset &text of the element"))
        self.reset_positions.setText(texts.translate("Sheet", "Reset all p&ositions"))
        self.reset_all.setText(texts.translate("Sheet", "Reset &all"))
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be done, and say what would be undone."""
        texts, history, spec = self._session.texts, self._state.history, self._state.order.spec
        element = self._preview.page.current
        undo, redo = history.undo_text(), history.redo_text()
        zoom = self._preview.zoom
        self.zoom.setPlaceholderText(f"{zoom:.0%}")
        self.zoom.setCurrentIndex(0 if self._preview.is_fitted else self.zoom.findText(f"{zoom:.0%}"))
        self.undo.setEnabled(history.can_undo())
        self.redo.setEnabled(history.can_redo())
        said = texts.translate("Sheet", "Undo: {change}") if undo else texts.translate("Sheet", "Undo")
        self._explain(self.undo, said.format(change=texts.translate("SheetUndo", undo)))
        said = texts.translate("Sheet", "Redo: {change}") if redo else texts.translate("Sheet", "Redo")
        self._explain(self.redo, said.format(change=texts.translate("SheetUndo", redo)))
        self.reset_position.setEnabled(element in spec.moved)
        self.reset_text.setEnabled(element in spec.texts)
        self.reset_positions.setEnabled(bool(spec.moved))
        self.reset_all.setEnabled(bool(spec.moved or spec.texts or spec.hidden))

    def _action(self, call: Callable[[], object], *shortcuts: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(text) for text in shortcuts])
        action.triggered.connect(lambda _on: call())
        return action

    def _button(self, call: Callable[[], object], *shortcuts: str) -> QAction:
        """Add a button and return its action."""
        action = self._action(call, *shortcuts)
        button = named(QToolButton(), "corner")
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return action

    def _explain(self, action: QAction, words: str) -> None:
        first = keys(key.toString() for key in action.shortcuts()[:1])
        action.setToolTip(f"{words}  {first}")

    def _reset_position(self) -> None:
        element = self._preview.page.current
        if element is not None:
            self._state.put_back(element, mark("SheetUndo", "reset of positions"))

    def _reset_text(self) -> None:
        element = self._preview.page.current
        if element is not None:
            self._state.set_text(element, "", mark("SheetUndo", "reset of a text"))
