"""The projects that were opened or saved last."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

MOST = 10


def read_paths(text: str) -> tuple[str, ...]:
    """Return the paths of a setting, the latest first. Raises ValueError."""
    paths = json.loads(text)
    if not isinstance(paths, list) or not all(isinstance(path, str) and path for path in paths):
        raise ValueError(text)
    return tuple(paths[:MOST])


def write_paths(paths: tuple[str, ...]) -> str:
    """Return the text of a setting."""
    return json.dumps(list(paths))


def with_path(paths: Iterable[str], path: Path) -> tuple[str, ...]:
    """Return the paths with this one in front."""
    return (str(path), *without_path(paths, path))[:MOST]


def without_path(paths: Iterable[str], path: Path) -> tuple[str, ...]:
    """Return the paths without this one."""
    return tuple(one for one in paths if Path(one) != path)


def labels(paths: Iterable[str]) -> tuple[str, ...]:
    """Return what the menu calls them: their names, with their folders where several have one name."""
    listed = [Path(path) for path in paths]
    names = [path.name for path in listed]
    return tuple(path.name if names.count(path.name) == 1 else f"{path.name}  ({path.parent.name})" for path in listed)
