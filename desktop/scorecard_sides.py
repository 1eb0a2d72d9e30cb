"""The choice between baseline, scenario and difference, there only while the project has a scenario."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from data.balance.evaluate import SIDES, Side
from desktop.session import Session
from desktop.words import mark

NAMES: dict[Side, str] = {
    "baseline": mark("Side", "Baseline"),
    "scenario": mark("Side", "Scenario"),
    "difference": mark("Side", "Difference"),
}


class Sides(QWidget):
    """Three radio buttons that set the side of the whole window, and follow it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.buttons = {side: QRadioButton() for side in SIDES}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 0)
        row.setSpacing(12)
        for side, button in self.buttons.items():
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _checked, shown=side: session.set_side(shown))
        row.addStretch(1)
        session.project_changed.connect(self.refresh)
        session.layers_changed.connect(self.refresh)
        session.language_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the side, and whether there is a choice at all."""
        self.setVisible(not self._session.project.scenario.is_empty)
        for side, button in self.buttons.items():
            button.setText(self._session.texts.translate("Side", NAMES[side]))
            shown = side == self._session.view.side
            button.setChecked(shown)
            # Qt lets Tab pass the others only after a click; the side may change without one.
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown else Qt.FocusPolicy.ClickFocus)

    def wanted_height(self) -> int:
        """Return the height it takes where it is shown, pixels."""
        return 0 if self.isHidden() else self.sizeHint().height()
