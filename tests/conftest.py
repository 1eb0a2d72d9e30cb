import os

import pytest

# There is no screen in CI; a developer who wants to watch sets another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Standard output that is never buffered hides what happens when the program leaves with text not yet written.
os.environ.pop("PYTHONUNBUFFERED", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-baselines", action="store_true", help="write new picture baselines (docs/baselines.md)")
