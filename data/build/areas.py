"""Counties, towns, circles and their definitions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from data.build import checks
from data.build.context import Areas, Context, Record
from data.build.facts import Facts
from data.build.faults import Faults
from data.build.geometry import Atlas, inner_points
from data.build.landmass import landmasses

CLASS_SOURCE = "calc-rural-2026-08"
RURAL_BASES = ("", "density", "island", "density+island")
CIRCLE_ORDER = ("capital", "silicon", "precision", "south", "east", "islands")


def read_areas(facts: Facts, atlas: Atlas, faults: Faults) -> Areas:
    """Towns as the facts name them today, with the shapes of the atlas; both must know the same 368 codes."""
    town_names = {row["town_code"]: (row["county"], row["town"]) for row in facts.rows("town_population.csv")}
    codes = atlas.codes
    strangers = sorted(set(codes) ^ set(town_names))
    for code in strangers:
        faults.add("town_population.csv", 0, f"town {code} is known to only one of the facts and the boundaries")
    for file in ("town_classes.csv", "town_digital_level.csv"):
        for code in sorted(set(town_names) - {row["town_code"] for row in facts.rows(file)}):
            faults.add(file, 0, f"town {code} has no row")
    if strangers:
        faults.stop_if_any()  # nothing can be placed without the same towns on both sides
    points = {
        code: (float(lon), float(lat)) for code, (lon, lat) in zip(codes, inner_points(atlas.shapes), strict=True)
    }
    county_codes = {county: code[:5] for code, (county, _) in town_names.items()}
    return Areas(atlas, town_names, county_codes, points)


def counties(context: Context) -> list[Record]:
    """The counties in the order of their code, with the English names of the atlas."""
    english = {row[3]: row[5] for row in context.areas.atlas.names}
    return [
        {"county_code": code, "name_zh": name, "name_en": english[code]}
        for name, code in sorted(context.areas.county_codes.items(), key=lambda item: item[1])
    ]


def towns(context: Context) -> list[Record]:
    """The towns with their classes. Remarks where the atlas names a town otherwise."""
    english = {row[0]: row[2] for row in context.areas.atlas.names}
    _remark_names(context)
    sparse = _sparse_towns(context)
    landmass_of = landmasses(context)
    records = []
    for row in context.facts.rows("town_classes.csv"):
        code = context.town(row)
        if not code:
            continue
        for column in ("rural_broadband", "indigenous_area", "offshore_island"):
            context.fault(row, checks.choice(row[column], {"0", "1"}, column))
        context.fault(row, checks.choice(row["rural_basis"], RURAL_BASES, "rural_basis"))
        context.fault(row, checks.choice(row["indigenous_type"], ("", "mountain", "plain"), "indigenous_type"))
        if (row["indigenous_area"] == "1") != bool(row["indigenous_type"]):
            context.fault(row, "indigenous_area and indigenous_type contradict each other")
        if (row["rural_broadband"] == "1") != bool(row["rural_basis"]):
            context.fault(row, "rural_broadband and rural_basis contradict each other")
        rule = "+".join(["density"] * (code in sparse) + ["island"] * (row["offshore_island"] == "1"))
        if row["rural_basis"] != rule:
            context.fault(row, f"rural_basis is {row['rural_basis']!r}, the statutory rule gives {rule!r}")
        lon, lat = context.areas.points[code]
        records.append(
            {
                "town_code": code,
                "county_code": code[:5],
                "name_zh": row["town"],
                "name_en": english[code],
                "lon": f"{lon:.6f}",
                "lat": f"{lat:.6f}",
                "rural": row["rural_broadband"],
                "rural_basis": row["rural_basis"],
                "indigenous": row["indigenous_type"],
                "offshore": row["offshore_island"],
                "landmass": landmass_of[code],
                "class_source_id": context.source(row) if row["source_id"] else CLASS_SOURCE,
                "class_note": row["note"],
            }
        )
    return sorted(records, key=lambda record: record["town_code"])


def _sparse_towns(context: Context) -> set[str]:
    """The towns whose density is below one fifth of the nation's."""
    people, area = {}, {}
    for row in context.facts.rows("town_population.csv"):
        if not (checks.number(row["population"], "persons") or checks.number(row["area_km2"], "km2")):
            people[row["town_code"]], area[row["town_code"]] = int(row["population"]), float(row["area_km2"])
    limit = sum(people.values()) / sum(area.values()) / 5
    return {code for code in people if people[code] / area[code] < limit}


