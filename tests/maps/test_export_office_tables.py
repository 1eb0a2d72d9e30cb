"""What a plate shows as tables: the values of the measures, typed, with what stands behind them."""

import csv
import io
import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.balance.evaluate import column
from data.balance.groups import groups
from data.cells import guarded, number
from data.model import Layer, Place, Status
from maps.choropleth import choropleth
from maps.export.clip import as_html, as_tsv
from maps.export.formats import write_plates
from maps.export.shown import plate_context, shown
from maps.export.shown_sites import REMOVED, SUPPOSED
from maps.export.table import ShownColumn, ShownTable
from maps.page import page_size
from maps.plate import Plate
from maps.view import READY_VIEWS

BROADBAND = READY_VIEWS["broadband"]


@pytest.fixture(scope="module")
def plate_of(project, atlas):
    def make(name="broadband", of=project, **changes):
        return Plate(of, replace(READY_VIEWS[name], **changes), atlas, page_size("A4"))

    return make


@pytest.fixture(scope="module")
def broadband(plate_of):
    return shown(plate_of())


def test_values_are_those_of_the_measure_with_all_that_stands_behind_them(project, data, broadband, plate_of):
    table, own = broadband.values, column(project, "coverage_5g", "town")
    assert table.column("id") == groups(project, "town").ids
    assert table.column("coverage_5g") == pytest.approx(own.values.tolist(), abs=1e-6)
    assert table.column("coverage_5g_level") == own.levels
    assert table.column("coverage_5g_bound") == own.bounds
    assert table.column("coverage_5g_known_share") == pytest.approx(own.known.tolist(), abs=1e-6)
    assert set(table.column("coverage_5g_unit")) == {"%"}
    classes = choropleth(plate_context(plate_of())).classes
    assert table.column("coverage_5g_class") == tuple((classes.member + 1).tolist())
    assert len(set(zip(table.column("coverage_5g_class"), table.column("coverage_5g_range"), strict=True))) == len(
        classes.bounds
    )
    lent = {level for level, one in zip(own.levels, table.column("coverage_5g_estimated"), strict=True) if one}
    assert lent == {"rural/non-rural"}
    for cell in table.column("coverage_5g_sources"):
        assert cell
        assert set(cell.split(";")) <= set(data.sources)


def test_what_is_unknown_is_none_and_has_no_class(plate_of):
    table = shown(plate_of(choropleth="speed_4g", level="county")).values
    whole = shown(plate_of(choropleth="emergency_beds_per_100k")).values
    unknown = [row for row in range(len(whole.rows)) if whole.column("emergency_beds_per_100k")[row] is None]
    for row in unknown:
        assert whole.column("emergency_beds_per_100k_class")[row] is None
        assert whole.column("emergency_beds_per_100k_doubtful")[row] is False
    assert not any(isinstance(cell, float) and math.isnan(cell) for row in table.rows + whole.rows for cell in row)


def test_a_town_names_all_its_circles_and_yilan_two(broadband, data):
    circles = dict(zip(broadband.values.column("id"), broadband.values.column("circles"), strict=True))
    yilan = [circles[town.code] for town in data.towns if town.county.name.zh == "宜蘭縣"]
    assert set(yilan) == {"capital;east"}


def test_circles_and_nation_stand_beside_the_map(project, broadband):
    table = broadband.circles
    assert table.column("id") == (*project.definition.circles, "nation")
    nation = float(column(project, "population", "nation").values[0])
    assert table.column("population")[-1] == nation
    assert {one.id for one in table.columns} >= {"population", "coverage_5g", "coverage_5g_bound"}
    words = dict(zip(table.column("id"), table.words(table.brief()), strict=True))
    assert words["islands"][-1].startswith("≥ ")


def test_the_nation_has_no_index_and_circles_have_a_rank_with_its_interval(plate_of):
    table = shown(plate_of("index", level="circle")).circles
    assert table.column("index")[-1] is None
    assert table.words(table.brief())[-1][2] == "–"
    low, place, high = (table.column(f"index_rank{end}")[:-1] for end in ("_low", "", "_high"))
    assert sorted(place) == [1, 2, 3, 4, 5, 6]
    assert all(a <= b for a, b in zip(low, high, strict=True))


@pytest.mark.parametrize(("level", "wanted"), [("town", 12 + 13 + 16 + 8), ("county", 4), ("circle", 1)])
def test_only_what_is_in_focus(plate_of, level, wanted):
    table = shown(plate_of(level=level, focus=Place("circle", "east"))).values
    assert len(table.rows) == wanted  # three counties and eight townships of Pingtung
    assert all("east" in cell.split(";") for cell in table.column("circles"))


def test_under_a_scenario_baseline_and_difference_stand_beside_the_value(supposed, plate_of):
    table = shown(plate_of("scenario", of=supposed, level="county", side="difference")).values
    name = "telemedicine_nearest_km"
    now, then, change = (table.column(one) for one in (f"{name}_baseline", name, f"{name}_difference"))
    assert any(change)
    for a, b, c in zip(now, then, change, strict=True):
        assert c == pytest.approx(b - a, abs=2e-6)
    signed = next(one for one in table.columns if one.id == f"{name}_difference")
    written = [cell for (cell,) in table.words([signed])]
    assert any(cell.startswith("−") for cell in written)


