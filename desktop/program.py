"""What the window and a show on its own have in common as programs: application, log, signals, unexpected faults."""

from __future__ import annotations

import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import FrameType, TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import resources

_log = logging.getLogger(__name__)


def application(argv: list[str]) -> QApplication:
    """Return the application, made where there is none yet."""
    app = QApplication.instance() or QApplication(["lifecircles", *argv])
    assert isinstance(app, QApplication)
    app.setApplicationName("lifecircles")
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resources.icon_file())))
    return app


def start_log() -> Path:
    """Write what happens to the log file of the user from now on; return its path."""
    path = user_log_path("lifecircles", appauthor=False) / "lifecircles.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return path
    logging.basicConfig(handlers=[handler], level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    return path


@contextmanager
def ended_by_signals(end: Callable[[], object]) -> Iterator[None]:
    """End in order on Ctrl+C, logging off or ``kill``: what is remembered is kept, no file is left half-written.

    Python runs handlers only when Qt gives it a turn, which the byte that Python writes to a socket makes it do. A
    second signal ends the program whatever it is doing.
    """
    ours, pythons = socket.socketpair()
    for one in (ours, pythons):
        one.setblocking(False)
    before = signal.set_wakeup_fd(pythons.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: ours.recv(64))

    def close(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        end()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, close)
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        notifier.setEnabled(False)
        ours.close()
        pythons.close()


def log_unexpected(say: Callable[[], object] = lambda: None) -> None:
    """Write an exception that nobody expected to the log, and say so; the program goes on."""

    def hook(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        _log.error("unexpected", exc_info=(kind, value, trace))
        say()

    sys.excepthook = hook
