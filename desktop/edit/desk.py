"""Editing in the window: what its menu does, and where its panels and forms stand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMainWindow, QMessageBox

from data.model import Place
from desktop.edit.commands import EditCommands
from desktop.edit.docks import DataDock, HistoryDock
from desktop.edit.map_edit import MapEdit
from desktop.map_canvas import MapCanvas
from desktop.project import questions
from desktop.project.questions import CANCEL, Answer
from desktop.session import Session
from desktop.status_line import StatusLine
from desktop.widgets import named

if TYPE_CHECKING:
    from desktop.edit.site_form import SiteForm

_LEAVE = "leave"
_OF_SITE = ("edit_site", "delete_site")
_FORM_MARGIN = 12
"""Pixels between the form of a site and the edge of the map."""
_CHROME = 140
"""Pixels of menus and status line, which the form leaves in sight."""


class EditDesk(QObject):
    """Its parts are made when they are first wanted."""

    def __init__(self, window: QMainWindow, session: Session, canvas: MapCanvas, status: StatusLine) -> None:
        super().__init__(window)
        self._window, self._session, self._canvas = window, session, canvas
        self._actions: Mapping[str, QAction] = {}
        self._forms: dict[str, SiteForm] = {}
        self.commands = EditCommands(session, self)
        self.commands.said.connect(status.say)
        self.map = MapEdit(session, canvas, self.commands, self)
        self.map.added.connect(self.open_form)
        self.table = named(DataDock(session, self.commands, self.open_form, self.map.begin_adding), "data_table")
        self.history = named(HistoryDock(session), "history")
        session.selection_changed.connect(self._follow)
        session.project_changed.connect(self._follow)
        self.map.moving_changed.connect(self._follow)
        session.history.cleared.connect(self.close)  # forms belong to the project

    def use(self, actions: Mapping[str, QAction]) -> None:
        """Take the actions of the menus, which are made later."""
        self._actions = actions
        self._follow()

    def add_site(self) -> None:
        """Ask for a layer, then let a click on the map add a site of it."""
        from desktop.edit.data_panel import layer_menu
        from desktop.edit.site_rows import layer_of_group

        menu = layer_menu(self._session, self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            action.triggered.connect(partial(self.map.begin_adding, *layer_of_group(str(action.data()))))
        menu.addSeparator()
        menu.addAction(self._session.texts.translate("Edit", "New layer…")).triggered.connect(self.open_layers)
        inside = self._canvas.rect().contains(self._canvas.mapFromGlobal(QCursor.pos()))
        menu.popup(QCursor.pos() if inside else self._canvas.mapToGlobal(QPoint(24, 24)))

    def toggle_moving(self) -> None:
        """Let sites be dragged to where they stand, or no longer."""
        self.map.set_moving(not self.map.moving)

    def edit_site(self) -> None:
        """Open the form of the selected site."""
        place = self._editable()
        if place is not None:
            self.open_form(place.id)

    def delete_site(self) -> None:
        """Take the selected site out of the project."""
        place = self._editable()
        if place is not None:
            self.commands.delete_sites([place.id])

    def bring_back(self) -> None:
        """Bring back the sites and figures of the embedded set that were deleted."""
        self.commands.bring_back_removed()

    def open_layers(self) -> None:
        """Open the list of the project's own layers."""
        from desktop.edit.layer_dialog import LayerDialog

        dialog = LayerDialog(self._session, self.commands, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def do(self, what: str) -> None:
        """Do what a link beside the selected site asks for."""
        if what == "form":
            self.edit_site()
        elif what == "move":
            self.map.set_moving(True)
        elif what == "delete":
            self.delete_site()

    def open_form(self, site_id: str, gesture: str = "") -> None:
        """Open the form of a site beside the map; of a new one, ``gesture`` is the change of which it is a part."""
        from desktop.edit.site_form import SiteForm

        known = self._forms.get(site_id)
        if known is not None:
            known.raise_()
            known.activateWindow()
            return
        form = SiteForm(self._session, self.commands, site_id, gesture, self._window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        history = self._session.history
        if gesture:
            # Cancel takes the new site away again, unless something else was done meanwhile.
            added = history.index()
            form.given_up.connect(lambda: history.undo() if history.index() == added else None)
        form.finished.connect(lambda _result: self._forms.pop(site_id, None))
        self._forms[site_id] = form
        self._place(form)
        form.show()

    def may_leave(self) -> bool:
        """Ask about what was written into forms and is not saved; False where the user wants to go on writing."""
        written = [form for form in self._forms.values() if form.changes()]
        if not written:
            return True
        translate = self._session.texts.translate
        answer = questions.ask(
            written[0],
            written[0].windowTitle(),
            translate("Edit", "What was written into the form of a site is not saved. Leave it?"),
            (
                Answer(_LEAVE, translate("Edit", "Leave"), QMessageBox.ButtonRole.DestructiveRole),
                Answer(CANCEL, translate("Edit", "Cancel"), QMessageBox.ButtonRole.RejectRole),
            ),
        )
        if answer == _LEAVE:
            for form in written:
                form.close()
        return answer == _LEAVE

    def close(self) -> None:
        """Put the tools away and close the forms."""
        self.map.put_away()
        for form in tuple(self._forms.values()):
            form.deleteLater()
        self._forms.clear()

    def _place(self, form: SiteForm) -> None:
        """Put a form on the right of the map."""
        canvas = self._canvas
        height = min(max(self._window.height() - _CHROME, 360), 760)
        form.resize(form.sizeHint().width(), height)
        x = canvas.width() - form.width() - _FORM_MARGIN
        form.move(canvas.mapToGlobal(QPoint(max(x, _FORM_MARGIN), _FORM_MARGIN)))

    def _editable(self) -> Place | None:
        """Return the selected site, if the project has it: one that only a scenario supposes cannot be edited."""
        place = self._session.view.selected
        if place is None or place.kind != "site" or place.id not in self._session.project.data.site_by_id:
            return None
        return place

    def _follow(self) -> None:
        """Say what can be done."""
        if not self._actions:
            return
        can, own = self._editable() is not None, self._session.project.own
        for name in _OF_SITE:
            self._actions[name].setEnabled(can)
        self._actions["move_sites"].setChecked(self.map.moving)
        self._actions["bring_back"].setEnabled(bool(own.removed_sites or own.removed_figures))
