"""From the columns of a CSV file to records of the model, one function a file; every reference is checked."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from data.errors import DataSetError
from data.model import (
    KINDS,
    AreaLevel,
    Circle,
    CircleProfile,
    County,
    CoverageSeries,
    Definition,
    Figure,
    IdsService,
    Layer,
    Link,
    Member,
    Name,
    PolicyFigure,
    Precision,
    Site,
    Source,
    Status,
    Town,
    Variable,
)
from data.numbers import LAT, LON, RANGES
from data.tables import Table
from data.targets import LEVELS, TOPICS, TargetPoint, TargetSeries
from data.vocabulary import LANDMASSES

EXTRA_COLUMNS: Mapping[Layer, tuple[str, ...]] = {
    Layer.AI: ("part_of", "mw"),
    Layer.TELEMEDICINE: ("partner_hospitals", "partner_basis", "specialties", "network"),
    Layer.HOSPITAL: ("hospital_code", "campus", "emergency_grade", "emergency_beds"),
}
"""The fields of ``Site.extra`` by layer; a site of such a layer has them all."""


def _names(table: Table, prefix: str = "name", *, optional: bool = False) -> list[Name]:
    chinese = table.text(f"{prefix}_zh") if optional else table.required(f"{prefix}_zh")
    return [Name(zh, en) for zh, en in zip(chinese, table.text(f"{prefix}_en"), strict=True)]


def _codes(table: Table, column: str, digits: int) -> tuple[str, ...]:
    """Return the codes of areas; refuse codes of another length, twins, and an order that is not theirs."""
    table.matching(column, f"[0-9]{{{digits}}}")
    codes = table.keys(column)
    for index, (before, after) in enumerate(pairwise(codes), 1):
        if after < before:
            table.refuse(column, index)
    return codes


def sources(table: Table) -> dict[str, Source]:
    """Return the sources by id."""
    columns = [table.text(name) for name in ("title", "publisher", "date", "url", "kind", "note")]
    return {row[0]: Source(*row) for row in zip(table.keys("source_id"), *columns, strict=True)}


def counties(table: Table) -> tuple[County, ...]:
    """Return the counties; refuse a table that is not in the order of their codes."""
    codes = _codes(table, "county_code", 5)
    return tuple(County(code, name) for code, name in zip(codes, _names(table), strict=True))


def towns(table: Table, counties: Mapping[str, County], sources: Mapping[str, Source]) -> tuple[Town, ...]:
    """Return the towns; refuse a table out of order, and classes that contradict each other."""
    codes = _codes(table, "town_code", 8)
    county_codes = table.references("county_code", counties)
    rural, offshore = table.flags("rural"), table.flags("offshore")
    bases = table.references("rural_basis", ("", "density", "island", "density+island"))
    for index, (code, county) in enumerate(zip(codes, county_codes, strict=True)):
        if code[:5] != county:
            table.refuse("county_code", index)
        if bool(bases[index]) != rural[index] or ("island" in bases[index]) != offshore[index]:
            table.refuse("rural_basis", index)
    return tuple(
        Town(*row)
        for row in zip(
            codes,
            _names(table),
            [counties[code] for code in county_codes],
            table.numbers("lon", LON),
            table.numbers("lat", LAT),
            rural,
            bases,
            table.references("indigenous", ("", "mountain", "plain")),
            offshore,
            table.references("landmass", LANDMASSES),
            table.references("class_source_id", sources, optional=True),
            table.text("class_note"),
            strict=True,
        )
    )


def circles(table: Table) -> dict[str, Circle]:
    """Return the circles by id, in their order."""
    rows = zip(
        table.keys("circle"),
        _names(table),
        table.text("short_zh"),
        map(int, table.matching("order", "[1-9][0-9]*")),
        table.matching("colour", "#[0-9A-Fa-f]{6}"),
        strict=True,
    )
    return {row[0]: Circle(*row) for row in sorted(rows, key=lambda row: row[3])}


def definitions(
    table: Table, members: Table, circles: Mapping[str, Circle], areas: set[str], sources: Mapping[str, Source]
) -> tuple[dict[str, Definition], str]:
    """Return the definitions by id, and the id of the default one."""
    ids = table.keys("definition")
    members_of: dict[str, list[Member]] = {key: [] for key in ids}
    for definition, *row in zip(
        members.references("definition", members_of),
        members.references("circle", circles),
        members.references("area", areas),
        members.flags("assumption"),
        members.references("source_id", sources),
        members.text("source_location"),
        members.text("note"),
        strict=True,
    ):
        members_of[definition].append(Member(*row))
    for index, key in enumerate(ids):
        if not members_of[key]:
            table.refuse("definition", index)
    defaults = [key for key, default in zip(ids, table.flags("default"), strict=True) if default]
    if len(defaults) != 1:
        raise DataSetError("The data file {file} must mark exactly one default definition.", file=table.path)
    rows = zip(ids, _names(table), table.references("source_id", sources), strict=True)
    return {row[0]: Definition(*row, tuple(members_of[row[0]])) for row in rows}, defaults[0]


def profiles(table: Table, circles: Mapping[str, Circle], sources: Mapping[str, Source]) -> tuple[CircleProfile, ...]:
    """Return what the documents say of each circle."""
    return tuple(
        CircleProfile(*row)
        for row in zip(
            table.references("circle", circles),
            table.text("aspect"),
            _names(table, "text"),
            table.references("source_id", sources),
            table.text("source_location"),
            strict=True,
        )
    )


def variables(table: Table) -> dict[str, Variable]:
    """Return the variables by id."""
    rows = zip(
        table.keys("variable"),
        _names(table),
        table.text("unit"),
        table.text("base"),
        _names(table, "definition", optional=True),
        _names(table, "reporter", optional=True),
        strict=True,
    )
    return {row[0]: Variable(*row) for row in rows}


def series(table: Table, variables: Mapping[str, Variable]) -> dict[str, CoverageSeries]:
    """Return the coverage series by id."""
    rows = zip(
        table.keys("series"),
        table.references("variable", variables),
        _names(table),
        table.text("period"),
        _names(table, "note"),
        strict=True,
    )
    return {row[0]: CoverageSeries(*row) for row in rows}


def figures(
    table: Table,
    variables: Mapping[str, Variable],
    areas: set[str],
    series: Mapping[str, CoverageSeries],
    sources: Mapping[str, Source],
) -> tuple[Figure, ...]:
    """Return the figures.

    A town, county or circle figure must name its area, any other must not; the value must be possible in the unit of
    its variable; no two figures may say the same thing of one area, period and kind.
    """
    levels = table.choices("level", AreaLevel)
    named = {AreaLevel.TOWN, AreaLevel.COUNTY, AreaLevel.CIRCLE}
    places = table.references("area", areas, optional=True)
    for index, (level, area) in enumerate(zip(levels, places, strict=True)):
        if bool(area) != (level in named):
            table.refuse("area", index)
    measured, periods = table.references("variable", variables), table.text("period")
    kinds, values = table.references("kind", KINDS), table.numbers("value")
    said: set[tuple[str, ...]] = set()
    for index, what in enumerate(zip(measured, levels, places, periods, kinds, strict=True)):
        limits = RANGES.get(variables[measured[index]].unit)
        if limits is not None and not limits.holds(values[index]):
            table.refuse("value", index)
        if what in said:
            table.refuse("id", index)
        said.add(what)
    return tuple(
        Figure(*row)
        for row in zip(
            table.keys("id"),
            measured,
            levels,
            places,
            periods,
            kinds,
            values,
            table.references("bound", ("", ">=", "<=")),
            table.references("series", series, optional=True),
            table.references("source_id", sources),
            table.text("source_location"),
            table.text("note"),
            strict=True,
        )
    )


def policy_figures(table: Table, sources: Mapping[str, Source]) -> tuple[PolicyFigure, ...]:
    """Return the figures of the policy documents."""
    return tuple(
        PolicyFigure(*row)
        for row in zip(
            table.keys("id"),
            table.text("topic"),
            _names(table),
            *(table.text(name) for name in ("level", "area", "period")),
            table.references("kind", KINDS),
            table.numbers("value"),
            table.text("unit"),
            table.references("source_id", sources),
            table.text("source_location"),
            table.text("note"),
            strict=True,
        )
    )


def targets(
    table: Table, points: Table, figures: set[str], areas: set[str], sources: Mapping[str, Source]
) -> tuple[TargetSeries, ...]:
    """Return the target series; refuse one without points, and points that are no figure of the set."""
    ids = table.keys("target")
    points_of: dict[str, list[TargetPoint]] = {key: [] for key in ids}
    for target, *row in zip(
        points.references("target", points_of),
        points.references("kind", KINDS),
        points.text("period"),
        points.numbers("value"),
        points.references("bound", ("", ">=", "<=")),
        points.flags("disputed"),
        points.references("source_id", sources),
        points.text("source_location"),
        points.text("note"),
        points.references("figure_id", figures),
        strict=True,
    ):
        points_of[target].append(TargetPoint(*row))
    for index, key in enumerate(ids):
        if not points_of[key]:
            table.refuse("target", index)
    directions = {"1": 1, "-1": -1}
    rows = zip(
        ids,
        table.references("topic", TOPICS),
        _names(table),
        table.text("unit"),
        _names(table, "basis"),
        table.references("level", LEVELS),
        table.references("area", areas, optional=True),
        [directions[text] for text in table.references("direction", directions)],
        table.text("indicator"),
        [tuple(points_of[key]) for key in ids],
        strict=True,
    )
    return tuple(TargetSeries(*row) for row in rows)


def sites(
    table: Table, layer: Layer, counties: set[str], towns: tuple[Town, ...], sources: Mapping[str, Source]
) -> list[Site]:
    """Return the sites of one layer; refuse a site in a town of another county, or without a town."""
    extra = EXTRA_COLUMNS.get(layer, ())
    precisions = table.choices("precision", Precision)
    county_codes = table.references("county_code", counties)
    town_codes = table.references("town_code", {town.code for town in towns}, optional=True)
    for index, (county, town, precision) in enumerate(zip(county_codes, town_codes, precisions, strict=True)):
        if town[:5] != county if town else precision is not Precision.COUNTY:
            table.refuse("town_code", index)
    extras: list[dict[str, str]] = [{} for _ in range(table.rows)]
    for column in extra:
        for fields, value in zip(extras, table.text(column), strict=True):
            fields[column] = value
    if layer is Layer.AI:
        table.optional_numbers("mw")
        for index, (part, whole) in enumerate(
            zip(table.text("id"), table.references("part_of", set(table.text("id")), optional=True), strict=True)
        ):
            if part == whole:
                table.refuse("part_of", index)
    if layer is Layer.HOSPITAL:
        table.matching("emergency_beds", "[0-9]{0,3}")
    rows = zip(
        table.keys("id"),
        [layer] * table.rows,
        table.references("category", ("spoke", "hub")) if layer is Layer.TELEMEDICINE else table.text("category"),
        _names(table),
        table.text("operator"),
        county_codes,
        town_codes,
        table.text("locality"),
        table.numbers("lon", LON),
        table.numbers("lat", LAT),
        precisions,
        table.choices("status", Status),
        table.text("status_text"),
        table.text("year"),
        table.optional_numbers("value"),
        table.text("unit"),
        table.references("source_id", sources),
        table.text("source_location"),
        table.text("note"),
        extras,
        strict=True,
    )
    return [Site(*row) for row in rows]


def links(table: Table, spokes: set[str], hubs: set[str], sources: Mapping[str, Source]) -> tuple[Link, ...]:
    """Return the remote-care links, each from a spoke to a hub."""
    rows = zip(
        table.references("spoke_id", spokes),
        table.references("hub_id", hubs),
        table.references("source_id", sources),
        strict=True,
    )
    return tuple(Link(*row) for row in rows)


def ids_services(
    table: Table, towns: tuple[Town, ...], sites: set[str], sources: Mapping[str, Source]
) -> tuple[IdsService, ...]:
    """Return which hospital serves which mountain or island town."""
    rows = zip(
        table.references("town_code", {town.code for town in towns}),
        table.text("hospital"),
        table.references("hospital_id", sites, optional=True),
        table.references("source_id", sources),
        table.text("note"),
        strict=True,
    )
    return tuple(IdsService(*row) for row in rows)
