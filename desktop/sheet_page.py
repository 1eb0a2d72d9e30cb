"""The sheet in its preview under the hands of a user: elements are chosen, dragged, hidden, their texts edited."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.map_canvas import DRAG_PIXELS
from desktop.sheet_editor import TextEditor
from desktop.sheet_pictures import SheetPicture
from maps.sheet_spec import ELEMENT_IDS, ElementId

EDITABLE: frozenset[ElementId] = frozenset({"title", "subtitle", "notes", "sources"})

STEP_MM, LARGE_STEP_MM = 1.0, 10.0
"""How far an arrow key moves an element, and with Shift."""

_REACH = 3.0
"""Pixels round an element that still belong to it: a scale bar is thin."""

_ARROWS: Mapping[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SheetPage(QWidget):
    """Shows the picture of a sheet and the boxes of its elements. It changes nothing: it tells what is wanted."""

    moved = Signal(str, float, float, bool)
    """element, how far it is to be moved in shares of the page, and whether by a key"""
    hidden = Signal(str)
    editing = Signal(str)
    """the text of this element is to be edited (``edit``)"""
    written = Signal(str, str)
    """element and its new text"""
    chosen = Signal()
    """another element is chosen, or none"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: SheetPicture | None = None
        self.current: ElementId | None = None
        self.editor: TextEditor | None = None
        self._hovered: ElementId | None = None
        self._boxes: dict[ElementId, QRectF] = {}
        self._pressed: QPointF | None = None
        self._drag = QPointF()
        self._dragging = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: SheetPicture | None) -> None:
        """Show another picture; an element that it has not is chosen no longer."""
        self.picture = picture
        elements = {} if picture is None else picture.sheet.elements
        self._boxes = {one: elements[one] for one in ELEMENT_IDS if one in elements}
        if not self._dragging:
            self._pressed = None
        if self.current not in self._boxes:
            self.choose(None)
        self.update()

    @property
    def elements(self) -> tuple[ElementId, ...]:
        """The elements on the sheet in the order in which one reads."""
        return tuple(sorted(self._boxes, key=lambda one: (round(self._boxes[one].top() / 5), self._boxes[one].left())))

    def choose(self, element: ElementId | None) -> None:
        """Make an element the one that keys act on."""
        if element != self.current:
            self.current = element
            self.chosen.emit()
            self.update()

    def box(self, element: ElementId) -> QRect:
        """Return where an element stands in the widget, pixels."""
        dots, box = self._dots(), self._boxes[element]
        return QRectF(box.x() * dots, box.y() * dots, box.width() * dots, box.height() * dots).toAlignedRect()

    def edit(self, element: ElementId, text: str) -> None:
        """Put a field with ``text`` over an element."""
        box = self.box(element) if element in self._boxes else QRect(0, 0, self.width(), 0)
        self.editor = editor = TextEditor(text, box, self)
        editor.setAccessibleName(self.accessibleDescription())
        editor.taken.connect(lambda words: self.written.emit(element, words))
        editor.left.connect(self._end_editing)

    def _end_editing(self) -> None:
        self.editor = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dots(self) -> float:
        """Return pixels per mm."""
        return 1.0 if self.picture is None else self.width() / self.picture.sheet.width

    def _element_at(self, point: QPointF) -> ElementId | None:
        """Return the smallest element at a point."""
        reach = round(_REACH)
        found = [
            one for one in self._boxes if self.box(one).adjusted(-reach, -reach, reach, reach).contains(point.toPoint())
        ]
        return min(found, key=lambda one: self._boxes[one].width() * self._boxes[one].height(), default=None)

    # --- mouse --------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.choose(self._element_at(event.position()))
            self._pressed = event.position() if self.current else None
            self._drag, self._dragging = QPointF(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self.current is None:
            self._hover(self._element_at(event.position()))
            return
        drag = event.position() - self._pressed
        if self._dragging or drag.manhattanLength() >= DRAG_PIXELS:
            self._dragging = True
            self._drag = self._kept_on_page(self.current, drag)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._pressed is not None and self.current is not None:
            drag, dragged = self._drag, self._dragging
            self._let_go()
            if dragged:
                self._move(self.current, drag.x() / self._dots(), drag.y() / self._dots(), by_key=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        element = self._element_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and element in EDITABLE:
            self.editing.emit(element)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, element: ElementId | None) -> None:
        if element != self._hovered:
            self._hovered = element
            self.setCursor(Qt.CursorShape.OpenHandCursor if element else Qt.CursorShape.ArrowCursor)
            self.update()

    def _let_go(self) -> None:
        self._pressed, self._dragging, self._drag = None, False, QPointF()
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._hovered else Qt.CursorShape.ArrowCursor)
        self.update()

    def _kept_on_page(self, element: ElementId, drag: QPointF) -> QPointF:
        """Return as much of a drag, in pixels, as leaves the element on the page."""
        box, page = self.box(element), self.rect()
        return QPointF(
            max(min(drag.x(), page.right() - box.right()), page.left() - box.left()),
            max(min(drag.y(), page.bottom() - box.bottom()), page.top() - box.top()),
        )

    def _move(self, element: ElementId, across: float, down: float, *, by_key: bool) -> None:
        """Move an element by mm, its box at once and the picture when it is painted."""
        if self.picture is not None and (across or down):
            sheet = self.picture.sheet
            self._boxes[element] = self._boxes[element].translated(across, down)
            self.update()
            self.moved.emit(element, across / sheet.width, down / sheet.height, by_key)

    # --- keys ---------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, element = Qt.Key(event.key()), self.current
        if key == Qt.Key.Key_Escape and self._dragging:
            self._let_go()
        elif key == Qt.Key.Key_Escape and element is not None:
            self.choose(None)
        elif element is not None and key in _ARROWS:
            large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = (LARGE_STEP_MM if large else STEP_MM) * self._dots()
            wanted = QPointF(_ARROWS[key][0] * step, _ARROWS[key][1] * step)
            kept = self._kept_on_page(element, wanted)
            self._move(element, kept.x() / self._dots(), kept.y() / self._dots(), by_key=True)
        elif element is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.hidden.emit(element)
        elif element in EDITABLE and key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editing.emit(element)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next element; behind the last one the keyboard goes on to the next control."""
        order: tuple[ElementId | None, ...] = (None, *self.elements, None)
        at = order.index(self.current) if self.current else (0 if forward else len(order) - 1)
        following = order[at + (1 if forward else -1)] if len(order) > 2 else None
        self.choose(following)
        return following is not None or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.elements and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.choose(self.elements[0 if event.reason() is Qt.FocusReason.TabFocusReason else -1])
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # --- drawing ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.picture is None:
            painter.fillRect(self.rect(), self.palette().base())
            painter.end()
            return
        image = self.picture.image
        painter.drawImage(self.rect(), image)
        accent = self.palette().color(QPalette.ColorRole.Link)
        if self._dragging and self.current is not None:
            self._paint_dragged(painter, self.current)
        for element in dict.fromkeys((self._hovered, self.current)):
            if element is not None and element in self._boxes:
                box = QRectF(self.box(element).adjusted(-1, -1, 0, 0))
                if element == self.current:
                    box.translate(self._drag)
                self._outline(painter, box, accent, chosen=element == self.current)
        painter.end()

    def _paint_dragged(self, painter: QPainter, element: ElementId) -> None:
        """Show an element under the hand, and where it stood."""
        assert self.picture is not None
        box = QRectF(self.box(element))
        ratio = self.picture.image.width() / self.width()
        source = QRectF(box.x() * ratio, box.y() * ratio, box.width() * ratio, box.height() * ratio)
        veil = QColor(self.picture.sheet.paper)
        veil.setAlphaF(0.7)
        painter.fillRect(box, veil)
        painter.setOpacity(0.85)
        painter.drawImage(box.translated(self._drag), self.picture.image, source)
        painter.setOpacity(1.0)

    def _outline(self, painter: QPainter, box: QRectF, colour: QColor, *, chosen: bool) -> None:
        """Draw the box of an element: broad where keys act on it."""
        # A light line below the dark one: the sheet may have any colour there.
        for ink, width in ((QColor("#FFFFFF"), 3.0), (colour, 2.0 if chosen and self.hasFocus() else 1.0)):
            pen = QPen(ink, width)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(box)
