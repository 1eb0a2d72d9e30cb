"""How one line of the scene list is drawn: number, small picture, title, and marks of what to know about it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from data.scene import Scene
from desktop.briefing.scenes_looks import THUMBNAIL, Look
from desktop.briefing.scenes_model import FOLDED, LOOK, NUMBER, SCENE

_GAP, _NUMBER = 5, 22
"""Pixels: between the parts, for a number of two digits."""
_SIGN = 12
"""Pixels of a mark."""
_FADED = 0.4
_WARNING, _WARNING_INK = QColor("#FFC933"), QColor("#221A00")

Index = QModelIndex | QPersistentModelIndex


class SceneRow(QStyledItemDelegate):
    """Draws lines, and edits a title in its place."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        scene: Scene = index.data(SCENE)
        line = option.fontMetrics.height()
        if scene.kind == "section":
            return QSize(0, line + 3 * _GAP)
        return QSize(0, max(THUMBNAIL.height(), 3 * line) + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scene: Scene = index.data(SCENE)
        look: Look | None = index.data(LOOK)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        if scene.hidden and not selected:
            role = QPalette.ColorRole.PlaceholderText
        colour = option.palette.color(role)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(option.rect, option.palette.highlight())
        if scene.kind == "section":
            self._section(painter, option, index, colour)
        else:
            self._scene(painter, option, index, colour)
        marks = option.rect.topRight() + QPoint(-_GAP, _GAP)
        if scene.ink:
            marks -= QPoint(_SIGN, 0)
            _pen(painter, QRectF(marks, QSize(_SIGN, _SIGN)), colour)
            marks -= QPoint(_GAP // 2, 0)
        if look is not None and look.missing:
            marks -= QPoint(_SIGN, 0)
            _warning(painter, QRectF(marks, QSize(_SIGN, _SIGN)))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Link), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    def _section(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colour: QColor) -> None:
        rect = option.rect
        middle = QPointF(fold_mark(rect).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        points = [(-3, -5), (4, 0), (-3, 5)] if index.data(FOLDED) else [(-5, -3), (5, -3), (0, 4)]
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in points]))
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour)
        left = fold_mark(rect).right() + _GAP
        number = _number(index)
        if number:
            painter.drawText(QRect(left, rect.top(), _NUMBER, rect.height()), Qt.AlignmentFlag.AlignVCenter, number)
            left += _NUMBER
        room = QRect(left, rect.top(), rect.right() - left - _room_for_marks(index), rect.height())
        title = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _scene(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colour: QColor) -> None:
        rect, look = option.rect, index.data(LOOK)
        scene: Scene = index.data(SCENE)
        painter.setFont(option.font)
        painter.setPen(colour)
        left = rect.left() + _GAP
        at = QRect(left, rect.top() + _GAP, _NUMBER, rect.height() - 2 * _GAP)
        painter.drawText(at, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, _number(index) or "–")
        picture = QRect(QPoint(left + _NUMBER, rect.top() + (rect.height() - THUMBNAIL.height()) // 2), THUMBNAIL)
        if look is not None and look.picture is not None:
            painter.setOpacity(_FADED if scene.hidden else 1)
            painter.drawImage(picture, look.picture)
            painter.setOpacity(1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Mid), 1))
        painter.drawRect(picture)
        painter.setPen(colour)
        room = QRect(picture.right() + _GAP + 2, rect.top() + _GAP, 0, rect.height() - 2 * _GAP)
        room.setRight(rect.right() - _GAP)
        _paragraph(painter, room, index.data(), _room_for_marks(index))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setPlaceholderText(index.data())
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        height = editor.sizeHint().height()
        left = fold_mark(option.rect).right() if index.data(SCENE).kind == "section" else _GAP
        rect = option.rect.adjusted(left, (option.rect.height() - height) // 2, -_GAP, 0)
        editor.setGeometry(QRect(rect.topLeft(), QSize(rect.width(), height)))


def fold_mark(line: QRect) -> QRect:
    """Return where the mark of a section is that folds it."""
    return QRect(line.left(), line.top(), 18, line.height())


def _number(index: Index) -> str:
    number = index.data(NUMBER)
    return str(number) if number else ""


def _room_for_marks(index: Index) -> int:
    look: Look | None = index.data(LOOK)
    signs = bool(index.data(SCENE).ink) + bool(look is not None and look.missing)
    return signs * (_SIGN + _GAP // 2) + _GAP if signs else 0


def _paragraph(painter: QPainter, room: QRect, text: str, first_less: int) -> None:
    """Write as many lines as there is room for; the last one is cut with dots, the first leaves room for marks."""
    metrics, layout = painter.fontMetrics(), QTextLayout(text, painter.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    most = max(room.height() // metrics.height(), 1)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        width = room.width() - (first_less if number == 0 else 0)
        line.setLineWidth(max(width, 1))
        at = QPoint(room.left(), room.top() + number * metrics.height() + metrics.ascent())
        start, end = line.textStart(), line.textStart() + line.textLength()
        last = number == most - 1
        said = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width) if last else text[start:end]
        painter.drawText(at, said)
    layout.endLayout()


def _warning(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(QPen(_WARNING_INK, 1))
    painter.setBrush(_WARNING)
    painter.drawPolygon(QPolygonF([rect.bottomLeft(), QPointF(rect.center().x(), rect.top()), rect.bottomRight()]))
    x, top = rect.center().x(), rect.top()
    painter.drawLine(QPointF(x, top + 4.5), QPointF(x, top + 8))
    painter.drawPoint(QPointF(x, top + 10))


def _pen(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tip = rect.bottomLeft() + QPointF(1, -1)
    shaft = [tip, tip + QPointF(1, -4), tip + QPointF(8, -11), tip + QPointF(11, -8), tip + QPointF(4, -1), tip]
    painter.drawPolyline(QPolygonF(shaft))
