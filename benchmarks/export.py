"""Sheets as files: A3 as PNG at 300 dpi, PDF and SVG, a slide's 1920×1080, beside GeoPandas saving the townships."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import peers, scene
from benchmarks.harness import Peer, Row, median_ms, timed
from data.project import Project
from maps.display import Sheet
from maps.export.formats import FormatId, Options, write_plates
from maps.export.png import render_sheet
from maps.geometry import tolerance_for
from maps.page import page_size
from maps.plate import Plate
from maps.sheet import page_sheet
from maps.view import READY_VIEWS

RUNS = 7
A3_MS, A3_PDF_MS = 900.0, 300.0
PDF_KB, SVG_KB = 1500.0, 3000.0


def _save(plate: Plate, target: Path, format_id: FormatId = "png", options: Options = Options()) -> None:
    # A plate keeps its layout, which is to be timed too.
    write_plates([replace(plate)], format_id, target, options)


def _vector_rows(plate: Plate, frame: Any, folder: Path) -> Iterator[Row]:
    """Yield time and size of the A3 overview as PDF, as SVG, and as SVG without fonts; ``frame`` is the peer's map."""
    kinds: tuple[tuple[str, FormatId, Options, float | None, float], ...] = (
        ("pdf", "pdf", Options(), A3_PDF_MS, PDF_KB),
        ("svg", "svg", Options(), None, SVG_KB),
        ("svg_outlines", "svg", Options(outlines=True), None, SVG_KB),
    )
    for name, format_id, options, budget, largest in kinds:
        target, other = folder / f"map.{format_id}", folder / f"peer.{format_id}"
        saved = peers.save_a3(frame, other, 3)
        times = timed(partial(_save, plate, target, format_id, options), RUNS)
        wanted, peer = f"A3 overview as {name}", "GeoDataFrame.plot and savefig of the towns alone"
        yield median_ms(f"export.a3_{name}", wanted, times, budget, Peer(peer, saved.median * 1000))
        sizes = target.stat().st_size / 1000, other.stat().st_size / 1000
        yield Row(f"export.a3_{name}_size", wanted, sizes[0], "kB", "", largest, Peer(peer, sizes[1]))


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
        frame = peers.towns(tolerance)
        saved = peers.save_a3(frame, target, 3)
        peer = Peer(f"GeoDataFrame.plot and savefig, boundaries at {tolerance} m", saved.median * 1000)
        for name, view in READY_VIEWS.items():
            times = timed(partial(_save, Plate(project, view, atlas, page), target), RUNS)
            what = f"A3 at 300 dpi as PNG, {target.stat().st_size / 1e6:.1f} MB"
            yield median_ms(f"export.a3_{name}", what, times, A3_MS, peer)
        yield from _vector_rows(Plate(project, overview, atlas, page), frame, Path(folder))
        slide = Plate(project, overview, atlas, page_size("1920x1080"))
        times = timed(partial(_save, slide, target), RUNS)
        yield median_ms("export.1920x1080", f"slide as PNG, {target.stat().st_size / 1e6:.1f} MB", times)
    yield median_ms("export.a3_layout", "of the A3 overview: laying out", timed(lay_out, RUNS))
    yield median_ms("export.a3_paint", "of the A3 overview: painting", timed(lambda: render_sheet(sheet, page), RUNS))
