"""What the menu Briefing does: it begins shows, and brings back what was drawn in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from desktop.session import Session
from desktop.status_line import StatusLine

if TYPE_CHECKING:  # made when first wanted, so that the first map need not wait for it
    from desktop.briefing.show_window import ShowWindow


class BriefingDesk(QObject):
    """One for each main window. The desk itself is not touched by a show: it is there again when the show ends."""

    def __init__(self, window: QMainWindow, session: Session, status: StatusLine) -> None:
        super().__init__(window)
        self._window, self._session, self._status = window, session, status
        self.show_window: ShowWindow | None = None
        self.here = 0
        """position among the shown scenes at which "present from here" begins: that of the scene list"""

    def present(self) -> None:
        """Begin the show with its first scene."""
        self._present(0)

    def present_here(self) -> None:
        """Begin the show with the scene that is chosen in the list."""
        self._present(self.here)

    def close(self) -> None:
        """End the show, and wait for what it is drawing."""
        if self.show_window is not None:
            self.show_window.end()

    def _present(self, position: int) -> None:
        from desktop.briefing.show import Show
        from desktop.briefing.show_window import ShowWindow
        from maps.geometry import Atlas

        project = self._session.project
        if self.show_window is not None or not project.scenes:
            return
        show = Show(project, Atlas(project.data), self._session.language)
        self.show_window = ShowWindow(show)
        self.show_window.closed.connect(self._came_back)
        self.show_window.begin(position)

    def _came_back(self) -> None:
        window, self.show_window = self.show_window, None
        if window is not None:
            window.deleteLater()
        self._window.activateWindow()
