"""A table for the clipboard: as text between tabs and as HTML, both without formulas."""

from __future__ import annotations

from html import escape

from data.cells import guarded
from maps.export.table import Cell, ShownTable

_TEXT = r"mso-number-format:'\@'"
"""tells Excel that a cell is text, whatever it begins with"""


def as_tsv(table: ShownTable) -> str:
    """Return the table for a spreadsheet: plain numbers between tabs, nothing for what is unknown."""
    columns = table.for_people()
    places = [table.columns.index(column) for column in columns]
    lines = [[_one_line(column.title) for column in columns]]
    lines += [[_plain(row[place]) for place in places] for row in table.rows]
    return "\n".join("\t".join(line) for line in lines) + "\n"


def as_html(table: ShownTable) -> str:
    """Return the table for a document: numbers as they are shown, a dash for what is unknown."""
    columns = table.for_people()
    head = "".join(f"<th>{escape(column.title)}</th>" for column in columns)
    body = "".join(
        "<tr>"
        + "".join(_cell(text, column.decimals is not None) for text, column in zip(row, columns, strict=True))
        + "</tr>"
        for row in table.words(columns)
    )
    return f'<table border="1"><caption>{escape(table.title)}</caption><tr>{head}</tr>{body}</table>'


def _cell(text: str, is_number: bool) -> str:
    style = "text-align:right" if is_number else _TEXT
    return f'<td style="{style}">{escape(text)}</td>'


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(int(cell))
    return guarded(_one_line(cell)) if isinstance(cell, str) else f"{cell:.6f}".rstrip("0").rstrip(".")


def _one_line(text: str) -> str:
    return " ".join(text.split())
