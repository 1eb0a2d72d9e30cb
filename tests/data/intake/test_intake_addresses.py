"""Addresses: the township they begin with, whatever their roads are named after."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dataset import DataSet, load
from data.intake import addresses, gazetteer
from data.intake.addresses import find_address
from data.intake.cleaned import Refusal


@pytest.mark.parametrize(
    ("raw", "county", "text", "town"),
    [
        ("臺北市中山區中山北路二段９５號", "", "臺北市中山區中山北路二段95號", "63000040"),
        ("220新北市板橋區文化路一段1號", "", "新北市板橋區文化路一段1號", "65000010"),
        ("(22041) 台北縣板橋市文化路", "", "新北市板橋區文化路", "65000010"),
        ("台灣省彰化縣員林鎮中山路", "", "彰化縣員林市中山路", "10007100"),
        ("中華民國臺灣省臺中縣大里市", "", "臺中市大里區", "66000280"),
        ("福建省金門縣金城鎮", "", "金門縣金城鎮", "09020010"),
        ("新竹市 東區 光復路", "", "新竹市東區光復路", "10018010"),
        ("嘉義市東區中山路", "", "嘉義市東區中山路", "10020010"),
        ("東區光復路", "10018", "新竹市東區光復路", "10018010"),
        ("屏東市民生路", "", "屏東縣屏東市民生路", "10013010"),
        ("屏東潮州鎮光春路", "", "屏東縣潮州鎮光春路", "10013020"),
        ("110信義區松仁路1號", "", "臺北市信義區松仁路1號", "63000020"),
        ("950 更生路1號", "", "臺東縣臺東市更生路1號", "10014010"),
        ("高雄縣三民鄉民生村", "", "高雄市那瑪夏區民生村", "64000380"),
        ("桃園市桃園市中正路", "", "桃園市桃園區中正路", "68000010"),
        ("臺東縣海端鄉海端村2鄰山平9號", "", "臺東縣海端鄉海端村2鄰山平9號", "10014120"),
        ("斗六市", "", "雲林縣斗六市", "10009010"),
        ("臺北市臺北市大安區和平東路", "", "臺北市大安區和平東路", "63000030"),
        ("新北市-板橋區", "", "新北市板橋區", "65000010"),
        ("臺北市 大安", "", "臺北市大安區", "63000030"),
        *(
            (raw, "", raw, "65000010")
            for raw in (
                "No. 1, Zhongshan Rd., Banqiao District, New Taipei City",
                "No. 1, Zhongshan Rd., Banqiao Dist., New Taipei City 220, Taiwan (R.O.C.)",
            )
        ),
    ],
)
def test_township(data: DataSet, raw: str, county: str, text: str, town: str) -> None:
    found = find_address(raw, data, county).value
    assert (found.text, found.area.town_code) == (text, town)


@pytest.mark.parametrize(
    "raw",
    [
        *("臺北市中山北路二段95號", "高雄市台南街1號", "高雄市前鎮一路5號", "臺南市新市路", "桃園市平鎮路"),
        *("臺中市太平市場", "臺北市市民大道", "高雄市工業區一路", "300新竹市光復路", "新北市板橋文化路"),
    ],
)
def test_roads_are_no_townships(data: DataSet, raw: str) -> None:
    found = find_address(raw, data)
    assert found.value.area.county_code
    assert not found.value.area.town_code
    assert addresses.ONLY_COUNTY in [note.template for note in found.remarks]


@pytest.mark.parametrize(
    ("raw", "county", "proposals"),
    [
        ("信義區松仁路1號", "", ("基隆市信義區松仁路1號", "臺北市信義區松仁路1號")),
        ("10001信義區松仁路", "", ("基隆市信義區松仁路", "臺北市信義區松仁路")),
        ("臺北市古亭區羅斯福路", "", ("臺北市中正區羅斯福路", "臺北市大安區羅斯福路")),
        ("新北市板僑區文化路1號", "", ("新北市板橋區文化路1號",)),
        ("中山路1號", "", ()),
        ("太平市場旁", "", ()),
        ("100巷5號", "", ()),
        ("臺北市大安區", "10018", ()),
        ("817高雄市旗津區東沙島", "", ()),
    ],
)
def test_what_is_not_sure_is_refused(data: DataSet, raw: str, county: str, proposals: tuple[str, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        find_address(raw, data, county)
    assert refused.value.proposals == proposals
    for proposal in proposals:
        assert find_address(proposal, data, county).value.text == proposal


def test_what_was_done_is_told(data: DataSet) -> None:
    def templates(raw: str) -> list[str]:
        return [note.template for note in find_address(raw, data).remarks]

    assert templates("臺北縣中和市景平路") == [gazetteer.OLD]
    assert templates("斗六市中山路") == [addresses.BY_NAME]
    assert templates("950更生路") == [addresses.BY_POSTAL]
    assert templates("200臺北市中正區") == [addresses.OTHER_POSTAL]
    assert templates("100臺北市中正區") == []


TOWNS = st.sampled_from(load().towns)
ROADS = st.sampled_from(
    ["中山北路二段", "臺南街", "前鎮一路", "大安路", "新市村", "中正里3鄰", "嘉義巷", "", "北區幹線"]
)


@given(TOWNS, ROADS, st.booleans(), st.booleans(), st.booleans())
def test_every_township_whatever_its_road(data, town, road: str, tai: bool, wide: bool, gaps: bool) -> None:
    raw = " ".join(("", town.county.name.zh, town.name.zh, road)) if gaps else town.full_name("zh") + road
    raw += "１２號" if wide else "12號"
    found = find_address(raw.replace("臺", "台") if tai else raw, data).value
    assert found.area.town_code == town.code
    assert found.text.startswith(town.full_name("zh"))
    assert found.text.endswith("12號")


@given(st.text(alphabet="臺台北市縣新竹區鎮鄉中山東西路街0123456789 號,（）板橋", max_size=20))
def test_any_text_is_an_area_or_refused(data, raw: str) -> None:
    try:
        found = find_address(raw, data).value
    except Refusal as refusal:
        for proposal in refusal.proposals:
            assert find_address(proposal, data).value.area.county_code
        return
    assert find_address(found.text, data).value == found
