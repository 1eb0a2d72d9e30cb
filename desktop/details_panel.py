"""The details panel: everything known about the selected place, in text that can be selected and copied."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from data.balance.evaluate import Side
from data.balance.explain import Explanation, explain
from data.balance.groups import NATION, By, groups
from data.model import Place, PlaceKind
from data.project import Project
from desktop import details_html, explanation_html
from desktop.appearance import colours
from desktop.session import Session

_REST_MS = 150


class DetailsPanel(QTextBrowser):
    """Shows the facts of what is selected, without a selection those of the nation; or where one number comes from."""

    edit_wanted = Signal(str)
    """what is to be done with the selected site: "form", "move" or "delete" """
    answer_closed = Signal()
    """the user went back from where a number comes from to the details"""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: tuple[str, By, str, Side] | None = None
        self._everything = False
        self._side: Side = session.view.side
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(10)
        self.anchorClicked.connect(self._follow)
        session.selection_changed.connect(self._show_place)
        # Laying out a page takes longer than a step of a slider or of a dragged point may: it waits until they rest.
        self._later = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later.timeout.connect(self.refresh)
        session.project_changed.connect(self._later.start)
        session.index_changed.connect(self._follow_index)
        session.layers_changed.connect(self._follow_side)
        session.language_changed.connect(self.refresh)
        session.theme_changed.connect(self.refresh)
        self.refresh()

    def explain(self, indicator_id: str, by: By, area_id: str, side: Side) -> None:
        """Show where a number comes from, until a place is selected or the user goes back."""
        self._asked, self._everything = (indicator_id, by, area_id, side), False
        self.refresh()

    def close_answer(self) -> None:
        """Go back from where a number comes from to the details of the place."""
        if self._asked is not None:
            self._show_place()
        self.answer_closed.emit()

    def refresh(self) -> None:
        """Write the page again."""
        self._later.stop()
        session = self._session
        texts, own = session.texts, colours(session.view.theme)
        self._side = session.view.side
        explanation = self._explanation()
        if explanation is None:
            self.setAccessibleName(texts.translate("Details", "Details of the selected place"))
            place = session.view.selected
            known = place is not None and place.kind == "site" and place.id in session.project.data.site_by_id
            self.setHtml(details_html.page(self._looked_at(), place, texts, own, editable=known))
        else:
            self.setAccessibleName(texts.translate("Details", "Where the number comes from"))
            self.setHtml(explanation_html.page(session.project, explanation, texts, own, self._everything))

    def _looked_at(self) -> Project:
        """Return the project on the side that is shown; of a site that only the other side knows, that one."""
        project, place = self._session.project, self._session.view.selected
        shown, other = project, project.what_if
        if self._side != "baseline":
            shown, other = other, shown
        unknown = place is not None and place.kind == "site" and place.id not in shown.data.site_by_id
        return other if unknown else shown

    def _explanation(self) -> Explanation | None:
        """Return the chain that was asked for; None where nothing is, or the area is gone with its definition."""
        if self._asked is None:
            return None
        indicator_id, by, area_id, side = self._asked
        project = self._session.project
        if area_id not in groups(project, by).ids:
            self._asked = None
            return None
        return explain(project, indicator_id, by, area_id, "baseline" if project.scenario.is_empty else side)

    def _show_place(self) -> None:
        self._asked = None
        self.refresh()

    def _follow_index(self) -> None:
        if self._asked is not None:
            self._later.start()

    def _follow_side(self) -> None:
        if self._session.view.side != self._side:
            self.refresh()

    def _follow(self, url: QUrl) -> None:
        scheme, path = url.scheme(), url.path()
        if scheme in ("http", "https"):
            QDesktopServices.openUrl(url)
        elif scheme == explanation_html.BACK:
            self.close_answer()
        elif scheme == explanation_html.ALL:
            self._everything = True
            self._rewrite_in_place()
        elif scheme == details_html.EXPLAIN:
            self._ask(path)
        elif scheme == details_html.EDIT:
            self.edit_wanted.emit(path)
        else:
            kind, _, place_id = path.partition(":")
            for known in get_args(PlaceKind):
                if kind == known:
                    self._session.select(Place(known, place_id), zoom=True)

    def _rewrite_in_place(self) -> None:
        """Write the page again without losing the line that is being read."""
        bar = self.verticalScrollBar()
        position = bar.value()
        self.refresh()
        bar.setValue(position)

    def _ask(self, indicator_id: str) -> None:
        """Ask for the chain of an indicator of the place whose details are shown."""
        place = self._session.view.selected
        if place is None:
            self._session.explain(indicator_id, "nation", NATION)
        elif place.kind != "site":
            self._session.explain(indicator_id, place.kind, place.id)
