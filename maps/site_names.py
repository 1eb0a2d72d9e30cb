"""What sites are called on the map: shorter than in a list where that leaves names distinct, on at most two lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from data.dataset import DataSet
from data.model import Layer, Name, Site, Status
from maps.context import Context
from maps.fonts import text_width, wrapped

NAMED_BELOW = (450.0, 250.0, 100.0)
"""Metres per mm (1:450 000, 1:250 000, 1:100 000) below which sites of each rank are named."""

CUT = "…"

_LONG = re.compile("委託|法人|基金會|衛生福利部|[縣市]|[)）]$")
"""What every Chinese name has that could be shorter."""

_TOP_SITES = frozenset({"science-park", "software-park", "compute-centre"})
_TOP_HOSPITALS = frozenset({"medical-centre", "regional"})


def rank(site: Site) -> int:
    """Return 0 for the sites that a region is known by, 1 for others, 2 where there are hundreds of a kind.

    The first are hubs of telemedicine, medical centres and regional hospitals, AI parks, compute centres and planned
    data centres.
    """
    if site.layer is Layer.HOSPITAL:
        return 0 if site.category in _TOP_HOSPITALS else 2
    if site.layer is Layer.DIGITAL:
        return 2
    if site.layer is Layer.OWN:
        return 1  # its category is a name that the user gave, whatever that means here
    planned = site.category == "data-centre" and site.status is Status.PLANNED
    return 0 if planned or site.category == "hub" or site.category in _TOP_SITES else 1


def site_name(context: Context, site: Site) -> Name:
    """Return the name of a site for the map."""
    known = context.data.known
    return _short_names(known)[site.id] if known.site_by_id.get(site.id) == site else site.name


@lru_cache(maxsize=2)
def _short_names(data: DataSet) -> dict[str, Name]:
    """Return the name of every site, without county, legal form and what stands in brackets where that is enough."""
    counties = [county.name.zh for county in data.counties]
    names: dict[str, Name] = {}
    # A hospital and the hub of telemedicine in it may well have the same name.
    for layer in Layer:
        sites = data.sites_of(layer)
        # Of a hundred thousand sites of a project's own few have names that could be shorter.
        long_zh = {one.id: one.name.zh for one in sites}
        long_en = {one.id: one.name.en for one in sites if one.name.en}
        zh = _shortest({key: list(_shorter_zh(n, counties)) if _LONG.search(n) else [n] for key, n in long_zh.items()})
        en = _shortest({key: list(_shorter_en(n)) for key, n in long_en.items()})
        changed = {key for key, name in zh.items() if name != long_zh[key]}
        changed |= {key for key, name in en.items() if name != long_en[key]}
        names.update({site.id: site.name for site in sites})
        names.update({key: Name(zh[key], en.get(key, "")) for key in changed})
    return names


def _shortest(forms: dict[str, list[str]]) -> dict[str, str]:
    """Return for each key the shortest of its forms, which come longest first, that no other key could also mean."""
    uses = Counter(form for one in forms.values() for form in dict.fromkeys(one))
    return {
        key: one[0] if len(one) == 1 else next((form for form in reversed(one) if uses[form] == 1), one[0])
        for key, one in forms.items()
    }


def _shorter_zh(name: str, counties: Iterable[str]) -> Iterable[str]:
    yield name
    name = re.sub(r"[－—-]委託.+$", "", name)
    name = re.sub(r"^.*(?:財團法人|社團法人|基金會)(?=.{2,}醫院)", "", name)
    name = re.sub(r"^衛生福利部(?=.{4})", "", name)
    for county in counties:
        rest = name.removeprefix(county).removeprefix(county.replace("臺", "台"))
        # 臺東縣鹿野鄉衛生所 is as clear without its county, 臺北市立聯合醫院 is not.
        if rest != name and re.match(r".{1,3}[鄉鎮市區]", rest):
            name = rest
            break
    yield name
    bare = re.sub(r"\s*（[^（）]*）$|\s*\([^()]*\)$", "", name)
    if len(bare) > 2:
        yield bare


def _shorter_en(name: str) -> Iterable[str]:
    yield name
    name = re.sub(r" (?:Township|District)(?= Public Health)", "", name)
    yield name
    yield re.sub(r"\s*\([^()]*\)$", "", name) or name


@lru_cache(maxsize=4096)
def folded(text: str, size: float, width: float) -> str:
    """Return a name on one line, on two of like length if it is wider than ``width`` (unit of ``size``), or cut."""
    whole = text_width(text, size)
    if whole <= width:
        return text
    # The narrowest of a few widths that keeps the name on two lines leaves no single letter over.
    for share in (0.54, 0.62, 0.72, 0.85, 1.0):
        lines = wrapped(text, size, min(width, max(share * whole, 4 * size)))
        if len(lines) <= 2:
            return "\n".join(lines)
    lines = wrapped(text, size, width)
    return f"{lines[0]}\n{shortened(lines[1] + CUT, size, width)}"


def shortened(text: str, size: float, width: float) -> str:
    """Return ``text`` on one line, cut with an ellipsis where it is wider than ``width``, at a space if possible."""
    if text_width(text, size) <= width:
        return text
    body = text.rstrip(CUT)
    while body and text_width(body + CUT, size) > width:
        body = body[:-1]
    whole, space, _ = body.rpartition(" ")
    return (whole if space and text[len(body)] not in f" {CUT}" else body).rstrip() + CUT
