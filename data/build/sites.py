"""Sites: everything placed, with one set of columns, a normalised status and a checked place."""

from __future__ import annotations

from collections import Counter

from data.build import checks
from data.build.context import Context, Record
from data.build.facts import Row
from data.build.geometry import metres_outside
from data.build.links import partner_basis
from data.numbers import LAT, LON, RANGES, Range

COMMON = (
    "id",
    "category",
    "name_zh",
    "name_en",
    "operator",
    "county_code",
    "town_code",
    "locality",
    "lon",
    "lat",
    "precision",
    "status",
    "status_text",
    "year",
    "value",
    "unit",
    "source_id",
    "source_location",
    "note",
)
SITE_VALUE = Range(0, 10_000_000)
"""Sizes of sites in units that have no range of their own."""
FARTHEST = 3000.0
"""How many metres outside its township a point may lie; boundaries are generalised, sites stand at the water's edge."""

LEVELS = ("medical-centre", "regional", "district", "")
GRADES = ("severe", "moderate", "general", "none", "")
OPERATING = {"operating", "pilot", "operating at source date", "being expanded", "listed 2025-11"}
PLANNED = {"planned", "under-construction", "planned at source date"}


def status(text: str) -> str:
    """The status as the program knows it; the wording of the source is kept beside it."""
    if text in OPERATING:
        return "operating"
    if text in PLANNED or text.startswith("under construction"):
        return "planned"
    return "ended" if text == "ended" else "unknown"


def simple_sites(context: Context, file: str) -> list[Record]:
    """The sites of a file that has the common columns, in the order of their id."""
    records = []
    for row in context.facts.rows(file):
        context.fault(row, checks.words(row["category"], "category"))
        _check(context, row, row["year"])
        records.append(
            {
                **place(context, row),
                "id": row["id"],
                "category": row["category"],
                "name_zh": row["name_zh"],
                "name_en": row["name_en"],
                "operator": row["operator"],
                "locality": row["locality"],
                "status": status(row["status"]),
                "status_text": row["status"],
                "year": row["year"],
                "value": row["value"],
                "unit": row["unit"],
                "source_location": row["source_location"],
                "note": row["note"],
            }
        )
    return sorted(records, key=lambda record: record["id"])


def telemedicine(context: Context) -> list[Record]:
    """Spokes and hubs of remote care, in the order of their id."""
    records = []
    for row in context.facts.rows("telemedicine_points.csv"):
        context.fault(row, checks.choice(row["role"], {"spoke", "hub"}, "role"))
        for code in filter(None, (*row["specialties"].split(";"), row["network"])):
            context.fault(row, checks.words(code, "specialties or network"))
        _check(context, row, row["start_date"])
        records.append(
            {
                **place(context, row),
                "id": row["id"],
                "category": row["role"],
                "name_zh": row["name_zh"],
                "name_en": row["name_en"],
                "status": status(row["status"]),
                "status_text": row["status"],
                "year": row["start_date"],
                "source_location": row["source_location"],
                "note": row["note"],
                "partner_hospitals": row["partner_hospitals"],
                "partner_basis": partner_basis(row),
                "specialties": row["specialties"],
                "network": row["network"],
            }
        )
    return sorted(records, key=lambda record: record["id"])


def hospitals(context: Context) -> list[Record]:
    """Hospitals by campus, in the order of their id; a campus carries its name in brackets."""
    rows = list(context.facts.rows("hospitals.csv"))
    counts = Counter(row["hospital_code"] for row in rows)
    seen: Counter[str] = Counter()
    names: dict[str, str] = {}
    records = []
    for row in rows:
        code = row["hospital_code"]
        seen[code] += 1
        identifier = f"hosp-{code or 'new-' + row['town_code']}"
        if code and counts[code] > 1:
            identifier += f"-{seen[code]}"
        context.require(row, "campus")
        if code:
            context.fault(row, checks.pattern(code, "[0-9]{10}", "hospital_code"))
            if names.setdefault(code, row["name_zh"]) != row["name_zh"]:
                context.fault(row, f"hospital_code {code} is that of {names[code]}")
        context.fault(row, checks.choice(row["level"], LEVELS, "level"))
        context.fault(row, checks.choice(row["emergency_grade"], GRADES, "emergency_grade"))
        if row["emergency_beds"]:
            context.fault(row, checks.number(row["emergency_beds"], "beds"))
        listed, text = hospital_status(row)
        campus = row["campus"]
        records.append(
            {
                **place(context, row),
                "id": identifier,
                "category": row["level"],
                "name_zh": row["name_zh"] + (f"（{campus}）" if campus != "本院" else ""),
                "status": listed,
                "status_text": text,
                "source_location": row["source_location"],
                "note": row["note"],
                "hospital_code": code,
                "campus": campus,
                "emergency_grade": row["emergency_grade"],
                "emergency_beds": row["emergency_beds"],
            }
        )
    return sorted(records, key=lambda record: record["id"])


