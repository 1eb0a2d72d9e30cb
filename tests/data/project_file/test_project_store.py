"""Saving and opening: what was there is there again, and a failure leaves what was there before."""

from __future__ import annotations

import os
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from data.errors import TargetError
from data.model import Name
from data.project import Project
from data.project_file import store
from data.project_file.record import ImportRecord
from data.project_file.store import backup_path, open_project, save_project, with_suffix
from tests.data.project_file.sample import SETTINGS, sample_project

PICTURE = b"\x89PNG\r\n\x1a\n picture"


def test_a_fresh_project_comes_back(data, tmp_path):
    path = tmp_path / "計畫 ?#%.lifecircles.gpkg"
    save_project(Project.start(data), path)
    opened = open_project(path, data)
    assert opened.project == Project.start(data)
    assert (opened.read_only, opened.notes, opened.migrated) == (None, (), ())


def test_everything_comes_back(data, tmp_path):
    path = tmp_path / "a.lifecircles.gpkg"
    imports = (ImportRecord("名冊.xlsx", "2026-11-21T10:00:00+08:00", "office", "own:社區據點", 2, 1),)
    save_project(sample_project(data), path, SETTINGS, {"scene-1": PICTURE, "gone": PICTURE}, imports)
    opened = open_project(path, data)
    assert opened.project == sample_project(data)
    assert [site.extra for site in opened.project.own.sites] == [site.extra for site in sample_project(data).own.sites]
    assert opened.settings == SETTINGS
    assert opened.thumbnails == {"scene-1": PICTURE}
    assert opened.imports == imports
    assert (opened.read_only, opened.notes, opened.embedded_version) == (None, (), data.version)
    assert list(tmp_path.iterdir()) == [path]


def test_a_project_can_be_saved_whatever_characters_it_has(data, tmp_path):
    path = tmp_path / "a.lifecircles.gpkg"
    project = sample_project(data)
    odd = replace(project.own.sites[1], name=Name("半\ud83d字"), note="\0null")
    save_project(replace(project, own=project.own.with_sites([odd])), path)
    opened = open_project(path, data)
    assert (opened.project.own.sites[1].name.zh, opened.project.own.sites[1].note) == ("半?字", "null")


def test_the_version_before_is_the_backup(data, tmp_path):
    path = tmp_path / "a.lifecircles.gpkg"
    save_project(Project.start(data), path)
    save_project(sample_project(data), path)
    assert open_project(path, data).project == sample_project(data)
    assert open_project(backup_path(path), data).project == Project.start(data)
    assert sorted(tmp_path.iterdir()) == [path, backup_path(path)]


def test_a_file_system_without_links_has_backups_too(data, tmp_path, monkeypatch):
    def no_links(*_):
        raise PermissionError

    monkeypatch.setattr(store.os, "link", no_links)
    path = tmp_path / "a.lifecircles.gpkg"
    save_project(Project.start(data), path)
    before = path.read_bytes()
    save_project(sample_project(data), path)
    assert backup_path(path).read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [path, backup_path(path)]


def test_names_get_the_suffix_unless_they_have_one():
    assert with_suffix(Path("計畫")).name == "計畫.lifecircles.gpkg"
    assert with_suffix(Path("a.b")).name == "a.b.lifecircles.gpkg"
    assert with_suffix(Path("a.GPKG")).name == "a.GPKG"


def test_where_nothing_can_be_written_a_sentence_says_so(data, tmp_path):
    for path in (tmp_path / "vanished" / "a.gpkg", tmp_path, tmp_path / ("長" * 100 + ".gpkg"), Path("/proc/a.gpkg")):
        with pytest.raises(TargetError, match=r"could not be written|is a folder"):
            save_project(Project.start(data), path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="everything may be written by this user")
def test_a_folder_that_may_not_be_written_keeps_its_file(data, tmp_path, saved):
    path = tmp_path / "a.gpkg"
    path.write_bytes(saved)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(TargetError):
            save_project(Project.start(data), path)
        assert open_project(path, data).project == sample_project(data)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("call", ["open", "write", "fsync", "link", "replace", "chmod", "read"])
