"""The map of a view in a rectangle of a page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from data.project import Project
from maps.compose import compose_map, compose_marks
from maps.context import Context
from maps.display import MapDrawing, Viewport, fitted
from maps.geometry import Atlas
from maps.mapspace import EXTENT
from maps.sheet import _clear_of_boxes, _wanted
from maps.texts import Texts
from maps.view import MapView


def map_part(
    project: Project, view: MapView, atlas: Atlas, rect: QRectF, unit: float, dots: float
) -> tuple[Context, Viewport, MapDrawing]:
    """Return the map that a view shows in ``rect`` (mm): all of Taiwan, or what has the focus."""
    context = Context(project, view, atlas, Texts(view.language), fitted(rect, EXTENT).metres_per_mm, unit, dots)
    extent = _wanted(context)
    viewport = _clear_of_boxes(context, fitted(rect, extent), extent)
    context = replace(context, metres_per_mm=viewport.metres_per_mm, extent=viewport.extent())
    drawing = compose_map(context)
    return context, viewport, replace(drawing, marks=compose_marks(context, drawing.symbols))
