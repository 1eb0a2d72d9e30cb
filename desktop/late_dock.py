"""A dock whose panel is made when it is first looked at, so that the start waits for none."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QWidget

P = TypeVar("P", bound=QWidget)


class LateDock(QDockWidget, Generic[P]):
    """Opens, comes to the front and closes with one key, as the style panel of a geographic information system does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel: P | None = None
        self.visibilityChanged.connect(lambda visible: visible and self.panel())

    def _make(self) -> P:
        """Return the new panel."""
        raise NotImplementedError

    def lie_on(self, window: QMainWindow, dock: QDockWidget) -> None:
        """Share the place of another dock, closed until it is asked for."""
        window.tabifyDockWidget(dock, self)
        self.hide()
        for bar in window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            # Qt leaves it in the focus chain while only one dock is open, when nobody sees it.
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def panel(self) -> P:
        """Return the panel, made now if nobody has looked at it yet."""
        if self._panel is None:
            self._panel = self._make()
            self.setWidget(self._panel)
        return self._panel

    def made(self) -> P | None:
        """Return the panel if it was ever looked at."""
        return self._panel

    def open(self) -> None:
        """Bring the panel to the front and put the keyboard there."""
        self.show()
        self.raise_()
        self.panel().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self) -> None:
        """Open the panel, or close it where it is in front already."""
        if self.isVisible() and not self.visibleRegion().isEmpty():
            self.hide()
        else:
            self.open()
