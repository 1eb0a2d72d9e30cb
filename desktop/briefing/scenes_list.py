"""The list of scenes: chosen with mouse and keyboard, moved by dragging, folded by sections."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDropEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.briefing.scenes_commands import SceneCommands
from desktop.briefing.scenes_model import FOLDED, LOOK, SCENE, SceneModel
from desktop.briefing.scenes_row import SceneRow, fold_mark

_BESIDE = QPoint(-14, -10)
"""Of the picture that is dragged, where the cursor is, logical pixels."""


class SceneListView(QListView):
    """Shows the model, and keeps what is chosen in it and in the commands the same."""

    looked = Signal()
    """other lines came into sight"""

    def __init__(self, model: SceneModel, commands: SceneCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenes, self._commands = model, commands
        self._following = False
        self.setModel(model)
        self.setItemDelegate(SceneRow(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        model.modelReset.connect(self.follow)
        commands.chosen_changed.connect(self.follow)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self.looked.emit())
        self.follow()

    def seen(self) -> frozenset[str]:
        """Return the ids of the scenes whose lines are in sight."""
        room = self.viewport().rect()
        rows = ((self.visualRect(self._scenes.index(row)), scene) for row, scene in enumerate(self._scenes.lines))
        return frozenset(scene.id for rect, scene in rows if rect.intersects(room))

    def rename(self) -> None:
        """Edit the title of the chosen scene in its place."""
        single = self._commands.single
        if single is not None:
            self.edit(self._scenes.index(self._scenes.row(single.id)))

    def follow(self) -> None:
        """Mark what the commands have chosen."""
        chosen = tuple(scene.id for scene in self._commands.chosen)
        if self._following or chosen == self._marked():
            return
        self._following = True
        if any(self._scenes.row(one) < 0 for one in chosen):
            self._scenes.reveal(chosen)
        selection, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        selection.clearSelection()
        for one in chosen:
            selection.select(self._scenes.index(self._scenes.row(one)), flag.Select)
        if chosen:
            first = self._scenes.index(self._scenes.row(chosen[0]))
            selection.setCurrentIndex(first, flag.NoUpdate)
            self.scrollTo(first)
        self._following = False

    def _marked(self) -> tuple[str, ...]:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._scenes.lines[row].id for row in rows)

    def _tell(self) -> None:
        if not self._following:
            self._following = True
            self._commands.choose(self._marked())
            self._following = False

    def _fold(self, index: QModelIndex, folded: bool) -> None:
        scene = index.data(SCENE)
        if folded:  # what would be out of sight is chosen no longer
            self._commands.choose((scene.id,))
        self._scenes.fold(scene.id, folded)
        self.looked.emit()

    # --- hands ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not that of an item view, which puts the cursor on the first line: nobody has chosen it.
        QWidget.focusInEvent(self, event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and index.data(SCENE).kind == "section":
            if event.key() == Qt.Key.Key_Left and not index.data(FOLDED):
                self._fold(index, True)
                return
            if event.key() == Qt.Key.Key_Right and index.data(FOLDED):
                self._fold(index, False)
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        at_mark = index.isValid() and index.data(SCENE).kind == "section"
        if at_mark and fold_mark(self.visualRect(index)).contains(point):
            self._fold(index, not index.data(FOLDED))
        else:
            super().mousePressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the small picture beside the cursor: Qt would lay whole lines over the mark of where they go."""
        indexes = self.selectedIndexes()
        look = indexes[0].data(LOOK) if indexes else None
        drag = QDrag(self)
        drag.setMimeData(self._scenes.mimeData(indexes))
        if look is not None and look.picture is not None:
            drag.setPixmap(QPixmap.fromImage(look.picture))
            drag.setHotSpot(_BESIDE)
        drag.exec(actions, Qt.DropAction.MoveAction)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move what is chosen to where it was let go. Qt would move lines one by one, and know no sections."""
        if event.source() is not self:
            return
        self.move_to(self._line_at(event))
        # Not a move for Qt, which would take the lines away afterwards.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def move_to(self, line: int) -> None:
        """Move what is chosen before a line, or to the end."""
        lines = self._scenes.lines
        before = lines[line].id if line < len(lines) else None
        self._commands.move(tuple(scene.id for scene in self._commands.chosen), before)

    def _line_at(self, event: QDropEvent) -> int:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return len(self._scenes.lines)
        below = point.y() > self.visualRect(index).center().y()
        return index.row() + 1 if below else index.row()
