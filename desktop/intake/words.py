"""The words of an import: what rows are, coordinate systems, duplicates, changes, and problems as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from data.errors import UserError
from data.intake.outcome import Change, Problem, Remark
from data.intake.plan import Duplicates, Kind
from data.model import AreaLevel, OwnShape, Status
from data.vocabulary import unit
from desktop import words
from desktop.words import mark
from maps.texts import Texts

KIND_NAMES: Mapping[Kind, str] = {
    "telemedicine": mark("Intake", "Telemedicine points"),
    "broadband": mark("Intake", "Broadband sites"),
    "ai": mark("Intake", "AI industry sites"),
    "hospital": mark("Intake", "Hospitals"),
    "own": mark("Intake", "A layer of my own"),
    "figures": mark("Intake", "Figures of areas"),
    "people": mark("Intake", "People"),
}
KIND_ABOUT: Mapping[Kind, str] = {
    "telemedicine": mark("Intake", "A row for each place where patients see a doctor remotely, or its hub hospital."),
    "broadband": mark("Intake", "A row for each base station, fibre point or public hot spot."),
    "ai": mark("Intake", "A row for each data centre, park, laboratory or company."),
    "hospital": mark("Intake", "A row for each hospital or clinic, with beds where the list has them."),
    "own": mark("Intake", "A row for each place of anything else, with a name, a symbol and a colour of its own."),
    "figures": mark("Intake", "A number for each township or county: coverage, speed, share, count."),
    "people": mark("Intake", "Registered people or households of townships or villages, for a month."),
}
CRS_NAMES: Mapping[int, str] = {
    0: mark("Intake", "As the numbers show"),
    4326: mark("Intake", "Longitude and latitude (WGS 84: GPS, web maps)"),
    3824: mark("Intake", "Longitude and latitude (TWD97)"),
    3826: mark("Intake", "Metres, TWD97 / TM2 zone 121 (Taiwan)"),
    3825: mark("Intake", "Metres, TWD97 / TM2 zone 119 (Penghu, Kinmen, Lienchiang)"),
    3828: mark("Intake", "Metres, TWD67 / TM2 zone 121 (older maps)"),
    3857: mark("Intake", "Metres, Web Mercator (web maps)"),
}
DUPLICATE_NAMES: Mapping[Duplicates, str] = {
    "skip": mark("Intake", "Leave the new row out"),
    "replace": mark("Intake", "Let the new row replace it"),
    "merge": mark("Intake", "Fill in what was unknown"),
    "keep": mark("Intake", "Keep both"),
}
CHANGE_NAMES: Mapping[Change, str] = {
    "added": mark("Intake", "Added"),
    "removed": mark("Intake", "Removed"),
    "moved": mark("Intake", "Moved"),
    "changed": mark("Intake", "Changed"),
    "same": mark("Intake", "Unchanged"),
}
LEVEL_NAMES: Mapping[AreaLevel, str] = {
    AreaLevel.TOWN: mark("Intake", "Townships"),
    AreaLevel.COUNTY: mark("Intake", "Counties and cities"),
    AreaLevel.RURAL: mark("Intake", "Rural class"),
    AreaLevel.NON_RURAL: mark("Intake", "Non-rural class"),
    AreaLevel.NATION: mark("Intake", "The nation"),
}
STATUS_NAMES: Mapping[Status, str] = {
    Status.UNKNOWN: mark("Intake", "Unknown, where a row does not say"),
    Status.OPERATING: mark("Intake", "All in operation, as of the date of the source"),
    Status.PLANNED: mark("Intake", "All planned or under construction"),
    Status.ENDED: mark("Intake", "All ended"),
}
SHAPE_NAMES: Mapping[OwnShape, str] = {
    "star": mark("Intake", "Star"),
    "pentagon": mark("Intake", "Pentagon"),
    "hexagon": mark("Intake", "Hexagon"),
    "drop": mark("Intake", "Drop"),
    "bar": mark("Intake", "Bar"),
    "ring": mark("Intake", "Ring"),
}
COLOUR_NAMES: Mapping[str, str] = {
    "#A84884": mark("Intake", "Magenta"),
    "#185448": mark("Intake", "Dark green"),
    "#3C3C9C": mark("Intake", "Indigo"),
    "#607800": mark("Intake", "Olive"),
    "#601830": mark("Intake", "Wine red"),
    "#48300C": mark("Intake", "Dark brown"),
}
"""Of the colours offered for a new layer, ``data.own_layers.COLOURS``."""

FORMAT_NAMES: Mapping[str, str] = {
    "csv": mark("Intake", "Text table"),
    "xlsx": mark("Intake", "Excel workbook"),
    "xls": mark("Intake", "Excel 97–2003 workbook"),
    "ods": mark("Intake", "OpenDocument spreadsheet"),
    "geojson": mark("Intake", "GeoJSON"),
    "gpkg": mark("Intake", "GeoPackage"),
    "shp": mark("Intake", "Shapefile"),
    "kml": mark("Intake", "KML"),
}


def word(texts: Texts, source: str) -> str:
    """Return an entry of the tables above in the language of the window."""
    return texts.translate("Intake", source)


def listed(texts: Texts, names: Iterable[str], most: int = 16) -> str:
    """Return names in a line, the first ones of many: a thousand columns would fill the window."""
    found = list(names)
    comma = "、" if texts.language == "zh" else ", "
    return comma.join(found[:most]) + (" …" if len(found) > most else "")


def problem(texts: Texts, one: Problem) -> str:
    """Return why a cell cannot be taken."""
    return _sentence(texts, one.template, one.values)


def remark(texts: Texts, one: Remark) -> str:
    """Return what was cleaned, and how often."""
    return _sentence(texts, one.template, one.values)


def fault(texts: Texts, failure: Exception) -> str:
    """Return what is to be said of a fault; one that nobody expected is in the log file."""
    if isinstance(failure, UserError):
        return words.error(texts, failure)
    return texts.translate("Intake", "This file could not be read. The log file has the details.")


def _sentence(texts: Texts, template: str, values: Mapping[str, object]) -> str:
    shown = {key: texts.number(value) if type(value) is int else value for key, value in values.items()}
    if "unit" in shown:
        code = str(shown["unit"])
        shown["unit"] = unit(code).text(texts.language) or code
    return texts.translate("Intake", template).format(**shown)
