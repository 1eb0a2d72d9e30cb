"""How the window looks in its two themes: palette, style sheet, and the few colours that panels draw with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

import resources
from maps.view import ThemeName

FONT_SIZE = 10.0
"""Points. Below 9 the strokes of 灣 or 縣 run together, above 11 the docks get too narrow for a small screen."""


@dataclass(frozen=True)
class Colours:
    """Colours of widgets, ``#RRGGBB``; every text colour has at least 4.5:1 on ``window`` and ``base``."""

    window: str
    base: str
    alternate: str
    text: str
    muted: str
    link: str
    highlight: str
    highlighted: str
    line: str
    disabled: str


COLOURS: Mapping[str, Colours] = MappingProxyType(
    {
        "light": Colours(
            window="#F3F5F8",
            base="#FFFFFF",
            alternate="#F7F9FB",
            text="#17212B",
            muted="#52606D",
            link="#14599C",
            highlight="#D5E6F7",
            highlighted="#0E2A47",
            line="#D5DBE1",
            disabled="#8D98A3",
        ),
        "dark": Colours(
            window="#1D232A",
            base="#161C23",
            alternate="#1A2129",
            text="#EDF1F5",
            muted="#A9B6C3",
            link="#8CC1F5",
            highlight="#274D73",
            highlighted="#FFFFFF",
            line="#38424D",
            disabled="#6F7B87",
        ),
    }
)


def colours(theme: ThemeName) -> Colours:
    """Return the colours of the window in a theme."""
    return COLOURS["dark" if theme == "dark" else "light"]


def palette(theme: ThemeName) -> QPalette:
    """Return the Qt palette of a theme."""
    own = colours(theme)
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: own.window,
        QPalette.ColorRole.WindowText: own.text,
        QPalette.ColorRole.Base: own.base,
        QPalette.ColorRole.AlternateBase: own.alternate,
        QPalette.ColorRole.Text: own.text,
        QPalette.ColorRole.PlaceholderText: own.muted,
        QPalette.ColorRole.Button: own.window,
        QPalette.ColorRole.ButtonText: own.text,
        QPalette.ColorRole.ToolTipBase: own.base,
        QPalette.ColorRole.ToolTipText: own.text,
        QPalette.ColorRole.Highlight: own.highlight,
        QPalette.ColorRole.HighlightedText: own.highlighted,
        QPalette.ColorRole.Link: own.link,
        QPalette.ColorRole.LinkVisited: own.link,
        QPalette.ColorRole.Mid: own.line,
    }
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(own.disabled))
    return result


def apply(app: QApplication, theme: ThemeName) -> None:
    """Give the whole program the look of a theme."""
    app.setPalette(palette(theme))
    name = "dark" if theme == "dark" else "light"
    folder = resources.FOLDER / "styles"
    # Qt looks for pictures from the working folder, which is the user's own.
    app.setStyleSheet((folder / f"{name}.qss").read_text("utf-8").replace("{styles}", folder.as_posix()))


def font() -> QFont:
    """Return the font of the window."""
    return QFont(resources.FONT_FAMILY, round(FONT_SIZE))
