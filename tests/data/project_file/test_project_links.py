"""What leads to a project file or stands on its rows survives saving: symbolic links, indexes of own indicators."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.index_spec import IndexPart, IndexSpec
from data.project_file.lock import Lock, lock_path
from data.project_file.store import SUFFIX, backup_path, open_project, save_project
from tests.data.project_file.sample import sample_project


def test_an_index_of_own_indicators_comes_back(data, tmp_path):
    project = replace(
        sample_project(data), index=IndexSpec((IndexPart("own_社區據點", 1, 1.0), IndexPart("own_到宅訪視", -1, 2.0)))
    )
    path = tmp_path / f"a{SUFFIX}"
    save_project(project, path)
    opened = open_project(path, data)
    assert opened.project == project
    assert not opened.notes


def test_a_link_to_a_project_stays_one_and_shares_its_lock(data, tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    path, link = folder / f"a{SUFFIX}", tmp_path / f"b{SUFFIX}"
    save_project(sample_project(data), path)
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    changed = replace(sample_project(data), scenes=())
    save_project(changed, link)
    assert link.is_symlink()
    assert open_project(path, data).project == changed
    assert backup_path(path).exists()
    lock = Lock.take(link, "one")
    assert isinstance(lock, Lock)
    assert not isinstance(Lock.take(path, "two"), Lock)
    assert lock_path(link) == lock_path(path)
    lock.release()
