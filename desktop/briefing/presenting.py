"""A show as a program of its own."""

from __future__ import annotations

from data.errors import InputError
from data.model import Language
from data.project import Project
from desktop import appearance
from desktop.briefing.opened import ShowOrder, open_show
from desktop.briefing.screens_system import SystemScreens
from desktop.press import Press
from desktop.program import application, ended_by_signals, log_unexpected, start_log
from desktop.settings import Settings
from maps.prepare import prepare
from maps.texts import Texts
from maps.view import ThemeName


def run(
    project: Project,
    language: Language,
    *,
    position: int = 0,
    screen: int | None = None,
    kiosk_seconds: float | None = None,
    theme: ThemeName | None = None,
    cut: bool = False,
    remembered: Settings | None = None,
) -> int:
    """Show the scenes of a project and return the exit code when the show is over.

    Raises InputError for a screen that is not there.
    """
    log_file = start_log()
    log_unexpected()
    app = application([])
    _check(screen)
    prepare()
    app.setFont(appearance.font())
    appearance.apply(app, "light")
    order = ShowOrder(position, screen, "", kiosk_seconds, theme, cut, hint=True)
    window = open_show(project, language, remembered or Settings(), order, Press())
    window.keeps = False
    window.closed.connect(app.quit)
    fault = Texts(language).translate(
        "App", "Something went wrong that should not have; nothing was lost, and {path} has the details."
    )
    log_unexpected(lambda: window.show_state.told.emit(fault.format(path=log_file)))
    with ended_by_signals(window.end):
        code = int(app.exec())
    window.deleteLater()
    return code


def _check(number: int | None) -> None:
    count = len(SystemScreens().screens())
    if number is not None and not 1 <= number <= count:
        raise InputError("There is no screen {number}; there are {count}.", number=number, count=count)
