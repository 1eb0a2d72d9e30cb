"""The state of the sheet window: the order, with everything that was changed in it to be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.history import History
from desktop.session import Session
from desktop.sheet_order import SheetOrder
from maps.sheet_spec import ElementId, SheetSpec


class SheetState(QObject):
    """Every control of the window shows ``order`` and changes it here; the session keeps the layout."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.order = SheetOrder(session.language, session.view.theme, session.sheet_spec)
        self.history: History[SheetOrder] = History(self._apply, self)

    def change(self, text: str, gesture: str = "", **fields: Any) -> None:
        """Change fields of the order; ``text`` names the change, steps of one ``gesture`` are undone together.

        ``text`` is the English source in the context "SheetUndo": the window may speak another language by then.
        """
        self.push(replace(self.order, **fields), text, gesture)

    def change_spec(self, text: str, gesture: str = "", **fields: Any) -> None:
        """Change fields of the layout."""
        self.change(text, gesture, spec=replace(self.order.spec, **fields))

    def push(self, order: SheetOrder, text: str, gesture: str = "") -> None:
        """Take another order."""
        if order != self.order:
            self.history.push(self.order, order, text, gesture)

    def move(self, element: ElementId, across: float, down: float, text: str, gesture: str = "") -> None:
        """Move an element by shares of the page."""
        moved = self.order.spec.moved
        x, y = moved.get(element, (0.0, 0.0))
        self.change_spec(text, gesture, moved={**moved, element: (x + across, y + down)})

    def show_element(self, element: ElementId, shown: bool, text: str) -> None:
        """Switch an element on or off."""
        hidden = self.order.spec.hidden
        self.change_spec(text, hidden=hidden - {element} if shown else hidden | {element})

    def set_text(self, element: ElementId, words: str, text: str, gesture: str = "") -> None:
        """Replace a text of the program by the user's, which is seen then; '' gives it back."""
        spec = self.order.spec
        kept = {one: said for one, said in spec.texts.items() if one != element}
        if words:
            self.change_spec(text, gesture, texts={**kept, element: words}, hidden=spec.hidden - {element})
        else:
            self.change_spec(text, gesture, texts=kept)

    def put_back(self, element: ElementId | None, text: str) -> None:
        """Put an element, or all of them, back to the template's place."""
        moved = self.order.spec.moved
        self.change_spec(text, moved={one: by for one, by in moved.items() if element is not None and one != element})

    def start_again(self, text: str) -> None:
        """Give up texts, places and what is hidden; template, chart, date, logo and author stay."""
        self.change_spec(text, hidden=SheetSpec.hidden, texts={}, moved={})

    def _apply(self, order: SheetOrder) -> None:
        self.order = order
        self._session.sheet_spec = order.spec
        self.changed.emit()
