"""The foot of a slide in words: definition and overlap rule, sources, licence of the boundaries, data set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.errors import UserError
from data.model import Overlap, Source
from maps.briefing.citing import publishers
from maps.context import Context
from maps.definition_words import definition_sign, definition_words
from maps.texts import Texts

NAMED = 2
"""Publishers that are named; the rest is counted."""


def source_texts(context: Context, sources: Sequence[Source]) -> list[tuple[str, ...]]:
    """Return the parts of the source line of a map, in full first, then in ever fewer words.

    Definition, overlap rule, assumptions, licence of the boundaries and the data set are in each of them.
    """
    translate, definition = context.texts.translate, context.project.definition
    everybody = [one for one, _ in publishers(sources)]
    named = translate("Sources", ", ").join([one for one in everybody if one][:NAMED])
    count = context.texts.number(len(sources))
    counted = translate("Slide", "Sources: {count}").format(count=count)
    several = (
        translate("Slide", "Sources: {publishers} ({count})")
        if "" not in everybody and len(everybody) <= NAMED
        else translate("Slide", "Sources: {publishers} and others ({count})")
    ).format(publishers=named, count=count)
    rule = _brief_rule(context)
    assumed = any(member.assumption for member in definition.members)
    full = translate("Slide", "Circles: {name}, {rule}").format(
        name=definition_words(context.texts, context.project, definition.id), rule=rule
    )
    brief = translate("Slide", "Circles {id}, {rule}").format(
        id=definition_sign(context.project, definition.id, context.view.language), rule=rule
    )
    if assumed:
        words = translate("Slide", ", southern Pingtung our assumption")
        full, brief = full + words, brief + words
    licence = translate("Slide", "Boundaries: Ministry of the Interior (Open Government Data License, version 1.0)")
    short = translate("Slide", "Boundaries: Ministry of the Interior (OGDL 1.0)")
    version = translate("Slide", "Data set {version}").format(version=context.data.version)
    supposed = _supposed(context)
    if not sources:
        several = counted = ""
    kinds = (
        (full, supposed, several, licence, version),
        (full, supposed, counted, licence, version),
        (brief, supposed, counted, licence, version),
        (brief, supposed, counted, short, version),
    )
    return [tuple(filter(None, parts)) for parts in kinds]


def _brief_rule(context: Context) -> str:
    """Return the overlap rule in fewer words than ``maps.words.overlap_words``."""
    translate = context.texts.translate
    return {
        Overlap.EACH: translate("Slide", "shared townships count fully in each"),
        Overlap.SPLIT: translate("Slide", "shared townships count half in each"),
        Overlap.FIRST: translate("Slide", "shared townships count in the first only"),
    }[context.project.overlap]


def missing_text(texts: Texts, missing: Iterable[UserError]) -> str:
    """Return what a scene asks for and does not get, as one line."""
    translate = texts.translate
    said = [sentence(texts, fault) for fault in missing]
    return translate("Slide", "Missing: {what}").format(what=("" if texts.language == "zh" else " ").join(said))


def sentence(texts: Texts, fault: UserError) -> str:
    """Return a fault in the language of the texts, and what it holds of other faults."""
    values = {
        name: sentence(texts, value) if isinstance(value, UserError) else value for name, value in fault.values.items()
    }
    return texts.translate("Error", fault.template).format(**values)


def _supposed(context: Context) -> str:
    """Return that what is shown is nobody's plan; '' for the baseline."""
    if context.side == "baseline":
        return ""
    return context.texts.translate("Slide", "Hypothetical: {count} assumed changes, nobody's plans").format(
        count=context.texts.number(len(context.project.scenario.changes))
    )
