"""Editing on the map: a click adds a site, a drag says where one stands; a banner says which tool is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from data.errors import UserError
from data.model import Layer
from desktop import words
from desktop.edit.commands import EditCommands
from desktop.map_canvas import MapCanvas
from desktop.session import Session
from desktop.widgets import named


class EditBanner(QFrame):
    """Stands above the map while a tool is on; its button puts the tool away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "banner")
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.end = QToolButton()
        self.end.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 8, 3)
        row.addWidget(self.words, 1)
        row.addWidget(self.end)
        self.hide()


class MapEdit(QObject):
    """The two tools. Suppositions of a scenario are placed and dragged by the What-if panel instead."""

    added = Signal(str, str)
    """id of a site that was put on the map, and the gesture of which it is the first step"""
    moving_changed = Signal(bool)
    """the tool that moves sites was switched on or off"""

    def __init__(self, session: Session, canvas: MapCanvas, commands: EditCommands, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._canvas, self._commands = session, canvas, commands
        self._layer, self._category = Layer.AI, ""
        self.moving = False
        self.banner = EditBanner()
        self.banner.end.clicked.connect(self.put_away)
        canvas.edit_placed.connect(self._add)
        canvas.edit_moved.connect(self._move)
        canvas.edit_placing_changed.connect(self._follow)
        session.project_changed.connect(self._follow_sites)
        session.layers_changed.connect(self._follow_side)
        session.language_changed.connect(self._follow)

    def begin_adding(self, layer: Layer, category: str = "") -> None:
        """Let the next click on land add a site of a layer."""
        self._layer, self._category = layer, category
        self.set_moving(False)
        self._show_baseline()
        self._canvas.set_placing(True, editing=True)
        self._follow()

    def set_moving(self, on: bool) -> None:
        """Let sites be dragged to where they stand, or no longer."""
        if on == self.moving:
            return
        self.moving = on
        if on:
            self._canvas.set_placing(False, editing=True)
            self._show_baseline()
        self._follow_sites()
        self._follow()
        self.moving_changed.emit(on)

    def put_away(self) -> None:
        """Switch off whichever tool is on."""
        self._canvas.set_placing(False, editing=True)
        self.set_moving(False)

    def _show_baseline(self) -> None:
        """Turn the map to what is there: a supposed place is not one that can be corrected."""
        self._session.set_side("baseline")

    def _follow_side(self) -> None:
        if self._session.view.side != "baseline":
            self.put_away()

    def _follow_sites(self) -> None:
        self._canvas.set_editable(self._session.project.data.site_by_id.keys() if self.moving else frozenset())

    def _follow(self) -> None:
        """Say which tool is on."""
        texts = self._session.texts
        placing = self._canvas.is_placing(editing=True)
        self.banner.setVisible(placing or self.moving)
        self.banner.end.setText(texts.translate("Edit", "Done"))
        if placing:
            kind = self._category if self._layer is Layer.OWN else words.kind(texts, self._layer)
            template = texts.translate("Edit", "Click on land to add a site: {kind}. Esc ends it.")
            self.banner.words.setText(template.format(kind=kind))
        elif self.moving:
            self.banner.words.setText(texts.translate("Edit", "Drag a site to where it stands."))

    def _add(self, lon: float, lat: float, town_code: str) -> None:
        self._canvas.set_placing(False, editing=True)
        self._session.finish_gesture()
        gesture = f"add a site at {lon} {lat}"
        try:
            site = self._commands.add_site(self._layer, self._category, lon, lat, town_code, gesture)
        except UserError as fault:
            self._commands.said.emit(self._commands.sentence(fault))
            return
        self.added.emit(site.id, gesture)

    def _move(self, site_id: str, lon: float, lat: float, town_code: str) -> None:
        try:
            self._commands.move_site(site_id, lon, lat, town_code)
        except UserError as fault:
            self._commands.said.emit(self._commands.sentence(fault))
