"""What leaves the real window: quick pictures, copies, prints, and the menu that does it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMessageBox

from data.errors import TargetError
from data.project import Project
from desktop import printing
from desktop.sheet_order import SheetOrder
from maps.geometry import Atlas
from maps.plate import Plate
from maps.view import READY_VIEWS
from tests.desktop.driving import settle

ROOT = Path(__file__).parents[2]


def wait_for_message(window, qtbot):
    qtbot.waitUntil(lambda: not window.status._cancel.isVisible(), timeout=20_000)
    return window.status.currentMessage()


class TestQuickPicture:
    def test_it_is_saved_in_the_background_and_the_status_names_it(self, window, qtbot, target):
        path = target("圖.png")
        window.menus.actions["quick_picture"].trigger()
        assert window.status._cancel.isVisible()
        assert str(path) in wait_for_message(window, qtbot)
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1920, 1080)
        assert [one.name for one in path.parent.glob("*.png")] == [path.name]

    def test_it_shows_the_part_that_the_window_shows(self, window, qtbot, target):
        settle(qtbot, window.canvas)
        whole = target("whole.png")
        window.hand_over.save_quickly()
        wait_for_message(window, qtbot)
        window.canvas.zoom_by(6)
        part = target("part.png")
        window.hand_over.save_quickly()
        wait_for_message(window, qtbot)
        assert QImage(str(whole)) != QImage(str(part))

    def test_cancelled_it_leaves_nothing_and_says_so(self, window, qtbot, target):
        path = target("map.png")
        window.hand_over.save_quickly()
        window.status._cancel.click()
        said = wait_for_message(window, qtbot)
        assert not list(path.parent.glob("*map*"))
        assert not list(path.parent.glob(".*"))
        assert "取消" in said

    def test_an_unwritable_target_is_a_sentence(self, window, qtbot, target):
        path = target("nowhere/map.png")
        window.hand_over.save_quickly()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=10_000)
        box = QApplication.activeModalWidget()
        assert str(path) in box.text()
        assert "Traceback" not in box.text()
        box.close()

    def test_closing_the_program_waits_for_nobody(self, window, qtbot, target):
        path = target("map.png")
        window.hand_over.save_quickly()
        window.close()
        assert path.exists() is bool(list(path.parent.glob("*map*")))
        assert not list(path.parent.glob(".*"))


class TestClipboard:
    def test_the_map_is_copied_as_a_picture_with_the_key_of_the_map(self, window, qtbot):
        QGuiApplication.clipboard().clear()
        window.canvas.setFocus()
        qtbot.keyClick(window.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=10_000)
        copied = QGuiApplication.clipboard().image()
        assert (copied.width(), copied.height()) == (1920, 1080)
        assert "生活圈" in QGuiApplication.clipboard().text()

    def test_the_values_are_copied_as_text_and_as_html(self, window, qtbot):
        window.show_view("broadband")
        window.show_level("county")
        QGuiApplication.clipboard().clear()
        window.menus.actions["copy_table"].trigger()
        qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()), timeout=10_000)
        mime = QGuiApplication.clipboard().mimeData()
        lines = mime.text().splitlines()
        assert len(lines) == 23
        assert any("臺東縣" in line and "\t" in line for line in lines)
        assert "<table" in mime.html()

    def test_what_was_copied_is_still_there_when_the_window_is_closed(self, window, qtbot):
        window.menus.actions["copy_table"].trigger()
        board = QGuiApplication.clipboard()
        qtbot.waitUntil(lambda: bool(board.mimeData() and board.mimeData().hasHtml()), timeout=10_000)
        text = board.text()
        window.close()
        assert board.text() == text
        assert not board.mimeData().hasHtml()

    def test_a_program_that_has_copied_ends_in_peace(self):
        program = (
            "from PySide6.QtGui import QGuiApplication, QImage\n"
            "from desktop.clipboard import Clipboard\n"
            "app = QGuiApplication(['lifecircles'])\n"
            "board = Clipboard()\n"
            "board.put_picture(QImage(4, 4, QImage.Format.Format_RGB32), 'words')\n"
            "board.put_table('1', '<p>1</p>')\n"
            "board.let_go()\n"
        )
        subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT, timeout=60)


class TestPrinting:
    def printer(self, path, size=QPageSize.PageSizeId.A4):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setFullPage(True)
        landscape = QPageLayout.Orientation.Landscape
        printer.setPageLayout(QPageLayout(QPageSize(size), landscape, QMarginsF(0, 0, 0, 0)))
        return printer

    def test_a_sheet_fills_the_paper_with_letters_that_are_letters(self, data, qapp, tmp_path):
        path = tmp_path / "print.pdf"
        printer = self.printer(path)
        page = printing.paper_of(printer)
        assert (page.width, page.height) == (pytest.approx(297, abs=0.5), pytest.approx(210, abs=0.5))
        plate = Plate(Project.start(data), READY_VIEWS["overview"], Atlas(data), page)
        printing.print_plates(printer, [plate, plate])
        printed = pypdfium2.PdfDocument(path)
        assert len(printed) == 2
        assert printed[0].get_size() == (pytest.approx(842, abs=2), pytest.approx(595, abs=2))
        assert "首都圈黃金廊帶" in printed[0].get_textpage().get_text_bounded()

    def test_the_preview_lays_the_sheet_out_for_the_paper_in_the_printer(self, data, qtbot, window, tmp_path):
        made = []

        def make(page):
            made.append(page)
            return [Plate(Project.start(data), READY_VIEWS["overview"], Atlas(data), page)]

        printer = self.printer(tmp_path / "print.pdf")
        before = make(printing.paper_of(self.printer(tmp_path / "other.pdf", QPageSize.PageSizeId.A3)))
        made.clear()
        dialog = printing.PrintPreview(printer, before, make, window.session.texts, window)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: bool(made), timeout=5000)
        assert made[0].width == pytest.approx(297, abs=0.5)
        assert dialog.windowTitle()

    def test_a_printer_that_is_away_is_a_sentence(self, data, tmp_path):
        printer = self.printer(tmp_path / "nowhere" / "print.pdf")
        plate = Plate(Project.start(data), READY_VIEWS["overview"], Atlas(data), printing.paper_of(printer))
        with pytest.raises(TargetError):
            printing.print_plates(printer, [plate])

    def test_a_printer_is_set_to_the_order_s_paper(self):
        for order, width in (
            (SheetOrder("zh", "light", size="A3", portrait=True), 297),
            (SheetOrder("zh", "light", size="A4"), 297),
            (SheetOrder("zh", "light", size="A4", portrait=True), 210),
            (SheetOrder("zh", "light", size="16:9"), 297),
        ):
            assert printing.paper_of(printing.printer_for(order)).width == pytest.approx(width, abs=0.5)

    def test_without_a_printer_there_is_a_sentence(self, window, monkeypatch):
        monkeypatch.setattr(printing, "has_printer", lambda: False)
        window.menus.actions["print"].trigger()
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "PDF" in box.text()
        box.close()

    def test_with_one_there_is_a_preview(self, window, qtbot, monkeypatch):
        monkeypatch.setattr(printing, "has_printer", lambda: True)
        window.hand_over.print_sheet()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), printing.PrintPreview), timeout=5000)
        dialog = QApplication.activeModalWidget()
        assert [plate.view.name for plate in dialog.plates] == ["overview"]
        dialog.close()


def test_the_menu_holds_what_leaves_the_window(window):
    shown = {action.objectName() for action in window.menus.menu("export").actions() if action.objectName()}
    assert shown == {"sheet", "series", "data", "report", "quick_picture", "print", "copy_map", "copy_table"}
    assert window.menus.actions["print"] in window.menus.menu("file").actions()
    assert window.menus.actions["copy_map"] in window.menus.menu("edit").actions()


def test_data_opens_the_window_with_a_format_of_data(window):
    window.hand_over.open_data()
    box = window.hand_over.sheet_window.export_box
    assert box.chosen.id == "xlsx"
    assert box.note.isVisible()
