"""The state of the window: the project, the view, the language. It draws nothing; every panel follows its signals."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from data.balance.evaluate import Side, indicator_ids, indicator_of
from data.balance.groups import By
from data.index_spec import IndexSpec
from data.model import Language, Overlap, OwnLayer, Place
from data.own import OwnData
from data.own_change import with_layer_renamed, with_own
from data.project import Project
from data.scenario import Scenario
from data.scene import Scene
from desktop.history import History
from maps.sheet_spec import SheetSpec
from maps.symbology import Gathering, NamesIn, People, SitesBy, Symbology
from maps.texts import Texts
from maps.view import READY_VIEWS, LayerName, MapView, Sight, ThemeName, ViewName

_DRAWN_BY = (
    "symbology",
    "second",
    "proportional",
    "proportional_level",
    "people",
    "sites_by",
    "gathering",
    "rings_around",
    "ring_km",
    "names",
)
"""Fields of a view that say how things are drawn, not which."""

_USUAL = MapView()


class Session(QObject):
    """What the window is looking at. The project changes only through the undo stack; the view is not undone."""

    project_changed = Signal()
    """own data, definition, overlap rule or scenario; not the recipe of the index, nor the scenes"""
    index_changed = Signal()
    """the recipe of the index"""
    scenes_changed = Signal()
    """the scenes of the briefing"""
    view_changed = Signal()
    """any change of the view, marks included"""
    layers_changed = Signal()
    """the layers, the ready view, the choropleth, its level or its side, or how any of them is drawn"""
    selection_changed = Signal()
    hover_changed = Signal()
    language_changed = Signal()
    theme_changed = Signal()
    zoom_requested = Signal(object)
    """Place to bring into view, or None for all of Taiwan"""
    explanation_requested = Signal(str, str, str, str)
    """indicator id, kind of area, id of the area and side of which the user asks where the number comes from"""

    def __init__(self, project: Project, view: MapView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._view = view
        self._texts = Texts(view.language)
        self._gestures = 0
        self.history = History(self._replace_project, self)
        self.sheet_spec = SheetSpec()
        """how sheets were laid out last; undone in their own window (desktop.sheet_state)"""

    @property
    def project(self) -> Project:
        return self._project

    @property
    def view(self) -> MapView:
        return self._view

    @property
    def texts(self) -> Texts:
        return self._texts

    @property
    def language(self) -> Language:
        return self._view.language

    def change_definition(self, definition_id: str) -> None:
        """Assign the towns by another definition. Raises UnknownNameError for one that does not exist."""
        text = self._texts.translate("Undo", "change of definition")
        self._push(replace(self._project, definition_id=definition_id), text)

    def change_overlap(self, overlap: Overlap) -> None:
        """Count shared towns by another rule."""
        text = self._texts.translate("Undo", "change of overlap rule")
        self._push(replace(self._project, overlap=overlap), text)

    def change_index(self, spec: IndexSpec, gesture: str = "") -> None:
        """Put the index together by another recipe; changes of one gesture are undone together."""
        self._push(replace(self._project, index=spec), self._texts.translate("Undo", "change of the index"), gesture)

    def change_scenario(self, scenario: Scenario, text: str, gesture: str = "") -> None:
        """Change what is supposed; ``text`` names the change in the menu.

        Raises UnknownNameError for what cannot be.
        """
        changed = replace(self._project, scenario=scenario)
        changed.what_if.data  # noqa: B018  (a change that cannot be is refused before it is made)
        self._push(changed, text, gesture)

    def change_own(self, own: OwnData, text: str, gesture: str = "", definition_id: str = "") -> None:
        """Change what the project adds to the embedded set; ``text`` names the change in the menu.

        What the project said of rows that are no more (``with_own``) comes back with undo. The towns are assigned by
        ``definition_id`` from then on, as before if it is ''.
        """
        changed = with_own(self._project, own)
        self._push(replace(changed, definition_id=definition_id or changed.definition_id), text, gesture)

    def change_layer(self, before: str, layer: OwnLayer, text: str) -> None:
        """Put an own layer in the place of the one named ``before``; what names its indicators follows."""
        view = self._view
        project, ids = with_layer_renamed(self._project, before, layer)
        self._push(project, text)
        self._set_layers(
            replace(
                self._view,
                choropleth=ids.get(view.choropleth, view.choropleth),
                second=ids.get(view.second, view.second),
                proportional=ids.get(view.proportional, view.proportional),
            )
        )

    def open_project(self, project: Project, view: MapView | None = None) -> None:
        """Work on another project from now on; nothing of the one before can be undone. A view of its own is taken."""
        self.history.clear()
        selected = self._view.selected
        if selected is not None and selected.kind == "site":
            # Every project begins to count its own sites with one: another site may have the same id.
            before, now = (one.data.site_by_id.get(selected.id) for one in (self._project, project))
            if before != now:
                self.select(None)
        self._replace_project(project)
        if view is not None:
            self._look(view)

    def change_scenes(self, scenes: tuple[Scene, ...], text: str, gesture: str = "") -> None:
        """Change the scenes of the briefing; ``text`` names the change in the menu."""
        self._push(replace(self._project, scenes=scenes), text, gesture)

    def finish_gesture(self) -> None:
        """End what is undone together: the same slider, when next it is dragged, is another change."""
        self._gestures += 1

    def show_ready_view(self, name: ViewName) -> None:
        """Switch to the layers of a ready view; language, theme, selection, symbology and own layers stay."""
        ready = READY_VIEWS[name]
        own = self._view.layers & {"own"} if self._project.data.own_layers else frozenset()
        changed = replace(
            self._coloured_by(ready.choropleth),
            name=name,
            layers=ready.layers | own,
            level=ready.level,
            side="baseline" if self._project.scenario.is_empty else ready.side,
            second="",
        )
        self._set_layers(changed)

    def set_layer(self, layer: LayerName, shown: bool) -> None:
        """Show or hide one layer."""
        layers = self._view.layers | {layer} if shown else self._view.layers - {layer}
        self._set_layers(replace(self._view, layers=layers))

    def set_own_layer(self, name: str, shown: bool) -> None:
        """Show or hide one of the project's own layers."""
        hidden = self._view.hidden_own - {name} if shown else self._view.hidden_own | {name}
        self._set_layers(replace(self._view, hidden_own=hidden))

    def set_choropleth(self, indicator_id: str) -> None:
        """Colour the areas by this indicator, or by the index, switching that layer on."""
        layers: frozenset[LayerName] = self._view.layers | {"choropleth"}
        self._set_layers(replace(self._coloured_by(indicator_id), layers=layers))

    def set_level(self, level: By) -> None:
        """Colour towns, counties or circles."""
        self._set_layers(replace(self._view, level=level))

    def set_side(self, side: Side) -> None:
        """Show the baseline, the scenario or the difference; without a scenario there is only the baseline."""
        shown: Side = "baseline" if self._project.scenario.is_empty else side
        self._set_layers(replace(self._view, side=shown))

    def set_symbology(self, symbology: Symbology) -> None:
        """Sort and colour the values of the choropleth otherwise."""
        self._set_layers(replace(self._view, symbology=symbology))

    def set_second(self, indicator_id: str) -> None:
        """Colour the areas by a second indicator too; '' for the first alone."""
        second = "" if indicator_id == self._view.choropleth else indicator_id
        self._set_layers(replace(self._view, second=second))

    def set_proportional(self, indicator_id: str, level: By) -> None:
        """Size the proportional symbols by this indicator, one for each area of ``level``."""
        self._set_layers(replace(self._view, proportional=indicator_id, proportional_level=level))

    def set_people(self, people: People) -> None:
        """Show people as circles or as dots."""
        self._set_layers(replace(self._view, people=people))

    def set_rings(self, around: LayerName, km: tuple[float, ...]) -> None:
        """Draw rings of these distances, ascending, round the sites of a layer."""
        self._set_layers(replace(self._view, rings_around=around, ring_km=km))

    def set_sites_by(self, sites_by: SitesBy) -> None:
        """Let the symbols of sites tell apart their status, category or precision."""
        self._set_layers(replace(self._view, sites_by=sites_by))

    def set_gathering(self, gathering: Gathering) -> None:
        """Draw many sites one by one, as clusters or as hexagons."""
        self._set_layers(replace(self._view, gathering=gathering))

    def set_names(self, names: NamesIn) -> None:
        """Write the names on the map in this language."""
        self._set_layers(replace(self._view, names=names))

    def set_sight(self, sight: Sight) -> None:
        """Draw the map as an eye with this deficiency sees it, or in greyscale."""
        self._set_layers(replace(self._view, sight=sight))

    def reset_symbology(self) -> None:
        """Draw everything as the program does by itself. What is shown, and for what eye, stays."""
        usual = {one: getattr(_USUAL, one) for one in _DRAWN_BY}
        self._set_layers(replace(self._view, **usual))

    def explain(self, indicator_id: str, by: By, area_id: str, side: Side | None = None) -> None:
        """Ask where a number comes from; by default on the side that is shown."""
        self.explanation_requested.emit(indicator_id, by, area_id, side or self._view.side)

    def select(self, place: Place | None, zoom: bool = False) -> None:
        """Mark a place everywhere, and bring it into view if ``zoom``.

        A site that only the scenario has turns the map to the scenario, where it is to be seen.
        """
        if place is not None and place.kind == "site" and place.id not in self._project.data.site_by_id:
            self._set_layers(replace(self._view, side=_shown_side(self._view.side, self._project)))
        if place != self._view.selected:
            self._view = replace(self._view, selected=place)
            self.selection_changed.emit()
            self.view_changed.emit()
        if zoom:
            self.zoom_requested.emit(place)

    def hover(self, place: Place | None) -> None:
        """Mark the place under the cursor everywhere."""
        if place != self._view.hovered:
            self._view = replace(self._view, hovered=place)
            self.hover_changed.emit()
            self.view_changed.emit()

    def set_language(self, language: Language) -> None:
        if language != self._view.language:
            self._texts = Texts(language)
            self._view = replace(self._view, language=language)
            self.language_changed.emit()
            self.view_changed.emit()

    def set_theme(self, theme: ThemeName) -> None:
        if theme != self._view.theme:
            self._view = replace(self._view, theme=theme)
            self.theme_changed.emit()
            self.view_changed.emit()

    def clear_focus(self) -> None:
        """Let no circle or county stand out any more, as it does in some scenes."""
        self._set_layers(replace(self._view, focus=None))

    def take(self, project: Project, view: MapView, text: str) -> None:
        """Look at something else altogether: another view, over a changed project. Language, theme and sight stay.

        ``text`` names the change of the project, which is undone like any other; the scenes stay.
        """
        self._push(replace(project, scenes=self._project.scenes), text)
        self._look(view)

    def _look(self, view: MapView) -> None:
        """Take another view. Language, theme and sight stay."""
        old = self._view
        view = replace(view, language=old.language, theme=old.theme, sight=old.sight, hovered=old.hovered)
        if view == old:
            return
        self._view = view
        if view.selected != old.selected:
            self.selection_changed.emit()
        self.layers_changed.emit()
        self.view_changed.emit()

    def _push(self, project: Project, text: str, gesture: str = "") -> None:
        if project != self._project:
            together = f"{gesture} {self._gestures}" if gesture else ""
            self.history.push(self._project, project, text, together)

    def _replace_project(self, project: Project) -> None:
        # A circle that the new definition lacks can be marked no longer; nobody may look for it in between.
        before, old = self._view, self._project
        selected, hovered = (None if _gone(place, project) else place for place in (before.selected, before.hovered))
        side = before.side
        if project.scenario != old.scenario:
            side = _shown_side(side, project)
        shown = _with_brought(_drawable(before, project), old, project)
        self._view = replace(shown, selected=selected, hovered=hovered, side=side)
        self._project = project
        if replace(old, index=project.index, scenes=project.scenes) != project:
            self.project_changed.emit()
        if old.index != project.index:
            self.index_changed.emit()
        if old.scenes != project.scenes:
            self.scenes_changed.emit()
        if replace(self._view, selected=None, hovered=None) != replace(before, selected=None, hovered=None):
            self.layers_changed.emit()
        if selected != before.selected:
            self.selection_changed.emit()
        if self._view != before:
            self.hover_changed.emit()
            self.view_changed.emit()

    def _coloured_by(self, indicator_id: str) -> MapView:
        """Return the view with another indicator. Breaks that a user gave hold for indicators of the same unit only."""
        view, project = self._view, self._project
        before, after = (indicator_of(project, one) for one in (view.choropleth, indicator_id))
        symbology = view.symbology
        if symbology.scheme == "custom" and before.unit != after.unit:
            symbology = replace(symbology, scheme=_USUAL.symbology.scheme, breaks=())
        second = "" if view.second == indicator_id else view.second
        return replace(view, choropleth=indicator_id, symbology=symbology, second=second)

    def _set_layers(self, view: MapView) -> None:
        if view != self._view:
            self._view = view
            self.layers_changed.emit()
            self.view_changed.emit()


def _shown_side(side: Side, project: Project) -> Side:
    """Return a side on which the scenario is to be seen: what was just changed, undone or chosen must be in sight."""
    if project.scenario.is_empty:
        return "baseline"
    return "scenario" if side == "baseline" else side


def _drawable(view: MapView, project: Project) -> MapView:
    """Return the view without indicators of layers and variables that the project has no more."""
    known = indicator_ids(project)
    return replace(
        view,
        choropleth=view.choropleth if view.choropleth in known else _USUAL.choropleth,
        second=view.second if view.second in known else "",
        proportional=view.proportional if view.proportional in known else _USUAL.proportional,
    )


def _with_brought(view: MapView, old: Project, project: Project) -> MapView:
    """Return the view with the own layers that the project has only now: what was just brought must be in sight."""
    brought = project.data.own_layers.keys() - old.data.own_layers.keys()
    if not brought:
        return view
    return replace(view, layers=view.layers | {"own"}, hidden_own=view.hidden_own - brought)


def _gone(place: Place | None, project: Project) -> bool:
    if place is None or place.kind in ("town", "county"):
        return False
    if place.kind == "circle":
        return place.id not in project.definition.circles
    return place.id not in project.data.site_by_id and place.id not in project.what_if.data.site_by_id
