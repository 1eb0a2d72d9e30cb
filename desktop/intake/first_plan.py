"""The plan with which an import begins: what the table was taken for, and what was chosen for the last one like it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from data.dataset import DataSet
from data.intake.guess import Guess
from data.intake.plan import SITE_KINDS, ImportPlan, Kind
from data.model import OwnLayer, Source, Variable
from data.readers.sheet import Row, SourceFile
from desktop.intake import sources
from desktop.intake.words import COLOUR_NAMES

_LAYER_NAME = 40
"""Characters of a name that is proposed for a layer."""


@dataclass(frozen=True, eq=False)
class Opened:
    """A file, what it is taken for, and the first rows of the table, its header among them."""

    file: SourceFile
    guess: Guess
    head: Sequence[Row]
    recalled: ImportPlan | None = None
    """the choices that were made for the last table with these names of columns"""


def first_plan(now: Opened, data: DataSet, pasted: str) -> ImportPlan:
    """Return the plan of a table in a project whose data set is ``data``.

    ``pasted`` names a table without title and file.
    """
    guessed, last = now.guess, now.recalled
    source = Source(sources.new_id(data), title_of(now, pasted), guessed.publisher, "", "", sources.KIND, "")
    plan = ImportPlan(
        guessed.kind,
        source,
        guessed.sheet.name,
        guessed.header.rows,
        frozen(guessed.columns),
        guessed.crs,
        guessed.swapped,
        variable=data.variables.get(guessed.variable),
        level=guessed.level,
        period=guessed.period,
        reader=guessed.reader,
    )
    if last is not None:
        source = replace(source, publisher=last.source.publisher, url=last.source.url)
        source = sources.like(data, source, series=last.kind in SITE_KINDS)
        plan = replace(
            last,
            source=source,
            sheet=plan.sheet,
            header=plan.header,
            period=plan.period,
            variable=_known(last.variable, data) or plan.variable,
            reader=plan.reader,
            whole=False,
            corrected=frozen({}),
        )
    if plan.source.id in data.sources:
        # A newer edition comes for what it has otherwise.
        plan = replace(plan, duplicates="replace")
    return replace(plan, layer=layer_for(plan.kind, now, data, pasted))


def layer_for(kind: Kind, now: Opened, data: DataSet, pasted: str) -> OwnLayer | None:
    """Return the layer that is proposed: that of the last time, or named as the table, in a colour of its own."""
    if kind != "own":
        return None
    if now.recalled is not None and now.recalled.layer is not None:
        return now.recalled.layer
    used = {layer.colour for layer in data.own_layers.values()}
    colour = next((one for one in COLOUR_NAMES if one not in used), next(iter(COLOUR_NAMES)))
    name = title_of(now, pasted).strip()[:_LAYER_NAME]
    return data.own_layers.get(name) or OwnLayer(name, "star", colour)


def title_of(now: Opened, pasted: str) -> str:
    """Return what the table calls itself, or its file."""
    return now.guess.title or now.file.path.stem or pasted


def frozen(mapping: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Return a copy that cannot be changed, for a plan."""
    return MappingProxyType(dict(mapping))


def _known(variable: Variable | None, data: DataSet) -> Variable | None:
    """Return a variable of the last time, unless this project gave its id to another one."""
    if variable is None:
        return None
    here = data.variables.get(variable.id, variable)
    return here if here.name == variable.name else None
