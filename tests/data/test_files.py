import os
import sys
from pathlib import Path

import pytest

from data.errors import TargetError
from data.files import atomic_write


def write_half(target: Path, error: Exception) -> None:
    with atomic_write(target) as temporary:
        temporary.write_text("half")
        raise error


def test_the_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "表.csv"
    with atomic_write(target) as temporary:
        temporary.write_text("half")
        assert not target.exists()
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".csv"
        temporary.write_text("whole")
    assert target.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [target]


def test_an_error_in_the_block_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "map.png"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError):
        write_half(target, ZeroDivisionError())
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    target = tmp_path / "map.png"
    with pytest.raises(TargetError, match=r"map\.png could not be written \(No space left on device\)\."):
        write_half(target, OSError(28, "No space left on device"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="is a folder"), atomic_write(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_missing_or_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for parent in ("absent", "file"):
        with pytest.raises(TargetError, match="could not be written"), atomic_write(tmp_path / parent / "x.csv"):
            pass


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is a folder in which nobody may write")
def test_an_unwritable_folder_is_a_sentence() -> None:
    with pytest.raises(TargetError, match=r"/proc/x\.csv could not be written"), atomic_write(Path("/proc/x.csv")):
        pass


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_permissions_are_those_of_an_ordinary_file(tmp_path: Path) -> None:
    ordinary, target = tmp_path / "ordinary", tmp_path / "target"
    ordinary.write_text("")
    with atomic_write(target):
        pass
    assert target.stat().st_mode == ordinary.stat().st_mode
    target.chmod(0o640)
    with atomic_write(target) as temporary:
        temporary.write_text("again")
    assert target.stat().st_mode & 0o777 == 0o640


def test_devices_and_names_beyond_reason_are_refused(tmp_path):
    for target in (Path(os.devnull), tmp_path / ("x" * 4000)):
        with pytest.raises(TargetError), atomic_write(target):
            pytest.fail("nothing may be written")
    assert not Path(os.devnull).is_file()
    assert list(tmp_path.iterdir()) == []
