"""Lists of numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import InputError
from desktop.numbers import numbers_text, read_numbers


@pytest.mark.parametrize(
    "text",
    ["20;50;80", "20, 50, 80", " 20 50\t80 ", "20、50、80", "２０；５０；８０", "20\n50\n80", "20;;50;80;"],
)
def test_separators_and_full_width_digits_are_understood(text):
    assert read_numbers(text, 8) == (20, 50, 80)


def test_a_minus_of_typography_is_a_minus():
    assert read_numbers("−2.5; 0; 1e3", 8) == (-2.5, 0, 1000)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "at least one"),
        (" ; ", "at least one"),
        ("5; ten", "ten"),
        ("5; nan", "nan"),
        ("5; 1e999", "1e999"),
        ("5; 5", "5 does not come after 5"),
        ("5; 3", "3 does not come after 5"),
        ("1,000", "0 does not come after 1"),
        ("1 2 3 4", "at most 3"),
    ],
)
def test_what_is_wrong_is_said(text, named):
    with pytest.raises(InputError) as fault:
        read_numbers(text, 3)
    assert named in str(fault.value)


def test_distances_are_above_zero_and_on_the_map():
    assert read_numbers("-1 2", 3) == (-1, 2)
    for text in ("0 2", "5 501"):
        with pytest.raises(InputError, match="above 0 and up to 500 km"):
            read_numbers(text, 3, lengths=True)


@given(st.lists(st.integers(-(10**9), 10**9).map(lambda n: n / 100), min_size=1, max_size=8, unique=True))
def test_what_is_written_is_read_again(numbers):
    ascending = tuple(sorted(numbers))
    assert read_numbers(numbers_text(ascending), 8) == ascending
