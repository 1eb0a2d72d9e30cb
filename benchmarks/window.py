"""Gestures in the real map of 1920×1080 and changes in the real window, from the event to the painted screen."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from benchmarks import scene
from benchmarks.harness import Row, Times, median_ms, no_collector, p95_ms
from data.balance.scorecard import scorecard
from data.model import Overlap, Place
from data.project import Project
from desktop.map_canvas import ZOOM_STEP, MapCanvas
from desktop.settings import Settings
from desktop.window import MainWindow
from desktop.worker import Task, Workers
from maps.export.formats import write_plates
from maps.page import page_size
from maps.plate import Plate
from maps.view import READY_VIEWS, MapView

STEPS = 200
STEP_MS = 16.0
BUSY_PAUSE_MS = 60
"""Longer than the map rests before it asks for a sharp picture, so that each step meets the worker at work."""

NEAR = 500.0
"""m per mm: 1:500 000, where some counties fill the window."""


def rows() -> Iterator[Row]:
    scene.application()
    with map_of(scene.FULL) as canvas:
        far = canvas.viewport().metres_per_mm
        yield p95_ms("window.pan", "pan step, all of Taiwan", timed_steps(canvas, pans(canvas)), STEP_MS)
        yield p95_ms(
            "window.zoom", "zoom step, out of all of Taiwan and back", timed_steps(canvas, zooms(canvas)), STEP_MS
        )
        canvas.fit()
        settle(canvas)
        busy = timed_steps(canvas, pans(canvas), 60, BUSY_PAUSE_MS)
        yield p95_ms("window.pan_busy", "pan step while a sharp picture is being made", busy, STEP_MS)
        busy = timed_steps(canvas, zooms(canvas), 60, BUSY_PAUSE_MS)
        yield p95_ms("window.zoom_busy", "zoom step while a sharp picture is being made", busy, STEP_MS)
        canvas.fit()
        settle(canvas)
        yield p95_ms(
            "window.hover",
            "cursor moved to another place, which is marked",
            timed_steps(canvas, hovers(canvas)),
            STEP_MS,
        )
        canvas.set_view(replace(scene.FULL, selected=Place("circle", "south")))
        settle(canvas)
        yield p95_ms(
            "window.pan_selected", "pan step with a circle selected", timed_steps(canvas, pans(canvas)), STEP_MS
        )
        canvas.set_view(scene.FULL)
        canvas.zoom_by(far / NEAR)
        settle(canvas)
        yield p95_ms("window.pan_near", "pan step at 1:500 000", timed_steps(canvas, pans(canvas)), STEP_MS)
        yield p95_ms("window.pan_exporting", "pan step while A3 is written at 300 dpi", _exporting(canvas), STEP_MS)
    for name in ("overview", "broadband", "full"):
        with map_of(scene.VIEWS[name]) as canvas:
            first, again = _sharp(canvas)
            yield median_ms(
                f"window.sharp_first_{name}", "zoom step to sharp picture, each scale for the first time", first
            )
            yield median_ms(f"window.sharp_{name}", "the same, each scale seen before", again)
    yield from _changes()


@contextmanager
def map_of(view: MapView, project: Project | None = None) -> Iterator[MapCanvas]:
    """A map of 1920×1080 with a sharp picture of ``view``."""
    canvas = MapCanvas()
    canvas.resize(scene.WIDTH, scene.HEIGHT)
    canvas.set_project(project or Project.start(scene.data()))
    canvas.set_view(view)
    canvas.show()
    settle(canvas)
    try:
        yield canvas
    finally:
        canvas.close_workers()
        canvas.deleteLater()


def settle(canvas: MapCanvas) -> None:
    """Wait until the sharp picture is there, and paint it. Raises TimeoutError after 30 s."""
    loop = QEventLoop()
    canvas.settled.connect(loop.quit)
    QTimer.singleShot(30_000, loop, lambda: loop.exit(1))
    # A change of view or size reaches the map's timer through the event queue.
    QApplication.processEvents()
    late = 0 if canvas.is_ready() else loop.exec()
    canvas.settled.disconnect(loop.quit)
    if late:
        raise TimeoutError("no sharp picture within 30 s")
    canvas.repaint()


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


Step = Callable[[], object]


def timed_steps(canvas: MapCanvas, steps: Iterable[Step], count: int = STEPS, pause_ms: int = 0) -> Times:
    """Time each step with the repaint that follows; between two steps let events pass for ``pause_ms``."""
    seconds = []
    with no_collector():
        for number, step in enumerate(islice(steps, count + 5)):
            start = time.perf_counter()
            step()
            canvas.repaint()
            if number >= 5:
                seconds.append(time.perf_counter() - start)
            if pause_ms:
                wait(pause_ms)
    settle(canvas)
    return Times(tuple(seconds))


def pans(canvas: MapCanvas) -> Iterator[Step]:
    """Drag the map round a square, 12 pixels a step."""
    for dx, dy in cycle([(12, 0)] * 10 + [(0, 12)] * 10 + [(-12, 0)] * 10 + [(0, -12)] * 10):
        yield partial(canvas.pan_by, dx, dy)


def zooms(canvas: MapCanvas) -> Iterator[Step]:
    """Turn the wheel over Taichung: four notches in, eight out, four in."""
    at = QPointF(0.45 * scene.WIDTH, 0.4 * scene.HEIGHT)
    for factor in cycle([ZOOM_STEP] * 4 + [1 / ZOOM_STEP] * 8 + [ZOOM_STEP] * 4):
        yield partial(canvas.zoom_by, factor, at)


def hovers(canvas: MapCanvas, view: MapView = scene.FULL) -> Iterator[Step]:
    """Move the cursor over the island; the map marks what it finds, as the window lets it."""
    canvas.hovered.connect(lambda place, lon, lat: canvas.set_view(replace(view, hovered=place)))
    columns = range(int(0.35 * scene.WIDTH), int(0.5 * scene.WIDTH), 7)
    for row in cycle(range(int(0.2 * scene.HEIGHT), int(0.8 * scene.HEIGHT), 60)):
        for column in columns:
            point = QPointF(column, row)
            none = Qt.MouseButton.NoButton
            event = QMouseEvent(QEvent.Type.MouseMove, point, point, none, none, Qt.KeyboardModifier.NoModifier)
            yield partial(QApplication.sendEvent, canvas, event)


def _sharp(canvas: MapCanvas) -> tuple[Times, Times]:
    """Return the times from a zoom step to its sharp picture: going in through nine scales, and coming back."""
    seconds: list[list[float]] = [[], []]
    for turn, factor in enumerate((ZOOM_STEP, 1 / ZOOM_STEP)):
        for _ in range(9):
            start = time.perf_counter()
            canvas.zoom_by(factor)
            settle(canvas)
            seconds[turn].append(time.perf_counter() - start)
    return Times(tuple(seconds[0])), Times(tuple(seconds[1]))


def _exporting(canvas: MapCanvas) -> Times:
    """Return the times of pan steps in the course of an export, which runs as the window lets it run."""
    workers = Workers(canvas)
    over = Event()
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "map.png"

        def work(_: Task) -> None:
            plate = Plate(Project.start(scene.data()), READY_VIEWS["overview"], scene.atlas(), page_size("A3", 300))
            write_plates([plate], "png", target)

        workers.run_task(work, lambda _: over.set(), _raise)
        for step in pans(canvas):
            start = time.perf_counter()
            step()
            canvas.repaint()
            seconds.append(time.perf_counter() - start)
            wait(5)
            if over.is_set():
                break
    workers.close()
    settle(canvas)
    return Times(tuple(seconds))


def _raise(fault: Exception) -> None:
    raise fault


def _changes() -> Iterator[Row]:
    """Time what the user changes in the window, until every panel is painted (the map's sharp picture follows)."""
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(scene.data(), Settings(Path(folder) / "settings.ini"))
        window.resize(scene.WIDTH, scene.HEIGHT)
        window.show()
        settle(window.canvas)
        session = window.session
        rules = cycle((Overlap.SPLIT, Overlap.FIRST, Overlap.EACH))
        places = (Place("town", town.code) for town in scene.data().towns)
        changes: dict[str, tuple[str, Iterator[Step]]] = {
            "overlap": (
                "other overlap rule: scorecard recomputed, panels painted",
                (partial(session.change_overlap, rule) for rule in rules),
            ),
            "select": ("town selected: details shown", (partial(session.select, place) for place in places)),
        }
        for name, (what, steps) in changes.items():
            seconds = []
            for step in islice(steps, 15):
                scorecard.cache_clear()
                start = time.perf_counter()
                step()
                window.repaint()
                seconds.append(time.perf_counter() - start)
                settle(window.canvas)
            yield median_ms(f"window.{name}", what, Times(tuple(seconds)))
        window.close_for_the_system()
