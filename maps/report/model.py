"""The parts of a report, whatever file it becomes: pages of blocks, each a map, a chart, a table or text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from maps.charts.catalogue import ChartId
from maps.charts.chart import ChartContext
from maps.logo import Logo
from maps.plate import Plate


@dataclass(frozen=True)
class Row:
    """One row of a table; the first cell names it."""

    cells: tuple[str, ...]
    chip: str = ""
    """colour of a small square before the name, '' for none"""
    strong: bool = False


@dataclass(frozen=True)
class Table:
    """Words and numbers as they are to be read. The first column is words, the others are set against the right."""

    title: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    words: frozenset[int] = frozenset({0})
    """columns that hold words rather than numbers"""


@dataclass(frozen=True)
class Text:
    """Paragraphs under a heading, '' for none."""

    title: str
    paragraphs: tuple[str, ...]
    small: bool = False


@dataclass(frozen=True)
class Map:
    """The map of a plate without its furniture; ``title`` says what it shows."""

    title: str
    plate: Plate


@dataclass(frozen=True)
class ChartBlock:
    """A chart; width and height in the context are replaced by those of the block."""

    chart: ChartId
    context: ChartContext


Block = Table | Text | Map | ChartBlock


@dataclass(frozen=True)
class Page:
    """One page: a whole sheet, or blocks in one or two columns."""

    title: str
    subtitle: str = ""
    plate: Plate | None = None
    """a page that is a sheet of the map"""
    left: tuple[Block, ...] = ()
    right: tuple[Block, ...] = ()
    share: float = 0.5
    """of the width that the left column takes"""
    cover: bool = False
    logo: Logo | None = None
    """a picture that stands above the title of the cover"""
    lists_sources: bool = False
    sources: tuple[str, ...] = ()
    """ids of what the page stands on, for the notes of a slide"""

    @property
    def blocks(self) -> Sequence[Block]:
        return (*self.left, *self.right)


@dataclass(frozen=True)
class Report:
    """All pages, and what the file says of itself."""

    title: str
    language: str
    author: str
    pages: tuple[Page, ...] = field(default=())
