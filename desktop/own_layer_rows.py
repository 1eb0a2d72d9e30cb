"""The rows of the project's own layers in the left dock: sign, name and count of each, to be hidden one by one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QWidget

from data.model import OwnLayer
from desktop import swatches
from desktop.session import Session
from desktop.widgets import muted, text_tip
from maps.site_layers import own_layers, sites_in

_INDENT = 18
"""Pixels by which the rows stand in from that of all own layers together."""
_BESIDE, _LEAST = 30, 60
"""Pixels of the box to tick and of the gaps, and the least that is left for a name before the dock has its width."""


class OwnLayerRows(QWidget):
    """As many rows as the project has layers of its own; none, and no room, where it has none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._layers: tuple[OwnLayer, ...] = ()
        self.boxes: dict[str, QCheckBox] = {}
        self._counts: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_INDENT, 0, 0, 0)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self.hide()

    def refresh(self) -> None:
        """Show the layers of the project, which of them are on, and how many sites they have."""
        session = self._session
        project, view = session.project, session.view
        shown = (project if view.side == "baseline" else project.what_if).data
        layers = own_layers(project.data)
        if layers != self._layers:
            self._list(layers)
        for layer in layers:
            box = self.boxes[layer.name]
            box.setChecked(layer.name not in view.hidden_own)
            box.setEnabled("own" in view.layers)
            self._counts[layer.name].setText(session.texts.number(len(sites_in(shown, layer))))

    def draw_icons(self) -> None:
        """Draw the signs again, in the colours of another theme."""
        for layer in self._layers:
            self.boxes[layer.name].setIcon(swatches.site_icon(layer, self._session.view.theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_names()

    def _list(self, layers: tuple[OwnLayer, ...]) -> None:
        for widget in (*self.boxes.values(), *self._counts.values()):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._layers, self.boxes, self._counts = layers, {}, {}
        for row, layer in enumerate(layers):
            box, number = QCheckBox(), muted()
            box.setIconSize(QSize(swatches.SIZE, swatches.SIZE))
            # A long name is cut, and never widens the dock.
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.setAccessibleName(layer.name)
            box.setToolTip(text_tip("\n".join(filter(None, (layer.name, layer.note)))))
            box.clicked.connect(lambda shown, name=layer.name: self._session.set_own_layer(name, shown))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(box, row, 0)
            self._grid.addWidget(number, row, 1)
            self.boxes[layer.name], self._counts[layer.name] = box, number
        self.setVisible(bool(layers))
        self.draw_icons()
        self._write_names()

    def _write_names(self) -> None:
        for name, box in self.boxes.items():
            room = box.width() - swatches.SIZE - _BESIDE
            line = " ".join(name.split())
            # An ampersand would underline the letter behind it.
            cut = box.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, max(room, _LEAST))
            box.setText(cut.replace("&", "&&"))
