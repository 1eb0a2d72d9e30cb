"""Names of sites: which at what scale, where, and how they are joined to crowded symbols."""

import math
from collections import defaultdict
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from data.model import Layer, Place, Status
from maps.compose import compose_map
from maps.display import Label, MapDrawing, TextStyle, Viewport
from maps.fonts import text_width
from maps.label_ground import Ground, label_box, leader_boxes, mark_box
from maps.labels import map_labels
from maps.leaders import Member, arrangements
from maps.site_labels import MOST_NAMED
from maps.site_names import CUT, NAMED_BELOW, folded, rank, site_name
from maps.sites import site_symbols

ALL = frozenset({"circles", "ai", "broadband", "telemedicine", "hospital", "digital", "labels"})
PAGE = QRectF(0, 0, 200, 200)


def joined(text):
    """Return a name without what breaking its lines changes."""
    return "".join(text.split())


def of_sites(context):
    """Return the names of sites on the map: those in the colours that no other names have."""
    symbols = site_symbols(context)
    bare = {label.style.colour for label in map_labels(context, [])}
    return symbols, [label for label in map_labels(context, symbols) if label.style.colour not in bare]


class TestPlaces:
    @given(
        scale=st.floats(14, 1000),
        name=st.sampled_from(["overview", "ai", "telemedicine"]),
        names=st.sampled_from(["zh", "en", "both"]),
        layers=st.sampled_from([None, ALL]),
        unit=st.sampled_from([0.75, 1.0, 1.4]),
    )
    @settings(max_examples=14, deadline=None)
    def test_no_name_lies_on_a_name_or_a_line(self, make_context, label_boxes, overlapping, **drawn):
        more = {} if drawn["layers"] is None else {"layers": drawn["layers"]}
        context = make_context(drawn["name"], drawn["scale"], names=drawn["names"], unit=drawn["unit"], **more)
        labels = compose_map(context).labels
        viewport = Viewport(PAGE, (250_000.0, 2_700_000.0), drawn["scale"])
        boxes = label_boxes(labels, viewport)
        assert [(labels[i].text, labels[j].text) for i, j in overlapping(boxes, 0.05)] == []
        lines = [(label, leader_line(label, viewport)) for label in labels if label.leader]
        texts = shapely.STRtree(shapely.box(*boxes.T))
        for label, line in lines:
            hit = [labels[i] for i in texts.query(line, predicate="crosses") if labels[i] is not label]
            assert hit == [], label.text
        for (one, first), (two, second) in combinations(lines, 2):
            assert not first.crosses(second), (one.text, two.text)

    @pytest.mark.parametrize("names", ["zh", "en", "both"])
    @pytest.mark.parametrize("scale", [300.0, 150.0, 60.0])
    def test_no_name_covers_a_symbol(self, make_context, scale, names):
        context = make_context(scale=scale, names=names, layers=ALL)
        symbols, labels = of_sites(context)
        marks = shapely.STRtree(shapely.box(*np.array([mark_box(symbol, scale) for symbol in symbols]).T))
        assert len(labels) > 30
        for label in labels:
            left, top, right, bottom = label_box(label, scale)
            air = 0.3 * label.style.size
            assert not len(marks.query(shapely.box(left + air, top + air, right - air, bottom - air))), label.text

    def test_towns_keep_off_symbols_too(self, make_context, data):
        context = make_context(scale=200.0)
        symbols = site_symbols(context)
        marks = Ground(mark_box(symbol, 200.0) for symbol in symbols)
        names = {town.name.zh for town in data.towns}
        towns = [label for label in map_labels(context, symbols) if label.text in names]
        covering = [label.text for label in towns if not marks.is_free(label_box(label, 200.0))]
        assert len(towns) > 330
        assert len(covering) <= 3, covering

    def test_a_name_stands_at_its_symbol_or_at_the_end_of_a_line_from_it(self, make_context):
        context = make_context(scale=150.0, layers=ALL)
        symbols, labels = of_sites(context)
        by_name = defaultdict(list)
        for one in symbols:
            by_name[joined(site_name(context, context.data.site_by_id[one.place.id]).zh)].append(one)
        led = 0
        for label in labels:
            if joined(label.text) not in by_name:
                continue
            left, top, right, bottom = label_box(label, 150.0)
            box = shapely.box(left, top, right, bottom)
            x, y = label.x / 150.0, -label.y / 150.0
            if label.leader:
                (x0, y0), (x1, y1) = label.leader
                led += 1
                assert box.distance(shapely.Point(x + x1, y + y1)) < 0.6
                x, y = x + x0, y + y0
            near = shapely.Point(x, y) if label.leader else box
            symbols_there = [
                shapely.Point(one.x / 150.0 + one.dx, -one.y / 150.0 + one.dy) for one in by_name[joined(label.text)]
            ]
            assert min(at.distance(near) for at in symbols_there) < 2.9, label.text
        assert led > 20

    def test_stepping_in_keeps_names_on_their_side(self, make_context):
        def sides(scale):
            _, labels = of_sites(make_context(scale=scale))
            return {label.text.replace("\n", ""): math.copysign(1, label.dx) for label in labels if len(label.text) > 3}

        before, after = sides(240.0), sides(240.0 / 1.25)
        both = before.keys() & after.keys()
        assert len(both) > 0.9 * len(before)
        assert sum(before[name] == after[name] for name in both) > 0.85 * len(both)


