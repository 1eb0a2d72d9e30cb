"""The legend says what the map shows, in its own colours, and what is not known."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QColor

from data.balance.index import index_values
from data.balance.indicators import BROADBAND_INDICATORS, INDICATORS
from data.coverage import coverage
from data.model import AreaLevel
from data.project import Project
from maps.areas import circle_colour, fallback_hatch
from maps.choropleth import choropleth
from maps.compose import compose_map
from maps.display import Fill
from maps.legend import AreaSwatch, legend
from maps.ramps import sequential
from maps.theme import THEMES

LENT = {AreaLevel.RURAL, AreaLevel.NON_RURAL, AreaLevel.NATION}


def coloured_by(make_context, indicator, **changes):
    return make_context("broadband", choropleth=indicator, **changes)


def values_section(context):
    """Return the section of the indicator and, apart, its entries of hatches, whose areas are counted in the others."""
    indicator = INDICATORS[context.view.choropleth]
    name = indicator.name.text(context.view.language)
    section = next(section for section in legend(context) if section.title.startswith(name))
    hatches = [entry for entry in section.entries if entry.count.startswith("(")]
    return replace(section, entries=tuple(entry for entry in section.entries if entry not in hatches)), hatches


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("indicator", BROADBAND_INDICATORS)
class TestValues:
    def test_no_data_always_has_its_entry_and_every_town_its_place(self, make_context, indicator, language):
        context = coloured_by(make_context, indicator, language=language)
        section, _ = values_section(context)
        last = section.entries[-1]
        assert last.text == {"zh": "無資料", "en": "No data"}[language]
        assert last.swatch.colour == context.theme.missing
        assert last.swatch.hatches
        assert sum(int(entry.count) for entry in section.entries) == 368
        unknown = np.isnan(choropleth(context).column.values).sum()
        assert int(last.count) == unknown

    def test_colours_and_their_order_are_those_of_the_map(self, make_context, indicator, language):
        context = coloured_by(make_context, indicator, language=language)
        section, _ = values_section(context)
        colours = [entry.swatch.colour for entry in section.entries[:-1]]
        assert colours == list(reversed(choropleth(context).colours))
        assert len(set(colours)) == len(colours)
        on_map = {fill.colour for fill in compose_map(context).shapes if isinstance(fill, Fill)}
        used = {entry.swatch.colour for entry in section.entries if int(entry.count)}
        assert used <= on_map

    def test_no_two_entries_read_alike(self, make_context, indicator, language):
        entries = values_section(coloured_by(make_context, indicator, language=language))[0].entries
        assert max(Counter(entry.text for entry in entries).values()) == 1

    def test_hatched_towns_are_those_whose_value_was_lent(self, make_context, data, indicator, language):
        context = coloured_by(make_context, indicator, language=language)
        series = INDICATORS[indicator].series
        levels = coverage(data, series).levels if series else (None,) * 368
        lent = {row for row, level in enumerate(levels) if level in LENT}
        assert choropleth(context).estimated == lent
        (entry,) = values_section(context)[1]
        assert entry.count == f"({len(lent)})"
        assert entry.swatch.hatches
        hatch = fallback_hatch(context.theme, context.unit)
        drawn = [fill for fill in compose_map(context).shapes if isinstance(fill, Fill) and hatch in fill.hatches]
        assert bool(drawn) == bool(lent)
        for fill in drawn:
            points = {row: context.atlas.town_positions[row] for row in range(368)}
            inside = {row for row, (x, y) in points.items() if contains(fill.path, x, y)}
            assert inside == lent


def contains(path, x, y):
    return path.contains(type(path.currentPosition())(float(x), float(y)))


def test_numbers_keep_the_decimals_of_their_source(make_context):
    texts = [entry.text for entry in values_section(make_context("broadband"))[0].entries]
    assert texts[:3] == ["≥ 99", "98.01", "81.5"]
    ranges = [entry.text for entry in values_section(coloured_by(make_context, "hotspots_per_10000"))[0].entries[:-1]]
    assert all(re.fullmatch(r"\d+\.\d\d – \d+\.\d\d", text) for text in ranges)
    people = values_section(coloured_by(make_context, "population", level="county"))[0].entries[0]
    assert re.fullmatch(r"[\d,]+ – [\d,]+", people.text)


def test_at_least_is_said_where_the_source_says_it(make_context, data):
    """Every single value that all its towns have 'at least' carries the sign, and no other does."""
    found = Counter()
    for indicator in BROADBAND_INDICATORS:
        series = INDICATORS[indicator].series
        if not series:
            continue
        context = coloured_by(make_context, indicator)
        classified = choropleth(context)
        figures = coverage(data, series).figures
        entries = list(reversed(values_section(context)[0].entries[:-1]))
        for number, entry in enumerate(entries):
            bounds = {figures[row].bound for row in np.flatnonzero(classified.classes.member == number)}
            low, high = classified.classes.bounds[number]
            found[tuple(bounds)] += 1
            if low == high:
                assert entry.text.startswith("≥") == (bounds == {">="}), (indicator, entry.text)
            else:
                assert bounds == {""}, (indicator, entry.text, "a range would hide 'at least'")
    assert found[(">=",)] >= 1
    assert found[("",)] >= 1


def test_digital_classes_have_names(make_context):
    section, _ = values_section(coloured_by(make_context, "digital_class", language="en"))
    texts = [entry.text for entry in section.entries]
    assert texts == ["4 Budding", "3 Starting", "2 Potential", "1 Mature", "No data"]


def test_circles_have_their_tint_and_the_overlap_its_stripes(make_context, project):
    context = make_context()
    section = legend(context)[0]
    *circles, overlap = section.entries
    assert [entry.swatch.colour for entry in circles] == [
        circle_colour(context, circle) for circle in project.definition.circles
    ]
    assert overlap.swatch.hatches
    assert isinstance(overlap.swatch, AreaSwatch)
    under_choropleth = legend(make_context("broadband"))[1]
    assert len(under_choropleth.entries) == 6
    assert {entry.swatch.colour for entry in under_choropleth.entries} == {context.theme.land}


def test_a_definition_without_overlaps_has_no_such_entry(make_context, data):
    section = legend(make_context(of=Project(data, "2025-09")))[0]
    assert len(section.entries) == 5
    assert not any(entry.swatch.hatches for entry in section.entries)


def test_only_what_is_on_has_a_section(make_context):
    assert legend(make_context(layers=frozenset({"labels"}))) == []
    assert len(legend(make_context(layers=frozenset({"circles"})))) == 1
    texts = [entry.text for entry in legend(make_context(layers=frozenset({"hospital"}), language="en"))[0].entries]
    assert texts[0] == "Hospital"
    assert any(text.startswith("Ring") for text in texts)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("count", range(1, 7))
def test_no_class_looks_like_no_data_and_no_class_like_the_next(theme, count):
    """Distances are in RGB of 255; the hatch comes on top."""

    def channels(colour):
        colour = QColor(colour)
        return np.array([colour.red(), colour.green(), colour.blue()], dtype=float)

    colours = [channels(colour) for colour in sequential(count, theme)]
    for colour in colours:
        assert np.linalg.norm(colour - channels(theme.missing)) > 30
    for one, other in pairwise(colours):
        assert np.linalg.norm(one - other) > 35
    # Light to dark on a light ground, dark to light on a dark one: also readable without colour.
    grey = [colour @ (0.2126, 0.7152, 0.0722) for colour in colours]
    assert grey == sorted(grey, reverse=theme.name != "dark")


@pytest.mark.parametrize("level", ["town", "county"])
def test_an_index_without_all_its_indicators_is_told(make_context, level):
    context = make_context("index", level=level, language="en")
    parts = index_values(context.project, level)
    note = next(section.note for section in legend(context) if "index" in section.title.lower())
    incomplete = int(np.isnan(parts).any(axis=1).sum())
    assert 0 < incomplete < len(parts)
    assert f"Not every indicator is known: {incomplete} of {len(parts)} areas" in note
    assert "Not every" not in "".join(section.note for section in legend(make_context("broadband", language="en")))
