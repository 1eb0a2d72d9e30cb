"""The legend of one indicator under every scheme: words that leave no gap, a histogram that counts every area."""

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from data.balance.evaluate import column
from maps.choropleth import choropleth
from maps.display import PageBox, PageEllipse, PageLine, PageText
from maps.legend import legend
from maps.ramps import most_classes
from maps.symbology import SCHEME_NAMES, Symbology
from maps.theme import THEMES

BREAKS = (100.0, 500.0, 2000.0)


def coloured(make_context, indicator="density", symbology=Symbology(), **changes):
    return make_context("index", choropleth=indicator, symbology=symbology, layers=frozenset({"choropleth"}), **changes)


def entries_of(context):
    """Return the words of the classes from low to high."""
    (section,) = legend(context)
    return [entry.text for entry in reversed(section.entries)][2:]


@pytest.mark.parametrize("scheme", SCHEME_NAMES)
def test_every_class_has_words_of_its_own_and_the_scheme_is_named(make_context, scheme):
    context = coloured(make_context, symbology=Symbology(scheme, 5, breaks=BREAKS), language="en")
    (section,) = legend(context)
    words = entries_of(context)
    assert len(words) == len(set(words)) == len(choropleth(context).colours)
    assert ("Classes:" in section.note) == (scheme != "quantile"), "quantiles are what the ready views show"


def test_intervals_do_not_seem_to_overlap(make_context):
    context = coloured(make_context, symbology=Symbology("custom", breaks=BREAKS), language="en")
    assert entries_of(context) == ["under 100", "100 to under 500", "500 to under 2,000", "2,000 or more"]
    words = entries_of(coloured(make_context, symbology=Symbology("pretty"), language="en"))
    assert words[:2] == ["0 to under 10,000", "10,000 to under 20,000"]
    assert words[-1] == "30,000 – 40,000"


def test_classes_of_deviations_say_so(make_context):
    words = entries_of(coloured(make_context, "speed_4g", Symbology("deviation", 5), language="en"))
    assert words[0].endswith("(under −1.5 sd)")
    assert words[2].endswith("(−0.5 to +0.5 sd)")
    assert words[-1].endswith("(from +1.5 sd)")


def test_an_interval_without_areas_counts_none(make_context):
    context = coloured(make_context, symbology=Symbology("custom", breaks=(*BREAKS, 1e6)))
    (section,) = legend(context)
    assert section.entries[0].count == "0"
    assert not section.entries[0].swatch.hatches


def test_the_ramp_and_its_direction_colour_map_and_legend(make_context):
    own = coloured(make_context, symbology=Symbology(ramp="batlow"))
    turned = coloured(make_context, symbology=Symbology(ramp="batlow", reverse=True))
    assert choropleth(own).colours == choropleth(turned).colours[::-1]
    assert [entry.swatch.colour for entry in legend(own)[0].entries[:5]] == list(choropleth(own).colours[::-1])


@pytest.mark.parametrize("theme", THEMES)
def test_more_classes_than_are_well_apart_are_told(make_context, theme):
    for count in (5, 8, 9):
        context = coloured(make_context, symbology=Symbology(classes=count, ramp="YlOrRd"), theme=theme, language="en")
        told = "well apart" in legend(context)[0].note
        assert told == (count > most_classes("YlOrRd", context.theme))


class TestChanges:
    def test_half_of_the_classes_lie_to_either_side(self, make_context, supposed):
        for count, most in ((3, 5), (5, 7), (9, 11)):
            context = coloured(
                make_context, "telemedicine_mean3_km", Symbology(classes=count), of=supposed, side="difference"
            )
            steps = choropleth(context).classes.steps
            assert 3 <= len(steps) <= most

    def test_a_photocopy_that_confuses_falls_and_rises_is_told(self, make_context, supposed):
        def note(**changes):
            context = coloured(make_context, "telemedicine_mean3_km", of=supposed, side="difference", **changes)
            return legend(context)[0].note

        assert "look alike" in note(sight="grey", language="en")
        assert "look alike" not in note(language="en")
        assert "look alike" not in note(sight="grey", language="en", symbology=Symbology(diverging="PuOr"))


