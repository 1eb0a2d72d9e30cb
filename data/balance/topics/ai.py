"""AI industry sites: how many, for how many people."""

from __future__ import annotations

from data.balance import capacity, site_measures
from data.balance.indicator import Indicator
from data.balance.topics.words import LISTED_SITES, SITES, listed
from data.model import Layer, Name, Status
from data.vocabulary import words

CATEGORIES: tuple[str, ...] = (
    "science-park",
    "data-centre",
    "ai-demonstration-field",
    "semiconductor-fab-cluster",
    "research-institute",
    "ai-innovation-base",
    "industrial-park",
    "compute-centre",
    "talent-centre",
    "software-park",
    "startup-base",
    "quantum-lab",
    "robotics-centre",
    "digital-nomad-base",
    "photonics",
)
"""The categories of the listed AI sites, most frequent first; their words are in ``data.vocabulary``."""

_BASES = "設計容量、IT負載或分期，依來源所載", "design, IT load or phase, as published"
_OVERLAPS = (
    "整體容量所含之部分不重複計入，狀態與整體不同之部分由整體扣除、另依其狀態計入",
    "what is part of a whole is not added again; a part of another status is taken off the whole and counted by "
    "its own",
)
_FEW_CAPACITIES = (
    "多數據點未公布容量；該狀態無已知容量之地區為不詳，不是零；人口占比指居住於有該狀態已知容量之縣市者",
    "most sites publish none: an area without a known capacity of that status is unknown, not zero; the known share "
    "is of people in counties with a known capacity of that status",
)


def _of_category(category: str) -> Indicator:
    kind = words(category)
    return Indicator(
        f"ai_{category.removeprefix('ai-').replace('-', '_')}", "ai",
        Name(f"營運中AI據點：{kind.zh}", f"AI sites in operation: {kind.en}"),
        Name(kind.zh, kind.en[0].upper() + kind.en[1:]), SITES, 0, 1, "",
        listed(
            f"營運中AI據點之{kind.zh}數（含試辦）",
            f"AI sites in operation of the category {kind.en}, pilots among them", LISTED_SITES,
        ),
        site_measures.SiteCount(Layer.AI, Status.OPERATING, category), layers=(Layer.AI,), total=True,
    )  # fmt: skip


ROWS: tuple[Indicator, ...] = (
    Indicator(
        "ai_operating", "ai", Name("營運中AI據點", "AI sites in operation"), Name("AI營運中", "AI operating"),
        SITES, 0, 1, "", listed(
            "營運中之AI據點數（含試辦）", "number of AI sites in operation, pilots among them", LISTED_SITES
        ),
        site_measures.SiteCount(Layer.AI, Status.OPERATING), layers=(Layer.AI,), total=True,
    ),
    Indicator(
        "ai_planned", "ai", Name("規劃或興建中AI據點", "AI sites planned or under construction"),
        Name("AI規劃中", "AI planned"), SITES, 0, 0, "",
        listed("規劃或興建中之AI據點數", "number of AI sites planned or under construction", LISTED_SITES),
        site_measures.SiteCount(Layer.AI, Status.PLANNED), layers=(Layer.AI,), total=True,
    ),
    Indicator(
        "ai_per_100k", "ai", Name("每十萬人營運中AI據點", "AI sites in operation per 100,000 people"),
        Name("AI/10萬人", "AI per 100k"), Name("處/10萬人", "per 100,000 people"), 2, 1, "",
        listed(
            "營運中AI據點數（含試辦）÷Σ人口（2026-08）×100000",
            "AI sites in operation, pilots among them ÷ Σ people (2026-08) × 100,000", LISTED_SITES,
        ),
        site_measures.SitesPerPeople(Layer.AI, Status.OPERATING, 100_000), ("population",), layers=(Layer.AI,),
    ),
    Indicator(
        "ai_total", "ai", Name("名單所列AI據點", "Listed AI sites"), Name("AI據點", "AI sites"), SITES, 0, 0, "",
        listed("名單所列AI據點數，不論狀態", "number of listed AI sites of any status", LISTED_SITES),
        site_measures.SiteCount(Layer.AI), layers=(Layer.AI,), total=True,
    ),
    Indicator(
        "ai_location_quotient", "ai", Name("AI據點區位商數", "Location quotient of AI sites"),
        Name("AI區位商數", "AI quotient"), Name("倍", "× nation"), 2, 1, "",
        listed(
            "營運中AI據點占全國之比÷人口（2026-08）占全國之比；1與全國相當，無人居住者無值",
            "share of the nation's AI sites in operation ÷ share of its people (2026-08); 1 is as the nation, and "
            "there is none where nobody lives", LISTED_SITES,
        ),
        site_measures.LocationQuotient(Layer.AI, Status.OPERATING), ("population",), layers=(Layer.AI,),
    ),
    Indicator(
        "compute_mw_operating", "ai",
        Name("營運中據點公布容量", "Published capacity of sites in operation"),
        Name("營運容量", "MW operating"), Name("MW", "MW"), 0, 1, "",
        listed(
            f"Σ營運中據點公布之容量（{_BASES[0]}）；{_OVERLAPS[0]}",
            f"Σ published capacity of sites in operation ({_BASES[1]}); {_OVERLAPS[1]}", _FEW_CAPACITIES,
        ),
        capacity.Capacity(Status.OPERATING), layers=(Layer.AI,), total=True,
    ),
    Indicator(
        "compute_mw_planned", "ai",
        Name("規劃或興建中公布容量", "Published capacity planned or under construction"),
        Name("規劃容量", "MW planned"), Name("MW", "MW"), 0, 0, "",
        listed(
            f"Σ規劃或興建中據點公布之容量（{_BASES[0]}），含營運中園區內尚未建成者；{_OVERLAPS[0]}",
            f"Σ published capacity of sites planned or under construction ({_BASES[1]}), also those on a campus in "
            f"operation; {_OVERLAPS[1]}", _FEW_CAPACITIES,
        ),
        capacity.Capacity(Status.PLANNED), layers=(Layer.AI,), total=True,
    ),
    *(_of_category(category) for category in CATEGORIES),
)  # fmt: skip
