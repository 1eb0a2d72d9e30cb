"""Rows as areas: townships, counties, circles, or the classes that figures are stated for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.dataset import DataSet
from data.intake.cells import Cells, Faults
from data.intake.cleaned import Refusal, shown
from data.intake.placing import Placer
from data.intake.plan import ImportPlan
from data.marking import mark
from data.model import AreaLevel
from data.names import fold

SUBTOTAL = mark("Intake", "Rows of whole counties in a table of townships, left out: {count}, for example {old}.")
NATION = mark("Intake", "Rows of the whole country in a table of its parts, left out: {count}, for example {old}.")

LevelArea = tuple[AreaLevel, str]
"""Level and code of an area; '' for classes and the nation."""


def _folded(names: str) -> tuple[str, ...]:
    return tuple(map(fold, names.split("|")))


_COUNTRY = _folded(
    "全國|全臺|臺灣地區|臺閩地區|臺灣|中華民國|總計|合計|全國合計|全國總計|全區|總數|nation|total|taiwan"
)
_CLASSES: Mapping[str, LevelArea] = {
    **dict.fromkeys(_folded("偏鄉|偏鄉地區|偏遠地區|偏遠|偏鄉離島|rural|rural areas"), (AreaLevel.RURAL, "")),
    **dict.fromkeys(
        _folded("非偏鄉|非偏鄉地區|非偏遠地區|非偏遠|一般地區|都會區|non-rural|urban"), (AreaLevel.NON_RURAL, "")
    ),
    **dict.fromkeys(_COUNTRY, (AreaLevel.NATION, "")),
}


def is_class(text: str) -> bool:
    """Whether a cell names a class of townships or the nation."""
    return fold(text[:100]) in _CLASSES


CLASSES = (AreaLevel.NATION, AreaLevel.RURAL, AreaLevel.NON_RURAL)
"""Levels without areas of their own: a table of one of them may have rows of all."""


class AreaFinder:
    """Finds the area of each row of a table."""

    def __init__(self, plan: ImportPlan, data: DataSet, cells: Cells, sample: Sequence[Sequence[str]]) -> None:
        self._level, self._cells, self._tally = plan.level, cells, cells.tally
        self._placer = Placer(plan, data, cells, sample, nested=True)
        self._fields = [name for name in ("place", "town", "county") if cells.has(name)]
        self._circles: Mapping[str, LevelArea] = {
            fold(name): (AreaLevel.CIRCLE, circle.id)
            for circle in data.circles.values()
            for name in (circle.id, circle.name.zh, circle.name.en)
        }

    def words(self, rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
        """Return the names of areas that each row gives, as they stand there."""
        columns = [self._cells.column(name, rows) for name in self._fields]
        return list(zip(*columns, strict=True)) if columns else [()] * len(rows)

    def areas(self, rows: Sequence[Sequence[str]], numbers: Sequence[int], faults: Faults) -> list[LevelArea | None]:
        """Return level and area of each row, None where it is left out or refused."""
        texts = [next((raw for raw in raws if raw.strip()), "") for raws in self.words(rows)]
        if self._level in CLASSES or self._level is AreaLevel.CIRCLE:
            names = self._circles if self._level is AreaLevel.CIRCLE else _CLASSES
            return [self._named(raw, names, index, faults) for index, raw in enumerate(texts)]
        kept = [index for index, raw in enumerate(texts) if not raw or fold(raw[:20]) not in _COUNTRY]
        for index in sorted(set(range(len(rows))) - set(kept)):
            self._tally.count(NATION, numbers[index], old=texts[index].strip())
        local: Faults = {}
        places = self._placer.areas([rows[index] for index in kept], [numbers[index] for index in kept], local)
        found: list[LevelArea | None] = [None] * len(rows)
        for at, index in enumerate(kept):
            area = places[at]
            if at in local:
                faults.setdefault(index, []).extend(local[at])
            elif self._level is AreaLevel.COUNTY:
                found[index] = AreaLevel.COUNTY, area.county_code
            elif area.town_code:
                found[index] = AreaLevel.TOWN, area.town_code
            else:
                self._tally.count(SUBTOTAL, numbers[index], old=texts[index].strip())
        return found

    def _named(self, raw: str, names: Mapping[str, LevelArea], index: int, faults: Faults) -> LevelArea | None:
        found = names.get(fold(raw[:100]))
        if found is None:
            field = self._fields[0] if self._fields else ""
            self._cells.refuse(faults, index, field, raw, Refusal("{value} is none of these areas.", value=shown(raw)))
        return found
