"""The strip of all scenes at the foot of the console: where the show is, and a click to go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from desktop.briefing.scenes_looks import SceneLooks
from desktop.briefing.show import Show
from desktop.widgets import text_tip
from maps.texts import Texts

PICTURE = QSize(128, 72)
"""Logical pixels of a thumbnail: sixteen to nine, and nine of them beside each other on a small screen."""

NO_PICTURE = "#0B0F14"
"""Ground of a picture that is still to come."""

_DIMMED = 0.35
_TEXT, _MUTED = "#D5DDE5", "#93A0AC"


class SceneStrip(QListWidget):
    """All scenes in their order; those that the show leaves out are dim, and a click takes them in."""

    chosen = Signal(str)
    """id of the scene that was clicked"""
    looked = Signal()
    """other scenes came into sight"""

    def __init__(self, show: Show, looks: SceneLooks, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show, self._looks, self._texts = show, looks, texts
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
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.looked.emit())
        show.scenes_changed.connect(self.fill)
        show.moved.connect(lambda *_: self._mark())
        looks.made.connect(self._draw)
        self.fill()

    def fill(self) -> None:
        """List the scenes anew."""
        self.clear()
        for scene in self._show.project.scenes:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, scene.id)
            item.setSizeHint(self.gridSize())
            self.addItem(item)
            self._draw(scene.id)
        self._mark()

    def seen(self) -> frozenset[str]:
        """Return the ids of the scenes that are in sight."""
        room, rows = self.viewport().rect(), range(self.count() if self.isVisible() else 0)
        items = (self.item(row) for row in rows)
        return frozenset(
            item.data(Qt.ItemDataRole.UserRole) for item in items if self.visualItemRect(item).intersects(room)
        )

    def _draw(self, scene_id: str) -> None:
        """Give a scene the words and the picture that it has by now."""
        look = self._looks.look(scene_id)
        position = next((at for at, scene in enumerate(self._show.scenes) if scene.id == scene_id), None)
        title = "" if look is None else look.title
        words = self._texts.translate("Console", "{title} (hidden)") if position is None else "{number}  {title}"
        ratio = self.devicePixelRatioF()
        picture = _framed(None if look is None else look.picture, ratio, dimmed=position is None)
        icon = QIcon(picture)
        # Qt tints the picture of what is chosen unless it is told not to.
        icon.addPixmap(picture, QIcon.Mode.Selected)
        for row in range(self.count()):
            item = self.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == scene_id:
                item.setText(words.format(number=(position or 0) + 1, title=title))
                item.setToolTip(text_tip(item.text()))
                item.setIcon(icon)
                item.setForeground(QColor(_MUTED if position is None else _TEXT))

    def _mark(self) -> None:
        at = self._show.scene.id
        for row in range(self.count()):
            item = self.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == at:
                self.setCurrentItem(item)
                self.scrollToItem(item, QListView.ScrollHint.PositionAtCenter)


def _framed(picture: QImage | None, ratio: float, *, dimmed: bool) -> QPixmap:
    """Return a thumbnail in a field of its size, dark where there is no picture yet."""
    field = QPixmap(PICTURE * ratio)
    field.fill(QColor(NO_PICTURE))
    if picture is not None:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        small = picture.scaled(field.size(), keep, smooth)
        small.setDevicePixelRatio(1.0)
        painter = QPainter(field)
        painter.setOpacity(_DIMMED if dimmed else 1.0)
        painter.drawImage((field.width() - small.width()) // 2, (field.height() - small.height()) // 2, small)
        painter.end()
    field.setDevicePixelRatio(ratio)
    return field
