"""The logo of an office as a picture on the sheet, read from a file of the user's."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from data.errors import InputError
from maps.display import PagePicture

LARGEST_FILE = 8_000_000
"""Bytes; a logo is smaller, and what is larger was chosen by mistake."""

LARGEST_SIDE = 2000
"""Pixels to which larger pictures are reduced: 30 mm at 1200 dpi need no more."""

MOST_ELEMENTS = 100_000
"""Shapes of an SVG file, however often it uses one again: a few lines can ask for more than are ever drawn."""

_PNG, _PNG_END = b"\x89PNG", b"IEND"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")


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

    def image(self, width: int) -> QImage:
        """Return the logo as pixels, so many across, for files that take no drawing."""
        if not self.picture.svg:
            return self.picture.image
        image = QImage(
            width, max(1, round(width * self.height / self.width)), QImage.Format.Format_ARGB32_Premultiplied
        )
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(QByteArray(self.picture.svg)).render(painter)
        painter.end()
        return image


def read_logo(path: Path) -> Logo:
    """Read a PNG, JPEG or SVG file. Raises InputError, which names it, for anything else."""
    try:
        stamp = path.stat()
        if not path.is_file():  # reading a device or a pipe may never end
            raise InputError("The logo {name} is not a file.", name=path.name)
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
        if _elements(content) <= MOST_ELEMENTS:
            renderer = QSvgRenderer(QByteArray(content))
            size = renderer.defaultSize()
            if renderer.isValid() and not size.isEmpty():
                return Logo(PagePicture(QRectF(), QImage(), content), size.width(), size.height())
    elif not content.startswith(_PNG) or _PNG_END in content:  # libpng complains to the terminal of half a file
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


def _elements(svg: bytes) -> float:
    """Return how many elements an SVG file has when those that it uses again are counted again; endless is infinite."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError:  # also for entities that never end
        return math.inf
    named = {f"#{name}": element for element in root.iter() if (name := element.get("id"))}
    counts: dict[Element, float] = {}

    def count(element: Element) -> float:
        if element not in counts:
            counts[element] = math.inf  # until it is known, so that what uses itself is endless
            used = next((named[href] for name in _HREFS if (href := element.get(name)) in named), None)
            counts[element] = 1 + sum(map(count, element)) + (0 if used is None else count(used))
        return counts[element]

    try:
        return count(root)
    except RecursionError:
        return math.inf
