"""Fields in the texts of scenes: they say what the balance room says, and nothing a user writes stops a show."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.balance.access import nearest
from data.balance.across import ACROSS, MEASURES, inequality_of
from data.balance.composite import rank
from data.balance.evaluate import INDEX, SIDES, column, indicator_ids, indicator_of
from data.balance.groups import groups
from data.balance.index import index_sensitivity
from data.model import Layer, Overlap, Place, Status
from maps.briefing.fields import fill
from maps.briefing.fields_facts import AREA_WORDS, FACTS, PEOPLE_SHARES
from maps.briefing.fields_indicator import PICKS, READINGS, WORDS
from maps.showing import changed
from maps.view import READY_VIEWS

EAST = replace(READY_VIEWS["broadband"], focus=Place("circle", "east"), selected=Place("town", "10014010"))
DOCUMENT = Path(__file__).parents[3] / "docs" / "presentation.md"

WORDS_OF_FIELDS = [
    "indicator", "circle", "county", "town", "count", "people", "nation", "beyond", "east", "臺東縣", "10014010", "",
    " ", "nowhere", "ai", "operating", *indicator_ids()[:12], INDEX, *SIDES, *MEASURES, *PICKS, *READINGS, *FACTS,
    *(f"indicator.{word}" for word in WORDS), *(f"circle.{word}" for word in AREA_WORDS), "x.name",
]  # fmt: skip


@pytest.fixture
def filled(project, texts):
    """A function that fills one text, by default over the baseline with the east in focus, in English."""

    def fill_it(text, language="en", of=project, view=EAST):
        return fill(text, of, view, texts[language])

    return fill_it


def row_of(project, by, area):
    return groups(project, by).ids.index(area)


@given(st.text(max_size=60))
@settings(deadline=None)
def test_a_text_without_braces_stays_as_it_is(project, texts, text):
    text = text.replace("{", "").replace("}", "")
    assert fill(text, project, EAST, texts["zh"]).text == text
    assert fill(text, project, EAST, texts["zh"]).wrong == ()


@given(st.text(alphabet="{}:.：｛indcator gini東", max_size=30))
@settings(deadline=None)
def test_no_text_raises_and_what_is_wrong_stays(project, texts, text):
    found = fill(text, project, EAST, texts["zh"])
    for one in found.wrong:
        assert one in text
        assert one in found.text


@given(st.lists(st.sampled_from(WORDS_OF_FIELDS), min_size=1, max_size=4), st.sampled_from(list(SIDES)))
@settings(deadline=None, max_examples=300)
def test_no_field_raises_and_each_is_filled_or_told_wrong(supposed, texts, words, side):
    field = "{" + ":".join(words) + "}"
    found = fill(field, supposed, replace(EAST, side=side), texts["en"])
    assert found.wrong in ((), (field,))
    assert (found.text == field) == bool(found.wrong)
    assert "nan" not in found.text.casefold().replace("nantou", "")


@pytest.mark.parametrize(
    "field",
    [
        "{}", "{ }", "{nothing}", "{indicator.nothing}", "{indicator:nothing}", "{indicator:gini:hoover}", "{circle}",
        "{indicator:east:islands}", "{indicator:gini:east}", "{indicator:top:east}", "{circle:east:indicator}",
        "{coverage_5g:east:share}", "{coverage_5g:east:interval}", "{population:east:rank}", "{index:nation:rank}",
        "{count}", "{count:nothing}", "{count:ai:spoke}", "{people}", "{people:coverage_5g}",
        "{people:hospital_within_10km:top}", "{definition.name:east}", "{indicator.name:east}",
        "{indicator:county:east}",
        "{indicator:gini", "{a{indicator}",
    ],
)  # fmt: skip
def test_a_field_that_means_nothing_stays_visible_and_is_told(filled, field):
    found = filled(f"before {field} after" if field.endswith("}") else f"before {field}")
    assert found.wrong
    assert found.text.startswith(f"before {found.wrong[0]}")


def test_doubled_braces_are_braces(filled):
    assert filled("{{indicator}} and {{").text == "{indicator} and {"
    assert filled("{{indicator}}").wrong == ()


def test_the_same_wrong_field_is_told_once(filled):
    assert filled("{x} {y} {x}").wrong == ("{x}", "{y}")


@pytest.mark.parametrize("name", ["coverage_5g", "ai_per_100k", "telemedicine_points", "hospital_nearest_km", INDEX])
@pytest.mark.parametrize(("by", "area"), [("circle", "east"), ("county", "10014"), ("town", "10014150")])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_value_is_that_of_every_other_view(filled, project, texts, name, by, area, language):
    found = column(project, name, by)
    row = row_of(project, by, area)
    indicator = indicator_of(project, name)
    assert not np.isnan(found.values[row])
    number = texts[language].number(found.values[row], indicator.decimals, found.bounds[row])
    assert filled(f"{{{name}:{area}:number}}", language).text == number
    whole = filled(f"{{{name}:{area}}}", language).text
    assert whole.startswith(number)
    assert whole.removeprefix(number).strip() == indicator.unit.text(language)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("across", ACROSS)
def test_a_measure_of_inequality_is_that_of_the_balance_room(filled, project, texts, measure, across):
    split = replace(project, overlap=Overlap.SPLIT) if across == "circle" else project
    value = getattr(inequality_of(split, "ai_per_100k", across, "population"), measure)
    decimals = 2 if measure in ("range", "max_min_ratio", "top_bottom_20") else 3
    expected = "no data" if np.isnan(value) else texts["en"].number(value, decimals)
    assert filled(f"{{ai_per_100k:{measure}:{across}:number}}").text == expected


def test_measures_are_across_the_areas_that_the_scene_colours(filled):
    view = replace(EAST, choropleth="ai_per_100k", level="county")
    assert filled("{indicator:gini}", view=view).text == filled("{ai_per_100k:gini:county}").text
    assert filled("{indicator:gini}", view=view).text != filled("{ai_per_100k:gini:town}").text


def test_negative_values_have_no_inequality(filled):
    assert filled("{coverage_5g_gap_nation:gini}", "zh").text == "無資料"


def test_the_best_and_the_last_follow_the_direction_and_ties_are_named_or_counted(filled, project):
    values = column(project, "hospital_nearest_km", "circle").values
    names = [name.en for name in groups(project, "circle").names]
    assert filled("{hospital_nearest_km:top:name}").text == names[int(np.nanargmin(values))]
    assert filled("{hospital_nearest_km:bottom:name}").text == names[int(np.nanargmax(values))]
    both = filled("{hospital_nearest_km:top}").text
    assert both == f"{names[int(np.nanargmin(values))]} ({filled('{hospital_nearest_km:top:value}').text})"
    assert filled("{coverage_2gbps:top:name}").text == "5 circles"
    assert filled("{coverage_5g:bottom:county:name}").text == "Lienchiang County, Penghu County"


def test_what_is_alike_in_value_but_not_in_what_is_read_is_read_of_each(filled, project):
    shares = column(project, "coverage_1gbps", "circle").known
    read = filled("{coverage_1gbps:top:known}").text.split(", ")
    assert len(read) > 1
    assert f"{100 * shares.max():.0f} %" in read


def test_a_text_tells_the_indicators_and_layers_whose_numbers_it_says(filled):
    text = "{Coverage_5G:top} {count:ai:operating} {east.population} {index.name} {people：hospital_within_10km}"
    said = filled(text + " {indicator} {ai_total:nowhere}").subjects
    assert said == ("coverage_5g", "ai", "population", "hospital_within_10km")


def test_ranks_come_with_the_interval_of_the_draws(filled, project):
    row = row_of(project, "circle", "east")
    sure = index_sensitivity(project, "circle")
    places = rank(column(project, INDEX, "circle").values)
    assert filled("{index:east:rank}").text == f"{places[row]:.0f}"
    assert filled("{index:east:interval}").text == f"{sure.low_rank[row]:.0f}–{sure.high_rank[row]:.0f}"
    assert filled("{index:islands:last}").text == f"{100 * sure.p_last[row_of(project, 'circle', 'islands')]:.0f} %"
    nearest_first = rank(-column(project, "hospital_nearest_km", "circle").values)
    assert filled("{hospital_nearest_km:east:rank}").text == f"{nearest_first[row]:.0f}"


def test_people_out_of_reach_are_those_beyond_the_distance_in_thousands(filled, data):
    people = data.town_values("population")
    far = float(people[~(nearest(data, Layer.HOSPITAL).km <= 10)].sum())
    assert filled("{people:hospital_within_10km:beyond}").text == f"{round(far, -3):,.0f} people"
    assert filled("{people:hospital_within_10km:beyond}", "zh").text == f"{far / 10000:.1f}萬人"
    assert filled("{people:hospital_within_10km:beyond:number}", "zh").text == f"{far / 10000:.1f}萬"
    few = data.town_index["09007020"]
    assert people[few] < 10_000
    assert filled("{people:digital_class_1_share:09007020:beyond}").text == f"{people[few]:,.0f} people"
    assert {"hospital_within_10km", "telemedicine_within_10km", "digital_class_4_share"} <= set(PEOPLE_SHARES)


def test_sites_are_counted_by_status_and_category(filled, data):
    sites = data.sites_of(Layer.AI)
    assert filled("{count:ai}").text == str(len(sites))
    assert filled("{count:ai:operating}").text == str(sum(site.status is Status.OPERATING for site in sites))
    points = [site for site in data.sites_of(Layer.TELEMEDICINE) if site.category == "spoke"]
    planned = sum(site.status is Status.PLANNED for site in points)
    assert filled("{count:telemedicine:spoke:planned}").text == str(planned)


def test_shares_of_totals_are_shares_of_the_nation(filled, project):
    own = column(project, "ai_operating", "circle").values[row_of(project, "circle", "south")]
    whole = column(project, "ai_operating", "nation").values[0]
    assert filled("{ai_operating:south:share}").text == f"{100 * own / whole:.1f} %"


def test_what_is_unknown_says_so_and_is_never_zero(filled):
    assert filled("{compute_mw_operating:east}").text == "no data"
    assert filled("{compute_mw_operating:east:number}", "zh").text == "無資料"
    assert filled("{index}").text == "no data"
    assert filled("{ai_robotics_centre:gini}").text == "no data"


def test_a_bound_is_told(filled):
    assert filled("{coverage_5g:islands:number}").text.startswith("≥ ")


def test_the_place_of_the_scene_is_its_focus_or_holds_what_is_selected(filled):
    assert filled("{circle.name}").text == "Slow-living East"
    assert filled("{county.name} / {town.name}", "zh").text == "臺東縣 / 臺東縣臺東市"
    assert filled("{circle:indicator}").text == filled("{indicator:circle}").text == filled("{coverage_5g:east}").text
    site = replace(EAST, focus=None, selected=Place("site", "tele-001"))
    assert filled("{county.name}", view=site).wrong == ()
    shared = replace(EAST, focus=None, selected=Place("county", "10002"))
    assert filled("{circle.name}", view=shared).wrong == ("{circle.name}",), "Yilan lies in two circles"
    assert filled("{circle.name}", view=replace(EAST, focus=None, selected=None)).wrong == ("{circle.name}",)


def test_places_are_named_as_people_write_them(filled):
    expected = filled("{coverage_5g:10014}").text
    for name in ("臺東縣", "台東縣", "Taitung County", "taitung county"):
        assert filled(f"{{coverage_5g:{name}}}").text == expected
    assert filled("{東部慢活城鄉.population}").text == filled("{east.population}").text
    assert filled("{臺東縣臺東市:population}").text == filled("{population:10014010}").text


def test_input_methods_may_write_full_width_signs(filled):
    assert (
        filled("{coverage_5g：east}").text == filled("{ Coverage_5g : EAST }").text == filled("{coverage_5g:east}").text
    )


def test_a_scene_of_a_scenario_tells_its_side_and_any_other(filled, supposed, texts):
    name, row = "coverage_5g", row_of(supposed, "circle", "east")
    decimals = indicator_of(supposed, name).decimals
    view = replace(EAST, choropleth=name, side="scenario")
    values = {side: column(supposed, name, "circle", side).values[row] for side in SIDES}
    assert round(values["baseline"], decimals) != round(values["scenario"], decimals)
    for side in ("baseline", "scenario"):
        assert filled(f"{{indicator:east:number:{side}}}", of=supposed).text == f"{values[side]:.1f}"
    assert filled("{indicator:east:number}", of=supposed, view=view).text == f"{values['scenario']:.1f}"
    difference = changed(texts["en"], values["difference"], decimals)
    assert filled("{indicator:east:difference}", of=supposed, view=view).text == f"{difference} percentage points"
    gini = [inequality_of(supposed, name, "town", "population", side).gini for side in ("baseline", "scenario")]
    assert filled("{indicator:gini:difference}", of=supposed, view=view).text == changed(
        texts["en"], gini[1] - gini[0], 3
    )
    assert filled("{count:telemedicine:difference}", of=supposed).text == "+2", "three added, one removed"


def test_the_scenario_is_named_and_so_is_the_baseline(filled, supposed):
    assert filled("{scenario.name}: {scenario.changes}", of=supposed).text == "東部三點: 6"
    assert filled("{scenario.places}", of=supposed).text.count("; ") == 2
    assert filled("{scenario.name}, {scenario.changes}, {scenario.places}").text == "Baseline, 0, none"


def test_the_definition_is_told_as_it_is(filled, project):
    other = replace(project, definition_id="2025-09")
    assert filled("{definition.circles} {definition.shared} {definition.assumed}", of=other).text == "5 0 none"
    assert filled("{definition.circles} {definition.shared}").text == "6 20"
    assert "Hengchun" in filled("{definition.assumed}").text
    assert filled("{coverage_5g:islands}", of=other).wrong == ("{coverage_5g:islands}",)
    assert filled("{overlap.rule}").text != filled("{overlap.rule}", of=replace(project, overlap=Overlap.FIRST)).text


def test_every_word_of_the_tables_is_documented():
    text = DOCUMENT.read_text("utf-8")
    words = [*FACTS, *READINGS, *MEASURES, *PICKS, *SIDES, *(f".{word}" for word in (*WORDS, *AREA_WORDS))]
    assert [word for word in words if word not in text] == []
