"""Names of towns, which give way to every other name on the map."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from maps.context import Context
from maps.display import Label, Symbol, TextStyle
from maps.label_ground import Ground, label_box
from maps.label_text import languages_of, name_texts, text_size

TOWN_SCALE = 600.0
"""Metres per mm (1:600 000) below which towns are named."""

SIZE_TOWN = 2.5
"""Em height in mm: 7 points, the smallest that survives a projector."""

AIR = 1.7
"""Between the middle of a town, or the symbols that stand there, and a name that gives way, mm."""

BESIDE = 4
"""The last of the places of a name that touch what stands in the middle of its town."""

BEYOND = (2.5, 5.0)
"""How much further off the name of a town may stand where symbols and their names stand around its place, mm."""


def town_labels(context: Context, symbols: Sequence[Symbol], names: Ground, marks: Ground) -> list[Label]:
    """Name towns in the order of their population, where no name stands yet and on as few symbols as possible."""
    data, scale, unit, theme = context.project.data, context.metres_per_mm, context.unit, context.theme
    style = TextStyle(SIZE_TOWN * unit, theme.text, halo=theme.halo)
    languages = languages_of(context.view)
    reach: dict[tuple[float, float], float] = {}
    for symbol in symbols:
        spot = symbol.x, symbol.y
        reach[spot] = max(reach.get(spot, 0.0), max(abs(symbol.dx), abs(symbol.dy)) + symbol.style.radius)
    shapes = context.atlas.detail(1000).towns
    people = np.nan_to_num(data.town_values("population"))
    labels = []
    for row in np.argsort(-people, kind="stable"):
        x, y = map(float, context.atlas.town_positions[row])
        text, second = name_texts(data.towns[row].name, languages)
        text, second = _short(text), _short(second)
        width, height = text_size(text, second, style.size, False)
        # Sites of which only the township is known stand where its name would.
        crowd = reach.get((x, y), 0.0)
        clear = crowd + 0.4 * unit if crowd else AIR * unit
        aside, above = width / 2 + clear, height / 2 + clear
        places = [(0.0, 0.0), (0.0, above), (0.0, -above), (aside, 0.0), (-aside, 0.0)]
        places += [(0.0, side * (above + far * unit)) for far in BEYOND for side in (1, -1)]
        free = []
        for number, (dx, dy) in enumerate(places):
            # Beside its place a name is read with what stands there, further off it must lie in its own town.
            if number > BESIDE and not shapely.contains_xy(shapes[row], x + dx * scale, y - dy * scale):
                continue
            label = Label(x, y, dx, dy, text, style, second)
            box = label_box(label, scale)
            if names.is_free(box):
                free.append((len(marks.overlapped(box)), label, box))
                if not free[-1][0]:
                    break
        if free:
            _, label, box = min(free, key=lambda one: one[0])
            names.take(box)
            labels.append(label)
    return labels


def _short(name: str) -> str:
    return name.removesuffix(" Township").removesuffix(" District")
