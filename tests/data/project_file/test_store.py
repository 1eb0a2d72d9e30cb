"""Saving and opening: what was there is there again."""

from data.project import Project
from data.project_file.store import backup_path, open_project, save_project
from tests.data.project_file.sample import SETTINGS, sample_project


def test_a_fresh_project_comes_back(data, tmp_path):
    path = tmp_path / "計畫.lifecircles.gpkg"
    save_project(Project.start(data), path)
    opened = open_project(path, data)
    assert opened.project == Project.start(data)
    assert (opened.read_only, opened.notes, opened.migrated) == (None, (), ())


def test_everything_comes_back(data, tmp_path):
    path = tmp_path / "a.lifecircles.gpkg"
    save_project(sample_project(data), path, SETTINGS)
    opened = open_project(path, data)
    assert opened.project == sample_project(data)
    assert [site.extra for site in opened.project.own.sites] == [site.extra for site in sample_project(data).own.sites]
    assert opened.settings == SETTINGS
    assert (opened.read_only, opened.notes, opened.embedded_version) == (None, (), data.version)
    assert list(tmp_path.iterdir()) == [path]


def test_the_version_before_is_the_backup(data, tmp_path):
    path = tmp_path / "a.lifecircles.gpkg"
    save_project(Project.start(data), path)
    save_project(sample_project(data), path)
    assert open_project(path, data).project == sample_project(data)
    assert open_project(backup_path(path), data).project == Project.start(data)
    assert sorted(tmp_path.iterdir()) == [path, backup_path(path)]
