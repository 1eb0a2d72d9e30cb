"""The rules of the house: which way imports run, what may not stand in a tracked file, how long a file may be."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("data", "maps", "desktop", "resources")
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
LONGEST = 450  # lines; a longer file probably holds two ideas


def tracked(*suffixes: str) -> list[Path]:
    """Return the files that git knows or would take in, this one left out because it names what is forbidden."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name.endswith(suffixes)]
    return [path for path in paths if path.is_file() and path != Path(__file__)]


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", LINT], cwd=root, capture_output=True, text=True, check=False)


def test_imports_run_one_way() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_folder_of_modules_is_a_package() -> None:
    """Folders without ``__init__.py`` would be left out of what pip installs."""
    folders = {path.parent for room in ROOMS for path in tracked(".py") if path.is_relative_to(ROOT / room)}
    assert not [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house in which a test may break the rules."""
    for room in ROOMS:
        shutil.copytree(
            ROOT / room, tmp_path / room, ignore=lambda folder, names: [n for n in names if _heavy(folder, n)]
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _heavy(folder: str, name: str) -> bool:
    return (not name.endswith(".py") and not Path(folder, name).is_dir()) or name == "__pycache__"


@pytest.mark.parametrize(
    ("room", "line", "contract"),
    [
        ("data", "import desktop", "arrows run"),
        ("data", "from maps import texts", "arrows run"),
        ("maps", "import desktop", "arrows run"),
        ("data", "from PySide6.QtCore import QObject", "data knows no Qt"),
        ("data", "import matplotlib", "data knows no Qt"),
    ],
)
def test_an_import_against_the_arrows_is_noticed(house: Path, room: str, line: str, contract: str) -> None:
    (house / room / "wrong.py").write_text(f"def late() -> None:\n    {line}\n", "utf-8")
    done = lint_imports(house)
    broken = [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]
    assert done.returncode == 1
    assert any(line.startswith(contract) for line in broken)
    assert f"{room}.wrong" in done.stdout


def imported(path: Path) -> set[str]:
    """Return the dotted names that a file imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize(
    "code", ["import PySide6.QtWidgets", "from PySide6.QtWidgets import QLabel", "from PySide6 import QtWidgets"]
)
def test_every_way_to_import_widgets_is_noticed(tmp_path: Path, code: str) -> None:
    (tmp_path / "sample.py").write_text(f"def late():\n    {code}\n", "utf-8")
    assert "PySide6.QtWidgets" in imported(tmp_path / "sample.py")


def test_maps_know_no_widgets() -> None:
    """Import-linter sees an external package only as a whole, therefore this contract stands here."""
    paths = sorted((ROOT / "maps").rglob("*.py"))
    assert paths
    assert not [path for path in paths if "PySide6.QtWidgets" in imported(path)]


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<![\w.~])/(root|home|tmp|work|opt|Users)/\w",  # a folder of somebody's machine
        r"[A-Z]:\\\\?Users",
        r"pypi\.(org|python)|pythonhosted|registry\.npmjs|proxy\.golang|--(extra-)?index-url|--find-links",
        r"\b(TODO|FIXME)\b",
    ],
)
def test_no_tracked_text_holds(pattern: str) -> None:
    texts = tracked(".py", ".md", ".toml", ".lock", ".txt", ".svg", ".ts", ".json", ".run", "/run", ".yml", ".cfg")
    assert len(texts) > 20
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in texts
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert not found


def test_what_is_counted_stands_before_its_number() -> None:
    """Sentences with a count read right for one and for many: "Rows left out: 1", never "1 rows were left out"."""
    folders = ("data/intake", "data/readers", "data/project_file", "desktop/intake", "desktop/project")
    texts = [path for folder in folders for path in sorted((ROOT / folder).glob("*.py"))]
    assert len(texts) > 50
    assert not [
        path.name for path in texts if re.search(r"\{(count|read|taken|refused)\} [a-z]+s\b", path.read_text("utf-8"))
    ]


def test_no_file_is_too_long() -> None:
    lengths = {path.relative_to(ROOT): len(path.read_text("utf-8").splitlines()) for path in tracked(".py")}
    assert not {path: length for path, length in lengths.items() if length >= LONGEST}
