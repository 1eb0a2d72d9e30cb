"""The real window on the real data, and a check that closing it leaves no thread behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QFileDialog, QWidget

from data import dataset
from desktop import appearance
from desktop.project import asking, questions
from maps.prepare import prepare
from tests.desktop.driving import PART_OF_TAIWAN, settle, settle_sheet


@pytest.fixture(scope="session")
def data():
    return dataset.load()


@pytest.fixture(scope="session")
def qapp(qapp):
    qapp.setStyle("Fusion")
    prepare()
    qapp.setFont(appearance.font())
    return qapp


@pytest.fixture
def remembered(tmp_path):
    from desktop.settings import Settings

    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def open_window(qtbot, data):
    """A function that opens a window with given settings; every window is closed after the test."""
    from desktop.window import MainWindow

    windows = []

    def open_one(settings, size=(1280, 800)):
        window = MainWindow(data, settings)
        windows.append(window)
        if size is not None:
            window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield open_one
    for window in windows:
        with pytest.MonkeyPatch.context() as patch:
            # What the test did is in no file, and nobody is there to answer what shall become of it.
            patch.setattr(questions, "ask", lambda *_: asking.DISCARD)
            window.close()
        for pool in window.findChildren(QThreadPool):
            assert pool.activeThreadCount() == 0, "a thread outlived the window"
        assert not window.canvas._timer.isActive()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(open_window, remembered):
    return open_window(remembered)


@pytest.fixture
def haiduan(data):
    return next(town for town in data.towns if town.name.zh == "海端鄉")


@pytest.fixture
def whatif(window, qtbot):
    """The What-if tab, open in the window on the whole map."""
    window.session.show_ready_view("telemedicine")
    window.tabs.show_tab("whatif")
    settle(qtbot, window.canvas)
    return window.tabs.panel("whatif")


@pytest.fixture
def canvas(qtbot, qapp, data):
    """A map on its own with a sharp overview of the default definition."""
    from data.project import Project
    from desktop.map_canvas import MapCanvas
    from maps.view import READY_VIEWS

    widget = MapCanvas()
    widget.resize(900, 760)
    widget.set_project(Project.start(data))
    widget.set_view(READY_VIEWS["overview"])
    widget.show()
    qtbot.waitExposed(widget)
    qtbot.waitUntil(widget.is_ready, timeout=10_000)
    yield widget
    widget.close_workers()
    widget.close()


@pytest.fixture(scope="session")
def press():
    """What sheets are painted with; it keeps the boundaries from one test to the next."""
    from desktop.press import Press

    return Press()


@pytest.fixture
def sheet(qtbot, qapp, data, press):
    """The sheet window without the main window, which takes longer to open; the sheet stands in its preview."""
    from data.project import Project
    from desktop.session import Session
    from desktop.sheet_window import SheetWindow
    from maps.view import READY_VIEWS

    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = SheetWindow(Session(Project.start(data), READY_VIEWS["overview"]), press, lambda: PART_OF_TAIWAN, parent)
    sheet.resize(1000, 700)
    sheet.open_at(sheet.page_tab)
    settle_sheet(qtbot, sheet)
    yield sheet
    sheet.close()
    sheet.close_workers()


@pytest.fixture
def sheet_of_window(window, qtbot):
    """The sheet window of the real window."""
    window.hand_over.open_sheet()
    sheet = window.hand_over.sheet_window
    settle_sheet(qtbot, sheet)
    return sheet


@pytest.fixture
def page(sheet):
    return sheet.preview.page


@pytest.fixture
def target(monkeypatch, tmp_path):
    """A function that names the file which the dialog is answered with."""

    def answer(name):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
        return tmp_path / name

    return answer
