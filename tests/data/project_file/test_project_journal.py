"""What was not saved is there after a crash, and never in the way of a program that runs."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from data.errors import TargetError, UserError
from data.project import Project
from data.project_file import journal as journals
from data.project_file import running
from data.project_file.journal import Journal, pending
from data.project_file.running import hold, is_held, is_running
from tests.data.project_file.sample import SETTINGS, sample_project

ROOT = Path(__file__).parents[3]
WRITER = """
import sys
from pathlib import Path
from data.dataset import load
from data.project_file.journal import Journal
from tests.data.project_file.sample import SETTINGS, sample_project
journal = Journal(Path(sys.argv[1]))
journal.write(sample_project(load()), SETTINGS, Path("/somewhere/計畫.lifecircles.gpkg"), changes=3)
print("written", flush=True)
sys.stdin.read()
"""


@contextmanager
def _crashed(journal):
    """Let go of what the program holds, as the system does when it ends."""
    journal._held.close()
    yield
    journal._held = None


def test_a_killed_program_leaves_what_was_not_saved(data, tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, tmp_path / "journals"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            assert program.stdout.readline() == "written\n"
            assert pending(tmp_path / "journals") == []
        finally:
            program.kill()
    (found,) = pending(tmp_path / "journals")
    assert found.origin == Path("/somewhere/計畫.lifecircles.gpkg").absolute()
    assert found.changes == 3
    assert "" < found.started <= found.saved
    opened = found.open(data)
    assert (opened.project, opened.settings) == (sample_project(data), SETTINGS)
    found.discard()
    assert pending(tmp_path / "journals") == []
    assert list((tmp_path / "journals").iterdir()) == []


def test_what_is_written_last_is_kept(data, tmp_path):
    journal = Journal(tmp_path)
    journal.write(Project.start(data))
    journal.write(sample_project(data))
    with _crashed(journal):
        (found,) = pending(tmp_path)
        assert found.open(data).project == sample_project(data)
        assert found.origin is None


def test_windows_of_a_running_program_are_left_alone(data, tmp_path):
    first, second = Journal(tmp_path), Journal(tmp_path)
    first.write(Project.start(data))
    second.write(sample_project(data))
    assert pending(tmp_path) == []
    second.remove()
    with _crashed(first):
        assert len(pending(tmp_path)) == 1
    first.remove()
    assert list(tmp_path.iterdir()) == []
    first.write(sample_project(data))
    assert pending(tmp_path) == []
    first.remove()


def test_the_latest_comes_first(data, tmp_path, monkeypatch):
    several = [Journal(tmp_path) for _ in range(3)]
    for journal, time in zip(several, ("2026-11-21T10", "2026-11-22T10", "2026-11-20T10"), strict=True):
        monkeypatch.setattr(journals, "_now", lambda time=time: time)
        journal.write(Project.start(data))
        journal._held.close()
    assert [found.saved for found in pending(tmp_path)] == ["2026-11-22T10", "2026-11-21T10", "2026-11-20T10"]


def test_without_its_description_a_journal_is_offered_too(data, tmp_path):
    journal = Journal(tmp_path)
    journal.write(sample_project(data))
    with _crashed(journal):
        about = next(tmp_path.glob("*.json"))
        for content in ("", "[" * 100_000, '{"format": "lifecircles-journal", "version": 1, "origin": 7}', None):
            if content is None:
                about.unlink()
            else:
                about.write_text(content)
            (found,) = pending(tmp_path)
            assert (found.origin, found.changes, found.saved != "") == (None, 0, True)
            assert found.open(data).project == sample_project(data)


def test_a_harmed_journal_is_a_sentence(data, tmp_path):
    journal = Journal(tmp_path)
    journal.write(sample_project(data))
    with _crashed(journal):
        (found,) = pending(tmp_path)
        found.path.write_bytes(found.path.read_bytes()[:5000])
        with pytest.raises(UserError, match="is damaged"):
            found.open(data)


def test_a_full_disk_keeps_what_was_kept_before(data, tmp_path, monkeypatch):
    journal = Journal(tmp_path)
    journal.write(sample_project(data))

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(TargetError, match="No space left"):
            journal.write(replace(sample_project(data), scenes=()))
    with _crashed(journal):
        assert pending(tmp_path)[0].open(data).project == sample_project(data)


def test_there_is_nothing_where_there_is_no_folder(tmp_path):
    assert pending(tmp_path / "absent") == []
    assert list(tmp_path.iterdir()) == []


def test_where_files_cannot_be_held_the_process_id_tells(data, tmp_path, monkeypatch):
    def unknown(*_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(running, "_lock", unknown)
    journal = Journal(tmp_path)
    journal.write(Project.start(data))
    (path,) = tmp_path.glob("*.lifecircles.gpkg")
    assert pending(tmp_path) == []
    monkeypatch.setattr(journals, "is_held", lambda held, pid: is_held(held, 2**22 + 7))  # beyond the largest id
    assert [found.path for found in pending(tmp_path)] == [path]


def test_a_held_file_is_held_once(tmp_path):
    file = hold(tmp_path / "a")
    assert hold(tmp_path / "a") is None
    assert is_held(tmp_path / "a", 0)
    file.close()
    assert not is_held(tmp_path / "a", 0)
    assert not is_held(tmp_path / "absent", 0)


def test_processes_are_told_from_gone_ones():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as program:
        assert is_running(program.pid)
        program.kill()
        program.wait()
        assert not is_running(program.pid)
    assert is_running(1)
    assert not any(is_running(pid) for pid in (0, -1, 2**40))
