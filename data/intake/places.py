"""Cells as counties and townships: by name (today's, earlier, shortened, English) or code, never by mere likeness.

What is only like a name is refused with the nearest names as proposals; what may be several areas, with these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.dataset import DataSet
from data.intake.cleaned import Cleaned, Note, Refusal, check_length, remembered, shown
from data.intake.codes import LEADING_ZEROS, plain_code
from data.intake.gazetteer import COUNTIES, Gazetteer, Sense, gazetteer, place_key
from data.intake.numbers import UNKNOWN
from data.intake.old_names import OLD_COUNTY_CODES
from data.marking import mark
from data.names import official

TAI = mark("Intake", "Cells whose 台 in names of areas was written 臺: {count}, for example {old} → {new}.")
SPELLED = mark(
    "Intake", "Cells whose names of areas were spelled as the official ones: {count}, for example {old} → {new}."
)
OLD_CODE = mark(
    "Intake",
    "Cells whose codes of areas of an earlier time were replaced by today's: {count}, for example {old} → {new}.",
)

_CODE = re.compile(r"[0-9]{4,11}")
_LONGEST_NAME = 60
"""Characters; the longest names are English ones of town and county."""


@dataclass(frozen=True, slots=True)
class Area:
    """A township, or a county where ``town_code`` is ''; nothing where both are."""

    county_code: str = ""
    town_code: str = ""


NOWHERE = Area()


def find_county(raw: str, data: DataSet) -> Cleaned[str]:
    """Return the code of the county of a name or code, '' where the cell says nothing. Raises Refusal."""
    check_length(raw)
    return _county(gazetteer(data.geography), raw)


def find_town(raw: str, data: DataSet, county: str = "") -> Cleaned[str]:
    """Return the code of the township of a name or code, '' where the cell says nothing. Raises Refusal.

    ``county`` is the code of the county that the row states elsewhere; the township has to lie in it.
    """
    check_length(raw)
    return _town(gazetteer(data.geography), raw, county)


def find_area(raw: str, data: DataSet, county: str = "") -> Cleaned[Area]:
    """Return the county or township of a name or code; a name that is both means the county. Raises Refusal."""
    check_length(raw)
    return _area(gazetteer(data.geography), raw, county)


def area_name(area: Area, data: DataSet) -> str:
    """Return the official name of an area, of a township with its county; '' for none."""
    return gazetteer(data.geography).name(area.town_code or area.county_code)


@remembered(maxsize=4_000)
def _county(book: Gazetteer, raw: str) -> Cleaned[str]:
    text = _text(raw)
    if not text:
        return Cleaned("")
    if (digits := _digits(text)) is not None:
        return _county_of_code(book, digits)
    key = place_key(text)
    whole = (county for county, rest in book.counties_before(key) if not rest)  # with a province before it
    sense = book.counties.get(key) or book.county_codes.get(key) or next(whole, None)
    if sense is None or len(sense.codes) > 1:
        raise _refused(book, text, sense, COUNTIES)
    return Cleaned(sense.codes[0], name_remarks(book, text, sense))


@remembered(maxsize=50_000)
def _town(book: Gazetteer, raw: str, county: str) -> Cleaned[str]:
    text = _text(raw)
    if not text:
        return Cleaned("")
    if (digits := _digits(text)) is not None:
        found = _town_of_code(book, digits)
        check_county(book, text, found.value, county)
        return found
    key = place_key(text)
    sense = book.towns[county].get(key) or book.full_name(key)
    whole = book.counties.get(key)
    if whole is not None and not whole.template and (sense is None or (sense.template and not county)):
        # 桃園市 was a township once, but a table of today that names no county means the municipality
        meant = tuple(book.name(code) for code in sense.codes) if sense else ()
        raise Refusal("{value} is a county, and a township is wanted.", value=shown(text), proposals=meant)
    if sense is None or len(sense.codes) > 1:
        if county and sense is None and (elsewhere := book.towns[""].get(key)):
            check_county(book, text, elsewhere.codes[0], county)
        raise _refused(book, text, sense, county)
    check_county(book, text, sense.codes[0], county)
    return Cleaned(sense.codes[0], name_remarks(book, text, sense))


@remembered(maxsize=50_000)
def _area(book: Gazetteer, raw: str, county: str) -> Cleaned[Area]:
    text = _text(raw)
    if not text:
        return Cleaned(NOWHERE)
    digits = _digits(text)
    is_county = len(digits) <= 5 if digits is not None else place_key(text) in book.counties
    if is_county and not county:
        found = _county(book, raw)
        return Cleaned(Area(found.value), found.remarks)
    try:
        town = _town(book, raw, county)
    except Refusal:
        if not is_county or (found := _county(book, raw)).value != county:
            raise
        return Cleaned(Area(county), found.remarks)
    return Cleaned(Area(town.value[:5], town.value), town.remarks)


def _text(raw: str) -> str:
    """Return a cell without padding, '' where it says that nothing is known."""
    text = raw.strip()
    return "" if text.upper() in UNKNOWN else text


def _digits(text: str) -> str | None:
    plain = plain_code(text)
    return plain if _CODE.fullmatch(plain) else None


def _county_of_code(book: Gazetteer, digits: str) -> Cleaned[str]:
    code, remarks = _padded(digits, 5)
    if today := OLD_COUNTY_CODES.get(code):
        return Cleaned(today, (*remarks, Note(OLD_CODE, code, today)))
    if len(code) != 5 or code not in book.names:
        raise Refusal("{value} is the code of no county.", value=shown(digits))
    return Cleaned(code, remarks)


def _town_of_code(book: Gazetteer, digits: str) -> Cleaned[str]:
    """Return the township of a code of 8 digits, or of a village's of 11, whose first 8 are the township's."""
    code, remarks = _padded(digits, 8 if len(digits) <= 8 else 11)
    if len(code) < 8 or code[:8] not in book.names:
        raise Refusal("{value} is the code of no township.", value=shown(digits))
    return Cleaned(code[:8], remarks)


def _padded(digits: str, length: int) -> tuple[str, tuple[Note, ...]]:
    """Return a code with the zero that a spreadsheet took; codes of counties begin with at most one."""
    if len(digits) != length - 1:
        return digits, ()
    return "0" + digits, (Note(LEADING_ZEROS, digits, "0" + digits),)


def check_county(book: Gazetteer, text: str, town_code: str, county: str) -> None:
    """Raise Refusal for a township (or county) outside the county that the row states, if it states one."""
    if county and town_code[:5] != county:
        raise Refusal(
            "{value} lies in {found}, and the row says {county}.",
            value=shown(text),
            found=book.name(town_code[:5]),
            county=book.name(county),
        )


def name_remarks(book: Gazetteer, text: str, sense: Sense) -> tuple[Note, ...]:
    """Return what was done to a name: nothing where it stands as it should, with or without its county."""
    code = sense.codes[0]
    name = book.names[code]
    plain = text.replace(" ", "").replace("\u3000", "")
    full = book.name(code)
    new = full if len(plain) > len(name) else name
    if plain in (name, full) or sense.english:
        return ()
    if official(plain) in (name, full):
        return (Note(TAI, shown(text), new),)
    return (Note(sense.template or SPELLED, shown(text), new),)


def _refused(book: Gazetteer, text: str, sense: Sense | None, within: str) -> Refusal:
    """Return the refusal of a name that means several areas, or none: then with what is most like it ``within``."""
    if sense is not None:
        names = tuple(book.name(code) for code in sense.codes)
        return Refusal("{value} may be {candidates}.", value=shown(text), candidates=", ".join(names), proposals=names)
    proposals = book.alike(text, within) if len(text) <= _LONGEST_NAME else ()
    return Refusal("{value} is the name of no area.", value=shown(text), proposals=proposals)
