"""Names of sites at large scales: beside the symbol, or in columns beside a crowd with leader lines to each symbol.

The more important site chooses first, and no name gives way afterwards. A name never lies on another name, a leader
line, another symbol or the edge of an inset box; it is tried at eight places, then further off with a leader line, and
left out where there is no room. A crowd names as many of its sites as fit and counts the others.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from data.model import Site
from maps.context import Context
from maps.display import Label, Symbol, TextStyle
from maps.label_ground import Ground, label_box, leader_boxes, mark_box
from maps.label_raster import Box
from maps.label_text import label_size, languages_of, name_texts, text_size
from maps.leaders import Arrangement, Member, arrangements
from maps.site_layers import layer_colour, layer_of
from maps.site_names import NAMED_BELOW, folded, rank, site_name
from maps.sites import DRAWN, spot_of
from maps.symbols import OUTER_RING, RING
from maps.theme import mixed

SIZE = 2.5
"""Em height in mm, as that of towns: the smallest that survives a projector."""

LINE_WIDTH = 26.0
"""Widest line of a name, mm: ten ideographs, or half of an English name of eight words."""

GAP = 0.5
"""Between a symbol and its name, mm."""

RUN = 2.6
"""Between the outermost symbol of a crowd and the columns of names, mm: leader lines need room to fan out."""

BETWEEN = 0.4
"""Room between names of several lines in a column, ems: or lines would be read as of one name."""

MOST_NAMED = 8
"""Names beside a crowd; the others are counted."""

SAME = 10.0
"""Distance in mm within which a name is not written twice."""

FURTHER = (3.5, 7.0)
"""How far off, in mm, a name is tried with a leader line."""

_MANY = 2
"""Rank of the sites that are named beside their symbol or not at all."""

Align = Literal["left", "centre", "right"]

_SHARES = (MOST_NAMED, 5, 3, 1)
"""Names that a crowd tries to show, where not all have room."""


@dataclass(frozen=True)
class _Named:
    """A symbol whose site has a name on the map at this scale."""

    symbol: Symbol
    order: tuple[int, int, str]
    """rank, layer and id: the first come first"""
    text: str
    second: str
    style: TextStyle

    @property
    def size(self) -> tuple[float, float]:
        return text_size(self.text, self.second, self.style.size, self.style.bold)

    def label(self, dx: float, dy: float, align: Align, leader: tuple[tuple[float, float], ...] = ()) -> Label:
        """Return the name with its middle (dx, dy) mm from the middle of the symbol."""
        symbol = self.symbol
        return Label(
            symbol.x, symbol.y, symbol.dx + dx, symbol.dy + dy, self.text, self.style, self.second, align, leader
        )

    def place(self, scale: float) -> tuple[float, float]:
        """Return where the site stands, mm east and north on a sheet of this scale."""
        return self.symbol.x / scale, self.symbol.y / scale

    def member(self, first: Symbol, scale: float) -> Member:
        """Return the symbol as one of the crowd at the place of its ``first`` symbol."""
        height = label_size(self.text, self.style, self.second)[1]
        if height > 2 * self.style.size:
            height += BETWEEN * self.style.size
        return Member(*_from(first, self.symbol, scale), self.symbol.style.radius, self.size[0], height)


def site_labels(context: Context, symbols: Sequence[Symbol], names: Ground, marks: Ground) -> list[Label]:
    """Return the names of the sites of ``symbols``; what they take is marked in ``names``.

    ``names`` is the ground of the names already placed, ``marks`` that of all symbols.
    """
    setter = _Setter(context, names, marks)
    spots: dict[tuple[int, int], list[_Named]] = defaultdict(list)
    around: dict[tuple[int, int], list[Symbol]] = defaultdict(list)
    for symbol in symbols:
        spot = spot_of(symbol.x, symbol.y)
        around[spot].append(symbol)
        named = _named(context, symbol)
        if named is not None:
            spots[spot].append(named)
    crowds = [(sorted(here, key=lambda one: one.order), around[spot]) for spot, here in spots.items()]
    # A crowd needs most room, so it chooses before single sites of its rank.
    for here, standing in sorted(crowds, key=lambda one: (one[0][0].order[0], len(one[1]) == 1, one[0][0].order)):
        first = {one.text: one for one in reversed(here)}
        unsaid = [one for one in here if first[one.text] is one and not setter.says(one)]
        if len(standing) == 1 and unsaid:
            setter.single(unsaid[0])
        elif unsaid:
            setter.crowd(unsaid, standing)
    return setter.labels


def _named(context: Context, symbol: Symbol) -> _Named | None:
    site = context.data.site_by_id.get(symbol.place.id) if symbol.place.kind == "site" else None
    scale, unit = context.metres_per_mm, context.unit
    # A disc with a number stands for many sites.
    is_cluster = bool(symbol.style.text)
    if site is None or is_cluster or symbol.style.gone or symbol.style.faded or scale >= NAMED_BELOW[rank(site)]:
        return None
    text, second = name_texts(site_name(context, site), languages_of(context.view))
    size = SIZE * unit
    layer = layer_of(context.data, site)
    colour = _colour(layer_colour(context.view.theme, layer), context.theme.text)
    return _Named(
        symbol,
        _order(site),
        folded(text, size, LINE_WIDTH * unit),
        folded(second, size, LINE_WIDTH * unit * 1.15) if second else "",
        TextStyle(size, colour, halo=context.theme.halo),
    )


@lru_cache(maxsize=32)
def _colour(layer: str, text: str) -> str:
    """Return the colour of a layer, nearer to that of other names."""
    return mixed(layer, text, 0.8)


def _order(site: Site) -> tuple[int, int, str]:
    return rank(site), -DRAWN.index(site.layer), site.id


class _Setter:
    """Finds places for names one after the other."""

    def __init__(self, context: Context, names: Ground, marks: Ground) -> None:
        self.labels: list[Label] = []
        self._said: dict[tuple[str, int, int], list[tuple[float, float]]] = defaultdict(list)
        self._names, self._marks = names, marks
        self._context = context
        self._unit, self._scale = context.unit, context.metres_per_mm

    def says(self, named: _Named) -> bool:
        """Tell whether the same name stands nearby: the hospital in which there is a hub of telemedicine."""
        at = named.place(self._scale)
        # Thousands of imported sites may have one name: only those of the squares around are asked.
        column, row = self._square(at)
        return any(
            math.dist(at, other) < SAME * self._unit
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in self._said.get((named.text, x, y), ())
        )

    def _square(self, at: tuple[float, float]) -> tuple[int, int]:
        side = SAME * self._unit
        return math.floor(at[0] / side), math.floor(at[1] / side)

    def single(self, named: _Named) -> None:
        """Name a site that stands alone: beside it, else further off with a line."""
        own = {mark_box(named.symbol, self._scale)}
        radius = _reach(named.symbol)
        for far in (0.0, *FURTHER) if named.order[0] < _MANY else (0.0,):
            for dx, dy, align in _around(named, radius + (GAP + far) * self._unit):
                leader = _radial(named, dx, dy, align, GAP * self._unit) if far else ()
                if self._put([named.label(dx, dy, align, leader)], own):
                    return

    def crowd(self, here: Sequence[_Named], standing: Sequence[Symbol]) -> None:
        """Name the sites of one spot in columns beside it, as many as have room."""
        own = {mark_box(symbol, self._scale) for symbol in standing}
        first = here[0].symbol
        reach = max(abs(_from(first, symbol, self._scale)[0]) + _reach(symbol) for symbol in standing)
        aside = reach + RUN * self._unit
        for share in dict.fromkeys(min(len(here), share) for share in _SHARES):
            members = [one.member(first, self._scale) for one in here[:share]]
            for arrangement in arrangements(members, aside, GAP * self._unit):
                if self._put(self._columns(here, arrangement), own):
                    return

    def _columns(self, here: Sequence[_Named], arrangement: Arrangement) -> list[Label]:
        labels = []
        x0, y0 = here[0].symbol.x, here[0].symbol.y
        for entry in arrangement.entries:
            named = here[entry.number]
            align: Align = "left" if entry.side > 0 else "right"
            labels.append(Label(x0, y0, entry.x, entry.y, named.text, named.style, named.second, align, entry.leader))
        others = len(here) - len(labels)
        if others:
            theme = self._context.theme
            style = TextStyle(SIZE * self._unit, theme.muted, halo=theme.halo)
            x, y, side = arrangement.rest
            text = f"+{others}"
            width, height = label_size(text, style)
            labels.append(Label(x0, y0, x + side * (width / 2 - 0.3 * style.size), y + height / 2, text, style))
        return labels

    def _put(self, labels: Sequence[Label], own: set[Box]) -> bool:
        """Place names if all of them and their lines have room; ``own`` are the marks that they belong to."""
        boxes = [label_box(label, self._scale) for label in labels]
        if not self._has_room(boxes, own):
            return False
        lines = [box for label in labels for box in leader_boxes(label, self._scale)]
        if not self._has_room(lines, own):
            return False
        for box in (*boxes, *lines):
            self._names.take(box)
        self.labels += labels
        for label in labels:
            at = label.x / self._scale, label.y / self._scale
            self._said[(label.text, *self._square(at))].append(at)
        return True

    def _has_room(self, boxes: Sequence[Box], own: set[Box]) -> bool:
        return all(self._names.is_free(box) and self._marks.overlapped(box) <= own for box in boxes)


def _from(first: Symbol, symbol: Symbol, scale: float) -> tuple[float, float]:
    """Return where a symbol stands, mm from the place of the ``first`` of its crowd, which lies within 30 m."""
    return symbol.dx + (symbol.x - first.x) / scale, symbol.dy - (symbol.y - first.y) / scale


def _reach(symbol: Symbol) -> float:
    rings = OUTER_RING if symbol.style.outer_ring else RING if symbol.style.ring else 1.0
    return symbol.style.radius * rings


def _around(named: _Named, distance: float) -> Iterator[tuple[float, float, Align]]:
    """Yield places of a name ``distance`` mm from the middle of its symbol, in the order of E. Imhof.

    To the right before to the left, there slightly above before level and below; straight above and below last.
    """
    width, height = named.size
    corner = 0.72 * distance
    sides: tuple[tuple[int, Align], ...] = ((1, "left"), (-1, "right"))
    for side, align in sides:
        yield side * (corner + width / 2), -(corner + height / 2), align
        yield side * (distance + width / 2), 0.0, align
        yield side * (corner + width / 2), corner + height / 2, align
    yield 0.0, -(distance + height / 2), "centre"
    yield 0.0, distance + height / 2, "centre"


def _radial(named: _Named, dx: float, dy: float, align: Align, gap: float) -> tuple[tuple[float, float], ...]:
    """Return the line from the rim of a symbol to the nearest point of a name whose middle is at (dx, dy) mm."""
    width, height = named.size
    symbol = named.symbol
    end_x = dx + {"left": -1, "centre": 0, "right": 1}[align] * (width / 2 + gap)
    end_y = dy if align != "centre" else dy - (height / 2 + gap) * (1 if dy > 0 else -1)
    length = math.hypot(end_x, end_y)
    start = symbol.style.radius / length
    return (
        (symbol.dx + end_x * start, symbol.dy + end_y * start),
        (symbol.dx + end_x, symbol.dy + end_y),
    )
