"""The card beside the cursor: what the map shows there, once the cursor rests. It takes part in nothing else."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel

from data.model import Place
from desktop import readings
from desktop.map_canvas import MapCanvas
from desktop.session import Session
from desktop.widgets import named

REST_MS = 250
"""Rest of the cursor before the card comes: shorter flickers while crossing the map, longer feels like waiting."""

_GAP = 18
"""Pixels between cursor and card, so that neither the symbol nor the arrow is covered."""

_WIDEST = 320
"""Logical pixels, in type of the window."""
_GOING = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.Leave,
    QEvent.Type.KeyPress,
    QEvent.Type.Resize,
)


class HoverCard(QLabel):
    """Lies on the map, lets the mouse through, and goes at the first gesture."""

    def __init__(self, session: Session, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self.widest = _WIDEST
        self._cursor = QPoint()
        self._shown_for: Place | None = None
        named(self, "card")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._come)
        canvas.installEventFilter(self)
        session.hover_changed.connect(self._follow_hover)
        for signal in (
            session.project_changed,
            session.index_changed,
            session.layers_changed,
            session.language_changed,
            canvas.scale_changed,
        ):
            signal.connect(self.go)

    def go(self) -> None:
        """Hide the card until the cursor has rested again."""
        self._rest.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._move(event)
        elif event.type() in _GOING:
            self.go()
        return super().eventFilter(watched, event)

    def _move(self, event: QMouseEvent) -> None:
        self._cursor = event.position().toPoint()
        if event.buttons() != Qt.MouseButton.NoButton:
            self.go()
            return
        if self.isVisible() and self.geometry().adjusted(-4, -4, 4, 4).contains(self._cursor):
            self.hide()
        if not self.isVisible():
            self._rest.start()

    def _follow_hover(self) -> None:
        if self.isVisible() and self._session.view.hovered != self._shown_for:
            self.hide()
            if self._session.view.hovered is not None:
                self._rest.start()

    def _come(self) -> None:
        session = self._session
        place = session.view.hovered
        if place is None or not self._canvas.underMouse():
            return
        self._shown_for = place
        name, *rest = readings.lines(session.project, session.view, place, session.texts)
        self.setText("<br>".join([f"<b>{escape(name)}</b>", *map(escape, rest)]))
        self.setWordWrap(False)
        size = self.sizeHint()
        if size.width() > self.widest:
            self.setWordWrap(True)
            size = QSize(self.widest, self.heightForWidth(self.widest))
        self.resize(size)
        self.move(self._spot())
        self.show()
        self.raise_()

    def _spot(self) -> QPoint:
        """Return the corner of the card: below and to the right of the cursor, on the other side at the edge."""
        x, y = self._cursor.x() + _GAP, self._cursor.y() + _GAP
        if x + self.width() > self._canvas.width():
            x = self._cursor.x() - _GAP - self.width()
        if y + self.height() > self._canvas.height():
            y = self._cursor.y() - _GAP - self.height()
        return QPoint(max(0, x), max(0, y))