def leader_line(label, viewport):
    x, y = viewport.to_page(label.x, label.y)
    return shapely.LineString([(x + dx, y + dy) for dx, dy in label.leader])


class TestWhichSites:
    def test_the_important_come_first(self, make_context, data):
        above, below = (len(of_sites(make_context(scale=NAMED_BELOW[0] + step, layers=ALL))[1]) for step in (1, -1))
        assert above == 0
        assert below > 20
        context = make_context(scale=NAMED_BELOW[1] + 1, layers=ALL)
        top = {joined(site_name(context, site).zh) for site in data.sites if rank(site) == 0}
        shown = {joined(label.text) for label in of_sites(context)[1]}
        assert {name for name in shown if not name.startswith("+") and CUT not in name} <= top

    def test_ranks(self, data):
        def ranks(**wanted):
            return {rank(site) for site in data.sites if all(getattr(site, key) == one for key, one in wanted.items())}

        assert ranks(category="hub") == ranks(category="science-park") == ranks(category="medical-centre") == {0}
        assert ranks(category="data-centre", status=Status.PLANNED) == {0}
        assert ranks(category="data-centre", status=Status.OPERATING) == ranks(category="spoke") == {1}
        assert ranks(layer=Layer.DIGITAL) == ranks(category="district") == {2}

    def test_layers_that_are_off_are_not_named(self, make_context):
        assert of_sites(make_context(scale=100.0, layers=frozenset({"circles", "labels"})))[1] == []

    def test_what_steps_back_is_not_named(self, make_context, data):
        context = make_context("ai", 200.0, focus=Place("circle", "east"))
        _, labels = of_sites(context)
        near = {
            site_name(context, data.site_by_id[one.place.id]).zh for one in site_symbols(context) if not one.style.faded
        }
        shown = {label.text.replace("\n", "") for label in labels}
        assert shown
        assert shown <= near

    def test_a_crowd_counts_whom_it_does_not_name(self, make_context, data):
        """Twelve AI sites stand on one spot in Guiren."""
        context = make_context("ai", 150.0)
        symbols, labels = of_sites(context)
        guiren = next(town.code for town in data.towns if town.full_name("zh") == "臺南市歸仁區")
        spot = {(one.x, one.y) for one in symbols if data.site_by_id[one.place.id].town_code == guiren}
        here = [label for label in labels if (label.x, label.y) in spot]
        named = [label for label in here if label.leader]
        others = [int(label.text) for label in here if label.text.startswith("+")]
        assert 3 <= len(named) <= MOST_NAMED
        assert others == [12 - len(named)]

    def test_the_hospital_of_a_hub_is_not_named_twice(self, make_context):
        texts = [label.text for label in of_sites(make_context(scale=120.0, layers=ALL))[1]]
        assert texts.count("亞東紀念醫院") == 1

    def test_supposed_sites_are_named_on_paper_only(self, make_context, supposed):
        context = make_context("telemedicine", 240.0, of=supposed, side="scenario")
        symbols = site_symbols(context)

        def shown(of):
            return {label.text for label in map_labels(of, symbols)}

        assert "新據點1" not in shown(context)
        assert "新據點1" in shown(replace(context, extent=(100_000.0, 2_400_000.0, 350_000.0, 2_800_000.0)))


