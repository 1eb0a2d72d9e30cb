"""Suggested sites in the What-if tab of the real window: search, cancel, take."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QThreadPool
from PySide6.QtWidgets import QScrollArea

from data.balance.siting import solve
from data.model import AreaLevel, Layer, Place
from data.scenario import RemoveSite, Scenario, SetCoverage
from data.scenario_file import read_scenario
from desktop import whatif_suggest
from maps.texts import Texts
from tests.desktop.driving import choose, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(whatif):
    return whatif


class TestSuggest:
    def test_suggested_sites_are_taken_in_one_step(self, panel, window, qtbot, tmp_path, data):
        panel._sections[2].head.setChecked(True)
        panel.suggest.count.setValue(3)
        panel.suggest.within.setValue(15)
        choose(panel.suggest.demand, "rural")
        choose(panel.suggest.circle, "east")
        panel.suggest.start.click()
        assert panel.suggest.is_searching()
        assert not panel.suggest.progress.isHidden()
        qtbot.waitUntil(lambda: not panel.suggest.is_searching(), timeout=30_000)
        result = panel.suggest.result
        assert result.optimal
        assert 0 < len(result.towns) <= 3
        assert Texts("zh").number(result.newly_reached) in panel.suggest.answer.text()
        panel.suggest.take.click()
        assert [change.town_code for change in window.session.project.scenario.changes] == list(result.towns)
        assert panel.suggest.result is None
        path = tmp_path / "suggested.json"
        panel.save_file(path)
        assert read_scenario(path, data) == window.session.project.scenario
        window.undo()
        assert window.session.project.scenario.changes == ()

    def test_what_cannot_be_suggested_is_told(self, panel, qtbot):
        panel.suggest.count.setValue(30)
        choose(panel.suggest.circle, "islands")
        panel.suggest.start.click()
        qtbot.waitUntil(lambda: not panel.suggest.is_searching(), timeout=30_000)
        assert "30" in panel.suggest.answer.text()
        assert not panel.suggest.answer.isHidden()
        assert panel.suggest.take.isHidden()

    def test_cancelling_ends_the_search_and_shows_no_late_answer(self, panel, qtbot):
        panel.suggest.start.click()
        panel.suggest.cancel.click()
        assert not panel.suggest.is_searching()
        assert panel.suggest.start.isEnabled()
        assert panel.suggest.progress.isHidden()
        qtbot.wait(800)
        assert panel.suggest.result is None or not panel.suggest.result.optimal

    @pytest.mark.slow
    def test_a_search_of_many_seconds_is_cancelled_and_its_answer_never_comes(
        self, panel, window, qtbot, data, haiduan, monkeypatch
    ):
        """Without a single point the best two for everybody take HiGHS far longer than the limit set here."""
        monkeypatch.setattr(whatif_suggest, "solve", partial(solve, time_limit=5))
        removals = tuple(RemoveSite(site.id) for site in data.sites_of(Layer.TELEMEDICINE))
        window.session.change_scenario(Scenario("", removals), "")
        panel._sections[2].head.setChecked(True)
        suggest = panel.suggest
        suggest.count.setValue(2)
        choose(suggest.method, "pmedian")
        qtbot.mouseClick(suggest.start, LEFT)
        qtbot.waitUntil(lambda: suggest.result is not None)
        quick = suggest.result
        qtbot.wait(500)
        assert suggest.is_searching()
        assert suggest.progress.isVisible()
        # The window stays usable meanwhile.
        window.session.select(Place("town", haiduan.code))
        settle(qtbot, window.canvas)
        assert panel.coverage.area.text() == "臺東縣海端鄉"
        assert suggest.is_searching()
        qtbot.mouseClick(suggest.cancel, LEFT)
        assert not suggest.is_searching()
        assert not suggest.progress.isVisible()
        assert suggest.start.isEnabled()
        assert suggest.result is quick
        kept = suggest.answer.text()
        assert working(window), "HiGHS goes on in its thread"
        qtbot.waitUntil(lambda: not working(window), timeout=30_000)
        qtbot.wait(50)
        assert suggest.result is quick
        assert suggest.answer.text() == kept
        assert not suggest.progress.isVisible()

    def test_an_answer_for_another_scenario_is_forgotten(self, panel, qtbot, haiduan):
        panel.suggest.start.click()
        qtbot.waitUntil(lambda: not panel.suggest.is_searching(), timeout=30_000)
        assert panel.suggest.result is not None
        panel.place_in_town(haiduan.code)
        assert panel.suggest.result is None


class TestAnswer:
    def test_taking_selects_nothing_and_marks_the_first_new_change(self, panel, window, qtbot, data, haiduan):
        panel.place_in_town(haiduan.code)
        window.session.select(None)
        with qtbot.waitSignal(window.session.project_changed):
            panel.change(SetCoverage("coverage_5g", AreaLevel.COUNTY, "10014", 90.0))
        search(panel, qtbot)
        panel.suggest.take.setFocus()
        qtbot.mouseClick(panel.suggest.take, LEFT)
        qtbot.wait(50)
        assert len(panel._session.project.scenario.changes) == 7
        assert window.session.view.selected is None
        assert panel.changes.hasFocus()
        assert panel.changes.currentRow() == 2
        for row in range(2, 7):
            assert in_sight(panel.changes.viewport(), panel.changes.visualItemRect(panel.changes.item(row)))
        assert in_sight(scroll_area(panel).viewport(), on_screen(panel.changes, scroll_area(panel).viewport()))

    def test_an_opened_section_is_scrolled_into_view(self, panel, window, qtbot):
        window.resize(1280, 640)
        area, section = scroll_area(panel), panel._sections[2]
        qtbot.mouseClick(section.head, LEFT)
        qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
        first, last = (on_screen(widget, area.viewport()) for widget in (section.head, panel.suggest.start))
        assert in_sight(area.viewport(), first.united(last))

    @pytest.mark.parametrize("height", [600, 800])
    def test_the_top_of_a_long_answer_is_in_sight(self, panel, window, qtbot, height):
        window.resize(1280, height)
        panel.suggest.count.setValue(30)
        panel.suggest.start.setFocus()
        search(panel, qtbot)
        area = scroll_area(panel)
        qtbot.wait(50)
        assert panel.suggest.start.hasFocus()
        assert area.viewport().rect().contains(on_screen(panel.suggest.answer, area.viewport()).topLeft())
        assert in_sight(area.viewport(), on_screen(panel.suggest.start, area.viewport()))
        whole = panel.suggest.take.geometry().bottom() - panel.suggest.start.geometry().top() < area.viewport().height()
        assert in_sight(area.viewport(), on_screen(panel.suggest.take, area.viewport())) == whole

    @pytest.mark.parametrize("method", ["mclp", "pmedian"])
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_its_numbers_say_where_they_come_from(self, panel, window, qtbot, haiduan, method, language):
        window.set_language(language)
        panel.place_in_town(haiduan.code)
        suggest, texts = panel.suggest, Texts(language)
        choose(suggest.method, method)
        choose(suggest.demand, "rural")
        assert suggest.origin.isHidden()
        search(panel, qtbot)
        qtbot.mouseClick(suggest.origin, LEFT)
        result, shown = suggest.result, window.details.toPlainText()
        value = texts.number(result.newly_reached) if method == "mclp" else texts.number(result.mean_km_after, 1)
        assert value in suggest.answer.text()
        assert value in shown
        assert suggest.origin.text() in ("Where does this come from?", "這個數字怎麼來的？")
        share = f"{100 * result.share_after:.1f}"
        assert share in shown
        assert share in suggest.answer.text() or method == "pmedian"

    def test_names_are_in_the_language_on_screen(self, panel, window, qtbot):
        window.set_language("en")
        search(panel, qtbot)
        panel.suggest.take.click()
        assert all(change.name.isascii() for change in panel._session.project.scenario.changes)


def working(window):
    return any(pool.activeThreadCount() for pool in window.findChildren(QThreadPool))


def search(panel, qtbot):
    panel._sections[2].head.setChecked(True)
    qtbot.mouseClick(panel.suggest.start, LEFT)
    qtbot.waitUntil(lambda: not panel.suggest.is_searching(), timeout=30_000)


def scroll_area(panel):
    parent = panel.parentWidget()
    while not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def on_screen(widget, viewport):
    """Return the rectangle of a widget in a viewport."""
    return QRect(widget.mapTo(viewport, QPoint()), widget.size())


def in_sight(viewport, rectangle):
    return viewport.rect().contains(rectangle)
