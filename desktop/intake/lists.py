"""The columns of the lists on the last step: rows, problems, remarks, doubles and differences, as words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.dataset import DataSet
from data.intake.outcome import Difference, Duplicate, Problem, RefusedRow, Remark
from data.model import AreaLevel, Figure, Site, Variable
from data.vocabulary import unit
from desktop import words
from desktop.intake.tables import Column
from desktop.intake.words import CHANGE_NAMES, LEVEL_NAMES, listed, problem, remark, word
from desktop.words import mark
from maps.texts import Texts

Row = Site | Figure
Refused = tuple[RefusedRow, Problem]

_FIELDS = {
    "name": mark("Intake", "name"),
    "category": mark("Intake", "category"),
    "operator": mark("Intake", "operator"),
    "county_code": mark("Intake", "county"),
    "town_code": mark("Intake", "township"),
    "locality": mark("Intake", "locality"),
    "lon": mark("Intake", "place"),
    "lat": mark("Intake", "place"),
    "precision": mark("Intake", "precision"),
    "status": mark("Intake", "status"),
    "status_text": mark("Intake", "status"),
    "year": mark("Intake", "date"),
    "value": mark("Intake", "value"),
    "unit": mark("Intake", "unit"),
    "note": mark("Intake", "note"),
    "extra": mark("Intake", "other fields"),
    "period": mark("Intake", "period"),
    "source_id": mark("Intake", "source"),
    "source_location": mark("Intake", "row of the file"),
}


def row_columns(data: DataSet, variables: Mapping[str, Variable], texts: Texts) -> Sequence[Column[Row]]:
    """Return the columns for sites that will be taken; for figures where there are ``variables`` that they measure."""
    if variables:
        return (
            Column(texts.translate("Intake", "Area"), lambda row: row_name(row, data, texts)),
            Column(texts.translate("Intake", "Measured"), lambda row: _measured(row, variables, texts)),
            Column(texts.translate("Intake", "Value"), lambda row: _state(row, texts), True),
            Column(texts.translate("Intake", "Period"), lambda row: _place(row, data, texts)),
        )
    return (
        Column(texts.translate("Intake", "Name"), lambda row: row_name(row, data, texts)),
        Column(texts.translate("Intake", "Place"), lambda row: _place(row, data, texts)),
        Column(texts.translate("Intake", "Status"), lambda row: _state(row, texts)),
        Column(texts.translate("Intake", "Date"), lambda row: row.year if isinstance(row, Site) else ""),
    )


def problem_columns(texts: Texts) -> Sequence[Column[Refused]]:
    """Return the columns for what is refused; the third is the one that is written over."""
    return (
        Column(texts.translate("Intake", "Row"), lambda one: str(one[0].number), True),
        Column(texts.translate("Intake", "Column"), lambda one: one[1].column),
        Column(texts.translate("Intake", "Value"), lambda one: one[1].value),
        Column(texts.translate("Intake", "Why it is refused"), lambda one: problem(texts, one[1])),
        Column(texts.translate("Intake", "Proposal"), lambda one: one[1].proposal),
    )


def remark_columns(texts: Texts) -> Sequence[Column[Remark]]:
    """Return the columns for what was cleaned, assumed or left out."""
    return (
        Column(texts.translate("Intake", "What was done"), lambda one: remark(texts, one)),
        Column(texts.translate("Intake", "First row"), lambda one: str(one.first_row) if one.first_row else "", True),
    )


def duplicate_columns(data: DataSet, texts: Texts) -> Sequence[Column[Duplicate]]:
    """Return the columns for rows whose site is there already."""

    def there(one: Duplicate) -> str:
        if one.of_row:
            return texts.translate("Intake", "row {number} of the file").format(number=one.of_row)
        source = data.sources.get(one.of.source_id)
        return source.title if source is not None else texts.translate("Intake", "the project")

    return (
        Column(texts.translate("Intake", "Row"), lambda one: str(one.row), True),
        Column(texts.translate("Intake", "Name"), lambda one: row_name(one.site, data, texts)),
        Column(texts.translate("Intake", "Is there as"), lambda one: row_name(one.of, data, texts)),
        Column(texts.translate("Intake", "From"), there),
    )


def difference_columns(data: DataSet, texts: Texts) -> Sequence[Column[Difference]]:
    """Return the columns for what is otherwise than in the project."""
    return (
        Column(texts.translate("Intake", "Change"), lambda one: word(texts, CHANGE_NAMES[one.change])),
        Column(texts.translate("Intake", "Name or area"), lambda one: row_name(_of(one), data, texts)),
        Column(texts.translate("Intake", "What differs"), lambda one: _differs(one, texts)),
        Column(texts.translate("Intake", "Before"), lambda one: _side(one.before, one, data, texts)),
        Column(texts.translate("Intake", "After"), lambda one: _side(one.after, one, data, texts)),
    )


def row_name(row: Row, data: DataSet, texts: Texts) -> str:
    """Return the name of a site, or of the area of a figure."""
    return row.name.text(texts.language) if isinstance(row, Site) else _area(row.level, row.area, data, texts)


def _area(level: AreaLevel, area: str, data: DataSet, texts: Texts) -> str:
    if level is AreaLevel.TOWN and area in data.town_index:
        return data.towns[data.town_index[area]].full_name(texts.language)
    if level is AreaLevel.COUNTY and area in data.county_index:
        return data.counties[data.county_index[area]].name.text(texts.language)
    return word(texts, LEVEL_NAMES[level]) if level in LEVEL_NAMES else area


def _measured(row: Row, variables: Mapping[str, Variable], texts: Texts) -> str:
    if isinstance(row, Site) or row.variable not in variables:
        return ""
    return variables[row.variable].name.text(texts.language)


def _place(row: Row, data: DataSet, texts: Texts) -> str:
    if isinstance(row, Figure):
        return row.period
    level, code = (AreaLevel.TOWN, row.town_code) if row.town_code else (AreaLevel.COUNTY, row.county_code)
    return _area(level, code, data, texts)


def _state(row: Row, texts: Texts) -> str:
    if isinstance(row, Site):
        return words.status(texts, row.status)
    return texts.number(row.value, 0 if float(row.value).is_integer() else 2, row.bound)


def _of(one: Difference) -> Row:
    row = one.after or one.before
    assert row is not None
    return row


def _differs(one: Difference, texts: Texts) -> str:
    return listed(texts, dict.fromkeys(word(texts, _FIELDS.get(field, field)) for field in one.what))


def _side(row: Row | None, one: Difference, data: DataSet, texts: Texts) -> str:
    """Return what differs as it is on one side."""
    if row is None:
        return ""
    if isinstance(row, Figure):
        return _state(row, texts)
    values = (_value(row, field, data, texts) for field in one.what)
    return ("；" if texts.language == "zh" else "; ").join(dict.fromkeys(value for value in values if value))


def _value(site: Site, field: str, data: DataSet, texts: Texts) -> str:
    if field in ("lon", "lat"):
        return f"{site.lon:.4f}, {site.lat:.4f}"
    if field in ("town_code", "county_code"):
        return _place(site, data, texts)
    if field == "name":
        return site.name.text(texts.language)
    if field == "status":
        return words.status(texts, site.status)
    if field == "unit":
        return unit(site.unit).text(texts.language)
    if field == "precision":
        return words.precision(texts, site.precision)
    if field == "value":
        return "" if site.value is None else texts.number(site.value, 0 if site.value.is_integer() else 2)
    value = getattr(site, field, "")
    return value if isinstance(value, str) else ""
