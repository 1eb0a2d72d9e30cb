"""The words of the program as plain frozen records: every other module speaks in these.

Every record that states a fact carries the id of its source; unknown is ``None`` or an empty string, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Overlap(StrEnum):
    """How a town that belongs to several circles is counted in totals over circles."""

    EACH = "each"
    """fully in each of its circles"""
    SPLIT = "split"
    """in equal parts"""
    FIRST = "first"
    """only in its first circle, in the order of the definition"""


class Precision(StrEnum):
    """How exactly the place of a site is known."""

    SITE = "site"
    """surveyed or listed coordinates"""
    TOWN = "town"
    """placed at the representative point of its township"""
    COUNTY = "county"
    """placed at the representative point of its county"""


class Status(StrEnum):
    """Whether a site works today; the wording of the source stays beside it in ``Site.status_text``."""

    OPERATING = "operating"
    PLANNED = "planned"
    """planned or under construction"""
    ENDED = "ended"
    UNKNOWN = "unknown"
    """the source does not say, or says it of a past too long ago"""


class Layer(StrEnum):
    """The kinds of sites."""

    AI = "ai"
    BROADBAND = "broadband"
    TELEMEDICINE = "telemedicine"
    HOSPITAL = "hospital"
    DIGITAL = "digital"
    """tribal public Wi-Fi and digital opportunity centres"""
    OWN = "own"
    """sites of the layers that a project brings along; ``Site.category`` is the name of such a layer"""


KINDS = ("actual", "target", "baseline", "estimate")
"""What kind of number a figure is; only actual ones are measured."""


class AreaLevel(StrEnum):
    """What kind of area a figure is about; from town to nation is also the order of falling back."""

    TOWN = "town"
    COUNTY = "county"
    CIRCLE = "circle"
    RURAL = "rural"
    NON_RURAL = "non-rural"
    NATION = "nation"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in both languages; an unknown English name falls back to the Chinese one."""

    zh: str
    en: str = ""

    def text(self, language: Language) -> str:
        return self.en or self.zh if language == "en" else self.zh

    def __str__(self) -> str:
        return self.text("en")


@dataclass(frozen=True, slots=True)
class Source:
    """A document or page that facts come from."""

    id: str
    title: str
    publisher: str
    date: str
    url: str
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class County:
    """One of the 22 counties and cities."""

    code: str
    """5 digits"""
    name: Name


@dataclass(frozen=True, slots=True)
class Town:
    """One of the 368 level-3 areas. Its numbers are figures (``DataSet.town_figures``)."""

    code: str
    """8 digits; the first five are the county's"""
    name: Name
    county: County
    lon: float
    lat: float
    """representative point, inside the town's largest part, EPSG:4326 degrees"""
    rural: bool
    """rural by the statutory broadband rule (computed, see docs/data.md)"""
    rural_basis: str
    """'density', 'island', 'density+island' or ''"""
    indigenous: str
    """'mountain', 'plain' or ''"""
    offshore: bool
    landmass: str
    """key of ``vocabulary.LANDMASSES``: towns of one landmass are joined without a crossing by sea or air"""
    class_source_id: str
    class_note: str = ""

    def full_name(self, language: Language) -> str:
        if language == "zh":
            return self.county.name.zh + self.name.zh
        return f"{self.name.en}, {self.county.name.en}"


@dataclass(frozen=True, slots=True)
class Variable:
    """What a figure measures: its names, unit, base, and for coverage what counts as covered and who reported it."""

    id: str
    name: Name
    unit: str
    base: str = ""
    definition: Name = Name("")
    reporter: Name = Name("")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number about one area, period and kind."""

    id: str
    variable: str
    level: AreaLevel
    area: str
    """town code, county code, circle id, or '' for rural, non-rural and nation"""
    period: str
    kind: str
    """one of KINDS"""
    value: float
    bound: str
    """'>=' where the source says 'at least', '<=' for 'at most', else ''"""
    series: str
    """id of the coverage series this figure belongs to, or ''"""
    source_id: str
    source_location: str
    note: str


@dataclass(frozen=True, slots=True)
class PolicyFigure:
    """A figure of a policy document, with the area as the document words it."""

    id: str
    topic: str
    name: Name
    level: str
    area: str
    period: str
    kind: str
    value: float
    unit: str
    source_id: str
    source_location: str
    note: str


@dataclass(frozen=True, slots=True)
class CoverageSeries:
    """Coverage figures of one base and one time that may be read side by side (see ``data.coverage``)."""

    id: str
    variable: str
    name: Name
    period: str
    note: Name


@dataclass(frozen=True, slots=True)
class Site:
    """Anything placed. ``extra`` holds the columns only its layer has (see docs/data.md)."""

    id: str
    layer: Layer
    category: str
    name: Name
    operator: str
    county_code: str
    town_code: str
    """'' where only the county is known"""
    locality: str
    lon: float
    lat: float
    """EPSG:4326 degrees; for town and county precision the representative point of the area"""
    precision: Precision
    status: Status
    status_text: str
    year: str
    value: float | None
    unit: str
    source_id: str
    source_location: str
    note: str
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)


OwnShape = Literal["star", "pentagon", "hexagon", "drop", "bar", "ring"]
OWN_SHAPES: tuple[OwnShape, ...] = get_args(OwnShape)


@dataclass(frozen=True, slots=True)
class OwnLayer:
    """A layer of sites that a project brings along. Its name is its key, and the category of its sites."""

    name: str
    shape: OwnShape
    colour: str
    """#RRGGBB"""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A remote-care link from a spoke to its hub hospital, both ids of telemedicine sites."""

    spoke_id: str
    hub_id: str
    source_id: str


@dataclass(frozen=True, slots=True)
class IdsService:
    """Which hospital holds the NHI mountain-and-island service (IDS) of a town: doctors on site, not remote care."""

    town_code: str
    hospital: str
    hospital_id: str
    """id of the hospital site, '' where the name matches none"""
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Circle:
    """One of the regional industry-and-life circles; who belongs to it is a matter of the definition."""

    id: str
    name: Name
    short: str
    """member counties in the usual abbreviation, zh"""
    order: int
    colour: str
    """#RRGGBB"""


@dataclass(frozen=True, slots=True)
class CircleProfile:
    """What a document says of a circle, under one aspect."""

    circle: str
    aspect: str
    text: Name
    source_id: str
    source_location: str


@dataclass(frozen=True, slots=True)
class Member:
    """One line of a definition: a county (``area`` of 5 digits) or a town (8 digits) belongs to a circle."""

    circle: str
    area: str
    assumption: bool
    """True where the assignment is ours, not the document's"""
    source_id: str
    source_location: str
    note: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A named assignment of towns to circles. Circles come in the order in which ``Overlap.FIRST`` counts them."""

    id: str
    name: Name
    source_id: str
    members: tuple[Member, ...]
    note: str = ""

    @property
    def circles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(member.circle for member in self.members))


PlaceKind = Literal["town", "county", "circle", "site"]


@dataclass(frozen=True, slots=True)
class Place:
    """What can be hovered, selected, found and zoomed to."""

    kind: PlaceKind
    id: str
