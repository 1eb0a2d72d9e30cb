"""Pictures are written whole, with their size and resolution, or not at all."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QImage

import resources
from data.errors import DataSetError, TargetError, UnknownNameError
from maps.export.formats import write_plates
from maps.fonts import load_fonts
from maps.page import page_size
from maps.plate import Plate
from maps.view import READY_VIEWS

ROOT = Path(__file__).parents[2]
VIEW = READY_VIEWS["overview"]


def export_png(project, view, size, dpi, target, atlas):
    write_plates([Plate(project, view, atlas, page_size(size, dpi))], "png", target)


class TestPageSize:
    @pytest.mark.parametrize(
        ("size", "dpi", "pixels", "width"),
        [
            ("1920x1080", None, (1920, 1080), 508.0),
            (" 1920 × 1080 ", None, (1920, 1080), 508.0),
            ("1920X1080", 192, (1920, 1080), 254.0),
            ("A4", None, (3508, 2480), 297.0),
            ("a4", 150, (1754, 1240), 297.0),
            ("A3", 300, (4961, 3508), 420.0),
        ],
    )
    def test_sizes_as_written(self, size, dpi, pixels, width):
        page = page_size(size, dpi)
        assert page.pixels == pixels
        assert page.width == pytest.approx(width)
        assert page.width / page.height == pytest.approx(pixels[0] / pixels[1], rel=2e-3)

    @pytest.mark.parametrize("size", ["A5", "", "1920", "1920x", "x", "-5x100", "1920x1080x3", "1e3x1e3", "圖"])
    def test_unknown_sizes_name_the_valid_ones(self, size):
        with pytest.raises(UnknownNameError, match="A4, A3"):
            page_size(size)

    @pytest.mark.parametrize("size", ["0x0", "10x10", "319x800", "99999x1000", "999999x999999"])
    def test_absurd_sizes_say_the_limits(self, size):
        with pytest.raises(UnknownNameError, match="320 to 16000"):
            page_size(size)

    @pytest.mark.parametrize("dpi", [0, -1, 19, 2401, 10**9])
    def test_absurd_resolutions_too(self, dpi):
        with pytest.raises(UnknownNameError, match="20 to 2400"):
            page_size("A4", dpi)

    def test_paper_too_fine_or_too_coarse(self):
        with pytest.raises(UnknownNameError, match="320 to 16000"):
            page_size("A3", 2400)
        with pytest.raises(UnknownNameError, match="320 to 16000"):
            page_size("A4", 20)


@pytest.mark.parametrize(
    ("size", "dpi", "pixels", "per_metre"),
    [("800x450", None, (800, 450), 3780), ("A4", 100, (1169, 827), 3937), ("640x400", 300, (640, 400), 11811)],
)
def test_a_picture_has_the_size_and_resolution_asked_for(project, atlas, tmp_path, size, dpi, pixels, per_metre):
    target = tmp_path / "圖.png"
    export_png(project, VIEW, size, dpi, target, atlas)
    image = QImage(str(target))
    assert (image.width(), image.height()) == pixels
    assert image.dotsPerMeterX() == pytest.approx(per_metre, rel=2e-3)
    assert image.dotsPerMeterY() == image.dotsPerMeterX()
    assert target.read_bytes().startswith(b"\x89PNG")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_the_same_page_is_the_same_file(project, atlas, tmp_path):
    for name in ("one.png", "two.png"):
        export_png(project, VIEW, "800x450", None, tmp_path / name, atlas)
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


def test_a_picture_takes_the_place_of_an_older_one(project, atlas, tmp_path):
    target = tmp_path / "map.png"
    target.write_bytes(b"old")
    export_png(project, VIEW, "640x400", None, target, atlas)
    assert QImage(str(target)).width() == 640


def test_a_bad_size_touches_nothing(project, atlas, tmp_path):
    target = tmp_path / "map.png"
    target.write_bytes(b"old")
    with pytest.raises(UnknownNameError):
        export_png(project, VIEW, "7x7", None, target, atlas)
    assert target.read_bytes() == b"old"


def test_a_folder_is_no_target(project, atlas, tmp_path):
    with pytest.raises(TargetError, match="is a folder"):
        export_png(project, VIEW, "640x400", None, tmp_path, atlas)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(project, atlas, tmp_path):
    target = tmp_path / "nowhere" / "map.png"
    with pytest.raises(TargetError, match="nowhere"):
        export_png(project, VIEW, "640x400", None, target, atlas)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_of_a_folder_is_named(project, atlas, tmp_path):
    (tmp_path / "file").write_text("kept")
    with pytest.raises(TargetError, match="file"):
        export_png(project, VIEW, "640x400", None, tmp_path / "file" / "map.png", atlas)
    assert (tmp_path / "file").read_text() == "kept"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("before", [None, b"old"])
def test_a_full_disk_leaves_what_was_there(tmp_path, before):
    """The limit on the size of files stands for the disk: a write beyond 20 000 bytes fails in the middle."""
    target = tmp_path / "map.png"
    if before is not None:
        target.write_bytes(before)
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
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
        try:
            plate = Plate(project, READY_VIEWS["overview"], Atlas(project.data), page_size("640x400"))
            write_plates([plate], "png", Path(sys.argv[1]))
        except TargetError as error:
            print(error)
            sys.exit(7)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(target)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 7, done.stdout + done.stderr
    assert str(target) in done.stdout
    assert "Traceback" not in done.stderr
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert left == ({} if before is None else {"map.png": before})


def test_a_missing_font_is_a_sentence(monkeypatch, tmp_path):
    gone = tmp_path / "NotoSansTC-Regular.ttf"
    monkeypatch.setattr(resources, "font_files", lambda: (gone,))
    with pytest.raises(DataSetError, match=r"NotoSansTC-Regular\.ttf is missing or damaged"):
        load_fonts()
    gone.write_bytes(b"no font")
    with pytest.raises(DataSetError, match="install the program again"):
        load_fonts()


def test_text_is_set_in_the_shipped_font():
    assert resources.FONT_FAMILY in QFontDatabase.families()
    assert QFontInfo(QFont(resources.FONT_FAMILY)).family() == resources.FONT_FAMILY


def test_pictures_can_be_made_in_threads_of_qt(tmp_path):
    """PROJ ends the process in threads that Python did not start; nothing on the way to a picture may call it."""
    code = """
        import sys
        from pathlib import Path
        from PySide6.QtCore import QRunnable, QThreadPool
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
        class Work(QRunnable):
            def __init__(self, name):
                super().__init__()
                self.name = name
            def run(self):
                plate = Plate(project, READY_VIEWS["overview"], Atlas(project.data), page_size("640x400"))
                write_plates([plate], "png", Path(sys.argv[1]) / self.name)
        pool = QThreadPool()
        for number in range(4):
            pool.start(Work(f"{number}.png"))
        pool.waitForDone()
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    pictures = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    assert len(pictures) == 4
    assert len(set(pictures)) == 1
