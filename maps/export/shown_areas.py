"""Tables of areas: the indicators on the map by township, county or circle, and the circles beside it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from data.balance.composite import rank
from data.balance.evaluate import INDEX, Side, column, indicator_of
from data.balance.explain import explain
from data.balance.groups import By, Groups, groups
from data.balance.index import IndexSide, index_sensitivity
from data.balance.indicator import Indicator
from data.cells import number
from maps.choropleth import ESTIMATED_LEVELS, FEW_PEOPLE, UNKNOWN, choropleth
from maps.context import Context
from maps.export.table import Cell, Role, ShownColumn, ShownTable
from maps.showing import class_texts, unit_words
from maps.table import columns_of

_SUFFIX: dict[Side, str] = {"baseline": "_baseline", "scenario": "", "difference": "_difference"}
"""What the command ``assess`` puts behind an indicator under a scenario: the value is that of the scenario."""


@dataclass(frozen=True)
class _Filled:
    """A column and its cells, one a row."""

    column: ShownColumn
    cells: tuple[Cell, ...]


def area_table(
    context: Context, table_id: str, by: By, names: Sequence[str], *, classified: bool = False
) -> ShownTable:
    """Return the areas of one level that are in focus, with indicators and all that stands behind each value.

    ``classified`` adds the classes of the map. Raises UnknownNameError for an indicator.
    """
    areas = groups(context.project, by)
    rows = _in_focus(context, areas)
    columns = [*_names(context, areas, rows), *_circles(context, areas, rows)]
    for name in names:
        several = len(names) > 1
        columns += _values(context, areas, rows, name)
        columns += _companions(context, areas, rows, name, several)
        if classified:
            columns += _classes(context, rows, name)
        columns.append(_sources(context, areas, rows, name, several))
    translate = context.texts.translate
    title = translate("Data", "Values") if table_id == "values" else translate("Data", "Symbols")
    return _table(context, table_id, title, columns)


def circle_table(context: Context) -> ShownTable:
    """Return the table beside the map: the circles and the nation, with the indicators that belong to the view."""
    areas, nation = groups(context.project, "circle"), groups(context.project, "nation")
    own = range(len(areas.ids))
    columns = [
        _Filled(one.column, one.cells + other.cells)
        for one, other in zip(_names(context, areas, own), _names(context, nation, range(1)), strict=True)
    ]
    for name in columns_of(context):
        on_map = context.shows("choropleth") and name == context.view.choropleth
        values = _values(context, areas, own, name, compared=on_map)
        of_nation = _values(context, nation, range(1), name, compared=on_map)
        for one, other in zip(values, of_nation, strict=True):
            # Areas are compared with areas of their kind; the nation has nobody to be compared with.
            columns.append(_Filled(one.column, one.cells + ((None,) if name == INDEX else other.cells)))
        if name == INDEX:
            columns += _ranks(context)
        columns.append(
            _Filled(
                _sources_column(context, name, True),
                _sources(context, areas, own, name, True).cells + _sources(context, nation, range(1), name, True).cells,
            )
        )
    return _table(context, "circles", context.texts.translate("Data", "Life circles"), columns)


def _table(context: Context, table_id: str, title: str, columns: Sequence[_Filled]) -> ShownTable:
    rows = tuple(zip(*(one.cells for one in columns), strict=True))
    return ShownTable(table_id, title, context.view.language, tuple(one.column for one in columns), rows)


def _in_focus(context: Context, areas: Groups) -> list[int]:
    """Return the rows of the areas that do not step back on the map: of circles, where one has the focus, only it."""
    focus = context.view.focus
    if areas.by == "circle" and focus is not None and focus.kind == "circle":
        return [row for row, name in enumerate(areas.ids) if name == focus.id]
    inside = areas.weights[:, context.towns_in_focus] > 0
    return np.flatnonzero(inside.any(axis=1)).tolist()


def _names(context: Context, areas: Groups, rows: Sequence[int]) -> list[_Filled]:
    translate = context.texts.translate

    def of(get: str) -> tuple[Cell, ...]:
        return tuple(getattr(areas.names[row], get) for row in rows)

    return [
        _Filled(ShownColumn("id", translate("Data", "Code"), "id"), tuple(areas.ids[row] for row in rows)),
        _Filled(ShownColumn("name_zh", translate("Data", "Name (Chinese)"), "name"), of("zh")),
        _Filled(ShownColumn("name_en", translate("Data", "Name (English)"), "name"), of("en")),
    ]


def _circles(context: Context, areas: Groups, rows: Sequence[int]) -> Iterator[_Filled]:
    """Yield to which circles each area belongs, at least with a part of it: ids, and names."""
    members, order = context.shapes.members, context.project.definition.circles
    if areas.by == "circle":
        found = [[areas.ids[row]] for row in rows]
    else:
        inside = ({name for town in np.flatnonzero(areas.weights[row]) for name in members[town]} for row in rows)
        found = [[name for name in order if name in names] for names in inside]
    heading, known, language = (
        context.texts.translate("Data", "Life circles"),
        context.project.data.circles,
        context.view.language,
    )
    comma = context.texts.translate("Data", ", ")
    yield _Filled(ShownColumn("circles", heading, "code"), tuple(";".join(names) for names in found))
    words = (comma.join(known[name].name.text(language) for name in names) for names in found)
    yield _Filled(ShownColumn("circles_words", heading), tuple(words))


def _level_words(context: Context, level: str) -> str:
    """Return in words from what areas a value was lent, '' where it is the area's own."""
    translate = context.texts.translate
    words = {
        "county": translate("Data", "county figure"),
        "rural/non-rural": translate("Data", "figure of its rural or non-rural class"),
        "nation": translate("Data", "national figure"),
    }
    return translate("Data", ", ").join(words.get(one, one) for one in level.split("+") if one)


