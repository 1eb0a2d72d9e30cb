"""What the rows of a table are, and what its title, its sheet and its file name say of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from data.dataset import DataSet
from data.intake.areas import is_class
from data.intake.cleaned import Refusal
from data.intake.columns import by_name, columns_of, number_columns
from data.intake.dates import date
from data.intake.headers import Header
from data.intake.plan import Kind
from data.model import AreaLevel
from data.names import fold
from data.readers.sheet import Row, Sheet, SourceFile

_WORDS: Mapping[Kind, tuple[str, ...]] = {
    "telemedicine": ("遠距醫療", "遠距門診", "遠距會診", "遠距診療", "通訊診療", "遠距", "telemedicine", "telehealth"),
    "hospital": ("醫院", "醫事機構", "醫療機構", "病床", "急診", "急救責任", "hospital"),
    "broadband": ("海纜", "寬頻", "光纖", "基地臺", "基地台", "衛星站", "微波", "機房", "broadband", "cable landing"),
    "ai": ("人工智慧", "資料中心", "算力", "數據中心", "智慧園區", "data centre", "data center"),
}
"""Words in titles, names of columns and of rows that tell the layer; the earlier kind counts where two have as many."""

_PEOPLE = ("人口", "戶數", "65歲", "people_", "household", "population")

_AI = re.compile(r"(?<![A-Za-z])AI(?![A-Za-z])")

_OFFICE = re.compile(r"^[\u4e00-\u9fff]{1,14}?(?:縣政府|市政府|公所|衛生局|[部署局處會府]|委員會|研究院|公司|基金會)")
_PERIODS = (
    re.compile(r"(?:民國)?\s?1\d{2}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?"),
    re.compile(r"20\d{2}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?"),
    re.compile(r"20\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)"),
    re.compile(r"(?<!\d)1\d{2}[./]\d{1,2}(?:[./]\d{1,2})?(?!\d)"),
    re.compile(r"(?<!\d)(?:20\d{2}(?:0[1-9]|1[0-2])(?:[0-3]\d)?|1[01]\d(?:0[1-9]|1[0-2])(?:[0-3]\d)?)(?!\d)"),
    re.compile(r"(?:民國)?\s?1\d{2}\s?年(?=度|底|$|[^\d])"),
    re.compile(r"(?<!\d)20\d{2}(?!\d)"),
)
"""Ways to write a period in a title, the most exact first."""


def titles_of(file: SourceFile, sheet: Sheet, above: Sequence[Row]) -> tuple[str, ...]:
    """Return what a table is called: the first title above its header, the name of the sheet, that of the file."""
    lines = (" ".join(cell.strip() for cell in cells if cell.strip()) for _, cells in above)
    titles = (line[:200] for line in lines if line)
    sheets = (sheet.name,) if sheet.name and not re.fullmatch(r"(?i)(工作表|sheet)\s*\d*", sheet.name) else ()
    return (*titles, *sheets, file.path.name.split(".")[0])


def publisher_in(above: Sequence[Row]) -> str:
    """Return the office that a title begins with, '' where none does."""
    for _, cells in above:
        text = next((cell.strip() for cell in cells if cell.strip()), "")
        if (found := _OFFICE.match(text[:40])) is not None:
            return found[0]
    return ""


def period_in(titles: Sequence[str]) -> str:
    """Return the period that a title speaks of as YYYY, YYYY-MM or YYYY-MM-DD, '' where none does."""
    for title in titles:
        text = unicodedata.normalize("NFKC", title[:200])
        for pattern in _PERIODS:
            if (found := pattern.search(text)) is None:
                continue
            try:
                return date("".join(found[0].split())).value
            except Refusal:
                continue
    return ""


_DATED = re.compile(r"(?:製表|更新|資料|統計|截至|截止|公告|發布|匯出)(?:日期|時間|年月|基準日)?\s*[：:]?")


def dated_in(above: Sequence[Row]) -> str:
    """Return the date that the rows above a header give their table (製表日期：115年10月), '' where none does."""
    for _, cells in above:
        for cell in cells:
            text = unicodedata.normalize("NFKC", cell[:200])
            for found in _DATED.finditer(text):
                if day := period_in((text[found.end() : found.end() + 20],)):
                    return day
    return ""


def kind_of(header: Header, rows: Sequence[Row], titles: Sequence[str], data: DataSet) -> Kind:
    """Return what the rows are: people, figures, or sites of the layer that the words speak of."""
    people, figures, sites = (by_name(header, kind) for kind in ("people", "figures", "own"))
    places = {"county", "town", "place", "area_code"}
    pointed = {"x", "y"} <= sites.keys() or "point" in sites or "address" in sites
    named = "name" in sites and sites["name"] not in {people.get(field) for field in places}
    if not pointed:
        counted = {"population", "households", "population_65plus"} & people.keys()
        if places & people.keys() and _people_words(header, counted) and not named:
            return "people"
        if places & figures.keys() and not named and ("value" in figures or "variable" in figures):
            return "figures"
        if places & figures.keys() and not named and _only_numbers(header, rows, data):
            return "figures"
    return _layer(header, rows, titles, sites.get("name", -1))


def _only_numbers(header: Header, rows: Sequence[Row], data: DataSet) -> bool:
    """Whether nothing but numbers stands beside the areas, and no place or name of a site."""
    sites = columns_of(header, rows, "own", data)
    if {"name", "point", "address", "x"} & sites.keys():
        return False
    return bool(number_columns(header, rows, set(sites.values())))


def _people_words(header: Header, counted: set[str]) -> bool:
    """Whether the columns speak of people; a column 合計 alone may count anything."""
    words = "".join((*header.names, *header.also))
    return bool(counted) and any(
        word in words for word in ("人口", "戶數", "65歲", "people_", "household", "population")
    )


def _layer(header: Header, rows: Sequence[Row], titles: Sequence[str], name: int) -> Kind:
    names = [cells[name] for _, cells in rows if 0 <= name < len(cells)]
    title, columns = " ".join(titles).casefold(), " ".join((*header.names, *header.also)).casefold()
    scores: dict[Kind, float] = {}
    for kind, words in _WORDS.items():
        in_names = sum(any(word in text.casefold() for word in words) for text in names) / max(len(names), 1)
        scores[kind] = 2.0 * any(word in title for word in words) + any(word in columns for word in words)
        scores[kind] += 2.0 * (in_names if in_names > 0.3 else 0.0)
    scores["ai"] += 2.0 * bool(_AI.search(" ".join(titles)))
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] >= 1.5 else "own"


def variable_of(header: Header, columns: Mapping[str, int], titles: Sequence[str], kind: Kind, data: DataSet) -> str:
    """Return the variable that the column of values or the title names, '' where none does."""
    if kind != "figures" or "value" not in columns:
        return ""
    names = {
        fold(text): variable.id
        for variable in data.variables.values()
        for text in (variable.id, variable.name.zh, variable.name.en)
        if text
    }
    column = columns["value"]
    texts = [header.names[column], *(header.also[column : column + 1]), *titles]
    for text in texts:
        if (found := names.get(fold(text))) is not None:
            return found
    title = fold(" ".join(texts))
    held = [name for name in names if len(name) > 4 and name in title]
    return names[max(held, key=len)] if held else ""


def level_of(rows: Sequence[Row], columns: Mapping[str, int], data: DataSet) -> AreaLevel:
    """Return what areas figures are of: classes, counties, or townships where rows name these."""
    names = [
        cells[columns[field]].strip()
        for _, cells in rows
        for field in ("place", "county", "town")
        if field in columns and columns[field] < len(cells)
    ]
    filled = [name for name in names if name]
    if filled and sum(map(is_class, filled)) >= 0.8 * len(filled):
        return AreaLevel.NATION
    if {"town", "area_code", "address", "postal", "x"} & columns.keys():
        return AreaLevel.TOWN
    counties = {fold(county.name.zh) for county in data.counties}
    if filled and sum(1 for name in filled if fold(name[:20]) in counties) >= 0.8 * len(filled):
        return AreaLevel.COUNTY
    return AreaLevel.TOWN
