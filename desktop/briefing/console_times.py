"""The line of times above the console: time of day, time taken, time planned."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTime, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.briefing.show import Show
from desktop.briefing.stop_clock import behind, duration
from desktop.widgets import muted, named
from maps.texts import Texts

TICK_MS = 250
"""Often enough that no second is skipped."""

IN_TIME = 15.0
"""Seconds ahead or behind that nobody needs to hear of."""


class Times(QWidget):
    """Tells the presenter the time. It only looks at the clock of the show; the two buttons ask for more."""

    held = Signal()
    """the clock is to be stopped, or to go on"""
    restarted = Signal()

    def __init__(self, show: Show, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show, self._texts = show, texts
        self.now, self.elapsed = named(QLabel(), "time"), named(QLabel(), "time")
        self.planned, self.on_scene, self.pace = named(QLabel(), "time"), named(QLabel(), "time"), QLabel()
        self.hold_button, self.restart_button = named(QToolButton(), "tool"), named(QToolButton(), "tool")
        self.hold_button.setCheckable(True)
        self.hold_button.clicked.connect(self.held)
        self.restart_button.setText(texts.translate("Console", "Restart"))
        self.hold_button.setToolTip(texts.translate("Console", "Stop the clock of the show (Ctrl+T)"))
        self.restart_button.setToolTip(texts.translate("Console", "Begin the time anew (Ctrl+R)"))
        for button in (self.hold_button, self.restart_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleDescription(button.toolTip())
        self.restart_button.clicked.connect(self.restarted)
        self._spare: list[QWidget] = [self.hold_button, self.restart_button]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(22)
        row.addWidget(self._column(self.now, texts.translate("Console", "Time of day")))
        row.addWidget(self._column(self.elapsed, texts.translate("Console", "Elapsed")))
        row.addWidget(self.hold_button)
        row.addWidget(self.restart_button)
        for label, words in (
            (self.on_scene, texts.translate("Console", "This scene")),
            (self.planned, texts.translate("Console", "All scenes")),
        ):
            column = self._column(label, words)
            row.addWidget(column)
            self._spare.append(column)
        row.addWidget(self.pace)
        row.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.refresh)

    def _column(self, label: QLabel, words: str) -> QWidget:
        label.setAccessibleName(words)
        under, head = QWidget(), muted()
        head.setText(words)
        column = QVBoxLayout(under)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(label)
        return under

    def set_small(self, small: bool) -> None:
        """Keep to the time of day, the time taken and whether that is late."""
        for widget in self._spare:
            widget.setVisible(not small)

    def refresh(self) -> None:
        """Tell what time it is now."""
        show, texts = self._show, self._texts
        planned = [scene.seconds for scene in show.scenes]
        at = max(show.at, 0)
        self.now.setText(texts.locale.toString(QTime.currentTime(), "HH:mm"))
        self.elapsed.setText(duration(show.elapsed))
        self.on_scene.setText(_of(duration(show.on_scene), planned[at]))
        self.planned.setText(duration(sum(planned)) if any(planned) else texts.translate("Console", "not planned"))
        late = behind(planned, at, show.elapsed)
        words, name = "", "muted"
        if late is not None and abs(late) < IN_TIME:
            words = texts.translate("Console", "in time")
        elif late is not None and late > 0:
            words, name = texts.translate("Console", "{time} behind").format(time=duration(late)), "late"
        elif late is not None:
            words, name = texts.translate("Console", "{time} ahead").format(time=duration(-late)), "early"
        if self.pace.objectName() != name:
            self.pace.setObjectName(name)
            self.pace.style().polish(self.pace)
        self.pace.setText(words)
        runs = show.clock.runs
        self.hold_button.setText(texts.translate("Console", "Pause") if runs else texts.translate("Console", "Go on"))
        self.hold_button.setChecked(not runs)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


def _of(taken: str, planned: float) -> str:
    return f"{taken} / {duration(planned)}" if planned else taken
