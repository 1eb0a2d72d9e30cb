"""Maps of the index, of any indicator, by other areas and of a scenario from the command line."""

import pytest
from PySide6.QtGui import QImage

from data.model import Layer
from data.scenario import AddSite, Scenario
from data.scenario_file import write_scenario
from desktop.cli import main
from tests.desktop.commands import refused

SMALL = ("--size", "640x400", "--lang", "en")


@pytest.fixture
def scenario(data, tmp_path):
    town = next(town for town in data.towns if town.name.zh == "海端鄉")
    added = AddSite(Layer.TELEMEDICINE, "new", "新據點", town.code, town.lon, town.lat)
    path = tmp_path / "scenario.json"
    write_scenario(Scenario("試", (added,)), path)
    return str(path)


def picture(tmp_path, name, *arguments):
    target = tmp_path / f"{name}.png"
    assert main(["export", *SMALL, *arguments, "--out", str(target)]) == 0
    image = QImage(str(target))
    assert (image.width(), image.height()) == (640, 400)
    return image


def test_views_indicators_and_levels_make_different_pictures(tmp_path, qapp):
    pictures = [
        picture(tmp_path, "index", "--view", "index"),
        picture(tmp_path, "county", "--view", "index", "--level", "county"),
        picture(tmp_path, "circle", "--view", "index", "--level", "circle"),
        picture(tmp_path, "people", "--view", "index", "--indicator", "population"),
        picture(tmp_path, "coloured", "--view", "ai", "--indicator", "index"),
        picture(tmp_path, "plain", "--view", "ai"),
    ]
    for number, one in enumerate(pictures):
        assert all(one != other for other in pictures[number + 1 :])


def test_a_scenario_has_its_sides(tmp_path, qapp, scenario):
    view = ("--view", "scenario", "--scenario", scenario)
    shown = picture(tmp_path, "default", *view)
    assert shown == picture(tmp_path, "scenario", *view, "--side", "scenario")
    assert shown != picture(tmp_path, "baseline", *view, "--side", "baseline")
    assert shown != picture(tmp_path, "difference", *view, "--side", "difference")


@pytest.mark.parametrize(
    ("arguments", "words", "ends"),
    [
        (["--indicator", "nonsense"], ["nonsense", "speed_4g", "index"], 2),
        (["--side", "difference"], ["difference", "--scenario"], 2),
        (["--level", "village"], ["village", "town"], 2),
        (["--scenario", "absent.json"], ["absent.json"], 1),
        (["--circle", ""], ["circle", "capital", "all"], 2),
        (["--indicator", ""], ["indicator", "speed_4g"], 2),
    ],
)
def test_what_cannot_be_is_a_sentence_and_nothing_is_written(tmp_path, capsys, arguments, words, ends):
    target = tmp_path / "x.png"
    try:
        code = main(["export", "--view", "index", *arguments, "--out", str(target)])
    except SystemExit as stop:
        code = stop.code
    assert code == ends
    told = capsys.readouterr().err
    assert all(word in told for word in words), told
    assert "Traceback" not in told
    assert not target.exists()


@pytest.mark.parametrize(
    ("name", "words"), [("", "--out needs the name of a file"), ("map.jpg", "map.jpg ends in .jpg")]
)
def test_a_file_that_cannot_be_a_picture(tmp_path, monkeypatch, capsys, name, words):
    monkeypatch.chdir(tmp_path)
    assert words in refused(capsys, "export", *SMALL, "--out", name)
    assert not list(tmp_path.iterdir())


def test_pictures_of_one_folder_do_not_overwrite_each_other(tmp_path, qapp):
    for more in ([], ["--level", "county"], ["--indicator", "population"], ["--circle", "east"]):
        assert main(["export", *SMALL, "--view", "index", *more, "--out", str(tmp_path)]) == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"index.png", "index-county.png", "index-population.png", "index-east.png"}


def test_a_series_goes_into_a_folder_by_pattern(tmp_path, qapp, capsys):
    folder = tmp_path / "atlas"
    asked = ("--per", "circle", "--overview", "--contents", "--pattern", "{number} {name}")
    assert main(["export", *SMALL, *asked, "--out", str(folder)]) == 0
    said = capsys.readouterr().out.splitlines()
    names = ["contents", "nation", "capital", "silicon", "precision", "south", "east", "islands"]
    assert said == [str(folder / f"{number} {name}.png") for number, name in enumerate(names, 1)]
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{n} {name}.png" for n, name in enumerate(names, 1)
    )


def test_a_series_by_indicator(tmp_path, qapp):
    asked = ("--per", "indicator", "--indicator", "speed_4g,population")
    assert main(["export", *SMALL, *asked, "--out", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"overview-speed_4g.png", "overview-population.png"}


def test_a_county_alone(tmp_path, qapp):
    assert main(["export", *SMALL, "--county", "花蓮縣", "--out", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"overview-10015-Hualien County.png"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--indicator", "speed_4g,population"], "--per indicator"),
        (["--per", "indicator"], "--indicator"),
        (["--per", "scenario"], "scenario"),
        (["--per", "circle", "--out", "all.png"], "name a folder"),
        (["--per", "circle", "--pattern", "{view}"], "same name"),
        (["--per", "circle", "--pattern", "{moon}"], "moon"),
        (["--format", "png", "--out", "x.pdf"], "x.pdf ends in .pdf"),
        (["--scenario", "a.json", "--scenario", "b.json"], "--per scenario"),
    ],
)
def test_a_series_that_cannot_be_is_a_sentence(tmp_path, monkeypatch, capsys, qapp, arguments, words):
    monkeypatch.chdir(tmp_path)
    assert words in refused(capsys, "export", *SMALL, *arguments)
    assert not list(tmp_path.iterdir())