def test_under_a_scenario_what_does_not_change_keeps_its_sources(supposed, data, plate_of):
    for side in ("scenario", "difference"):
        table = shown(plate_of(of=supposed, level="county", side=side)).values
        values, cells = table.column("coverage_5g"), table.column("coverage_5g_sources")
        assert all(cell for value, cell in zip(values, cells, strict=True) if value is not None)
        assert {"scenario"} == {one for cell in cells for one in cell.split(";")} - set(data.sources)
        places = [row for row, cell in enumerate(cells) if "scenario" in cell]
        assert [table.column("name_zh")[row] for row in places] == ["花蓮縣"]


def test_sites_are_those_on_the_map_and_a_scenario_marks_its_own(data, supposed, plate_of):
    overview = shown(plate_of("overview")).sites
    layers = {Layer.AI, Layer.BROADBAND, Layer.TELEMEDICINE}
    drawn = {site.id for site in data.sites if site.layer in layers and site.status is not Status.ENDED}
    assert set(overview.column("id")) == drawn
    assert len(overview.rows) == len(drawn)
    table = shown(plate_of("scenario", of=supposed, side="scenario")).sites
    change = dict.fromkeys(table.column("id"), "") | {
        row[0]: row[[one.id for one in table.columns].index("scenario")] for row in table.rows
    }
    assert [change[f"new-{number}"] for number in (1, 2, 3)] == [SUPPOSED] * 3
    assert change["tele-022"] == REMOVED
    assert sorted(one for row in table.rows if (one := str(row[0])) == "tele-001") == ["tele-001"] * 2


def test_no_layer_of_sites_no_table_of_sites(plate_of):
    found = shown(plate_of("index", level="circle"))
    assert found.sites is None
    assert found.links is None
    assert shown(plate_of("telemedicine")).links.rows


def test_every_source_named_is_listed_with_its_title(plate_of, data):
    for name in ("overview", "telemedicine", "broadband"):
        found = shown(plate_of(name))
        named = set(found.sites.column("source_id"))
        listed = dict(zip(found.sources.column("id"), found.sources.column("title"), strict=True))
        assert named <= set(listed)
        assert all(listed[one] == data.sources[one].title for one in named)


def test_two_indicators_have_two_columns_and_symbols_a_table_of_their_own(plate_of):
    found = shown(
        plate_of(second="population_65plus_share", level="county", layers=BROADBAND.layers | {"proportional"})
    )
    ids = [one.id for one in found.values.columns]
    assert {"coverage_5g", "population_65plus_share", "population_65plus_share_sources"} <= set(ids)
    assert len(ids) == len(set(ids))
    assert found.symbols.id == "symbols"
    assert sum(found.symbols.column("population")) == found.circles.column("population")[-1]


def test_about_says_program_data_set_definition_and_rule(plate_of, project):
    about = dict(shown(plate_of(language="en")).about.rows)
    assert about["Data set"] == project.data.version
    assert about["Definition"].startswith("2026-01 ")
    assert about["Overlap rule"].startswith("each: ")
    assert re.search(r"\d+\.\d+", about["Program"])


def test_the_csv_is_the_table_with_a_mark_for_excel(plate_of, project, tmp_path):
    target = tmp_path / "表.csv"
    write_plates([plate_of(level="county")], "csv", target)
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == list(groups(project, "county").ids)
    own = column(project, "coverage_5g", "county").values
    assert [float(row["coverage_5g"]) for row in rows] == pytest.approx(own.tolist(), abs=1e-6)


HOSTILE = ("=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", "<b>&\"'</b>", "\x00\x07", "長" * 10_000, "a\tb\nc")


@pytest.fixture
def hostile():
    """A table as nobody wishes it."""
    columns = (ShownColumn("name_zh", "=head", "name"), ShownColumn("value", "數", "value", "%", 1))
    rows = tuple((name, value) for name, value in zip(HOSTILE, [1.25, None] * 6, strict=False))
    return ShownTable("values", "<script>", "zh", columns, rows)


def test_the_clipboard_takes_no_formula_and_no_markup(hostile):
    lines = as_tsv(hostile).rstrip("\n").split("\n")
    assert len(lines) == len(HOSTILE) + 1
    assert all(line.count("\t") == 1 for line in lines)
    assert not [line for line in lines[1:] if line[0] in "=+-@＝"]
    assert lines[1].split("\t")[1] == "1.25"
    assert lines[2].split("\t")[1] == ""
    html = as_html(hostile)
    assert "<script>" not in html
    assert "<b>" not in html
    assert html.count("<tr>") == len(HOSTILE) + 1
    assert ">–</td>" in html
    assert html.count("mso-number-format") == len(HOSTILE)


@given(st.text(max_size=20))
def test_no_text_becomes_a_formula(text):
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert guarded(text).endswith(text)


@given(st.floats())
def test_numbers_keep_six_decimals_and_unknown_is_none(value):
    found = number(value)
    if not math.isfinite(value):
        assert found is None
    else:
        assert found == pytest.approx(value, abs=1e-6)
        assert isinstance(found, int) or not found.is_integer()
