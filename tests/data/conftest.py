"""The embedded data set, read once for all tests of this folder."""

from __future__ import annotations

import pytest

from data.dataset import DataSet, load
from data.project import Project


@pytest.fixture(scope="session")
def data() -> DataSet:
    return load()


@pytest.fixture(scope="session")
def project(data: DataSet) -> Project:
    return Project.start(data)
