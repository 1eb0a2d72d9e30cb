"""Every fault of the inputs is collected with its file and row, and all are reported together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One reason to refuse the inputs. ``row`` counts as in the CSV file, the header being row 1; 0 means the file."""

    file: str
    row: int
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}, row {self.row}" if self.row else self.file
        return f"{where}: {self.reason}"


class BuildError(Exception):
    """The inputs have faults; ``str()`` lists all of them, one per line."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class Faults:
    """Collects faults while the build goes on, so that one run shows them all."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, file: str, row: int, reason: str) -> None:
        self._faults.append(Fault(file, row, reason))

    def stop_if_any(self) -> None:
        """Raise BuildError if anything was collected."""
        if self._faults:
            raise BuildError(self._faults)
