"""Scenes of a briefing from the command line: which, into what, and what cannot be done."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from data.briefing_file import write_briefing
from data.model import Name
from data.scene import Scene
from desktop.cli import main
from desktop.cli_export_scenes import FORMATS, PER_PAGE, chosen_scenes
from maps.briefing import handout
from maps.export.formats import FORMATS as KINDS
from tests.desktop.commands import content, refused

pytestmark = pytest.mark.usefixtures("qapp")

SCENES = (
    Scene("a", "title", Name("甲", "A"), notes=Name("說明")),
    Scene("b", "section", Name("乙", "B"), hidden=True),
    Scene("c", "section", Name("丙", "C")),
    Scene("d", "closing", Name("丁", "D")),
)


@pytest.fixture
def briefing(tmp_path: Path) -> str:
    path = tmp_path / "簡報.json"
    write_briefing(SCENES, path)
    return str(path)


def titles(path: Path) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in Presentation(io.BytesIO(path.read_bytes())).slides]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("all", "acd"),
        ("ALL ", "acd"),
        ("2", "c"),
        ("1,3", "ad"),
        ("2-3", "cd"),
        ("3-2, 1", "dca"),
        ("1,1-2", "ac"),
        ("１,３", "ad"),
        ("b", "b"),
        ("3, b,1,b", "dba"),
    ],
)
def test_scenes_are_named_by_the_number_they_have_in_the_show_hidden_ones_by_id(text: str, found: str) -> None:
    assert "".join(scene.id for scene in chosen_scenes(SCENES, text)) == found


def test_numbers_are_those_that_the_list_of_scenes_says(briefing: str, capsys: pytest.CaptureFixture[str]) -> None:
    for row in content(capsys, "scenes", briefing)["rows"]:
        named = row["id"] if row["hidden"] else str(row["number"])
        assert [scene.id for scene in chosen_scenes(SCENES, named)] == [row["id"]]


def test_the_words_here_are_those_of_the_maps() -> None:
    assert PER_PAGE == handout.PER_PAGE
    assert set(FORMATS) == {one.id for one in KINDS.values() if one.picture}


def test_slides_of_a_briefing_file(tmp_path: Path, briefing: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.pptx"
    assert main(["export", briefing, "--scenes", "1,3", "--lang", "en", "--out", str(out)]) == 0
    assert (capsys.readouterr().out.strip(), titles(out)) == (str(out), ["A", "D"])
    assert main(["export", briefing, "--without-notes", "--out", str(out)]) == 0
    assert titles(out) == ["甲", "丙", "丁"], "a briefing that is named is written whole, without what is hidden"
    assert not Presentation(io.BytesIO(out.read_bytes())).slides[0].has_notes_slide


def test_a_hand_out_is_a_pdf_with_title_and_date(tmp_path: Path, briefing: str) -> None:
    where = tmp_path / "new"
    arguments = ("--per-page", "2", "--title", "都市計畫會報", "--date", "2026-11-21")
    assert main(["export", briefing, "--scenes", "1,b,2-3", *arguments, "--out", str(where)]) == 0
    (path,) = where.iterdir()
    assert path.name == "都市計畫會報.pdf"
    with pypdfium2.PdfDocument(path) as pdf:
        assert len(pdf) == 2
        text = pdf[0].get_textpage().get_text_bounded()
        assert pdf.get_metadata_value("Title") == "都市計畫會報"
    assert all(word in text for word in ("都市計畫會報", "2026-11-21", "說明"))


def test_pictures_go_into_a_folder_and_one_alone_into_a_file(tmp_path: Path, briefing: str) -> None:
    where, one = tmp_path / "pictures", tmp_path / "one.png"
    assert main(["export", briefing, "--size", "640x360", "--out", str(where)]) == 0
    assert sorted(path.name for path in where.iterdir()) == ["1-甲.png", "2-丙.png", "3-丁.png"]
    assert main(["export", briefing, "--scenes", "2", "--size", "640x360", "--out", str(one)]) == 0
    assert one.read_bytes() == (where / "2-丙.png").read_bytes()


def test_the_ready_briefing_needs_no_file(tmp_path: Path) -> None:
    out = tmp_path / "ready.html"
    assert main(["export", "--scenes", "1", "--size", "640x360", "--out", str(out)]) == 0
    assert out.read_text("utf-8").count("<img") == 1


def test_what_a_scene_lacks_is_told_and_the_rest_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "b.json", tmp_path / "b.pptx"
    write_briefing((Scene("a", "title", Name("有 {nothing:here} 的")),), path)
    assert main(["export", str(path), "--out", str(out)]) == 0
    assert "{nothing:here}" in capsys.readouterr().err
    assert titles(out) == ["有 {nothing:here} 的"]


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (["--scenes", "99", "--out", "x.pdf"], ["99", "1", "10"], 2),
        (["--scenes", "0", "--out", "x.pdf"], ["0"], 2),
        (["--scenes", "1-99999999999", "--out", "x.pdf"], ["99999999999"], 2),
        (["--scenes", "", "--out", "x.pdf"], ["--scenes", "all"], 2),
        (["--scenes", "one", "--out", "x.pdf"], ["one", "2-4"], 2),
        (["--scenes", "1", "--view", "ai", "--out", "x.pdf"], ["--view"], 2),
        (["--scenes", "1", "--per", "circle", "--out", "x.pdf"], ["--per "], 2),
        (["--scenes", "1", "--indicator", "index", "--out", "x.pdf"], ["--indicator"], 2),
        (["--scenes", "1", "--template", "map", "--out", "x.pdf"], ["--template"], 2),
        (["--scenes", "1", "--out", "x.xlsx"], ["xlsx", "pptx"], 2),
        (["--scenes", "1", "--per-page", "2", "--out", "x.pptx"], ["PDF", "x.pptx"], 2),
        (["--scenes", "1", "--per-page", "2", "--format", "html", "--out", "x.html"], ["--per-page", "HTML"], 2),
        (["--scenes", "1", "--per-page", "3", "--out", "x.pdf"], ["--per-page"], 2),
        (["--scenes", "1", "--page", "A4-portrait", "--out", "x.pdf"], ["A4-portrait"], 2),
        (["--scenes", "1,3", "--out", "x.png"], ["folder"], 2),
        (["--scenes", "1", "--out", ""], ["--out"], 2),
        (["--scenes", "1", "--out", "none/x.pdf"], ["none"], 1),
        (["--per-page", "2", "--out", "x.pdf"], ["--per-page", "--scenes"], 2),
        (["--without-notes", "--out", "x.pdf"], ["--without-notes", "--scenes"], 2),
        (["none.json", "--out", "x.pdf"], ["none.json"], 1),
        ([" ", "--out", "x.pdf"], ["PROJECT"], 2),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_writes_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: list[str],
    code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    told = refused(capsys, "export", *arguments, code=code)
    assert all(word in told for word in words), told
    assert list(tmp_path.iterdir()) == []
