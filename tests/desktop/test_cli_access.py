"""``lifecircles access`` as a user types it."""

from __future__ import annotations

import argparse
import csv
import io
import json

import pytest

from data import dataset
from data.balance.groups import groups
from data.balance.indicators import INDICATORS
from data.errors import UserError
from data.model import Layer
from data.project import Project
from data.scenario import AddSite, Scenario
from data.scenario_file import write_scenario
from desktop import cli_access

CIRCLES = ["capital", "silicon", "precision", "south", "east", "islands"]


def run(*arguments: str) -> int:
    """Run the command; UserError comes through, for the caller to see its sentence."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    cli_access.add_parser(parser.add_subparsers())
    parsed = parser.parse_args(["access", *arguments])
    return parsed.run(parsed)


def rows(capsys, *arguments: str) -> list[dict[str, str]]:
    assert run(*arguments) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def content(capsys, *arguments: str) -> dict:
    assert run(*arguments, "--format", "json") == 0
    return json.loads(capsys.readouterr().out)


def test_circles_and_the_nation_with_the_bands_asked_for(capsys) -> None:
    table = rows(capsys, "--layer", "telemedicine", "--bands", "20,5, 20")
    assert [row["id"] for row in table] == [*CIRCLES, "nation"]
    assert [name for name in table[0] if name.startswith("within")] == ["within_5km", "within_20km"]
    for row in table:
        assert float(row["within_5km"]) <= float(row["within_20km"])
        assert 0 <= float(row["known_share"]) <= 1


@pytest.mark.parametrize("layer", ["telemedicine", "hospital"])
def test_numbers_are_those_of_the_indicators(capsys, layer: str) -> None:
    data = dataset.load()
    counties = groups(Project.start(data), "county")
    table = rows(capsys, "--layer", layer, "--by", "county")
    for title, name in (("nearest_km", f"{layer}_nearest_km"), ("within_10km", f"{layer}_within_10km")):
        expected = INDICATORS[name].compute(data, counties).values
        assert [float(row[title]) for row in table] == pytest.approx(expected, abs=1e-6)


def test_towns_name_their_point_and_their_crossing(capsys) -> None:
    table = {row["name_zh"]: row for row in rows(capsys, "--layer", "hospital", "--by", "town")}
    assert len(table) == 368
    lanyu, daan = table["臺東縣蘭嶼鄉"], table["臺北市大安區"]
    assert (lanyu["nearest_km"], lanyu["crossing"], lanyu["within_30km"]) == ("", "yes", "0")
    assert 60 < float(lanyu["crossing_km"]) < 100
    assert lanyu["nearest_site_name"]
    assert (daan["crossing"], daan["crossing_km"]) == ("no", "")
    assert daan["nearest_site"].startswith("hosp-")


def test_json_says_how_and_how_exactly(capsys) -> None:
    told = content(capsys, "--layer", "telemedicine", "--by", "nation")
    assert told["bands_km"] == [5, 10, 20, 30]
    assert 0 < told["approximate_points"] < told["points"]
    assert "straight line" in told["formula"]
    assert "incomplete" in told["note"]
    assert told["rows"][0]["crossing_people"] > 0


def test_beds_in_reach(capsys) -> None:
    told = content(capsys, "--layer", "hospital", "--method", "e2sfca", "--by", "town")
    table = {row["name_zh"]: row for row in told["rows"]}
    assert (table["臺東縣蘭嶼鄉"]["beds_per_100k"], table["臺東縣蘭嶼鄉"]["reaches_a_bed"]) == (0, "no")
    assert sum(row["beds_per_100k"] * row["people"] for row in told["rows"]) / 1e5 == pytest.approx(told["beds"])
    assert told["catchment_km"] == 30
    assert told["hospitals_of_unknown_beds"]
    circles = content(capsys, "--layer", "hospital", "--method", "e2sfca", "--catchment", "60")
    assert circles["nation"]["unreached_people"] < sum(
        row["people"] for row in told["rows"] if not row["beds_per_100k"]
    )


def test_scenario_stands_beside_the_baseline(capsys, tmp_path) -> None:
    data = dataset.load()
    town = next(town for town in data.towns if town.full_name("zh") == "連江縣東引鄉")
    file = tmp_path / "what-if.json"
    added = AddSite(Layer.TELEMEDICINE, "new", "新據點", town.code, town.lon, town.lat)
    write_scenario(Scenario("東引", (added,)), file)
    table = rows(capsys, "--layer", "telemedicine", "--bands", "5", "--by", "town", "--scenario", str(file))
    row = next(row for row in table if row["id"] == town.code)
    assert (row["within_5km"], row["within_5km_baseline"], row["within_5km_difference"]) == ("100", "0", "100")
    assert (row["nearest_km"], row["nearest_km_baseline"], row["crossing"]) == ("0", "", "no")
    others = [row for row in table if row["id"] != town.code]
    assert {row["within_5km_difference"] for row in others} == {"0"}


def test_file_is_written(tmp_path) -> None:
    file = tmp_path / "access.csv"
    assert run("--layer", "hospital", "--out", str(file)) == 0
    assert file.read_text(encoding="utf-8-sig").startswith("id,name_zh,name_en,people,nearest_km")


@pytest.mark.parametrize("bands", ["a", "", "5,,10", "-1,5", "0", "nan", "inf", "5;10", "1e9"])
def test_bad_bands_are_refused_in_a_sentence(bands: str) -> None:
    with pytest.raises(UserError, match=r"--bands: .* is not a number of kilometres") as raised:
        run("--layer", "telemedicine", f"--bands={bands}")
    assert raised.value.exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--layer", "telemedicine", "--method", "e2sfca"), "needs --layer hospital"),
        (("--layer", "hospital", "--method", "e2sfca", "--bands", "5"), "--bands belongs to --method nearest"),
        (("--layer", "hospital", "--catchment", "20"), "--catchment belongs to --method e2sfca"),
        (("--layer", "hospital", "--method", "e2sfca", "--catchment", "-3"), "--catchment: '-3' is not"),
        (("--layer", "hospital", "--definition", "1895"), "no definition 1895"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(arguments: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as raised:
        run(*arguments)
    assert raised.value.exit_code == 2


@pytest.mark.parametrize("arguments", [(), ("--layer", "ai"), ("--layer", "hospital", "--by", "village")])
def test_unknown_choices_end_with_2(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as leaving:
        run(*arguments)
    assert leaving.value.code == 2
