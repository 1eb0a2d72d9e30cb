"""Scenario files: what is written is read again, what people write is understood, what is wrong is said."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import dataset
from data.errors import InputError, TargetError, UserError
from data.model import AreaLevel, Layer, Status
from data.scenario import (
    COVERAGE_LEVELS,
    EMERGENCY_BEDS,
    SITE_LAYERS,
    AddSite,
    MoveSite,
    RemoveSite,
    Scenario,
    SetCoverage,
    UpgradeSite,
)
from data.scenario_file import LARGEST, read_scenario, write_scenario

DATA = dataset.load()
HAIDUAN = DATA.towns[DATA.town_index["10014120"]]
SPOKE = next(site.id for site in DATA.sites_of(Layer.TELEMEDICINE) if site.category == "spoke")
HOSPITALS = [site.id for site in DATA.sites_of(Layer.HOSPITAL) if site.extra[EMERGENCY_BEDS]]
ROOT = Path(__file__).parents[2]

towns = st.sampled_from(DATA.towns)
sites = st.sampled_from([site.id for site in DATA.sites])
beds = st.none() | st.floats(0, 500)


@st.composite
def places(draw):
    """A place within a kilometre of a township's representative point."""
    town = draw(towns)
    return town.lon + draw(st.floats(-0.01, 0.01)), town.lat + draw(st.floats(-0.01, 0.01)), town.code


@st.composite
def added(draw):
    layer = draw(st.sampled_from(SITE_LAYERS))
    lon, lat, town = draw(places())
    site_id = "x" + draw(st.text(max_size=12))
    more = draw(beds) if layer is Layer.HOSPITAL else None
    category = draw(st.sampled_from(sorted({"", *(site.category for site in DATA.sites_of(layer))})))
    return AddSite(
        layer, site_id, draw(st.text(max_size=20)), town, lon, lat, category, draw(st.sampled_from(Status)), more
    )


@st.composite
def covered(draw):
    level = draw(st.sampled_from(COVERAGE_LEVELS))
    town = draw(towns)
    area = {AreaLevel.TOWN: town.code, AreaLevel.COUNTY: town.county.code}.get(level, "")
    return SetCoverage(draw(st.sampled_from(list(DATA.series))), level, area, draw(st.floats(0, 100)))


@st.composite
def scenarios(draw):
    moved = st.tuples(sites, places()).map(lambda one: MoveSite(one[0], *one[1]))
    upgraded = st.builds(UpgradeSite, sites, st.sampled_from(Status)) | st.builds(
        UpgradeSite, st.sampled_from(HOSPITALS), st.none(), st.floats(0, 500)
    )
    changed = draw(st.lists(added() | covered() | moved | upgraded, max_size=6))
    once = {change.id if isinstance(change, AddSite) else number: change for number, change in enumerate(changed)}
    removed = draw(st.sets(sites, max_size=2))
    others = [one for one in once.values() if getattr(one, "site_id", "") not in removed]
    return Scenario(draw(st.text(max_size=30)), (*others, *map(RemoveSite, sorted(removed))))


@given(scenario=scenarios())
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_again_exactly(scenario, tmp_path_factory):
    path = tmp_path_factory.mktemp("scenario") / "甲.json"
    write_scenario(scenario, path)
    assert read_scenario(path, DATA) == scenario


def test_whole_numbers_of_any_kind_are_written(tmp_path):
    path = tmp_path / "s.json"
    change = AddSite(Layer.HOSPITAL, "new-1", "", HAIDUAN.code, HAIDUAN.lon, HAIDUAN.lat, beds=12)
    write_scenario(Scenario("", (change, SetCoverage("coverage_5g", AreaLevel.RURAL, "", 90))), path)
    assert '"beds": 12}' in path.read_text("utf-8")
    assert read_scenario(path, DATA).changes == (change, SetCoverage("coverage_5g", AreaLevel.RURAL, "", 90.0))


def test_a_change_stands_on_one_readable_line(tmp_path):
    path = tmp_path / "s.json"
    lon, lat = HAIDUAN.lon, HAIDUAN.lat
    change = AddSite(Layer.TELEMEDICINE, "new-1", "海端鄉遠距門診", HAIDUAN.code, lon, lat)
    write_scenario(Scenario("海端設站", (change, SetCoverage("coverage_5g", AreaLevel.RURAL, "", 90.0))), path)
    lines = path.read_text("utf-8").splitlines()
    assert ' "name": "海端設站",' in lines
    assert sum('"change"' in line for line in lines) == 2
    assert any("海端鄉遠距門診" in line and f'"town": "{HAIDUAN.code}"' in line for line in lines)
    assert any('"value": 90}' in line for line in lines)
    json.loads(path.read_text("utf-8"))


