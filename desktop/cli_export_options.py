"""The arguments of ``lifecircles export``: what is shown, how it looks, the sheet, the files."""

from __future__ import annotations

import argparse
import dataclasses
import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from data.balance.evaluate import SIDES, Side, indicator_of
from data.errors import InputError, UnknownNameError
from data.model import LANGUAGES, Place
from data.own_text import MOST_CHARACTERS, MOST_LINES, is_too_long
from data.places import circle_place, county_place
from data.project import Project
from desktop.cli_common import add_circles, add_scenario
from desktop.cli_output import named_file
from desktop.numbers import MOST_BREAKS, MOST_RINGS, read_numbers

if TYPE_CHECKING:
    from maps.sheet_spec import SheetSpec
    from maps.symbology import Symbology
    from maps.view import LayerName, MapView

# Named again here, because Qt must not be needed to print a table; a test holds them against the maps.
VIEWS = ("overview", "ai", "broadband", "telemedicine", "index", "scenario")
THEMES = ("light", "dark", "print")
LEVELS = ("town", "county", "circle")
LAYERS = (
    "circles", "choropleth", "people", "proportional", "ai", "broadband", "telemedicine", "hospital", "digital", "own",
    "links", "rings", "labels", "legend",
)  # fmt: skip
SCHEMES = ("quantile", "equal", "natural", "pretty", "head_tail", "deviation", "custom")
DIVERGING = ("BrBG", "PuOr", "RdBu")
RAMPS = ("YlGnBu", "YlOrRd", "Blues", "Greens", "Purples", "Oranges", "Greys", "cividis", "batlow")
SIGHTS = ("normal", "protan", "deutan", "tritan", "grey")
NAMES = ("window", "zh", "en", "both")
SITES_BY = ("status", "category", "precision")
GATHERINGS = ("auto", "none", "clusters", "hexagons")
PEOPLE = ("circles", "dots")
TEMPLATES = ("scorecard", "map", "chart", "side", "plain")
ELEMENTS = (
    "title", "subtitle", "legend", "scale_bar", "north_arrow", "locator", "table", "chart", "notes", "sources", "date",
    "logo",
)  # fmt: skip
CHARTS = ("bars", "lorenz", "strip", "scatter", "ranks", "targets")
CALENDARS = ("western", "minguo")
FORMATS = ("png", "svg", "pdf", "pptx", "html", "xlsx", "csv", "gpkg", "geojson")
SERIES = ("circle", "county", "scenario", "indicator")

