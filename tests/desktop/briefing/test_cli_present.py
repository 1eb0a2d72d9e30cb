"""``lifecircles present``: what is asked wrongly is a sentence, and a show on its own ends in order."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.desktop.commands import refused

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--scene", "0"), "0"),
        (("--scene", "99"), "99"),
        (("--scene", "two"), "two"),
        (("--screen", "9"), "9"),
        (("--screen", "0"), "0"),
        (("--kiosk", "0"), "--kiosk"),
        (("--kiosk", "nan"), "--kiosk"),
        (("--kiosk", "1e9"), "--kiosk"),
        (("--theme", "pink"), "pink"),
        (("",), "PROJECT"),
    ],
)
def test_what_is_asked_wrongly_is_a_sentence(qapp, capsys, monkeypatch, tmp_path, arguments, named):
    monkeypatch.setattr("desktop.program.user_log_path", lambda *_, **__: tmp_path)
    assert named in refused(capsys, "present", *arguments)


def test_a_file_that_is_no_briefing_is_a_sentence(capsys, tmp_path):
    path = tmp_path / "scenes.json"
    path.write_text("[]", "utf-8")
    assert "scenes.json" in refused(capsys, "present", str(path))


def test_without_a_display_there_is_a_way_out(capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "lifecircles export" in refused(capsys, "present", code=1)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
@pytest.mark.parametrize("ending", ["SIGTERM", "Esc"])
def test_a_show_on_its_own_ends_in_order(tmp_path, ending):
    code = textwrap.dedent(f"""
        import os, signal, sys
        from PySide6.QtCore import Qt, QTimer
        from PySide6.QtTest import QTest
        from desktop import cli
        from desktop.briefing import presenting
        open_show = presenting.open_show
        def open_and_end(*arguments):
            window = open_show(*arguments)
            def end():
                if {ending!r} == "Esc":
                    QTest.keyClick(window, Qt.Key.Key_Escape)
                else:
                    os.kill(os.getpid(), signal.SIGTERM)
            QTimer.singleShot(500, end)
            print("scene", window.show_state.at + 1, window.show_state.looping, window.show_state.language)
            return window
        presenting.open_show = open_and_end
        sys.exit(cli.main(["present", "--scene", "3", "--kiosk", "5", "--lang", "en", "--cut"]))
    """)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, timeout=60, capture_output=True, text=True, check=False
    )
    assert (result.returncode, "Traceback" in result.stderr) == (0, False), result.stderr
    assert result.stdout.split() == ["scene", "3", "True", "en"]
