"""Plates as SVG: text as text (or as outlines), sizes in mm.

QSvgGenerator paints the sheet. What it writes is put in order afterwards: coordinates are rounded to user units, which
are hundredths of a mm because some viewers round the size of letters to whole units; a line of text is one element, as
long as it should be in any font; and its halo is the same text with an outline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from maps.export.formats import Options, Progress
from maps.export.paper import paint_plate
from maps.fonts import text_width
from maps.page import MM_PER_INCH
from maps.plate import Plate
from maps.stamps import HALO

DOTS = 100
"""User units to the mm."""

FAMILIES = "Noto Sans TC, Noto Sans CJK TC, Source Han Sans TC, Microsoft JhengHei, PingFang TC, sans-serif"
"""The shipped font, its other names, and what comes near it on machines that have none of them."""

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"

_DEFAULTS = {
    "fill-opacity": "1",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-dashoffset": "0",
    "font-weight": "400",
    "fill-rule": "evenodd",  # said once, on the root
}
_NUMBER = re.compile(r"-?\d+\.?\d*(?:e[-+]?\d+)?")


def write(plates: Sequence[Plate], path: Path, options: Options, progress: Progress) -> None:
    """Write one plate."""
    (plate,) = plates
    progress(0)
    drawn = ElementTree.fromstring(_generated(plate, options))
    progress(0)
    # Qt does not say when a disk is full.
    path.write_bytes(ElementTree.tostring(_in_order(drawn, plate), "utf-8", xml_declaration=True))
    progress(1)


def _generated(plate: Plate, options: Options) -> bytes:
    block = QByteArray()
    buffer = QBuffer(block)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # the default, Tiny, knows no clips
    generator.setOutputDevice(buffer)
    generator.setResolution(round(DOTS * MM_PER_INCH))
    width, height = plate.page.width * DOTS, plate.page.height * DOTS
    generator.setSize(QSize(round(width), round(height)))
    generator.setViewBox(QRectF(0, 0, width, height))
    painter = QPainter(generator)
    try:
        paint_plate(painter, plate, DOTS, "outlines" if options.outlines else "twice")
    finally:
        painter.end()
    return bytes(block.data())


def _in_order(drawn: Element, plate: Plate) -> Element:
    """Return the picture with the same marks in the same order, written plainly."""
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    width, height = _short(plate.page.width), _short(plate.page.height)
    root = Element(
        _name("svg"),
        {
            "version": "1.1",
            "width": f"{width}mm",
            "height": f"{height}mm",
            "viewBox": f"0 0 {_short(plate.page.width * DOTS)} {_short(plate.page.height * DOTS)}",
            "fill-rule": "evenodd",
            "font-family": FAMILIES,
            "{http://www.w3.org/XML/1998/namespace}space": "preserve",
            "{http://www.w3.org/XML/1998/namespace}lang": "zh-TW" if plate.view.language == "zh" else "en-GB",
        },
    )
    SubElement(root, _name("title")).text = plate.title
    SubElement(root, _name("desc")).text = ", ".join(filter(None, ("Lifecircles", plate.spec.author)))
    definitions = SubElement(root, _name("defs"))
    for clip in drawn.iter(_name("clipPath")):
        shape = SubElement(definitions, _name("clipPath"), {"id": clip.get("id", "")})
        shape.append(Element(_name("path"), {"d": _rounded(clip[0].get("d", ""))}))
    parent, clipped, before = root, "", None
    for clip_path, state in _states(drawn):
        if clip_path != clipped:
            parent = SubElement(root, _name("g"), {"clip-path": clip_path}) if clip_path else root
            clipped = clip_path
        marks = list(_marks(state))
        for mark in marks:
            if before is not None and before.tag == mark.tag == _name("text") and _same_line(before, mark):
                _make_halo(before)
            mark.tail = "\n"
            parent.append(mark)
            before = mark
    return root


def _states(drawn: Element) -> Iterator[tuple[str, Element]]:
    """Yield the groups that hold something, each with the name of its clip."""
    for group in drawn.findall(_name("g")):
        for outer in group:
            clip = outer.get("clip-path", "")
            for state in outer if clip else [outer]:
                if len(state):
                    yield clip, state


def _marks(state: Element) -> Iterator[Element]:
    """Yield the elements of a group with its looks and its place."""
    scale, dx, dy = _place(state)
    looks = {
        name: value
        for name, value in state.attrib.items()
        if name not in ("transform", "font-family", "font-size", "font-weight", "font-style")
    }
    if state[0].tag == _name("text"):
        yield _line_of_text(state, scale, dx, dy)
        return
    for shape in state:
        attributes = looks | shape.attrib
        attributes.pop("vector-effect", None)
        if attributes.get("stroke") == "none":
            attributes = {name: value for name, value in attributes.items() if not name.startswith("stroke-")}
        data = "d" if "d" in attributes else "points"
        if data in attributes and dx == dy == 0:  # all but symbols, which are drawn in radii
            attributes[data] = _rounded(attributes[data], scale)
            for name in attributes.keys() & {"stroke-width", "stroke-dasharray"}:
                attributes[name] = _scaled(attributes[name], scale)
        elif (scale, dx, dy) != (1.0, 0.0, 0.0):
            attributes["transform"] = f"matrix({scale:.6g} 0 0 {scale:.6g} {_short(dx)} {_short(dy)})"
        yield Element(shape.tag, {name: value for name, value in attributes.items() if _DEFAULTS.get(name) != value})


def _line_of_text(state: Element, scale: float, dx: float, dy: float) -> Element:
    """Return the pieces that Qt makes of a line, one for each script, as one element."""
    text = "".join(piece.text or "" for piece in state)
    first = state[0]
    size, bold = float(first.get("font-size", "1")) * scale, first.get("font-weight") == "700"
    attributes = {
        "x": _short(float(first.get("x", "0")) * scale + dx),
        "y": _short(float(first.get("y", "0")) * scale + dy),
        "textLength": _short(text_width(text, size, bold)),
        "lengthAdjust": "spacingAndGlyphs",
        "font-size": _short(size),
        "fill": first.get("fill", ""),
        "fill-opacity": first.get("fill-opacity", "1"),
        "font-weight": first.get("font-weight", "400"),
    }
    line = Element(first.tag, {name: value for name, value in attributes.items() if _DEFAULTS.get(name) != value})
    line.text = text
    return line


def _same_line(one: Element, other: Element) -> bool:
    return one.text == other.text and all(one.get(name) == other.get(name) for name in ("x", "y", "font-size"))


def _make_halo(line: Element) -> None:
    line.set("stroke", line.get("fill", ""))
    line.set("stroke-width", _short(HALO * float(line.get("font-size", "1"))))
    line.set("stroke-linejoin", "round")
    line.set("aria-hidden", "true")
    line.set("style", "user-select:none;pointer-events:none")


def _place(state: Element) -> tuple[float, float, float]:
    """Return scale and shift of a group; no transform of a sheet turns or skews."""
    numbers = [float(number) for number in _NUMBER.findall(state.get("transform", ""))]
    return (numbers[0], numbers[4], numbers[5]) if numbers else (1.0, 0.0, 0.0)


def _rounded(shape: str, scale: float = 1.0) -> str:
    """Return the data of a path, or the points of a line, times ``scale``, in whole units."""
    if "M" not in shape or "C" in shape:
        return _NUMBER.sub(lambda found: str(round(float(found[0]) * scale)), shape).strip()
    pieces = []
    for line in shape.split("M")[1:]:
        numbers = np.array(_NUMBER.findall(line), dtype=float).reshape(-1, 2)
        (x, y), *steps = np.diff(np.rint(numbers * scale).astype(int), axis=0, prepend=0).tolist()
        text = " ".join(f"{across} {down}" for across, down in steps if across or down)
        pieces.append(f"M{x} {y}{'l' if text else ''}{text}{'z' if 'Z' in line else ''}".replace(" -", "-"))
    return "".join(pieces)


def _scaled(numbers: str, scale: float) -> str:
    return _NUMBER.sub(lambda found: _short(float(found[0]) * scale), numbers)


def _short(number: float) -> str:
    """Return a number to two decimals, with no more digits than it needs."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _name(tag: str) -> str:
    return f"{{{SVG}}}{tag}"
