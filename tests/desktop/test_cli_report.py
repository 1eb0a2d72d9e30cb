"""``lifecircles report``: its files, and what it says to what cannot be done."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from desktop.cli import main
from tests.desktop.commands import refused


@pytest.mark.slow
def test_a_report_is_written_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "報告.PDF"
    assert (
        main(["report", "--out", str(out), "--lang", "en", "--definition", "2025-09", "--title", "Five regions"]) == 0
    )
    said = capsys.readouterr()
    assert (said.out.strip(), said.err) == (str(out), "")
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert out.stat().st_size < 4_500_000
    with pypdfium2.PdfDocument(out) as pdf:
        assert pdf.get_metadata_value("Title") == "Five regions"
        assert 12 <= len(pdf) <= 20
        assert "Greater South New Silicon Valley" in pdf[10].get_textpage().get_text_bounded()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--out", "report.docx"], "pdf, pptx, html"),
        (["--out", "report"], "pdf, pptx, html"),
        (["--out", ""], "--out"),
        (["--out", "r.pdf", "--date", "yesterday"], "--date"),
        (["--out", "r.pdf", "--definition", "2099-01"], "2026-01"),
        (["--out", "r.pdf", "--overlap", "twice"], "--overlap"),
        (["--out", "r.pdf", "--lang", "fr"], "--lang"),
        (["--out", "r.pdf", "--logo", "none.png"], "none.png"),
        (["--out", "r.pdf", "--logo", " "], "--logo"),
        ([], "--out"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_writes_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    word: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert word in refused(capsys, "report", *arguments)
    assert list(tmp_path.iterdir()) == []


def test_a_scenario_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("report", "--out", str(tmp_path / "r.pdf"), "--scenario", str(tmp_path / "none.json"))
    assert "none.json" in refused(capsys, *arguments, code=1)


def test_a_folder_that_is_not_there_is_named_before_anything_is_computed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "nowhere" in refused(capsys, "report", "--out", str(tmp_path / "nowhere" / "report.pdf"), code=1)
    assert str(tmp_path) in refused(capsys, "report", "--out", str(tmp_path), code=1)
