"""The display list: what is to be painted, with every style resolved.

Map items stand in map space (metres) and take sizes in millimetres on the sheet; page items stand on the sheet
(millimetres from its upper left corner). The painter draws these and knows nothing of circles, towns or sites.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainterPath

from data.model import Place


class Cancelled(Exception):  # noqa: N818 - not an error: the user has moved on
    """A drawing was given up because it is no longer wanted."""


@dataclass(frozen=True, slots=True)
class Hatch:
    """Parallel lines: ``spacing`` between their axes and ``width`` in mm, ``angle`` in degrees, anticlockwise."""

    colour: str
    spacing: float
    width: float
    angle: float = 45.0


@dataclass(frozen=True, slots=True)
class Fill:
    """An area of map space in one colour ('' for none), with hatches on top."""

    path: QPainterPath
    colour: str
    hatches: tuple[Hatch, ...] = ()
    apart: bool = False
    """whether the path is made of many parts that do not touch and have no holes"""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of map space, ``width`` in mm; ``dash`` in line widths; ``round`` at ends and bends, as pens draw."""

    path: QPainterPath
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    round: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Dots:
    """Many equal dots at ``points`` of map space, shape (n, 2), ``radius`` in mm."""

    points: NDArray[np.float64]
    radius: float
    colour: str


@dataclass(frozen=True, slots=True, eq=False)
class Discs:
    """Discs of their own ``radii`` (n,) in mm at ``points`` of map space, shape (n, 2), later ones above earlier ones.

    ``colour`` fills them and ``line`` goes round them, one device pixel wide.
    """

    points: NDArray[np.float64]
    radii: NDArray[np.float64]
    colour: str
    line: str


@dataclass(frozen=True, slots=True, eq=False)
class Veil:
    """Areas of one colour laid one over the other, each as transparent as ``opacity`` (0 to 1) says.

    Those of a layer are apart, and each layer lies inside the one before.
    """

    layers: tuple[tuple[QPainterPath, ...], ...]
    colour: str
    opacity: float

    def fills(self) -> tuple[Fill, ...]:
        """Return the same as areas that are drawn one by one."""
        shade = QColor(self.colour)
        shade.setAlphaF(self.opacity)
        colour = shade.name(QColor.NameFormat.HexArgb)
        return tuple(Fill(path, colour) for paths in self.layers for path in paths)


Shape = Fill | Stroke | Dots | Discs | Veil


@dataclass(frozen=True, slots=True)
class SymbolStyle:
    """A symbol: of a site (shape by layer, hollow by status, ring by precision, a dashed ring where it is only
    supposed), of a cluster of sites, or of the value of an area."""

    shape: str
    radius: float
    """mm"""
    colour: str
    ground: str
    """colour of the rim, and of the inside where the symbol is hollow"""
    hollow: bool = False
    ring: bool = False
    faded: bool = False
    supposed: str = ""
    """colour of the dashed ring round a site that only a scenario puts there, '' for none"""
    gone: str = ""
    """colour of the cross through a site that a scenario takes away, '' for none"""
    outer_ring: bool = False
    """a second ring, outside the first: only the county is known"""
    mark: str = ""
    """what is drawn on the shape: a dot inside, a dashed rim (see ``maps.stamps``) or the shape of a cluster's layer"""
    text: str = ""
    """what is written on the shape: the sites of a cluster"""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A site's symbol at (x, y) of map space, moved by (dx, dy) mm on the sheet, y downwards."""

    x: float
    y: float
    dx: float
    dy: float
    style: SymbolStyle
    place: Place


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a line of text is set."""

    size: float
    """em height, mm"""
    colour: str
    bold: bool = False
    halo: str = ""
    """colour of the outline, '' for none"""


@dataclass(frozen=True, slots=True)
class Label:
    """Text of one or more lines whose middle is at (x, y) of map space, moved by (dx, dy) mm on the sheet."""

    x: float
    y: float
    dx: float
    dy: float
    text: str
    style: TextStyle
    second: str = ""
    """the same in a second language, set smaller under ``text``"""
    align: Literal["left", "centre", "right"] = "centre"
    """where lines of unequal length meet"""
    leader: tuple[tuple[float, float], ...] = ()
    """line from what is named to the text, in mm from (x, y) on the sheet"""


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """Everything in map space, from the bottom up: areas and lines, symbols, labels, supposed symbols, marks."""

    shapes: tuple[Shape, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    labels: tuple[Label, ...] = ()
    marks: tuple[Fill | Stroke, ...] = ()


@dataclass(frozen=True, slots=True)
class PageText:
    """One line of text with its base line starting (or ending, or centred) at (x, y) mm."""

    x: float
    y: float
    text: str
    style: TextStyle
    align: Literal["left", "right", "centre"] = "left"


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle on the sheet, with a ground, a line round it, or both."""

    rect: QRectF
    colour: str = ""
    line: str = ""
    line_width: float = 0.2
    hatches: tuple[Hatch, ...] = ()
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line through points of the sheet."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    closed: bool = False
    """filled in ``colour`` instead of drawn as a line"""


