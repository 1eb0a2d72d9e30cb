"""The embedded data set in memory: every fact of ``data/sets/`` as plain records, in one object (see docs/data.md)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data import records
from data.arrays import read_only
from data.errors import DataSetError
from data.model import (
    AreaLevel,
    Circle,
    CircleProfile,
    County,
    CoverageSeries,
    Definition,
    Figure,
    IdsService,
    Layer,
    Link,
    OwnLayer,
    PolicyFigure,
    Site,
    Source,
    Town,
    Variable,
)
from data.tables import Table, read_checked
from data.targets import TargetSeries

SETS = Path(__file__).parent / "sets"
MANIFEST = "manifest.json"
BOUNDARIES = "boundaries.gpkg"
BOUNDARY_TOLERANCES = (0, 50, 100, 200, 500, 1000)
"""The simplified levels shipped, in metres; 0 is as published."""

SITE_FILES: Mapping[Layer, str] = {
    Layer.AI: "ai_sites.csv",
    Layer.BROADBAND: "broadband_sites.csv",
    Layer.TELEMEDICINE: "telemedicine_points.csv",
    Layer.HOSPITAL: "hospitals.csv",
    Layer.DIGITAL: "digital_sites.csv",
}


GEOGRAPHY = ("geography", "town_index", "county_index", "town_county_rows", "_boundaries")
TOWN_FIGURES = ("_town_figures", "_town_values")
"""What is made of a data set once, and shared by those that differ from it elsewhere."""


@dataclass(frozen=True, eq=False)
class DataSet:
    """Everything that is known. Rows of every (368,) array are ``towns``, in the order of their code."""

    folder: Path
    version: str
    sources: Mapping[str, Source]
    counties: tuple[County, ...]
    towns: tuple[Town, ...]
    circles: Mapping[str, Circle]
    definitions: Mapping[str, Definition]
    default_definition: str
    profiles: tuple[CircleProfile, ...]
    variables: Mapping[str, Variable]
    figures: tuple[Figure, ...]
    series: Mapping[str, CoverageSeries]
    policy_figures: tuple[PolicyFigure, ...]
    targets: tuple[TargetSeries, ...]
    sites: tuple[Site, ...]
    links: tuple[Link, ...]
    ids_services: tuple[IdsService, ...]

    own_layers: Mapping[str, OwnLayer] = field(default_factory=dict)
    """the layers that a project brings along, by name; the embedded set has none"""

    embedded: DataSet | None = None
    """of a project's data set the shipped one that it stands on, else None"""
    baseline: DataSet | None = None
    """of the data set of a scenario that which the scenario was applied to, else None"""

    @property
    def known(self) -> DataSet:
        """What is known, without what a scenario supposes."""
        return self.baseline or self

    @property
    def shipped(self) -> DataSet:
        """The set that came with the program, without what a project brings along."""
        return self.embedded or self

    @cached_property
    def geography(self) -> DataSet:
        """The data set of whose towns and definitions this one is: a scenario shares those of its baseline."""
        return self

    @cached_property
    def town_index(self) -> Mapping[str, int]:
        """Row of each town, by its code."""
        return {town.code: row for row, town in enumerate(self.towns)}

    @cached_property
    def county_index(self) -> Mapping[str, int]:
        """Position of each county in ``counties``, by its code."""
        return {county.code: row for row, county in enumerate(self.counties)}

    @cached_property
    def town_county_rows(self) -> NDArray[np.intp]:
        """(368,) position of each town's county in ``counties``."""
        return read_only(np.array([self.county_index[town.county.code] for town in self.towns], dtype=np.intp))

    @cached_property
    def site_by_id(self) -> Mapping[str, Site]:
        """Every site of every layer, by its id."""
        return {site.id: site for site in self.sites}

    def sites_of(self, layer: Layer) -> tuple[Site, ...]:
        """Return the sites of one layer, in the order of their id."""
        return self._sites_by_layer.get(layer, ())

    def sources_of(self, layer: Layer) -> tuple[str, ...]:
        """Return the ids of the sources of one layer's sites, each once."""
        return self._sources_by_layer.get(layer, ())

    def figures_of(self, level: AreaLevel, area: str = "") -> tuple[Figure, ...]:
        """Return every figure about one area; rural, non-rural and the nation have no area code."""
        return self._figures_by_area.get((level, area), ())

    def figures_in(self, series: str) -> tuple[Figure, ...]:
        """Return the figures of one coverage series."""
        return self._figures_by_series.get(series, ())

    def town_figures(self, variable: str) -> tuple[Figure | None, ...]:
        """Return (368,) the actual town figures of ``variable`` of one period; None where a town has none.

        It is the latest of the periods that have most towns: a newer edition counts as soon as it is as complete.
        """
        return self._town_figures.get(variable, (None,) * len(self.towns))

    def town_period(self, variable: str) -> str:
        """Return the period of ``town_figures``, '' where no town has one."""
        return next((figure.period for figure in self.town_figures(variable) if figure is not None), "")

    def town_values(self, variable: str) -> NDArray[np.float64]:
        """Return (368,) the values of ``town_figures`` in the variable's unit, NaN where unknown; read-only."""
        known = self._town_values.get(variable)
        if known is None:
            known = self._town_values[variable] = read_only(
                np.array([np.nan if figure is None else figure.value for figure in self.town_figures(variable)])
            )
        return known

    def boundaries(self, tolerance: int = 200) -> NDArray[np.object_]:
        """Return (368,) the towns as Shapely MultiPolygons in EPSG:3826, simplified to ``tolerance`` metres.

        ``tolerance`` is one of BOUNDARY_TOLERANCES. Read when first asked for. Raises DataSetError.
        """
        known = self._boundaries.get(tolerance)
        if known is None:
            from data.geopackage import read_geometries  # Shapely takes 0.2 s to import, and tables do not need it

            path = self.folder / BOUNDARIES
            codes, geometries = read_geometries(path, f"towns_{tolerance}", "town_code")
            if codes != [town.code for town in self.towns]:
                raise DataSetError("The data file {file} does not hold the 368 towns of towns.csv.", file=path)
            known = self._boundaries[tolerance] = read_only(geometries)
        return known

    def with_rows(self, sites: tuple[Site, ...], figures: tuple[Figure, ...], source: Source) -> DataSet:
        """Return the data set of a scenario: with other sites and figures and one source more.

        What neither changes (figures of towns, boundaries) is shared: a scenario is made anew while a point is dragged.
        """
        standing = {site.id for site in sites}
        changed = replace(
            self,
            sites=sites,
            figures=figures,
            sources={**self.sources, source.id: source},
            baseline=self.known,
            links=self.links_between(standing),
            ids_services=self.ids_services_of(standing),
        )
        changed.share(self, *GEOGRAPHY, *TOWN_FIGURES)
        return changed

    def links_between(self, standing: Set[str]) -> tuple[Link, ...]:
        """Return the links of which both ends are among the sites of these ids."""
        return tuple(link for link in self.links if {link.spoke_id, link.hub_id} <= standing)

    def ids_services_of(self, standing: Set[str]) -> tuple[IdsService, ...]:
        """Return the services; one whose hospital is not among the sites of these ids names no site."""
        return tuple(
            service if service.hospital_id in standing else replace(service, hospital_id="")
            for service in self.ids_services
        )

    def share(self, other: DataSet, *names: str) -> None:
        """Take over what ``other`` has made or will make of rows that are the same here (GEOGRAPHY, TOWN_FIGURES)."""
        for name in names:
            self.__dict__[name] = getattr(other, name)

    @cached_property
    def _sites_by_layer(self) -> Mapping[Layer, tuple[Site, ...]]:
        found: dict[Layer, list[Site]] = {layer: [] for layer in Layer}
        for layer, sites in groupby(self.sites, attrgetter("layer")):
            found[layer] += sites
        return {layer: tuple(sites) for layer, sites in found.items()}

    @cached_property
    def _sources_by_layer(self) -> Mapping[Layer, tuple[str, ...]]:
        by_layer = self._sites_by_layer.items()
        return {layer: tuple(dict.fromkeys(map(attrgetter("source_id"), sites))) for layer, sites in by_layer}

    @cached_property
    def _figures_by_area(self) -> Mapping[tuple[AreaLevel, str], tuple[Figure, ...]]:
        found: dict[tuple[AreaLevel, str], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            found[figure.level, figure.area].append(figure)
        return {key: tuple(figures) for key, figures in found.items()}

    @cached_property
    def _figures_by_series(self) -> Mapping[str, tuple[Figure, ...]]:
        return {name: tuple(figure for figure in self.figures if figure.series == name) for name in self.series}

    @cached_property
    def _town_figures(self) -> Mapping[str, tuple[Figure | None, ...]]:
        periods: dict[str, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
        for figure in self.figures:
            if figure.level is AreaLevel.TOWN and figure.kind == "actual":
                periods[figure.variable][figure.period].append(figure)
        found: dict[str, tuple[Figure | None, ...]] = {}
        for variable, by_period in periods.items():
            chosen = max(by_period, key=lambda period: (len(by_period[period]), period))
            by_town = {figure.area: figure for figure in by_period[chosen]}
            found[variable] = tuple(by_town.get(town.code) for town in self.towns)
        return found

    @cached_property
    def _town_values(self) -> dict[str, NDArray[np.float64]]:
        return {}

    @cached_property
    def _boundaries(self) -> dict[int, NDArray[np.object_]]:
        return {}


def load(folder: Path = SETS) -> DataSet:
    """Read the data set in ``folder``; raise DataSetError naming the file that is missing or damaged."""
    manifest = _Manifest(folder)
    sources = records.sources(manifest.table("sources.csv"))
    counties = records.counties(manifest.table("counties.csv"))
    towns = records.towns(manifest.table("towns.csv"), {county.code: county for county in counties}, sources)
    areas = {county.code for county in counties} | {town.code for town in towns}
    circles = records.circles(manifest.table("circles.csv"))
    definitions, default = records.definitions(
        manifest.table("definitions.csv"), manifest.table("members.csv"), circles, areas, sources
    )
    variables = records.variables(manifest.table("variables.csv"))
    series = records.series(manifest.table("coverage_series.csv"), variables)
    sites = tuple(
        chain.from_iterable(
            records.sites(manifest.table(name), layer, {county.code for county in counties}, towns, sources)
            for layer, name in SITE_FILES.items()
        )
    )
    telemedicine = {
        role: {site.id for site in sites if (site.layer, site.category) == (Layer.TELEMEDICINE, role)}
        for role in ("spoke", "hub")
    }
    figures = records.figures(manifest.table("figures.csv"), variables, areas | set(circles), series, sources)
    policy_figures = records.policy_figures(manifest.table("policy_figures.csv"), sources)
    manifest.check(BOUNDARIES)
    data = DataSet(
        folder=folder,
        version=manifest.version,
        sources=sources,
        counties=counties,
        towns=towns,
        circles=circles,
        definitions=definitions,
        default_definition=default,
        profiles=records.profiles(manifest.table("profiles.csv"), circles, sources),
        variables=variables,
        figures=figures,
        series=series,
        policy_figures=policy_figures,
        targets=records.targets(
            manifest.table("targets.csv"),
            manifest.table("target_points.csv"),
            {figure.id for figure in chain[Figure | PolicyFigure](figures, policy_figures)},
            areas | set(circles),
            sources,
        ),
        sites=sites,
        links=records.links(
            manifest.table("telemedicine_links.csv"), telemedicine["spoke"], telemedicine["hub"], sources
        ),
        ids_services=records.ids_services(
            manifest.table("ids_services.csv"), towns, {site.id for site in sites}, sources
        ),
    )
    periods = {
        one.period for one in figures if (one.variable, one.level, one.kind) == ("population", AreaLevel.TOWN, "actual")
    }
    # Every mean and rate is weighted by the people of all towns, and those of the latest edition.
    if np.isnan(data.town_values("population")).any() or data.town_period("population") != max(periods):
        raise DataSetError(
            "The data file {file} does not hold the 368 towns of towns.csv.", file=folder / "figures.csv"
        )
    return data


class _Manifest:
    """The list of the files and their checksums; every file is read through it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        path = folder / MANIFEST
        try:
            content = json.loads(read_checked(path, None))
            self.version = str(content["version"])
            self._checksums = {name: str(entry["sha256"]) for name, entry in content["files"].items()}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise DataSetError(
                "The data file {file} is damaged; please install the program again.", file=path
            ) from None

    def check(self, name: str) -> bytes:
        path = self._folder / name
        if name not in self._checksums:
            raise DataSetError("The data file {file} does not list {name}.", file=self._folder / MANIFEST, name=name)
        return read_checked(path, self._checksums[name])

    def table(self, name: str) -> Table:
        return Table(self._folder / name, self.check(name))
