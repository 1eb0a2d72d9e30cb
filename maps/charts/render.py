"""Charts as pictures and files. One chart is drawn at a time: Matplotlib shares its settings between threads."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from PySide6.QtGui import QImage

from data.files import atomic_write
from maps.charts.catalogue import CHARTS, ChartId
from maps.charts.chart import Chart, ChartContext

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("png", "svg", "pdf")
PAPER_DPI = 300

_EMPTY_GLYPH = re.compile(rb'<path id="([^"]+)"(?: transform="[^"]*")?/>')
_GLYPH = re.compile(rb'<(?:path id="|use xlink:href="#)([^"]+)"(?: transform="[^"]*")?/>')

_DRAWING = RLock()

_RESTS: WeakKeyDictionary[Figure, tuple[float, Any]] = WeakKeyDictionary()
"""For figures of which parts move: resolution and picture of the parts that stay."""


@cache
def prepare() -> None:
    """Import Matplotlib, which takes most of a second, and give it the shipped fonts; the second call does nothing."""
    from resources.matplotlib_fonts import use_in_matplotlib

    use_in_matplotlib()


def build(chart_id: ChartId, context: ChartContext, before: Chart | None = None) -> Chart:
    """Draw one chart; may run in any thread. ``before`` is one of the same kind whose figure may be used again."""
    with _DRAWING:
        if before is not None and before.follow is not None:
            return before.follow(context)
        prepare()
        return CHARTS[chart_id].build(context)


def picture(chart: Chart, dots_per_inch: float, device_ratio: float = 1.0) -> QImage:
    """Return a chart in device pixels; ``dots_per_inch`` counts those of the window, before scaling."""
    with _DRAWING:
        canvas = _canvas(chart.figure, dots_per_inch * device_ratio)
        rest = _RESTS.get(chart.figure)
        if chart.moving and rest is not None and rest[0] == chart.figure.dpi:
            canvas.restore_region(rest[1])
        else:
            canvas.draw()
            if chart.moving:
                _RESTS[chart.figure] = chart.figure.dpi, canvas.copy_from_bbox(chart.figure.bbox)
        for artist in chart.moving:
            chart.figure.draw_artist(artist)
        width, height = canvas.get_width_height()
        drawn = QImage(canvas.buffer_rgba(), width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
    drawn.setDevicePixelRatio(device_ratio)
    return drawn


def vector(chart: Chart) -> bytes:
    """Return a chart as an SVG picture of its size, letters as shapes; it names no time, so that it stays the same."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    block = BytesIO()
    with _DRAWING, rc_context({"svg.fonttype": "path", "svg.hashsalt": chart.title}):
        FigureCanvasSVG(chart.figure).print_figure(block, format="svg", facecolor="none", metadata={"Date": None})
    # The glyph of a space is a path without a line, which Qt's reader of SVG complains about.
    empty = set(_EMPTY_GLYPH.findall(block.getvalue()))
    return _GLYPH.sub(lambda found: b"" if found[1] in empty else found[0], block.getvalue())


def _canvas(figure: Figure, dpi: float) -> Any:  # its methods carry no types
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = figure.canvas
    if not isinstance(canvas, FigureCanvasAgg):
        canvas = FigureCanvasAgg(figure)
    if figure.dpi != dpi:
        figure.set_dpi(dpi)
        _RESTS.pop(figure, None)
    return canvas


def save(chart: Chart, path: Path) -> None:
    """Write a chart in the format its name ends with: PNG at 300 dpi, SVG or PDF. Raises TargetError."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with _DRAWING, atomic_write(path) as beside:
        FigureCanvasAgg(chart.figure).print_figure(
            beside, dpi=PAPER_DPI, format=path.suffix.lower().lstrip("."), facecolor=chart.figure.get_facecolor()
        )
