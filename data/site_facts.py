"""Everything that is known of a site: all its fields, what its layer adds, and its links."""

from __future__ import annotations

from collections.abc import Iterator

from data import fact
from data.dataset import DataSet
from data.fact import Fact, Speaker, decimals_of
from data.model import Language, Layer, Name, Precision, Site
from data.names import fold
from data.scenario import SOURCE_ID
from data.vocabulary import category_words, unit, words

_PRECISION_NOTES = {
    Precision.SITE: Name("據點座標", "coordinates of the site"),
    Precision.TOWN: Name("座標為鄉鎮市區代表點，非據點位置", "representative point of the township, not the site"),
    Precision.COUNTY: Name("僅知縣市，鄉鎮市區為推定", "only the county is known, the township is assumed"),
}


_OF_PROGRAMME = Name(
    "為計畫之合作醫院，本據點由何者支援未查得",
    "partners of the programme; which of them serve this point is not known",
)


def site_facts(data: DataSet, site: Site, language: Language) -> Iterator[Fact]:
    """Yield the lines of one site."""
    speaker = Speaker(language)
    yield from _own(data, site, speaker)
    if site.layer is Layer.HOSPITAL:
        yield from _hospital(data, site, speaker)
    if site.layer is Layer.TELEMEDICINE:
        yield from _telemedicine(site, speaker)
        yield from _links(data, site, speaker)


def _own(data: DataSet, site: Site, speaker: Speaker) -> Iterator[Fact]:
    yield _line(
        site,
        fact.SITE,
        Name("圖層", "Layer") if site.layer is Layer.OWN else Name("類別", "Category"),
        speaker.text(category_words(site)) if site.category else None,
    )
    if site.source_id == SOURCE_ID and not site.status_text:
        yield _line(site, fact.SITE, Name("狀態（情境假設）", "Status, as supposed"), speaker.text(words(site.status)))
    else:
        status = speaker.text(words(site.status_text)) or None
        yield _line(site, fact.SITE, Name("現況（來源用語）", "Status, as the source says"), status)
    area = _area(data, site)  # which is all that many an address says
    yield Fact(
        fact.SITE,
        Name("位置", "Location"),
        speaker.listed((area.text(speaker.language), "" if fold(site.locality) == fold(area.zh) else site.locality)),
        precision_or_level=site.precision.value,
        source_id=site.source_id,
        location=site.source_location,
        note=speaker.text(_PRECISION_NOTES[site.precision]),
    )
    yield _line(site, fact.SITE, Name("經緯度", "Longitude, latitude"), f"{site.lon:.5f}, {site.lat:.5f}")
    if site.operator:
        yield _line(site, fact.SITE, Name("營運或主管單位", "Operator"), site.operator)
    if site.year:
        starts = site.layer is Layer.TELEMEDICINE
        yield _line(site, fact.SITE, Name("啟用日期", "Start") if starts else Name("年月", "Date"), site.year)
    if site.value is not None:
        yield _line(site, fact.SITE, Name("規模", "Size"), site.value, unit(site.unit))
    if site.note:
        yield _line(site, fact.SITE, Name("備註", "Remarks"), site.note)


def _hospital(data: DataSet, site: Site, speaker: Speaker) -> Iterator[Fact]:
    extra = site.extra
    if extra["campus"]:
        yield _line(site, fact.CARE, Name("院區", "Campus"), extra["campus"])
    if extra["hospital_code"]:
        yield _line(site, fact.CARE, Name("醫事機構代碼", "Hospital code"), extra["hospital_code"])
    grade = extra["emergency_grade"]
    yield _line(site, fact.CARE, Name("急救責任分級", "Emergency grade"), speaker.text(words(grade)) if grade else None)
    beds = extra["emergency_beds"]
    yield _line(site, fact.CARE, Name("急診病床", "Emergency beds"), float(beds) if beds else None, unit("beds"))
    for service in data.ids_services:
        if service.hospital_id == site.id:
            yield Fact(
                fact.CARE,
                Name("承作健保山地離島醫療服務（IDS）", "Holds the NHI mountain and island service (IDS) of"),
                data.towns[data.town_index[service.town_code]].full_name(speaker.language),
                precision_or_level="town",
                source_id=service.source_id,
                note=speaker.remarks(speaker.say("醫師到點服務，非遠距", "doctors on site, not remote"), service.note),
            )


def _telemedicine(site: Site, speaker: Speaker) -> Iterator[Fact]:
    extra = site.extra
    specialties = [speaker.text(words(code)) for code in extra["specialties"].split(";") if code]
    yield _line(site, fact.CARE, Name("科別", "Specialties"), speaker.listed(specialties) or None)
    if extra["partner_hospitals"]:
        yield _line(
            site,
            fact.CARE,
            Name("合作醫院", "Partner hospitals"),
            speaker.listed(extra["partner_hospitals"].split(";")),
            note=speaker.text(_OF_PROGRAMME) if extra["partner_basis"] == "programme" else "",
        )
    network = extra["network"]
    yield _line(site, fact.CARE, Name("網路", "Network"), speaker.text(words(network)) if network else None)


def _links(data: DataSet, site: Site, speaker: Speaker) -> Iterator[Fact]:
    for link in data.links:
        if site.id == link.spoke_id:
            other, label = data.site_by_id[link.hub_id], Name("連線醫院", "Linked hub hospital")
        elif site.id == link.hub_id:
            other, label = data.site_by_id[link.spoke_id], Name("連線據點", "Linked point")
        else:
            continue
        yield Fact(
            fact.LINKS,
            label,
            speaker.text(other.name),
            source_id=link.source_id,
            note=speaker.remarks(_area(data, other).text(speaker.language), speaker.text(words(other.status_text))),
        )


def _line(
    site: Site, group: Name, label: Name, value: str | float | None, of: Name = fact.NO_UNIT, note: str = ""
) -> Fact:
    return Fact(
        group,
        label,
        value,
        of,
        source_id=site.source_id,
        location=site.source_location,
        note=note,
        decimals=decimals_of(value) if isinstance(value, float) else 0,
    )


def _area(data: DataSet, site: Site) -> Name:
    row = data.town_index.get(site.town_code)
    if row is None:
        return data.counties[data.county_index[site.county_code]].name
    town = data.towns[row]
    return Name(town.full_name("zh"), town.full_name("en"))
