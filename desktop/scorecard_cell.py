"""How a cell of the scorecard is drawn: the number, what it stands on, and a ground that says better or worse."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.appearance import Colours, colours
from desktop.scorecard_heat import tint
from desktop.scorecard_model import COLOUR_ROLE, DOUBTFUL_ROLE, HOVER_ROLE, JUDGEMENT_ROLE, LEVEL_ROLE, VALUE_ROLE
from desktop.session import Session

_SMALL_TYPE = 0.78
_MARGIN_LEFT, _MARGIN_RIGHT = 6, 8


class ScorecardCell(QStyledItemDelegate):
    """A number on the tint of its judgement.

    A number that stands on few people steps back: muted, in italics, without a tint. What is unknown is hatched.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        own = colours(self._session.view.theme)
        painter.save()
        plain = self._paint_ground(painter, option, index, own)
        inside = option.rect.adjusted(_MARGIN_LEFT, 3, -_MARGIN_RIGHT, -4)
        font = option.font
        doubtful = bool(index.data(DOUBTFUL_ROLE))
        unknown = math.isnan(index.data(VALUE_ROLE))
        font.setBold(not index.data(COLOUR_ROLE) and not doubtful)
        font.setItalic(doubtful)
        painter.setFont(font)
        painter.setPen(QColor(own.muted if doubtful or unknown else own.text))
        right, level = Qt.AlignmentFlag.AlignRight, index.data(LEVEL_ROLE)
        if level:
            painter.drawText(inside, right | Qt.AlignmentFlag.AlignTop, index.data())
            font.setBold(False)
            font.setItalic(False)
            font.setPointSizeF(font.pointSizeF() * _SMALL_TYPE)
            painter.setFont(font)
            painter.setPen(QColor(own.muted if plain else own.text))
            painter.drawText(inside, right | Qt.AlignmentFlag.AlignBottom, level)
        else:
            painter.drawText(inside, right | Qt.AlignmentFlag.AlignVCenter, index.data())
        self._paint_marks(painter, option, own)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        font = option.font
        font.setBold(not index.data(COLOUR_ROLE))
        number = QFontMetrics(font).horizontalAdvance(index.data() or "")
        widest = max(number, option.fontMetrics.horizontalAdvance(index.data(LEVEL_ROLE) or "") * (_SMALL_TYPE + 0.02))
        return QSize(int(widest) + _MARGIN_LEFT + _MARGIN_RIGHT + 1, option.rect.height())

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, own: Colours
    ) -> bool:
        """Paint the ground; return whether it is plain, so that muted text can be read on it."""
        rect: QRect = option.rect
        judgement = index.data(JUDGEMENT_ROLE)
        if not math.isnan(judgement):
            painter.fillRect(rect, QColor(tint(judgement, self._session.view.theme)))
            return False
        nation = not index.data(COLOUR_ROLE)
        if index.data(HOVER_ROLE) or nation:
            painter.fillRect(rect, QColor(own.alternate if nation else own.window))
        if math.isnan(index.data(VALUE_ROLE)) and not nation:
            painter.fillRect(rect, QBrush(QColor(own.line), Qt.BrushStyle.BDiagPattern))
        return True

    def _paint_marks(self, painter: QPainter, option: QStyleOptionViewItem, own: Colours) -> None:
        """A selected row lies between two lines, so that its tints stay; the current cell has a frame."""
        rect: QRect = option.rect
        painter.setPen(QPen(QColor(own.link), 2))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
