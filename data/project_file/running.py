"""Which programs are still running: by a lock that the system takes away with the process, and by the process id."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import IO

_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


def hold(path: Path) -> IO[bytes] | None:
    """Make a file and hold it for as long as it stays open; None where somebody holds it, in this process or another.

    Raises OSError where the file cannot be made, or where the file system knows no locks.
    """
    file = path.open("ab")
    try:
        _lock(file)
    except OSError as error:
        file.close()
        if error.errno in _HELD:
            return None
        raise
    return file


def is_held(path: Path, pid: int) -> bool:
    """Tell whether a program holds a file. Where locks are unknown, that is whether process ``pid`` is running."""
    if not path.exists():
        return False
    try:
        file = hold(path)
    except OSError:
        return is_running(pid)
    if file is None:
        return True
    file.close()
    return False


def is_running(pid: int) -> bool:
    """Tell whether a process of this machine is running, under whatever user."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is there, and somebody else's
        return True
    except OverflowError:
        return False
    return True


if sys.platform == "win32":
    import ctypes
    import msvcrt

    _QUERY_LIMITED_INFORMATION, _STILL_ACTIVE = 0x1000, 259

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _is_running_on_windows(pid: int) -> bool:
        # os.kill(pid, 0) would send Ctrl+C here
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, pid)
        if not handle:
            return False
        with contextlib.ExitStack() as stack:
            stack.callback(kernel.CloseHandle, handle)
            code = ctypes.c_ulong()
            return bool(kernel.GetExitCodeProcess(handle, ctypes.byref(code))) and code.value == _STILL_ACTIVE

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
