"""Taking the outcome of an import into a project: one new state, so one undo."""

from __future__ import annotations

from dataclasses import replace

from data.dataset import DataSet
from data.intake.outcome import Outcome
from data.intake.plan import SITE_KINDS, ImportPlan
from data.own import OwnData, apply_own
from data.own_ids import new_ids


def take(outcome: Outcome, plan: ImportPlan, own: OwnData, embedded: DataSet) -> OwnData:
    """Return the project's data with the source, layer, variables, sites and figures, less what an edition lacks.

    A new site whose id was given away meanwhile gets another one.
    """
    taken = own.with_source(plan.source)
    if plan.layer is not None:
        taken = taken.with_layer(plan.layer)
    for variable in outcome.variables:
        taken = taken.with_variable(variable)
    if plan.kind not in SITE_KINDS:
        return taken.without_figures(outcome.removed, embedded).with_figures(outcome.figures)
    data = apply_own(own, embedded)
    late = [site.id for site in outcome.sites if site.id not in outcome.replaced and site.id in data.site_by_id]
    others = dict(zip(late, _free(data, outcome, len(late)), strict=True))
    sites = (replace(site, id=others[site.id]) if site.id in others else site for site in outcome.sites)
    return taken.without_sites(outcome.removed, embedded).with_sites(sites)


def _free(data: DataSet, outcome: Outcome, count: int) -> list[str]:
    """Return ids that neither the project nor the outcome has."""
    if not count:
        return []
    given = {site.id for site in outcome.sites}
    return [one for one in new_ids(data, count + len(given)) if one not in given][:count]
