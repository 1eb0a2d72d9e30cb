"""The scorecard as a Qt table: a row for each circle in any order, the nation always last."""

from __future__ import annotations

import math
from collections.abc import Iterable
from html import escape
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from data.balance.composite import rank
from data.balance.evaluate import INDEX, Side
from data.balance.indicators import Column, Indicator
from data.balance.scorecard import Scorecard, scorecard
from data.model import Place
from data.project import Project
from desktop import index_words, readings, swatches, words
from desktop.index_words import Ranks
from desktop.scorecard_heat import judgements
from desktop.widgets import text_tip
from maps.choropleth import FEW_PEOPLE
from maps.texts import Texts

_SOURCES_NAMED = 6
"""Sources in the tip of a heading. The sites of one layer stand on up to a hundred; a tip must fit on the screen."""

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

PLACE_ROLE = Role.UserRole
LEVEL_ROLE = Role.UserRole + 1
"""in few letters on how few people the number stands, else what it was estimated from; '' for the area's own"""
JUDGEMENT_ROLE = Role.UserRole + 2
"""-1, the worst of the column, to 1, the best; NaN where no judgement is due"""
COLOUR_ROLE = Role.UserRole + 3
"""#RRGGBB of the circle, '' for the nation"""
HOVER_ROLE = Role.UserRole + 4
VALUE_ROLE = Role.UserRole + 5
"""the number itself, NaN where unknown"""
DOUBTFUL_ROLE = Role.UserRole + 6
"""whether the number stands on less than half of the people"""


