"""The table of keys: each is pressed for real, none means two things, and the help is written from the table."""

from __future__ import annotations

from html import escape
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.briefing.show_keys import KEYS, KeyMap, keys_text

NEXT = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Backspace)


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    if isinstance(key, str):
        QTest.keyClicks(window, key)
    else:
        QTest.keyClick(window, key, modifiers)


def test_no_key_means_two_things():
    keys = [key.casefold() for key in chain.from_iterable(row.keys for row in KEYS)]
    assert len(keys) == len(set(keys))
    assert len({row.id for row in KEYS}) == len(KEYS)


def test_every_row_does_something_but_those_of_a_console_that_is_not_there(audience):
    assert list(audience.keys.rows()) == [row for row in KEYS if not row.handler.startswith("presenter.")]


def test_what_a_show_is_without_has_no_keys():
    class Bare:
        def leave(self) -> None: ...

    assert [row.id for row in KeyMap(Bare()).rows()] == ["leave"]


def test_next_and_back_have_many_keys(audience):
    show = audience.show_state
    for forth in NEXT:
        show.go(1)
        press(audience, forth)
        assert show.at == 2, forth
    for back in BACK:
        show.go(1)
        press(audience, back)
        assert show.at == 0, back


def test_a_letter_that_is_no_key_begins_a_title(audience):
    for row, letter in (("letter", "a"), ("letter", "V")):
        assert letter.upper() in next(one.keys for one in KEYS if one.id == row)
        press(audience, letter)
        assert audience.jump.isVisible()
        assert audience.jump.field.text() == letter
        press(audience.jump.field, Qt.Key.Key_Escape)


def test_keys_of_the_number_pad_count_too(audience):
    press(audience, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert audience.show_state.at == 2


@pytest.mark.parametrize(
    ("key", "modifiers", "at"),
    [
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 3),
        (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, 3),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier, 0),
    ],
)
def test_first_and_last(audience, key, modifiers, at):
    press(audience, key, modifiers)
    assert audience.show_state.at == at


@pytest.mark.parametrize(
    ("key", "cover"), [("b", "black"), (".", "black"), ("B", "black"), ("w", "white"), (",", "white")]
)
def test_black_and_white(audience, key, cover):
    press(audience, key)
    assert audience.show_state.cover == cover
    assert audience.cover.isVisible()
    middle = audience.grab().toImage().pixelColor(audience.rect().center()).name()
    assert middle == {"black": "#000000", "white": "#ffffff"}[cover]
    press(audience, key)
    assert not audience.cover.isVisible()


def test_plus_and_minus_change_the_type(audience):
    before = audience.type_pixels()
    press(audience, "+")
    assert audience.type_pixels() > before
    press(audience, "-")
    press(audience, "-")
    assert audience.type_pixels() < before


def test_keys_of_the_window_below_do_nothing(audience):
    press(audience, "x")
    press(audience, Qt.Key.Key_F5)
    press(audience, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert (audience.show_state.at, audience.show_state.cover) == (1, "")


def test_the_help_lists_every_row_and_esc_closes_it(audience):
    press(audience, "?")
    assert audience.help.isVisible()
    assert audience.rect().contains(audience.help.geometry())
    written = "".join(label.text() for label in audience.help.columns)
    rows = list(audience.keys.rows())
    assert all(escape(keys_text(row)) in written for row in rows)
    assert written.count("<tr>") == len(rows)
    press(audience, Qt.Key.Key_Escape)
    assert not audience.help.isVisible()
    assert audience.isVisible()


def test_a_row_is_done_by_its_name_too(audience):
    audience.keys.do("black")
    assert audience.show_state.cover == "black"
    audience.keys.do("next")
    assert audience.show_state.at == 2


def test_the_documentation_lists_every_key():
    page = (Path(__file__).parents[3] / "docs" / "presentation.md").read_text("utf-8")
    for row in KEYS:
        assert f"| `{' '.join(keys_text(row).split())}` | {row.text} |" in page
