"""Layers that are more than sites, in the real window: rows, legend and rings follow what the user does."""

import pytest

from data.model import Layer, Place
from desktop import layers, swatches
from maps.display import PageText
from maps.people import people_per_dot
from maps.view import LAYER_NAMES, THEME_NAMES
from tests.desktop.driving import settle


def legend_words(canvas):
    return "\n".join(item.text for item in canvas._layout().items if isinstance(item, PageText))


def test_every_layer_has_a_row_and_a_sign_of_its_own(qapp):
    assert {spec.id for spec in layers.LAYERS} == set(LAYER_NAMES)
    for theme in THEME_NAMES:
        signs = [swatches.layer_icon(layer, theme).pixmap(swatches.SIZE).toImage() for layer in LAYER_NAMES]
        for number, sign in enumerate(signs):
            assert sign not in signs[:number]


@pytest.mark.parametrize("layer", ["people", "proportional", "rings"])
def test_its_row_switches_a_layer_on_and_off(window, qtbot, layer):
    settle(qtbot, window.canvas)
    before = window.canvas._pictures.picture.image.copy()
    window.layers.boxes[layer].click()
    settle(qtbot, window.canvas)
    assert layer in window.session.view.layers
    assert window.canvas._pictures.picture.image != before
    window.layers.boxes[layer].click()
    settle(qtbot, window.canvas)
    assert window.canvas._pictures.picture.image == before


def test_the_legend_follows_the_scale_where_it_tells_of_it(window, qtbot):
    canvas, session = window.canvas, window.session
    session.set_layer("people", True)
    settle(qtbot, canvas)
    before = people_per_dot(canvas._context())
    assert session.texts.number(before) in legend_words(canvas)
    canvas.zoom_by(8)
    settle(qtbot, canvas)
    after = people_per_dot(canvas._context())
    assert after < before
    assert session.texts.number(after) in legend_words(canvas)


def test_rings_follow_the_selected_site(window, qtbot, data):
    canvas, session = window.canvas, window.session
    session.set_layer("rings", True)
    settle(qtbot, canvas)
    one, other = data.sites_of(Layer.HOSPITAL)[:2]
    around = []
    for site in (one, other):
        session.select(Place("site", site.id))
        settle(qtbot, canvas)
        around.append(canvas._pictures.composed.drawing.shapes)
        assert site.name.zh[:6] in legend_words(canvas)
    assert around[0] != around[1]
    session.select(None)
    settle(qtbot, canvas)
    assert one.name.zh[:6] not in legend_words(canvas)
