"""The formats a plate can be written in: each is one row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Literal, cast, get_args

from data.errors import UserError
from data.files import atomic_write
from maps.display import PageText, Sheet
from maps.fonts import SUBSTITUTE, missing_glyphs
from maps.plate import Plate

FormatId = Literal["png", "svg", "pdf", "pptx", "html", "xlsx", "csv", "gpkg", "geojson"]
FORMAT_IDS: tuple[FormatId, ...] = get_args(FormatId)

_ONE_AT_A_TIME = Lock()
"""Two threads that call the same function of PySide for the first time at once end the process (maps/prepare.py)."""

Progress = Callable[[int], None]
"""is told how many plates are done; may raise ``maps.display.Cancelled``"""


@dataclass(frozen=True)
class Options:
    """What a format can be told."""

    outlines: bool = False
    """SVG: text as shapes instead of text"""
    title: str = ""
    """PDF, PPTX, HTML: the title of the document, where that of its first page would not do"""


@dataclass(frozen=True)
class Format:
    """One kind of file. Its module of the same name in this package has ``write(plates, path, options, progress)``.

    The module is imported when it is first used: several of the libraries behind it take long.
    """

    id: FormatId
    suffix: str
    together: bool
    """whether one file holds several plates"""
    picture: bool
    """whether it shows the sheet; the others hold the values and places of what is shown"""


FORMATS: Mapping[FormatId, Format] = MappingProxyType(
    {
        one.id: one
        for one in (
            Format("png", ".png", together=False, picture=True),
            Format("svg", ".svg", together=False, picture=True),
            Format("pdf", ".pdf", together=True, picture=True),
            Format("pptx", ".pptx", together=True, picture=True),
            Format("html", ".html", together=True, picture=True),
            Format("xlsx", ".xlsx", together=True, picture=False),
            Format("csv", ".csv", together=False, picture=False),
            Format("gpkg", ".gpkg", together=False, picture=False),
            Format("geojson", ".geojson", together=False, picture=False),
        )
    }
)


class Remark(UserError):  # noqa: N818 - handed back, never raised
    """A sentence about a file that was written all the same. It is handed back, never raised."""


Write = Callable[[Sequence[Plate], Path, Options, Progress], None]


def write_plates(
    plates: Sequence[Plate],
    format_id: FormatId,
    target: Path,
    options: Options = Options(),
    progress: Progress = lambda _done: None,
) -> None:
    """Write plates into one file, whole or not at all. A format that holds one plate takes exactly one.

    Raises TargetError if ``target`` cannot be written, Cancelled if ``progress`` does; then what was there stays.
    """
    found = FORMATS[format_id]
    if len(plates) != 1 and not found.together:
        raise ValueError(f"{format_id} holds one plate, not {len(plates)}")
    write = cast(Write, import_module(f"maps.export.{format_id}").write)
    with _ONE_AT_A_TIME, atomic_write(target) as beside:
        write(plates, beside, options, progress)


def remarks(plates: Sequence[Plate], format_id: FormatId) -> tuple[Remark, ...]:
    """Return what the user should know about the file of these plates: so far, what the shipped font cannot show."""
    if not FORMATS[format_id].picture:
        return ()
    if format_id == "pptx":
        plates = [one for one in (plate.pictured() for plate in plates) if one is not None]
    missing = missing_glyphs("".join(word for plate in plates for word in _words(plate.sheet)))
    if not missing:
        return ()
    return (
        Remark(
            "The font of the sheet lacks {characters}; {substitute} stands for each of them.",
            characters=" ".join(missing), substitute=SUBSTITUTE,
        ),
    )  # fmt: skip


def _words(sheet: Sheet) -> Iterator[str]:
    """Yield every text on a sheet."""
    for drawing in (sheet.map, *(inset.map for inset in sheet.insets)):
        yield from (label.text for label in drawing.labels)
    page = chain(sheet.below, sheet.above, *(chain(inset.below, inset.above) for inset in sheet.insets))
    yield from (item.text for item in page if isinstance(item, PageText))
