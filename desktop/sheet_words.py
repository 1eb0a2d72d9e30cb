"""The words of the sheet window: templates, elements, pages, formats, series."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.words import mark
from maps.export.formats import FormatId
from maps.export.series import SeriesBy
from maps.sheet_spec import Calendar, ElementId, TemplateId
from maps.texts import Texts
from maps.view import ThemeName

TEMPLATES: Mapping[TemplateId, str] = {
    "scorecard": mark("Sheet", "Map with scorecard"),
    "map": mark("Sheet", "Large map"),
    "chart": mark("Sheet", "Map with chart"),
    "side": mark("Sheet", "Map with legend beside it"),
    "plain": mark("Sheet", "Map only"),
}
PAGES: Mapping[str, str] = {
    "A4": mark("Sheet", "A4"),
    "A3": mark("Sheet", "A3"),
    "16:9": mark("Sheet", "Slide 16:9"),
    "4:3": mark("Sheet", "Slide 4:3"),
    "pixels": mark("Sheet", "Pixels"),
}
THEMES: Mapping[ThemeName, str] = {
    "light": mark("Sheet", "Light"),
    "dark": mark("Sheet", "Dark"),
    "print": mark("Sheet", "Print (white)"),
}
CALENDARS: Mapping[Calendar, str] = {
    "western": mark("Sheet", "Western year"),
    "minguo": mark("Sheet", "Minguo year"),
}
ELEMENTS: Mapping[ElementId, str] = {
    "title": mark("Sheet", "Title"),
    "subtitle": mark("Sheet", "Subtitle"),
    "legend": mark("Sheet", "Legend"),
    "scale_bar": mark("Sheet", "Scale bar"),
    "north_arrow": mark("Sheet", "North arrow"),
    "locator": mark("Sheet", "Locator map"),
    "table": mark("Sheet", "Scorecard"),
    "chart": mark("Sheet", "Chart"),
    "notes": mark("Sheet", "Notes"),
    "sources": mark("Sheet", "Sources"),
    "date": mark("Sheet", "Date"),
    "logo": mark("Sheet", "Logo"),
}
FORMATS: Mapping[FormatId, str] = {
    "png": mark("Sheet", "PNG picture"),
    "svg": mark("Sheet", "SVG drawing"),
    "pdf": mark("Sheet", "PDF document"),
    "pptx": mark("Sheet", "PowerPoint slides"),
    "html": mark("Sheet", "Web page (HTML)"),
    "xlsx": mark("Sheet", "Excel workbook (data)"),
    "csv": mark("Sheet", "CSV table (data)"),
    "gpkg": mark("Sheet", "GeoPackage (data for QGIS)"),
    "geojson": mark("Sheet", "GeoJSON (data)"),
}
OUTLINES = mark("Sheet", "SVG drawing, text as outlines")
SERIES: Mapping[SeriesBy | None, str] = {
    None: mark("Sheet", "One sheet only"),
    "circle": mark("Sheet", "A sheet for each circle"),
    "county": mark("Sheet", "A sheet for each county"),
    "scenario": mark("Sheet", "Baseline, scenario and difference"),
    "indicator": mark("Sheet", "A sheet for each indicator"),
}


def element(texts: Texts, name: ElementId) -> str:
    """Return the name of an element."""
    return texts.translate("Sheet", ELEMENTS[name])
