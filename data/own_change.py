"""A project with other data of its own, and what it says of them: without rows that are no more, by present names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from data.balance.index import supported_index
from data.balance.own_rows import own_indicators
from data.index_spec import IndexSpec
from data.model import OwnLayer
from data.own import OwnData, apply_own
from data.project import Project
from data.scenario import supported
from data.scene import Scene


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


def with_layer_renamed(project: Project, before: str, layer: OwnLayer) -> tuple[Project, Mapping[str, str]]:
    """Return the project with ``layer`` in the place of the one named ``before``, and new ids of indicators by old.

    Its sites follow, and so do the index and the scenes, which name its indicators.
    """
    own = project.own.with_layer_renamed(before, layer)
    rows = (own_indicators(data) for data in (project.data, apply_own(own, project.embedded)))
    ids = {old.id: new.id for old, new in zip(*rows, strict=True) if old.id != new.id}
    changed = replace(
        project,
        own=own,
        index=_index(project.index, ids),
        scenes=tuple(_scene(scene, ids, {before: layer.name}) for scene in project.scenes),
    )
    return changed, ids


def _index(index: IndexSpec, ids: Mapping[str, str]) -> IndexSpec:
    return replace(
        index, parts=tuple(replace(part, indicator=ids.get(part.indicator, part.indicator)) for part in index.parts)
    )


def _scene(scene: Scene, ids: Mapping[str, str], layers: Mapping[str, str]) -> Scene:
    names = dict.fromkeys(("choropleth", "second", "proportional"), ids) | {"hidden_own": layers}
    view = {field: _named(value, names[field]) if field in names else value for field, value in scene.view.items()}
    return replace(scene, view=view, index=None if scene.index is None else _index(scene.index, ids))


def _named(value: Any, names: Mapping[str, str]) -> Any:
    """Return a name, or a list of names, by the present ones; what else a file may hold there as it is."""
    if isinstance(value, str):
        return names.get(value, value)
    return [_named(one, names) for one in value] if isinstance(value, list) else value
