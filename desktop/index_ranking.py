"""The ranking of the areas by the composite index as a Qt table, the best first."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from data.balance.groups import By, groups
from data.balance.index import index_column
from data.balance.measures import Column
from data.balance.sensitivity import Sensitivity
from data.model import Name, Place
from data.project import Project
from desktop import index_words, swatches
from desktop.index_words import Ranks, index_side
from desktop.widgets import text_tip
from desktop.words import mark
from maps.texts import Texts
from maps.view import MapView

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NAME, VALUE, RANK, PLOT, LAST = range(5)
_HEADS = (
    mark("Index", "Area"),
    mark("Index", "Index"),
    mark("Index", "Rank"),
    mark("Index", "Interval"),
    mark("Index", "Last"),
)
SPAN_ROLE = Role.UserRole
"""Span of an area's rank, or None where it has none"""
PARTLY_ROLE = Role.UserRole + 1
"""whether some of the weights rest on indicators that are unknown of the area"""


class Span(NamedTuple):
    """An area's place and its interval among ``areas``; ``low`` is None while it is not known."""

    place: float
    low: float | None
    high: float
    areas: int
    stale: bool


class RankingModel(QAbstractTableModel):
    """Rows are the areas of one kind, those without an index last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: Texts
        self._project: Project
        self._by: By = "circle"
        self._ids: tuple[str, ...] = ()
        self._names: tuple[Name, ...] = ()
        self._shown: tuple[str, ...] = ()
        """the names as they fit into a row"""
        self._column: Column
        self._ranks: Ranks
        self._count = 0
        self._stale = False
        self._order: NDArray[np.intp] = np.zeros(0, dtype=np.intp)

    def show(self, project: Project, view: MapView, texts: Texts, interval: Sensitivity | None, stale: bool) -> None:
        """Rank the areas of the view's level; ``interval`` is drawn back while it is ``stale``, of another recipe."""
        by, side = view.level, index_side(view.side)
        areas = groups(project, by)
        found = index_column(project, by, side)
        of = index_words.ranks(project, by, side, interval)
        order = np.argsort(np.where(np.isnan(of.places), np.inf, of.places), kind="stable")
        same = areas.ids == self._ids and texts is self._texts
        if same:
            self.layoutAboutToBeChanged.emit()
        else:
            self.beginResetModel()
        before = self._order
        self._project, self._by, self._texts, self._ids, self._names = project, by, texts, areas.ids, areas.names
        self._column, self._ranks, self._order, self._stale = found, of, order, stale
        self._shown = index_words.row_names(project, by, areas.names, texts)
        self._count = int((~np.isnan(of.places)).sum())
        if not same:
            self.endResetModel()
            return
        rows = np.empty_like(order)
        rows[order] = np.arange(len(order))
        for old in self.persistentIndexList():
            self.changePersistentIndex(old, self.index(int(rows[before[old.row()]]), old.column()))
        self.layoutChanged.emit()

    def place(self, row: int) -> Place:
        """Return the area of a row."""
        kind = self._by
        assert kind != "nation"
        return Place(kind, self._ids[self._order[row]])

    def row_of(self, place: Place | None) -> int:
        """Return the row of a place, -1 if it is of another kind."""
        if place is None or place.kind != self._by or place.id not in self._ids:
            return -1
        return int(np.flatnonzero(self._order == self._ids.index(place.id))[0])

    @property
    def partly(self) -> int:
        """The number of areas whose index rests on fewer indicators than all."""
        return int(((self._column.known < 1) & ~np.isnan(self._column.values)).sum())

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and self._ids:
            if role == Role.DisplayRole:
                return self._texts.translate("Index", _HEADS[section])
            if role == Role.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignLeft if section == NAME else Qt.AlignmentFlag.AlignRight
                return (Qt.AlignmentFlag.AlignHCenter if section == PLOT else side) | Qt.AlignmentFlag.AlignVCenter
            if role == Role.ToolTipRole and section in (RANK, PLOT, LAST):
                return self._texts.translate(
                    "Index",
                    "Weights drawn around the chosen ones, methods at random: where the area ranks in 90 % of the "
                    "draws, and how often it is last",
                )
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        at, column = int(self._order[index.row()]), index.column()
        if role == Role.DisplayRole:
            return self._text(at, column)
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column == NAME else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Role.DecorationRole and column == NAME and self._by == "circle":
            return swatches.circle_chip(self._project.data.circles[self._ids[at]].colour)
        if role == SPAN_ROLE:
            return self._span(at)
        if role == PARTLY_ROLE:
            return bool(self._column.known[at] < 1)
        if role == Role.ToolTipRole:
            return text_tip(self._told(at))
        if role == Role.AccessibleTextRole:
            return self._told(at)
        return None

    def _text(self, at: int, column: int) -> str:
        if column == NAME:
            return self._shown[at]
        if column == VALUE:
            value = float(self._column.values[at])
            return self._texts.translate("Index", "unknown") if math.isnan(value) else self._texts.number(value, 1)
        if column == RANK:
            return index_words.place(self._present(), at) or "–"
        found = self._present().interval
        if column == LAST and found is not None and not math.isnan(found.p_last[at]):
            return self._texts.translate("Index", "{share} %").format(share=self._texts.number(100 * found.p_last[at]))
        return ""

    def _present(self) -> Ranks:
        """The ranks without an interval of another recipe, which may be drawn back but not be said."""
        return replace(self._ranks, interval=None) if self._stale else self._ranks

    def _span(self, at: int) -> Span | None:
        place, found = float(self._ranks.places[at]), self._ranks.interval
        if math.isnan(place):
            return None
        if found is None or math.isnan(found.low_rank[at]):
            return Span(place, None, 0, self._count, self._stale)
        return Span(place, float(found.low_rank[at]), float(found.high_rank[at]), self._count, self._stale)

    def _told(self, at: int) -> str:
        texts = self._texts
        name, value = self._names[at].text(texts.language), self._text(at, VALUE)
        told = [
            texts.translate("Index", "{name}: {value}, rank {rank} of {count}").format(
                name=name, value=value, rank=self._text(at, RANK), count=texts.number(self._count)
            )
        ]
        told += filter(None, [index_words.sure(texts, self._present(), at)])
        known = float(self._column.known[at])
        if known < 1:
            share = texts.number(100 * known)
            told.append(
                texts.translate("Index", "Indicators known of it hold {share} % of the weights").format(share=share)
            )
        return "\n".join(told)
