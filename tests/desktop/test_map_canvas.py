"""The map widget under the hands of a user: mouse, wheel, keys, resizing, closing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from data.model import Layer, Place
from data.project import Project
from data.scenario import AddSite, RemoveSite, Scenario
from desktop.map_canvas import FARTHEST, LOGICAL_DOTS, NEAREST
from maps.compose import place_extent
from maps.mapspace import EXTENT
from maps.view import READY_VIEWS
from tests.desktop.driving import settle

ROOT = Path(__file__).parents[2]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def haiduan(data):
    return next(town for town in data.towns if town.name.zh == "海端鄉")


def point_of(canvas, x, y):
    """Return where a point of map space stands in the window, logical pixels."""
    across, down = canvas.viewport().to_page(x, y)
    return QPointF(across * LOGICAL_DOTS, down * LOGICAL_DOTS)


def map_point(canvas, point):
    return canvas.viewport().to_map(point.x() / LOGICAL_DOTS, point.y() / LOGICAL_DOTS)


def mouse(canvas, kind, point, button=LEFT, buttons=LEFT):
    event = QMouseEvent(kind, point, canvas.mapToGlobal(point), button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


def hover(canvas, point):
    mouse(canvas, QEvent.Type.MouseMove, point, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton)


def drag(canvas, start, *stops):
    mouse(canvas, QEvent.Type.MouseButtonPress, start)
    for stop in stops:
        mouse(canvas, QEvent.Type.MouseMove, stop, Qt.MouseButton.NoButton)
    mouse(canvas, QEvent.Type.MouseButtonRelease, stops[-1], LEFT, Qt.MouseButton.NoButton)


def wheel(canvas, point, steps):
    event = QWheelEvent(
        point, canvas.mapToGlobal(point), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


class TestHover:
    def test_the_town_and_its_longitude_and_latitude_are_told(self, canvas, qtbot, haiduan):
        canvas.set_view(replace(READY_VIEWS["overview"], layers=frozenset({"circles"})))
        canvas.zoom_to(Place("town", haiduan.code))
        settle(qtbot, canvas)
        atlas = canvas._atlas
        point = point_of(canvas, *atlas.town_positions[atlas.data.town_index[haiduan.code]])
        with qtbot.waitSignal(canvas.hovered) as told:
            hover(canvas, point)
        place, lon, lat = told.args
        assert place == Place("town", haiduan.code)
        assert lon == pytest.approx(haiduan.lon, abs=1e-4)
        assert lat == pytest.approx(haiduan.lat, abs=1e-4)

    def test_an_island_in_its_box_has_its_own_longitude(self, canvas, qtbot, data):
        town = next(town for town in data.towns if town.name.zh == "烏坵鄉")
        canvas.zoom_to(Place("town", town.code))
        point = point_of(canvas, *canvas._atlas.town_positions[data.town_index[town.code]])
        with qtbot.waitSignal(canvas.hovered) as told:
            hover(canvas, point)
        assert told.args[1:] == pytest.approx([town.lon, town.lat], abs=1e-4)

    def test_the_sea_is_no_place(self, canvas, qtbot):
        with qtbot.waitSignal(canvas.hovered) as told:
            hover(canvas, point_of(canvas, 330_000, 2_500_000))
        assert told.args[0] is None
        assert told.args[1] == pytest.approx(121.8, abs=0.2)

    def test_a_symbol_comes_before_the_town_under_it(self, canvas, qtbot):
        settle(qtbot, canvas)
        symbol = next(symbol for symbol in reversed(canvas._pictures.composed.drawing.symbols) if symbol.dx == 0)
        point = point_of(canvas, symbol.x, symbol.y)
        with qtbot.waitSignal(canvas.hovered) as told:
            hover(canvas, point)
        assert told.args[0] == symbol.place

    def test_a_symbol_of_a_pile_is_found_where_it_is_drawn(self, canvas, qtbot):
        settle(qtbot, canvas)
        piled = [symbol for symbol in canvas._pictures.composed.drawing.symbols if symbol.dx or symbol.dy]
        symbol = max(piled, key=lambda one: one.dx**2 + one.dy**2)
        canvas.zoom_to(symbol.place)
        settle(qtbot, canvas)
        point = point_of(canvas, symbol.x, symbol.y)
        place = canvas.place_at(point + QPointF(symbol.dx, symbol.dy) * LOGICAL_DOTS)
        assert place == symbol.place

    def test_leaving_tells_nowhere(self, canvas, qtbot):
        with qtbot.waitSignal(canvas.hovered) as told:
            QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
        assert told.args[0] is None
        assert np.isnan(told.args[1:]).all()


class TestClick:
    def test_a_click_selects_and_moves_nothing(self, canvas, qtbot, haiduan):
        canvas.set_view(replace(READY_VIEWS["overview"], layers=frozenset({"circles"})))
        settle(qtbot, canvas)
        before = canvas.viewport()
        point = point_of(canvas, *canvas._atlas.town_positions[canvas._atlas.data.town_index[haiduan.code]])
        with qtbot.waitSignal(canvas.selected) as told:
            drag(canvas, point, point + QPointF(1, 2))
        assert told.args == [Place("town", haiduan.code)]
        assert canvas.viewport() == before

    def test_a_click_on_the_sea_selects_nothing(self, canvas, qtbot):
        with qtbot.waitSignal(canvas.selected) as told:
            qtbot.mouseClick(canvas, LEFT, pos=point_of(canvas, 330_000, 2_500_000).toPoint())
        assert told.args == [None]

    def test_a_drag_selects_nothing(self, canvas, qtbot):
        with qtbot.assertNotEmitted(canvas.selected):
            drag(canvas, QPointF(400, 400), QPointF(440, 400), QPointF(400, 400))

    def test_other_buttons_do_nothing(self, canvas, qtbot):
        before = canvas.viewport()
        with qtbot.assertNotEmitted(canvas.selected):
            qtbot.mouseClick(canvas, Qt.MouseButton.RightButton, pos=QPoint(400, 400))
        assert canvas.viewport() == before

    def test_a_double_click_enlarges_around_the_cursor(self, canvas, qtbot):
        point = QPointF(500, 300)
        canvas.zoom_by(1.5)
        before, scale = map_point(canvas, point), canvas.viewport().metres_per_mm
        qtbot.mouseDClick(canvas, LEFT, pos=point.toPoint())
        assert canvas.viewport().metres_per_mm == pytest.approx(scale / 2)
        assert map_point(canvas, point) == pytest.approx(before, abs=1)

    @pytest.mark.parametrize(("town", "circle"), [("海端鄉", "east"), ("宜蘭市", "capital"), ("南竿鄉", "islands")])
    def test_a_double_click_on_the_whole_map_zooms_to_the_circle(self, canvas, qtbot, data, town, circle):
        whole = canvas.viewport().metres_per_mm
        code = next(one.code for one in data.towns if one.name.zh == town)
        left, bottom, right, top = place_extent(canvas._context(), Place("town", code))
        qtbot.mouseDClick(canvas, LEFT, pos=point_of(canvas, (left + right) / 2, (bottom + top) / 2).toPoint())
        shown, wanted = canvas.extent(), place_extent(canvas._context(), Place("circle", circle))
        assert canvas.viewport().metres_per_mm < whole
        assert shown[0] < wanted[0] < wanted[2] < shown[2]
        assert shown[1] < wanted[1] < wanted[3] < shown[3]

    def test_a_double_click_on_the_sea_enlarges_the_whole_map(self, canvas, qtbot):
        whole = canvas.viewport().metres_per_mm
        qtbot.mouseDClick(canvas, LEFT, pos=point_of(canvas, 330_000, 2_500_000).toPoint())
        assert canvas.viewport().metres_per_mm == pytest.approx(whole / 2)


class TestMoving:
    def test_a_drag_moves_the_map_by_exactly_the_drag(self, canvas, qtbot):
        canvas.zoom_by(3)
        start, end = QPointF(420.5, 300.25), QPointF(333.0, 371.75)
        held = map_point(canvas, start)
        drag(canvas, start, QPointF(421, 301), QPointF(400, 320), QPointF(350, 350), end)
        assert map_point(canvas, end) == pytest.approx(held, abs=0.01)

    def test_the_wheel_keeps_the_point_under_the_cursor(self, canvas):
        point = QPointF(555, 222)
        held, scale = map_point(canvas, point), canvas.viewport().metres_per_mm
        for steps in (1, 3, -2, 1):
            wheel(canvas, point, steps)
            assert map_point(canvas, point) == pytest.approx(held, abs=0.01)
        assert canvas.viewport().metres_per_mm < scale

    def test_the_wheel_comes_back_to_where_it_was(self, canvas):
        before = canvas.viewport()
        for steps in (2, -1, -1):
            wheel(canvas, QPointF(400, 300), steps)
        assert canvas.viewport().metres_per_mm == pytest.approx(before.metres_per_mm)
        assert canvas.viewport().centre == pytest.approx(before.centre)

    def test_zooming_ends_at_both_ends(self, canvas, qtbot):
        for _ in range(60):
            canvas.zoom_in()
        assert canvas.viewport().metres_per_mm == NEAREST
        settle(qtbot, canvas)
        for _ in range(80):
            canvas.zoom_out()
        assert canvas.viewport().metres_per_mm == FARTHEST
        settle(qtbot, canvas)

    def test_the_map_cannot_be_lost(self, canvas):
        for _ in range(50):
            canvas.pan_by(900, 700)
        x, y = canvas.viewport().centre
        assert (x, y) == (EXTENT[0], EXTENT[3])

    @pytest.mark.parametrize(
        ("key", "direction"),
        [(Qt.Key.Key_Left, (-1, 0)), (Qt.Key.Key_Right, (1, 0)), (Qt.Key.Key_Up, (0, 1)), (Qt.Key.Key_Down, (0, -1))],
    )
    def test_arrows_look_further_that_way(self, canvas, qtbot, key, direction):
        canvas.zoom_by(4)
        before = canvas.viewport().centre
        qtbot.keyClick(canvas, key)
        after = canvas.viewport().centre
        assert np.sign(np.subtract(after, before).round(3)).tolist() == list(direction)

    def test_other_keys_are_left_to_the_window(self, canvas, qtbot):
        before = canvas.viewport()
        qtbot.keyClick(canvas, Qt.Key.Key_A)
        assert canvas.viewport() == before


class TestPlaces:
    def test_fit_shows_all_of_taiwan_beside_the_legend(self, canvas):
        canvas.zoom_by(9)
        canvas.pan_by(70, 20)
        canvas.fit()
        left, bottom, right, top = canvas.extent()
        assert left <= EXTENT[0]
        assert bottom <= EXTENT[1]
        assert EXTENT[2] <= right
        assert EXTENT[3] <= top

    @pytest.mark.parametrize(
        "place",
        [Place("county", "10014"), Place("circle", "east"), Place("circle", "islands"), Place("county", "09007")],
        ids=lambda place: f"{place.kind}-{place.id}",
    )
    def test_zoom_to_an_area_shows_all_of_it(self, canvas, place):
        canvas.zoom_to(place)
        self.assert_shown(canvas, place)

    def test_zoom_to_a_town_and_a_site(self, canvas, data, haiduan):
        for place in (Place("town", haiduan.code), Place("site", data.sites[0].id)):
            canvas.zoom_to(place)
            self.assert_shown(canvas, place)
            assert canvas.viewport().metres_per_mm < 600

    def assert_shown(self, canvas, place):
        x0, y0, x1, y1 = place_extent(canvas._context(), place)
        free = canvas._layout().free
        viewport = canvas.viewport()
        left, top = viewport.to_page(x0, y1)
        right, bottom = viewport.to_page(x1, y0)
        slack = 0.5
        assert free.left() - slack <= left
        assert right <= free.right() + slack
        assert free.top() - slack <= top
        assert bottom <= free.bottom() + slack
        assert max((right - left) / free.width(), (bottom - top) / free.height()) > 0.5

    @pytest.mark.parametrize("place", [Place("site", "no such"), Place("town", "0"), Place("circle", "moon")])
    def test_zoom_to_nowhere_stays(self, canvas, place):
        before = canvas.viewport()
        canvas.zoom_to(place)
        assert canvas.viewport() == before

    def test_an_extent_is_kept(self, canvas):
        canvas.set_extent((200_000, 2_500_000, 260_000, 2_530_000))
        left, bottom, right, top = canvas.extent()
        assert left <= 200_000
        assert right >= 260_000
        assert bottom <= 2_500_000
        assert top >= 2_530_000
        kept = canvas.extent()
        canvas.set_extent(kept)
        assert canvas.extent() == pytest.approx(kept)


@pytest.fixture
def with_site(canvas, qtbot, haiduan):
    """The map of a scenario with one new telemedicine point in Haiduan, zoomed to it, and that point's symbol."""
    site = AddSite(Layer.TELEMEDICINE, "new-1", "試設", haiduan.code, haiduan.lon + 0.02, haiduan.lat)
    canvas.set_project(replace(canvas._project, scenario=Scenario("", (site,))))
    canvas.set_view(replace(READY_VIEWS["telemedicine"], side="scenario"))
    canvas.zoom_to(Place("town", haiduan.code))
    settle(qtbot, canvas)
    canvas.set_movable(frozenset({"new-1"}))
    return canvas, symbol_of(canvas, "new-1")


