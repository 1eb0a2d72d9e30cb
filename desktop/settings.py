"""What the program remembers between two sessions, each setting declared once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args

from platformdirs import user_config_path, user_state_path
from PySide6.QtCore import QByteArray, QSettings

from data.balance.groups import By
from data.errors import InputError
from data.model import LANGUAGES, Language, Layer, Overlap
from desktop.numbers import MOST_BREAKS, MOST_RINGS, numbers_text, read_numbers
from desktop.project.recent import read_paths, write_paths
from maps.symbology import (
    DIVERGING_NAMES,
    FEWEST_CLASSES,
    GATHERINGS,
    MOST_CLASSES,
    NAMES_IN,
    PEOPLE,
    RAMP_NAMES,
    SCHEME_NAMES,
    SITES_BY,
    Symbology,
)
from maps.view import LAYER_NAMES, READY_VIEWS, VIEW_NAMES, LayerName, MapView, ViewName

T = TypeVar("T")
LEVELS: tuple[By, ...] = ("town", "county", "circle")
Extent = tuple[float, float, float, float]
NOTES_SIZES = (11, 13, 16, 20, 24, 30, 38)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: its key in the file, what it means, its default, and how it is read from and written to text."""

    key: str
    prose: str
    default: T
    read: Callable[[str], T]
    write: Callable[[T], str]
    """``read`` raises ValueError for text that is not a value of this setting"""


def _one_of(choices: tuple[T, ...]) -> Callable[[str], T]:
    def read(text: str) -> T:
        for choice in choices:
            if str(choice) == text:
                return choice
        raise ValueError(text)

    return read


_YES_OR_NO = _one_of((False, True))


def _read_bytes(text: str) -> bytes:
    return bytes.fromhex(text)


def _read_layers(text: str) -> frozenset[LayerName]:
    read = _one_of(LAYER_NAMES)
    return frozenset(read(part) for part in text.split() if part)


def _read_names(text: str) -> frozenset[str]:
    names = json.loads(text)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError(text)
    return frozenset(names)


def _names_text(names: frozenset[str]) -> str:
    return json.dumps(sorted(names))


def _read_extent(text: str) -> Extent | None:
    if not text:
        return None
    left, bottom, right, top = (float(part) for part in text.split())
    if not (left < right and bottom < top):
        raise ValueError(text)
    return left, bottom, right, top


def _read_shares(text: str) -> Mapping[str, float]:
    shares = {tab: float(share) for tab, _, share in (part.partition("=") for part in text.split())}
    if not all(0 < share < 1 for share in shares.values()):
        raise ValueError(text)
    return shares


GEOMETRY = Setting("window/geometry", "place and size of the window", b"", _read_bytes, bytes.hex)
STATE = Setting("window/state", "where the docks and the toolbar stand", b"", _read_bytes, bytes.hex)
SPLIT: Setting[Mapping[str, float]] = Setting(
    "window/split",
    "share of the height that each tab of the assessment takes from the details",
    {},
    _read_shares,
    lambda shares: " ".join(f"{tab}={share:.3f}" for tab, share in shares.items()),
)
LANGUAGE: Setting[Language] = Setting("language", "language of the window", "zh", _one_of(LANGUAGES), str)
THEME = Setting("theme", "light or dark", "light", _one_of(("light", "dark")), str)
VIEW: Setting[ViewName] = Setting("view/name", "ready view last chosen", "overview", _one_of(get_args(ViewName)), str)
LAYERS: Setting[frozenset[LayerName]] = Setting(
    "view/layers",
    "layers that are shown",
    READY_VIEWS[VIEW_NAMES[0]].layers,
    _read_layers,
    lambda layers: " ".join(sorted(layers)),
)
HIDDEN_OWN: Setting[frozenset[str]] = Setting(
    "view/hidden-own", "own layers of projects that are hidden", frozenset(), _read_names, _names_text
)
CHOROPLETH = Setting("view/choropleth", "indicator that colours the towns", "", str, str)
LEVEL: Setting[By] = Setting("view/level", "areas that the indicator colours", "town", _one_of(LEVELS), str)
TAB = Setting("window/tab", "tab of the assessment last looked at", "", str, str)
SCENES_FOLDER = Setting("scenes/folder", "folder of the scenes last opened or saved", "", str, str)
SCORECARD_COLUMNS: Setting[tuple[str, ...]] = Setting(
    "scorecard/columns",
    "indicators that the scorecard shows; nothing for the usual ones",
    (),
    lambda text: tuple(text.split()),
    " ".join,
)
EXTENT: Setting[Extent | None] = Setting(
    "view/extent",
    "part of map space in the window, metres: left bottom right top; nothing for all of Taiwan",
    None,
    _read_extent,
    lambda extent: " ".join(f"{value:.1f}" for value in extent) if extent else "",
)
DEFINITION = Setting("project/definition", "definition of the circles", "", str, str)
OVERLAP = Setting("project/overlap", "how shared towns are counted", Overlap.EACH, _one_of(tuple(Overlap)), str)
RECENT: Setting[tuple[str, ...]] = Setting(
    "project/recent", "projects last opened or saved, the latest first", (), read_paths, write_paths
)
PROJECT_FOLDER = Setting("project/folder", "folder of the project last opened or saved", "", str, str)
AUDIENCE_SCREEN = Setting("briefing/audience", "screen that shows the briefing to the audience", "", str, str)
CONSOLE_SCREEN = Setting("briefing/console-screen", "screen of the presenter's console", "", str, str)
CONSOLE = Setting("briefing/console", "open the console where there are two screens", True, _YES_OR_NO, str)
NOTES_SIZE = Setting("briefing/notes", "type size of the notes in the console, points", 16, _one_of(NOTES_SIZES), str)
REDUCE_MOTION = Setting("briefing/reduce-motion", "cut from scene to scene, never fly", False, _YES_OR_NO, str)


