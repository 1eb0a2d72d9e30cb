"""The sheet window on the real window: elements under the hand, texts in place, undo, and files that are written."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit, QMessageBox, QSpinBox, QWidget

from data.model import Place
from data.project import Project
from desktop.press import Press
from desktop.session import Session
from desktop.sheet_window import SheetWindow
from desktop.sheet_words import ELEMENTS, FORMATS, PAGES, SERIES, TEMPLATES
from maps.export import formats
from maps.export.series import SERIES_BY
from maps.sheet_spec import ELEMENT_IDS, TEMPLATE_IDS
from maps.view import READY_VIEWS
from tests.desktop.driving import choose

LEFT = Qt.MouseButton.LeftButton

PART = (200_000.0, 2_600_000.0, 260_000.0, 2_660_000.0)
"""A piece of map space, metres."""


def settle_sheet(qtbot, sheet):
    qtbot.waitUntil(sheet.is_ready, timeout=20_000)


@pytest.fixture(scope="module")
def press():
    return Press()


@pytest.fixture
def sheet(qtbot, qapp, data, press):
    """The sheet window without the main window, which takes longer to open; the sheet stands in its preview."""
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = SheetWindow(Session(Project.start(data), READY_VIEWS["overview"]), press, lambda: PART, parent)
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


def drag(qtbot, page, element, across, down):
    """Drag an element by pixels as a hand does."""
    start = page.box(element).center()
    qtbot.mousePress(page, LEFT, pos=start)
    for step in (0.3, 0.7, 1.0):
        qtbot.mouseMove(page, start + QPoint(round(across * step), round(down * step)))
    qtbot.mouseRelease(page, LEFT, pos=start + QPoint(across, down))


def export(qtbot, sheet, format_id):
    sheet.export_box.choose(format_id)
    sheet.export_box.export.click()
    qtbot.waitUntil(lambda: not sheet.exporting.running, timeout=30_000)


class TestElements:
    def test_a_dragged_element_is_moved_by_shares_of_the_page(self, sheet, page, qtbot):
        before = page.picture.sheet.elements["legend"]
        drag(qtbot, page, "legend", 46, -23)
        across, down = sheet.state.order.spec.moved["legend"]
        assert across == pytest.approx(46 / page.width(), abs=2 / page.width())
        assert down == pytest.approx(-23 / page.height(), abs=2 / page.height())
        settle_sheet(qtbot, sheet)
        after = page.picture.sheet.elements["legend"]
        width = page.picture.sheet.width
        assert after.x() - before.x() == pytest.approx(across * width, abs=0.2)
        assert sheet.state.order.spec is not None
        assert page.current == "legend"

    def test_a_click_moves_nothing(self, sheet, page, qtbot):
        qtbot.mouseClick(page, LEFT, pos=page.box("legend").center())
        assert page.current == "legend"
        assert not sheet.state.order.spec.moved
        qtbot.mouseClick(page, LEFT, pos=QPoint(2, 2))
        assert page.current is None

    def test_an_element_stays_on_the_page(self, sheet, page, qtbot):
        drag(qtbot, page, "title", 5000, 5000)
        settle_sheet(qtbot, sheet)
        box = page.box("title")
        assert page.rect().adjusted(-2, -2, 2, 2).contains(box)
        assert box.right() == pytest.approx(page.width(), abs=4)

    def test_escape_gives_a_drag_up(self, sheet, page, qtbot):
        start = page.box("legend").center()
        qtbot.mousePress(page, LEFT, pos=start)
        qtbot.mouseMove(page, start + QPoint(40, 40))
        qtbot.keyClick(page, Qt.Key.Key_Escape)
        qtbot.mouseRelease(page, LEFT, pos=start + QPoint(40, 40))
        assert not sheet.state.order.spec.moved

    def test_arrow_keys_move_by_a_millimetre_and_are_undone_together(self, sheet, page, qtbot):
        page.setFocus()
        page.choose("legend")
        for _ in range(3):
            qtbot.keyClick(page, Qt.Key.Key_Right)
        qtbot.keyClick(page, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        across, down = sheet.state.order.spec.moved["legend"]
        assert across * 297 == pytest.approx(3)
        assert down * 210 == pytest.approx(-10)
        qtbot.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert not sheet.state.order.spec.moved
        qtbot.keyClick(sheet, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        assert "legend" in sheet.state.order.spec.moved

    def test_tab_goes_through_the_elements_and_on(self, sheet, page, qtbot):
        page.setFocus(Qt.FocusReason.TabFocusReason)
        seen = [page.current]
        while page.hasFocus() and len(seen) < 20:
            qtbot.keyClick(page, Qt.Key.Key_Tab)
            if page.current:
                seen.append(page.current)
        assert sorted(seen) == sorted(page.elements)
        assert not page.hasFocus()
        assert page.current is None

    def test_delete_hides_and_the_box_shows_again(self, sheet, page, qtbot):
        page.setFocus()
        page.choose("north_arrow")
        qtbot.keyClick(page, Qt.Key.Key_Delete)
        box = sheet.elements_tab.boxes["north_arrow"]
        assert not box.isChecked()
        settle_sheet(qtbot, sheet)
        assert "north_arrow" not in page.elements
        sheet.tabs.setCurrentIndex(1)
        qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
        settle_sheet(qtbot, sheet)
        assert "north_arrow" in page.elements

    def test_a_template_offers_its_own_elements(self, sheet, qtbot):
        choose(sheet.page_tab.template, "plain")
        assert not sheet.elements_tab.boxes["table"].isEnabled()
        assert sheet.elements_tab.boxes["title"].isEnabled()
        assert not sheet.elements_tab.chart.isEnabled()
        choose(sheet.page_tab.template, "chart")
        assert sheet.elements_tab.chart.isEnabled()

    def test_reset_puts_everything_back(self, sheet, page, qtbot):
        untouched = sheet.state.order.spec
        drag(qtbot, page, "legend", 30, 30)
        sheet.state.set_text("title", "標題", "")
        sheet.state.show_element("scale_bar", False, "")
        page.choose("legend")
        sheet.toolbar.reset_position.trigger()
        assert not sheet.state.order.spec.moved
        assert sheet.state.order.spec.texts
        sheet.toolbar.reset_all.trigger()
        assert sheet.state.order.spec == untouched


class TestTexts:
    def edit(self, qtbot, page, element="title"):
        qtbot.mouseDClick(page, LEFT, pos=page.box(element).center())
        return page.editor

    def test_a_title_is_edited_in_place(self, sheet, page, qtbot):
        own = page.picture.plate.title
        editor = self.edit(qtbot, page)
        assert editor.toPlainText() == own
        qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(editor, "East <b>&amp;</b>")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert sheet.state.order.spec.texts["title"] == "East <b>&amp;</b>"
        assert page.editor is None
        assert page.hasFocus()
        settle_sheet(qtbot, sheet)
        assert any(getattr(item, "text", "") == "East <b>&amp;</b>" for item in page.picture.sheet.above)

    def test_escape_gives_up_and_the_program_s_own_text_is_no_change(self, sheet, page, qtbot):
        editor = self.edit(qtbot, page)
        qtbot.keyClicks(editor, "x")
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
        assert not sheet.state.order.spec.texts
        editor = self.edit(qtbot, page, "subtitle")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert not sheet.state.order.spec.texts
        assert not sheet.state.history.can_undo()

    def test_f2_edits_and_a_click_elsewhere_takes_the_text(self, sheet, page, qtbot):
        page.setFocus()
        page.choose("title")
        qtbot.keyClick(page, Qt.Key.Key_F2)
        page.editor.setPlainText("Mine")
        sheet.page_tab.template.setFocus(Qt.FocusReason.MouseFocusReason)
        assert sheet.state.order.spec.texts["title"] == "Mine"
        page.choose("title")
        sheet.toolbar.reset_text.trigger()
        assert not sheet.state.order.spec.texts

    def test_notes_are_written_in_the_column(self, sheet, page, qtbot):
        sheet.tabs.setCurrentIndex(1)
        sheet.elements_tab.notes.setFocus()
        qtbot.keyClicks(sheet.elements_tab.notes, "draft")
        assert sheet.state.order.spec.texts == {"notes": "draft"}
        assert sheet.state.history.count() == 1
        settle_sheet(qtbot, sheet)
        assert "notes" in page.elements


class TestOrder:
    def test_the_page_follows_its_choosers(self, sheet, page, qtbot):
        choose(sheet.page_tab.paper, "A3")
        choose(sheet.page_tab.turned, True)
        settle_sheet(qtbot, sheet)
        assert (page.picture.sheet.width, page.picture.sheet.height) == (297, 420)
        assert page.width() < page.height()
        choose(sheet.page_tab.paper, "pixels")
        assert not sheet.page_tab.dpi.isVisible()
        sheet.page_tab.across.setValue(800)
        sheet.page_tab.down.setValue(450)
        assert sheet.state.order.page().pixels == (800, 450)
        sheet.toolbar.undo.trigger()
        assert sheet.state.order.pixels == (1920, 1080)

    def test_part_language_and_theme(self, sheet, page, qtbot):
        choose(sheet.page_tab.part, "circle:east")
        choose(sheet.page_tab.language, "en")
        choose(sheet.page_tab.theme, "print")
        settle_sheet(qtbot, sheet)
        view = page.picture.plate.view
        assert (view.focus, view.language, view.theme) == (Place("circle", "east"), "en", "print")
        assert page.picture.sheet.paper == "#FFFFFF"

    def test_the_window_s_extent_is_taken_when_chosen_and_when_opened_again(self, sheet_of_window, window, qtbot):
        sheet = sheet_of_window
        window.canvas.zoom_by(4)
        choose(sheet.page_tab.part, "window")
        assert sheet.state.order.spec.extent == window.canvas.extent()
        sheet.close()
        window.canvas.zoom_by(2)
        window.hand_over.open_sheet()
        assert sheet.state.order.spec.extent == window.canvas.extent()
        settle_sheet(qtbot, sheet)
        assert "locator" in sheet.preview.page.elements

    def test_the_sheet_follows_the_window(self, sheet_of_window, window, qtbot):
        sheet, page = sheet_of_window, sheet_of_window.preview.page
        window.show_view("broadband")
        assert not sheet.is_ready()
        settle_sheet(qtbot, sheet)
        assert "choropleth" in page.picture.plate.view.layers
        window.session.hover(Place("circle", "east"))
        assert sheet.is_ready()

    def test_what_was_chosen_is_there_when_opened_again(self, sheet_of_window, window):
        sheet = sheet_of_window
        choose(sheet.page_tab.template, "map")
        sheet.close()
        assert window.session.sheet_spec.template == "map"
        window.hand_over.open_series()
        assert sheet.isVisible()
        assert sheet.tabs.currentIndex() == 2
        assert sheet.page_tab.template.currentData() == "map"

    def test_zoom(self, sheet, page, qtbot):
        assert sheet.preview.is_fitted
        choose(sheet.toolbar.zoom, 1.0)
        settle_sheet(qtbot, sheet)
        assert page.width() == pytest.approx(297 / 25.4 * 96, abs=2)
        qtbot.keyClick(sheet, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        assert sheet.preview.zoom == pytest.approx(1.25, abs=0.01)
        assert sheet.toolbar.zoom.placeholderText() == "125%"
        qtbot.keyClick(sheet, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
        assert page.width() <= sheet.preview.viewport().width()

    def test_a_logo_that_cannot_be_read_is_a_sentence(self, sheet, qtbot, tmp_path):
        broken = tmp_path / "logo.png"
        broken.write_bytes(b"no picture")
        sheet.state.change_spec("", logo=broken)
        qtbot.waitUntil(sheet.fault.isVisible, timeout=5000)
        assert "logo.png" in sheet.fault.text()
        assert not sheet.export_box.export.isEnabled()
        sheet.toolbar.undo.trigger()
        settle_sheet(qtbot, sheet)
        assert not sheet.fault.isVisible()
        assert sheet.export_box.export.isEnabled()


class TestFiles:
    @pytest.mark.parametrize("format_id", formats.FORMAT_IDS)
    def test_every_format_is_written(self, sheet, qtbot, target, format_id):
        sheet._session.show_ready_view("broadband")
        sheet._session.set_level("county")
        path = target(f"map{formats.FORMATS[format_id].suffix}")
        export(qtbot, sheet, format_id)
        assert path.name in sheet.export_box.result.text()
        assert READERS[format_id](path)
        assert [one.name for one in path.parent.iterdir() if "map" in one.name] == [path.name]

    def test_svg_text_as_outlines(self, sheet, qtbot, target):
        path = target("map.svg")
        sheet.export_box.format.setCurrentIndex(sheet.export_box.format.findData("svg-outlines"))
        sheet.export_box.export.click()
        qtbot.waitUntil(lambda: not sheet.exporting.running, timeout=30_000)
        assert "<text" not in path.read_text("utf-8")

    def test_a_series_in_one_file(self, sheet, qtbot, target):
        choose(sheet.series_tab.by, "circle")
        sheet.series_tab.contents.click()
        assert not sheet.page_tab.part.isEnabled()
        path = target("atlas.pdf")
        export(qtbot, sheet, "pdf")
        assert len(pypdfium2.PdfDocument(path)) == 7

    def test_a_series_in_many_files(self, sheet, qtbot, tmp_path, monkeypatch):
        choose(sheet.series_tab.by, "circle")
        choose(sheet.page_tab.paper, "pixels")
        sheet.page_tab.across.setValue(480)
        sheet.page_tab.down.setValue(360)
        sheet.export_box.choose("png")
        assert not sheet.series_tab.together.isEnabled()
        sheet.tabs.setCurrentIndex(2)
        sheet.series_tab.pattern.clear()
        qtbot.keyClicks(sheet.series_tab.pattern, "{number}-{name}")
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "atlas"))
        export(qtbot, sheet, "png")
        names = sorted(path.name for path in (tmp_path / "atlas").iterdir())
        assert names[0] == "1-capital.png"
        assert len(names) == 6
        asked = []
        monkeypatch.setattr(
            QMessageBox, "question", lambda *words: asked.append(words[-1]) or QMessageBox.StandardButton.No
        )
        sheet.export_box.export.click()
        assert "6" in asked[0]
        assert not sheet.exporting.running

    def test_the_preview_leafs_through_a_series(self, sheet, page, qtbot):
        choose(sheet.series_tab.by, "county")
        settle_sheet(qtbot, sheet)
        assert sheet.number.maximum() == 22
        sheet.number.setValue(3)
        settle_sheet(qtbot, sheet)
        assert page.picture.plate.view.focus.kind == "county"

    def test_a_series_without_what_it_needs_is_a_sentence(self, sheet):
        choose(sheet.series_tab.by, "scenario")
        assert sheet.fault.isVisible()
        assert not sheet.export_box.export.isEnabled()
        choose(sheet.series_tab.by, None)
        assert not sheet.fault.isVisible()

    def test_a_wrong_pattern_is_said_at_once(self, sheet, qtbot):
        choose(sheet.series_tab.by, "circle")
        assert not sheet.series_tab.pattern.isEnabled()
        sheet.export_box.choose("png")
        sheet.tabs.setCurrentIndex(2)
        qtbot.keyClicks(sheet.series_tab.pattern, "{nobody}")
        assert "nobody" in sheet.series_tab.fault.text()

    def test_cancelling_leaves_nothing(self, sheet, qtbot, target):
        choose(sheet.series_tab.by, "county")
        path = target("atlas.pdf")
        sheet.export_box.choose("pdf")
        sheet.export_box.export.click()
        assert sheet.export_box.cancel.isVisible()
        sheet.export_box.cancel.click()
        qtbot.waitUntil(lambda: not sheet.exporting.running, timeout=30_000)
        assert list(path.parent.glob("*atlas*")) == []
        assert list(path.parent.glob(".*")) == []
        assert sheet.export_box.result.text()
        assert sheet.export_box.export.isEnabled()

    def test_closing_the_window_cancels(self, sheet, qtbot, target):
        choose(sheet.series_tab.by, "county")
        path = target("atlas.pdf")
        sheet.export_box.choose("pdf")
        sheet.export_box.export.click()
        sheet.close()
        qtbot.waitUntil(lambda: not sheet.exporting.running, timeout=30_000)
        assert not path.exists()

    def test_an_unwritable_target_is_a_sentence(self, sheet, qtbot, target):
        path = target("nowhere/map.png")
        export(qtbot, sheet, "png")
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert str(path) in box.text()
        box.close()

    def test_the_folder_is_opened_and_remembered(self, sheet, qtbot, target, monkeypatch):
        path = target("map.csv")
        export(qtbot, sheet, "csv")
        opened = []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
        sheet.export_box.folder.click()
        assert [Path(one) for one in opened] == [path.parent]
        suggested = []
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: (suggested.append(words[2]), ("", ""))[1])
        sheet.export_box.export.click()
        assert Path(suggested[0]).parent == path.parent
        assert not sheet.exporting.running

    def test_another_ending_is_corrected_and_never_replaces_unasked(self, sheet, qtbot, target, monkeypatch):
        path = target("map.txt")
        there = path.with_name("map.txt.csv")
        there.write_text("mine")
        monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
        sheet.export_box.choose("csv")
        sheet.export_box.export.click()
        assert not sheet.exporting.running
        assert there.read_text() == "mine"

    def test_what_the_font_lacks_is_said(self, sheet, qtbot, target):
        target("map.png")
        sheet.state.set_text("title", "臺東 \U0001f600", "")
        export(qtbot, sheet, "png")
        assert "\U0001f600" in sheet.export_box.result.text()


class TestWords:
    def test_the_language_is_switched_while_open(self, sheet_of_window, window):
        sheet = sheet_of_window

        def everything():
            yield sheet.windowTitle()
            yield sheet.hint.text()
            yield from (sheet.tabs.tabText(number) for number in range(3))
            yield from (label.text() for label in sheet.page_tab._labels)
            yield from (label.text() for label in sheet.elements_tab._labels)
            yield from (box.text() for box in sheet.elements_tab.boxes.values())
            yield sheet.page_tab.template.currentText()
            yield sheet.page_tab.part.currentText()
            yield sheet.series_tab.by.currentText()
            yield sheet.export_box.format.currentText()
            yield sheet.export_box.export.text()
            yield sheet.toolbar.zoom.itemText(0)

        choose(sheet.page_tab.template, "side")
        chinese = list(everything())
        window.toggle_language()
        english = list(everything())
        same = [one for one, other in zip(chinese, english, strict=True) if one == other]
        assert same == []
        assert sheet.page_tab.template.currentData() == "side"
        assert sheet.state.order.language == "zh"

    def test_every_control_has_an_accessible_name(self, sheet):
        for tab in range(3):
            sheet.tabs.setCurrentIndex(tab)
            for kind in (QComboBox, QLineEdit, QSpinBox):
                for widget in sheet.findChildren(kind):
                    parent = widget.parentWidget()
                    if widget.isVisible() and not isinstance(parent, QComboBox | QSpinBox):
                        assert widget.accessibleName() or parent.accessibleName(), (tab, widget, parent)
            for box in sheet.findChildren(QCheckBox):
                assert not box.isVisible() or box.text() or box.accessibleName()
        assert sheet.preview.page.accessibleName()

    def test_words_for_everything_that_can_be_chosen(self):
        assert set(TEMPLATES) == set(TEMPLATE_IDS)
        assert set(ELEMENTS) == set(ELEMENT_IDS)
        assert set(FORMATS) == set(formats.FORMAT_IDS)
        assert set(SERIES) == {None, *SERIES_BY}
        assert set(PAGES) == {"A4", "A3", "16:9", "4:3", "pixels"}

    def test_it_fits_a_small_screen(self, sheet):
        least = sheet.minimumSizeHint()
        assert least.width() <= 640
        assert least.height() <= 384


def _has_layers(path):
    with sqlite3.connect(path) as file:
        return file.execute("select count(*) from gpkg_contents").fetchone()[0] > 1


READERS = {
    "png": lambda path: QImage(str(path)).width() == 3508,
    "svg": lambda path: "<svg" in path.read_text("utf-8"),
    "pdf": lambda path: len(pypdfium2.PdfDocument(path)) == 1,
    "pptx": lambda path: "ppt/slides/slide1.xml" in ZipFile(path).namelist(),
    "xlsx": lambda path: "xl/workbook.xml" in ZipFile(path).namelist(),
    "csv": lambda path: len(list(csv.reader(path.open(encoding="utf-8-sig")))) > 22,
    "gpkg": _has_layers,
    "geojson": lambda path: len(json.loads(path.read_text("utf-8"))["features"]) >= 22,
}
