"""Everything that can be done in the window, as data: menus, shortcuts and toolbar are built from it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.words import mark


@dataclass(frozen=True)
class ActionSpec:
    """One action. ``handler`` is a method of the main window, called with ``argument`` if there is one."""

    id: str
    menu: str
    text: str
    handler: str
    shortcuts: tuple[str, ...] = ()
    argument: str = ""
    group: str = ""
    """actions of one group exclude each other; they are checkable"""
    checkable: bool = False
    separated: bool = False
    """a line above it in the menu"""
    toolbar: bool = False


@dataclass(frozen=True)
class MenuSpec:
    """One menu, or a submenu where it has a parent."""

    id: str
    text: str
    parent: str = ""
    separated: bool = False


MENUS = (
    MenuSpec("file", mark("Menu", "&File")),
    MenuSpec("edit", mark("Menu", "&Edit")),
    MenuSpec("view", mark("Menu", "&View")),
    MenuSpec("layers", mark("Menu", "&Layers"), "view", True),
    MenuSpec("circles", mark("Menu", "Zoom to &circle"), "view"),
    MenuSpec("definition", mark("Menu", "&Definition of the circles"), "view", True),
    MenuSpec("overlap", mark("Menu", "S&hared townships"), "view"),
    MenuSpec("panels", mark("Menu", "&Panels"), "view", True),
    MenuSpec("language", mark("Menu", "Lan&guage"), "view"),
    MenuSpec("help", mark("Menu", "&Help")),
)

ACTIONS = (
    ActionSpec("save_picture", "file", mark("Action", "&Save map as picture…"), "save_picture", ("Ctrl+E", "Ctrl+S")),
    ActionSpec("quit", "file", mark("Action", "&Quit"), "close", ("Ctrl+Q",), separated=True),
    ActionSpec("undo", "edit", mark("Action", "&Undo"), "undo", ("Ctrl+Z",)),
    ActionSpec("redo", "edit", mark("Action", "&Redo"), "redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionSpec("find", "edit", mark("Action", "&Find place or site…"), "find_place", ("Ctrl+F",), separated=True),
    ActionSpec("clear", "edit", mark("Action", "&Clear selection"), "clear_selection", ("Esc",)),
    ActionSpec(
        "overview", "view", mark("Action", "&Overview"), "show_view", ("Ctrl+1",), "overview", "view", toolbar=True
    ),
    ActionSpec("ai", "view", mark("Action", "&AI"), "show_view", ("Ctrl+2",), "ai", "view", toolbar=True),
    ActionSpec(
        "broadband", "view", mark("Action", "&Broadband"), "show_view", ("Ctrl+3",), "broadband", "view", toolbar=True
    ),
    ActionSpec(
        "telemedicine",
        "view",
        mark("Action", "&Telemedicine"),
        "show_view",
        ("Ctrl+4",),
        "telemedicine",
        "view",
        toolbar=True,
    ),
    ActionSpec("zoom_in", "view", mark("Action", "Zoom &in"), "zoom_in", ("+", "=", "Ctrl++"), separated=True),
    ActionSpec("zoom_out", "view", mark("Action", "Zoom o&ut"), "zoom_out", ("-", "Ctrl+-")),
    ActionSpec("fit", "view", mark("Action", "&Whole of Taiwan"), "fit", ("Ctrl+0", "Home")),
    ActionSpec("dark", "view", mark("Action", "Da&rk theme"), "toggle_theme", ("Ctrl+D",), checkable=True),
    ActionSpec(
        "zh", "language", mark("Action", "&Chinese (中文)"), "set_language", ("Ctrl+Shift+C",), "zh", "language"
    ),
    ActionSpec("en", "language", mark("Action", "&English"), "set_language", ("Ctrl+Shift+E",), "en", "language"),
    ActionSpec("shortcuts", "help", mark("Action", "&Keyboard shortcuts"), "show_shortcuts", ("F1",)),
    ActionSpec("sources", "help", mark("Action", "&Sources of the data"), "show_sources", ("Ctrl+I",)),
    ActionSpec("about", "help", mark("Action", "&About Lifecircles"), "show_about", separated=True),
)
