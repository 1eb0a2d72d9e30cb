"""Starting the program: fonts, data, window; and what happens when something goes wrong on the way."""

from __future__ import annotations

import logging
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import FrameType, TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import resources
from data import dataset
from data.errors import UserError
from desktop import appearance, dialogs, settings, words
from desktop.settings import Settings
from desktop.window import MainWindow
from maps.prepare import prepare
from maps.texts import Texts

_log = logging.getLogger(__name__)


def run(argv: list[str], folder: Path = dataset.SETS, remembered: Settings | None = None) -> int:
    """Open the window and return the exit code when it is closed; 1 where the data set in ``folder`` is damaged."""
    log_file = _start_log()
    app = QApplication.instance() or QApplication(["lifecircles", *argv])
    assert isinstance(app, QApplication)
    app.setApplicationName("lifecircles")
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resources.icon_file())))
    remembered = remembered or Settings()
    texts = Texts(remembered.get(settings.LANGUAGE))
    try:
        prepare()
        app.setFont(appearance.font())
        window = MainWindow(dataset.load(folder), remembered)
    except UserError as error:
        _log.exception("could not start")
        dialogs.fault(texts, words.error(texts, error)).exec()
        return error.exit_code
    _say_unexpected(window, log_file)
    with _closed_by_signals(window):
        window.show_first()
        return int(app.exec())


def _start_log() -> Path:
    path = user_log_path("lifecircles", appauthor=False) / "lifecircles.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return path
    logging.basicConfig(handlers=[handler], level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    return path


@contextmanager
def _closed_by_signals(window: MainWindow) -> Iterator[None]:
    """Close the window on Ctrl+C, logging off or ``kill``: it is remembered, and no picture is left half-written.

    Python runs handlers only when Qt gives it a turn, which the byte that Python writes to a socket makes it do. A
    second signal ends the program whatever it is doing.
    """
    ours, pythons = socket.socketpair()
    for end in (ours, pythons):
        end.setblocking(False)
    before = signal.set_wakeup_fd(pythons.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: ours.recv(64))

    def close(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        window.close()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, close)
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        notifier.setEnabled(False)
        ours.close()
        pythons.close()


def _say_unexpected(window: MainWindow, log_file: Path) -> None:
    """Turn an exception nobody expected into a log entry and one sentence; the program goes on."""

    def hook(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        _log.error("unexpected", exc_info=(kind, value, trace))
        texts = window.session.texts
        window.status.say(
            texts.translate(
                "App", "Something went wrong that should not have; nothing was lost, and {path} has the details."
            ).format(path=log_file)
        )

    sys.excepthook = hook
