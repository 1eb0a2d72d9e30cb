"""Areas by the names that a user types: the id or code, or the full name in either language."""

from __future__ import annotations

from data.errors import UnknownNameError
from data.model import Place
from data.names import fold
from data.project import Project


def circle_place(project: Project, name: str, *also: str) -> Place:
    """Return the circle of an id. Raises UnknownNameError, which lists the circles of the definition.

    ``also`` are further words that the user might have given.
    """
    if name not in project.definition.circles:
        raise UnknownNameError(
            "There is no circle {name} in the definition {definition}; the circles are {valid}.",
            name=name,
            definition=project.definition_id,
            valid=", ".join((*project.definition.circles, *also)),
        )
    return Place("circle", name)


def county_place(project: Project, name: str) -> Place:
    """Return the county of a code or a full name in either language. Raises UnknownNameError, which lists them all."""
    for county in project.data.counties:
        if fold(name) in (fold(county.code), fold(county.name.zh), fold(county.name.en)):
            return Place("county", county.code)
    valid = ", ".join(f"{county.code} {county.name.en}" for county in project.data.counties)
    raise UnknownNameError("There is no county {name}; the counties are {valid}.", name=name, valid=valid)
