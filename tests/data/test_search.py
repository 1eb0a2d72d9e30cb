import time
from dataclasses import replace

import pytest

from data.dataset import DataSet
from data.model import Layer, Name
from data.own import NOTHING, apply_own
from data.search import Hit, search


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.place.id for hit in hits]


def first(data: DataSet, text: str) -> tuple[str, str]:
    hit = search(data, text)[0]
    return hit.place.kind, hit.place.id


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("臺北市", "county", "63000"),
        ("台北市", "county", "63000"),
        ("台北", "county", "63000"),
        ("Taipei", "county", "63000"),
        ("ｔａｉｐｅｉ ｃｉｔｙ", "county", "63000"),
        ("連江", "county", "09007"),
        ("臺北市大安", "town", "63000030"),
        ("台北 大安", "town", "63000030"),
        ("台北大安區", "town", "63000030"),
        ("大安 台北", "town", "63000030"),
        ("taipei daan", "town", "63000030"),
        ("蘭嶼", "town", "10014160"),
        ("嘉義市東區", "town", "10020010"),
        ("嘉義 東區", "town", "10020010"),
        ("大矽谷", "circle", "silicon"),
        ("桃竹苗", "circle", "silicon"),
        ("capital", "circle", "capital"),
        ("slow-living east", "circle", "east"),
    ],
)
def test_the_best_hit_is_what_was_meant(data: DataSet, text: str, kind: str, code: str) -> None:
    assert first(data, text) == (kind, code)


def test_every_town_county_circle_and_site_is_found_by_its_own_name(data: DataSet) -> None:
    everything = len(data.sites) + 500
    for town in data.towns:
        assert first(data, town.full_name("zh")) == ("town", town.code)
        assert town.code in ids(search(data, town.full_name("en"), everything))
    for county in data.counties:
        assert first(data, county.name.zh) == ("county", county.code)
    for circle in data.circles.values():
        assert first(data, circle.name.en) == ("circle", circle.id)
    for site in data.sites[::7]:
        assert site.id in ids(search(data, site.name.zh, everything))


def test_whole_names_come_before_beginnings_and_these_before_parts(data: DataSet) -> None:
    scores = [hit.score for hit in search(data, "花蓮", 200)]
    assert scores == sorted(scores, reverse=True)
    assert set(scores) == {4, 3, 2}
    hits = search(data, "東區", 200)
    assert {hit.name.zh for hit in hits if hit.score == 4} == {"東區"}
    assert {hit.where.zh for hit in hits if hit.score == 4} == {"新竹市", "嘉義市", "臺中市", "臺南市"}


def test_a_town_is_found_by_its_name_without_its_kind(data: DataSet) -> None:
    for town in data.towns:
        if len(town.name.zh) > 2:
            hits = search(data, town.name.zh[:-1], 100)
            assert town.code in {hit.place.id for hit in hits if hit.score == 4}


def test_sites_are_told_apart_by_where_they_are(data: DataSet) -> None:
    hits = search(data, "衛生所", 500)
    assert {hit.place.kind for hit in hits} == {"site"}
    assert all(hit.where.zh for hit in hits)
    assert all(data.site_by_id[hit.place.id].layer is Layer.TELEMEDICINE for hit in hits)


def test_words_may_stand_in_the_operator_or_the_area(data: DataSet) -> None:
    found = {hit.place.id for hit in search(data, "NVIDIA 北投")}
    assert "ai001" not in found
    assert "ai002" in found


@pytest.mark.parametrize("text", ["", "   ", "，。", "-", "沒有這個地方", "zzzz"])
def test_what_is_not_there_finds_nothing(data: DataSet, text: str) -> None:
    assert search(data, text) == ()


def test_the_limit_keeps_the_best(data: DataSet) -> None:
    many = search(data, "區", 100)
    assert len(many) == 100
    assert search(data, "區", 5) == many[:5]


def test_a_query_takes_less_than_five_milliseconds(data: DataSet) -> None:
    search(data, "first call folds the names")
    for text in ("大", "台北 大安", "hospital", "沒有這個地方 真的沒有"):
        best = float("inf")
        for _ in range(5):
            start = time.perf_counter()
            search(data, text)
            best = min(best, time.perf_counter() - start)
        assert best < 0.005


def test_a_site_that_changed_is_found_by_its_new_name_and_town(data: DataSet) -> None:
    site = data.sites_of(Layer.HOSPITAL)[0]
    search(data, "臺北 醫院")  # what is made of the unchanged sites is kept
    town = next(one for one in data.towns if one.code != site.town_code)
    moved = replace(site, name=Name("改名診療處"), town_code=town.code, county_code=town.county.code)
    changed = apply_own(NOTHING.with_sites([moved]), data)
    assert ids(search(changed, "改名診療處")) == [site.id]
    assert ids(search(changed, f"改名 {town.name.zh}")) == [site.id]
    assert site.id not in ids(search(changed, site.name.zh, limit=len(data.sites)))
    assert site.id in ids(search(data, site.name.zh, limit=len(data.sites)))
