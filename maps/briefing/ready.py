"""The ready briefing: about ten scenes over the data set, whose numbers are fields and so never stale.

Its sentences hold for any data: who is first and who is last, and by how much, is said by fields alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from data.balance.evaluate import INDEX
from data.balance.siting import SitingOrder, solve, with_suggestion
from data.dataset import DataSet
from data.model import Language, Layer, Name
from data.project import Project
from data.scenario import Scenario
from data.scene import PanelId, Scene, SceneKind
from maps.briefing.scene_view import view_record
from maps.view import READY_VIEWS, MapView

SUGGESTED = SitingOrder(Layer.TELEMEDICINE, 5, 10.0, "rural")
"""The five points of the scenario: those that bring most rural people within 10 km (MCLP)."""


@dataclass(frozen=True)
class _Row:
    """A scene; one whose ``view`` is None shows no map."""

    id: str
    title: Name
    message: Name = field(default=Name(""))
    notes: Name = field(default=Name(""))
    view: MapView | None = None
    panel: PanelId = ""
    seconds: float = 0.0
    kind: SceneKind = "map"
    supposed: bool = False
    """whether it shows the suggested points"""


def ready_briefing(project: Project, language: Language = "zh") -> tuple[Scene, ...]:
    """Return the scenes. Titles and notes are in both languages; what the scenario adds is named in ``language``.

    The first call for a data set looks for the five points, which takes some hundredths of a second.
    """
    return _scenes(project.data, language)


@lru_cache(maxsize=2)
def _scenes(data: DataSet, language: Language) -> tuple[Scene, ...]:
    supposed = suggested_points(data, language)
    return tuple(
        Scene(
            row.id,
            row.kind,
            row.title,
            row.message,
            row.notes,
            _record(row.view),
            panel=row.panel,
            scenario=supposed if row.supposed else Scenario(),
            seconds=row.seconds,
            hidden=row.kind == "section",
        )
        for row in ROWS
    )


def suggested_points(data: DataSet, language: Language) -> Scenario:
    """Return the scenario of the five points that bring most rural people within reach."""
    project = Project.start(data)
    found = with_suggestion(project, solve(project, SUGGESTED), language).scenario
    count = len(found.changes)
    return replace(found, name=Name(f"{count}處新增遠距據點", f"{count} new telemedicine points").text(language))


def _record(view: MapView | None) -> Mapping[str, Any]:
    return MappingProxyType({} if view is None else view_record(view))


ROWS: tuple[_Row, ...] = (
    _Row(
        "cover",
        Name(
            "區域產業及生活圈的均衡：AI產業、寬頻與遠距醫療",
            "How balanced are the regional life circles? AI, broadband, telemedicine",
        ),
        Name(
            "{definition.name}；資料版本{data.version}",
            "{definition.name}; data set {data.version}",
        ),
        Name(
            "開場：今天用同一套資料，看{definition.circles}個生活圈在AI產業、寬頻與遠距醫療上的現況、落差，以及可以做什麼。\n"
            "每個數字都由資料即時計算，並可追溯來源；不知道的寫「無資料」，不當作零。",
            "Opening: with one set of data we look at where the {definition.circles} life circles stand in AI "
            "industry, broadband and telemedicine, where the gaps are, and what can be done.\n"
            "Every number is computed live and can be traced to its source; what is not known says so and is never "
            "zero.",
        ),
        seconds=30,
        kind="title",
    ),
    _Row("now", Name("現況", "Where we stand"), kind="section"),
    _Row(
        "circles",
        Name(
            "{definition.circles}個生活圈，{definition.shared}個鄉鎮市區同屬兩圈以上",
            "{definition.circles} life circles, {definition.shared} townships in more than one",
        ),
        Name(
            "合計時，{overlap.rule}；全國合計每一鄉鎮市區只計一次",
            "In totals {overlap.rule}; the nation counts every township once",
        ),
        Name(
            "說明：條紋處同屬兩圈以上。全國請看全國數字，勿以各圈相加；全國數字每一鄉鎮市區只計一次。\n"
            "計法：{definition.name}，涵蓋{definition.townships}個鄉鎮市區；{overlap.rule}。\n"
            "注意：來源未逐一列出鄉鎮而由本圖臺假設、可修改者：{definition.assumed}。",
            "Say: stripes belong to more than one circle. Take the nation from its own numbers, which count every "
            "township once, not from adding the circles up.\n"
            "How: {definition.name}, {definition.townships} townships in circles; {overlap.rule}.\n"
            "Mind: our assumption where the source lists no townships, which can be changed: {definition.assumed}.",
        ),
        replace(READY_VIEWS["overview"], layers=frozenset({"circles", "labels", "legend"})),
        seconds=60,
    ),
    _Row(
        "ai",
        Name(
            "AI據點最密：{ai_per_100k:top:name}，每十萬人{ai_per_100k:top:number}處",
            "Densest in AI sites: {ai_per_100k:top:name}, {ai_per_100k:top:number} per 100,000 people",
        ),
        Name(
            "名單所列營運中{count:ai:operating}處、規劃或興建中{count:ai:planned}處；最疏：{ai_per_100k:bottom:name}，"
            "{ai_per_100k:bottom:number}處",
            "Listed: {count:ai:operating} in operation, {count:ai:planned} planned or being built; fewest per head: "
            "{ai_per_100k:bottom:name}, {ai_per_100k:bottom:number}",
        ),
        Name(
            "說明：依人口換算後，最密為{ai_per_100k:top}，最疏為{ai_per_100k:bottom}，全國{ai_per_100k:nation}。\n"
            "計法：{ai_per_100k.formula}。\n"
            "注意：據點不分規模，一處即一處；實心為營運中，空心為規劃或興建中，外環表示位置為約略。",
            "Say: per head the most are {ai_per_100k:top}, the fewest {ai_per_100k:bottom}; the nation has "
            "{ai_per_100k:nation}.\n"
            "How: {ai_per_100k.formula}.\n"
            "Mind: a site counts as one whatever its size; filled is operating, hollow planned or being built, a "
            "ring marks an approximate place.",
        ),
        READY_VIEWS["ai"],
        panel="bars",
        seconds=75,
    ),
    _Row(
        "broadband",
        Name(
            "4G實測速率：各圈{speed_4g:bottom:number}–{speed_4g:top:number} Mbps，"
            "各鄉鎮市區{speed_4g:bottom:town:number}–{speed_4g:top:town:number} Mbps",
            "4G speeds: {speed_4g:bottom:number}–{speed_4g:top:number} Mbps across circles, "
            "{speed_4g:bottom:town:number}–{speed_4g:top:town:number} Mbps across townships",
        ),
        Name(
            "最慢（{speed_4g.period}年）：{speed_4g:bottom:name}；"
            "5G涵蓋率最低（{coverage_5g.period}年，含類別推估）：{coverage_5g:bottom}",
            "Slowest ({speed_4g.period}): {speed_4g:bottom:name}; lowest 5G coverage ({coverage_5g.period}, "
            "estimates by class): {coverage_5g:bottom}",
        ),
        Name(
            "說明：有訊號不等於夠快。最快{speed_4g:top}，最慢{speed_4g:bottom}，全國{speed_4g:nation}；"
            "各圈平均看不出的落差，在鄉鎮市區之間。\n"
            "計法：{speed_4g.formula}。資料時間：{speed_4g.period}年。\n"
            "注意：5G涵蓋率（{coverage_5g.period}年）之≥表示至少。{coverage_5g.meaning}",
            "Say: a signal is not yet speed. Fastest {speed_4g:top}, slowest {speed_4g:bottom}, nation "
            "{speed_4g:nation}; what the means of the circles hide lies between townships.\n"
            "How: {speed_4g.formula}. Figures of {speed_4g.period}.\n"
            "Mind: of 5G coverage ({coverage_5g.period}), ≥ is at least. {coverage_5g.meaning}",
        ),
        replace(
            READY_VIEWS["broadband"],
            choropleth="speed_4g",
            layers=frozenset({"circles", "choropleth", "labels", "legend"}),
        ),
        panel="strip",
        seconds=75,
    ),
    _Row(
        "telemedicine",
        Name(
            "{rural_towns:number}個偏鄉，{rural_towns_with_point:number}個有已知遠距醫療據點",
            "{rural_towns_with_point:number} of {rural_towns:number} rural townships have a known telemedicine point",
        ),
        Name(
            "名單所列營運中據點最多：{telemedicine_points:top}，最少：{telemedicine_points:bottom}；未列不等於沒有",
            "Most listed points in operation: {telemedicine_points:top}; fewest: {telemedicine_points:bottom}; not "
            "listed is not none",
        ),
        Name(
            "說明：名單所列營運中據點{telemedicine_points}、支援醫院{telemedicine_hubs}。"
            "偏鄉人口居於有已知據點鄉鎮市區者占{telemedicine_rural_share}，最低為{telemedicine_rural_share:bottom}。\n"
            "計法：{telemedicine_rural_share.formula}。偏鄉為{rural_towns.formula}。\n"
            "注意：名單為彙編所得，並不完整；名單列有據點之縣市，人口占全國{telemedicine_points:known}。",
            "Say: the list has {telemedicine_points} in operation and {telemedicine_hubs} that support such points. "
            "{telemedicine_rural_share} of rural people live in a township with a known one, the lowest share is that "
            "of {telemedicine_rural_share:bottom}.\n"
            "How: {telemedicine_rural_share.formula}. Rural townships: {rural_towns.formula}.\n"
            "Mind: the list is compiled and incomplete; {telemedicine_points:known} of the people live in counties "
            "with a listed point.",
        ),
        READY_VIEWS["telemedicine"],
        panel="bars",
        seconds=75,
    ),
    _Row("gaps", Name("落差", "Where the gaps are"), kind="section"),
    _Row(
        "reach",
        Name(
            "{people:hospital_within_10km:beyond}，10公里內沒有名單所列醫院",
            "{people:hospital_within_10km:beyond} have no listed hospital within 10 km",
        ),
        Name(
            "10公里內占比最低：{hospital_within_10km:bottom}；30公里內也沒有：{people:hospital_within_30km:beyond}"
            "（直線距離，隔海不計）",
            "Lowest share within 10 km: {hospital_within_10km:bottom}; none within 30 km: "
            "{people:hospital_within_30km:beyond} (straight line, not across the sea)",
        ),
        Name(
            "說明：10公里內有名單所列醫院者占全國人口{hospital_within_10km:nation}；其餘{people:hospital_within_10km:beyond}須走得更遠，或須渡海、搭機。\n"
            "計法：{hospital_within_10km.formula}。\n"
            "注意：直線距離，山區實際路程更長；每一鄉鎮市區以一代表點計，人數取至千人。",
            "Say: {hospital_within_10km:nation} of the people have a listed hospital within 10 km; the other "
            "{people:hospital_within_10km:beyond} have farther to go, or must cross by sea or air.\n"
            "How: {hospital_within_10km.formula}.\n"
            "Mind: straight lines; roads in the mountains are longer. One point stands for each township, so "
            "people are told in thousands.",
        ),
        replace(
            READY_VIEWS["telemedicine"],
            choropleth="hospital_nearest_km",
            layers=frozenset({"circles", "choropleth", "hospital", "labels", "legend"}),
        ),
        panel="bars",
        seconds=75,
    ),
    _Row(
        "index",
        Name(
            "綜合指數：{index:top:name}居首，名次隨權重與方法而變",
            "Composite index: {index:top:name} first, but ranks move with the weights",
        ),
        Name(
            "換一套權重與方法：{index:top:name}第{index:top:interval}名，{index:bottom:name}第{index:bottom:interval}名（90%區間）",
            "Under other weights and methods: {index:top:name} at {index:top:interval}, {index:bottom:name} at "
            "{index:bottom:interval} (90 %)",
        ),
        Name(
            "說明：居首{index:top}，居末{index:bottom}；居末者在各種權重與方法下仍為最末的機率為{index:bottom:last}。"
            "各圈居末機率見圖旁。區間重疊者不宜論高下。\n"
            "計法：{index.formula}。\n"
            "注意：權重是選擇，不是事實；可在圖臺上當場調整。區間為權重與方法抽樣中90%所落之名次。",
            "Say: first {index:top}, last {index:bottom}; the chance that the last stays last under other weights "
            "and methods is {index:bottom:last}. The chances of all to be last stand beside the map. "
            "Where intervals overlap, do not argue about ranks.\n"
            "How: {index.formula}.\n"
            "Mind: weights are a choice, not a fact, and can be moved live. The interval holds 90 % of the draws.",
        ),
        replace(READY_VIEWS["index"], choropleth=INDEX, level="circle"),
        panel="ranks",
        seconds=90,
    ),
    _Row("action", Name("作為", "What can be done"), kind="section"),
    _Row(
        "five-points",
        Name(
            "新增{scenario.changes}處遠距據點：直線10公里內人口{people:telemedicine_within_10km:difference}",
            "{scenario.changes} new telemedicine points: {people:telemedicine_within_10km:difference} within 10 km in "
            "a straight line",
        ),
        Name(
            "偏鄉人口居於有已知據點鄉鎮市區之占比："
            "{telemedicine_rural_share:baseline} → {telemedicine_rural_share:scenario}",
            "Rural people whose township has a known point: {telemedicine_rural_share:baseline} → "
            "{telemedicine_rural_share:scenario}",
        ),
        Name(
            "說明：若再開{scenario.changes}處，選在{scenario.places}，新進入10公里內的偏鄉人口最多（同樣多的選法可能不只一組）。\n"
            "計法：最大涵蓋區位（MCLP），以偏鄉人口為需求、既有據點不動、直線10公里，候選地為各鄉鎮市區代表點，以整數規劃求最佳解。\n"
            "注意：這是假設，不是任何機關的計畫；既有據點名單愈完整，建議愈可靠。人數取至千人，含非偏鄉者。",
            "Say: with {scenario.changes} more points, in {scenario.places}, most rural people newly come within "
            "10 km (other choices may bring as many).\n"
            "How: maximal covering location (MCLP) with rural people as demand, existing points kept, 10 km in a "
            "straight line, candidates at the townships' representative points, solved exactly by integer "
            "programming.\n"
            "Mind: an assumption, nobody's plan; the more of the existing points are known, the better the "
            "suggestion. People in thousands, others than rural ones among them.",
        ),
        replace(
            READY_VIEWS["scenario"],
            side="difference",
            layers=frozenset({"choropleth", "telemedicine", "labels", "legend"}),
        ),
        seconds=90,
        supposed=True,
    ),
    _Row(
        "balance",
        Name(
            "均衡的一個數字：AI據點分布的吉尼係數{indicator:gini}",
            "Balance in one number: the Gini coefficient of AI sites is {indicator:gini}",
        ),
        Name(
            "0為各縣市相同，愈近1愈集中；名單所列最密：{indicator:top:county}",
            "0 is every county alike, towards 1 all in few; densest by the list: {indicator:top:county}",
        ),
        Name(
            "說明：往後每年以同一算法檢視這個數字，就知道是否更均衡。最疏：{indicator:bottom:county}；名單上沒有，不等於沒有。\n"
            "計法：各縣市每十萬人營運中AI據點，以人口加權之吉尼係數；胡佛指數{indicator:hoover}，即須移轉多少占比始能均等；"
            "最高與最低20%人口之比{indicator:top_bottom_20}。\n"
            "注意：尺度不同數字就不同：各鄉鎮市區之間為{indicator:gini:town}，各生活圈之間（同屬兩圈者不重複計）為{indicator:gini:circle}。",
            "Say: compute the same number every year, and you know whether balance grows. Sparsest: "
            "{indicator:bottom:county}; not listed is not none.\n"
            "How: Gini coefficient of AI sites in operation per 100,000 people across counties, weighted by "
            "people; Hoover {indicator:hoover}, the share that would have to move; top over bottom 20 % of the "
            "people {indicator:top_bottom_20}.\n"
            "Mind: another scale, another number: {indicator:gini:town} across townships, {indicator:gini:circle} "
            "across circles (shared townships not counted twice).",
        ),
        replace(
            READY_VIEWS["ai"],
            choropleth="ai_per_100k",
            level="county",
            layers=frozenset({"circles", "choropleth", "labels", "legend"}),
        ),
        panel="lorenz",
        seconds=75,
    ),
    _Row(
        "sources",
        Name("每個數字都有來源", "Every number has its source"),
        Name(
            "資料版本{data.version}：{data.sources}項來源、{data.sites}處據點、{data.figures}筆數據",
            "Data set {data.version}: {data.sources} sources, {data.sites} sites, {data.figures} figures",
        ),
        Name(
            "結語：任何一個數字，現在都可以點開看它的算式、輸入與出處。歡迎提問。\n"
            "注意：推估與實測分開標示；不詳不等於零。",
            "Closing: any number can be opened now, with its formula, inputs and documents. Questions are welcome.\n"
            "Mind: estimates are marked apart from measurements; unknown is not zero.",
        ),
        seconds=30,
        kind="closing",
    ),
)
