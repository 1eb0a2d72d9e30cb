"""Files that were cut or changed on their way: every one is read, or refused with a sentence."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from data.errors import UserError
from data.readers.open import FORMATS, SUFFIXES, open_source
from data.readers.sheet import DamagedCells
from tests.data.readers.make_files import (
    Rows,
    make_csv,
    make_geojson,
    make_gpkg,
    make_json,
    make_kml,
    make_kmz,
    make_ods,
    make_shp,
    make_xls,
    make_xlsx,
    make_zipped_shp,
)

ROWS: Rows = [["名稱", "x", "y", "床"], *([f"黃堃診所{n}", f"121.{n}", f"25.{n}", str(n)] for n in range(20))]
MAKERS: dict[str, Callable[[Path], Path]] = {
    "a.csv": lambda path: make_csv(path, ROWS, "big5hkscs"),
    "u.csv": lambda path: make_csv(path, ROWS, "utf-16-le"),
    "a.geojson": lambda path: make_geojson(path, ROWS, 1, 2),
    "l.geojson": lambda path: make_geojson(path, ROWS, 1, 2, lines=True),
    "a.json": lambda path: make_json(path, ROWS, "records"),
    "a.gpkg": lambda path: make_gpkg(path, ROWS, 1, 2),
    "a.shp": lambda path: make_shp(path, ROWS, 1, 2, 3826),
    "a.dbf": lambda path: make_shp(path, ROWS, 1, 2).with_suffix(".dbf"),
    "a.zip": lambda path: make_zipped_shp(path, make_shp(path.with_suffix(".shp"), ROWS, 1, 2)),
    "a.kml": lambda path: make_kml(path, ROWS, 1, 2),
    "a.kmz": lambda path: make_kmz(path, make_kml(path.with_suffix(".kml"), ROWS, 1, 2)),
    "a.xlsx": lambda path: make_xlsx(path, {"a": ROWS}),
    "a.xls": lambda path: make_xls(path, {"a": ROWS}),
    "a.ods": lambda path: make_ods(path, {"a": ROWS}),
}


def hurt(content: bytes, chance: random.Random) -> bytes:
    """Return a file cut at the end, with flipped bits, with a piece missing, or with a number that is huge."""
    raw = bytearray(content)
    place = chance.randrange(len(raw))
    kind = chance.randrange(6)
    if kind == 0:
        del raw[place:]
    elif kind == 1:
        del raw[place : place + chance.randrange(1, 300)]
    elif kind == 2:
        raw[place : place + 4] = chance.choice((b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\0\0\0\0"))
    else:
        for _ in range(chance.choice((1, 1, 4, 30))):
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return bytes(raw)


@pytest.mark.parametrize("name", MAKERS)
def test_is_read_or_refused(tmp_path: Path, name: str) -> None:
    path = MAKERS[name](tmp_path / name)
    whole = path.read_bytes()
    before = sorted(tmp_path.iterdir())
    chance = random.Random(name)
    refused = 0
    for _ in range(12 if name.endswith(("xlsx", "xls", "ods")) else 60):
        path.write_bytes(hurt(whole, chance) or b"?")
        try:
            found = open_source(path)
            for sheet in found.sheets:
                for _, cells in sheet.rows():
                    assert all(type(cell) is str for cell in cells)
                    assert not sheet.fields or len(cells) == len(sheet.fields) or isinstance(cells, DamagedCells)
        except UserError:
            refused += 1
    assert refused
    assert sorted(tmp_path.iterdir()) == before
    path.write_bytes(whole)
    assert len(list(open_source(path).sheets[0].rows())) >= 20


@pytest.mark.parametrize("name", MAKERS)
def test_content_tells_the_format(tmp_path: Path, name: str) -> None:
    """Under another name, or none at all; shapefiles need the names of their parts."""
    path = MAKERS[name](tmp_path / name)
    expected = open_source(path).format
    if name not in ("a.shp", "a.dbf"):
        assert open_source(path.rename(tmp_path / "download.bin")).format == expected
    assert path.suffix == ".dbf" or path.suffix in SUFFIXES


def test_what_no_table_is(tmp_path: Path) -> None:
    for content, said in (
        (b"", "is empty"),
        (b"%PDF-1.7\n", "is a PDF file"),
        (b"<!DOCTYPE html><table>", "is a web page"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', "is a web page or XML"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not a text file"),
        (b"PK\x03\x04" + bytes(200), "damaged or no ZIP"),
        (b"SQLite format 3\0" + bytes(200), "damaged or no GeoPackage"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "damaged or no XLS"),
        (b"\0\0\x27\x0a" + bytes(20), "damaged or no Shapefile"),
        (b"[]", "no records"),
        (b"<kml></kml>", "no placemarks"),
    ):
        (tmp_path / "a.xls").write_bytes(content)
        with pytest.raises(UserError, match=said):
            open_source(tmp_path / "a.xls")
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(UserError, match="cannot be read"):
            open_source(path)


def test_every_format_has_its_own_name() -> None:
    assert len({one.id for one in FORMATS}) == len(FORMATS)
    assert len(set(SUFFIXES)) == len(SUFFIXES)
