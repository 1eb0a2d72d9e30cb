"""Cells as numbers: thousands separators, full-width digits, decimal commas, units behind the number, missing marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from data.intake.cleaned import Cleaned, Note, Refusal, check_length, remembered, shown
from data.marking import mark
from data.own_table import LARGEST_NUMBER, MISSING, SMALLEST_NUMBER

DecimalStyle = Literal["point", "comma"]
"""What stands before the decimals: 1,234.5 or 1.234,5."""

UNKNOWN = MISSING | {
    *("*", "**", "***", "…", "......", "...", "..", ".", "--", "---", "－－", "N.A.", "NULL", "NONE", "NAN", "NIL"),
    *(
        "#N/A",
        "#N/A N/A",
        "?",
        "/",
        "\\",
        "無資料",
        "不詳",
        "未提供",
        "未知",
        "未填",
        "未填寫",
        "缺",
        "缺值",
        "待查",
    ),
    *("不適用", "尚無資料", "無數據", "保密", "NO DATA", "UNKNOWN"),
}
"""What stands for an unknown value in tables of offices, in any case and width. #N/A says just that, too."""

EXCEL_ERRORS = frozenset(
    {"#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"}
)

MISSING_MARK = mark("Intake", "Cells taken as unknown: {count}, for example {old}.")
SEPARATORS = mark("Intake", "Cells whose thousands separators were left out: {count}, for example {old} → {new}.")
WIDTH = mark("Intake", "Cells whose full-width digits were read: {count}, for example {old} → {new}.")
COMMA = mark("Intake", "Cells whose comma was read as a decimal point: {count}, for example {old} → {new}.")
UNIT = mark("Intake", "Cells whose unit after the number was left out: {count}, for example {old} → {new}.")
MULTIPLE = mark("Intake", "Cells whose 萬 or 億 was multiplied out: {count}, for example {old} → {new}.")

_UNITS: dict[str, str] = {
    **dict.fromkeys(("床", "張", "張床"), "beds"),
    **dict.fromkeys(("人", "名", "位", "口"), "persons"),
    **dict.fromkeys(("戶", "家戶"), "households"),
    **dict.fromkeys(
        ("處", "個", "家", "間", "座", "站", "臺", "台", "部", "所", "件", "點", "次", "筆", "支"), "count"
    ),
    **dict.fromkeys(("%", "％", "百分點", "percent"), "percent"),
    **dict.fromkeys(("平方公里", "km2", "km²", "㎢", "sq km"), "km2"),
    **dict.fromkeys(("公頃", "ha"), "ha"),
    **dict.fromkeys(("元", "圓"), "TWD"),
    **dict.fromkeys(("人次", "件次"), "visits"),
    **dict.fromkeys(("公里", "km"), "km"),
    **dict.fromkeys(("公尺", "m"), "m"),
    **dict.fromkeys(("坪",), "ping"),
    "mbps": "Mbps",
    "gbps": "Gbps",
    "mw": "MW",
}
"""The unit that each way of writing it stands for: those of ``data.numbers.RANGES``, and some that no figure has."""

_MULTIPLES = {"": 1, "千": 10**3, "萬": 10**4, "万": 10**4, "百萬": 10**6, "千萬": 10**7, "億": 10**8}
_POINT = re.compile(r"[+-]?(?=\.?[0-9])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]*)?(?:[eE][+-]?[0-9]{1,3})?")
_COMMA = re.compile(r"[+-]?(?=,?[0-9])(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)?(?:,[0-9]*)?(?:[eE][+-]?[0-9]{1,3})?")
_PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,20})?")
_BEHIND = re.compile(
    r"(?P<number>[+-]?[0-9][0-9.,]*(?:[eE][+-]?[0-9]{1,3})?)\s*(?P<multiple>百萬|千萬|千|萬|万|億)?(?P<unit>[^0-9]*)"
)
_GUESSED = re.compile(
    r"(?:約|大約|近|逾|超過|至少|>=?|<=?|≥|≤|~)?\s*(?P<number>[0-9][0-9.,]*)\s*(?:\+|以上|以下|餘|多|左右)?"
)
_BRACKETS = re.compile(r"\(\s*(?P<number>[0-9][0-9.,]*)\s*\)")
_SHORT = 40  # characters; a number with its unit is never longer, and patterns need not look at more


def is_unknown(raw: str) -> bool:
    """Whether a cell says that nothing is known, or nothing at all."""
    return len(raw) < _SHORT and (not raw or _one_width(raw).upper() in UNKNOWN)


