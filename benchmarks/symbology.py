"""Other ways to show things: repainted, composed, and changed in the window; 100 000 points beside GeoPandas' plot."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import numpy as np
from PySide6.QtCore import QRectF

from benchmarks import peers, scene
from benchmarks.harness import Peer, Row, Times, median_ms, no_collector, p95_ms, timed
from benchmarks.paint import REDRAW_RATIO, REPAINT_MS, RUNS, TAIPEI
from data.model import Layer, Name, Precision, Status
from data.project import Project
from desktop.session import Session
from maps.compose import compose_map
from maps.context import Context
from maps.display import MapDrawing, Viewport
from maps.geometry import Atlas
from maps.symbology import RAMP_NAMES, Gathering, Symbology
from maps.view import READY_VIEWS, SIGHTS, MapView

MANY = 100_000
CHANGE_MS = 50.0
"""Of a change of classes until the map has them: as of a slider."""

CHANGES = 30

OVERVIEW, BROADBAND, TELEMEDICINE = (READY_VIEWS[name] for name in ("overview", "broadband", "telemedicine"))
SITES = replace(OVERVIEW, layers=OVERVIEW.layers | {"hospital", "digital"})
PEOPLE = replace(OVERVIEW, layers=OVERVIEW.layers | {"people"})
PROPORTIONAL = replace(OVERVIEW, layers=OVERVIEW.layers | {"proportional"})

KINDS: Mapping[str, MapView] = {
    "bivariate": replace(BROADBAND, second="population_65plus_share"),
    "proportional_county": PROPORTIONAL,
    "proportional_town": replace(PROPORTIONAL, proportional_level="town"),
    "people_dots": PEOPLE,
    "people_circles": replace(PEOPLE, people="circles"),
    "rings": replace(TELEMEDICINE, layers=TELEMEDICINE.layers | {"rings"}),
    "clusters": replace(SITES, gathering="clusters"),
    "hexagons": replace(SITES, gathering="hexagons"),
    "by_category": replace(SITES, sites_by="category"),
    "names_both": replace(OVERVIEW, names="both"),
    **{f"sight_{sight}": replace(BROADBAND, sight=sight) for sight in SIGHTS},
}
"""A view for each way to show things."""


def rows() -> Iterator[Row]:
    tolerance = scene.fitted_picture(scene.FULL).context.detail.tolerance
    redrawn = peers.redraw(peers.towns(tolerance))
    peer = Peer("GeoDataFrame.plot redraw of the towns", redrawn.median * 1000)
    for name, view in KINDS.items():
        picture = scene.fitted_picture(view)
        drawing = picture.drawing
        what = f"repaint, {len(drawing.shapes)} shapes, {len(drawing.symbols)} symbols, {len(drawing.labels)} labels"
        yield median_ms(f"symbology.{name}", what, timed(picture.paint, RUNS, warm_up=3), REPAINT_MS, peer)
    for name, view in KINDS.items():
        if view.sight == "normal":
            composing = timed(partial(compose_map, scene.fitted_context(view)[0]), 9)
            yield median_ms(f"symbology.compose_{name}", "display list made, shapes known", composing)
    yield from _near()
    yield from _crowded()
    yield from _window()


def _near() -> Iterator[Row]:
    """Names of sites with their leader lines, which only stand near by."""
    near = scene.near_picture(scene.FULL, 150_000, TAIPEI)
    what = f"repaint around Taipei at 1:150,000, {len(near.drawing.labels)} names of places and sites"
    yield median_ms("symbology.names_of_sites", what, timed(near.paint, RUNS, warm_up=3), REPAINT_MS)
    composing = timed(partial(compose_map, near.context), 9)
    yield median_ms("symbology.compose_names_of_sites", "display list made with them", composing)


def _crowd() -> tuple[Project, Atlas]:
    """Return the project with 100 000 sites made up for this measurement, scattered where people live."""
    data, random = scene.data(), np.random.default_rng(20)
    people = data.town_values("population")
    rows = random.choice(len(data.towns), MANY, p=people / people.sum())
    shift = random.normal(0, 0.02, (MANY, 2))
    like = replace(data.sites_of(Layer.DIGITAL)[0], precision=Precision.SITE, status=Status.OPERATING)
    made = []
    for number, (row, (east, north)) in enumerate(zip(rows.tolist(), shift.tolist(), strict=True)):
        town = data.towns[row]
        place = replace(
            like, id=f"point-{number}", name=Name(f"測點{number}"), lon=town.lon + east, lat=town.lat + north
        )
        made.append(replace(place, town_code=town.code, county_code=town.county.code))
    crowded = replace(data, sites=(*(site for site in data.sites if site.layer is not Layer.DIGITAL), *made))
    return Project.start(crowded), Atlas(crowded)


def _crowded() -> Iterator[Row]:
    project, atlas = _crowd()
    positions = np.array([atlas.site_positions[site.id] for site in project.data.sites_of(Layer.DIGITAL)])
    plotted = peers.redraw_points(positions)
    yield median_ms(f"peer.points_{MANY}", "GeoDataFrame.plot of the same points drawn again, no towns", plotted)
    peer = Peer("GeoDataFrame.plot redraw of the points", plotted.median * 1000, REDRAW_RATIO)
    for how in ("clusters", "hexagons"):
        yield from _gathered(project, atlas, how, peer)


def _gathered(project: Project, atlas: Atlas, how: Gathering, peer: Peer) -> Iterator[Row]:
    view = replace(SITES, gathering=how)
    context, viewport = scene.fitted_context(view, shapes=atlas, project=project)
    picture = scene.Picture(context, viewport, compose_map(context), (scene.WIDTH, scene.HEIGHT))
    drawing = picture.drawing
    what = f"repaint of {MANY} points as {how}, {len(drawing.shapes)} shapes, {len(drawing.symbols)} symbols"
    yield median_ms(f"symbology.many_{how}", what, timed(picture.paint, RUNS, warm_up=3), REPAINT_MS, peer)
    composing = timed(partial(compose_map, context), 9)
    yield median_ms(f"symbology.compose_many_{how}", "display list made, at a scale seen before", composing)
    scales = iter(context.metres_per_mm / 2.0**step for step in range(1, 7))
    fresh = timed(lambda: compose_map(_at(context, next(scales))), 5)
    yield median_ms(f"symbology.compose_many_{how}_first", "display list made, each scale for the first time", fresh)

    for denominator in (500_000, 100_000, 25_000):
        near = scene.Picture(_at(context, denominator / 1000), _seen(denominator), MapDrawing(), picture.pixels)
        near = replace(near, drawing=compose_map(near.context))
        what = f"repaint around Taipei at 1:{denominator:,}, {len(near.drawing.symbols)} symbols in all"
        yield median_ms(f"symbology.many_{how}_1:{denominator}", what, timed(near.paint, 11), REPAINT_MS)


def _seen(denominator: int) -> Viewport:
    return Viewport(QRectF(0, 0, scene.WIDTH / scene.DOTS, scene.HEIGHT / scene.DOTS), TAIPEI, denominator / 1000)


def _at(context: Context, metres_per_mm: float) -> Context:
    return replace(context, metres_per_mm=metres_per_mm)


def _window() -> Iterator[Row]:
    """In the real window: from a wish of the planner to the sharp map."""
    app = scene.application()
    from desktop.settings import Settings
    from desktop.window import MainWindow

    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(scene.data(), Settings(Path(folder) / "settings.ini"))
        window.resize(scene.WIDTH, scene.HEIGHT)
        window.show()

        def until_ready() -> None:
            app.processEvents()
            while not window.canvas.is_ready():
                app.processEvents()

        window.show_view("broadband")
        window.session.set_choropleth("emergency_beds_per_100k")
        until_ready()
        for name, what, budget, changes in _wishes(window.session):
            yield p95_ms(
                f"symbology.change_{name}", f"{what}, until the sharp map", _timed(changes, until_ready), budget
            )
        window.close_for_the_system()


def _wishes(session: Session) -> Iterator[tuple[str, str, float | None, Iterator[Callable[[], None]]]]:
    counts = cycle((5, 7, 4, 6, 3, 8, 9))
    natural = (partial(session.set_symbology, Symbology("natural", classes)) for classes in counts)
    yield "natural", "natural breaks with another number of classes", CHANGE_MS, natural
    ramps = (partial(session.set_symbology, Symbology("natural", 5, ramp)) for ramp in cycle(RAMP_NAMES))
    yield "ramp", "another ramp", CHANGE_MS, ramps
    sights = (partial(session.set_sight, sight) for sight in cycle(SIGHTS))
    yield "sight", "another colour-vision preview", None, sights


def _timed(changes: Iterator[Callable[[], None]], until_ready: Callable[[], None]) -> Times:
    seconds = []
    with no_collector():
        for number, change in enumerate(islice(changes, CHANGES + 3)):
            start = time.perf_counter()
            change()
            until_ready()
            if number >= 3:
                seconds.append(time.perf_counter() - start)
    return Times(tuple(seconds))
