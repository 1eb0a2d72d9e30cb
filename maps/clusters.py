"""Layers of many sites: whether they are gathered, and the discs of those that are."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from data.dataset import DataSet
from data.model import Place, Site
from maps.context import Context
from maps.display import Symbol, SymbolStyle
from maps.gathering import CELL, Clusters, Floats, Rows, cluster_radius, clusters, step_above
from maps.geometry import Atlas
from maps.mapspace import FRAMES, frame_of_town
from maps.site_layers import SiteLayer, layer_colour, layer_shape, sites_in
from maps.site_looks import is_drawn, is_hollow, is_supposed
from maps.symbology import GATHERED_FROM

UNFOLDED, SPOT = 100.0, 30
"""Metres per mm below which the sites of one spot are shown one by one, and how many of them at most."""


@dataclass(frozen=True, eq=False)
class Points:
    """The sites of a layer that may be gathered, as arrays; what a scenario supposes is never."""

    sites: tuple[Site, ...]
    xy: Floats
    """(n, 2) map space"""
    town: Rows
    """(n,) row of the town, -1 where none is known"""
    frame: NDArray[np.int64]
    """(n,) number of the inset frame, -1 on the main map"""
    land: NDArray[np.int64]
    """(n,) number of the landmass: nobody reads a disc half way to an island rightly"""
    hollow: NDArray[np.bool_]

    @cached_property
    def ids(self) -> NDArray[np.str_]:
        return np.array([site.id for site in self.sites])


@lru_cache(maxsize=8)
def _points(atlas: Atlas, data: DataSet, layer: SiteLayer) -> Points:
    sites = tuple(site for site in sites_in(data, layer) if is_drawn(site) and not is_supposed(site))
    positions = atlas.with_data(data).site_positions
    xy = np.array([positions[site.id] for site in sites], dtype=float).reshape(-1, 2)
    town = np.array([data.town_index.get(site.town_code, -1) for site in sites], dtype=np.intp)
    frames = [frame_of_town(one.code) for one in data.towns]
    frame = np.array([*(-1 if one is None else FRAMES.index(one) for one in frames), -1])
    _, land = np.unique([*(one.landmass for one in data.towns), ""], return_inverse=True)
    return Points(sites, xy, town, frame[town], land[town], np.array([is_hollow(site.status) for site in sites]))


def points_of(context: Context, layer: SiteLayer) -> Points:
    """Return the sites of a layer that may be gathered."""
    return _points(context.atlas, context.data, layer)


def gathered(context: Context, layer: SiteLayer) -> Literal["", "clusters", "hexagons"]:
    """Return how a layer is gathered, '' where each site has its symbol.

    By itself a layer of more than ``GATHERED_FROM`` sites is; the planner's wish holds for all layers.
    """
    wish = context.view.gathering
    if wish == "auto":
        return "clusters" if len(sites_in(context.data, layer)) > GATHERED_FROM else ""
    return "" if wish == "none" else wish


def in_front(context: Context, points: Points) -> NDArray[np.bool_]:
    """Return (n,) which sites are in focus; those of no known town always are."""
    return np.append(context.towns_in_focus, True)[points.town]


@dataclass(frozen=True)
class _Wish:
    """What is to be gathered; ``key`` is all that it depends on."""

    key: Hashable
    points: Points = field(compare=False)
    front: NDArray[np.bool_] = field(compare=False)


def clusters_of(context: Context, layer: SiteLayer) -> Clusters:
    """Return the clusters of a layer at this scale: those in focus apart from the others."""
    points = points_of(context, layer)
    cell = step_above(CELL * context.unit * context.metres_per_mm)
    front = in_front(context, points)
    return _gathered(_Wish((points, front.tobytes()), points, front), cell)


@lru_cache(maxsize=16)
def _gathered(wish: _Wish, cell: float) -> Clusters:
    return clusters(wish.points.xy, 2 * wish.points.land + wish.front, cell)


def _alone(context: Context, points: Points, found: Clusters) -> NDArray[np.bool_]:
    """Return (m,) which clusters are shown site by site: those of one, and when zoomed in those of one spot."""
    alone: NDArray[np.bool_] = found.count == 1
    if context.metres_per_mm < UNFOLDED:
        away = np.abs(points.xy - points.xy[found.nearest][found.member]).max(axis=1) > SPOT
        alone |= (np.bincount(found.member, away, len(found.count)) == 0) & (found.count <= SPOT)
    return alone


def gathered_sites(context: Context, layer: SiteLayer) -> frozenset[str]:
    """Return the ids of the sites that have no symbol of their own."""
    how = gathered(context, layer)
    if not how:
        return frozenset()
    points = points_of(context, layer)
    if how == "hexagons":
        return frozenset(points.ids.tolist())
    found = clusters_of(context, layer)
    return frozenset(points.ids[~_alone(context, points, found)[found.member]].tolist())


def cluster_symbols(context: Context, layer: SiteLayer) -> list[Symbol]:
    """Return the discs of a layer's clusters, the smaller ones above; hovering one reads the site in its middle."""
    if gathered(context, layer) != "clusters":
        return []
    points = points_of(context, layer)
    found = clusters_of(context, layer)
    front = in_front(context, points)
    shut = np.bincount(found.member, ~points.hollow, len(found.count)) == 0
    alone = _alone(context, points, found)
    styles: dict[tuple[int, bool, bool], SymbolStyle] = {}
    symbols = []
    for number in np.argsort(-found.count, kind="stable").tolist():
        if alone[number]:
            continue
        row = int(found.nearest[number])
        look = int(found.count[number]), bool(shut[number]), not front[row]
        style = styles.get(look)
        if style is None:
            style = styles[look] = cluster_style(context, layer, look[0], hollow=look[1], faded=look[2])
        x, y = points.xy[row].tolist()
        symbols.append(Symbol(x, y, 0.0, 0.0, style, Place("site", points.sites[row].id)))
    return symbols


def cluster_style(
    context: Context, layer: SiteLayer, count: int, *, hollow: bool = False, faded: bool = False
) -> SymbolStyle:
    """Return the disc of a cluster, hollow where none of its sites is known to work."""
    return SymbolStyle(
        "cluster",
        float(cluster_radius(count)) * context.unit,
        layer_colour(context.view.theme, layer),
        context.theme.halo,
        hollow,
        faded=faded,
        mark=layer_shape(layer),
        text=context.texts.number(count),
    )