ALL_CIRCLES = "all"
T = TypeVar("T", str, str | None)
DEFAULT_FOLDER = "out"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add every argument of the command."""
    _add_shown(command.add_argument_group("what is shown"))
    add_circles(command)
    add_scenario(command, "the map shows what would be under it; repeat it with --per scenario", several=True)
    _add_looks(command.add_argument_group("how it looks"))
    _add_sheet(command.add_argument_group("the sheet"))
    _add_files(command.add_argument_group("the files"))


def _add_shown(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--view", choices=VIEWS, help="what is shown (default: overview)")
    group.add_argument(
        "--indicator",
        metavar="ID",
        help="what colours the map: an indicator (lifecircles indicators lists them) or index (default: the view's "
        "own; a view without colours then gets them); with --per indicator several, separated by commas",
    )
    group.add_argument("--second", metavar="ID", help="a second indicator: the map then crosses thirds of both")
    group.add_argument("--level", choices=LEVELS, help="the areas that are coloured (default: town)")
    group.add_argument("--side", choices=SIDES, help="with --scenario: what is shown (default: scenario)")
    group.add_argument("--circle", metavar="ID", help="the circle to show, or all, which is --per circle")
    group.add_argument("--county", metavar="NAME", help="the county to show, by code or name")
    group.add_argument("--layers", metavar="LIST", help=f"the layers, separated by commas: {', '.join(LAYERS)}")
    group.add_argument("--proportional", metavar="ID", help="circles as large as this indicator, by --proportional-by")
    group.add_argument("--proportional-by", choices=("county", "circle"), default="county", help="default: county")
    group.add_argument("--people", choices=PEOPLE, help="people as circles of the townships or as dots")
    group.add_argument("--rings", metavar="KM,KM", help="distances around the sites of the layer --rings-around")
    group.add_argument("--rings-around", metavar="LAYER", default="telemedicine", help="default: telemedicine")


def _add_looks(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--scheme", choices=SCHEMES, help="how values become classes (default: quantile)")
    group.add_argument("--classes", type=int, metavar="N", help="3 to 9 (default: 5)")
    group.add_argument("--breaks", metavar="LIST", help="the bounds between classes, ascending; implies custom")
    group.add_argument("--ramp", choices=RAMPS, help="default: YlGnBu")
    group.add_argument("--diverging", choices=DIVERGING, help="the ramp of differences (default: BrBG)")
    group.add_argument("--reverse", action="store_true", help="turn the ramp round")
    group.add_argument("--histogram", action="store_true", help="a histogram of the values in the legend")
    group.add_argument("--sites-by", choices=SITES_BY, default="status", help="default: status")
    group.add_argument("--gather", choices=GATHERINGS, default="auto", help="many sites together (default: auto)")
    group.add_argument("--names", choices=NAMES, default="window", help="names on the map (default: as --lang)")
    group.add_argument("--lang", choices=LANGUAGES, default="zh", help="default: zh")
    group.add_argument("--theme", choices=THEMES, help="default: light; of scenes, their own")
    group.add_argument("--sight", choices=SIGHTS, default="normal", help="as colour-blind eyes or a copier see it")


def _add_sheet(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--page",
        "--size",
        default="1920x1080",
        metavar="SIZE",
        help="A4, A3, 16:9 or 4:3, landscape unless -portrait follows (A4-portrait), or WIDTHxHEIGHT in pixels "
        "(default: 1920x1080)",
    )
    group.add_argument(
        "--dpi",
        type=int,
        metavar="N",
        help="dots per inch: how finely a paper size is drawn (default 300), how large a picture in pixels is on "
        "paper (default 96)",
    )
    group.add_argument("--template", choices=TEMPLATES, default="scorecard", help="default: scorecard")
    group.add_argument("--hide", metavar="LIST", help=f"elements to leave out: {', '.join(ELEMENTS)}")
    group.add_argument("--chart", choices=CHARTS, default="bars", help="what --template chart shows (default: bars)")
    group.add_argument("--title", metavar="TEXT", help="instead of the title of the view")
    group.add_argument("--subtitle", metavar="TEXT", help="instead of the line under the title")
    group.add_argument("--notes", metavar="TEXT", help="a paragraph of your own")
    add_sheet_data(group)


def add_sheet_data(group: argparse._ActionsContainer) -> None:
    """Add what a sheet or a report says of its maker: date, calendar, logo, author."""
    group.add_argument("--date", metavar="DAY", help="YYYY-MM-DD or today (default: none)")
    group.add_argument("--calendar", choices=CALENDARS, default="western", help="how the date is written")
    group.add_argument("--logo", metavar="FILE", help="PNG, JPEG or SVG")
    group.add_argument("--author", metavar="NAME", default="", help="written into the file")


def _add_files(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--format", choices=FORMATS, help="default: as --out ends, or png")
    group.add_argument("--outlines", action="store_true", help="SVG: text as shapes")
    group.add_argument("--per", choices=SERIES, help="one sheet for each of these, in one file or in a folder")
    group.add_argument("--overview", action="store_true", help="with --per circle or county: the nation first")
    group.add_argument("--contents", action="store_true", help="with --per: a page of contents first")
    group.add_argument("--pattern", metavar="TEXT", help="names of the files in a folder, such as {number}-{name}")
    group.add_argument(
        "--out",
        metavar="FILE|DIR",
        default=DEFAULT_FOLDER,
        help="the file to write, or a folder to write into; pictures of a series always go into a folder, made if "
        "need be (default: out)",
    )


def side_of(project: Project, arguments: argparse.Namespace) -> Side:
    """Return what is shown of a scenario, by default the scenario; without one there is only the baseline."""
    if not project.scenario.is_empty:
        return arguments.side or "scenario"
    if arguments.side in (None, "baseline"):
        return "baseline"
    raise UnknownNameError("--side {side} needs --scenario.", side=arguments.side)


def view_of(project: Project, arguments: argparse.Namespace) -> MapView:
    """Return the view that the arguments describe. Raises UnknownNameError and InputError."""
    from maps.view import READY_VIEWS

    ready = READY_VIEWS[arguments.view or "overview"]
    first = arguments.indicator.split(",")[0].strip() if arguments.indicator is not None else None
    for name in (first, arguments.second, arguments.proportional):
        if name is not None:
            indicator_of(project, name)
    wanted: dict[LayerName, bool] = {
        "choropleth": first is not None or arguments.second is not None,
        "proportional": arguments.proportional is not None,
        "people": arguments.people is not None,
        "rings": arguments.rings is not None,
    }
    layers = ready.layers if arguments.layers is None else _layers("--layers", arguments.layers)
    around = _layers("--rings-around", arguments.rings_around)
    return dataclasses.replace(
        ready,
        language=arguments.lang,
        theme=arguments.theme or "light",
        layers=layers | {layer for layer, shown in wanted.items() if shown},
        choropleth=first or ready.choropleth,
        level=arguments.level or ready.level,
        side=side_of(project, arguments),
        focus=_focus(project, arguments),
        symbology=_symbology(arguments),
        second=arguments.second or "",
        proportional=arguments.proportional or ready.proportional,
        proportional_level=arguments.proportional_by,
        people=arguments.people or ready.people,
        sites_by=arguments.sites_by,
        gathering=arguments.gather,
        rings_around=next(iter(around)),
        ring_km=ready.ring_km
        if arguments.rings is None
        else _numbers("--rings", arguments.rings, MOST_RINGS, lengths=True),
        names=arguments.names,
        sight=arguments.sight,
    )


def _focus(project: Project, arguments: argparse.Namespace) -> Place | None:
    if arguments.county is not None:
        if arguments.circle is not None:
            raise InputError("--circle and --county exclude each other.")
        return county_place(project, arguments.county)
    if arguments.circle in (None, ALL_CIRCLES):
        return None
    return circle_place(project, arguments.circle, ALL_CIRCLES)


def _symbology(arguments: argparse.Namespace) -> Symbology:
    from maps.symbology import FEWEST_CLASSES, MOST_CLASSES, Symbology

    plain = Symbology()
    classes = plain.classes if arguments.classes is None else arguments.classes
    if not FEWEST_CLASSES <= classes <= MOST_CLASSES:
        raise InputError(
            "{count} classes cannot be used; give {least} to {most}.",
            count=classes,
            least=FEWEST_CLASSES,
            most=MOST_CLASSES,
        )
    breaks = () if arguments.breaks is None else _numbers("--breaks", arguments.breaks, MOST_BREAKS)
    scheme = arguments.scheme or ("custom" if breaks else plain.scheme)
    if (scheme == "custom") != bool(breaks):
        raise InputError("--scheme custom and --breaks need each other.")
    return dataclasses.replace(
        plain,
        scheme=scheme,
        classes=classes,
        ramp=arguments.ramp or plain.ramp,
        reverse=arguments.reverse,
        breaks=breaks,
        diverging=arguments.diverging or plain.diverging,
        histogram=arguments.histogram,
    )


def _numbers(option: str, text: str, most: int, *, lengths: bool = False) -> tuple[float, ...]:
    """Return ascending numbers as the window reads them. Raises InputError, which names the option."""
    try:
        return read_numbers(text, most, lengths)
    except InputError as fault:
        raise InputError("{option} {text}: {reason}", option=option, text=text, reason=fault) from None


def _listed(option: str, text: str, valid: tuple[str, ...]) -> frozenset[Any]:
    found = frozenset(part.strip() for part in text.split(",") if part.strip())
    wrong = sorted(found - set(valid))
    if wrong or not found:
        raise UnknownNameError(
            "{option}: {name} is none of {valid}.", option=option, name=", ".join(wrong) or "''", valid=", ".join(valid)
        )
    return found


def _layers(option: str, text: str) -> frozenset[LayerName]:
    return _listed(option, text, LAYERS)


def spec_data(arguments: argparse.Namespace) -> SheetSpec:
    """Return a sheet with the date, calendar, logo and author of the arguments. Raises InputError."""
    from maps.sheet_spec import SheetSpec

    return SheetSpec(
        calendar=arguments.calendar,
        date=_date(arguments.date),
        logo=None if arguments.logo is None else Path(named_file("--logo", arguments.logo)),
        author=checked_text("--author", arguments.author),
    )


def checked_text(option: str, text: T) -> T:
    """Return a text of a sheet, None where none was given. Raises InputError for one that no sheet has room for."""
    if text is not None and is_too_long(text):
        raise InputError(
            "{option} is too long for a sheet; give up to {characters} characters and {lines} lines.",
            option=option, characters=MOST_CHARACTERS, lines=MOST_LINES,
        )  # fmt: skip
    return text


def spec_of(arguments: argparse.Namespace) -> SheetSpec:
    """Return the sheet that the arguments describe. Raises UnknownNameError and InputError."""
    texts = {name: checked_text(f"--{name}", getattr(arguments, name)) for name in ("title", "subtitle", "notes")}
    return dataclasses.replace(
        spec_data(arguments),
        template=arguments.template,
        hidden=frozenset() if arguments.hide is None else _listed("--hide", arguments.hide, ELEMENTS),
        texts={name: text for name, text in texts.items() if text is not None},  # type: ignore[misc]
        chart=arguments.chart,
    )


def _date(text: str | None) -> datetime.date | None:
    if text is None:
        return None
    if text == "today":
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise InputError("--date {text} is no day; write it as 2026-01-31, or today.", text=text) from None
