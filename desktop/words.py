"""Small words that several panels share: levels, precision, status, kinds of places."""

from __future__ import annotations

from data.errors import UserError
from data.marking import mark as mark  # the tables of this room take it from here
from data.model import Layer, Name, Overlap, Site
from maps.texts import Texts

_LEVELS = {
    "site": mark("Words", "coordinates of the site"),
    "town": mark("Words", "township level"),
    "county": mark("Words", "county level"),
    "rural": mark("Words", "rural class estimate"),
    "non-rural": mark("Words", "non-rural class estimate"),
    "rural/non-rural": mark("Words", "rural/non-rural class estimate"),
    "nation": mark("Words", "national figure"),
    "circle": mark("Words", "circle figure"),
}
_SHORT_LEVELS = {
    "county": mark("Words", "county"),
    "rural": mark("Words", "by class"),
    "non-rural": mark("Words", "by class"),
    "rural/non-rural": mark("Words", "by class"),
    "nation": mark("Words", "national"),
}
_PRECISIONS = {
    "site": mark("Words", "coordinates of the site"),
    "town": mark("Words", "placed at the township, site not known exactly"),
    "county": mark("Words", "placed at the county, site not known exactly"),
}
_STATUSES = {
    "operating": mark("Words", "operating"),
    "planned": mark("Words", "planned or under construction"),
    "ended": mark("Words", "ended"),
    "unknown": mark("Words", "status not known today"),
}
_KINDS = {
    "town": mark("Words", "Townships"),
    "county": mark("Words", "Counties and cities"),
    "circle": mark("Words", "Life circles"),
    "site": mark("Words", "Sites"),
    "ai": mark("Words", "AI industry sites"),
    "broadband": mark("Words", "Broadband sites"),
    "telemedicine": mark("Words", "Telemedicine points"),
    "hospital": mark("Words", "Hospitals"),
    "digital": mark("Words", "Digital service sites"),
    "own": mark("Words", "Own layers"),
}
_OVERLAPS = {
    Overlap.EACH: mark("Words", "Full in each circle"),
    Overlap.SPLIT: mark("Words", "Split equally"),
    Overlap.FIRST: mark("Words", "First circle only"),
}
_OVERLAP_SENTENCES = {
    Overlap.EACH: mark(
        "Words",
        "A township shared by two circles counts fully in both; the nation counts every township once.",
    ),
    Overlap.SPLIT: mark(
        "Words",
        "A township shared by two circles counts by equal parts in each; the nation counts every township once.",
    ),
    Overlap.FIRST: mark(
        "Words",
        "A township shared by two circles counts only in its first circle; the nation counts every township once.",
    ),
}

_REASONS = (
    mark("Error", "No such file or directory"),
    mark("Error", "Permission denied"),
    mark("Error", "Read-only file system"),
    mark("Error", "No space left on device"),
    mark("Error", "Is a directory"),
    mark("Error", "Not a directory"),
    mark("Error", "File name too long"),
)
"""What operating systems say most often, in their own words; a rarer reason stays as it is."""


def date(texts: Texts, value: str) -> str:
    """Return the date of a source, which the data set writes as "undated" where there is none."""
    return texts.translate("Words", "undated") if value == "undated" else value


def level(texts: Texts, levels: str) -> str:
    """Return what a number stands on, from the '+'-joined fallback levels of a column; '' for the area's own figure."""
    return _joined(texts, _LEVELS, levels)


def short_level(texts: Texts, levels: str) -> str:
    """Return the levels in the few letters that fit into a cell."""
    return _joined(texts, _SHORT_LEVELS, levels)


def precision(texts: Texts, value: str) -> str:
    """Return how exactly a site is placed."""
    return texts.translate("Words", _PRECISIONS[value])


def level_or_precision(texts: Texts, value: str, of_site: bool) -> str:
    """Return the level of an area's fact or the precision of a site's; text that is neither stays as it is."""
    words = _PRECISIONS if of_site else _LEVELS
    return texts.translate("Words", words[value]) if value in words else value


def status(texts: Texts, value: str) -> str:
    """Return whether a site works today."""
    return texts.translate("Words", _STATUSES[value])


def kind(texts: Texts, value: str) -> str:
    """Return the plural of a kind of place or of a layer of sites."""
    return texts.translate("Words", _KINDS[value])


def site_kind(texts: Texts, site: Site) -> str:
    """Return the layer of a site: of an own one the name that the user gave it."""
    return site.category if site.layer is Layer.OWN else kind(texts, site.layer)


def overlap(texts: Texts, value: Overlap) -> str:
    """Return an overlap rule in the few words of a chooser."""
    return texts.translate("Words", _OVERLAPS[value])


def overlap_sentence(texts: Texts, value: Overlap) -> str:
    """Return an overlap rule as one sentence."""
    return texts.translate("Words", _OVERLAP_SENTENCES[value])


def error(texts: Texts, fault: UserError) -> str:
    """Return the sentence of a fault in the language of the window."""
    values = {key: _error_value(texts, value) for key, value in fault.values.items()}
    return texts.translate("Error", fault.template).format(**values)


def _error_value(texts: Texts, value: object) -> object:
    """Return a value of a sentence: a fault inside a fault is a sentence too."""
    if isinstance(value, UserError):
        return error(texts, value)
    if isinstance(value, Name):
        return value.text(texts.language)
    return texts.translate("Error", value) if isinstance(value, str) and value in _REASONS else value


def _joined(texts: Texts, table: dict[str, str], levels: str) -> str:
    words = dict.fromkeys(texts.translate("Words", table[one]) for one in levels.split("+") if one in table)
    return texts.translate("Words", " and ").join(words)