def symbol_of(canvas, site_id):
    symbols = canvas._pictures.composed.drawing.symbols
    return next((symbol for symbol in symbols if symbol.place.id == site_id), None)


def at(canvas, symbol):
    return point_of(canvas, symbol.x, symbol.y) + QPointF(symbol.dx, symbol.dy) * LOGICAL_DOTS


class TestPlacing:
    def test_a_click_on_land_tells_where_and_selects_nothing(self, canvas, qtbot, haiduan):
        canvas.set_placing(True)
        point = point_of(canvas, *canvas._atlas.town_positions[canvas._atlas.data.town_index[haiduan.code]])
        with qtbot.waitSignal(canvas.placed) as told, qtbot.assertNotEmitted(canvas.selected):
            qtbot.mouseClick(canvas, LEFT, pos=point.toPoint())
        lon, lat, town = told.args
        assert (lon, lat) == pytest.approx((haiduan.lon, haiduan.lat), abs=0.01)
        assert town == haiduan.code

    def test_in_an_island_box_the_place_is_the_islands(self, canvas, qtbot, data):
        town = next(town for town in data.towns if town.name.zh == "金湖鎮")
        canvas.set_placing(True)
        point = point_of(canvas, *canvas._atlas.town_positions[data.town_index[town.code]])
        with qtbot.waitSignal(canvas.placed) as told:
            qtbot.mouseClick(canvas, LEFT, pos=point.toPoint())
        assert told.args[2] == town.code
        assert told.args[:2] == pytest.approx([town.lon, town.lat], abs=0.01)

    def test_at_sea_nothing_is_told_and_the_cursor_says_so(self, canvas, qtbot, haiduan):
        canvas.set_placing(True)
        sea = point_of(canvas, 330_000, 2_500_000)
        hover(canvas, sea)
        assert canvas.cursor().shape() is Qt.CursorShape.ForbiddenCursor
        with qtbot.assertNotEmitted(canvas.placed), qtbot.assertNotEmitted(canvas.selected):
            qtbot.mouseClick(canvas, LEFT, pos=sea.toPoint())
        hover(canvas, point_of(canvas, *canvas._atlas.town_positions[canvas._atlas.data.town_index[haiduan.code]]))
        assert canvas.cursor().shape() is Qt.CursorShape.CrossCursor

    def test_a_drag_still_moves_the_map(self, canvas, qtbot):
        canvas.set_placing(True)
        before = canvas.viewport().centre
        with qtbot.assertNotEmitted(canvas.placed):
            drag(canvas, QPointF(400, 400), QPointF(440, 430))
        assert canvas.viewport().centre != before

    def test_a_double_click_puts_one_point_and_zooms_nothing(self, canvas, qtbot, haiduan):
        canvas.set_placing(True)
        told, scale = [], canvas.viewport().metres_per_mm
        canvas.placed.connect(lambda *place: told.append(place))
        point = point_of(canvas, *canvas._atlas.town_positions[canvas._atlas.data.town_index[haiduan.code]]).toPoint()
        qtbot.mouseClick(canvas, LEFT, pos=point)
        qtbot.mouseDClick(canvas, LEFT, pos=point)
        assert len(told) == 1
        assert canvas.viewport().metres_per_mm == scale

    def test_esc_ends_it_and_belongs_to_it_before_the_window(self, canvas, qtbot):
        canvas.set_placing(True)
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(canvas, event)
        assert event.isAccepted()
        with qtbot.waitSignal(canvas.placing_changed) as told:
            qtbot.keyClick(canvas, Qt.Key.Key_Escape)
        assert told.args == [False]
        event.ignore()
        QApplication.sendEvent(canvas, event)
        assert not event.isAccepted()


