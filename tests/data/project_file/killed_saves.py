"""Save a project over and over in a process that is killed at random moments, and look at what is left.

Run as a program of its own, without threads, so that it may fork: ``killed_saves.py FOLDER KILLS``. Prints how many
kills left the old and how many the new version; ends with an error where one left anything else.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from data.dataset import load
from data.project import Project
from data.project_file import store
from tests.data.project_file.sample import sample_project


def main(folder: Path, kills: int) -> None:
    data = load()
    path = folder / "a.lifecircles.gpkg"
    projects = (Project.start(data), sample_project(data))
    images = [store.image(project, {}, {}, ()) for project in projects]
    store.save_project(projects[0], path)
    chance = random.Random(3)
    left: Counter[str] = Counter()
    for kill in range(kills):
        if kill % 2:  # the moments in which files change, which are few beside those in which the content is made
            store.image = lambda project, *_: images[projects.index(project)]
        before = path.read_bytes()
        old, new = (0, 1) if store.open_project(path, data).project == projects[0] else (1, 0)
        ready, told = os.pipe()
        child = os.fork()
        if child == 0:
            os.write(told, b".")
            store.save_project(projects[new], path)
            os.write(told, b"!")
            time.sleep(60)
        os.read(ready, 1)
        time.sleep(chance.uniform(0, 0.004 if kill % 2 else 0.04))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(told)
        confirmed = os.read(ready, 1) == b"!"
        os.close(ready)
        opened = store.open_project(path, data)
        assert (opened.read_only, opened.notes) == (None, ())
        assert opened.project in projects
        is_new = opened.project == projects[new]
        assert is_new or not confirmed, "a version that was said to be saved is gone"
        assert is_new or path.read_bytes() == before
        if is_new:
            kept = store.open_project(store.backup_path(path), data)
            assert kept.project == projects[old], "the version before is gone"
        left["new" if is_new else "old"] += 1
        left["during"] += not confirmed
        for one in folder.iterdir():
            if one not in (path, store.backup_path(path)):
                assert one.name.startswith("."), one
                one.unlink()
    print(f"old {left['old']} new {left['new']} during {left['during']}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
