"""The layers that a project brings along: name, symbol, colour and note of each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QButtonGroup,
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from data.errors import UserError
from data.model import OWN_SHAPES, Layer, OwnLayer, OwnShape
from data.own_layers import COLOURS, LONGEST_NAME, new_layer
from desktop import swatches, words
from desktop.edit.commands import EditCommands
from desktop.intake.words import COLOUR_NAMES, SHAPE_NAMES, word
from desktop.session import Session
from desktop.widgets import muted, named, text_tip

_SHAPE = (
    "QToolButton { border: 1px solid #7A8590; border-radius: 3px; padding: 2px; margin: 2px; }"
    "QToolButton:checked { border: 3px solid palette(text); margin: 0; }"
)
_COLOUR = (
    "QToolButton {{ background: {colour}; min-width: 18px; min-height: 18px; border: 1px solid #7A8590; margin: 2px; }}"
    "QToolButton:checked {{ border: 3px solid palette(text); margin: 0; }}"
)


class LayerDialog(QDialog):
    """Lists the layers on the left; the one that is chosen, or a new one, stands on the right."""

    def __init__(self, session: Session, commands: EditCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._commands = session, commands
        texts = session.texts
        self.setWindowTitle(texts.translate("Edit", "Layers of this project"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long names end in dots
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.name, self.note = (named(QLineEdit(), "numbers") for _ in range(2))
        self.name.setMaxLength(LONGEST_NAME)
        self.fault = named(QLabel(wordWrap=True), "fault")
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.count = muted(wrapped=True)
        new = new_layer(session.project.data)
        self._shape, self._colour = new.shape, new.colour
        self.new = QPushButton(texts.translate("Edit", "New layer"))
        self.delete = QPushButton(texts.translate("Edit", "Delete…"))
        self.save = QPushButton(texts.translate("Edit", "Save"))
        self._shapes = QButtonGroup(self)
        self._colours: dict[str, QToolButton] = {}
        self._lay_out()
        self.new.clicked.connect(self.begin_new)
        self.delete.clicked.connect(self.ask_delete)
        self.save.clicked.connect(self.save_layer)
        self.list.currentTextChanged.connect(self._show)
        self.name.textChanged.connect(lambda _text: self.fault.hide())
        session.project_changed.connect(self._refresh)
        self._refresh()
        self.begin_new() if not self.list.count() else self.list.setCurrentRow(0)

    def begin_new(self) -> None:
        """Ask for a layer that is not there yet."""
        self.list.setCurrentRow(-1)
        self._show("")
        self.name.setFocus()

    def chosen(self) -> str:
        """Return the name of the layer that is chosen in the list, '' for a new one."""
        item = self.list.currentItem()
        return "" if item is None else item.text()

    def save_layer(self) -> None:
        """Add the layer, or change the chosen one: one change."""
        layer = OwnLayer(self.name.text().strip(), self._shape, self._colour, self.note.text().strip())
        try:
            self._commands.put_layer(layer, self.chosen())
        except UserError as fault:
            self.fault.setText(words.error(self._session.texts, fault))
            self.fault.show()
            return
        self._refresh()
        self.list.setCurrentRow(self._row_of(layer.name))

    def ask_delete(self) -> None:
        """Take the chosen layer away; where it has sites, after a question."""
        name, texts = self.chosen(), self._session.texts
        count = self._count(name)
        if count:
            question = texts.translate(
                "Edit", "Delete the layer {name} with its sites ({count})? Undo brings them back."
            )
            box = QMessageBox(self)
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setIcon(QMessageBox.Icon.Question)
            box.setWindowTitle(self.windowTitle())
            box.setText(question.format(name=name, count=texts.number(count)))
            box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
            if box.exec() != QMessageBox.StandardButton.Yes:
                return
        self._commands.delete_layer(name)

    def _lay_out(self) -> None:
        texts = self._session.texts
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.new)
        left.addWidget(self.delete)
        shapes, colours = QHBoxLayout(), QHBoxLayout()
        for shape in OWN_SHAPES:
            button = QToolButton()
            button.setCheckable(True)
            button.setStyleSheet(_SHAPE)
            button.setToolTip(word(texts, SHAPE_NAMES[shape]))
            button.setAccessibleName(button.toolTip())
            button.clicked.connect(partial(self._choose_shape, shape))
            self._shapes.addButton(button, OWN_SHAPES.index(shape))
            shapes.addWidget(button)
        shapes.addStretch(1)
        for colour in COLOURS:
            button = QToolButton()
            button.setCheckable(True)
            button.setStyleSheet(_COLOUR.format(colour=colour))
            button.setAccessibleName(word(texts, COLOUR_NAMES[colour]))
            button.setToolTip(button.accessibleName())
            self._colours[colour] = button
            button.clicked.connect(partial(self._choose_colour, colour))
            colours.addWidget(button)
        other = QToolButton()
        other.setText(texts.translate("Edit", "Other…"))
        other.clicked.connect(self._ask_colour)
        colours.addWidget(other)
        colours.addStretch(1)
        form = QFormLayout()
        form.addRow(texts.translate("Edit", "Name"), self.name)
        form.addRow(texts.translate("Edit", "Symbol"), shapes)
        form.addRow(texts.translate("Edit", "Colour"), colours)
        form.addRow(texts.translate("Edit", "Remarks"), self.note)
        form.addRow("", self.count)
        form.addRow("", self.fault)
        self.name.setAccessibleName(texts.translate("Edit", "Name"))
        self.note.setAccessibleName(texts.translate("Edit", "Remarks"))
        close = QDialogButtonBox()
        close.addButton(self.save, QDialogButtonBox.ButtonRole.ApplyRole)
        close.addButton(texts.translate("Edit", "Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        self.new.setAutoDefault(False)
        self.delete.setAutoDefault(False)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addStretch(1)
        right.addWidget(close)
        row = QHBoxLayout(self)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        row.setSpacing(12)
        self.save.setDefault(True)  # of the dialog, so only now that it stands in it
        self.resize(680, 340)

    def _refresh(self) -> None:
        """Follow the project."""
        before = self.chosen()
        data = self._session.project.data
        self.list.blockSignals(True)
        self.list.clear()
        for layer in data.own_layers.values():
            self.list.addItem(layer.name)
            item = self.list.item(self.list.count() - 1)
            item.setIcon(swatches.site_icon(layer, self._session.view.theme))
            item.setToolTip(text_tip(layer.name))
        self.list.setCurrentRow(self._row_of(before))
        self.list.blockSignals(False)
        self._show(self.chosen())

    def _row_of(self, name: str) -> int:
        return next((row for row in range(self.list.count()) if self.list.item(row).text() == name), -1)

    def _count(self, name: str) -> int:
        return sum(site.category == name for site in self._session.project.data.sites_of(Layer.OWN))

    def _show(self, name: str) -> None:
        """Show a layer, or what a new one would be: with the first symbol and colour that no other has."""
        layers = self._session.project.data.own_layers
        layer = layers.get(name)
        texts = self._session.texts
        if layer is None:
            new = new_layer(self._session.project.data)
            self._shape, self._colour = new.shape, new.colour
            self.name.clear()
            self.note.clear()
            self.count.setText(texts.translate("Edit", "A new layer holds sites of a kind that the others have not."))
        else:
            self._shape, self._colour = layer.shape, layer.colour
            self.name.setText(layer.name)
            self.name.setCursorPosition(0)
            self.note.setText(layer.note)
            template = texts.translate("Edit", "Sites: {count}")
            self.count.setText(template.format(count=texts.number(self._count(name))))
        self.delete.setEnabled(layer is not None)
        self.fault.hide()
        self._draw()

    def _choose_shape(self, shape: OwnShape) -> None:
        self._shape = shape
        self._draw()

    def _choose_colour(self, colour: str) -> None:
        self._colour = colour
        self._draw()

    def _ask_colour(self) -> None:
        chosen = QColorDialog.getColor(QColor(self._colour), self)
        if chosen.isValid():
            self._choose_colour(chosen.name().upper())

    def _draw(self) -> None:
        for number, shape in enumerate(OWN_SHAPES):
            button = self._shapes.button(number)
            button.setIcon(swatches.site_icon(OwnLayer("", shape, self._colour), self._session.view.theme))
            button.setChecked(shape == self._shape)
        for colour, patch in self._colours.items():
            patch.setChecked(colour == self._colour)
