"""The button that says which screen shows what, and lets it be chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.briefing.screens import Screens
from desktop.briefing.screens_system import Screen
from desktop.widgets import named
from maps.texts import Texts


class ScreensButton(QToolButton):
    """Opens a list of the screens, one part for the audience and one for the console."""

    def __init__(self, screens: Screens, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screens, self._texts = screens, texts
        named(self, "tool")
        self.setText(texts.translate("Console", "Screens"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self.fill)
        screens.changed.connect(self.menu().close)
        self.fill()

    def fill(self) -> None:
        """List the screens as they are now."""
        screens, texts, menu = self._screens, self._texts, self.menu()
        menu.clear()
        self._head(texts.translate("Console", "The audience sees"))
        group = QActionGroup(menu)
        for number, screen in enumerate(screens.all, 1):
            action = self._row(group, number, screen)
            action.setChecked(screen == screens.audience)
            action.triggered.connect(lambda _=False, name=screen.name: screens.choose_audience(name))
        menu.addSeparator()
        self._head(texts.translate("Console", "The console is on"))
        group = QActionGroup(menu)
        if screens.is_alone:
            action = group.addAction(texts.translate("Console", "this screen, in a window over the show"))
            action.setCheckable(True)
            action.setChecked(screens.has_console)
            action.setEnabled(False)
        else:
            for number, screen in enumerate(screens.all, 1):
                action = self._row(group, number, screen)
                action.setChecked(screen == screens.console)
                action.triggered.connect(lambda _=False, name=screen.name: screens.choose_console(name))
        nowhere = group.addAction(texts.translate("Console", "no screen (F6 brings it back)"))
        nowhere.setCheckable(True)
        nowhere.triggered.connect(lambda: screens.toggle_console())
        menu.addActions(group.actions())
        menu.addSeparator()
        swap = menu.addAction(texts.translate("Console", "Swap the two screens"))
        swap.setEnabled(not screens.is_alone)
        swap.triggered.connect(lambda: screens.swap())

    def _head(self, words: str) -> None:
        # A section of a menu loses its words under a style sheet.
        self.menu().addAction(words).setEnabled(False)

    def _row(self, group: QActionGroup, number: int, screen: Screen) -> QAction:
        width, height = screen.pixels
        action = group.addAction(f"{number}  {screen.name}  {width} × {height}")
        action.setCheckable(True)
        self.menu().addAction(action)
        return action
