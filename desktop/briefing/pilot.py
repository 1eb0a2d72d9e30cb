"""Who flies: a flight by the clock, so that a slow machine shows fewer pictures and is late nowhere."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.briefing.interpreter import Calm
from desktop.briefing.stage_flight import Flight
from maps.briefing.flight import eased
from maps.display import Viewport

FRAME_MS = 16
"""Pause between two pictures of a flight: projectors show sixty a second."""


class Pilot(QObject):
    """Has the flight under way, if there is one. At its end it stays in the air until it is told to ``stop``."""

    moved = Signal()
    """the next picture is due"""
    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.flight: Flight | None = None
        self._took_off, self._seconds, self._moving = 0.0, 0.0, False
        self._calm = Calm()
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._tick)

    @property
    def is_moving(self) -> bool:
        """Whether there are pictures to come."""
        return self._frames.isActive()

    @property
    def share(self) -> float:
        """How much of the flight is done, 0 to 1."""
        passed = (monotonic() - self._took_off) / self._seconds if self._seconds else 1.0
        return eased(passed, moving=self._moving)

    @property
    def now(self) -> Viewport | None:
        """Where the flight is, None without one."""
        return None if self.flight is None else self.flight.path.at(self.share)

    def take_off(self, flight: Flight, *, at_once: bool) -> None:
        """Begin a flight, from what is under way to elsewhere; ``at_once`` it is at its end."""
        self._moving = self.is_moving
        self.flight = flight
        self._seconds = 0.0 if at_once else flight.path.seconds
        self._took_off = monotonic()
        self._calm.hold()
        self._frames.start()
        self._tick()

    def stop(self) -> Flight | None:
        """Have no flight any more; return the one that was under way."""
        flight, self.flight = self.flight, None
        self._rest()
        return flight

    def _tick(self) -> None:
        arrives = self.share >= 1  # asked before: time may run out while the last picture but one is shown
        self.moved.emit()
        if arrives:
            self._rest()
            self.arrived.emit()

    def _rest(self) -> None:
        self._frames.stop()
        self._calm.release()
