"""Starting the program: fonts, data, window; and what happens when something goes wrong on the way."""

from __future__ import annotations

import logging
from pathlib import Path

from data import dataset
from data.errors import UserError
from desktop import appearance, dialogs, settings, words
from desktop.program import application, ended_by_signals, log_unexpected, start_log
from desktop.settings import Settings
from desktop.window import MainWindow
from maps.prepare import prepare
from maps.texts import Texts

_log = logging.getLogger(__name__)


def run(
    argv: list[str],
    folder: Path = dataset.SETS,
    remembered: Settings | None = None,
    project: Path | None = None,
    listed: Path | None = None,
) -> int:
    """Open the window, with a project or the import of a list if one is named; offer what earlier windows left unsaved.

    Return the exit code when it is closed; 1 where the data set in ``folder`` is damaged.
    """
    log_file = start_log()
    app = application(argv)
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
    with ended_by_signals(window.close_for_the_system):
        window.show_first()
        if project is not None:
            window.projects.open_path(project)
        window.projects.recovery.offer()
        if listed is not None:
            window.importing.open(listed)
        return int(app.exec())


def _say_unexpected(window: MainWindow, log_file: Path) -> None:
    """Turn an exception nobody expected into a log entry and one sentence; the program goes on."""

    def say() -> None:
        texts = window.session.texts
        sentence = texts.translate(
            "App", "Something went wrong that should not have; nothing was lost, and {path} has the details."
        ).format(path=log_file)
        window.status.say(sentence)
        window.briefing.tell(sentence)

    log_unexpected(say)
