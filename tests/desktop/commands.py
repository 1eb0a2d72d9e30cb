"""Commands run as from a shell, and what they print, for the tests."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from desktop.cli import main


def table(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    """Run, and return the rows of the CSV."""
    assert main(arguments) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def content(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """Run with ``--format json``, and return what it holds."""
    assert main([*arguments, "--format", "json"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "NaN" not in said.out
    found: dict[str, Any] = json.loads(said.out)
    return found


def refused(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 2) -> str:
    """Run, and return the one sentence, or usage, that says why nothing was done."""
    assert main(arguments) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1 or said.err.startswith("usage: lifecircles"), said.err
    return said.err
