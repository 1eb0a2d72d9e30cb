"""The tab of the sheet window for what the sheet is: template, page, part, language and theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from data.model import Place, PlaceKind
from desktop import sheet_words
from desktop.session import Session
from desktop.sheet_fields import Number, chooser, fill, name, row, show
from desktop.sheet_order import PIXELS
from desktop.sheet_state import SheetState
from desktop.swatches import circle_chip
from desktop.words import mark
from maps.page import LARGEST, SMALLEST
from maps.sheet_spec import Extent

TAIWAN, WINDOW = "taiwan", "window"
"""What the chooser of the part holds beside circles and counties."""

DPI_LEAST, DPI_MOST = 72, 600
"""Below 72 names cannot be read; above 600 an A3 sheet takes more than 250 MB of memory."""


class PageTab(QWidget):
    """``extent`` gives the piece of map space that the map in the window shows."""

    def __init__(self, session: Session, state: SheetState, extent: Callable[[], Extent]) -> None:
        super().__init__()
        self._session, self._state, self._extent = session, state, extent
        self.template, self.paper, self.turned = chooser(), chooser(), chooser()
        self.part, self.language, self.theme = chooser(), chooser(), chooser()
        self.dpi = Number(DPI_LEAST, DPI_MOST, 50)
        self.dpi.setSuffix(" dpi")
        self.across, self.down = Number(SMALLEST, LARGEST, 10), Number(SMALLEST, LARGEST, 10)
        self._pixels = QWidget()
        across = QHBoxLayout(self._pixels)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.across, 1)
        across.addWidget(QLabel("×"))
        across.addWidget(self.down, 1)
        self._form = form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._labels = [
            row(form, field)
            for field in (
                self.template, self.part, self.paper, self.turned, self._pixels, self.dpi, self.language, self.theme,
            )
        ]  # fmt: skip
        self._labels[4].setBuddy(self.across)
        self.language.addItem("中文", "zh")
        self.language.addItem("English", "en")
        self._connect()
        session.language_changed.connect(self.retranslate)
        session.project_changed.connect(self._fill_parts)
        state.changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        names = (
            texts.translate("Sheet", "&Template"),
            texts.translate("Sheet", "&Part"),
            texts.translate("Sheet", "P&age"),
            texts.translate("Sheet", "O&rientation"),
            texts.translate("Sheet", "Pi&xels"),
            texts.translate("Sheet", "Resol&ution"),
            texts.translate("Sheet", "Lan&guage"),
            texts.translate("Sheet", "T&heme"),
        )
        for label, text in zip(self._labels, names, strict=True):
            name(label, text)
        self.down.setAccessibleName(texts.translate("Sheet", "Height in pixels"))
        self.across.setAccessibleName(texts.translate("Sheet", "Width in pixels"))
        fill(self.template, texts, sheet_words.TEMPLATES)
        fill(self.paper, texts, sheet_words.PAGES)
        fill(self.theme, texts, sheet_words.THEMES)
        self.turned.clear()
        self.turned.addItem(texts.translate("Sheet", "Landscape"), False)
        self.turned.addItem(texts.translate("Sheet", "Portrait"), True)
        self._fill_parts()

    def refresh(self) -> None:
        """Show the order."""
        order = self._state.order
        show(self.template, order.spec.template)
        show(self.paper, order.size)
        show(self.turned, order.portrait)
        show(self.language, order.language)
        show(self.theme, order.theme)
        show(self.part, _entry(order.part) if order.part else WINDOW if order.spec.extent else TAIWAN)
        self.part.setEnabled(order.by not in ("circle", "county"))
        for box, value in ((self.dpi, order.dpi), (self.across, order.pixels[0]), (self.down, order.pixels[1])):
            if box.value() != value:
                with QSignalBlocker(box):
                    box.setValue(value)
        in_pixels = order.size == PIXELS
        self._form.setRowVisible(self._pixels, in_pixels)
        self._form.setRowVisible(self.turned, not in_pixels)
        self._form.setRowVisible(self.dpi, not in_pixels)

    def follow_window(self) -> None:
        """Take over what the window shows now, if that is the part of the sheet."""
        if self._state.order.part is None and self._state.order.spec.extent is not None:
            self._choose_part(WINDOW)

    def _connect(self) -> None:
        change, another_page = self._state.change, mark("SheetUndo", "another page")
        self.template.activated.connect(
            lambda _at: self._state.change_spec(
                mark("SheetUndo", "another template"), template=self.template.currentData()
            )
        )
        for box, field, text in (
            (self.paper, "size", another_page),
            (self.turned, "portrait", another_page),
            (self.language, "language", mark("SheetUndo", "another language")),
            (self.theme, "theme", mark("SheetUndo", "another theme")),
        ):
            box.activated.connect(
                lambda _at, box=box, field=field, text=text: change(text, **{field: box.currentData()})
            )
        self.part.activated.connect(lambda _at: self._choose_part(self.part.currentData()))
        self.dpi.valueChanged.connect(lambda value: change(mark("SheetUndo", "another resolution"), "dpi", dpi=value))
        for side in (self.across, self.down):
            side.valueChanged.connect(
                lambda _value: change(another_page, "pixels", pixels=(self.across.value(), self.down.value()))
            )

    def _choose_part(self, chosen: str) -> None:
        order = self._state.order
        kind, _, area = chosen.partition(":")
        part = Place(cast(PlaceKind, kind), area) if area else None
        extent = self._extent() if chosen == WINDOW else None
        self._state.push(order.with_part(part, extent), mark("SheetUndo", "another part"))

    def _fill_parts(self) -> None:
        session, texts = self._session, self._session.texts
        self.part.clear()
        self.part.addItem(texts.translate("Sheet", "Whole of Taiwan"), TAIWAN)
        self.part.addItem(texts.translate("Sheet", "What the window shows"), WINDOW)
        self.part.insertSeparator(self.part.count())
        for circle_id in session.project.definition.circles:
            circle = session.project.data.circles[circle_id]
            self.part.addItem(
                circle_chip(circle.colour), circle.name.text(texts.language), _entry(Place("circle", circle_id))
            )
        self.part.insertSeparator(self.part.count())
        for county in session.project.data.counties:
            self.part.addItem(county.name.text(texts.language), _entry(Place("county", county.code)))
        part = self._state.order.part
        if part is not None and part.kind == "circle" and part.id not in session.project.definition.circles:
            self._choose_part(TAIWAN)
        self.refresh()


def _entry(part: Place) -> str:
    """Return what stands for a circle or county in the chooser."""
    return f"{part.kind}:{part.id}"
