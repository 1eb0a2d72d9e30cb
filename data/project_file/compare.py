"""In what two projects differ: rows, scenarios, scenes, and the values of the scorecard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.model import Figure, Site
from data.project import Project

SiteChange = Literal["added", "removed", "moved", "changed"]


@dataclass(frozen=True)
class SiteDifference:
    """A site of one project against the other; ``before`` is None for added, ``after`` for removed ones."""

    change: SiteChange
    before: Site | None
    after: Site | None
    fields: tuple[str, ...] = ()
    """names of the fields of ``Site`` that differ"""
    metres: float = 0.0
    """how far it was moved"""


@dataclass(frozen=True)
class FigureDifference:
    """A figure of one project against that which speaks of the same in the other."""

    before: Figure | None
    after: Figure | None


@dataclass(frozen=True)
class TownDifference:
    """A town that belongs to other circles, by the definition of each project."""

    town_code: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    """ids of circles"""


@dataclass(frozen=True)
class SceneDifference:
    """A scene of one project against that of the same id in the other."""

    change: Literal["added", "removed", "moved", "changed"]
    scene_id: str
    title: str


@dataclass(frozen=True)
class ValueDifference:
    """A value of the scorecard (baseline) that differs; None is unknown."""

    indicator: str
    area: str
    """id of the circle, '' for the nation"""
    before: float | None
    after: float | None


@dataclass(frozen=True)
class Comparison:
    """``a`` is before, ``b`` is after; everything empty where the projects are the same."""

    sites: tuple[SiteDifference, ...] = ()
    figures: tuple[FigureDifference, ...] = ()
    definition: tuple[str, str] | None = None
    """ids of the two definitions shown, None where they are the same"""
    towns: tuple[TownDifference, ...] = ()
    overlap: tuple[str, str] | None = None
    scenario_added: tuple[str, ...] = ()
    scenario_removed: tuple[str, ...] = ()
    """changes of the scenario as JSON records (``data.scenario_record``)"""
    index_differs: bool = False
    scenes: tuple[SceneDifference, ...] = ()
    values: tuple[ValueDifference, ...] = ()

    @property
    def is_same(self) -> bool:
        return self == Comparison()


def compare(a: Project, b: Project) -> Comparison:
    """Return in what ``b`` differs from ``a``."""
    raise NotImplementedError
