"""From one drawing to another: what both have stays and moves to its new place, everything else fades.

Areas and lines are blended as pictures (``desktop.briefing.stage_flight``); here are symbols, names and values.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from maps.display import Label, MapDrawing, Symbol

Shown = tuple[tuple[float, MapDrawing], ...]
"""Symbols and names with the opacity (0 to 1) in which each group of them is shown."""

Thing = TypeVar("Thing", Symbol, Label)

FAINTEST = 1 / 255
"""Opacity below which nothing is seen."""

NAMES_HOLD = 0.8
"""Doublings of the scale within which names placed for one scale may be read at another without lying in heaps."""


def mixed_value(before: float | None, after: float | None, share: float) -> float | None:
    """Return a value on its way to another; one that was not known grows from nothing, one to come is not known."""
    if after is None:
        return None
    start = 0.0 if before is None else before
    return after if share >= 1 else start + (after - start) * share


def names_seen(scale: float, now: float) -> float:
    """Return how much (0 to 1) of names that were placed for one scale is shown at another, both in metres per mm."""
    return max(0.0, 1 - abs(math.log2(now / scale)) / NAMES_HOLD)


class Blend:
    """What is shown on the way from ``before`` to the symbols and names of ``after``."""

    def __init__(self, before: Shown, after: MapDrawing) -> None:
        symbols = [(opacity, one) for opacity, drawing in before for one in drawing.symbols]
        labels = [(opacity, one) for opacity, drawing in before for one in drawing.labels]
        both_symbols, self._left_symbols, new_symbols = _matched(symbols, after.symbols, (_same_symbol,))
        both_labels, self._left_labels, new_labels = _matched(labels, after.labels, (_same_label, _same_name))
        self._symbols = [pair for pair in both_symbols if not _stays(*pair)]
        self._labels = [pair for pair in both_labels if not _stays(*pair)]
        self._still = MapDrawing(
            symbols=tuple(new for opacity, old, new in both_symbols if _stays(opacity, old, new)),
            labels=tuple(new for opacity, old, new in both_labels if _stays(opacity, old, new)),
        )
        self._new = MapDrawing(symbols=new_symbols)
        self._new_names = MapDrawing(labels=new_labels)

    def at(self, share: float, old_names: float = 1.0, new_names: float = 1.0) -> Shown:
        """Return everything at a share (0 to 1) of the way.

        ``old_names`` and ``new_names`` say how much of the names that go and of those that come is shown beside.
        """
        symbols: dict[float, list[Symbol]] = {}
        labels: dict[float, list[Label]] = {}
        for opacity, old in self._left_symbols:
            symbols.setdefault(_step(opacity * (1 - share)), []).append(old)
        for opacity, old, new in self._symbols:
            symbols.setdefault(_step(opacity + (1 - opacity) * share), []).append(_between(old, new, share))
        for opacity, name in self._left_labels:
            labels.setdefault(_step(opacity * (1 - share) * old_names), []).append(name)
        for opacity, name, named in self._labels:
            labels.setdefault(_step(opacity + (1 - opacity) * share), []).append(_between(name, named, share))
        groups = [
            (step, MapDrawing(symbols=tuple(symbols.get(step, ())), labels=tuple(labels.get(step, ()))))
            for step in sorted(symbols.keys() | labels.keys())
        ]
        groups += [(1.0, self._still), (_step(share), self._new), (_step(share * new_names), self._new_names)]
        return tuple((step, part) for step, part in groups if step > FAINTEST and (part.symbols or part.labels))


def _step(opacity: float) -> float:
    """Return an opacity in steps that no eye tells apart, so that few groups are drawn."""
    return round(min(max(opacity, 0.0), 1.0), 2)


def _same_symbol(one: Symbol) -> Hashable:
    return one.place, one.style


def _same_label(one: Label) -> Hashable:
    return one.text, one.second, one.style, one.align, one.leader, one.x, one.y


def _same_name(one: Label) -> Hashable:
    return one.text, one.second, one.style, one.align, one.leader


def _matched(
    before: Iterable[tuple[float, Thing]], after: Iterable[Thing], keys: Iterable[Callable[[Thing], Hashable]]
) -> tuple[list[tuple[float, Thing, Thing]], list[tuple[float, Thing]], tuple[Thing, ...]]:
    """Return what both have, with its opacity; what only was there; and what only comes.

    Each of the ``keys`` in turn pairs those that are alone in having it on either side.
    """
    pairs: list[tuple[float, Thing, Thing]] = []
    left, new = list(before), list(after)
    for key in keys:
        alone = _alone(key(thing) for _, thing in left) & _alone(map(key, new))
        found = {key(thing): thing for thing in new}
        pairs += [(opacity, thing, found[key(thing)]) for opacity, thing in left if key(thing) in alone]
        left = [(opacity, thing) for opacity, thing in left if key(thing) not in alone]
        new = [thing for thing in new if key(thing) not in alone]
    return pairs, left, tuple(new)


def _alone(keys: Iterable[Hashable]) -> set[Hashable]:
    return {key for key, count in Counter(keys).items() if count == 1}


def _stays(opacity: float, old: Thing, new: Thing) -> bool:
    return opacity >= 1 and (old.x, old.y, old.dx, old.dy) == (new.x, new.y, new.dx, new.dy)


def _between(old: Thing, new: Thing, share: float) -> Thing:
    """Return a symbol or label on its way to its new place."""
    if share >= 1:
        return new
    x, y, dx, dy = (
        start + (end - start) * share
        for start, end in ((old.x, new.x), (old.y, new.y), (old.dx, new.dx), (old.dy, new.dy))
    )
    return replace(new, x=x, y=y, dx=dx, dy=dy)
