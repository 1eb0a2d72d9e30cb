"""Pictures as files: A3 at 300 dpi and a slide's 1920×1080, beside GeoPandas saving the same townships."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks import peers, scene
from benchmarks.harness import Peer, Row, median_ms, timed
from data.project import Project
from maps.display import Sheet
from maps.export.formats import write_plates
from maps.export.png import render_sheet
from maps.geometry import tolerance_for
from maps.page import page_size
from maps.plate import Plate
from maps.sheet import page_sheet
from maps.view import READY_VIEWS

RUNS = 7
A3_MS = 900.0


def _save(plate: Plate, target: Path) -> None:
    # A plate keeps its layout, which is to be timed too.
    write_plates([replace(plate)], "png", target)


def rows() -> Iterator[Row]:
    scene.application()
    project, atlas = Project.start(scene.data()), scene.atlas()
    page = page_size("A3", 300)
    overview = READY_VIEWS["overview"]

    def lay_out() -> Sheet:
        return page_sheet(project, overview, atlas, page.width, page.height, page.dots)

    sheet = lay_out()
    tolerance = tolerance_for(sheet.viewport.metres_per_mm / page.dots)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "map.png"
        saved = peers.save_a3(peers.towns(tolerance), target, 3)
        peer = Peer(f"GeoDataFrame.plot and savefig, boundaries at {tolerance} m", saved.median * 1000)
        for name, view in READY_VIEWS.items():
            times = timed(partial(_save, Plate(project, view, atlas, page), target), RUNS)
            what = f"A3 at 300 dpi as PNG, {target.stat().st_size / 1e6:.1f} MB"
            yield median_ms(f"export.a3_{name}", what, times, A3_MS, peer)
        slide = Plate(project, overview, atlas, page_size("1920x1080"))
        times = timed(partial(_save, slide, target), RUNS)
        yield median_ms("export.1920x1080", f"slide as PNG, {target.stat().st_size / 1e6:.1f} MB", times)
    yield median_ms("export.a3_layout", "of the A3 overview: laying out", timed(lay_out, RUNS))
    yield median_ms("export.a3_paint", "of the A3 overview: painting", timed(lambda: render_sheet(sheet, page), RUNS))
