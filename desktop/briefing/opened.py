"""Shows as the desk and the command line open them."""

from __future__ import annotations

from dataclasses import dataclass

from data.model import Language
from data.project import Project
from desktop import settings
from desktop.briefing.motion import system_is_calm
from desktop.briefing.presenter import Presenter
from desktop.briefing.screens import Screens
from desktop.briefing.screens_system import SystemScreens
from desktop.briefing.show import Show
from desktop.briefing.show_window import ShowWindow
from desktop.press import Press
from desktop.settings import Settings
from maps.view import ThemeName


@dataclass(frozen=True)
class ShowOrder:
    """How a show is wanted."""

    position: int = 0
    """of the first scene, among those that are not hidden"""
    screen: int | None = None
    """number (from 1) of the audience's; None for the one that it had last, or that the main window is not on"""
    desk: str = ""
    """name of the screen that the main window is on"""
    kiosk_seconds: float | None = None
    """how long each scene stays in a kiosk; None for a presenter"""
    theme: ThemeName | None = None
    """of all scenes, instead of their own"""
    cut: bool = False
    """never fly, whatever is set"""
    hint: bool = False
    """say at the start how to end it and where the keys are"""


def open_show(project: Project, language: Language, remembered: Settings, order: ShowOrder, press: Press) -> ShowWindow:
    """Begin a show of the scenes of a project, of which at least one is not hidden. It ends with its window.

    On ``press`` the small pictures of the console are made.
    """
    show = Show(project, press.atlas(project.data), language, theme=order.theme)
    window = ShowWindow(show, order.kiosk_seconds)
    window.set_motion(not (order.cut or remembered.get(settings.REDUCE_MOTION) or system_is_calm()))
    screens = Screens(SystemScreens(window), remembered, order.desk, order.screen)
    presenter = Presenter(window, screens, remembered, press, console=order.kiosk_seconds is None)
    presenter.begin(order.position, hint=order.hint and order.kiosk_seconds is None)
    return window
