"""Everything that can be done in the window, as data: menus, shortcuts and toolbar are built from it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.words import mark


@dataclass(frozen=True)
class ActionSpec:
    """One action. ``handler`` is a method of the main window, or of a part of it (``part.method``).

    It is called with ``argument`` if there is one.
    """

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
    also: str = ""
    """another menu that it stands in"""
    map_shortcuts: tuple[str, ...] = ()
    """keys that belong to other controls too, and do this only while the map has the keyboard"""
    list_shortcuts: tuple[str, ...] = ()
    """keys that do this only while the list of scenes has the keyboard"""


@dataclass(frozen=True)
class MenuSpec:
    """One menu, or a submenu where it has a parent."""

    id: str
    text: str
    parent: str = ""
    separated: bool = False


MENUS = (
    MenuSpec("file", mark("Menu", "&File")),
    MenuSpec("recent", mark("Menu", "&Recent"), "file", True),
    MenuSpec("edit", mark("Menu", "&Edit")),
    MenuSpec("view", mark("Menu", "&View")),
    MenuSpec("layers", mark("Menu", "&Layers"), "view", True),
    MenuSpec("sight", mark("Menu", "Colour &vision preview"), "view"),
    MenuSpec("circles", mark("Menu", "Zoom to &circle"), "view"),
    MenuSpec("definition", mark("Menu", "&Definition of the circles"), "view", True),
    MenuSpec("overlap", mark("Menu", "S&hared townships"), "view"),
    MenuSpec("panels", mark("Menu", "&Panels"), "view", True),
    MenuSpec("language", mark("Menu", "Lan&guage"), "view"),
    MenuSpec("assess", mark("Menu", "&Assess")),
    MenuSpec("level", mark("Menu", "Colour the &map by"), "assess", True),
    MenuSpec("side", mark("Menu", "Scenario &on the map"), "assess"),
    MenuSpec("briefing", mark("Menu", "&Briefing")),
    MenuSpec("scene_new", mark("Menu", "&New scene"), "briefing", True),
    MenuSpec("scene", mark("Menu", "Chosen sc&ene"), "briefing"),
    MenuSpec("scenes_file", mark("Menu", "Scenes in &files"), "briefing"),
    MenuSpec("export", mark("Menu", "E&xport")),
    MenuSpec("help", mark("Menu", "&Help")),
)

ACTIONS = (
    ActionSpec("project_new", "file", mark("Action", "&New project"), "projects.new", ("Ctrl+N",)),
    ActionSpec("project_open", "file", mark("Action", "&Open project…"), "projects.open", ("Ctrl+O",)),
    ActionSpec("project_save", "file", mark("Action", "&Save"), "projects.save", ("Ctrl+S",), separated=True),
    ActionSpec("project_save_as", "file", mark("Action", "Save &as…"), "projects.save_as"),
    ActionSpec("project_copy", "file", mark("Action", "Save a &copy…"), "projects.save_copy"),
    ActionSpec("project_revert", "file", mark("Action", "Re&vert to saved"), "projects.revert"),
    ActionSpec("project_compare", "file", mark("Action", "Co&mpare with…"), "projects.comparing.ask", separated=True),
    ActionSpec("project_pack", "file", mark("Action", "Pac&k with sources…"), "projects.packing.ask"),
    ActionSpec("project_recover", "file", mark("Action", "&Unsaved work…"), "projects.recovery.show"),
    ActionSpec("sheet", "export", mark("Action", "&Sheet and export…"), "hand_over.open_sheet", ("Ctrl+E",)),
    ActionSpec("series", "export", mark("Action", "&Atlas: a sheet for each…"), "hand_over.open_series"),
    ActionSpec("data", "export", mark("Action", "&Data…"), "hand_over.open_data"),
    ActionSpec("report", "export", mark("Action", "&Report…"), "hand_over.open_report"),
    ActionSpec(
        "quick_picture",
        "export",
        mark("Action", "&Quick picture of the map…"),
        "hand_over.save_quickly",
        ("Ctrl+Shift+P",),
        separated=True,
    ),
    ActionSpec("import", "file", mark("Action", "&Import…"), "importing.choose_file", ("Ctrl+Shift+I",)),
    ActionSpec(
        "print",
        "file",
        mark("Action", "&Print…"),
        "hand_over.print_sheet",
        ("Ctrl+P",),
        separated=True,
        also="export",
    ),
    ActionSpec("quit", "file", mark("Action", "&Quit"), "close", ("Ctrl+Q",), separated=True),
    ActionSpec("undo", "edit", mark("Action", "&Undo"), "undo", ("Ctrl+Z",)),
    ActionSpec("redo", "edit", mark("Action", "&Redo"), "redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionSpec(
        "paste_table",
        "edit",
        mark("Action", "&Paste as table…"),
        "importing.paste",
        ("Ctrl+Shift+V",),
        map_shortcuts=("Ctrl+V",),
    ),
    ActionSpec(
        "copy_map",
        "edit",
        mark("Action", "Copy &map as picture"),
        "hand_over.copy_map",
        separated=True,
        also="export",
        map_shortcuts=("Ctrl+C",),
    ),
    ActionSpec(
        "copy_table",
        "edit",
        mark("Action", "Copy &values of the map"),
        "hand_over.copy_table",
        ("Ctrl+Shift+T",),
        also="export",
    ),
    ActionSpec(
        "add_site",
        "edit",
        mark("Action", "&Add a site on the map…"),
        "edit.add_site",
        ("Ctrl+Shift+A",),
        separated=True,
    ),
    ActionSpec(
        "move_sites",
        "edit",
        mark("Action", "Move &sites on the map"),
        "edit.toggle_moving",
        ("Ctrl+M",),
        checkable=True,
    ),
    ActionSpec("edit_site", "edit", mark("Action", "&Edit the selected site…"), "edit.edit_site", ("Alt+Return",)),
    ActionSpec(
        "delete_site", "edit", mark("Action", "Delete the selected s&ite"), "edit.delete_site", map_shortcuts=("Del",)
    ),
    ActionSpec("bring_back", "edit", mark("Action", "&Bring back what was deleted"), "edit.bring_back"),
    ActionSpec("own_layers", "edit", mark("Action", "&Layers of this project…"), "edit.open_layers", separated=True),
    ActionSpec("data_table", "edit", mark("Action", "Data &table"), "edit.table.toggle", ("F9",)),
    ActionSpec("history", "edit", mark("Action", "&History"), "edit.history.toggle", ("F6",)),
    ActionSpec("find", "edit", mark("Action", "&Find place or site…"), "find_place", ("Ctrl+F",), separated=True),
    ActionSpec("clear", "edit", mark("Action", "&Clear selection"), "clear_selection", ("Esc",)),
    ActionSpec("definitions", "edit", mark("Action", "&Definitions…"), "definitions.open", separated=True),
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
    ActionSpec(
        "index", "view", mark("Action", "Composite inde&x"), "show_view", ("Ctrl+5",), "index", "view", toolbar=True
    ),
    ActionSpec(
        "scenario", "view", mark("Action", "&Scenario"), "show_view", ("Ctrl+6",), "scenario", "view", toolbar=True
    ),
    ActionSpec(
        "zoom_in",
        "view",
        mark("Action", "Zoom &in"),
        "zoom_in",
        ("Ctrl++", "Ctrl+="),
        separated=True,
        map_shortcuts=("+", "="),
    ),
    ActionSpec("zoom_out", "view", mark("Action", "Zoom o&ut"), "zoom_out", ("Ctrl+-",), map_shortcuts=("-", "_")),
    ActionSpec("fit", "view", mark("Action", "&Whole of Taiwan"), "fit", ("Ctrl+0",), map_shortcuts=("Home",)),
    ActionSpec("symbology", "view", mark("Action", "Symbolog&y"), "toggle_symbology", ("F7",)),
    ActionSpec("dark", "view", mark("Action", "Da&rk theme"), "toggle_theme", ("Ctrl+D",), checkable=True),
    ActionSpec(
        "zh", "language", mark("Action", "&Chinese (中文)"), "set_language", ("Ctrl+Shift+C",), "zh", "language"
    ),
    ActionSpec("en", "language", mark("Action", "&English"), "set_language", ("Ctrl+Shift+E",), "en", "language"),
    ActionSpec("sight_normal", "sight", mark("Action", "&Normal sight"), "show_sight", (), "normal", "sight"),
    ActionSpec("sight_protan", "sight", mark("Action", "&Protanopia (red-blind)"), "show_sight", (), "protan", "sight"),
    ActionSpec(
        "sight_deutan", "sight", mark("Action", "&Deuteranopia (green-blind)"), "show_sight", (), "deutan", "sight"
    ),
    ActionSpec(
        "sight_tritan", "sight", mark("Action", "&Tritanopia (blue-blind)"), "show_sight", (), "tritan", "sight"
    ),
    ActionSpec("sight_grey", "sight", mark("Action", "&Greyscale"), "show_sight", (), "grey", "sight"),
    ActionSpec("tab_scorecard", "assess", mark("Action", "&Scorecard"), "show_tab", ("Ctrl+Shift+1",), "scorecard"),
    ActionSpec("tab_charts", "assess", mark("Action", "&Charts"), "show_tab", ("Ctrl+Shift+2",), "charts"),
    ActionSpec("tab_index", "assess", mark("Action", "&Index and weights"), "show_tab", ("Ctrl+Shift+3",), "index"),
    ActionSpec("tab_whatif", "assess", mark("Action", "&What if"), "show_tab", ("Ctrl+Shift+4",), "whatif"),
    ActionSpec("tab_targets", "assess", mark("Action", "&Targets"), "show_tab", ("Ctrl+Shift+5",), "targets"),
    ActionSpec(
        "toggle_side",
        "assess",
        mark("Action", "&Baseline or scenario"),
        "toggle_side",
        separated=True,
        map_shortcuts=("Space",),
    ),
    ActionSpec("level_town", "level", mark("Action", "&Townships"), "show_level", (), "town", "level"),
    ActionSpec("level_county", "level", mark("Action", "&Counties and cities"), "show_level", (), "county", "level"),
    ActionSpec("level_circle", "level", mark("Action", "&Life circles"), "show_level", (), "circle", "level"),
    ActionSpec("side_baseline", "side", mark("Action", "&Baseline"), "show_side", (), "baseline", "side"),
    ActionSpec("side_scenario", "side", mark("Action", "&Scenario"), "show_side", (), "scenario", "side"),
    ActionSpec("side_difference", "side", mark("Action", "&Difference"), "show_side", (), "difference", "side"),
    ActionSpec("present", "briefing", mark("Action", "&Present from the start"), "briefing.present", ("F5",)),
    ActionSpec(
        "present_here", "briefing", mark("Action", "Present from &here"), "briefing.present_here", ("Shift+F5",)
    ),
    ActionSpec(
        "reduce_motion",
        "briefing",
        mark("Action", "&Reduce motion"),
        "briefing.toggle_motion",
        checkable=True,
        separated=True,
    ),
    ActionSpec("scenes", "briefing", mark("Action", "List of &scenes"), "scenes.toggle", ("F8",), separated=True),
    ActionSpec(
        "scene_capture",
        "briefing",
        mark("Action", "&Capture this view as a scene"),
        "scenes.commands.capture",
        ("Ctrl+Shift+S",),
    ),
    ActionSpec("scene_title", "scene_new", mark("Action", "&Title scene"), "scenes.commands.add_title"),
    ActionSpec("scene_section", "scene_new", mark("Action", "&Section"), "scenes.commands.add_section"),
    ActionSpec("scene_closing", "scene_new", mark("Action", "&Closing scene"), "scenes.commands.add_closing"),
    ActionSpec(
        "scene_go",
        "scene",
        mark("Action", "&Go to the view of the scene"),
        "scenes.commands.go",
        list_shortcuts=("Return", "Enter"),
    ),
    ActionSpec(
        "scene_update",
        "scene",
        mark("Action", "&Update the scene from this view"),
        "scenes.commands.update",
        ("Ctrl+Shift+R",),
    ),
    ActionSpec("scene_rename", "scene", mark("Action", "&Rename the scene"), "scenes.rename", list_shortcuts=("F2",)),
    ActionSpec(
        "scene_duplicate", "scene", mark("Action", "&Duplicate"), "scenes.commands.duplicate", ("Ctrl+Shift+D",)
    ),
    ActionSpec(
        "scene_up",
        "scene",
        mark("Action", "Move u&p"),
        "scenes.commands.move_up",
        separated=True,
        list_shortcuts=("Alt+Up",),
    ),
    ActionSpec(
        "scene_down", "scene", mark("Action", "Move d&own"), "scenes.commands.move_down", list_shortcuts=("Alt+Down",)
    ),
    ActionSpec(
        "scene_hide", "scene", mark("Action", "&Hide or show"), "scenes.commands.toggle_hidden", ("Ctrl+Shift+H",)
    ),
    ActionSpec("scene_wipe", "scene", mark("Action", "&Wipe what is drawn on it"), "scenes.commands.wipe_ink"),
    ActionSpec(
        "scene_delete",
        "scene",
        mark("Action", "De&lete"),
        "scenes.commands.delete",
        separated=True,
        list_shortcuts=("Del",),
    ),
    ActionSpec("scenes_ready", "scenes_file", mark("Action", "&Ready briefing"), "scenes.files.load_ready"),
    ActionSpec("scenes_open", "scenes_file", mark("Action", "&Open scenes…"), "scenes.files.open", separated=True),
    ActionSpec("scenes_save", "scenes_file", mark("Action", "&Save scenes"), "scenes.files.save"),
    ActionSpec("scenes_save_as", "scenes_file", mark("Action", "Save scenes &as…"), "scenes.files.save_as"),
    ActionSpec("hand_out", "briefing", mark("Action", "Hand &out…"), "briefing.hand_out", separated=True),
    ActionSpec("shortcuts", "help", mark("Action", "&Keyboard shortcuts"), "show_shortcuts", ("F1",)),
    ActionSpec("sources", "help", mark("Action", "&Sources of the data"), "show_sources", ("Ctrl+I",)),
    ActionSpec("about", "help", mark("Action", "&About Lifecircles"), "show_about", separated=True),
)
