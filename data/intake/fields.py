"""What the columns of a table can be: one row of FIELDS for each, with the names that offices give it."""

from __future__ import annotations

from dataclasses import dataclass

from data.intake.plan import SITE_KINDS, Kind
from data.model import Name

SITES: tuple[Kind, ...] = tuple(SITE_KINDS)
PLACED: tuple[Kind, ...] = (*SITES, "figures", "people")


@dataclass(frozen=True)
class FieldSpec:
    """A field that a column can fill."""

    id: str
    name: Name
    synonyms: tuple[str, ...]
    """names of columns, the usual ones first; compared folded (``data.names.fold``)"""
    kinds: tuple[Kind, ...]


FIELDS: tuple[FieldSpec, ...] = ()
