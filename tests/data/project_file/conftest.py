from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from data.project_file.store import save_project
from tests.data.project_file.sample import SETTINGS, sample_project


@pytest.fixture(scope="session")
def saved(data, tmp_path_factory) -> bytes:
    """The file of the sample project."""
    path = tmp_path_factory.mktemp("saved") / "a.lifecircles.gpkg"
    save_project(sample_project(data), path, SETTINGS)
    return path.read_bytes()


@pytest.fixture
def changed(saved, tmp_path) -> Callable[..., Path]:
    """Return the file of the sample project after some SQL, as another program would leave it."""

    def change(*statements: str, name: str = "a.lifecircles.gpkg") -> Path:
        path = tmp_path / name
        path.write_bytes(saved)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)
        return path

    return change
