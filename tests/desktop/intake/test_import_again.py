"""What the state of an import makes of a second look: the date of the source, and choices of the last time."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from data.model import Status
from data.tm2 import to_tm2
from desktop.intake.state import ImportState
from tests.data.readers.make_files import make_csv
from tests.desktop.intake.steps import settle


@pytest.fixture
def state(session, tmp_path):
    """An import without its window."""
    made = ImportState(session, tmp_path / "settings")
    yield made
    made.close()


def opened(qtbot, state, path):
    state.open(path)
    settle(qtbot, state)
    return state


def test_contracts_that_ended_before_the_date_of_the_source_have_ended(qtbot, state, tmp_path):
    rows = [["醫事機構代碼", "醫事機構名稱", "地址", "特約類別", "終止合約或歇業日期"]]
    rows += [
        [f"110110000{at}", f"{at}醫院", "臺北市中正區1號", "2", end] for at, end in enumerate(["20240101", "99991231"])
    ]
    opened(qtbot, state, make_csv(tmp_path / "list.csv", rows))
    assert {site.status for site in state.outcome.sites} == {Status.OPERATING}, "nobody knows yet as of when"
    state.set_source(replace(state.plan.source, publisher="健保署", date="2025-12-31"))
    settle(qtbot, state)
    assert [site.status for site in state.outcome.sites] == [Status.ENDED, Status.OPERATING]


def test_the_coordinates_of_a_file_count_more_than_those_of_the_last(qtbot, state, tmp_path, data):
    def table(county, zone):
        towns = [town for town in data.towns if town.county.code == county]
        points = to_tm2([town.lon for town in towns], [town.lat for town in towns], zone)
        cells = [[town.name.zh, f"{x:.1f}", f"{y:.1f}"] for town, (x, y) in zip(towns, points, strict=True)]
        return make_csv(tmp_path / f"{county}.csv", [["據點名稱", "座標X", "座標Y"], *cells])

    opened(qtbot, state, table("10016", 119))
    assert state.plan.crs == 3825
    state.set_source(replace(state.plan.source, publisher="澎湖縣政府", date="2025-12-31"))
    with qtbot.waitSignal(state.taken):
        state.take()
    opened(qtbot, state, table("63000", 121))
    assert state.now.recalled is not None
    assert (state.plan.crs, state.outcome.refused) == (3826, ())


def test_what_cannot_be_read_is_a_sentence_and_no_fault_of_the_program(qtbot, state, tmp_path, caplog):
    (tmp_path / "list.kml").write_text("<kml></kml>")
    with caplog.at_level(logging.ERROR):
        opened(qtbot, state, tmp_path / "list.kml")
    assert "list.kml" in str(state.fault)
    assert not caplog.records
