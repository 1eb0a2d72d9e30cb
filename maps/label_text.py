"""How the lines of a label are set: names in one language, or in Chinese with the English name smaller under it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from data.model import Language, Name
from maps.display import TextStyle
from maps.fonts import ASCENT, LABEL_LINE, text_width
from maps.view import MapView

SECOND = 0.84
"""Size of the second language as a share of the first: seen to be the same name again, and 2.1 mm for names of 2.5."""

CAPITAL = 0.46
"""Half of what a line takes in height, in ems, above and below its middle."""


def languages_of(view: MapView) -> tuple[Language, ...]:
    """Return the languages of the names on the map, the leading one first."""
    if view.names == "both":
        return ("zh", "en")
    return (view.language if view.names == "window" else view.names,)


def name_texts(name: Name, languages: tuple[Language, ...]) -> tuple[str, str]:
    """Return a name in the first of ``languages`` and, where it differs, in the second, else ''."""
    first = name.text(languages[0])
    second = name.text(languages[1]) if len(languages) > 1 else ""
    return first, "" if second == first else second


@lru_cache(maxsize=4096)
def text_size(text: str, second: str, size: float, bold: bool) -> tuple[float, float]:
    """Return width and height, in the unit of ``size``, of the lines of a label."""
    lines = tuple(label_lines(text, second, size))
    width = max(text_width(line, em, bold) for line, em, _ in lines)
    return width, lines[-1][2] - lines[0][2] + CAPITAL * (lines[0][1] + lines[-1][1])


def label_lines(text: str, second: str, size: float) -> Iterator[tuple[str, float, float]]:
    """Yield the lines of a label: text, em height, and how far its middle lies below that of the label."""
    sizes = [(line, size) for line in text.split("\n")]
    sizes += [(line, SECOND * size) for line in second.split("\n") if line]
    steps = [0.0]
    for (_, above), (_, below) in pairwise(sizes):
        steps.append(steps[-1] + LABEL_LINE * (above + below) / 2)
    # The middle of the label is that of its ink, so that a smaller last line does not push it up.
    middle = (steps[-1] + CAPITAL * (sizes[-1][1] - sizes[0][1])) / 2
    for (line, em), step in zip(sizes, steps, strict=True):
        yield line, em, step - middle


def base_line(em: float) -> float:
    """Return how far the base line of a line of text lies below its middle."""
    return (ASCENT / 2 - 0.06) * em


def label_size(text: str, style: TextStyle, second: str = "") -> tuple[float, float]:
    """Return width and height in mm of a label, with a little air."""
    width, height = text_size(text, second, style.size, style.bold)
    return width + 0.6 * style.size, height + 0.32 * style.size
