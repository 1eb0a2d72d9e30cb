"""The codes of the data set in words of both languages: units, categories, classes, specialties, states."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data.model import Name


def words(code: str) -> Name:
    """Return the words for a code; a code without words is shown as it is."""
    return _WORDS.get(code) or Name(code)


def unit(code: str) -> Name:
    """Return how a unit is written behind a number; counts have none."""
    return _UNITS.get(code) or Name(code)


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
