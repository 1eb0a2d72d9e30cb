"""Text on slides: set as large as its box allows, measured in the shipped font."""

from __future__ import annotations

from maps.fonts import text_width, wrapped

PT_MM = 25.4 / 72
"""mm in a point"""

LEADING = 1.36
"""Distance of lines in ems: that of the widest Chinese font that a presentation program may choose."""

_SAFETY = 0.92
"""Share of the width that text may fill: another font is not as wide as ours."""


def lines_of(text: str, points: float, width: float, bold: bool = False) -> list[str]:
    """Return the lines of a text of several paragraphs in ``width`` mm."""
    return [
        line
        for paragraph in text.split("\n")
        for line in (wrapped(paragraph, points * PT_MM, width * _SAFETY, bold) or ("",))
    ]


def text_height(text: str, points: float, width: float, bold: bool = False) -> float:
    """Return how high a text stands in ``width`` mm."""
    return len(lines_of(text, points, width, bold)) * points * PT_MM * LEADING


def fitted_text(
    text: str, width: float, height: float, most: float, least: float, bold: bool = False
) -> tuple[float, str]:
    """Return the size in points at which a text fits a box of mm, and the text, cut off where it fits at none."""
    points = most
    while points > least and text_height(text, points, width, bold) > height:
        points -= 0.5
    rows = max(1, int(height / (points * PT_MM * LEADING)))
    lines = lines_of(text, points, width, bold)
    if len(lines) <= rows:
        return points, text
    return points, "\n".join(lines[:rows])[:-1].rstrip() + "…"


def line_width(text: str, points: float, bold: bool = False) -> float:
    """Return the width of one line in mm, with room for another font."""
    return text_width(text, points * PT_MM, bold) / _SAFETY
