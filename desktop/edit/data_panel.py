"""The data table: sites and figures."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from data.edit_words import LAYERS
from data.errors import UserError
from desktop import swatches
from desktop.edit.commands import EditCommands
from desktop.edit.figure_dialog import FigureDialog
from desktop.edit.figure_rows import FigureRows
from desktop.edit.row_panel import RowPanel
from desktop.edit.site_rows import OWN_GROUP, SiteRows, layer_of_group
from desktop.session import Session
from desktop.words import mark


class DataPanel(QStackedWidget):
    """New sites stand in the selected township, or are put on the map by a click."""

    form_wanted = Signal(str)
    """id of a site whose form is to be opened"""
    point_wanted = Signal(object, str)
    """layer, and category of an own one, of a site that is to be put on the map"""

    def __init__(self, session: Session, commands: EditCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._commands = session, commands
        self.site_rows = SiteRows(session, commands)
        self.sites = RowPanel(session, self.site_rows, mark("Edit", "All layers"), True)
        self.figures = RowPanel(session, FigureRows(session, commands), mark("Edit", "All variables"), False)
        self.addWidget(self.sites)
        self.addWidget(self.figures)
        self.currentChanged.connect(lambda _now: self.setFocusProxy(self.currentWidget() or self.sites))
        self.setFocusProxy(self.sites)
        self.sites.form_wanted.connect(self.form_wanted)
        self.sites.new_wanted.connect(self._ask_layer)
        self.sites.bar.changed.connect(self._follow_layer)
        self.figures.new_wanted.connect(self._ask_figure)

    def _follow_layer(self) -> None:
        """Let rows that are pasted below be of the layer that is shown."""
        group = self.sites.bar.wanted().layer
        if group:
            self.site_rows.new_layer = layer_of_group(group)

    def _ask_layer(self) -> None:
        """Ask for the layer of a new site; with a township selected it stands there, else it is put on the map."""
        menu = layer_menu(self._session, self)
        chosen = menu.exec(self.sites.add.mapToGlobal(QPoint(0, self.sites.add.height())))
        if chosen is None:
            return
        layer, category = layer_of_group(str(chosen.data()))
        place = self._session.view.selected
        data = self._session.project.data
        if place is None or place.kind != "town":
            self.point_wanted.emit(layer, category)
            return
        town = data.towns[data.town_index[place.id]]
        try:
            site = self._commands.add_site(layer, category, town.lon, town.lat, town.code)
        except UserError as fault:
            self._commands.said.emit(self._commands.sentence(fault))
            return
        self.form_wanted.emit(site.id)

    def _ask_figure(self) -> None:
        dialog = FigureDialog(self._session, self._commands, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def layer_menu(session: Session, parent: QWidget) -> QMenu:
    """Return a menu of the layers that a site can be added to; the data of an entry is its group."""
    menu = QMenu(parent)
    theme = session.view.theme
    for layer, name in LAYERS.items():
        action = menu.addAction(swatches.layer_icon(str(layer), theme), name.text(session.language))
        action.setData(str(layer))
    for own in session.project.data.own_layers.values():
        action = menu.addAction(swatches.site_icon(own, theme), own.name.replace("&", "&&"))
        action.setData(f"{OWN_GROUP}{own.name}")
    return menu
