"""The table of what projects know by names and have otherwise: layers of their own, variables and sources."""

from __future__ import annotations

from collections.abc import Iterator

from data import vocabulary
from data.model import OwnLayer, Source, Variable
from data.project_file.compare import Comparison
from desktop.intake.words import COLOUR_NAMES, SHAPE_NAMES, word
from desktop.project.compare_words import CHANGES
from maps.export.table import Cell, ShownColumn, ShownTable
from maps.texts import Texts

Named = OwnLayer | Variable | Source


def named_table(found: Comparison, texts: Texts) -> ShownTable:
    """Return a row for each that was added, removed or changed."""
    translate = texts.translate
    columns = (
        ShownColumn("change", translate("Compare", "Change")),
        ShownColumn("what", translate("Compare", "What")),
        ShownColumn("before", translate("Compare", "Before")),
        ShownColumn("after", translate("Compare", "After")),
        ShownColumn("kind", translate("Compare", "Change"), "code"),
    )
    title = translate("Compare", "Layers, variables and sources")
    return ShownTable("named", title, texts.language, columns, tuple(_rows(found, texts)))


def _rows(found: Comparison, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    translate = texts.translate
    for what, pairs in (
        (translate("Compare", "Layer"), found.layers),
        (translate("Compare", "Variable"), found.variables),
        (translate("Compare", "Source"), found.sources),
    ):
        for before, after in pairs:
            change = "added" if before is None else "removed" if after is None else "changed"
            yield translate("Compare", CHANGES[change]), what, _said(before, texts), _said(after, texts), change


def _said(one: Named | None, texts: Texts) -> str:
    """Return all that is known of one of them, so that whatever changed is seen."""
    if one is None:
        return ""
    if isinstance(one, OwnLayer):
        colour = COLOUR_NAMES.get(one.colour)
        parts = [one.name, word(texts, SHAPE_NAMES[one.shape]), word(texts, colour) if colour else one.colour, one.note]
    elif isinstance(one, Variable):
        names = (one.name.zh, one.name.en, vocabulary.unit(one.unit).text(texts.language), one.base)
        parts = [*names, one.definition.text(texts.language), one.reporter.text(texts.language)]
    else:
        parts = [one.title, one.publisher, one.date, one.url, one.note]
    return ("；" if texts.language == "zh" else "; ").join(part for part in parts if part)
