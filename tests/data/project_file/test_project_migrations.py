"""Older formats come forward in steps, newer ones are only read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data.errors import InputError, TargetError
from data.project import Project
from data.project_file import schema
from data.project_file.migrations import STEPS
from data.project_file.store import backup_path, format_backup_path, open_project, save_project
from tests.data.project_file.sample import SETTINGS, sample_project

FIXTURES = Path(__file__).parent / "fixtures"
"""``format-<n>.lifecircles.gpkg`` is the sample project as the program saved it that had format n."""


def test_every_older_format_has_a_step_and_a_fixture():
    older = range(1, schema.FORMAT)
    assert sorted(STEPS) == list(older)
    assert sorted(FIXTURES.iterdir()) == [FIXTURES / f"format-{number}.lifecircles.gpkg" for number in older]


@pytest.mark.parametrize("number", range(1, schema.FORMAT))
def test_an_older_format_comes_forward(data, tmp_path, number):
    path = tmp_path / "a.lifecircles.gpkg"
    shutil.copy(FIXTURES / f"format-{number}.lifecircles.gpkg", path)
    old = path.read_bytes()
    opened = open_project(path, data)
    assert opened.project == sample_project(data)
    assert opened.settings == SETTINGS
    assert (opened.format, opened.read_only) == (number, None)
    assert [str(note) for note in opened.migrated] == [str(STEPS[one].note) for one in range(number, schema.FORMAT)]
    assert path.read_bytes() == old

    save_project(opened.project, path, opened.settings)
    again = open_project(path, data)
    assert (again.project, again.format, again.migrated) == (opened.project, schema.FORMAT, ())
    assert format_backup_path(path, number).read_bytes() == old
    save_project(Project.start(data), path)
    assert format_backup_path(path, number).read_bytes() == old
    assert backup_path(path).read_bytes() != old


def test_a_newer_format_is_read_as_far_as_it_can_be_and_never_written_over(data, changed):
    path = changed(
        "UPDATE project SET value = '77' WHERE key = 'format'",
        "ALTER TABLE sites ADD COLUMN mood TEXT",
        "CREATE TABLE dreams (fid INTEGER PRIMARY KEY, dream TEXT)",
        "DROP TABLE imports",
    )
    before = path.read_bytes()
    opened = open_project(path, data)
    assert opened.project == sample_project(data)
    assert "newer version of the program (format 77)" in str(opened.read_only)
    with pytest.raises(TargetError, match="newer version"):
        save_project(opened.project, path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_newer_format_that_cannot_be_read_is_a_sentence(data, changed):
    path = changed("UPDATE project SET value = '77' WHERE key = 'format'", "DROP TABLE sites")
    with pytest.raises(InputError, match="newer version"):
        open_project(path, data)


def test_an_older_file_made_to_do_harm_does_none(data, changed):
    path = changed(
        "UPDATE project SET value = '1' WHERE key = 'format'",
        "CREATE TRIGGER t AFTER UPDATE ON project BEGIN DELETE FROM sites; END",
        "DROP TABLE thumbnails",
        "CREATE VIEW thumbnails AS SELECT 'scene-1' AS scene, zeroblob(10) AS png",
    )
    opened = open_project(path, data)
    assert opened.project == sample_project(data)
    assert opened.thumbnails == {}
