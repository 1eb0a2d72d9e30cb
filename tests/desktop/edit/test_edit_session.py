"""Edits on a real session: whatever was done and undone, undoing all of it is the start and redoing it the end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.dataset import load
from data.edit_cells import with_cells
from data.errors import UserError
from data.model import Layer, OwnLayer, Status
from data.project import Project
from data.project_file.store import open_project, save_project
from data.scenario import MoveSite, Scenario
from desktop.edit.commands import EditCommands
from desktop.edit.rows import sentence
from desktop.edit.site_rows import SiteRows
from desktop.session import Session
from maps.texts import Texts
from maps.view import MapView

DATA = load()
IDS = [site.id for site in DATA.sites[::40]]
TOWNS = DATA.towns[::30]
FIGURES = DATA.figures[::500]

_site = st.one_of(st.sampled_from(IDS), st.integers(1, 6).map(lambda number: f"own-{number}"))
_town = st.sampled_from(TOWNS)
_layer = st.sampled_from([Layer.AI, Layer.HOSPITAL, Layer.TELEMEDICINE, Layer.OWN])
_name = st.sampled_from(["關懷據點", "長照據點", "充電站"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), _layer, _name, _town),
        st.tuples(st.just("move"), _site, _town),
        st.tuples(st.just("delete"), st.lists(_site, min_size=1, max_size=3)),
        st.tuples(st.just("revert"), _site),
        st.tuples(
            st.just("write"), _site, st.sampled_from(["operator", "note", "value"]), st.text("甲乙丙12", max_size=4)
        ),
        st.tuples(st.just("figure"), st.sampled_from(FIGURES), st.sampled_from(["delete", "revert"])),
        st.tuples(st.just("layer"), _name, _name),
        st.tuples(st.just("unlayer"), _name),
        st.tuples(st.just("undo"), st.integers(1, 3)),
        st.tuples(st.just("redo"), st.integers(1, 3)),
        st.tuples(st.just("go"), st.integers(0, 8)),
    ),
    max_size=12,
)


def fresh():
    session = Session(Project.start(DATA), MapView())
    return session, EditCommands(session)


def do(session, commands, step):
    """Carry out one step; what cannot be changes nothing."""
    what, *rest = step
    before = session.project.own
    count, refused = session.history.count(), False
    try:
        if what == "add":
            layer, name, town = rest
            commands.add_site(layer, name if layer is Layer.OWN else "", town.lon, town.lat, town.code)
        elif what == "move":
            commands.move_site(rest[0], rest[1].lon, rest[1].lat, rest[1].code)
        elif what == "delete":
            commands.delete_sites(rest[0])
        elif what == "revert":
            commands.revert_sites(rest)
        elif what == "write" and rest[0] in session.project.data.site_by_id:
            SiteRows(session, commands).write({rest[0]: {rest[1]: rest[2]}})
        elif what == "figure":
            getattr(commands, f"{rest[1]}_figures")((rest[0],))
        elif what == "layer":
            commands.put_layer(OwnLayer(rest[0], "star", "#882255"), rest[1] if rest[1] in _layers(session) else "")
        elif what == "unlayer":
            commands.delete_layer(rest[0])
        elif what == "go":
            session.history.go_to(rest[0])
        elif what in ("undo", "redo"):
            for _ in range(rest[0]):
                getattr(session.history, what)()
    except UserError:
        refused = True
    assert not refused or (session.project.own, session.history.count()) == (before, count)


def _layers(session):
    return session.project.data.own_layers


@given(STEPS)
@settings(max_examples=60, deadline=None)
def test_undo_of_everything_is_the_start_and_redo_the_end(steps):
    session, commands = fresh()
    start = session.project.own
    for step in steps:
        do(session, commands, step)
    end, done = session.project.own, session.history.index()
    data = session.project.data
    assert len(data.site_by_id) == len(data.sites), "two sites have one id"
    assert {site.source_id for site in data.sites} <= data.sources.keys()
    while session.history.can_undo():
        session.history.undo()
    assert session.project.own == start
    assert session.project.data is DATA
    while session.history.index() < done:
        session.history.redo()
    assert session.project.own == end
    session.history.go_to(0)
    assert session.project.own == start
    session.history.go_to(done)
    assert session.project.own == end


@given(STEPS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_saved_and_reopened_is_what_was_there(tmp_path, steps):
    session, commands = fresh()
    for step in steps:
        do(session, commands, step)
    path = tmp_path / "edited.lifecircles.gpkg"
    save_project(session.project, path)
    opened = open_project(path, DATA)
    assert opened.project == session.project
    assert opened.notes == ()


def test_every_change_has_a_name_that_says_what_it_did():
    session, commands = fresh()
    session.set_language("en")
    site = commands.add_site(Layer.AI, "", 120.97, 23.97, "10008020")
    commands.move_site("tele-006", 121.3, 23.0, "10014120")
    commands.delete_sites([site.id, "ai001"])
    names = [text for text, _when in session.history.texts()]
    assert names == [
        "addition of AI industry sites, new 1",
        "move of Donghe Township Public Health Center",
        "deletion of 2 sites",
    ]


def test_going_back_in_the_history_keeps_what_was_undone():
    session, commands = fresh()
    for town in TOWNS[:5]:
        commands.add_site(Layer.AI, "", town.lon, town.lat, town.code)
    session.history.go_to(2)
    assert len(session.project.own.sites) == 2
    assert (session.history.index(), session.history.count()) == (2, 5)
    session.history.go_to(99)
    assert len(session.project.own.sites) == 5
    changes = []
    session.history.changed.connect(lambda: changes.append(1))
    session.history.go_to(5)
    assert not changes


def test_a_new_site_and_its_form_are_one_change():
    session, commands = fresh()
    site = commands.add_site(Layer.AI, "", 120.97, 23.97, "10008020", gesture="add")
    rows = SiteRows(session, commands)
    named = replace(session.project.data.site_by_id[site.id], status=Status.PLANNED)
    commands.save_site(named, (), "add")
    assert session.history.count() == 1
    session.history.undo()
    assert rows.records() == DATA.sites


def test_suppositions_about_a_deleted_site_go_and_come_back_with_it():
    session, commands = fresh()
    session.change_scenario(Scenario("", (MoveSite("tele-006", 121.3, 23.0, "10014120"),)), "scenario")
    commands.delete_sites(["tele-006"])
    assert session.project.scenario.is_empty
    session.history.undo()
    assert len(session.project.scenario.changes) == 1


def test_what_was_deleted_comes_back_together():
    session, commands = fresh()
    commands.delete_sites(IDS[:3])
    commands.delete_figures(tuple(FIGURES[:2]))
    commands.bring_back_removed()
    assert session.project.own.is_empty
    assert session.history.count() == 3


def test_a_layer_cannot_take_the_name_of_another():
    session, commands = fresh()
    commands.put_layer(OwnLayer("充電站", "star", "#882255"))
    commands.put_layer(OwnLayer("關懷據點", "drop", "#117733"))
    with pytest.raises(UserError):
        commands.put_layer(OwnLayer("充電站", "bar", "#117733"), "關懷據點")
    with pytest.raises(UserError):
        commands.put_layer(OwnLayer("  ", "bar", "#117733"))
    commands.add_site(Layer.OWN, "充電站", 120.97, 23.97, "10008020")
    commands.put_layer(OwnLayer("快充站", "ring", "#332288"), "充電站")
    assert [site.category for site in session.project.own.sites] == ["快充站"]


def test_what_might_stand_there_is_said_in_the_language_of_the_window():
    site = DATA.sites_of(Layer.AI)[0]
    _changed, faults = with_cells(site, {"status": "亂寫"}, DATA, "zh")
    (fault,) = faults
    assert "營運中、規劃中" in sentence(Texts("zh"), fault.fault)
    assert "operating, planned" in sentence(Texts("en"), fault.fault)
    assert "operating, planned" in str(fault.fault)
