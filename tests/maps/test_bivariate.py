"""Two indicators on one map: thirds of both, nothing known of one as if it were, a legend that says which way is up."""

from itertools import pairwise

import numpy as np
import pytest

from data.balance.evaluate import column
from data.errors import UnknownNameError
from maps.areas import fallback_hatch, missing_hatch
from maps.bivariate import bivariate, bivariate_fills, is_bivariate, nine_colours
from maps.choropleth import UNKNOWN, choropleth_fills
from maps.compose import compose_map
from maps.display import Fill, PageLine, PageText
from maps.legend import legend
from maps.words import source_lines, subtitle, title

LEVELS = ("town", "county", "circle")
FIRST, SECOND = "stations_per_1000", "emergency_beds_per_100k"


def coloured(make_context, first=FIRST, second=SECOND, **changes):
    return make_context("index", choropleth=first, second=second, layers=frozenset({"choropleth"}), **changes)


def diamond(context, width=60.0):
    (section,) = legend(context)
    return section.figure(0.0, 0.0, width)


@pytest.mark.parametrize("level", LEVELS)
def test_every_area_has_the_colour_of_its_two_thirds(make_context, level):
    context = coloured(make_context, level=level)
    shown = bivariate(context)
    first, second = (column(context.project, name, level).values for name in (FIRST, SECOND))
    unknown = np.isnan(first) | np.isnan(second)
    assert ((shown.member == UNKNOWN) == unknown).all()
    across, up = shown.member % 3, shown.member // 3
    for values, third in ((first, across), (second, up)):
        inside = [values[(third == number) & ~unknown] for number in range(3)]
        assert all(low.max() < high.min() for low, high in pairwise(one for one in inside if len(one)))


def test_each_indicator_is_divided_over_all_areas_that_have_it(make_context):
    shown = bivariate(coloured(make_context, second="density"))
    for axis in (shown.first, shown.second):
        counts = np.bincount(axis.third[axis.third >= 0])
        assert max(counts) - min(counts) <= 0.1 * sum(counts)


def test_an_area_of_which_one_is_unknown_is_drawn_as_no_data(make_context):
    context = coloured(make_context, second="telemedicine_points")
    shown = bivariate(context)
    one_known = ~np.isnan(shown.first.column.values) & np.isnan(shown.second.column.values)
    assert one_known.any()
    (fill,) = [one for one in bivariate_fills(context) if missing_hatch(context.theme, context.unit) in one.hatches]
    assert fill.colour == context.theme.missing
    inside = [fill.path.contains(_point(fill, context, row)) for row in np.flatnonzero(one_known)[::9]]
    assert all(inside)


def _point(fill, context, row):
    return type(fill.path.currentPosition())(*map(float, context.atlas.town_positions[row]))


def test_what_is_lent_or_stands_on_few_is_hatched_if_either_is(make_context):
    context = coloured(make_context, "coverage_5g", "telemedicine_nearest_km")
    shown = bivariate(context)
    assert shown.estimated
    assert shown.doubtful
    assert not (shown.estimated | shown.doubtful) & set(np.flatnonzero(shown.member == UNKNOWN))
    hatch = fallback_hatch(context.theme, context.unit)
    (fill,) = [one for one in bivariate_fills(context) if hatch in one.hatches]
    hatched = {row for row in range(0, 368, 11) if fill.path.contains(_point(fill, context, row))}
    assert hatched == {row for row in range(0, 368, 11) if row in shown.shading.hatched}


def test_the_map_is_drawn_in_the_nine_colours(make_context):
    context = coloured(make_context)
    drawn = {shape.colour for shape in compose_map(context).shapes if isinstance(shape, Fill)}
    assert len(drawn & set(nine_colours(context.theme))) == len(set(bivariate(context).member) - {UNKNOWN})


class TestOneIndicator:
    def test_a_difference_is_of_one_and_the_legend_says_so(self, make_context, supposed):
        context = coloured(make_context, of=supposed, side="difference", language="en")
        assert not is_bivariate(context)
        assert "one indicator at a time" in legend(context)[0].note
        assert compose_map(context).shapes[0].colour == choropleth_fills(context)[0].colour

    def test_the_same_one_twice_is_one(self, make_context):
        assert not is_bivariate(coloured(make_context, second=FIRST))

    def test_a_second_one_that_there_is_not_is_refused(self, make_context):
        with pytest.raises(UnknownNameError, match="nonsense"):
            bivariate(coloured(make_context, second="nonsense"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_title_subtitle_and_sources_name_both(make_context, language):
    context = coloured(make_context, "coverage_5g", "telemedicine_nearest_km", language=language)
    shown = bivariate(context)
    (section,) = legend(context)
    for axis in (shown.first, shown.second):
        assert axis.indicator.name.text(language).lower() in title(context).lower()
        assert axis.indicator.name.text(language).lower() in section.title.lower()
        assert axis.indicator.short.text(language) in section.note
        assert any(axis.indicator.short.text(language) in line for line in source_lines(context))
        assert axis.indicator.period in subtitle(context)


class TestDiamond:
    @pytest.mark.parametrize("level", LEVELS)
    @pytest.mark.parametrize("theme", ["light", "dark", "print"])
    def test_its_cells_stand_as_the_thirds_and_count_the_areas(self, make_context, level, theme):
        context = coloured(make_context, level=level, theme=theme)
        items, _ = diamond(context)
        cells = [item for item in items if isinstance(item, PageLine) and item.closed]
        centres = np.array([np.mean(cell.points, axis=0) for cell in cells])
        assert [cell.colour for cell in cells] == list(nine_colours(context.theme))
        number = np.arange(9)
        right, up = centres[:, 0], -centres[:, 1]
        assert (np.argsort(up + 0.01 * right) == np.argsort(number // 3 + number % 3 + 0.01 * (number % 3))).all()
        assert (right[[1, 2, 5]] > 30).all(), "the first indicator grows to the right"
        counts = [int(item.text) for item in items if isinstance(item, PageText) and item.text.isdecimal()]
        member = bivariate(context).member
        assert counts == np.bincount(member[member >= 0], minlength=9).tolist()

    @pytest.mark.parametrize("width", [34.0, 42.6, 84.0])
    def test_nothing_reaches_out_of_its_column(self, make_context, width, page_box):
        items, end = diamond(coloured(make_context, language="en"), width)
        boxes = np.array([page_box(item) for item in items])
        assert boxes[:, 0].min() >= 0
        assert boxes[:, 2].max() <= width
        assert boxes[:, 1].min() >= 0
        assert boxes[:, 3].max() <= end + 0.1

    @pytest.mark.parametrize(
        ("first", "second", "words"),
        [
            ("stations_per_1000", "emergency_beds_per_100k", "Better in both: top"),
            ("stations_per_1000", "telemedicine_nearest_km", "Better in both: right"),
            ("telemedicine_nearest_km", "stations_per_1000", "Better in both: left"),
            ("telemedicine_nearest_km", "hospital_nearest_km", "Better in both: bottom"),
            ("population", "stations_per_1000", ""),
        ],
    )
    def test_the_better_corner_is_named(self, make_context, first, second, words):
        (section,) = legend(coloured(make_context, first, second, language="en"))
        assert words in section.note
        assert ("Better" in section.note) == bool(words)
