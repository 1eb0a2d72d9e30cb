"""Files of briefings: what is written is read again, what is wrong is said, what is gone is no fault of the file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import briefing_file, dataset, scene_record
from data.briefing_file import MOST_SCENES, read_briefing, write_briefing
from data.errors import InputError, TargetError, UserError
from data.index_spec import AGGREGATE, DEFAULT_INDEX, NORMALISE, IndexPart, IndexSpec
from data.model import AreaLevel, Layer, Name, Overlap
from data.scenario import AddSite, MoveSite, RemoveSite, Scenario, SetCoverage, UpgradeSite
from data.scene import INK_TOOLS, PANEL_IDS, SCENE_KINDS, TRANSITIONS, Ink, Scene

DATA = dataset.load()

texts = st.text(max_size=40).filter(lambda text: len(text.splitlines()) < 30)
words = st.text(min_size=1, max_size=20)
metres = st.floats(-1e6, 3e6)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | st.floats(-1e6, 1e6) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
changes = (
    st.builds(RemoveSite, words)
    | st.builds(MoveSite, words, st.floats(118, 123), st.floats(21, 26), st.sampled_from(list(DATA.town_index)))
    | st.builds(UpgradeSite, words, st.none(), st.floats(0, 500))
    | st.builds(SetCoverage, words, st.just(AreaLevel.RURAL), st.just(""), st.floats(0, 100))
    | st.builds(AddSite, st.just(Layer.AI), words.filter(str.strip), texts, words, metres, metres, texts)
)


@st.composite
def extents(draw):
    left, bottom = draw(metres), draw(metres)
    return left, bottom, left + draw(st.floats(1, 1e5)), bottom + draw(st.floats(1, 1e5))


names = st.builds(Name, texts, texts)
inks = st.builds(
    Ink,
    st.sampled_from(INK_TOOLS),
    st.integers(0, 0xFFFFFF).map("#{:06X}".format),
    st.lists(st.tuples(metres, metres), max_size=4).map(tuple),
)
indices = st.builds(
    IndexSpec,
    st.lists(
        st.builds(IndexPart, words, st.sampled_from([-1, 1]), st.floats(0.1, 9)),
        min_size=1,
        max_size=3,
        unique_by=lambda part: part.indicator,
    ).map(tuple),
    st.sampled_from(NORMALISE),
    st.sampled_from(AGGREGATE),
)
scenes = st.builds(
    Scene,
    st.text(min_size=1, max_size=20).filter(str.strip),
    st.sampled_from(SCENE_KINDS),
    names,
    names,
    names,
    st.dictionaries(words, plain, max_size=4),
    st.none() | extents(),
    st.sampled_from(PANEL_IDS),
    st.none() | words,
    st.none() | st.sampled_from(Overlap),
    st.none() | st.builds(Scenario, texts, st.lists(changes, max_size=3).map(tuple)),
    st.none() | st.just(DEFAULT_INDEX) | indices,
    st.sampled_from(TRANSITIONS),
    st.floats(0, 3600),
    st.booleans(),
    st.lists(inks, max_size=2).map(tuple),
)


@given(found=st.lists(scenes, max_size=4, unique_by=lambda scene: scene.id).map(tuple))
@settings(max_examples=80, deadline=None)
def test_what_is_written_is_read_again_exactly(found, tmp_path_factory):
    path = tmp_path_factory.mktemp("briefing") / "甲.json"
    write_briefing(found, path)
    assert read_briefing(path, DATA) == found


def document(*listed, **others):
    return json.dumps({"format": "lifecircles-briefing", "version": 1, "scenes": list(listed), **others})


@pytest.fixture
def read(tmp_path):
    def one(text):
        path = tmp_path / "s.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_briefing(path, DATA)

    return one


class TestWhatPeopleWrite:
    def test_a_scene_needs_nothing(self, read):
        assert read(document({}, {"id": "scene-1"}, {})) == (Scene("scene-2"), Scene("scene-1"), Scene("scene-3"))

    def test_a_text_without_a_language(self, read):
        (scene,) = read(document({"title": "六個生活圈", "message": {"en": "Only English"}}))
        assert scene.title == Name("六個生活圈")
        assert scene.message == Name("", "Only English")

    def test_one_scene_stands_on_one_line(self, tmp_path):
        write_briefing((Scene("a", title=Name("標題")), Scene("b")), tmp_path / "s.json")
        lines = (tmp_path / "s.json").read_text("utf-8").splitlines()
        assert sum('"kind"' in line for line in lines) == 2
        assert any("標題" in line for line in lines)

    def test_the_example_of_the_documentation(self, read):
        documentation = Path(__file__).parents[2] / "docs" / "presentation.md"
        example = re.search(r"```json\n(.*?)```", documentation.read_text("utf-8"), re.DOTALL)
        assert [scene.kind for scene in read(example.group(1))] == ["title", "map"]

    def test_a_township_of_a_scenario_by_its_name(self, read):
        change = {"change": "add", "layer": "telemedicine", "town": "台東縣海端鄉"}
        (scene,) = read(document({"scenario": {"changes": [change]}}))
        assert scene.scenario.changes[0].town_code == "10014120"


class TestWhatIsGoneIsKept:
    @pytest.mark.parametrize(
        "change",
        [
            {"change": "remove", "site": "gone"},
            {"change": "add", "layer": "ai", "town": "99999999", "lon": 121.0, "lat": 24.0},
            {"change": "add", "layer": "ai", "town": "10014120", "category": "gone"},
            {"change": "coverage", "series": "gone", "level": "county", "area": "gone", "value": 9},
        ],
    )
    def test_in_a_scenario(self, read, change):
        (scene,) = read(document({"scenario": {"changes": [change]}}))
        assert len(scene.scenario.changes) == 1

    def test_a_definition_an_indicator_and_a_view_of_another_version(self, read):
        index = {"parts": [{"indicator": "gone", "direction": 1, "weight": 1}]}
        (scene,) = read(document({"definition": "2031-01", "index": index, "view": {"hologram": [1, {"a": None}]}}))
        assert (scene.definition, scene.index.parts[0].indicator) == ("2031-01", "gone")
        assert scene.view == {"hologram": [1, {"a": None}]}


ADD = {"change": "add", "layer": "ai", "town": "nowhere"}
LINE = {"tool": "pen", "colour": "#FF0000", "points": [[1, 2]]}
INDEX = {"parts": [{"indicator": "a", "direction": 1, "weight": 1}]}
DEEP = {"a": {"a": {"a": {"a": {"a": 1}}}}}


@pytest.mark.parametrize(
    ("scene", "said"),
    [
        (7, "braces"),
        ({"sound": "x"}, "no entry sound"),
        ({"id": " "}, "id"),
        ({"id": "x" * 101}, "id"),
        ({"id": 3}, "The entry id is not a text"),
        ({"kind": "film"}, "film is not a valid kind"),
        ({"kind": []}, "kind"),
        ({"title": 3}, "title"),
        ({"title": {"fr": "x"}}, "no entry fr"),
        ({"title": "\ud800"}, "title"),
        ({"notes": "x" * 3001}, "notes is too long"),
        ({"message": {"en": "x\n" * 61}}, "message is too long"),
        ({"view": []}, "view"),
        ({"view": {"a": float("nan")}}, "view"),
        ({"view": {"a": 10**400}}, "view"),
        ({"view": {"a": [0] * 201}}, "view"),
        ({"view": DEEP}, "view"),
        ({"extent": [0, 0, 1]}, "extent"),
        ({"extent": [1, 0, 0, 1]}, "extent"),
        ({"extent": [0, 0, 1, 1e9]}, "extent"),
        ({"extent": [0, 0, True, 1]}, "extent"),
        ({"panel": "hologram"}, "panel"),
        ({"definition": 3}, "definition"),
        ({"overlap": "none"}, "overlap"),
        ({"transition": "spin"}, "transition"),
        ({"seconds": -1}, "seconds"),
        ({"seconds": 1e6}, "seconds"),
        ({"seconds": "5"}, "seconds"),
        ({"hidden": 1}, "hidden"),
        ({"scenario": []}, "braces"),
        ({"scenario": {"changes": {}}}, "changes"),
        ({"scenario": {"changes": [ADD]}}, "Change 1 of the scenario: The entry lon is missing"),
        ({"scenario": {"name": 3}}, "name"),
        ({"index": {"parts": {}}}, "parts"),
        ({"index": {}}, "at least one indicator"),
        ({"index": {**INDEX, "normalise": "x"}}, "normalise"),
        ({"index": {"parts": [{**INDEX["parts"][0], "direction": 2}]}}, "direction"),
        ({"index": {"parts": [{**INDEX["parts"][0], "weight": -1}]}}, "weight"),
        ({"index": {"parts": INDEX["parts"] * 2}}, "twice"),
        ({"ink": {}}, "ink"),
        ({"ink": [{**LINE, "tool": "brush"}]}, "brush"),
        ({"ink": [{**LINE, "colour": "red"}]}, "#RRGGBB"),
        ({"ink": [{**LINE, "points": [[1]]}]}, "point"),
        ({"ink": [{**LINE, "points": [[1, float("inf")]]}]}, "point"),
        ({"ink": [{**LINE, "points": None}]}, "point"),
        ({"ink": [LINE] * 501}, "500 lines"),
    ],
)
def test_a_faulty_scene_is_refused_with_its_number(read, scene, said):
    with pytest.raises(InputError) as fault:
        read(document({}, scene))
    assert str(fault.value).startswith("s.json, scene 2: ")
    assert said in str(fault.value)


class TestFiles:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (b"\xff", "UTF-8"),
            ("{", "line 1"),
            ("[]", "not a file of a briefing"),
            ("[" * 100_000, "not a file of a briefing"),
            ('{"format": "lifecircles-scenario", "version": 1, "changes": []}', "not a file of a briefing"),
            (document(version=2), "newer version"),
            (document(version="1"), "version"),
            (document(sound=1), "unknown entry sound"),
            ('{"format": "lifecircles-briefing", "version": 1}', "no list of scenes"),
            (document({"id": "a"}, {"id": "a"}), "scene 2: Another scene has the id a"),
            ('{"scenes": [], "scenes": []}', "twice"),
            (document(*[{}] * (MOST_SCENES + 1)), "more than 500"),
        ],
    )
    def test_what_is_no_briefing(self, read, text, said):
        with pytest.raises(InputError, match=r"^s\.json") as fault:
            read(text)
        assert said in str(fault.value)

    def test_a_file_that_is_too_large_is_not_read(self, read, monkeypatch):
        monkeypatch.setattr(briefing_file, "LARGEST", 50)
        with pytest.raises(InputError, match="too large"):
            read(document())

    def test_more_points_than_a_hand_draws(self, read, monkeypatch):
        monkeypatch.setattr(scene_record, "MOST_POINTS", 3)
        assert read(document({"ink": [{**LINE, "points": [[1, 2]] * 3}]}))
        with pytest.raises(InputError, match="points"):
            read(document({"ink": [LINE] * 4}))

    def test_a_missing_file_and_a_folder(self, tmp_path):
        with pytest.raises(UserError, match=r"missing\.json cannot be read"):
            read_briefing(tmp_path / "missing.json", DATA)
        with pytest.raises(TargetError):
            write_briefing((), tmp_path)

    def test_a_failed_save_leaves_what_was_there(self, tmp_path):
        path = tmp_path / "s.json"
        write_briefing((Scene("a"),), path)
        with pytest.raises(UnicodeEncodeError):
            write_briefing((Scene("\ud800"),), path)
        assert read_briefing(path, DATA) == (Scene("a"),)
        assert [one.name for one in tmp_path.iterdir()] == ["s.json"]
