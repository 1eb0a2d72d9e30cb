"""Whole pictures, as a colour-blind eye or a photocopier sees them: charts and logos on a sheet."""

from __future__ import annotations

import re

import numpy as np
from PySide6.QtGui import QImage

from maps.colour_vision import seen_as
from maps.view import Sight

_COLOUR = re.compile(rb"#[0-9a-fA-F]{6}\b")
_ROOT_WITHOUT_STROKE = re.compile(rb"<svg\b(?![^>]*\sstroke\s*=)")
_NO_STROKE = re.compile(rb"(\bstroke\s*[:=]\s*[\"']?)none\b")
_LEVELS = 32
"""Steps of a channel in which pictures are seen: no eye tells finer ones, and there are 32³ colours to look up."""


def svg_seen_as(svg: bytes, sight: Sight) -> bytes:
    """Return an SVG picture in the colours that an eye with this deficiency sees."""
    if sight == "normal":
        return svg
    return _COLOUR.sub(lambda found: seen_as(found[0].decode(), sight).encode(), svg)


def stroked_where_said(svg: bytes) -> bytes:
    """Return an SVG picture whose shapes without an outline have a transparent one.

    Qt's renderer draws them with a pen that has no brush, and PDF and SVG files take that for a black one.
    """
    return _ROOT_WITHOUT_STROKE.sub(rb'<svg stroke="transparent"', _NO_STROKE.sub(rb"\1transparent", svg), count=1)


def picture_seen_as(image: QImage, sight: Sight) -> QImage:
    """Return a picture in the colours that an eye with this deficiency sees; its transparency stays."""
    if sight == "normal":
        return image
    seen = image.convertToFormat(QImage.Format.Format_RGBA8888)
    view = np.frombuffer(seen.bits(), dtype=np.uint8).reshape(seen.height(), seen.bytesPerLine() // 4, 4)
    steps = np.rint(view[..., :3] * ((_LEVELS - 1) / 255)).astype(np.int32)
    keys, place = np.unique(steps @ np.array([_LEVELS**2, _LEVELS, 1]), return_inverse=True)
    own = np.rint(
        np.stack([keys // _LEVELS**2, keys // _LEVELS % _LEVELS, keys % _LEVELS], axis=1) * (255 / (_LEVELS - 1))
    )
    shown = [seen_as("#{:02x}{:02x}{:02x}".format(*map(int, row)), sight) for row in own]
    table = np.array([[int(one[at : at + 2], 16) for at in (1, 3, 5)] for one in shown], dtype=np.uint8)
    view[..., :3] = table[place.reshape(view.shape[:2])]
    return seen
