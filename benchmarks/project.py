"""The project file: saving and opening, with a hundred thousand sites of the project's own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks import scene
from benchmarks.harness import Row, median_ms, timed
from data.model import Layer, OwnLayer, Source
from data.own import NOTHING, OwnData
from data.project import Project
from data.project_file.store import open_project, save_project

SITES = 100_000
BUDGET_MS = 3000.0


def rows() -> Iterator[Row]:
    data = scene.data()
    small = Project.start(data)
    large = replace(small, own=_many(small))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.lifecircles.gpkg"
        yield median_ms(
            "project.save", "a project without rows of its own", timed(lambda: save_project(small, path), 9)
        )
        yield median_ms("project.open", "opening it", timed(lambda: open_project(path, data), 9))
        saving = timed(lambda: save_project(large, path), 3)
        yield median_ms("project.save_large", f"a project of {SITES:,} sites", saving, BUDGET_MS)
        opening = timed(lambda: open_project(path, data), 3)
        yield median_ms("project.open_large", "opening it", opening, BUDGET_MS)


def _many(project: Project) -> OwnData:
    base = project.data.sites_of(Layer.HOSPITAL)[0]
    source = Source("office", "清單", "局", "2026-11-01", "", "own", "")
    sites = [
        replace(
            base,
            id=f"own-{number}",
            layer=Layer.OWN,
            category="據點",
            lon=base.lon + number % 100 / 10_000,
            lat=base.lat + number // 100 / 100_000,
            source_id="office",
        )
        for number in range(SITES)
    ]
    return NOTHING.with_source(source).with_layer(OwnLayer("據點", "hexagon", "#336699")).with_sites(sites)
