"""What project files are called. Whoever needs no more than that need not wait for what reads and writes them."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".lifecircles.gpkg"


def with_suffix(path: Path) -> Path:
    """Return a path that the user named, with SUFFIX where it has no suffix of a GeoPackage."""
    return path if path.name.lower().endswith(".gpkg") else path.with_name(path.name + SUFFIX)


def format_backup_path(path: Path, format_number: int) -> Path:
    """Return where the last version of an older format lies."""
    return path.with_name(f"{path.name}.v{format_number}.bak")


def followed(path: Path) -> Path:
    """Return the file that a symbolic link leads to, so that saving leaves the link; every other path as it is."""
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError):  # a ring of links
        return path
