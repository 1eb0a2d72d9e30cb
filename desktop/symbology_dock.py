"""The dock of the symbology panel, which is made when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QWidget

from desktop.session import Session

if TYPE_CHECKING:
    from desktop.symbology_panel import SymbologyPanel


class SymbologyDock(QDockWidget):
    """Opens, comes to the front and closes with one key, as the style panel of a geographic information system does."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._panel: SymbologyPanel | None = None
        self.visibilityChanged.connect(lambda visible: visible and self.panel())
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def lie_on(self, window: QMainWindow, dock: QDockWidget) -> None:
        """Share the place of another dock, closed until it is asked for."""
        window.tabifyDockWidget(dock, self)
        self.hide()
        for bar in window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            # Qt leaves it in the focus chain while only one dock is open, when nobody sees it.
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def retranslate(self) -> None:
        self.setWindowTitle(self._session.texts.translate("Symbology", "Symbology"))

    def panel(self) -> SymbologyPanel:
        """Return the panel, made now if nobody has looked at it yet: the start waits for none."""
        if self._panel is None:
            from desktop.symbology_panel import SymbologyPanel

            self._panel = SymbologyPanel(self._session)
            self.setWidget(self._panel)
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
