"""The options of ``check`` and ``import`` that say what a table is; they are made at every start."""

from __future__ import annotations

import argparse

from data.intake.plan import CRS, KINDS

OWN = "own:"
LAYERS = (*(kind for kind in KINDS if kind != "own"), f"{OWN}NAME")
LEVELS = ("town", "county", "circle", "class")


def add_reading(command: argparse.ArgumentParser) -> None:
    """Add the options that say what a table is and how to read it."""
    command.add_argument("file", metavar="FILE", help="CSV, XLSX, XLS, ODS, GeoJSON, GeoPackage, Shapefile or KML")
    command.add_argument("--sheet", default="", metavar="NAME", help="the table in the file (default: the likeliest)")
    command.add_argument("--encoding", default="", help="of text (default: as found), such as cp950")
    command.add_argument(
        "--map", action="append", default=[], metavar="FIELD=COLUMN",
        help="which column is what, by its name or its number from 1; may be given again. The fields are name, "
        "address, county, town, x, y, value, period and others; the default is found by names and contents",
    )  # fmt: skip
    command.add_argument("--crs", type=int, choices=CRS, default=0, help="EPSG code of coordinates (default: by range)")
    command.add_argument("--period", default="", help="of figures: 2026-08, 11508 or 民國115年8月 (default: a column)")
    command.add_argument("--variable", default="", metavar="ID", help="what figures measure; with --unit a new one")
    command.add_argument("--unit", default="", help="of a new variable, such as count or percent")
    command.add_argument("--level", choices=LEVELS, default="", help="what areas figures are of (default: as found)")
