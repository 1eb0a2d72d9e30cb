"""The state of the window: the project, the view, the language. It draws nothing; every panel follows its signals."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from data.model import Language, Overlap, Place
from data.project import Project
from desktop.commands import ChangeProject
from maps.texts import Texts
from maps.view import READY_VIEWS, LayerName, MapView, ThemeName, ViewName


class Session(QObject):
    """What the window is looking at. The project changes only through the undo stack; the view is not undone."""

    project_changed = Signal()
    view_changed = Signal()
    """any change of the view, marks included"""
    layers_changed = Signal()
    """the layers, the ready view or the choropleth"""
    selection_changed = Signal()
    hover_changed = Signal()
    language_changed = Signal()
    theme_changed = Signal()
    zoom_requested = Signal(object)
    """Place to bring into view, or None for all of Taiwan"""

    def __init__(self, project: Project, view: MapView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._view = view
        self._texts = Texts(view.language)
        self.undo_stack = QUndoStack(self)

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
        self._push(replace(self._project, definition_id=definition_id))

    def change_overlap(self, overlap: Overlap) -> None:
        """Count shared towns by another rule."""
        self._push(replace(self._project, overlap=overlap))

    def show_ready_view(self, name: ViewName) -> None:
        """Switch to the layers of a ready view; language, theme and selection stay."""
        ready = READY_VIEWS[name]
        self._set_layers(replace(self._view, name=name, layers=ready.layers, choropleth=ready.choropleth))

    def set_layer(self, layer: LayerName, shown: bool) -> None:
        """Show or hide one layer."""
        layers = self._view.layers | {layer} if shown else self._view.layers - {layer}
        self._set_layers(replace(self._view, layers=layers))

    def set_choropleth(self, indicator_id: str) -> None:
        """Colour the towns by this indicator, switching that layer on."""
        layers: frozenset[LayerName] = self._view.layers | {"choropleth"}
        self._set_layers(replace(self._view, choropleth=indicator_id, layers=layers))

    def select(self, place: Place | None, zoom: bool = False) -> None:
        """Mark a place everywhere, and bring it into view if ``zoom``."""
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

    def close(self) -> None:
        """Fall silent: Qt empties the undo stack while it takes the window apart."""
        self.undo_stack.blockSignals(True)

    def _push(self, project: Project) -> None:
        if project != self._project:
            self.undo_stack.push(ChangeProject(self._replace_project, self._project, project))

    def _replace_project(self, project: Project) -> None:
        # A circle that the new definition lacks can be marked no longer; nobody may look for it in between.
        before = self._view
        selected, hovered = (None if _gone(place, project) else place for place in (before.selected, before.hovered))
        self._view = replace(before, selected=selected, hovered=hovered)
        self._project = project
        self.project_changed.emit()
        if selected != before.selected:
            self.selection_changed.emit()
        if self._view != before:
            self.hover_changed.emit()
            self.view_changed.emit()

    def _set_layers(self, view: MapView) -> None:
        if view != self._view:
            self._view = view
            self.layers_changed.emit()
            self.view_changed.emit()


def _gone(place: Place | None, project: Project) -> bool:
    return place is not None and place.kind == "circle" and place.id not in project.definition.circles
