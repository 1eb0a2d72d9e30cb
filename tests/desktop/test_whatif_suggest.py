"""Suggested sites in the What-if tab of the real window: search, cancel, take."""

from __future__ import annotations

import pytest

from data.scenario_file import read_scenario
from maps.texts import Texts
from tests.desktop.driving import choose


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

    def test_an_answer_for_another_scenario_is_forgotten(self, panel, qtbot, haiduan):
        panel.suggest.start.click()
        qtbot.waitUntil(lambda: not panel.suggest.is_searching(), timeout=30_000)
        assert panel.suggest.result is not None
        panel.place_in_town(haiduan.code)
        assert panel.suggest.result is None
