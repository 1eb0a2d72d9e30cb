"""Plates as PNG pictures, their resolution written into them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from data.errors import TargetError
from maps.display import Sheet
from maps.export.formats import Options, Progress
from maps.page import PageSize
from maps.painter import SheetPainter
from maps.plate import Plate
from maps.view import Sight

PNG_COMPRESSION = 40
"""Of 100: at 60 a sheet takes a tenth longer to write and is 8 % smaller, at 20 it grows by half."""


def write(plates: Sequence[Plate], path: Path, options: Options, progress: Progress) -> None:
    """Write one plate. Raises TargetError if there is not enough memory for the picture."""
    (plate,) = plates
    progress(0)
    image = render_sheet(plate.sheet, plate.page, plate.view.sight)
    progress(0)
    path.write_bytes(encoded(image))
    progress(1)


def render_sheet(sheet: Sheet, size: PageSize, sight: Sight = "normal") -> QImage:
    """Return the picture of a sheet, its resolution written into it. Raises TargetError without memory for it."""
    image = QImage(*size.pixels, QImage.Format.Format_RGB32)
    if image.isNull():
        raise TargetError(
            "There is not enough memory for a picture of {w} × {h} pixels.", w=size.pixels[0], h=size.pixels[1]
        )
    image.setDotsPerMeterX(round(size.dots * 1000))
    image.setDotsPerMeterY(round(size.dots * 1000))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    SheetPainter(painter, size.dots, sight=sight).sheet(sheet)
    painter.end()
    return image


def encoded(image: QImage) -> bytes:
    """Return the PNG file of a picture. Raises TargetError if there is not enough memory for it.

    Qt's own file writer stays silent when the disk is full, and keeps Windows from putting the file in its place.
    """
    block = QByteArray()
    buffer = QBuffer(block)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setCompression(PNG_COMPRESSION)
    if not writer.write(image):
        raise TargetError("The picture could not be encoded: {reason}.", reason=writer.errorString())
    return bytes(block.data())
