"""Charts in a small window: room for the data, sentences that go, marked circles, numbers that say whence they come."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from data.balance.explain import explain
from data.balance.groups import groups
from data.model import Place
from data.project import Project
from desktop.session import Session
from maps.charts.catalogue import CHART_IDS
from maps.texts import Texts
from maps.view import READY_VIEWS
from tests.desktop.driving import charts_alone


@pytest.fixture
def session(qapp, data):
    return Session(Project.start(data), READY_VIEWS["broadband"])


@pytest.fixture
def panel(qtbot, session):
    yield from charts_alone(qtbot, session, 320, 420)


@pytest.fixture
def show(qtbot, panel):
    def choose(chart_id):
        panel.choose(chart_id)
        qtbot.waitUntil(panel.is_ready, timeout=20_000)
        return panel.view

    return choose


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_choosers_leave_the_height_to_the_chart(panel, session, show, language):
    session.set_language(language)
    for chart_id in CHART_IDS:
        view = show(chart_id)
        assert view.height() >= 340, chart_id
        assert panel.minimumSizeHint().width() <= 305, chart_id
        assert view.chart.figure.axes[0].get_position().height * view.height() >= 200, chart_id


def test_each_chooser_that_is_seen_has_a_key_and_a_name(panel, show):
    for chart_id in CHART_IDS:
        show(chart_id)
        labelled = [label.buddy() for label in panel._labels if label.isVisible()]
        for box, jump in zip(panel._boxes, panel._jumps, strict=True):
            assert (jump.isEnabled() or box in labelled) == box.isVisible()
            assert box.accessibleName()
            assert box.currentText() in box.toolTip() or not box.isVisible()


def test_what_was_told_goes_with_the_next_chart_the_next_tab_or_in_time(panel, show, qtbot):
    for go in (lambda: show("strip"), panel.hide, panel._told.timeout.emit):
        panel.show()
        panel.view.told.emit("The chart was copied.")
        assert panel.note.isVisible()
        assert panel._told.isActive()
        go()
        assert panel.note.isHidden()
        assert panel.note.text() == ""


def test_a_selected_circle_marks_its_towns_and_counties(panel, session, show, qtbot):
    for kind in ("town", "county"):
        for chart_id in ("scatter", "lorenz"):
            panel._levels[chart_id] = kind
            view = show(chart_id)
            marked = {hit.area for hit in view.marked(Place("circle", "islands"))}
            project = session.project
            towns = groups(project, "circle").weights[groups(project, "circle").ids.index("islands")] > 0
            codes = {town.code for town, inside in zip(project.data.towns, towns, strict=True) if inside}
            expected = codes if kind == "town" else {code[:5] for code in codes}
            assert marked == expected & {hit.area for hit in view.chart.hits}
            assert marked


def asked_by(session, view, hit):
    asked = []
    session.explanation_requested.connect(lambda *what: asked.append(what))
    view.menu(hit).actions()[0].trigger()
    return asked[0]


def test_the_gini_coefficient_says_where_it_comes_from(session, show):
    view = show("lorenz")
    gini = view.chart.hits[0]
    hit = view.hit_at(QPointF(view.rect_of(gini).center()))
    assert hit is gini
    for pointed_at in (hit, None):
        found = explain(session.project, *asked_by(session, view, pointed_at))
        assert f"{found.value:.3f}" in gini.text
        assert found.sources
        assert len(found.inputs) == 368


@pytest.mark.parametrize("kind", ["town", "county", "circle"])
def test_the_correlation_says_where_it_comes_from(panel, session, show, kind):
    panel._levels["scatter"] = kind
    view = show("scatter")
    said = view.chart.hits[0]
    assert view.hit_at(QPointF(view.rect_of(said).center())) is said
    for pointed_at in (said, None):
        found = explain(session.project, *asked_by(session, view, pointed_at))
        assert f"r = {Texts('zh').number(found.value, 2)}" in said.text
        assert said.text in view.chart.summary
        assert len(found.inputs) == len(groups(session.project, kind).ids)
    assert not view.marked(None)


@pytest.mark.parametrize("kind", ["town", "county"])
def test_each_median_says_where_it_comes_from(panel, session, show, kind):
    panel._levels["strip"] = kind
    view = show("strip")
    medians = [hit for hit in view.chart.hits if hit.indicator_id.startswith("median:")]
    pointers = [hit for hit in medians if hit.round]
    assert len(pointers) == len(groups(session.project, "circle").ids)
    for hit in medians:
        assert view.hit_at(QPointF(view.rect_of(hit).center())) is hit
        found = explain(session.project, *asked_by(session, view, hit))
        assert Texts("zh").number(found.value, found.indicator.decimals) in hit.text.split("\n")[-1]
        assert found.area_id == hit.area


def test_a_target_says_where_it_comes_from(session, show):
    view = show("targets")
    found = explain(session.project, *asked_by(session, view, view.chart.hits[0]))
    assert found.value == 92.27
    assert len(found.sources) == 2
