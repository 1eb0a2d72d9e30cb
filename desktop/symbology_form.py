"""The parts that the sections of the symbology panel are built of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.session import Session
from desktop.widgets import Chooser, heading, muted, named, text_tip
from maps.texts import Texts
from maps.view import LayerName

_LETTERS = 10
"""Letters that a closed chooser always has room for."""


class WordChooser(Chooser):
    """Chooses among the rows of a table of words; ``chosen`` tells only of what the user picks."""

    chosen = Signal(object)

    def __init__(self, context: str, table: Mapping[Any, str]) -> None:
        super().__init__()
        self._context, self._table = context, table
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def retranslate(self, texts: Texts) -> None:
        chosen = self.currentData()
        self.clear()
        for value, word in self._table.items():
            self.addItem(texts.translate(self._context, word), value)
        self.set_value(chosen)

    def set_value(self, value: object) -> None:
        """Show a value as the chosen one."""
        self.setCurrentIndex(self.findData(value))
        self.setToolTip(text_tip(self.currentText()))


class Section(QWidget):
    """A heading, or a box that switches a layer, above labelled controls that the layer gives a meaning."""

    def __init__(self, session: Session, layer: LayerName | None = None) -> None:
        super().__init__()
        self.session = session
        self.layer = layer
        self.box = named(QCheckBox(), "heading") if layer else None
        self._title: QWidget = self.box or heading()
        if self.box is not None and layer is not None:
            self.box.clicked.connect(lambda shown: session.set_layer(layer, shown))
            self.setFocusProxy(self.box)
        self.body = QWidget()
        self.form = QFormLayout(self.body)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setVerticalSpacing(5)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self.body)

    def add(self, control: QWidget) -> QLabel:
        """Put a control under the others and return its label."""
        label = muted()
        label.setBuddy(control)
        control.setSizePolicy(QSizePolicy.Policy.Expanding, control.sizePolicy().verticalPolicy())
        self.form.addRow(label, control)
        return label

    def add_wide(self, control: QWidget) -> tuple[QLabel, QWidget]:
        """Put a control under its label, as wide as the section; return the label, and the row that holds both."""
        row, label = QWidget(), muted()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(control)
        label.setBuddy(control)
        control.setSizePolicy(QSizePolicy.Policy.Expanding, control.sizePolicy().verticalPolicy())
        self.form.addRow(row)
        return label, row

    def set_title(self, text: str) -> None:
        if isinstance(self._title, QCheckBox | QLabel):
            self._title.setText(text)

    def name(self, label: QLabel, control: QWidget, text: str) -> None:
        """Write the label of a control, which is its name to a screen reader too."""
        label.setText(text)
        control.setAccessibleName(text)

    def refresh(self) -> None:
        """Show whether the layer is on; without it nothing in the section could be seen."""
        if self.box is not None:
            shown = self.layer in self.session.view.layers
            self.box.setChecked(shown)
            self.body.setEnabled(shown)
