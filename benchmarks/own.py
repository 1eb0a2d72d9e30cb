"""Data of the user's own: importing 100 000 rows and a million, the map, the window and the search that hold them."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import openpyxl
from PySide6.QtCore import QEventLoop, QTimer

from benchmarks import scene
from benchmarks.harness import Row, Times, median_ms, no_collector, p95_ms, timed
from benchmarks.window import hovers, map_of, pans, settle, timed_steps, wait, zooms
from data.intake.guess import guess
from data.intake.plan import Kind
from data.intake.run import run_import
from data.intake.take import take
from data.model import Layer, Name, OwnLayer, Site, Source
from data.own import NOTHING, OwnData
from data.project import Project
from data.readers.open import open_source
from data.search import search
from desktop.intake.first_plan import Opened, first_plan
from desktop.settings import Settings
from desktop.window import MainWindow
from desktop.worker import Workers
from maps.compose import compose_map

SITES, MILLION = 100_000, 1_000_000
IMPORT_MS, PAINT_MS, EDIT_MS, STALL_MS, CANCEL_MS = 3000.0, 16.0, 100.0, 100.0, 200.0
SEARCH_MS = 100.0

_TICK_MS = 5
"""Between two beats by which the GUI thread shows that it is not held up."""
_LONGEST_S = 120.0

VIEW = replace(scene.FULL, layers=scene.FULL.layers | {"own"})

Cells = tuple[str, str, str, float, float]


def rows() -> Iterator[Row]:
    scene.application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _imports(folder)
        yield from _millions(folder)
    own = many(Layer.OWN)
    yield from _on_the_map(replace(Project.start(scene.data()), own=own))
    yield from _searched(own)
    for layer in (Layer.OWN, Layer.HOSPITAL):
        yield from _edited(layer, many(layer))


def many(layer: Layer) -> OwnData:
    """Return 100 000 sites of a layer, around the townships' representative points."""
    like = scene.data().sites_of(Layer.HOSPITAL)[0]
    category = "據點" if layer is Layer.OWN else like.category
    sites = [
        replace(
            like,
            id=f"own-{number}",
            layer=layer,
            category=category,
            name=Name(name),
            town_code=town,
            county_code=scene.data().towns[scene.data().town_index[town]].county.code,
            lon=lon,
            lat=lat,
            source_id="office",
        )
        for number, (name, town, lon, lat) in enumerate(_points(SITES))
    ]
    own = NOTHING.with_source(Source("office", "清單", "局", "2026-11-01", "", "own", "")).with_sites(sites)
    return own.with_layer(OwnLayer("據點", "hexagon", "#336699")) if layer is Layer.OWN else own


def _points(count: int) -> Iterator[tuple[str, str, float, float]]:
    """Yield name, code of the township, longitude and latitude."""
    towns = scene.data().towns
    away = np.random.default_rng(1).normal(0, 0.02, (count, 2)).tolist()
    for number, (east, north) in enumerate(away):
        town = towns[number % len(towns)]
        yield f"據點{number}", town.code, round(town.lon + east, 6), round(town.lat + north, 6)


def _cells(count: int) -> Iterator[Cells]:
    data = scene.data()
    for number, (name, code, lon, lat) in enumerate(_points(count)):
        town = data.towns[data.town_index[code]]
        yield name, town.full_name("zh"), f"{town.full_name('zh')}中正路{number % 900 + 1}號", lon, lat


# --- reading, cleaning, placing, taking ------------------------------------------------------------------------------