def _remark_names(context: Context) -> None:
    renamed: dict[tuple[str, str], int] = {}
    for code, zh, _, _, county, _ in context.areas.atlas.names:
        fact_county, fact_town = context.areas.town_names[code]
        if county != fact_county:
            renamed[county, fact_county] = renamed.get((county, fact_county), 0) + 1
        if zh != fact_town:
            context.remark(
                "Names", f"`towns.csv` {code}: {zh} in the boundaries, {fact_town} in the facts; the facts win."
            )
    for (old, new), count in sorted(renamed.items()):
        context.remark(
            "Names", f"`counties.csv`: {old} in the boundaries ({count} towns), {new} in the facts; the facts win."
        )


def circles(context: Context) -> list[Record]:
    """The six circles in their order."""
    columns = ("circle", "name_zh", "name_en", "short_zh", "order", "colour")
    records = []
    for row in context.facts.rows("circles.csv"):
        context.fault(row, checks.choice(row["circle"], CIRCLE_ORDER, "circle"))
        context.fault(row, checks.pattern(row["colour"], "#[0-9A-Fa-f]{6}", "colour"))
        context.fault(row, checks.pattern(row["order"], f"[1-{len(CIRCLE_ORDER)}]", "order"))
        context.require(row, "name_zh", "name_en")
        records.append({column: row[column] for column in columns})
    for column in ("circle", "order"):
        if len({record[column] for record in records}) < len(CIRCLE_ORDER):
            context.faults.add("circles.csv", 0, f"does not hold six circles, each with its own {column}")
    return sorted(records, key=lambda record: record["order"])


def definitions(context: Context) -> list[Record]:
    """The definitions in the order of the facts: the default first."""
    records = []
    rows = list(context.facts.rows("circle_definitions.csv"))
    if [row["default"] for row in rows].count("1") != 1:
        context.faults.add("circle_definitions.csv", 0, "not exactly one definition is the default")
    for row in rows:
        context.require(row, "name_zh", "name_en")
        records.append(
            {
                "definition": row["definition"],
                "name_zh": row["name_zh"],
                "name_en": row["name_en"],
                "source_id": context.source(row),
                "default": row["default"],
            }
        )
    return records


def members(context: Context, definition_ids: Iterable[str]) -> list[Record]:
    """The members, by definition in its order and by circle in the order in which ``first`` counts them."""
    order = {definition: i for i, definition in enumerate(definition_ids)}
    by_name = {names: code for code, names in context.areas.town_names.items()}
    whole: dict[tuple[str, str, str], bool] = defaultdict(bool)
    records: list[Record] = []
    for row in context.facts.rows("circle_members.csv"):
        county = context.county(row)
        area = by_name.get((row["county"], row["town"]), "") if row["town"] else county
        if county and not area:
            context.fault(row, f"unknown township {row['county']}{row['town']}")
        context.fault(row, checks.choice(row["assumption"], {"0", "1"}, "assumption"))
        wrong = checks.choice(row["definition"], order, "definition")
        wrong = wrong or checks.choice(row["circle"], CIRCLE_ORDER, "circle")
        if wrong:
            context.fault(row, wrong)
            continue
        records.append(
            {
                "definition": row["definition"],
                "circle": row["circle"],
                "area": area,
                "assumption": row["assumption"],
                "source_id": context.source(row),
                "source_location": row["source_location"],
                "note": row["note"],
            }
        )
        whole[row["definition"], row["circle"], county] |= not row["town"]
        if row["town"] and whole[row["definition"], row["circle"], county]:
            context.fault(row, f"{row['county']} is in the circle as a whole")
    if len(records) == len(list(context.facts.rows("circle_members.csv"))) and all(r["area"] for r in records):
        _refuse_gaps(context, order, records)
    return sorted(records, key=lambda r: (order[r["definition"]], CIRCLE_ORDER.index(r["circle"])))


def _refuse_gaps(context: Context, definitions: Iterable[str], members: list[Record]) -> None:
    """Every definition has members, and the first, the default, has a circle for every town."""
    covered: dict[str, set[str]] = {definition: set() for definition in definitions}
    for record in members:
        covered[record["definition"]].add(record["area"])
    for definition, areas in covered.items():
        if not areas:
            context.faults.add("circle_members.csv", 0, f"definition {definition} has no members")
    default = next(iter(covered.values()), set())
    for code, names in context.areas.town_names.items():
        if default and not {code, code[:5]} & default:
            context.faults.add("circle_members.csv", 0, f"{''.join(names)} is in no circle of the default definition")


def profiles(context: Context) -> list[Record]:
    """What each circle is meant to be, circle by circle."""
    columns = ("circle", "aspect", "text_zh", "text_en", "source_id", "source_location")
    records = []
    for row in context.facts.rows("circle_profiles.csv"):
        wrong = checks.choice(row["circle"], CIRCLE_ORDER, "circle")
        if wrong:
            context.fault(row, wrong)
            continue
        context.source(row)
        records.append({column: row[column] for column in columns})
    return sorted(records, key=lambda record: CIRCLE_ORDER.index(record["circle"]))
