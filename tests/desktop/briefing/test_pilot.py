"""The clock of flights."""

from itertools import count
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRectF

from desktop.briefing import pilot as pilot_module
from desktop.briefing.pilot import Pilot
from maps.briefing.flight import ZoomPath
from maps.display import Viewport

RECT = QRectF(0, 0, 400, 300)


@pytest.mark.parametrize("step", [0.05, 0.08, 0.13, 0.21])
def test_the_last_picture_of_a_flight_is_its_end_whenever_the_time_runs_out(qapp, monkeypatch, step):
    end = Viewport(RECT, (250e3, 2_600e3), 400.0)
    path = ZoomPath(Viewport(RECT, (200e3, 2_500e3), 900.0), end)
    ticks = count()
    monkeypatch.setattr(pilot_module, "monotonic", lambda: step * next(ticks))  # time passes with every look at it
    pilot, shown, arrived = Pilot(), [], []
    pilot.moved.connect(lambda: shown.append(pilot.now))
    pilot.arrived.connect(lambda: arrived.append(shown[-1]))
    pilot.take_off(SimpleNamespace(path=path), at_once=False)
    while not arrived:
        pilot._tick()
    pilot.stop()
    assert (arrived[0].centre, arrived[0].metres_per_mm) == (end.centre, end.metres_per_mm)
