"""Files of every vector format are written whole or not at all."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from data.errors import TargetError
from maps.display import Cancelled
from maps.export.formats import write_plates
from maps.page import page_size
from maps.plate import Plate
from maps.view import READY_VIEWS

ROOT = Path(__file__).parents[2]
FORMATS = ("png", "svg", "pdf")


@pytest.fixture(scope="module")
def plate(project, atlas):
    return Plate(project, READY_VIEWS["ai"], atlas, page_size("640x400"))


@pytest.mark.parametrize("stops_at", [1, 2, 3])
@pytest.mark.parametrize("format_id", FORMATS)
def test_a_file_that_is_given_up_leaves_what_was_there(plate, tmp_path, format_id, stops_at):
    target = tmp_path / "map"
    target.write_bytes(b"old")
    told = []

    def progress(done):
        told.append(done)
        if len(told) == stops_at:
            raise Cancelled

    plates = [plate, plate] if format_id == "pdf" else [plate]
    with pytest.raises(Cancelled):
        write_plates(plates, format_id, target, progress=progress)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"map": b"old"}
    # Nothing is left open or locked: the next file can be written.
    write_plates(plates, format_id, target)
    assert target.stat().st_size > 1000


@pytest.mark.parametrize("format_id", FORMATS)
def test_a_folder_that_is_not_there_is_named(plate, tmp_path, format_id):
    with pytest.raises(TargetError, match="nowhere"):
        write_plates([plate], format_id, tmp_path / "nowhere" / "map", progress=lambda _done: pytest.fail("painted"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_full_disk_leaves_what_was_there(tmp_path):
    """The limit on the size of files stands for the disk: a write beyond 20 000 bytes fails in the middle."""
    code = """
        import resource, signal, sys
        from pathlib import Path
        from data.dataset import load
        from data.errors import TargetError
        from data.project import Project
        from maps.export.formats import write_plates
        from maps.geometry import Atlas
        from maps.page import page_size
        from maps.plate import Plate
        from maps.prepare import offscreen_application
        from maps.view import READY_VIEWS
        app = offscreen_application()
        project = Project.start(load())
        plate = Plate(project, READY_VIEWS["ai"], Atlas(project.data), page_size("640x400"))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
        for name in sys.argv[2:]:
            try:
                write_plates([plate], name.rpartition(".")[2], Path(sys.argv[1]) / name)
            except TargetError as error:
                print(error)
    """
    (tmp_path / "old.pdf").write_bytes(b"old")
    names = ["old.pdf", "new.pdf", "new.svg"]
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path), *names],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert [name for name in names if f"{tmp_path / name} could not be written" in done.stdout] == names
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"old.pdf": b"old"}


def test_files_can_be_written_in_several_threads(tmp_path):
    """PySide ends the process where two threads first call the same of its functions at once (docs/pitfalls.md)."""
    code = """
        import sys
        from concurrent.futures import ThreadPoolExecutor
        from pathlib import Path
        from data.dataset import load
        from data.project import Project
        from maps.export.formats import write_plates
        from maps.geometry import Atlas
        from maps.page import page_size
        from maps.plate import Plate
        from maps.prepare import offscreen_application
        from maps.view import READY_VIEWS
        app = offscreen_application()
        project = Project.start(load())
        atlas = Atlas(project.data)
        def work(name):
            plate = Plate(project, READY_VIEWS["ai"], atlas, page_size("640x400"))
            write_plates([plate], name.rpartition(".")[2], Path(sys.argv[1]) / name)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(work, ["1.pdf", "2.pdf", "1.svg", "2.svg", "1.png", "2.png"]))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for suffix in FORMATS:
        one, two = (tmp_path / f"{number}.{suffix}" for number in (1, 2))
        assert one.read_bytes() == two.read_bytes()
