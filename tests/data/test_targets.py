"""Targets beside what was reached: on the real series, and on small ones worked by hand."""

from dataclasses import replace

import pytest

from data.balance.indicators import INDICATORS
from data.dataset import DataSet
from data.model import Name
from data.targets import (
    LEVELS,
    TOPICS,
    TargetPoint,
    TargetSeries,
    disagreements,
    gap,
    latest_actual,
    next_target,
    period_end,
    progress,
    reached,
    target_of,
)
from data.vocabulary import has_unit


@pytest.fixture(scope="module")
def series(data: DataSet) -> dict[str, TargetSeries]:
    return {one.id: one for one in data.targets}


def point(kind: str, period: str, value: float, bound: str = "", disputed: bool = False) -> TargetPoint:
    return TargetPoint(kind, period, value, bound, disputed, "src", "", "", f"{kind}.{period}.{value}")


def made(*points: TargetPoint, direction: int = 1) -> TargetSeries:
    return TargetSeries(
        "x", "ai", Name("某"), "percent", Name("全國", "nation"), "nation", "", 1 if direction == 1 else -1, "", points
    )


class TestRealSeries:
    def test_every_target_of_the_documents_is_in_one_series_or_left_out_with_a_reason(self, data: DataSet) -> None:
        targets = {figure.id for figure in data.policy_figures if figure.kind == "target"}
        shown = [point.figure_id for one in data.targets for point in one.points]
        assert len(shown) == len(set(shown))
        assert targets - set(shown) == {"pf-0696", "pf-0709", "pf-0712", "pf-0713", "pf-0805"}

    def test_points_say_what_their_figures_say(self, data: DataSet) -> None:
        figures = {figure.id: figure for figure in (*data.figures, *data.policy_figures)}
        for one in data.targets:
            for shown in one.points:
                figure = figures[shown.figure_id]
                assert (shown.kind, shown.period) == (figure.kind, figure.period)
                assert (shown.source_id, shown.location) == (figure.source_id, figure.source_location)
                scale = 10_000 if one.unit.startswith("TWD-trillion") and figure.value > 100 else 1
                assert shown.value * scale == pytest.approx(figure.value), shown.figure_id

    def test_words_are_complete(self, data: DataSet) -> None:
        for one in data.targets:
            assert one.topic in TOPICS
            assert one.level in LEVELS
            assert has_unit(one.unit)
            assert all((one.name.zh, one.name.en, one.basis.zh, one.basis.en)), one.id

    def test_points_are_in_the_order_of_their_period(self, data: DataSet) -> None:
        for one in data.targets:
            ends = [period_end(shown.period) for shown in one.points]
            assert ends == sorted(ends), one.id

    def test_a_level_other_than_the_nations_is_never_mixed_in(self, data: DataSet) -> None:
        figures = {figure.id: figure for figure in data.policy_figures}
        for one in data.targets:
            levels = {figures[p.figure_id].level for p in one.points if p.figure_id in figures}
            assert len(levels) == 1, one.id
            assert one.level in levels | {"circle"}, one.id

    def test_broadband_against_its_targets(self, series: dict[str, TargetSeries]) -> None:
        five_g, fibre = series["mobile-5g-non-rural"], series["fixed-2gbps-non-rural"]
        assert gap(five_g) == pytest.approx(85 - 98.74)
        assert gap(fibre) == pytest.approx(90 - 92.27)
        assert reached(five_g)
        assert reached(fibre)
        stations = series["non-rural-5g-stations"]
        assert gap(stations) == 18_700 - 15_354
        assert reached(stations) is False

    def test_use_of_digital_services_from_its_baseline(self, series: dict[str, TargetSeries]) -> None:
        assert progress(series["digital-services-use"]) == pytest.approx((80.5 - 66) / (80 - 66))

    def test_estimates_are_not_reached_targets(self, series: dict[str, TargetSeries]) -> None:
        economy = series["digital-economy"]
        assert [p.value for p in economy.of_kind("target")] == [6.5, 6.5]
        assert latest_actual(economy) is None
        assert gap(economy) is None
        assert reached(economy) is None

    @pytest.mark.parametrize(
        ("target", "values"),
        [
            ("remote-specialist-clinics", {52, 135}),
            ("5g-remote-consultations", {1561, 1926}),
            ("mobile-5g-rural", {81.5, 74.9}),
            ("farm-iot-savings", {6411, 6174}),
            ("byod-schools", {159, 157}),
        ],
    )
    def test_sources_that_disagree_stand_side_by_side(
        self, series: dict[str, TargetSeries], target: str, values: set[float]
    ) -> None:
        (group,) = disagreements(series[target])
        assert {shown.value for shown in group} == values
        assert next_target(series[target]) is None

    def test_nothing_is_contradicted_unseen(self, data: DataSet) -> None:
        for one in data.targets:
            for group in disagreements(one):
                assert all(shown.disputed for shown in group), one.id

    def test_targets_of_indicators_hold_for_non_rural_areas_only(self, data: DataSet) -> None:
        found = {name: target_of(data, name) for name in INDICATORS}
        with_target = {name: one for name, one in found.items() if one is not None}
        assert set(with_target) == {"coverage_5g", "coverage_2gbps"}
        assert {one.level for one in with_target.values()} == {"non-rural"}
        assert {one.indicator for one in data.targets} == {"", *with_target}