class TestHatches:
    def test_they_are_defined_even_where_there_are_none(self, make_context):
        (section,) = legend(coloured(make_context))
        assert section.entries[-1].count == "(0)"
        assert section.entries[-1].swatch.hatches

    def test_both_reasons_are_counted(self, make_context):
        context = coloured(make_context, "telemedicine_nearest_km")
        (section,) = legend(context)
        assert section.entries[-1].count == f"({len(choropleth(context).doubtful)})"


class TestHistogram:
    def figure(self, context, width=42.0):
        view = replace(context.view, symbology=replace(context.view.symbology, histogram=True))
        (section,) = legend(replace(context, view=view))
        return None if section.figure is None else section.figure(0.0, 0.0, width)

    def test_the_ready_views_have_none(self, make_context):
        assert all(section.figure is None for section in legend(make_context("index")))

    @pytest.mark.parametrize(("level", "indicator"), [("town", "stations_per_1000"), ("county", "speed_4g")])
    def test_its_bars_hold_every_area_in_the_colour_of_its_class(self, make_context, level, indicator):
        context = coloured(make_context, indicator, level=level)
        items, _ = self.figure(context)
        classified = choropleth(context)
        bars = [item for item in items if isinstance(item, PageBox)]
        known = (classified.classes.member >= 0).sum()
        whole = sum(bar.rect.height() for bar in bars) / known
        for number, colour in enumerate(classified.colours):
            tall = sum(bar.rect.height() for bar in bars if bar.colour == colour)
            assert tall / whole == pytest.approx(classified.classes.counts[number])

    def test_few_areas_are_dots(self, make_context):
        context = coloured(make_context, "ai_per_100k", level="circle")
        items, _ = self.figure(context)
        dots = [item for item in items if isinstance(item, PageEllipse)]
        classified = choropleth(context)
        in_order = np.argsort(classified.column.values)
        assert [dot.colour for dot in dots] == [classified.colours[classified.classes.member[row]] for row in in_order]

    def test_class_bounds_are_ticks_and_what_is_unknown_is_said(self, make_context):
        context = coloured(make_context, "emergency_beds_per_100k", Symbology("equal", 4), language="en")
        items, _ = self.figure(context)
        ticks = [item for item in items if isinstance(item, PageLine)][1:]
        assert [tick.points[0][0] for tick in ticks] == pytest.approx([10.5, 21.0, 31.5], abs=0.2)
        missing = int(np.isnan(column(context.project, "emergency_beds_per_100k", "town").values).sum())
        texts = [item.text for item in items if isinstance(item, PageText)]
        assert (f"No data: {missing}" in texts) == bool(missing)

    def test_one_value_has_no_distribution(self, make_context):
        assert self.figure(coloured(make_context, "coverage_1gbps", level="circle")) is None

    @pytest.mark.parametrize("level", ["town", "county", "circle"])
    @pytest.mark.parametrize("indicator", ["density", "speed_4g", "telemedicine_points"])
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_it_is_low_and_stays_in_its_column(self, make_context, page_box, level, indicator, language):
        context = coloured(make_context, indicator, level=level, language=language)
        items, end = self.figure(context)
        boxes = np.array([page_box(item) for item in items])
        assert end < 16
        assert boxes[:, 0].min() >= -0.01
        assert boxes[:, 2].max() <= 42.01
        assert boxes[:, 1].min() >= -0.01
        words = [box for box, item in zip(boxes, items, strict=True) if isinstance(item, PageText)]
        for one, other in pairwise(words):
            assert one[2] < other[0] or other[2] < one[0]


def test_numbers_below_zero_are_no_ranges(make_context):
    words = entries_of(coloured(make_context, "coverage_5g_gap_nation", Symbology("equal", 3), language="en"))
    assert not any(re.search(r"\d -\d|– -", text) for text in words)
