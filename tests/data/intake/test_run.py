"""Carrying out plans: duplicates, newer editions, corrected cells, statuses, refused rows, cancelling."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.balance.evaluate import column, indicator_ids
from data.errors import InputError
from data.intake.duplicates import Standing, name_key, same_place
from data.intake.fields import BY_ID
from data.intake.figures import NO_TOWNS, PARTLY
from data.intake.guess import guess
from data.intake.outcome import Outcome
from data.intake.plan import ImportPlan
from data.intake.refused_rows import save_refused
from data.intake.remembered import FILE, recall, remember
from data.intake.run import ImportCancelled, run_import
from data.intake.take import take
from data.model import AreaLevel, Layer, Name, OwnLayer, Precision, Site, Source, Status, Variable
from data.names import fold
from data.own import NOTHING, OwnData, apply_own
from data.project import Project
from data.readers.open import open_source
from tests.data.intake.torture_cases import changed, known, listed, town
from tests.data.readers import make_files as files

SOURCE = Source("own-1", "測試清冊", "測試機關", "2025-12-31", "", "list", "")
LAYER = OwnLayer("測試圖層", "star", "#7A3E9D")
LIST = listed("據點名稱", "地址", "床數", "備註")


def plan_for(path: Path, **choices: Any) -> ImportPlan:
    found = guess(open_source(path), known())
    plan = ImportPlan(
        "own", SOURCE, found.sheet.name, found.header.rows, found.columns, found.crs, layer=LAYER, reader=found.reader
    )
    return replace(plan, **choices)


def run(folder: Path, rows: Any, own: OwnData = NOTHING, **choices: Any) -> tuple[Outcome, ImportPlan, OwnData]:
    """Import rows as a layer of the project's own, and return what it then has."""
    path = files.make_csv(folder / "list.csv", rows)
    plan = plan_for(path, **choices)
    outcome = run_import(open_source(path), plan, apply_own(own, known()))
    return outcome, plan, take(outcome, plan, own, known())


def test_an_import_is_one_state_with_source_layer_and_sites(tmp_path: Path) -> None:
    outcome, _, own = run(tmp_path, LIST)
    assert own.sources == (SOURCE,)
    assert own.layers == (LAYER,)
    assert [site.id for site in own.sites] == [f"own-{n}" for n in range(1, 7)]
    assert own.sites[0].source_location == "row 2"
    assert own.sites[0].precision is Precision.TOWN
    assert outcome.differences == ()


@pytest.mark.parametrize(("how", "count"), [("skip", 6), ("replace", 6), ("merge", 6), ("keep", 12)])
def test_duplicates_of_the_project(tmp_path: Path, how: str, count: int) -> None:
    _, _, own = run(tmp_path, LIST)
    newer = changed(changed(LIST, 2, "床數", "99"), 2, "備註", "新")
    outcome, _, after = run(tmp_path, newer, own, duplicates=how)
    assert len(after.sites) == count
    assert len(outcome.duplicates) == 6
    first = after.sites[0]
    assert (first.value, first.note) == {
        "skip": (12.0, ""), "keep": (12.0, ""), "replace": (99.0, "新"), "merge": (12.0, "新"),
    }[how]  # fmt: skip


def test_a_newer_edition_says_what_it_changes(tmp_path: Path) -> None:
    _, _, own = run(tmp_path, LIST)
    newer = changed([*LIST[:-1], ["新站", "臺北市中正區1號", "", ""]], 2, "床數", "99")
    newer[2][1] = "宜蘭縣羅東鎮1號"
    outcome, _, after = run(tmp_path, newer, own, whole=True)
    told = {(one.change, (one.after or one.before).name.zh): one.what for one in outcome.differences}
    assert {change for change, _ in told} == {"added", "removed", "moved", "changed", "same"}
    assert ("added", "新站") in told
    assert ("removed", LIST[6][0]) in told
    assert told["changed", LIST[1][0]] == ("value",)
    assert "place" in told["moved", LIST[2][0]]
    assert [site.name.zh for site in after.sites] == [row[0] for row in newer[1:]]
    ids = {site.name.zh: site.id for site in own.sites}
    assert all(site.id == ids.get(site.name.zh, site.id) for site in after.sites)


def test_an_edition_that_lacks_a_column_leaves_what_was_there(tmp_path: Path) -> None:
    _, _, own = run(tmp_path, listed("據點名稱", "地址", "床數", "經度", "緯度"))
    _, _, after = run(tmp_path, listed("據點名稱", "地址"), own, whole=True)
    assert [site.value for site in after.sites] == [site.value for site in own.sites]
    assert all(site.precision is Precision.SITE for site in after.sites)


def test_other_layers_and_sources_are_no_part_of_an_edition(tmp_path: Path) -> None:
    path = files.make_csv(tmp_path / "a.csv", [["醫院名稱", "地址"], ["測試醫院", "臺東縣海端鄉1號"]])
    plan = plan_for(path, kind="hospital", layer=None, whole=True)
    outcome = run_import(open_source(path), plan, known())
    assert not outcome.removed
    assert [one.change for one in outcome.differences] == ["added"]


