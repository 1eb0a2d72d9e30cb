"""Lengths on sheets are those on the ellipsoid: scale bars, ratios and rings, also inside the inset boxes."""

import re
from dataclasses import replace

import numpy as np
import pytest
from pyproj import Geod
from PySide6.QtCore import QRectF

from data.model import Place
from data.tm2 import from_tm2
from maps.display import PageBox, PageText
from maps.mapspace import FRAMES, frame_of_town
from maps.page import page_size
from maps.plate import Plate
from maps.report.model import Map
from maps.report.sheets import map_sheet
from maps.rings import rings
from maps.sheet_spec import SheetSpec
from maps.theme import THEMES
from maps.view import READY_VIEWS

GROUND = Geod(ellps="GRS80")


def lonlat(frame, xy):
    """Return longitudes and latitudes of (n, 2) points of map space in a frame, None for the main map."""
    return from_tm2(np.array(xy) if frame is None else frame.from_map(np.array(xy)), 121)


def metres(frame, viewport, length):
    """Return how long ``length`` mm in the middle of the map, or of the frame, are on the ground."""
    x, y = viewport.centre if frame is None else frame.content
    half = length / 2 * viewport.metres_per_mm
    lon, lat = lonlat(frame, [(x - half, y), (x + half, y)])
    return GROUND.inv(lon[0], lat[0], lon[1], lat[1])[2]


def bar_of(items):
    """Return length in mm, metres and ratio of the one scale bar among page items."""
    texts = [item.text for item in items if isinstance(item, PageText)]
    (said,) = [match for text in texts if (match := re.fullmatch(r"([\d,]+) (km|m)", text))]
    (ratio,) = [text[2:] for text in texts if text.startswith("1:")]
    length = sum(item.rect.width() for item in items if isinstance(item, PageBox))
    return length, float(said[1].replace(",", "")) * (1000 if said[2] == "km" else 1), float(ratio.replace(",", ""))


def county_sheet(project, atlas, code, page):
    view = replace(READY_VIEWS["overview"], focus=Place("county", code), language="en")
    return Plate(project, view, atlas, page_size(page, 100), SheetSpec("map")).sheet


@pytest.mark.parametrize("page", ["A4", "A4-portrait"])
def test_the_bar_of_a_county_is_true(project, atlas, page):
    sheet = county_sheet(project, atlas, "10015", page)
    place = sheet.elements["scale_bar"].adjusted(-1, -1, 1, 1)
    inside = [one for one in sheet.above if isinstance(one, PageText) and place.contains(one.x, one.y)]
    boxes = [one for one in sheet.above if isinstance(one, PageBox) and place.contains(one.rect)]
    length, said, ratio = bar_of([*inside, *boxes])
    assert metres(None, sheet.viewport, length) == pytest.approx(said, rel=0.002)
    assert metres(None, sheet.viewport, 1.0) * 1000 == pytest.approx(ratio, rel=0.006)


@pytest.mark.parametrize("page", ["A4", "A4-portrait"])
@pytest.mark.parametrize(("name", "code"), [("matsu", "09007"), ("kinmen", "09020"), ("penghu", "10016")])
def test_a_county_in_a_box_has_the_bar_of_its_box_and_no_other(project, atlas, name, code, page):
    frame = next(frame for frame in FRAMES if frame.id == name)
    sheet = county_sheet(project, atlas, code, page)
    assert "scale_bar" not in sheet.elements
    left, bottom, right, top = sheet.viewport.extent()
    x0, y0, x1, y1 = frame.box
    assert (left <= x0, bottom <= y0, x1 <= right, y1 <= top) == (True,) * 4
    texts = [label.text for label in sheet.map.labels if x0 <= label.x <= x1 and y0 <= label.y <= y1]
    assert f"{frame.bar_m // 1000} km" in texts
    length = frame.bar_m * frame.scale / sheet.viewport.metres_per_mm
    assert metres(frame, sheet.viewport, length) == pytest.approx(frame.bar_m, rel=0.002)
    ratios = [float(text[2:].replace(",", "")) for text in texts if text.startswith("1:")]
    assert any(metres(frame, sheet.viewport, 1.0) * 1000 == pytest.approx(ratio, rel=0.006) for ratio in ratios)
    for other in FRAMES:
        if other.id not in (name, "wuqiu"):
            a0, b0, a1, b1 = other.box
            assert a0 > right or a1 < left or b0 > top or b1 < bottom


@pytest.mark.parametrize("circle", ["capital", "islands"])
def test_a_map_of_the_report_has_a_bar_only_where_one_is_true(project, atlas, circle):
    size = page_size("960x1080")
    view = replace(READY_VIEWS["overview"], focus=Place("circle", circle), language="en")
    plate = Plate(project, view, atlas, page_size("A4"))
    sheet = map_sheet(Map("", plate), QRectF(0, 0, size.width, size.height), THEMES["print"], size)
    (inset,) = sheet.insets
    if circle == "islands":  # each box has its own bar
        assert inset.above == ()
        return
    length, said, ratio = bar_of(inset.above)
    assert metres(None, inset.viewport, length) == pytest.approx(said, rel=0.002)
    assert metres(None, inset.viewport, 1.0) * 1000 == pytest.approx(ratio, rel=0.006)


@pytest.mark.parametrize("county", ["09007", "09020", "10016", "10015"])
def test_rings_are_as_far_on_the_ground_as_they_say(make_context, data, county):
    site = next(site for site in data.sites if site.county_code == county)
    context = make_context(
        layers=frozenset({"rings"}), selected=Place("site", site.id), ring_km=(0.5, 2.0), scale=100.0
    )
    frame = frame_of_town(site.town_code)
    for ring in rings(context):
        outline = [(point.x(), point.y()) for part in ring.parts for point in part.toFillPolygon()]
        if frame is not None:  # rings end at the edge of their box
            left, bottom, right, top = frame.box
            outline = [(x, y) for x, y in outline if left + 1 < x < right - 1 and bottom + 1 < y < top - 1]
        lon, lat = lonlat(frame, outline)
        away = GROUND.inv(np.full(len(lon), site.lon), np.full(len(lon), site.lat), lon, lat)[2]
        assert len(away) >= 20
        assert away == pytest.approx(np.full(len(away), ring.km * 1000), rel=0.003)
