"""What is still open before an import can be taken, step by step, as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from data.intake.fields import BY_ID, Group, missing
from data.intake.outcome import Outcome
from data.intake.plan import SITE_KINDS, ImportPlan
from data.intake.ready import READERS
from data.own_sources import is_date
from maps.texts import Texts

StepId = Literal["file", "kind", "columns", "place", "source", "check"]
STEPS: tuple[StepId, ...] = get_args(StepId)

_PLACE_FIELDS = frozenset({"x", "y", "point", "address", "area_code", "town", "place", "postal", "county"})


def open_questions(plan: ImportPlan, texts: Texts) -> Mapping[StepId, tuple[str, ...]]:
    """Return the sentences for each step that has some."""
    found: dict[StepId, list[str]] = {}

    def ask(step: StepId, sentence: str) -> None:
        found.setdefault(step, []).append(sentence)

    if _lacks_layer(plan):
        ask("kind", texts.translate("Intake", "The new layer has no name yet."))
    if _lacks_variable(plan):
        ask("kind", texts.translate("Intake", "It is not said yet what the numbers measure."))
    for group in _lacking(plan):
        if any(one <= _PLACE_FIELDS for one in group):
            ask("columns", texts.translate("Intake", "No column says where a row is: coordinates, address or area."))
        else:
            sentence = texts.translate("Intake", "No column is chosen for: {fields}.")
            ask("columns", sentence.format(fields=_fields(group, texts)))
    if _lacks_period(plan):
        ask("kind", texts.translate("Intake", "It is not said yet of which time the numbers are."))
    source = plan.source
    if not source.title:
        ask("source", texts.translate("Intake", "The source has no title yet."))
    if not source.publisher:
        ask("source", texts.translate("Intake", "The source has no publisher yet."))
    if not source.date:
        ask("source", texts.translate("Intake", "The source has no date yet."))
    elif not is_date(source.date):
        ask("source", texts.translate("Intake", "The date of the source is not one that can be read."))
    return {step: tuple(sentences) for step, sentences in found.items()}


def can_be_checked(plan: ImportPlan) -> bool:
    """Tell whether the rows can be looked at. Whose they are is asked too, but decides nothing about them."""
    return not (_lacks_layer(plan) or _lacks_variable(plan) or _lacks_period(plan) or _lacking(plan))


def taken(outcome: Outcome) -> int:
    """Return how many sites or figures an import brings."""
    return len(outcome.sites) + len(outcome.figures)


def reader_name(plan: ImportPlan, texts: Texts) -> str:
    """Return the name of the ready reader that knows the table, '' for none."""
    return next((one.name.text(texts.language) for one in READERS if one.id == plan.reader), "")


def _lacks_layer(plan: ImportPlan) -> bool:
    return plan.kind == "own" and (plan.layer is None or not plan.layer.name)


def _lacks_variable(plan: ImportPlan) -> bool:
    known = plan.variable is not None or "variable" in plan.columns or plan.reader
    return plan.kind == "figures" and not known


def _lacks_period(plan: ImportPlan) -> bool:
    return plan.kind not in SITE_KINDS and not (plan.period or "period" in plan.columns or plan.reader)


def _lacking(plan: ImportPlan) -> tuple[Group, ...]:
    """Return the groups of fields without a column; a ready reader computes some of them."""
    return () if plan.reader else missing(plan.kind, set(plan.columns))


def _fields(group: Group, texts: Texts) -> str:
    """Return the fields of which one set must be there."""
    joint = texts.translate("Intake", " or ")
    return joint.join(
        texts.translate("Intake", " and ").join(BY_ID[one].name.text(texts.language) for one in sorted(fields))
        for fields in group
    )
