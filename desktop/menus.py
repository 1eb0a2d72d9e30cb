"""Menus, shortcuts and the toolbar, built from the table of actions and from what the data set holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from data.model import Overlap, Place
from desktop import layers, swatches, words
from desktop.actions import ACTIONS, MENUS
from desktop.dialogs import keys, plain
from desktop.session import Session
from maps.definition_words import definition_words


class Menus:
    """Owns every action of the window. ``retranslate`` writes their words, ``refresh`` their checks."""

    def __init__(self, window: QMainWindow, session: Session, map_widget: QWidget) -> None:
        self._window, self._map = window, map_widget
        self._session = session
        self.actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._menus: dict[str, QMenu] = {}
        self._add_menus()
        self._add_actions()
        self._layer_actions = {spec.id: self._add_layer(spec) for spec in layers.LAYERS}
        self._definitions: dict[str, QAction] = {}
        self._overlaps = {
            overlap: self._add_choice("overlap", partial(session.change_overlap, overlap)) for overlap in Overlap
        }
        for signal in (
            session.layers_changed,
            session.theme_changed,
            session.history.changed,
        ):
            signal.connect(self.refresh)
        session.project_changed.connect(self._list_definitions)
        session.project_changed.connect(self._list_circles)
        session.project_changed.connect(self.refresh)
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def menu(self, menu_id: str) -> QMenu:
        return self._menus[menu_id]

    def fill_toolbar(self, toolbar: QToolBar) -> None:
        """Add the actions that the table puts on the toolbar."""
        for spec in ACTIONS:
            if spec.toolbar:
                toolbar.addAction(self.actions[spec.id])

    def retranslate(self) -> None:
        texts = self._session.texts
        for menu in MENUS:
            self._menus[menu.id].setTitle(texts.translate("Menu", menu.text))
        for spec in ACTIONS:
            action, text = self.actions[spec.id], texts.translate("Action", spec.text)
            first = keys((spec.shortcuts or spec.map_shortcuts or spec.list_shortcuts)[:1])
            # The menu does not know a key that only the map or the list has.
            action.setText(text if spec.shortcuts or not first else f"{text}\t{first}")
            action.setIconText(plain(text))
            action.setToolTip(f"{plain(text)}  {first}".rstrip())
        for layer in layers.LAYERS:
            self._layer_actions[layer.id].setText(texts.translate("Layer", layer.name))
        for overlap, action in self._overlaps.items():
            action.setText(words.overlap(texts, overlap))
        self._list_definitions()
        self._list_circles()
        self.refresh()

    def refresh(self) -> None:
        """Check and enable the actions as the session stands."""
        session = self._session
        view, project = session.view, session.project
        self.actions[view.name].setChecked(True)
        self.actions[view.language].setChecked(True)
        self.actions["dark"].setChecked(view.theme == "dark")
        self._name_undo()
        self.actions[f"level_{view.level}"].setChecked(True)
        self.actions[f"side_{view.side}"].setChecked(True)
        self.actions[f"sight_{view.sight}"].setChecked(True)
        for name in ("toggle_side", "side_scenario", "side_difference"):
            self.actions[name].setEnabled(not project.scenario.is_empty)
        there = {spec.id for spec in layers.listed(project)}
        for layer, action in self._layer_actions.items():
            action.setChecked(layer in view.layers)
            action.setVisible(layer in there)
        self._definitions[project.definition_id].setChecked(True)
        self._overlaps[project.overlap].setChecked(True)

    def _name_undo(self) -> None:
        """Enable undo and redo, and say what they would undo and redo."""
        history, translate = self._session.history, self._session.texts.translate
        undo, redo = self.actions["undo"], self.actions["redo"]
        undo.setEnabled(history.can_undo())
        redo.setEnabled(history.can_redo())
        undo.setText(
            translate("Action", "&Undo: {change}").format(change=history.undo_text().replace("&", "&&"))
            if history.undo_text()
            else translate("Action", "&Undo")
        )
        redo.setText(
            translate("Action", "&Redo: {change}").format(change=history.redo_text().replace("&", "&&"))
            if history.redo_text()
            else translate("Action", "&Redo")
        )

    def _add_menus(self) -> None:
        for spec in MENUS:
            if spec.parent:
                parent = self._menus[spec.parent]
                if spec.separated:
                    parent.addSeparator()
                self._menus[spec.id] = parent.addMenu("")
            else:
                self._menus[spec.id] = self._window.menuBar().addMenu("")

    def _add_actions(self) -> None:
        first_submenu = {spec.parent: self._menus[spec.id].menuAction() for spec in reversed(MENUS) if spec.parent}
        for spec in ACTIONS:
            action = QAction(self._window)
            action.setObjectName(spec.id)
            action.setShortcuts([QKeySequence(text) for text in spec.shortcuts])
            handler: Callable[..., object] = attrgetter(spec.handler)(self._window)
            call = partial(handler, spec.argument) if spec.argument else handler
            action.triggered.connect(lambda _checked, call=call: call())
            if spec.group:
                self._group(spec.group).addAction(action)
            action.setCheckable(bool(spec.group) or spec.checkable)
            menu, before = self._menus[spec.menu], first_submenu.get(spec.menu)
            if before is None:
                if spec.separated:
                    menu.addSeparator()
                menu.addAction(action)
            else:
                # Qt puts a separator before the submenus; actions of the same menu come above it.
                above = menu.actions()[menu.actions().index(before) - 1]
                if spec.separated:
                    menu.insertSeparator(above)
                menu.insertAction(above, action)
            if spec.also:
                self._menus[spec.also].addAction(action)
            if spec.map_shortcuts:
                on_map = QAction(self._map)
                on_map.setShortcuts([QKeySequence(text) for text in spec.map_shortcuts])
                on_map.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                on_map.triggered.connect(action.trigger)
                action.enabledChanged.connect(on_map.setEnabled)  # what cannot be done takes no key
                self._map.addAction(on_map)
            self.actions[spec.id] = action

    def _add_layer(self, spec: layers.LayerSpec) -> QAction:
        action = self._menus["layers"].addAction("")
        action.setCheckable(True)
        action.triggered.connect(lambda shown: self._session.set_layer(spec.id, shown))
        return action

    def _add_choice(self, menu_id: str, choose: Callable[[], None]) -> QAction:
        action = self._menus[menu_id].addAction("")
        action.setCheckable(True)
        action.triggered.connect(lambda _checked: choose())
        self._group(menu_id).addAction(action)
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self._window)
        return self._groups[name]

    def _list_definitions(self) -> None:
        """List the definitions that there are; a project may bring some along and give them other names."""
        session, known = self._session, self._session.project.data.definitions
        for definition_id in [one for one in self._definitions if one not in known]:
            action = self._definitions.pop(definition_id)
            self._group("definition").removeAction(action)
            self._menus["definition"].removeAction(action)
            action.deleteLater()
        for definition_id in known:
            if definition_id not in self._definitions:
                action = self._add_choice("definition", partial(session.change_definition, definition_id))
                self._definitions[definition_id] = action
            name = definition_words(session.texts, session.project, definition_id)
            self._definitions[definition_id].setText(name.replace("&", "&&"))

    def _list_circles(self) -> None:
        session, menu = self._session, self._menus["circles"]
        menu.clear()
        for number, circle_id in enumerate(session.project.definition.circles, 1):
            circle = session.project.data.circles[circle_id]
            action = menu.addAction(swatches.circle_chip(circle.colour), circle.name.text(session.language))
            action.setShortcut(QKeySequence(f"Alt+{number}"))
            action.triggered.connect(partial(session.select, Place("circle", circle_id), True))
