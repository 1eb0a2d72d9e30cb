"""Any indicator, the index and what a scenario changes, by town, county or circle: every area in its own colour."""

import math
import re
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from data.balance.evaluate import INDEX, column, indicator_ids, indicator_of
from data.balance.groups import groups
from data.index_spec import DEFAULT_INDEX
from data.project import Project
from maps.areas import fallback_hatch, missing_hatch
from maps.choropleth import UNKNOWN, choropleth, choropleth_fills
from maps.context import Context
from maps.legend import legend
from maps.overlay import window_overlay
from maps.ramps import diverging
from maps.theme import THEMES
from maps.words import source_lines, subtitle, title

LEVELS = ("town", "county", "circle")
SIDES = ("baseline", "scenario", "difference")


def coloured(make_context, project, indicator=INDEX, **changes):
    return make_context("index", of=project, choropleth=indicator, layers=frozenset({"choropleth"}), **changes)


def fill_at(context, town_row):
    """Return the uppermost coloured fill over the representative point of a town."""
    x, y = map(float, context.atlas.town_positions[town_row])
    over = [fill for fill in choropleth_fills(context) if fill.colour and contains(fill.path, x, y)]
    return over[-1]


def counted(section):
    """Return the entries of classes and of no data; what is hatched is counted in them."""
    return [entry for entry in section.entries if not entry.count.startswith("(")]


def contains(path, x, y):
    return path.contains(type(path.currentPosition())(x, y))


@pytest.fixture(scope="module")
def rows(data):
    return {town.full_name("zh"): row for row, town in enumerate(data.towns)}


@pytest.mark.parametrize("indicator", [INDEX, "speed_4g", "telemedicine_nearest_km"])
@pytest.mark.parametrize("level", ["town", "county"])
def test_every_town_has_the_colour_of_its_area(make_context, project, data, indicator, level):
    context = coloured(make_context, project, indicator, level=level)
    classified = choropleth(context)
    for row in range(0, len(data.towns), 17):
        area = row if level == "town" else int(data.town_county_rows[row])
        number = classified.classes.member[area]
        wanted = context.theme.missing if number == UNKNOWN else classified.colours[number]
        assert fill_at(context, row).colour == wanted, data.towns[row].name.zh


def test_a_town_of_two_circles_is_striped_with_both_colours(make_context, project, rows):
    context = coloured(make_context, project, level="circle")
    classified = choropleth(context)
    colour = {
        circle: classified.colours[number]
        for circle, number in zip(classified.ids, classified.classes.member, strict=True)
    }
    yilan = fill_at(context, rows["宜蘭縣宜蘭市"])
    assert {yilan.colour, *(hatch.colour for hatch in yilan.hatches)} == {colour["capital"], colour["east"]}
    alone = fill_at(context, rows["臺中市北屯區"])
    assert alone.colour == colour["precision"]
    assert alone.hatches == ()
    (section,) = legend(context)
    assert section.note


def test_two_circles_of_one_colour_make_no_stripes(make_context, project, rows):
    context = coloured(make_context, project, "coverage_1gbps", level="circle")
    assert len(choropleth(context).colours) == 1
    fill = fill_at(context, rows["宜蘭縣宜蘭市"])
    assert {hatch.colour for hatch in fill.hatches} == {context.theme.fallback_hatch}


def test_a_town_in_no_circle_is_land(make_context, data, rows):
    context = coloured(make_context, Project(data, "2025-09"), level="circle")
    assert fill_at(context, rows["澎湖縣馬公市"]).colour == context.theme.land


def test_unknown_areas_are_hatched_as_missing(make_context, project, data):
    for level, indicator in (
        ("town", "telemedicine_points"),
        ("county", "coverage_2gbps"),
        ("circle", "coverage_2gbps"),
    ):
        context = coloured(make_context, project, indicator, level=level)
        unknown = int(np.flatnonzero(choropleth(context).classes.member == UNKNOWN)[0])
        share = groups(project, level).weights[unknown]
        # A town of one circle only: another one would have the stripes of the other circle.
        row = next(r for r in np.flatnonzero(share) if len(context.shapes.members[r]) == 1)
        fill = fill_at(context, int(row))
        assert fill.colour == context.theme.missing
        assert missing_hatch(context.theme, context.unit) in fill.hatches


