"""Files of every format and encoding that planners bring, made from rows of text: for tests of reading and import.

Every function writes ``path`` and returns it. ``rows`` have the header first. Of geodata, the columns ``x`` and ``y``
(positions) become the geometry. Numbers are written as numbers where the format has them and the cell is an int or a
float.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import struct
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import shapefile

Cell = str | int | float | None
Rows = Sequence[Sequence[Cell]]

TEXT_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp950", "big5hkscs")

WKT = {
    4326: 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],'
    'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
    3824: 'GEOGCS["TWD97",DATUM["Taiwan_Datum_1997",SPHEROID["GRS_1980",6378137,298.257222101]],'
    'PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]',
    3826: 'PROJCS["TWD_1997_TM_Taiwan",GEOGCS["GCS_TWD_1997",DATUM["D_TWD_1997",SPHEROID["GRS_1980",6378137.0,'
    '298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
    'PARAMETER["False_Easting",250000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",121.0],'
    'PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
}


def make_csv(
    path: Path, rows: Rows, encoding: str = "utf-8", delimiter: str = ",", end: str = "\r\n", quote_all: bool = False
) -> Path:
    text = io.StringIO()
    quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def make_xlsx(
    path: Path,
    sheets: Mapping[str, Rows],
    merged: Mapping[str, Sequence[str]] | None = None,
    hidden: Sequence[str] = (),
) -> Path:
    """Write sheets by name; ``merged`` names ranges such as A1:D1 by sheet. Cells may be dates or formulas as well."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for area in (merged or {}).get(name, ()):
            sheet.merge_cells(area)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    book.save(path)
    return path


