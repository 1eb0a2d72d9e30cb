"""What the window will ask of a project that brings in very many rows, found out in the background before it asks."""

from __future__ import annotations

import gc

from data.balance.own_rows import own_counts
from data.balance.scorecard import SCORECARD, scorecard
from data.model import Layer
from data.project import Project
from maps.mapspace import positions_in
from maps.site_layers import alike, own_layers


def look_ahead(project: Project) -> None:
    """Compute what panels and map show of a project. It is all kept where they look for it."""
    data = project.data
    for layer in (*Layer, *own_layers(data)):
        alike(data, layer)
        if isinstance(layer, Layer):
            data.sources_of(layer)
    positions_in(data)
    scorecard(project, "circle", (*SCORECARD, *own_counts(data)))


def rest() -> None:
    """Spare the garbage collector what is there: it would look through a million rows for a second, holding all up.

    What nobody holds any more is freed all the same, unless it holds itself.
    """
    gc.freeze()
