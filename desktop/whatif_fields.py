"""Small parts of the What-if panel: sections that open and close, the list of changes, a field for areas."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCompleter,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from data.errors import InputError
from data.model import Place, PlaceKind
from data.names import official
from data.scenario_record import area_code
from desktop import readings
from desktop.session import Session
from desktop.widgets import named

_LINES = 5
"""Changes in sight; more scroll."""
_LINE_PADDING = 4
"""Pixels above and below the text of a change."""


class Section(QWidget):
    """A heading that opens and closes what is below it."""

    def __init__(self, content: QWidget, opened: bool = False) -> None:
        super().__init__()
        self.head = named(QToolButton(), "corner")
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.head.font()
        font.setBold(True)
        self.head.setFont(font)
        self.content = content
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(content)
        self.head.toggled.connect(self._open)
        self.head.clicked.connect(lambda: reveal(self.head, self))
        self._open(opened)
        self.head.setChecked(opened)

    def _open(self, opened: bool) -> None:
        self.content.setVisible(opened)
        self.head.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)


class ChangeList(QListWidget):
    """Lines that wrap, as high as the first few of them; Delete takes the marked one out."""

    deleted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Give every line the height of its wrapped text, and the list that of the lines in sight."""
        # The viewport is as wide as the lines before left it: whether there is a bar is known, so it is said.
        longer, policy = self.count() > _LINES, Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if longer else policy.ScrollBarAlwaysOff)
        style, metric = self.style(), QStyle.PixelMetric
        bar = style.pixelMetric(metric.PM_ScrollBarExtent, None, self) if longer else 0
        margin = style.pixelMetric(metric.PM_FocusFrameHMargin, None, self) + 1  # as the list itself draws them
        room = self.width() - 2 * self.frameWidth() - bar - 2 * margin
        heights = []
        for row in range(self.count()):
            text = self.item(row).text()
            wrapped = self.fontMetrics().boundingRect(0, 0, room, 1000, Qt.TextFlag.TextWordWrap, text)
            heights.append(wrapped.height() + _LINE_PADDING)
            self.item(row).setSizeHint(QSize(0, heights[-1]))
        self.setFixedHeight(sum(heights[:_LINES]) + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def mark(self, row: int) -> None:
        """Put the cursor on a change, with those after it in sight, without showing it on the map."""
        self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(False)
        self.scrollToItem(self.item(row), QListWidget.ScrollHint.PositionAtTop)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not that of an item view, which puts the cursor on the first line: nobody has chosen it.
        QWidget.focusInEvent(self, event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


def reveal(first: QWidget, last: QWidget) -> None:
    """Scroll as little as brings all from one widget to another into sight, once it is laid out.

    Where not all of it fits, the first is at the top.
    """
    QTimer.singleShot(0, first, lambda: _scroll_to(first, last))


def _scroll_to(first: QWidget, last: QWidget) -> None:
    area: QWidget | None = first
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None or not first.isVisible():
        return
    bar, viewport = area.verticalScrollBar(), area.viewport()
    top, bottom = first.mapTo(viewport, QPoint()).y(), last.mapTo(viewport, QPoint(0, last.height())).y()
    bar.setValue(bar.value() + min(max(0, bottom - viewport.height()), top))


def match_height(like: QWidget, *fields: QAbstractSpinBox) -> None:
    """Make fields for numbers as high as their neighbour, once it is seen; Fusion draws them lower."""
    for field in fields:
        field.setMinimumHeight(like.sizeHint().height())


class _AreaCompleter(QCompleter):
    def splitPath(self, path: str) -> list[str]:
        return [official(path)]


class AreaField(QLineEdit):
    """A township, or a county, by its name or code; what is typed is completed."""

    def __init__(self, session: Session, county: bool = False) -> None:
        super().__init__()
        self._session = session
        self._county = county
        self.setClearButtonEnabled(True)
        self.refresh()

    def set_county(self, county: bool) -> None:
        """Ask for a county instead of a township, or the other way round."""
        if county != self._county:
            self._county = county
            self.clear()
            self.refresh()

    def refresh(self) -> None:
        """Offer the names in the language of the session."""
        data, texts = self._session.project.data, self._session.texts
        if self._county:
            names = [county.name.text(texts.language) for county in data.counties]
            self.setPlaceholderText(texts.translate("WhatIf", "County or city"))
        else:
            names = [town.full_name(texts.language) for town in data.towns]
            self.setPlaceholderText(texts.translate("WhatIf", "Township, or its code"))
        self.setAccessibleName(self.placeholderText())
        completer = _AreaCompleter(names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def show_place(self, place: Place | None) -> None:
        """Take over a selected place of the kind that is asked for."""
        if place is not None and place.kind == ("county" if self._county else "town"):
            self.setText(readings.name(self._session.project.data, place, self._session.language))
            self.setCursorPosition(0)  # the township comes first, and has to be seen

    def code(self) -> str:
        """Return the code of the area. Raises InputError for nothing, for what is none, or several."""
        name = self.text().strip()
        if not name and self._county:
            raise InputError("Type the name of a county first.")
        if not name:
            raise InputError("Type the name or the code of a township first, or click it on the map.")
        kind: PlaceKind = "county" if self._county else "town"
        return area_code(self._session.project.data, kind, name, self._session.language)
