"""The section of the symbology panel for coloured areas: classes, ramp, breaks, second indicator."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSpinBox

from data.balance.evaluate import indicator_of
from desktop.indicator_chooser import IndicatorChooser
from desktop.number_list import NumberList
from desktop.numbers import MOST_BREAKS
from desktop.session import Session
from desktop.symbology_breaks import breaks_now
from desktop.symbology_form import Section, WordChooser
from desktop.symbology_ramps import RampChooser, change_colours, value_colours
from desktop.symbology_words import DIVERGING, RAMPS, SCHEMES
from desktop.widgets import muted
from maps.ramps import alike_in_grey, most_classes
from maps.showing import level_words, unit_words
from maps.symbology import FEWEST_CLASSES, MOST_CLASSES
from maps.theme import THEMES


class ClassSpin(QSpinBox):
    """A number of classes that the wheel passes by."""

    def wheelEvent(self, event: Any) -> None:
        event.ignore()


class ChoroplethSection(Section):
    """Changes the symbology of the view at every choice; controls that would change nothing are not there."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "choropleth")
        self.indicator = IndicatorChooser()
        self._indicator_label = self.add(self.indicator)
        self.what = muted(wrapped=True)
        self.form.addRow(self.what)
        self.scheme = WordChooser("Symbology", {scheme: words[0] for scheme, words in SCHEMES.items()})
        self.classes = ClassSpin()
        self.classes.setRange(FEWEST_CLASSES, MOST_CLASSES)
        self.breaks = NumberList(session, MOST_BREAKS)
        self.ramp, self.diverging = RampChooser(RAMPS), RampChooser(DIVERGING)
        self.reverse, self.histogram = QCheckBox(), QCheckBox()
        self.second = IndicatorChooser()
        self._scheme_label = self.add(self.scheme)
        self._classes_label = self.add(self.classes)
        self._breaks_label = self.add(self.breaks)
        self._ramp_label, self._ramp_row = self.add_wide(self.ramp)
        self._diverging_label, self._diverging_row = self.add_wide(self.diverging)
        self.form.addRow(self.reverse)
        self.form.addRow(self.histogram)
        self._second_label = self.add(self.second)
        self.note = muted(wrapped=True)
        self.form.addRow(self.note)

        self.indicator.chosen.connect(session.set_choropleth)
        self.scheme.chosen.connect(self._choose_scheme)
        self.classes.valueChanged.connect(lambda count: self._change(classes=count))
        self.breaks.changed.connect(lambda numbers: self._change(breaks=numbers))
        self.ramp.chosen.connect(lambda ramp: self._change(ramp=ramp))
        self.diverging.chosen.connect(lambda ramp: self._change(diverging=ramp))
        self.reverse.clicked.connect(lambda on: self._change(reverse=on))
        self.histogram.clicked.connect(lambda on: self._change(histogram=on))
        self.second.chosen.connect(session.set_second)

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self.session.texts
        self.set_title(texts.translate("Layer", "Colour by indicator"))
        for chooser in (self.scheme, self.ramp, self.diverging):
            chooser.retranslate(texts)
        for row, (_name, tip) in enumerate(SCHEMES.values()):
            self.scheme.setItemData(row, texts.translate("Symbology", tip), Qt.ItemDataRole.ToolTipRole)
        self.indicator.fill(self.session)
        self.name(self._indicator_label, self.indicator, texts.translate("Symbology", "Indicator"))
        self.name(self._scheme_label, self.scheme, texts.translate("Symbology", "Classes by"))
        self.name(self._classes_label, self.classes, texts.translate("Symbology", "Number of classes"))
        self.name(self._breaks_label, self.breaks.field, texts.translate("Symbology", "Breaks"))
        self.name(self._ramp_label, self.ramp, texts.translate("Symbology", "Ramp"))
        self.name(self._diverging_label, self.diverging, texts.translate("Symbology", "Ramp of changes"))
        self.name(self._second_label, self.second, texts.translate("Symbology", "Second indicator"))
        self.reverse.setText(texts.translate("Symbology", "Last colour first"))
        self.histogram.setText(texts.translate("Symbology", "Histogram"))
        tip = texts.translate("Symbology", "The legend shows how the values are distributed over the classes")
        self.histogram.setToolTip(tip)
        self.histogram.setAccessibleDescription(tip)
        self.breaks.field.setPlaceholderText(texts.translate("Symbology", "such as 20; 50; 80"))
        self.second.setToolTip(texts.translate("Symbology", "Colours areas by two indicators at once"))
        self.breaks.retranslate()
        self._fill_second()

    def refresh(self) -> None:
        """Show the symbology of the view."""
        super().refresh()
        session, view = self.session, self.session.view
        symbology, texts = view.symbology, session.texts
        indicator = indicator_of(session.project, view.choropleth)
        unit = unit_words(texts, indicator.unit, view.side)
        self.indicator.set_id(view.choropleth)
        what = texts.translate("Symbology", "Unit: {unit}; {level}")
        self.what.setText(what.format(unit=unit, level=level_words(texts, view.level)))
        self.scheme.set_value(symbology.scheme)
        if self.scheme.currentData() is not None:
            self.scheme.setToolTip(texts.translate("Symbology", SCHEMES[symbology.scheme][1]))
        self.classes.setValue(symbology.classes)
        self.breaks.show_numbers(symbology.breaks)
        self.ramp.set_value(symbology.ramp)
        self.diverging.set_value(symbology.diverging)
        self.reverse.setChecked(symbology.reverse)
        self.histogram.setChecked(symbology.histogram)
        if self.second.findData(view.choropleth) >= 0:
            self._fill_second()
        self.second.set_id(view.second)
        self._show_rows()
        self._draw_strips()

    def _show_rows(self) -> None:
        """Keep only what changes the map: a difference, a second indicator and own breaks each settle something."""
        view = self.session.view
        changes = view.side == "difference"
        both = bool(view.second) and not changes
        custom = view.symbology.scheme == "custom"
        rows = {
            self.scheme: not changes and not both,
            self.classes: not both and (changes or not custom),
            self.breaks: custom and not changes and not both,
            self._ramp_row: not changes and not both,
            self._diverging_row: changes,
            self.reverse: not both,
            self.histogram: not both,
            self.second: not changes,
        }
        for control, shown in rows.items():
            self.form.setRowVisible(control, shown)
        note = self._remark(changes, both)
        self.note.setText(note)
        self.form.setRowVisible(self.note, bool(note))

    def _remark(self, changes: bool, both: bool) -> str:
        """Return what the choices lead to that the map does not say by itself."""
        view, translate = self.session.view, self.session.texts.translate
        symbology, theme = view.symbology, THEMES[view.theme]
        if changes:
            note = translate("Symbology", "The map shows the change by the scenario: equal colours, equal changes.")
            if alike_in_grey(symbology.diverging, theme):
                note += translate("Symbology", " In greyscale, falls and rises of equal size look alike.")
            return note
        if both:
            return translate("Symbology", "Each indicator is divided into thirds; together they have nine colours.")
        wanted = len(symbology.breaks) + 1 if symbology.scheme == "custom" else symbology.classes
        most = most_classes(symbology.ramp, theme)
        if wanted > most:
            note = translate("Symbology", "With this ramp, up to {most} classes are easy to tell apart for every eye.")
            return note.format(most=most)
        return ""

    def _draw_strips(self) -> None:
        view = self.session.view
        for row in range(self.ramp.count()):
            self.ramp.show_colours(row, value_colours(self.ramp.itemData(row), view), view.sight)
        for row in range(self.diverging.count()):
            self.diverging.show_colours(row, change_colours(self.diverging.itemData(row), view), view.sight)

    def _fill_second(self) -> None:
        session = self.session
        nothing = session.texts.translate("Symbology", "None")
        self.second.fill(session, frozenset({session.view.choropleth}), nothing)
        self.second.set_id(session.view.second)

    def _choose_scheme(self, scheme: Any) -> None:
        """Take a scheme; own breaks begin with those that are on the map, so that there is something to change."""
        symbology = self.session.view.symbology
        if scheme == "custom" and symbology.scheme != "custom":
            breaks = breaks_now(self.session.project, self.session.view)
            if breaks:
                self._change(scheme=scheme, breaks=breaks)
            else:
                self.refresh()
        else:
            self._change(scheme=scheme)

    def _change(self, **changes: Any) -> None:
        self.session.set_symbology(replace(self.session.view.symbology, **changes))
