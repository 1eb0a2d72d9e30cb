"""The state of the editor of definitions: strokes and letters are undone, saving is one change of the project."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from data.circles import membership
from data.dataset import load
from data.errors import InputError
from data.model import Name
from data.project import Project
from desktop.definition.state import EditorState
from desktop.session import Session
from maps.view import READY_VIEWS

DATA = load()
CODES = [town.code for town in DATA.towns]
HUALIEN = frozenset(code for code in CODES if code.startswith("10015"))


@pytest.fixture
def session(qapp):
    return Session(Project.start(DATA), READY_VIEWS["overview"])


@pytest.fixture
def state(session):
    made = EditorState(session, "2026-11-21")
    session.project_changed.connect(made.follow_project)
    return made


def name(state, words="甲案"):
    state.write("name", name=Name(words))
    source = state.now.source
    state.write("title", source=type(source)("", "建議案", "某縣政府", "2026-11", "", "own", ""))


def test_it_begins_as_a_copy_of_what_the_project_is_drawn_by(state):
    assert state.now.definition_id == ""
    assert membership(state.preview().data, state.preview().definition_id) == membership(DATA, "2026-01")
    assert not state.begun()


moves = st.one_of(
    st.tuples(st.just("paint"), st.sampled_from(sorted(DATA.circles)), st.sets(st.sampled_from(CODES), max_size=9),
              st.sampled_from(["move", "add", "erase"])),
    st.tuples(st.just("shift"), st.sampled_from(sorted(DATA.circles)), st.integers(-3, 3)),
    st.tuples(st.just("write"), st.text(max_size=6)),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
)  # fmt: skip


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(moves, max_size=15))
def test_undoing_everything_is_the_start_and_doing_it_again_the_end(session, done):
    state = EditorState(session, "2026-11-21")
    start = state.now
    for number, (what, *how) in enumerate(done):
        if what == "paint":
            state.choose(how[0])
            state.set_stroke(how[2])
            state.paint(frozenset(how[1]))
        elif what == "shift":
            state.shift(*how)
        elif what == "write":
            state.write(f"name {number}", name=Name(how[0]))
        else:
            getattr(state, what)()
    while state.history.can_redo():
        state.redo()
    end = state.now
    while state.history.can_undo():
        state.undo()
    assert state.now == start
    while state.history.can_redo():
        state.redo()
    assert state.now == end


def test_letters_of_one_field_are_undone_together(state):
    for text in ("甲", "甲案", "甲案二"):
        state.write("name 1", name=Name(text))
    state.undo()
    assert state.now.name == Name("")


def test_saving_is_one_change_that_the_project_undoes(state, session):
    state.choose("capital")
    state.paint(HUALIEN)
    name(state)
    definition = state.save()
    assert (definition.id, session.project.definition_id) == ("own-1", "own-1")
    rows = [DATA.town_index[code] for code in HUALIEN]
    found = membership(session.project.data, "own-1")
    assert {found[row] for row in rows} == {("capital",)}
    assert [member.area for member in definition.members if member.area.startswith("10015")] == ["10015"]
    source = session.project.data.sources[definition.source_id]
    assert (source.title, source.publisher, source.date, source.kind) == ("建議案", "某縣政府", "2026-11", "own")
    assert not state.is_changed()
    session.history.undo()
    assert (session.project.own.is_empty, session.project.definition_id) == (True, "2026-01")
    assert state.now.definition_id == ""
    assert state.is_changed()
    assert state.now.name == Name("甲案")  # what was painted stays, to be saved again


def test_saving_again_changes_the_same_definition_and_keeps_its_source(state, session):
    name(state)
    first = state.save()
    state.choose("east")
    state.paint(HUALIEN, erase=True)
    assert state.is_changed()
    second = state.save()
    assert (second.id, second.source_id) == (first.id, first.source_id)
    assert len(session.project.own.definitions) == 1
    session.history.undo()
    assert session.project.own.definitions == (first,)
    assert state.now.draft.of("east") >= HUALIEN  # the editor shows what the project has


def test_a_definition_of_another_project_is_never_written_over(state, session):
    name(state)
    state.save()
    other = session.project
    state.copy("2024-12")
    name(state, "乙案")
    state.save()
    state.open("own-1")
    state.write("note", note="尚未存檔")
    elsewhere = Project(DATA, "own-1", own=other.own.with_definition(
        type(other.own.definitions[0])("own-1", Name("別案"), other.own.definitions[0].source_id,
                                       other.own.definitions[0].members)))  # fmt: skip
    session.open_project(elsewhere)
    saved = state.save()
    assert saved.id == "own-2"
    assert session.project.data.definitions["own-1"].name == Name("別案")


def test_what_another_project_has_saved_begins_no_definition_of_this_one(state, session):
    name(state)
    state.save()
    session.open_project(Project.start(DATA))
    assert (state.now.definition_id, state.now.name) != ("own-1", Name("甲案"))
    assert not state.is_changed()


def test_nothing_incomplete_is_saved(state, session):
    with pytest.raises(InputError, match="Chinese name"):
        state.save()
    name(state)
    state.clear()
    name(state)
    with pytest.raises(InputError, match="township"):
        state.save()
    assert session.project.own.is_empty


def test_deleting_takes_it_out_and_what_was_painted_stays(state, session):
    name(state)
    state.save()
    state.delete()
    assert session.project.own.definitions == ()
    assert session.project.definition_id == DATA.default_definition
    assert state.now.name == Name("甲案")
    session.history.undo()
    assert session.project.definition_id == "own-1"


def test_painting_no_circle_frees_towns(state):
    state.choose("")
    state.paint(HUALIEN)
    assert not state.now.draft.assigned & HUALIEN
