"""The main window: it puts the panels round the map and carries out the actions. The state is in the session."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QByteArray, QLibraryInfo, Qt, QTimer, QTranslator
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QTabWidget,
    QToolBar,
    QToolButton,
    QToolTip,
    QWidget,
)

from data.balance.evaluate import Side
from data.balance.groups import By
from data.dataset import DataSet
from data.model import Language, Place
from data.search import search
from desktop import appearance, dialogs, last_session, settings, swatches
from desktop.assessment import Assessment
from desktop.briefing.desk import BriefingDesk
from desktop.briefing.scenes_dock import ScenesDock
from desktop.choosers import Choosers
from desktop.definition.desk import DefinitionDesk
from desktop.details_panel import DetailsPanel
from desktop.edit.desk import EditDesk
from desktop.focus_ring import FocusRing
from desktop.hand_over import HandOver
from desktop.hover_card import HoverCard
from desktop.intake.importing import Importing
from desktop.layers_panel import LayersPanel
from desktop.map_canvas import MapCanvas
from desktop.menus import Menus
from desktop.project.desk import ProjectDesk
from desktop.project.dropping import dropped_project
from desktop.project.file_menu import FileMenu
from desktop.project.standing import Standing
from desktop.right_column import RightColumn
from desktop.search_field import SearchField
from desktop.session import Session
from desktop.settings import Settings
from desktop.sight_banner import SightBanner
from desktop.status_line import StatusLine
from desktop.symbology_dock import SymbologyDock
from desktop.widgets import named
from desktop.worker import Workers
from maps.view import Sight, ViewName

_FIRST_SHARE = 0.9
"""Share of a large screen that the first window takes; a screen of up to _SMALL_SCREEN pixels it takes whole."""
_SMALL_SCREEN = 1600
_LEFT_WIDTH, _RIGHT_WIDTH = 246, 404
"""At 1280 pixels these leave 630 for the map; narrower docks wrap every label or hide the third column."""
_RIGHT_SHARE, _RIGHT_MOST = 0.25, 440
"""Share of a wide window that goes to the assessment, and the width beyond which it gains nothing."""
_NARROW = 1150
_RIGHT_SHORTEST = 170
"""What the assessment keeps in the smallest window, which must fit on a screen of 683: 1366 at 200 %."""
_LEFT_LEAST, _RIGHT_LEAST = 232, 320
"""On a screen of 960, which is 1920 at 200 %: one column of the scorecard less, but room for the map."""


class MainWindow(QMainWindow):
    """One window on one project."""

    def __init__(self, data: DataSet, remembered: Settings) -> None:
        super().__init__()
        self._settings = remembered
        self._translator: QTranslator | None = None
        self._extent_pending = True
        self.session = Session(last_session.first_project(data, remembered), last_session.first_view(remembered), self)
        self.workers = Workers(self)
        appearance.apply(_app(), self.session.view.theme)
        self._translate_qt()
        # Before anybody else hears of the new language: the names of keys are Qt's.
        self.session.language_changed.connect(self._translate_qt)

        self.canvas = MapCanvas()
        self.banner = SightBanner(self.session)
        self.status = StatusLine(self.session)
        self.edit = EditDesk(self, self.session, self.canvas, self.status)
        self.setCentralWidget(self.banner.above(self.canvas, self.edit.map.banner))
        self.hand_over = HandOver(self, self.session, self.canvas, self.status)
        self.importing = Importing(self, self.session, self.canvas, self.status, remembered.path.parent)
        self.briefing = BriefingDesk(self, self.session, self.status, remembered)
        self.briefing.hand_out_wanted.connect(self.hand_over.open_handout)
        self.definitions = DefinitionDesk(self.session, self)
        self.tabs = Assessment(self.session, self.workers, self.canvas)
        self.scenes = ScenesDock(self, self.session, self.canvas, self.tabs, self.briefing, self.workers, self.status)
        standing = Standing(
            self, self.session, self.canvas, self.tabs, self.scenes, self.status, self.briefing.press, remembered
        )
        self.projects = ProjectDesk(standing, self.hand_over)
        self.projects.forms_may_leave = self.edit.may_leave
        self.importing.imported.connect(self.projects.record_import)
        self.menus = Menus(self, self.session, self.canvas)
        self.file_menu = FileMenu(self.menus, self.session, self.projects, remembered)
        self.scenes.use(self.menus.actions)
        self.edit.use(self.menus.actions)
        self.layers = LayersPanel(self.session)
        self.scorecard = self.tabs.scorecard
        self.details = DetailsPanel(self.session)
        self.search = SearchField(self.session, self)
        self.choosers = Choosers(self.session)
        self.setStatusBar(self.status)
        self._add_corner()
        self._add_toolbar()
        self._add_docks()
        self._card = HoverCard(self.session, self.canvas)
        self._ring = FocusRing(_app(), self)
        self._connect()
        self._retranslate()
        self._restore()
        self.setAcceptDrops(True)

    def show_first(self) -> None:
        """Show the window as it was left; the first time with as much of the screen as a map needs."""
        fresh = not self._settings.get(settings.GEOMETRY)
        if fresh and self.screen().availableSize().width() <= _SMALL_SCREEN:
            self.showMaximized()
        else:
            self.show()

    def show_view(self, name: ViewName) -> None:
        self.session.show_ready_view(name)

    def set_language(self, language: Language) -> None:
        self.session.set_language(language)

    def toggle_language(self) -> None:
        self.session.set_language("en" if self.session.language == "zh" else "zh")

    def toggle_theme(self) -> None:
        self.session.set_theme("light" if self.session.view.theme == "dark" else "dark")

    def undo(self) -> None:
        change = self.session.history.undo_text()
        self.session.history.undo()
        if change:
            self.status.say(self.session.texts.translate("Window", "Undone: {change}").format(change=change))

    def redo(self) -> None:
        change = self.session.history.redo_text()
        self.session.history.redo()
        if change:
            self.status.say(self.session.texts.translate("Window", "Done again: {change}").format(change=change))

    def show_tab(self, tab_id: str) -> None:
        """Look at a tab of the assessment, and put the keyboard there."""
        self._show_right()
        self.tabs.show_tab(tab_id)
        self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_symbology(self) -> None:
        """Open the panel of the symbology and put the keyboard there, or close it where it is open already."""
        self.symbology.toggle()

    def show_sight(self, sight: Sight) -> None:
        self.session.set_sight(sight)

    def show_side(self, side: Side) -> None:
        self.session.set_side(side)

    def show_level(self, level: By) -> None:
        self.session.set_level(level)

    def toggle_side(self) -> None:
        """Change between the baseline and the scenario."""
        self.session.set_side("scenario" if self.session.view.side == "baseline" else "baseline")

    def find_place(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear_selection(self) -> None:
        self.session.select(None)
        self.session.clear_focus()
        self.details.close_answer()

    def zoom_in(self) -> None:
        self.canvas.zoom_in()

    def zoom_out(self) -> None:
        self.canvas.zoom_out()

    def fit(self) -> None:
        self.canvas.fit()

    def show_shortcuts(self) -> None:
        self._open(dialogs.shortcuts(self.session, self))

    def show_sources(self) -> None:
        self._open(dialogs.sources(self.session, self))

    def show_about(self) -> None:
        self._open(dialogs.about(self.session, self))

    def close_for_the_system(self) -> None:
        """Close without a question, on a signal: what is not saved is offered at the next start."""
        self.projects.leave_unasked()
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_project(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_project(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            # Whoever drags waits until this returns, and there may be something to ask.
            QTimer.singleShot(0, self, lambda: self.projects.open_path(path))

    def closeEvent(self, event: QCloseEvent) -> None:
        asked = (self.edit.may_leave, self.importing.may_leave, self.definitions.may_leave)
        if not (self.projects.is_left_unasked or all(ask() for ask in asked)) or not self.projects.may_close():
            event.ignore()
            return
        self._remember()
        self.canvas.close_workers()
        self.edit.close()
        self.hand_over.close()
        self.importing.close()
        self.briefing.close()
        self.definitions.close()
        self.scenes.close_workers()
        self.projects.close()
        self.workers.close()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        extent = self._settings.get(settings.EXTENT)
        if self._extent_pending and extent is not None:
            self.canvas.set_extent(extent)
        self._extent_pending = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() > event.oldSize().width():
            # The layout gives the new room to the map, when it comes to it.
            QTimer.singleShot(0, self, self._widen_docks)

    def _widen_docks(self) -> None:
        """Give docks that a small window has squeezed a readable width again as soon as there is room."""
        least = {self.left: _LEFT_LEAST, self.right: _RIGHT_LEAST}
        docks = [dock for dock in least if dock.isVisible()]
        widths = [max(dock.width(), least[dock]) for dock in docks]
        squeezed = any(dock.width() < width for dock, width in zip(docks, widths, strict=True))
        if squeezed and sum(widths) + 1.2 * self.canvas.minimumWidth() <= self.width():
            self.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def _add_corner(self) -> None:
        # A menu bar of the desktop's own has no corner for the search field.
        self.menuBar().setNativeMenuBar(False)
        self._corner = corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 2, 8, 2)
        row.addWidget(self.search)
        self.language_button, self.theme_button = named(QToolButton(), "corner"), named(QToolButton(), "corner")
        self.language_button.setText("中/EN")
        self.language_button.clicked.connect(self.toggle_language)
        self.theme_button.clicked.connect(self.toggle_theme)
        for button in (self.language_button, self.theme_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.menuBar().setCornerWidget(corner)

    def _add_toolbar(self) -> None:
        self.toolbar = named(QToolBar(), "views")
        self.toolbar.setMovable(False)
        self.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.menus.fill_toolbar(self.toolbar)
        for button in self.toolbar.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.toolbar.addWidget(space)
        self.toolbar.addWidget(self.choosers)
        self.addToolBar(self.toolbar)

    def _add_docks(self) -> None:
        self.left = named(QDockWidget(), "layers")
        self.left.setWidget(self.layers)
        self.splitter = RightColumn(self.tabs, self.details)
        self.right = named(QDockWidget(), "assessment")
        self.right.setWidget(self.splitter)
        self.splitter.setMinimumWidth(_RIGHT_SHORTEST)
        self.symbology = named(SymbologyDock(self.session), "symbology")
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for dock, area in (
            (self.left, Qt.DockWidgetArea.LeftDockWidgetArea),
            (named(self.scenes, "scenes"), Qt.DockWidgetArea.LeftDockWidgetArea),
            (self.right, Qt.DockWidgetArea.RightDockWidgetArea),
            (self.symbology, Qt.DockWidgetArea.RightDockWidgetArea),
            (self.edit.history, Qt.DockWidgetArea.RightDockWidgetArea),
            (self.edit.table, Qt.DockWidgetArea.BottomDockWidgetArea),
        ):
            dock.setFeatures(
                QDockWidget.DockWidgetFeature.DockWidgetClosable | QDockWidget.DockWidgetFeature.DockWidgetMovable
            )
            sides = Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
            dock.setAllowedAreas(sides if dock is not self.edit.table else Qt.DockWidgetArea.BottomDockWidgetArea)
            self.addDockWidget(area, dock)
            self.menus.menu("panels").addAction(dock.toggleViewAction())
        self.scenes.lie_on(self, self.left)
        self.symbology.lie_on(self, self.right)
        self.edit.history.lie_on(self, self.right)
        self.edit.table.hide()

    def _show_right(self) -> None:
        """Bring the assessment and the details to light, also where another panel lies over them."""
        self.right.show()
        self.right.raise_()

    def _connect(self) -> None:
        session, canvas = self.session, self.canvas
        canvas.hovered.connect(self._hovered)
        canvas.selected.connect(session.select)
        canvas.scale_changed.connect(self.status.show_scale)
        session.view_changed.connect(lambda: canvas.set_view(session.view))
        for changed in (session.project_changed, session.index_changed):
            changed.connect(lambda: canvas.set_project(session.project, session.view))
        session.explanation_requested.connect(self.details.explain)
        session.explanation_requested.connect(lambda *_: self._show_right())
        session.explanation_requested.connect(lambda *_: self.splitter.make_room())
        self.layers.symbology_requested.connect(self.symbology.open)
        self.details.edit_wanted.connect(self.edit.do)
        self.details.answer_closed.connect(self.splitter.take_back)
        self.tabs.shown.connect(self.menus.refresh)
        session.zoom_requested.connect(self._zoom_to)
        self.search.left.connect(canvas.setFocus)
        canvas.settled.connect(self._get_ready, Qt.ConnectionType.SingleShotConnection)
        session.language_changed.connect(self._retranslate)
        session.theme_changed.connect(self._change_theme)
        canvas.set_project(session.project)
        canvas.set_view(session.view)

    def _retranslate(self) -> None:
        texts = self.session.texts
        QToolTip.hideText()
        self.left.setWindowTitle(texts.translate("Window", "Layers and circles"))
        self.right.setWindowTitle(texts.translate("Window", "Assessment and details"))
        self.canvas.setAccessibleName(texts.translate("Window", "Map of Taiwan"))
        self.language_button.setToolTip(texts.translate("Window", "Switch between Chinese and English"))
        self.theme_button.setToolTip(texts.translate("Window", "Switch between light and dark"))
        for button in (self.language_button, self.theme_button):
            button.setAccessibleName(button.toolTip())
        self._draw_icons()

    def _change_theme(self) -> None:
        appearance.apply(_app(), self.session.view.theme)
        self._draw_icons()

    def _draw_icons(self) -> None:
        self.theme_button.setIcon(swatches.theme_icon(appearance.colours(self.session.view.theme).text))

    def _get_ready(self) -> None:
        """Prepare in the background what the first search would have to wait for, once the first map is shown."""
        data = self.session.project.data
        self.workers.run_task(lambda _task: search(data, "a"), lambda _hits: None, _surprise)

    def _hovered(self, place: Place | None, lon: float, lat: float) -> None:
        self.session.hover(place)
        self.status.show_position(lon, lat)

    def _zoom_to(self, place: Place | None) -> None:
        if place is None:
            self.canvas.fit()
        else:
            self.canvas.zoom_to(place)

    def _translate_qt(self) -> None:
        if self._translator is not None:
            _app().removeTranslator(self._translator)
            self._translator = None
        if self.session.language == "zh":
            translator = QTranslator(self)
            if translator.load("qtbase_zh_TW", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
                _app().installTranslator(translator)
                self._translator = translator

    def _open(self, page: dialogs.Page) -> None:
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.open()

    def _restore(self) -> None:
        room = self.screen().availableSize()
        self.resize(room if room.width() <= _SMALL_SCREEN else room * _FIRST_SHARE)
        widths = dock_widths(self.width())
        self.resizeDocks([self.left, self.right], widths, Qt.Orientation.Horizontal)
        for setting, restore in (
            (settings.GEOMETRY, self.restoreGeometry),
            (settings.STATE, self.restoreState),
        ):
            saved = self._settings.get(setting)
            if saved:
                restore(QByteArray(saved))
        self.scorecard.set_columns(self._settings.get(settings.SCORECARD_COLUMNS))
        self.splitter.set_shares(self._settings.get(settings.SPLIT))
        self.tabs.show_tab(self._settings.get(settings.TAB))
        self.menus.actions["reduce_motion"].setChecked(self._settings.get(settings.REDUCE_MOTION))
        self.scenes.files.start_in(self._settings.get(settings.SCENES_FOLDER))

    def _remember(self) -> None:
        keep = self._settings
        keep.set(settings.GEOMETRY, settings.to_bytes(self.saveGeometry()))
        keep.set(settings.STATE, settings.to_bytes(self.saveState()))
        keep.set(settings.SPLIT, self.splitter.shares())
        keep.set(settings.SCORECARD_COLUMNS, self.scorecard.columns)
        keep.set(settings.TAB, self.tabs.current_tab())
        keep.set(settings.EXTENT, None if self.canvas.is_fitted() else self.canvas.extent())
        keep.set(settings.SCENES_FOLDER, str(self.scenes.files.folder))
        last_session.keep(keep, self.session.project, self.session.view)
        keep.save()


def dock_widths(width: int) -> list[int]:
    """Return the widths of the left and the right dock in a window that was never changed, pixels."""
    if width < _NARROW:
        return [_LEFT_LEAST, _RIGHT_LEAST]
    return [_LEFT_WIDTH, min(max(round(width * _RIGHT_SHARE), _RIGHT_WIDTH), _RIGHT_MOST)]


def _surprise(fault: Exception) -> None:
    raise fault


def _app() -> QApplication:
    return cast(QApplication, QApplication.instance())
