"""Starting: a fresh process to its first complete map, what it imports and how much memory it takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.harness import Row, Times, timed
from benchmarks.opened import LATE
from benchmarks.scene import OFFSCREEN, ROOT

RUNS = 5
FIRST_MAP_S = 1.5
MEMORY_MB = 350.0
RUN_PY_S = 0.3


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        starts = [_opened(Path(folder) / f"{run}.ini", folder) for run in range(RUNS + 1)][1:]
    statistic = f"median of {RUNS}"
    width, height = starts[0]["canvas"]
    what = f"process started until the first sharp map on screen, {width}×{height} in a new window"
    yield Row("start.first_map", what, median(s["total"] for s in starts), "s", statistic, FIRST_MAP_S)
    yield Row(
        "start.imports", "of this until everything is imported", median(s["imports"] for s in starts), "s", statistic
    )
    for name in LATE:
        found = any(name in s["late"] for s in starts)
        yield Row(f"start.imports_{name}", "imported before the first map?", float(found), "yes/no", "", 0.0)
    for field, what in (
        ("memory_first", "resident after the first map"),
        ("memory_views", "resident after the four ready views, far and near"),
        ("memory_peak", "the most that was resident on the way"),
    ):
        if starts[0][field] is None:
            yield Row(f"start.{field}", "only measured on Linux", None, "MB")
        else:
            yield Row(f"start.{field}", what, median(s[field] for s in starts), "MB", statistic, MEMORY_MB)
    yield _run_py()


def _opened(settings_file: Path, log_folder: str) -> dict[str, Any]:
    """Start the program once; return its own account with the seconds since the process was asked for."""
    # The user's own settings and log stay untouched.
    environment = {**os.environ, "QT_QPA_PLATFORM": OFFSCREEN, "XDG_STATE_HOME": log_folder}
    command = [sys.executable, "-m", "benchmarks.opened", str(settings_file)]
    asked = time.time()
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    account: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return {**account, "total": account["shown"] - asked, "imports": account["imported"] - asked}


def _run_py() -> Row:
    """Compare ``python3 run.py info`` with the same command started without it."""
    name = "start.run_py"
    if Path(sys.prefix).resolve() != ROOT / ".venv":
        return Row(name, "what run.py adds is only measured from its own .venv: python3 run.py bench", None, "s")
    outside = getattr(sys, "_base_executable", sys.executable)
    with_it = _commands([outside, str(ROOT / "run.py"), "info"])
    without = _commands([sys.executable, "-P", "-m", "desktop", "info"])
    what = "run.py info, beyond the same command without run.py, at a second start"
    return Row(name, what, with_it.median - without.median, "s", f"medians of {len(with_it)}", RUN_PY_S)


def _commands(command: list[str]) -> Times:
    return timed(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True), 9)
