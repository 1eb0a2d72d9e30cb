"""Whatever stands in a table: every row is taken, refused, or told of, and nothing but a sentence is ever raised."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import UserError
from data.intake.columns import by_name
from data.intake.guess import Header, guess
from data.intake.plan import KINDS, ImportPlan
from data.intake.run import run_import
from data.intake.take import take
from data.model import AreaLevel, Layer, Name, OwnLayer, Precision, Source, Variable
from data.own import NOTHING, apply_own
from data.readers.sheet import Sheet, SourceFile
from tests.data.intake.torture_cases import known

SOURCE = Source("own-1", "測試清冊", "測試機關", "2025-12-31", "", "list", "")
MINE = Variable("mine", Name("我的"), "count")
KEYS = ["據點名稱", "地址", "行政區代碼", "數值", "人口數", "經度"]
"""Columns that every table has, so that there is something for every kind."""
NAMES = [
    "縣市",
    "鄉鎮市區",
    "緯度",
    "座標",
    "床數",
    "啟用日期",
    "狀態",
    "郵遞區號",
    "類別",
    "戶數",
    "統計期",
    "備註",
    "村里",
    "指標",
    "終止日期",
]
CELLS = (
    *("", " ", "-", "無", "甲", "甲", "臺北市", "台北市中正區", "中正區", "東區", "臺東縣海端鄉1號", "121.5", "25.03"),
    *("0", "-1", "1e400", "NaN", "inf", "25.03,121.5", "12床", "1,234", "114/12/31", "99991231", "114/2/30", "合計"),
    *("註：", "100", "63000", "63000010", "=1+1", "<b>", "\u202e甲", "\ud800", "😀", "營運中", "population", "偏鄉"),
    *("%", "#REF!", "９" * 30, "x" * 5000, "1" * 400),
)

names_and_rows = st.lists(st.sampled_from(NAMES), max_size=5, unique=True).flatmap(
    lambda more: st.tuples(
        st.just([*KEYS, *more]),
        st.lists(st.lists(st.sampled_from(CELLS), min_size=2, max_size=len(more) + 7), min_size=1, max_size=12),
    )
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(names_and_rows, st.sampled_from(KINDS), st.sampled_from(("keep", "skip", "replace", "merge")), st.booleans())
def test_every_row_is_accounted_for(
    table: tuple[list[str], list[list[str]]], kind: str, duplicates: str, whole: bool
) -> None:
    names, rows = table
    sheet = Sheet("", lambda: iter(list(enumerate([names, *rows], 1))))
    file = SourceFile(Path("list.csv"), "csv", (sheet,))
    data = known()
    found = guess(file, data)
    plan = ImportPlan(
        kind, SOURCE, header=found.header.rows, columns=found.columns if kind == found.kind else _columns(names, kind),
        layer=OwnLayer("層", "star", "#7A3E9D") if kind == "own" else None, variable=MINE, level=AreaLevel.TOWN,
        period="2025", duplicates=duplicates, whole=whole,
    )  # fmt: skip
    try:
        outcome = run_import(file, plan, data)
    except UserError:
        return
    refused = {row.number for row in outcome.refused}
    assert len(refused) == len(outcome.refused)
    if kind not in ("figures", "people"):
        given_up = {row for one in outcome.duplicates for row in (one.row, one.of_row) if row}
        new = {int(site.source_location.removeprefix("row ")) for site in outcome.sites}
        assert refused.isdisjoint(new)
        assert outcome.read == len(refused | given_up | new)
        for site in outcome.sites:
            assert site.name.zh
            assert site.layer in Layer
            assert 116 < site.lon < 123
            assert 20 < site.lat < 27
            assert site.county_code
            assert all(text.isprintable() for text in (site.name.zh, site.locality, site.note, site.operator))
            assert site.town_code or site.precision is Precision.COUNTY
    for row in outcome.refused:
        assert all(one.template.format(**one.values) for one in row.problems)
    for remark in outcome.remarks:
        assert remark.template.format(**remark.values)
    after = apply_own(take(outcome, plan, NOTHING, data), data)
    assert len(after.site_by_id) == len(after.sites)


def _columns(names: list[str], kind: str) -> dict[str, int]:
    return by_name(Header((1,), tuple(names)), kind)
