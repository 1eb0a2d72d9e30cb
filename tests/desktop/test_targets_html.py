"""The page of the policy targets: bars to scale, English remarks shown as quotations."""

from __future__ import annotations

import re

import pytest

from desktop import targets_html
from desktop.appearance import colours
from desktop.target_notes import quoted
from maps.texts import Texts


@pytest.fixture(scope="module")
def page(data, qapp):
    """A function that writes one series."""

    def write(series_id, language="en"):
        listed = [one for one in data.targets if one.id == series_id]
        return targets_html.page(data, listed, Texts(language), colours("light"))

    return write


def shares(html):
    """Widths of the bar of a page by colour, percent, from the left."""
    bar = re.search(r"<table[^>]*><tr>((?:<td width='[0-9.]+%' bgcolor.*?</td>)+)</tr>", html).group(1)
    return [(colour, float(width)) for width, colour in re.findall(r"width='([0-9.]+)%' bgcolor='(#\w+)'", bar)]


def test_a_percentage_is_drawn_from_0_to_100_with_a_tick_at_the_target(page):
    own, bar = colours("light"), shares(page("fixed-2gbps-non-rural"))
    assert [colour for colour, _ in bar] == [own.link, own.text, own.link, own.line]
    assert bar[0][1] == pytest.approx(90, abs=1)
    assert bar[0][1] + bar[1][1] + bar[2][1] == pytest.approx(92.27, abs=1)


def test_another_unit_is_drawn_to_the_larger_number(page):
    own, bar = colours("light"), shares(page("non-rural-5g-stations"))
    assert [colour for colour, _ in bar] == [own.link, own.line, own.text]
    assert bar[0][1] == pytest.approx(100 * 15354 / 18700, abs=1)
    assert "18,700</td>" in page("non-rural-5g-stations")


def test_a_disagreement_has_a_tick_for_each_number_and_no_bar(page):
    own, bar = colours("light"), shares(page("mobile-5g-rural"))
    assert [colour for colour, _ in bar] == [own.line, own.muted, own.line, own.muted, own.line]


def test_an_english_remark_is_quoted_in_chinese_only(page):
    remark = "same number as line 237 where no area is stated"
    assert f"<br>{remark}" in page("fixed-2gbps-non-rural")
    html = page("fixed-2gbps-non-rural", "zh")
    assert remark in html
    assert f"<br>{remark}" not in html


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("also lines 21, 99, 461; definition line 442", ""),
        ("same target as line 1101", ""),
        ("shown again under heading 非偏鄉 at line 269-272", ""),
        ("about; period = plan period (line 99)", "about; period = plan period"),
        ("repeated at line 1434; no regional split", "no regional split"),
        ("disagrees with 6174 at line 1261", "disagrees with 6174 at line 1261"),
        ("line has a garbled extra 95臺", "line has a garbled extra 95臺"),
    ],
)
def test_what_only_points_at_other_lines_is_left_out(note, said):
    assert quoted(Texts("en"), note) == said
