"""The sections of the symbology panel for symbols, people, rings, sites and names."""

from __future__ import annotations

from desktop.indicator_chooser import IndicatorChooser
from desktop.number_list import NumberList
from desktop.numbers import MOST_RINGS
from desktop.session import Session
from desktop.symbology_form import Section, WordChooser
from desktop.symbology_words import AROUND, GATHERINGS, NAMES, PEOPLE, SITES_BY, SYMBOL_LEVELS
from desktop.widgets import muted
from maps.site_layers import own_layers


class ProportionalSection(Section):
    """Which indicator sizes symbols, and in the middle of which areas they stand."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "proportional")
        self.indicator = IndicatorChooser()
        self.level = WordChooser("LayersPanel", SYMBOL_LEVELS)
        self._indicator_label, self._level_label = self.add(self.indicator), self.add(self.level)
        self.indicator.chosen.connect(lambda one: session.set_proportional(one, session.view.proportional_level))
        self.level.chosen.connect(lambda level: session.set_proportional(session.view.proportional, level))

    def retranslate(self) -> None:
        texts = self.session.texts
        self.set_title(texts.translate("Layer", "Proportional circles"))
        self.indicator.fill(self.session)
        self.level.retranslate(texts)
        self.name(self._indicator_label, self.indicator, texts.translate("Symbology", "Sized by"))
        self.name(self._level_label, self.level, texts.translate("Symbology", "One for each of"))

    def refresh(self) -> None:
        super().refresh()
        self.indicator.set_id(self.session.view.proportional)
        self.level.set_value(self.session.view.proportional_level)


class PeopleSection(Section):
    """Whether people are dots or circles."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "people")
        self.people = WordChooser("Symbology", PEOPLE)
        self._label = self.add(self.people)
        self.people.chosen.connect(session.set_people)

    def retranslate(self) -> None:
        texts = self.session.texts
        self.set_title(texts.translate("Layer", "Where people live"))
        self.people.retranslate(texts)
        self.name(self._label, self.people, texts.translate("Symbology", "Drawn"))

    def refresh(self) -> None:
        super().refresh()
        self.people.set_value(self.session.view.people)


class RingsSection(Section):
    """Around which sites distances are drawn, and how far."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "rings")
        self.around = WordChooser("Layer", AROUND)
        self.km = NumberList(session, MOST_RINGS, lengths=True)
        self._around_label, self._km_label = self.add(self.around), self.add(self.km)
        self.note = muted(wrapped=True)
        self.form.addRow(self.note)
        self.around.chosen.connect(lambda layer: session.set_rings(layer, session.view.ring_km))
        self.km.changed.connect(lambda km: session.set_rings(session.view.rings_around, km))

    def retranslate(self) -> None:
        texts = self.session.texts
        self.set_title(texts.translate("Layer", "Distance rings"))
        self.around.retranslate(texts)
        self.km.retranslate()
        self.name(self._around_label, self.around, texts.translate("Symbology", "Around"))
        self.name(self._km_label, self.km.field, texts.translate("Symbology", "Distances (km)"))
        tip = texts.translate("Symbology", "Straight lines, not travel; around the selected site alone if there is one")
        self.setToolTip(tip)

    def refresh(self) -> None:
        super().refresh()
        view, texts = self.session.view, self.session.texts
        self._offer_own()
        self.around.set_value(view.rings_around)
        self.km.show_numbers(view.ring_km)
        chosen = view.selected is not None and view.selected.kind == "site"
        self.note.setText(
            texts.translate("Symbology", "Around the selected site only; Esc clears the selection.")
            if chosen
            else texts.translate("Symbology", "Select a site on the map to have rings around it alone.")
        )

    def _offer_own(self) -> None:
        """Offer the project's own layers as long as it has any."""
        row, there = self.around.findData("own"), bool(own_layers(self.session.project.data))
        if there and row < 0:
            self.around.addItem(self.session.texts.translate("Layer", "Own layers"), "own")
        elif row >= 0 and not there:
            self.around.removeItem(row)


class SitesSection(Section):
    """What symbols of sites tell apart, and how many of them are drawn together."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.sites_by, self.gathering = WordChooser("Symbology", SITES_BY), WordChooser("Symbology", GATHERINGS)
        self._by_label, self._gathering_label = self.add(self.sites_by), self.add(self.gathering)
        self.sites_by.chosen.connect(session.set_sites_by)
        self.gathering.chosen.connect(session.set_gathering)

    def retranslate(self) -> None:
        texts = self.session.texts
        self.set_title(texts.translate("Symbology", "Symbols of sites"))
        for chooser in (self.sites_by, self.gathering):
            chooser.retranslate(texts)
        self.name(self._by_label, self.sites_by, texts.translate("Symbology", "Tell apart by"))
        self.name(self._gathering_label, self.gathering, texts.translate("Symbology", "Many sites"))

    def refresh(self) -> None:
        super().refresh()
        self.sites_by.set_value(self.session.view.sites_by)
        self.gathering.set_value(self.session.view.gathering)


class NamesSection(Section):
    """The language of names on the map."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "labels")
        self.names = WordChooser("Symbology", NAMES)
        self._label = self.add(self.names)
        self.names.chosen.connect(session.set_names)

    def retranslate(self) -> None:
        texts = self.session.texts
        self.set_title(texts.translate("Layer", "Names"))
        self.names.retranslate(texts)
        self.name(self._label, self.names, texts.translate("Symbology", "Written"))

    def refresh(self) -> None:
        super().refresh()
        self.names.set_value(self.session.view.names)
