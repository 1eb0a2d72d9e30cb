"""The codes of the data set in words of both languages: units, categories, classes, specialties, states."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from data.model import Layer, Name, Site


def words(code: str) -> Name:
    """Return the words for a code; a code without words is shown as it is."""
    return _WORDS.get(code) or Name(code)


def category_words(site: Site) -> Name:
    """Return the words for the category of a site; that of an own layer is a name, also if it reads like a code."""
    return Name(site.category) if site.layer is Layer.OWN else words(site.category)


def has_words(code: str) -> bool:
    """Whether there are words for a code; the build refuses codes that would be shown as they are."""
    return code in _WORDS


def has_unit(code: str) -> bool:
    """Whether there are words for a unit."""
    return code in _UNITS


def unit(code: str) -> Name:
    """Return how a unit is written behind a number; counts have none."""
    return _UNITS.get(code) or Name(code)


def unit_code(text: str) -> str:
    """Return the code of the unit that a text names by code or in words of either language, else the text.

    Unlike names, units are not folded: that leaves of "%/年" what it leaves of "年".
    """
    return text if text in _UNITS else _unit_codes().get(text.casefold(), text)


@lru_cache(maxsize=1)
def _unit_codes() -> Mapping[str, str]:
    """Return the codes by their words; of codes that share words the first."""
    found: dict[str, str] = {}
    for code, name in _UNITS.items():
        for word in (code, name.zh, name.text("en")):
            if word:
                found.setdefault(word.casefold(), code)
    return found


LANDMASSES: Mapping[str, Name] = MappingProxyType(
    {
        "taiwan": Name("臺灣本島", "Taiwan main island"),
        "kinmen": Name("金門（含烈嶼）", "Kinmen with Lieyu"),
        "penghu-main": Name("澎湖本島、白沙、西嶼", "Penghu main islands"),
        "wangan": Name("望安", "Wang'an"),
        "qimei": Name("七美", "Qimei"),
        "liuqiu": Name("琉球", "Liuqiu"),
        "lyudao": Name("綠島", "Lyudao"),
        "lanyu": Name("蘭嶼", "Lanyu"),
        "nangan": Name("南竿", "Nangan"),
        "beigan": Name("北竿", "Beigan"),
        "juguang": Name("莒光", "Juguang"),
        "dongyin": Name("東引", "Dongyin"),
        "wuqiu": Name("烏坵", "Wuqiu"),
    }
)
"""Islands, or groups of islands joined by bridges, that towns stand on."""

_UNITS: Mapping[str, Name] = MappingProxyType(
    {
        "count": Name(""),
        "percent": Name("%"),
        "persons": Name("人", "people"),
        "households": Name("戶", "households"),
        "km2": Name("km²"),
        "beds": Name("床", "beds"),
        "class": Name("級", "class"),
        "per 100 households": Name("戶/百戶", "per 100 households"),
        "ha": Name("公頃", "ha"),
        "firms": Name("家", "firms"),
        "TWD-100M": Name("億元", "× 100 million TWD"),
        "jobs": Name("個工作機會", "jobs"),
        "teams": Name("隊", "teams"),
        "projects": Name("案", "projects"),
        "GPUs": Name("顆GPU", "GPUs"),
        "cores": Name("顆CPU核心", "cores"),
        "qubits": Name("量子位元", "qubits"),
        "qubit": Name("量子位元", "qubit"),
        "racks": Name("座機櫃", "racks"),
        "nodes": Name("個節點", "nodes"),
        "ports": Name("處港口", "ports"),
        "Pflops": Name("Pflops"),
        "MW": Name("MW"),
        "MW IT load": Name("MW（IT負載）", "MW of IT load"),
        "MW (planned)": Name("MW（規劃）", "MW (planned)"),
        "MW (phase 1)": Name("MW（第一期）", "MW (phase 1)"),
        "MW (blog figure)": Name("MW（部落格所載）", "MW (figure of a blog)"),
        "MW (design, more than)": Name("MW以上（設計容量）", "MW and more (design)"),
        "Gbps": Name("Gbps"),
        "Mbps": Name("Mbps"),
        "MHz": Name("MHz"),
        "ms": Name("毫秒", "ms"),
        "km": Name("公里", "km"),
        "m": Name("公尺", "m"),
        "m tower": Name("公尺高鐵塔", "m tower"),
        "hectare": Name("公頃", "ha"),
        "hectares": Name("公頃", "ha"),
        "ha (more than)": Name("公頃以上", "ha and more"),
        "ha (phase 2)": Name("公頃（第二期）", "ha (phase 2)"),
        "ha vacant": Name("公頃（未使用）", "ha vacant"),
        "fab phases": Name("期廠房", "fab phases"),
        "cables": Name("條海纜", "cables"),
        "platforms": Name("座平臺", "platforms"),
        "terminal": Name("座終端設備", "terminal"),
        "base stations": Name("座基地臺", "base stations"),
        "stations": Name("座", "stations"),
        "hotspots": Name("處熱點", "hot spots"),
        "networks": Name("個網路", "networks"),
        "bands": Name("個頻段", "bands"),
        "devices": Name("臺", "devices"),
        "devices per person": Name("臺/人", "devices per person"),
        "images": Name("張影像", "images"),
        "vehicles": Name("輛", "vehicles"),
        "lines": Name("條", "lines"),
        "percent of compute shared": Name("%（分享算力）", "% of compute shared"),
        "percent review time saved": Name("%（節省審查時間）", "% of review time saved"),
        "percent per year": Name("%/年", "% a year"),
        "percent of the ordinary weight": Name("%（相對一般權重）", "% of the ordinary weight"),
        "percentage-points": Name("個百分點", "percentage points"),
        "TWD-100M (億元)": Name("億元", "× 100 million TWD"),
        "TWD-trillion (兆元)": Name("兆元", "trillion TWD"),
        "TWD-million": Name("百萬元", "million TWD"),
        "TWD-10K": Name("萬元", "× 10,000 TWD"),
        "TWD-thousand": Name("千元", "thousand TWD"),
        "USD-100M": Name("億美元", "× 100 million USD"),
        "FTE-per-1000-employed": Name("全時約當人力/千就業人口", "FTE per 1,000 employed"),
        "FTE-person-years": Name("全時約當人年", "FTE person-years"),
        "jobs (人次)": Name("人次（工作機會）", "jobs"),
        "people": Name("人", "people"),
        "people (人次)": Name("人次", "people (times)"),
        "people/year": Name("人/年", "people a year"),
        "person-times": Name("人次", "person-times"),
        "passenger trips": Name("人次（搭乘）", "passenger trips"),
        "attendances": Name("人次（參與）", "attendances"),
        "enrolments": Name("人次（修課）", "enrolments"),
        "users": Name("位使用者", "users"),
        "uses": Name("次使用", "uses"),
        "organisation-uses": Name("家次", "uses by organisations"),
        "downloads": Name("次下載", "downloads"),
        "sessions": Name("場次", "sessions"),
        "times": Name("倍", "times"),
        "school-times": Name("校次", "school-times"),
        "events": Name("場活動", "events"),
        "hours": Name("小時", "hours"),
        "minutes": Name("分鐘", "minutes"),
        "year": Name("年", "year"),
        "years": Name("年", "years"),
        "rank": Name("名", "rank"),
        "cases": Name("件", "cases"),
        "records": Name("筆", "records"),
        "centres": Name("處中心", "centres"),
        "schools": Name("校", "schools"),
        "schools in programme": Name("校（參與計畫）", "schools in the programme"),
        "classes per class-set": Name("班/套", "classes per set"),
        "count per school": Name("場/校", "per school"),
        "counties": Name("個縣市", "counties"),
        "municipalities": Name("個直轄市", "municipalities"),
        "townships": Name("個鄉鎮市區", "townships"),
        "villages": Name("個村里", "villages"),
        "tribes": Name("個部落", "tribes"),
        "sites": Name("處", "sites"),
        "points": Name("分", "points"),
        "spots": Name("處", "spots"),
        "fields": Name("處場域", "fields"),
        "R&D fields": Name("處研發場域", "R&D fields"),
        "farms": Name("場", "farms"),
        "shops": Name("家店", "shops"),
        "houses": Name("戶住宅", "houses"),
        "labelled lodgings": Name("家標章旅宿", "labelled lodgings"),
        "nomads registered (more than)": Name("位以上登記之數位遊牧者", "nomads registered and more"),
        "organisations": Name("個機構", "organisations"),
        "institutions": Name("個機構", "institutions"),
        "operators": Name("家業者", "operators"),
        "vendors": Name("家廠商", "vendors"),
        "units (nearly)": Name("個單位（近）", "units (nearly)"),
        "firms applying": Name("家（申請）", "firms applying"),
        "startup teams": Name("隊新創團隊", "start-up teams"),
        "IC design firms": Name("家IC設計公司", "IC design firms"),
        "project": Name("案", "project"),
    }
)

_WORDS: Mapping[str, Name] = MappingProxyType(
    {
        # AI sites
        "science-park": Name("科學園區", "science park"),
        "data-centre": Name("資料中心", "data centre"),
        "ai-demonstration-field": Name("AI示範場域", "AI demonstration field"),
        "semiconductor-fab-cluster": Name("半導體廠聚落", "semiconductor fab cluster"),
        "research-institute": Name("研究機構", "research institute"),
        "ai-innovation-base": Name("AI創新基地", "AI innovation base"),
        "industrial-park": Name("產業園區", "industrial park"),
        "compute-centre": Name("算力中心", "compute centre"),
        "talent-centre": Name("人才培育中心", "talent centre"),
        "software-park": Name("軟體園區", "software park"),
        "startup-base": Name("新創基地", "start-up base"),
        "quantum-lab": Name("量子實驗室", "quantum laboratory"),
        "robotics-centre": Name("機器人中心", "robotics centre"),
        "digital-nomad-base": Name("數位遊牧基地", "digital nomad base"),
        "photonics": Name("光電", "photonics"),
        # broadband and digital sites
        "submarine_cable_landing": Name("國際海纜登陸站", "international submarine cable landing"),
        "domestic_cable_landing": Name("國內海纜登陸站", "domestic submarine cable landing"),
        "resilient_base_station": Name("強韌基地臺", "resilient base station"),
        "microwave_backup": Name("微波備援", "microwave backup"),
        "satellite_emergency_site": Name("衛星緊急通訊站", "satellite emergency site"),
        "shared_base_station": Name("共構基地臺", "shared base station"),
        "tribal_public_wifi": Name("部落公共無線上網", "tribal public Wi-Fi"),
        "digital_opportunity_centre": Name("數位機會中心", "digital opportunity centre"),
        # telemedicine and hospitals
        "spoke": Name("遠距醫療據點", "telemedicine point"),
        "hub": Name("遠距醫療支援醫院", "telemedicine hub hospital"),
        "medical-centre": Name("醫學中心", "medical centre"),
        "regional": Name("區域醫院", "regional hospital"),
        "district": Name("地區醫院", "district hospital"),
        "severe": Name("重度級急救責任醫院", "severe-grade emergency hospital"),
        "moderate": Name("中度級急救責任醫院", "moderate-grade emergency hospital"),
        "general": Name("一般級急救責任醫院", "general-grade emergency hospital"),
        "none": Name("無急救責任分級", "no emergency grade"),
        "ophthalmology": Name("眼科", "ophthalmology"),
        "dermatology": Name("皮膚科", "dermatology"),
        "ent": Name("耳鼻喉科", "ear, nose and throat"),
        "emergency": Name("急診", "emergency"),
        "cardiology": Name("心臟科", "cardiology"),
        "neurology": Name("神經科", "neurology"),
        "internal-medicine": Name("內科", "internal medicine"),
        "endocrinology": Name("內分泌科", "endocrinology"),
        "diabetes": Name("糖尿病", "diabetes"),
        "abdominal-ultrasound": Name("腹部超音波", "abdominal ultrasound"),
        "chronic-care": Name("慢性病照護", "chronic care"),
        "chronic-prescription": Name("慢性病處方", "chronic prescriptions"),
        "rehabilitation": Name("復健科", "rehabilitation"),
        "chest": Name("胸腔科", "chest medicine"),
        "psychiatry": Name("精神科", "psychiatry"),
        "home-care": Name("居家醫療", "home care"),
        "satellite": Name("衛星", "satellite"),
        "5G": Name("5G"),
        # towns
        "density": Name("人口密度", "population density"),
        "island": Name("離島", "island"),
        "density+island": Name("人口密度及離島", "population density and island"),
        "mountain": Name("山地原住民地區", "mountain indigenous area"),
        "plain": Name("平地原住民地區", "plains indigenous area"),
        # status, as the sources word it
        "operating": Name("營運中", "operating"),
        "planned": Name("規劃中", "planned"),
        "under-construction": Name("興建中", "under construction"),
        "pilot": Name("試辦中", "pilot"),
        "ended": Name("已結束", "ended"),
        "unknown": Name("現況不詳", "status not known"),
        "operating at source date": Name("資料日期時營運中", "operating at the date of the source"),
        "planned at source date": Name("資料日期時規劃中", "planned at the date of the source"),
        "being expanded": Name("擴充中", "being expanded"),
        "temporary (typhoon Ragasa)": Name("臨時設置（樺加沙颱風）", "temporary (typhoon Ragasa)"),
        "under construction in 2025; present state not found": Name(
            "2025年興建中，現況未查得", "under construction in 2025; present state not found"
        ),
        "built by 2013, present state not checked": Name(
            "2013年前建置，現況未查證", "built by 2013, present state not checked"
        ),
        "historical listing; state today unknown": Name(
            "歷史名單，現況不詳", "historical listing; state today unknown"
        ),
        "township reported with a centre about 2019-2020": Name(
            "約2019至2020年載有據點", "township reported with a centre about 2019–2020"
        ),
        "reported operating (page undated)": Name("載為營運中（網頁未載日期）", "reported operating (page undated)"),
        "reported operating (page undated, after 2017)": Name(
            "載為營運中（網頁未載日期，2017年後）", "reported operating (page undated, after 2017)"
        ),
        "reported operating (page undated, after 2010)": Name(
            "載為營運中（網頁未載日期，2010年後）", "reported operating (page undated, after 2010)"
        ),
        "reported operating 2018": Name("2018年載為營運中", "reported operating in 2018"),
        "reported operating 2024": Name("2024年載為營運中", "reported operating in 2024"),
        "opened 2017": Name("2017年啟用", "opened in 2017"),
        "opened 2012; township reported with a centre about 2019-2020": Name(
            "2012年啟用；約2019至2020年載有據點", "opened in 2012; reported with a centre about 2019–2020"
        ),
        "has a public website project": Name("有公開網站計畫", "has a public website project"),
        "listed 2025-11": Name("列於2025年11月名單", "listed 2025-11"),
        "listed 2026 Q1": Name("列於2026年第1季名單", "listed 2026 Q1"),
        "listed 2024-12-31": Name("列於2024年12月31日名單", "listed 2024-12-31"),
        "listed about 2019": Name("列於約2019年名單", "listed about 2019"),
        # what documents say of circles, and kinds of figures
        "focus": Name("發展重點", "focus"),
        "ai_strategy": Name("AI策略", "AI strategy"),
        "actual": Name("實績", "actual"),
        "target": Name("目標", "target"),
        "baseline": Name("基準", "baseline"),
        "estimate": Name("推估", "estimate"),
    }
)
