"""Tables of what stands on the map: its sites, those that a scenario supposes or takes away, and their links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data import vocabulary
from data.cells import number
from data.model import Layer, Link, Precision, Site, Status
from maps.context import Context
from maps.export.table import Cell, ShownColumn, ShownTable
from maps.site_layers import shown_layers, sites_in
from maps.site_looks import is_drawn, is_supposed
from maps.sites import drawn_layers, sites_gone

SUPPOSED, REMOVED = "supposed", "removed"
"""What a scenario does to a site: it is, or is as it is, only there; or it is there no more."""


def visible_sites(context: Context) -> Iterator[tuple[Site, str]]:
    """Yield the sites on the map that do not step back, each with what the scenario shown does to it ('' nothing)."""
    for layer in reversed(drawn_layers(context)):
        for site in sites_in(context.data, layer):
            if is_drawn(site) and _in_focus(context, site):
                yield site, SUPPOSED if is_supposed(site) else ""
        for site in sites_gone(context, layer):
            if _in_focus(context, site):
                yield site, REMOVED


def visible_links(context: Context) -> Iterator[tuple[Link, Site, Site]]:
    """Yield the links on the map with their point and hospital, as ``maps.links`` draws them."""
    if not context.shows("links"):
        return
    sites = context.data.site_by_id
    for link in context.data.links:
        spoke, hub = sites[link.spoke_id], sites[link.hub_id]
        if Status.ENDED not in (spoke.status, hub.status) and context.town_in_focus(spoke.town_code):
            yield link, spoke, hub


def site_table(context: Context) -> ShownTable | None:
    """Return the sites on the map; None where no layer of sites is on."""
    if not shown_layers(context):
        return None
    translate = context.texts.translate
    columns = (
        ShownColumn("id", translate("Data", "Code"), "id"),
        ShownColumn("layer", translate("Data", "Layer"), "code"),
        ShownColumn("layer_words", translate("Data", "Layer")),
        ShownColumn("category", translate("Data", "Category"), "code"),
        ShownColumn("category_words", translate("Data", "Category")),
        ShownColumn("name_zh", translate("Data", "Name (Chinese)"), "name"),
        ShownColumn("name_en", translate("Data", "Name (English)"), "name"),
        ShownColumn("operator", translate("Data", "Operator")),
        ShownColumn("status", translate("Data", "Status"), "code"),
        ShownColumn("status_words", translate("Data", "Status")),
        ShownColumn("status_text", translate("Data", "Status in the source"), "code"),
        ShownColumn("status_text_words", translate("Data", "Status in the source")),
        ShownColumn("year", translate("Data", "Year")),
        ShownColumn("value", translate("Data", "Value"), decimals=2),
        ShownColumn("unit", translate("Data", "Unit"), "code"),
        ShownColumn("unit_words", translate("Data", "Unit")),
        ShownColumn("town_code", translate("Data", "Township code"), "code"),
        ShownColumn("county_zh", translate("Data", "County (Chinese)")),
        ShownColumn("town_zh", translate("Data", "Township (Chinese)")),
        ShownColumn("town_en", translate("Data", "Township (English)")),
        ShownColumn("locality", translate("Data", "Locality")),
        ShownColumn("lon", translate("Data", "Longitude"), decimals=5),
        ShownColumn("lat", translate("Data", "Latitude"), decimals=5),
        ShownColumn("precision", translate("Data", "Precision of the place"), "code"),
        ShownColumn("precision_words", translate("Data", "Precision of the place")),
        ShownColumn("scenario", translate("Data", "In the scenario"), "code"),
        ShownColumn("scenario_words", translate("Data", "In the scenario")),
        ShownColumn("source_id", translate("Data", "Source")),
        ShownColumn("source_location", translate("Data", "Place in the source")),
        ShownColumn("note", translate("Data", "Note")),
    )
    told = _words(context)
    rows = tuple(_site_row(context, site, change, told) for site, change in visible_sites(context))
    return ShownTable("sites", translate("Data", "Sites"), context.view.language, columns, rows)


def _words(context: Context) -> Mapping[str, str]:
    """Return the words for layers, states, precisions and what a scenario does."""
    translate = context.texts.translate
    return {
        Layer.AI: translate("Data", "AI industry"),
        Layer.BROADBAND: translate("Data", "Broadband"),
        Layer.TELEMEDICINE: translate("Data", "Telemedicine"),
        Layer.HOSPITAL: translate("Data", "Hospitals"),
        Layer.DIGITAL: translate("Data", "Digital services"),
        Layer.OWN: translate("Data", "Own layer"),
        Status.OPERATING: translate("Data", "operating"),
        Status.PLANNED: translate("Data", "planned or under construction"),
        Status.ENDED: translate("Data", "ended"),
        Status.UNKNOWN: translate("Data", "status not known today"),
        Precision.SITE: translate("Data", "coordinates of the site"),
        Precision.TOWN: translate("Data", "placed at its township"),
        Precision.COUNTY: translate("Data", "placed at its county"),
        SUPPOSED: translate("Data", "only in the scenario"),
        REMOVED: translate("Data", "removed or moved away by the scenario"),
    }


def _site_row(context: Context, site: Site, change: str, told: Mapping[str, str]) -> tuple[Cell, ...]:
    data, language = context.project.data, context.view.language
    row, county = data.town_index.get(site.town_code), data.county_index.get(site.county_code)
    town = None if row is None else data.towns[row].name
    return (
        site.id,
        site.layer.value,
        told[site.layer],
        site.category,
        vocabulary.category_words(site).text(language),
        site.name.zh,
        site.name.en,
        site.operator,
        site.status.value,
        told[site.status],
        site.status_text,
        vocabulary.words(site.status_text).text(language),
        site.year,
        None if site.value is None else number(site.value),
        site.unit,
        vocabulary.unit(site.unit).text(language),
        site.town_code,
        None if county is None else data.counties[county].name.zh,
        None if town is None else town.zh,
        None if town is None else town.en,
        site.locality,
        number(site.lon),
        number(site.lat),
        site.precision.value,
        told[site.precision],
        change,
        told[change] if change else "",
        site.source_id,
        site.source_location,
        site.note,
    )


def link_table(context: Context) -> ShownTable | None:
    """Return the links on the map; None where their layer is off."""
    if not context.shows("links"):
        return None
    translate = context.texts.translate
    columns = (
        ShownColumn("spoke_id", translate("Data", "Point"), "id"),
        ShownColumn("spoke_zh", translate("Data", "Point (Chinese)"), "name"),
        ShownColumn("hub_id", translate("Data", "Hospital"), "id"),
        ShownColumn("hub_zh", translate("Data", "Hospital (Chinese)"), "name"),
        ShownColumn("source_id", translate("Data", "Source")),
    )
    rows = tuple(
        (link.spoke_id, spoke.name.zh, link.hub_id, hub.name.zh, link.source_id)
        for link, spoke, hub in visible_links(context)
    )
    return ShownTable("links", translate("Data", "Remote-care links"), context.view.language, columns, rows)


def _in_focus(context: Context, site: Site) -> bool:
    """Tell whether a site stands in front; where only its county is known, that county."""
    focus = context.view.focus
    if site.town_code or focus is None:
        return context.town_in_focus(site.town_code)
    towns = context.project.data.towns
    return any(
        town.county.code == site.county_code and front
        for town, front in zip(towns, context.towns_in_focus.tolist(), strict=True)
    )
