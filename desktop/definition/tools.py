"""What a stroke does and touches: the choices beside the map of the editor."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from data.own_definitions import Stroke
from data.search import search
from desktop.definition.brush_map import BrushMap, Shape
from desktop.definition.state import EditorState
from desktop.session import Session
from desktop.widgets import muted, named
from desktop.words import mark

STROKES: Mapping[Stroke, tuple[str, str]] = {
    "move": (
        mark("DefinitionEditor", "Move in"),
        mark("DefinitionEditor", "Into the chosen circle, and out of all others"),
    ),
    "add": (
        mark("DefinitionEditor", "Share"),
        mark("DefinitionEditor", "Into the chosen circle, and still in the others: the township is shared"),
    ),
    "erase": (
        mark("DefinitionEditor", "Take out"),
        mark("DefinitionEditor", "Out of the chosen circle; so does the right mouse button"),
    ),
}
SHAPES: Mapping[Shape, tuple[str, str]] = {
    "brush": (
        mark("DefinitionEditor", "Brush"),
        mark("DefinitionEditor", "Every township that the pressed mouse crosses"),
    ),
    "rectangle": (
        mark("DefinitionEditor", "Rectangle"),
        mark("DefinitionEditor", "Every township whose middle lies in a rectangle"),
    ),
    "lasso": (
        mark("DefinitionEditor", "Lasso"),
        mark("DefinitionEditor", "Every township whose middle lies inside a line drawn round it"),
    ),
}


class Tools(QWidget):
    """Sets what the strokes on the map do; a place that is typed is a stroke as well."""

    not_found = Signal(str)
    """what was typed and is no township or county"""

    def __init__(self, session: Session, state: EditorState, brush: BrushMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._state, self._map = session, state, brush
        self.counties = QCheckBox()
        self.place = named(QLineEdit(), "numbers")
        self._stroke_label, self._shape_label = muted(), muted()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        self.strokes = {key: self._choice(grid, 0, column) for column, key in enumerate(STROKES, start=1)}
        self.shapes = {key: self._choice(grid, 1, column) for column, key in enumerate(SHAPES, start=1)}
        for row, (label, buttons) in enumerate(
            ((self._stroke_label, self.strokes.values()), (self._shape_label, self.shapes.values()))
        ):
            grid.addWidget(label, row, 0)
            group = QButtonGroup(self)
            for button in buttons:
                group.addButton(button)
        grid.addWidget(self.counties, 2, 1, 1, 3)
        grid.addWidget(self.place, 3, 0, 1, 4)
        for stroke, button in self.strokes.items():
            button.clicked.connect(lambda _checked, one=stroke: state.set_stroke(one))
        for shape, button in self.shapes.items():
            button.clicked.connect(lambda _checked, one=shape: self._set_shape(one))
        self.counties.toggled.connect(self._set_counties)
        self.place.returnPressed.connect(self._paint_place)
        state.brush_changed.connect(self.refresh)
        state.changed.connect(self.refresh)

    def retranslate(self) -> None:
        texts = self._session.texts
        self._stroke_label.setText(texts.translate("DefinitionEditor", "A stroke"))
        self._shape_label.setText(texts.translate("DefinitionEditor", "touches by"))
        for stroke, button in self.strokes.items():
            self._name(button, *STROKES[stroke])
        for shape, button in self.shapes.items():
            self._name(button, *SHAPES[shape])
        self.counties.setText(texts.translate("DefinitionEditor", "Whole counties"))
        self.counties.setToolTip(
            texts.translate("DefinitionEditor", "All townships of every county that the stroke touches")
        )
        words = texts.translate("DefinitionEditor", "Township or county; Enter paints it")
        self.place.setPlaceholderText(words)
        self.place.setAccessibleName(words)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen, and let the map paint so."""
        state, data = self._state, self._session.project.data
        self.strokes[state.stroke].setChecked(True)
        self.shapes[self._map.shape].setChecked(True)
        self.strokes["add"].setEnabled(bool(state.circle))
        self.strokes["erase"].setEnabled(bool(state.circle))
        self._map.erases = state.stroke == "erase"
        self._map.set_colour(data.circles[state.circle].colour if state.circle else "")

    @staticmethod
    def _choice(grid: QGridLayout, row: int, column: int) -> QToolButton:
        button = named(QToolButton(), "choice")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid.addWidget(button, row, column)
        return button

    def _name(self, button: QToolButton, name: str, tip: str) -> None:
        texts = self._session.texts
        button.setText(texts.translate("DefinitionEditor", name))
        button.setToolTip(texts.translate("DefinitionEditor", tip))
        button.setAccessibleDescription(button.toolTip())

    def _set_shape(self, shape: Shape) -> None:
        self._map.shape = shape
        self._map.give_up()

    def _set_counties(self, on: bool) -> None:
        self._map.whole_counties = on

    def _paint_place(self) -> None:
        """Paint the township or county that was typed."""
        text = self.place.text()
        data = self._session.project.embedded
        found = next((hit.place for hit in search(data, text) if hit.place.kind in ("town", "county")), None)
        if found is None:
            self.not_found.emit(text)
            return
        codes = {town.code for town in data.towns if found.id in (town.code, town.county.code)}
        self._state.paint(frozenset(codes))
        self.place.clear()
