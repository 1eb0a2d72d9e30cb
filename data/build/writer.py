"""Writing the set: CSV files, the manifest, the two texts; all of it or nothing."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from data.build.context import Record

MANIFEST = "manifest.json"


def write_csv(path: Path, columns: Sequence[str], records: Sequence[Record]) -> None:
    """Write ``records`` with exactly ``columns``; UTF-8 without BOM, LF."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new folder beside ``folder`` whose files take the place of the old ones when the block ends well.

    The old files stay untouched where the block fails.
    """
    folder.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        yield fresh
        for file in sorted(fresh.iterdir(), key=lambda file: file.name == MANIFEST):
            os.replace(file, folder / file.name)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def sha256(path: Path) -> str:
    """The checksum of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def rows(path: Path) -> int:
    """How many data rows a CSV file has; 0 for other files."""
    if path.suffix != ".csv":
        return 0
    with path.open(encoding="utf-8", newline="") as stream:
        return sum(1 for _ in csv.reader(stream)) - 1


def write_manifest(folder: Path, version: str, inputs: Mapping[str, str]) -> None:
    """Seal ``folder``: version, checksums of the inputs, checksum and row count of every file of the set."""
    files = {
        path.name: {"sha256": sha256(path), "rows": rows(path)}
        for path in sorted(folder.iterdir())
        if path.is_file() and path.suffix in {".csv", ".gpkg"}
    }
    content = {"version": version, "inputs": dict(sorted(inputs.items())), "files": files}
    (folder / MANIFEST).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")


def seal(folder: Path) -> None:
    """Renew the checksums after a file of the set was corrected by hand; version and inputs stay."""
    old = json.loads((folder / MANIFEST).read_text("utf-8"))
    write_manifest(folder, old["version"], old["inputs"])
