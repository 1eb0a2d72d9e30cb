"""GeoPandas drawing the same townships with Matplotlib, on a picture in memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks import scene
from benchmarks.harness import Times, timed

RUNS = 9


def towns(tolerance: int) -> Any:
    """Return the 368 townships as a GeoDataFrame, simplified by ``tolerance`` metres."""
    import geopandas

    data = scene.data()
    return geopandas.GeoDataFrame(
        {"town_code": [town.code for town in data.towns]}, geometry=list(data.boundaries(tolerance)), crs="EPSG:3826"
    )


def _figure(width: float, height: float, dpi: float) -> tuple[Any, Any]:
    """Return a figure of ``width`` × ``height`` inches and its axes; no window system is involved."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), dpi=dpi)
    FigureCanvasAgg(figure)
    return figure, figure.add_subplot()


def _plotted(frame: Any, width: float, height: float, dpi: float) -> Any:
    figure, axes = _figure(width, height, dpi)
    frame.plot(ax=axes, edgecolor="white", linewidth=0.5)
    return figure


def first_draw(frame: Any) -> Times:
    """Return the times of a fresh figure of 1920×1080, plotted and drawn."""
    return timed(lambda: _plotted(frame, 19.2, 10.8, 100).canvas.draw(), RUNS)


def redraw(frame: Any) -> Times:
    """Return the times of drawing an existing figure of 1920×1080 again."""
    figure = _plotted(frame, 19.2, 10.8, 100)
    return timed(figure.canvas.draw, RUNS, warm_up=2)


def save_a3(frame: Any, target: Path, runs: int) -> Times:
    """Return the times of plotting and saving an A3 page at 300 dpi as PNG."""
    inches = 420 / 25.4, 297 / 25.4
    return timed(lambda: _plotted(frame, *inches, 300).savefig(target, dpi=300), runs)
