"""The names of the definitions of the circles."""

from __future__ import annotations

from data.model import Language
from data.own_definitions import is_own
from data.project import Project
from maps.texts import Texts

SHORT = 12
"""Letters of a name that stand where the others have their id."""


def definition_words(texts: Texts, project: Project, definition_id: str) -> str:
    """Return the name of a definition of the circles, marked where the project brings it along."""
    name = project.data.definitions[definition_id].name.text(texts.language)
    if not is_own(definition_id):
        return name
    return texts.translate("Definition", "{definition} (own)").format(definition=name)


def definition_sign(project: Project, definition_id: str, language: Language) -> str:
    """Return what a definition is called where there is no room: its id, or the beginning of the name of an own one."""
    if not is_own(definition_id):
        return definition_id
    name = " ".join(project.data.definitions[definition_id].name.text(language).split())
    return name if len(name) <= SHORT else name[: SHORT - 1] + "…"
