"""The logo of an office as a picture on the sheet, read from a file of the user's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtSvg import QSvgRenderer

from data.errors import InputError
from maps.display import PagePicture

LARGEST_FILE = 8_000_000
"""Bytes; a logo is smaller, and what is larger was chosen by mistake."""

LARGEST_SIDE = 2000
"""Pixels to which larger pictures are reduced: 30 mm at 1200 dpi need no more."""


@dataclass(frozen=True, eq=False)
class Logo:
    """A logo and its size in any unit, for its proportions."""

    picture: PagePicture
    width: float
    height: float

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Return the largest size in its own proportions inside ``width`` × ``height``."""
        factor = min(width / self.width, height / self.height)
        return self.width * factor, self.height * factor


def read_logo(path: Path) -> Logo:
    """Read a PNG, JPEG or SVG file. Raises InputError, which names it, for anything else."""
    try:
        stamp = path.stat()
        if stamp.st_size > LARGEST_FILE:
            raise InputError("{name} is too large for a logo; take a picture of less than 8 MB.", name=path.name)
        return _read(path, stamp.st_mtime_ns, stamp.st_size)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError("The logo {name} could not be read: {reason}.", name=path.name, reason=reason) from error


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int, _size: int) -> Logo:
    content = path.read_bytes()
    if b"<svg" in content[:4000]:
        renderer = QSvgRenderer(QByteArray(content))
        size = renderer.defaultSize()
        if renderer.isValid() and not size.isEmpty():
            picture = PagePicture(QRectF(), QImage(), content)
            return Logo(picture, size.width(), size.height())
    else:
        block = QByteArray(content)
        buffer = QBuffer(block)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        size = reader.size()
        if reader.canRead() and bytes(reader.format().data()) in (b"png", b"jpeg") and not size.isEmpty():
            if max(size.width(), size.height()) > LARGEST_SIDE:
                reader.setScaledSize(size.scaled(LARGEST_SIDE, LARGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
            image = reader.read()
            if not image.isNull():
                return Logo(PagePicture(QRectF(), image), image.width(), image.height())
    raise InputError("{name} is no picture that can stand as a logo; take a PNG, JPEG or SVG file.", name=path.name)
