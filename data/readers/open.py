"""The one door to files for import: a table of formats, recognised by what is in a file and not by its name."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from data.errors import InputError
from data.readers.archive import member_names
from data.readers.bounds import check_size, unreadable
from data.readers.encoding import decoded, marked
from data.readers.sheet import AS_FOUND, FormatId, ReadChoices, SourceFile, stamp_of
from data.readers.text import paste

__all__ = ["FORMATS", "SUFFIXES", "Format", "open_source", "paste"]

_HEAD = 8192  # bytes that tell formats apart
_SHP = b"\0\0\x27\x0a"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS_OF_SHAPEFILES = (".dbf", ".shx", ".prj", ".cpg")


@dataclass(frozen=True)
class Head:
    """The beginning of a file, by which its format is known."""

    raw: bytes
    suffix: str
    """in small letters, with its dot"""
    members: tuple[str, ...]
    """names in it, in small letters, of a zip"""

    def text(self) -> str:
        """Return the beginning as text, '' where it is none; a character that was cut at its end is left out."""
        encoding = marked(self.raw)
        if encoding:
            return self.raw.decode(encoding, "ignore").lstrip()
        return (decoded(self.raw) or self.raw.decode("utf-8", "ignore")).lstrip()

    def has(self, *ends: str) -> bool:
        """Return whether a member of the zip has a name that ends so."""
        return any(name.endswith(ends) for name in self.members)


@dataclass(frozen=True)
class Format:
    """A kind of files: how it is recognised, and the function that opens it (imported when it is needed)."""

    id: FormatId
    suffixes: tuple[str, ...]
    """for dialogs, and where the content does not tell"""
    recognises: Callable[[Head], bool]
    opener: str
    """module of this package and function: (path, choices) -> SourceFile"""


def _is_json(head: Head) -> bool:
    return head.text()[:1] in ("{", "[", "\x1e") and (head.suffix not in (".csv", ".tsv", ".txt"))


FORMATS: tuple[Format, ...] = (
    Format("xlsx", (".xlsx", ".xlsm"), lambda head: head.has("xl/workbook.xml"), "workbook:open_workbook"),
    Format("ods", (".ods",), lambda head: "content.xml" in head.members, "workbook:open_workbook"),
    Format("xls", (".xls",), lambda head: head.raw.startswith(_OLE), "workbook:open_workbook"),
    Format("gpkg", (".gpkg",), lambda head: head.raw.startswith(b"SQLite format 3\0"), "gpkg:open_geopackage"),
    Format("shp", (".shp", ".zip"), lambda head: head.raw.startswith(_SHP) or head.has(".shp"), "shp:open_shapefile"),
    Format("kml", (".kml", ".kmz"), lambda head: head.has(".kml") or "<kml" in head.text(), "kml:open_kml"),
    Format("geojson", (".geojson", ".json", ".geojsonl"), _is_json, "geojson:open_geojson"),
    Format("csv", (".csv", ".tsv", ".txt"), lambda head: not head.members, "text:open_text"),
)  # fmt: skip
"""In the order in which they are tried; everything else is text."""

SUFFIXES = tuple(suffix for one in FORMATS for suffix in one.suffixes)
"""Endings of names that a dialog for import offers."""


def open_source(path: Path, choices: ReadChoices = AS_FOUND) -> SourceFile:
    """Open a file of any of FORMATS. Nothing in it is executed, and nothing is unpacked to a disk.

    Raises UserError with a sentence for whatever cannot be read: missing, too large, damaged, locked by a password.
    """
    if path.suffix.lower() in _PARTS_OF_SHAPEFILES and path.with_suffix(".shp").exists():
        path = path.with_suffix(".shp")
    check_size(path)
    stamp = stamp_of(path)
    try:
        with path.open("rb") as file:
            raw = file.read(_HEAD)
    except OSError as error:
        raise unreadable(path, error) from None
    members = member_names(path) if raw.startswith(b"PK\x03\x04") else ()
    head = Head(raw, path.suffix.lower(), tuple(name.lower() for name in members))
    found = next((one for one in FORMATS if one.recognises(head)), None)
    if found is None:
        raise InputError(
            "{file} is a zip without a workbook, a shapefile or a KML file; please unpack it first.", file=path.name
        )
    if found.id == "csv":
        _refuse_pages(path, head)
    module, function = found.opener.split(":")
    opener = getattr(importlib.import_module(f"data.readers.{module}"), function)
    try:
        return replace(cast(SourceFile, opener(path, choices)), stamp=stamp)
    except OSError as error:  # a drive that went away
        raise unreadable(path, error) from None


def _refuse_pages(path: Path, head: Head) -> None:
    start = head.text()[:2000].lower()
    if start.startswith(("<!doctype html", "<html", "<table", "<meta")) or "<workbook" in start:
        raise InputError(
            "{file} is a web page or XML, not a table; open it in Excel or LibreOffice and save it as XLSX.",
            file=path.name,
        )
    if head.raw.startswith(b"%PDF"):
        raise InputError("{file} is a PDF file; please export its table as XLSX or CSV first.", file=path.name)
