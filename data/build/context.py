"""What every step of the build shares: the facts, the areas, and where faults and remarks go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.build.facts import Facts, Row
from data.build.faults import Faults
from data.build.geometry import Atlas

Record = dict[str, str]
"""A row of a built file: column name to text."""


@dataclass(frozen=True)
class Areas:
    """The towns and counties under their codes and names, with their points and shapes."""

    atlas: Atlas
    town_names: Mapping[str, tuple[str, str]]
    """town code -> county name, town name"""
    county_codes: Mapping[str, str]
    """county name -> code"""
    points: Mapping[str, tuple[float, float]]
    """town code -> longitude, latitude of its representative point"""

    def shape_index(self, town_code: str) -> int:
        return self.atlas.codes.index(town_code)


@dataclass(frozen=True)
class Context:
    """The state of one run: inputs, and the collectors of faults and of remarks for CHANGES.md."""

    facts: Facts
    faults: Faults
    areas: Areas
    sources: frozenset[str]
    remarks: dict[str, list[str]] = field(default_factory=dict)

    def fault(self, row: Row, reason: str) -> None:
        """Record ``reason`` against ``row``; an empty reason is no fault."""
        if reason:
            self.faults.add(row.file, row.number, reason)

    def remark(self, heading: str, text: str) -> None:
        """Add a line under ``heading`` to CHANGES.md."""
        self.remarks.setdefault(heading, []).append(text)

    def source(self, row: Row, column: str = "source_id") -> str:
        """The source of ``row``; a fault where it is missing or unknown."""
        source = row[column]
        if not source:
            self.fault(row, f"has no source ({column} is empty)")
        elif source not in self.sources:
            self.fault(row, f"names an unknown source {source}")
        return source

    def town(self, row: Row) -> str:
        """The town code of ``row``, checked against its county and town names; '' where it is wrong."""
        code = row["town_code"]
        if code not in self.areas.town_names:
            self.fault(row, f"unknown township {code or row.values.get('town', '')!r}")
            return ""
        named = (row["county"], row["town"])
        if self.areas.town_names[code] != named:
            self.fault(row, f"town code {code} is {''.join(self.areas.town_names[code])}, not {''.join(named)}")
            return ""
        return code

    def require(self, row: Row, *columns: str) -> None:
        """Record a fault for every one of ``columns`` that is empty."""
        for column in columns:
            if not row[column]:
                self.fault(row, f"{column} is missing")

    def county(self, row: Row, column: str = "county") -> str:
        """The county code of ``row``; '' where the name is unknown."""
        code = self.areas.county_codes.get(row[column], "")
        if not code:
            self.fault(row, f"unknown county {row[column]!r}")
        return code
