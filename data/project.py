"""What the user is looking at: the data set, how circles are drawn, how overlaps are counted."""

from __future__ import annotations

from dataclasses import dataclass

from data.dataset import DataSet
from data.errors import UnknownNameError
from data.model import Definition, Overlap


@dataclass(frozen=True)
class Project:
    """The state every view is drawn from. Raises UnknownNameError for a definition the data set has not."""

    data: DataSet
    definition_id: str
    overlap: Overlap = Overlap.EACH

    def __post_init__(self) -> None:
        if self.definition_id not in self.data.definitions:
            raise UnknownNameError(
                "There is no definition {name}; the definitions are {valid}.",
                name=self.definition_id,
                valid=", ".join(self.data.definitions),
            )

    @classmethod
    def start(cls, data: DataSet) -> Project:
        """Return the project a fresh start shows: the default definition, every circle counted whole."""
        return cls(data, data.default_definition)

    @property
    def definition(self) -> Definition:
        return self.data.definitions[self.definition_id]
