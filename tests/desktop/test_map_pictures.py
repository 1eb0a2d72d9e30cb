"""What the map widget shows: the sharp picture of the present view, at any scale, size and number of pixels."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter

from data.model import Place
from data.project import Project
from desktop.map_canvas import LOGICAL_DOTS, MapCanvas
from maps.areas import circle_colour
from maps.compose import compose_map
from maps.mapspace import EXTENT
from maps.painter import SheetPainter
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


def rgb(image):
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    block = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return block[:, : image.width(), 2::-1].astype(int)


def sharp(canvas):
    """Return the picture of the present view drawn straight into the window's place, marks and furniture left out."""
    context = canvas._context()
    ratio = canvas.devicePixelRatioF()
    image = QImage(canvas.size() * ratio, QImage.Format.Format_RGB32)
    image.fill(context.theme.paper)
    painter = QPainter(image)
    SheetPainter(painter, context.dots).map(compose_map(context), canvas.viewport())
    painter.end()
    return rgb(image)


def assert_sharp(canvas):
    """Compare the middle of the window, where no furniture stands, with a picture drawn anew."""
    shown, wanted = rgb(canvas.grab().toImage()), sharp(canvas)
    assert shown.shape == wanted.shape
    height, width = shown.shape[:2]
    part = (slice(round(height * 0.2), round(height * 0.6)), slice(round(width * 0.25), round(width * 0.6)))
    difference = np.abs(shown[part] - wanted[part])
    assert difference.mean() < 1.5
    assert (difference.max(axis=2) > 60).mean() < 0.01


class TestPictures:
    def test_what_is_shown_is_sharp(self, canvas, qtbot):
        assert_sharp(canvas)
        canvas.zoom_by(2.7, QPointF(300, 300))
        settle(qtbot, canvas)
        assert_sharp(canvas)

    def test_resizing_keeps_the_fit_and_only_the_fit(self, canvas, qtbot):
        canvas.resize(700, 620)
        settle(qtbot, canvas)
        left, bottom, right, top = canvas.extent()
        assert left <= EXTENT[0]
        assert top >= EXTENT[3]
        assert right >= EXTENT[2]
        assert bottom <= EXTENT[1]
        assert_sharp(canvas)
        canvas.zoom_by(3)
        scale, centre = canvas.viewport().metres_per_mm, canvas.viewport().centre
        canvas.resize(900, 760)
        settle(qtbot, canvas)
        assert (canvas.viewport().metres_per_mm, canvas.viewport().centre) == (scale, centre)
        assert_sharp(canvas)

    def test_settled_is_told_once_the_picture_is_there(self, canvas, qtbot):
        with qtbot.waitSignal(canvas.settled, timeout=10_000):
            canvas.zoom_in()
            assert not canvas.is_ready()
        assert canvas.is_ready()

    def test_marks_ask_for_no_new_picture(self, canvas, qtbot, haiduan):
        settle(qtbot, canvas)
        picture, view = canvas._pictures.picture, READY_VIEWS["overview"]
        plain = rgb(canvas.grab().toImage())
        canvas.set_view(replace(view, selected=Place("town", haiduan.code), hovered=Place("circle", "south")))
        assert canvas.is_ready()
        assert np.abs(rgb(canvas.grab().toImage()) - plain).max() > 60
        site = canvas._pictures.composed.drawing.symbols[0].place
        canvas.set_view(replace(view, selected=site))
        assert np.abs(rgb(canvas.grab().toImage()) - plain).max() > 60
        canvas.set_view(view)
        assert np.abs(rgb(canvas.grab().toImage()) - plain).max() == 0
        qtbot.wait(100)
        assert canvas._pictures.picture is picture

    @pytest.mark.parametrize(
        "change", [{"theme": "dark"}, {"language": "en"}, {"layers": frozenset()}, {"focus": Place("circle", "east")}]
    )
    def test_another_view_is_another_picture(self, canvas, qtbot, change):
        before = rgb(canvas.grab().toImage())
        canvas.set_view(replace(READY_VIEWS["overview"], **change))
        assert not canvas.is_ready()
        settle(qtbot, canvas)
        assert np.abs(rgb(canvas.grab().toImage()) - before).max() > 40
        assert_sharp(canvas)

    def test_another_definition_is_another_picture(self, canvas, qtbot, data):
        before = rgb(canvas.grab().toImage())
        canvas.set_project(Project(data, "2025-09"))
        settle(qtbot, canvas)
        assert np.abs(rgb(canvas.grab().toImage()) - before).max() > 40
        assert_sharp(canvas)

    def test_a_hundred_gestures_end_in_one_right_picture(self, canvas, qtbot):
        told = []
        canvas.settled.connect(lambda: told.append(1))
        for number in range(100):
            if number % 3:
                canvas.zoom_by(1.25 if number % 2 else 0.8, QPointF(300 + number, 300))
            else:
                canvas.pan_by(7 - number % 14, number % 11 - 5)
            if number % 10 == 0:
                qtbot.wait(45)  # long enough for a picture to be asked for, too short for it to be made
        settle(qtbot, canvas)
        assert len(told) <= 11
        assert canvas._pictures.picture.viewport.centre == canvas.viewport().centre
        assert_sharp(canvas)

    def test_changes_from_everywhere_end_in_the_last_one(self, canvas, qtbot, data):
        for number in range(24):
            view = READY_VIEWS[("overview", "ai", "broadband", "telemedicine")[number % 4]]
            canvas.set_view(replace(view, theme=("light", "dark", "print")[number % 3]))
            canvas.set_project(Project(data, ("2026-01", "2024-12")[number % 2]))
            canvas.zoom_by(1.02)
            qtbot.wait(number % 5 * 12)
        settle(qtbot, canvas)
        assert_sharp(canvas)

    def test_the_picture_follows_at_once(self, canvas, qtbot):
        canvas.set_view(replace(READY_VIEWS["overview"], layers=frozenset({"circles"})))
        settle(qtbot, canvas)
        before = rgb(canvas.grab().toImage())
        canvas.pan_by(40, -30)
        assert not canvas.is_ready()
        after = rgb(canvas.grab().toImage())
        assert np.abs(after[230:430, 340:540] - before[260:460, 300:500]).mean() < 1
        settle(qtbot, canvas)
        assert_sharp(canvas)

    def test_the_eye_and_the_hand_agree(self, canvas, qtbot, data):
        """The colour under the cursor is that of the circle of the town that is told."""
        canvas.set_view(replace(READY_VIEWS["overview"], layers=frozenset({"circles"})))
        settle(qtbot, canvas)
        picture, context = rgb(canvas.grab().toImage()), canvas._context()
        agreed = 0
        for row, circles in enumerate(context.shapes.members):
            if len(circles) != 1:
                continue
            point = point_of(canvas, *canvas._atlas.town_positions[row])
            x, y = round(point.x()), round(point.y())
            place = canvas.place_at(point)
            if place is None:
                continue
            assert context.shapes.members[data.town_index[place.id]] == circles
            colour = [int(circle_colour(context, circles[0])[i : i + 2], 16) for i in (1, 3, 5)]
            agreed += bool(np.abs(picture[y, x] - colour).max() < 12)
        assert agreed > 180


