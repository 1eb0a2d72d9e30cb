"""The composite index of a project: indicators of the areas, put together by its recipe (``data.index_spec``).

Areas are compared with areas of their own kind: the index of a county says where it stands among the counties. The
nation has none, for it has nobody to be compared with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from data.balance.composite import combine, scores
from data.balance.computed import computed
from data.balance.groups import By, Groups
from data.balance.indicator import Indicator
from data.balance.indicators import INDICATORS, indicators_of
from data.balance.measures import Column
from data.balance.sensitivity import DRAWS, SEED, Sensitivity, sensitivity
from data.dataset import DataSet
from data.errors import UnknownNameError
from data.index_spec import DEFAULT_INDEX, IndexSpec
from data.model import Name, Overlap
from data.project import Project

INDEX = "index"
"""Id of the composite index, usable wherever the id of an indicator is."""

Array = NDArray[np.float64]
IndexSide = Literal["baseline", "scenario"]

NORMALISE_NAMES: Mapping[str, Name] = MappingProxyType(
    {
        "minmax": Name("最小值—最大值標準化（0至100）", "min–max (0 to 100)"),
        "zscore": Name("標準分數（100＋10z）", "z-score (100 + 10 z)"),
        "rank": Name("排名（0至100）", "rank (0 to 100)"),
    }
)
AGGREGATE_NAMES: Mapping[str, Name] = MappingProxyType(
    {
        "arithmetic": Name("加權算術平均", "weighted arithmetic mean"),
        "geometric": Name("加權幾何平均", "weighted geometric mean"),
    }
)


@dataclass(frozen=True)
class IndexIndicator(Indicator):
    """The composite index as an indicator: it stands on all sources of its parts."""

    parts: tuple[Indicator, ...] = ()

    def sources(self, data: DataSet) -> tuple[str, ...]:
        return tuple(dict.fromkeys(source for part in self.parts for source in part.sources(data)))


def parts_of(spec: IndexSpec, data: DataSet | None = None) -> tuple[Indicator, ...]:
    """Return the indicators of a recipe in its order, of those of ``data`` or else of those shipped.

    Raises UnknownNameError listing the valid ids.
    """
    known = INDICATORS if data is None else indicators_of(data)
    for part in spec.parts:
        if part.indicator not in known:
            raise UnknownNameError(
                "There is no indicator {name}; the indicators are {valid}.",
                name=part.indicator,
                valid=", ".join(known),
            )
    return tuple(known[part.indicator] for part in spec.parts)


def supported_index(spec: IndexSpec, data: DataSet) -> IndexSpec:
    """Return a recipe without the indicators that ``data`` has not; the usual one where nothing of weight is left."""
    parts = tuple(part for part in spec.parts if part.indicator in indicators_of(data))
    if parts == spec.parts:
        return spec
    return replace(spec, parts=parts) if sum(part.weight for part in parts) > 0 else DEFAULT_INDEX


def index_indicator(spec: IndexSpec, data: DataSet | None = None) -> IndexIndicator:
    """Return the index of a recipe as an indicator, whose formula names parts, weights and methods."""
    return _index_indicator(spec, parts_of(spec, data))


@lru_cache(maxsize=8)
def _index_indicator(spec: IndexSpec, parts: tuple[Indicator, ...]) -> IndexIndicator:

    def compute(data: DataSet, areas: Groups) -> Column:
        raw = np.column_stack([part.compute(data, areas).values for part in parts])
        return _column(spec, raw, raw)

    return IndexIndicator(
        INDEX, "index", Name("綜合指數", "Composite index"), Name("綜合指數", "Index"), Name("分", "points"), 1, 1, "",
        Name(_formula(spec, parts, "zh"), _formula(spec, parts, "en")), compute, parts=parts,
    )  # fmt: skip


def _formula(spec: IndexSpec, parts: tuple[Indicator, ...], language: Literal["zh", "en"]) -> str:
    terms = " + ".join(
        f"{100 * share:.1f}% × {indicator.name.text(language)}{'' if part.direction > 0 else ' (−)'}"
        for part, indicator, share in zip(spec.parts, parts, spec.shares, strict=True)
    )
    normalise, aggregate = (
        names[method].text(language)
        for names, method in ((NORMALISE_NAMES, spec.normalise), (AGGREGATE_NAMES, spec.aggregate))
    )
    if language == "zh":
        return f"{terms}；{normalise}，{aggregate}；(−)表示愈低愈好；不詳之指標由其餘按權重分攤，不足半數權重者無指數"
    return (
        f"{terms}; {normalise}, {aggregate}; (−) less is better; the weight of an unknown indicator goes to the "
        "others, below half of the weights there is no index"
    )


def index_values(project: Project, by: By, side: IndexSide = "baseline") -> Array:
    """Return (n, k) the values of the k parts for all areas of one kind, NaN where unknown. Raises UnknownNameError."""
    looked_at = project.what_if if side == "scenario" else project
    return np.column_stack([computed(looked_at, part.id, by).values for part in parts_of(project.index, project.data)])


def index_column(project: Project, by: By, side: IndexSide = "baseline") -> Column:
    """Return the index of all areas of one kind; ``known`` is the share of the weights whose indicator is known.

    The scenario's values are normalised on the baseline's bounds, so that the difference is the scenario's doing alone.
    The nation has no index.
    """
    if by == "nation":
        parts_of(project.index, project.data)
        return Column(np.array([np.nan]), ("",), np.zeros(1), ("",))
    return _column(project.index, index_values(project, by, side), index_values(project, by))


def index_scores(project: Project, by: By, side: IndexSide = "baseline") -> Array:
    """Return (n, k) the normalised scores of the parts, higher is better."""
    spec = project.index
    directions = np.array([part.direction for part in spec.parts])
    return scores(index_values(project, by, side), directions, spec.normalise, index_values(project, by))


def index_sensitivity(
    project: Project, by: By, side: IndexSide = "baseline", draws: int = DRAWS, seed: int = SEED
) -> Sensitivity:
    """Return how far the ranks of the areas depend on weights and methods (see ``data.balance.sensitivity``)."""
    data = (project.what_if if side == "scenario" else project).data
    return _sensitivity(data, project.data, project.definition_id, project.overlap, project.index, by, draws, seed)


@lru_cache(maxsize=32)
def _sensitivity(
    data: DataSet,
    baseline: DataSet,
    definition_id: str,
    overlap: Overlap,
    spec: IndexSpec,
    by: By,
    draws: int,
    seed: int,
) -> Sensitivity:
    values, reference = (index_values(Project(one, definition_id, overlap, index=spec), by) for one in (data, baseline))
    directions = np.array([part.direction for part in spec.parts])
    return sensitivity(values, directions, np.array(spec.shares), draws=draws, seed=seed, reference=reference)


def _column(spec: IndexSpec, values: Array, reference: Array) -> Column:
    directions = np.array([part.direction for part in spec.parts])
    normalised = scores(values, directions, spec.normalise, reference)
    index, known = combine(normalised, np.array(spec.shares), spec.aggregate, spec.normalise)
    nothing = ("",) * len(index)
    return Column(index, nothing, known, nothing)
