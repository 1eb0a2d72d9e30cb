"""Which AI site contains which, so that their capacities are not added twice; and which capacities are megawatts."""

from __future__ import annotations

from data.build.context import Context, Record
from data.build.tables import table

FILE = "part_of.csv"
COLUMNS = ("part_of", "mw")


def with_containment(context: Context, records: list[Record]) -> list[Record]:
    """The AI sites with ``part_of``, the id of the site that contains them, and ``mw``, their capacity in megawatts.

    Both are '' where there is none. A fault where a line of part_of.csv names an unknown site or source, or where a
    site would contain itself.
    """
    part_of = {}
    known = {record["id"] for record in records}
    for line in table(FILE):
        part, whole = line["site_id"], line["part_of"]
        if line["source_id"] not in context.sources:
            context.faults.add(FILE, 0, f"{part} has no source, or an unknown one ({line['source_id']!r})")
        if not {part, whole} <= known:
            context.faults.add(FILE, 0, f"{part} or {whole} is no AI site")
            continue
        part_of[part] = whole
        context.remark(
            "AI sites inside another", f"`ai_sites.csv` {part} in {whole}: {line['note']} (`{line['source_id']}`)."
        )
    for part in part_of:
        inside, steps = part, 0
        while inside in part_of and steps <= len(part_of):
            inside, steps = part_of[inside], steps + 1
        if steps > len(part_of):
            context.faults.add(FILE, 0, f"{part} contains itself")
    return [
        record
        | {
            "part_of": part_of.get(record["id"], ""),
            "mw": record["value"] if record["unit"].split(" ")[0] == "MW" else "",
        }
        for record in records
    ]
