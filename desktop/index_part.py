"""One part of the composite index as a row: its weight on a slider, its share, its direction, and its removal."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from data.balance.indicators import Indicator
from data.index_spec import IndexPart
from desktop.widgets import muted, text_tip
from maps.texts import Texts

MOST = 100
"""The right end of a slider."""
_NAME_WIDTH, _SHARE_WIDTH, _BUTTON_WIDTH = 108, 52, 24
"""Pixels; at 380 they leave a third of the row to the slider."""
_KEYS_REST = 800
"""Milliseconds without a key after which the next one is another change."""


class _Slider(QSlider):
    """A slider that the wheel passes by: who scrolls the panel does not mean to weigh anew."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class PartRow(QWidget):
    """Tells what the user does to a part; what it shows is told to it."""

    moved = Signal(str, int)
    """indicator id and place of its slider, 0 to MOST"""
    finished = Signal()
    """the slider was let go, or its keys rest"""
    turned = Signal(str)
    """the direction was toggled"""
    removed = Signal(str)

    def __init__(self, indicator: Indicator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.indicator = indicator
        self._name = QLabel(wordWrap=True)
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, MOST)
        self.slider.setPageStep(10)
        self.slider.setMinimumWidth(48)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.share = QLabel()
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.direction, self.remove = QToolButton(), QToolButton()
        self.warning = muted(wrapped=True)
        self._name.setFixedWidth(_NAME_WIDTH)
        self._name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._name.setBuddy(self.slider)
        self.share.setFixedWidth(_SHARE_WIDTH)
        for button in (self.direction, self.remove):
            button.setFixedWidth(_BUTTON_WIDTH)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        for column, widget in enumerate((self._name, self.slider, self.share, self.direction, self.remove)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.warning, 1, 0, 1, 5)
        grid.setColumnStretch(1, 1)
        self._rest = QTimer(self, singleShot=True, interval=_KEYS_REST)
        self._rest.timeout.connect(self.finished)
        self.slider.valueChanged.connect(self._tell_move)
        self.slider.sliderReleased.connect(self.finished)
        self.direction.clicked.connect(lambda: self.turned.emit(self.indicator.id))
        self.remove.clicked.connect(lambda: self.removed.emit(self.indicator.id))

    def show_part(self, part: IndexPart, place: int, share: float, texts: Texts) -> None:
        """Show a part: ``place`` is that of the slider, ``share`` the weight's, 0 to 1. A held slider stays put."""
        name = self.indicator.name.text(texts.language)
        self._name.setText(self.indicator.short.text(texts.language))
        self._name.setToolTip(text_tip(f"{name}\n{self.indicator.formula.text(texts.language)}"))
        percent = texts.translate("Index", "{share} %").format(share=texts.number(100 * share, 1))
        self.share.setText(percent)
        if self.slider.value() != place:
            self.slider.blockSignals(True)
            self.slider.setValue(place)
            self.slider.blockSignals(False)
        self.slider.setAccessibleName(texts.translate("Index", "Weight of {name}").format(name=name))
        self.slider.setAccessibleDescription(percent)
        self.slider.setToolTip(text_tip(self.slider.accessibleName()))
        more = part.direction > 0
        self.direction.setText("↑" if more else "↓")
        meaning = texts.translate("Index", "More is better") if more else texts.translate("Index", "Less is better")
        hint = texts.translate("Index", "{meaning}; click to turn round").format(meaning=meaning)
        self.direction.setToolTip(hint)
        self.direction.setAccessibleName(f"{name}: {hint}")
        self.remove.setText("×")
        self.remove.setToolTip(texts.translate("Index", "Take {name} out of the index").format(name=name))
        self.remove.setAccessibleName(self.remove.toolTip())

    def warn(self, sentence: str) -> None:
        """Say under the row what is amiss with the indicator, or nothing."""
        self.warning.setText(sentence)
        self.warning.setVisible(bool(sentence))

    def _tell_move(self, place: int) -> None:
        self.moved.emit(self.indicator.id, place)
        if not self.slider.isSliderDown():
            self._rest.start()
