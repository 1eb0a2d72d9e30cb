"""Keys that the map has for itself, and the ring that shows where the keyboard is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests.desktop.driving import settle

LEFT = Qt.MouseButton.LeftButton


class TestKeysOfTheMap:
    def test_plus_minus_and_home(self, window, qtbot):
        canvas = window.canvas
        settle(qtbot, canvas)
        canvas.setFocus()
        whole = canvas.viewport().metres_per_mm
        for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            before = canvas.viewport().metres_per_mm
            qtbot.keyClick(canvas, key)
            assert canvas.viewport().metres_per_mm == pytest.approx(before / 1.25)
        qtbot.keyClick(canvas, Qt.Key.Key_Minus)
        assert canvas.viewport().metres_per_mm == pytest.approx(whole / 1.25)
        qtbot.keyClick(canvas, Qt.Key.Key_Home)
        assert canvas.viewport().metres_per_mm == pytest.approx(whole)

    @pytest.mark.parametrize("tab", ["scorecard", "charts"])
    def test_another_control_keeps_them(self, window, qtbot, tab):
        canvas = window.canvas
        settle(qtbot, canvas)
        window.show_tab(tab)
        canvas.zoom_by(4)
        before = canvas.viewport()
        control = window.scorecard.table if tab == "scorecard" else window.tabs.panel("charts").view
        control.setFocus()
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Space):
            qtbot.keyClick(control, key)
            assert canvas.viewport() == before

    def test_the_menu_names_them(self, window):
        assert window.menus.actions["toggle_side"].text().endswith("\t空白鍵")


class TestRing:
    @pytest.mark.parametrize("theme", ["light", "dark"])
    def test_tab_shows_it_and_the_mouse_hides_it(self, window, qtbot, qapp, theme):
        window.session.set_theme(theme)
        window.activateWindow()
        window.show_tab("charts")
        qtbot.waitUntil(window.tabs.panel("charts").isVisible)
        link = QColor(qapp.palette().color(QPalette.ColorRole.Link))
        seen = set()
        while (control := QApplication.focusWidget()) is not window.details:
            qtbot.keyClick(control, Qt.Key.Key_Tab)
            ring = window._ring._ring
            assert ring.control is QApplication.focusWidget()
            assert ring.visibleRegion().boundingRect().size() == ring.size()
            assert ring.grab().toImage().pixelColor(ring.width() // 2, 1) == link
            seen.add(ring.control)
        assert len(seen) > 5
        assert window.splitter.count() == 2
        qtbot.mouseClick(window.canvas, LEFT)
        window.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        assert window._ring._ring is None

    def test_it_outlives_the_controls_it_was_round(self, window, qtbot, haiduan):
        window.show_tab("whatif")
        panel = window.tabs.panel("whatif")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        panel.place_in_town(haiduan.code)
        window.undo()
        window.show_tab("charts")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert window._ring._ring.control is QApplication.focusWidget()
