import os

import pytest

from tests.memory import give_back

# There is no screen in CI; a developer who wants to watch sets another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Standard output that is never buffered hides what happens when the program leaves with text not yet written.
os.environ.pop("PYTHONUNBUFFERED", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-baselines", action="store_true", help="write new picture baselines (docs/baselines.md)")


@pytest.fixture(scope="module", autouse=True)
def _memory():
    """After each module give back what its pictures took: the allocator would keep gigabytes of it to the end."""
    yield
    give_back()