@dataclass(frozen=True, slots=True)
class PageSymbol:
    """A site's symbol on the sheet, as in the legend."""

    x: float
    y: float
    style: SymbolStyle


@dataclass(frozen=True, slots=True)
class PageEllipse:
    """An ellipse that fills a rectangle of the sheet, with a ground, a line round it, or both."""

    rect: QRectF
    colour: str = ""
    line: str = ""
    line_width: float = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class PagePicture:
    """A picture inside a rectangle of the sheet, in its own proportions: a logo, a chart."""

    rect: QRectF
    image: QImage
    svg: bytes = b""
    """the picture as SVG, drawn instead of ``image``: sharp at every size"""


PageItem = PageText | PageBox | PageLine | PageSymbol | PageEllipse | PagePicture


@dataclass(frozen=True, slots=True)
class Viewport:
    """Where map space falls on the sheet: ``rect`` is the map's place in mm, ``centre`` the point of map space in its
    middle, ``metres_per_mm`` the scale."""

    rect: QRectF
    centre: tuple[float, float]
    metres_per_mm: float

    @property
    def denominator(self) -> float:
        """The n of a scale of 1:n."""
        return self.metres_per_mm * 1000

    def extent(self) -> tuple[float, float, float, float]:
        """Return xmin, ymin, xmax, ymax of map space inside ``rect``."""
        half_w = self.rect.width() / 2 * self.metres_per_mm
        half_h = self.rect.height() / 2 * self.metres_per_mm
        x, y = self.centre
        return x - half_w, y - half_h, x + half_w, y + half_h

    def to_page(self, x: float, y: float) -> tuple[float, float]:
        """Return the place on the sheet, mm, of a point of map space."""
        middle = self.rect.center()
        return (
            middle.x() + (x - self.centre[0]) / self.metres_per_mm,
            middle.y() - (y - self.centre[1]) / self.metres_per_mm,
        )

    def to_map(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of map space at a place on the sheet, mm."""
        middle = self.rect.center()
        return (
            self.centre[0] + (x - middle.x()) * self.metres_per_mm,
            self.centre[1] - (y - middle.y()) * self.metres_per_mm,
        )


def fitted(rect: QRectF, extent: tuple[float, float, float, float]) -> Viewport:
    """Return the viewport that shows all of ``extent`` (map space) in ``rect`` (mm)."""
    left, bottom, right, top = extent
    scale = max((right - left) / rect.width(), (top - bottom) / rect.height())
    return Viewport(rect, ((left + right) / 2, (bottom + top) / 2), scale)


@dataclass(frozen=True, slots=True)
class Inset:
    """A second, smaller map on a sheet, with page items under and over it."""

    viewport: Viewport
    map: MapDrawing
    below: tuple[PageItem, ...] = ()
    above: tuple[PageItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole picture: paper, map and furniture. ``width`` and ``height`` in mm."""

    width: float
    height: float
    paper: str
    viewport: Viewport
    map: MapDrawing
    below: tuple[PageItem, ...] = field(default=())
    """page items under the map"""
    above: tuple[PageItem, ...] = field(default=())
    """page items over the map: title, legend, scale bar, sources"""
    insets: tuple[Inset, ...] = ()
    elements: Mapping[str, QRectF] = field(default_factory=dict)
    """the box of every element of the layout that is on the sheet, by its name, mm"""
