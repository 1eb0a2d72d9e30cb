"""The symbology panel: how the map draws what the layers show. Every choice is on the map at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.column_panel import ColumnPanel
from desktop.session import Session
from desktop.symbology_choropleth import ChoroplethSection
from desktop.symbology_layers import NamesSection, PeopleSection, ProportionalSection, RingsSection, SitesSection


class SymbologyPanel(ColumnPanel):
    """Its sections follow the session, whoever changes the view."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.choropleth = ChoroplethSection(session)
        self.proportional = ProportionalSection(session)
        self.people = PeopleSection(session)
        self.rings = RingsSection(session)
        self.sites = SitesSection(session)
        self.names = NamesSection(session)
        self.setFocusProxy(self.choropleth)
        self._sections = (self.choropleth, self.proportional, self.people, self.rings, self.sites, self.names)
        self.reset = QPushButton()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(10, 8, 10, 10)
        for section in self._sections:
            column.addWidget(section)
        column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(self.inside)
        self.reset.clicked.connect(session.reset_symbology)
        for signal in (session.layers_changed, session.project_changed, session.theme_changed):
            signal.connect(self.refresh)
        session.selection_changed.connect(self.rings.refresh)
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word again, for another language."""
        texts = self._session.texts
        for section in self._sections:
            section.retranslate()
        self.reset.setText(texts.translate("Symbology", "Reset"))
        tip = texts.translate(
            "Symbology", "Classes, colours and symbols as the program chooses them; layers stay as they are"
        )
        self.reset.setToolTip(tip)
        self.reset.setAccessibleDescription(tip)
        self.refresh()
        self.keep_width_later()

    def refresh(self) -> None:
        """Show how the view draws now."""
        for section in self._sections:
            section.refresh()
