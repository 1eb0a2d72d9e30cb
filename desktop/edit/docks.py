"""The docks of editing: the data table below the map, the history beside it. Both are made when first looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QTabBar, QToolButton, QWidget

from data.model import Layer
from desktop.edit.commands import EditCommands
from desktop.late_dock import LateDock
from desktop.session import Session
from desktop.widgets import named
from desktop.words import mark

if TYPE_CHECKING:
    from desktop.edit.data_panel import DataPanel
    from desktop.edit.history_panel import HistoryPanel

_TABS = (mark("Edit", "Sites"), mark("Edit", "Figures"))
_SHARE, _LEAST_HEIGHT = 0.36, 230
"""Share of the window that the table takes when it is opened, and pixels that it needs to show some rows."""


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
        # Its tabs stand in the title: below the map, every line of chrome is a row less.
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        for _ in _TABS:
            self.tabs.addTab("")
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setText("×")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.hide)
        title = named(QWidget(), "panel")
        row = QHBoxLayout(title)
        row.setContentsMargins(4, 2, 4, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.setTitleBarWidget(title)
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        texts = self._session.texts
        self.setWindowTitle(texts.translate("Edit", "Data table"))
        self.tabs.setAccessibleName(self.windowTitle())
        for number, title in enumerate(_TABS):
            self.tabs.setTabText(number, texts.translate("Edit", title))
        self.close_button.setToolTip(texts.translate("Edit", "Close the data table"))
        self.close_button.setAccessibleName(self.close_button.toolTip())

    def open(self) -> None:
        """Bring the table to light, high enough for some rows, and put the keyboard there."""
        window = self.parentWidget()
        super().open()
        if self.height() < _LEAST_HEIGHT and isinstance(window, QMainWindow):
            window.resizeDocks([self], [max(round(window.height() * _SHARE), _LEAST_HEIGHT)], Qt.Orientation.Vertical)

    def _make(self) -> DataPanel:
        from desktop.edit.data_panel import DataPanel

        panel = DataPanel(self._session, self._commands)
        self.tabs.currentChanged.connect(panel.setCurrentIndex)
        panel.currentChanged.connect(self.tabs.setCurrentIndex)
        panel.setCurrentIndex(self.tabs.currentIndex())
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
