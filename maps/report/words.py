"""Numbers and names of the report as its tables write them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from data.balance.composite import rank
from data.balance.evaluate import INDEX, column, indicator_of
from data.balance.groups import By
from data.balance.indicator import Indicator
from data.model import Language
from data.project import Project
from maps.texts import Texts

UNKNOWN = "–"


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
        side = "baseline" if self.project.scenario.is_empty else "scenario"
        return float(column(self.project, name, by, side).values[row])  # type: ignore[arg-type]

    def cell(self, name: str, by: By, row: int) -> str:
        """Return a value as written in a table, a dash for unknown; the nation has no index to be compared by."""
        value = math.nan if name == INDEX and by == "nation" else self.value(name, by, row)
        if math.isnan(value):
            return UNKNOWN
        indicator = self.indicator(name)
        bound = "" if name == INDEX else column(self.shown, name, by).bounds[row]
        return self.texts.number(value, indicator.decimals, bound)

    def reading(self, name: str, by: By, row: int) -> str:
        """Return name, value and unit of an indicator in one phrase."""
        indicator, value = self.indicator(name), self.cell(name, by, row)
        unit = indicator.unit.text(self.language)
        joined = value if value == UNKNOWN else f"{value}{unit}" if unit == "%" else f"{value} {unit}"
        return f"{indicator.short.text(self.language)} {joined}"

    def place(self, name: str, row: int) -> str:
        """Return the place of a circle among those that are known, 1 the best; a dash where neither way is better."""
        indicator = self.indicator(name)
        values = np.array([self.value(name, "circle", one) for one in range(len(self.project.definition.circles))])
        if not indicator.direction or indicator.total or math.isnan(values[row]):
            return UNKNOWN
        known = int((~np.isnan(values)).sum())
        return f"{rank(indicator.direction * values)[row]:.0f} / {known}"

    def translate(self, context: str, source: str, **values: object) -> str:
        """Return a sentence in the language of the report, its fields filled."""
        return self.texts.translate(context, source).format(**values)
