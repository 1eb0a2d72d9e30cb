"""Both themes: every text can be read, and both style sheets style the same things."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor

import resources
from desktop.appearance import COLOURS


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in QColor(colour).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", COLOURS)
def test_text_has_contrast(theme):
    own = COLOURS[theme]
    for text in (own.text, own.muted, own.link):
        for ground in (own.window, own.base, own.alternate):
            assert contrast(text, ground) >= 4.5, (text, ground)
    assert contrast(own.highlighted, own.highlight) >= 4.5


@pytest.mark.parametrize("theme", COLOURS)
def test_colours_of_one_style_rule_have_contrast(theme):
    sheet = (resources.FOLDER / "styles" / f"{theme}.qss").read_text("utf-8")
    for rule in re.findall(r"\{([^}]*)\}", sheet):
        ground = re.search(r"background: (#\w+)", rule)
        text = re.search(r"[^-]color: (#\w+)", rule)
        if ground and text:
            assert contrast(text[1], ground[1]) >= 4.5, rule


def test_both_style_sheets_style_the_same_things():
    selectors = [
        re.findall(r"^([^{]+)\{", (resources.FOLDER / "styles" / f"{theme}.qss").read_text("utf-8"), re.MULTILINE)
        for theme in COLOURS
    ]
    assert selectors[0] == selectors[1]
