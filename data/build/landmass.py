"""Landmasses: the towns between which one can go without a crossing by sea or air."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from data.build.context import Context
from data.build.tables import table
from data.vocabulary import LANDMASSES

LINKS = "fixed_links.csv"
NAMES = "landmasses.csv"


def landmasses(context: Context) -> Mapping[str, str]:
    """Landmass of every town, by its code: that of the town's largest part, where its representative point is.

    Parts that touch in the published boundaries are one landmass, and so are those that a bridge or tunnel of
    fixed_links.csv joins; landmasses.csv names each by a town on it. A fault where a link is without a source or joins
    a town with itself, a landmass has no name or two, or a name no words.
    """
    codes = context.areas.atlas.codes
    row = {code: index for index, code in enumerate(codes)}
    links = [link for link in table(LINKS) if _checked(context, link, row)]
    touching = _components(context.areas.atlas.shapes)
    starts = [touching[row[link["town_a"]]] for link in links]
    ends = [touching[row[link["town_b"]]] for link in links]
    joined = _labels(starts, ends, int(touching.max()) + 1)[touching]
    names = _names(context, row, joined)
    for link, start, end in zip(links, starts, ends, strict=True):
        _remark(context, link, drawn=start == end)
    return {code: names.get(int(label), "") for code, label in zip(codes, joined, strict=True)}


def _components(shapes: NDArray[np.object_]) -> NDArray[np.intp]:
    """(n,) number of the connected component that holds the largest part of each shape."""
    parts, owners = shapely.get_parts(shapes, return_index=True)
    left, right = shapely.STRtree(parts).query(parts, predicate="intersects")
    labels = _labels(left, right, len(parts))
    first = np.searchsorted(owners, np.arange(len(shapes)))  # the largest part comes first
    return labels[first]


def _labels(left: list[int] | NDArray[np.intp], right: list[int] | NDArray[np.intp], size: int) -> NDArray[np.intp]:
    graph = coo_array((np.ones(len(left), dtype=bool), (left, right)), shape=(size, size))
    return np.asarray(connected_components(graph, directed=False)[1], dtype=np.intp)


def _checked(context: Context, link: Mapping[str, str], row: Mapping[str, int]) -> bool:
    said = link["name_zh"]
    if link["source_id"] not in context.sources:
        context.faults.add(LINKS, 0, f"{said} has no source, or an unknown one ({link['source_id']!r})")
    if not {link["town_a"], link["town_b"]} <= set(row) or link["town_a"] == link["town_b"]:
        context.faults.add(LINKS, 0, f"{said} does not join two towns")
        return False
    return True


def _names(context: Context, row: Mapping[str, int], joined: NDArray[np.intp]) -> dict[int, str]:
    names: dict[int, str] = {}
    for named in table(NAMES):
        landmass, town = named["landmass"], named["town_code"]
        if landmass not in LANDMASSES:
            context.faults.add(NAMES, 0, f"landmass {landmass!r} has no words in data/vocabulary.py")
        if town not in row:
            context.faults.add(NAMES, 0, f"unknown township {town!r}")
            continue
        other = names.setdefault(int(joined[row[town]]), landmass)
        if other != landmass:
            context.faults.add(NAMES, 0, f"{other} and {landmass} are one landmass")
    for code, index in row.items():
        if int(joined[index]) not in names:
            context.faults.add(NAMES, 0, f"the landmass of {''.join(context.areas.town_names[code])} has no name")
    return names


def _remark(context: Context, link: Mapping[str, str], *, drawn: bool) -> None:
    towns = "–".join("".join(context.areas.town_names[link[end]]) for end in ("town_a", "town_b"))
    how = "the published boundaries already draw them as joined" if drawn else "apart in the published boundaries"
    since = f", since {link['since']}" if link["since"] else ""
    context.remark(
        "Landmasses: bridges and tunnels",
        f"`towns.csv` {towns}: {link['name_zh']}{since} (`{link['source_id']}`); {how}.",
    )
