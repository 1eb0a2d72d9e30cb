"""The scorecard as text for a spreadsheet: plain numbers between tabs, nothing for what is unknown."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt

from data.balance.evaluate import INDEX
from desktop.index_words import Ranks
from desktop.scorecard_model import VALUE_ROLE, ScorecardModel
from desktop.words import mark
from maps.texts import Texts


def as_table(model: ScorecardModel, ranks: Ranks | None, texts: Texts) -> str:
    """Return the rows as they are ordered on screen, the nation last; beside the index its rank and interval."""
    columns = range(model.columnCount())
    across = Qt.Orientation.Horizontal
    head = [texts.translate("Scorecard", "Area")]
    for column in columns:
        unit = model.indicator(column).unit.text(texts.language)
        name = model.headerData(column, across, Qt.ItemDataRole.AccessibleTextRole)
        head.append(f"{name} ({unit})" if unit else name)
        if model.indicator(column).id == INDEX and ranks is not None:
            head += [texts.translate("Scorecard", name) for name in _RANKS]
    lines = [head]
    for row in range(model.rowCount()):
        line = [model.headerData(row, Qt.Orientation.Vertical)]
        for column in columns:
            line.append(_number(model.index(row, column).data(VALUE_ROLE)))
            if model.indicator(column).id == INDEX and ranks is not None:
                line += _places(ranks, model.source_row(row))
        lines.append(line)
    return "\n".join("\t".join(line) for line in lines) + "\n"


_RANKS = (mark("Scorecard", "Rank"), mark("Scorecard", "Rank, 5 %"), mark("Scorecard", "Rank, 95 %"))


def _places(ranks: Ranks, row: int) -> list[str]:
    if row < 0:
        return ["", "", ""]
    found = ranks.interval
    ends = [math.nan, math.nan] if found is None else [found.low_rank[row], found.high_rank[row]]
    return [_number(float(one)) for one in (ranks.places[row], *ends)]


def _number(value: float) -> str:
    """Six decimals at most, as in the tables of the command line; what is unknown stays empty, never zero."""
    return "" if math.isnan(value) else f"{value:.6f}".rstrip("0").rstrip(".")
