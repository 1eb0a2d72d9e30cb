"""Layers that a project brings along: what a new one looks like, so that it is told apart from those that are there."""

from __future__ import annotations

from data.dataset import DataSet
from data.model import OWN_SHAPES, OwnLayer

COLOURS = ("#A84884", "#185448", "#3C3C9C", "#607800", "#601830", "#48300C")
"""Offered for a new layer, all with 4.5:1 on white: none of a circle or of a shipped layer, in either theme.

They go with OWN_SHAPES one by one: each is told by every eye from the shipped layers that its symbol is like."""

LONGEST_NAME = 40
"""Characters; a longer name has no room in a legend."""


def new_layer(data: DataSet, name: str = "") -> OwnLayer:
    """Return a layer with the first symbol and colour that no layer of the project has; a name that is long is cut."""
    there = data.own_layers.values()
    shapes, colours = {one.shape for one in there}, {one.colour for one in there}
    shape = next((one for one in OWN_SHAPES if one not in shapes), OWN_SHAPES[0])
    colour = next((one for one in COLOURS if one not in colours), COLOURS[0])
    return OwnLayer(name.strip()[:LONGEST_NAME].rstrip(), shape, colour)


def layer_named(data: DataSet, name: str) -> OwnLayer:
    """Return the project's layer of this name, else a new one."""
    new = new_layer(data, name)
    return data.own_layers.get(new.name, new)