def number(raw: str, style: DecimalStyle = "point", unit: str = "") -> Cleaned[float | None]:
    """Return the number that a cell spells, None where it says that it is unknown.

    ``unit`` is the unit of the column as in ``data.numbers.RANGES``, '' where none is known; a number in another unit
    is refused. Raises Refusal for everything else, also for infinite numbers, those that no quantity can reach, and
    the errors of a spreadsheet.
    """
    if style == "point" and _PLAIN.fullmatch(raw):
        return Cleaned(float(raw) + 0.0)  # -0 is 0
    check_length(raw)
    return _number(raw, style, unit)


def decimal_style(values: Iterable[str]) -> DecimalStyle:
    """Return how a column writes its decimals: with a comma where some cell can mean nothing else, and none a point.

    1,234 alone may be either, and is a thousands separator; 12,5 or 1.234,5 settles it for the column.
    """
    comma = False
    for raw in values:
        if len(raw) > _SHORT or ("," not in (text := _one_width(raw)) and "." not in text):
            continue
        numeral = _BEHIND.fullmatch(text)
        if numeral is None:
            continue
        spelled = numeral["number"]
        point = _POINT.fullmatch(spelled) is not None
        if point and not _COMMA.fullmatch(spelled):
            return "point"
        comma = comma or (not point and _COMMA.fullmatch(spelled) is not None)
    return "comma" if comma else "point"


@remembered(maxsize=50_000)
def _number(raw: str, style: DecimalStyle, unit: str) -> Cleaned[float | None]:
    text = _one_width(raw)
    if text.upper() in UNKNOWN:
        return Cleaned(None, (Note(MISSING_MARK, text),) if text else ())
    if text.upper() in EXCEL_ERRORS or text.startswith("##"):
        raise Refusal("{value} is an error of the spreadsheet, not a number.", value=shown(raw))
    remarks = []
    if text != raw.strip() and not raw.strip().isascii():
        remarks.append(Note(WIDTH, shown(raw.strip()), text))
    pattern = _POINT if style == "point" else _COMMA
    parts = _BEHIND.fullmatch(text) if len(text) <= _SHORT else None
    found = parts["unit"].strip() if parts else ""
    if parts is None or not pattern.fullmatch(parts["number"]) or (found and found.lower() not in _UNITS):
        if not pattern.fullmatch(text):
            raise _refused(raw, text, style)
        spelled, multiple = text, 1
    else:
        spelled, multiple = parts["number"], _MULTIPLES[parts["multiple"] or ""]
        stated = _UNITS.get(found.lower(), "")
        if unit and stated and stated != unit and not (stated == "count" and unit in _COUNTED):
            raise Refusal(
                "{value} is given in {found}, and the column in {unit}.", value=shown(raw), found=found, unit=unit
            )
    value = _value(raw, spelled, style) * multiple + 0.0
    written = f"{value:.15g}"
    if "," in spelled if style == "point" else "." in spelled:
        remarks.append(Note(SEPARATORS, shown(text), written))
    if style == "comma" and "," in spelled:
        remarks.append(Note(COMMA, shown(text), written))
    if multiple != 1:
        remarks.append(Note(MULTIPLE, shown(text), written))
    if found:
        remarks.append(Note(UNIT, shown(text), written))
    return Cleaned(value, tuple(remarks))


_COUNTED = ("beds", "persons", "households")
"""Units of what is counted one by one: 12個 may be said of them."""


def _value(raw: str, spelled: str, style: DecimalStyle) -> float:
    plain = spelled.replace(",", "") if style == "point" else spelled.replace(".", "").replace(",", ".")
    value = float(plain)
    if abs(value) > LARGEST_NUMBER or 0 < abs(value) < SMALLEST_NUMBER:
        raise Refusal("{value} is too large or too small to be computed with.", value=shown(raw))
    return value


def _one_width(raw: str) -> str:
    text = raw if raw.isascii() else unicodedata.normalize("NFKC", raw).replace("−", "-").replace("–", "-")
    return text.strip().lstrip("'").strip()  # spreadsheets put ' before numbers that are kept as text


def _refused(raw: str, text: str, style: DecimalStyle) -> Refusal:
    """Return the refusal of what is no number, with the number that may be meant."""
    short = text[:_SHORT]
    if short.lstrip("+-").upper() in ("INF", "INFINITY", "∞"):
        return Refusal("{value} is infinite; no quantity is.", value=shown(raw))
    pattern = _POINT if style == "point" else _COMMA
    proposals: tuple[str, ...] = ()
    if (meant := _BRACKETS.fullmatch(short)) and pattern.fullmatch(meant["number"]):
        proposals = (f"-{meant['number']}",)
    elif (meant := _GUESSED.fullmatch(short)) and pattern.fullmatch(meant["number"]):
        proposals = (meant["number"],)
    elif (meant := _GUESSED.fullmatch(short)) and style == "point" and _COMMA.fullmatch(meant["number"]):
        proposals = (meant["number"].replace(".", "").replace(",", "."),)
    return Refusal("{value} is not a number.", value=shown(raw), proposals=proposals)
