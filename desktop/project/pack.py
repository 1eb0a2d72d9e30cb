"""A project packed for the archive: its file, maps, tables, and a page that says on which sources everything stands."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from data.files import atomic_write
from data.model import Language
from data.project import Project
from data.project_file.record import ImportRecord
from data.project_file.store import SUFFIX, save_project
from desktop.project.pack_readme import readme, source_table
from maps.export.csv import csv_bytes
from maps.export.file_names import file_name
from maps.export.formats import write_plates
from maps.geometry import Atlas
from maps.page import page_size
from maps.plate import Plate
from maps.texts import Texts
from maps.view import READY_VIEWS, MapView

Told = Callable[[int, int], None]
"""is told how many steps of how many are done; may raise ``maps.display.Cancelled``"""

SHEET, PICTURE = "A4", "1920x1080"
_SITES = frozenset({"ai", "broadband", "telemedicine", "hospital", "digital", "own"})
_DATE = (1980, 1, 1, 0, 0, 0)
"""Of the files in the archive: the same project makes the same archive."""


@dataclass(frozen=True, eq=False)
class ProjectToPack:
    """What goes into the archive."""

    project: Project
    name: str
    language: Language
    """of maps and tables; the page of sources is in both"""
    settings: Mapping[str, Any] = field(default_factory=dict)
    thumbnails: Mapping[str, bytes] = field(default_factory=dict)
    imports: tuple[ImportRecord, ...] = ()
    carry_from: Path | None = None
    """the file whose tables of other programs come along"""


def write_pack(packed: ProjectToPack, atlas: Atlas, out: Path, told: Told = lambda _done, _total: None) -> None:
    """Write the archive, whole or not at all. Raises TargetError, and what ``told`` raises."""
    with atomic_write(out) as beside, tempfile.TemporaryDirectory(prefix="lifecircles-") as folder:
        root = Path(folder)
        made = _make(packed, atlas, root, told)
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in made:
                entry = zipfile.ZipInfo(path.relative_to(root).as_posix(), _DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                with path.open("rb") as source, archive.open(entry, "w") as target:
                    shutil.copyfileobj(source, target)


def _make(packed: ProjectToPack, atlas: Atlas, root: Path, told: Told) -> list[Path]:
    project, texts = packed.project, Texts(packed.language)
    name = file_name(packed.name) or "project"
    views = [view for view in READY_VIEWS.values() if view.name != "scenario" or not project.scenario.is_empty]
    total = 2 * len(views) + 3
    done = 0

    def step() -> None:
        nonlocal done
        told(done, total)
        done += 1

    for part in ("maps", "tables"):
        (root / part).mkdir()
    step()
    made = [root / (name + SUFFIX)]
    carried = packed.carry_from
    save_project(project, made[0], packed.settings, packed.thumbnails, packed.imports, False, carried)
    sheets, pictures = ([_plate(packed, atlas, view, size) for view in views] for size in (SHEET, PICTURE))
    made.append(root / "maps" / f"{name}.pdf")
    write_plates(sheets, "pdf", made[-1], progress=lambda _done: step())
    for view, plate in zip(views, pictures, strict=True):
        made.append(root / "maps" / f"{view.name}.png")
        write_plates([plate], "png", made[-1])
        step()
    made.append(root / "tables" / f"{name}.xlsx")
    write_plates(sheets, "xlsx", made[-1])
    every = replace(READY_VIEWS["overview"], layers=READY_VIEWS["overview"].layers | _shown_layers(project))
    made.append(root / "tables" / "sites.gpkg")
    write_plates([_plate(packed, atlas, every, SHEET)], "gpkg", made[-1])
    table = source_table(project, texts)
    made.append(root / "tables" / "sources.csv")
    made[-1].write_bytes(csv_bytes(table))
    licences = project.embedded.folder / "LICENSES.md"
    if licences.is_file():
        made.append(root / "LICENSES-data.md")
        shutil.copyfile(licences, made[-1])
    made.append(root / "README.txt")
    # The mark at its beginning is that by which older editors on Windows know UTF-8.
    made[-1].write_text(readme(packed.name, project, packed.imports), encoding="utf-8-sig", newline="\r\n")
    told(total, total)
    return made


def _shown_layers(project: Project) -> frozenset[Any]:
    return frozenset(name for name in _SITES if any(site.layer.value == name for site in project.data.sites))


def _plate(packed: ProjectToPack, atlas: Atlas, view: MapView, size: str) -> Plate:
    shown = replace(view, language=packed.language, theme="print" if size == SHEET else "light")
    return Plate(packed.project, shown, atlas, page_size(size), name=view.name)
