"""Cells as postal codes: the first three digits name the township.

``postal.csv`` holds the three-digit codes of Chunghwa Post (中華郵政, 臺灣地區郵遞區號前3碼一覽表) with the townships
of today, which the Ministry of Health and Welfare publishes as well (TW Core, code system postal-code3-tw).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from data.dataset import DataSet
from data.intake.cleaned import Cleaned, Note, Refusal, check_length, shown
from data.intake.codes import plain_code
from data.intake.gazetteer import gazetteer
from data.intake.numbers import UNKNOWN
from data.intake.places import NOWHERE, Area
from data.marking import mark

TABLE = Path(__file__).parent / "postal.csv"

FAR_ISLANDS: Mapping[str, str] = MappingProxyType({"290": "釣魚臺", "817": "東沙群島", "819": "南沙群島"})
"""Codes of islands that the map leaves out. Their township is far from them, so none is taken for them."""

SHARED = mark(
    "Intake",
    "Postal codes that districts share, so that only the county is known: {count}, for example {old} → {new}.",
)

_CODE = re.compile(r"([0-9]{3})(?:[- ]?(?:[0-9]{2,3}))?")


def area_of_postal(raw: str, data: DataSet) -> Cleaned[Area]:
    """Return the township of a postal code of 3, 5 or 6 digits, the county where its districts share one.

    An empty cell is nowhere. Raises Refusal for codes that are nobody's and for FAR_ISLANDS.
    """
    check_length(raw)
    text = plain_code(raw)
    if text.upper() in UNKNOWN:
        return Cleaned(NOWHERE)
    found = _CODE.fullmatch(text)
    if found is None:
        raise Refusal("{value} is no postal code of 3, 5 or 6 digits.", value=shown(text))
    if name := FAR_ISLANDS.get(found[1]):
        raise Refusal("{value} is the postal code of {name}, which the map leaves out.", value=text, name=name)
    towns = postal_towns().get(found[1])
    if towns is None:
        raise Refusal("{value} is the postal code of no township.", value=shown(text))
    if len(towns) == 1:
        return Cleaned(Area(towns[0][:5], towns[0]))
    county = towns[0][:5]
    return Cleaned(Area(county), (Note(SHARED, found[1], gazetteer(data.geography).name(county)),))


@cache
def postal_towns() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the townships of each three-digit postal code; several where they share one."""
    towns: dict[str, list[str]] = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            towns[row["code"]].append(row["town_code"])
    return MappingProxyType({code: tuple(found) for code, found in towns.items()})
