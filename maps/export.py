"""Pictures of a page, written whole or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from data.errors import TargetError, UnknownNameError
from data.files import atomic_write
from data.project import Project
from maps.display import Sheet
from maps.geometry import Atlas
from maps.painter import SheetPainter
from maps.sheet import page_sheet
from maps.view import MapView

MM_PER_INCH = 25.4
PAPERS = {"A4": (297.0, 210.0), "A3": (420.0, 297.0)}
"""Landscape, in mm."""

SCREEN_DPI, PAPER_DPI = 96, 300

LARGEST = 16_000
"""Pixels of the longer side: above that a picture no longer fits into memory on an ordinary workstation."""

PNG_COMPRESSION = 40
"""Of 100: at 60 a sheet takes a tenth longer to write and is 8 % smaller, at 20 it grows by half."""

SMALLEST = 320
"""Pixels of the shorter side: below that nothing on the sheet can be read."""


@dataclass(frozen=True)
class PageSize:
    """A page in mm, and the picture made of it in pixels."""

    width: float
    height: float
    pixels: tuple[int, int]

    @property
    def dots(self) -> float:
        """Pixels per mm."""
        return self.pixels[0] / self.width


def page_size(size: str, dpi: int | None = None) -> PageSize:
    """Return the page of a size as written: ``1920x1080`` (pixels), ``A4`` or ``A3`` (landscape).

    ``dpi`` defaults to 96 for pixels, where it only sets the size on paper, and to 300 for paper sizes.
    Raises UnknownNameError for anything else and for absurd sizes.
    """
    match = re.fullmatch(r"(\d{1,6})\s*[x×X]\s*(\d{1,6})", size.strip())
    if dpi is not None and not 20 <= dpi <= 2400:
        raise UnknownNameError("{dpi} dpi cannot be used; give 20 to 2400.", dpi=dpi)
    if match:
        across, down = int(match[1]), int(match[2])
        per_mm = (dpi or SCREEN_DPI) / MM_PER_INCH
        width, height = across / per_mm if across else 0.0, down / per_mm if down else 0.0
    elif size.strip().upper() in PAPERS:
        width, height = PAPERS[size.strip().upper()]
        per_mm = (dpi or PAPER_DPI) / MM_PER_INCH
        across, down = round(width * per_mm), round(height * per_mm)
    else:
        raise UnknownNameError(
            "There is no size {size}; give {valid} or pixels such as 1920x1080.", size=size, valid=", ".join(PAPERS)
        )
    if min(across, down) < SMALLEST or max(across, down) > LARGEST:
        raise UnknownNameError(
            "A picture of {across} × {down} pixels cannot be made; each side needs {least} to {most}.",
            across=across, down=down, least=SMALLEST, most=LARGEST,
        )  # fmt: skip
    return PageSize(width, height, (across, down))


def render_sheet(sheet: Sheet, size: PageSize) -> QImage:
    """Return the picture of a sheet, its resolution written into it."""
    image = QImage(*size.pixels, QImage.Format.Format_RGB32)
    if image.isNull():
        raise TargetError(
            "There is not enough memory for a picture of {w} × {h} pixels.", w=size.pixels[0], h=size.pixels[1]
        )
    image.setDotsPerMeterX(round(size.dots * 1000))
    image.setDotsPerMeterY(round(size.dots * 1000))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    SheetPainter(painter, size.dots).sheet(sheet)
    painter.end()
    return image


def export_png(
    project: Project, view: MapView, size: str, dpi: int | None, target: Path, atlas: Atlas | None = None
) -> None:
    """Write the page of a view as PNG. Raises TargetError if ``target`` cannot be written; then nothing is left."""
    page = page_size(size, dpi)
    sheet = page_sheet(project, view, atlas or Atlas(project.data), page.width, page.height, page.dots)
    picture = encoded(render_sheet(sheet, page))
    with atomic_write(target) as path:
        path.write_bytes(picture)


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