def test_a_site_of_the_embedded_set_is_completed_and_keeps_what_the_list_does_not_tell(tmp_path: Path) -> None:
    hospital = next(site for site in known().sites_of(Layer.HOSPITAL) if site.extra["emergency_beds"])
    where = town(hospital.town_code).full_name("zh")
    path = files.make_csv(tmp_path / "a.csv", [["醫院名稱", "地址", "床數"], [hospital.name.zh, f"{where}1號", "50"]])
    plan = plan_for(path, kind="hospital", layer=None, duplicates="replace")
    outcome = run_import(open_source(path), plan, known())
    (site,) = outcome.sites
    assert site.id == hospital.id
    assert (site.value, site.unit) == (50.0, "beds")
    assert site.extra == hospital.extra
    assert (site.lon, site.lat, site.status) == (hospital.lon, hospital.lat, hospital.status)
    assert outcome.replaced == {hospital.id}


def test_cells_put_right_are_taken(tmp_path: Path) -> None:
    path = files.make_csv(tmp_path / "a.csv", changed(LIST, 3, "床數", "壞"))
    plan = plan_for(path)
    outcome = run_import(open_source(path), plan, known())
    (row,) = outcome.refused
    (problem,) = row.problems
    assert (row.number, problem.column, problem.position, problem.value) == (3, "床數", 2, "壞")
    again = run_import(open_source(path), replace(plan, corrected={(3, 2): "7"}), known())
    assert not again.refused
    assert again.sites[1].value == 7.0


def test_statuses_are_those_of_the_row_or_of_the_list(tmp_path: Path) -> None:
    rows = [["據點名稱", "地址", "狀態", "終止日期"]]
    words = ("營運中", "規劃中", "歇業", "不明所以", "", "營運中", "營運中")
    ends = ("", "", "", "", "", "114/1/1", "99991231")
    rows += [[f"第{n}站", "臺東縣海端鄉", *pair] for n, pair in enumerate(zip(words, ends, strict=True))]  # fmt: skip
    outcome, _, _ = run(tmp_path, rows, status=Status.OPERATING)
    assert [site.status for site in outcome.sites] == [
        Status.OPERATING, Status.PLANNED, Status.ENDED, Status.UNKNOWN, Status.OPERATING, Status.ENDED,
        Status.OPERATING,
    ]  # fmt: skip
    assert outcome.sites[3].status_text == "不明所以"


def test_a_site_of_a_county_can_be_measured(tmp_path: Path) -> None:
    """A row that says no more than its county has no township; no measure may stumble over that."""
    for kind in ("hospital", "telemedicine", "ai", "broadband"):
        path = files.make_csv(tmp_path / "a.csv", [["名稱", "縣市"], ["測試站", "花蓮縣"]])
        plan = plan_for(path, kind=kind, layer=None, status=Status.OPERATING)
        outcome = run_import(open_source(path), plan, known())
        assert outcome.sites[0].precision is Precision.COUNTY
        own = take(outcome, plan, NOTHING, known())
        project = replace(Project.start(known()), own=own)
        for indicator in indicator_ids():
            column(project, indicator, "town")


def test_cancelling_ends_it_soon(tmp_path: Path) -> None:
    rows = [LIST[0], *([f"第{n}站", *LIST[1][1:]] for n in range(9_000))]
    path = files.make_csv(tmp_path / "a.csv", rows)
    told: list[tuple[int, int | None]] = []
    with pytest.raises(ImportCancelled):
        run_import(
            open_source(path),
            plan_for(path),
            known(),
            lambda done, total: told.append((done, total)),
            lambda: len(told) > 1,
        )
    assert [done for done, _ in told] == [2_000, 4_000]


def test_a_plan_that_cannot_be_carried_out_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = files.make_csv(tmp_path / "a.csv", LIST)
    plan = plan_for(path)
    for wrong in (
        replace(plan, columns={"name": 0}),
        replace(plan, columns={"name": 0, "address": 99}),
        replace(plan, layer=None),
        replace(plan, sheet="沒有"),
        replace(plan, kind="figures", layer=None, columns={"value": 2, "address": 1}, period="2025"),
        replace(plan, kind="telemedicine", layer=None, category="heart"),
    ):
        with pytest.raises(InputError):
            run_import(open_source(path), wrong, known())


def test_figures_stand_beside_or_in_the_place_of_those_there(tmp_path: Path) -> None:
    first = known().towns[0]
    before = known().town_figures("households")[0]
    assert before is not None
    path = files.make_csv(tmp_path / "a.csv", [["鄉鎮市區代碼", "戶數"], [first.code, "123"]])
    plan = plan_for(path, kind="people", layer=None, period=before.period)
    plan = replace(plan, columns={"area_code": 0, "households": 1})
    assert not run_import(open_source(path), plan, known()).figures
    newer = replace(plan, duplicates="replace")
    outcome = run_import(open_source(path), newer, known())
    assert [(one.before, one.change) for one in outcome.differences] == [(before, "changed")]
    data = apply_own(take(outcome, newer, NOTHING, known()), known())
    assert data.town_figures("households")[0] == outcome.figures[0]
    assert len(data.figures) == len(known().figures)


