"""Plates as SVG: text as text (or as outlines), sizes in mm.

QSvgGenerator paints the sheet. What it writes is put in order afterwards: one user unit is one mm, coordinates are
rounded to a hundredth of it, a line of text is one element as long as it should be in any font, and its halo is the
same text with an outline.
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
"""Units to the mm while painting; the generator writes six significant digits of them."""

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
_STROKE = re.compile("stroke-")
_NUMBER = re.compile(r"-?\d+\.?\d*(?:e[-+]?\d+)?")


def write(plates: Sequence[Plate], path: Path, options: Options, progress: Progress) -> None:
    """Write one plate."""
    (plate,) = plates
    progress(0)
    drawn = ElementTree.fromstring(_generated(plate, options))
    progress(0)
    # Qt does not say when a disk is full.
    path.write_bytes(b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(_in_order(drawn, plate), "utf-8"))
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
            "viewBox": f"0 0 {width} {height}",
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
        shape.append(Element(_name("path"), {"d": _rounded(clip[0].get("d", ""), 1 / DOTS)}))
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
    at_page = (scale, dx, dy) == (1.0, 0.0, 0.0)
    for shape in state:
        attributes = looks | shape.attrib
        attributes.pop("vector-effect", None)
        if attributes.get("stroke") == "none":
            attributes = {name: value for name, value in attributes.items() if not _STROKE.match(name)}
        attributes = {name: value for name, value in attributes.items() if _DEFAULTS.get(name) != value}
        if not at_page:
            attributes["transform"] = f"matrix({scale:.5g} 0 0 {scale:.5g} {_short(dx)} {_short(dy)})"
        for name in ("d", "points"):
            if name in attributes:
                attributes[name] = _rounded(attributes[name]) if at_page else attributes[name].strip()
        yield Element(shape.tag, attributes)


def _line_of_text(state: Element, scale: float, dx: float, dy: float) -> Element:
    """Return the pieces that Qt makes of a line, one for each script, as one element."""
    text = "".join(piece.text or "" for piece in state)
    first = state[0]
    size, bold = float(first.get("font-size", "1")) * scale, first.get("font-weight") == "700"
    attributes = {
        "x": _short(float(first.get("x", "0")) * scale + dx, 3),
        "y": _short(float(first.get("y", "0")) * scale + dy, 3),
        "textLength": _short(text_width(text, size, bold), 3),
        "lengthAdjust": "spacingAndGlyphs",
        "font-size": _short(size, 3),
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
    line.set("stroke-width", _short(HALO * float(line.get("font-size", "1")), 3))
    line.set("stroke-linejoin", "round")
    line.set("aria-hidden", "true")
    line.set("style", "user-select:none;pointer-events:none")


def _place(state: Element) -> tuple[float, float, float]:
    """Return scale and shift of a group, in mm; no transform of a sheet turns or skews."""
    numbers = [float(number) for number in _NUMBER.findall(state.get("transform", ""))]
    scale, dx, dy = (numbers[0], numbers[4], numbers[5]) if numbers else (1.0, 0.0, 0.0)
    return scale / DOTS, dx / DOTS, dy / DOTS


def _rounded(shape: str, scale: float = 1.0) -> str:
    """Return the data of a path, or the points of a line, times ``scale``, in hundredths."""
    if "M" not in shape or "C" in shape:
        return _NUMBER.sub(lambda found: _short(float(found[0]) * scale), shape).strip()
    pieces = []
    for ring in shape.split("M")[1:]:
        numbers = np.array(_NUMBER.findall(ring), dtype=float).reshape(-1, 2)
        steps = np.diff(np.rint(numbers * (scale * 100)).astype(int), axis=0, prepend=0)
        start, steps = steps[0], steps[1:][steps[1:].any(axis=1)]
        text = "".join(_hundredths(step) for step in steps.ravel().tolist())
        pieces.append(f"M{_short(start[0] / 100)} {_short(start[1] / 100)}" + (f"l{text}" if text else ""))
        if "Z" in ring:
            pieces.append("z")
    return "".join(pieces)


def _hundredths(number: int) -> str:
    """Return a number of hundredths so that it can follow another without a comma."""
    text = _short(number / 100)
    return text if text[0] == "-" else f" {text}"


def _short(number: float, digits: int = 2) -> str:
    """Return a number with no more digits than it needs."""
    text = f"{number:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text


def _name(tag: str) -> str:
    return f"{{{SVG}}}{tag}"
