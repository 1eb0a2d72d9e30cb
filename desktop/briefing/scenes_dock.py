"""The dock of the scene list, and what the menu does with scenes whether it is open or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QMainWindow

from data.scene import PanelId
from desktop.assessment import Assessment
from desktop.briefing.desk import BriefingDesk
from desktop.briefing.scenes_commands import SceneCommands
from desktop.briefing.scenes_files import SceneFiles
from desktop.late_dock import LateDock
from desktop.map_surface import MapSurface
from desktop.session import Session
from desktop.status_line import StatusLine
from desktop.worker import Workers

if TYPE_CHECKING:
    from desktop.briefing.scenes_panel import ScenesPanel

_OF_SOME = ("scene_duplicate", "scene_delete", "scene_up", "scene_down", "scene_hide")
_OF_ONE = ("scene_rename",)
_OF_MAP = ("scene_go", "scene_update")
_OF_ALL = ("scenes_save", "scenes_save_as")


class ScenesDock(LateDock["ScenesPanel"]):
    """Scenes are captured and shown without a panel; only to see their list there must be one."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        canvas: MapSurface,
        tabs: Assessment,
        desk: BriefingDesk,
        workers: Workers,
        status: StatusLine,
    ) -> None:
        super().__init__(window)
        self._session, self._tabs, self._desk = session, tabs, desk
        self._actions: Mapping[str, QAction] = {}
        self.commands = SceneCommands(session, canvas, self._panel_beside, self._show_panel, self)
        self.files = SceneFiles(session, workers, window)
        self.commands.said.connect(status.say)
        self.files.said.connect(status.say)
        self.files.opened.connect(self._show_opened)
        self.commands.chosen_changed.connect(self._follow)
        self.commands.page_added.connect(self.rename)
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def use(self, actions: Mapping[str, QAction]) -> None:
        """Take the actions of the menus, which are made later, for buttons and keys of the list."""
        self._actions = actions
        self._follow()

    def retranslate(self) -> None:
        self.setWindowTitle(self._session.texts.translate("Scenes", "Scenes"))

    def rename(self) -> None:
        """Edit the title of the chosen scene in the list."""
        if not self.panel().isVisible():
            self.open()
        self.panel().list.rename()

    def pictures(self) -> dict[str, QImage]:
        """Return by their ids the small pictures of scenes, as far as the list has made them."""
        made = self.made()
        return {} if made is None else made.looks.pictures(self._session.project.scenes)

    def close_workers(self) -> None:
        """Wait for pictures being made, so that no thread outlives the window."""
        made = self.made()
        if made is not None:
            made.close_workers()

    def _make(self) -> ScenesPanel:
        from desktop.briefing.scenes_panel import ScenesPanel

        return ScenesPanel(self._session, self.commands, self._actions, self._desk.press)

    def _show_opened(self) -> None:
        scenes = self.commands.scenes
        self.commands.choose(tuple(scene.id for scene in scenes[:1]))
        self.show()
        self.raise_()

    def _follow(self) -> None:
        """Say what can be done with what is chosen, and where a show "from here" begins."""
        commands = self.commands
        chosen, single = commands.chosen, commands.single
        self._desk.here = commands.here
        self._desk.chosen = frozenset(scene.id for scene in chosen)
        for names, can in (
            (_OF_SOME, bool(chosen)),
            (_OF_ONE, single is not None),
            (_OF_MAP, single is not None and single.kind == "map"),
            (_OF_ALL, bool(commands.scenes)),
            (("scene_wipe",), any(scene.ink for scene in chosen)),
        ):
            for name in names:
                if name in self._actions:
                    self._actions[name].setEnabled(can)

    def _panel_beside(self) -> PanelId:
        """Return what a scene is to have beside its map: what is seen there now."""
        tab = self._tabs.current_tab()
        if not self._tabs.isVisible():
            return ""
        if tab == "charts":
            from desktop.charts_panel import ChartsPanel

            charts = self._tabs.panel(tab)
            return charts.chart_id if isinstance(charts, ChartsPanel) else ""
        panels: Mapping[str, PanelId] = {"scorecard": "scorecard", "index": "ranks", "targets": "targets"}
        return panels.get(tab, "")

    def _show_panel(self, panel: PanelId, indicator_id: str) -> None:
        """Look at what a scene has beside its map, a chart of this indicator, without moving the keyboard."""
        if not panel or (panel == self._panel_beside() and self._tabs.current_tab() != "charts"):
            return
        if panel == "scorecard":
            self._tabs.show_tab(panel)
            return
        from desktop.charts_panel import ChartsPanel

        charts = self._tabs.panel("charts")
        assert isinstance(charts, ChartsPanel)
        charts.choose(panel, indicator_id)
        self._tabs.show_tab("charts")
