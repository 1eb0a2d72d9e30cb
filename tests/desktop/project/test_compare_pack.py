"""Comparing and packing, in the window and on the command line."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import Qt

from data.balance.evaluate import indicator_of
from data.model import Name, OwnLayer, Place, Source, Variable
from data.own import EDITS, NOTHING
from data.project import Project
from data.project_file.compare import compare
from data.project_file.record import ImportRecord
from data.project_file.store import SUFFIX, open_project, save_project
from data.scenario import RemoveSite, Scenario
from desktop.cli import main
from desktop.project import pack
from desktop.project.compare_tables import compared_tables
from desktop.project.compare_window import CompareWindow
from desktop.project.pack_readme import readme, source_table, uses_of_sources
from maps.texts import Texts

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def changed(data):
    """A project with a moved, a changed and a removed site, a figure, a definition and a scenario of its own."""
    sites = [site for site in data.sites if site.layer == "telemedicine"]
    project = Project.start(data)
    own = project.own.with_source(Source(EDITS, "=本專案人工編修", "me", "2026-11-21", "", "own", ""))
    own = own.with_sites(
        [
            replace(sites[0], operator="<b>X</b>\n2", source_id=EDITS),
            replace(sites[1], lon=sites[1].lon + 0.001),
        ]
    ).without_sites([sites[2].id], data)
    own = own.with_figures([replace(data.figures[40], value=data.figures[40].value + 1, source_id=EDITS)])
    scenario = Scenario("s", (RemoveSite(sites[4].id),))
    return replace(project, own=own, definition_id="2024-12", scenario=scenario)


@pytest.fixture(scope="module")
def files(changed, data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("projects")
    a, b = folder / ("a" + SUFFIX), folder / ("b" + SUFFIX)
    save_project(Project.start(data), a)
    save_project(changed, b, imports=[ImportRecord("名冊.csv", "2026-11-20T10:00:00+08:00", EDITS, "ai", 12, 3)])
    return a, b


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tables_say_what_differs(changed, data, language):
    a = Project.start(data)
    tables = {one.table.id: one for one in compared_tables(compare(a, changed), a, changed, Texts(language))}
    sites = tables["sites"]
    assert sorted(sites.table.column("kind")) == ["changed", "moved", "removed"]
    row = sites.table.column("kind").index("changed")
    assert "<b>X</b>" in sites.table.column("differences")[row]
    assert 90 < sites.table.column("metres")[sites.table.column("kind").index("moved")] < 120
    assert [one.kind for one in sites.places].count("site") == 2
    assert {"values", "figures", "towns", "scenario", "settings"} <= tables.keys()
    assert all(len(one.table.rows) == len(one.places) == len(one.words()) for one in tables.values())
    assert compared_tables(compare(a, a), a, a, Texts(language)) == ()


def test_the_index_is_told_in_the_names_of_its_indicators(data):
    a = Project.start(data)
    b = replace(a, index=replace(a.index, parts=a.index.parts[:2]))
    (settings,) = [one for one in compared_tables(compare(a, b), a, b, Texts("zh")) if one.table.id == "settings"]
    (row,) = settings.table.rows
    named = [indicator_of(b, part.indicator).name.zh for part in b.index.parts]
    assert [part.rsplit(" ", 1)[0] for part in str(row[2]).split("、")] == named


def test_rows_show_differences_of_values_in_as_many_digits_as_it_takes(changed, data):
    a = Project.start(data)
    values = next(
        one for one in compared_tables(compare(a, changed), a, changed, Texts("en")) if one.table.id == "values"
    )
    names = [column.id for column in values.table.for_people()]
    before, after = names.index("before"), names.index("after")
    assert all(row[before] != row[after] for row in values.words())


def test_the_window_filters_goes_to_places_and_exports(qtbot, qapp, changed, data, tmp_path):
    from desktop.project.compare_files import write_tables
    from desktop.session import Session
    from maps.view import READY_VIEWS

    a = Project.start(data)
    session = Session(changed, READY_VIEWS["overview"])
    window = CompareWindow(session, ("a", "b <i>"), a, changed, compare(a, changed))
    qtbot.addWidget(window)
    names = [one.table.id for one in window.tables]
    window.tabs.setCurrentIndex(names.index("sites"))
    model = window.current().model()
    assert model.rowCount() == 3
    window.filter.setText("<b>X")
    assert model.rowCount() == 1
    tips = [model.index(0, at).data(Qt.ItemDataRole.ToolTipRole) for at in range(model.columnCount())]
    assert any("&lt;b&gt;X" in tip for tip in tips), "a name is text in tips too"
    assert not any("<b>" in tip for tip in tips)
    gone = []
    session.zoom_requested.connect(gone.append)
    window.current().doubleClicked.emit(model.index(0, 0))
    assert [place.kind for place in gone] == ["site"]
    assert session.view.selected == gone[0]
    window.filter.clear()
    window.tabs.setCurrentIndex(names.index("towns"))
    window.current().doubleClicked.emit(window.current().model().index(0, 0))
    assert gone[-1].kind == "town"
    assert isinstance(window.current().model().index(0, 0).data(Qt.ItemDataRole.UserRole), Place)
    session.set_language("en")
    assert "Sites" in window.tabs.tabText(names.index("sites"))
    write_tables([one.table for one in window.tables], "t", tmp_path / "c.xlsx")
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    assert len(book.sheetnames) == len(names)
    write_tables([window.tables[names.index("sites")].table], "t", tmp_path / "c.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "c.csv").read_text("utf-8-sig"))))
    assert len(rows) == 4


def test_compare_on_the_command_line(files, capsys):
    a, b = map(str, files)
    assert main(["compare", a, b, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["same"] is False
    assert {one["kind"] for one in found["sites"]} == {"moved", "changed", "removed"}
    assert main(["compare", a, b]) == 0
    text = capsys.readouterr().out
    assert "Sites (3)" in text
    assert main(["compare", a, a]) == 0
    assert capsys.readouterr().out == "The two projects hold the same.\n"
    assert main(["compare", "-", a]) == 0
    assert capsys.readouterr().out == "The two projects hold the same.\n"
    assert main(["compare", a, str(files[0].with_name("gone.gpkg"))]) != 0
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "own",
    [
        NOTHING.with_layer(OwnLayer("圖書館", "star", "#7A4FA3")),
        NOTHING.with_source(Source("own-1", "清冊", "局", "2026-11", "", "own", "")),
        NOTHING.with_variable(Variable("own-visits", Name("看診人次", "visits"), "count")),
    ],
    ids=["layer", "source", "variable"],
)
def test_projects_that_know_another_name_are_not_the_same(own, data):
    a = Project.start(data)
    b = replace(a, own=own)
    (table,) = (one.table for one in compared_tables(compare(a, b), a, b, Texts("zh")))
    assert table.id == "named"
    ((_, _, before, after, kind),) = table.rows
    assert (before, kind) == ("", "added")
    assert any(name in after for name in ("圖書館", "清冊", "看診人次"))
    (table,) = (one.table for one in compared_tables(compare(b, a), b, a, Texts("en")))
    assert table.rows[0][2:] == (table.rows[0][2], "", "removed")
    assert table.rows[0][2]


def test_another_colour_of_a_layer_is_a_difference(data):
    a, b = (
        replace(Project.start(data), own=NOTHING.with_layer(OwnLayer("圖書館", "star", colour)))
        for colour in ("#3C3C9C", "#123456")
    )
    (table,) = (one.table for one in compared_tables(compare(a, b), a, b, Texts("en")))
    assert table.rows == (("changed", "Layer", "圖書館; Star; Indigo", "圖書館; Star; #123456", "changed"),)


def test_every_source_says_what_stands_on_it(changed, data):
    uses = uses_of_sources(changed)
    assert uses[EDITS] == {"sites": 1, "figures": 1}
    assert uses.keys() <= changed.data.sources.keys()
    table = source_table(changed, Texts("zh"))
    assert table.rows[0][0] == EDITS
    assert table.rows[0][5] is True
    assert len(table.rows) == len(uses)
    assert sum(count["sites"] for count in uses.values()) == len(changed.data.sites)
    page = readme("名 \n稱", changed, ())
    assert "名 稱" in page
    assert page.count("本專案人工編修") == 2


@pytest.mark.slow
def test_a_pack_holds_project_maps_tables_and_sources(files, capsys, tmp_path, data, changed, monkeypatch):
    # Of the ready views, all drawn alike, the one that is always there and the one that only a scenario has.
    monkeypatch.setattr(pack, "READY_VIEWS", {name: pack.READY_VIEWS[name] for name in ("overview", "scenario")})
    out = tmp_path / "archive.zip"
    assert main(["pack", str(files[1]), "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        assert {"README.txt", "LICENSES-data.md", "b.lifecircles.gpkg", "maps/b.pdf", "maps/scenario.png"} <= names
        assert {"tables/b.xlsx", "tables/sites.gpkg", "tables/sources.csv"} <= names
        page = archive.read("README.txt").decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(archive.read("tables/sources.csv").decode("utf-8-sig"))))
        archive.extract("b.lifecircles.gpkg", tmp_path)
    assert "名冊.csv" in page
    assert data.version in page
    assert rows[1][1] == "'=本專案人工編修"  # a spreadsheet must not compute it
    assert open_project(tmp_path / "b.lifecircles.gpkg", data).project == changed
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_pack_that_cannot_be_written_is_a_sentence(files, capsys, tmp_path):
    assert main(["pack", str(files[1]), "--out", str(tmp_path / "no" / "x.zip")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
