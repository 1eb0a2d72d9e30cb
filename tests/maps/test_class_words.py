"""The words of the classes in the legend: every value reads into its own class and no other, and all are counted."""

import math
import re
from itertools import product

import numpy as np
import pytest

from data.balance.evaluate import column, indicator_ids, indicator_of
from data.model import Overlap
from data.project import Project
from maps.choropleth import choropleth
from maps.classes import as_written
from maps.export.shown_areas import area_table
from maps.legend import legend
from maps.showing import changed, class_texts, location
from maps.symbology import SCHEME_NAMES, Symbology
from maps.table import cell_text


def read(words):
    """Return low and high of a class in English, and whether high belongs to it."""
    words = re.sub(r"( \([^()]* sd\)|^[≥≤] )", "", words)
    words = re.sub(r"^([1-4]) [A-Z][a-z]+$", r"\1", words)
    if match := re.fullmatch(r"under (.+)", words):
        return -math.inf, number(match[1]), False
    if match := re.fullmatch(r"(.+) or more", words):
        return number(match[1]), math.inf, True
    if match := re.fullmatch(r"(.+) to under (.+)", words):
        return number(match[1]), number(match[2]), False
    match = re.fullmatch(r"(.+) (?:to|–) (.+)", words)
    low, high = match.groups() if match else (words, words)
    return number(low), number(high), True


def number(words):
    return float(words.replace(",", "").replace("−", "-"))


@pytest.mark.parametrize("scheme", [scheme for scheme in SCHEME_NAMES if scheme != "custom"])
def test_every_value_reads_into_its_class_alone(make_context, project, scheme):
    for indicator, (level, count) in product(indicator_ids(), (("county", 5), ("circle", 3), ("town", 7))):
        if level == "town" and indicator not in ("coverage_5g", "speed_4g", "ai_per_100k", "hospital_nearest_km"):
            continue
        context = make_context(
            "broadband", choropleth=indicator, level=level, language="en", symbology=Symbology(scheme, count)
        )
        found, values = choropleth(context), column(project, indicator, level).values
        known, classes = ~np.isnan(values), found.classes
        ranges = [read(words) for words in class_texts(context, found)]
        written = as_written(np.round(values, 9), max(classes.decimals, found.indicator.decimals))
        for value, text, member in zip(values[known], written[known], classes.member[known], strict=True):
            inside = [
                row
                for row, (low, high, closed) in enumerate(ranges)
                if low <= text < high or (closed and text == high) or low == high == round(value, 2)
            ]
            assert inside == [member], (indicator, level, value, ranges)


@pytest.mark.parametrize(("language", "side"), [("zh", "baseline"), ("en", "scenario"), ("zh", "difference")])
def test_exported_classes_are_those_of_the_legend(make_context, supposed, language, side):
    for indicator, scheme in product(("coverage_5g", "telemedicine_nearest_km", "index"), ("quantile", "deviation")):
        context = make_context(
            "broadband", of=supposed, choropleth=indicator, level="county", side=side, language=language,
            symbology=Symbology(scheme, 4),
        )  # fmt: skip
        counted = {entry.text: entry.count for section in legend(context) for entry in section.entries}
        table = area_table(context, "values", "county", (indicator,), classified=True)
        ranges, numbers = table.column(f"{indicator}_range"), table.column(f"{indicator}_class")
        for place, words in enumerate(class_texts(context, choropleth(context)), 1):
            rows = [one for one, number in zip(ranges, numbers, strict=True) if number == place]
            assert counted[words] == str(len(rows))
            assert set(rows) <= {words}


def test_a_change_has_its_sign_where_it_reads_as_one(texts):
    written = [changed(texts["en"], value, 1) for value in (0.26, -0.26, 0.04, -0.04, 0.0, -1234.5)]
    assert written == ["+0.3", "−0.3", "0.0", "0.0", "0.0", "−1,234.5"]
    assert changed(texts["zh"], 0.6, 0) == "+1"
    assert changed(texts["zh"], 0.5, 0) == "+0.5"


def test_half_a_township_counts_as_a_half_in_the_table_and_in_the_legend(data, make_context):
    """Under the rule "split" the parts must add up to the nation's count, in print too."""
    halved = Project(data, data.default_definition, Overlap.SPLIT)
    context = make_context("overview", of=halved, choropleth="ai_operating", level="circle", layers={"choropleth"})
    own, nation = (column(halved, "ai_operating", by) for by in ("circle", "nation"))
    written = [cell_text(context, indicator_of(halved, "ai_operating"), own, row) for row in range(len(own.values))]
    assert sum(map(float, written)) == nation.values[0]
    assert any(word.endswith(".5") for word in written)
    assert set(class_texts(context, choropleth(context))) == set(written)


def test_a_value_below_zero_has_one_kind_of_minus(make_context):
    context = make_context("broadband", choropleth="coverage_5g_gap_nation", language="en")
    words = class_texts(context, choropleth(context))
    assert any("−" in one for one in words)
    assert not any("-" in one for one in words)


class Bracketed:
    """A language in which every sentence is its English one in brackets: what stands outside was not translated."""

    def translate(self, _context, text):
        return f"<{text}>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("line 40", "<line 40>"),
        ("row 5", "<row 5>"),
        ("工作表1 row 5", "工作表1 <row 5>"),
        ("12 rows from row 3", "<12 rows from row 3>"),
        ("Sheet 2 12 rows from row 3", "Sheet 2 <12 rows from row 3>"),
        ("表4-3", "表4-3"),
        ("a row 5 of many", "a row 5 of many"),
    ],
)
def test_the_place_in_a_source_is_in_the_language_of_the_window(text, shown):
    assert location(Bracketed(), text) == shown
