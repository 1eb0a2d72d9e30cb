"""What a project adds to the embedded data set, changes in it and takes from it; and the data set with all that.

Every measure works on a ``DataSet``, so data of the user's own are nothing but another data set (as a scenario is).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import attrgetter
from typing import TypeVar

from data.dataset import GEOGRAPHY, TOWN_FIGURES, DataSet
from data.model import AreaLevel, Definition, Figure, Layer, OwnLayer, Site, Source, Variable

EDITS = "own-edits"
"""Source of what was changed by hand in a project, where the user names no other."""

R = TypeVar("R")
FigureKey = tuple[str, AreaLevel, str, str, str, str]


@dataclass(frozen=True)
class OwnData:
    """The rows of a project. What has the id of a row of the embedded set takes its place.

    Large tuples are left out of the hash; equality compares them, which is quick for states that share their rows.
    """

    sources: tuple[Source, ...] = ()
    layers: tuple[OwnLayer, ...] = ()
    sites: tuple[Site, ...] = field(default=(), hash=False)
    removed_sites: frozenset[str] = frozenset()
    """ids of sites of the embedded set that the project has not"""
    variables: tuple[Variable, ...] = ()
    figures: tuple[Figure, ...] = field(default=(), hash=False)
    removed_figures: frozenset[str] = frozenset()
    """ids of figures of the embedded set that the project has not"""
    definitions: tuple[Definition, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self == NOTHING

    def with_source(self, source: Source) -> OwnData:
        """Return the data with one source more, or with another wording of one of the same id."""
        return replace(self, sources=_put(self.sources, [source], lambda one: one.id))

    def with_sites(self, sites: Iterable[Site]) -> OwnData:
        """Return the data with these sites added, or in the places of those of the same id."""
        new = tuple(sites)
        ids = {site.id for site in new}
        return replace(self, sites=_put(self.sites, new, attrgetter("id")), removed_sites=self.removed_sites - ids)

    def without_sites(self, ids: Iterable[str], embedded: DataSet) -> OwnData:
        """Return the data without the sites of these ids; those of the embedded set are marked as removed."""
        gone = frozenset(ids)
        return replace(
            self,
            sites=tuple(site for site in self.sites if site.id not in gone),
            removed_sites=self.removed_sites | (gone & embedded.site_by_id.keys()),
        )

    def with_figures(self, figures: Iterable[Figure]) -> OwnData:
        """Return the data with these figures added, or in the places of those that speak of the same."""
        new = tuple(figures)
        ids = {figure.id for figure in new}
        return replace(self, figures=_put(self.figures, new, figure_key), removed_figures=self.removed_figures - ids)

    def without_figures(self, ids: Iterable[str], embedded: DataSet) -> OwnData:
        """Return the data without the figures of these ids; those of the embedded set are marked as removed."""
        gone = frozenset(ids)
        return replace(
            self,
            figures=tuple(figure for figure in self.figures if figure.id not in gone),
            removed_figures=self.removed_figures | (gone & {figure.id for figure in embedded.figures}),
        )

    def with_variable(self, variable: Variable) -> OwnData:
        return replace(self, variables=_put(self.variables, [variable], lambda one: one.id))

    def with_layer(self, layer: OwnLayer) -> OwnData:
        return replace(self, layers=_put(self.layers, [layer], lambda one: one.name))

    def without_layer(self, name: str) -> OwnData:
        """Return the data without a layer of the project's own and its sites."""
        return replace(
            self,
            layers=tuple(layer for layer in self.layers if layer.name != name),
            sites=tuple(site for site in self.sites if not (site.layer is Layer.OWN and site.category == name)),
        )

    def with_layer_renamed(self, name: str, layer: OwnLayer) -> OwnData:
        """Return the data with ``layer`` in the place of the one of this name, its sites following."""
        return replace(
            self,
            layers=tuple(layer if one.name == name else one for one in self.layers),
            sites=tuple(
                replace(site, category=layer.name) if site.layer is Layer.OWN and site.category == name else site
                for site in self.sites
            ),
        )

    def with_definition(self, definition: Definition) -> OwnData:
        return replace(self, definitions=_put(self.definitions, [definition], lambda one: one.id))

    def without_definition(self, definition_id: str) -> OwnData:
        return replace(self, definitions=tuple(one for one in self.definitions if one.id != definition_id))


NOTHING = OwnData()


def figure_key(figure: Figure) -> FigureKey:
    """Return what a figure speaks of; two figures that speak of the same never stand in one data set."""
    return figure.variable, figure.level, figure.area, figure.period, figure.kind, figure.series


@lru_cache(maxsize=8)  # the states that are looked at; a history may hold thousands
def apply_own(own: OwnData, embedded: DataSet) -> DataSet:
    """Return the embedded set with what a project changes in it; ``embedded`` itself where that is nothing."""
    if own.is_empty:
        return embedded
    by_id = {site.id: site for site in embedded.sites if site.id not in own.removed_sites}
    by_id |= {site.id: site for site in own.sites}  # in the places of those of the same id, the others behind
    sites, standing = tuple(by_id.values()), by_id.keys()
    geography = _with_definitions(embedded, own.definitions)
    changed = replace(
        geography,
        sources={**embedded.sources, **{source.id: source for source in own.sources}},
        variables={**embedded.variables, **{variable.id: variable for variable in own.variables}},
        figures=_figures(own, embedded),
        sites=sites,
        links=embedded.links_between(standing),
        ids_services=embedded.ids_services_of(standing),
        own_layers={layer.name: layer for layer in own.layers},
        embedded=embedded,
    )
    changed.__dict__["site_by_id"] = by_id
    changed.share(geography, *GEOGRAPHY)
    if not own.figures and not own.removed_figures:
        changed.share(embedded, *TOWN_FIGURES, "_figures_by_area", "_figures_by_series")
    return changed


def _figures(own: OwnData, embedded: DataSet) -> tuple[Figure, ...]:
    if not own.figures and not own.removed_figures:
        return embedded.figures
    taken = {figure_key(figure) for figure in own.figures}
    ids = {figure.id for figure in own.figures} | own.removed_figures
    kept = (one for one in embedded.figures if one.id not in ids and figure_key(one) not in taken)
    return (*kept, *own.figures)


@lru_cache(maxsize=8)
def _with_definitions(embedded: DataSet, definitions: tuple[Definition, ...]) -> DataSet:
    """Return the embedded set with more definitions: what is computed of areas is shared as long as these stay."""
    if not definitions:
        return embedded
    changed = replace(embedded, definitions={**embedded.definitions, **{one.id: one for one in definitions}})
    changed.share(embedded, *(name for name in GEOGRAPHY if name != "geography"))
    return changed


def _put(rows: tuple[R, ...], new: Iterable[R], key: Callable[[R], Hashable]) -> tuple[R, ...]:
    """Return ``rows`` with the new ones in the places of those of the same key, the others behind."""
    by_key = {key(one): one for one in new}
    put = list(rows)
    for place in [place for place, one in enumerate(map(key, rows)) if one in by_key]:
        put[place] = by_key.pop(key(rows[place]), rows[place])
    return (*put, *by_key.values())