class TestPeriods:
    @pytest.mark.parametrize(
        ("period", "end"),
        [
            ("2025", "2025-12"),
            ("2024-10", "2024-10"),
            ("2025-12-31", "2025-12"),
            ("2022-2024", "2024-12"),
            ("2024-", "2024-12"),
            ("2024-H1", "2024-06"),
            ("2024-H2", "2024-12"),
            ("2025Q2", "2025-06"),
            ("2024-01/2024-10", "2024-10"),
            ("2024-07 to 2027-02", "2027-02"),
            ("2018-06..2018-10", "2018-10"),
            ("", ""),
        ],
    )
    def test_end(self, period: str, end: str) -> None:
        assert period_end(period) == end


class TestByHand:
    def test_the_next_target_ends_with_or_after_the_latest_actual(self) -> None:
        one = made(point("actual", "2024-10", 7), point("target", "2024", 8), point("target", "2025", 9))
        assert next_target(one) == one.points[1]
        later = replace(one, points=(*one.points, point("actual", "2025-06", 8.5)))
        assert next_target(later) == one.points[2]
        past = replace(one, points=(*one.points, point("actual", "2026", 8.5)))
        assert next_target(past) == one.points[2]

    def test_without_an_actual_there_is_no_gap(self) -> None:
        one = made(point("target", "2028", 20), point("estimate", "2027", 30))
        assert next_target(one) == one.points[0]
        assert (gap(one), reached(one), progress(one)) == (None, None, None)

    def test_a_target_without_a_year_is_taken_last(self) -> None:
        one = made(point("target", "", 100), point("target", "2028", 20))
        assert next_target(one) == one.points[1]

    def test_less_is_better(self) -> None:
        one = made(point("actual", "2025", 2.57), point("target", "2025", 12, "<="), direction=-1)
        assert gap(one) == pytest.approx(9.43)
        assert reached(one)
        assert reached(replace(one, direction=1)) is False

    @pytest.mark.parametrize(
        ("bound", "target", "direction", "met"),
        [
            (">=", 90, 1, True),
            (">=", 99, 1, None),
            ("<=", 99, 1, False),
            ("<=", 90, 1, None),
            ("<=", 99, -1, True),
            ("<=", 90, -1, None),
            (">=", 90, -1, False),
            (">=", 99, -1, None),
        ],
    )
    def test_a_bound_proves_only_what_it_can(self, bound: str, target: float, direction: int, met: bool | None) -> None:
        one = made(point("actual", "2025", 98, bound), point("target", "2025", target), direction=direction)
        assert reached(one) is met

    def test_progress_is_from_the_latest_baseline(self) -> None:
        one = made(
            point("baseline", "2016", 0), point("baseline", "2020", 50), point("actual", "2024", 60),
            point("target", "2025", 70),
        )  # fmt: skip
        assert progress(one) == pytest.approx(0.5)
        flat = replace(one, points=(*one.points[:3], point("target", "2025", 50)))
        assert progress(flat) is None

    def test_same_kind_and_period_with_other_values_disagree(self) -> None:
        one = made(point("actual", "2024", 1), point("actual", "2024", 2), point("actual", "2025", 3))
        assert disagreements(one) == (one.points[:2],)
        agreed = made(point("target", "2025", 80), point("target", "2025", 80), point("actual", "2025", 79))
        assert disagreements(agreed) == ()
