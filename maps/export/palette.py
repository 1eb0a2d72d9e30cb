"""Pictures in at most 256 colours: maps and charts have few, and inside of web pages take a third of the room then."""

from __future__ import annotations

import base64

import numpy as np
from PySide6.QtGui import QImage

from maps.export.png import encoded

COLOURS = 256

_STEP = 8
"""Neighbouring colours of one cell, by channel: what differs by less is blended into one at the edges of shapes."""


def picture_source(image: QImage) -> str:
    """Return an opaque picture as the source of an ``img``, so that it lies inside the page."""
    return "data:image/png;base64," + base64.b64encode(encoded(in_few_colours(image))).decode("ascii")


def in_few_colours(image: QImage) -> QImage:
    """Return an opaque picture with a palette. Its flat colours stay exact; blends at edges take the nearest one."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB32)
    width, height = rgb.width(), rgb.height()
    pixels = np.frombuffer(rgb.constBits(), np.uint32).reshape(height, width) & 0xFFFFFF
    colours, at, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    channels = np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)], axis=1).astype(np.int64)
    # The commonest colour of every cell of the colour cube, and of those the commonest.
    cells = channels // _STEP @ np.array((1 << 16, 1 << 8, 1))
    order = np.lexsort((-counts, cells))
    first = order[np.concatenate(([True], np.diff(cells[order]) != 0))]
    chosen = np.sort(first[np.argsort(-_weights(cells, counts)[first], kind="stable")[:COLOURS]])
    distances = ((channels[:, None, :] - channels[None, chosen, :]) ** 2).sum(axis=2)
    nearest = distances.argmin(axis=1).astype(np.uint8)
    packed = np.ascontiguousarray(nearest[at].reshape(height, width))
    result = QImage(packed.data, width, height, width, QImage.Format.Format_Indexed8)
    result.setColorTable([int(colour) | 0xFF000000 for colour in colours[chosen]])
    return result.copy()


def _weights(cells: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return for each colour how many pixels its cell has."""
    (
        _,
        at,
    ) = np.unique(cells, return_inverse=True)
    return np.bincount(at, weights=counts)[at]
