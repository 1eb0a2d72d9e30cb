"""The forms of the What-if panel: a new site, the selected site, a coverage. Each makes one change at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from data.coverage import coverage
from data.errors import UserError
from data.model import AreaLevel, Layer, Site, Status
from data.scenario import (
    COVERAGE_LEVELS,
    EMERGENCY_BEDS,
    SITE_LAYERS,
    Change,
    MoveSite,
    RemoveSite,
    SetCoverage,
    UpgradeSite,
)
from desktop import readings, whatif_words, words
from desktop.session import Session
from desktop.whatif_fields import AreaField, match_height
from desktop.widgets import Chooser, muted

Apply = Callable[[Change], None]
Report = Callable[[UserError], None]

_MOST_BEDS = 500


class AddBox(QWidget):
    """Where new sites come from: a click on the map, or a township by its name."""

    placing = Signal(bool)
    """the tool is wanted on the map, or no longer"""
    wanted = Signal(str)
    """code of the township in which a site is to stand"""

    def __init__(self, session: Session, report: Report) -> None:
        super().__init__()
        self._session, self._report = session, report
        self.layer = Chooser()
        self.draw, self.add = QPushButton(), QPushButton()
        self.draw.setCheckable(True)
        self.town = AreaField(session)
        self.drag = QCheckBox()
        self._hint = muted(wrapped=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.layer, 0, 0)
        grid.addWidget(self.draw, 0, 1)
        grid.addWidget(self.town, 1, 0)
        grid.addWidget(self.add, 1, 1)
        grid.addWidget(self.drag, 2, 0, 1, 2)
        grid.addWidget(self._hint, 3, 0, 1, 2)
        self.draw.toggled.connect(self.placing)
        self.add.clicked.connect(self._ask)
        self.town.returnPressed.connect(self._ask)
        self.layer.currentIndexChanged.connect(self._explain_layer)
        self.retranslate()
        self.layer.setCurrentIndex(max(self.layer.findData(Layer.TELEMEDICINE), 0))

    @property
    def chosen(self) -> Layer:
        """The layer of the next site."""
        return Layer(self.layer.currentData())

    def retranslate(self) -> None:
        texts = self._session.texts
        before = self.layer.currentIndex()
        self.layer.clear()
        for layer in SITE_LAYERS:
            self.layer.addItem(words.kind(texts, str(layer)), layer)
        self.layer.setCurrentIndex(max(before, 0))
        self.layer.setAccessibleName(texts.translate("WhatIf", "Kind of the new site"))
        self.draw.setText(texts.translate("WhatIf", "Point on the map"))
        self.draw.setToolTip(texts.translate("WhatIf", "Click on land to put a site there; Esc ends it"))
        self.add.setText(texts.translate("WhatIf", "Add"))
        self.drag.setToolTip(texts.translate("WhatIf", "Sites of the scenario can always be dragged on the map."))
        self.drag.setText(texts.translate("WhatIf", "Existing sites can be dragged too"))
        self.town.refresh()
        self._explain_layer()

    def _explain_layer(self) -> None:
        texts = self._session.texts
        hints = {
            Layer.BROADBAND: texts.translate(
                "WhatIf", "No measure counts broadband sites; change a coverage to see an effect."
            ),
            Layer.HOSPITAL: texts.translate(
                "WhatIf", "Say how many emergency beds it has; unknown beds are counted nowhere."
            ),
        }
        hint = hints.get(self.layer.currentData(), "")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _ask(self) -> None:
        try:
            code = self.town.code()
        except UserError as fault:
            self._report(fault)
        else:
            self.wanted.emit(code)
            # The next name is typed over this one; Enter alone would put a second site into the same township.
            self.town.selectAll()


class SiteBox(QWidget):
    """Moves, removes and upgrades the selected site."""

    def __init__(self, session: Session, apply: Apply, report: Report) -> None:
        super().__init__()
        self._session, self._apply, self._report = session, apply, report
        self._site: Site | None = None
        self.name = QLabel(wordWrap=True)
        self.operate, self.remove, self.relocate = QPushButton(), QPushButton(), QPushButton()
        self.town = AreaField(session)
        self.beds = QDoubleSpinBox()
        self.beds.setRange(0, _MOST_BEDS)
        self.beds.setDecimals(0)
        self.set_beds = QPushButton()
        self._beds_row = QWidget()
        self._beds_label = QLabel()
        row = QHBoxLayout(self._beds_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._beds_label)
        row.addWidget(self.beds, 1)
        row.addWidget(self.set_beds)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.town, 0, 0)
        grid.addWidget(self.relocate, 0, 1)
        buttons = QHBoxLayout()
        for button in (self.operate, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addLayout(buttons)
        column.addWidget(self._beds_row)
        column.addLayout(grid)
        self.operate.clicked.connect(self._operate)
        self.remove.clicked.connect(self._remove)
        self.set_beds.clicked.connect(self._set_beds)
        self.relocate.clicked.connect(self._move)
        self.town.returnPressed.connect(self._move)
        self.retranslate()

    def show_site(self, site: Site | None) -> None:
        """Speak of another site; without one nothing is shown."""
        self._site = site
        if site is None:
            return
        texts = self._session.texts
        self.name.setText(f"{site.name.text(texts.language)} · {words.status(texts, site.status)}")
        self.operate.setVisible(site.status is not Status.OPERATING)
        self._beds_row.setVisible(site.layer is Layer.HOSPITAL)
        known = site.extra.get(EMERGENCY_BEDS, "")
        self.beds.setValue(float(known or 0))
        self._beds_label.setText(
            texts.translate("WhatIf", "Emergency beds") if known else texts.translate("WhatIf", "Beds (now unknown)")
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        match_height(self.town, self.beds)

    def retranslate(self) -> None:
        texts = self._session.texts
        self.operate.setText(texts.translate("WhatIf", "Put into operation"))
        self.remove.setText(texts.translate("WhatIf", "Remove"))
        self.relocate.setText(texts.translate("WhatIf", "Move"))
        self.set_beds.setText(texts.translate("WhatIf", "Set"))
        self.set_beds.setAccessibleName(texts.translate("WhatIf", "Set the number of beds"))
        self.beds.setAccessibleName(texts.translate("WhatIf", "Emergency beds"))
        self.beds.setLocale(texts.locale)
        self.town.refresh()
        self.show_site(self._site)

    def _operate(self) -> None:
        if self._site is not None:
            self._apply(UpgradeSite(self._site.id, Status.OPERATING))

    def _remove(self) -> None:
        if self._site is not None:
            self._apply(RemoveSite(self._site.id))

    def _set_beds(self) -> None:
        if self._site is not None:
            self._apply(UpgradeSite(self._site.id, beds=self.beds.value()))

    def _move(self) -> None:
        if self._site is None:
            return
        data = self._session.project.data
        try:
            town = data.towns[data.town_index[self.town.code()]]
        except UserError as fault:
            self._report(fault)
        else:
            self._apply(MoveSite(self._site.id, town.lon, town.lat, town.code))


class CoverageBox(QWidget):
    """Sets a coverage of a township, a county, a class or the nation."""

    def __init__(self, session: Session, apply: Apply, report: Report) -> None:
        super().__init__()
        self._session, self._apply, self._report = session, apply, report
        self.series, self.level = Chooser(), Chooser()
        self.area = AreaField(session)
        self.value = QDoubleSpinBox()
        self.value.setRange(0, 100)
        self.value.setDecimals(1)
        self.value.setValue(95)
        self.set = QPushButton()
        self._now = muted(wrapped=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.series, 0, 0, 1, 2)
        grid.addWidget(self.level, 1, 0, 1, 2)
        grid.addWidget(self.area, 2, 0, 1, 2)
        grid.addWidget(self.value, 3, 0)
        grid.addWidget(self.set, 3, 1)
        grid.addWidget(self._now, 4, 0, 1, 2)
        for chooser in (self.series, self.level):
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            chooser.setMinimumContentsLength(8)
            chooser.currentIndexChanged.connect(self.refresh)
        self.area.textChanged.connect(self.refresh)
        self.set.clicked.connect(self._set)
        self.area.returnPressed.connect(self._set)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        match_height(self.series, self.value)

    def retranslate(self) -> None:
        texts, data = self._session.texts, self._session.project.data
        rows = (self.series.currentIndex(), self.level.currentIndex())
        for chooser in (self.series, self.level):
            chooser.blockSignals(True)
            chooser.clear()
        for series in data.series.values():
            self.series.addItem(series.name.text(texts.language), series.id)
        for level in COVERAGE_LEVELS:
            self.level.addItem(whatif_words.level(texts, level), level)
        for chooser, row in zip((self.series, self.level), rows, strict=True):
            chooser.setCurrentIndex(max(row, 0))
            chooser.blockSignals(False)
        self.series.setAccessibleName(texts.translate("WhatIf", "Coverage"))
        self.level.setAccessibleName(texts.translate("WhatIf", "Areas whose coverage changes"))
        self.value.setAccessibleName(texts.translate("WhatIf", "Coverage in percent"))
        self.value.setSuffix(" %")
        self.value.setLocale(texts.locale)
        self.set.setText(texts.translate("WhatIf", "Set"))
        self.area.refresh()
        self.refresh()

    def refresh(self) -> None:
        """Ask for an area where one is needed, and say what the coverage is now and who keeps figures of their own."""
        level = AreaLevel(self.level.currentData())
        named = level in (AreaLevel.TOWN, AreaLevel.COUNTY)
        self.area.setVisible(named)
        if named:
            self.area.set_county(level is AreaLevel.COUNTY)
        reading = self._reading(level)
        self._now.setText(reading)
        self._now.setVisible(bool(reading))

    def _reading(self, level: AreaLevel) -> str:
        texts, data = self._session.texts, self._session.project.what_if.data
        try:
            area = self.area.code() if level in (AreaLevel.TOWN, AreaLevel.COUNTY) else ""
        except UserError:
            return ""
        found = coverage(data, self.series.currentData())
        if level is AreaLevel.TOWN:
            row = data.town_index[area]
            value = readings.number(texts, float(found.values[row]), 1, "%")
            reached = found.levels[row]
            source = words.level(texts, reached.value) if reached is not None else ""
            text = texts.translate("WhatIf", "Now: {value}").format(value=value)
            return f"{text} ({source})" if source else text
        finer = sum(
            reached is not None and COVERAGE_LEVELS.index(reached) < COVERAGE_LEVELS.index(level)
            for town, reached in zip(data.towns, found.levels, strict=True)
            if _is_inside(town.code, town.rural, level, area)
        )
        if not finer:
            return ""
        return texts.translate("WhatIf", "{count} townships have a finer figure and keep it.").format(count=finer)

    def _set(self) -> None:
        level = AreaLevel(self.level.currentData())
        try:
            area = self.area.code() if level in (AreaLevel.TOWN, AreaLevel.COUNTY) else ""
        except UserError as fault:
            self._report(fault)
        else:
            self._apply(SetCoverage(self.series.currentData(), level, area, self.value.value()))


def _is_inside(code: str, rural: bool, level: AreaLevel, area: str) -> bool:
    if level is AreaLevel.COUNTY:
        return code.startswith(area)
    return level is AreaLevel.NATION or rural == (level is AreaLevel.RURAL)