def test_a_value_known_for_few_people_is_hatched(make_context, project):
    context = coloured(make_context, project, "telemedicine_nearest_km")
    classified = choropleth(context)
    known = column(project, "telemedicine_nearest_km", "town")
    wanted = {row for row in range(368) if known.known[row] < 0.5 and not math.isnan(known.values[row])}
    assert classified.doubtful == wanted
    assert wanted
    hatch = fallback_hatch(context.theme, context.unit)
    (fill,) = [fill for fill in choropleth_fills(context) if hatch in fill.hatches]
    inside = {row for row, (x, y) in enumerate(context.atlas.town_positions) if contains(fill.path, float(x), float(y))}
    assert inside == wanted


class TestDifference:
    def test_only_what_changes_is_coloured(self, make_context, supposed, data, rows):
        context = coloured(make_context, supposed, "coverage_5g", side="difference")
        neutral = diverging((0.0,), context.theme, 1)[0]
        better = fill_at(context, rows["花蓮縣秀林鄉"]).colour
        worse = fill_at(context, rows["花蓮縣花蓮市"]).colour
        assert len({neutral, better, worse}) == 3
        hualien = data.towns[rows["花蓮縣秀林鄉"]].county
        for row in range(0, 368, 13):
            if data.towns[row].county is not hualien:
                assert fill_at(context, row).colour == neutral

    def test_no_change_is_not_hatched(self, make_context, supposed, data):
        context = coloured(make_context, supposed, "coverage_5g", side="difference")
        hualien = {row for row, town in enumerate(data.towns) if town.county.name.zh == "花蓮縣"}
        assert choropleth(context).estimated | choropleth(context).doubtful <= hualien
        assert choropleth(coloured(make_context, supposed, "coverage_5g", side="scenario")).estimated - hualien

    def test_better_is_teal_whichever_way_the_numbers_run(self, make_context, supposed, rows):
        more = coloured(make_context, supposed, "coverage_5g", side="difference")
        less = coloured(make_context, supposed, "telemedicine_mean3_km", side="difference")
        teal = set(diverging((1 / 3, 1 / 2, 2 / 3, 1.0), more.theme, 1))
        assert indicator_of(supposed, "telemedicine_mean3_km").direction == -1
        assert fill_at(more, rows["花蓮縣秀林鄉"]).colour in teal
        assert fill_at(less, rows["花蓮縣秀林鄉"]).colour in teal

    def test_the_legend_says_no_change_and_which_way_is_better(self, make_context, supposed):
        context = coloured(make_context, supposed, "telemedicine_mean3_km", side="difference", language="en")
        (section,) = legend(context)
        *texts, missing = [entry.text for entry in counted(section)]
        assert "No change" in texts
        assert texts[0].endswith("(worse)")
        assert texts[-1].endswith("(better)")
        assert missing == "No data"
        assert all(text.startswith(("+", "−", "No change", "up to", "under")) for text in texts)
        assert sum(int(entry.count) for entry in counted(section)) == 368
        assert "東部三點" in section.about

    def test_an_empty_scenario_changes_nothing_and_claims_no_scenario(self, make_context, project):
        context = coloured(make_context, project, side="difference", language="en")
        assert context.side == "baseline"
        assert "cenario" not in title(context)
        assert "cenario" not in legend(context)[0].about

    @pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
    def test_changes_can_be_told_from_none_and_from_each_other(self, theme):
        steps = (-1.0, -2 / 3, -1 / 3, 0.0, 1 / 3, 2 / 3, 1.0)
        colours = [np.array([int(c[i : i + 2], 16) for i in (1, 3, 5)], float) for c in diverging(steps, theme, 1)]
        for i, one in enumerate(colours):
            for other in colours[i + 1 :]:
                assert np.linalg.norm(one - other) > 35
        grey = [colour @ (0.2126, 0.7152, 0.0722) for colour in colours]
        away = [abs(g - grey[3]) for g in grey]
        assert away[:4] == sorted(away[:4], reverse=True)
        assert away[3:] == sorted(away[3:])


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("level", LEVELS)
def test_the_legend_of_every_indicator_is_complete_and_clear(make_context, supposed, level, side):
    count = len(groups(supposed, level).ids)
    for indicator in indicator_ids():
        context = coloured(make_context, supposed, indicator, level=level, side=side, language="en")
        (section,) = legend(context)
        entries = counted(section)
        texts = Counter(entry.text for entry in section.entries)
        assert max(texts.values()) == 1, (indicator, texts)
        assert sum(int(entry.count.replace(",", "")) for entry in entries) == count, indicator
        assert len({entry.swatch.colour for entry in entries}) == len(entries), indicator
        ends = [number for entry in reversed(entries[:-1]) for number in numbers(entry.text)]
        if side != "difference":
            assert ends == sorted(ends), (indicator, ends)
            highs = [numbers(entry.text)[-1:] for entry in entries[:-1]]
            lows = [numbers(entry.text)[:1] for entry in entries[:-1]]
            for above, below in zip(lows, highs[1:], strict=False):
                assert below < above, (indicator, [entry.text for entry in section.entries])


