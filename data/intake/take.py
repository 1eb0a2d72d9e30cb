"""Taking the outcome of an import into a project: one new state, so one undo."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from data.dataset import DataSet
from data.intake.outcome import Outcome
from data.intake.plan import SITE_KINDS, ImportPlan
from data.model import Definition, Figure, Site
from data.own import OwnData, apply_own
from data.own_ids import new_ids, new_source_id

R = TypeVar("R", Site, Figure)


def take(outcome: Outcome, plan: ImportPlan, own: OwnData, embedded: DataSet) -> OwnData:
    """Return the project's data with the source, layer, variables, sites and figures, less what an edition lacks.

    A new site whose id was given away meanwhile gets another one. Rows of an earlier edition that stay keep its title
    and date: the newer one is then a source of its own (``source_taken``).
    """
    taken, ids = _with_rows(outcome, plan, own, embedded)
    earlier = next((one for one in own.sources if one.id == plan.source.id), None)
    if earlier is None or earlier == plan.source:
        return taken.with_source(plan.source)
    rows: Iterator[Site | Figure | Definition] = chain(taken.sites, taken.figures, taken.definitions)
    staying = [one for one in rows if one.source_id == earlier.id and one.id not in ids]
    if not staying:
        return taken.with_source(plan.source)
    newer = replace(plan.source, id=new_source_id(apply_own(own, embedded)))
    return replace(
        taken.with_source(newer),
        sites=_citing(taken.sites, ids, earlier.id, newer.id),
        figures=_citing(taken.figures, ids, earlier.id, newer.id),
    )


def source_taken(own: OwnData, plan: ImportPlan) -> str:
    """Return the id under which ``take`` has put the source of a plan among those of the project."""
    return next(one.id for one in own.sources if replace(one, id=plan.source.id) == plan.source)


def _citing(rows: tuple[R, ...], ids: Container[str], before: str, after: str) -> tuple[R, ...]:
    return tuple(replace(one, source_id=after) if one.id in ids and one.source_id == before else one for one in rows)


def _with_rows(outcome: Outcome, plan: ImportPlan, own: OwnData, embedded: DataSet) -> tuple[OwnData, frozenset[str]]:
    """Return the data with all but the source, and the ids of the rows that the outcome brought."""
    taken = own
    if plan.layer is not None:
        taken = taken.with_layer(plan.layer)
    for variable in outcome.variables:
        taken = taken.with_variable(variable)
    if plan.kind not in SITE_KINDS:
        figures = frozenset(figure.id for figure in outcome.figures)
        return taken.without_figures(outcome.removed, embedded).with_figures(outcome.figures), figures
    data = apply_own(own, embedded)
    late = [site.id for site in outcome.sites if site.id not in outcome.replaced and site.id in data.site_by_id]
    others = dict(zip(late, _free(data, outcome, len(late)), strict=True))
    sites = [replace(site, id=others[site.id]) if site.id in others else site for site in outcome.sites]
    ids = frozenset(site.id for site in sites)
    return taken.without_sites(outcome.removed, embedded).with_sites(sites), ids


def _free(data: DataSet, outcome: Outcome, count: int) -> list[str]:
    """Return ids that neither the project nor the outcome has."""
    if not count:
        return []
    given = {site.id for site in outcome.sites}
    return [one for one in new_ids(data, count + len(given)) if one not in given][:count]
