"""Who has a project open: a small file beside it, so that two people or two windows know of each other."""

from __future__ import annotations

import json
import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.json_file import is_text
from data.project_file.names import followed
from data.project_file.running import is_running

STALE = timedelta(minutes=10)
"""Shorter: a machine that sleeps for a moment loses its lock. Longer: after a crash elsewhere people wait in vain."""
REFRESH_SECONDS = 60
"""Between two signs of life; who sees none for STALE takes the lock for left behind."""
_LARGEST = 10_000
_LONGEST = 100  # characters of a name


@dataclass(frozen=True)
class Held:
    """Somebody else has the project open."""

    user: str
    host: str
    pid: int
    taken: str
    refreshed: str
    """when it was opened, and when that was last confirmed; ISO 8601 with zone"""

    @property
    def is_here(self) -> bool:
        """Whether it is another window on this machine."""
        return self.host == socket.gethostname()


@dataclass(frozen=True)
class Unlocked:
    """The folder takes no lock: the project can be opened, and nobody will know."""

    reason: str
    """of the system"""


class Lock:
    """The lock of one window on one project; ``take`` makes it."""

    def __init__(self, path: Path, who: str, instead_of: Held | None) -> None:
        self.path = path
        """of the lock file"""
        self.instead_of = instead_of
        """whose lock was there and had been left behind, or was taken by force; None where there was none"""
        self._who = who
        self._token = secrets.token_hex(8)
        self._taken = _now()

    @classmethod
    def take(cls, path: Path, who: str, force: bool = False) -> Lock | Held | Unlocked:
        """Lock the project at ``path`` for the user ``who``; ``force`` takes it from whoever has it.

        A lock that was left behind is taken over: one of a process of this machine that is gone, or one that nobody has
        refreshed for STALE.
        """
        where = lock_path(path)
        try:
            for _ in range(5):  # others take and release it at the same time
                other = _read(where)
                if other is not None and not force and not _is_left_behind(other[0]):
                    return other[0]
                lock = cls(where, who, None if other is None else other[0])
                if other is None:
                    try:
                        lock._create()
                    except FileExistsError:
                        continue
                else:
                    lock._replace()
                if lock._is_ours():
                    return lock
        except OSError as error:
            return Unlocked(error.strerror or type(error).__name__)
        found = _read_quietly(where)
        return found if found is not None else Unlocked("busy")

    def refresh(self) -> bool:
        """Say that the project is still open, every REFRESH_SECONDS; False where the lock is somebody else's by now.

        True where the folder cannot be reached: it is tried again the next time.
        """
        try:
            other = _read(self.path)
            if other is not None and other[1] != self._token:
                return False
            if other is None:
                self._create()
            else:
                self._replace()
        except OSError:
            pass
        return True

    def release(self) -> None:
        """Give the project free; a lock that is somebody else's by now stays."""
        with suppress(OSError):
            if self._is_ours():
                self.path.unlink()

    def _content(self) -> bytes:
        about = {
            "user": self._who[:_LONGEST],
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "token": self._token,
            "taken": self._taken,
            "refreshed": _now(),
        }
        return json.dumps(about).encode()

    def _create(self) -> None:
        """Make the lock file; raise FileExistsError where there is one.

        It is written beside and given its name afterwards, so that nobody ever reads half of it.
        """
        with _beside(self.path, self._token, self._content()) as new:
            try:
                os.link(new, self.path)
            except FileExistsError:
                raise
            except OSError:  # a file system without links
                with self.path.open("xb") as file:
                    file.write(self._content())

    def _replace(self) -> None:
        with _beside(self.path, self._token, self._content()) as new:
            os.replace(new, self.path)

    def _is_ours(self) -> bool:
        found = _read(self.path)
        return found is not None and found[1] == self._token


def lock_path(path: Path) -> Path:
    """Return where the lock of a project lies: one for a file and all symbolic links to it."""
    path = followed(path)
    return path.with_name(f".~lock.{path.name}#")


@contextmanager
def _beside(path: Path, token: str, content: bytes) -> Iterator[Path]:
    """Give a file beside ``path`` that is gone afterwards, unless it was renamed."""
    written = path.with_name(f"{path.name}{token}")
    try:
        written.write_bytes(content)
        yield written
    finally:
        with suppress(OSError):
            written.unlink()


def _read(path: Path) -> tuple[Held, str] | None:
    """Return who has a lock, and its token; None where there is no lock. Raises OSError."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST)
        changed = datetime.fromtimestamp(os.stat(path).st_mtime, UTC).isoformat(timespec="seconds")
    except FileNotFoundError:
        return None
    except (OverflowError, ValueError):
        changed = ""
    try:
        about = json.loads(raw)
    except (ValueError, RecursionError):
        about = None
    if not isinstance(about, dict):
        about = {}

    def text(key: str, usual: str = "") -> str:
        value = about.get(key)
        return " ".join(str(value)[:_LONGEST].split()) if is_text(value) else usual

    pid = about.get("pid")
    return (
        Held(
            text("user", "?"),
            text("host", "?"),
            pid if type(pid) is int else 0,
            text("taken", changed),
            text("refreshed", changed) if _time(about.get("refreshed")) else changed,
        ),
        text("token"),
    )


def _read_quietly(path: Path) -> Held | None:
    try:
        found = _read(path)
    except OSError:
        return None
    return None if found is None else found[0]


def _is_left_behind(held: Held) -> bool:
    if held.is_here and not is_running(held.pid):
        return True
    refreshed = _time(held.refreshed)
    return refreshed is not None and datetime.now(UTC) - refreshed > STALE


def _time(text: object) -> datetime | None:
    """Return a time with its zone, None for everything else."""
    try:
        time = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return time if time is not None and time.tzinfo is not None else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
