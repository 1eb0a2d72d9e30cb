"""Where the main window keeps the editor of definitions, which is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.session import Session

if TYPE_CHECKING:
    from desktop.definition.window import DefinitionWindow


class DefinitionDesk:
    """Opens and closes the editor."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session, self._parent = session, parent
        self._window: DefinitionWindow | None = None

    @property
    def window(self) -> DefinitionWindow:
        """The window of the editor."""
        if self._window is None:
            from desktop.definition.window import DefinitionWindow

            self._window = DefinitionWindow(self._session, self._parent)
        return self._window

    def open(self) -> None:
        """Show the editor, with the definition that the project is drawn by."""
        self.window.open()

    def may_leave(self) -> bool:
        """Ask what shall become of a painted definition that is not saved; False where the user wants to stay."""
        return self._window is None or self._window.may_leave()

    def close(self) -> None:
        """Close the editor without a question, and wait for what it is drawing."""
        if self._window is not None:
            self._window.hide()
            self._window.close_workers()
