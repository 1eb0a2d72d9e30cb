"""Series of plates: what they are, how their files are named, and that each file is whole."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from data.errors import InputError, UnknownNameError
from data.model import Place
from data.scenario import Scenario
from maps.display import Cancelled
from maps.export.file_names import LONGEST, check_pattern, file_name, named_by
from maps.export.series import Series, plates_of, write_series
from maps.page import page_size
from maps.plate import Plate
from maps.sheet_spec import SheetSpec
from maps.view import READY_VIEWS


@pytest.fixture(scope="module")
def base(project, atlas):
    return Plate(project, READY_VIEWS["broadband"], atlas, page_size("400x320"))


def test_a_plate_for_each_circle(base):
    plates = plates_of(base, Series("circle"))
    assert [plate.name for plate in plates] == list(base.project.definition.circles)
    assert [plate.view.focus for plate in plates] == [Place("circle", name) for name in base.project.definition.circles]
    assert len({plate.title for plate in plates}) == len(plates)


def test_a_plate_for_each_county_and_the_nation_first(base, data):
    plates = plates_of(base, Series("county", overview=True))
    assert len(plates) == 23
    assert plates[0].view.focus is None
    assert {plate.view.focus.id for plate in plates[1:]} == {county.code for county in data.counties}


def test_some_in_the_order_asked_for(base):
    assert [plate.name for plate in plates_of(base, Series("circle", ("east", "capital")))] == ["east", "capital"]


def test_a_plate_for_each_indicator(base):
    plates = plates_of(base, Series("indicator", ("speed_4g", "population")))
    assert [plate.view.choropleth for plate in plates] == ["speed_4g", "population"]
    assert all("choropleth" in plate.view.layers for plate in plates)


def test_a_scenario_beside_the_baseline_with_its_difference(base, supposed):
    plates = plates_of(replace(base, project=supposed), Series("scenario"))
    assert [plate.view.side for plate in plates] == ["baseline", "scenario", "difference"]
    other = replace(supposed.scenario, name="另一個")
    plates = plates_of(base, Series("scenario", scenarios=(supposed.scenario, other)))
    assert [plate.project.scenario.name for plate in plates[1:]] == ["東部三點"] * 2 + ["另一個"] * 2


@pytest.mark.parametrize(
    ("series", "error"),
    [
        (Series("circle", ("moon",)), UnknownNameError),
        (Series("county", ("99999",)), UnknownNameError),
        (Series("indicator", ("moon",)), UnknownNameError),
        (Series("indicator"), InputError),
        (Series("scenario"), InputError),
        (Series("scenario", scenarios=(Scenario(),)), InputError),
    ],
)
def test_a_series_of_nothing_or_the_unknown_is_a_sentence(base, series, error):
    with pytest.raises(error):
        plates_of(base, series)


def test_the_page_of_contents_lists_the_titles(base):
    contents, *plates = plates_of(base, Series("circle", contents=True))
    assert [words for words, _ in contents.lines] == [plate.title for plate in plates]
    assert [number for _, number in contents.lines] == ["2", "3", "4", "5", "6", "7"]
    texts = [item.text for item in contents.sheet.above if hasattr(item, "text")]
    assert all(plate.title in texts for plate in plates)


def test_the_sheets_say_which_page_they_are(base):
    plates = plates_of(base, Series("circle", ("east", "islands"), contents=True))
    feet = [[item.text for item in plate.sheet.above if getattr(item, "text", "").endswith("／3")] for plate in plates]
    assert feet == [["1／3"], ["2／3"], ["3／3"]]
    assert all(plate.foot == "" for plate in plates_of(base, Series("circle")))


def test_a_county_is_named_in_the_language_of_its_sheet(base):
    (plate,) = plates_of(base, Series("county", ("10015",)))
    assert plate.name == "10015-花蓮縣"


def test_a_title_of_ones_own_is_told_apart(base):
    named = replace(base, spec=SheetSpec(texts={"title": "均衡圖"}))
    titles = [plate.title for plate in plates_of(named, Series("circle"))]
    assert len(set(titles)) == 6
    assert all(title.endswith("均衡圖") for title in titles)


def test_one_file_each(base, tmp_path):
    plates = plates_of(base, Series("circle", ("east", "islands")))
    told = []
    files = write_series(
        plates, "png", tmp_path / "new" / "folder", together=False, told=lambda done, total: told.append((done, total))
    )
    assert [path.name for path in files] == ["broadband-east.png", "broadband-islands.png"]
    assert [QImage(str(path)).width() for path in files] == [400, 400]
    assert files[0].read_bytes() != files[1].read_bytes()
    assert told[0] == (0, 2)
    assert told[-1] == (2, 2)
    assert told == sorted(told)


def test_cancelling_keeps_what_was_finished_and_leaves_nothing_half_written(base, tmp_path):
    plates = plates_of(base, Series("circle", ("east", "islands", "south")))

    def told(done, _total):
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_series(plates, "png", tmp_path, together=False, told=told)
    assert [path.name for path in tmp_path.iterdir()] == ["broadband-east.png"]
    assert QImage(str(tmp_path / "broadband-east.png")).width() == 400


def test_a_format_of_one_sheet_takes_no_series(base, tmp_path):
    with pytest.raises(InputError, match="name a folder"):
        write_series(plates_of(base, Series("circle")), "png", tmp_path / "all.png", together=True)
    assert not list(tmp_path.iterdir())


class TestNames:
    @given(st.text())
    def test_every_text_becomes_a_name_that_every_system_takes(self, text):
        name = file_name(text)
        assert 0 < len(name) <= LONGEST + 1
        assert not set(name) & set('<>:"/\\|?*')
        assert name == name.strip(" .")
        assert min(map(ord, name)) >= 32
        assert Path(name).name == name
        assert name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("東部慢活城鄉", "東部慢活城鄉"),
            ("a/b\\c:d", "a-b-c-d"),
            ("con", "-con"),
            ("NUL.txt", "-NUL.txt"),
            ("..", "-"),
            ("../../etc", "-..-etc"),
            ("", "-"),
            ("x\ny", "x-y"),
        ],
    )
    def test_what_is_not_allowed_becomes_a_dash(self, text, name):
        assert file_name(text) == name

    @pytest.mark.parametrize("pattern", ["{moon}", "{name", "name}", "{}", "{0}", "{name!r}", "{name:>900000000}", " "])
    def test_a_wrong_pattern_lists_the_fields(self, pattern):
        with pytest.raises(InputError, match=r"\{number\}"):
            check_pattern(pattern)

    def test_two_sheets_of_one_name_are_refused(self, base, tmp_path):
        plates = plates_of(base, Series("circle"))
        with pytest.raises(InputError, match=r"add \{number\}"):
            named_by(plates, "{view}", tmp_path, ".png")
        names = [path.name for path in named_by(plates, "{view} {number}", tmp_path, ".png")]
        assert names[0] == "broadband 1.png"
        assert len(set(names)) == 6

    def test_every_field_can_be_named(self, base, tmp_path):
        (plate,) = plates_of(base, Series("circle", ("east",)))
        pattern = "{number} {view} {name} {title} {indicator} {level} {side} {language} {theme}"
        (path,) = named_by([plate], pattern, tmp_path, ".png")
        assert path.name.startswith("1 broadband east ")
        assert path.name.endswith("coverage_5g town baseline zh light.png")
