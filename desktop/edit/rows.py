"""What a table of data shows and changes: records of one kind, their columns, and the commands behind them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from data.errors import UserError
from data.intake.cleaned import Refusal
from data.model import Place
from desktop import words
from desktop.intake.words import listed
from desktop.words import mark
from maps.texts import Texts

R = TypeVar("R")
State = Literal["embedded", "changed", "own"]
STATE_WORDS: Mapping[State, str] = {
    "embedded": mark("Edit", "embedded"),
    "changed": mark("Edit", "changed"),
    "own": mark("Edit", "own"),
}
Fault = UserError | Refusal
Cells = Mapping[str, str]
"""texts by column"""


_MOST_NAMES = 5


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    id: str
    title: str
    width: int
    """in digits of the font"""
    number: bool = False


@dataclass(frozen=True)
class Refused:
    """A cell that could not be taken."""

    key: str
    column: str
    text: str
    fault: Fault


@dataclass(frozen=True)
class Filter:
    """Which rows are shown; '' lets all pass."""

    text: str = ""
    layer: str = ""
    """key of a group of ``Rows.groups``"""
    circle: str = ""
    source: str = ""
    state: str = ""


def sentence(texts: Texts, fault: Fault) -> str:
    """Return a fault in the language of the window, with what might stand there instead."""
    if isinstance(fault, UserError):
        return words.error(texts, fault)
    told = texts.translate("Intake", fault.template).format(**fault.values)
    if not fault.proposals:
        return told
    names = listed(texts, fault.proposals, _MOST_NAMES)
    meant = texts.translate("Edit", "Meant may be: {names}.").format(names=names)
    return f"{told} {meant}"


class Rows(ABC, Generic[R]):
    """The records of one kind in a project. The table asks it everything, and tells it what was written."""

    columns: tuple[Column, ...]

    @abstractmethod
    def records(self) -> Sequence[R]:
        """Return every record of the project as it stands; the same object as long as none has changed."""

    @abstractmethod
    def key(self, record: R) -> str:
        """Return what a record is known by from one state of the project to the next."""

    @abstractmethod
    def text(self, record: R, column: str) -> str:
        """Return what a cell shows."""

    @abstractmethod
    def number(self, record: R, column: str) -> float | None:
        """Return the number of a cell of a column of numbers, None for an unknown one."""

    @abstractmethod
    def state(self, record: R) -> State:
        """Return whether a record is embedded, changed or the project's own."""

    @abstractmethod
    def before(self, record: R, column: str) -> str | None:
        """Return what the embedded set has in a cell of a changed record, None where that is the same or nothing."""

    @abstractmethod
    def is_writable(self, record: R, column: str) -> bool:
        """Tell whether a cell can be written."""

    @abstractmethod
    def choices(self, record: R, column: str) -> tuple[str, ...]:
        """Return what can be chosen in a cell, () where anything can be typed."""

    @abstractmethod
    def suggestions(self, record: R, column: str) -> tuple[str, ...]:
        """Return what typing in a cell is completed to."""

    @abstractmethod
    def write(self, cells: Mapping[str, Cells], new: Sequence[Cells] = ()) -> tuple[Refused, ...]:
        """Write texts into cells, by key and column, and add new records: one change. Return what was not taken.

        Raises UserError where nothing could be.
        """

    @abstractmethod
    def delete(self, keys: Sequence[str]) -> None:
        """Take records out of the project: one change."""

    @abstractmethod
    def revert(self, keys: Sequence[str]) -> None:
        """Let changed records be as they are in the embedded set: one change."""

    @abstractmethod
    def place(self, record: R) -> Place | None:
        """Return what a record is about on the map."""

    @abstractmethod
    def show_layer(self, record: R) -> None:
        """Switch on the layer of the map that a record is drawn in, if it is drawn."""

    @abstractmethod
    def searched(self, record: R) -> str:
        """Return the text in which a filter looks."""

    @abstractmethod
    def group(self, record: R) -> str:
        """Return the group of a record: the layer of a site, the variable of a figure."""

    @abstractmethod
    def groups(self) -> Mapping[str, str]:
        """Return the names of all groups, by their keys."""

    @abstractmethod
    def source(self, record: R) -> str:
        """Return the id of the source of a record."""

    def cited(self) -> Set[str]:
        """Return the ids of the sources that the records are from."""
        return {self.source(record) for record in self.records()}

    @abstractmethod
    def circles(self, record: R) -> Sequence[str]:
        """Return the ids of the circles that a record lies in."""


def folded(text: str) -> str:
    """Return a text as filters compare it: quickly, for a hundred thousand rows."""
    return text.casefold().replace("台", "臺")
