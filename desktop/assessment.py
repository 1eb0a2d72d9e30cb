"""The assessment beside the map: its tabs, each made when it is first looked at, so that the start waits for none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from data.scenario import Scenario
from desktop.map_canvas import MapCanvas
from desktop.scorecard_panel import ScorecardPanel
from desktop.session import Session
from desktop.words import mark
from desktop.worker import Workers

if TYPE_CHECKING:
    from desktop.whatif_panel import WhatIfPanel

Make = Callable[[Session, Workers, MapCanvas], QWidget]


def _charts(session: Session, workers: Workers, _: MapCanvas) -> QWidget:
    from desktop.charts_panel import ChartsPanel  # brings Matplotlib with it

    return ChartsPanel(session, workers)


def _index(session: Session, workers: Workers, _: MapCanvas) -> QWidget:
    from desktop.index_panel import IndexPanel

    return IndexPanel(session, workers)


def _whatif(session: Session, workers: Workers, canvas: MapCanvas) -> QWidget:
    from desktop.whatif_panel import WhatIfPanel

    return WhatIfPanel(session, workers, canvas)


def _targets(session: Session, _workers: Workers, _: MapCanvas) -> QWidget:
    from desktop.targets_panel import TargetsPanel

    return TargetsPanel(session)


@dataclass(frozen=True)
class TabSpec:
    """One tab: its id, its title and what makes its panel."""

    id: str
    title: str
    make: Make


TABS: tuple[TabSpec, ...] = (
    TabSpec("scorecard", mark("Assessment", "Scorecard"), lambda session, workers, _: ScorecardPanel(session, workers)),
    TabSpec("charts", mark("Assessment", "Charts"), _charts),
    TabSpec("index", mark("Assessment", "Index"), _index),
    TabSpec("whatif", mark("Assessment", "What if"), _whatif),
    TabSpec("targets", mark("Assessment", "Targets"), _targets),
)
FIRST = TABS[0].id


class Assessment(QTabWidget):
    """The tabs. ``panel`` gives the panel of a tab and makes it if need be."""

    shown = Signal(str)
    """id of the tab that is looked at now"""
    made_panel = Signal(QWidget)
    """panel of a tab that is looked at for the first time"""

    def __init__(self, session: Session, workers: Workers, canvas: MapCanvas) -> None:
        super().__init__()
        self._session, self._workers, self._canvas = session, workers, canvas
        self._panels: dict[str, QWidget] = {}
        self._columns: dict[str, QVBoxLayout] = {}
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        for spec in TABS:
            holder = QWidget()
            self._columns[spec.id] = column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            self.addTab(holder, "")
        self.currentChanged.connect(self._look_at)
        session.language_changed.connect(self.retranslate)
        self.panel(FIRST)
        self.retranslate()

    def retranslate(self) -> None:
        for number, spec in enumerate(TABS):
            self.setTabText(number, self._session.texts.translate("Assessment", spec.title))

    def current_tab(self) -> str:
        return TABS[self.currentIndex()].id

    def show_tab(self, tab_id: str) -> None:
        """Look at a tab; an unknown one (of another version's settings) changes nothing."""
        for number, spec in enumerate(TABS):
            if spec.id == tab_id:
                self.setCurrentIndex(number)

    def made(self, tab_id: str) -> QWidget | None:
        """Return the panel of a tab if it was ever looked at."""
        return self._panels.get(tab_id)

    def panel(self, tab_id: str) -> QWidget:
        """Return the panel of a tab, made now if nobody has looked at it yet."""
        panel = self._panels.get(tab_id)
        if panel is None:
            spec = next(spec for spec in TABS if spec.id == tab_id)
            panel = self._panels[tab_id] = spec.make(self._session, self._workers, self._canvas)
            self._columns[tab_id].addWidget(panel if tab_id == FIRST else _scrolled(panel))
            self.made_panel.emit(panel)
        return panel

    @property
    def scorecard(self) -> ScorecardPanel:
        panel = self.panel(FIRST)
        assert isinstance(panel, ScorecardPanel)
        return panel

    def has_unsaved(self) -> bool:
        """Tell whether there is a scenario that is in no file."""
        panel = self._whatif()
        return not self._session.project.scenario.is_empty if panel is None else panel.has_unsaved()

    def count_as_kept(self, scenario: Scenario) -> None:
        """Know that a scenario is in the file of the project."""
        panel = self._whatif()
        if panel is not None:
            panel.count_as_kept(scenario)

    def _whatif(self) -> WhatIfPanel | None:
        panel = self.made("whatif")
        if panel is None:
            return None
        from desktop.whatif_panel import WhatIfPanel

        return panel if isinstance(panel, WhatIfPanel) else None

    def _look_at(self, number: int) -> None:
        self.panel(TABS[number].id)
        self.shown.emit(TABS[number].id)


def _scrolled(panel: QWidget) -> QWidget:
    """Put a panel into a scroll area: in a low window, or at 200 %, no control may be out of reach."""
    if isinstance(panel, QScrollArea):
        return panel
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(panel)
    return area
