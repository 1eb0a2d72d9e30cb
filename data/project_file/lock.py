"""Who has a project open: a small file beside it, so that two people or two windows know of each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Held:
    """Somebody else has the project open."""

    user: str
    host: str
    pid: int
    refreshed: str
    """ISO 8601 with zone"""


@dataclass(frozen=True)
class Unlocked:
    """The folder takes no lock: the project can be opened, and nobody will know."""

    reason: str
    """of the system"""


class Lock:
    """The lock of one window on one project."""

    @classmethod
    def take(cls, path: Path, who: str, force: bool = False) -> Lock | Held | Unlocked:
        """Lock the project at ``path`` for the user ``who``; ``force`` takes it from whoever has it."""
        raise NotImplementedError

    def refresh(self) -> bool:
        """Say that the project is still open, every minute or two; False where the lock is somebody else's by now.

        True where the folder cannot be reached: it is tried again.
        """
        raise NotImplementedError

    def release(self) -> None:
        """Give the project free."""
        raise NotImplementedError


def lock_path(path: Path) -> Path:
    """Return where the lock of a project lies."""
    return path.with_name(f".~lock.{path.name}#")
