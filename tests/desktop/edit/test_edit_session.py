"""Edits on a real session: what they are called, and what goes and comes back together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.dataset import load
from data.edit_cells import with_cells
from data.errors import UserError
from data.index_spec import IndexPart
from data.model import Layer, OwnLayer, Status
from data.project import Project
from data.scenario import MoveSite, Scenario
from data.scene import Scene
from desktop.edit.commands import EditCommands
from desktop.edit.rows import sentence
from desktop.edit.site_rows import SiteRows
from desktop.session import Session
from maps.briefing.capture import capture
from maps.texts import Texts
from maps.view import MapView

DATA = load()
IDS = [site.id for site in DATA.sites[::40]]
TOWNS = DATA.towns[::30]
FIGURES = DATA.figures[::500]


def fresh():
    session = Session(Project.start(DATA), MapView())
    return session, EditCommands(session)


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


def test_what_names_a_layer_follows_its_new_name():
    session, commands = fresh()
    commands.put_layer(OwnLayer("充電站", "star", "#882255"))
    per_head, count = "own_充電站_per_100k", "own_充電站"
    session.set_choropleth(per_head)
    session.set_second(count)
    session.change_index(replace(session.project.index, parts=(IndexPart(per_head, 1, 5.0),)))
    session.change_scenes((capture("a", session.project, session.view), Scene("b", view={"choropleth": 1})), "scenes")
    before, steps = session.project, session.history.count()
    commands.put_layer(OwnLayer("快充站", "star", "#882255"), "充電站")
    project, shown = session.project, session.view
    assert session.history.count() == steps + 1
    assert project.index.parts == (IndexPart("own_快充站_per_100k", 1, 5.0),)
    assert (shown.choropleth, shown.second) == ("own_快充站_per_100k", "own_快充站")
    assert project.scenes[0].index == project.index
    assert [project.scenes[0].view[one] for one in ("choropleth", "second")] == [shown.choropleth, shown.second]
    assert project.scenes[1] == before.scenes[1]
    session.history.undo()
    assert session.project == before


def test_what_might_stand_there_is_said_in_the_language_of_the_window():
    site = DATA.sites_of(Layer.AI)[0]
    _changed, faults = with_cells(site, {"status": "亂寫"}, DATA, "zh")
    (fault,) = faults
    assert "營運中、規劃中" in sentence(Texts("zh"), fault.fault)
    assert "operating, planned" in sentence(Texts("en"), fault.fault)
    assert "operating, planned" in str(fault.fault)
