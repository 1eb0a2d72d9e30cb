"""Coordinate systems as .prj files and old GeoJSON state them, without PROJ, which no thread of Qt may start."""

from __future__ import annotations

import re

_AUTHORITY = re.compile(r'(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d{4,6})"?\s*\]\s*\]\s*$', re.IGNORECASE)
_MERIDIAN = re.compile(r'"(?:central_meridian|longitude of natural origin|longitude_of_center)"\s*,\s*([0-9.]+)', re.I)
_NAMED = re.compile(r"EPSG:{1,2}[0-9.]*:?(\d{4,6})$", re.IGNORECASE)
_ZONES = {"twd97": {121.0: 3826, 119.0: 3825}, "twd67": {121.0: 3828, 119.0: 3827}}
_DEGREES = {"twd97": 3824, "twd67": 3821, "wgs84": 4326}
_LONGEST = 20_000
"""Characters; the text of a coordinate system has 1 000."""


def epsg_of_wkt(text: str) -> int:
    """Return the EPSG code of well-known text, as GDAL, QGIS, ArcGIS or the Ministry write it; 0 for unknown ones."""
    text = text[:_LONGEST].strip()
    if stated := _AUTHORITY.search(text):
        return int(stated[1])
    plain = re.sub(r"[\s_\-/()]", "", text.lower())
    if not plain.startswith(("projcs", "projcrs", "geogcs", "geogcrs", "geodcrs")):
        return 0
    if "auxiliarysphere" in plain or "pseudomercator" in plain or "webmercator" in plain:
        return 3857
    datum = _datum(plain)
    if plain.startswith("proj"):
        meridian = _MERIDIAN.search(text.replace("Central Meridian", "central_meridian"))
        zone = float(meridian[1]) if meridian else 0.0
        return _ZONES.get(datum, {}).get(zone, 0) if "transversemercator" in plain else 0
    return _DEGREES.get(datum, 0)


def epsg_of_name(name: str) -> int:
    """Return the EPSG code of a name such as urn:ogc:def:crs:EPSG::3826 or CRS84; 0 for unknown ones."""
    name = name[:100].strip()
    if found := _NAMED.search(name):
        return int(found[1])
    return 4326 if name.upper().endswith("CRS84") else 0


def _datum(plain: str) -> str:
    if "twd97" in plain or "taiwandatum1997" in plain or "twd1997" in plain or "taiwan1997" in plain:
        return "twd97"
    if "twd67" in plain or "taiwandatum1967" in plain or "twd1967" in plain or "hutzushan" in plain:
        return "twd67"
    if "wgs84" in plain or "wgs1984" in plain or "worldgeodeticsystem1984" in plain:
        return "wgs84"
    if "grs1980" in plain or "grs80" in plain:  # TM2 under a name of the user's own
        return "twd97"
    return ""
