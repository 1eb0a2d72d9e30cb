"""Files that the sheet window writes: every format, series, cancelling, and what is said of faults."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from maps.export import formats
from tests.desktop.driving import choose, settle_sheet


def export(qtbot, sheet, format_id):
    sheet.export_box.choose(format_id)
    sheet.export_box.export.click()
    qtbot.waitUntil(lambda: not sheet.exporting.running, timeout=30_000)


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

    def test_the_key_that_saves_exports(self, sheet, qtbot, target):
        path = target("map.png")
        sheet.export_box.choose("png")
        qtbot.keyClick(sheet, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: path.exists() and not sheet.exporting.running, timeout=30_000)

    def test_the_buttons_stay_under_the_hand(self, sheet, qtbot, target):
        target("map.png")
        box = sheet.export_box
        buttons = box.export, box.print
        before = [one.mapTo(sheet, one.rect().topLeft()) for one in buttons]
        sheet.export_box.choose("png")
        box.export.click()
        QApplication.processEvents()
        assert box.progress.isVisible()
        assert [one.mapTo(sheet, one.rect().topLeft()) for one in buttons] == before
        qtbot.waitUntil(lambda: not sheet.exporting.running, timeout=30_000)
        QApplication.processEvents()
        assert box.folder.isVisible()
        assert [one.mapTo(sheet, one.rect().topLeft()) for one in buttons] == before

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
        assert sheet.series_tab.hint.isHidden(), "the fields are listed once"

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

    def test_of_many_files_those_that_were_finished_stay_and_are_counted(self, sheet, qtbot, tmp_path, monkeypatch):
        choose(sheet.series_tab.by, "county")
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "atlas"))
        sheet.export_box.choose("png")
        sheet.exporting.progressed.connect(lambda done, _all: sheet.exporting.cancel() if done >= 2 else None)
        sheet.export_box.export.click()
        qtbot.waitUntil(lambda: not sheet.exporting.running, timeout=30_000)
        files = [path.name for path in (tmp_path / "atlas").iterdir()]
        assert 2 <= len(files) < 22
        assert all(QImage(str(tmp_path / "atlas" / name)).width() == 3508 for name in files)
        assert str(len(files)) in sheet.export_box.result.text()

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


def _has_layers(path):
    with sqlite3.connect(path) as file:
        return file.execute("select count(*) from gpkg_contents").fetchone()[0] > 1


READERS = {
    "png": lambda path: QImage(str(path)).width() == 3508,
    "svg": lambda path: "<svg" in path.read_text("utf-8"),
    "pdf": lambda path: len(pypdfium2.PdfDocument(path)) == 1,
    "pptx": lambda path: "ppt/slides/slide1.xml" in ZipFile(path).namelist(),
    "html": lambda path: path.read_text("utf-8").count("<img") == 1,
    "xlsx": lambda path: "xl/workbook.xml" in ZipFile(path).namelist(),
    "csv": lambda path: len(list(csv.reader(path.open(encoding="utf-8-sig")))) > 22,
    "gpkg": _has_layers,
    "geojson": lambda path: len(json.loads(path.read_text("utf-8"))["features"]) >= 22,
}
