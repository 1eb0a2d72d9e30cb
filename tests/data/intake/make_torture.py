"""The torture set of importing: encodings × formats × coordinate systems × layouts × faults, and hostile files.

``python -m tests.data.intake.make_torture FOLDER`` writes all of them to look at.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.data.intake import torture_lists, torture_tables
from tests.data.intake.torture_cases import Case


def cases() -> list[Case]:
    """Return the whole set."""
    return [*torture_lists.cases(), *torture_tables.cases()]


def main(folder: Path) -> None:
    for number, case in enumerate(cases()):
        home = folder / f"{number:03}"
        home.mkdir(parents=True, exist_ok=True)
        print(f"{number:03} {case.name}: {case.make(home / 'list').name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
