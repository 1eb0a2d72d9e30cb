"""run.py in a folder of its own with empty locks, so that nothing is fetched: what starts, what heals, what it says."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM = "import os, sys; print(sys.argv[1:], os.getcwd(), os.path.dirname(os.path.dirname(__file__)), sep='|')"
IMPOSSIBLE = f"no-such-package==1.0 --hash=sha256:{'0' * 64}\n"


def make_house(folder: Path) -> Path:
    (folder / "desktop").mkdir(parents=True)
    (folder / "desktop" / "__init__.py").touch()
    (folder / "desktop" / "__main__.py").write_text(PROGRAM, "utf-8")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (folder / lock).write_text("# nothing\n", "utf-8")
    shutil.copy(ROOT / "run.py", folder)
    return folder


def start(house: Path, *arguments: str, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PIP_NO_INDEX": "1", "QT_QPA_PLATFORM": "offscreen", **variables}
    command = [sys.executable, str(house / "run.py"), *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house whose environment is complete; tests that break it copy or mend it."""
    house = make_house(tmp_path_factory.mktemp("ready") / "six circles")
    done = start(house)
    assert done.returncode == 0, done.stderr
    return house


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py as a module."""
    spec = importlib.util.spec_from_file_location("run_script", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def look(script: ModuleType, ready: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py as a module that looks at the ready house."""
    for name in ("ROOT", "VENV", "PYTHON", "STAMP", "RUN", "WORK"):
        monkeypatch.setattr(script, name, ready / getattr(script, name).relative_to(ROOT))
    return script


def test_arguments_and_the_folder_of_the_user_reach_the_program(ready: Path, tmp_path: Path) -> None:
    done = start(ready, "export", "--help", "a b", cwd=tmp_path)
    assert done.stdout.strip() == f"['export', '--help', 'a b']|{tmp_path}|{ready}"


def test_a_folder_named_desktop_where_the_user_stands_is_not_started(ready: Path, tmp_path: Path) -> None:
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "__init__.py").touch()
    (tmp_path / "desktop" / "__main__.py").write_text("print('wrong')", "utf-8")
    assert start(ready, cwd=tmp_path).stdout.strip().endswith(str(ready))


def test_a_second_start_adds_less_than_three_tenths_of_a_second(ready: Path) -> None:
    def seconds(command: list[str]) -> float:
        begin = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        return time.perf_counter() - begin

    python = next(path for path in (ready / ".venv/bin/python", ready / ".venv/Scripts/python.exe") if path.exists())
    through = min(seconds([sys.executable, str(ready / "run.py")]) for _ in range(5))
    direct = min(seconds([str(python), "-P", "-m", "desktop"]) for _ in range(5))
    assert through - direct < 0.3


def test_a_complete_environment_fits_and_the_development_one_serves_both(look: ModuleType, ready: Path) -> None:
    assert look.fits(look.RUN)
    assert not look.fits(look.WORK)


