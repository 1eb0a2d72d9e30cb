"""The small tables that belong to the build itself: decisions that a person may read and correct."""

from __future__ import annotations

import csv
from pathlib import Path

FOLDER = Path(__file__).parent


def table(name: str) -> list[dict[str, str]]:
    """The rows of ``name``, a CSV file beside this module."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