class TestDragging:
    def test_the_symbol_follows_at_once_and_the_map_stays(self, with_site, qtbot):
        canvas, symbol = with_site
        start, before = at(canvas, symbol), canvas.viewport()
        mouse(canvas, QEvent.Type.MouseButtonPress, start)
        for step in (10, 30, 55):
            mouse(canvas, QEvent.Type.MouseMove, start + QPointF(step, step), Qt.MouseButton.NoButton)
            floating = canvas._tool.floating
            assert floating.style == symbol.style
            shown = point_of(canvas, floating.x, floating.y)
            assert (shown - start - QPointF(step, step)).manhattanLength() < 0.1
        assert canvas.viewport() == before

    def test_on_release_it_tells_where(self, with_site, qtbot):
        canvas, symbol = with_site
        start = at(canvas, symbol)
        end = start + QPointF(-40, 25)
        with qtbot.waitSignal(canvas.moved) as told, qtbot.assertNotEmitted(canvas.selected):
            drag(canvas, start, start + QPointF(-20, 10), end)
        site, lon, lat, town = told.args
        assert site == "new-1"
        assert (lon, lat, town) == pytest.approx(tuple(canvas.land_at(end)))

    def test_on_the_way_it_tells_over_which_town(self, with_site, qtbot):
        canvas, symbol = with_site
        start = at(canvas, symbol)
        end = start + QPointF(-40, 25)
        told = []
        canvas.hovered.connect(lambda *args: told.append(args))
        drag(canvas, start, end)
        land = canvas.land_at(end)
        assert [args[0] for args in told] == [Place("town", land.town_code)]
        assert told[0][1:] == pytest.approx((land.lon, land.lat))

    def test_a_click_on_it_selects(self, with_site, qtbot):
        canvas, symbol = with_site
        with qtbot.waitSignal(canvas.selected) as told, qtbot.assertNotEmitted(canvas.moved):
            qtbot.mouseClick(canvas, LEFT, pos=at(canvas, symbol).toPoint())
        assert told.args == [Place("site", "new-1")]

    def test_other_sites_move_with_the_map(self, with_site, qtbot):
        canvas, symbol = with_site
        canvas.set_movable(frozenset())
        before = canvas.viewport().centre
        with qtbot.assertNotEmitted(canvas.moved):
            drag(canvas, at(canvas, symbol), at(canvas, symbol) + QPointF(50, 20))
        assert canvas.viewport().centre != before

    def test_let_go_at_sea_it_goes_back(self, with_site, qtbot):
        canvas, symbol = with_site
        canvas.fit()
        settle(qtbot, canvas)
        symbol = symbol_of(canvas, "new-1")
        with qtbot.assertNotEmitted(canvas.moved):
            drag(canvas, at(canvas, symbol), point_of(canvas, 340_000, 2_500_000))
        assert canvas._tool.floating is None

    def test_esc_puts_it_back(self, with_site, qtbot):
        canvas, symbol = with_site
        start = at(canvas, symbol)
        mouse(canvas, QEvent.Type.MouseButtonPress, start)
        mouse(canvas, QEvent.Type.MouseMove, start + QPointF(40, 0), Qt.MouseButton.NoButton)
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)
        with qtbot.assertNotEmitted(canvas.moved), qtbot.assertNotEmitted(canvas.selected):
            mouse(canvas, QEvent.Type.MouseButtonRelease, start + QPointF(40, 0), LEFT, Qt.MouseButton.NoButton)
        assert canvas._tool.floating is None


class TestScenario:
    def test_its_sites_are_shown_on_its_side_only(self, canvas, qtbot, data, haiduan):
        gone = next(site.id for site in data.sites_of(Layer.TELEMEDICINE) if site.category == "spoke")
        added = AddSite(Layer.TELEMEDICINE, "new-1", "", haiduan.code, haiduan.lon, haiduan.lat)
        canvas.set_project(replace(Project.start(data), scenario=Scenario("", (added, RemoveSite(gone)))))
        for side, shown in (("scenario", True), ("baseline", False)):
            canvas.set_view(replace(READY_VIEWS["telemedicine"], side=side))
            settle(qtbot, canvas)
            assert (symbol_of(canvas, "new-1") is not None) is shown
            assert bool(symbol_of(canvas, gone).style.gone) is shown

    def test_boundaries_are_kept(self, with_site, qtbot, data):
        canvas, _ = with_site
        detail = canvas._context().detail
        canvas.set_project(Project.start(data))
        assert canvas._context().detail is detail
