"""What the tables of a comparison call changes, fields of sites, and sides."""

from __future__ import annotations

from desktop.words import mark

CHANGES = {
    "added": mark("Compare", "added"),
    "removed": mark("Compare", "removed"),
    "moved": mark("Compare", "moved"),
    "changed": mark("Compare", "changed"),
}
FIELDS = {
    "layer": mark("Compare", "layer"),
    "category": mark("Compare", "category"),
    "name": mark("Compare", "name"),
    "operator": mark("Compare", "operator"),
    "county_code": mark("Compare", "county"),
    "town_code": mark("Compare", "township"),
    "locality": mark("Compare", "locality"),
    "lon": mark("Compare", "longitude"),
    "lat": mark("Compare", "latitude"),
    "precision": mark("Compare", "precision of the place"),
    "status": mark("Compare", "status"),
    "status_text": mark("Compare", "status in the source"),
    "year": mark("Compare", "year"),
    "value": mark("Compare", "value"),
    "unit": mark("Compare", "unit"),
    "source_id": mark("Compare", "source"),
    "source_location": mark("Compare", "place in the source"),
    "note": mark("Compare", "note"),
    "extra": mark("Compare", "further columns"),
}
SIDES = {
    "baseline": mark("Compare", "baseline"),
    "scenario": mark("Compare", "scenario"),
    "difference": mark("Compare", "difference"),
}
