"""What is not saved survives: kept after a quiet while, offered when the program was killed, given back whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from data.project_file.journal import Journal, _recoverable, pending
from desktop.project import asking, questions
from desktop.project import autosave as autosave_module
from desktop.project.recovery import RecoveryPage

ROOT = Path(__file__).parents[3]

PROGRAM = """
    import sys
    from dataclasses import replace
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from desktop import app
    from desktop.project import autosave
    from desktop.settings import Settings
    from tests.desktop.project.conftest import edited
    autosave.QUIET = 50
    folder, path = Path(sys.argv[1]), sys.argv[2]
    show = app.MainWindow.show_first
    def show_and_edit(window):
        show(window)
        def edit():
            if window.projects.is_busy:
                QTimer.singleShot(20, edit)
                return
            edited(window.session, 5, "unsaved")
            edited(window.session, 6, "unsaved")
        QTimer.singleShot(300, edit)
    app.MainWindow.show_first = show_and_edit
    sys.exit(app.run([], remembered=Settings(folder / "settings.ini"), project=Path(path) if path else None))
"""


def run_and_end(folder, path, how):
    """Run a window that makes two changes, and end it by a signal when they are in the journal."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    program = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PROGRAM), str(folder), str(path or "")], cwd=ROOT, env=environment
    )
    until = time.monotonic() + 60
    while time.monotonic() < until and not list((folder / "journals").glob("*.json")):
        assert program.poll() is None
        time.sleep(0.05)
    time.sleep(0.3)
    assert pending(folder / "journals") == []  # it runs: nobody else may take its journal
    program.send_signal(how)
    program.wait(60)
    return program.returncode


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "logged off"])
def test_a_program_that_was_ended_offers_what_was_not_saved(
    how, tmp_path, remembered, open_window, saved_as, edit, idle, qtbot, answers
):
    window = open_window(remembered)
    edit(window.session)
    path = saved_as("己")
    window.projects.save()
    idle(window)
    window.projects.new()  # gives the file free
    code = run_and_end(tmp_path, path, how)
    assert code == (-how if how == signal.SIGKILL else 0)
    window.projects.recovery.offer()
    qtbot.waitUntil(lambda: window.projects.recovery.page is not None, timeout=10_000)
    page = window.projects.recovery.page
    assert page.isVisible()
    assert [page.table.item(0, column).text() for column in (0, 2, 3)] == [path.name, "2", str(path)]
    page.compare.click()
    qtbot.waitUntil(lambda: bool(window.projects.comparing.windows), timeout=20_000)
    shown = window.projects.comparing.windows[0]
    assert {one.table.id: len(one.table.rows) for one in shown.tables}["sites"] == 2
    page.restore.click()
    idle(window)
    operators = [window.session.project.data.sites[number].operator for number in (3, 5, 6)]
    assert operators == ["<b>X</b>", "unsaved", "unsaved"]
    assert window.projects.document.path == path
    assert window.isWindowModified()
    idle(window)
    qtbot.waitUntil(lambda: pending(remembered.journals) == [], timeout=10_000)
    window.projects.save()
    idle(window)
    assert not window.isWindowModified()
    assert not list(remembered.journals.glob("*.gpkg"))
    assert answers.asked == []


def test_changes_are_kept_after_a_quiet_while_and_forgotten_when_undone(window, edit, idle, qtbot, monkeypatch):
    journals = window._settings.journals
    autosave = window.projects._standing.autosave
    autosave._quiet.setInterval(20)
    edit(window.session)
    qtbot.waitUntil(lambda: len(list(journals.glob("*.json"))) == 1, timeout=10_000)
    idle(window)
    window.undo()
    qtbot.waitUntil(lambda: not list(journals.glob("*.gpkg")), timeout=10_000)
    assert autosave_module.QUIET < autosave_module.LONGEST


def test_a_journal_that_cannot_be_written_is_said(window, edit, idle, tmp_path):
    (tmp_path / "journals").write_text("no folder")
    edit(window.session)
    told = []
    window.projects._standing.autosave.write_soon(told.append)
    idle(window)
    assert told == [False]
    assert "journals" in window.status.currentMessage()


def test_what_is_thrown_away_is_gone_and_what_is_left_stays(window, edit, idle, qtbot, answers, tmp_path):
    edit(window.session)
    for _ in range(2):
        kept = Journal(tmp_path / "other")
        kept.write(window.session.project, {}, None, 4)
        kept._held.close()
        kept._held = None
    found = [_recoverable(path) for path in sorted((tmp_path / "other").glob("*.gpkg"))]
    page = RecoveryPage(window.session, window.projects, window)
    page.fill(found)
    assert page.table.rowCount() == 2
    answers += [questions.CANCEL, "discard"]
    page.discard.click()
    page.discard.click()
    assert page.table.rowCount() == 1
    assert len(list((tmp_path / "other").glob("*.gpkg"))) == 1
    answers += [asking.DISCARD]
    page.restore.click()
    idle(window)
    assert window.projects.document.path is None
    assert window.isWindowModified()
    qtbot.waitUntil(lambda: not list((tmp_path / "other").glob("*.gpkg")), timeout=10_000)
