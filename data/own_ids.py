"""Ids of what a project adds: own-1, own-2 and so on, the smallest that are free."""

from __future__ import annotations

from collections.abc import Container
from itertools import count as numbers
from itertools import islice

from data.dataset import DataSet

PREFIX = "own-"


def new_ids(data: DataSet, count: int = 1) -> tuple[str, ...]:
    """Return ids for ``count`` new sites, which no site of a project's data set has."""
    return _free(data.site_by_id, count)


def new_definition_id(data: DataSet) -> str:
    """Return an id for a new definition of a project's data set."""
    return _free(data.definitions, 1)[0]


def new_source_id(data: DataSet) -> str:
    """Return an id for a new source of a project's data set."""
    return _free(data.sources, 1)[0]


def _free(taken: Container[str], count: int) -> tuple[str, ...]:
    return tuple(islice((name for number in numbers(1) if (name := f"{PREFIX}{number}") not in taken), count))
