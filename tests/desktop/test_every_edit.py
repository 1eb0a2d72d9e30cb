"""Edits of every kind on a real session, in any order: undone, done again, saved and opened."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.balance.evaluate import indicator_ids
from data.dataset import load
from data.errors import UserError
from data.index_spec import AGGREGATE, NORMALISE, IndexPart
from data.intake.plan import ImportPlan
from data.intake.run import run_import
from data.intake.take import take
from data.model import AreaLevel, Layer, Name, Overlap, OwnLayer, Source, Variable
from data.own_edits import changed_figure, new_site
from data.project import Project
from data.project_file.store import open_project, save_project
from data.readers.open import open_source
from data.scenario import MoveSite, RemoveSite, Scenario, SetCoverage
from desktop.briefing.scenes_commands import SceneCommands
from desktop.definition.state import EditorState
from desktop.edit.commands import EditCommands
from desktop.edit.site_rows import SiteRows
from desktop.map_surface import MapSurface
from desktop.session import Session
from maps.view import READY_VIEWS, MapView
from tests.data.readers.make_files import make_csv

DATA = load()
START = Project.start(DATA)

_id = st.one_of(
    st.sampled_from([site.id for site in DATA.sites[::100]]), st.integers(1, 3).map(lambda number: f"own-{number}")
)
_ids = st.lists(_id, min_size=1, max_size=3)
_town = st.sampled_from(DATA.towns[::30])
_figure = st.sampled_from(DATA.figures[::500])
_layer = st.sampled_from([Layer.AI, Layer.HOSPITAL, Layer.TELEMEDICINE, Layer.OWN])
_name = st.sampled_from(["關懷據點", "充電站"])
_text = st.text("甲乙丙12", min_size=1, max_size=4)
_number = st.integers(1, 90)
_circle = st.sampled_from(list(DATA.circles))
_times = st.integers(1, 4)
_which = st.integers(0, 9)
"""one of those there are"""
_supposed = st.one_of(
    st.builds(lambda site, town: MoveSite(site, town.lon, town.lat, town.code), _id, _town),
    st.builds(RemoveSite, _id),
    st.builds(
        lambda series, town, value: SetCoverage(series, AreaLevel.TOWN, town.code, float(value)),
        st.sampled_from(list(DATA.series)),
        _town,
        _number,
    ),
)

OWN: dict[str, tuple[st.SearchStrategy, ...]] = {
    "add_site": (_layer, _name, _town),
    "add_and_fill_in": (_town, _text),
    "move_site": (_id, _town),
    "write_site": (_id, st.sampled_from(["operator", "note", "value", "name_zh"]), _text),
    "delete_sites": (_ids,),
    "revert_site": (_which,),
    "bring_back": (),
    "write_figure": (_figure, _number),
    "delete_figure": (_figure,),
    "revert_figure": (_which,),
    "put_layer": (_name, _name),
    "delete_layer": (_which,),
    "define": (_circle, _town, _text),
    "define_again": (_which, _circle, _town),
    "delete_definition": (_which,),
    "import_sites": (st.sampled_from(["telemedicine", "own"]), st.integers(0, 2), st.booleans()),
    "import_figures": (st.booleans(), _number),
}
REST: dict[str, tuple[st.SearchStrategy, ...]] = {
    "suppose": (_supposed,),
    "suppose_nothing": (),
    "weigh": (_which, _number),
    "recipe": (st.sampled_from(NORMALISE), st.sampled_from(AGGREGATE)),
    "count_of_own_layer": (_which,),
    "draw_by": (st.sampled_from([*DATA.definitions, "own-1"]),),
    "overlap": (st.sampled_from(Overlap),),
    "capture": (),
    "title_page": (),
    "write_page": (_text,),
    "copy_scenes": (),
    "order_scenes": (st.booleans(),),
    "delete_scenes": (),
    "look_at_another": (st.sampled_from(list(DATA.definitions)),),
}
BACK: dict[str, tuple[st.SearchStrategy, ...]] = {"undo": (_times,), "redo": (_times,), "go_to": (st.integers(0, 12),)}
STEPS = st.lists(
    st.one_of(st.tuples(st.just(name), *how) for name, how in (OWN | REST | BACK).items()), min_size=8, max_size=25
)


class Desk:
    """What edits a project: the session and the commands of its tables, map, editors and panels."""

    def __init__(self, lists, surface):
        self.lists = lists
        self.session = session = Session(START, MapView())
        self.edit = EditCommands(session)
        self.rows = SiteRows(session, self.edit)
        self.definition = EditorState(session, "2026-11-21")
        session.project_changed.connect(self.definition.follow_project)
        self.scenes = SceneCommands(session, surface, lambda: "", lambda *_: None)

    @property
    def project(self):
        return self.session.project

    def do(self, what, *how):
        """Carry out one step; what cannot be changes nothing. Return whether it changed the project."""
        before, count = self.project, self.session.history.count()
        try:
            getattr(self, what)(*how)
        except UserError:
            assert (self.project, self.session.history.count()) == (before, count)
        return self.project != before

    # --- sites, figures and layers ---

    def add_site(self, layer, name, town):
        self.edit.add_site(layer, name if layer is Layer.OWN else "", town.lon, town.lat, town.code)

    def add_and_fill_in(self, town, text):
        site = new_site(self.project.data, Layer.AI, "", Name("新"), town.lon, town.lat, town.code)
        self.edit.save_site(site, (), "form")
        source = Source("clinic", text, "衛生局", "2026-11-01", "", "own", "")
        self.edit.save_site(replace(site, note=text, source_id="clinic"), (source,), "form")
        self.session.finish_gesture()

    def move_site(self, site, town):
        self.edit.move_site(site, town.lon, town.lat, town.code)

    def write_site(self, site, column, text):
        if site in self.project.data.site_by_id:
            self.rows.write({site: {column: text}})

    def delete_sites(self, ids):
        self.edit.delete_sites(ids)

    def revert_site(self, which):
        for site in pick(which, [site.id for site in self.project.own.sites if site.id in DATA.site_by_id]):
            self.edit.revert_sites([site])

    def bring_back(self):
        self.edit.bring_back_removed()

    def write_figure(self, figure, value):
        self.edit.put_figures((changed_figure(figure, self.project.data, value=float(value)),))

    def delete_figure(self, figure):
        self.edit.delete_figures((figure,))

    def revert_figure(self, which):
        gone = [figure for figure in DATA.figures if figure.id in self.project.own.removed_figures]
        for figure in pick(which, [*self.project.own.figures, *gone]):
            self.edit.revert_figures((figure,))

    def put_layer(self, name, before):
        self.edit.put_layer(OwnLayer(name, "star", "#882255"), before if before in self.project.data.own_layers else "")

    def delete_layer(self, which):
        for layer in pick(which, self.project.own.layers):
            self.edit.delete_layer(layer.name)

    # --- definitions ---

    def define(self, circle, town, text):
        self.definition.copy(DATA.default_definition)
        self.definition.write("name", name=Name(text))
        self.definition.write("source", source=replace(self.definition.now.source, title="建議案", publisher="縣府"))
        self._paint(circle, town)

    def define_again(self, which, circle, town):
        for definition in pick(which, self.project.own.definitions):
            self.definition.open(definition.id)
            self._paint(circle, town)

    def _paint(self, circle, town):
        self.definition.choose(circle)
        self.definition.paint(frozenset([town.code]))
        self.definition.save()

    def delete_definition(self, which):
        for definition in pick(which, self.project.own.definitions):
            self.definition.open(definition.id)
            self.definition.delete()

    def draw_by(self, definition):
        self.session.change_definition(definition)

    def overlap(self, overlap):
        self.session.change_overlap(overlap)

    # --- lists of others ---

    def import_sites(self, kind, edition, whole):
        layer = OwnLayer("充電站", "bar", "#117733") if kind == "own" else None
        source = Source(f"list-{kind}", "清冊", "機關", f"202{edition}-01-01", "", "own", "")
        plan = ImportPlan(kind, source, header=(1,), columns={"name": 0, "address": 1}, layer=layer,
                          duplicates="replace", whole=whole)  # fmt: skip
        self._import(self.lists[edition], plan)

    def import_figures(self, known, value):
        mine = Variable("own-visits", Name("到宅訪視"), "visits", "persons", Name("定義"), Name(""))
        plan = ImportPlan("figures", Source("list-figures", "統計", "機關", "2026-01-01", "", "own", ""), header=(1,),
                          columns={"town": 0, "value": 1}, variable=DATA.variables["households"] if known else mine,
                          period=f"20{value:02}", duplicates="replace")  # fmt: skip
        self._import(self.lists[3], plan)

    def _import(self, path, plan):
        project = self.project
        outcome = run_import(open_source(path), plan, project.data)
        assert not outcome.refused
        self.session.change_own(take(outcome, plan, project.own, DATA), "import")

    # --- what is supposed, weighed and told ---

    def suppose(self, change):
        self.session.change_scenario(self.project.scenario.with_change(change), "scenario", "slider")

    def suppose_nothing(self):
        self.session.finish_gesture()
        self.session.change_scenario(Scenario(), "scenario")

    def weigh(self, part, weight):
        for one in pick(part, self.project.index.parts):
            self.session.change_index(self.project.index.with_weight(one.indicator, weight / 8), "weight")

    def recipe(self, normalise, aggregate):
        self.session.change_index(replace(self.project.index, normalise=normalise, aggregate=aggregate))

    def count_of_own_layer(self, which):
        for layer in pick(which, self.project.own.layers):
            part = IndexPart(f"own_{layer.name}_per_100k", 1, 1.0)
            rest = tuple(one for one in self.project.index.parts if one.indicator != part.indicator)
            self.session.change_index(replace(self.project.index, parts=(*rest, part)))

    def capture(self):
        self.scenes.capture()

    def title_page(self):
        self.scenes.add_title()

    def write_page(self, text):
        for scene in self.scenes.chosen[:1]:
            self.scenes.write(scene.id, "title", "zh", text, "letters")

    def copy_scenes(self):
        self.scenes.duplicate()

    def order_scenes(self, up):
        (self.scenes.move_up if up else self.scenes.move_down)()

    def delete_scenes(self):
        self.scenes.delete()

    def look_at_another(self, definition):
        other = replace(self.project, definition_id=definition, overlap=Overlap.SPLIT)
        self.session.take(other, READY_VIEWS["ai"], "view of a scene")

    # --- back and forth ---

    def undo(self, times):
        for _ in range(times):
            self.session.history.undo()

    def redo(self, times):
        for _ in range(times):
            self.session.history.redo()

    def go_to(self, index):
        self.session.history.go_to(index)


def pick(which, rows):
    """Return one of the rows, or none if there is none."""
    return rows[which % len(rows) :][:1] if rows else ()


@pytest.fixture(scope="module")
def lists(tmp_path_factory):
    """Three editions of a list of sites, and one of figures."""
    folder = tmp_path_factory.mktemp("lists")
    addresses = {"甲站": "臺東縣池上鄉1號", "乙站": "花蓮縣玉里鎮2號", "丙站": "南投縣埔里鎮3號"}
    editions = (["甲站", "乙站"], ["乙站", "丙站"], ["甲站", "丙站"])
    made = [
        make_csv(folder / f"{number}.csv", [["據點名稱", "地址"], *([name, addresses[name]] for name in names)])
        for number, names in enumerate(editions)
    ]
    return *made, make_csv(folder / "figures.csv", [["鄉鎮市區", "數值"], ["臺東縣池上鄉", 12], ["花蓮縣玉里鎮", 7]])


@pytest.fixture(scope="module")
def surface(qapp):
    made = MapSurface()
    yield made
    made.close_workers()


@given(STEPS)
@settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undone_it_is_the_start_done_again_the_end_and_saved_what_was_there(lists, surface, tmp_path, steps):
    desk = Desk(lists, surface)
    history = desk.session.history
    for step in steps:
        desk.do(*step)
    end, done = desk.project, history.index()
    data = end.data
    assert len(data.site_by_id) == len(data.sites), "two sites have one id"
    assert {row.source_id for row in (*data.sites, *data.figures)} <= data.sources.keys()
    assert {part.indicator for part in end.index.parts} <= set(indicator_ids(end))
    assert end.what_if.data is not None, "what is supposed cannot be"
    assert all(text for text, _when in history.texts())
    save_project(end, tmp_path / "edited.lifecircles.gpkg")
    opened = open_project(tmp_path / "edited.lifecircles.gpkg", DATA)
    assert (opened.project, opened.notes) == (end, ())
    while history.can_undo():
        history.undo()
    assert desk.project == START
    assert desk.project.data is DATA
    while history.index() < done:
        history.redo()
    assert desk.project == end
    history.go_to(0)
    assert desk.project == START
    history.go_to(done)
    assert desk.project == end


TOWN, SITE, FIGURE = DATA.towns[30], DATA.sites[40].id, DATA.figures[500]
ONE_OF_EACH = [
    ("add_site", Layer.AI, "", TOWN),
    ("add_and_fill_in", TOWN, "甲"),
    ("move_site", SITE, TOWN),
    ("write_site", SITE, "note", "甲"),
    ("revert_site", 0),
    ("delete_sites", [SITE]),
    ("bring_back",),
    ("write_figure", FIGURE, 4),
    ("revert_figure", 0),
    ("delete_figure", FIGURE),
    ("put_layer", "充電站", ""),
    ("put_layer", "關懷據點", "充電站"),
    ("add_site", Layer.OWN, "關懷據點", TOWN),
    ("count_of_own_layer", 0),
    ("delete_layer", 0),
    ("define", "capital", TOWN, "甲案"),
    ("define_again", 0, "east", TOWN),
    ("delete_definition", 0),
    ("import_sites", "own", 0, False),
    ("import_sites", "telemedicine", 0, False),
    ("import_sites", "telemedicine", 1, True),
    ("import_figures", False, 25),
    ("suppose", RemoveSite(SITE)),
    ("suppose_nothing",),
    ("weigh", 0, 9),
    ("recipe", "rank", "geometric"),
    ("draw_by", "2024-12"),
    ("overlap", Overlap.SPLIT),
    ("capture",),
    ("title_page",),
    ("write_page", "甲"),
    ("copy_scenes",),
    ("order_scenes", True),
    ("delete_scenes",),
    ("look_at_another", "2026-01"),
]


def test_every_kind_of_edit_is_one_step(lists, surface):
    assert {what for what, *_how in ONE_OF_EACH} == {*OWN, *REST}
    desk = Desk(lists, surface)
    history = desk.session.history
    for number, (what, *how) in enumerate(ONE_OF_EACH, start=1):
        before = desk.project
        assert desk.do(what, *how), what
        after = desk.project
        assert (history.index(), history.count()) == (number, number), what
        assert history.undo_text(), what
        history.undo()
        assert desk.project == before, what
        history.redo()
        assert desk.project == after, what
