"""The data: loading the set, asking it, recomputing the scorecard."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import cycle

from benchmarks import scene
from benchmarks.harness import Row, median_ms, timed
from data import circles, dataset, search
from data.balance import computed, groups
from data.balance.scorecard import scorecard
from data.facts import facts
from data.model import Overlap, Place
from data.project import Project

LOAD_MS = 150.0
QUERIES = ("台東", "臺北市中正區", "Taitung City", "衛生所", "AI", "中華電信", "z")


def rows() -> Iterator[Row]:
    data = scene.data()
    yield median_ms("data.load", "the whole embedded set, checksums included", timed(dataset.load, 9), LOAD_MS)
    loaded: list[dataset.DataSet] = []
    reading = timed(lambda: loaded[-1].boundaries(200), 7, before=lambda: loaded.append(dataset.load()))
    yield median_ms("data.boundaries", "boundaries at 200 m out of the GeoPackage", reading)

    indexing = timed(lambda: search.search(data, "台東"), 5, before=_forget_search)
    yield median_ms("data.search_first", "the first search, with its index", indexing)
    queries = cycle(QUERIES)
    searching = timed(lambda: search.search(data, next(queries)), 70, warm_up=len(QUERIES))
    yield median_ms("data.search", f"a search, {len(QUERIES)} queries in Chinese and English", searching)

    project = Project.start(data)
    yield median_ms("data.facts_nation", "facts of the nation", timed(lambda: facts(project, None), 15))
    for place in (
        Place("town", data.towns[0].code),
        Place("county", data.counties[0].code),
        Place("circle", project.definition.circles[0]),
        Place("site", data.sites[0].id),
    ):
        asking = timed(partial(facts, project, place), 15)
        yield median_ms(f"data.facts_{place.kind}", f"facts of a {place.kind}", asking)

    rules = cycle(Overlap)
    recomputing = timed(
        lambda: scorecard(Project(data, data.default_definition, next(rules))), 15, before=_forget_scorecard
    )
    yield median_ms("data.scorecard", "scorecard of six circles and the nation after a change of the rule", recomputing)


def _forget_search() -> None:
    search._index.cache_clear()


def _forget_scorecard() -> None:
    for known in (scorecard, computed._computed, groups._groups, circles.weights, circles.membership):
        known.cache_clear()
