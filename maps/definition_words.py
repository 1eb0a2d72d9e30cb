"""The names of the definitions of the circles."""

from __future__ import annotations

from data.project import Project
from maps.texts import Texts


def definition_words(texts: Texts, project: Project, definition_id: str) -> str:
    """Return the name of a definition of the circles, marked where the project brings it along."""
    name = project.data.definitions[definition_id].name.text(texts.language)
    if definition_id in project.embedded.definitions:
        return name
    return texts.translate("Definition", "{definition} (own)").format(definition=name)