def test_figures_that_the_scorecard_does_not_show_yet_are_said(tmp_path: Path) -> None:
    towns = known().towns

    def remarks(count: int) -> list[str]:
        rows = [["鄉鎮市區代碼", "人口數"], *([town.code, "100"] for town in towns[:count])]
        path = files.make_csv(tmp_path / "a.csv", rows)
        plan = plan_for(path, kind="people", layer=None, period="2099-01")
        plan = replace(plan, columns={"area_code": 0, "population": 1})
        return [one.template for one in run_import(open_source(path), plan, known()).remarks]

    assert PARTLY in remarks(30)
    assert PARTLY not in remarks(len(towns))
    path = files.make_csv(tmp_path / "b.csv", [["縣市", "值"], ["臺北市", "80"]])
    mine = Variable("own_income", Name("所得"), "千元")
    plan = plan_for(path, kind="figures", layer=None, variable=mine, period="2025", level=AreaLevel.COUNTY)
    plan = replace(plan, columns={"county": 0, "value": 1})
    assert [one.template for one in run_import(open_source(path), plan, known()).remarks] == [NO_TOWNS]


def test_classes_and_a_new_variable(tmp_path: Path) -> None:
    path = files.make_csv(tmp_path / "a.csv", [["區域別", "值"], ["偏鄉", "80"], ["非偏鄉", "95"], ["全國", "93"]])
    mine = Variable("own_cover", Name("自訂涵蓋率"), "percent")
    plan = plan_for(path, kind="figures", layer=None, variable=mine, period="2025", level=AreaLevel.NATION)
    plan = replace(plan, columns={"place": 0, "value": 1})
    outcome = run_import(open_source(path), plan, known())
    assert [(one.level, one.value) for one in outcome.figures] == [
        (AreaLevel.RURAL, 80.0), (AreaLevel.NON_RURAL, 95.0), (AreaLevel.NATION, 93.0),
    ]  # fmt: skip
    assert outcome.variables == (mine,)


def test_refused_rows_are_saved_for_excel_without_formulas(tmp_path: Path) -> None:
    rows = changed(changed(LIST, 3, "床數", "壞"), 3, "據點名稱", "=1+1")
    outcome, _, _ = run(tmp_path, rows)
    save_refused(outcome, tmp_path / "refused.csv")
    content = (tmp_path / "refused.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    header, line = csv.reader(content.decode("utf-8-sig").splitlines())
    assert header == ["row", "reason", "proposal", *LIST[0]]
    assert line[0] == "3"
    assert line[3] == "'=1+1"


def test_choices_are_remembered_for_the_next_edition(tmp_path: Path) -> None:
    path = files.make_csv(tmp_path / "a.csv", LIST)
    plan = plan_for(path, duplicates="merge", corrected={(2, 1): "x"})
    names = tuple(map(str, LIST[0]))
    remember(tmp_path / "new", names, plan)
    found = recall(tmp_path / "new", names[::-1])
    assert found is not None
    assert (found.kind, found.layer, found.duplicates) == ("own", LAYER, "merge")
    assert {field: names[::-1][at] for field, at in found.columns.items()} == {
        field: names[at] for field, at in plan.columns.items()
    }
    assert not found.corrected
    assert recall(tmp_path / "new", ("其他",)) is None
    for damage in (b"{", b"[1]", b'{"%s": 3}' % b"x", b"\xff\xfe"):
        (tmp_path / "new" / FILE).write_bytes(damage)
        assert recall(tmp_path / "new", names) is None
    remember(tmp_path / "new", names, plan)
    assert recall(tmp_path / "new", names) is not None


@given(st.text(max_size=20))
def test_the_quick_key_is_the_folded_name(name: str) -> None:
    assert name_key(name) == fold(name)


def _site(index: int, name: str, lon: float, exact: bool, address: str) -> Site:
    precision = Precision.SITE if exact else Precision.TOWN
    return Site(
        str(index), Layer.OWN, "層", Name(name), "", "63000", "63000010", address, 121.5 + lon, 25.0, precision,
        Status.UNKNOWN, "", "", None, "", "own-1", "", "",
    )  # fmt: skip


sites = st.lists(
    st.tuples(st.sampled_from("甲乙"), st.sampled_from((0.0, 0.0004, 0.001, 0.002, 0.0025)), st.booleans(),
              st.sampled_from(("", "一號", "二號"))), max_size=12,
)  # fmt: skip


@settings(max_examples=150)
@given(sites)
def test_standing_finds_what_comparing_with_all_would_find(rows: list[tuple[str, float, bool, str]]) -> None:
    standing = Standing()
    for index, row in enumerate(rows):
        site = _site(index, *row)
        key = standing.key(site)
        there = [one for one in standing.sites if one.name == site.name and same_place(one, site)]
        at = standing.find(site, key)
        assert (at >= 0) == bool(there)
        if at < 0:
            standing.add(site, index, key)
        else:
            assert standing.sites[at] in there


def test_every_required_column_has_a_field() -> None:
    assert {"name", "x", "y", "address", "county", "town"} <= BY_ID.keys()
