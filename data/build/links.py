"""Who works with whom: spokes and hubs of remote care, hospitals and the towns they serve on site."""

from __future__ import annotations

from data.build.context import Context, Record
from data.build.facts import Row

HUB_ALIASES = {"高雄榮民總醫院": "高雄榮民總醫院智慧醫療暨遠距醫療照護中心"}
"""Partner names that mean a hub with a longer name."""


UNPAIRED = (
    "the county set is given",
    "pairing per township not found",
    "partner hospital of this site not stated",
    "pairing of base hospital to site not split",
    "inferred by region",
)
"""How the notes say that the partners are those of a whole programme and not known of this spoke."""


def partner_basis(row: Row) -> str:
    """'site' where the partners are said of this spoke, 'programme' where only of its programme, '' without any."""
    if not row["partner_hospitals"]:
        return ""
    return "programme" if any(words in row["note"] for words in UNPAIRED) else "site"


def telemedicine_links(context: Context, points: list[Record]) -> list[Record]:
    """A link for every partner of a spoke that is a hub of the set; the others become remarks.

    A spoke whose partners are those of its programme is linked to those only whom its note names.
    """
    for words in UNPAIRED:
        if not any(words in point["note"] for point in points):
            context.faults.add("telemedicine_points.csv", 0, f"no note says any more {words!r}")
    hubs = {point["name_zh"]: point["id"] for point in points if point["category"] == "hub"}
    records = []
    for point in points:
        if point["category"] != "spoke":
            continue
        partners = [partner for partner in point["partner_hospitals"].split(";") if partner]
        if point["partner_basis"] == "programme":
            unknown = [partner for partner in partners if partner not in point["note"]]
            context.remark(
                "Partners of a programme, not known of the point",
                f"`telemedicine_points.csv` {point['id']} {point['name_zh']}: {'、'.join(unknown)}; not linked.",
            )
            partners = [partner for partner in partners if partner in point["note"]]
        for partner in partners:
            hub = hubs.get(HUB_ALIASES.get(partner, partner), "")
            if hub:
                records.append({"spoke_id": point["id"], "hub_id": hub, "source_id": point["source_id"]})
            else:
                context.remark(
                    "Partners that are no hub of the set",
                    f"`telemedicine_points.csv` {point['id']} {point['name_zh']}: {partner}; not linked.",
                )
    return records


def ids_services(context: Context, hospitals: list[Record]) -> list[Record]:
    """The NHI mountain-and-island services; cells that name several hospitals become several rows."""
    records: list[Record] = []
    for row in context.facts.rows("ids_hospital_pairs.csv"):
        code = context.town(row)
        context.require(row, "hospital")
        if not all(row["hospital"].split(";")):
            context.fault(row, f"hospital {row['hospital']!r} has an empty name in it")
        source = context.source(row)
        records.extend(
            {
                "town_code": code,
                "hospital": hospital,
                "hospital_id": match_hospital(hospital, hospitals),
                "source_id": source,
                "note": row["note"],
            }
            for hospital in row["hospital"].split(";")
        )
    return records


def match_hospital(name: str, hospitals: list[Record]) -> str:
    """The id of the one main campus that is called ``name``, with or without the legal person before it; else ''."""
    found = [
        record["id"]
        for record in hospitals
        if record["campus"] == "本院" and name in {record["name_zh"], record["name_zh"].rpartition("法人")[2]}
    ]
    return found[0] if len(found) == 1 else ""
