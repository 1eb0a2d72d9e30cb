"""Taking the outcome of an import into a project: one new state, so one undo."""

from __future__ import annotations

from data.dataset import DataSet
from data.intake.outcome import Outcome
from data.intake.plan import ImportPlan
from data.own import OwnData


def take(outcome: Outcome, plan: ImportPlan, own: OwnData, embedded: DataSet) -> OwnData:
    """Return the project's data with the source, layer, variables, sites and figures, less what an edition lacks.

    A new site whose id was given away meanwhile gets another one.
    """
    raise NotImplementedError
