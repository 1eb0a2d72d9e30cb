"""Boxes and colours as python-pptx takes them."""

from __future__ import annotations

from typing import Any, cast

from pptx.dml.color import RGBColor
from pptx.util import Mm
from PySide6.QtCore import QRectF


def emu(box: QRectF) -> tuple[Any, Any, Any, Any]:
    """Return left, top, width and height of a box in mm in the unit of slides."""
    return Mm(box.left()), Mm(box.top()), Mm(box.width()), Mm(box.height())


def rgb(colour: str) -> Any:
    """Return a ``#RRGGBB`` colour."""
    return cast(Any, RGBColor).from_string(colour.lstrip("#").upper())
