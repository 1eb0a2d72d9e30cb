"""Scenario files in the What-if tab of the real window: save, open, clear, and what cannot be."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QMessageBox

from data.model import AreaLevel
from data.scenario import Scenario, SetCoverage
from data.scenario_file import write_scenario


@pytest.fixture
def panel(whatif):
    return whatif


def changes(panel):
    return panel._session.project.scenario.changes


def faults(panel):
    return [box.text() for box in panel.findChildren(QMessageBox)]


class TestFiles:
    def test_saved_and_opened_again(self, panel, window, tmp_path, haiduan):
        panel.place_in_town(haiduan.code)
        panel.name.setText("甲案")
        panel.name.editingFinished.emit()
        kept = window.session.project.scenario
        assert kept.name == "甲案"
        assert panel.has_unsaved()
        panel.save_file(tmp_path / "甲.json")
        assert not panel.has_unsaved()
        panel.clear_scenario()
        panel.open_file(tmp_path / "甲.json")
        assert window.session.project.scenario == kept
        assert panel.name.text() == "甲案"
        assert not panel.has_unsaved()

    def test_it_says_that_it_is_saved_until_something_changes(self, panel, window, tmp_path, haiduan):
        panel.place_in_town(haiduan.code)
        assert not panel.saved.isVisible()
        panel.save_file(tmp_path / "甲案.json")
        assert panel.saved.isVisible()
        assert "甲案.json" in panel.saved.text()
        window.set_language("en")
        assert "甲案.json" in panel.saved.text()
        panel.change(SetCoverage("coverage_5g", AreaLevel.COUNTY, "10014", 90.0))
        assert not panel.saved.isVisible()

    def test_a_broken_file_is_told_and_keeps_what_is_there(self, panel, window, tmp_path, haiduan):
        panel.place_in_town(haiduan.code)
        kept = window.session.project.scenario
        path = tmp_path / "壞.json"
        for content, said in (
            ("{", "壞.json"),
            (json.dumps({"format": "lifecircles-scenario", "version": 1, "changes": [{"change": "x"}]}), "壞.json"),
        ):
            path.write_text(content, "utf-8")
            panel.open_file(path)
            assert said in faults(panel)[-1]
        panel.open_file(tmp_path / "missing.json")
        assert "missing.json" in faults(panel)[-1]
        assert window.session.project.scenario == kept

    def test_a_folder_cannot_be_saved_to(self, panel, tmp_path, haiduan):
        panel.place_in_town(haiduan.code)
        panel.save_file(tmp_path)
        assert str(tmp_path) in faults(panel)[-1]
        assert panel.has_unsaved()

    def test_opening_over_unsaved_changes_asks_first(self, panel, window, tmp_path, haiduan, monkeypatch):
        from desktop import whatif_panel

        other = tmp_path / "other.json"
        write_scenario(Scenario("乙案"), other)
        panel.place_in_town(haiduan.code)
        asked = []

        def answer(*question):
            asked.append(question[2])
            return QMessageBox.StandardButton.No

        monkeypatch.setattr(whatif_panel.QMessageBox, "question", answer)
        monkeypatch.setattr(whatif_panel.QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
        panel.open.trigger()
        assert asked
        assert len(changes(panel)) == 1
        panel.save_file(tmp_path / "mine.json")
        panel.open.trigger()
        assert len(asked) == 1
        assert window.session.project.scenario.name == "乙案"

    def test_clear_comes_back_with_undo(self, panel, window, haiduan):
        panel.place_in_town(haiduan.code)
        before = changes(panel)
        panel.clear.trigger()
        assert changes(panel) == ()
        window.undo()
        assert changes(panel) == before
