"""The strip of all scenes at the foot of the console: where the show is, and a click to go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from data.scene import Scene
from desktop.briefing.show import Show
from maps.texts import Texts

PICTURE = QSize(128, 72)
"""Logical pixels of a thumbnail: sixteen to nine, small enough that nine scenes stand side by side on a small screen."""

_DIMMED = 0.35


class SceneStrip(QListWidget):
    """All scenes in their order; those that the show leaves out are dim, and a click takes them in."""

    chosen = Signal(str)
    """id of the scene that was clicked"""

    def __init__(self, show: Show, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show, self._texts = show, texts
        self._pictures: dict[str, QPixmap] = {}
        self.setAccessibleName(texts.translate("Console", "All scenes"))
        self.setObjectName("strip")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setIconSize(PICTURE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        words = self.fontMetrics().height()
        self.setGridSize(QSize(PICTURE.width() + 12, PICTURE.height() + words + 14))
        self.setFixedHeight(self.gridSize().height() + self.horizontalScrollBar().sizeHint().height() + 6)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        show.scenes_changed.connect(self.fill)
        show.moved.connect(lambda *_: self._mark())
        self.fill()

    def fill(self) -> None:
        """List the scenes anew."""
        self.clear()
        positions = {scene.id: position for position, scene in enumerate(self._show.scenes)}
        for scene in self._show.project.scenes:
            position = positions.get(scene.id)
            item = QListWidgetItem(self._words(scene, position))
            item.setData(Qt.ItemDataRole.UserRole, scene.id)
            item.setToolTip(item.text())
            item.setSizeHint(self.gridSize())
            if position is None:
                item.setForeground(QColor("#7C8A98"))
            self.addItem(item)
            self._draw(item)
        self._mark()

    def set_picture(self, scene_id: str, picture: QPixmap) -> None:
        """Give a scene its thumbnail."""
        self._pictures[scene_id] = picture
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == scene_id:
                self._draw(self.item(row))

    def _words(self, scene: Scene, position: int | None) -> str:
        if position is not None:
            return f"{position + 1}  {self._show.titles[position]}"
        title = self._show.staged_scene(scene).title
        return self._texts.translate("Console", "{title} (hidden)").format(title=title)

    def _draw(self, item: QListWidgetItem) -> None:
        scene_id = item.data(Qt.ItemDataRole.UserRole)
        hidden = all(scene.id != scene_id for scene in self._show.scenes)
        item.setIcon(QIcon(_framed(self._pictures.get(scene_id), self.devicePixelRatioF(), hidden)))

    def _mark(self) -> None:
        at = self._show.scene.id
        for row in range(self.count()):
            item = self.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == at:
                self.setCurrentItem(item)
                self.scrollToItem(item, QListView.ScrollHint.PositionAtCenter)


def _framed(picture: QPixmap | None, ratio: float, dimmed: bool) -> QPixmap:
    """Return a thumbnail in a field of its size, dark where there is no picture yet."""
    field = QPixmap(PICTURE * ratio)
    field.setDevicePixelRatio(ratio)
    field.fill(QColor("#0B0F14"))
    if picture is not None:
        painter = QPainter(field)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(_DIMMED if dimmed else 1.0)
        size = picture.size().scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (PICTURE.width() - size.width()) // 2, (PICTURE.height() - size.height()) // 2
        painter.drawPixmap(left, top, size.width(), size.height(), picture)
        painter.end()
    return field
