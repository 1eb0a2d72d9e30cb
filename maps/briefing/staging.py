"""Scenes made ready to be shown: what they name looked up, their texts filled, what is gone told."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Any

from data.balance.evaluate import indicator_ids
from data.errors import UserError
from data.index_spec import IndexSpec
from data.model import Language, Name, Overlap, Place, Source
from data.project import Project
from data.scenario import Scenario
from data.scene import Extent, Scene, shown
from maps.briefing.citing import cited, cited_words
from maps.briefing.fields import fill
from maps.briefing.scene_view import view_of_record
from maps.context import Context
from maps.geometry import Atlas
from maps.mapspace import EXTENT
from maps.texts import Texts
from maps.view import MapView, ThemeName
from maps.words import plate_title

LEAST_SIDE, LARGEST_SIDE = 1e3, 3e6
"""Metres of map space between which the sides of what a scene shows lie: a house, and far more than all of Taiwan.
Beyond them there is nothing to be seen, and drawing it takes all the memory there is."""

KEPT = 4
"""Projects of scenes that are kept: those of neighbours, which a show needs again, and no more in memory."""


class Gone(UserError):  # noqa: N818 - handed over, never raised
    """Something that a scene shows and that does not exist. It is handed over, never raised."""


class NoField(Gone):
    """A field in a text of a scene that means nothing; ``values["name"]`` is as it is written."""


@dataclass(frozen=True, eq=False)
class Staged:
    """A scene ready to be shown in one language."""

    scene: Scene
    project: Project
    """as the scene wants it"""
    view: MapView
    extent: Extent | None
    title: str
    message: str
    notes: str
    missing: tuple[UserError, ...] = ()
    """what the scene asks for and does not get"""
    number: int = 0
    """of a section: its place among the sections that are shown, from 1; 0 where it is not shown"""
    cited: tuple[Source, ...] = ()
    """of the closing: the sources of all scenes that are shown"""
    told: tuple[str, ...] = ()
    """indicators and layers whose numbers title and message say"""

    @property
    def has_map(self) -> bool:
        return self.scene.kind == "map"

    @property
    def wrong(self) -> tuple[str, ...]:
        """The fields in its texts that mean nothing, as they are written."""
        return tuple(str(one.values["name"]) for one in self.missing if isinstance(one, NoField))

    @property
    def lost(self) -> tuple[UserError, ...]:
        """What is missing apart from these."""
        return tuple(one for one in self.missing if not isinstance(one, NoField))


class Stager:
    """Stages scenes over one project. Scenes of the same scenario share what was computed for it."""

    def __init__(self, project: Project, atlas: Atlas) -> None:
        self.project = project
        self.atlas = atlas
        self._projects: OrderedDict[tuple[str, Overlap, Scenario, IndexSpec], Project] = OrderedDict()

    def among(self, scenes: tuple[Scene, ...]) -> Stager:
        """Return what stages scenes that stand among others; it shares what was computed for them."""
        other = Stager(replace(self.project, scenes=scenes), self.atlas)
        other._projects = self._projects
        return other

    def stage(self, scene: Scene, language: Language, theme: ThemeName | None = None) -> Staged:
        """Return a scene in a language, in its own theme or another. Never raises for what the scene asks."""
        missing: list[UserError] = []
        project = self._project(scene, missing)
        view = self._view(scene, project, MapView(language=language), missing)
        if theme is not None:
            view = replace(view, theme=theme)
        texts = Texts(language)
        said = [fill(_either(name, language), project, view, texts) for name in (scene.title, scene.message)]
        filled = [*said, fill(_either(scene.notes, language), project, view, texts)]
        missing += [NoField("There is no field {name}.", name=one) for text in filled for one in text.wrong]
        title, message, notes = (text.text for text in filled)
        if not title and scene.kind == "map":
            title = plate_title(project, view, self.atlas, texts)
        number = self._number(scene) if scene.kind == "section" else 0
        sources = self._cited(language) if scene.kind == "closing" else ()
        extent = None if scene.extent is None else _seen(scene.extent, missing)
        told = tuple(dict.fromkeys(subject for text in said for subject in text.subjects))
        return Staged(scene, project, view, extent, title, message, notes, tuple(missing), number, sources, told)

    def _number(self, scene: Scene) -> int:
        sections = [one.id for one in shown(self.project.scenes) if one.kind == "section"]
        return sections.index(scene.id) + 1 if scene.id in sections else 0

    def _cited(self, language: Language) -> tuple[Source, ...]:
        """Return the sources of all other scenes that are shown, each once."""
        found: dict[Source, None] = {}
        for scene in shown(self.project.scenes):
            if scene.kind != "closing":
                unsaid = replace(scene, notes=Name(""))  # not shown, and many numbers
                found.update(dict.fromkeys(sources_of(self.stage(unsaid, language), self.atlas)))
        return tuple(found)

    def _project(self, scene: Scene, missing: list[UserError]) -> Project:
        """Return the project of a scene; what it asks for that is no more is that of the whole project instead."""
        base = self.project
        definition = base.definition_id if scene.definition is None else scene.definition
        if definition not in base.data.definitions:
            missing.append(Gone("The definition of the circles {name} is gone.", name=definition))
            definition = base.definition_id
        overlap = base.overlap if scene.overlap is None else scene.overlap
        scenario = base.scenario if scene.scenario is None else scene.scenario
        index = base.index if scene.index is None else scene.index
        lost = [part.indicator for part in index.parts if part.indicator not in indicator_ids(base)]
        if lost:
            missing.append(Gone("The index of the scene needs {name}, which is gone.", name=", ".join(lost)))
            index = base.index
        key = (definition, overlap, scenario, index)
        if key not in self._projects:
            project = Project(base.data, definition, overlap, scenario, index)
            try:
                project.what_if.data  # noqa: B018 - a scenario that cannot be any more shows now
            except UserError as fault:
                missing.append(Gone("The scenario of the scene cannot be: {fault}", fault=fault))
                return replace(project, scenario=Scenario())
            self._projects[key] = project
        self._projects.move_to_end(key)
        while len(self._projects) > KEPT:
            self._projects.popitem(last=False)
        return self._projects[key]

    def _view(self, scene: Scene, project: Project, base: MapView, missing: list[UserError]) -> MapView:
        view, wrong = view_of_record(scene.view, base)
        missing += [Gone("The scene says nothing usable of {name}.", name=name) for name in wrong]
        known = indicator_ids(project)
        for field, layer in (("choropleth", "choropleth"), ("proportional", "proportional")):
            name = getattr(view, field)
            if name not in known:
                if layer in view.layers:
                    missing.append(Gone("The indicator {name} is gone.", name=name))
                usual: dict[str, Any] = {field: getattr(base, field)}
                view = replace(view, **usual, layers=view.layers - {layer})
        if view.second and (view.second not in known or view.second == view.choropleth):
            missing.append(Gone("The indicator {name} is gone.", name=view.second))
            view = replace(view, second="")
        for field in ("focus", "selected"):
            place = getattr(view, field)
            if place is not None and not exists(project, place):
                missing.append(Gone("The place {name} is gone.", name=place.id))
                nothing: dict[str, Any] = {field: None}
                view = replace(view, **nothing)
        return replace(view, side="baseline") if project.scenario.is_empty else view


def _seen(extent: Extent, missing: list[UserError]) -> Extent | None:
    """Return the part of the map that a scene shows, of a size that can be drawn; None where no map is."""
    left, bottom, right, top = extent
    if not (left < EXTENT[2] and EXTENT[0] < right and bottom < EXTENT[3] and EXTENT[1] < top):
        missing.append(Gone("What the scene shows lies beyond the map."))
        return None
    (left, right), (bottom, top) = (_side(*extent[at::2], *EXTENT[at::2]) for at in (0, 1))
    return left, bottom, right, top


def _side(low: float, high: float, least: float, most: float) -> tuple[float, float]:
    if LEAST_SIDE <= high - low <= LARGEST_SIDE:
        return low, high
    middle, half = min(max((low + high) / 2, least), most), min(max(high - low, LEAST_SIDE), LARGEST_SIDE) / 2
    return middle - half, middle + half


def sources_of(staged: Staged, atlas: Atlas) -> tuple[Source, ...]:
    """Return the sources of what a scene shows and says, each once; a closing stands on those of all others."""
    if staged.has_map:
        context = Context(staged.project, staged.view, atlas, Texts(staged.view.language), 1.0)
        return cited(context, staged.scene.panel, staged.told)
    return staged.cited or cited_words(staged.project, staged.told)


def exists(project: Project, place: Place) -> bool:
    """Tell whether a place is there, on the baseline or under the scenario."""
    data = project.data
    if place.kind == "circle":
        return place.id in project.definition.circles
    if place.kind == "site":
        return place.id in data.site_by_id or place.id in project.what_if.data.site_by_id
    return place.id in (data.town_index if place.kind == "town" else data.county_index)


def _either(name: Name, language: Language) -> str:
    """Return a text in a language, or in the other where it was written in that only."""
    return name.text(language) or name.en
