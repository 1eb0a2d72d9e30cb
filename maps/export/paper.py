"""Plates on paper: painted as shapes and text, for page descriptions and printers."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from maps.painter import SheetPainter
from maps.plate import Plate
from maps.stamps import Letters


def paint_plate(painter: QPainter, plate: Plate, dots: float, letters: Letters = "text") -> None:
    """Paint a plate from the origin of a vector device, ``dots`` device units to the mm.

    ``dots`` should be 20 (500 dpi) or more: symbols keep lines of at least one unit.
    """
    sheet = plate.sheet  # laying it out may be refused: not while the painter's state is kept
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    SheetPainter(painter, dots, stamps=False, letters=letters, sight=plate.view.sight).sheet(sheet)
    painter.restore()
