"""A chart in the window: reading, selecting, marking, walking with the keys, saving, copying."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from data.balance.evaluate import column
from data.balance.groups import groups
from data.model import Place
from data.project import Project
from desktop.chart_view import ChartView, as_chosen
from desktop.session import Session
from desktop.worker import Workers
from maps.charts import render
from maps.view import READY_VIEWS


@pytest.fixture
def session(qapp, data):
    return Session(Project.start(data), READY_VIEWS["overview"])


@pytest.fixture
def workers(qapp):
    pool = Workers()
    yield pool
    pool.close()


@pytest.fixture
def view(qtbot, session, workers):
    widget = ChartView(session, workers)
    qtbot.addWidget(widget)
    widget.resize(380, 320)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def show(view):
    """A function that shows a chart at once."""

    def do(chart_id="bars", indicator="speed_4g", **more):
        context = view.context(indicator, **more)
        view.show_chart(chart_id, context, render.build(chart_id, context))
        return view

    return do


def point_of(view, place):
    return view.rect_of(next(hit for hit in view.chart.hits if hit.place == place)).center().toPoint()


def test_hover_reads_the_exact_value_and_tells_the_map(show, session, qtbot):
    view = show()
    areas = groups(session.project, "circle")
    value = column(session.project, "speed_4g", "circle").values[areas.ids.index("east")]
    QTest.mouseMove(view.viewport(), point_of(view, Place("circle", "east")))
    qtbot.waitUntil(lambda: session.view.hovered == Place("circle", "east"))
    assert session.texts.number(value, 1) in QToolTip.text()
    assert "東部慢活城鄉" in QToolTip.text()
    QGuiApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert session.view.hovered is None


def test_a_click_selects_a_town_and_beside_it_nothing(show, session, qtbot):
    view = show("scatter", other_id="population_65plus_share", by="county")
    place = Place("county", "10014")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, place))
    assert session.view.selected == place
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport().rect().bottomRight())
    assert session.view.selected is None


def test_a_double_click_zooms(show, session, qtbot):
    view, gone = show(), []
    session.zoom_requested.connect(gone.append)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, Place("circle", "south")))
    assert gone == [Place("circle", "south")]


def test_what_is_selected_elsewhere_is_marked_without_a_new_figure(show, session):
    view = show()
    figure, before = view.chart.figure, view.grab().toImage()
    session.select(Place("town", "10014010"))
    assert [hit.area for hit in view.marked(session.view.selected)] == ["east"]
    assert view.grab().toImage() != before
    assert view.chart.figure is figure
    session.select(None)
    assert view.grab().toImage() == before


@pytest.mark.parametrize(
    ("by", "place", "marked"),
    [
        ("county", Place("town", "10014010"), {"10014"}),
        ("town", Place("town", "10014010"), {"10014010"}),
        ("county", Place("circle", "islands"), {"10016", "09020", "09007"}),
        ("town", Place("county", "09007"), {"09007010", "09007020", "09007030", "09007040"}),
    ],
)
def test_a_place_is_marked_by_itself_or_by_what_it_lies_in_or_holds(show, by, place, marked):
    view = show("scatter", "density", other_id="population_65plus_share", by=by)
    assert {hit.area for hit in view.marked(place)} == marked


def test_a_town_of_two_circles_is_marked_in_both(show):
    view = show("strip", "population", by="town")
    assert len(view.marked(Place("town", "10002010"))) == 2


def test_a_site_marks_the_town_it_stands_in(show, data):
    site = next(site for site in data.sites if site.town_code)
    view = show("scatter", "density", other_id="population_65plus_share", by="town")
    assert {hit.area for hit in view.marked(Place("site", site.id))} == {site.town_code}


def test_the_keys_walk_the_marks_and_select(show, session, qtbot):
    view = show()
    order = [hit.area for hit in view.chart.hits]
    for key, area in (
        (Qt.Key.Key_Down, order[0]),
        (Qt.Key.Key_Right, order[1]),
        (Qt.Key.Key_Left, order[0]),
        (Qt.Key.Key_Up, order[0]),
        (Qt.Key.Key_End, order[-1]),
        (Qt.Key.Key_Right, order[-1]),
        (Qt.Key.Key_Home, order[0]),
    ):
        qtbot.keyClick(view, key)
        assert session.view.hovered == Place("circle", area)
        assert view.accessibleDescription() == view.chart.hits[order.index(area)].text
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert session.view.selected == Place("circle", order[0])


def test_the_keys_scroll_to_what_is_below(show, qtbot):
    view = show("targets", "speed_4g")
    assert view.verticalScrollBar().maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    rect = view.rect_of(view.chart.hits[-1])
    assert rect.top() >= 0
    assert rect.bottom() <= view.viewport().height()
    assert view.hit_at(rect.center()) is view.chart.hits[-1]


def test_the_menu_asks_where_a_number_comes_from(show, session):
    view, asked = show(), []
    session.explanation_requested.connect(lambda *what: asked.append(what))
    hit = view.hit_at(QPointF(point_of(view, Place("circle", "capital"))))
    view.menu(hit).actions()[0].trigger()
    assert asked == [("speed_4g", "circle", "capital", "baseline")]
    view.menu(None).actions()[0].trigger()
    assert asked[1] == ("speed_4g", "nation", "nation", "baseline")
    assert len(show("ranks", "index", by="circle").menu(None).actions()) == 2


@pytest.mark.parametrize(("name", "head"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("a.pdf", b"%PDF")])
def test_saving_writes_a_valid_file_and_says_so(show, qtbot, tmp_path, name, head):
    view = show()
    with qtbot.waitSignal(view.told, timeout=20_000) as told:
        view.save(tmp_path / name)
    assert str(tmp_path / name) in told.args[0]
    assert (tmp_path / name).read_bytes().startswith(head)


def test_a_name_without_a_known_ending_becomes_a_png(show, qtbot, tmp_path):
    view = show()
    with qtbot.waitSignal(view.told, timeout=20_000):
        view.save(tmp_path / "5G.2024")
    assert [path.name for path in tmp_path.iterdir()] == ["5G.2024.png"]


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("chart.png", "SVG (*.svg)", "chart.svg"),
        ("chart.png", "PNG (*.png)", "chart.png"),
        ("own.pdf", "PNG (*.png)", "own.pdf"),
        ("5G.2024", "PDF (*.pdf)", "5G.2024.pdf"),
    ],
)
def test_the_format_chosen_in_the_dialog_holds_unless_another_was_typed(typed, kind, written):
    assert as_chosen(Path(typed), "chart.png", kind) == Path(written)


def test_an_unwritable_target_is_a_sentence(show, qtbot, tmp_path):
    view = show()
    with qtbot.waitSignal(view.told, timeout=20_000) as told:
        view.save(tmp_path / "nowhere" / "a.png")
    assert "nowhere" in told.args[0]
    assert "Traceback" not in told.args[0]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_folder_without_permission_is_a_sentence(show, qtbot, tmp_path):
    view = show()
    tmp_path.chmod(0o500)
    with qtbot.waitSignal(view.told, timeout=20_000) as told:
        view.save(tmp_path / "a.png")
    tmp_path.chmod(0o700)
    assert str(tmp_path) in told.args[0]


def test_copying_puts_a_picture_on_the_clipboard(show, qtbot):
    view = show()
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(view.told, timeout=20_000):
        view.copy()
    picture = QGuiApplication.clipboard().image()
    assert picture.width() == int(460 / 72 * 200)


def test_another_size_asks_for_another_picture(show, qtbot):
    view = show()
    with qtbot.waitSignal(view.needed, timeout=2_000):
        view.resize(460, 400)


def test_it_says_what_it_shows(show):
    view = show()
    assert view.accessibleName() == view.chart.title
    assert view.accessibleDescription() == view.chart.summary
    view.say("wait")
    assert view.accessibleName() == "wait"
    assert view.hit_at(QPointF(100, 100)) is None
