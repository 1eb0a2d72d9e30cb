"""The menu that chooses the columns of the scorecard, topic by topic."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from data.balance.indicators import Indicator
from desktop.indicator_chooser import TOPICS
from maps.texts import Texts


class StayingMenu(QMenu):
    """A menu that stays open while its entries are ticked, so that several can be."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


def columns_menu(
    parent: QWidget,
    texts: Texts,
    indicators: Iterable[Indicator],
    shown: Collection[str],
    toggle: Callable[[str, bool], None],
    reset: Callable[[], None],
) -> QMenu:
    """Return the menu of these indicators: ``toggle`` shows or hides a column, ``reset`` shows the usual ones."""
    menu = StayingMenu(parent)
    menus = {"index": menu}
    for indicator in indicators:
        if indicator.topic not in menus:
            menus[indicator.topic] = StayingMenu(texts.translate("Topic", TOPICS[indicator.topic]), menu)
            menu.addMenu(menus[indicator.topic])
        # The name of a layer may have an ampersand, which would underline the letter behind it.
        action = menus[indicator.topic].addAction(indicator.name.text(texts.language).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(indicator.id in shown)
        action.toggled.connect(lambda on, name=indicator.id: toggle(name, on))
    menu.addSeparator()
    menu.addAction(texts.translate("Scorecard", "Usual columns")).triggered.connect(reset)
    return menu