def document(*changes, **others):
    return json.dumps({"format": "lifecircles-scenario", "version": 1, "changes": list(changes), **others})


def written(tmp_path, text, name="s.json"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


ADD = {"change": "add", "layer": "telemedicine", "town": "10014120"}


class TestWhatPeopleWrite:
    @pytest.mark.parametrize(
        "town", ["10014120", "臺東縣海端鄉", "台東縣海端鄉", "海端鄉", "海端", "Haiduan Township, Taitung County"]
    )
    def test_a_town_by_code_or_name_and_its_representative_point(self, town, tmp_path):
        scenario = read_scenario(written(tmp_path, document({**ADD, "town": town})), DATA)
        assert scenario.changes == (AddSite(Layer.TELEMEDICINE, "new-1", "", HAIDUAN.code, HAIDUAN.lon, HAIDUAN.lat),)

    def test_a_county_by_its_name(self, tmp_path):
        change = {"change": "coverage", "series": "coverage_5g", "level": "county", "area": "台東縣", "value": 9}
        scenario = read_scenario(written(tmp_path, document(change)), DATA)
        assert scenario.changes == (SetCoverage("coverage_5g", AreaLevel.COUNTY, "10014", 9.0),)

    def test_a_mark_at_the_beginning_as_windows_editors_write_it(self, tmp_path):
        path = written(tmp_path, b"\xef\xbb\xbf" + document(ADD).encode())
        assert len(read_scenario(path, DATA).changes) == 1

    def test_later_changes_may_name_an_added_site(self, tmp_path):
        changes = ({**ADD, "id": "mine"}, {"change": "upgrade", "site": "mine", "status": "planned"})
        assert len(read_scenario(written(tmp_path, document(*changes)), DATA).changes) == 2

    def test_the_example_of_the_documentation(self, tmp_path):
        text = re.search(r"```json\n(.*?)```", (ROOT / "docs" / "scenario.md").read_text("utf-8"), re.DOTALL)
        assert text is not None
        scenario = read_scenario(written(tmp_path, text.group(1)), DATA)
        assert [type(change) for change in scenario.changes] == [AddSite, SetCoverage]


MOVE = {"change": "move", "site": SPOKE, "town": "10014120"}
COVER = {"change": "coverage", "series": "coverage_5g", "level": "town", "area": "10014120", "value": 95}
WRONG = {
    "not JSON": ("{", "line 1, column 2"),
    "a list": ("[]", "not a scenario file"),
    "another format": ('{"format": "geojson"}', "not a scenario file"),
    "no version": ('{"format": "lifecircles-scenario", "changes": []}', "which version"),
    "a version that is no number": ('{"format": "lifecircles-scenario", "version": true, "changes": []}', "version"),
    "a newer version": (document(version=2), "newer version"),
    "no changes": ('{"format": "lifecircles-scenario", "version": 1}', "no list of changes"),
    "changes that are no list": (document().replace("[]", "{}"), "no list of changes"),
    "an unknown entry": (document(author="x"), "author"),
    "a name that is no text": (document(name=3), "name"),
    "an entry twice": ('{"format": "lifecircles-scenario", "format": "x"}', "format stands there twice"),
    "not UTF-8": (document(name="x").replace('"x"', '"\u6d77"').encode("big5"), "UTF-8"),
    "nested without end": ("[" * 100_000, "not"),
    "a number without end": (document().replace("1", "1" * 5000), "not a scenario file"),
    "too large": (" " * (LARGEST + 1), "too large"),
    "a change that is no object": (document("add"), "change 1"),
    "a change without kind": (document({}), "change is missing"),
    "an unknown kind": (document(ADD, {"change": "open"}), "change 2: There is no change open"),
    "a misspelt entry": (document({**ADD, "lng": 121}), "lng"),
    "an unknown layer": (document({**ADD, "layer": "school"}), "school"),
    "a layer that cannot be added to": (document({**ADD, "layer": "digital"}), "digital"),
    "an unknown town": (document({**ADD, "town": "海瑞鄉"}), "海瑞鄉"),
    "a town that several are called": (
        document({**ADD, "town": "信義區"}),
        "Xinyi District, Keelung City; Xinyi District, Taipei City",
    ),
    "no town": (document({"change": "add", "layer": "ai"}), "town is missing"),
    "a town that is a number": (document({**ADD, "town": 10014120}), "town is not a text"),
    "only one coordinate": (document({**ADD, "lon": 121.0}), "only one"),
    "a place outside its town": (
        document({**ADD, "lon": 121.5, "lat": 25.05}),
        "outside Haiduan Township, Taitung County",
    ),
    "a place outside Taiwan": (document({**ADD, "lon": 2.3, "lat": 48.9}), "not in Taiwan"),
    "a coordinate as text": (document({**ADD, "lon": "121", "lat": 23}), "lon is not a number"),
    "a coordinate that is none": (document({**ADD, "lon": float("nan"), "lat": 23}), "lon is not a number"),
    "infinite": (document({**ADD, "lon": 121, "lat": 23}).replace("121", "1e999"), "lon is not a number"),
    "an unknown status": (document({**ADD, "status": "open"}), "open"),
    "beds of a clinic": (document({**ADD, "beds": 3}), "Only hospitals"),
    "an id that exists": (document({**ADD, "id": SPOKE}), SPOKE),
    "an id twice": (document({**ADD, "id": "a"}, {**ADD, "id": "a"}), "Change 2"),
    "an unknown site": (document({**MOVE, "site": "nowhere"}), "nowhere"),
    "an upgrade to nothing": (document({"change": "upgrade", "site": SPOKE}), "changes nothing"),
    "an unknown series": (document({**COVER, "series": "6g"}), "6g"),
    "an unknown level": (document({**COVER, "level": "village"}), "village"),
    "an unknown county": (document({**COVER, "level": "county", "area": "海端鄉"}), "海端鄉"),
    "an area of a class": (document({**COVER, "level": "rural"}), "rural"),
    "no value": (document({name: COVER[name] for name in COVER if name != "value"}), "value is missing"),
    "more than all": (document({**COVER, "value": 100.1}), "100.1"),
    "less than none": (document({**COVER, "value": -1}), "-1"),
    "a county for a town": (document({**ADD, "town": "臺東縣"}), "There is no township 臺東縣."),
    "no area": (document({name: COVER[name] for name in COVER if name != "area"}), "area is missing"),
    "an empty id": (document({**ADD, "id": " "}), "id is empty"),
    "half a character": (document({**ADD, "name": "\ud800"}), "name is not a text"),
    "half a character in the name": (document(name="\ud800"), "the name is not a text"),
    "an unknown category": (document({**ADD, "category": "spok"}), "valid are hub, spoke"),
    "more beds than there can be": (document({**ADD, "layer": "hospital", "beds": 1e300}), "1e+300 emergency beds"),
    "true for a number": (document({**COVER, "value": True}), "value is not a number"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_wrong_content_is_a_sentence_with_the_file_and_exit_code_2(fault, tmp_path):
    content, said = WRONG[fault]
    with pytest.raises(InputError) as refused:
        read_scenario(written(tmp_path, content, "那案.json"), DATA)
    assert "那案.json" in str(refused.value)
    assert said in str(refused.value)
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [({"town": "信義區"}, "基隆市信義區、臺北市信義區"), ({"lon": 121.5, "lat": 25.05}, "臺東縣海端鄉")],
)
def test_places_of_a_fault_are_named_in_the_language_of_the_reader(change, said, tmp_path):
    path = written(tmp_path, document({**ADD, **change}))
    with pytest.raises(InputError) as refused:
        read_scenario(path, DATA, "zh")
    assert said in str(refused.value)


def test_a_missing_file_and_a_folder_end_with_exit_code_1(tmp_path):
    for path in (tmp_path / "missing.json", tmp_path):
        with pytest.raises(UserError) as refused:
            read_scenario(path, DATA)
        assert str(path) in str(refused.value)
        assert refused.value.exit_code == 1


class TestWriting:
    def test_a_folder_is_no_target(self, tmp_path):
        with pytest.raises(TargetError, match="folder"):
            write_scenario(Scenario(), tmp_path)
        assert list(tmp_path.iterdir()) == []

    def test_nothing_is_left_beside_the_file(self, tmp_path):
        write_scenario(Scenario("a"), tmp_path / "s.json")
        assert [path.name for path in tmp_path.iterdir()] == ["s.json"]
