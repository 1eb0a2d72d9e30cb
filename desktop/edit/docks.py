"""The docks of editing: the data table below the map, the history beside it. Both are made when first looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from data.model import Layer
from desktop.edit.commands import EditCommands
from desktop.late_dock import LateDock
from desktop.session import Session

if TYPE_CHECKING:
    from desktop.edit.data_panel import DataPanel
    from desktop.edit.history_panel import HistoryPanel


class DataDock(LateDock["DataPanel"]):
    """Sites and figures as tables."""

    def __init__(
        self,
        session: Session,
        commands: EditCommands,
        open_form: Callable[[str], None],
        begin_adding: Callable[[Layer, str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._commands = session, commands
        self._open_form, self._begin_adding = open_form, begin_adding
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self._session.texts.translate("Edit", "Data table"))

    def _make(self) -> DataPanel:
        from desktop.edit.data_panel import DataPanel

        panel = DataPanel(self._session, self._commands)
        panel.form_wanted.connect(self._open_form)
        panel.point_wanted.connect(self._begin_adding)
        return panel


class HistoryDock(LateDock["HistoryPanel"]):
    """Every change, to be gone back to."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self._session.texts.translate("Edit", "History"))

    def _make(self) -> HistoryPanel:
        from desktop.edit.history_panel import HistoryPanel

        return HistoryPanel(self._session)
