"""The interpreter during a show: its garbage collector and its lock must not hold up a flight."""

from __future__ import annotations

import gc
import sys

SWITCH_SECONDS = 0.001
"""How long a worker keeps the lock that the GUI thread waits for after every call that gave it up; 5 ms otherwise."""


class ShowTime:
    """From ``begin`` to ``end`` of a show, a collection looks only at what the show itself has made.

    Looking at everything takes a tenth of a second, six pictures of a flight.
    """

    def __init__(self) -> None:
        self._interval: float | None = None

    def begin(self) -> None:
        if self._interval is None:
            self._interval = sys.getswitchinterval()
            sys.setswitchinterval(SWITCH_SECONDS)
            gc.freeze()

    def end(self) -> None:
        if self._interval is not None:
            sys.setswitchinterval(self._interval)
            self._interval = None
            gc.unfreeze()


class Calm:
    """Keeps the garbage collector from running between ``hold`` and ``release``."""

    def __init__(self) -> None:
        self._held = False

    def hold(self) -> None:
        if gc.isenabled():
            self._held = True
            gc.disable()

    def release(self) -> None:
        if self._held:
            self._held = False
            gc.enable()
