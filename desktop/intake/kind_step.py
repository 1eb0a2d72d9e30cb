"""The second step: what the rows are, and what only rows of that kind need to be told."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from data.intake.plan import SITE_KINDS, Kind
from data.model import AreaLevel, Name, OwnLayer, Status, Variable
from data.own_layers import LONGEST_NAME
from data.vocabulary import unit
from desktop import swatches
from desktop.intake import sources
from desktop.intake.state import ImportState
from desktop.intake.step import Step, scrolled
from desktop.intake.words import COLOUR_NAMES, KIND_ABOUT, KIND_NAMES, LEVEL_NAMES, SHAPE_NAMES, STATUS_NAMES, word
from desktop.session import Session
from desktop.sheet_fields import chooser, name, row, show
from desktop.widgets import heading, muted, named
from desktop.words import mark

_ROLES = {
    "": mark("Intake", "As a column says"),
    "spoke": mark("Intake", "Points where patients are"),
    "hub": mark("Intake", "Hub hospitals"),
}
_LEVELS = (AreaLevel.TOWN, AreaLevel.COUNTY, AreaLevel.NATION)
_PERIOD = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NEW = "new"
_NAME_AND_UNIT = re.compile(r"(?P<name>.*[^\s(（])\s*[(（](?P<unit>[^()（）]{1,12})[)）]\s*", re.DOTALL)
"""The name of a column that ends with its unit: 涵蓋率(%)."""


class KindStep(Step):
    """Seven kinds with a line on each; beside them the fields of the one that is chosen."""

    def __init__(self, state: ImportState, session: Session) -> None:
        super().__init__(state, session)
        self.buttons: dict[Kind, QRadioButton] = {}
        self._abouts: dict[Kind, QLabel] = {}
        group = QButtonGroup(self)
        kinds = QWidget()
        column = QVBoxLayout(kinds)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(2)
        for kind in KIND_NAMES:
            button, about = QRadioButton(), muted(wrapped=True)
            about.setContentsMargins(22, 0, 0, 8)
            about.setBuddy(button)
            button.clicked.connect(lambda _on, kind=kind: state.change_kind(kind))
            group.addButton(button)
            self.buttons[kind], self._abouts[kind] = button, about
            column.addWidget(button)
            column.addWidget(about)
        column.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(scrolled(kinds), 1)
        across.addWidget(scrolled(self._add_details()), 1)
        self.body.addLayout(across, 1)

    def _add_details(self) -> QWidget:
        self.details = heading()
        self.layer_name, self.shape, self.colour = chooser(), chooser(), chooser()
        self.layer_name.setEditable(True)
        self.layer_name.setInsertPolicy(self.layer_name.InsertPolicy.NoInsert)
        self.status, self.role = chooser(), chooser()
        self.variable, self.level, self.period = chooser(), chooser(), named(QLineEdit(), "numbers")
        self.new_zh, self.new_en, self.new_unit, self.new_definition = (named(QLineEdit(), "numbers") for _ in range(4))
        for field, most in ((self.new_zh, 80), (self.new_en, 120), (self.new_unit, 40), (self.new_definition, 400)):
            field.setMaxLength(most)
            field.editingFinished.connect(self._set_new_variable)
        form_widget = QWidget()
        self._form = form = QFormLayout(form_widget)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.details)
        self._fields: tuple[QWidget, ...] = (
            self.layer_name,
            self.shape,
            self.colour,
            self.role,
            self.status,
            self.variable,
            self.new_zh,
            self.new_en,
            self.new_unit,
            self.new_definition,
            self.level,
            self.period,
        )
        self._labels = [row(form, field) for field in self._fields]
        line = self.layer_name.lineEdit()
        assert line is not None
        named(line, "numbers").setMaxLength(LONGEST_NAME)
        line.editingFinished.connect(self._set_layer)
        self.layer_name.activated.connect(self._take_layer)
        self.shape.activated.connect(self._set_layer)
        self.colour.activated.connect(self._set_layer)
        self.status.activated.connect(lambda _: self.state.change(status=Status(self.status.currentData())))
        self.role.activated.connect(lambda _: self.state.change(category=self.role.currentData()))
        self.variable.activated.connect(self._set_variable)
        self.level.activated.connect(lambda _: self.state.change(level=AreaLevel(self.level.currentData())))
        self.period.editingFinished.connect(self._set_period)
        return form_widget

    def retranslate(self) -> None:
        texts = self.session.texts
        self.title.setText(texts.translate("Intake", "What the rows are"))
        self.about.setText(texts.translate("Intake", "This decides which measures and which layer the rows go to."))
        self.details.setText(texts.translate("Intake", "More about them"))
        for kind, button in self.buttons.items():
            button.setText(word(texts, KIND_NAMES[kind]))
            about = word(texts, KIND_ABOUT[kind])
            self._abouts[kind].setText(about)
            button.setAccessibleDescription(about)
        names = (
            texts.translate("Intake", "&Name of the layer"),
            texts.translate("Intake", "&Symbol"),
            texts.translate("Intake", "&Colour"),
            texts.translate("Intake", "&Role"),
            texts.translate("Intake", "S&tatus"),
            texts.translate("Intake", "&Measured"),
            texts.translate("Intake", "Name in &Chinese"),
            texts.translate("Intake", "Name in &English"),
            texts.translate("Intake", "&Unit"),
            texts.translate("Intake", "&What counts"),
            texts.translate("Intake", "&Areas"),
            texts.translate("Intake", "Perio&d"),
        )
        for label, field, text in zip(self._labels, self._fields, names, strict=True):
            name(label, text, field)
        self.period.setPlaceholderText(texts.translate("Intake", "2026-03 or 115/3/1"))
        self.new_definition.setPlaceholderText(texts.translate("Intake", "what is counted, and who reported it"))
        for box, table in ((self.shape, SHAPE_NAMES), (self.status, STATUS_NAMES), (self.role, _ROLES)):
            box.clear()
            for value, text in table.items():
                box.addItem(word(texts, text), value)
        self.colour.clear()
        for colour, text in COLOUR_NAMES.items():
            self.colour.addItem(swatches.circle_chip(colour), word(texts, text), colour)
        self.level.clear()
        for level in _LEVELS:
            text = texts.translate("Intake", "Rural, non-rural, nation") if level is AreaLevel.NATION else ""
            self.level.addItem(text or word(texts, LEVEL_NAMES[level]), level)
        self._fill_variables()
        self.refresh()

    def refresh(self) -> None:
        plan = self.state.plan
        if plan is None:
            return
        self.buttons[plan.kind].setChecked(True)
        self._show_layer()
        show(self.status, plan.status)
        show(self.role, plan.category)
        self._show_variable()
        show(self.level, plan.level)
        if not self.period.hasFocus():
            self.period.setText(plan.period)
        own, figures = plan.kind == "own", plan.kind == "figures"
        new = figures and self.variable.currentData() == _NEW
        shown: dict[QWidget, bool] = {
            **dict.fromkeys((self.layer_name, self.shape, self.colour), own),
            self.role: plan.kind == "telemedicine",
            self.status: plan.kind in SITE_KINDS,
            self.variable: figures,
            **dict.fromkeys((self.new_zh, self.new_en, self.new_unit, self.new_definition), new),
            self.level: figures,
            self.period: plan.kind not in SITE_KINDS,
        }
        for field, visible in shown.items():
            self._form.setRowVisible(field, visible)
        self.period.setEnabled("period" not in plan.columns)

    # --- a layer of one's own ---------------------------------------------------------------------------------------

    def _show_layer(self) -> None:
        plan = self.state.plan
        layer = plan.layer if plan is not None else None
        line = self.layer_name.lineEdit()
        if layer is None or (line is not None and line.hasFocus()):
            return
        self.layer_name.clear()
        self.layer_name.addItems(list(self.state.data.own_layers))
        self.layer_name.setEditText(layer.name)
        for at in range(self.shape.count()):
            shaped = replace(layer, shape=self.shape.itemData(at))
            self.shape.setItemIcon(at, swatches.site_icon(shaped, self.session.view.theme))
        show(self.shape, layer.shape)
        if self.colour.findData(layer.colour) < 0:
            self.colour.addItem(swatches.circle_chip(layer.colour), layer.colour, layer.colour)
        show(self.colour, layer.colour)

    def _take_layer(self) -> None:
        layer = self.state.data.own_layers.get(self.layer_name.currentText())
        if layer is not None:
            self.state.change(layer=layer)

    def _set_layer(self) -> None:
        plan = self.state.plan
        if plan is None:
            return
        words = " ".join(self.layer_name.currentText().split())
        note = plan.layer.note if plan.layer is not None else ""
        self.state.change(layer=OwnLayer(words, self.shape.currentData(), self.colour.currentData(), note))

    # --- figures ----------------------------------------------------------------------------------------------------

    def _fill_variables(self) -> None:
        texts = self.session.texts
        self.variable.clear()
        self.variable.addItem(texts.translate("Intake", "Choose …"), "")
        self.variable.addItem(texts.translate("Intake", "Something new …"), _NEW)
        variables = self.state.data.variables.values()
        for one in sorted(variables, key=lambda variable: variable.name.text(texts.language)):
            of = unit(one.unit).text(texts.language)
            shown = (f"（{of}）" if texts.language == "zh" else f" ({of})") if of else ""
            self.variable.addItem(one.name.text(texts.language) + shown, one.id)

    def _show_variable(self) -> None:
        plan = self.state.plan
        variable = plan.variable if plan is not None else None
        if variable is None:
            if self.variable.currentData() != _NEW:
                show(self.variable, "")
        elif variable.id in self.state.data.variables:
            show(self.variable, variable.id)
        else:
            show(self.variable, _NEW)
            for field, text in (
                (self.new_zh, variable.name.zh),
                (self.new_en, variable.name.en),
                (self.new_unit, variable.unit),
                (self.new_definition, variable.definition.zh),
            ):
                if not field.hasFocus():
                    field.setText(text)

    def _set_variable(self) -> None:
        chosen = self.variable.currentData()
        if chosen == _NEW:
            self.state.change(variable=None)
            self._name_as_column()
            self._set_new_variable()
            self.refresh()
            self.new_zh.setFocus(Qt.FocusReason.OtherFocusReason)
            self.new_zh.selectAll()
        else:
            self.state.change(variable=self.state.data.variables.get(chosen))

    def _name_as_column(self) -> None:
        """Propose what the column of the numbers is called, with the unit that stands behind it."""
        plan, now = self.state.plan, self.state.now
        column = plan.columns.get("value") if plan is not None else None
        if column is None or now is None or self.new_zh.text() or self.new_en.text():
            return
        heading_ = now.guess.header.names[column].strip()
        parts = _NAME_AND_UNIT.fullmatch(heading_)
        self.new_zh.setText(parts["name"] if parts else heading_)
        if parts and not self.new_unit.text():
            self.new_unit.setText(parts["unit"].strip())

    def _set_new_variable(self) -> None:
        plan = self.state.plan
        zh, en = self.new_zh.text().strip(), self.new_en.text().strip()
        if plan is None or self.variable.currentData() != _NEW:
            return
        if not (zh or en):
            self.state.change(variable=None)
            return
        known = self.state.data.variables
        id_ = next(one for number in count(1) if (one := f"own-variable-{number}") not in known)
        base = Variable(id_, Name(zh or en, en), self.new_unit.text().strip())
        self.state.change(variable=replace(base, definition=Name(self.new_definition.text().strip())))

    def _set_period(self) -> None:
        text = sources.as_date(self.period.text())
        if not text or _PERIOD.fullmatch(text):
            self.state.change(period=text)
        else:
            self.period.setText(self.state.plan.period if self.state.plan is not None else "")
