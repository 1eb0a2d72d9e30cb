"""The left dock: layers with their signs and counts, what colours the map, the circles."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from data.balance.evaluate import INDEX, SIDES, indicator_of
from data.balance.groups import By
from data.model import Place
from desktop import layers, readings, swatches
from desktop.column_panel import ColumnPanel
from desktop.indicator_chooser import IndicatorChooser
from desktop.own_layer_rows import OwnLayerRows
from desktop.session import Session
from desktop.widgets import Chooser, heading, muted, named, text_tip
from desktop.words import mark
from maps.legend import coverage_definition
from maps.showing import better_words, figures_period
from maps.view import LayerName

LEVELS: tuple[tuple[By, str], ...] = (
    ("town", mark("LayersPanel", "Townships")),
    ("county", mark("LayersPanel", "Counties and cities")),
    ("circle", mark("LayersPanel", "Life circles")),
)
SIDE_NAMES = {
    "baseline": mark("LayersPanel", "Baseline"),
    "scenario": mark("LayersPanel", "Scenario"),
    "difference": mark("LayersPanel", "Difference"),
}

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


class LayersPanel(ColumnPanel):
    """Switches layers on and off, chooses what colours the map and by what areas, and brings circles into view."""

    symbology_requested = Signal()
    """the user wants to choose classes, colours and symbols"""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session

        self._layers_title = heading()
        self._circles_title = heading()
        self._hint = muted(wrapped=True)
        self.boxes: dict[LayerName, QCheckBox] = {}
        self._counts: dict[LayerName, QLabel] = {}
        self.own = OwnLayerRows(session)
        self.chooser = IndicatorChooser()
        self.level = Chooser()
        self.side = Chooser()
        for chooser in (self.chooser, self.level, self.side):
            chooser.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.symbology = named(QToolButton(), "quiet")
        self.symbology.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._level_label, self._side_label = muted(), muted()
        self._meaning = muted(wrapped=True)
        self._meaning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.circles = named(_CircleList(), "circles")
        self.circles.setFrameShape(QFrame.Shape.NoFrame)
        self.circles.setWordWrap(True)
        self.circles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.circles.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.circles.setIconSize(QSize(swatches.SIZE, swatches.SIZE))
        self._lay_out()

        self.chooser.chosen.connect(session.set_choropleth)
        self.level.activated.connect(lambda row: session.set_level(self.level.itemData(row)))
        self.side.activated.connect(lambda row: session.set_side(self.side.itemData(row)))
        self.symbology.clicked.connect(self.symbology_requested)
        self.circles.itemClicked.connect(self._zoom_to)
        self.circles.itemActivated.connect(self._zoom_to)
        self.circles.setMouseTracking(True)
        self.circles.itemEntered.connect(self._tell)
        session.layers_changed.connect(self.refresh_layers)
        session.project_changed.connect(self._follow_project)
        session.index_changed.connect(self.refresh_layers)
        session.language_changed.connect(self.retranslate)
        session.theme_changed.connect(self._draw_icons)
        session.selection_changed.connect(self._follow_selection)
        self._draw_icons()
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word and number again, for another language or another project."""
        texts = self._session.texts
        self._layers_title.setText(texts.translate("LayersPanel", "Layers"))
        self._circles_title.setText(texts.translate("LayersPanel", "Life circles"))
        self._hint.setText(texts.translate("LayersPanel", "Click a circle to bring it into view."))
        for spec in layers.LAYERS:
            box = self.boxes[spec.id]
            box.setText(texts.translate("Layer", spec.name))
            box.setToolTip(texts.translate("Layer", spec.tip))
            box.setAccessibleDescription(texts.translate("Layer", spec.tip))
        self._fill_choosers()
        self.symbology.setText(texts.translate("LayersPanel", "Symbology…"))
        tip = texts.translate("LayersPanel", "Classes, colours, symbols and names on the map")
        self.symbology.setToolTip(f"{tip}  F7")
        self.symbology.setAccessibleDescription(tip)
        self.circles.setAccessibleName(texts.translate("LayersPanel", "Life circles"))
        self._list_circles()
        self.refresh_layers()
        self.keep_width_later()

    def refresh_layers(self) -> None:
        """Show which layers are on and what the chosen indicator means."""
        texts, view = self._session.texts, self._session.view
        project = self._session.project
        there = {spec.id for spec in layers.listed(project)}
        for layer, box in self.boxes.items():
            box.setChecked(layer in view.layers)
            box.setVisible(layer in there)
            self._counts[layer].setVisible(layer in there)
        self.own.refresh()
        self.chooser.set_id(view.choropleth)
        self.level.setCurrentIndex(self.level.findData(view.level))
        self.level.setEnabled("choropleth" in view.layers)
        self.side.setCurrentIndex(self.side.findData(view.side))
        for widget in (self.side, self._side_label):
            widget.setVisible(not project.scenario.is_empty)
        shown = project if view.side == "baseline" else project.what_if
        for layer, number in self._counts.items():
            found = layers.count(shown, layer)
            number.setText("" if found is None else texts.number(found))
        self._meaning.setVisible("choropleth" in view.layers)
        indicator = indicator_of(project, view.choropleth)
        language = texts.language
        facts = [texts.translate("LayersPanel", "Unit: {unit}").format(unit=indicator.unit.text(language))]
        if indicator.id != INDEX:
            when = figures_period(texts, indicator)
            facts.append(texts.translate("LayersPanel", "Period: {period}").format(period=when))
        facts.append(better_words(texts, indicator))
        covered = coverage_definition(project.data, indicator, texts)
        formula = indicator.formula.text(language)
        # The notes behind the formula are for who asks; here they would push the circles out of sight.
        lines = ("　".join(filter(None, facts)), covered or formula.partition("；" if language == "zh" else "; ")[0])
        self._meaning.setText("\n".join(lines))
        self._meaning.setToolTip(text_tip(formula))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(4)
        column.addWidget(self._layers_title)
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for spec in layers.LAYERS:
            row = grid.rowCount()
            box, number = QCheckBox(), muted()
            box.setIconSize(QSize(swatches.SIZE, swatches.SIZE))
            box.clicked.connect(lambda shown, layer=spec.id: self._session.set_layer(layer, shown))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(box, row, 0)
            grid.addWidget(number, row, 1)
            self.boxes[spec.id], self._counts[spec.id] = box, number
            if spec.id == "own":
                grid.addWidget(self.own, row + 1, 0, 1, 2)
        column.addLayout(grid)
        column.addWidget(self.chooser)
        how = QGridLayout()
        how.setColumnStretch(1, 1)
        how.setVerticalSpacing(4)
        for row, (label, chooser) in enumerate(((self._level_label, self.level), (self._side_label, self.side))):
            label.setBuddy(chooser)
            how.addWidget(label, row, 0)
            how.addWidget(chooser, row, 1)
        column.addLayout(how)
        column.addWidget(self.symbology)
        column.addWidget(self._meaning)
        column.addSpacing(10)
        column.addWidget(self._circles_title)
        column.addWidget(self.circles)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.setWidget(self.inside)

    def _fill_choosers(self) -> None:
        texts = self._session.texts
        self.chooser.setAccessibleName(texts.translate("LayersPanel", "Indicator that colours the map"))
        self.chooser.fill(self._session)
        self._level_label.setText(texts.translate("LayersPanel", "Areas"))
        self.level.setAccessibleName(texts.translate("LayersPanel", "Areas that are coloured"))
        self.level.clear()
        for level, name in LEVELS:
            self.level.addItem(texts.translate("LayersPanel", name), level)
        self._side_label.setText(texts.translate("LayersPanel", "Show"))
        self.side.setAccessibleName(texts.translate("LayersPanel", "Baseline, scenario or difference"))
        self.side.clear()
        for side in SIDES:
            self.side.addItem(texts.translate("LayersPanel", SIDE_NAMES[side]), side)

    def _list_circles(self) -> None:
        project, texts = self._session.project, self._session.texts
        self.circles.clear()
        for circle_id in project.definition.circles:
            circle = project.data.circles[circle_id]
            item = QListWidgetItem(swatches.circle_chip(circle.colour), circle.name.text(texts.language))
            place = Place("circle", circle_id)
            item.setData(_PLACE, place)
            self.circles.addItem(item)
        self.circles.fit()
        self._follow_selection()

    def _follow_project(self) -> None:
        """Show other circles and counts; while a point is dragged nothing else may be made anew."""
        listed = [self.circles.item(row).data(_PLACE).id for row in range(self.circles.count())]
        if listed != list(self._session.project.definition.circles):
            self._list_circles()
        self.refresh_layers()

    def _tell(self, item: QListWidgetItem) -> None:
        """Read a circle out, only now: its numbers change with everything."""
        session = self._session
        item.setToolTip(text_tip(readings.line(session.project, session.view, item.data(_PLACE), session.texts)))

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
        self.own.draw_icons()
