"""Scenes: saved views for a briefing, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, get_args

from data.index_spec import IndexSpec
from data.model import Name, Overlap
from data.scenario import Scenario

SceneKind = Literal["map", "title", "section", "closing"]
"""A view of the map, or a page without one: the cover, the head of a section, the end with the sources."""
SCENE_KINDS: tuple[SceneKind, ...] = get_args(SceneKind)

PanelId = Literal["", "scorecard", "bars", "lorenz", "strip", "scatter", "ranks", "targets"]
"""What stands beside the map: nothing, the scorecard, or a chart."""
PANEL_IDS: tuple[PanelId, ...] = get_args(PanelId)

Transition = Literal["fly", "cut"]
TRANSITIONS: tuple[Transition, ...] = get_args(Transition)

InkTool = Literal["pen", "highlighter"]
INK_TOOLS: tuple[InkTool, ...] = get_args(InkTool)

Extent = tuple[float, float, float, float]
"""xmin, ymin, xmax, ymax in map space, metres"""


@dataclass(frozen=True)
class Ink:
    """A line that was drawn on the map of a scene."""

    tool: InkTool
    colour: str
    """``#RRGGBB``"""
    points: tuple[tuple[float, float], ...]
    """map space, metres"""


@dataclass(frozen=True)
class Scene:
    """One scene. ``id`` stays the same while everything else of it is changed.

    A scene of the kind "section" begins a group, to which all scenes up to the next section belong. Texts may hold
    fields in braces (docs/presentation.md); an English text that is missing is read from the Chinese, and the other
    way round. ``definition``, ``overlap``, ``scenario`` and ``index`` are those of the project where they are None.
    """

    id: str
    kind: SceneKind = "map"
    title: Name = field(default=Name(""))
    """nothing for the title of the map"""
    message: Name = field(default=Name(""))
    """one line"""
    notes: Name = field(default=Name(""))
    view: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    """the look of the map as plain values by the fields of ``maps.view.MapView``, without its language"""
    extent: Extent | None = None
    """the part of map space that is shown; None for all of Taiwan, or for what has the focus"""
    panel: PanelId = ""
    definition: str | None = None
    overlap: Overlap | None = None
    scenario: Scenario | None = None
    index: IndexSpec | None = None
    transition: Transition = "fly"
    """how the show comes to this scene"""
    seconds: float = 0.0
    """how long it is planned to be shown; 0 for not planned"""
    hidden: bool = False
    """left out of the show"""
    ink: tuple[Ink, ...] = ()


def shown(scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
    """Return the scenes that are not hidden."""
    return tuple(scene for scene in scenes if not scene.hidden)


def new_id(scenes: tuple[Scene, ...]) -> str:
    """Return an id that none of the scenes has."""
    taken = {scene.id for scene in scenes}
    return next(name for number in range(1, len(taken) + 2) if (name := f"scene-{number}") not in taken)
