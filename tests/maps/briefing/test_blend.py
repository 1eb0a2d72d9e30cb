"""What is between two drawings: what both have stays, the rest fades, values grow."""

from hypothesis import given
from hypothesis import strategies as st

from data.model import Place
from maps.briefing.blend import Blend, mixed_value, names_seen
from maps.display import Label, MapDrawing, Symbol, SymbolStyle, TextStyle

AI, HOSPITAL = SymbolStyle("ai", 1.0, "#111111", "#ffffff"), SymbolStyle("hospital", 1.0, "#222222", "#ffffff")
NAME = TextStyle(3.0, "#000000")


def symbol(name: str, style: SymbolStyle = AI, dx: float = 0.0) -> Symbol:
    return Symbol(250_000, 2_600_000, dx, 0.0, style, Place("site", name))


def label(text: str, x: float = 0.0, dx: float = 0.0) -> Label:
    return Label(x, 0.0, dx, 0.0, text, NAME)


def shown(blend: Blend, *at: float) -> dict[str, tuple[float, float]]:
    """Opacity and dx of everything, by the site's id or the text."""
    found: dict[str, tuple[float, float]] = {}
    for opacity, drawing in blend.at(*at):
        for one in drawing.symbols:
            found[f"{one.place.id} {one.style.shape}"] = opacity, one.dx
        for name in drawing.labels:
            found[name.text] = opacity, name.dx
    return found


def test_what_both_have_stays_and_the_rest_fades():
    before = MapDrawing(symbols=(symbol("a"), symbol("b"), symbol("c")), labels=(label("臺北"), label("基隆")))
    after = MapDrawing(symbols=(symbol("a"), symbol("c", HOSPITAL)), labels=(label("臺北"), label("宜蘭")))
    blend = Blend(((1.0, before),), after)
    assert shown(blend, 0.25) == {
        "a ai": (1.0, 0.0),
        "b ai": (0.75, 0.0),
        "c ai": (0.75, 0.0),
        "c hospital": (0.25, 0.0),
        "臺北": (1.0, 0.0),
        "基隆": (0.75, 0.0),
        "宜蘭": (0.25, 0.0),
    }
    assert set(shown(blend, 0.0)) == {"a ai", "b ai", "c ai", "臺北", "基隆"}
    assert set(shown(blend, 1.0)) == {"a ai", "c hospital", "臺北", "宜蘭"}


def test_what_stays_moves_to_its_new_place():
    blend = Blend(
        ((1.0, MapDrawing(symbols=(symbol("a"),), labels=(label("臺北"),))),),
        MapDrawing(symbols=(symbol("a", dx=2.0),), labels=(label("臺北", x=500, dx=-4.0),)),
    )
    assert shown(blend, 0.5) == {"a ai": (1.0, 1.0), "臺北": (1.0, -2.0)}


def test_names_that_several_places_have_are_told_apart_by_their_place():
    before = MapDrawing(labels=(label("東區", x=1), label("東區", x=2)))
    after = MapDrawing(labels=(label("東區", x=2), label("東區", x=3), label("東區", x=4)))
    opacities = sorted(
        (opacity, one.x) for opacity, drawing in Blend(((1.0, before),), after).at(0.25) for one in drawing.labels
    )
    assert opacities == [(0.25, 3), (0.25, 4), (0.75, 1), (1.0, 2)]


def test_an_interrupted_blend_goes_on_from_what_is_seen():
    first = Blend(((1.0, MapDrawing(symbols=(symbol("a"),))),), MapDrawing(symbols=(symbol("b"),)))
    onward = Blend(first.at(0.25), MapDrawing(symbols=(symbol("a"),)))
    assert shown(onward, 0.0) == shown(first, 0.25)
    assert shown(onward, 1.0) == {"a ai": (1.0, 0.0)}
    assert shown(onward, 0.5)["a ai"][0] > 0.75


def test_names_of_another_scale_are_shown_near_their_own_only():
    assert names_seen(100, 100) == 1
    assert 0 < names_seen(100, 140) < 1
    assert names_seen(100, 400) == names_seen(400, 100) == 0
    blend = Blend(((1.0, MapDrawing(labels=(label("臺北"),))),), MapDrawing(labels=(label("新店"),)))
    assert shown(blend, 0.5, 1.0, 0.0) == {"臺北": (0.5, 0.0)}


values = st.none() | st.floats(-1e6, 1e6)


@given(values, values, st.floats(0, 1))
def test_values_grow_from_old_to_new(before, after, share):
    mixed = mixed_value(before, after, share)
    if after is None:
        assert mixed is None, "what is not known is no number on the way either"
    else:
        low, high = sorted((before or 0.0, after))
        assert low - 1e-6 <= mixed <= high + 1e-6
        assert mixed_value(before, after, 1.0) == after
