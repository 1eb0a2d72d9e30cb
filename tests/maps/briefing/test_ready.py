"""The ready briefing: ten scenes whose sentences hold for any data, because fields say the numbers."""

import re
from dataclasses import replace

import numpy as np
import pytest

from data.balance.evaluate import column
from data.balance.siting import solve
from data.model import Overlap
from data.project import Project
from data.scenario import AddSite
from data.scene import shown
from maps.briefing.ready import ROWS, SUGGESTED, ready_briefing
from maps.briefing.staging import Stager

NUMBER = re.compile(r"\d+")


@pytest.fixture(scope="module")
def scenes(project):
    return {language: ready_briefing(project, language) for language in ("zh", "en")}


def test_ten_scenes_in_three_sections_from_cover_to_sources(scenes):
    kinds = [scene.kind for scene in scenes["zh"]]
    assert (kinds[0], kinds[-1]) == ("title", "closing")
    assert kinds.count("section") == 3
    assert len(shown(scenes["zh"])) == 10
    assert len({scene.id for scene in scenes["zh"]}) == len(kinds)
    assert all(scene.seconds > 0 for scene in shown(scenes["zh"]))


def test_it_is_the_same_every_time(project, scenes):
    assert ready_briefing(replace(project, scenes=()), "zh") == scenes["zh"]
    ready_briefing.__globals__["_scenes"].cache_clear()
    assert ready_briefing(project, "zh") == scenes["zh"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("overlap", Overlap)
def test_nothing_is_missing_whatever_the_circles(data, atlas, scenes, language, overlap):
    for definition in data.definitions:
        stager = Stager(Project(data, definition, overlap), atlas)
        for scene in scenes[language]:
            staged = stager.stage(scene, language)
            assert staged.missing == (), (definition, scene.id)
            texts = (staged.title, staged.message, staged.notes)
            assert "{" not in "".join(texts)
            assert staged.title
            if scene.kind != "section":
                assert all(texts)
                assert not any("no data" in text or "無資料" in text for text in (staged.title, staged.message))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_no_number_of_the_data_is_written_by_hand(row):
    """What is left are thresholds and names: 10 and 30 km, 4G and 5G, 0 and 1 of a Gini, 90 % of the draws."""
    for name in (row.title, row.message):
        for text in (name.zh, name.en):
            plain = re.sub(r"\{[^{}]*\}", "", text)
            plain = plain.replace("100,000 people", "").replace("每十萬人", "")
            assert set(NUMBER.findall(plain)) <= {"10", "30", "4", "5", "0", "1", "90"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_both_languages_are_written_and_ask_for_the_same(row):
    for name in (row.title, row.message, row.notes):
        assert bool(name.zh) == bool(name.en)
        fields = [
            {one.split(":")[0].split(".")[0].strip("{}") for one in re.findall(r"\{[^{}]*\}", text)}
            for text in (name.zh, name.en)
        ]
        assert fields[0] == fields[1]


@pytest.mark.parametrize("overlap", Overlap)
def test_the_speeds_in_a_title_are_those_of_the_circles_as_they_are_shown(data, atlas, scenes, overlap):
    project = Project(data, "2026-01", overlap)
    (scene,) = [scene for scene in scenes["en"] if scene.id == "broadband"]
    said = Stager(project, atlas).stage(scene, "en").title
    ends = [end for by in ("circle", "town") for end in np.nanquantile(column(project, "speed_4g", by).values, (0, 1))]
    assert [float(number) for number in re.findall(r"\d+\.\d", said)] == [round(end, 1) for end in ends]


def test_whom_the_sea_cuts_off_is_not_said_to_live_far_away(data):
    """Beigan lies 8 km from a hospital, across the sea: it has none within 10 km, but does not live farther away."""
    (row,) = [row for row in ROWS if row.id == "reach"]
    assert "not across the sea" in row.message.en
    assert "隔海不計" in row.message.zh
    assert not {"more than", "beyond 10"} & set(re.findall("more than|beyond 10", row.title.en + row.message.en))


def test_the_five_points_are_the_proven_best(project, scenes):
    best = solve(project, SUGGESTED)
    assert best.optimal
    (scene,) = [scene for scene in scenes["zh"] if scene.id == "five-points"]
    added = [change for change in scene.scenario.changes if isinstance(change, AddSite)]
    assert [change.town_code for change in added] == list(best.towns)
    assert len(added) == len(scene.scenario.changes) == 5
    assert scene.view["side"] == "difference"


def test_the_scenario_of_the_user_changes_no_other_scene(supposed, project, atlas, scenes):
    for scene in scenes["en"]:
        mine, theirs = (Stager(one, atlas).stage(scene, "en") for one in (project, supposed))
        assert (mine.title, mine.message) == (theirs.title, theirs.message)
