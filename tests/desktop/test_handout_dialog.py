"""Scenes handed out from the window: the dialog, the file, the words when it is done or stopped."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from data.model import Name
from data.scene import Scene
from desktop.briefing.handout_dialog import KINDS, SLIDES
from maps.briefing.handout import PER_PAGE
from tests.desktop.driving import choose

SCENES = (
    Scene("a", "title", Name("甲", "A"), notes=Name("說明")),
    Scene("b", "section", Name("乙", "B"), hidden=True),
    Scene("c", "section", Name("丙", "C")),
)


@pytest.fixture
def dialog(window):
    """The dialog over a project of three scenes, as the menu opens it."""
    window.session.change_scenes(SCENES, "scenes")
    window.menus.actions["hand_out"].trigger()
    return window.hand_over._handout_dialog


def wait_for_message(window, qtbot):
    qtbot.waitUntil(lambda: not window.status._cancel.isVisible(), timeout=30_000)
    return window.status.currentMessage()


def test_it_offers_what_there_is_and_what_the_format_can_be_told(window, dialog):
    assert dialog.isVisible()
    assert set(SLIDES) == set(PER_PAGE)
    assert [dialog.which.itemData(at) for at in range(2)] == ["shown", "all"]
    told = {}
    for kind in KINDS:
        choose(dialog.kind, kind)
        told[kind] = (dialog.per_page.isEnabled(), dialog.noted.isEnabled(), dialog.dated.isEnabled())
    assert told == {
        "pptx": (False, True, False),
        "handout": (True, True, True),
        "pdf": (False, False, True),
        "html": (False, True, False),
        "png": (False, False, False),
    }
    choose(dialog.which, "all")
    window.set_language("en")
    assert dialog.which.currentData() == "all"
    assert "3" in dialog.which.currentText()
    keys = [re.search("&(.)", label.text())[1].casefold() for label in (*dialog._labels, dialog.noted, dialog.dated)]
    assert len(set(keys)) == len(keys)
    assert all(one.accessibleName() for one in (dialog.which, dialog.kind, dialog.per_page, dialog.theme))
    # Those that are chosen in the list come up when there are several of them.
    dialog.reject()
    window.briefing.chosen = frozenset({"b", "c"})
    window.briefing.hand_out()
    assert [scene.id for scene in dialog.scenes] == ["b", "c"]


def test_a_hand_out_is_written_in_the_background(window, dialog, qtbot, target):
    path = target("講義.pdf")
    choose(dialog.kind, "handout")
    choose(dialog.language, "en")
    dialog.save.click()
    assert not dialog.isVisible()
    assert str(path) in wait_for_message(window, qtbot)
    with pypdfium2.PdfDocument(path) as pdf:
        assert len(pdf) == 1
        assert "C" in pdf[0].get_textpage().get_text_bounded()
    # Stopped, it leaves what was there.
    before = path.read_bytes()
    window.briefing.hand_out()
    dialog.save.click()
    window.status._cancel.click()
    assert "取消" in wait_for_message(window, qtbot)
    assert path.read_bytes() == before
    assert list(path.parent.glob("*講義*")) == [path]


def test_pictures_get_a_folder_of_their_own(window, dialog, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    (tmp_path / "甲").mkdir()
    choose(dialog.kind, "png")
    dialog.save.click()
    assert "甲 (2)" in wait_for_message(window, qtbot)
    pictures = sorted((tmp_path / "甲 (2)").iterdir())
    assert [path.name for path in pictures] == ["1-甲.png", "2-丙.png"]
    assert QImage(str(pictures[0])).width() == 1920


def test_thinking_better_of_it_writes_nothing(window, dialog, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog.save.click()
    assert dialog.isVisible()
    assert not window.hand_over._exporting.running