def _check(context: Context, row: Row, date: str) -> None:
    """What all sites but hospitals must have: an id, a known status, a date that can be, a value with its unit."""
    context.fault(row, checks.pattern(row["id"], "[a-z]+-?[0-9]+", "id"))
    context.fault(row, checks.words(row["status"], "status"))
    if date:
        context.fault(row, checks.pattern(date, checks.DATE, "date"))
    if status(row["status"]) == "operating":
        context.fault(row, checks.past(date, "date of a site in operation,"))
    size, unit = row.values.get("value", ""), row.values.get("unit", "")
    if bool(size) != bool(unit):
        context.fault(row, f"value {size!r} and unit {unit!r}: one of them is missing")
    if size:
        context.fault(row, unit and checks.unit(unit))
        limits = RANGES["percent"] if unit.startswith("percent") else RANGES.get(unit, SITE_VALUE)
        context.fault(row, checks.number(size, unit, limits))


EMERGENCY_LIST = "src-78c2f454"
ON_EMERGENCY_LIST = ("also in the 2024-12-31", "2024-12-31 emergency list names")
"""The list of emergency hospitals of 2024-12-31, and how the notes say that a hospital is on it."""


def hospital_status(row: Row) -> tuple[str, str]:
    """Status and wording of a hospital, whose list has none: what the newest list that names it is from."""
    if "115Q1" in row["note"]:
        return "operating", "listed 2026 Q1"
    if row["source_id"] == EMERGENCY_LIST or any(words in row["note"] for words in ON_EMERGENCY_LIST):
        return "operating", "listed 2024-12-31"
    return "unknown", "listed about 2019"


def place(context: Context, row: Row) -> Record:
    """The columns that every site has, with its place checked.

    A site without coordinates of its own stands at the representative point of its township.
    """
    context.require(row, "name_zh")
    code = context.town(row)
    precision = row["precision"]
    context.fault(row, checks.choice(precision, {"site", "town", "county"}, "precision"))
    record = dict.fromkeys(COMMON, "")
    record |= {"county_code": code[:5], "town_code": code, "precision": precision, "source_id": context.source(row)}
    if bool(row["lon"]) != bool(row["lat"]) or (precision == "site") != bool(row["lon"]):
        context.fault(row, f"precision {precision} contradicts the coordinates {row['lon']!r}, {row['lat']!r}")
        return record
    if precision == "site":
        record |= _own_point(context, row, code)
    elif code:
        lon, lat = context.areas.points[code]
        record |= {"lon": f"{lon:.6f}", "lat": f"{lat:.6f}"}
    return record


def _own_point(context: Context, row: Row, code: str) -> Record:
    wrong = checks.number(row["lon"], "degrees east", LON)
    wrong = wrong or checks.number(row["lat"], "degrees north", LAT)
    if wrong or not code:
        context.fault(row, wrong)
        return {}
    lon, lat = round(float(row["lon"]), 6), round(float(row["lat"]), 6)
    away = metres_outside(context.areas.atlas.shapes[context.areas.shape_index(code)], lon, lat)
    if away > FARTHEST:
        context.fault(row, f"the point is {away / 1000:.1f} km outside {''.join(context.areas.town_names[code])}")
    elif away > 0:
        context.remark(
            "Points outside their township",
            f"`{row.file}` {row.key}: {away:.0f} m outside {''.join(context.areas.town_names[code])}; kept.",
        )
    return {"lon": f"{lon:.6f}", "lat": f"{lat:.6f}"}
