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
COUNTIES = {"matsu": "09007", "kinmen": "09020", "penghu": "10016", "": "10015"}


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


@pytest.mark.parametrize("page", ["A4", "A4-portrait"])
@pytest.mark.parametrize("name", COUNTIES)
def test_the_bar_of_a_county_is_true_where_the_county_is_drawn(project, atlas, name, page):
    frame = next((frame for frame in FRAMES if frame.id == name), None)
    view = replace(READY_VIEWS["overview"], focus=Place("county", COUNTIES[name]), language="en")
    sheet = Plate(project, view, atlas, page_size(page, 100), SheetSpec("map")).sheet
    place = sheet.elements["scale_bar"].adjusted(-1, -1, 1, 1)
    inside = [one for one in sheet.above if isinstance(one, PageText) and place.contains(one.x, one.y)]
    boxes = [one for one in sheet.above if isinstance(one, PageBox) and place.contains(one.rect)]
    length, said, ratio = bar_of([*inside, *boxes])
    assert metres(frame, sheet.viewport, length) == pytest.approx(said, rel=0.002)
    assert metres(frame, sheet.viewport, 1.0) * 1000 == pytest.approx(ratio, rel=0.006)


def test_a_legend_that_only_touches_the_map_takes_no_bar_from_it(project, atlas):
    """The legend of Kinmen began where its box ended but for the last bit, and its neighbours came into sight."""
    view = replace(READY_VIEWS["overview"], focus=Place("county", "09020"))
    sheet = Plate(project, view, atlas, page_size("A4-portrait", 100), SheetSpec("map")).sheet
    assert "scale_bar" in sheet.elements
    others = [frame for frame in FRAMES if frame.id in ("matsu", "penghu")]
    left, bottom, right, top = sheet.viewport.extent()
    for frame in others:
        assert frame.box[0] > right or frame.box[2] < left or frame.box[1] > top or frame.box[3] < bottom


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


@pytest.mark.parametrize("county", COUNTIES.values())
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
