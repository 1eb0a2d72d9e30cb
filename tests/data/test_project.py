import pytest

from data.dataset import load
from data.errors import UnknownNameError
from data.model import Overlap
from data.project import Project


def test_start_shows_the_default_definition_and_counts_circles_whole() -> None:
    project = Project.start(load())
    assert project.definition.id == "2026-01"
    assert project.overlap is Overlap.EACH


def test_an_unknown_definition_lists_the_valid_ones() -> None:
    with pytest.raises(UnknownNameError) as caught:
        Project(load(), "2031-05")
    assert str(caught.value) == "There is no definition 2031-05; the definitions are 2026-01, 2024-12, 2025-09."
    assert caught.value.exit_code == 2