def _read_breaks(text: str) -> tuple[float, ...]:
    return read_numbers(text, MOST_BREAKS) if text else ()


def _read_rings(text: str) -> tuple[float, ...]:
    return read_numbers(text, MOST_RINGS, lengths=True)


_USUAL = MapView()

SYMBOLOGY: Mapping[str, Setting[Any]] = {
    "scheme": Setting("symbology/scheme", "how values become classes", "quantile", _one_of(SCHEME_NAMES), str),
    "classes": Setting(
        "symbology/classes", "number of classes", 5, _one_of(tuple(range(FEWEST_CLASSES, MOST_CLASSES + 1))), str
    ),
    "ramp": Setting("symbology/ramp", "colours of the classes", Symbology.ramp, _one_of(RAMP_NAMES), str),
    "reverse": Setting("symbology/reverse", "last colour first", False, _YES_OR_NO, str),
    "breaks": Setting("symbology/breaks", "bounds that the user gave", (), _read_breaks, numbers_text),
    "diverging": Setting(
        "symbology/diverging", "colours of differences", Symbology.diverging, _one_of(DIVERGING_NAMES), str
    ),
    "histogram": Setting("symbology/histogram", "histogram in the legend", False, _YES_OR_NO, str),
}
"""By the fields of ``Symbology``."""

DRAWING: Mapping[str, Setting[Any]] = {
    "second": Setting("view/second", "second indicator of the colours; nothing for none", "", str, str),
    "proportional": Setting("view/proportional", "indicator that sizes symbols", _USUAL.proportional, str, str),
    "proportional_level": Setting("view/proportional-level", "areas of these", "county", _one_of(LEVELS[1:]), str),
    "people": Setting("view/people", "how people are shown", _USUAL.people, _one_of(PEOPLE), str),
    "sites_by": Setting("view/sites-by", "what symbols tell apart", _USUAL.sites_by, _one_of(SITES_BY), str),
    "gathering": Setting("view/gathering", "how many sites are drawn", _USUAL.gathering, _one_of(GATHERINGS), str),
    "rings_around": Setting(
        "view/rings-around", "sites with distance rings", _USUAL.rings_around, _one_of(tuple(map(str, Layer))), str
    ),
    "ring_km": Setting("view/ring-km", "radii of these, km", _USUAL.ring_km, _read_rings, numbers_text),
    "names": Setting("view/names", "language of the names on the map", _USUAL.names, _one_of(NAMES_IN), str),
}
"""By the fields of ``MapView``."""


class Settings:
    """Reads and writes settings. A value that cannot be read is its default, so a damaged file never stops a start."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_config_path("lifecircles", appauthor=False) / "settings.ini"
        state = user_state_path("lifecircles", appauthor=False) if path is None else path.parent
        self.journals = state / "journals"
        """the folder in which what is not saved is kept aside"""
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        text = self._file.value(setting.key)
        if not isinstance(text, str):
            return setting.default
        try:
            return setting.read(text)
        except (ValueError, InputError):
            return setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        self._file.setValue(setting.key, setting.write(value))

    def save(self) -> None:
        """Write everything to the file; a folder that cannot be written loses the settings, never the work."""
        self._file.sync()


def to_bytes(value: QByteArray) -> bytes:
    """Return the bytes of Qt's saved geometry or state."""
    return bytes(value.data())
