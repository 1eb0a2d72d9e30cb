import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from data.dataset import BOUNDARIES, SETS
from data.errors import DataSetError
from data.geopackage import read_geometries

REAL = SETS / BOUNDARIES


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copy(REAL, tmp_path / "圖 層?#%.gpkg"))


def test_agrees_with_gdal() -> None:
    pyogrio = pytest.importorskip("pyogrio")
    codes, shapes = read_geometries(REAL, "towns_500", "town_code")
    frame = pyogrio.read_dataframe(REAL, layer="towns_500").sort_values("town_code")
    assert codes == list(frame["town_code"])
    assert frame.crs.to_epsg() == 3826
    assert all(ours.equals(theirs) for ours, theirs in zip(shapes, frame.geometry, strict=True))


def test_any_path_is_read_and_nothing_is_left_beside_it(copy: Path) -> None:
    assert len(read_geometries(copy, "towns_1000", "town_code")[0]) == 368
    assert list(copy.parent.iterdir()) == [copy]


def test_unknown_layer_is_named(copy: Path) -> None:
    with pytest.raises(DataSetError, match="has no layer towns_7"):
        read_geometries(copy, "towns_7", "town_code")


@pytest.mark.parametrize("content", [b"", b"no database at all", REAL.read_bytes()[:200_000]])
def test_a_file_that_is_no_whole_database_is_named(copy: Path, content: bytes) -> None:
    copy.write_bytes(content)
    with pytest.raises(DataSetError) as caught:
        read_geometries(copy, "towns_0", "town_code")
    assert str(copy) in str(caught.value)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataSetError, match=r"absent\.gpkg"):
        read_geometries(tmp_path / "absent.gpkg", "towns_0", "town_code")
    assert list(tmp_path.iterdir()) == []


def test_a_layer_in_degrees_is_refused(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE gpkg_geometry_columns SET srs_id = 4326 WHERE table_name = 'towns_1000'")
        connection.commit()
    with pytest.raises(DataSetError, match="layer towns_1000 cannot be read"):
        read_geometries(copy, "towns_1000", "town_code")
    assert len(read_geometries(copy, "towns_500", "town_code")[0]) == 368


@pytest.mark.parametrize("blob", [b"", b"GP", b"XX\x00\x01" + bytes(40), b"GP\x00\x0f" + bytes(40), None])
def test_a_broken_geometry_is_a_sentence(copy: Path, blob: bytes | None) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        column = connection.execute(
            "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = 'towns_1000'"
        ).fetchone()[0]
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')  # they call functions that plain SQLite does not have
        connection.execute(f"UPDATE towns_1000 SET {column} = ? WHERE fid = 5", (blob,))
        connection.commit()
    with pytest.raises(DataSetError, match="layer towns_1000 cannot be read"):
        read_geometries(copy, "towns_1000", "town_code")
