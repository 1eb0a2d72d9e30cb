"""What the user is looking at: the data set, how circles are drawn and counted, the scenario, the index, the scenes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from data.dataset import DataSet
from data.errors import UnknownNameError
from data.index_spec import DEFAULT_INDEX, IndexSpec
from data.model import Definition, Overlap
from data.own import NOTHING, OwnData, apply_own
from data.scenario import Scenario, apply_scenario
from data.scene import Scene


@dataclass(frozen=True)
class Project:
    """The state every view is drawn from. ``data`` is the baseline, ``what_if`` the project under the scenario.

    ``data`` is the embedded set with the project's own rows.

    Raises UnknownNameError for a definition the data set has not.
    """

    embedded: DataSet
    definition_id: str
    overlap: Overlap = Overlap.EACH
    scenario: Scenario = field(default=Scenario())
    index: IndexSpec = DEFAULT_INDEX
    scenes: tuple[Scene, ...] = ()
    """of the briefing; no measure and no map depends on them"""
    own: OwnData = NOTHING
    """what the project adds to the embedded set, changes in it and takes from it"""

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

    @cached_property
    def data(self) -> DataSet:
        return apply_own(self.own, self.embedded)

    @property
    def definition(self) -> Definition:
        return self.data.definitions[self.definition_id]

    @cached_property
    def what_if(self) -> Project:
        """The project as it would be under its scenario, itself if that is empty. Raises UnknownNameError."""
        if self.scenario.is_empty:
            return self
        return replace(self, embedded=apply_scenario(self.scenario, self.data), own=NOTHING, scenario=Scenario())
