"""Starting: a damaged data set is one sentence, and nothing heavy is imported on the way to the first map."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from data.dataset import SETS
from desktop import app, program, settings
from desktop.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def copied(tmp_path):
    folder = tmp_path / "sets"
    shutil.copytree(SETS, folder)
    return folder


@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_damaged_data_set_is_a_sentence_and_exit_code_1(qapp, copied, remembered, damage, monkeypatch, tmp_path):
    monkeypatch.setattr(program, "user_log_path", lambda *_, **__: tmp_path / "log")
    towns = copied / "towns.csv"
    if damage == "missing":
        towns.unlink()
    else:
        towns.write_bytes(towns.read_bytes()[:-400])
    said = []

    def read_and_close():
        box = QApplication.activeModalWidget()
        said.append(box.text() if isinstance(box, QMessageBox) else repr(box))
        if box is not None:
            box.close()

    QTimer.singleShot(300, read_and_close)
    assert app.run([], copied, remembered) == 1
    assert len(said) == 1
    assert "towns.csv" in said[0]
    assert "Traceback" not in said[0]
    assert "\n" not in said[0]


def test_what_nobody_expected_is_logged_and_said_in_one_sentence(window, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    app._say_unexpected(window, tmp_path / "lifecircles.log")
    try:
        raise KeyError("nobody expected this")
    except KeyError:
        sys.excepthook(*sys.exc_info())
    said = window.status.currentMessage()
    assert str(tmp_path / "lifecircles.log") in said
    assert "KeyError" not in said
    assert "nobody expected this" in caplog.text


def test_the_start_imports_nothing_heavy():
    code = (
        "import sys, desktop.app, desktop.window; "
        "heavy = {'matplotlib', 'mapclassify', 'pandas', 'geopandas', 'scipy', 'pyogrio', 'sqlite3', 'openpyxl'}; "
        "print(sorted(heavy & sys.modules.keys()))"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_closes_the_window_and_it_is_remembered(tmp_path, name):
    path = tmp_path / "settings.ini"
    code = textwrap.dedent(f"""
        import os, signal, sys
        from pathlib import Path
        from threading import Timer
        from desktop import app
        from desktop.settings import Settings
        show = app.MainWindow.show_first
        def show_then_signal(window):
            show(window)
            window.set_language("en")
            Timer(1, os.kill, (os.getpid(), signal.{name})).start()
        app.MainWindow.show_first = show_then_signal
        sys.exit(app.run([], remembered=Settings(Path({str(path)!r}))))
    """)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, timeout=60, capture_output=True, text=True, check=False
    )
    assert (result.returncode, "Exception" in result.stderr) == (0, False), result.stderr
    assert Settings(path).get(settings.LANGUAGE) == "en"
