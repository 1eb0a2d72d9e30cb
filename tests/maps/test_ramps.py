"""Colour ramps: the published colours, and neighbouring classes that every eye tells apart."""

from itertools import combinations, pairwise

import cmcrameri
import colorspacious
import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.colors import to_rgb

from maps.bivariate import nine_colours
from maps.colour_vision import seen_as
from maps.ramps import (
    APART,
    DIVERGING,
    SEQUENTIAL,
    WELL_APART,
    alike_in_grey,
    diverging,
    most_classes,
    ramp_preview,
    sequential,
)
from maps.symbology import DIVERGING_NAMES, FEWEST_CLASSES, MOST_CLASSES, RAMP_NAMES, Symbology
from maps.theme import THEMES
from maps.view import SIGHTS

COUNTS = range(FEWEST_CLASSES, MOST_CLASSES + 1)
TO_EITHER_SIDE = range(2, 6)  # of changes, as 3 to 9 classes have them


def differences(some, others):
    """Return the least difference in CAM02-UCS of pairs of colours, over all sights."""
    return min(differences_in(sight, some, others) for sight in SIGHTS)


def differences_in(sight, some, others):
    seen = (np.array([to_rgb(seen_as(colour, sight)) for colour in colours]) for colours in (some, others))
    return float(colorspacious.deltaE(*seen, input_space="sRGB1").min())


def bytes_of(colours):
    return np.round(np.array([to_rgb(colour) for colour in colours]) * 255)


def arms(ramp, theme, count):
    """Return the colours of falls, largest first, and those of rises, largest first."""
    steps = [step / count for step in range(-count, count + 1)]
    colours = diverging(steps, theme, 1, Symbology(diverging=ramp))
    return colours[:count], colours[:count:-1]


@pytest.mark.parametrize("ramp", RAMP_NAMES)
def test_the_stops_are_the_published_colours(ramp):
    stops = SEQUENTIAL[ramp]
    at = np.linspace(0, 1, len(stops))
    if ramp == "batlow":
        published = cmcrameri.cm.batlow(1 - at)
    elif ramp == "cividis":
        published = mpl.colormaps[ramp](1 - at)
    else:
        published = mpl.colormaps[ramp].resampled(len(stops))(at)
    assert np.abs(bytes_of(stops) - published[:, :3] * 255).max() <= 1


@pytest.mark.parametrize("ramp", DIVERGING_NAMES)
def test_the_arms_are_the_published_colours(ramp):
    better, worse = DIVERGING[ramp]
    published = mpl.colormaps[ramp].resampled(11)(np.linspace(0, 1, 11))[:, :3] * 255
    assert np.abs(bytes_of(worse) - published[4:0:-1]).max() <= 1
    assert np.abs(bytes_of(better) - published[6:10]).max() <= 1


@pytest.mark.parametrize("ramp", ["cividis", "batlow"])
def test_between_the_stops_the_ramp_is_the_published_one_to_the_eye(ramp):
    published = mpl.colormaps[ramp] if ramp == "cividis" else cmcrameri.cm.batlow
    stops = bytes_of(SEQUENTIAL[ramp]) / 255
    at = np.linspace(0, 1, 101)
    ours = np.stack([np.interp(at, np.linspace(0, 1, len(stops)), channel) for channel in stops.T], axis=1)
    assert colorspacious.deltaE(ours, published(1 - at)[:, :3], input_space="sRGB1").max() < 2


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("ramp", RAMP_NAMES)
class TestSequential:
    def test_neighbours_are_told_apart_by_every_eye(self, ramp, theme):
        for count in COUNTS:
            colours = ramp_preview(ramp, count, theme)
            assert differences(colours[:-1], colours[1:]) >= APART, count

    def test_most_classes_are_as_many_as_are_well_apart(self, ramp, theme):
        least = {count: ramp_preview(ramp, count, theme) for count in COUNTS}
        well = [count for count, colours in least.items() if differences(colours[:-1], colours[1:]) >= WELL_APART]
        assert well == list(range(FEWEST_CLASSES, most_classes(ramp, theme) + 1))

    def test_no_class_looks_like_no_data_or_bare_land(self, ramp, theme):
        for count in COUNTS:
            colours = ramp_preview(ramp, count, theme)
            for ground in (theme.missing, theme.land, theme.paper):
                assert differences_in("normal", colours, [ground] * count) > 7, (count, ground)

    def test_lightness_runs_one_way_and_turns_with_reverse(self, ramp, theme):
        for count in COUNTS:
            colours = sequential(count, theme, Symbology(ramp=ramp))
            grey = [int(seen_as(colour, "grey")[1:3], 16) for colour in colours]
            steps = {b > a for a, b in pairwise(grey)}
            assert steps == {theme.name == "dark"}
            assert sequential(count, theme, Symbology(ramp=ramp, reverse=True)) == colours[::-1]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("ramp", DIVERGING_NAMES)
class TestDiverging:
    def test_neighbours_are_told_apart_by_every_eye(self, ramp, theme):
        for count in TO_EITHER_SIDE:
            steps = [step / count for step in range(-count, count + 1)]
            colours = diverging(steps, theme, 1, Symbology(diverging=ramp))
            assert differences(colours[:-1], colours[1:]) >= 6

    def test_falls_and_rises_are_told_apart_by_every_eye(self, ramp, theme):
        for count in TO_EITHER_SIDE:
            for sight in SIGHTS[:-1]:
                assert differences_in(sight, *arms(ramp, theme, count)) >= 10

    def test_it_is_known_where_falls_and_rises_look_alike_in_greyscale(self, ramp, theme):
        least = min(differences_in("grey", *arms(ramp, theme, count)) for count in TO_EITHER_SIDE)
        assert (least < 5) == alike_in_grey(ramp, theme)

    def test_reverse_exchanges_better_and_worse(self, ramp, theme):
        steps = (-1.0, -0.5, 0.0, 0.5, 1.0)
        own = diverging(steps, theme, 1, Symbology(diverging=ramp))
        assert diverging(steps, theme, 1, Symbology(diverging=ramp, reverse=True)) == own[::-1]
        assert diverging(steps, theme, -1, Symbology(diverging=ramp)) == own[::-1]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
class TestNineColours:
    def test_any_two_are_told_apart_by_every_eye(self, theme):
        pairs = list(zip(*combinations(nine_colours(theme), 2), strict=True))
        for sight in SIGHTS[:-1]:
            assert differences_in(sight, *pairs) >= 11, sight
        assert differences_in("grey", *pairs) >= 4.5

    def test_none_looks_like_no_data_bare_land_or_the_sea(self, theme):
        for ground in (theme.missing, theme.land, theme.paper):
            assert differences_in("normal", nine_colours(theme), [ground] * 9) > 10

    def test_more_of_either_is_further_from_the_ground(self, theme):
        grey = np.array([int(seen_as(colour, "grey")[1:3], 16) for colour in nine_colours(theme)]).reshape(3, 3)
        away = 1 if theme.name == "dark" else -1
        assert (np.diff(grey, axis=0) * away > 0).all()
        assert (np.diff(grey, axis=1) * away > 0).all()
