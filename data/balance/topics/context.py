"""The ground of every comparison: people, their age, land."""

from __future__ import annotations

from data.balance import measures
from data.balance.indicator import Indicator
from data.balance.topics.words import PERCENT, PERSONS, POPULATION_PERIOD
from data.model import Name

ROWS: tuple[Indicator, ...] = (
    Indicator(
        "population", "context", Name("人口", "Population"), Name("人口", "Population"), PERSONS, 0, 0,
        POPULATION_PERIOD, Name("Σ戶籍登記人口數", "Σ registered population"),
        measures.total("population"), ("population",), total=True,
    ),
    Indicator(
        "population_65plus_share", "context", Name("65歲以上人口占比", "Share of people aged 65 and over"),
        Name("65歲以上", "65+"), PERCENT, 1, 0, "2024-12 / 2026-08",
        Name(
            "Σ65歲以上人口（2024-12）÷Σ人口（2026-08）×100；各取其最新月份",
            "Σ people aged 65 and over (2024-12) ÷ Σ population (2026-08) × 100; each of its latest month",
        ),
        measures.ratio("population_65plus", "population", 100), ("population_65plus", "population"),
    ),
    Indicator(
        "area", "context", Name("土地面積", "Land area"), Name("面積", "Area"), Name("km²", "km²"), 1, 0, "2013",
        Name("Σ土地面積", "Σ land area"), measures.total("area_km2"), ("area_km2",), total=True,
    ),
    Indicator(
        "density", "context", Name("人口密度", "Population density"), Name("密度", "Density"),
        Name("人/km²", "people/km²"), 0, 0, "2026-08 / 2013",
        Name("Σ人口（2026-08）÷Σ土地面積（2013）", "Σ population (2026-08) ÷ Σ land area (2013)"),
        measures.ratio("population", "area_km2"), ("population", "area_km2"),
    ),
    Indicator(
        "households", "context", Name("戶數", "Households"), Name("戶數", "Households"), Name("戶", "households"), 0, 0,
        "2025-10", Name("Σ戶籍登記戶數", "Σ registered households"),
        measures.total("households"), ("households",), total=True,
    ),
    Indicator(
        "household_size", "context", Name("戶量", "People per household"), Name("戶量", "Household size"),
        Name("人/戶", "people per household"), 2, 0, "2025-10",
        Name(
            "Σ人口（2025-10）÷Σ戶數（2025-10）；取兩者同月之數",
            "Σ population (2025-10) ÷ Σ households (2025-10), both of the same month",
        ),
        measures.same_month("population", "households"), ("households",),
    ),
)  # fmt: skip
