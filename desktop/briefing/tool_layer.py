"""The glass over the stage on which the tool in hand is seen; without one it is not there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.briefing.ink_painter import InkPainter
from desktop.briefing.stage import Stage
from desktop.briefing.tool_hand import Hand
from desktop.briefing.tool_table import ToolId
from desktop.briefing.tools import Tools
from desktop.map_surface import LOGICAL_DOTS
from desktop.painting import painting

_LEFT = Qt.MouseButton.LeftButton


class ToolLayer(QWidget):
    """Lies on a stage and is as large. What its tool has no use for goes on to the stage: clicks, drags, the wheel."""

    def __init__(self, stage: Stage, tools: Tools) -> None:
        super().__init__(stage)
        self.stage, self.tools = stage, tools
        self.ink = InkPainter(stage, tools.ink)
        self._hand: Hand | None = None
        self._held: ToolId | None = None
        self._turned = 0.0
        self.setMouseTracking(True)
        # The pointer is what the tool draws; an arrow over it would hide what it points at.
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.hide()
        stage.installEventFilter(self)
        tools.changed.connect(self._take)
        tools.show.moved.connect(self._drop)
        tools.pointed.connect(lambda x, y: self._move(QPointF(x * self.width(), y * self.height())))
        tools.pointed_away.connect(lambda: self._move(None))

    @property
    def metres_per_pixel(self) -> float:
        """Metres of map space in a logical pixel."""
        return self.stage.viewport().metres_per_mm / LOGICAL_DOTS

    def to_map(self, at: QPointF) -> tuple[float, float]:
        """Return the point of map space under a point of the screen, logical pixels."""
        return self.stage.viewport().to_map(at.x() / LOGICAL_DOTS, at.y() / LOGICAL_DOTS)

    def from_map(self, point: tuple[float, float]) -> QPointF:
        """Return where on the screen, logical pixels, a point of map space lies."""
        return QPointF(*self.stage.viewport().to_page(*point)) * LOGICAL_DOTS

    def is_map(self, at: QPointF) -> bool:
        """Tell whether there is a map at a point of the screen (logical pixels), with nothing over it."""
        staged = self.stage.staged
        has_map = staged is not None and staged.has_map
        return has_map and not any(box.contains(at / LOGICAL_DOTS) for box in self.stage.covered)

    # --- the tool in hand -------------------------------------------------------------------------------------------

    def _take(self) -> None:
        """Take up the tool that is in hand now; one that was before only has another size or colour."""
        if self.tools.active != self._held:
            at = self._put_down()
            tool = self.tools.tool
            self._held = self.tools.active
            if tool is not None:
                self.setGeometry(self.stage.rect())
                self.raise_()
                self._hand = tool.hand(self)
                self.show()
                # What is pointed at is not asked about: no card comes while a tool is in hand.
                cursor = self._cursor()
                QCoreApplication.sendEvent(self.stage, QEvent(QEvent.Type.Leave))
                # The cursor has not left in truth, and a tool taken up after this one is to show at once, too.
                self.stage.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, cursor is not None)
                self._move(at if at is not None else cursor)
            self.setVisible(tool is not None)
        self.update()

    def _put_down(self) -> QPointF | None:
        """Put down what was in hand and return where it pointed."""
        hand, self._hand = self._hand, None
        if hand is None:
            return None
        hand.close()
        return hand.at

    def _drop(self) -> None:
        if self._hand is not None:
            self._hand.drop()

    def _cursor(self) -> QPointF | None:
        at = self.mapFromGlobal(QCursor.pos())
        return QPointF(at) if self.stage.underMouse() and self.rect().contains(at) else None

    def _move(self, at: QPointF | None) -> None:
        if self._hand is not None:
            self._hand.move(at)

    # --- the mouse --------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move(event.position())
        if self._hand is not None and self._hand.draws and event.button() is _LEFT:
            self._hand.press(event.position())
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move(event.position())
        if self._hand is not None and self._hand.draws and event.buttons() & _LEFT:
            straight = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._hand.drag(event.position(), straight=straight)
        elif event.buttons():
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._hand is not None and self._hand.draws and event.button() is _LEFT:
            self._hand.release()
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Who dots an i presses twice and means no zoom; other tools let it pass.
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        tool = self.tools.tool
        if tool is None or tool.wheel is None or event.modifiers() != tool.wheel:
            event.ignore()
            return
        self._turned += event.angleDelta().y() / 120
        steps = int(self._turned)
        self._turned -= steps
        self.tools.resize(steps)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._move(None)

    # --- the widget -------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self.stage.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._hand is None:
            return
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._hand.paint(painter, event.rect())
