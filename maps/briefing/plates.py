"""Scenes as plates: what every export takes, from a picture to slides that can be edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from data.model import Language, Source
from data.project import Project
from data.scene import Scene
from maps.briefing.ink import ink_strokes
from maps.briefing.slide import slide_sheet
from maps.briefing.staging import Staged, Stager, sources_of
from maps.context import Context
from maps.display import Sheet
from maps.export.formats import Remark
from maps.geometry import Atlas
from maps.page import PageSize
from maps.plate import Plate
from maps.sheet_spec import SheetSpec
from maps.templates import page_unit
from maps.view import ThemeName

if TYPE_CHECKING:  # python-pptx is for slides alone
    from maps.export.deck import Deck


@dataclass(frozen=True, eq=False, kw_only=True)
class ScenePlate(Plate):
    """A scene to hand out: its slide, as the show puts it on the screen, and what is said to it."""

    staged: Staged
    briefing: str = ""
    """what all the scenes together are called"""
    noted: bool = True
    """whether what the speaker says is handed out as well"""

    @cached_property
    def sheet(self) -> Sheet:
        return slide_sheet(self.staged, self.atlas, self.page.width, self.page.height, self.page.dots)

    @property
    def title(self) -> str:
        return " ".join(self.staged.title.split())

    @property
    def summary(self) -> str:
        return self.sentences(self.title, " ".join(self.staged.message.split()))

    def sentences(self, *several: str) -> str:
        """Return what is said as one text; full-width stops need no space."""
        return ("。" if self.view.language == "zh" else ". ").join(filter(None, several))

    @property
    def speech(self) -> str:
        return self.staged.notes.strip() if self.noted else ""

    @property
    def seconds(self) -> float:
        return self.staged.scene.seconds

    def sources(self) -> tuple[Source, ...]:
        """Return what its numbers come from, each source once; a closing scene stands on those of all others."""
        return sources_of(self.staged, self.atlas)

    def pictured(self) -> Plate | None:
        if not self.staged.has_map:
            return None
        spec = replace(self.spec, extent=self.staged.extent)
        return InkedPlate(self.project, self.view, self.atlas, self.page, spec, staged=self.staged).pictured()

    def add_slide(self, deck: Deck) -> None:
        from maps.briefing.native import add_scene_slide

        add_scene_slide(deck, self)


@dataclass(frozen=True, eq=False, kw_only=True)
class InkedPlate(Plate):
    """The map of a scene on a sheet, with what was drawn on it in the show."""

    staged: Staged

    @cached_property
    def sheet(self) -> Sheet:
        sheet = super().sheet
        unit = page_unit(sheet.width, sheet.height) * self.spec.enlarged
        context = Context(self.project, self.view, self.atlas, self.texts, sheet.viewport.metres_per_mm, unit)
        ink = ink_strokes(self.staged.scene.ink, context)
        return replace(sheet, map=replace(sheet.map, marks=(*sheet.map.marks, *ink)))


def scene_plates(
    project: Project,
    atlas: Atlas,
    scenes: Sequence[Scene],
    language: Language,
    page: PageSize,
    *,
    theme: ThemeName | None = None,
    spec: SheetSpec = SheetSpec(),
    title: str = "",
    noted: bool = True,
    briefing: tuple[Scene, ...] = (),
) -> tuple[ScenePlate, ...]:
    """Return a plate for each scene, in its own theme unless another is asked for; none is laid out yet.

    ``spec`` says author, date and calendar, ``title`` what the briefing is called where it is not what its first
    scene with a title is called, ``noted`` whether what the speaker says is handed out. ``briefing`` are all scenes,
    where these are a part of them: a section keeps its number, and the end the sources of all.
    """
    stager = Stager(replace(project, scenes=briefing or tuple(scenes)), atlas)
    staged = [stager.stage(scene, language, theme) for scene in scenes]
    named = " ".join((title or next((one.title for one in staged if one.title), "")).split())
    return tuple(
        ScenePlate(one.project, one.view, atlas, page, spec, one.scene.id, staged=one, briefing=named, noted=noted)
        for one in staged
    )


def lacking(plates: Iterable[ScenePlate]) -> tuple[Remark, ...]:
    """Return a sentence for everything that a scene asks for and does not get."""
    return tuple(
        Remark("The scene {title} was written without what is gone: {fault}", title=plate.title, fault=fault)
        for plate in plates
        for fault in plate.staged.missing
    )
