"""The toolbar over the preview of a sheet: zoom, undo, reset, and which sheet of a series is seen."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QSpinBox, QToolBar, QToolButton, QWidget

from desktop.dialogs import keys
from desktop.map_surface import ZOOM_STEP
from desktop.session import Session
from desktop.sheet_preview import SheetPreview
from desktop.sheet_state import SheetState
from desktop.words import mark


class SheetToolbar(QToolBar):
    """Acts on the preview and on the state."""

    def __init__(self, session: Session, state: SheetState, preview: SheetPreview) -> None:
        super().__init__()
        self._session, self._state, self._preview = session, state, preview
        self.setObjectName("views")
        self.number = QSpinBox()
        history = state.history
        self.fit = self._action(lambda: preview.set_zoom(None), "Ctrl+0")
        self.fit.setCheckable(True)
        self.full = self._action(lambda: preview.set_zoom(1.0), "Ctrl+1")
        self.enlarge = self._action(lambda: preview.set_zoom(preview.zoom * ZOOM_STEP), "Ctrl++", "Ctrl+=")
        self.reduce = self._action(lambda: preview.set_zoom(preview.zoom / ZOOM_STEP), "Ctrl+-")
        self.addSeparator()
        self.undo = self._action(history.undo, "Ctrl+Z")
        self.redo = self._action(history.redo, "Ctrl+Y", "Ctrl+Shift+Z")
        self.reset = QToolButton()
        self.reset.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.reset)
        self.reset_position, self.reset_text = menu.addAction(""), menu.addAction("")
        menu.addSeparator()
        self.reset_positions, self.reset_all = menu.addAction(""), menu.addAction("")
        self.reset.setMenu(menu)
        self.addWidget(self.reset)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self._number_action = self.addWidget(self.number)
        self._number_action.setVisible(False)
        self.reset_position.triggered.connect(self._reset_position)
        self.reset_text.triggered.connect(self._reset_text)
        self.reset_positions.triggered.connect(lambda: state.put_back(None, mark("SheetUndo", "reset of positions")))
        self.reset_all.triggered.connect(lambda: state.start_again(mark("SheetUndo", "reset of the sheet")))
        history.changed.connect(self.refresh)
        preview.zoomed.connect(self.refresh)

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        self.number.setPrefix(texts.translate("Sheet", "Sheet") + " ")
        self.number.setAccessibleName(texts.translate("Sheet", "Sheet of the series in the preview"))
        self.fit.setText(texts.translate("Sheet", "Fit"))
        self.full.setText("100 %")
        self.enlarge.setText("+")
        self.reduce.setText("−")
        self.undo.setText(texts.translate("Sheet", "Undo"))
        self.redo.setText(texts.translate("Sheet", "Redo"))
        self._explain(self.fit, texts.translate("Sheet", "Fit the sheet into the window"))
        self._explain(self.full, texts.translate("Sheet", "Show the sheet at the size of the paper"))
        self._explain(self.enlarge, texts.translate("Sheet", "Enlarge"))
        self._explain(self.reduce, texts.translate("Sheet", "Reduce"))
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
        self.fit.setChecked(self._preview.is_fitted)
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

    def show_count(self, sheets: int) -> None:
        """Let the user leaf through so many sheets."""
        self.number.setRange(1, sheets)
        self.number.setSuffix(f" / {sheets}")
        self._number_action.setVisible(sheets > 1)

    def _action(self, call: object, *shortcuts: str) -> QAction:
        action = self.addAction("")
        action.setShortcuts([QKeySequence(text) for text in shortcuts])
        action.triggered.connect(call)
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
