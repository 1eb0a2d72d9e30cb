"""The report as a file: pages (PDF), slides (PPTX) or one file for a browser (HTML)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args

from data.files import atomic_write
from data.project import Project
from maps.export.formats import Remark, remarks, write_plates
from maps.export.package import legal
from maps.geometry import Atlas
from maps.page import page_size
from maps.plate import Plate
from maps.report.content import report_of
from maps.sheet_spec import SheetSpec
from maps.texts import Texts
from maps.view import READY_VIEWS, MapView

ReportFormat = Literal["pdf", "pptx", "html"]
REPORT_FORMATS: tuple[ReportFormat, ...] = get_args(ReportFormat)

Progress = Callable[[int, int], None]
"""is told how many steps of how many are done; may raise ``maps.display.Cancelled``"""

PAGES = {"pdf": "A4", "pptx": "16:9", "html": "A4"}

DETAIL_DPI = 150
"""Dots per inch for which the borders of the maps are drawn: twice as fine, a file of twenty pages takes half as much
again to be sent, and on paper nobody sees it."""


def write_report(
    project: Project,
    atlas: Atlas,
    look: MapView,
    spec: SheetSpec,
    format_id: ReportFormat,
    target: Path,
    progress: Progress = lambda _done, _total: None,
) -> tuple[Remark, ...]:
    """Write the report on a project in the language and theme of ``look``, whole or not at all. Return what to know.

    Raises TargetError if ``target`` cannot be written, and what ``progress`` raises.
    """
    page = page_size(PAGES[format_id], DETAIL_DPI)
    view = replace(READY_VIEWS["overview"], language=look.language, theme=look.theme)
    progress(0, 1)
    base = Plate(project, view, atlas, page, spec)
    report = report_of(project, atlas, Texts(look.language), page, look.theme, spec)
    count = len(report.pages)
    if format_id == "pdf":
        from maps.report.sheets import report_plates

        # Pages are first laid out, then painted.
        plates = report_plates(report, base, lambda done: progress(done, 2 * count))
        write_plates(plates, "pdf", target, progress=lambda done: progress(count + done, 2 * count))
        return remarks(plates, "pdf")
    if format_id == "html":
        from maps.report.html import html_of

        content = legal(html_of(report, base, lambda done: progress(done, count))).encode("utf-8")
    else:
        from maps.report.slides import slides_of

        content = slides_of(report, base, lambda done: progress(done, count))
    with atomic_write(target) as beside:
        beside.write_bytes(content)
    return ()
