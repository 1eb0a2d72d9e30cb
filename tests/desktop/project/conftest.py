"""Windows that save, and what is answered when they ask."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog

from data.model import Source
from data.own import EDITS
from data.project_file.store import SUFFIX
from desktop.project import questions


@pytest.fixture
def folder(tmp_path):
    """Where projects are saved, apart from settings and journals."""
    made = tmp_path / "專案"
    made.mkdir()
    return made


@pytest.fixture
def saved_as(monkeypatch, folder):
    """A function that names the file which the dialog is answered with."""

    def answer(name, folder=folder):
        path = folder / (name + SUFFIX)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        return path

    return answer


@pytest.fixture
def answers(monkeypatch):
    """The answers given to questions, the first first; ``answers.asked`` are the questions."""

    class Answers(list):
        """Given one after the other."""

    found = Answers()
    found.asked = []

    def ask(_parent, _title, question, ways, more="", *, is_fault=False):
        found.asked.append(f"{question} {more}")
        answer = found.pop(0)
        assert answer in [way.key for way in ways]
        return answer

    monkeypatch.setattr(questions, "ask", ask)
    return found


def edited(session, number=3, operator="<b>X</b>"):
    """Change the operator of a site of the embedded set, as an edit does."""
    project = session.project
    site = replace(project.data.sites[number], operator=operator, source_id=EDITS)
    own = project.own.with_source(Source(EDITS, "本專案人工編修", "me", "2026-11-21", "", "own", ""))
    session.change_own(own.with_sites([site]), "change of a site")
    return site


@pytest.fixture
def edit():
    return edited


@pytest.fixture
def idle(qtbot):
    """A function that waits until a window reads and writes no file."""

    def wait(window):
        standing = window.projects._standing
        qtbot.waitUntil(lambda: not window.projects.is_busy and not standing.autosave._writing, timeout=20_000)

    return wait
