"""The build from inputs to set, step by step."""

from __future__ import annotations

import json
from pathlib import Path

from data.build import areas, changes, containment, figures, links, sites, targets
from data.build.checks import SET_MONTH
from data.build.context import Context, Record
from data.build.facts import CORRECTIONS, KEYS, SITE_FILES, Facts
from data.build.faults import Faults
from data.build.geometry import TOPOLOGY, Atlas, read_atlas, write_geopackage
from data.build.sources import COLUMNS as SOURCE_COLUMNS
from data.build.sources import known_sources, sources
from data.build.tables import table
from data.build.writer import MANIFEST, replacing, sha256, write_csv, write_manifest

VERSION = SET_MONTH.replace("-", ".")
"""The version of the set, year and month; the program has its own."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "sources.csv": SOURCE_COLUMNS,
    "counties.csv": ("county_code", "name_zh", "name_en"),
    "towns.csv": (
        "town_code",
        "county_code",
        "name_zh",
        "name_en",
        "lon",
        "lat",
        "rural",
        "rural_basis",
        "indigenous",
        "offshore",
        "landmass",
        "class_source_id",
        "class_note",
    ),
    "circles.csv": ("circle", "name_zh", "name_en", "short_zh", "order", "colour"),
    "definitions.csv": ("definition", "name_zh", "name_en", "source_id", "default"),
    "members.csv": ("definition", "circle", "area", "assumption", "source_id", "source_location", "note"),
    "profiles.csv": ("circle", "aspect", "text_zh", "text_en", "source_id", "source_location"),
    "variables.csv": (
        "variable",
        "name_zh",
        "name_en",
        "unit",
        "base",
        "definition_zh",
        "definition_en",
        "reporter_zh",
        "reporter_en",
    ),
    "figures.csv": (
        "id",
        "variable",
        "level",
        "area",
        "period",
        "kind",
        "value",
        "bound",
        "series",
        "source_id",
        "source_location",
        "note",
    ),
    "coverage_series.csv": ("series", "variable", "name_zh", "name_en", "period", "note_zh", "note_en"),
    "policy_figures.csv": (
        "id",
        "topic",
        "name_zh",
        "name_en",
        "level",
        "area",
        "period",
        "kind",
        "value",
        "unit",
        "source_id",
        "source_location",
        "note",
    ),
    "targets.csv": targets.SERIES_COLUMNS,
    "target_points.csv": targets.POINT_COLUMNS,
    "ai_sites.csv": (*sites.COMMON, *containment.COLUMNS),
    "broadband_sites.csv": sites.COMMON,
    "digital_sites.csv": sites.COMMON,
    "telemedicine_points.csv": (*sites.COMMON, "partner_hospitals", "partner_basis", "specialties", "network"),
    "hospitals.csv": (*sites.COMMON, "hospital_code", "campus", "emergency_grade", "emergency_beds"),
    "telemedicine_links.csv": ("spoke_id", "hub_id", "source_id"),
    "ids_services.csv": ("town_code", "hospital", "hospital_id", "source_id", "note"),
}
"""The files of the set and their columns, as docs/data.md promises them."""


def build(facts_folder: Path, atlas_path: Path, out: Path, corrections: Path = CORRECTIONS) -> None:
    """Make the whole set in ``out``, or raise BuildError with every fault and leave ``out`` as it was."""
    faults = Faults()
    facts = Facts(facts_folder, faults, corrections)
    atlas = read_atlas(atlas_path)
    context = Context(
        facts,
        faults,
        areas.read_areas(facts, atlas, faults),
        known_sources(facts),
    )
    tables = _tables(context)
    _refuse_duplicate_ids(faults, tables)
    _remark_shared_points(context, tables)
    faults.stop_if_any()
    with replacing(out) as folder:
        for file, columns in COLUMNS.items():
            write_csv(folder / file, columns, tables[file])
        write_geopackage(folder / "boundaries.gpkg", atlas)
        (folder / "CHANGES.md").write_text(changes.text(context), "utf-8", newline="\n")
        inputs = {file: sha256(facts_folder / file) for file in KEYS}
        write_manifest(folder, VERSION, inputs | _atlas_inputs(atlas, atlas_path))


def _atlas_inputs(atlas: Atlas, path: Path) -> dict[str, str]:
    """Name and checksum of the topology; the boundaries of an earlier build hand on what they were made from."""
    if atlas.checksum:
        return {TOPOLOGY: atlas.checksum}
    manifest = path.with_name(MANIFEST)
    inputs = json.loads(manifest.read_text("utf-8"))["inputs"] if manifest.is_file() else {}
    return {name: checksum for name, checksum in inputs.items() if name not in KEYS}


def _tables(context: Context) -> dict[str, list[Record]]:
    definitions = areas.definitions(context)
    telemedicine = sites.telemedicine(context)
    hospitals = sites.hospitals(context)
    figure_records = figures.figures(context)
    policy_figures = figures.policy_figures(context)
    target_series, target_points = targets.targets(context, figure_records, policy_figures)
    return {
        "sources.csv": sources(context),
        "counties.csv": areas.counties(context),
        "towns.csv": areas.towns(context),
        "circles.csv": areas.circles(context),
        "definitions.csv": definitions,
        "members.csv": areas.members(context, [record["definition"] for record in definitions]),
        "profiles.csv": areas.profiles(context),
        "variables.csv": figures.variables(figure_records),
        "figures.csv": figure_records,
        "coverage_series.csv": table("series.csv"),
        "policy_figures.csv": policy_figures,
        "targets.csv": target_series,
        "target_points.csv": target_points,
        "ai_sites.csv": containment.with_containment(context, sites.simple_sites(context, "ai_sites.csv")),
        "broadband_sites.csv": sites.simple_sites(context, "broadband_sites.csv"),
        "digital_sites.csv": sites.simple_sites(context, "digital_sites.csv"),
        "telemedicine_points.csv": telemedicine,
        "hospitals.csv": hospitals,
        "telemedicine_links.csv": links.telemedicine_links(context, telemedicine),
        "ids_services.csv": links.ids_services(context, hospitals),
    }


def _remark_shared_points(context: Context, tables: dict[str, list[Record]]) -> None:
    """Two sites of one file at the very same coordinates may be one site, or one may carry the place of the other."""
    for file in (*SITE_FILES, "hospitals.csv"):
        seen: dict[tuple[str, str], str] = {}
        for record in tables[file]:
            point = record["lon"], record["lat"]
            if record["precision"] == "site" and point in seen:
                context.remark(
                    "Sites at one point",
                    f"`{file}` {record['id']} {record['name_zh']}: at the coordinates of {seen[point]}; both kept.",
                )
            seen.setdefault(point, f"{record['id']} {record['name_zh']}")


def _refuse_duplicate_ids(faults: Faults, tables: dict[str, list[Record]]) -> None:
    """Ids of sites are one name space: a site is found by its id alone."""
    seen: dict[str, str] = {}
    for file in (*SITE_FILES, "hospitals.csv"):
        for record in tables[file]:
            other = seen.get(record["id"])
            if other is not None and (other != file or file not in SITE_FILES):  # the facts refuse twins in a site file
                faults.add(file, 0, f"duplicate id {record['id']} (also in {other})")
            seen[record["id"]] = file
