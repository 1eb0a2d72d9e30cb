"""Edits by hand: new ``OwnData`` out of a site or figure that was added, changed, moved or deleted.

Every fault is an InputError whose sentence says what cannot be. Nothing here knows of windows or of undo.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from unicodedata import category

from data.dataset import DataSet
from data.errors import InputError, UnknownNameError
from data.model import KINDS, AreaLevel, Figure, Layer, Name, Precision, Site, Source, Status, Variable
from data.numbers import LAT, LON, RANGES
from data.own import EDITS, OwnData, figure_key
from data.own_ids import new_ids
from data.own_sources import KIND
from data.own_text import is_too_long
from data.records import EXTRA_COLUMNS
from data.scenario import EMERGENCY_BEDS, USUAL_CATEGORY
from data.scenario_record import MOST_BEDS

LONGEST_NAME = 200
"""Characters; a longer name could be read on no map."""

_UNSHOWN = ("Cc", "Cs")
"""Control characters, and halves of surrogate pairs, which no file can hold."""
_TEXTS = ("category", "operator", "locality", "status_text", "year", "unit", "source_location", "note")


def edits_source(today: date, user: str) -> Source:
    """Return the source that edits by hand cite where the user names no other."""
    return Source(EDITS, "本專案人工編修", user, today.isoformat(), "", KIND, "")


# --- sites -----------------------------------------------------------------------------------------------------------


def new_site(data: DataSet, layer: Layer, category: str, name: Name, lon: float, lat: float, town_code: str) -> Site:
    """Return a site that stands where a user put it, with an id of its own; everything else about it is unknown.

    ``category`` of an own layer is its name. Nothing is checked before ``put_sites``.
    """
    return Site(
        id=new_ids(data)[0],
        layer=layer,
        category=category or USUAL_CATEGORY.get(layer, ""),
        name=name,
        operator="",
        county_code=town_code[:5],
        town_code=town_code,
        locality="",
        lon=lon,
        lat=lat,
        precision=Precision.SITE,
        status=Status.UNKNOWN,
        status_text="",
        year="",
        value=None,
        unit="",
        source_id=EDITS,
        source_location="",
        note="",
        extra=dict.fromkeys(EXTRA_COLUMNS.get(layer, ()), ""),
    )


def changed_site(site: Site, data: DataSet, **fields: Any) -> Site:
    """Return the site with other values in some fields, which cites the edits unless it is given another source.

    A place that was changed is exact; of a status that was changed the old wording is dropped; the source that the
    site had stays named. A change of the layer gives it the fields of the new one.
    """
    if all(getattr(site, name) == value for name, value in fields.items()):
        return site
    cited = _cited(site, data, fields)
    if fields.get("status", site.status) != site.status:
        cited.setdefault("status_text", "")
    layer = fields.get("layer", site.layer)
    if layer != site.layer:
        extra = fields.get("extra", site.extra)
        cited["extra"] = {name: extra.get(name, "") for name in EXTRA_COLUMNS.get(layer, ())}
        cited.setdefault("category", USUAL_CATEGORY.get(layer, ""))
    return replace(site, **cited)


def _cited(row: Site | Figure, data: DataSet, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with the edits as their source unless they name one; what the row cited before stays named."""
    cited = dict(fields)
    if "source_id" not in fields:
        cited["source_id"] = EDITS
        if row.source_id != EDITS:
            source = data.sources.get(row.source_id)
            cited.setdefault("source_location", "" if source is None else f"原載：{source.title}")
    return cited


def moved_site(site: Site, data: DataSet, lon: float, lat: float, town_code: str) -> Site:
    """Return the site where a user has put it, which is then its exact place."""
    return changed_site(
        site, data, lon=lon, lat=lat, town_code=town_code, county_code=town_code[:5], precision=Precision.SITE
    )


def put_sites(own: OwnData, data: DataSet, sites: Iterable[Site], by: Source) -> OwnData:
    """Return the data with these sites added, or in the places of those of the same id.

    ``data`` is the data set of the project, ``by`` the source of its edits, which is added where a site cites it.
    Raises InputError for a site that cannot be.
    """
    new = tuple(sites)
    sources = data.sources.keys() | {by.id} | {source.id for source in own.sources}
    layers = data.own_layers.keys() | {layer.name for layer in own.layers}
    for site in new:
        _check_site(site, data, sources, layers)
    if any(site.source_id == by.id for site in new):
        own = own.with_source(by)
    return own.with_sites(new)


def revert_sites(own: OwnData, ids: Iterable[str], embedded: DataSet) -> OwnData:
    """Return the data in which these sites of the embedded set, changed or removed, are as they are there."""
    back = frozenset(ids) & embedded.site_by_id.keys()
    return replace(
        own,
        sites=tuple(site for site in own.sites if site.id not in back),
        removed_sites=own.removed_sites - back,
    )


