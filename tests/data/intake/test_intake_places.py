"""Counties, townships and postal codes: every name of all 368, and none by mere likeness."""

from __future__ import annotations

import pytest

from data.dataset import DataSet
from data.intake import gazetteer, places
from data.intake.cleaned import Refusal
from data.intake.old_names import CITY_DISTRICTS, OLD_COUNTIES, RENAMED
from data.intake.places import Area, find_area, find_county, find_town
from data.intake.postal import FAR_ISLANDS, area_of_postal, postal_towns


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        *[
            (raw, "63000")
            for raw in ("臺北市", "台北市", " 台 北 市", "臺北", "Taipei City", "taipei", "63000", "A", "TPE")
        ],
        *[(raw, "65000") for raw in ("新北市", "臺北縣", "台北縣", "New Taipei City", "10001", "F")],
        *[(raw, "66000") for raw in ("臺中縣", "10006", "10019", "L")],
        *[(raw, "09007") for raw in ("連江縣", "馬祖", "Matsu", "9007", "09007", "福建省連江縣")],
        *[(raw, "10007") for raw in ("臺灣省彰化縣", "彰化")],
        *[(raw, "") for raw in ("", "-", "無")],
    ],
)
def test_county(data: DataSet, raw: str, code: str) -> None:
    assert find_county(raw, data).value == code


@pytest.mark.parametrize(
    ("raw", "county", "code"),
    [
        ("東區", "10018", "10018010"),
        ("板橋", "", "65000010"),
        ("板橋市", "", "65000010"),
        ("臺北縣板橋市", "", "65000010"),
        ("臺灣省臺北縣中和市", "", "65000030"),
        ("桃園縣桃園市", "", "68000010"),
        ("桃園市", "68000", "68000010"),
        ("高雄縣三民鄉", "", "64000380"),
        ("三民鄉", "64000", "64000380"),
        ("高雄市三民區", "", "64000050"),
        ("三民一", "64000", "64000050"),
        ("高雄市鳳山二", "", "64000120"),
        ("彰化縣員林鎮", "", "10007100"),
        ("頭份鎮", "10005", "10005050"),
        ("台南市中區", "", "67000370"),
        ("臺南市西區", "", "67000370"),
        ("中區", "", "66000010"),
        ("霧台鄉", "", "10013270"),
        ("新庄區", "", "65000050"),
        ("恒春鎮", "", "10013040"),
        ("嘉義太保市", "", "10010010"),
        ("Banqiao District, New Taipei City", "", "65000010"),
        ("Banqiao Dist.", "", "65000010"),
        ("63000050", "", "63000050"),
        ("9007010", "", "09007010"),
        ("63000050001", "", "63000050"),
    ],
)
def test_town(data: DataSet, raw: str, county: str, code: str) -> None:
    assert find_town(raw, data, county).value == code


def test_every_township_is_found_by_each_of_its_names(data: DataSet) -> None:
    old = {code: name for name, code in OLD_COUNTIES.items()}
    for town in data.towns:
        county = town.county
        full = town.full_name("zh")
        for name in (
            full,
            full.replace("臺", "台"),
            town.full_name("en"),
            f"{county.name.en} {town.name.en}",
            town.code,
        ):
            assert find_town(name, data).value == town.code, name
            assert find_area(name, data).value == Area(county.code, town.code)
        assert find_town(town.name.zh, data, county.code).value == town.code
        assert not find_town(full, data).remarks
        if county.code in old and town.code not in CITY_DISTRICTS.get(county.code, ()):
            for suffix in "鄉鎮市":
                found = find_town(old[county.code] + town.name.zh[:-1] + suffix, data)
                assert found.value == town.code
                assert [note.template for note in found.remarks] == [gazetteer.OLD]


def test_renamed_townships_stay_in_their_county(data: DataSet) -> None:
    assert {code for _, code, _ in RENAMED} <= data.town_index.keys()
    assert set(OLD_COUNTIES.values()) <= data.county_index.keys()
    assert set(gazetteer.LETTERS.values()) == data.county_index.keys()
    assert {code for codes in CITY_DISTRICTS.values() for code in codes} <= data.town_index.keys()


