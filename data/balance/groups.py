"""The areas that indicators are computed for: towns, counties, circles or the nation, as shares of the towns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from data.arrays import read_only
from data.circles import weights
from data.dataset import DataSet
from data.errors import InputError
from data.model import Name, Overlap, Town
from data.project import Project

By = Literal["town", "county", "circle", "nation"]
BY: tuple[By, ...] = ("town", "county", "circle", "nation")

NATION = "nation"
NATION_NAME = Name("全國", "Nation")


@dataclass(frozen=True, eq=False)
class Groups:
    """Areas of one kind; ``weights`` (groups, 368) is the share with which each town counts in each of them."""

    by: By
    ids: tuple[str, ...]
    names: tuple[Name, ...]
    weights: NDArray[np.float64]


def groups(project: Project, by: By) -> Groups:
    """Return all areas of one kind. Only circles depend on the project's definition and overlap rule.

    The nation counts every town once, also the towns that belong to no circle. Raises InputError for circles of a
    definition without a township, and where the overlap rule leaves a circle none: nothing can be said of it.
    """
    geography = project.data.geography  # a scenario changes no area; while a point is dragged there are many
    if by == "circle":
        return _groups(geography, by, project.definition_id, project.overlap)
    return _groups(geography, by)


@lru_cache(maxsize=16)
def _groups(data: DataSet, by: By, definition_id: str = "", overlap: Overlap = Overlap.EACH) -> Groups:
    if by == "circle":
        ids = data.definitions[definition_id].circles
        shares = weights(data, definition_id, overlap)
        _refuse_empty(definition_id, ids, shares, overlap)
        return Groups(by, ids, tuple(data.circles[circle].name for circle in ids), shares)
    if by == "nation":
        return Groups(by, (NATION,), (NATION_NAME,), read_only(np.ones((1, len(data.towns)))))
    if by == "county":
        rows = np.arange(len(data.counties))[:, None] == data.town_county_rows[None, :]
        codes = tuple(county.code for county in data.counties)
        return Groups(by, codes, tuple(county.name for county in data.counties), read_only(rows.astype(float)))
    return Groups(
        by,
        tuple(town.code for town in data.towns),
        tuple(map(town_name, data.towns)),
        read_only(np.eye(len(data.towns))),
    )


def _refuse_empty(definition_id: str, ids: tuple[str, ...], shares: NDArray[np.float64], overlap: Overlap) -> None:
    if not shares.any():
        raise InputError("The definition {name} has no township.", name=definition_id)
    for circle, share in zip(ids, shares, strict=True):
        if not share.any():
            raise InputError(
                "The circle {name} of the definition {definition} has no township (overlap rule: {overlap}).",
                name=circle,
                definition=definition_id,
                overlap=overlap.value,
            )


def town_name(town: Town) -> Name:
    """Return the full name of a town."""
    return Name(town.full_name("zh"), town.full_name("en"))
