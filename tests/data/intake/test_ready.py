"""Ready readers: what each published layout becomes, beyond what the torture set looks at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.intake.guess import Header, guess, match
from data.intake.outcome import Outcome
from data.intake.plan import ImportPlan
from data.intake.ready import READERS, reader_of
from data.intake.run import run_import
from data.model import AreaLevel, OwnLayer, Source
from data.readers.open import open_source
from tests.data.intake.torture_cases import known, town
from tests.data.readers.make_files import Rows, make_csv

SOURCE = Source("own-1", "測試清冊", "測試機關", "2025-12-31", "", "list", "")


def run(folder: Path, rows: Rows, reader: str, **choices: Any) -> Outcome:
    """Import a table that the reader of this id must know."""
    file = open_source(make_csv(folder / "list.csv", rows))
    found = guess(file, known())
    assert found.reader == reader
    variable = known().variables.get(found.variable)
    plan = ImportPlan(
        found.kind, SOURCE, found.sheet.name, found.header.rows, found.columns, found.crs, period=found.period,
        level=found.level, variable=variable if found.kind == "figures" else None, reader=found.reader,
        layer=OwnLayer("層", "star", "#7A3E9D") if found.kind == "own" else None,
    )  # fmt: skip
    return run_import(file, replace(plan, **choices), known())


def test_ages_are_summed_from_65_on(tmp_path: Path) -> None:
    ages = [f"people_age_{age:03}{'up' if age == 100 else ''}_{sex}" for age in range(101) for sex in "mf"]
    rows = [["statistic_yyymm", "district_code", "site_id", "village", "household_no", "people_total", *ages]]
    rows += [["11509", "63000010001", "臺北市松山區", f"{n}里", "10", "202", *["1"] * 202] for n in range(3)]
    found = run(tmp_path, rows, "odrp-population")
    values = {figure.variable: figure.value for figure in found.figures}
    assert values == {"population": 606.0, "households": 30.0, "population_65plus": 3 * 2 * 36.0}
    assert {figure.period for figure in found.figures} == {"2026-09"}


@pytest.mark.parametrize(
    ("operators", "variable"),
    [
        (("中華電信", "遠傳電信", "台灣大哥大"), "mobile_4g_base_stations_three_operators"),
        (("中華電信", "遠傳電信", "台灣大哥大", "亞太電信", "台灣之星"), "mobile_4g_base_stations"),
    ],
)
def test_base_stations_of_three_and_of_five_operators_are_never_mixed(
    tmp_path: Path, operators: tuple[str, ...], variable: str
) -> None:
    rows = [["縣市", "統計期", "業者名稱", "類別", "基地臺"]]
    rows += [["台北市", "1110430", f"{name}股份有限公司        ", "4G", "10"] for name in operators]
    rows += [
        ["連江縣", "1110430", "中華電信股份有限公司", "4G", "5"],
        ["連江縣", "1110430", "中華電信股份有限公司", "3G", "5"],
    ]
    found = run(tmp_path, rows, "base-stations")
    assert {(one.variable, one.level, one.area, one.value) for one in found.figures} == {
        (variable, AreaLevel.COUNTY, "63000", 10.0 * len(operators)),
        (variable, AreaLevel.COUNTY, "09007", 5.0),
    }


def test_5g_base_stations_bring_their_variable(tmp_path: Path) -> None:
    rows = [["縣市", "統計期", "業者名稱", "類別", "基地臺"], ["台北市", "1130430", "中華電信", "5G", "10"]]
    found = run(tmp_path, rows, "base-stations")
    assert [one.id for one in found.variables] == ["mobile_5g_base_stations"]


def spots(codes: list[str]) -> Rows:
    rows: list[list[Any]] = [["主管機關", "地區", "熱點名稱", "地址", "緯度", "經度"]]
    rows += [
        ["甲部", one.county.name.zh, "某處", f"{one.full_name('zh')}1號", str(one.lat), str(one.lon)]
        for one in map(town, codes)
    ]
    return rows


def test_hot_spots_of_the_whole_country_say_where_there_is_none(tmp_path: Path) -> None:
    """0 is a fact only where the list has all counties; otherwise nothing is known of other towns."""
    counties = [next(one.code for one in known().towns if one.county is county) for county in known().counties]
    part = run(tmp_path, spots(counties[:5]), "itaiwan", period="2026-09")
    assert len(part.figures) == 5
    whole = run(tmp_path, spots(counties), "itaiwan", period="2026-09")
    assert len(whole.figures) == 368
    assert sum(figure.value for figure in whole.figures) == 22


def test_hot_spots_may_be_sites_too(tmp_path: Path) -> None:
    file = open_source(make_csv(tmp_path / "a.csv", spots(["63000010"])))
    found = guess(file, known())
    columns = match(found.header, found.sheet, "own", known())
    plan = ImportPlan(
        "own", SOURCE, header=(1,), columns=columns, layer=OwnLayer("熱點", "star", "#7A3E9D"), reader="itaiwan"
    )
    (site,) = run_import(file, plan, known()).sites
    assert (site.name.zh, site.operator, site.value) == ("某處", "甲部", None)


def test_a_list_of_clinics_is_a_layer_of_its_own(tmp_path: Path) -> None:
    rows = [
        ["醫事機構代碼", "醫事機構名稱", "地址", "特約類別", "終止合約或歇業日期"],
        ["3501010001", "某診所", "臺北市大同區1號", "4", ""],
    ]
    found = run(tmp_path, rows, "nhi-contracted")
    assert [site.category for site in found.sites] == ["層"]


def test_institutions_of_the_ministry(tmp_path: Path) -> None:
    rows = [["機構代碼", "機構名稱", "權屬別", "型態別", "縣市區名", "電話", "地址"]]
    rows += [["1101150011", "某醫院", "醫療法人", "綜合醫院", "臺北市中山區", "02", "中山北路二段92號"]]
    rows += [["3501150011", "某診所", "私立", "一般診所", "臺北市中山區", "02", "中山北路二段93號"]]
    found = run(tmp_path, rows, "medical-institutions")
    (site,) = found.sites
    assert (site.town_code, site.extra["hospital_code"]) == ("63000040", "1101150011")


def test_townships_below_their_county(tmp_path: Path) -> None:
    """The yearbook's form: a row of the county, below it its townships, some of which have namesakes elsewhere."""
    rows = [
        ["區域別", "人口數"],
        ["總計", "9"],
        ["新竹市", "5"],
        ["\u3000東區", "2"],
        ["\u3000北區", "3"],
        ["臺南市", "4"],
        ["\u3000東區", "4"],
    ]
    file = open_source(make_csv(tmp_path / "a.csv", rows))
    found = guess(file, known())
    assert (found.kind, found.level) == ("people", AreaLevel.TOWN)
    plan = ImportPlan("people", SOURCE, header=found.header.rows, columns=found.columns, period="2026-09")
    outcome = run_import(file, plan, known())
    assert not outcome.refused
    assert [(one.area[:5], one.value) for one in outcome.figures] == [("10018", 2.0), ("10018", 3.0), ("67000", 4.0)]


def test_readers_have_ids_of_their_own_and_no_signature_hides_another() -> None:
    assert len({reader.id for reader in READERS}) == len(READERS)
    assert reader_of(Header((1,), ("名稱", "地址"))) is None