def _sides(context: Context) -> tuple[Side, ...]:
    return ("baseline",) if context.side == "baseline" else ("scenario", "baseline", "difference")


def _values(context: Context, areas: Groups, rows: Sequence[int], name: str, *, compared: bool = True) -> list[_Filled]:
    """Return the values of an indicator on the sides shown, and the column that says which are only bounds."""
    indicator = indicator_of(context.project, name)
    texts, language = context.texts, context.view.language
    short = indicator.short.text(language)
    headings = {
        "baseline": texts.translate("Data", "{indicator}, now"),
        "scenario": texts.translate("Data", "{indicator}, scenario"),
        "difference": texts.translate("Data", "{indicator}, change"),
    }
    sides = _sides(context) if compared else ("baseline",)
    bound = f"{name}_bound"
    columns = []
    for side in sides:
        own = column(context.project, name, areas.by, side)
        alone = len(sides) == 1
        shown = ShownColumn(
            name if alone else name + _SUFFIX[side],
            short if alone else headings[side].format(indicator=short),
            "value",
            "" if "/" in indicator.unit.zh else unit_words(texts, indicator.unit, side),
            indicator.decimals,
            "" if side == "difference" else bound,
            signed=side == "difference",
        )
        columns.append(_Filled(shown, tuple(number(float(own.values[row])) for row in rows)))
    stated = column(context.project, name, areas.by, sides[0])
    heading = texts.translate("Data", "{indicator}: bound").format(indicator=short)
    columns.append(_Filled(ShownColumn(bound, heading), tuple(stated.bounds[row] for row in rows)))
    return columns


