"""Two people or two windows on one project know of each other."""

from __future__ import annotations

import json
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.project_file.lock import STALE, Held, Lock, Unlocked, lock_path

GONE = 2**22 + 7
"""beyond the largest process id"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "計畫.lifecircles.gpkg"


def _write(path, **about):
    now = datetime.now(UTC).isoformat()
    usual = {"user": "李小華", "host": "other", "pid": 1, "token": "t", "taken": now, "refreshed": now}
    lock_path(path).write_text(json.dumps(usual | about))


def test_a_second_window_hears_who_has_it(path):
    first = Lock.take(path, "王小明")
    second = Lock.take(path, "李小華")
    assert isinstance(first, Lock)
    assert isinstance(second, Held)
    assert (second.user, second.host, second.is_here) == ("王小明", socket.gethostname(), True)
    assert datetime.fromisoformat(second.taken) <= datetime.now(UTC)
    first.release()
    third = Lock.take(path, "李小華")
    assert isinstance(third, Lock)
    assert third.instead_of is None
    third.release()
    assert list(path.parent.iterdir()) == []


def test_a_lock_is_as_fresh_as_its_refreshment(path):
    _write(path, refreshed=(datetime.now(UTC) - STALE + timedelta(minutes=1)).isoformat())
    assert isinstance(Lock.take(path, "王小明"), Held)
    _write(path, refreshed=(datetime.now(UTC) - STALE - timedelta(minutes=1)).isoformat())
    taken = Lock.take(path, "王小明")
    assert isinstance(taken, Lock)
    assert taken.instead_of.user == "李小華"


def test_a_lock_of_a_process_that_is_gone_is_taken_over_at_once(path):
    _write(path, host=socket.gethostname(), pid=GONE)
    assert isinstance(Lock.take(path, "王小明"), Lock)
    _write(path, host="other", pid=GONE)
    assert isinstance(Lock.take(path, "王小明"), Held)


def test_by_force_it_is_taken_and_the_other_hears_of_it(path):
    first = Lock.take(path, "王小明")
    second = Lock.take(path, "李小華", force=True)
    assert isinstance(second, Lock)
    assert second.instead_of.user == "王小明"
    assert first.refresh() is False
    first.release()
    assert second.refresh() is True
    assert Lock.take(path, "x").user == "李小華"


def test_refreshing_moves_the_time_and_keeps_the_lock(path):
    lock = Lock.take(path, "王小明")
    about = json.loads(lock_path(path).read_text())
    _write(path, **about | {"refreshed": "2020-01-01T00:00:00+00:00"})
    assert lock.refresh() is True
    assert json.loads(lock_path(path).read_text())["refreshed"] >= about["refreshed"]
    lock_path(path).unlink()
    assert lock.refresh() is True
    assert lock_path(path).exists()


def test_a_folder_that_vanishes_is_waited_for(path):
    lock = Lock.take(path, "王小明")
    elsewhere = path.parent.rename(path.parent.with_name("elsewhere"))
    assert lock.refresh() is True
    lock.release()
    elsewhere.rename(path.parent)
    assert lock.refresh() is True
    assert lock_path(path).exists()


def test_where_no_lock_can_be_made_that_is_said(tmp_path):
    for path in (tmp_path / "vanished" / "a.gpkg", Path("/proc/a.gpkg")):
        taken = Lock.take(path, "王小明")
        assert isinstance(taken, Unlocked)
        assert taken.reason


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b"[" * 9_000, b'{"user": 7, "pid": "x", "refreshed": "soon"}', b"x" * 100_000],
)
def test_a_lock_that_cannot_be_read_is_somebodys(path, content):
    lock_path(path).write_bytes(content)
    found = Lock.take(path, "王小明")
    assert isinstance(found, Held)
    assert found.user == "?"


def test_names_are_no_longer_than_can_be_shown(path):
    _write(path, user="長" * 1000, refreshed="2026-11-21")
    found = Lock.take(path, "王小明")
    assert len(found.user) == 100


def test_without_links_locks_work_too(path, monkeypatch):
    def no_links(*_):
        raise PermissionError

    monkeypatch.setattr("os.link", no_links)
    first = Lock.take(path, "王小明")
    assert isinstance(Lock.take(path, "李小華"), Held)
    assert first.refresh()
    first.release()
    assert list(path.parent.iterdir()) == []