def test_a_failure_at_any_step_leaves_the_old_version_and_nothing_else(data, tmp_path, saved, monkeypatch, call):
    """The k-th call of the system fails, for every k until saving succeeds."""
    path = tmp_path / "a.gpkg"
    path.write_bytes(saved)
    backup_path(path).write_bytes(b"the version before")
    where, name = {
        "open": (os, "open"),
        "write": (Path, "write_bytes"),
        "fsync": (os, "fsync"),
        "link": (os, "link"),
        "replace": (Path, "replace"),
        "chmod": (Path, "chmod"),
        "read": (Path, "read_bytes"),
    }[call]
    real = getattr(where, name)
    for number in range(1, 20):
        left = number

        def failing(*arguments, **keywords):
            nonlocal left
            left -= 1
            if left == 0:
                raise OSError(28, "No space left on device")
            return real(*arguments, **keywords)

        with monkeypatch.context() as patched:
            patched.setattr(where, name, failing)
            try:
                save_project(Project.start(data), path)
            except TargetError as fault:
                failed = str(fault)
            else:
                break
        assert "No space left" in failed
        assert path.read_bytes() == saved
        assert backup_path(path).read_bytes() in (b"the version before", saved)
        assert sorted(tmp_path.iterdir()) == [path, backup_path(path)]
    assert number < 19
    assert open_project(path, data).project == Project.start(data)
    assert sorted(tmp_path.iterdir()) == [path, backup_path(path)]


def test_a_disk_that_is_full_leaves_the_old_version(data, tmp_path, saved):
    resource = pytest.importorskip("resource")
    path = tmp_path / "a.gpkg"
    path.write_bytes(saved)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        for size in (0, 1, 4096, 100_000, len(saved) - 1):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
            try:
                with pytest.raises(TargetError, match="could not be written"):
                    save_project(sample_project(data), path, SETTINGS)
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, before)
            assert path.read_bytes() == saved
            assert list(tmp_path.iterdir()) == [path]
    finally:
        signal.signal(signal.SIGXFSZ, ignored)


def test_a_disk_that_gives_back_other_data_is_noticed(data, tmp_path, saved, monkeypatch):
    path = tmp_path / "a.gpkg"
    path.write_bytes(saved)
    written = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", lambda self, content: written(self, content[:-1] + b"x"))
    with pytest.raises(TargetError, match="other data came back"):
        save_project(Project.start(data), path)
    assert path.read_bytes() == saved
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_qgis_has_open_is_not_replaced(data, changed):
    """Its log would be taken for one of the new file, and spoil it."""
    path = changed()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE sites SET name_zh = '新名'")
        with pytest.raises(TargetError, match="open in another program"):
            save_project(Project.start(data), path)
    save_project(Project.start(data), path)
    assert open_project(path, data).project == Project.start(data)


def test_what_stood_there_keeps_its_permissions(data, tmp_path, saved):
    path = tmp_path / "a.gpkg"
    path.write_bytes(saved)
    path.chmod(0o640)
    save_project(Project.start(data), path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_a_killed_saving_left_is_swept_away_later(data, tmp_path):
    path = tmp_path / "[a].lifecircles.gpkg"
    left, fresh, other = (
        tmp_path / f".{name}.gpkg" for name in ("[a].lifecircles.abcd1234", "[a].lifecircles.efgh5678", "b.abcd1234")
    )
    for one in (left, fresh, other):
        one.write_bytes(b"half")
    for one in (left, other):
        os.utime(one, (0, 0))
    save_project(Project.start(data), path)
    assert sorted(tmp_path.iterdir()) == sorted([fresh, other, path])


def test_a_file_is_as_it_was_saved_or_that_is_said(data, changed):
    assert open_project(changed(), data).notes == ()
    (note,) = open_project(changed("UPDATE sites SET value = 2.5"), data).notes
    assert "not as this program saved it" in str(note)
