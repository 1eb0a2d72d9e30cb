"""Which tool a presenter has in hand, where it points, and the clock that the audience may see. It knows no window.

Keys, the buttons of the console and the layer over the stage all ask and tell it.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from desktop.briefing.ink_book import InkBook
from desktop.briefing.show import Show
from desktop.briefing.tool_table import TOOL_IDS, TOOLS, Tool, ToolId

ClockMode = Literal["", "elapsed", "left"]
"""No clock on the audience's screen, how long the show has taken, or what is left of the time that is planned."""


class Tools(QObject):
    """The tools of one show; it lives as long as the show."""

    changed = Signal()
    """another tool, another size or another colour"""
    pointed = Signal(float, float)
    """somewhere else than by the mouse over the stage: shares (0 to 1) of the slide from its left and its top"""
    pointed_away = Signal()
    """the cursor has left the place from which it pointed so"""
    clock_changed = Signal()

    def __init__(self, show: Show) -> None:
        super().__init__(show)
        self.show = show
        self.ink = InkBook(show)
        self.active: ToolId | None = None
        self.clock: ClockMode = ""
        self._sizes = {one: TOOLS[one].usual for one in TOOL_IDS}
        self._colours = dict.fromkeys(TOOL_IDS, 0)
        show.moved.connect(self._follow)
        show.ended.connect(self.leave)

    @property
    def tool(self) -> Tool | None:
        """The tool in hand."""
        return None if self.active is None else TOOLS[self.active]

    @property
    def size(self) -> float:
        """Size of the tool in hand: of a spotlight its radius as a share of the height, of a magnifier its power."""
        return 1.0 if self.active is None else TOOLS[self.active].sizes[self._sizes[self.active]]

    @property
    def colour(self) -> str:
        """``#RRGGBB`` of the tool in hand, '' where it has none."""
        return "" if self.active is None else TOOLS[self.active].colours[self._colours[self.active]]

    def toggle(self, tool: ToolId) -> None:
        """Take a tool up, or put it down if it is in hand."""
        self._take(None if tool == self.active else tool)

    def leave(self) -> bool:
        """Put down what is in hand; tell whether there was something."""
        held = self.active is not None
        self._take(None)
        return held

    def resize(self, steps: int) -> bool:
        """Make the tool in hand larger by so many steps, or smaller; tell whether it has sizes at all."""
        if self.active is None or len(TOOLS[self.active].sizes) == 1:
            return False
        last = len(TOOLS[self.active].sizes) - 1
        size = min(max(self._sizes[self.active] + steps, 0), last)
        if size != self._sizes[self.active]:
            self._sizes[self.active] = size
            self.changed.emit()
        return True

    def next_colour(self) -> None:
        """Take the next colour of the tool in hand."""
        if self.active is not None:
            self._colours[self.active] = (self._colours[self.active] + 1) % len(TOOLS[self.active].colours)
            self.changed.emit()

    def set_colour(self, colour: str) -> None:
        """Take one of the colours of the tool in hand; another changes nothing."""
        if self.active is not None and colour in TOOLS[self.active].colours:
            self._colours[self.active] = TOOLS[self.active].colours.index(colour)
            self.changed.emit()

    def point_at(self, x: float, y: float) -> None:
        """Point at a place of the slide from elsewhere: shares (0 to 1) of its width and height."""
        self.pointed.emit(x, y)

    def point_away(self) -> None:
        """Stop pointing from elsewhere."""
        self.pointed_away.emit()

    def next_clock(self) -> None:
        """Show the elapsed time, then what is left where time is planned, then no clock, and so on."""
        order: dict[ClockMode, ClockMode] = {"": "elapsed", "elapsed": "left" if self.show.planned else "", "left": ""}
        self.clock = order[self.clock]
        self.clock_changed.emit()

    def _take(self, tool: ToolId | None) -> None:
        if tool != self.active:
            self.active = tool
            self.changed.emit()

    def _follow(self, before: int, now: int) -> None:
        if before != now and self.tool is not None and self.tool.of_scene:
            self.leave()
