"""Cells of sites and figures: shown and written back they change nothing; what is written is read strictly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import dataset
from data import edit_figure_cells as figure_cells
from data.edit_cells import COLUMNS, MORE_COLUMNS, cell_text, columns_of, with_cells
from data.errors import InputError
from data.land import town_at
from data.model import Layer, Precision, Site, Status
from data.own import EDITS

DATA = dataset.load()
SITES = st.sampled_from(DATA.sites)
LANGUAGES = st.sampled_from(["zh", "en"])


@pytest.fixture
def clinic():
    return DATA.site_by_id["tele-006"]


@pytest.fixture
def hospital():
    return DATA.site_by_id["hosp-0101090517-1"]


@given(SITES, LANGUAGES)
@settings(max_examples=200, deadline=None)
def test_what_a_cell_shows_is_no_change_when_it_is_written_back(site, language):
    texts = {column: cell_text(site, column, DATA, language) for column in columns_of(site.layer)}
    assert with_cells(site, texts, DATA, language) == (site, ())


@given(SITES, st.sampled_from([*COLUMNS, *MORE_COLUMNS]), st.text(max_size=30), LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_any_text_is_taken_or_refused_with_a_sentence(site, column, text, language):
    changed, faults = with_cells(site, {column: text}, DATA, language)
    if column not in columns_of(site.layer) and column != "beds":
        return
    assert isinstance(changed, Site)
    if faults:
        assert changed == site
        assert str(faults[0].fault)
    elif changed != site and column != "source":
        assert changed.source_id == EDITS


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("status", "規劃中", "status", Status.PLANNED),
        ("status", "Ended", "status", Status.ENDED),
        ("status", "", "status", Status.UNKNOWN),
        ("status", "籌設中", "status", Status.PLANNED),
        ("status", "歇業", "status", Status.ENDED),
        ("category", "衛生所", "category", "spoke"),
        ("category", "遠距醫療支援醫院", "category", "hub"),
        ("category", "spoke", "category", "spoke"),
        ("year", "2025/3", "year", "2025-03"),
        ("year", "民國114年3月", "year", "2025-03"),
        ("year", "2021-2025", "year", "2021-2025"),
        ("value", "１,２００", "value", 1200.0),
        ("value", "-", "value", None),
        ("town", "埔里鎮", "town_code", "10008020"),
        ("town", "10008020", "town_code", "10008020"),
    ],
)
def test_words_of_both_languages_and_any_width_are_read(clinic, column, text, field, value):
    changed, faults = with_cells(clinic, {column: text}, DATA, "zh")
    assert not faults
    assert getattr(changed, field) == value


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("name_zh", " "),
        ("status", "開張"),
        ("category", "clinic"),
        ("year", "前年"),
        ("value", "many"),
        ("value", "-3"),
        ("beds", "5"),
        ("town", "東區"),
        ("town", "不存在鄉"),
        ("lon", "nan"),
        ("lon", "0"),
        ("lon", "119"),
        ("precision", "precise"),
        ("precision", "僅知縣市"),
        ("source", "沒有這份資料"),
        ("layer", "moon bases"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(clinic, column, text):
    changed, faults = with_cells(clinic, {column: text}, DATA, "zh")
    assert changed is clinic
    assert [one.column for one in faults] == [column]


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("", "床", "beds"),
        ("", "Beds", "beds"),
        ("", "公頃", "ha"),
        ("hectares", "公頃", "hectares"),
        ("MW", "firms", "firms"),
        ("MW", "年", "year"),
        ("MW", "%/年", "percent per year"),
        ("MW", "mw (PHASE 1)", "MW (phase 1)"),
        ("MW", "盞燈", "盞燈"),
        ("MW", "", ""),
    ],
)
def test_units_are_taken_by_code_and_by_words(clinic, before, text, after):
    site = replace(clinic, unit=before)
    changed, faults = with_cells(site, {"unit": text}, DATA, "en")
    assert (changed.unit, faults) == (after, ())


def test_units_are_shown_in_words(clinic):
    site = replace(clinic, unit="beds")
    assert [cell_text(site, "unit", DATA, language) for language in ("zh", "en")] == ["床", "beds"]
    assert cell_text(replace(clinic, unit="盞燈"), "unit", DATA, "en") == "盞燈"


def test_a_refused_cell_leaves_the_others_of_the_row(clinic):
    changed, faults = with_cells(clinic, {"operator": "某公司", "value": "many"}, DATA, "zh")
    assert changed.operator == "某公司"
    assert [one.column for one in faults] == ["value"]


def test_a_new_point_decides_the_township(clinic):
    changed, faults = with_cells(clinic, {"lon": "120.97", "lat": "23.97"}, DATA, "zh")
    assert not faults
    assert (changed.town_code, changed.precision) == ("10008020", Precision.SITE)


def test_degrees_minutes_and_seconds_are_read(clinic):
    changed, faults = with_cells(clinic, {"lon": "121°17'30\"", "lat": "23度0分36秒"}, DATA, "zh")
    assert not faults
    assert (changed.lon, changed.lat) == (pytest.approx(121.291667), pytest.approx(23.01))


def test_a_township_that_the_point_is_not_in_is_refused(clinic):
    changed, faults = with_cells(clinic, {"lon": "120.97", "lat": "23.97", "town": "臺東縣東河鄉"}, DATA, "zh")
    assert not faults  # it stands there already: nothing was said of it
    changed, faults = with_cells(clinic, {"lon": "120.97", "lat": "23.97", "town": "臺東市"}, DATA, "zh")
    assert changed is clinic
    assert {one.column for one in faults} == {"lon", "lat", "town"}


def test_a_new_township_without_a_point_stands_at_its_representative_point(hospital):
    changed, _ = with_cells(hospital, {"town": "埔里鎮"}, DATA, "zh")
    town = DATA.towns[DATA.town_index["10008020"]]
    assert (changed.lon, changed.lat, changed.precision) == (town.lon, town.lat, Precision.TOWN)


def test_another_layer_brings_its_own_fields(clinic):
    changed, faults = with_cells(clinic, {"layer": "醫院", "beds": "12"}, DATA, "zh")
    assert not faults
    assert changed.layer is Layer.HOSPITAL
    assert changed.extra["emergency_beds"] == "12"
    assert "network" not in changed.extra


@pytest.mark.parametrize("site", DATA.sites_of(Layer.HOSPITAL)[::20], ids=lambda site: site.id)
def test_the_township_of_a_surveyed_site_is_found(site):
    assert town_at(DATA, site.lon, site.lat) == site.town_code


def test_every_township_is_found_at_its_representative_point():
    assert [town_at(DATA, town.lon, town.lat) for town in DATA.towns] == [town.code for town in DATA.towns]


@pytest.mark.parametrize(("lon", "lat"), [(119.0, 22.0), (float("nan"), 24.0), (0.0, 0.0), (122.9, 26.9)])
def test_there_is_no_township_at_sea(lon, lat):
    with pytest.raises(InputError):
        town_at(DATA, lon, lat)


@given(st.sampled_from(DATA.figures), LANGUAGES)
@settings(max_examples=100, deadline=None)
def test_figures_written_back_are_no_change(figure, language):
    texts = {column: figure_cells.cell_text(figure, column, DATA, language) for column in figure_cells.WRITABLE}
    assert figure_cells.with_cells(figure, texts, DATA, language) == (figure, ())


def test_of_a_figure_only_value_source_and_remarks_are_written():
    figure = DATA.figures[0]
    changed, faults = figure_cells.with_cells(figure, {"value": "12.5", "period": "1999"}, DATA, "zh")
    assert (changed.value, changed.period) == (12.5, figure.period)
    assert [one.column for one in faults] == ["period"]


@pytest.mark.parametrize("text", ["-3", "abc", "1e99"])
def test_a_value_that_cannot_be_is_a_fault_of_its_cell(text):
    figure = next(one for one in DATA.figures if one.variable == "area_km2")
    changed, faults = figure_cells.with_cells(figure, {"value": text, "note": "甲"}, DATA, "zh")
    assert (changed.value, changed.note) == (figure.value, "甲")
    assert [(one.column, one.text) for one in faults] == [("value", text)]


@pytest.mark.parametrize(
    ("column", "text", "kept"),
    [
        ("category", "醫中", "medical-centre"),
        ("category", "地區醫院", "district"),
        ("category", "長照機構", "長照機構"),
        ("emergency_grade", "重度級", "severe"),
        ("emergency_grade", "無急救責任分級", "none"),
        ("emergency_grade", "", ""),
    ],
)
def test_hospitals_are_read_in_the_words_of_lists_and_of_the_window(column, text, kept):
    hospital = DATA.sites_of(Layer.HOSPITAL)[0]
    changed, faults = with_cells(hospital, {column: text}, DATA, "zh")
    assert not faults
    assert (changed.category if column == "category" else changed.extra[column]) == kept
