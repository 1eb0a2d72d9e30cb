"""The scenes as lines of a list: those of folded sections left out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from data.scene import Scene
from data.scene_order import Scenes, group, numbers
from desktop import words
from desktop.briefing.scenes_commands import SceneCommands
from desktop.briefing.scenes_looks import Look, SceneLooks
from desktop.briefing.scenes_words import kind_word, title_of
from desktop.session import Session
from desktop.widgets import text_tip

SCENE, LOOK, NUMBER, FOLDED = (Qt.ItemDataRole.UserRole + number for number in range(4))
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class SceneModel(QAbstractListModel):
    """Follows the session. Where the same scenes stand in the same order, lines are written anew, not made anew."""

    def __init__(self, session: Session, commands: SceneCommands, looks: SceneLooks) -> None:
        super().__init__()
        self._session, self._commands, self._looks = session, commands, looks
        self._folded: frozenset[str] = frozenset()
        self._lines: Scenes = ()
        self._numbers = numbers(())
        looks.made.connect(self._renew_line)
        self.refresh()

    @property
    def lines(self) -> Scenes:
        """The scenes that have a line."""
        return self._lines

    def row(self, scene_id: str) -> int:
        """Return the line of a scene, -1 where it has none."""
        return next((row for row, scene in enumerate(self._lines) if scene.id == scene_id), -1)

    def fold(self, scene_id: str, folded: bool) -> None:
        """Hide or show what belongs to a section."""
        self._folded = self._folded | {scene_id} if folded else self._folded - {scene_id}
        self.refresh()

    def reveal(self, ids: tuple[str, ...]) -> None:
        """Open the sections that hold any of these scenes."""
        scenes = self._commands.scenes
        for at, scene in enumerate(scenes):
            if scene.id in self._folded and any(scenes[one].id in ids for one in group(scenes, at)[1:]):
                self._folded -= {scene.id}
        self.refresh()

    def refresh(self) -> None:
        """Follow the scenes of the session."""
        scenes = self._commands.scenes
        inside = {
            scenes[one].id
            for at, scene in enumerate(scenes)
            if scene.id in self._folded
            for one in group(scenes, at)[1:]
        }
        lines = tuple(scene for scene in scenes if scene.id not in inside)
        self._numbers = numbers(scenes)
        if [scene.id for scene in lines] == [scene.id for scene in self._lines]:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def _renew_line(self, scene_id: str) -> None:
        row = self.row(scene_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    # --- what Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        scene = self._lines[index.row()]
        look = self._looks.look(scene.id)
        if role == SCENE:
            return scene
        if role == LOOK:
            return look
        if role == NUMBER:
            return self._numbers.get(scene.id, 0)
        if role == FOLDED:
            return scene.id in self._folded
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(scene, look, self._session.texts)
        if role == Qt.ItemDataRole.EditRole:
            return scene.title.en if self._session.language == "en" else scene.title.zh
        if role == Qt.ItemDataRole.ToolTipRole:
            return text_tip("\n".join(self._said(scene, look)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join(self._said(scene, look, spoken=True))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        said = str(value).strip()
        if said != self.data(index, Qt.ItemDataRole.EditRole):
            self._commands.write(self._lines[index.row()].id, "title", self._session.language, said)
        return True

    def _said(self, scene: Scene, look: Look | None, spoken: bool = False) -> list[str]:
        """Return what a line says: for the tooltip, or in words alone all that is otherwise seen."""
        texts = self._session.texts
        said = [title_of(scene, look, texts)]
        if spoken:
            number = self._numbers.get(scene.id)
            said[:0] = [kind_word(texts, scene.kind)] if number is None else [f"{number}", kind_word(texts, scene.kind)]
            if scene.id in self._folded:
                said.append(texts.translate("Scenes", "folded"))
        if look is not None and look.message:
            said.append(look.message)
        if scene.hidden:
            said.append(texts.translate("Scenes", "Hidden: left out of the show"))
        if scene.ink:
            said.append(texts.translate("Scenes", "Lines drawn on it: {count}").format(count=len(scene.ink)))
        if look is not None:
            said += [words.error(texts, fault) for fault in look.missing]
        return said
