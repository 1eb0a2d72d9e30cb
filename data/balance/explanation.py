"""The chain of one value, and the kinds of numbers besides indicators that have one."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from data.balance.evaluate import Side
from data.balance.groups import By
from data.balance.indicator import Indicator
from data.balance.trace import Input, Role
from data.errors import UnknownNameError
from data.model import Name, Place, Source
from data.project import Project


@dataclass(frozen=True)
class Explanation:
    """The chain of one value. Inputs come weightiest first within each role, all of them."""

    indicator: Indicator
    by: By
    area_id: str
    area: Name
    side: Side
    value: float | None
    """None where unknown; of the difference scenario minus baseline"""
    unit: Name
    formula: Name
    note: Name
    """what the coverage series says of itself; of a chain that is no indicator's, what counts; else empty"""
    level: str
    """coarser levels that it falls back to, as in ``Column.levels``"""
    known: float
    """share of the area's people on whom it stands; of the index share of the weights"""
    bound: str
    inputs: tuple[Input, ...]
    sources: tuple[Source, ...]
    """of the inputs, each once, in their order"""
    factor: float = 1.0
    """of the formula: 100 for percent, 100 000 for rates"""


@dataclass(frozen=True)
class Chain:
    """A kind of number that is no indicator: its ids are a prefix and parts, joined by ``SEPARATOR``."""

    prefixes: tuple[str, ...]
    shape: str
    """an id of it, for the user who has to write one"""
    by: By
    """the kind of area whose number it is"""
    parts: tuple[int, int]
    """fewest and most that follow the prefix"""
    answer: Callable[[Project, tuple[str, ...], str, Side], Explanation]
    """is given prefix and parts, the id of the area and the side; raises UnknownNameError"""

    def split(self, text: str) -> tuple[str, ...]:
        """Return prefix and parts of an id. Raises UnknownNameError where one is missing, empty or too many."""
        prefix, *parts = text.split(SEPARATOR)
        if not self.parts[0] <= len(parts) <= self.parts[1] or not all(
            piece for part in parts for piece in part.split(",")
        ):
            raise UnknownNameError("There is no number {name}; write it like {shape}.", name=text, shape=self.shape)
        return (prefix, *parts)


SEPARATOR = ":"


def among(name: str, valid: tuple[str, ...]) -> str:
    """Return a part of an id that is one of few words. Raises UnknownNameError."""
    if name not in valid:
        raise UnknownNameError("There is no {name}; choose of {valid}.", name=name, valid=", ".join(valid))
    return name


def difference(before: Explanation, after: Explanation) -> Explanation:
    """Return scenario minus baseline of one number: both values, and as evidence the inputs that differ."""
    value = None if after.value is None or before.value is None else after.value - before.value
    both = both_values(after.area, after.indicator, None, after.value, before.value)
    sources = tuple(dict.fromkeys((*after.sources, *before.sources)))
    inputs = (*both, *changed(before.inputs, after.inputs))
    return replace(after, side="difference", value=value, inputs=inputs, sources=sources)


def both_values(
    area: Name, indicator: Indicator, place: Place | None, scenario: float | None, baseline: float | None
) -> tuple[Input, ...]:
    """Return the two values whose difference is explained."""
    sides: tuple[tuple[float | None, Name, Role], ...] = (
        (scenario, Name("情境之值", "Value in the scenario"), "sum"),
        (baseline, Name("現況之值", "Value of the baseline"), "minus"),
    )
    return tuple(
        Input(area, label, value, indicator.unit, indicator.period, "", "", "", "", place, 1.0, role)
        for value, label, role in sides
    )


def changed(before: tuple[Input, ...], after: tuple[Input, ...]) -> tuple[Input, ...]:
    """Return as evidence what only the scenario has, then what of the baseline it replaces."""
    old, new = set(before), set(after)
    brought = (replace(one, role="evidence") for one in after if one not in old)
    replaced = (
        replace(one, role="evidence", label=Name(f"現況：{one.label.zh}", f"Baseline: {one.label.text('en')}"))
        for one in before
        if one not in new
    )
    return (*brought, *replaced)


def counted(n: int, missing: int) -> Name:
    """Return a sentence on how many areas count and how many are unknown."""
    zh, en = f"{n}區列入計算", f"{n} areas count"
    if missing:
        zh, en = f"{zh}，{missing}區不詳而未列入", f"{en}; {missing} are unknown and left out"
    return Name(f"{zh}。", f"{en}.")


def joined_levels(levels: Iterable[str]) -> str:
    """Return the coarser levels of several values, each once, joined as in ``Column.levels``."""
    return "+".join(dict.fromkeys(level for joined in levels for level in joined.split("+") if level))


def sources_of(project: Project, ids: Iterable[str]) -> tuple[Source, ...]:
    """Return the sources of the ids, each once; '' is none."""
    known = project.what_if.data.sources
    return tuple(known[name] for name in dict.fromkeys(ids) if name)


def or_none(value: float | np.float64) -> float | None:
    """Return None for NaN."""
    return None if math.isnan(value) else float(value)