def _imports(folder: Path) -> Iterator[Row]:
    files: dict[str, tuple[str, Callable[[Path], None]]] = {
        "csv": ("a.csv", partial(_write_csv, count=SITES)),
        "addresses": ("b.csv", partial(_write_csv, count=SITES, placed=False)),
        "xlsx": ("c.xlsx", _write_xlsx),
        "geojson": ("d.geojson", _write_geojson),
    }
    whats = {
        "csv": "CSV file with coordinates",
        "addresses": "CSV file with addresses only",
        "xlsx": "workbook with coordinates",
        "geojson": "GeoJSON file",
    }
    for name, (file, write) in files.items():
        write(folder / file)
        times = timed(partial(_imported, folder / file), 3, warm_up=0)
        what = f"{SITES:,} rows of a {whats[name]}: read, cleaned, placed, taken"
        yield median_ms(f"own.import_{name}", what, times, IMPORT_MS)


def _imported(path: Path) -> None:
    """Import a file as the window does with its first plan. Raises ValueError where rows were lost."""
    data = scene.data()
    file = open_source(path)
    now = Opened(file, guess(file, data), ())
    kind: Kind = "own"
    plan = replace(first_plan(now, data, ""), kind=kind, layer=OwnLayer("據點", "hexagon", "#336699"))
    outcome = run_import(file, plan, data)
    own = take(outcome, plan, NOTHING, data)
    if len(own.sites) < SITES * 0.99:
        raise ValueError(f"{path.name}: {len(own.sites)} of {SITES} rows were taken, {len(outcome.refused)} refused")


def _write_csv(path: Path, count: int, placed: bool = True) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("名稱,鄉鎮市區,地址,經度,緯度\n" if placed else "名稱,地址\n")
        for name, town, address, lon, lat in _cells(count):
            file.write(f"{name},{town},{address},{lon},{lat}\n" if placed else f"{name},{address}\n")


def _write_xlsx(path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("據點")
    sheet.append(["名稱", "鄉鎮市區", "地址", "經度", "緯度"])
    for cells in _cells(SITES):
        sheet.append(cells)
    book.save(path)


def _write_geojson(path: Path) -> None:
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": {"名稱": name, "鄉鎮市區": town, "地址": address},
        }
        for name, town, address, lon, lat in _cells(SITES)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), "utf-8")


# --- a million rows in the window of imports -------------------------------------------------------------------------


class _Pulse:
    """Beats on the GUI thread; ``longest`` is the longest that it was held up, in seconds."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=_TICK_MS)
        self._timer.timeout.connect(self._beat)
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def restart(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()


def _millions(folder: Path) -> Iterator[Row]:
    path = folder / "million.csv"
    _write_csv(path, MILLION)
    with _window(folder) as window:
        window.importing.open(path)
        state, pulse = window.importing.window.state, _Pulse()
        before = _resident_mb()
        # Cancelled half a second after the checking began; then let run.
        _until(lambda: state.doing == "checking")
        wait(500)
        ended: list[float] = []
        for workers in state.findChildren(Workers):
            workers.busy_changed.connect(lambda busy: None if busy else ended.append(time.perf_counter()))
        asked = time.perf_counter()
        state.cancel()
        _until(lambda: bool(ended))
        cancelled = ended[0] - asked
        yield Row("own.cancel", "cancelled until nothing is done any more", cancelled * 1000, "ms", "", CANCEL_MS)
        start = time.perf_counter()
        state.run()
        _until(lambda: state.outcome is not None and not state.doing)
        wait(300)
        seconds = time.perf_counter() - start - 0.3
        yield Row("own.million", f"{MILLION:,} rows of a CSV file checked in the window", seconds, "s")
        what = "longest that the window was held up meanwhile, until the outcome is shown"
        yield Row("own.million_stall", what, pulse.longest * 1000, "ms", "", STALL_MS)
        yield Row("own.million_memory", "memory that the outcome takes", _resident_mb() - before, "MB")


def _until(condition: Callable[[], bool]) -> None:
    """Let events pass until something holds. Raises TimeoutError after two minutes."""
    loop, poll = QEventLoop(), QTimer(interval=_TICK_MS)
    poll.timeout.connect(lambda: loop.quit() if condition() else None)
    poll.start()
    QTimer.singleShot(round(_LONGEST_S * 1000), loop, lambda: loop.exit(1))
    late = loop.exec()
    poll.stop()
    if late:
        raise TimeoutError("not done in time")


def _resident_mb() -> float:
    """Return what Linux says that this process holds in memory, 0 elsewhere."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * 4096 / 1e6 if statm.exists() else 0.0


