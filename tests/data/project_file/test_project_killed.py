"""A save that is killed leaves a file that opens, with the old content or the new."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
KILLS = 200


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_killed_at_any_moment_it_is_the_old_version_or_the_new(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.data.project_file.killed_saves", tmp_path, str(KILLS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found = re.fullmatch(r"old (\d+) new (\d+) during (\d+)", done.stdout.strip())
    assert found is not None
    old, new, during = map(int, found.groups())
    assert old + new == KILLS
    assert min(old, new) > 10, done.stdout
    assert during > KILLS // 4, done.stdout
