"""Plates as the pages of a PDF file: vector, with subset fonts and text that can be selected.

QPdfWriter paints the pages. What it does not write as it should (sizes to the point only, a date and an id of its own,
fonts that do not say they are subsets) is put right in its objects, so that the same plates give the same bytes.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from data.errors import InputError
from data.model import Language
from maps.export.formats import Options, Progress
from maps.export.paper import paint_plate
from maps.export.pdf_digits import fewer_digits
from maps.page import MM_PER_INCH, PageSize
from maps.plate import Plate

DPI = 1200
"""Units of the pages: the precision of every coordinate is a hundredth of this."""

LARGEST_MM = 5080
"""The longest side that readers of PDF files accept: 14 400 points."""

POINTS_PER_MM = 72 / MM_PER_INCH

_LANGUAGES: dict[Language, str] = {"zh": "zh-TW", "en": "en-GB"}


def write(plates: Sequence[Plate], path: Path, options: Options, progress: Progress) -> None:
    """Write plates as pages. Raises InputError for a page that is too large for the format."""
    for plate in plates:
        if max(plate.page.width, plate.page.height) > LARGEST_MM:
            raise InputError(
                "A page of {width} × {height} mm is too large for PDF; a side may have {most} mm.",
                width=round(plate.page.width), height=round(plate.page.height), most=LARGEST_MM,
            )  # fmt: skip
    pages = _painted(plates, progress)
    # Qt does not say when a disk is full.
    path.write_bytes(_put_right(pages, plates, options))
    progress(len(plates))


def _painted(plates: Sequence[Plate], progress: Progress) -> bytes:
    block = QByteArray()
    buffer = QBuffer(block)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Qt writes fonts in the order of a hash table.
    QHashSeed.setDeterministicGlobalSeed()
    try:
        writer = QPdfWriter(buffer)
        writer.setResolution(DPI)
        painter = QPainter()
        try:
            for number, plate in enumerate(plates):
                progress(number)
                writer.setPageLayout(_layout(plate.page))
                if number:
                    writer.newPage()
                else:
                    painter.begin(writer)
                paint_plate(painter, plate, DPI / MM_PER_INCH)
        finally:
            painter.end()
    finally:
        QHashSeed.resetRandomGlobalSeed()
    return bytes(block.data())


def _layout(page: PageSize) -> QPageLayout:
    size = QPageSize(
        QSizeF(page.width, page.height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


# --- the objects of the file ------------------------------------------------------------------------------------------


def _put_right(pdf: bytes, plates: Sequence[Plate], options: Options) -> bytes:
    """Return a file of QPdfWriter with exact page sizes, fonts named as subsets, and what we know of the document."""
    head, objects, trailer = _taken_apart(pdf)
    info, root = (int(_found(rb"/%s (\d+) 0 R" % key, trailer)) for key in (b"Info", b"Root"))
    subsets = re.findall(rb"/FontName /(\w+)\+([\w-]+)", b"".join(objects.values()))
    tagged = {name: b"%s+%s" % (tag, name) for tag, name in subsets}
    sizes = iter(plates)
    for number in sorted(objects):
        body = objects[number]
        if b"/Type /Page\n" in body:
            page = next(sizes).page
            # Qt rounds the height and paints from the upper edge.
            top = float(_found(rb"/MediaBox \[0 0 \S+ (\S+)\]", body))
            box = b"[0 %.4f %.4f %.4f]" % (top - page.height * POINTS_PER_MM, page.width * POINTS_PER_MM, top)
            objects[number] = re.sub(rb"/(Media|Trim)Box \[.*?\]", rb"/\1Box " + box, body)
        elif b"/Type /Font\n" in body:
            objects[number] = re.sub(rb"/BaseFont /([\w-]+)", lambda found: b"/BaseFont /" + tagged[found[1]], body)
    first = plates[0]
    language = _LANGUAGES[first.view.language]
    metadata = int(_found(rb"/Metadata (\d+) 0 R", objects[root]))
    # Its dates and id are of this moment, and what else it says stands in /Info.
    objects[metadata] = b"%d 0 obj\nnull\nendobj\n" % metadata
    objects[root] = objects[root].replace(
        b"/Metadata %d 0 R" % metadata,
        b"/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>" % language.encode(),
    )
    if len(plates) > 1:
        fewer_digits(objects)
    objects[info] = _info(info, options.title or first.title, first.spec.author, first.spec.date)
    return _put_together(head, objects, trailer)


def _taken_apart(pdf: bytes) -> tuple[bytes, dict[int, bytes], bytes]:
    """Return what stands before the objects, the objects by number, and the trailer's dictionary."""
    table, trailer = pdf[int(_found(rb"startxref\s+(\d+)", pdf[-64:])) :].split(b"trailer", 1)
    starts = {
        int(offset): number
        for number, (offset, kind) in enumerate(re.findall(rb"^(\d{10}) \d{5} ([nf])", table, re.MULTILINE))
        if kind == b"n"
    }
    places = [*sorted(starts), pdf.rindex(b"xref\n", 0, pdf.rindex(b"startxref"))]
    objects = {starts[here]: pdf[here:there] for here, there in pairwise(places)}
    return pdf[: places[0]], objects, _found(rb"<<.*>>", trailer)


def _put_together(head: bytes, objects: dict[int, bytes], trailer: bytes) -> bytes:
    parts, table, place = [head], [b"0000000000 65535 f \n"], len(head)
    for number in sorted(objects):
        table.append(b"%010d 00000 n \n" % place)
        parts.append(objects[number])
        place += len(objects[number])
    body = b"".join(parts)
    own = hashlib.md5(body, usedforsecurity=False).hexdigest().encode()
    trailer = re.sub(rb"/ID \[.*?\]", b"/ID [<%s> <%s>]" % (own, own), trailer)
    return b"%sxref\n0 %d\n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (
        body, len(table), b"".join(table), trailer, place
    )  # fmt: skip


def _info(number: int, title: str, author: str, date: datetime.date | None) -> bytes:
    lines = {b"Title": _text(title), b"Author": _text(author), b"Creator": _text("Lifecircles")}
    if date is not None:
        lines[b"CreationDate"] = b"(D:%s)" % date.strftime("%Y%m%d").encode()
    entries = b"".join(b"/%s %s\n" % (key, value) for key, value in lines.items() if value != _text(""))
    return b"%d 0 obj\n<<\n%s>>\nendobj\n" % (number, entries)


def _text(text: str) -> bytes:
    return b"<FEFF%s>" % text.encode("utf-16-be", "replace").hex().upper().encode()


def _found(pattern: bytes, text: bytes) -> bytes:
    found = re.search(pattern, text, re.DOTALL)
    if found is None:
        raise AssertionError(f"QPdfWriter writes no {pattern!r}")
    return found[found.re.groups]
