"""Previews for colour-blind eyes and for a photocopy."""

from itertools import combinations

import colorspacious
import numpy as np
import pytest
from matplotlib.colors import to_rgb

from data.model import OWN_SHAPES
from data.own_layers import COLOURS
from maps.colour_vision import seen_as
from maps.site_layers import readable
from maps.symbols import SHAPES, symbol_path
from maps.theme import THEMES, mixed
from maps.view import SIGHTS

DEFICIENCIES = {"protan": "protanomaly", "deutan": "deuteranomaly", "tritan": "tritanomaly"}


def difference(one, other, sight):
    pair = (np.array(to_rgb(seen_as(colour, sight))) for colour in (one, other))
    return float(colorspacious.deltaE(*pair, input_space="sRGB1"))


@pytest.mark.parametrize(("sight", "name"), DEFICIENCIES.items())
def test_a_deficiency_is_simulated_as_machado_oliveira_and_fernandes_do(sight, name):
    colours = np.random.default_rng(0).integers(0, 256, (200, 3))
    space = {"name": "sRGB1+CVD", "cvd_type": name, "severity": 100}
    wanted = np.clip(colorspacious.cspace_convert(colours / 255, space, "sRGB1"), 0, 1)
    seen = [to_rgb(seen_as("#{:02x}{:02x}{:02x}".format(*colour), sight)) for colour in colours]
    assert np.abs(np.array(seen) - wanted).max() <= 0.51 / 255


def test_grey_keeps_luminance_and_whatever_is_grey():
    for level in range(0, 256, 15):
        grey = f"#{level:02x}{level:02x}{level:02x}"
        assert seen_as(grey, "grey") == grey
    for red, green, blue in np.random.default_rng(1).random((50, 3)):
        colour = f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"
        before, after = (
            colorspacious.cspace_convert(to_rgb(one), "sRGB1", "XYZ100")[1] for one in (colour, seen_as(colour, "grey"))
        )
        assert after == pytest.approx(before, abs=0.5)


def test_normal_sight_changes_nothing():
    assert seen_as("#12ab9f", "normal") == "#12ab9f"


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_tints_of_circles_are_told_apart_by_every_eye(theme, data):
    """In greyscale they are not: there the outlines and the names tell them apart."""
    tints = [mixed(circle.colour, theme.land, theme.tint) for circle in data.circles.values()]
    for sight in SIGHTS[:-1]:
        least = min(difference(*pair, sight) for pair in combinations(tints, 2))
        assert least > (2.5 if theme.name == "print" else 4.5), sight


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_layers_of_like_colours_have_shapes_of_their_own(theme):
    layers = [layer for layer in theme.layers if layer in SHAPES]
    assert len(layers) == 6
    for sight in SIGHTS:
        for one, other in combinations(layers, 2):
            if difference(theme.layers[one], theme.layers[other], sight) < 10:
                assert symbol_path(one) != symbol_path(other)


SHIPPED = ("ai", "broadband", "telemedicine", "hospital", "digital")
ALIKE = {
    "star": ("ai", "telemedicine"),
    "pentagon": ("ai", "hospital", "digital"),
    "hexagon": ("hospital", "digital"),
    "drop": ("broadband", "digital"),
    "bar": ("hospital",),
    "ring": ("digital",),
}
"""Shipped layers that a small symbol of an own layer could be taken for."""


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_new_layer_is_told_from_the_shipped_ones(theme):
    """By its colour from all of them; from those that its symbol is like, by every eye."""
    for shape, colour in zip(OWN_SHAPES, COLOURS, strict=True):
        shown = readable(colour, theme.name)
        assert min(difference(shown, theme.layers[one], "normal") for one in SHIPPED) >= 10
        for sight in SIGHTS[:-1]:
            assert min(difference(shown, theme.layers[one], sight) for one in ALIKE[shape]) >= 10, (shape, sight)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_new_layers_are_told_apart(theme):
    shown = [readable(colour, theme.name) for colour in COLOURS]
    assert min(difference(*pair, "normal") for pair in combinations(shown, 2)) >= 8
