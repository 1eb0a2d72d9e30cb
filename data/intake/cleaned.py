"""What a cleaner gives: the value and what it did to the cell, or why the cell cannot be taken.

Templates are English sentences with ``{named}`` fields, for translation in the context ``Intake``: those of a Refusal
are found where it is made (``resources.update_translations``), the others are marked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Generic, TypeVar, TypeVarTuple

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Ts = TypeVarTuple("Ts")

LONGEST = 4_000
"""Characters of a cell that are taken for a value; no name, address or note of an office is longer."""

SHOWN = 60
"""Characters of a cell that a sentence repeats."""


@dataclass(frozen=True, slots=True)
class Note:
    """What was done to one cell. Those of one ``template`` are counted, and the first is the example.

    The fields of the template are ``count`` (of the cells or rows), ``old`` and ``new``.
    """

    template: str
    old: str
    """the cell as it was, or the part of it that was changed; cut where it is long"""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Cleaned(Generic[T_co]):
    """A value, and what was done to reach it; values may be shared by many cells."""

    value: T_co
    remarks: tuple[Note, ...] = ()


class Refusal(Exception):  # noqa: N818 - nothing went wrong; it is one of two answers
    """Why a cell cannot be taken. ``proposals`` are what might stand there instead, each of which would be taken."""

    def __init__(self, template: str, *, proposals: tuple[str, ...] = (), **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values
        self.proposals = proposals

    @property
    def proposal(self) -> str:
        """What to put there instead, where there is only one such thing, else ''."""
        return self.proposals[0] if len(self.proposals) == 1 else ""


def remembered(maxsize: int) -> Callable[[Callable[[*Ts], Cleaned[T]]], Callable[[*Ts], Cleaned[T]]]:
    """Keep the last answers of a cleaner, refusals as well: the same wrong name may stand in every row of a table."""

    def decorate(clean: Callable[[*Ts], Cleaned[T]]) -> Callable[[*Ts], Cleaned[T]]:
        @lru_cache(maxsize)
        def answer(*args: *Ts) -> Cleaned[T] | Refusal:
            try:
                return clean(*args)
            except Refusal as refusal:
                return _anew(refusal)  # the one that was raised holds on to all that was at work

        @wraps(clean)
        def cleaner(*args: *Ts) -> Cleaned[T]:
            found = answer(*args)
            if isinstance(found, Refusal):
                raise _anew(found)
            return found

        return cleaner

    return decorate


def _anew(refusal: Refusal) -> Refusal:
    return type(refusal)(refusal.template, proposals=refusal.proposals, **refusal.values)


def shown(text: str) -> str:
    """Return as much of a cell as a sentence repeats."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def check_length(text: str) -> None:
    """Raise Refusal for a cell that no value can be, before anything works through it."""
    if len(text) > LONGEST:
        raise Refusal(
            "{value} goes on for {length} characters; more than {most} are no value.",
            value=shown(text),
            length=len(text),
            most=LONGEST,
        )
