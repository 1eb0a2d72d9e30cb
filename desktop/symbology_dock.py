"""The dock of the symbology panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.late_dock import LateDock
from desktop.session import Session

if TYPE_CHECKING:
    from desktop.symbology_panel import SymbologyPanel


class SymbologyDock(LateDock["SymbologyPanel"]):
    """How the map draws what the layers show, beside it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self._session.texts.translate("Symbology", "Symbology"))

    def _make(self) -> SymbologyPanel:
        from desktop.symbology_panel import SymbologyPanel

        return SymbologyPanel(self._session)
