"""From one drawing to another: what both have stays and moves to its new place, everything else fades.

Areas and lines are blended as pictures (``desktop.briefing.stage_frame``); here are symbols, names and values.
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

T = TypeVar("T")

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
        self._symbols, left_symbols, new_symbols = _matched(symbols, after.symbols, (_same_symbol,))
        self._labels, left_labels, new_labels = _matched(labels, after.labels, (_same_label, _same_name))
        self._left_symbols, self._left_labels = left_symbols, left_labels
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
        for opacity, name in self._left_labels:
            labels.setdefault(_step(opacity * (1 - share) * old_names), []).append(name)
        for opacity, old, new in self._symbols:
            symbols.setdefault(_step(opacity + (1 - opacity) * share), []).append(_between(old, new, share))
        for opacity, name, named in self._labels:
            labels.setdefault(_step(opacity + (1 - opacity) * share), []).append(_between(name, named, share))
        groups = [
            (opacity, MapDrawing(symbols=tuple(symbols.get(opacity, ())), labels=tuple(labels.get(opacity, ()))))
            for opacity in sorted({*symbols, *labels})
        ]
        groups += [(_step(share), self._new), (_step(share * new_names), self._new_names)]
        return tuple((opacity, one) for opacity, one in groups if opacity > FAINTEST and (one.symbols or one.labels))


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
    before: Iterable[tuple[float, T]], after: Iterable[T], keys: Iterable[Callable[[T], Hashable]]
) -> tuple[list[tuple[float, T, T]], list[tuple[float, T]], tuple[T, ...]]:
    """Return what both have, with its opacity; what only was there; and what only comes.

    Each of the ``keys`` in turn pairs those that are alone in having it on either side.
    """
    pairs: list[tuple[float, T, T]] = []
    left, new = list(before), list(after)
    for key in keys:
        old_keys, new_keys = [key(one) for _, one in left], [key(one) for one in new]
        times = Counter(old_keys)
        once = {name for name, count in Counter(new_keys).items() if count == 1 and times[name] == 1}
        found = {name: one for name, one in zip(new_keys, new, strict=True) if name in once}
        pairs += [(*one, found[name]) for name, one in zip(old_keys, left, strict=True) if name in once]
        left = [one for name, one in zip(old_keys, left, strict=True) if name not in once]
        new = [one for name, one in zip(new_keys, new, strict=True) if name not in once]
    return pairs, left, tuple(new)


def _between(old: T, new: T, share: float) -> T:
    """Return a symbol or label on its way to its new place."""
    assert isinstance(old, Symbol | Label)
    assert isinstance(new, Symbol | Label)
    if share >= 1 or (old.x, old.y, old.dx, old.dy) == (new.x, new.y, new.dx, new.dy):
        return new
    x, y, dx, dy = (
        start + (end - start) * share
        for start, end in ((old.x, new.x), (old.y, new.y), (old.dx, new.dx), (old.dy, new.dy))
    )
    return replace(new, x=x, y=y, dx=dx, dy=dy)
