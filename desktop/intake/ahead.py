"""What the window will ask of a project that brings in very many rows, found out in the background before it asks."""

from __future__ import annotations

import gc

from data.balance.own_rows import own_counts
from data.balance.scorecard import SCORECARD, scorecard
from data.model import Layer
from data.project import Project
from maps.mapspace import positions_in
from maps.site_layers import alike, own_layers

MANY = 200_000
"""Rows that the garbage collector looks through in a tenth of a second."""


def look_ahead(project: Project) -> None:
    """Compute what panels and map show of a project. It is all kept where they look for it."""
    data = project.data
    for layer in (*Layer, *own_layers(data)):
        alike(data, layer)
        if isinstance(layer, Layer):
            data.sources_of(layer)
    positions_in(data)
    scorecard(project, "circle", (*SCORECARD, *own_counts(data)))


def spare(rows: int) -> None:
    """Spare the garbage collector what is there, if so many rows are: a million takes it a second, holding all up.

    What nobody holds any more is freed all the same, unless it holds itself: then it stays until ``spare_no_more``. So
    fewer rows, among which it takes as long as nobody notices, are left to it.
    """
    if rows >= MANY:
        gc.freeze()


def spare_no_more() -> None:
    """Let the collector look through everything again, since the rows that it was spared are of another project."""
    gc.unfreeze()
