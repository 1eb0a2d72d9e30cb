"""The card of a place that somebody asked about: its name, its circles, a few facts and where they come from."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from data.model import Place
from desktop.briefing.show_facts import card_html
from desktop.briefing.show_look import Slate
from desktop.session import Session

_WIDTH = 22
"""of the card, in em"""
_MOST = 0.45
"""Share of the width of the screen that the card takes at most: the place itself must stay in sight."""
_MARGIN = 0.035
"""Safe margin at the edges of the screen, as a share of its height."""


class ShowCard(Slate):
    """Stands on the other half of the screen than the place."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__("place", parent)
        self._session = session
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.addWidget(self._text)
        self._column = column

    @property
    def html(self) -> str:
        return self._text.text()

    def open(self, place: Place, at: QPoint, pixels: int) -> None:
        """Show what is known of a place that was clicked at a point of the screen."""
        ground = self.ground
        self.set_type(pixels)
        margin = pixels * 2 // 3
        self._column.setContentsMargins(margin, margin, margin, margin)
        session = self._session
        self._text.setText(card_html(session.project, session.view, place, session.texts, pixels))
        edge = round(_MARGIN * ground.height())
        width = min(_WIDTH * pixels, round(_MOST * ground.width()))
        self.setFixedSize(width, self.heightForWidth(width))
        x = ground.width() - width - edge if at.x() < ground.width() // 2 else edge
        y = min(max(at.y() - self.height() // 2, edge), max(ground.height() - self.height() - edge, edge))
        self.move(x, y)
        self.setAccessibleName(self._text.text())
        self.show()
        self.raise_()
