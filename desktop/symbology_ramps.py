"""Choosers of colour ramps that show the colours themselves, class by class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from desktop.symbology_form import WordChooser
from maps.colour_vision import seen_as
from maps.ramps import diverging, ramp_preview
from maps.symbology import DivergingName, RampName
from maps.theme import THEMES
from maps.view import MapView, Sight

STRIP = QSize(78, 12)
"""Logical pixels of a strip; it holds three times as many so that it stays sharp at 200 %."""
_SCALE = 3


def value_colours(ramp: RampName, view: MapView) -> tuple[str, ...]:
    """Return the colours that a ramp gives to the classes of a view."""
    count = len(view.symbology.breaks) + 1 if view.symbology.scheme == "custom" else view.symbology.classes
    return ramp_preview(ramp, count, THEMES[view.theme], view.symbology.reverse)


def change_colours(ramp: DivergingName, view: MapView) -> tuple[str, ...]:
    """Return the colours of changes, from the largest fall to the largest rise."""
    steps = (-1.0, -0.6, -0.2, 0.0, 0.2, 0.6, 1.0)
    return diverging(steps, THEMES[view.theme], 0, replace(view.symbology, diverging=ramp))


def strip(colours: Sequence[str], sight: Sight) -> QIcon:
    """Return colours side by side, as the eye that the map is drawn for sees them."""
    pixmap = QPixmap(STRIP * _SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.scale(_SCALE, _SCALE)
    width = STRIP.width() / len(colours)
    for number, colour in enumerate(colours):
        painter.fillRect(QRectF(number * width, 0, width, STRIP.height()), QColor(seen_as(colour, sight)))
    painter.end()
    icon = QIcon(pixmap)
    # Without a picture of its own Qt would tint the selected one, and tinted colours are others.
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


class RampChooser(WordChooser):
    """A list of ramps, each with its strip."""

    def __init__(self, table: Mapping[Any, str]) -> None:
        super().__init__("Symbology", table)
        self.setIconSize(STRIP)
        self.setMinimumContentsLength(1)
        self._shown: dict[int, tuple[tuple[str, ...], Sight]] = {}

    def show_colours(self, row: int, colours: tuple[str, ...], sight: Sight) -> None:
        """Draw the strip of one row anew where its colours have changed."""
        if self._shown.get(row) != (colours, sight):
            self._shown[row] = (colours, sight)
            self.setItemIcon(row, strip(colours, sight))

    def clear(self) -> None:
        self._shown.clear()
        super().clear()
