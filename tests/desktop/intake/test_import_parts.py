"""The parts of the window of imports that need no window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data.intake.outcome import Difference, Outcome, Problem, Remark
from data.intake.plan import ImportPlan
from data.intake.table_rows import TOTAL
from data.model import Layer, OwnLayer, Source
from data.own_layers import COLOURS as COLOURS_OF_LAYERS
from data.own_sources import edition_of
from desktop.intake import sources
from desktop.intake.lists import difference_columns, remark_columns
from desktop.intake.points import CHANGES, found_in
from desktop.intake.preview_map import PreviewMap, _dots
from desktop.intake.questions import can_be_checked, open_questions
from desktop.intake.tables import Column, RowsModel, one_line
from desktop.intake.words import COLOUR_NAMES, problem
from maps.texts import Texts
from maps.view import MapView

SOURCE = Source("own-1", "清冊", "衛生局", "2026-03", "", "own", "")
PLACED = {"name": 0, "address": 1}


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ({}, None),
        ({"columns": {"address": 1}}, "columns"),
        ({"columns": {"name": 0}}, "columns"),
        ({"columns": {"name": 0, "x": 1}}, "columns"),
        ({"source": replace(SOURCE, title="")}, "source"),
        ({"source": replace(SOURCE, publisher="")}, "source"),
        ({"source": replace(SOURCE, date="")}, "source"),
        ({"source": replace(SOURCE, date="2026-13")}, "source"),
        ({"kind": "own"}, "kind"),
        ({"kind": "own", "layer": OwnLayer("", "star", "#7A4FA3")}, "kind"),
        ({"kind": "own", "layer": OwnLayer("圖書館", "star", "#7A4FA3")}, None),
        ({"kind": "people", "columns": {"town": 0, "population": 1}}, "kind"),
        ({"kind": "people", "columns": {"town": 0, "population": 1}, "period": "2026-08"}, None),
        ({"kind": "figures", "columns": {"town": 0, "value": 1}, "period": "2026"}, "kind"),
    ],
)
def test_every_open_question_is_asked_at_its_step(changes, step):
    plan = replace(ImportPlan("hospital", SOURCE, columns=PLACED), **changes)
    assert set(open_questions(plan, Texts("en"))) == ({step} if step else set())
    assert can_be_checked(plan) == (step in (None, "source"))


@pytest.mark.parametrize(
    ("written", "kept"),
    [("115/3/1", "2026-03-01"), ("2026-03", "2026-03"), ("民國114年", "2025"), ("soon", "soon"), ("", "")],
)
def test_dates_are_kept_as_they_are_understood(written, kept):
    assert sources.as_date(written) == kept


def test_a_source_of_the_same_title_and_publisher_is_an_edition_of_it(data):
    own = replace(data, sources={**data.sources, SOURCE.id: SOURCE})
    newer = replace(SOURCE, id="own-2", date="2027")
    assert edition_of(own, newer).id == SOURCE.id
    assert edition_of(own, replace(newer, publisher="別的")).id == "own-2"


def test_no_edition_takes_the_place_of_an_embedded_source(data):
    known = next(one for one in data.sources.values() if one.publisher)
    newer = replace(SOURCE, title=known.title, publisher=known.publisher)
    assert edition_of(data, newer) == newer


def test_every_colour_of_a_new_layer_has_a_name():
    assert tuple(COLOUR_NAMES) == COLOURS_OF_LAYERS


def test_titles_of_one_series_differ_by_their_year(data):
    newer = replace(SOURCE, id="own-2", date="2027", title="民國115年據點清冊")
    dated = replace(data, sources={**data.sources, SOURCE.id: replace(SOURCE, title="114年度據點清冊")})
    assert edition_of(dated, newer, series=True).id == SOURCE.id
    assert edition_of(dated, newer).id == "own-2"
    assert edition_of(dated, replace(newer, title="115年度醫院清冊"), series=True).id == "own-2"


def test_how_often_something_was_cleaned_is_said_once():
    one = Remark(TOTAL, {"old": "合計", "count": 7}, 7, 3)
    for language in ("zh", "en"):
        assert " ".join(column.text(one) for column in remark_columns(Texts(language))).count("7") == 1


def test_units_are_words_in_differences_and_problems(data):
    site = replace(data.sites_of(Layer.HOSPITAL)[0], value=5.0, unit="beds")
    changed = Difference("changed", replace(site, unit="ha"), site, ("unit",))
    columns = difference_columns(data, Texts("zh"))
    assert [column.text(changed) for column in columns[-2:]] == ["公頃", "床"]
    refused = Problem("", "", "{value} cannot be in {unit}.", {"value": "0.5", "unit": "persons"})
    assert problem(Texts("en"), refused) == "0.5 cannot be in people."
    assert "count" in problem(Texts("en"), replace(refused, values={"value": "0.5", "unit": "count"}))


def test_points_say_what_becomes_of_each_site(data):
    first, second, third = data.sites_of(Layer.TELEMEDICINE)[:3]
    outcome = Outcome(
        (),
        2,
        sites=(first, second),
        differences=(Difference("moved", second, second, ("lon",)), Difference("removed", third, None)),
    )
    points = found_in(outcome).points
    states = {site.id: CHANGES[change] for site, change in zip(points.sites, points.changes, strict=True)}
    assert states == {first.id: "added", second.id: "moved", third.id: "removed"}
    left, bottom, right, top = points.extent
    assert left <= right
    assert bottom <= top
    where = points.xy[points.index_of(third.id)]
    assert not (left < where[0] < right and bottom < where[1] < top), "what goes is not what the map turns to"


def test_the_point_under_the_mouse_is_found(qtbot, qapp, data):
    from data.project import Project
    from desktop.map_canvas import LOGICAL_DOTS

    preview = PreviewMap()
    qtbot.addWidget(preview)
    preview.resize(500, 500)
    preview.set_project(Project.start(data))
    preview.set_view(MapView())
    sites = data.sites_of(Layer.HOSPITAL)[:5]
    points = found_in(Outcome((), 5, sites=sites)).points
    preview.set_points(points)
    for row, (x, y) in enumerate(points.xy):
        across, down = preview.viewport().to_page(float(x), float(y))
        from PySide6.QtCore import QPointF

        hit = preview.point_at(QPointF(across * LOGICAL_DOTS + 1, down * LOGICAL_DOTS))
        assert np.allclose(points.xy[hit], points.xy[row], atol=3_000)
    preview.close_workers()


def test_a_million_points_are_dots_on_their_pixels(qapp):
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QColor

    from desktop.intake.preview_map import COLOURS

    placed = np.tile([[10.0, 20.0]], (100_000, 1))
    image = _dots(placed, np.full(100_000, CHANGES.index("added"), np.int8), COLOURS["light"], QSize(40, 40), 1.0)
    assert image.pixelColor(10, 20) == QColor(COLOURS["light"]["added"])
    assert image.pixelColor(30, 20).alpha() == 0


def test_a_cell_of_ten_million_letters_is_cut_before_it_is_shown():
    model = RowsModel()
    model.set_columns([Column("Value", lambda row: row)])
    model.set_rows(["x" * 10_000_000])
    assert len(model.data(model.index(0, 0))) < 400
    assert one_line("a\n\tb") == "a b"
