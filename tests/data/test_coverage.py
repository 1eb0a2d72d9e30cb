import dataclasses

import numpy as np
import pytest

from data.balance.groups import groups
from data.balance.measures import coverage_mean
from data.coverage import coverage
from data.dataset import DataSet
from data.model import AreaLevel, CoverageSeries, Figure, Name
from data.project import Project


def with_figures(data: DataSet, *rows: tuple[AreaLevel, str, float], series: str = "drawn") -> DataSet:
    """The real towns with one series of made-up figures beside the town figures."""
    figures = tuple(
        Figure(f"f{number}", "v", level, area, "2025", "actual", value, "", series, "s", "", "")
        for number, (level, area, value) in enumerate(rows)
    )
    kept = tuple(figure for figure in data.figures if figure.level is AreaLevel.TOWN)
    return dataclasses.replace(
        data, figures=kept + figures, series={"drawn": CoverageSeries("drawn", "v", Name("測"), "2025", Name(""))}
    )


class TestHandWorked:
    def test_the_nearest_level_wins(self, data: DataSet) -> None:
        drawn = with_figures(
            data,
            (AreaLevel.TOWN, "10014010", 61),
            (AreaLevel.COUNTY, "10014", 52),
            (AreaLevel.RURAL, "", 43),
            (AreaLevel.NON_RURAL, "", 34),
            (AreaLevel.NATION, "", 25),
        )
        found = coverage(drawn, "drawn")
        for town, value, level, figure in zip(drawn.towns, found.values, found.levels, found.figures, strict=True):
            expected = (
                (61, AreaLevel.TOWN)
                if town.code == "10014010"
                else (52, AreaLevel.COUNTY)
                if town.county.code == "10014"
                else (43, AreaLevel.RURAL)
                if town.rural
                else (34, AreaLevel.NON_RURAL)
            )
            assert (value, level) == expected
            assert figure is not None
            assert (figure.value, figure.level) == expected

    def test_the_nation_stands_in_where_a_class_has_none(self, data: DataSet) -> None:
        drawn = with_figures(data, (AreaLevel.RURAL, "", 43), (AreaLevel.NATION, "", 25))
        found = coverage(drawn, "drawn")
        assert {value for value, town in zip(found.values, drawn.towns, strict=True) if town.rural} == {43}
        assert {value for value, town in zip(found.values, drawn.towns, strict=True) if not town.rural} == {25}

    def test_without_any_level_it_is_unknown(self, data: DataSet) -> None:
        found = coverage(with_figures(data, (AreaLevel.COUNTY, "10014", 52)), "drawn")
        taitung = np.array([town.county.code == "10014" for town in data.towns])
        assert np.isnan(found.values[~taitung]).all()
        assert {level for level, inside in zip(found.levels, taitung, strict=True) if not inside} == {None}

    def test_figures_of_another_series_are_never_used(self, data: DataSet) -> None:
        drawn = with_figures(data, (AreaLevel.NATION, "", 25), series="")
        assert np.isnan(coverage(drawn, "drawn").values).all()

    def test_mean_and_level_words_of_groups(self, data: DataSet) -> None:
        drawn = with_figures(
            data, (AreaLevel.TOWN, "09007010", 90), (AreaLevel.COUNTY, "09020", 60), (AreaLevel.RURAL, "", 40)
        )
        project = Project.start(drawn)
        population = data.town_values("population")
        compute = coverage_mean("drawn")

        towns = compute(drawn, groups(project, "town"))
        assert towns.levels[data.town_index["09007010"]] == ""
        assert towns.levels[data.town_index["09020010"]] == "county"
        assert towns.levels[data.town_index["09007020"]] == "rural/non-rural"
        assert towns.levels[data.town_index["63000010"]] == ""
        assert np.isnan(towns.values[data.town_index["63000010"]])

        counties = dict(zip(groups(project, "county").ids, range(22), strict=True))
        by_county = compute(drawn, groups(project, "county"))
        assert by_county.levels[counties["09020"]] == ""
        assert by_county.values[counties["09020"]] == pytest.approx(60)
        lienchiang = [row for row, town in enumerate(data.towns) if town.county.code == "09007"]
        expected = sum(population[row] * (90 if data.towns[row].code == "09007010" else 40) for row in lienchiang)
        assert by_county.values[counties["09007"]] == pytest.approx(expected / population[lienchiang].sum())
        assert by_county.levels[counties["09007"]] == "rural/non-rural"

        circles = compute(drawn, groups(project, "circle"))
        assert circles.levels[5] == "county+rural/non-rural"
        rural = np.array([town.rural for town in data.towns])
        capital = groups(project, "circle").weights[0]
        assert circles.values[0] == pytest.approx(40)
        assert circles.known[0] == pytest.approx((capital * rural) @ population / (capital @ population))

    def test_a_national_figure_is_the_nations_own(self, data: DataSet) -> None:
        drawn = with_figures(data, (AreaLevel.NATION, "", 25))
        project = Project.start(drawn)
        assert coverage_mean("drawn")(drawn, groups(project, "nation")).levels == ("",)
        assert set(coverage_mean("drawn")(drawn, groups(project, "circle")).levels) == {"nation"}


class TestRealSeries:
    def test_5g_falls_back_on_county_then_class(self, data: DataSet) -> None:
        found = coverage(data, "coverage_5g")
        for town, value, level in zip(data.towns, found.values, found.levels, strict=True):
            if town.county.name.zh == "金門縣":
                assert (value, level) == (99, AreaLevel.COUNTY)
            elif town.rural:
                assert (value, level) == (81.5, AreaLevel.RURAL)
            else:
                assert (value, level) == (98.01, AreaLevel.NON_RURAL)

    def test_2gbps_is_known_outside_rural_towns_only(self, data: DataSet) -> None:
        found = coverage(data, "coverage_2gbps")
        rural = np.array([town.rural for town in data.towns])
        assert np.isnan(found.values[rural]).all()
        assert set(found.values[~rural]) == {92.27}

    @pytest.mark.parametrize("series", ["coverage_1gbps", "coverage_100mbps"])
    def test_rural_series_say_nothing_of_other_towns(self, data: DataSet, series: str) -> None:
        known = ~np.isnan(coverage(data, series).values)
        assert [town.rural for town in data.towns] == list(known)

    def test_the_doubtful_taitung_figure_is_kept_but_not_used(self, data: DataSet) -> None:
        figures = data.figures_of(AreaLevel.COUNTY, "10014")
        doubtful = [figure for figure in figures if figure.value == 39.28]
        assert [figure.series for figure in doubtful] == [""]
        assert 39.28 not in coverage(data, "coverage_5g").values
