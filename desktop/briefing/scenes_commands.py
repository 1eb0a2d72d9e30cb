"""What can be done with the scenes of a briefing: every change is one undoable command of the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from data.model import Language, Name
from data.scene import Extent, PanelId, Scene, SceneKind, new_id
from data.scene_order import Scenes, duplicated, exchanged, inserted, moved, numbers, removed, stepped
from desktop import words
from desktop.map_surface import MapSurface
from desktop.session import Session
from maps.briefing.capture import capture
from maps.charted import charted_in
from maps.geometry import Atlas

ShowPanel = Callable[[PanelId, str], None]
"""shows what stands beside the map, a chart of an indicator"""


class SceneCommands(QObject):
    """Holds which scenes are chosen. What comes is chosen; where the chosen one goes, its neighbour is."""

    chosen_changed = Signal()
    page_added = Signal()
    """a page without a map was added, which has no title yet and is chosen"""
    said = Signal(str)
    """what a command has done, where it is not to be seen"""

    def __init__(
        self,
        session: Session,
        canvas: MapSurface,
        panel_beside: Callable[[], PanelId],
        show_panel: ShowPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._canvas = session, canvas
        self._panel_beside, self._show_panel = panel_beside, show_panel
        self._chosen: tuple[str, ...] = ()
        self._before: Scenes = session.project.scenes
        self._went: tuple[Scene, Extent] | None = None
        session.scenes_changed.connect(self._follow)

    # --- what is chosen ---------------------------------------------------------------------------------------------

    @property
    def scenes(self) -> Scenes:
        return self._session.project.scenes

    @property
    def chosen(self) -> Scenes:
        """The chosen scenes, in their order."""
        return tuple(scene for scene in self.scenes if scene.id in self._chosen)

    @property
    def single(self) -> Scene | None:
        """The chosen scene, if it is one alone."""
        chosen = self.chosen
        return chosen[0] if len(chosen) == 1 else None

    @property
    def here(self) -> int:
        """Position among the shown scenes of the first chosen one, or of the next that is shown."""
        first = next(iter(self.chosen), None)
        before = self.scenes if first is None else self.scenes[: self.scenes.index(first)]
        shown = 0 if first is None else len(numbers(before))
        return min(shown, max(len(numbers(self.scenes)) - 1, 0))

    def choose(self, ids: tuple[str, ...]) -> None:
        """Choose scenes; nothing is done with them."""
        if ids != self._chosen:
            self._chosen = ids
            self.chosen_changed.emit()

    def _follow(self) -> None:
        before, self._before = self._before, self.scenes
        old = {scene.id for scene in before}
        came = tuple(scene.id for scene in self.scenes if scene.id not in old)
        if came and old:
            self._chosen = came
        elif came:
            self._chosen = came[:1]
        elif not self.chosen and self._chosen:
            at = next((at for at, scene in enumerate(before) if scene.id in self._chosen), 0)
            kept = [scene for scene in before[at:] if scene in self.scenes] or list(self.scenes[-1:])
            self._chosen = tuple(scene.id for scene in kept[:1])
        self.chosen_changed.emit()

    # --- new scenes -------------------------------------------------------------------------------------------------

    def capture(self) -> None:
        """Keep the present view as a scene behind the chosen one."""
        scene = self._captured(new_id(self.scenes))
        texts = self._session.texts
        self._put(inserted(self.scenes, (scene,), self._chosen), texts.translate("Scenes", "capture of a scene"))
        number = numbers(self.scenes)[scene.id]
        self.said.emit(texts.translate("Scenes", "The view was kept as scene {number}.").format(number=number))

    def add_title(self) -> None:
        self._add("title", self._session.texts.translate("Scenes", "new title scene"))

    def add_section(self) -> None:
        self._add("section", self._session.texts.translate("Scenes", "new section"))

    def add_closing(self) -> None:
        self._add("closing", self._session.texts.translate("Scenes", "new closing scene"))

    def duplicate(self) -> None:
        """Put copies of the chosen scenes behind them."""
        self._put(duplicated(self.scenes, self._chosen), self._session.texts.translate("Scenes", "copy of scenes"))

    def _add(self, kind: SceneKind, text: str) -> None:
        scene = Scene(new_id(self.scenes), kind)
        self._put(inserted(self.scenes, (scene,), self._chosen), text)
        self.page_added.emit()

    def _captured(self, scene_id: str) -> Scene:
        canvas, session = self._canvas, self._session
        extent = None if canvas.is_fitted() else canvas.extent()
        if self._went is not None and extent == self._went[1]:
            # Nobody has moved the map since: it shows what the scene asked for, and a little more beside it.
            extent = self._went[0].extent
        return capture(scene_id, session.project, session.view, extent, self._panel_beside())

    # --- changes ----------------------------------------------------------------------------------------------------

    def update(self) -> None:
        """Let the chosen scene show the present view; its texts, theme, panel and what is drawn on it stay."""
        scene = self.single
        if scene is not None and scene.kind == "map":
            now = self._captured(scene.id)
            if "theme" in scene.view:
                now = replace(now, view={**now.view, "theme": scene.view["theme"]})
            kept: dict[str, Any] = {
                name: getattr(scene, name) for name in ("title", "message", "notes", "panel", "ink", "hidden")
            }
            for name in ("definition", "overlap", "scenario", "index"):
                if getattr(scene, name) is None:  # it follows the project, which shows what is captured
                    kept[name] = None
            now = replace(now, transition=scene.transition, seconds=scene.seconds, **kept)
            text = self._session.texts.translate("Scenes", "update of a scene")
            self._put(exchanged(self.scenes, {scene.id: now}), text)

    def write(self, scene_id: str, field: str, language: Language, said: str, gesture: str = "") -> None:
        """Set the title, message or notes of a scene in one language."""
        scene = next((scene for scene in self.scenes if scene.id == scene_id), None)
        if scene is not None:
            name: Name = getattr(scene, field)
            new = Name(said, name.en) if language == "zh" else Name(name.zh, said)
            self.change(scene_id, self._session.texts.translate("Scenes", "text of a scene"), gesture, **{field: new})

    def change(self, scene_id: str, text: str, gesture: str = "", **fields: Any) -> None:
        """Change fields of a scene; ``text`` names the change in the menu."""
        changed = {scene.id: replace(scene, **fields) for scene in self.scenes if scene.id == scene_id}
        self._put(exchanged(self.scenes, changed), text, f"{gesture} {scene_id}" if gesture else "")

    def toggle_hidden(self) -> None:
        """Leave the chosen scenes out of the show, or take them in again if all of them are out."""
        chosen = self.chosen
        hide = not all(scene.hidden for scene in chosen)
        texts = self._session.texts
        text = texts.translate("Scenes", "hiding of scenes") if hide else texts.translate("Scenes", "showing of scenes")
        self._put(exchanged(self.scenes, {scene.id: replace(scene, hidden=hide) for scene in chosen}), text)

    def wipe_ink(self) -> None:
        """Take away what is drawn on the chosen scenes."""
        wiped = {scene.id: replace(scene, ink=()) for scene in self.chosen}
        self._put(exchanged(self.scenes, wiped), self._session.texts.translate("Scenes", "wiping of scenes"))

    def delete(self) -> None:
        self._put(removed(self.scenes, self._chosen), self._session.texts.translate("Scenes", "removal of scenes"))

    def move(self, ids: tuple[str, ...], before: str | None) -> None:
        """Move scenes before another one, or to the end; sections take what belongs to them along."""
        self._put(moved(self.scenes, ids, before), self._order_text())

    def move_up(self) -> None:
        self._put(stepped(self.scenes, self._chosen, down=False), self._order_text())

    def move_down(self) -> None:
        self._put(stepped(self.scenes, self._chosen, down=True), self._order_text())

    def _order_text(self) -> str:
        return self._session.texts.translate("Scenes", "order of scenes")

    def _put(self, scenes: Scenes, text: str, gesture: str = "") -> None:
        if scenes != self.scenes:
            self._session.change_scenes(scenes, text, gesture)

    # --- looking ----------------------------------------------------------------------------------------------------

    def go(self) -> None:
        """Bring the map to the view of the chosen scene."""
        scene = self.single
        if scene is not None:
            self.show_on_desk(scene)

    def show_on_desk(self, scene: Scene) -> None:
        """Bring the map to the view of a scene, and what stands beside it; what is gone is said.

        The window keeps its own theme: it is not for the audience.
        """
        if scene.kind != "map":
            return
        from maps.briefing.staging import Stager  # the first map need not wait for what fills texts

        session, canvas = self._session, self._canvas
        # Its texts are not asked for: to fill their fields may take a while.
        mute = replace(scene, title=Name("-"), message=Name(""), notes=Name(""))
        staged = Stager(session.project, Atlas(session.project.data)).stage(mute, session.language)
        before, translate = session.project, session.texts.translate
        session.take(staged.project, staged.view, translate("Scenes", "view of a scene"))
        said = [words.error(session.texts, fault) for fault in staged.missing]
        if session.project != before:
            said.append(
                translate("Scenes", "The scene brought its circles, scenario or index along; undo takes them back.")
            )
        focus = staged.view.focus
        if staged.extent is not None:
            canvas.set_extent(staged.extent)
        elif focus is not None:
            canvas.zoom_to(focus)
        else:
            canvas.fit()
        self._went = None if canvas.is_fitted() else (scene, canvas.extent())
        if scene.panel:
            self._show_panel(scene.panel, charted_in(staged.view))
        if said:
            self.said.emit("  ".join(said))