class TestNames:
    @pytest.mark.parametrize(
        ("full", "short"),
        [
            ("臺東縣鹿野鄉衛生所", "鹿野鄉衛生所"),
            ("臺北市立聯合醫院（仁愛院區）", "臺北市立聯合醫院（仁愛院區）"),
            ("佛教慈濟醫療財團法人花蓮慈濟醫院", "花蓮慈濟醫院"),
            ("新竹科學園區（竹南園區）", "新竹科學園區（竹南園區）"),
            ("美光台中四廠（HBM3E先進封裝）", "美光台中四廠"),
        ],
    )
    def test_are_shortened(self, make_context, data, full, short):
        site = next(site for site in data.sites if site.name.zh == full)
        assert site_name(make_context(), site).zh == short

    def test_stay_distinct_in_a_layer(self, make_context, data):
        context = make_context()
        for layer in Layer:
            sites = data.sites_of(layer)
            full = {site.name.zh for site in sites}
            assert len({site_name(context, site).zh for site in sites}) == len(full), layer

    @given(st.text("臺北市立聯合醫院 （）ABC–data centre", min_size=1, max_size=60), st.floats(8, 40))
    def test_fold_to_two_lines_of_the_width(self, text, width):
        lines = folded(text.strip() or "院", 2.5, width).split("\n")
        assert len(lines) <= 2
        assert all(text_width(line, 2.5) <= width + 1e-6 for line in lines)


members = st.lists(
    st.builds(
        Member, st.floats(-5, 5), st.floats(-5, 5), st.floats(0.7, 1.5), st.floats(5, 30), st.floats(2.5, 8)
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda one: (round(one.x, 1), round(one.y, 1)),
)  # fmt: skip


class TestLeaders:
    @given(members)
    @settings(max_examples=60)
    def test_every_symbol_has_one_line_and_none_crosses_another(self, crowd):
        for arrangement in arrangements(crowd, 9.0, 0.5):
            assert sorted(entry.number for entry in arrangement.entries) == list(range(len(crowd)))
            lines = [shapely.LineString(entry.leader) for entry in arrangement.entries]
            assert not any(one.crosses(other) for one, other in combinations(lines, 2))
            boxes = [
                shapely.box(
                    entry.x - crowd[entry.number].width / 2, entry.y - crowd[entry.number].height / 2 + 0.01,
                    entry.x + crowd[entry.number].width / 2, entry.y + crowd[entry.number].height / 2 - 0.01,
                )
                for entry in arrangement.entries
            ]  # fmt: skip
            assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
            for entry in arrangement.entries:
                assert math.copysign(1, entry.x) == entry.side
                start, end = entry.leader
                at = crowd[entry.number].x, crowd[entry.number].y
                assert math.dist(at, start) == pytest.approx(crowd[entry.number].radius)
                assert abs(end[0]) == pytest.approx(9.0)

    def test_the_boxes_of_a_line_cover_it(self):
        label = Label(1000, -500, 0, 0, "名", TextStyle(2.5, "#000000"), leader=((-1, -1), (6, 3)))
        covered = shapely.union_all([shapely.box(*box) for box in leader_boxes(label, 100.0)])
        line = shapely.LineString([(9, 4), (16, 8)])
        assert shapely.difference(line, covered).length < 0.05 * line.length

    @pytest.mark.parametrize("stamps", [True, False])
    def test_is_drawn_under_the_names(self, draw, square, stamps):
        style = TextStyle(4.0, "#FF0000", halo="#FFFFFF")
        label = Label(0, 0, 9, 0, "名", style, leader=((-15, 0), (6, 0)))
        picture = draw(MapDrawing(labels=(label,)), square, paper="#0000FF", stamps=stamps)
        row = picture[(20 * 4)].astype(int)
        reddish = np.flatnonzero((row[:, 0] > 150) & (row[:, 2] < 150))
        assert reddish.min() == pytest.approx(5 * 4, abs=2)
        above = picture[(20 * 4) - 2, 40].astype(int)
        assert above.min() > 100, "the line has a halo"


class TestGround:
    boxes = st.tuples(st.floats(-50, 50), st.floats(-50, 50), st.floats(0.1, 30), st.floats(0.1, 30)).map(
        lambda one: (one[0], one[1], one[0] + one[2], one[1] + one[3])
    )

    @given(st.lists(boxes, max_size=12), boxes)
    def test_finds_what_overlaps(self, taken, asked):
        def meet(one, other):
            return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

        ground = Ground(taken)
        assert ground.overlapped(asked) == {box for box in taken if meet(box, asked)}
        assert ground.is_free(asked) == (not ground.overlapped(asked))

    def test_nothing_is_free_outside_what_is_seen(self):
        ground = Ground(seen=(0, 0, 10, 10))
        assert ground.is_free((1, 1, 9, 9))
        assert not ground.is_free((1, 1, 9, 10.1))
