"""Where the numbers of a policy target come from: what each document says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from data.balance.evaluate import Side
from data.balance.explanation import Chain, Explanation, sources_of
from data.balance.groups import NATION
from data.balance.indicators import INDICATORS
from data.balance.measures import POPULATION
from data.balance.trace import Input
from data.errors import UnknownNameError
from data.fact import decimals_of
from data.model import Name
from data.project import Project
from data.targets import LEVELS, disagreements, latest_actual
from data.vocabulary import unit

_PREFIX = "target"
_STATED = Name("文件所載之數，未經計算", "The number is as the documents give it; nothing is computed")
_DISPUTED = Name(
    "來源說法不一，並列於下；上列為最近一期", "The sources disagree; all stand below, the latest period above"
)
_POINTS: Mapping[str, Name] = MappingProxyType(
    {
        "actual": Name("實績", "actual"),
        "target": Name("目標", "target"),
        "baseline": Name("基期", "baseline"),
        "estimate": Name("推估", "estimate"),
    }
)


def target_id(series_id: str) -> str:
    """Return the id by which ``explain`` is asked, for the nation, where the numbers of a policy target come from."""
    return f"{_PREFIX}:{series_id}"


def explain_target(project: Project, series_id: str, side: Side = "baseline") -> Explanation:
    """Return what each document says of a policy target, the latest actual as the value. Raises UnknownNameError.

    A scenario changes no document: the side is only said.
    """
    series = next((one for one in project.data.targets if one.id == series_id), None)
    if series is None:
        raise UnknownNameError("There is no policy target {name}; lifecircles targets lists them.", name=series_id)
    actual, unit_name, level = latest_actual(series), unit(series.unit), LEVELS[series.level]
    value = None if actual is None else actual.value
    indicator = replace(
        INDICATORS[POPULATION], id=target_id(series_id), name=series.name, short=series.name, unit=unit_name,
        decimals=0 if value is None else decimals_of(value), period="" if actual is None else actual.period,
        formula=_STATED, variables=(), total=False,
    )  # fmt: skip
    inputs = tuple(
        Input(
            level, _POINTS[point.kind], point.value, unit_name, point.period, "", point.source_id, point.location,
            point.note, None, 1.0, "stated",
        )
        for point in series.points
    )  # fmt: skip
    note = series.basis
    if disagreements(series):
        note = Name(f"{note.zh}。{_DISPUTED.zh}", f"{note.text('en')}. {_DISPUTED.text('en')}")
    return Explanation(
        indicator, "nation", NATION, level, side, value, unit_name, _STATED, note, "", 1.0,
        "" if actual is None else actual.bound, inputs, sources_of(project, (one.source_id for one in inputs)),
    )  # fmt: skip


def _answer(project: Project, parts: tuple[str, ...], _area_id: str, side: Side) -> Explanation:
    return explain_target(project, parts[1], side)


CHAIN = Chain((_PREFIX,), target_id("ID"), "nation", (1, 1), _answer)
