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
from data.own_ids import new_source_id
from data.own_layers import layer_named
from data.own_sources import KIND, edition_of
from data.readers.sheet import Row, SourceFile


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
    source = Source(new_source_id(data), title_of(now, pasted), guessed.publisher, guessed.date, "", KIND, "")
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
        source = edition_of(data, source, series=last.kind in SITE_KINDS)
        # The coordinates of this file count. They cannot tell TWD67 from TWD97, which somebody told the last time.
        same = not guessed.crs or (guessed.crs, last.crs) == (3826, 3828)
        plan = replace(
            last,
            source=source,
            crs=last.crs if same else guessed.crs,
            swapped=last.swapped if same else guessed.swapped,
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
    return layer_named(data, title_of(now, pasted))


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
