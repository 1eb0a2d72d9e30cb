"""A project with other data of its own, and without what it said of rows that are no more."""

from __future__ import annotations

from dataclasses import replace

from data.balance.index import supported_index
from data.own import OwnData, apply_own
from data.project import Project
from data.scenario import supported


def with_own(project: Project, own: OwnData) -> Project:
    """Return the project with this data of its own.

    A definition that is no more gives way to the default one, suppositions about sites that are no more leave the
    scenario, and indicators of layers that are no more leave the index.
    """
    data = apply_own(own, project.embedded)
    known = project.definition_id in data.definitions
    return replace(
        project,
        own=own,
        definition_id=project.definition_id if known else project.embedded.default_definition,
        scenario=supported(project.scenario, data),
        index=supported_index(project.index, data),
    )
