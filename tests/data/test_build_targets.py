"""What the build refuses in the tables of targets."""

import pytest

from data.build import targets as build_targets
from data.build.context import Areas, Context
from data.build.faults import BuildError, Faults

SERIES = {
    "id": "t",
    "topic": "ai",
    "name_zh": "某",
    "name_en": "some",
    "unit": "count",
    "basis_zh": "全國",
    "basis_en": "nation",
    "level": "nation",
    "area": "",
    "direction": "1",
    "indicator": "",
}
POINT = {"target": "t", "figure_id": "pf-1", "factor": "", "bound": "", "disputed": "0", "note": ""}
FIGURE = {
    "id": "pf-1",
    "name_zh": "某",
    "kind": "target",
    "period": "2025",
    "value": "12.50",
    "unit": "count",
    "source_id": "src-a",
    "source_location": "line 1",
    "note": "at least",
}


def built(
    monkeypatch: pytest.MonkeyPatch, series: list[dict[str, str]], points: list[dict[str, str]], *policy: dict[str, str]
) -> tuple[Context, list[dict[str, str]]]:
    tables = {"targets.csv": series, "target_points.csv": points, "variables.csv": []}
    monkeypatch.setattr(build_targets, "table", tables.__getitem__)
    context = Context(None, Faults(), Areas(None, {}, {}, {}), frozenset())
    return context, build_targets.targets(context, [], list(policy))[1]


def refusal(context: Context) -> str:
    with pytest.raises(BuildError) as caught:
        context.faults.stop_if_any()
    return str(caught.value)


def test_a_point_takes_what_its_figure_says(monkeypatch: pytest.MonkeyPatch) -> None:
    context, (made,) = built(monkeypatch, [SERIES], [POINT], FIGURE)
    context.faults.stop_if_any()
    assert (made["value"], made["bound"], made["source_id"]) == ("12.5", ">=", "src-a")


def test_a_factor_converts_without_binary_rounding(monkeypatch: pytest.MonkeyPatch) -> None:
    figure = FIGURE | {"value": "65000", "unit": "TWD-100M"}
    context, (made,) = built(monkeypatch, [SERIES], [POINT | {"factor": "0.0001"}], figure)
    context.faults.stop_if_any()
    assert made["value"] == "6.5"


def test_a_note_that_only_sounds_like_a_bound_is_overruled(monkeypatch: pytest.MonkeyPatch) -> None:
    _, (made,) = built(monkeypatch, [SERIES], [POINT | {"bound": "="}], FIGURE)
    assert made["bound"] == ""


@pytest.mark.parametrize(
    ("series", "points", "reason"),
    [
        (SERIES, [POINT | {"figure_id": "pf-2"}], "t, pf-2: no such series or figure"),
        (SERIES, [], "the target pf-1 某 is in no series"),
        (SERIES, [POINT, POINT], "pf-1 stands in 2 lines"),
        (SERIES | {"unit": "percent"}, [POINT], "count is not percent, and no factor is given"),
        (SERIES, [POINT | {"target": ""}], "pf-1 is left out without a reason"),
        (SERIES, [POINT | {"target": "", "note": "a date"}], "t: has no points"),
        (SERIES | {"topic": "weather"}, [POINT], "topic 'weather'"),
        (SERIES | {"level": "moon"}, [POINT], "level 'moon'"),
        (SERIES | {"direction": "up"}, [POINT], "direction 'up'"),
        (SERIES | {"basis_zh": ""}, [POINT], "basis_zh is missing"),
        (SERIES, [POINT | {"disputed": "yes"}], "disputed 'yes'"),
    ],
)
def test_what_is_refused(
    monkeypatch: pytest.MonkeyPatch, series: dict[str, str], points: list[dict[str, str]], reason: str
) -> None:
    context, _ = built(monkeypatch, [series], points, FIGURE)
    assert reason in refusal(context)