def numbers(text):
    plain = text.replace(",", "").replace("−", "-")
    return [float(number) for number in re.findall(r"(?<![\d.])-?\d+(?:\.\d+)?", plain)]


@pytest.mark.parametrize("level", LEVELS)
def test_a_number_as_it_is_read_lies_in_the_class_of_its_colour(make_context, project, level):
    """Who reads 141.4 in the status bar must find it in the legend beside the colour of the place."""
    for indicator in indicator_ids():
        context = coloured(make_context, project, indicator, level=level)
        classified = choropleth(context)
        classes = classified.classes
        for value, number in zip(classified.column.values, classes.member, strict=True):
            if number != UNKNOWN:
                low, high = classes.bounds[number]
                read = float(context.texts.locale.toString(float(value), "f", classes.decimals).replace(",", ""))
                assert low <= read <= high or low == high == round(value, 9), (indicator, value)


def test_the_recipe_of_the_index_colours_the_map(make_context, project):
    one = coloured(make_context, project)
    other = coloured(make_context, replace(project, index=DEFAULT_INDEX.with_weight("ai_per_100k", 0.0)))
    before, after = choropleth(one), choropleth(other)
    assert not np.array_equal(before.classes.member, after.classes.member)
    assert np.array_equal(after.column.values, column(other.project, INDEX, "town").values, equal_nan=True)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("side", SIDES)
def test_sheet_and_window_name_indicator_level_and_side(make_context, supposed, side, language):
    context = make_context("scenario", of=supposed, side=side, level="county", language=language)
    name = indicator_of(supposed, context.view.choropleth).name.text(language)
    assert name in title(context)
    assert ("東部三點" in title(context)) == (side != "baseline")
    if language == "en":
        assert "by county" in subtitle(context)
        assert any("Hypothetical" in line for line in source_lines(context)) == (side != "baseline")
    words = "".join(item.text for item in window_overlay(context, 250, 190).items if hasattr(item, "text"))
    assert ("東部三點" in words) == (side != "baseline")


def test_the_index_names_its_parts_and_the_number_of_its_sources(make_context, project):
    context = make_context("index", language="en")
    text = " ".join(source_lines(context))
    for part in project.index.parts:
        assert indicator_of(project, part.indicator).name.en in text
    sources = indicator_of(project, INDEX).sources(project.data)
    assert f"({len(sources)} sources)" in text


def test_a_context_without_a_scenario_reads_the_baseline(project, atlas, texts, make_context):
    context = make_context("scenario")
    assert isinstance(context, Context)
    assert context.data is project.data
