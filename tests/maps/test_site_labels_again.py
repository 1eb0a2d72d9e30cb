"""A name is not written twice nearby, however many sites have it."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from data.model import Place
from maps.display import Symbol, SymbolStyle, TextStyle
from maps.label_ground import Ground
from maps.site_labels import SAME, _Named, _Setter

km = st.floats(-40.0, 40.0)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(km, km, st.sampled_from(["某店", "另一店"])), min_size=2, max_size=60))
def test_a_name_is_said_where_the_same_one_stands_within_reach(make_context, sites):
    context = make_context(scale=500.0)
    style = SymbolStyle("digital", 0.7, "#000000", "#ffffff")
    setter = _Setter(context, Ground(), Ground())
    written = []
    for number, (x, y, text) in enumerate(sites):
        symbol = Symbol(250_000 + 1000 * x, 2_600_000 + 1000 * y, 0, 0, style, Place("site", str(number)))
        named = _Named(symbol, (0, 0, str(number)), text, "", TextStyle(2.5, "#000000"))
        at = named.place(500.0)
        near = any(name == text and math.dist(at, other) < SAME * context.unit for name, other in written)
        assert setter.says(named) == near
        before = len(setter.labels)
        if not near:
            setter.single(named)
        if len(setter.labels) > before:
            written.append((text, at))
