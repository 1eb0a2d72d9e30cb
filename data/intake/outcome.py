"""What came of an import before it is taken: rows, refused rows with reasons, and what was cleaned on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from data.model import Figure, Site, Variable


@dataclass(frozen=True)
class Problem:
    """Why a cell cannot be taken. ``template`` is an English sentence with ``{named}`` fields, for translation."""

    column: str
    """name of the column in the file, '' where the whole row is meant"""
    value: str
    """the cell as it stands there, cut where it is long"""
    template: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    proposal: str = ""
    """what the cell might be instead, '' where nothing can be proposed"""
    position: int = -1
    """position of the column, -1 where the whole row is meant"""


@dataclass(frozen=True)
class RefusedRow:
    """A row that is not taken, whole as it stands in the file."""

    number: int
    cells: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Remark:
    """Something that was cleaned, assumed or left out, how often, and where first."""

    template: str
    values: Mapping[str, object]
    count: int
    first_row: int


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A row whose site is there already, and what became of it (``ImportPlan.duplicates``)."""

    row: int
    site: Site
    """as the row has it"""
    of: Site
    """the one that was there before"""
    of_row: int
    """number of the row that gave it, 0 where the project has it"""


Change = Literal["added", "removed", "moved", "changed", "same"]


@dataclass(frozen=True)
class Difference:
    """One row against what the project has: ``before`` is None for added, ``after`` for removed ones."""

    change: Change
    before: Site | Figure | None
    after: Site | Figure | None
    what: tuple[str, ...] = ()
    """fields that differ"""


@dataclass(frozen=True)
class Outcome:
    """What an import gives, ready to be looked at and taken (``data.intake.take``)."""

    header: tuple[str, ...]
    read: int
    """rows below the header, blank ones left out"""
    sites: tuple[Site, ...] = ()
    """new sites, and those that take the place of one of the same id"""
    figures: tuple[Figure, ...] = ()
    variables: tuple[Variable, ...] = ()
    """variables that the figures need and the data set has not"""
    removed: tuple[str, ...] = ()
    """ids of sites or figures that a newer edition lacks"""
    refused: tuple[RefusedRow, ...] = ()
    remarks: tuple[Remark, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    differences: tuple[Difference, ...] = ()
    """against what the project has from this source, of its layer or of the same areas; empty for a first edition"""
    replaced: frozenset[str] = frozenset()
    """ids of the ``sites`` that take the place of one of the project"""