@pytest.mark.parametrize("damage", ["lock", "stamp", "half a stamp", "python", "base", "version", "moved"])
def test_an_environment_that_no_longer_fits_is_noticed(
    look: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    stamp = tmp_path / "stamp"
    text = look.STAMP.read_text("utf-8")
    if damage == "lock":
        changed = tmp_path / look.RUN.name
        changed.write_text("# something else\n", "utf-8")
        monkeypatch.setattr(look, "RUN", changed)
    elif damage == "half a stamp":
        text = text.splitlines()[0]
    elif damage == "python":
        monkeypatch.setattr(look, "PYTHON", tmp_path / "python")
    elif damage == "base":
        lines = text.splitlines()
        text = "\n".join([*lines[:-2], str(tmp_path / "python"), lines[-1]])
    elif damage == "version":
        monkeypatch.setattr(look, "VERSION", "3.99")
    elif damage == "moved":
        monkeypatch.setattr(look, "VENV", tmp_path)
    if damage != "stamp":
        stamp.write_text(text, "utf-8")
    monkeypatch.setattr(look, "STAMP", stamp)
    assert not look.fits(look.RUN)


@pytest.mark.slow
def test_a_failed_installation_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    house = make_house(tmp_path)
    (house / "requirements.lock").write_text(IMPOSSIBLE, "utf-8")
    failed = start(house)
    assert failed.returncode == 1
    assert "The packages could not be installed. Is there a network connection?" in failed.stderr
    assert "no-such-package" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert not (house / ".venv").exists()
    (house / "requirements.lock").write_text("", "utf-8")
    assert start(house).returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals; the stamp is tested above")
def test_a_killed_installation_is_done_again(tmp_path: Path) -> None:
    house = make_house(tmp_path)
    running = subprocess.Popen([sys.executable, str(house / "run.py")], stderr=subprocess.PIPE, start_new_session=True)
    while not (house / ".venv" / "pyvenv.cfg").exists():
        assert running.poll() is None
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
    assert not (house / ".venv" / "installed.txt").exists()
    assert start(house).stdout.strip().endswith(str(house))


@pytest.mark.slow
def test_two_first_starts_at_once_both_succeed(tmp_path: Path) -> None:
    house = make_house(tmp_path)
    command = [sys.executable, str(house / "run.py")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    answers = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sum("Setting up" in errors for _, errors in answers) == 1


def test_an_old_python_is_told_so_in_one_sentence(tmp_path: Path) -> None:
    code = "import sys, runpy; sys.version_info = (3, 10, 1); runpy.run_path(sys.argv[1], run_name='__main__')"
    command = [sys.executable, "-c", code, str(ROOT / "run.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip() == f"Lifecircles needs Python 3.11 or newer; this is 3.10 ({sys.executable})."


class TestMissingLibraries:
    @pytest.fixture(autouse=True)
    def _debian(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)

    def test_a_user_gets_the_exact_command(self, script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
        monkeypatch.setattr(script, "loads", lambda library: library not in {"libGL.so.1", "libEGL.so.1"})
        with pytest.raises(SystemExit) as stopped:
            script.provide_libraries()
        first, second = str(stopped.value).splitlines()
        assert first == "Qt needs system libraries that are missing (libEGL.so.1, libGL.so.1). Please type:"
        install = "sudo apt-get install -y --no-install-recommends libegl1 libgl1"
        assert second.strip() == f"sudo apt-get update && {install}"

    def test_root_has_them_installed(self, script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
        monkeypatch.setattr(script, "loads", lambda library: library != "libdbus-1.so.3")
        commands = []
        monkeypatch.setattr(script, "run", lambda command, what, **variables: commands.append(command))
        script.provide_libraries()
        assert commands == [
            ["sh", "-c", "apt-get update; exec apt-get install -y --no-install-recommends libdbus-1-3"],
        ]

    @pytest.mark.parametrize(
        ("variables", "asked"),
        [
            ({}, False),
            ({"DISPLAY": ":0"}, True),
            ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
            ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ],
    )
    def test_x11_libraries_are_asked_for_only_where_windows_open_there(
        self, script: ModuleType, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], asked: bool
    ) -> None:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        tried = []
        monkeypatch.setattr(script, "loads", lambda library: tried.append(library) or True)
        script.provide_libraries()
        assert ("libxcb-cursor.so.0" in tried) == asked
        assert "libEGL.so.1" in tried

    def test_another_system_gets_the_names(self, script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(shutil, "which", lambda name: None)
        monkeypatch.setattr(script, "loads", lambda library: library != "libGL.so.1")
        with pytest.raises(SystemExit, match=r"package manager.*\n  libgl1$"):
            script.provide_libraries()


class TestOffice:
    """Slides are opened in LibreOffice where it can be had; nobody is stopped for lack of it."""

    @pytest.fixture
    def asked(self, script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        asked: list[list[str]] = []

        def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
            asked.append(command)
            return subprocess.CompletedProcess(command, 100)

        monkeypatch.setattr(script.subprocess, "run", run)
        return asked

    @pytest.mark.parametrize(
        ("found", "user", "tried"),
        [
            ({"apt-get"}, 0, True),
            ({"apt-get"}, 1000, False),
            ({"apt-get", "soffice"}, 0, False),
            (set(), 0, False),
        ],
    )
    def test_root_on_debian_gets_it(
        self,
        script: ModuleType,
        asked: list[list[str]],
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        found: set[str],
        user: int,
        tried: bool,
    ) -> None:
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name in found else None)
        monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
        script.provide_office()
        assert bool(asked) == tried
        assert ("the test is skipped" in capsys.readouterr().err) == tried
        assert all(command[-1].endswith("libreoffice-impress-nogui") for command in asked)


def test_a_python_without_venv_gets_the_exact_command(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find(name))
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit, match=rf"install -y --no-install-recommends python{script.VERSION}-venv$"):
        script.provide_venv(sys.executable)
