"""The tabs beside the map, where numbers come from, targets, and what happens to a scenario when the window closes."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QTextBrowser

from data.balance.evaluate import indicator_ids
from data.balance.groups import groups
from data.model import AreaLevel, Layer, Place
from data.project import Project
from data.scenario import AddSite, RemoveSite, Scenario, SetCoverage
from data.targets import disagreements
from desktop.assessment import TABS
from desktop.project import asking, questions
from desktop.targets_panel import TargetsPanel
from tests.desktop.driving import choose


def added(data, town_name="海端鄉"):
    town = next(town for town in data.towns if town.name.zh == town_name)
    return AddSite(Layer.TELEMEDICINE, "new-1", "新據點", town.code, town.lon, town.lat)


def click(browser: QTextBrowser, address: str):
    browser.anchorClicked.emit(QUrl(address))


def test_a_start_makes_the_first_tab_only(window):
    assert [spec.id for spec in TABS if window.tabs.made(spec.id)] == ["scorecard"]


@pytest.mark.parametrize("tab", [spec.id for spec in TABS])
def test_every_tab_opens_by_its_action_and_survives_every_change(window, qtbot, data, tab):
    window.menus.actions[f"tab_{tab}"].trigger()
    assert window.tabs.current_tab() == tab
    panel = window.tabs.made(tab)
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    session = window.session
    session.set_language("en")
    session.set_theme("dark")
    session.change_scenario(Scenario("", (added(data),)), "add")
    session.select(Place("site", "new-1"))
    for side in ("difference", "baseline", "scenario"):
        session.set_side(side)
    session.change_definition("2025-09")
    session.set_level("county")
    session.set_choropleth("index")
    session.change_index(session.project.index.with_weight("speed_4g", 9))
    while session.history.can_undo():
        session.history.undo()
    qtbot.waitUntil(window.canvas.is_ready, timeout=10_000)
    assert session.project == Project.start(data)


def test_the_tab_is_remembered(open_window, remembered):
    first = open_window(remembered)
    first.show_tab("targets")
    first.close()
    assert open_window(remembered).tabs.current_tab() == "targets"


def test_the_titles_of_the_tabs_fit_at_1280(window):
    window.set_language("en")
    bar = window.tabs.tabBar()
    assert sum(bar.tabSizeHint(number).width() for number in range(bar.count())) <= 404


class TestExplanation:
    def test_any_number_of_the_scorecard_answers(self, window, data):
        session = window.session
        for circle in groups(session.project, "circle").ids:
            for indicator in indicator_ids():
                session.explain(indicator, "circle", circle)
                text = window.details.toPlainText()
                assert "公式" in text
                assert data.circles[circle].name.zh in text

    def test_the_chain_names_value_formula_figures_and_sources(self, window, data):
        window.session.explain("emergency_beds_per_100k", "town", "10015010")
        text = window.details.toPlainText()
        assert "花蓮縣花蓮市" in text
        assert "÷Σ人口" in text
        people = data.town_values("population")[data.town_index["10015010"]]
        assert f"{people:,.0f}" in text
        hospitals = [site for site in data.sites_of(Layer.HOSPITAL) if site.town_code == "10015010"]
        assert hospitals
        for site in hospitals:
            assert site.name.zh in text
            assert data.sources[site.source_id].title in text

    def test_the_details_ask_for_the_chain_and_lead_back(self, window):
        window.session.select(Place("county", "10014"))
        before = window.details.toPlainText()
        assert "explain:ai_per_100k" in window.details.toHtml()
        click(window.details, "explain:ai_per_100k")
        assert "臺東縣" in window.details.toPlainText()
        assert window.details.toPlainText() != before
        click(window.details, "back:")
        assert window.details.toPlainText() == before

    def test_what_is_folded_can_be_unfolded(self, window):
        window.session.explain("population", "nation", "nation")
        window.session.explain("speed_4g", "circle", "south")
        folded = window.details.toPlainText()
        more = re.search(r"另有 (\d+) 項", folded)
        assert more
        click(window.details, "all:")
        assert len(window.details.toPlainText().splitlines()) > len(folded.splitlines()) + int(more[1])

    def test_a_selection_ends_the_chain(self, window):
        window.session.explain("speed_4g", "circle", "south")
        window.session.select(Place("town", "10015010"))
        assert "公式" not in window.details.toPlainText()

    def test_the_chain_follows_a_scenario_after_it_rests(self, window, qtbot):
        session = window.session
        session.explain("coverage_5g", "circle", "islands", "scenario")
        before = window.details.toPlainText()
        better = SetCoverage("coverage_5g", AreaLevel.COUNTY, "10016", 97.0)
        session.change_scenario(Scenario("好訊號", (better,)), "5G")
        qtbot.waitUntil(lambda: window.details.toPlainText() != before)
        assert "97" in window.details.toPlainText()
        assert "好訊號" in window.details.toPlainText()

    def test_a_chain_of_a_circle_that_is_gone_ends(self, window, qtbot):
        window.session.explain("speed_4g", "circle", "islands")
        window.session.change_definition("2025-09")
        qtbot.waitUntil(lambda: "公式" not in window.details.toPlainText())


class TestSides:
    def test_space_changes_the_side_on_the_map_only(self, window, qtbot, data):
        window.session.change_scenario(Scenario("", (added(data),)), "add")
        assert window.session.view.side == "scenario"
        window.canvas.setFocus()
        qtbot.keyClick(window.canvas, Qt.Key.Key_Space)
        assert window.session.view.side == "baseline"
        qtbot.keyClick(window.canvas, Qt.Key.Key_Space)
        assert window.session.view.side == "scenario"
        box = window.layers.boxes["labels"]
        box.setFocus()
        shown = box.isChecked()
        qtbot.keyClick(box, Qt.Key.Key_Space)
        assert box.isChecked() is not shown, "space on a control belongs to the control"
        assert window.session.view.side == "scenario"

    def test_details_of_sites_that_one_side_lacks(self, window, qtbot, data):
        hospital = data.sites_of(Layer.HOSPITAL)[0]
        changes = Scenario("", (added(data), RemoveSite(hospital.id)))
        window.session.change_scenario(changes, "both")
        for site in ("new-1", hospital.id):
            window.session.select(Place("site", site))
            for side in ("baseline", "scenario", "difference"):
                window.session.set_side(side)
                assert data.site_by_id.get(site, changes.changes[0]).name in (
                    "新據點",
                    hospital.name,
                )
                assert ("新據點" if site == "new-1" else hospital.name.zh) in window.details.toPlainText()


class TestTargets:
    @pytest.fixture
    def panel(self, window) -> TargetsPanel:
        window.show_tab("targets")
        return window.tabs.panel("targets")

    def test_topics_and_choices_narrow_the_list(self, panel, data):
        choose(panel.topic, "")
        assert panel.listed() == data.targets
        choose(panel.choice, "disputed")
        assert 0 < len(panel.listed()) < len(data.targets)
        assert all(disagreements(series) for series in panel.listed())

    def test_both_of_two_sources_that_disagree_are_shown(self, panel, data):
        choose(panel.topic, "telemedicine")
        choose(panel.choice, "disputed")
        text = panel.text.toPlainText()
        assert "來源所載不一" in text
        assert "52" in text
        assert "135" in text

    def test_target_actual_and_basis_stand_together(self, panel):
        choose(panel.topic, "broadband")
        text = panel.text.toPlainText()
        assert "92.27" in text
        assert "非偏鄉家戶" in text
        assert "已達標" in text

    def test_every_series_can_be_written_in_both_languages(self, panel, window, data):
        choose(panel.topic, "")
        for language in ("zh", "en"):
            window.set_language(language)
            text = panel.text.toPlainText()
            for series in data.targets:
                assert series.name.text(language) in text

    def test_a_link_colours_the_map(self, panel, window):
        click(panel.text, "map:coverage_2gbps")
        assert window.session.view.choropleth == "coverage_2gbps"
        assert "choropleth" in window.session.view.layers


class TestLeaving:
    @pytest.fixture
    def asked(self, window, data, monkeypatch):
        """A window with a scenario in no file; the answers it is given are taken from this list."""
        window.show_tab("whatif")
        window.session.change_scenario(Scenario("", (added(data),)), "add")
        answers = []
        monkeypatch.setattr(questions, "ask", lambda *_: answers.pop(0))
        return answers

    def test_who_wants_to_stay_stays(self, window, asked):
        asked += [questions.CANCEL]
        assert not window.close()
        assert window.isVisible()
        assert asked == []

    def test_who_wants_to_lose_it_leaves(self, window, asked):
        asked += [asking.DISCARD]
        assert window.close()

    def test_without_changes_nobody_asks(self, window, asked):
        window.session.history.undo()
        assert window.close()
        assert asked == []
