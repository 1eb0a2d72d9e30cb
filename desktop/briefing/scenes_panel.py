"""The scenes beside the map: their list with its buttons, and below it the texts of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import appearance
from desktop.actions import ACTIONS
from desktop.briefing.scenes_commands import SceneCommands
from desktop.briefing.scenes_form import SceneForm
from desktop.briefing.scenes_icons import icon
from desktop.briefing.scenes_list import SceneListView
from desktop.briefing.scenes_looks import SceneLooks
from desktop.briefing.scenes_model import SceneModel
from desktop.press import Press
from desktop.session import Session
from desktop.widgets import muted, named

_NEW = ("scene_title", "scene_section", "scene_closing")
_FILE = ("scenes_ready", "scenes_open", "scenes_save", "scenes_save_as")
_TOOLS = ("scene_go", "scene_update", "scene_duplicate", "scene_up", "scene_down", "scene_hide", "scene_delete")
_CONTEXT: tuple[tuple[str, ...], ...] = (
    ("scene_go", "present_here"),
    ("scene_rename", "scene_update", "scene_duplicate"),
    ("scene_up", "scene_down", "scene_hide", "scene_wipe"),
    ("scene_delete",),
    ("scene_capture",),
)
_TOOL_WIDTH = 31
"""Pixels: seven of them fit into the narrowest dock."""
_LIST_SHARE = 50
"""Percent of the height that the list takes at first."""
_REST_MS = 60
"""Rest after a change before looks are made anew: changes that come together are made once."""


class ScenesPanel(QWidget):
    """Every button stands for an action of the window, which says whether it can do something."""

    def __init__(self, session: Session, commands: SceneCommands, actions: Mapping[str, QAction], press: Press) -> None:
        super().__init__()
        named(self, "panel").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._commands, self._actions = session, commands, actions
        self.looks = SceneLooks(press, self)
        self._model = SceneModel(session, commands, self.looks)
        self.list = SceneListView(self._model, commands)
        self.form = SceneForm(session, commands, self.looks)
        self.new, self.file = (named(QToolButton(), "quiet") for _ in range(2))
        self.capture = named(QToolButton(), "quiet")
        self.tools = {name: named(QToolButton(), "corner") for name in _TOOLS}
        self._empty = QWidget()
        self._sentence = muted(wrapped=True)
        self.first_capture, self.first_ready = QPushButton(), QPushButton()
        self._pages = QStackedWidget()
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._want)
        self.setFocusProxy(self.list)
        self._lay_out()
        self._connect()
        self.retranslate()

    def close_workers(self) -> None:
        """Wait for the picture being made, so that no thread outlives the window."""
        self._timer.stop()
        self.looks.close()

    def is_ready(self) -> bool:
        """Tell whether titles and pictures of all scenes are there."""
        return not self._timer.isActive() and self.looks.is_ready()

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        self.capture.setText(texts.translate("Scenes", "Capture"))
        self.new.setText(texts.translate("Scenes", "New"))
        self.file.setText(texts.translate("Scenes", "File"))
        self.new.setAccessibleName(texts.translate("Scenes", "New scene"))
        self.file.setAccessibleName(texts.translate("Scenes", "File of the scenes"))
        self.capture.setAccessibleName(texts.translate("Scenes", "Capture the present view as a scene"))
        self.capture.setToolTip(self._actions["scene_capture"].toolTip())
        for name, button in self.tools.items():
            button.setToolTip(self._actions[name].toolTip())
            button.setAccessibleName(self._actions[name].iconText())
        self.list.setAccessibleName(texts.translate("Scenes", "Scenes of the briefing"))
        self._sentence.setText(
            texts.translate(
                "Scenes",
                "A briefing is a row of scenes, each a view of the map with a title and notes. "
                "Keep what you see now as the first one, or begin with the ready briefing and change it.",
            )
        )
        self.first_capture.setText(texts.translate("Scenes", "Capture this view"))
        self.first_ready.setText(texts.translate("Scenes", "Ready briefing"))
        self.form.retranslate()
        self._model.refresh()
        self._follow()

    def _follow(self) -> None:
        """Follow the scenes of the session."""
        self._model.refresh()
        self._pages.setCurrentIndex(0 if self._commands.scenes else 1)
        # Hiding what has the keyboard would hand it to anybody.
        if not self._commands.scenes and self.list.hasFocus():
            self.first_capture.setFocus()
        self.form.refresh()
        self._timer.start()

    def _want(self) -> None:
        if self.isVisible():
            session = self._session
            self.looks.want(session.project, session.language, self.devicePixelRatioF(), self.list.seen())

    def _draw_icons(self) -> None:
        own = appearance.colours(self._session.view.theme)
        for name, button in self.tools.items():
            button.setIcon(icon(name, own.text, own.disabled))

    def _enable(self) -> None:
        for name, button in self.tools.items():
            button.setEnabled(self._actions[name].isEnabled())

    def _menu(self, *groups: tuple[str, ...]) -> QMenu:
        menu = QMenu(self)
        for number, names in enumerate(groups):
            if number:
                menu.addSeparator()
            menu.addActions([self._actions[name] for name in names])
        return menu

    def _open_context(self, point: QPoint) -> None:
        menu = self._menu(*_CONTEXT)
        new = menu.addMenu(self._session.texts.translate("Menu", "&New scene"))
        new.addActions([self._actions[name] for name in _NEW])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(point))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def _lay_out(self) -> None:
        popup = QToolButton.ToolButtonPopupMode.InstantPopup
        for button, names in ((self.new, (_NEW,)), (self.file, (_FILE[:1], _FILE[1:]))):
            button.setPopupMode(popup)
            button.setMenu(self._menu(*names))
        first, second = QHBoxLayout(), QHBoxLayout()
        for button in (self.capture, self.new, self.file):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            first.addWidget(button)
        first.addStretch(1)
        first.setContentsMargins(8, 6, 8, 0)
        second.setContentsMargins(6, 0, 6, 2)
        second.setSpacing(0)
        for button in self.tools.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setIconSize(QSize(16, 16))
            button.setFixedWidth(_TOOL_WIDTH)
            second.addWidget(button)
        second.addStretch(1)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addLayout(second)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        column.addWidget(self._pages, 1)
        empty = QVBoxLayout(self._empty)
        for widget in (self._sentence, self.first_capture, self.first_ready):
            empty.addWidget(widget)
        empty.addStretch(1)
        below = QScrollArea()
        below.setWidgetResizable(True)
        below.setFrameShape(QFrame.Shape.NoFrame)
        below.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        below.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below.setWidget(self.form)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(shown)
        split.addWidget(below)
        split.setSizes([_LIST_SHARE, 100 - _LIST_SHARE])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def _connect(self) -> None:
        session, actions = self._session, self._actions
        self.capture.clicked.connect(actions["scene_capture"].trigger)
        self.first_capture.clicked.connect(actions["scene_capture"].trigger)
        self.first_ready.clicked.connect(actions["scenes_ready"].trigger)
        for name, button in self.tools.items():
            button.clicked.connect(actions[name].trigger)
            actions[name].enabledChanged.connect(button.setEnabled)
        for spec in ACTIONS:
            if spec.list_shortcuts:
                key = QAction(self.list)
                key.setShortcuts([QKeySequence(text) for text in spec.list_shortcuts])
                key.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                key.triggered.connect(actions[spec.id].trigger)
                self.list.addAction(key)
        self.list.doubleClicked.connect(lambda _index: actions["scene_go"].trigger())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_context)
        self.list.looked.connect(self._timer.start)
        session.scenes_changed.connect(self._follow)
        for signal in (session.project_changed, session.index_changed):
            signal.connect(self._timer.start)
        session.language_changed.connect(self.retranslate)
        session.theme_changed.connect(self._draw_icons)
        self._draw_icons()
        self._enable()
