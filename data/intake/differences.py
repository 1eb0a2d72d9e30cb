"""What a newer edition of a list changes: rows added, removed, moved, changed, and the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Sequence
from dataclasses import dataclass

from data.dataset import DataSet
from data.intake.duplicates import Standing, distance, name_key, renewed
from data.intake.outcome import Difference
from data.intake.plan import SITE_KINDS, ImportPlan
from data.model import Layer, Precision, Site
from data.names import fold

MOVED = 50.0
"""Metres that a site has to be off before it has moved; rounded coordinates are off by less."""

_COMPARED = ("name", "category", "operator", "locality", "status", "year", "value", "unit", "note", "extra")
"""Fields of a site beside its place that say something of it; its row and source do not."""

Key = Callable[[Site], Hashable]


@dataclass(frozen=True)
class Matched:
    """The sites of a newer edition, those that were there before with their ids, and what differs."""

    sites: list[Site]
    """in the order of the edition"""
    differences: tuple[Difference, ...]


def scope(plan: ImportPlan, data: DataSet) -> tuple[Site, ...]:
    """Return the sites of the project that a newer edition of the table replaces.

    They are those of its layer from the same source (by id, or by title and publisher), of a layer of the project's
    own all.
    """
    sites = data.sites_of(SITE_KINDS[plan.kind])
    if plan.layer is not None:
        return tuple(site for site in sites if site.category == plan.layer.name)
    said = fold(plan.source.title), fold(plan.source.publisher)
    same = {
        source.id
        for source in data.sources.values()
        if source.id == plan.source.id or (fold(source.title), fold(source.publisher)) == said
    }
    return tuple(site for site in sites if site.source_id in same)


def compared(before: Sequence[Site], after: Sequence[Site], told: Container[str]) -> Matched:
    """Return the sites of an edition with the ids of those they were before, and every difference.

    ``told`` are the fields that the edition speaks of (``data.intake.duplicates.renewed``).

    Each site is looked for by its code and name, then by name and place, then by a name that is the only one of its
    kind in the township, in the county, in the list, then by its code and township. Those that were not there before
    keep the ids that they come with.
    """
    partners = _partners(before, after)
    sites = []
    found: list[Difference] = []
    for at, site in enumerate(after):
        old = before[partners[at]] if at in partners else None
        if old is None:
            sites.append(site)
            found.append(Difference("added", None, site))
        else:
            sites.append(renewed(old, site, told))
            found.append(difference(old, sites[-1]))
    gone = set(range(len(before))) - set(partners.values())
    found += [Difference("removed", before[at], None) for at in sorted(gone)]
    return Matched(sites, tuple(found))


def difference(before: Site, after: Site) -> Difference:
    """Return what differs between two states of one site."""
    what = tuple(name for name in _COMPARED if _said(getattr(before, name)) != _said(getattr(after, name)))
    exact = before.precision is Precision.SITE and after.precision is Precision.SITE
    moved = distance(before, after) > MOVED if exact else before.town_code != after.town_code
    if moved:
        return Difference("moved", before, after, ("place", *what))
    if before.precision is not after.precision:
        what = ("precision", *what)
    return Difference("changed" if what else "same", before, after, what)


def _said(value: object) -> object:
    """Return a field as it is compared: an empty further field is as good as none."""
    if isinstance(value, dict):
        return {key: text for key, text in value.items() if text}
    return value


def _partners(before: Sequence[Site], after: Sequence[Site]) -> dict[int, int]:
    """Return the position before for that of each site after that was there."""
    partners = _by_key(before, after, _code, {})
    partners |= _by_place(before, after, partners)
    for key in (
        lambda site: (name_key(site.name.zh), site.town_code or site.county_code),
        lambda site: (name_key(site.name.zh), site.county_code),
        lambda site: name_key(site.name.zh),
        lambda site: (site.extra["hospital_code"], site.town_code) if _code(site) else "",
    ):
        partners |= _by_key(before, after, key, partners)
    return partners


def _code(site: Site) -> Hashable:
    code = site.extra.get("hospital_code", "") if site.layer is Layer.HOSPITAL else ""
    return (code, name_key(site.name.zh)) if code else ""


def _by_key(before: Sequence[Site], after: Sequence[Site], key: Key, partners: dict[int, int]) -> dict[int, int]:
    """Return partners by a key that one site on each side has alone, among those without a partner."""
    taken = set(partners.values())
    old: dict[Hashable, list[int]] = defaultdict(list)
    new: dict[Hashable, list[int]] = defaultdict(list)
    for at, site in enumerate(before):
        if at not in taken:
            old[key(site)].append(at)
    for at, site in enumerate(after):
        if at not in partners:
            new[key(site)].append(at)
    return {
        positions[0]: old[one][0]
        for one, positions in new.items()
        if one and len(positions) == 1 and len(old.get(one, ())) == 1
    }


def _by_place(before: Sequence[Site], after: Sequence[Site], partners: dict[int, int]) -> dict[int, int]:
    taken = set(partners.values())
    positions = [at for at in range(len(before)) if at not in taken]
    standing = Standing(before[at] for at in positions)
    found: dict[int, int] = {}
    used: set[int] = set()
    for at, site in enumerate(after):
        if at in partners or (there := standing.find(site, standing.key(site))) < 0 or there in used:
            continue
        used.add(there)
        found[at] = positions[there]
    return found
