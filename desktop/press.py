"""Where sheets are laid out and painted for files, previews, printer and clipboard: one at a time."""

from __future__ import annotations

from threading import Lock

from data.dataset import DataSet
from maps.geometry import Atlas


class Press:
    """An atlas apart from the window's map, and the lock under which sheets of it are painted.

    Qt changes a path when it is first painted, so two threads must never paint with the same atlas at once.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self._atlas: Atlas | None = None

    def atlas(self, data: DataSet) -> Atlas:
        """Return the boundaries of a data set; they are read when first painted."""
        self._atlas = Atlas(data) if self._atlas is None else self._atlas.with_data(data)
        return self._atlas
