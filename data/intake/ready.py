"""Ready readers: the open data that planners download, known by the names of their columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.intake.plan import Kind
from data.model import Name


@dataclass(frozen=True)
class Reader:
    """What is known of one published layout."""

    id: str
    name: Name
    kind: Kind
    columns: Mapping[str, tuple[str, ...]]
    """for each field the names its column may have"""


READERS: tuple[Reader, ...] = ()
