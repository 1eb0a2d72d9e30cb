"""What is to be made of a table: the decisions of the wizard, or the options of the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from data.model import AreaLevel, Layer, OwnLayer, Source, Status, Variable

Kind = Literal["ai", "broadband", "telemedicine", "hospital", "own", "figures", "people"]
"""What the rows are: sites of a layer, figures of areas, or people (figures of the variables of population)."""
KINDS: tuple[Kind, ...] = get_args(Kind)
SITE_KINDS: Mapping[Kind, Layer] = MappingProxyType(
    {
        "ai": Layer.AI,
        "broadband": Layer.BROADBAND,
        "telemedicine": Layer.TELEMEDICINE,
        "hospital": Layer.HOSPITAL,
        "own": Layer.OWN,
    }
)

Duplicates = Literal["keep", "skip", "replace", "merge"]
"""What happens to a row whose site is there already: both stand, the old one, the new one, or the old one with what
the new one says more."""
DUPLICATES: tuple[Duplicates, ...] = get_args(Duplicates)

CRS = (4326, 3824, 3826, 3825, 3828, 3857)
"""EPSG codes that coordinates may be in."""


@dataclass(frozen=True)
class ImportPlan:
    """Everything that decides what a table becomes; ``data.intake.run.run_import`` carries it out."""

    kind: Kind
    source: Source
    sheet: str = ""
    """name of the table in the file; '' takes the first"""
    header: tuple[int, ...] = ()
    """numbers of the rows that hold the names of the columns; () where the format has them, or nobody has"""
    columns: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    """position of the column (from 0) for each field of ``data.intake.fields``"""
    crs: int = 0
    """EPSG code of the coordinates; 0 lets their range decide"""
    swapped: bool = False
    """x and y stand in each other's columns"""
    layer: OwnLayer | None = None
    """of the kind "own" """
    category: str = ""
    """of sites whose row does not name one; of telemedicine points "spoke" or "hub" """
    status: Status = Status.UNKNOWN
    """of sites whose row does not say: what the list says of all, as of the date of its source"""
    variable: Variable | None = None
    """of the kind "figures": what is measured, one of the data set or a new one"""
    level: AreaLevel = AreaLevel.TOWN
    """of figures; NATION stands for rows of classes: rural, non-rural and the nation"""
    period: str = ""
    """of figures whose table has no column for it: YYYY, YYYY-MM or YYYY-MM-DD"""
    duplicates: Duplicates = "skip"
    whole: bool = False
    """the table is a newer edition of all that the project has from this source: what it lacks is removed"""
    reader: str = ""
    """id of the ready reader (``data.intake.ready``) that knows the table, or ''"""
    corrected: Mapping[tuple[int, int], str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    """cells put right by the user, by number of the row and position of the column"""
