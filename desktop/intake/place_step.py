"""The fourth step: how rows come to their place, and how many came by which way."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QLabel, QWidget

from data.intake.fields import BY_ID
from data.intake.outcome import Outcome
from data.intake.plan import SITE_KINDS, ImportPlan
from data.model import AreaLevel, Precision
from desktop.intake.state import ImportState
from desktop.intake.step import Step, scrolled
from desktop.intake.words import CRS_NAMES, word
from desktop.session import Session
from desktop.sheet_fields import chooser, name, row, show
from desktop.widgets import heading, muted
from desktop.words import mark

_POINT_FIELDS = ("x", "y", "point")
_AREA_FIELDS = ("address", "county", "town", "place", "area_code", "postal")
_WAYS = {
    Precision.SITE: mark("Intake", "by coordinates: where they are"),
    Precision.TOWN: mark("Intake", "by address, name or code: in the middle of the township"),
    Precision.COUNTY: mark("Intake", "only by county: in the middle of the county"),
}
_LEVELS = {
    AreaLevel.TOWN: mark("Intake", "of townships"),
    AreaLevel.COUNTY: mark("Intake", "of counties and cities"),
    AreaLevel.RURAL: mark("Intake", "of the rural class"),
    AreaLevel.NON_RURAL: mark("Intake", "of the non-rural class"),
    AreaLevel.NATION: mark("Intake", "of the nation"),
}


class PlaceStep(Step):
    """Coordinate system and order of coordinates, and what came of them."""

    def __init__(self, state: ImportState, session: Session) -> None:
        super().__init__(state, session)
        self.crs, self.swapped = chooser(), QCheckBox()
        self.hint, self.columns = muted(wrapped=True), QLabel(wordWrap=True)
        self.columns.setTextFormat(Qt.TextFormat.PlainText)
        content = QWidget()
        form = QFormLayout(content)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._columns_label = QLabel()
        form.addRow(self._columns_label, self.columns)
        self._crs_label = row(form, self.crs)
        form.addRow("", self.swapped)
        form.addRow("", self.hint)
        self.found = heading()
        form.addRow(self.found)
        self._counts = QGridLayout()
        self._counts.setHorizontalSpacing(12)
        self._counts.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []
        for at in range(len(_LEVELS) + 1):
            pair = QLabel(), QLabel(wordWrap=True)
            self._lines.append(pair)
            for column, label in enumerate(pair):
                self._counts.addWidget(label, at, column)
        form.addRow(self._counts)
        self.body.addWidget(scrolled(content), 1)
        self._form = form
        self.crs.activated.connect(lambda _: state.change(crs=self.crs.currentData()))
        self.swapped.clicked.connect(lambda on: state.change(swapped=on))
        state.ran.connect(self.refresh)

    def retranslate(self) -> None:
        texts = self.session.texts
        self.title.setText(texts.translate("Intake", "Where the rows belong"))
        self.about.setText(
            texts.translate(
                "Intake",
                "Coordinates count first, then addresses, names, codes and postal codes of areas. "
                "What is only known to its township is drawn with a ring, and distances say so.",
            )
        )
        name(self._crs_label, texts.translate("Intake", "&Coordinates are"), self.crs)
        self._columns_label.setText(texts.translate("Intake", "Taken from"))
        self.swapped.setText(texts.translate("Intake", "x and &y stand in each other's columns"))
        self.found.setText(texts.translate("Intake", "Found"))
        self.crs.clear()
        for epsg, text in CRS_NAMES.items():
            self.crs.addItem(word(texts, text) + (f"  EPSG:{epsg}" if epsg else ""), epsg)
        self.refresh()

    def refresh(self) -> None:
        plan, now, texts = self.state.plan, self.state.now, self.session.texts
        if plan is None or now is None:
            return
        has_points = any(field in plan.columns for field in _POINT_FIELDS) and plan.kind in SITE_KINDS
        self._form.setRowVisible(self.crs, has_points)
        self._form.setRowVisible(self.swapped, has_points)
        self._form.setRowVisible(self.hint, has_points)
        show(self.crs, plan.crs)
        self.swapped.setChecked(plan.swapped)
        header = now.guess.header.names
        colon = "：" if texts.language == "zh" else ": "
        used = [
            f"{BY_ID[field].name.text(texts.language)}{colon}{header[at]}"
            for field in (*_POINT_FIELDS, *_AREA_FIELDS)
            if (at := plan.columns.get(field, -1)) >= 0 and at < len(header)
        ]
        self.columns.setText("\n".join(used) or texts.translate("Intake", "no column yet"))
        self.hint.setText(self._hint(plan, now.guess.crs, now.guess.swapped))
        self._count(self.state.outcome)

    def _hint(self, plan: ImportPlan, crs: int, swapped: bool) -> str:
        texts = self.session.texts
        if not crs:
            return texts.translate("Intake", "The range of the numbers fits no system; choose one.")
        words = [
            texts.translate("Intake", "By their range the numbers are: {system}.").format(
                system=word(texts, CRS_NAMES.get(crs, CRS_NAMES[0]))
            )
        ]
        if swapped:
            words.append(texts.translate("Intake", "x and y seem to stand in each other's columns."))
        if plan.crs not in (0, crs):
            words.append(texts.translate("Intake", "That is not what is chosen."))
        return " ".join(words)

    def _count(self, outcome: Outcome | None) -> None:
        texts = self.session.texts
        lines: list[tuple[str, str]] = []
        if outcome is not None:
            ways = Counter(site.precision for site in outcome.sites)
            lines = [(texts.number(ways[way]), word(texts, text)) for way, text in _WAYS.items() if ways[way]]
            levels = Counter(figure.level for figure in outcome.figures)
            lines += [
                (texts.number(levels[level]), word(texts, text)) for level, text in _LEVELS.items() if levels[level]
            ]
            if outcome.refused:
                lines.append((texts.number(len(outcome.refused)), texts.translate("Intake", "rows refused")))
        for at, (number, words) in enumerate(self._lines):
            number.setText(lines[at][0] if at < len(lines) else "")
            words.setText(lines[at][1] if at < len(lines) else "")
