"""The legend of circles whose area stands for a value: a few round values, one circle inside the other."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF

from maps.context import Context
from maps.display import PageEllipse, PageItem, PageLine, PageText, TextStyle
from maps.fonts import ASCENT
from maps.furniture import round_length
from maps.legend_parts import Figure

SHARES = (1.0, 4.0, 25.0)
"""The largest round value is divided by these: circles of about all, half and a fifth of its diameter."""

TEXT, LINE = 2.3, 1.25
"""Em height in mm at unit 1 and distance in ems of the numbers beside the circles."""


def radius_of(value: float, largest: float, widest: float) -> float:
    """Return the radius of an area-true circle, where ``largest`` has the radius ``widest``."""
    return widest * math.sqrt(abs(value) / largest) if largest else 0.0


def round_values(largest: float) -> tuple[float, ...]:
    """Return up to three values of 1, 2 or 5 times a power of ten, from large to small; none without a ``largest``."""
    if not largest:
        return ()
    first = round_length(largest)
    return tuple(dict.fromkeys(round_length(first / share) for share in SHARES))


def nested_circles(context: Context, largest: float, widest: float, colour: str, line: str) -> Figure | None:
    """Return the figure of the round values up to ``largest``, whose circle has the radius ``widest`` in mm."""
    values = round_values(largest)
    if not values:
        return None
    style = TextStyle(TEXT * context.unit, context.theme.text)
    thin = 0.15 * context.unit

    def draw(x: float, y: float, _width: float) -> tuple[list[PageItem], float]:
        radii = [radius_of(value, largest, widest) for value in values]
        pitch = LINE * style.size
        # The number of the largest stands at its top and reaches above it.
        bottom = y + pitch / 2 + max(2 * radii[0], (len(values) - 0.5) * pitch)
        middle, aside = x + radii[0], x + 2 * radii[0] + 2.2 * context.unit
        boxes = (QRectF(middle - radius, bottom - 2 * radius, 2 * radius, 2 * radius) for radius in radii)
        items: list[PageItem] = [PageEllipse(box, colour, line, 0.22) for box in boxes]
        # From the smallest up, so that no number stands on another.
        lowest = bottom - pitch / 2
        for value, radius in sorted(zip(values, radii, strict=True)):
            top = bottom - 2 * radius
            height = min(top, lowest)
            lowest = height - pitch
            items.append(PageLine(((middle, top), (aside - 0.8 * context.unit, height)), context.theme.muted, thin))
            digits = -math.floor(math.log10(value)) if value < 1 else 0
            base = height + (ASCENT / 2 - 0.06) * style.size
            items.append(PageText(aside, base, context.texts.number(value, digits), style))
        return items, bottom

    return draw
