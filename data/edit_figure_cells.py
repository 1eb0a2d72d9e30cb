"""A figure as cells of a table that people edit: its value, source and remarks; what it speaks of stands fast."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from data.dataset import DataSet
from data.edit_cells import CellFault, number_text, read_number, source_named
from data.edit_words import FIGURE_KINDS, LEVELS, shown
from data.errors import InputError, UserError
from data.intake.cleaned import Refusal
from data.model import AreaLevel, Figure, Language
from data.own_edits import changed_figure, check_value
from data.vocabulary import unit

COLUMNS = ("variable", "level", "area", "period", "kind", "value", "unit", "source", "note")
WRITABLE = ("value", "source", "note")


def cell_text(figure: Figure, column: str, data: DataSet, language: Language) -> str:
    """Return what a cell of a figure shows."""
    return _SHOWN[column](figure, data, language)


def with_cells(
    figure: Figure, cells: Mapping[str, str], data: DataSet, language: Language
) -> tuple[Figure, tuple[CellFault, ...]]:
    """Return the figure with these texts in its columns, and what could not be taken."""
    faults: list[CellFault] = []
    fields: dict[str, Any] = {}
    for column, text in cells.items():
        text = text.strip()
        if text == cell_text(figure, column, data, language).strip():
            continue
        try:
            fields |= _read(figure, column, text, data)
        except (UserError, Refusal) as fault:
            faults.append(CellFault(column, text, fault))
    return changed_figure(figure, data, **fields), tuple(faults)


def area_text(data: DataSet, level: AreaLevel, area: str, language: Language) -> str:
    """Return the name of an area; the nation and the classes have their level's."""
    if level is AreaLevel.TOWN and area in data.town_index:
        return data.towns[data.town_index[area]].full_name(language)
    if level is AreaLevel.COUNTY and area in data.county_index:
        return data.counties[data.county_index[area]].name.text(language)
    if level is AreaLevel.CIRCLE and area in data.circles:
        return data.circles[area].name.text(language)
    return area


def _read(figure: Figure, column: str, text: str, data: DataSet) -> dict[str, Any]:
    if column == "note":
        return {"note": text}
    if column == "source":
        return {"source_id": source_named(data, text), "source_location": ""}
    if column == "value":
        value = read_number(text)
        if value is None:
            raise InputError("A figure needs a number; delete the figure where its value is not known.")
        check_value(value, data.variables[figure.variable])
        return {"value": value, "bound": ""}
    raise InputError("What a figure speaks of cannot be changed; delete it and add another.")


def _variable_shown(figure: Figure, data: DataSet, language: Language) -> str:
    variable = data.variables.get(figure.variable)
    return figure.variable if variable is None else variable.name.text(language)


def _unit_shown(figure: Figure, data: DataSet, language: Language) -> str:
    variable = data.variables.get(figure.variable)
    return "" if variable is None else unit(variable.unit).text(language)


def _source_shown(figure: Figure, data: DataSet, _language: Language) -> str:
    source = data.sources.get(figure.source_id)
    return figure.source_id if source is None else source.title


_SHOWN: Mapping[str, Callable[[Figure, DataSet, Language], str]] = MappingProxyType(
    {
        "variable": _variable_shown,
        "level": lambda figure, _data, language: shown(LEVELS, figure.level, language),
        "area": lambda figure, data, language: area_text(data, figure.level, figure.area, language),
        "period": lambda figure, _data, _language: figure.period,
        "kind": lambda figure, _data, language: shown(FIGURE_KINDS, figure.kind, language),
        "value": lambda figure, _data, _language: figure.bound + number_text(figure.value),
        "unit": _unit_shown,
        "source": _source_shown,
        "note": lambda figure, _data, _language: figure.note,
    }
)
