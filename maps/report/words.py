"""Numbers and names of the report as its tables write them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from data.balance.composite import rank
from data.balance.evaluate import INDEX, Side, column, indicator_of
from data.balance.groups import By
from data.balance.indicator import Indicator
from data.model import Language
from data.project import Project
from maps.showing import period_words
from maps.texts import Texts

UNKNOWN = "–"

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}(?: Q\d)?")


@dataclass(frozen=True)
class Speaker:
    """A project read out in one language: under its scenario, where it has one."""

    project: Project
    texts: Texts

    @property
    def language(self) -> Language:
        return self.texts.language

    @property
    def shown(self) -> Project:
        """The project whose values are told."""
        return self.project.what_if

    def indicator(self, name: str) -> Indicator:
        """Return an indicator, the index among them."""
        return indicator_of(self.project, name)

    def heading(self, name: str, *, short: bool = True) -> str:
        """Return the name of an indicator with its unit, where the name does not say it."""
        indicator = self.indicator(name)
        words = (indicator.short if short else indicator.name).text(self.language)
        unit = indicator.unit.text(self.language)
        return words if "/" in indicator.unit.zh or unit in words else f"{words} ({unit})"

    def value(self, name: str, by: By, row: int) -> float:
        """Return a value, NaN where it is unknown. The index is told on the scenario's side of the project."""
        side: Side = "baseline" if self.project.scenario.is_empty else "scenario"
        return float(column(self.project, name, by, side).values[row])

    def cell(self, name: str, by: By, row: int) -> str:
        """Return a value as written in a table, a dash for unknown; the nation has no index to be compared by."""
        value = math.nan if name == INDEX and by == "nation" else self.value(name, by, row)
        if math.isnan(value):
            return UNKNOWN
        return self.number(name, value, self.bound(name, by, row))

    def bound(self, name: str, by: By, row: int) -> str:
        """Return '>=' or '<=' where a value is only known to be at least or at most so much, else ''."""
        return "" if name == INDEX else column(self.shown, name, by).bounds[row]

    def number(self, name: str, value: float, bound: str = "") -> str:
        """Return a value of an indicator with its decimals, a dash for unknown."""
        return UNKNOWN if math.isnan(value) else self.texts.number(value, self.indicator(name).decimals, bound)

    def place(self, name: str, row: int) -> str:
        """Return the place of a circle among those that are known, 1 the best; a dash where neither way is better."""
        indicator = self.indicator(name)
        values = np.array([self.value(name, "circle", one) for one in range(len(self.project.definition.circles))])
        if not indicator.direction or indicator.total or math.isnan(values[row]):
            return UNKNOWN
        known = int((~np.isnan(values)).sum())
        return f"{rank(indicator.direction * values)[row]:.0f} / {known}"

    def periods(self, names: Iterable[str]) -> str:
        """Return of when the figures of indicators are, those of one time together."""
        told: dict[str, list[str]] = {}
        for name in names:
            if name != INDEX:  # its parts have times of their own
                indicator = self.indicator(name)
                told.setdefault(period_words(self.texts, indicator), []).append(indicator.short.text(self.language))
        listed = (
            self.translate("Report", "{names} {period}", names=self.translate("Report", ", ").join(some), period=period)
            for period, some in told.items()
        )
        return self.translate("Report", "Figures of: {list}.", list=self.translate("Report", "; ").join(listed))

    def source_date(self, date: str) -> str:
        """Return the date of a source as a list says it: inferred ones as about, without how they were inferred."""
        found = _DATE.search(date)
        if found is None or date.startswith("undated"):
            return self.translate("Report", "undated")
        if "inferred" in date or "about" in date:
            return self.translate("Report", "about {date}", date=found[0])
        return found[0]

    def translate(self, context: str, source: str, **values: object) -> str:
        """Return a sentence in the language of the report, its fields filled."""
        return self.texts.translate(context, source).format(**values)
