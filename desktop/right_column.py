"""The right side of the window: the tabs of the assessment above the details, with a split of its own for every tab."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.assessment import Assessment

SHARES: Mapping[str, float] = {"scorecard": 0.74, "charts": 0.7, "index": 0.78, "whatif": 0.78, "targets": 0.74}
"""Share of the height that each tab takes at first: what 1280 × 800 leaves must hold its controls."""

_READABLE = 220
"""Pixels in which an answer can be read: value, formula and the first figures."""
_LEAST, _MOST = 0.15, 0.9
_LOWEST = 140
"""Pixels in which both may have to do: at 200 % on 1920 × 1080 the data table and the history leave no more."""


class RightColumn(QSplitter):
    """Keeps the proportion that was last chosen for each tab, whatever the height of the window."""

    def __init__(self, tabs: Assessment, details: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._tabs = tabs
        self._shares = dict(SHARES)
        self._answering = False
        self.addWidget(tabs)
        self.addWidget(details)
        self.setChildrenCollapsible(False)
        self.setMinimumHeight(_LOWEST)  # else the least heights of both would make the window higher than the screen
        self.splitterMoved.connect(self._keep)
        tabs.shown.connect(lambda _tab: self._turn())
        # Not at once: it is told in the middle of a layout, which would undo what is set now.
        tabs.scorecard.fitted.connect(self._divide, Qt.ConnectionType.QueuedConnection)
        tabs.made_panel.connect(lambda panel: _put_before(panel, details))

    def shares(self) -> Mapping[str, float]:
        """Return the share of the height that each tab takes, 0 to 1."""
        return dict(self._shares)

    def set_shares(self, shares: Mapping[str, float]) -> None:
        """Divide as in an earlier session; tabs that it did not know keep their own."""
        self._shares |= {tab: min(max(share, _LEAST), _MOST) for tab, share in shares.items() if tab in SHARES}
        self._divide()

    def make_room(self) -> None:
        """Give the details room for an answer, until it is closed or another tab is looked at."""
        self._answering = True
        self._divide()

    def take_back(self) -> None:
        """Give the tab its share again when an answer is closed."""
        if self._answering:
            self._answering = False
            self._divide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _turn(self) -> None:
        self._answering = False
        self._divide()

    def _divide(self) -> None:
        height, tab = sum(self.sizes()), self._tabs.current_tab()
        above = round(height * self._shares[tab])
        if tab == "scorecard" and self._shares[tab] == SHARES[tab]:  # nobody has chosen: no room for nothing
            above = min(above, self._tabs.tabBar().height() + self._tabs.scorecard.comfortable_height())
        if self._answering and height - above < _READABLE <= height / 2:
            above = height - _READABLE
        self.setSizes([above, height - above])

    def _keep(self) -> None:
        above, below = self.sizes()
        self._answering = False  # whoever drags has chosen
        if above + below:
            self._shares[self._tabs.current_tab()] = above / (above + below)


def _put_before(panel: QWidget, details: QWidget) -> None:
    """Let Tab reach a panel that is made late before the many links of the details."""
    stops = [
        stop
        for stop in panel.findChildren(QWidget)
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.window() is panel.window()  # no list of a chooser
    ]
    if stops:
        QWidget.setTabOrder(max(stops, key=lambda stop: _place(panel, stop)), details)


def _place(start: QWidget, wanted: QWidget) -> int:
    """Return how many steps of the focus chain lead from one widget to another."""
    steps, stop = 0, start.nextInFocusChain()
    while stop is not None and stop is not wanted and stop is not start:
        steps, stop = steps + 1, stop.nextInFocusChain()
    return steps
