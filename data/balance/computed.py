"""Indicators computed once for each data set: names of sites and weights of the index change none."""

from __future__ import annotations

from functools import lru_cache

from data.balance.groups import By, groups
from data.balance.indicators import indicators_of
from data.balance.measures import Column
from data.balance.same_numbers import same_numbers
from data.dataset import DataSet
from data.model import Overlap
from data.project import Project


def computed(project: Project, indicator_id: str, by: By) -> Column:
    """Return an indicator of the project's baseline for all areas of one kind; the id is one of ``indicators_of``."""
    data = same_numbers(project.data)
    if by == "circle":
        return _computed(data, indicator_id, by, project.definition_id, project.overlap)
    return _computed(data, indicator_id, by, data.default_definition, Overlap.EACH)


@lru_cache(maxsize=640)  # all indicators of all areas on both sides; many more would keep past scenarios alive
def _computed(data: DataSet, indicator_id: str, by: By, definition_id: str, overlap: Overlap) -> Column:
    return indicators_of(data)[indicator_id].compute(data, groups(Project(data, definition_id, overlap), by))
