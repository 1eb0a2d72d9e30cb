"""Sources: every fact names one of these."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from data.build import checks
from data.build.areas import CLASS_SOURCE
from data.build.context import Context, Record
from data.build.facts import Facts
from data.build.tables import table

COLUMNS = ("source_id", "title", "publisher", "date", "url", "kind", "note")
COMPUTED: Record = {
    "source_id": CLASS_SOURCE,
    "title": "偏遠地區（寬頻）之認定：人口密度低於全國平均五分之一，或離島（依2026年8月戶籍人口與土地面積計算）",
    "publisher": "本系統依內政部戶籍人口（ODRP014）與土地面積（src-ed097041）計算",
    "date": "2026-08",
    "url": "",
    "kind": "computation",
    "note": "rural by the statutory broadband rule (density below one fifth of the national average, or offshore "
    "island), computed here: 88 townships where the ministry counts 87; says nothing of indigenous areas",
}
_GITHUB = re.compile(r"github:(\S+?/\S+?) (.+?) @([0-9a-f]{40})(.*)", re.DOTALL)


def sources(context: Context) -> list[Record]:
    """All sources: of the facts, of the decisions beside this module, and the computed one, in the order of their id.

    A publisher that the facts leave out is known from the host of the address, or from publishers.csv by source.
    """
    publishers = {row["host_or_source"]: row["publisher"] for row in table("publishers.csv")}
    records = [COMPUTED, *table("sources.csv")]
    for row in context.facts.rows("sources.csv"):
        context.require(row, "source_id", "title", "kind")
        context.fault(row, checks.past(row["date"], "date"))
        url, more = address(row["url"])
        if more and more in row["title"]:
            more = ""
        note = "; ".join(text for text in (row["note"], more) if text)
        publisher = row["publisher"] or publishers.get(row["source_id"]) or publishers.get(urlsplit(url).netloc, "")
        records.append({column: row[column] for column in COLUMNS} | {"publisher": publisher, "url": url, "note": note})
        lacking = " and ".join(name for name, text in (("publisher", publisher), ("date", row["date"])) if not text)
        if lacking:
            context.remark(
                "Sources without a publisher or a date", f"`{row['source_id']}` {row['title']}: no {lacking}."
            )
    return sorted(records, key=lambda record: record["source_id"])


def known_sources(facts: Facts) -> frozenset[str]:
    """The ids that a fact or a decision may name as its source."""
    given = {row["source_id"] for row in facts.rows("sources.csv")}
    return frozenset(given | {row["source_id"] for row in table("sources.csv")})


def address(text: str) -> tuple[str, str]:
    """One address that a browser can open, and what else the cell said."""
    first, *others = text.split(" | ")
    match = _GITHUB.fullmatch(first)
    if match:
        repository, path, commit, rest = match.groups()
        others = [part for part in (rest.strip(), *others) if part]
        return f"https://github.com/{repository}/blob/{commit}/{path.replace(' ', '%20')}", " | ".join(others)
    if first.startswith(("http://", "https://")):
        return first, " | ".join(others)
    return "", text
