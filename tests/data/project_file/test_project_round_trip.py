"""Whatever a project is, it is the same when it was saved and opened again."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.index_spec import AGGREGATE, NORMALISE, IndexPart, IndexSpec
from data.model import (
    KINDS,
    OWN_SHAPES,
    AreaLevel,
    Definition,
    Figure,
    Layer,
    Member,
    Name,
    Overlap,
    OwnLayer,
    Precision,
    Site,
    Source,
    Status,
    Variable,
)
from data.own import OwnData, figure_key
from data.project import Project
from data.project_file.store import open_project, save_project
from data.records import EXTRA_COLUMNS
from data.scenario import AddSite, RemoveSite, Scenario, SetCoverage, site_of
from data.scene import PANEL_IDS, SCENE_KINDS, TRANSITIONS, Ink, Scene

# Everything but half characters and control characters, which no form and no import lets through.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t"), max_size=12)
WORD = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=8)
NUMBER = st.floats(-1e12, 1e12).map(lambda number: number + 0.0)  # no -0.0
NAME = st.builds(Name, WORD, TEXT)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | NUMBER | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


def _unique(rows, key):
    return st.lists(rows, max_size=4, unique_by=key).map(tuple)


@st.composite
def own_data(draw, data):
    towns = st.sampled_from([town.code for town in data.towns])
    counties = st.sampled_from([county.code for county in data.counties])
    sources = draw(_unique(st.builds(Source, WORD.map("s-".__add__), *[TEXT] * 6), lambda one: one.id))
    cited = st.sampled_from([*(source.id for source in sources), *list(data.sources)[:3]])
    layers = draw(
        _unique(st.builds(OwnLayer, WORD, st.sampled_from(OWN_SHAPES), st.just("#12aBcD"), TEXT), lambda one: one.name)
    )
    layer = st.sampled_from(Layer if layers else [one for one in Layer if one is not Layer.OWN])

    @st.composite
    def site(draw):
        of, town, precision = draw(layer), draw(towns), draw(st.sampled_from(Precision))
        extra = draw(st.dictionaries(WORD.map("x".__add__), TEXT, max_size=3))
        for column in EXTRA_COLUMNS.get(of, ()):
            extra[column] = draw(st.sampled_from(["", "0", "12"]) if column in ("mw", "emergency_beds") else TEXT)
        return Site(
            draw(WORD.map("own-".__add__) | st.sampled_from([one.id for one in data.sites[:5]])),
            of,
            draw(
                st.sampled_from([one.name for one in layers])
                if of is Layer.OWN
                else st.sampled_from(["spoke", "hub"])
                if of is Layer.TELEMEDICINE
                else TEXT
            ),
            draw(NAME),
            draw(TEXT),
            town[:5],
            draw(st.sampled_from([town, ""])) if precision is Precision.COUNTY else town,
            draw(TEXT),
            draw(st.floats(116, 123)),
            draw(st.floats(20, 27)),
            precision,
            draw(st.sampled_from(Status)),
            draw(TEXT),
            draw(TEXT),
            draw(st.none() | NUMBER),
            draw(TEXT),
            draw(cited),
            draw(TEXT),
            draw(TEXT),
            extra,
        )

    variables = draw(
        _unique(
            st.builds(Variable, WORD.map("v-".__add__), NAME, WORD.map("u".__add__), TEXT, NAME, NAME),
            lambda one: one.id,
        )
    )
    measured = st.sampled_from([*(one.id for one in variables), "population"])
    place = st.one_of(
        st.tuples(st.just(AreaLevel.TOWN), towns),
        st.tuples(st.just(AreaLevel.COUNTY), counties),
        st.tuples(st.just(AreaLevel.CIRCLE), st.sampled_from(list(data.circles))),
        st.tuples(st.sampled_from([AreaLevel.RURAL, AreaLevel.NON_RURAL, AreaLevel.NATION]), st.just("")),
    )

    @st.composite
    def figure(draw):
        level, area = draw(place)
        measures = draw(measured)
        value = st.integers(1, 10**6).map(float) if measures == "population" else NUMBER
        return Figure(
            draw(WORD),
            measures,
            level,
            area,
            draw(TEXT),
            draw(st.sampled_from(KINDS)),
            draw(value),
            draw(st.sampled_from(["", ">=", "<="])),
            draw(st.sampled_from(["", *data.series])),
            draw(cited),
            draw(TEXT),
            draw(TEXT),
        )

    member = st.builds(Member, st.sampled_from(list(data.circles)), towns | counties, st.booleans(), cited, TEXT, TEXT)
    definition = st.builds(
        Definition,
        WORD.map("own-".__add__),
        NAME,
        cited,
        st.lists(member, min_size=1, max_size=5).map(tuple),
        TEXT,
    )
    return OwnData(
        sources,
        layers,
        draw(_unique(site(), lambda one: one.id)),
        draw(st.frozensets(st.sampled_from([one.id for one in data.sites]), max_size=3)),
        variables,
        draw(_unique(figure(), figure_key)),
        draw(st.frozensets(WORD, max_size=3)),
        draw(_unique(definition, lambda one: one.id)),
    )


@st.composite
def projects(draw, data):
    own = draw(own_data(data))
    known = Project.start(data)
    known = replace(known, own=own)
    towns = st.sampled_from([town.code for town in data.towns])
    standing = sorted(known.data.site_by_id)
    changes = draw(
        st.lists(
            st.one_of(
                st.builds(RemoveSite, st.sampled_from(standing)),
                st.builds(
                    AddSite,
                    st.sampled_from([Layer.AI, Layer.HOSPITAL]),
                    WORD.map("new-".__add__),
                    TEXT,
                    towns,
                    st.floats(118, 123),
                    st.floats(20, 27),
                ),
                st.builds(
                    SetCoverage,
                    st.sampled_from(list(data.series)),
                    st.just(AreaLevel.TOWN),
                    towns,
                    st.floats(0, 100).map(lambda number: number + 0.0),
                ),
            ),
            max_size=4,
            unique_by=lambda change: site_of(change) or (change.series, change.area),
        )
    )
    scenario = Scenario(draw(TEXT))
    for change in changes:
        scenario = scenario.with_change(change)
    weights = st.floats(0.125, 100)
    index = st.builds(
        IndexSpec,
        st.lists(
            st.builds(
                IndexPart,
                st.sampled_from(["ai_per_100k", "speed_4g", "digital_class"]),
                st.sampled_from([1, -1]),
                weights,
            ),
            min_size=1,
            max_size=3,
            unique_by=lambda part: part.indicator,
        ).map(tuple),
        st.sampled_from(NORMALISE),
        st.sampled_from(AGGREGATE),
    )
    point = st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
    scene = st.builds(
        Scene,
        WORD,
        st.sampled_from(SCENE_KINDS),
        NAME,
        NAME,
        NAME,
        st.dictionaries(
            WORD, st.none() | st.booleans() | TEXT | st.integers(0, 9) | st.lists(TEXT, max_size=3), max_size=3
        ),
        st.none() | st.just((1.5, 2.0, 3.0, 4.0)),
        st.sampled_from(PANEL_IDS),
        st.none() | TEXT,
        st.none() | st.sampled_from(Overlap),
        st.none() | st.just(scenario),
        st.none() | index,
        st.sampled_from(TRANSITIONS),
        st.floats(0, 86_400),
        st.booleans(),
        st.lists(
            st.builds(Ink, st.sampled_from(["pen", "highlighter"]), st.just("#ABCDEF"), st.tuples(point, point)),
            max_size=2,
        ).map(tuple),
    )
    return Project(
        data,
        draw(st.sampled_from(list(known.data.definitions))),
        draw(st.sampled_from(Overlap)),
        scenario,
        draw(index),
        draw(_unique(scene, lambda one: one.id)),
        own,
    )


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_saved_and_opened_a_project_is_what_it_was(data, drawn):
    project = drawn.draw(projects(data))
    kept = drawn.draw(st.dictionaries(WORD, PLAIN, max_size=3))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.lifecircles.gpkg"
        save_project(project, path, kept)
        opened = open_project(path, data)
    assert opened.read_only is None
    assert opened.notes == ()
    assert opened.project.own == project.own
    assert opened.project == project
    assert opened.settings == kept


def test_an_index_of_the_projects_own_indicators_is_kept(data, tmp_path):
    own = OwnData(layers=(OwnLayer("診所", "star", "#7A4FA3"),))
    index = IndexSpec((IndexPart("ai_per_100k", 1, 1.0), IndexPart("own_診所_per_100k", 1, 2.0)))
    project = Project(data, data.default_definition, own=own, index=index)
    path = tmp_path / "own.lifecircles.gpkg"
    save_project(project, path)
    opened = open_project(path, data)
    assert opened.project.index == index
    assert not opened.notes
