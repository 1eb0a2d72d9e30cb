"""``lifecircles export`` and ``report`` in clumsy and hostile hands: one sentence, or a file that is whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

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
    ],
)
def test_what_is_absurd_is_a_sentence_in_every_format(tmp_path, monkeypatch, capsys, qapp, arguments):
    monkeypatch.chdir(tmp_path)
    for format_id in ("png", "pptx"):
        assert len(refused(capsys, *SMALL, *arguments, "--out", f"x.{format_id}")) < 3000
        assert not list(tmp_path.iterdir())


HOSTILE = (
    "=1+1",
    "<script>&amp;]]>",
    "\ue000\U0010ffff",
    "\ud800",
    "a\x00b\x1b[31m\r\u2028c",
    "\u202e\u200b",
    " \n ",
    "{0} %s",
)


@pytest.mark.parametrize("format_id", ["png", "svg", "pdf", "pptx", "xlsx", "gpkg"])
def test_texts_that_want_to_be_something_else(tmp_path, capsys, qapp, format_id):
    words = HOSTILE if format_id == "png" else ("".join(HOSTILE),)
    for word in words:
        texts = [part for name in ("--title", "--subtitle", "--notes", "--author") for part in (f"{name}={word}",)]
        told = written(capsys, tmp_path / f"x.{format_id}", *texts)
        assert told.count("\n") <= 1, "one remark on missing characters at most"


def test_what_the_font_lacks_is_told_at_the_command_line(tmp_path, capsys, qapp):
    assert "lacks 🏥" in written(capsys, tmp_path / "x.png", "--title", "🏥 \ue000")
    assert written(capsys, tmp_path / "x.png", "--title", "醫院") == ""


def test_a_title_of_nothing_but_spaces_is_the_programs_own(tmp_path, capsys, qapp):
    written(capsys, tmp_path / "x.pdf")
    plain = pypdfium2.PdfDocument(tmp_path / "x.pdf").get_metadata_value("Title")
    written(capsys, tmp_path / "x.pdf", "--title", " \n\t\u200b ")
    assert pypdfium2.PdfDocument(tmp_path / "x.pdf").get_metadata_value("Title") == plain


HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'


def svg_of_uses(levels: int) -> str:
    """Return a picture of 10 ** levels squares in a few lines."""
    groups = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, levels + 1))
    square = '<rect id="a0" width="1" height="1"/>'
    return f'{HEAD}<defs>{square}{groups}</defs><use href="#a{levels}"/></svg>'


ENTITIES = "".join(f'<!ENTITY {one} "{("&" + before + ";") * 10}">' for before, one in pairwise("abcdefghij"))
LOGOS = {
    "empty.png": b"",
    "half.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\4\0\0\0\4\x08\2\0\0\0",
    "text.png": b"no picture",
    "uses.svg": svg_of_uses(9).encode(),
    "self.svg": f'{HEAD}<g id="a"><use href="#a"/></g></svg>'.encode(),
    "deep.svg": f"{HEAD}{'<g>' * 5000}{'</g>' * 5000}</svg>".encode(),
    "entities.svg": f'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">{ENTITIES}]>{HEAD}<text>&j;</text></svg>'.encode(),
}


@pytest.mark.parametrize("name", LOGOS)
def test_a_logo_that_is_none(tmp_path, capfd, qapp, name):
    logo = tmp_path / name
    logo.write_bytes(LOGOS[name])
    for format_id in ("png", "svg", "pptx"):
        assert main([*SMALL, "--logo", str(logo), "--out", str(tmp_path / f"x.{format_id}")]) == 2
        said = capfd.readouterr().err
        assert said.count("\n") == 1, "Qt and libpng must not speak as well"
        assert name in said
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("name", ["absent.png", ".", "/dev/zero"])
def test_a_logo_that_cannot_be_read(tmp_path, monkeypatch, capsys, qapp, name):
    monkeypatch.chdir(tmp_path)
    refused(capsys, *SMALL, "--logo", name, "--out", "x.png")
    assert not list(tmp_path.iterdir())


def test_a_logo_may_use_what_it_has_drawn_and_fetches_nothing(tmp_path, capfd, qapp):
    logo = tmp_path / "logo.svg"
    logo.write_text(svg_of_uses(3).replace("</svg>", '<image href="file:///etc/hostname" width="9" height="9"/></svg>'))
    assert main([*SMALL, "--logo", str(logo), "--out", str(tmp_path / "x.png")]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("day", ["0001-01-01", "1911-12-31", "1912-01-01"])
def test_the_ends_of_both_calendars(tmp_path, capsys, qapp, day):
    for calendar in ("western", "minguo"):
        written(capsys, tmp_path / "x.pdf", "--date", day, "--calendar", calendar)
        words = "".join(pypdfium2.PdfDocument(tmp_path / "x.pdf")[0].get_textpage().get_text_range().split())
        assert day in words
        assert ("民國1年1月1日" in words) == (day == "1912-01-01" and calendar == "minguo")


@pytest.mark.parametrize("title", ["🏥" * 300, "臺" * 300, "\u202egnp.\u2066", "con .txt", "\udcff/\n\x85", ". ."])
def test_whatever_the_title_its_file_can_be_written(tmp_path, capsys, qapp, title):
    words = ("--circle", "east", "--title", title, "--pattern", "{title}", "--format", "csv", "--out", str(tmp_path))
    assert main([*SMALL, *words]) == 0
    (name,) = os.listdir(tmp_path)
    assert name.isprintable()
    assert name.endswith(".csv")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("format_id", ["csv", "xlsx"])
def test_a_page_of_contents_is_no_table(tmp_path, qapp, format_id):
    asked = ("--per", "circle", "--contents", "--format", format_id, "--out", str(tmp_path))
    assert main([*SMALL, *asked]) == 0
    assert len(os.listdir(tmp_path)) == 6
    assert not [name for name in os.listdir(tmp_path) if "contents" in name]


def run(*arguments: str, **more: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **more,
    )


@posix
def test_a_full_disk_leaves_what_was_there_and_says_one_sentence(tmp_path):
    """No file may grow beyond 1000 bytes, those for the moment neither."""
    import resource

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    asked = [
        run(*SMALL, "--out", str(tmp_path / f"x.{format_id}"), preexec_fn=limit)
        for format_id in ("png", "pptx", "xlsx", "gpkg")
    ]
    for process in asked:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 1, err
        assert (out, err.count("\n")) == ("", 1), err
    assert not list(tmp_path.iterdir())


@posix
@pytest.mark.parametrize("format_id", ["pdf", "gpkg"])
def test_a_killed_export_leaves_the_old_file_or_the_whole_new_one(tmp_path, format_id):
    target = tmp_path / f"x.{format_id}"
    target.write_bytes(b"old")
    process = run(*SMALL, "--out", str(target))
    deadline = time.monotonic() + 30
    while process.poll() is None and len(os.listdir(tmp_path)) == 1 and time.monotonic() < deadline:
        time.sleep(0.01)
    process.kill()
    process.communicate()
    assert target.read_bytes() == b"old" or target.stat().st_size > 10_000


@pytest.mark.slow
def test_a_report_for_browsers_with_a_title_that_no_file_can_hold(tmp_path, capsys, qapp):
    target = tmp_path / "x.html"
    assert main(["report", "--title", "<b>&\udcff\x01", "--author", '"><script>', "--out", str(target)]) == 0
    words = target.read_text(encoding="utf-8")
    assert "<title>&lt;b&gt;&amp;\ufffd</title>" in words
    assert "<script" not in words
