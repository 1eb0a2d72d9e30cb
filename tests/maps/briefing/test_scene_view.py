"""The look of the map as plain values and back."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import Place
from maps.briefing.scene_view import NOT_KEPT, view_of_record, view_record
from maps.symbology import Symbology
from maps.view import LAYER_NAMES, READY_VIEWS, SIGHTS, THEME_NAMES, MapView

PLACES = st.none() | st.builds(Place, st.sampled_from(["town", "county", "circle", "site"]), st.text())
VIEWS = st.builds(
    MapView,
    name=st.sampled_from(list(READY_VIEWS)),
    theme=st.sampled_from(THEME_NAMES),
    layers=st.frozensets(st.sampled_from(LAYER_NAMES)),
    choropleth=st.text(),
    level=st.sampled_from(["town", "county", "circle"]),
    side=st.sampled_from(["baseline", "scenario", "difference"]),
    focus=PLACES,
    selected=PLACES,
    second=st.text(),
    ring_km=st.lists(st.floats(0.1, 100), max_size=5).map(tuple),
    symbology=st.builds(
        Symbology, classes=st.integers(3, 9), ramp=st.sampled_from(["Blues", "cividis"]), reverse=st.booleans()
    ),
)


@given(VIEWS)
def test_a_view_comes_back_from_a_file_as_it_was(view):
    record = json.loads(json.dumps(view_record(view)))
    assert view_of_record(record, MapView()) == (view, ())


def test_language_eye_and_cursor_are_those_of_the_show():
    view = MapView(language="en", sight="grey", hovered=Place("town", "1"))
    assert not NOT_KEPT & view_record(view).keys()
    base = MapView(language="en", sight=SIGHTS[1])
    assert view_of_record(view_record(view), base)[0] == base


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("level", "nation"),
        ("layers", ["circles", "moon"]),
        ("layers", 5),
        ("ring_km", [1, "two"]),
        ("ring_km", [float("nan")]),
        ("choropleth", None),
        ("choropleth", ["x"]),
        ("focus", {"kind": "planet", "id": "x"}),
        ("focus", "east"),
        ("selected", {"kind": "town"}),
        ("symbology", {"classes": 2}),
        ("symbology", {"classes": 5.0}),
        ("symbology", {"scheme": "custom"}),
        ("symbology", {"breaks": [3, 1]}),
        ("symbology", {"unknown": 1}),
        ("language", "en"),
        ("nothing", 1),
    ],
)
def test_what_no_view_can_have_is_named_and_left_out(name, value):
    good = view_record(replace(READY_VIEWS["ai"], second="density"))
    view, wrong = view_of_record({**good, name: value}, READY_VIEWS["index"])
    assert wrong == (name,)
    expected, _ = view_of_record({key: one for key, one in good.items() if key != name}, READY_VIEWS["index"])
    assert view == expected
