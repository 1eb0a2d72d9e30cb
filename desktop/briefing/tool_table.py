"""The tools of a show, one row each. A tool more is a hand, a row here, and one in the table of keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from PySide6.QtCore import Qt

from desktop.briefing.tool_hand import Hand
from desktop.briefing.tool_laser import Laser
from desktop.briefing.tool_magnifier import POWERS, Magnifier
from desktop.briefing.tool_pen import Highlighter, Pen
from desktop.briefing.tool_spotlight import RADII, Spotlight

ToolId = Literal["laser", "spotlight", "pen", "highlighter", "magnifier"]
TOOL_IDS: tuple[ToolId, ...] = get_args(ToolId)

PEN_COLOURS = ("#D40000", "#1A5CFF", "#00B98D", "#E0A100")
HIGHLIGHTER_COLOURS = ("#FFE100", "#2FA8FF", "#FF4FA3", "#35D07F")
"""Told apart by every eye (tests/desktop/briefing/test_tools.py), on maps of all themes."""

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Tool:
    """What is known of a tool before it is taken up."""

    hand: type[Hand]
    of_scene: bool = False
    """it points at something of the scene, and is put down when another comes"""
    sizes: tuple[float, ...] = (1.0,)
    usual: int = 0
    """position in ``sizes`` of the size that it has at first"""
    wheel: Qt.KeyboardModifier | None = None
    """the key that is held while the wheel changes its size; None where the wheel always moves the map"""
    colours: tuple[str, ...] = ("",)


TOOLS: Mapping[ToolId, Tool] = MappingProxyType(
    {
        "laser": Tool(Laser),
        "spotlight": Tool(Spotlight, True, RADII, 3, _CTRL),
        "pen": Tool(Pen, colours=PEN_COLOURS),
        "highlighter": Tool(Highlighter, colours=HIGHLIGHTER_COLOURS),
        "magnifier": Tool(Magnifier, True, POWERS, 0, _NONE),
    }
)
