"""Layers and definitions that a project brings along: drawn, told apart, counted, cited, and drawn anew."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from data.model import OWN_SHAPES, Definition, Layer, Member, Name, OwnLayer, Precision, Site, Source, Status
from data.own import NOTHING
from data.project import Project
from maps.briefing.slide_legend import slide_sections
from maps.clusters import cluster_symbols
from maps.context import Context
from maps.display import SymbolStyle
from maps.export.shown_sites import site_table
from maps.geometry import Atlas
from maps.hexagons import bins, hexagon_layers
from maps.legend import legend
from maps.rings import ring_colour, ring_sites
from maps.site_layers import (
    LEAST_CONTRAST,
    LEAST_IN_THE_DARK,
    contrast,
    layer_colour,
    own_layers,
    readable,
    shown_layers,
    sites_in,
)
from maps.sites import RADIUS, site_symbols
from maps.stamps import draw_symbol
from maps.symbols import SHAPES, symbol_path
from maps.theme import THEMES
from maps.view import READY_VIEWS, THEME_NAMES
from maps.words import source_lines, subtitle, title

OFFICE = Source("office", "示範場域清冊", "某縣政府農業處", "2026-10-01", "", "own", "")
HUB, MILLS = OwnLayer("hub", "star", "#C2185B"), OwnLayer("水質監測站 & <b>", "drop", "#00796B")
WHERE = ("10002", "10014", "67000", "09020")


def own_site(data, number, layer, status=Status.OPERATING, precision=Precision.SITE):
    towns = [town for town in data.towns if town.county.code in WHERE]
    town = towns[number % len(towns)]
    return Site(
        f"own-{number}", Layer.OWN, layer.name, Name(f"場域{number}"), "", town.county.code, town.code, "",
        town.lon, town.lat, precision, status, "", "", None, "", "office", "", "",
    )  # fmt: skip


@pytest.fixture(scope="module")
def brought(data):
    """A project with two layers of its own: 20 sites, a fourth of them planned, and 10 that all work."""
    own = NOTHING.with_source(OFFICE).with_layer(HUB).with_layer(MILLS)
    first = [own_site(data, one, HUB, Status.PLANNED if one % 4 == 0 else Status.OPERATING) for one in range(20)]
    return Project(
        data,
        data.default_definition,
        own=own.with_sites([*first, *(own_site(data, one, MILLS) for one in range(20, 30))]),
    )


@pytest.fixture
def look(brought, texts):
    """A function that gives the context of a view of that project, or of another one."""

    def make(name="overview", of=brought, scale=2000.0, **changes):
        view = replace(READY_VIEWS[name], **changes)
        return Context(of, view, Atlas(of.data), texts[view.language], scale)

    return make


def styles(context):
    return Counter(symbol.style.shape for symbol in site_symbols(context))


@pytest.mark.parametrize("name", READY_VIEWS)
def test_without_own_layers_the_layer_own_changes_nothing(make_context, name):
    on, off = (make_context(name, layers=layers) for layers in
               (READY_VIEWS[name].layers | {"own"}, READY_VIEWS[name].layers - {"own"}))  # fmt: skip
    assert shown_layers(on) == shown_layers(off)
    assert site_symbols(on) == site_symbols(off)
    assert [(one.title, one.entries) for one in legend(on)] == [(one.title, one.entries) for one in legend(off)]
    assert (title(on), source_lines(on)) == (title(off), source_lines(off))
    assert (site_table(on) is None) is (site_table(off) is None)


def test_each_own_layer_is_drawn_in_its_shape_and_can_be_hidden(look):
    assert (styles(look())["star"], styles(look())["drop"]) == (20, 10)
    hidden = look(hidden_own=frozenset({"hub", "none of this name"}))
    assert (styles(hidden)["star"], styles(hidden)["drop"]) == (0, 10)
    none = look(layers=READY_VIEWS["overview"].layers - {"own"})
    assert (styles(none)["star"], styles(none)["drop"]) == (0, 0)


def test_hollow_and_ring_say_of_own_sites_what_they_say_of_others(brought, look):
    near = own_site(brought.data, 99, HUB, Status.UNKNOWN, Precision.TOWN)
    project = replace(brought, own=brought.own.with_sites([near]))
    found = {one.place.id: one.style for one in site_symbols(look(of=project))}
    assert (found["own-99"].hollow, found["own-99"].ring) == (True, True)
    assert (found["own-1"].hollow, found["own-1"].ring) == (False, False)


def test_an_ended_own_site_is_not_drawn(brought, look):
    project = replace(brought, own=brought.own.with_sites([own_site(brought.data, 1, HUB, Status.ENDED)]))
    assert styles(look(of=project))["star"] == 19


@pytest.mark.parametrize("by", ["status", "category", "precision"])
@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_legend_counts_own_sites_in_the_look_of_the_map(look, by, theme):
    context = look("ai", layers=frozenset({"own", "legend"}), sites_by=by, theme=theme)
    counts = Counter()
    for section in legend(context):
        for entry in section.entries:
            if entry.count and isinstance(entry.swatch, SymbolStyle):
                counts[entry.swatch.shape, entry.swatch.colour, entry.swatch.hollow] += int(entry.count)
    drawn = Counter((one.style.shape, one.style.colour, one.style.hollow) for one in site_symbols(context))
    if by == "precision":  # which tells no states apart
        drawn = Counter({("star", one[1], False): 20 if one[0] == "star" else 0 for one in drawn if one[0] == "star"}
                        | {("drop", one[1], False): 10 for one in drawn if one[0] == "drop"})  # fmt: skip
    assert counts == drawn
    words = [entry.text for section in legend(context) for entry in section.entries]
    assert any("hub" in one for one in [*words, *(section.title for section in legend(context))])


def test_many_own_layers_have_one_entry_each(brought, look):
    own = brought.own
    for number in range(5):
        layer = OwnLayer(f"層{number}", "bar", "#123456")
        own = own.with_layer(layer).with_sites([own_site(brought.data, 100 + number, layer)])
    context = look("ai", of=replace(brought, own=own), layers=frozenset({"own", "legend"}))
    counted = {entry.text: entry.count for section in legend(context) for entry in section.entries if entry.count}
    assert counted == {"hub": "20", MILLS.name: "10", **{f"層{number}": "1" for number in range(5)}}
    for brevity in range(5):  # of a slide
        assert slide_sections(context, 3.0, brevity, named=False)


def test_a_layer_may_have_the_name_of_a_category(look):
    """ "hub" is a category of telemedicine, with words and a shape of its own."""
    table = site_table(look("ai", layers=frozenset({"own"})))
    assert table is not None
    names = [column.id for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    assert Counter(row["category_words"] for row in rows) == {"hub": 20, MILLS.name: 10}
    assert {row["layer"] for row in rows} == {"own"}
    assert {row["source_id"] for row in rows} == {"office"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_document_behind_an_own_layer_is_named(look, language):
    lines = "\n".join(source_lines(look(language=language)))
    assert "某縣政府農業處《示範場域清冊》" in lines
    assert MILLS.name in lines
    assert lines.count("示範場域清冊") == 1  # layers from one document stand together
    assert "示範場域清冊" not in "\n".join(
        source_lines(look(language=language, hidden_own=frozenset({"hub", MILLS.name})))
    )


def test_a_layer_and_the_number_of_its_sites_cite_their_document_once(look):
    layers = frozenset({"own", "choropleth"})
    lines = source_lines(look("ai", layers=layers, choropleth="own_hub", hidden_own=frozenset({MILLS.name})))
    assert "\n".join(lines).count("示範場域清冊") == 1


def test_the_title_names_own_layers_that_stand_alone(look):
    assert MILLS.name in title(look("ai", layers=frozenset({"own"})))


def test_figures_of_own_sites_are_of_no_one_time(look):
    shown = frozenset({"own", "choropleth"})
    context = look(layers=shown, choropleth="own_hub_per_100k", level="county", language="en")
    assert subtitle(context).endswith("by county")
    assert "undated" not in subtitle(context)


def test_sites_whose_layer_is_missing_are_drawn_all_the_same(brought, look):
    project = replace(brought, own=replace(brought.own, layers=(HUB,)))
    assert [layer.name for layer in own_layers(project.data)] == ["hub", MILLS.name]
    assert styles(look(of=project))["ring"] == 10


@pytest.mark.parametrize("how", ["clusters", "hexagons"])
def test_own_layers_are_gathered(look, how):
    context = look("ai", layers=frozenset({"own"}), gathering=how, scale=6000.0)
    if how == "clusters":
        discs = cluster_symbols(context, HUB)
        assert {one.style.mark for one in discs} == {"star"}
        assert sum(int(one.style.text) for one in discs) > 1
        assert {one.style.colour for one in discs} == {layer_colour("light", HUB)}
    else:
        assert hexagon_layers(context) == (HUB, MILLS)
        assert bins(context).count.sum() == 30


def test_rings_around_own_sites(look):
    context = look(layers=frozenset({"own", "rings"}), rings_around="own", hidden_own=frozenset({"hub"}))
    assert {site.category for site in ring_sites(context)} == {MILLS.name}
    assert ring_colour(context) == layer_colour("light", MILLS)


# --- shapes and colours -----------------------------------------------------------------------------------------------


def test_every_own_shape_has_a_symbol_of_like_weight():
    areas = []
    for shape in OWN_SHAPES:
        image = QImage(200, 200, QImage.Format.Format_Grayscale8)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.translate(100, 100)
        painter.scale(50, 50)
        painter.fillPath(symbol_path(shape), QColor("black"))
        painter.end()
        ink = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(200, image.bytesPerLine())[:, :200] < 128
        areas.append(ink.sum() / 50**2 * RADIUS[shape] ** 2)
    assert max(areas) < 1.6 * min(areas)


def test_no_two_shapes_look_alike(to_pixels):
    pictures = {}
    for shape in sorted(set(SHAPES) - {"disc", "cluster", "own"}):
        image = QImage(64, 64, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(32, 32)
        draw_symbol(painter, SymbolStyle(shape, 1.3, "#000000", "#FFFFFF"), 18.0)
        painter.end()
        pictures[shape] = to_pixels(image)[:, :, 0].astype(int)
    for shape in OWN_SHAPES:
        for other, picture in pictures.items():
            if other != shape:
                assert np.abs(pictures[shape] - picture).mean() > 8, (shape, other)


@given(st.integers(0, 0xFFFFFF), st.sampled_from(THEME_NAMES))
def test_every_colour_is_seen_on_the_ground_of_every_theme(number, theme):
    colour, ground = f"#{number:06x}", THEMES[theme].land
    least = LEAST_IN_THE_DARK if theme == "dark" else LEAST_CONTRAST
    shown = readable(colour, theme)
    assert contrast(shown, ground) >= least
    if contrast(colour, ground) >= least:
        assert shown == colour


# --- what is changed is drawn anew ------------------------------------------------------------------------------------


def test_a_moved_site_stands_elsewhere_and_the_shapes_are_shared(brought):
    atlas = Atlas(brought.data)
    site = sites_in(brought.data, HUB)[0]
    moved = replace(brought, own=brought.own.with_sites([replace(site, lon=site.lon + 0.05)]))
    after = atlas.with_data(moved.data)
    assert after.detail(500) is atlas.detail(500)
    assert after.site_positions[site.id] != atlas.site_positions[site.id]
    assert after.site_positions["own-5"] == atlas.site_positions["own-5"]
    assert after.with_data(brought.data).site_positions[site.id] == atlas.site_positions[site.id]


def test_a_definition_that_changes_under_its_id_has_other_circles(data):
    def project(circle):
        members = (Member(circle, "63000", False, "office", "", ""), Member("east", "10015", False, "office", "", ""))
        mine = Definition("own-1", Name("甲案"), "office", members)
        return Project(data, "own-1", own=NOTHING.with_source(OFFICE).with_definition(mine))

    before, after = project("capital"), project("silicon")
    atlas = Atlas(before.data)
    row = data.town_index["63000010"]
    assert atlas.circles(1000, "own-1").members[row] == ("capital",)
    assert set(atlas.circles(1000, "own-1").areas) == {"capital", "east"}
    later = atlas.with_data(after.data)
    assert later.circles(1000, "own-1").members[row] == ("silicon",)
    assert set(later.circles(1000, "own-1").areas) == {"silicon", "east"}
    assert later.circles(1000, data.default_definition).members[row] == ("capital",)
    assert later.circles(1000, "own-1") is later.circles(1000, "own-1")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sheets_mark_an_own_definition_and_name_who_made_it(data, texts, language):
    mine = Definition("own-1", Name("甲案", "Plan A"), "office", (Member("capital", "63000", False, "office", "", ""),))
    project = Project(data, "own-1", own=NOTHING.with_source(OFFICE).with_definition(mine))
    view = replace(READY_VIEWS["overview"], language=language)
    line = source_lines(Context(project, view, Atlas(project.data), texts[language], 2000.0))[0]
    name = mine.name.text(language)
    assert name in line
    assert f"{name} " in line or f"{name}（" in line
    assert "某縣政府農業處" in line
