"""Landmasses: who is joined with whom, against what every map of Taiwan shows."""

from collections import defaultdict

import numpy as np
import pytest
import shapely

from data.build import landmass as build_landmass
from data.build.__main__ import SETS
from data.build.context import Areas, Context
from data.build.faults import BuildError, Faults
from data.build.geometry import read_atlas
from data.build.tables import table
from data.dataset import DataSet
from data.vocabulary import LANDMASSES

ISLAND_COUNTIES = {"澎湖縣", "金門縣", "連江縣"}
ISLAND_TOWNS = {"琉球鄉", "綠島鄉", "蘭嶼鄉"}


@pytest.fixture(scope="module")
def members(data: DataSet) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for town in data.towns:
        found[town.landmass].add(town.name.zh)
    return found


def test_no_river_cuts_the_main_island(data: DataSet) -> None:
    for town in data.towns:
        island = town.county.name.zh in ISLAND_COUNTIES or town.name.zh in ISLAND_TOWNS
        assert (town.landmass == "taiwan") is not island, town.full_name("zh")


def test_offshore_towns_are_those_off_the_main_island(data: DataSet) -> None:
    assert {t.code for t in data.towns if t.offshore} == {t.code for t in data.towns if t.landmass != "taiwan"}


def test_bridges_join_islands_and_the_sea_parts_them(members: dict[str, set[str]]) -> None:
    assert members["kinmen"] == {"金城鎮", "金沙鎮", "金湖鎮", "金寧鄉", "烈嶼鄉"}
    assert members["penghu-main"] == {"馬公市", "湖西鄉", "白沙鄉", "西嶼鄉"}
    alone = ("wangan", "qimei", "liuqiu", "lyudao", "lanyu", "nangan", "beigan", "juguang", "dongyin", "wuqiu")
    assert all(len(members[name]) == 1 for name in alone)
    assert set(members) == set(LANDMASSES)


def _context() -> Context:
    atlas = read_atlas(SETS / "boundaries.gpkg")
    names = {row[0]: (row[4], row[1]) for row in atlas.names}
    sources = frozenset(row["source_id"] for row in table("sources.csv"))
    return Context(None, Faults(), Areas(atlas, names, {}, {}), sources)


def _altered(monkeypatch: pytest.MonkeyPatch, file: str, rows: list[dict[str, str]]) -> Context:
    monkeypatch.setattr(build_landmass, "table", lambda name: rows if name == file else table(name))
    context = _context()
    build_landmass.landmasses(context)
    return context


def _faults(context: Context) -> str:
    with pytest.raises(BuildError) as caught:
        context.faults.stop_if_any()
    return str(caught.value)


def test_without_the_bridge_lieyu_is_an_island_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    links = [link for link in table("fixed_links.csv") if link["name_zh"] != "金門大橋"]
    assert "烈嶼鄉 has no name" in _faults(_altered(monkeypatch, "fixed_links.csv", links))


def test_a_link_without_a_source_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    links = [link | {"source_id": ""} for link in table("fixed_links.csv")]
    assert "金門大橋 has no source" in _faults(_altered(monkeypatch, "fixed_links.csv", links))


def test_two_names_for_one_landmass_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [*table("landmasses.csv"), {"landmass": "lanyu", "town_code": "64000100"}]
    assert "taiwan and lanyu are one landmass" in _faults(_altered(monkeypatch, "landmasses.csv", names))


@pytest.mark.parametrize("end", ["99999999", "64000010"])
def test_a_link_that_does_not_join_two_towns_is_refused(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    bridge = table("fixed_links.csv")[0]
    links = [*table("fixed_links.csv"), bridge | {"name_zh": "空橋", "town_a": "64000010", "town_b": end}]
    assert "空橋 does not join two towns" in _faults(_altered(monkeypatch, "fixed_links.csv", links))


def test_a_name_without_words_and_a_town_that_is_none_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [*table("landmasses.csv"), {"landmass": "atlantis", "town_code": "99999999"}]
    said = _faults(_altered(monkeypatch, "landmasses.csv", names))
    assert "landmass 'atlantis' has no words" in said
    assert "unknown township '99999999'" in said


def test_the_decisions_as_they_are_make_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    _altered(monkeypatch, "", []).faults.stop_if_any()


def test_parts_that_touch_are_joined_and_the_largest_counts() -> None:
    square = shapely.box(0, 0, 10, 10)
    shapes = np.array(
        [
            shapely.MultiPolygon([square, shapely.box(100, 0, 101, 1)]),
            shapely.MultiPolygon([shapely.box(10, 0, 20, 10)]),
            shapely.MultiPolygon([shapely.box(101, 0, 120, 10)]),
        ],
        dtype=object,
    )
    labels = build_landmass._components(shapes)
    assert labels[0] == labels[1] != labels[2]
