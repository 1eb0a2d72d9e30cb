"""Capacity of AI sites in megawatts, of which what is part of a whole is never added to it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from data.balance.groups import Groups
from data.balance.measures import Column, column_of
from data.balance.site_measures import counted_row, listed_share
from data.balance.trace import Trace, ordered, site_input, site_label
from data.dataset import DataSet
from data.model import Layer, Name, Site, Status
from data.vocabulary import unit

CAPACITY, WHOLE = "mw", "part_of"
"""Columns of the AI sites: the capacity in MW, and the site whose capacity contains it."""

OPEN_ENDED = "more than"
"""How the unit of a site says that its capacity is a lower bound."""

MW = Name("MW")


@dataclass(frozen=True)
class Capacity:
    """W @ net capacity of the sites of a status. Unknown, not zero, where none of them has a published capacity.

    ``known`` is the share of people in counties with a site of the status whose capacity is published (for towns: in
    such towns). The bound is '>=' where a source gives the capacity as "more than".
    """

    status: Status

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        values = np.full(len(groups.ids), np.nan)
        bounds = [""] * len(groups.ids)
        for site, net in net_capacities(data):
            row = counted_row(data, groups, site)
            if site.status is not self.status or row is None:
                continue
            for group in np.flatnonzero(groups.weights[:, row]).tolist():
                values[group] = np.nan_to_num(values[group]) + groups.weights[group, row] * net
                if OPEN_ENDED in site.unit and net:
                    bounds[group] = ">="
        published = tuple(site for site, _ in net_capacities(data) if site.status is self.status)
        return column_of(values, listed_share(data, groups, published), tuple(bounds))

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        nets = {site.id: net for site, net in net_capacities(data)}
        inputs = []
        for site in data.sites_of(Layer.AI):
            town = counted_row(data, groups, site)
            share = 0.0 if town is None else float(groups.weights[row][town])
            if not share or capacity(site) is None:
                continue
            counted = site.id in nets and site.status is self.status
            inputs.append(
                site_input(
                    data, site, nets[site.id] if counted else capacity(site), unit_name=MW,
                    label=site_label(site, *_said(data, site, nets)), weight=share,
                    role="sum" if counted else "evidence",
                )
            )  # fmt: skip
        return Trace(ordered(inputs))


def capacity(site: Site) -> float | None:
    """Return the published capacity of a site in MW, None where there is none."""
    text = site.extra.get(CAPACITY, "")
    return float(text) if text else None


@lru_cache(maxsize=16)
def net_capacities(data: DataSet) -> tuple[tuple[Site, float], ...]:
    """Return the sites whose capacity counts, with that part of it which counts, in MW.

    A site within a whole of the same status counts nothing of its own. A part of another status than its whole (a
    planned building on a campus in operation) is taken off the whole, to no less than 0, and counts by itself.
    """
    sites = [site for site in data.sites_of(Layer.AI) if capacity(site) is not None]
    counted = {site.id: site for site in sites if not (whole := _whole(data, site)) or whole.status is not site.status}
    net = {name: capacity(site) or 0.0 for name, site in counted.items()}
    for site in counted.values():
        above = next((whole for whole in _wholes(data, site) if whole.id in counted), None)
        if above is not None:
            net[above.id] -= capacity(site) or 0.0
    return tuple((site, max(net[name], 0.0)) for name, site in counted.items())


def _wholes(data: DataSet, site: Site) -> Iterator[Site]:
    """The sites with a capacity that contain a site, innermost first."""
    seen = {site.id}
    while (name := site.extra.get(WHOLE, "")) and name not in seen and name in data.site_by_id:
        seen.add(name)
        site = data.site_by_id[name]
        if capacity(site) is not None:
            yield site


def _whole(data: DataSet, site: Site) -> Site | None:
    return next(_wholes(data, site), None)


def _said(data: DataSet, site: Site, nets: dict[str, float]) -> Iterator[Name]:
    """What is to be said of a capacity: its basis, and what was done about parts and wholes."""
    published, whole = capacity(site), _whole(data, site)
    basis = unit(site.unit)
    if basis.zh != MW.zh:
        yield Name(f"{published:g} {basis.zh}", f"{published:g} {basis.text('en')}")
    if site.id not in nets and whole is not None:
        yield Name(f"已含於{whole.name.zh}，不重複計入", f"within {whole.name.text('en')}, not added again")
    elif site.id in nets and published is not None and nets[site.id] < published:
        off = published - nets[site.id]
        yield Name(f"扣除狀態不同之部分{off:g} MW", f"less {off:g} MW of parts of another status")
