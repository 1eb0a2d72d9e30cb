"""The left dock: layers with their signs and counts, the choropleth chooser, the circles."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from data.balance.indicators import BROADBAND_INDICATORS, INDICATORS
from data.model import Place
from desktop import layers, readings, swatches
from desktop.session import Session
from desktop.widgets import Chooser, heading, muted, named
from maps.legend import coverage_definition
from maps.view import LayerName

_PLACE = Qt.ItemDataRole.UserRole
_ROW_MARGIN, _ROW_PADDING = 13, 8
"""Pixels beside the chip and the name of a circle, and above and below it: less wraps names later than Qt does."""


class _CircleList(QListWidget):
    """As high as its rows at its present width, because names wrap; the panel around it scrolls."""

    def fit(self) -> None:
        """Give every row the height of its wrapped name."""
        room = self.viewport().width() - swatches.SIZE - _ROW_MARGIN
        total = 0
        for row in range(self.count()):
            item = self.item(row)
            wrapped = self.fontMetrics().boundingRect(0, 0, room, 1000, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(0, wrapped.height() + _ROW_PADDING))
            total += wrapped.height() + _ROW_PADDING
        self.setFixedHeight(total)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class LayersPanel(QScrollArea):
    """Switches layers on and off, chooses what colours the towns, and brings circles into view."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self._inside = named(QWidget(), "panel")
        self._layers_title = heading()
        self._circles_title = heading()
        self._hint = muted(wrapped=True)
        self.boxes: dict[LayerName, QCheckBox] = {}
        self._counts: dict[LayerName, QLabel] = {}
        self.chooser = Chooser()
        self.chooser.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._meaning = muted(wrapped=True)
        self._meaning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.circles = named(_CircleList(), "circles")
        self.circles.setFrameShape(QFrame.Shape.NoFrame)
        self.circles.setWordWrap(True)
        self.circles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.circles.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.circles.setIconSize(QSize(swatches.SIZE, swatches.SIZE))
        self._lay_out()

        self.chooser.activated.connect(lambda row: session.set_choropleth(self.chooser.itemData(row)))
        self.circles.itemClicked.connect(self._zoom_to)
        self.circles.itemActivated.connect(self._zoom_to)
        session.layers_changed.connect(self.refresh_layers)
        session.project_changed.connect(self.retranslate)
        session.language_changed.connect(self.retranslate)
        session.theme_changed.connect(self._draw_icons)
        session.selection_changed.connect(self._follow_selection)
        self._draw_icons()
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word and number again, for another language or another project."""
        texts, project = self._session.texts, self._session.project
        self._layers_title.setText(texts.translate("LayersPanel", "Layers"))
        self._circles_title.setText(texts.translate("LayersPanel", "Life circles"))
        self._hint.setText(texts.translate("LayersPanel", "Click a circle to bring it into view."))
        for spec in layers.LAYERS:
            box, number = self.boxes[spec.id], layers.count(project, spec.id)
            box.setText(texts.translate("Layer", spec.name))
            box.setToolTip(texts.translate("Layer", spec.tip))
            box.setAccessibleDescription(texts.translate("Layer", spec.tip))
            self._counts[spec.id].setText("" if number is None else texts.number(number))
        self.chooser.setAccessibleName(texts.translate("LayersPanel", "Indicator that colours the townships"))
        self.chooser.clear()
        for indicator_id in BROADBAND_INDICATORS:
            indicator = INDICATORS[indicator_id]
            self.chooser.addItem(indicator.name.text(texts.language), indicator_id)
            self.chooser.setItemData(
                self.chooser.count() - 1, indicator.name.text(texts.language), Qt.ItemDataRole.ToolTipRole
            )
        self.circles.setAccessibleName(texts.translate("LayersPanel", "Life circles"))
        self._list_circles()
        self.refresh_layers()
        # The layout learns of new words with its next event.
        QTimer.singleShot(0, self, self._keep_counts)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now the style sheet has its say about the width of everything.
        self._keep_counts()

    def _keep_counts(self) -> None:
        """Keep the counts at the right edge in sight, also when the scroll bar comes up."""
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self._inside.minimumSizeHint().width() + bar)

    def refresh_layers(self) -> None:
        """Show which layers are on and what the chosen indicator means."""
        texts, view = self._session.texts, self._session.view
        for layer, box in self.boxes.items():
            box.setChecked(layer in view.layers)
        self.chooser.setCurrentIndex(self.chooser.findData(view.choropleth))
        self._meaning.setVisible("choropleth" in view.layers)
        indicator = INDICATORS[view.choropleth]
        language = texts.language
        unit = texts.translate("LayersPanel", "Unit: {unit}").format(unit=indicator.unit.text(language))
        when = indicator.period or texts.translate("LayersPanel", "undated")
        period = texts.translate("LayersPanel", "Period: {period}").format(period=when)
        covered = coverage_definition(self._session.project.data, indicator, texts)
        lines = (f"{unit}　{period}", covered or indicator.formula.text(language))
        self._meaning.setText("\n".join(lines))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(4)
        column.addWidget(self._layers_title)
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for row, spec in enumerate(layers.LAYERS):
            box, number = QCheckBox(), muted()
            box.setIconSize(QSize(swatches.SIZE, swatches.SIZE))
            box.clicked.connect(lambda shown, layer=spec.id: self._session.set_layer(layer, shown))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(box, row, 0)
            grid.addWidget(number, row, 1)
            self.boxes[spec.id], self._counts[spec.id] = box, number
        column.addLayout(grid)
        column.addWidget(self.chooser)
        column.addWidget(self._meaning)
        column.addSpacing(10)
        column.addWidget(self._circles_title)
        column.addWidget(self.circles)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.setWidget(self._inside)

    def _list_circles(self) -> None:
        project, texts = self._session.project, self._session.texts
        self.circles.clear()
        for circle_id in project.definition.circles:
            circle = project.data.circles[circle_id]
            item = QListWidgetItem(swatches.circle_chip(circle.colour), circle.name.text(texts.language))
            place = Place("circle", circle_id)
            item.setData(_PLACE, place)
            item.setToolTip(readings.line(project, self._session.view, place, texts))
            self.circles.addItem(item)
        self.circles.fit()
        self._follow_selection()

    def _follow_selection(self) -> None:
        selected = self._session.view.selected
        for row in range(self.circles.count()):
            if self.circles.item(row).data(_PLACE) == selected:
                self.circles.setCurrentRow(row)
                return
        self.circles.setCurrentRow(-1)

    def _zoom_to(self, item: QListWidgetItem) -> None:
        self._session.select(item.data(_PLACE), zoom=True)

    def _draw_icons(self) -> None:
        for layer, box in self.boxes.items():
            box.setIcon(swatches.layer_icon(layer, self._session.view.theme))
