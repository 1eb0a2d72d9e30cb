"""The status bar: the place under the cursor, coordinates, scale, and work in the background."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QStatusBar, QToolButton, QWidget

from desktop import readings
from desktop.session import Session
from desktop.widgets import muted, text_tip

_MESSAGE_TIME = 12_000
"""Milliseconds a result stays: long enough to read a path aloud."""


class StatusLine(QStatusBar):
    """Says what the cursor is over; a selected place is described while the cursor is nowhere."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._coordinates: tuple[float, float] | None = None
        self._denominator = 0.0
        self._cancel_task: Callable[[], None] | None = None
        self.place = QLabel()
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.position = muted()
        self.scale = muted()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setFixedWidth(110)
        self._cancel = QToolButton()
        self._cancel.clicked.connect(self._on_cancel)
        self.place.setContentsMargins(8, 0, 8, 0)
        self.scale.setContentsMargins(8, 0, 8, 0)
        self.addWidget(self.place, 1)
        for widget in (self._busy, self._cancel, self.position, self.scale):
            self.addPermanentWidget(widget)
        self.finish_busy()
        for signal in (
            session.hover_changed,
            session.selection_changed,
            session.layers_changed,
            session.project_changed,
            session.index_changed,
            session.language_changed,
        ):
            signal.connect(self.refresh)
        self.refresh()

    def show_position(self, lon: float, lat: float) -> None:
        """Show the coordinates under the cursor, degrees; NaN where the cursor is outside every frame."""
        self._coordinates = (lon, lat) if lon == lon and lat == lat else None
        self._write_position()

    def show_scale(self, denominator: float) -> None:
        """Show the scale of the map."""
        self._denominator = denominator
        self._write_position()

    def say(self, sentence: str) -> None:
        """Show the result of something for a while."""
        self.showMessage(sentence, _MESSAGE_TIME)

    def start_busy(self, sentence: str, cancel: Callable[[], None]) -> None:
        """Show that something is being made, with a way to stop it."""
        self._cancel_task = cancel
        self._busy.show()
        self._cancel.show()
        self.showMessage(sentence)

    def finish_busy(self) -> None:
        self._cancel_task = None
        self._busy.hide()
        self._cancel.hide()
        self.clearMessage()

    def refresh(self) -> None:
        """Write everything again."""
        session, texts = self._session, self._session.texts
        self._cancel.setText(texts.translate("Status", "Cancel"))
        self._busy.setAccessibleName(texts.translate("Status", "Work in progress"))
        place = session.view.hovered or session.view.selected
        if place is None:
            self.place.setText(texts.translate("Status", "Move over the map to read it; click to see every fact."))
        else:
            self.place.setText(readings.line(session.project, session.view, place, texts))
        self.place.setToolTip(text_tip(self.place.text()))
        self._write_position()

    def _write_position(self) -> None:
        texts = self._session.texts
        if self._coordinates is None:
            self.position.setText("")
        else:
            lon, lat = self._coordinates
            self.position.setText(f"{lat:.2f} N  {lon:.2f} E")
        if self._denominator > 0:
            step = 10 ** max(0, len(str(int(self._denominator))) - 3)
            self.scale.setText(f"1 : {texts.number(round(self._denominator / step) * step)}")

    def _on_cancel(self) -> None:
        if self._cancel_task is not None:
            self._cancel_task()
