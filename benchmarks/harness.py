"""Measuring: repeated runs without the garbage collector's help, and the rows that come of them."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """Durations of one thing done several times, in seconds."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def p95(self) -> float:
        """The shortest duration that 95 % of the runs did not exceed."""
        ordered = sorted(self.seconds)
        return ordered[-(-len(ordered) * 95 // 100) - 1]

    def __len__(self) -> int:
        return len(self.seconds)


@contextmanager
def no_collector() -> Iterator[None]:
    """Collect what is there, then keep the collector from running inside a measurement."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def timed(work: Callable[[], object], runs: int, warm_up: int = 1, before: Callable[[], object] | None = None) -> Times:
    """Do ``work`` a few times for nothing, then ``runs`` times on the clock; ``before`` each run is not counted."""
    seconds = []
    with no_collector():
        for run in range(-warm_up, runs):
            if before is not None:
                before()
            start = time.perf_counter()
            work()
            if run >= 0:
                seconds.append(time.perf_counter() - start)
    return Times(tuple(seconds))


@dataclass(frozen=True)
class Peer:
    """What another program took for the same, in the row's unit; ``budget`` is the largest ratio allowed."""

    name: str
    value: float
    budget: float | None = None


@dataclass(frozen=True)
class Row:
    """One line of the result. ``value`` is None where nothing could be measured; then ``what`` says why."""

    name: str
    what: str
    value: float | None
    unit: str
    statistic: str = ""
    budget: float | None = None
    """in ``unit``; None where the figure only informs"""
    peer: Peer | None = None

    @property
    def ratio(self) -> float | None:
        """Our figure divided by the peer's."""
        return None if self.peer is None or self.value is None else self.value / self.peer.value

    @property
    def over(self) -> bool:
        """Tell whether a budget is exceeded, the row's own or that of the ratio."""
        ratio_over = (
            self.peer is not None
            and self.peer.budget is not None
            and self.ratio is not None
            and self.ratio > self.peer.budget
        )
        return ratio_over or (self.budget is not None and self.value is not None and self.value > self.budget)

    @property
    def mark(self) -> str:
        if self.value is None:
            return "skipped"
        if self.over:
            return "OVER BUDGET"
        has_budget = self.budget is not None or (self.peer is not None and self.peer.budget is not None)
        return "ok" if has_budget else ""


def median_ms(name: str, what: str, times: Times, budget: float | None = None, peer: Peer | None = None) -> Row:
    """Return a row of the median in milliseconds."""
    return Row(name, what, times.median * 1000, "ms", f"median of {len(times)}", budget, peer)


def p95_ms(name: str, what: str, times: Times, budget: float | None = None) -> Row:
    """Return a row of the 95th percentile in milliseconds; the median and the worst stand beside it."""
    beside = f"median {times.median * 1000:.1f}, worst {max(times.seconds) * 1000:.1f}"
    return Row(name, f"{what} ({beside})", times.p95 * 1000, "ms", f"p95 of {len(times)}", budget)
