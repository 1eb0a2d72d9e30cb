"""The assessment: a weight that moves, the ranks under other weights, and an edit of the scenario."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import scene
from benchmarks.harness import Row, Times, median_ms, no_collector, p95_ms, timed
from data.balance.composite import rank
from data.balance.evaluate import INDEX, column, indicator_ids
from data.balance.groups import BY, By
from data.balance.index import index_column, index_values
from data.balance.scorecard import scorecard
from data.balance.sensitivity import sensitivity
from data.index_spec import DEFAULT_INDEX, IndexSpec
from data.model import Layer
from data.project import Project
from data.scenario import AddSite, Scenario

SLIDER_MS = 50.0
"""Of the design: index, map, scorecard and chart together."""
EDIT_MS = 100.0
SENSITIVITY_MS = 1000.0
DRAWS = 1000
LEVELS: tuple[By, ...] = ("circle", "county", "town")

_steps = count(1)


def rows() -> Iterator[Row]:
    project = Project.start(scene.data())
    for by in LEVELS:
        index_values(project, by)
        ranking = timed(partial(_rank, project, by), 60)
        yield median_ms(f"assess.index_{by}", f"index and ranks by {by} after a weight has moved", ranking)
    yield median_ms("assess.scorecard", "the scorecard after it", timed(lambda: scorecard(_weighed(project)), 60))
    yield from _charts(project)
    yield _sensitivity(project)
    yield _edit(project)
    yield from _window()


def _rank(project: Project, by: By) -> None:
    rank(index_column(_weighed(project), by).values)


def _weighed(project: Project) -> Project:
    """Return the project with a weight that no run has had."""
    return replace(project, index=_recipe())


def _recipe() -> IndexSpec:
    return DEFAULT_INDEX.with_weight("speed_4g", 1 + next(_steps) / 1000)


def _charts(project: Project) -> Iterator[Row]:
    from maps.charts.chart import ChartContext
    from maps.charts.ranks import RankPlot
    from maps.charts.render import picture, prepare
    from maps.texts import Texts
    from maps.theme import THEMES

    scene.application()
    prepare()
    texts = Texts("zh")
    for by in LEVELS:
        plot = RankPlot()

        def draw(by: By, plot: RankPlot) -> None:
            context = ChartContext(_weighed(project), texts, THEMES["light"], 300, 260, INDEX, by=by)
            picture(plot.update(context), 96)

        what = f"the chart of ranks by {by} after it, {DRAWS} draws included"
        yield median_ms(f"assess.chart_{by}", what, timed(partial(draw, by, plot), 9, warm_up=2))


def _sensitivity(project: Project) -> Row:
    values, parts = index_values(project, "town"), project.index.parts
    directions, shares = [part.direction for part in parts], project.index.shares
    seeds = count(1)
    drawing = timed(lambda: sensitivity(values, directions, shares, draws=DRAWS, seed=next(seeds)), 9)
    what = f"ranks of {len(values)} towns under {DRAWS} draws of weights and methods"
    return median_ms("assess.sensitivity", what, drawing, SENSITIVITY_MS)


def _edit(project: Project) -> Row:
    """Another scenario each time: the data set as it would be, and every indicator of every kind of area from it."""
    ids, town = indicator_ids(), project.data.towns[200]
    _measure_all(project, ids)

    def edit() -> None:
        step = next(_steps)
        point = AddSite(Layer.TELEMEDICINE, f"new{step}", "", town.code, 120.5 + step / 100_000, 23.5)
        _measure_all(replace(project, scenario=Scenario("", (point,))), ids)

    what = f"{len(ids)} measures of towns, counties, circles and the nation after an edit of the scenario"
    return median_ms("assess.edit", what, timed(edit, 15), EDIT_MS)


def _measure_all(project: Project, ids: tuple[str, ...]) -> None:
    for by in BY:
        for one in ids:
            column(project, one, by, "scenario")


def _window() -> Iterator[Row]:
    """In the real window, by towns: until the call comes back, and until the new map is on screen."""
    app = scene.application()
    from desktop.settings import Settings
    from desktop.window import MainWindow

    with TemporaryDirectory() as folder:
        window = MainWindow(scene.data(), Settings(Path(folder) / "settings.ini"))
        window.resize(scene.WIDTH, scene.HEIGHT)
        window.show()
        session, canvas = window.session, window.canvas

        def until_ready() -> None:
            while not canvas.is_ready():
                app.processEvents()

        window.show_view("index")
        for tab in ("index", "scorecard"):
            window.show_tab(tab)
            for by in LEVELS if tab == "index" else ("town",):
                session.set_level(by)
                until_ready()
                answered, shown = _moves(session.change_index, app.processEvents, until_ready)
                name, beside = f"{tab}_{by}", f"{by}, with the {tab} tab"
                yield p95_ms(f"assess.panels_{name}", f"a slider's step until all panels have it; {beside}", answered)
                yield p95_ms(f"assess.slider_{name}", f"and until the sharp map is there; {beside}", shown, SLIDER_MS)
        window.close_for_the_system()


def _moves(
    change: Callable[[IndexSpec, str], None], process: Callable[[], None], until_ready: Callable[[], None]
) -> tuple[Times, Times]:
    """Return how long it takes until the change has been told to everybody, and until the map is sharp again."""
    answered, shown = [], []
    with no_collector():
        for run in range(-3, 30):
            start = time.perf_counter()
            change(_recipe(), "weight:speed_4g")
            middle = time.perf_counter()
            process()
            until_ready()
            if run >= 0:
                answered.append(middle - start)
                shown.append(time.perf_counter() - start)
    return Times(tuple(answered)), Times(tuple(shown))
