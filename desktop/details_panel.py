"""The details panel: everything known about the selected place, in text that can be selected and copied."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from data.model import Place, PlaceKind
from desktop import details_html
from desktop.appearance import colours
from desktop.session import Session


class DetailsPanel(QTextBrowser):
    """Shows the facts of what is selected; without a selection those of the nation."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(10)
        self.anchorClicked.connect(self._follow)
        session.selection_changed.connect(self.refresh)
        session.project_changed.connect(self.refresh)
        session.language_changed.connect(self.refresh)
        session.theme_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Write the page again."""
        session = self._session
        self.setAccessibleName(session.texts.translate("Details", "Details of the selected place"))
        self.setHtml(
            details_html.page(session.project, session.view.selected, session.texts, colours(session.view.theme))
        )

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
            return
        kind, _, place_id = url.path().partition(":")
        for known in get_args(PlaceKind):
            if kind == known:
                self._session.select(Place(known, place_id), zoom=True)