class ScorecardModel(QAbstractTableModel):
    """Rows are circles in the order chosen by ``sort``; unknown values and the nation stay at the end both ways."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project
        self._card: Scorecard | None = None
        self._texts: Texts
        self._order: list[int] = []
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)
        self._hovered: frozenset[str] = frozenset()
        self._judgements: dict[str, NDArray[np.float64]] = {}
        self._ranks: Ranks | None = None

    def show_card(self, card: Scorecard, project: Project, texts: Texts, ranks: Ranks | None = None) -> None:
        """Replace everything, keeping the sorting by its indicator. ``ranks`` are those of the index."""
        column, order = self._sorted_by
        sorted_by = self._card.indicators[column].id if self._card and column >= 0 else ""
        self.beginResetModel()
        self._project, self._texts = project, texts
        self._take(card, ranks)
        ids = [indicator.id for indicator in card.indicators]
        self._sorted_by = (ids.index(sorted_by) if sorted_by in ids else -1, order)
        self._order = self._sorted()
        self.endResetModel()

    def update_card(self, card: Scorecard, project: Project, ranks: Ranks | None) -> None:
        """Take other numbers of the same areas and indicators, as while a weight moves."""
        self._project = project
        self._take(card, ranks)
        self.sort(*self._sorted_by)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _take(self, card: Scorecard, ranks: Ranks | None) -> None:
        self._card, self._ranks = card, ranks
        self._judgements = {
            indicator.id: judgements(indicator, card.columns[indicator.id], card.side) for indicator in card.indicators
        }

    def set_hovered(self, circles: Iterable[str]) -> None:
        """Mark the rows of these circles as under the cursor."""
        hovered = frozenset(circles)
        if hovered != self._hovered:
            self._hovered = hovered
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def row_of(self, circle: str) -> int:
        """Return the row of a circle, -1 if the definition has it not."""
        ids = self._ids()
        return self._order.index(ids.index(circle)) if circle in ids else -1

    def place(self, row: int) -> Place | None:
        """Return the circle of a row, None for the nation."""
        return Place("circle", self._ids()[self._order[row]]) if 0 <= row < len(self._order) else None

    def cell_of(self, index: Index) -> tuple[Place | None, str] | None:
        """Return circle (None: the nation) and indicator of a cell, None for an invalid index."""
        return (self.place(index.row()), self.indicator(index.column()).id) if index.isValid() else None

    def position(self, cell: tuple[Place | None, str] | None) -> tuple[int, int]:
        """Return row and column of what ``cell_of`` gave, -1 for what is no longer there."""
        if cell is None:
            return -1, -1
        place, indicator_id = cell
        ids = [self.indicator(column).id for column in range(self.columnCount())]
        row = self.row_of(place.id) if place is not None else len(self._order)
        return row, ids.index(indicator_id) if indicator_id in ids else -1

    def source_row(self, row: int) -> int:
        """Return the row of a circle in the scorecard's arrays, -1 for the nation."""
        return self._order[row] if row < len(self._order) else -1

    @property
    def side(self) -> Side:
        """The side whose numbers are shown."""
        return self._card.side if self._card else "baseline"

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """The column that orders the circles, -1 for the order of the definition."""
        return self._sorted_by

    def indicator(self, column: int) -> Indicator:
        assert self._card is not None
        return self._card.indicators[column]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if self._card is None or parent.isValid() else len(self._order) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if self._card is None or parent.isValid() else len(self._card.indicators)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._card is None or not index.isValid():
            return None
        place = self.place(index.row())
        if role == PLACE_ROLE:
            return place
        if role == COLOUR_ROLE:
            return self._project.data.circles[place.id].colour if place else ""
        if role == HOVER_ROLE:
            return place is not None and place.id in self._hovered
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Role.DisplayRole:
            return self._text(index)
        if role == LEVEL_ROLE:
            return self._small_print(index)
        if role == DOUBTFUL_ROLE:
            return self._doubtful(index)
        if role == Role.ToolTipRole:
            return text_tip(self._tooltip(index))
        if role == JUDGEMENT_ROLE:
            return self._judgement(index)
        if role == VALUE_ROLE:
            column, at = self._cell(index)
            return float(column.values[at])
        if role == Role.AccessibleTextRole:
            return f"{self._row_name(index.row())}, {self._tooltip(index)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if self._card is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._row_header(section, role)
        indicator = self._card.indicators[section]
        language = self._texts.language
        if role == Role.DisplayRole:
            unit = indicator.unit.text(language)
            return f"{indicator.short.text(language)}\n{unit}" if unit else indicator.short.text(language)
        if role == Role.ToolTipRole:
            return self._explanation(indicator)
        if role == Role.AccessibleTextRole:
            return indicator.name.text(language)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the circles by a column; -1 is the order of the definition."""
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self._order
        self._order = self._sorted()
        for old in self.persistentIndexList():
            if old.row() < len(before):
                row = self._order.index(before[old.row()])
                self.changePersistentIndex(old, self.index(row, old.column()))
        self.layoutChanged.emit()

    def _sorted(self) -> list[int]:
        rows = list(range(len(self._ids())))
        column, order = self._sorted_by
        if self._card is None or not 0 <= column < len(self._card.indicators):
            return rows
        values = self._card.columns[self._card.indicators[column].id].values
        sign = 1 if order == Qt.SortOrder.AscendingOrder else -1
        return sorted(
            rows, key=lambda row: (math.isnan(values[row]), 0 if math.isnan(values[row]) else sign * values[row])
        )

    def _ids(self) -> tuple[str, ...]:
        return self._card.ids if self._card is not None else ()

    def _cell(self, index: Index) -> tuple[Column, int]:
        assert self._card is not None
        indicator = self._card.indicators[index.column()]
        if index.row() == len(self._order):
            return self._card.nation[indicator.id], 0
        return self._card.columns[indicator.id], self._order[index.row()]

    def _text(self, index: Index) -> str:
        column, at = self._cell(index)
        indicator = self.indicator(index.column())
        value = float(column.values[at])
        if math.isnan(value):
            nobody = indicator.id == INDEX and index.row() == len(self._order)
            return "–" if nobody else self._texts.translate("Scorecard", "unknown")
        return self._number(value, indicator, column.bounds[at])

    def _number(self, value: float, indicator: Indicator, bound: str) -> str:
        assert self._card is not None
        if self._card.side != "difference":
            return self._texts.number(value, indicator.decimals, bound)
        sign = "+" if value > 0 else "−" if value < 0 else ""
        return sign + self._texts.number(abs(value), indicator.decimals)

    def _doubtful(self, index: Index) -> bool:
        column, at = self._cell(index)
        return not math.isnan(column.values[at]) and float(column.known[at]) < FEW_PEOPLE

    def _small_print(self, index: Index) -> str:
        column, at = self._cell(index)
        if self._ranks is not None and self._is_ranked(index):
            told = index_words.place(self._ranks, at)
            return self._texts.translate("Scorecard", "#{place}").format(place=told) if told else ""
        if self._doubtful(index):
            return readings.small_share(self._texts, float(column.known[at]))
        return words.short_level(self._texts, column.levels[at])

    def _is_ranked(self, index: Index) -> bool:
        """Whether the cell is the index of a circle."""
        return self.indicator(index.column()).id == INDEX and index.row() < len(self._order)

    def _judgement(self, index: Index) -> float:
        if index.row() == len(self._order):
            return math.nan
        return float(self._judgements[self.indicator(index.column()).id][self._order[index.row()]])

    def _row_name(self, row: int) -> str:
        place = self.place(row)
        if place is None:
            return self._texts.translate("Scorecard", "Taiwan, whole nation")
        return self._project.data.circles[place.id].name.text(self._texts.language)

    def _row_header(self, row: int, role: int) -> Any:
        place = self.place(row)
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return self._row_name(row)
        if role == Role.DecorationRole:
            return swatches.circle_chip(self._project.data.circles[place.id].colour if place else "transparent")
        return None

    def _tooltip(self, index: Index) -> str:
        column, at = self._cell(index)
        indicator, texts = self.indicator(index.column()), self._texts
        name = indicator.name.text(texts.language)
        value = f"{self._text(index)} {indicator.unit.text(texts.language)}".rstrip()
        if value.startswith("–"):
            return texts.translate("Scorecard", "The nation has no index, having nobody to be compared with.")
        parts = [texts.translate("Scorecard", "{name}: {value}").format(name=name, value=value)]
        parts += self._beside(index)
        level = words.level(texts, column.levels[at])
        if level:
            parts.append(texts.translate("Scorecard", "Estimate from: {level}").format(level=level))
        known = float(column.known[at])
        if level or known < 0.9995:
            parts.append(
                texts.translate("Scorecard", "Stands on {share} % of the people").format(
                    share=texts.number(100 * known, 1 if known < 0.1 else 0)
                )
            )
        return "\n".join(parts)

    def _beside(self, index: Index) -> list[str]:
        """What the number is to be seen against: the baseline, the other circles, other weights."""
        assert self._card is not None
        texts, card = self._texts, self._card
        indicator, (_, at) = self.indicator(index.column()), self._cell(index)
        nation = index.row() == len(self._order)
        told = []
        if card.side != "baseline":
            shown = tuple(one.id for one in card.indicators)
            before = scorecard(self._project, card.by, shown)
            was = (before.nation if nation else before.columns)[indicator.id]
            value = float(was.values[at])
            if not math.isnan(value):
                number = texts.number(value, indicator.decimals, was.bounds[at])
                told.append(texts.translate("Scorecard", "Baseline: {value}").format(value=number))
        if not nation and card.side != "difference" and not math.isnan(self._judgement(index)):
            judged = self._judgements[indicator.id]
            told.append(
                texts.translate("Scorecard", "Place {place} of the {number} circles that can be judged").format(
                    place=texts.number(rank(judged)[at]), number=texts.number(int((~np.isnan(judged)).sum()))
                )
            )
        if self._ranks is not None and self._is_ranked(index):
            told += filter(None, [index_words.sure(texts, self._ranks, at)])
        return told

    def _explanation(self, indicator: Indicator) -> str:
        texts, data = self._texts, self._project.data
        lines = [indicator.name.text(texts.language), indicator.formula.text(texts.language)]
        if indicator.period:
            lines.append(texts.translate("Scorecard", "Period: {period}").format(period=indicator.period))
        lines.append(texts.translate("Scorecard", "Sources:"))
        comma = "，" if texts.language == "zh" else ", "
        sources = [data.sources[source_id] for source_id in indicator.sources(data)]
        parts = ((source.title, source.publisher, words.date(texts, source.date)) for source in sources)
        # Several pages of one register may bear one title.
        told = list(dict.fromkeys(comma.join(filter(None, part)) for part in parts))
        lines += [f"• {line}" for line in told[:_SOURCES_NAMED]]
        if len(told) > _SOURCES_NAMED:
            more = texts.translate("Scorecard", "and {number} more, each beside its fact in the details")
            lines.append("• " + more.format(number=len(told) - _SOURCES_NAMED))
        # Qt wraps tips of rich text only; a plain one would reach across the screen.
        return f"<p>{'<br>'.join(map(escape, lines))}</p>"
