"""Files of several pages and of tables: slides, workbooks, an atlas of every circle, the report."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks import scene
from benchmarks.harness import Row, median_ms, timed
from data.project import Project
from maps.export.formats import FormatId, write_plates
from maps.export.series import Series, plates_of, write_series
from maps.export.shown import shown
from maps.page import page_size
from maps.plate import Plate
from maps.report.files import REPORT_FORMATS, write_report
from maps.sheet import page_sheet
from maps.sheet_spec import TEMPLATE_IDS, SheetSpec
from maps.view import READY_VIEWS

ATLAS_MS = 5000.0
"""Of the design: an atlas of seven sheets."""

SLIDES = 7


def rows() -> Iterator[Row]:
    scene.application()
    project = Project.start(scene.data())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _layouts(project)
        yield from _atlas(project, folder)
        yield from _slides(project, folder)
        yield from _tables(project, folder)
        yield from _reports(project, folder)


def _plate(project: Project, view: str = "overview", page: str = "A4", dpi: int | None = 300) -> Plate:
    return Plate(project, READY_VIEWS[view], scene.atlas(), page_size(page, dpi))  # type: ignore[index]


def _layouts(project: Project) -> Iterator[Row]:
    page = page_size("A4")
    for template in TEMPLATE_IDS:
        spec = SheetSpec(template=template)

        def lay_out(spec: SheetSpec = spec) -> None:
            page_sheet(project, READY_VIEWS["broadband"], scene.atlas(), page.width, page.height, page.dots, spec)

        yield median_ms(f"documents.layout_{template}", "A4 laid out, map composed", timed(lay_out, 7))


def _atlas(project: Project, folder: Path) -> Iterator[Row]:
    """The nation and the six circles. A plate keeps its layout, which is to be timed too: each run has plates anew."""
    base, series = _plate(project), Series("circle", overview=True)
    count = len(plates_of(base, series))
    for format_id, together in (("png", False), ("pdf", True), ("svg", False)):
        out = folder / ("atlas.pdf" if together else f"atlas-{format_id}")

        def write(format_id: FormatId = format_id, together: bool = together, out: Path = out) -> None:  # type: ignore[assignment]
            write_series(plates_of(base, series), format_id, out, together=together)

        times = timed(write, 3)
        size = out.stat().st_size if together else sum(one.stat().st_size for one in out.iterdir())
        files = "one file" if together else f"{count} files"
        what = f"atlas of {count} sheets A4, 300 dpi, {format_id}, {files}, {size / 1e6:.1f} MB"
        yield median_ms(f"documents.atlas_{format_id}", what, times, ATLAS_MS)


def _slides(project: Project, folder: Path) -> Iterator[Row]:
    base = _plate(project, page="16:9", dpi=None)
    one, many = folder / "one.pptx", folder / "many.pptx"
    alone = timed(lambda: write_plates([replace(base)], "pptx", one), 5)
    yield median_ms("documents.pptx_1", f"one slide, {one.stat().st_size / 1e6:.1f} MB", alone)
    series = Series("circle", overview=True)
    several = timed(lambda: write_plates(plates_of(base, series), "pptx", many), 3)
    what = f"{SLIDES} slides, {many.stat().st_size / 1e6:.1f} MB"
    yield median_ms(f"documents.pptx_{SLIDES}", what, several)
    each = (several.median - alone.median) / (SLIDES - 1) * 1000
    yield Row("documents.pptx_each", "each further slide", each, "ms", "from the two medians")


def _tables(project: Project, folder: Path) -> Iterator[Row]:
    for name in READY_VIEWS:
        plate = _plate(project, name)
        yield median_ms(f"documents.tables_{name}", "the tables behind the map", timed(partial(shown, plate), 3))
    for format_id in ("xlsx", "csv", "gpkg", "geojson"):
        target = folder / f"tables.{format_id}"
        times = timed(partial(write_plates, [_plate(project, "index")], format_id, target), 3)
        what = f"index by township as {format_id}, {target.stat().st_size / 1e3:.0f} kB"
        yield median_ms(f"documents.{format_id}", what, times)


def _reports(project: Project, folder: Path) -> Iterator[Row]:
    for format_id in REPORT_FORMATS:
        target = folder / f"report.{format_id}"
        write = partial(write_report, project, scene.atlas(), READY_VIEWS["overview"], SheetSpec(), format_id, target)
        times = timed(write, 3)
        yield median_ms(
            f"documents.report_{format_id}", f"report as {format_id}, {target.stat().st_size / 1e6:.1f} MB", times
        )
