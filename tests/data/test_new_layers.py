"""What a new layer of a project looks like."""

from __future__ import annotations

from dataclasses import replace

from data.model import OWN_SHAPES
from data.own_layers import COLOURS, LONGEST_NAME, layer_named, new_layer


def test_each_new_layer_has_a_look_of_its_own_as_long_as_there_are_some(data):
    layers = {}
    for number in range(len(COLOURS)):
        layer = new_layer(replace(data, own_layers=layers), f"圖層{number}")
        layers[layer.name] = layer
    assert {one.colour for one in layers.values()} == set(COLOURS)
    assert {one.shape for one in layers.values()} == set(OWN_SHAPES)
    assert new_layer(replace(data, own_layers=layers)).colour == COLOURS[0]


def test_a_long_name_is_cut_and_then_means_the_same_layer(data):
    first = layer_named(data, " " + "圖" * 100)
    assert first.name == "圖" * LONGEST_NAME
    brown = replace(first, colour="#123456")
    assert layer_named(replace(data, own_layers={brown.name: brown}), "圖" * 100) == brown