# --- looking at them and changing them --------------------------------------------------------------------------------


def _on_the_map(project: Project) -> Iterator[Row]:
    context, viewport = scene.fitted_context(VIEW, project=project)
    picture = scene.Picture(context, viewport, compose_map(context), (scene.WIDTH, scene.HEIGHT))
    what = f"repaint with {SITES:,} sites of an own layer, {len(picture.drawing.symbols)} symbols"
    yield median_ms("own.paint", what, timed(picture.paint, 31, warm_up=3), PAINT_MS)
    with map_of(VIEW, project) as canvas:
        yield p95_ms("own.pan", "pan step with them", timed_steps(canvas, pans(canvas)), PAINT_MS)
        yield p95_ms("own.zoom", "zoom step with them", timed_steps(canvas, zooms(canvas)), PAINT_MS)
        canvas.fit()
        settle(canvas)
        yield p95_ms("own.hover", "cursor moved to another place", timed_steps(canvas, hovers(canvas, VIEW)), PAINT_MS)


def _searched(own: OwnData) -> Iterator[Row]:
    start = Project.start(scene.data())
    states = [_renamed(own, number) for number in range(8)]
    seconds: dict[str, list[float]] = {"first": [], "again": []}
    with no_collector():
        for number, state in enumerate(states):
            data = replace(start, own=state).data
            for turn in seconds:
                began = time.perf_counter()
                search(data, f"據點77{number}")
                seconds[turn].append(time.perf_counter() - began)
    yield Row("own.search_index", f"first search of {SITES:,} new sites", seconds["first"][0] * 1000, "ms")
    first = Times(tuple(seconds["first"][1:]))
    yield median_ms("own.search_edited", "first search after one was renamed", first, SEARCH_MS)
    yield median_ms("own.search", "every further search", Times(tuple(seconds["again"])), SEARCH_MS)


def _renamed(own: OwnData, number: int) -> OwnData:
    site: Site = own.sites[number]
    return own.with_sites([replace(site, name=Name(f"改名{number}"))])


def _edited(layer: Layer, own: OwnData) -> Iterator[Row]:
    """Time the change of a project in the real window until it is painted; what follows is held to the stall."""
    end = "" if layer is Layer.OWN else f"_{layer.value}"
    with tempfile.TemporaryDirectory() as name, _window(Path(name)) as window:
        taken = _change(window, own)
        yield median_ms(f"own.taken{end}", f"{SITES:,} sites brought in, until painted", Times((taken,)))
        pulse, seconds, stalls = _Pulse(), [], []
        for number in range(9):
            pulse.restart()
            seconds.append(_change(window, _renamed(window.session.project.own, number)))
            pulse.restart()
            wait(1000)
            stalls.append(pulse.longest)
        what = f"one of {SITES:,} sites of layer {layer.value} renamed, until painted"
        yield median_ms(f"own.edit{end}", what, Times(tuple(seconds[1:])), EDIT_MS)
        what = "longest that the window is held up in the second after it"
        yield median_ms(f"own.edit{end}_stall", what, Times(tuple(stalls[1:])))


def _change(window: MainWindow, own: OwnData) -> float:
    with no_collector():
        start = time.perf_counter()
        window.session.change_own(own, "")
        window.repaint()
        seconds = time.perf_counter() - start
    settle(window.canvas)
    return seconds


@contextmanager
def _window(folder: Path) -> Iterator[MainWindow]:
    window = MainWindow(scene.data(), Settings(folder / "settings.ini"))
    window.resize(scene.WIDTH, scene.HEIGHT)
    window.show()
    settle(window.canvas)
    try:
        yield window
    finally:
        window.close_for_the_system()
