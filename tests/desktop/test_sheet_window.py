"""The sheet window on the real window: elements under the hand, texts in place, undo, and files that are written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QSpinBox

from data.model import Place
from desktop import printing
from desktop.sheet_words import ELEMENTS, FORMATS, PAGES, SERIES, TEMPLATES
from maps.export import formats
from maps.export.series import SERIES_BY
from maps.sheet_spec import ELEMENT_IDS, TEMPLATE_IDS
from tests.desktop.driving import choose, settle_sheet

LEFT = Qt.MouseButton.LeftButton


def drag(qtbot, page, element, across, down):
    """Drag an element by pixels as a hand does."""
    start = page.box(element).center()
    qtbot.mousePress(page, LEFT, pos=start)
    for step in (0.3, 0.7, 1.0):
        qtbot.mouseMove(page, start + QPoint(round(across * step), round(down * step)))
    qtbot.mouseRelease(page, LEFT, pos=start + QPoint(across, down))


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

    def test_a_short_title_goes_all_over_the_page(self, sheet, page, qtbot):
        choose(sheet.page_tab.template, "map")
        sheet.state.set_text("title", "草案", "")
        settle_sheet(qtbot, sheet)
        before = page.box("title")
        assert before.width() < 0.2 * page.width()
        drag(qtbot, page, "title", page.width() // 2, 0)
        settle_sheet(qtbot, sheet)
        assert page.box("title").left() == pytest.approx(before.left() + page.width() // 2, abs=3)

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

    def test_a_tick_says_that_an_element_is_on_the_sheet(self, sheet, page, qtbot, tmp_path):
        tab, boxes = sheet.elements_tab, sheet.elements_tab.boxes
        logo = QPixmap(8, 4)
        logo.fill(Qt.GlobalColor.darkGreen)
        logo.save(str(tmp_path / "logo.png"))
        absent = {"notes", "date", "logo", "locator", "chart"}

        def ticked():
            settle_sheet(qtbot, sheet)
            assert {one for one, box in boxes.items() if box.isChecked()} == set(page.elements)
            return set(page.elements)

        assert ticked() == set(ELEMENT_IDS) - absent
        assert all(boxes[one].toolTip() and not boxes[one].isEnabled() for one in absent)
        tab.notes.setPlainText("附註")
        tab.dated.click()
        sheet.state.change_spec("", logo=tmp_path / "logo.png")
        choose(sheet.page_tab.part, "circle:east")
        assert ticked() == set(ELEMENT_IDS) - {"chart"}
        for element in ("notes", "date"):
            boxes[element].click()
        assert not {"notes", "date"} & ticked()
        tab.notes.setPlainText("另一則附註")
        tab.date.setDate(tab.date.date().addDays(1))
        assert {"notes", "date"} <= ticked(), "what was written anew is to be seen"

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

    def test_a_text_that_no_sheet_has_room_for_is_a_sentence_and_is_kept(self, sheet, qtbot):
        notes = sheet.elements_tab.notes
        notes.setPlainText("字" * 3001)
        qtbot.waitUntil(sheet.fault.isVisible, timeout=5000)
        assert "3000" in sheet.fault.text()
        assert not sheet.export_box.export.isEnabled()
        assert len(notes.toPlainText()) == 3001
        notes.setPlainText("字" * 300)
        qtbot.waitUntil(lambda: not sheet.fault.isVisible(), timeout=5000)
        assert sheet.export_box.export.isEnabled()


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

    def test_what_the_sheet_window_shows_is_what_is_printed(self, sheet_of_window, window, qtbot, monkeypatch):
        monkeypatch.setattr(printing, "has_printer", lambda: True)
        choose(sheet_of_window.page_tab.template, "plain")
        choose(sheet_of_window.series_tab.by, "circle")
        sheet_of_window.export_box.print.click()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), printing.PrintPreview), timeout=10_000)
        dialog = QApplication.activeModalWidget()
        assert len(dialog.plates) == 6
        assert dialog.plates[4].spec.template == "plain"
        assert dialog.plates[4].view.focus == Place("circle", "east")
        dialog.close()

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