def _check_site(site: Site, data: DataSet, sources: Iterable[str], layers: Iterable[str]) -> None:
    name = site.name.zh.strip()
    if not name:
        raise InputError("A site needs a name.")
    for text in (site.name.zh, site.name.en):
        _check_text(text, name)
        if len(text) > LONGEST_NAME:
            raise InputError("The name {name} is longer than {most} characters.", name=name[:30], most=LONGEST_NAME)
    for field in _TEXTS:
        _check_text(getattr(site, field), name)
    if site.layer is Layer.OWN and site.category not in layers:
        raise UnknownNameError(
            "There is no layer {name} in this project; its layers are {valid}.",
            name=site.category,
            valid=", ".join(layers),
        )
    if site.layer is Layer.TELEMEDICINE and site.category not in ("spoke", "hub"):
        raise InputError("{name}: a telemedicine site is a point (spoke) or a hub hospital (hub).", name=name)
    _check_place(site, data, name)
    if site.value is not None and not (math.isfinite(site.value) and site.value >= 0):
        raise InputError("{name}: {value} is not a number of 0 or more.", name=name, value=site.value)
    if site.source_id not in sources:
        raise UnknownNameError("There is no source {name} in this project.", name=site.source_id)
    beds = site.extra.get(EMERGENCY_BEDS, "")
    if beds and not (beds.isascii() and beds.isdigit() and int(beds) <= MOST_BEDS):
        raise InputError(
            "{name}: emergency beds are a whole number up to {most}, not {value}.",
            name=name,
            most=MOST_BEDS,
            value=beds[:30],
        )


def _check_place(site: Site, data: DataSet, name: str) -> None:
    if not (LON.holds(site.lon) and LAT.holds(site.lat)):
        raise InputError("{name}: the place {lon}, {lat} is not in Taiwan.", name=name, lon=site.lon, lat=site.lat)
    if site.town_code:
        if site.town_code not in data.town_index:
            raise UnknownNameError("There is no township {name}.", name=site.town_code)
        if site.town_code[:5] != site.county_code:
            raise InputError("{name}: the township is not in the county.", name=name)
    elif site.precision is not Precision.COUNTY or site.county_code not in data.county_index:
        raise InputError("{name}: a site needs a township.", name=name)


def _check_text(text: str, name: str) -> None:
    if is_too_long(text):
        raise InputError("{name}: the text {text}… is too long.", name=name[:30], text=text[:30])
    if not text.isprintable() and any(category(letter) in _UNSHOWN and letter not in "\n\t" for letter in text):
        raise InputError("{name}: the text {text} has characters that cannot be shown.", name=name[:30], text=text[:30])


# --- figures ---------------------------------------------------------------------------------------------------------


def figure_id(figure: Figure) -> str:
    """Return the id that a figure of a project has by what it speaks of."""
    return ".".join(("own", *(part for part in figure_key(figure) if part)))


def changed_figure(figure: Figure, data: DataSet, **fields: Any) -> Figure:
    """Return the figure with other values in some fields, which cites the edits unless it is given another source."""
    if all(getattr(figure, name) == value for name, value in fields.items()):
        return figure
    return replace(figure, **_cited(figure, data, fields))


def set_figures(own: OwnData, data: DataSet, figures: Iterable[Figure], by: Source) -> OwnData:
    """Return the data with these figures added, or in the places of those that speak of the same.

    Raises InputError for a figure that cannot be.
    """
    new = tuple(figures)
    sources = data.sources.keys() | {by.id} | {source.id for source in own.sources}
    for figure in new:
        _check_figure(figure, data, sources)
    if any(figure.source_id == by.id for figure in new):
        own = own.with_source(by)
    return own.with_figures(new)


def revert_figures(own: OwnData, figures: Iterable[Figure], embedded: DataSet) -> OwnData:
    """Return the data in which what these figures speak of is again as the embedded set says."""
    keys = {figure_key(figure) for figure in figures}
    known = {figure.id for figure in embedded.figures if figure_key(figure) in keys}
    return replace(
        own,
        figures=tuple(one for one in own.figures if one.id not in known and figure_key(one) not in keys),
        removed_figures=own.removed_figures - known,
    )


def check_value(value: float, variable: Variable) -> None:
    """Raise InputError for a value that a figure of this variable cannot have."""
    if not math.isfinite(value):
        raise InputError("A figure needs a number.")
    limits = RANGES.get(variable.unit)
    if limits is not None and not (limits.holds(value) and (not limits.whole or value % 1 == 0)):
        raise InputError(
            "{value} cannot be: {name} lies between {low} and {high}.",
            value=f"{value:g}",
            name=variable.name,
            low=f"{limits.low:g}",
            high=f"{limits.high:g}",
        )


def _check_figure(figure: Figure, data: DataSet, sources: Iterable[str]) -> None:
    variable = data.variables.get(figure.variable)
    if variable is None:
        raise UnknownNameError("There is no variable {name}.", name=figure.variable)
    known = {AreaLevel.TOWN: data.town_index, AreaLevel.COUNTY: data.county_index, AreaLevel.CIRCLE: data.circles}
    if figure.area not in known.get(figure.level, {"": 0}):
        raise UnknownNameError("There is no area {name} at level {level}.", name=figure.area, level=figure.level)
    if figure.kind not in KINDS:
        raise UnknownNameError(
            "There is no kind {name} of figures; the kinds are {valid}.", name=figure.kind, valid=", ".join(KINDS)
        )
    if not figure.period.strip():
        raise InputError("A figure needs a period, such as 2025 or 2025-12.")
    check_value(figure.value, variable)
    for text in (figure.period, figure.note, figure.source_location):
        _check_text(text, variable.name.zh)
    if figure.series and figure.series not in data.series:
        raise UnknownNameError("There is no coverage series {name}.", name=figure.series)
    if figure.source_id not in sources:
        raise UnknownNameError("There is no source {name} in this project.", name=figure.source_id)
