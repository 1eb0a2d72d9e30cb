"""The keys of a show as data: audience window and console answer to them, and the help card is written from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.words import mark


@dataclass(frozen=True)
class KeySpec:
    """One thing that keys do. ``handler`` is a method of the show's window, or of a part of it (``part.method``)."""

    id: str
    keys: tuple[str, ...]
    """as Qt writes them ("PgDown", "Ctrl+Home"); a single character stands for what is typed, whatever the layout"""
    text: str
    handler: str
    argument: str | int = ""
    typed: bool = False
    """the handler is given the character that was typed"""
    shown: str = ""
    """the keys as the help says them, where that is not their list"""


KEYS = (
    KeySpec(
        "next", ("Right", "PgDown", "Down", "Space", "Return", "Enter"), mark("Show", "Next scene"), "show_state.next",
        shown="→  PgDn  Space",
    ),
    KeySpec(
        "back", ("Left", "PgUp", "Up", "Backspace"), mark("Show", "Previous scene"), "show_state.back",
        shown="←  PgUp  Backspace",
    ),
    KeySpec("home", ("Home",), mark("Show", "Back to the view of the scene"), "go_home"),
    KeySpec("first", ("Ctrl+Home",), mark("Show", "First scene"), "show_state.first"),
    KeySpec("last", ("End", "Ctrl+End"), mark("Show", "Last scene"), "show_state.last", shown="End"),
    KeySpec(
        "number", tuple("123456789"), mark("Show", "Go to a scene by its number"), "open_jump", typed=True,
        shown="1 2 3 …  Enter",
    ),
    KeySpec(
        "jump", ("G", "/", "Ctrl+F"), mark("Show", "Find a scene by its title"), "open_jump", shown="G  /"
    ),
    KeySpec(
        "letter", tuple("ADFIJMNOQRUVY"), mark("Show", "Find a scene by the first letters of its title"), "open_jump",
        typed=True, shown="A D F …",
    ),
    KeySpec("black", ("B", "."), mark("Show", "Black screen"), "show_state.toggle_cover", "black"),
    KeySpec("white", ("W", ","), mark("Show", "White screen"), "show_state.toggle_cover", "white"),
    KeySpec("larger", ("+", "="), mark("Show", "Larger type"), "show_state.enlarge", 1, shown="+"),
    KeySpec("smaller", ("-", "_"), mark("Show", "Smaller type"), "show_state.enlarge", -1, shown="−"),
    KeySpec("laser", ("L",), mark("Show", "Laser pointer"), "tools.toggle", "laser"),
    KeySpec("spotlight", ("S",), mark("Show", "Spotlight (Ctrl+wheel: size)"), "tools.toggle", "spotlight"),
    KeySpec("pen", ("P",), mark("Show", "Pen on the map (Shift: straight)"), "tools.toggle", "pen"),
    KeySpec("highlighter", ("H",), mark("Show", "Highlighter (Shift: straight)"), "tools.toggle", "highlighter"),
    KeySpec("magnifier", ("Z",), mark("Show", "Magnifier (wheel: power)"), "tools.toggle", "magnifier"),
    KeySpec("colour", ("C",), mark("Show", "Next colour of the pen"), "tools.next_colour"),
    KeySpec("more", ("]",), mark("Show", "Larger spotlight, stronger magnifier"), "tools.resize", 1),
    KeySpec("less", ("[",), mark("Show", "Smaller spotlight, weaker magnifier"), "tools.resize", -1),
    KeySpec("undo", ("Ctrl+Z",), mark("Show", "Take back the last line"), "tools.ink.undo"),
    KeySpec("wipe", ("E",), mark("Show", "Wipe off what is drawn"), "tools.ink.wipe"),
    KeySpec("keep", ("K",), mark("Show", "Keep what is drawn with the scene"), "keep_ink"),
    KeySpec("timer", ("T",), mark("Show", "Clock: elapsed, left, none"), "tools.next_clock"),
    KeySpec("console", ("F6",), mark("Show", "Presenter's console"), "presenter.screens.toggle_console"),
    KeySpec("swap", ("X",), mark("Show", "Swap the screens"), "presenter.screens.swap"),
    KeySpec("hold", ("Ctrl+T",), mark("Show", "Stop the clock, or let it go on"), "presenter.hold_clock"),
    KeySpec("restart", ("Ctrl+R",), mark("Show", "Begin the time anew"), "presenter.restart_clock"),
    KeySpec(
        "notes_larger", ("Ctrl++", "Ctrl+="), mark("Show", "Larger notes"), "presenter.console.notes.enlarge", 1,
        shown="Ctrl +",
    ),
    KeySpec(
        "notes_smaller", ("Ctrl+-",), mark("Show", "Smaller notes"), "presenter.console.notes.enlarge", -1,
        shown="Ctrl −",
    ),
    KeySpec("notes_down", ("Ctrl+Down",), mark("Show", "Notes further down"), "presenter.console.notes.turn", 1),
    KeySpec("notes_up", ("Ctrl+Up",), mark("Show", "Notes further up"), "presenter.console.notes.turn", -1),
    KeySpec("help", ("?", "F1"), mark("Show", "These keys"), "toggle_help"),
    KeySpec("leave", ("Esc",), mark("Show", "Close what is open, then end the show"), "leave"),
)  # fmt: skip


class KeyMap:
    """Answers keys with what the table says of them. What a show is without, as a kiosk is without tools, has none."""

    def __init__(self, window: object) -> None:
        self._window = window

    def rows(self) -> Iterator[KeySpec]:
        """Yield the rows that do something in this show."""
        return (row for row in KEYS if self._handler(row) is not None)

    def handle(self, event: QKeyEvent) -> bool:
        """Do what a key means; return whether it means anything."""
        row = next((row for row in KEYS if any(_is(event, key) for key in row.keys)), None)
        handler = None if row is None else self._handler(row)
        if row is None or handler is None:
            return False
        _call(handler, row, event.text())
        return True

    def do(self, row_id: str) -> None:
        """Do what a row says, as its key would."""
        row = next(row for row in KEYS if row.id == row_id)
        handler = self._handler(row)
        if handler is not None:
            _call(handler, row)

    def _handler(self, row: KeySpec) -> Any:
        return reduce(lambda part, name: getattr(part, name, None), row.handler.split("."), self._window)


def _call(handler: Callable[..., object], row: KeySpec, typed: str = "") -> None:
    given = typed if row.typed else row.argument
    handler(*([given] if given != "" else []))


def keys_text(row: KeySpec) -> str:
    """Return the keys of a row as the keyboard of this system names them."""
    native = QKeySequence.SequenceFormat.NativeText
    return row.shown or "  ".join(key if len(key) == 1 else QKeySequence(key).toString(native) for key in row.keys)


_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def _is(event: QKeyEvent, key: str) -> bool:
    modifiers = event.modifiers()
    if len(key) == 1:
        return event.text().casefold() == key.casefold() and not modifiers & ~_PLAIN
    pressed = QKeyCombination(modifiers & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key()))
    return QKeySequence(pressed) == QKeySequence(key)
