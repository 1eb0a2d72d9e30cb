"""Where a refused row would be: most are refused for something else than their place."""

from __future__ import annotations

from contextlib import suppress

import numpy as np

from data.dataset import DataSet
from data.errors import UserError
from data.intake.cells import Cells, Faults
from data.intake.cleaned import Refusal
from data.intake.headers import Header
from data.intake.outcome import RefusedRow
from data.intake.placing import Placer
from data.intake.plan import SITE_KINDS, ImportPlan
from data.intake.tally import Tally
from maps.mapspace import project_points


def place_of(refused: RefusedRow, plan: ImportPlan, header: Header, data: DataSet) -> tuple[float, float] | None:
    """Return the place of a row in map space, metres; None where it cannot be said."""
    if plan.kind not in SITE_KINDS:
        return None
    faults: Faults = {}
    with suppress(UserError, Refusal):
        placer = Placer(plan, data, Cells(plan, header, Tally()), [refused.cells])
        place = placer.places([refused.cells], [refused.number], faults)[0]
        if not faults:
            xy = project_points(np.array([place.lon]), np.array([place.lat]), (place.town,))
            return float(xy[0, 0]), float(xy[0, 1])
    return None