def _companions(context: Context, areas: Groups, rows: Sequence[int], name: str, several: bool) -> Iterator[_Filled]:
    """Yield what a value stands on: its unit, the level it falls back to, the people it is known for."""
    texts, indicator = context.texts, indicator_of(context.project, name)
    own = column(context.project, name, areas.by, context.side)

    def column_of(what: str, heading: str, role: Role = "note", decimals: int | None = None) -> ShownColumn:
        return ShownColumn(f"{name}_{what}", _of(context, indicator, heading, several), role, decimals=decimals)

    unit = unit_words(texts, indicator.unit, "baseline")
    yield _Filled(column_of("unit", texts.translate("Data", "Unit"), "code"), (unit,) * len(rows))
    level = texts.translate("Data", "Level of its figures")
    yield _Filled(column_of("level", level, "code"), tuple(own.levels[row] for row in rows))
    yield _Filled(column_of("level_words", level), tuple(_level_words(context, own.levels[row]) for row in rows))
    yield _Filled(
        column_of("known_share", texts.translate("Data", "Share of people it stands on"), decimals=3),
        tuple(number(float(own.known[row])) for row in rows),
    )
    lent, few = texts.translate("Data", "Lent by a class or the nation"), texts.translate("Data", "Doubtful")
    known = [not math.isnan(own.values[row]) for row in rows]
    levels = [set(own.levels[row].split("+")) for row in rows]
    yield _Filled(
        column_of("estimated", lent),
        tuple(there and found <= ESTIMATED_LEVELS for there, found in zip(known, levels, strict=True)),
    )
    yield _Filled(
        column_of("doubtful", few),
        tuple(there and bool(own.known[row] < FEW_PEOPLE) for there, row in zip(known, rows, strict=True)),
    )


def _of(context: Context, indicator: Indicator, heading: str, several: bool) -> str:
    """Return the heading of a companion, which names the indicator where there are several."""
    if not several:
        return heading
    return context.texts.translate("Data", "{indicator}: {what}").format(
        indicator=indicator.short.text(context.view.language), what=heading
    )


def _classes(context: Context, rows: Sequence[int], name: str) -> Iterator[_Filled]:
    """Yield the class of each area as it is coloured, numbered from 1 (low), and its words in the legend."""
    translate, classified = context.texts.translate, choropleth(context)
    words = class_texts(context, classified)
    member = [int(classified.classes.member[row]) for row in rows]
    number_column = ShownColumn(f"{name}_class", translate("Data", "Class"), decimals=0)
    yield _Filled(number_column, tuple(None if one == UNKNOWN else one + 1 for one in member))
    range_column = ShownColumn(f"{name}_range", translate("Data", "Range of the class"))
    yield _Filled(range_column, tuple(None if one == UNKNOWN else words[one] for one in member))


def _sources_column(context: Context, name: str, several: bool) -> ShownColumn:
    indicator, words = indicator_of(context.project, name), context.texts.translate("Data", "Sources")
    return ShownColumn(f"{name}_sources", _of(context, indicator, words, several))


def _sources(context: Context, areas: Groups, rows: Sequence[int], name: str, several: bool) -> _Filled:
    """Return the ids of the sources of each value, under a scenario of all values of the row."""
    return _Filled(
        _sources_column(context, name, several),
        tuple(";".join(_source_ids(context, areas, row, name)) for row in rows),
    )


def _source_ids(context: Context, areas: Groups, row: int, name: str) -> Iterable[str]:
    """Return the sources of one row, each once; those of a difference alone would not tell of what stays."""
    sides: tuple[Side, ...] = ("baseline",) if context.side == "baseline" else ("scenario", "baseline")
    found = (explain(context.project, name, areas.by, areas.ids[row], side).sources for side in sides)
    return dict.fromkeys(source.id for sources in found for source in sources)


def _ranks(context: Context) -> list[_Filled]:
    """Return the places of the circles by the index, with the interval that other weights and methods give them."""
    translate, project = context.texts.translate, context.project
    side: IndexSide = "baseline" if context.side == "baseline" else "scenario"
    places = rank(column(project, INDEX, "circle", side).values)
    spread = index_sensitivity(project, "circle", side)
    found = (
        (f"{INDEX}_rank", translate("Data", "Rank"), places),
        (f"{INDEX}_rank_low", translate("Data", "Rank, best (5%)"), spread.low_rank),
        (f"{INDEX}_rank_high", translate("Data", "Rank, worst (95%)"), spread.high_rank),
    )
    return [
        _Filled(ShownColumn(name, heading, "value", decimals=0), (*(number(float(one)) for one in values), None))
        for name, heading, values in found
    ]
