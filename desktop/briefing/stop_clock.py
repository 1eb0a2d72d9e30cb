"""The clock of a show, which the presenter may stop, and what it says of a plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic


class StopClock:
    """Seconds that pass only while it runs."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._held: float | None = None
        self._lost = 0.0

    def __call__(self) -> float:
        """Return seconds since some moment that stays the same."""
        return (self._clock() if self._held is None else self._held) - self._lost

    @property
    def runs(self) -> bool:
        return self._held is None

    def toggle(self) -> None:
        """Stop, or go on from where it stopped."""
        if self._held is None:
            self._held = self._clock()
        else:
            self._lost += self._clock() - self._held
            self._held = None


def behind(planned: Sequence[float], at: int, elapsed: float) -> float | None:
    """Return by how many seconds a show is behind its plan, negative when it is ahead; None without a plan.

    ``planned`` are the seconds of each scene, 0 for those that nobody planned. It is in time as long as scene ``at``
    is shown between its planned beginning and its planned end.
    """
    if not any(planned):
        return None
    begins = sum(planned[:at])
    return max(elapsed - begins - planned[at], 0.0) + min(elapsed - begins, 0.0)


def duration(seconds: float) -> str:
    """Return a time as minutes and seconds, with hours where there are any."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
