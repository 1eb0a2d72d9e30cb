"""Coordinates: spellings, systems against PROJ, and where points lie."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from data.dataset import DataSet
from data.errors import InputError
from data.intake import coordinates, locations
from data.intake.cleaned import Refusal
from data.intake.coordinates import coordinate, split_pair, to_degrees
from data.intake.locations import System, locate, recognise, towns_at
from data.tm2 import to_tm2

ISLANDS = ("10016", "09007", "09020")


@pytest.mark.parametrize(
    "raw",
    [
        "25°02'30\"N",
        "25度2分30秒",
        "25-02-30",
        "25:02:30",
        "25 2 30",
        "25°2.5'",
        "N25°02′30″",
        "北緯25度2分30秒",
        "25º02'30''",
    ],
)
def test_degrees_minutes_seconds(raw: str) -> None:
    found = coordinate(raw)
    assert found.value == pytest.approx(25 + 2.5 / 60, abs=1e-12)
    assert [note.template for note in found.remarks] == [coordinates.SEXAGESIMAL]


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("121.5", 121.5),
        ("１２１．５", 121.5),
        ("121.5°", 121.5),
        ("E 121.5", 121.5),
        ("東經121.5度", 121.5),
        ("S25", -25),
        ("306,000.12", 306_000.12),
        ("-20000", -20_000),
        ("", None),
        ("無", None),
    ],
)
def test_coordinate(raw: str, value: float | None) -> None:
    assert coordinate(raw).value == value


def test_decimal_comma() -> None:
    assert coordinate("121,5", "comma").value == 121.5


@pytest.mark.parametrize(
    "raw", ["25-61-30", "25°02'61\"", "25.03, 121.5", "abc", "inf", "1e999", "N25°02'30\"E", "25°2.5'30\""]
)
def test_no_coordinate(raw: str) -> None:
    with pytest.raises(Refusal):
        coordinate(raw)


@pytest.mark.parametrize(
    ("raw", "pair"),
    [
        ("25.03, 121.56", ("25.03", "121.56")),
        ("(121.56;25.03)", ("121.56", "25.03")),
        ("POINT(121.56 25.03)", ("121.56", "25.03")),
        ("１２１．５，２５．０", ("121.5", "25.0")),
        ("25.03", None),
        ("", None),
    ],
)
def test_split_pair(raw: str, pair: tuple[str, str] | None) -> None:
    assert split_pair(raw) == pair


@given(st.text(max_size=70))
def test_any_text_is_finite_or_unknown_or_refused(raw: str) -> None:
    split_pair(raw)
    try:
        value = coordinate(raw).value
    except Refusal:
        return
    assert value is None or np.isfinite(value)


@pytest.mark.parametrize(
    ("crs", "metres"), [(4326, 0.001), (3824, 0.001), (3826, 0.001), (3825, 0.001), (3857, 0.001), (3828, 7)]
)
def test_systems_agree_with_proj(data: DataSet, crs: int, metres: float) -> None:
    """Of TWD67 EPSG gives a shift that is within 7 m, by its own word."""
    towns = [town for town in data.towns if town.county.code not in ISLANDS]
    lon, lat = np.array([town.lon for town in towns]), np.array([town.lat for town in towns])
    if crs == 3828:
        x, y = Transformer.from_crs(3826, 3828, always_xy=True).transform(*to_tm2(lon, lat, 121).T)
    else:
        x, y = Transformer.from_crs(4326, crs, always_xy=True).transform(lon, lat)
    found = to_degrees(x, y, crs)
    assert np.hypot(*(to_tm2(*found, 121) - to_tm2(lon, lat, 121)).T).max() < metres


def test_unknown_system() -> None:
    with pytest.raises(InputError, match="EPSG:2326"):
        to_degrees([1], [2], 2326)


@pytest.fixture(scope="module")
def middles(data: DataSet) -> tuple[np.ndarray, np.ndarray]:
    return np.array([town.lon for town in data.towns]), np.array([town.lat for town in data.towns])


def test_every_township_holds_its_own_point(data: DataSet, middles) -> None:
    town, distance = towns_at(*middles, data)
    assert list(town) == list(range(len(data.towns)))
    assert not distance.any()


def test_harbours_belong_to_the_nearest_township_and_the_sea_to_none(data: DataSet) -> None:
    polygons = data.boundaries(0)
    coast = max(polygons[data.town_index["10009160"]].geoms, key=lambda part: part.area).exterior.coords
    west, north = min(coast)[0] - 500, min(coast)[1]  # off 臺西鄉
    lon, lat = to_degrees([west], [north], 3826)
    town, distance = towns_at(np.array([lon[0], 119.5, np.nan]), np.array([lat[0], 24.5, 23.0]), data)
    metres = shapely.distance(polygons, shapely.Point(west, north))
    assert town[0] == np.argmin(metres)
    assert distance[0] == pytest.approx(metres.min(), abs=1e-3)
    assert 0 < distance[0] <= 500
    assert list(town[1:]) == [-1, -1]
    assert np.isinf(distance[1:]).all()


@pytest.mark.parametrize("swapped", [False, True])
def test_systems_are_recognised(data: DataSet, middles, swapped: bool) -> None:
    lon, lat = middles
    for crs in (4326, 3826, 3857):
        x, y = Transformer.from_crs(4326, crs, always_xy=True).transform(lon, lat)
        found = recognise(*((y, x) if swapped else (x, y)), data)
        assert found == System(crs, swapped, 1.0, True)


@pytest.mark.parametrize(
    ("counties", "crs"), [(("10016",), 3825), (("09007", "09020"), 3825), (("10015", "10014"), 3826)]
)
def test_zones_are_told_by_where_points_lie(data: DataSet, middles, counties: tuple[str, ...], crs: int) -> None:
    some = [row for row, town in enumerate(data.towns) if town.county.code in counties]
    x, y = to_tm2(middles[0][some], middles[1][some], 119 if crs == 3825 else 121).T
    assert recognise(x, y, data).crs == crs
    assert recognise(x, y, data, [data.towns[row].code for row in some]) == System(crs, False, 1.0, True)


def test_only_stated_townships_tell_twd67(data: DataSet, middles) -> None:
    shift = np.random.default_rng(6).normal(0, 0.01, (2, 20, len(middles[0])))
    lon, lat = (middles[0] + shift[0]).ravel(), (middles[1] + shift[1]).ravel()
    town, _ = towns_at(lon, lat, data)
    main = np.array([at >= 0 and data.towns[at].county.code not in ISLANDS for at in town])
    x, y = Transformer.from_crs(3826, 3828, always_xy=True).transform(*to_tm2(lon[main], lat[main], 121).T)
    assert recognise(x, y, data).crs == 3826
    assert recognise(x, y, data, [data.towns[at].code for at in town[main]]).crs == 3828


def test_numbers_that_are_no_coordinates(data: DataSet) -> None:
    assert recognise(np.array([1.0, 2.0]), np.array([3.0, 4.0]), data).crs == 0
    assert recognise(np.array([0.0, np.nan]), np.array([0.0, 1.0]), data).crs == 0


def test_rows_are_located_or_refused(data: DataSet) -> None:
    x = np.array([121.5, 25.03, 0, np.nan, 130, 119.0, np.inf, np.nan, 300_000])
    y = np.array([25.03, 121.5, 0, 25, 25, 24.0, 25, np.nan, 2_770_000])
    found = locate(x, y, 4326, False, data)
    assert {row: str(refusal) for row, refusal in found.refusals.items()} == {
        2: "0, 0 is no place; it stands for coordinates that are unknown.",
        3: "Only one of the two coordinates is given.",
        4: "130, 25 lies outside Taiwan.",
        5: "119, 24 lies at sea or abroad, 68 km from the middle of 澎湖縣西嶼鄉.",
        6: "inf, 25 is no place.",
        8: "300000, 2770000 lies outside Taiwan.",
    }
    assert list(np.flatnonzero(np.isfinite(found.lon))) == [0, 1]
    assert found.town[0] == found.town[1] >= 0
    assert [note.template for note in found.remarks[1]] == [locations.SWAPPED]
    assert found.town[7] == -1
    assert set(found.remarks) == {1}


def test_degrees_among_metres_are_read_and_told(data: DataSet, middles) -> None:
    x, y = to_tm2(*middles, 121).T
    x[5], y[5] = middles[0][5], middles[1][5]
    found = locate(x, y, 3826, False, data)
    assert not found.refusals
    assert list(found.town) == list(range(len(data.towns)))
    assert [note.template for note in found.remarks[5]] == [locations.IN_DEGREES]


def test_islands_in_their_own_zone_are_read_where_rows_say_so(data: DataSet, middles) -> None:
    rows = [row for row, town in enumerate(data.towns) if town.county.code in ISLANDS]
    x, y = to_tm2(*middles, 121).T
    x[rows], y[rows] = to_tm2(middles[0][rows], middles[1][rows], 119).T
    found = locate(x, y, 3826, False, data, [town.code for town in data.towns])
    assert not found.refusals
    assert list(found.town) == list(range(len(data.towns)))
    assert all(locations.OTHER_ZONE in [note.template for note in found.remarks[row]] for row in rows)


def test_another_township_than_the_row_says_is_told(data: DataSet, middles) -> None:
    stated = [town.code for town in data.towns]
    stated[0], stated[1] = stated[1], stated[0]
    stated[2] = "63000"
    found = locate(*middles, 4326, False, data, stated)
    assert list(found.town) == list(range(len(data.towns)))
    assert {row: (note.template, note.old) for row, (note,) in found.remarks.items()} == {
        0: (locations.ELSEWHERE, "連江縣北竿鄉"),
        1: (locations.ELSEWHERE, "連江縣南竿鄉"),
        2: (locations.ELSEWHERE, "臺北市"),
    }


def test_close_to_the_border_the_row_is_believed(data: DataSet) -> None:
    polygon = data.boundaries(0)[data.town_index["63000030"]]
    x, y = np.array(max(polygon.geoms, key=lambda part: part.area).exterior.coords)[0]
    lon, lat = to_degrees([x], [y], 3826)
    code = "63000030"
    for east in (-0.0003, 0.0003):
        found = locate(lon + east, lat, 4326, False, data, [code])
        assert data.towns[found.town[0]].code == code
        assert not found.remarks