def make_ods(path: Path, sheets: Mapping[str, Rows]) -> Path:
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    }
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in names.items())
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>"
        + "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
        + "</table:table>"
        for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def _ods_cell(value: Cell) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def make_xls(path: Path, sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> Path:
    """Write a workbook of Excel 97 (BIFF8 in a compound file), as in [MS-XLS] and [MS-CFB]: values only, no styles.

    At most 7 MB: longer ones need another table of tables.
    """
    bodies = [_biff_sheet(rows) for rows in sheets.values()]
    bof = _biff(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + _biff(0x42, struct.pack("<H", 1200))
    labels = [_biff_text(name, "<B") for name in sheets]
    position = len(bof) + sum(4 + 6 + len(label) for label in labels) + 4
    heads = []
    for name, label, body in zip(sheets, labels, bodies, strict=True):
        heads.append(_biff(0x85, struct.pack("<IBB", position, name in hidden, 0) + label))
        position += len(body)
    stream = bof + b"".join(heads) + _biff(0x0A, b"") + b"".join(bodies)
    path.write_bytes(_compound({"Workbook": stream}))
    return path


def make_encrypted(path: Path) -> Path:
    """Write what Excel makes of a workbook with a password: a compound file with an encrypted package, empty here."""
    path.write_bytes(_compound({"EncryptedPackage": bytes(5000)}))
    return path


def _biff(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _biff_text(text: str, length: str) -> bytes:
    raw = text.encode("utf-16-le")
    return struct.pack(length, len(raw) // 2) + b"\x01" + raw


def _biff_sheet(rows: Rows) -> bytes:
    content = [_biff(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))]
    width = max(map(len, rows), default=0)
    content.append(_biff(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0)))
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            place = struct.pack("<HHH", number, column, 0)
            if isinstance(value, str) and value:
                content.append(_biff(0x204, place + _biff_text(value, "<H")))
            elif isinstance(value, int | float):
                content.append(_biff(0x203, place + struct.pack("<d", value)))
    content.append(_biff(0x0A, b""))
    return b"".join(content)


def _compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file of streams, each at least 4 096 bytes long, because shorter ones are kept elsewhere."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    bodies = {name: content.ljust(4096, b"\0") for name, content in streams.items()}
    lengths = [-(-len(body) // 512) for body in bodies.values()]
    tables = 1
    while tables * 128 < tables + 1 + sum(lengths):
        tables += 1
    chain = [table] * tables + [end]
    starts = []
    for length in lengths:
        starts.append(len(chain))
        chain += [*range(len(chain) + 1, len(chain) + length), end]
    chain += [free] * (tables * 128 - len(chain))
    entries = [_entry("Root Entry", 5, 1, end, 0)]
    entries += [_entry(name, 2, free, start, len(bodies[name])) for name, start in zip(bodies, starts, strict=True)]
    entries += [_entry("", 0, free, 0, 0)] * (4 - len(entries))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, tables, 0, 4096, end, 0, end, 0)
    difat = [*range(tables)] + [free] * (109 - tables)
    content = header + struct.pack("<109I", *difat) + struct.pack(f"<{len(chain)}I", *chain) + b"".join(entries)
    return content + b"".join(body.ljust(-(-len(body) // 512) * 512, b"\0") for body in bodies.values())


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    free = 0xFFFFFFFF
    raw = name.encode("utf-16-le")
    head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw) + 2 if raw else 0, kind, 1, free, free, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def make_geojson(
    path: Path, rows: Rows, x: int, y: int, crs: int = 0, lines: bool = False, encoding: str = "utf-8"
) -> Path:
    """Write points; ``lines`` puts each feature in a line of its own, ``crs`` states an EPSG code as in 2008."""
    names, *others = rows
    features = [
        {
            "type": "Feature",
            "properties": {str(names[i]): cell for i, cell in enumerate(row) if i not in (x, y)},
            "geometry": {"type": "Point", "coordinates": [float(str(row[x])), float(str(row[y]))]} if row[x] else None,
        }
        for row in others
    ]
    whole: dict[str, object] = {"type": "FeatureCollection", "features": features}
    if crs:
        whole["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{crs}"}}
    texts = [json.dumps(one, ensure_ascii=False) for one in (features if lines else [whole])]
    path.write_bytes("\n".join(texts).encode(encoding))
    return path


def make_json(path: Path, rows: Rows, inside: str = "", encoding: str = "utf-8") -> Path:
    """Write a list of records, as an entry of an object where ``inside`` names one."""
    names, *others = rows
    records = [dict(zip(map(str, names), row, strict=True)) for row in others]
    whole = {"responseCode": "OD-0101-S", inside: records} if inside else records
    path.write_bytes(json.dumps(whole, ensure_ascii=False).encode(encoding))
    return path


def make_gpkg(path: Path, rows: Rows, x: int, y: int, crs: int = 4326, layer: str = "sites", more: str = "") -> Path:
    """Write a layer of points; ``more`` is SQL carried out afterwards (views, triggers)."""
    names, *others = rows
    kept = [i for i in range(len(names)) if i not in (x, y)]
    columns = ", ".join(_quoted(str(names[i])) + " TEXT" for i in kept)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(
            f"""PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;
            CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
                organization_coordsys_id INTEGER, definition TEXT, description TEXT);
            CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT,
                last_change TEXT, min_x REAL, min_y REAL, max_x REAL, max_y REAL, srs_id INTEGER);
            CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT,
                srs_id INTEGER, z INTEGER, m INTEGER);
            INSERT INTO gpkg_spatial_ref_sys VALUES ('own', {crs}, 'EPSG', {crs}, 'undefined', '');
            CREATE TABLE {_quoted(layer)} (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom BLOB, {columns});"""
        )
        connection.execute(
            "INSERT INTO gpkg_contents(table_name, data_type, srs_id) VALUES (?, 'features', ?)", (layer, crs)
        )
        connection.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', ?, 0, 0)", (layer, crs))
        marks = ", ".join("?" for _ in range(len(kept) + 1))
        connection.executemany(
            f"INSERT INTO {_quoted(layer)} VALUES (NULL, {marks})",
            [(_gpkg_point(row[x], row[y], crs), *(row[i] for i in kept)) for row in others],
        )
        connection.executescript(more)
    return path


def _gpkg_point(x: Cell, y: Cell, crs: int) -> bytes | None:
    if x in (None, "") or y in (None, ""):
        return None
    return b"GP\0\x01" + struct.pack("<iBIdd", crs, 1, 1, float(str(x)), float(str(y)))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def make_shp(
    path: Path, rows: Rows, x: int, y: int, crs: int = 0, encoding: str = "utf-8", cpg: str | None = None
) -> Path:
    """Write a shapefile of points; ``cpg`` is what the .cpg says, None for no .cpg; ``crs`` one of WKT or 0."""
    names, *others = rows
    kept = [i for i in range(len(names)) if i not in (x, y)]
    stem = path.with_suffix("")
    with shapefile.Writer(str(stem), shapeType=shapefile.POINT, encoding=encoding) as writer:
        for i in kept:
            writer.field(str(names[i]), "C", 120)
        for row in others:
            if row[x] in (None, ""):
                writer.null()
            else:
                writer.point(float(str(row[x])), float(str(row[y])))
            writer.record(*("" if row[i] is None else str(row[i]) for i in kept))
    stem.with_suffix(".cpg").unlink(missing_ok=True)
    if cpg is not None:
        stem.with_suffix(".cpg").write_text(cpg)
    if crs:
        stem.with_suffix(".prj").write_text(WKT[crs])
    return stem.with_suffix(".shp")


def make_zipped_shp(path: Path, shp: Path, folder: str = "") -> Path:
    """Put a shapefile with all its parts into a zip, in a folder of it (which may be hostile: '../')."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for suffix in (".shp", ".shx", ".dbf", ".prj", ".cpg"):
            part = shp.with_suffix(suffix)
            if part.exists():
                archive.write(part, folder + part.name)
    return path


def make_kml(path: Path, rows: Rows, x: int, y: int, name: int = 0, encoding: str = "utf-8", head: str = "") -> Path:
    """Write placemarks; ``head`` stands before the root element (a document type, for hostile ones)."""
    names, *others = rows
    marks = []
    for row in others:
        data = "".join(
            f"<Data name={quoteattr(str(names[i]))}><value>{escape(str(cell))}</value></Data>"
            for i, cell in enumerate(row)
            if i not in (x, y, name) and cell is not None
        )
        point = f"<Point><coordinates>{row[x]},{row[y]},0</coordinates></Point>" if row[x] else ""
        title = escape(str(row[name]))
        marks.append(f"<Placemark><name>{title}</name><ExtendedData>{data}</ExtendedData>{point}</Placemark>")
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>{head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f"{''.join(marks)}</Document></kml>"
    )
    path.write_bytes(text.encode(encoding))
    return path


def make_kmz(path: Path, kml: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(kml, "doc.kml")
    return path


def make_bomb(path: Path, name: str, megabytes: int) -> Path:
    """Write a zip with one member of so many MB of zeros, a thousandth of it on the disk."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as member,
    ):
        for _ in range(megabytes):
            member.write(bytes(1_000_000))
    return path
