"""GeoPandas drawing the same townships with Matplotlib, on a picture in memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks import scene
from benchmarks.harness import Times, timed
from maps.mapspace import EXTENT

RUNS = 9


def towns(tolerance: int) -> Any:
    """Return the 368 townships as a GeoDataFrame, simplified by ``tolerance`` metres, islands moved as on our map."""
    import geopandas

    return geopandas.GeoDataFrame(
        {"town_code": [town.code for town in scene.data().towns]},
        geometry=list(scene.atlas().detail(tolerance).towns),
    )


def _plotted(frame: Any, width: float, height: float, dpi: float, bare: bool = False, **style: object) -> Any:
    """Return a figure of ``width`` × ``height`` inches that the map fills, as large as ours; no window is involved.

    ``GeoDataFrame.plot`` draws axes with their numbers; ``bare`` leaves them out. Townships have white borders unless
    ``style`` says otherwise.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), dpi=dpi)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    frame.plot(ax=axes, **(style or {"edgecolor": "white", "linewidth": 0.5}))
    axes.set_xlim(EXTENT[0], EXTENT[2])
    axes.set_ylim(EXTENT[1], EXTENT[3])
    if bare:
        axes.set_axis_off()
    return figure


def first_draw(frame: Any) -> Times:
    """Return the times of a fresh figure of 1920×1080, plotted and drawn."""
    return timed(lambda: _plotted(frame, 19.2, 10.8, 100).canvas.draw(), RUNS)


def redraw(frame: Any, bare: bool = False) -> Times:
    """Return the times of drawing an existing figure of 1920×1080 again."""
    figure = _plotted(frame, 19.2, 10.8, 100, bare)
    return timed(figure.canvas.draw, RUNS, warm_up=2)


def redraw_points(positions: NDArray[np.float64]) -> Times:
    """Return the times of drawing a figure of points, shape (n, 2) in map space, again."""
    import geopandas

    frame = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(*positions.T))
    figure = _plotted(frame, 19.2, 10.8, 100, markersize=4)
    return timed(figure.canvas.draw, 5)


def save_a3(frame: Any, target: Path, runs: int) -> Times:
    """Return the times of plotting and saving an A3 page at 300 dpi, in the format of the suffix."""
    inches = 420 / 25.4, 297 / 25.4
    return timed(lambda: _plotted(frame, *inches, 300).savefig(target, dpi=300), runs)
