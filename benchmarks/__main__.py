"""``python3 run.py bench [GROUP ...] [--json FILE] [--docs]``: measure, and print the figures beside their budgets.

The exit code says nothing about budgets, because a busy machine would make it lie; the table does.
"""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path

from benchmarks import table
from benchmarks.harness import Row

GROUPS = (
    "start",
    "data",
    "project",
    "own",
    "paint",
    "symbology",
    "window",
    "briefing",
    "export",
    "documents",
    "assess",
    "siting",
)
"""Each is a module with ``rows()``. The start comes first, while this process is still small."""

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


def main() -> None:
    """Run the groups that were asked for and print each row when it is there."""
    arguments = _arguments()
    print(_versions())
    print(table.head(), flush=True)
    rows: list[Row] = []
    for group in arguments.groups or GROUPS:
        for row in importlib.import_module(f"benchmarks.{group}").rows():
            rows.append(row)
            print(table.line(row), flush=True)
    over = [row.name for row in rows if row.over]
    print(f"{len(over)} over budget: {', '.join(over)}" if over else "Nothing is over budget.")
    if arguments.json is not None:
        text = json.dumps(table.as_json(rows), ensure_ascii=False, indent=2)
        arguments.json.write_text(text + "\n", encoding="utf-8")
    if arguments.docs:
        before, heading, _ = PAGE.read_text(encoding="utf-8").partition("## Figures\n")
        PAGE.write_text(f"{before}{heading}{_versions()}.\n\n{table.markdown(rows)}\n", encoding="utf-8")


def _versions() -> str:
    cores, *rest = table.machine().items()
    return f"{cores[1]} cores, no GPU, offscreen; " + ", ".join(f"{name} {value}" for name, value in rest)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench", description="Measure the program against its budgets.")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"one of {', '.join(GROUPS)} (default: all)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--docs", action="store_true", help=f"put the figures into {PAGE.name} (all groups)")
    arguments = parser.parse_args()
    if arguments.docs and arguments.groups:
        parser.error("--docs needs all groups")
    unknown = sorted(set(arguments.groups) - set(GROUPS))
    if unknown:
        parser.error(f"there is no group {', '.join(unknown)}; the groups are {', '.join(GROUPS)}")
    if arguments.json is not None:
        arguments.json = arguments.json.resolve()
    return arguments


if __name__ == "__main__":
    main()
