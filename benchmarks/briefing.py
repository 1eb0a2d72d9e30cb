"""Flights of a show of 1920×1080: every picture of them on the real stage, as the clock asks for them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent

from benchmarks import scene
from benchmarks.harness import Peer, Row, Times, median_ms, no_collector, p95_ms, timed
from benchmarks.opened import memory_mb
from benchmarks.window import settle
from data.model import Name, Place
from data.project import Project
from data.scene import Scene
from desktop.briefing.pilot import FRAME_MS
from desktop.briefing.stage import Stage
from maps.briefing.scene_view import view_record
from maps.briefing.staging import Staged, Stager
from maps.view import READY_VIEWS

PICTURE_MS, CLICK_MS = 16.0, 100.0
ROUNDS = 6
LARGE = 3840, 2160

VIEWS = {
    "whole": READY_VIEWS["overview"],
    "colours": READY_VIEWS["broadband"],
    "circle": replace(READY_VIEWS["broadband"], focus=Place("circle", "east")),
    "county": replace(READY_VIEWS["telemedicine"], focus=Place("county", "67000")),
    "index": READY_VIEWS["index"],
}
"""A briefing in five scenes, flown through in a ring."""

WORDS = {
    "whole": "from near to all of Taiwan, with other layers",
    "colours": "other colours, a chart that grows",
    "circle": "from all of Taiwan to a circle",
    "county": "from a circle to a county beyond it, with other layers",
    "index": "from near to all of Taiwan, with other colours",
}


class Watched(Stage):
    """A stage that notes when it painted a picture of a flight, and how long that took."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[tuple[float, float]] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        flies = self.is_flying
        start = time.perf_counter()
        super().paintEvent(event)
        if flies:
            self.painted.append((start, time.perf_counter()))


def rows() -> Iterator[Row]:
    scene.application()
    repaint = Peer("a full repaint of the map", timed(scene.fitted_picture(scene.FULL).paint, 31).median * 1000)
    before = memory_mb("VmRSS")
    staged = _scenes()
    with _stage(scene.WIDTH, scene.HEIGHT) as stage:
        ready = [_made_ready(stage, one) for one in staged.values()]
        yield median_ms("briefing.ready_first", "a scene made ready, each for the first time", Times(tuple(ready)))
        pictures, gaps, clicks, again = _rounds(stage, staged, ROUNDS)
        yield median_ms("briefing.ready_again", "the same, each seen before", Times(tuple(again)))
        for name, seconds in pictures.items():
            yield p95_ms(f"briefing.picture_{name}", WORDS[name], Times(tuple(seconds)), PICTURE_MS)
        everything = Times(tuple(second for seconds in pictures.values() for second in seconds))
        ordered = sorted(everything.seconds)
        yield Row(
            "briefing.picture",
            f"pictures of all flights (p99 {ordered[-(-len(ordered) * 99 // 100) - 1] * 1000:.1f})",
            everything.p95 * 1000,
            "ms",
            f"p95 of {len(everything)}",
            PICTURE_MS,
            repaint,
        )
        late = sum(gap > 1.5 * FRAME_MS / 1000 for gap in gaps)
        yield Row(
            "briefing.late", f"of {len(gaps)} pictures later than one and a half beats", 100 * late / len(gaps), "%"
        )
        yield p95_ms("briefing.click", "click to the first picture, the scene ready", Times(tuple(clicks)), CLICK_MS)
        memory = memory_mb("VmRSS")
    yield Row(
        "briefing.memory",
        "resident, beyond a map of the whole country without a show",
        None if before is None or memory is None else memory - before,
        "MB",
    )
    with _stage(*LARGE) as stage:
        pictures, gaps, _, _ = _rounds(stage, staged, 1)
        everything = Times(tuple(second for seconds in pictures.values() for second in seconds))
        yield p95_ms("briefing.picture_4k", f"the same at {LARGE[0]}×{LARGE[1]}", everything)


def _scenes() -> dict[str, Staged]:
    stager = Stager(Project.start(scene.data()), scene.atlas())
    return {
        name: stager.stage(Scene(name, title=Name(name), view=view_record(view), panel="bars"), "zh")
        for name, view in VIEWS.items()
    }


@contextmanager
def _stage(width: int, height: int) -> Iterator[Watched]:
    stage = Watched()
    stage.resize(width, height)
    stage.show()
    try:
        yield stage
    finally:
        stage.close_workers()
        stage.deleteLater()


def _made_ready(stage: Watched, staged: Staged) -> float:
    """Show a scene without a flight; return the seconds until it is there."""
    start = time.perf_counter()
    stage.show_staged(staged, moving=False)
    settle(stage)
    return time.perf_counter() - start


def _prepared(stage: Watched, staged: Staged) -> float:
    """Have a scene made ready backstage; return the seconds that it took."""
    loop = QEventLoop()
    stage.prepared.connect(loop.quit)
    QTimer.singleShot(30_000, loop.quit)
    start = time.perf_counter()
    stage.prepare(staged)
    if not stage.is_prepared(staged):
        loop.exec()
    stage.prepared.disconnect(loop.quit)
    return time.perf_counter() - start


def _rounds(
    stage: Watched, staged: dict[str, Staged], rounds: int
) -> tuple[dict[str, list[float]], list[float], list[float], list[float]]:
    """Return seconds of each picture by the scene flown to, between pictures, to the first one, and to be ready."""
    pictures: dict[str, list[float]] = {name: [] for name in staged}
    gaps, clicks, ready = [], [], []
    _made_ready(stage, list(staged.values())[-1])
    for number in range(-1, rounds):
        for name, one in staged.items():
            made = _prepared(stage, one)
            stage.painted.clear()
            with no_collector():
                start = time.perf_counter()
                stage.show_staged(one)
                settle(stage)
            if number < 0:
                continue  # names and letters are drawn for the first time
            ready.append(made)
            begun = [at for at, _ in stage.painted]
            pictures[name] += [end - at for at, end in stage.painted]
            gaps += [after - at for at, after in pairwise(begun)]
            clicks.append(stage.painted[0][1] - start)
    return pictures, gaps, clicks, ready
