"""``lifecircles export`` and ``report`` in clumsy and hostile hands: one sentence, or a file that is whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtGui import QImage

from data.model import Layer
from data.scenario import AddSite, Scenario
from data.scenario_file import write_scenario
from desktop.cli import main
from tests.desktop.commands import refused

ROOT = Path(__file__).parents[2]
SMALL = ("export", "--page", "400x320")
posix = pytest.mark.skipif(os.name != "posix", reason="limits and signals of POSIX")


def written(capsys: pytest.CaptureFixture[str], target: Path, *arguments: str) -> str:
    """Export, hold that nothing but the target is in its folder, and return what was said beside its name."""
    assert main([*SMALL, *arguments, "--out", str(target)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{target}\n"
    assert os.listdir(target.parent) == [target.name]
    return said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--page", "0x0"),
        ("--page", "1x100000"),
        ("--page", "A9"),
        ("--page", "A4", "--dpi", "1000000000"),
        ("--page", "A4", "--dpi", "20"),
        ("--page", "A4", "--dpi", "2400"),
        ("--dpi", "-1"),
        ("--title", "臺" * 100_000),
        ("--notes", "a\n" * 1000),
        ("--author", "x" * 100_000),
        ("--date", "0000-01-01"),
        ("--date", "10000-01-01"),
        ("--logo", "absent.png"),
        ("--logo", "/dev/zero"),
    ],
)
def test_what_is_absurd_is_a_sentence_in_every_format(tmp_path, monkeypatch, capsys, qapp, arguments):
    monkeypatch.chdir(tmp_path)
    for format_id in ("png", "pdf", "pptx"):
        assert len(refused(capsys, *SMALL, *arguments, "--out", f"x.{format_id}")) < 3000
        assert not list(tmp_path.iterdir())


HOSTILE = ("=1+1", "<script>&amp;]]>", "\ue000\U0010ffff", "\ud800", "a\x00b\x1b[31m\r\u2028c", "\u202e\u200b", " \n ", "{0} %s")


@pytest.mark.parametrize("format_id", ["png", "svg", "pdf", "pptx", "xlsx", "gpkg"])
def test_texts_that_want_to_be_something_else(tmp_path, capsys, qapp, format_id):
    words = HOSTILE if format_id in ("png", "pdf") else ("".join(HOSTILE),)
    for word in words:
        texts = [part for name in ("--title", "--subtitle", "--notes", "--author") for part in (f"{name}={word}",)]
        told = written(capsys, tmp_path / f"x.{format_id}", *texts)
        assert told.count("\n") <= 1, "one remark on missing characters at most"


def test_what_the_font_lacks_is_told_at_the_command_line(tmp_path, capsys, qapp):
    assert "lacks 🏥" in written(capsys, tmp_path / "x.png", "--title", "🏥 \ue000")
    assert written(capsys, tmp_path / "x.png", "--title", "醫院") == ""
"""On a slide the title is text, which any font may show."""


def test_a_title_of_nothing_but_spaces_is_the_programs_own(tmp_path, capsys, qapp):
    written(capsys, tmp_path / "x.pdf")
    plain = pypdfium2.PdfDocument(tmp_path / "x.pdf").get_metadata_value("Title")
    written(capsys, tmp_path / "x.pdf", "--title", " \n\t\u200b ")
    assert pypdfium2.PdfDocument(tmp_path / "x.pdf").get_metadata_value("Title") == plain
