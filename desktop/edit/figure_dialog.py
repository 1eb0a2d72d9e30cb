"""A new figure: what it measures, of which area, period and kind, its value and its source."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from data.edit_cells import read_number
from data.edit_words import FIGURE_KINDS, LEVELS
from data.errors import InputError, UserError
from data.intake.cleaned import Refusal
from data.model import AreaLevel, Figure, Place, PlaceKind
from data.own import EDITS, figure_key
from data.own_edits import figure_id
from data.scenario_record import area_code
from data.vocabulary import unit
from desktop.edit.cell_editors import NameCompleter
from desktop.edit.commands import EditCommands
from desktop.edit.rows import sentence
from desktop.edit.source_box import SourceBox
from desktop.session import Session
from desktop.widgets import Chooser, muted, named


class FigureDialog(QDialog):
    """Every fault is said in place and keeps the dialog open."""

    def __init__(self, session: Session, commands: EditCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._commands = session, commands
        texts, data, language = session.texts, session.project.data, session.language
        self.setWindowTitle(texts.translate("Edit", "New figure"))
        self.variable, self.level, self.kind = Chooser(), Chooser(), Chooser()
        names = {one.id: one.name.text(language) for one in data.variables.values()}
        for key, name in sorted(names.items(), key=lambda item: item[1]):
            self.variable.addItem(name, key)
        for level in AreaLevel:
            self.level.addItem(LEVELS[level].text(language), level)
        for kind, named_kind in FIGURE_KINDS.items():
            self.kind.addItem(named_kind.text(language), kind)
        self.area, self.period, self.value, self.note = (named(QLineEdit(), "numbers") for _ in range(4))
        self.period.setPlaceholderText("2025, 2025-12")
        self.unit = muted()
        self.source = SourceBox(session)
        self.fault = named(QLabel(wordWrap=True), "fault")
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox()
        self.add = buttons.addButton(texts.translate("Edit", "Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts.translate("Edit", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        value = QWidget()
        beside = QHBoxLayout(value)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.value, 1)
        beside.addWidget(self.unit)
        value.setFocusProxy(self.value)
        self.value.setAccessibleName(texts.translate("Edit", "Value"))
        form = QFormLayout()
        for label, field in (
            (texts.translate("Edit", "Variable"), self.variable),
            (texts.translate("Edit", "Level"), self.level),
            (texts.translate("Edit", "Area"), self.area),
            (texts.translate("Edit", "Period"), self.period),
            (texts.translate("Edit", "Kind"), self.kind),
            (texts.translate("Edit", "Value"), value),
            (texts.translate("Edit", "Remarks"), self.note),
            (texts.translate("Edit", "Source"), self.source),
        ):
            form.addRow(label, field)
            field.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.level.currentIndexChanged.connect(self._follow_level)
        self.variable.currentIndexChanged.connect(self._follow_variable)
        self._follow_variable()
        self._follow_level()
        self._take_place(session.view.selected)
        self.resize(460, self.sizeHint().height())

    def figure(self) -> Figure:
        """Return the figure as it stands in the fields. Raises UserError."""
        data = self._session.project.data
        value = read_number(self.value.text().strip())
        if value is None:
            raise InputError("A figure needs a number.")
        chosen = self.source.source_id()
        figure = Figure(
            id="",
            variable=str(self.variable.currentData()),
            level=AreaLevel(self.level.currentData()),
            area=self._area(),
            period=self.period.text().strip(),
            kind=str(self.kind.currentData()),
            value=value,
            bound="",
            series="",
            source_id=chosen,
            source_location="" if chosen == EDITS else self.source.location.text().strip(),
            note=self.note.text().strip(),
        )
        key = figure_key(figure)
        if any(figure_key(one) == key for one in data.figures):
            raise InputError("There is a figure of this already; change its value in the table.")
        return replace(figure, id=figure_id(figure))

    def accept(self) -> None:
        """Add the figure: one change."""
        texts = self._session.texts
        try:
            figure, new = self.figure(), self.source.new_source()
            text = texts.translate("Edit", "addition of a figure of {name}").format(name=self.variable.currentText())
            self._commands.put_figures((figure,), text, () if new is None else (new,))
        except (UserError, Refusal) as fault:
            self.fault.setText(sentence(texts, fault))
            self.fault.show()
            return
        super().accept()

    def _area(self) -> str:
        level = AreaLevel(self.level.currentData())
        data, text = self._session.project.data, self.area.text().strip()
        if level is AreaLevel.CIRCLE:
            found = next((one.id for one in data.circles.values() if text in (one.id, one.name.zh, one.name.en)), None)
            if found is None:
                raise InputError("There is no life circle {name}.", name=text[:30])
            return found
        if level in (AreaLevel.TOWN, AreaLevel.COUNTY):
            kind: PlaceKind = "town" if level is AreaLevel.TOWN else "county"
            return area_code(data.geography, kind, text, self._session.language)
        return ""

    def _follow_level(self) -> None:
        """Complete the names of the areas of the level; the nation and the classes have none."""
        level, data, language = AreaLevel(self.level.currentData()), self._session.project.data, self._session.language
        names: dict[AreaLevel, tuple[str, ...]] = {
            AreaLevel.TOWN: tuple(town.full_name(language) for town in data.towns),
            AreaLevel.COUNTY: tuple(county.name.text(language) for county in data.counties),
            AreaLevel.CIRCLE: tuple(circle.name.text(language) for circle in data.circles.values()),
        }
        self.area.clear()
        self.area.setEnabled(level in names)
        self.area.setCompleter(NameCompleter(names.get(level, ()), self.area))
        self.fault.hide()

    def _follow_variable(self) -> None:
        data = self._session.project.data
        variable = data.variables[str(self.variable.currentData())]
        self.unit.setText(unit(variable.unit).text(self._session.language))
        self.fault.hide()

    def _take_place(self, place: Place | None) -> None:
        """Begin with the area that is selected on the map."""
        data, language = self._session.project.data, self._session.language
        if place is None or place.kind == "site":
            return
        self.level.setCurrentIndex(self.level.findData(AreaLevel(place.kind)))
        names = {
            "town": lambda: data.towns[data.town_index[place.id]].full_name(language),
            "county": lambda: data.counties[data.county_index[place.id]].name.text(language),
            "circle": lambda: data.circles[place.id].name.text(language),
        }
        self.area.setText(names[place.kind]())