@pytest.mark.parametrize(
    ("raw", "county", "proposals"),
    [
        ("信義區", "", ("基隆市信義區", "臺北市信義區")),
        ("信義", "", ("南投縣信義鄉", "基隆市信義區", "臺北市信義區")),
        ("古亭區", "63000", ("臺北市中正區", "臺北市大安區")),
        ("Xihu Township", "", ("苗栗縣西湖鄉", "彰化縣溪湖鎮")),
        ("新北市板僑區", "", ("新北市板橋區",)),
        ("通宵鎮", "10005", ("苗栗縣通霄鎮",)),
        ("臺中縣西屯區", "", ("臺中市西屯區",)),
        ("桃園市", "", ("桃園市桃園區",)),
        ("臺北市", "", ()),
        ("板橋區", "63000", ()),
        ("65000010", "63000", ()),
        ("99999999", "", ()),
        ("火星", "", ()),
    ],
)
def test_what_is_not_sure_is_refused(data: DataSet, raw: str, county: str, proposals: tuple[str, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        find_town(raw, data, county)
    assert refused.value.proposals == proposals
    for proposal in proposals:
        assert not find_town(proposal, data, county).remarks


def test_counties_that_are_not_sure_are_refused(data: DataSet) -> None:
    with pytest.raises(Refusal) as refused:
        find_county("新竹", data)
    assert refused.value.proposals == ("新竹縣", "新竹市")
    with pytest.raises(Refusal) as refused:
        find_county("嘉儀縣", data)
    assert refused.value.proposal == "嘉義縣"


def test_a_name_that_is_both_means_the_county(data: DataSet) -> None:
    assert find_area("桃園", data).value == Area("68000")
    assert find_area("屏東市", data).value == Area("10013", "10013010")
    assert find_area("屏東縣", data, "10013").value == Area("10013")


def test_what_was_done_to_a_name_is_told(data: DataSet) -> None:
    assert [note.template for note in find_town("台中市大里區", data).remarks] == [places.TAI]
    assert [note.template for note in find_town("板橋", data).remarks] == [gazetteer.SHORT]
    assert [note.template for note in find_town("三民一", data).remarks] == [gazetteer.HALF]
    (note,) = find_town("臺北縣中和市", data).remarks
    assert (note.old, note.new) == ("臺北縣中和市", "新北市中和區")


def test_postal_codes_cover_every_township_once(data: DataSet) -> None:
    towns = [code for codes in postal_towns().values() for code in codes]
    assert sorted(towns) == [town.code for town in data.towns]
    shared = {code for code, codes in postal_towns().items() if len(codes) > 1}
    assert shared == {"300", "600"}
    assert not FAR_ISLANDS.keys() & postal_towns().keys()


def test_postal_codes_of_a_county_lie_together() -> None:
    """A slip of a digit would put a township among those of another county."""
    counties = [code[:5] for _, codes in sorted(postal_towns().items()) for code in codes[:1]]
    runs = [county for at, county in enumerate(counties) if at == 0 or counties[at - 1] != county]
    assert len(runs) == 23  # only 新北市 has two: 萬里 and 金山 lie beyond 基隆
    assert runs.count("65000") == 2


@pytest.mark.parametrize(
    ("raw", "area"),
    [
        *[(raw, Area("63000", "63000050")) for raw in ("100", "10048", "100001", "100-01", "１００", "100.0")],
        ("637", Area("10009", "10009120")),
        ("953", Area("10014", "10014130")),
        ("849", Area("64000", "64000380")),
        ("300", Area("10018")),
        ("600", Area("10020")),
        ("", Area()),
    ],
)
def test_postal(data: DataSet, raw: str, area: Area) -> None:
    assert area_of_postal(raw, data).value == area


@pytest.mark.parametrize("raw", ["817", "819", "290", "101", "12", "1234", "abc"])
def test_postal_codes_of_nobody(data: DataSet, raw: str) -> None:
    with pytest.raises(Refusal):
        area_of_postal(raw, data)
