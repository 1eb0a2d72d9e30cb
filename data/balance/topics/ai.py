"""AI industry sites: how many, for how many people."""

from __future__ import annotations

from data.balance import site_measures
from data.balance.indicator import Indicator
from data.balance.topics.words import LISTED_SITES, SITES, listed
from data.model import Layer, Name, Status

ROWS: tuple[Indicator, ...] = (
    Indicator(
        "ai_operating", "ai", Name("營運中AI據點", "AI sites in operation"), Name("AI營運中", "AI operating"),
        SITES, 0, 1, "", listed(
            "營運中之AI據點數（含試辦）", "number of AI sites in operation, pilots among them", LISTED_SITES
        ),
        site_measures.SiteCount(Layer.AI, Status.OPERATING), layers=(Layer.AI,),
    ),
    Indicator(
        "ai_planned", "ai", Name("規劃或興建中AI據點", "AI sites planned or under construction"),
        Name("AI規劃中", "AI planned"), SITES, 0, 0, "",
        listed("規劃或興建中之AI據點數", "number of AI sites planned or under construction", LISTED_SITES),
        site_measures.SiteCount(Layer.AI, Status.PLANNED), layers=(Layer.AI,),
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
)  # fmt: skip
