"""Workbooks: typed cells, no formulas, names that Excel accepts, the same bytes for the same plates."""

import re
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell

from data.errors import TargetError
from data.model import Name, Place
from data.project import Project
from maps.display import Cancelled
from maps.export.formats import write_plates
from maps.export.series import Series, plates_of
from maps.export.shown import shown
from maps.geometry import Atlas
from maps.page import page_size
from maps.plate import Plate
from maps.view import READY_VIEWS

VIEW = replace(READY_VIEWS["broadband"], level="county")


@pytest.fixture(scope="module")
def plate(project, atlas):
    return Plate(project, VIEW, atlas, page_size("A4"))


@pytest.fixture(scope="module")
def book(plate, tmp_path_factory):
    target = tmp_path_factory.mktemp("book") / "表.xlsx"
    write_plates([plate], "xlsx", target)
    return load_workbook(target)


def parts(path):
    """Return every part of the package as text."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def test_a_sheet_for_every_table_with_frozen_head_and_filter(book, plate):
    tables = shown(plate).tables
    assert len(book.worksheets) == len(tables)
    for sheet, table in zip(book.worksheets, tables, strict=True):
        assert sheet.max_row == len(table.rows) + 1
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions


def test_numbers_are_numbers_with_the_decimals_of_the_indicator(book, plate):
    table = shown(plate).values
    heads = [cell.value for cell in book.worksheets[0][1]]
    at = [column.title for column in table.for_people()].index(
        next(column.title for column in table.columns if column.id == "coverage_5g")
    )
    cells: list[Cell] = [row[at] for row in book.worksheets[0].iter_rows(min_row=2)]
    assert heads[at].endswith("(%)")
    assert [cell.value for cell in cells] == pytest.approx(table.column("coverage_5g"), abs=1e-9)
    assert {cell.number_format for cell in cells} == {"#,##0.0"}
    assert {cell.data_type for cell in cells} == {"n"}


def test_columns_are_wide_enough_for_ideographs(book):
    sheet = book.worksheets[0]
    widest = max(len(str(cell.value)) for cell in sheet["B"][1:])
    assert 2 * widest <= sheet.column_dimensions["B"].width <= 60


HOSTILE = ("=1+1", "+cmd|x", "-1", "@SUM(1)", "＝1", "\x00a\x07", "\ud800", "a" * 40_000, "<b>&</b>", "[x]:*?/\\'")


def test_names_of_users_become_neither_formulas_nor_damage(project, tmp_path):
    """Every circle gets a hostile name; the workbook opens and holds no formula."""
    data = project.data
    ids = project.definition.circles
    for start in (0, 5):
        names = HOSTILE[start : start + 5]
        circles = dict(data.circles) | {
            circle: replace(data.circles[circle], name=Name(name, name))
            for circle, name in zip(ids, names, strict=False)
        }
        of = Project.start(replace(data, circles=circles))
        target = tmp_path / f"hostile{start}.xlsx"
        view = replace(VIEW, level="circle", focus=Place("circle", ids[0]))
        write_plates([Plate(of, view, Atlas(of.data), page_size("A4"), name=names[0])] * 2, "xlsx", target)
        texts = parts(target)
        assert not [name for name, text in texts.items() if "<f>" in text or "<f " in text]
        book = load_workbook(target)
        assert all(0 < len(name) <= 31 and not re.search(r"[\\/*?:\[\]]", name) for name in book.sheetnames)
        assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
        quoted = [cell for cell in cells if cell.value[0] in "=+-@"]
        assert all(cell.data_type == "s" and cell.quotePrefix for cell in quoted)
        assert bool(quoted) is (start == 0)
        assert max(len(cell.value) for cell in cells) <= 32_767


def test_several_plates_have_a_sheet_each_and_share_the_rest(project, atlas, tmp_path):
    circles = ("east", "south", "islands")
    plates = [
        Plate(project, replace(VIEW, focus=Place("circle", name)), atlas, page_size("A4"), name=name)
        for name in circles
    ]
    target = tmp_path / "series.xlsx"
    contents = replace(plates[0], heading="Contents", lines=(("a", "1"),), name="contents")
    write_plates([contents, *plates], "xlsx", target)
    book = load_workbook(target)
    assert tuple(book.sheetnames[:3]) == circles
    assert [book[name].max_row - 1 for name in circles] == [4, 5, 3]
    assert len(book.sheetnames) == len(set(book.sheetnames))
    sites = next(sheet for sheet in book if sheet.title.startswith(("Sites", "據點")))
    ids = [cell.value for cell in sites["B"][1:]]
    assert len(ids) == len(set(ids))
    assert {cell.value for cell in sites["A"][1:]} == {"east", "south", "islands", "east; south"}
    sources = book.worksheets[-2]
    listed = [cell.value for cell in sources["A"][1:]]
    assert len(listed) == len(set(listed))
    assert len(listed) > 20
    columns = [cell.value for cell in sources[1]]
    used = {row[0].value: row[columns.index("用於")].value.split("; ") for row in sources.iter_rows(min_row=2)}
    assert all(len(one) == len(set(one)) for one in used.values())
    assert max(map(len, used.values())) > 1
    about = book.worksheets[-1]
    assert {cell.value for cell in about["A"][1:]} == set(circles)


def test_the_same_plate_is_the_same_file(plate, tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        write_plates([plate], "xlsx", tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


@pytest.mark.parametrize("format_id", ["xlsx", "csv", "gpkg", "geojson", "pptx"])
def test_what_is_cancelled_or_cannot_be_written_leaves_nothing(plate, tmp_path, format_id):
    def stop(_done):
        raise Cancelled

    target = tmp_path / f"kept.{format_id}"
    target.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_plates([plate], format_id, target, progress=stop)
    with pytest.raises(TargetError, match="nowhere"):
        write_plates([plate], format_id, tmp_path / "nowhere" / "x", progress=lambda _done: None)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert target.read_bytes() == b"old"


def test_what_a_scenario_takes_away_says_from_which_page(supposed, atlas, tmp_path):
    """The baseline has the site that the scenario has removed."""
    view = replace(READY_VIEWS["scenario"], side="baseline")
    plates = plates_of(Plate(supposed, view, atlas, page_size("A4")), Series("scenario"))
    write_plates(plates, "xlsx", tmp_path / "series.xlsx")
    book = load_workbook(tmp_path / "series.xlsx")
    tables = [sheet for sheet in book if sheet.title.startswith(("Sites", "據點"))]
    pages = [row[0] for sheet in tables for row in sheet.iter_rows(min_row=2, values_only=True) if "tele-022" in row]
    assert sorted(pages) == ["baseline", "東部三點-scenario; 東部三點-difference"]
