"""A comparison of two projects as tables: for the window, for Excel and for the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from data import vocabulary
from data.balance.evaluate import indicator_of
from data.model import AreaLevel, Figure, Name, Place, Site
from data.project import Project
from data.project_file.compare import Comparison, FigureDifference, SiteDifference, TownDifference, ValueDifference
from desktop import whatif_words, words
from desktop.project.compare_named import named_table
from desktop.project.compare_words import CHANGES, FIELDS, SIDES
from maps.export.table import Cell, ShownColumn, ShownTable
from maps.layer_words import layer_words
from maps.texts import Texts

_LONGEST = 200
"""Characters of a value that a cell repeats."""


@dataclass(frozen=True, eq=False)
class Compared:
    """One table, and for each of its rows the place that it speaks of, None where there is none to go to."""

    table: ShownTable
    places: tuple[Place | None, ...]
    decimals: tuple[int, ...] = ()
    """of the numbers of each row, where they are not those of the columns"""

    def words(self) -> tuple[tuple[str, ...], ...]:
        """Return the cells that people read, as they read them."""
        table = self.table
        if not self.decimals:
            return table.words(table.for_people())
        found: list[tuple[str, ...]] = []
        for row, decimals in zip(table.rows, self.decimals, strict=True):
            columns = tuple(
                replace(one, decimals=decimals) if one.decimals is not None else one for one in table.columns
            )
            alone = replace(table, columns=columns, rows=(row,))
            found += alone.words(alone.for_people())
        return tuple(found)


def compared_tables(found: Comparison, a: Project, b: Project, texts: Texts) -> tuple[Compared, ...]:
    """Return the tables that have rows; ``a`` is before, ``b`` after. Places are those that ``b`` has."""
    tables = (
        _values(found, b, texts),
        _sites(found, a, b, texts),
        _figures(found, a, b, texts),
        _towns(found, a, b, texts),
        _definitions(found, a, b, texts),
        _scenario(found, a, b, texts),
        _scenes(found, texts),
        _named(found, texts),
        _whole(found, a, b, texts),
    )
    return tuple(one for one in tables if one.table.rows)


def _table(
    table_id: str, title: str, texts: Texts, columns: Iterable[ShownColumn], rows: Iterable[tuple[Cell, ...]]
) -> ShownTable:
    return ShownTable(table_id, title, texts.language, tuple(columns), tuple(rows))


def _before_after(texts: Texts, decimals: int | None = None) -> tuple[ShownColumn, ShownColumn]:
    return (
        ShownColumn("before", texts.translate("Compare", "Before"), "value", decimals=decimals),
        ShownColumn("after", texts.translate("Compare", "After"), "value", decimals=decimals),
    )


def _values(found: Comparison, b: Project, texts: Texts) -> Compared:
    translate, language = texts.translate, texts.language
    rows: list[tuple[Cell, ...]] = []
    places: list[Place | None] = []
    decimals: list[int] = []
    for one in found.values:
        indicator = indicator_of(b, one.indicator)
        decimals.append(_decimals(one, indicator.decimals))
        circle, unit = b.data.circles.get(one.area), indicator.unit.text(language)
        area = translate("Compare", "Taiwan") if circle is None else circle.name.text(language)
        both = one.before is not None and one.after is not None
        rows.append(
            (
                _with_unit(indicator.name.text(language), unit, texts),
                area,
                translate("Compare", SIDES[one.side]),
                one.before,
                one.after,
                (one.after or 0.0) - (one.before or 0.0) if both else None,
                one.indicator,
                one.area,
                one.side,
            )
        )
        places.append(Place("circle", one.area) if one.area in b.definition.circles else None)
    several = len({one.side for one in found.values}) > 1
    columns = (
        ShownColumn("name", translate("Compare", "Indicator"), "id"),
        ShownColumn("area_name", translate("Compare", "Area")),
        ShownColumn("side_words", translate("Compare", "Side"), "note" if several else "code"),
        *_before_after(texts, 3),
        ShownColumn("difference", translate("Compare", "Difference"), "value", decimals=3, signed=True),
        ShownColumn("indicator", translate("Compare", "Indicator"), "code"),
        ShownColumn("area", translate("Compare", "Area"), "code"),
        ShownColumn("side", translate("Compare", "Side"), "code"),
    )
    table = _table("values", translate("Compare", "Scorecard"), texts, columns, rows)
    return Compared(table, tuple(places), tuple(decimals))


def _decimals(one: ValueDifference, usual: int) -> int:
    """Return how many decimals show that the two values differ, up to three more than usual."""
    if one.before is None or one.after is None:
        return usual
    pair = one.before, one.after
    return next((more for more in range(usual, usual + 3) if round(pair[0], more) != round(pair[1], more)), usual + 3)


def _sites(found: Comparison, a: Project, b: Project, texts: Texts) -> Compared:
    translate, language = texts.translate, texts.language
    rows: list[tuple[Cell, ...]] = []
    places: list[Place | None] = []
    for one in found.sites:
        site = one.after or one.before
        if site is None:
            continue
        rows.append(
            (
                translate("Compare", CHANGES[one.change]),
                layer_words(texts, site.layer),
                site.name.text(language),
                _where(b if one.after else a, site, texts),
                one.metres or None,
                "; ".join(_site_changes(one, a, b, texts)),
                site.id,
                one.change,
            )
        )
        if one.after is not None:
            places.append(Place("site", one.after.id))
        else:
            places.append(Place("town", site.town_code) if site.town_code in b.data.town_index else None)
    columns = (
        ShownColumn("change", translate("Compare", "Change")),
        ShownColumn("layer", translate("Compare", "Layer")),
        ShownColumn("name", translate("Compare", "Site"), "id"),
        ShownColumn("where", translate("Compare", "Township")),
        ShownColumn("metres", translate("Compare", "Moved (m)"), "value", decimals=0),
        ShownColumn("differences", translate("Compare", "What differs")),
        ShownColumn("id", translate("Compare", "Code"), "code"),
        ShownColumn("kind", translate("Compare", "Change"), "code"),
    )
    return Compared(_table("sites", translate("Compare", "Sites"), texts, columns, rows), tuple(places))


def _site_changes(one: SiteDifference, a: Project, b: Project, texts: Texts) -> Iterator[str]:
    if one.before is None or one.after is None:
        return
    colon = "：" if texts.language == "zh" else ": "
    for name in one.fields:
        if name in ("lon", "lat"):
            continue  # the column of metres says it
        label = texts.translate("Compare", FIELDS[name]) if name in FIELDS else name
        sides = [_value(name, getattr(site, name), of) for site, of in ((one.before, a), (one.after, b))]
        yield f"{label}{colon}{' → '.join(_shown(value, texts) for value in sides)}"


def _value(name: str, value: object, project: Project) -> object:
    """Return what people call the value of a field that is a code."""
    data = project.data
    if name == "source_id":
        return data.sources[value].title if isinstance(value, str) and value in data.sources else value
    if name == "town_code" and value in data.town_index:
        return data.towns[data.town_index[str(value)]].name
    if name == "county_code" and value in data.county_index:
        return data.counties[data.county_index[str(value)]].name
    if name in ("category", "status", "precision", "status_text"):
        return vocabulary.words(str(value))
    return vocabulary.unit(str(value)) if name == "unit" else value


def _with_unit(name: str, unit: str, texts: Texts) -> str:
    if not unit:
        return name
    return f"{name}（{unit}）" if texts.language == "zh" else f"{name} ({unit})"


def _shown(value: object, texts: Texts) -> str:
    if isinstance(value, Name):
        text = value.text(texts.language)
    elif isinstance(value, float):
        text = texts.number(value, 0 if value.is_integer() else 2)
    elif isinstance(value, str) or value is None:
        text = value or "–"
    else:
        text = ", ".join(f"{key} {one}" for key, one in value.items()) if isinstance(value, dict) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _where(project: Project, site: Site, texts: Texts) -> str:
    row = project.data.town_index.get(site.town_code)
    if row is not None:
        return project.data.towns[row].full_name(texts.language)
    county = project.data.county_index.get(site.county_code)
    return "" if county is None else project.data.counties[county].name.text(texts.language)


def _figures(found: Comparison, a: Project, b: Project, texts: Texts) -> Compared:
    translate = texts.translate
    rows: list[tuple[Cell, ...]] = []
    places: list[Place | None] = []
    for one in found.figures:
        figure = one.after or one.before
        if figure is None:
            continue
        data = (b if one.after else a).data
        variable = data.variables.get(figure.variable)
        place = _place_of(figure, b)
        rows.append(
            (
                _figure_change(one, texts),
                figure.variable if variable is None else variable.name.text(texts.language),
                _area_of(figure, b, texts),
                figure.period,
                vocabulary.words(figure.kind).text(texts.language),
                None if one.before is None else one.before.value,
                None if one.after is None else one.after.value,
                figure.variable,
                figure.area,
            )
        )
        places.append(place)
    columns = (
        ShownColumn("change", translate("Compare", "Change")),
        ShownColumn("name", translate("Compare", "Figure"), "id"),
        ShownColumn("where", translate("Compare", "Area")),
        ShownColumn("period", translate("Compare", "Period")),
        ShownColumn("kind", translate("Compare", "Kind")),
        *_before_after(texts, 2),
        ShownColumn("variable", translate("Compare", "Figure"), "code"),
        ShownColumn("area", translate("Compare", "Area"), "code"),
    )
    return Compared(_table("figures", translate("Compare", "Figures"), texts, columns, rows), tuple(places))


def _figure_change(one: FigureDifference, texts: Texts) -> str:
    kind = "added" if one.before is None else "removed" if one.after is None else "changed"
    return texts.translate("Compare", CHANGES[kind])


def _place_of(figure: Figure, project: Project) -> Place | None:
    if figure.level is AreaLevel.TOWN and figure.area in project.data.town_index:
        return Place("town", figure.area)
    if figure.level is AreaLevel.COUNTY and figure.area in project.data.county_index:
        return Place("county", figure.area)
    return None


def _area_of(figure: Figure, project: Project, texts: Texts) -> str:
    data, language = project.data, texts.language
    if figure.level is AreaLevel.TOWN and figure.area in data.town_index:
        return data.towns[data.town_index[figure.area]].full_name(language)
    if figure.level is AreaLevel.COUNTY and figure.area in data.county_index:
        return data.counties[data.county_index[figure.area]].name.text(language)
    if figure.level is AreaLevel.CIRCLE and figure.area in data.circles:
        return data.circles[figure.area].name.text(language)
    return whatif_words.level(texts, figure.level)


def _towns(found: Comparison, a: Project, b: Project, texts: Texts) -> Compared:
    translate = texts.translate
    columns = (
        ShownColumn("name", translate("Compare", "Township"), "id"),
        *_before_after(texts),
        ShownColumn("town_code", translate("Compare", "Township"), "code"),
    )
    rows = [(*_moved(one, a, b, texts), one.town_code) for one in found.towns]
    places = tuple(Place("town", one.town_code) for one in found.towns)
    return Compared(_table("towns", translate("Compare", "Circles of townships"), texts, columns, rows), places)


def _definitions(found: Comparison, a: Project, b: Project, texts: Texts) -> Compared:
    """Return what differs in each definition; one that was added, removed or reworded has one row without a town."""
    translate = texts.translate
    rows: list[tuple[Cell, ...]] = []
    places: list[Place | None] = []
    for one in found.definitions:
        data = (a if one.change == "removed" else b).data
        about = (
            translate("Compare", CHANGES[one.change]),
            data.definitions[one.definition_id].name.text(texts.language),
        )
        ends = (one.definition_id, one.change)
        for town in one.towns:
            rows.append((*about, *_moved(town, a, b, texts), *ends))
            places.append(Place("town", town.town_code))
        if not one.towns:
            rows.append((*about, "", "", "", *ends))
            places.append(None)
    columns = (
        ShownColumn("change", translate("Compare", "Change")),
        ShownColumn("definition", translate("Compare", "Definition"), "id"),
        ShownColumn("name", translate("Compare", "Township")),
        *_before_after(texts),
        ShownColumn("id", translate("Compare", "Definition"), "code"),
        ShownColumn("kind", translate("Compare", "Change"), "code"),
    )
    table = _table("definitions", translate("Compare", "Definitions"), texts, columns, rows)
    return Compared(table, tuple(places))


def _moved(one: TownDifference, a: Project, b: Project, texts: Texts) -> tuple[str, str, str]:
    """Return the name of a town and its circles on both sides."""

    def circles(project: Project, ids: tuple[str, ...]) -> str:
        known = project.data.circles
        return " + ".join(known[id_].name.text(texts.language) if id_ in known else id_ for id_ in ids) or "–"

    name = b.data.towns[b.data.town_index[one.town_code]].full_name(texts.language)
    return name, circles(a, one.before), circles(b, one.after)


def _scenario(found: Comparison, a: Project, b: Project, texts: Texts) -> Compared:
    translate = texts.translate
    rows: list[tuple[Cell, ...]] = []
    places: list[Place | None] = []
    for kind, project, changes in (("removed", a, found.scenario_removed), ("added", b, found.scenario_added)):
        for change in changes:
            rows.append((translate("Compare", CHANGES[kind]), whatif_words.change(texts, project, change), kind))
            places.append(whatif_words.place(project, change))
    columns = (
        ShownColumn("change", translate("Compare", "Change")),
        ShownColumn("name", translate("Compare", "Supposition"), "id"),
        ShownColumn("kind", translate("Compare", "Change"), "code"),
    )
    return Compared(_table("scenario", translate("Compare", "Scenario"), texts, columns, rows), tuple(places))


def _scenes(found: Comparison, texts: Texts) -> Compared:
    translate = texts.translate
    rows: list[tuple[Cell, ...]] = []
    for one in found.scenes:
        scene = one.after or one.before
        if scene is not None:
            name = scene.title.text(texts.language) or scene.title.zh or scene.id
            rows.append((translate("Compare", CHANGES[one.change]), name, scene.id, one.change))
    columns = (
        ShownColumn("change", translate("Compare", "Change")),
        ShownColumn("name", translate("Compare", "Scene"), "id"),
        ShownColumn("id", translate("Compare", "Scene"), "code"),
        ShownColumn("kind", translate("Compare", "Change"), "code"),
    )
    table = _table("scenes", translate("Compare", "Scenes"), texts, columns, rows)
    return Compared(table, (None,) * len(rows))


def _named(found: Comparison, texts: Texts) -> Compared:
    table = named_table(found, texts)
    return Compared(table, (None,) * len(table.rows))


def _recipe(project: Project, texts: Texts) -> str:
    """Return the indicators of the index and their weights, as the panel of the index names them."""
    comma = "、" if texts.language == "zh" else ", "
    parts = project.index.parts
    return comma.join(
        f"{indicator_of(project, one.indicator).name.text(texts.language)} {one.weight:g}" for one in parts
    )


def _whole(found: Comparison, a: Project, b: Project, texts: Texts) -> Compared:
    translate = texts.translate
    rows: list[tuple[Cell, ...]] = []
    if found.shown is not None:
        names = [project.definition.name.text(texts.language) for project in (a, b)]
        rows.append((translate("Compare", "Definition"), *names))
    if found.overlap is not None:
        rules = [words.overlap(texts, project.overlap) for project in (a, b)]
        rows.append((translate("Compare", "Shared townships"), *rules))
    if found.index_differs:
        recipes = [_recipe(project, texts) for project in (a, b)]
        rows.append((translate("Compare", "Recipe of the index"), *recipes))
    columns = (ShownColumn("name", translate("Compare", "Setting"), "id"), *_before_after(texts))
    table = _table("settings", translate("Compare", "Settings"), texts, columns, rows)
    return Compared(table, (None,) * len(rows))