class TestEnds:
    def test_closing_while_drawing_leaves_no_thread(self, qtbot, data):
        before = threading.active_count()
        widget = MapCanvas()
        widget.set_project(Project.start(data))
        widget.set_view(READY_VIEWS["overview"])
        widget.resize(900, 700)
        widget.show()
        qtbot.waitExposed(widget)
        for _ in range(5):
            widget.zoom_in()
            qtbot.wait(45)
        widget.close_workers()
        assert widget._pictures._workers._pool.activeThreadCount() == 0
        widget.close()
        assert threading.active_count() <= before

    def test_without_a_project_it_is_empty_and_quiet(self, qtbot):
        widget = MapCanvas()
        qtbot.addWidget(widget)
        widget.resize(400, 400)
        widget.show()
        qtbot.waitExposed(widget)
        qtbot.mouseMove(widget, QPoint(100, 100))
        qtbot.mouseClick(widget, LEFT, pos=QPoint(100, 100))
        widget.zoom_to(Place("circle", "east"))
        widget.fit()
        widget.grab()
        assert not widget.is_ready()
        widget.close_workers()

    def test_at_two_hundred_percent_the_map_is_the_same_with_four_times_the_pixels(self, tmp_path):
        code = """
            import sys, time
            from PySide6.QtWidgets import QApplication
            from data import dataset
            from data.project import Project
            from desktop.map_canvas import MapCanvas
            from maps.prepare import prepare
            from maps.view import READY_VIEWS
            app = QApplication([])
            prepare()
            canvas = MapCanvas()
            canvas.resize(700, 600)
            canvas.set_project(Project.start(dataset.load()))
            canvas.set_view(READY_VIEWS["overview"])
            canvas.show()
            end = time.monotonic() + 20
            while not canvas.is_ready() and time.monotonic() < end:
                app.processEvents()
                time.sleep(0.01)
            canvas.grab().toImage().save(sys.argv[1])
            print(canvas.devicePixelRatioF(), canvas.is_ready())
            canvas.close_workers()
        """
        pictures = []
        for factor in ("1", "2"):
            target = tmp_path / f"{factor}.png"
            done = subprocess.run(
                [sys.executable, "-c", textwrap.dedent(code), str(target)],
                cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
                env={**os.environ, "QT_SCALE_FACTOR": factor},
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
            assert done.stdout.split() == [f"{factor}.0", "True"]
            pictures.append(QImage(str(target)))
        plain, fine = map(rgb, pictures)
        assert fine.shape == (1200, 1400, 3)
        blocks = fine.reshape(600, 2, 700, 2, 3)
        assert np.abs(blocks.mean(axis=(1, 3)) - plain).mean() < 4
        # Drawn at 100 % and blown up, every other pixel would repeat its neighbour.
        assert (np.abs(blocks[:, 0, :, 0] - blocks[:, 0, :, 1]).max(axis=2) > 40).mean() > 0.02


def test_under_a_slider_pictures_come_while_it_moves_and_the_newest_stays(canvas, qtbot, data):
    canvas.set_view(READY_VIEWS["index"])
    settle(qtbot, canvas)
    shown, weights = [], count(1)
    canvas._pictures.made.connect(lambda: shown.append(canvas._pictures.composed.key[0].index))
    project = Project.start(data)

    def change():
        nonlocal project
        project = replace(project, index=project.index.with_weight("coverage_5g", next(weights)))
        canvas.set_project(project)

    slider = QTimer(canvas, interval=1)
    slider.timeout.connect(change)
    slider.start()
    qtbot.waitUntil(lambda: len(shown) >= 3, timeout=20_000)
    slider.stop()
    settle(qtbot, canvas)
    assert shown[-1] == project.index
    assert len(set(shown)) == len(shown)
