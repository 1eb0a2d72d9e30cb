"""Who works with whom: spokes and hubs of remote care, hospitals and the towns they serve on site."""

from __future__ import annotations

from data.build.context import Context, Record

HUB_ALIASES = {"高雄榮民總醫院": "高雄榮民總醫院智慧醫療暨遠距醫療照護中心"}
"""Partner names that mean a hub with a longer name."""


def telemedicine_links(context: Context, points: list[Record]) -> list[Record]:
    """A link for every partner of a spoke that is a hub of the set; the others become remarks."""
    hubs = {point["name_zh"]: point["id"] for point in points if point["category"] == "hub"}
    records = []
    for point in points:
        if point["category"] != "spoke":
            continue
        for partner in filter(None, point["partner_hospitals"].split(";")):
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
