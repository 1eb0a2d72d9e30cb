"""The page of one circle: map, profile, its scorecard beside the nation, access, and the policy targets for it."""

from __future__ import annotations

from data.balance.groups import By, groups
from data.targets import next_target
from maps.plate import Plate
from maps.report.findings import circle_findings
from maps.report.model import Map, Page, Row, Table, Text
from maps.report.words import Speaker

COMPARED = (
    "ai_operating",
    "ai_per_100k",
    "ai_location_quotient",
    "coverage_5g",
    "speed_4g",
    "hotspots_per_10000",
    "telemedicine_points",
    "telemedicine_rural_share",
    "beds_e2sfca",
    "index",
)
BANDS = (10, 20, 30)
PROFILE = ("population", "population_65plus_share", "area", "density", "rural_towns")


def circle_page(speaker: Speaker, circle: str, plate: Plate) -> Page:
    """Return the page of one circle."""
    project = speaker.project
    row = project.definition.circles.index(circle)
    name = project.data.circles[circle].name.text(speaker.language)
    sources = dict.fromkeys(
        source for one in (*PROFILE, *COMPARED) for source in speaker.indicator(one).sources(project.data)
    )
    paragraphs = (*_planned(speaker, circle), *circle_findings(speaker, row, COMPARED))
    found = Text(speaker.translate("Report", "What stands out"), paragraphs)
    return Page(
        name,
        left=(Map("", plate), found),
        right=(_profile(speaker, row), _scorecard(speaker, row), _access(speaker, row), _targets(speaker, row)),
        share=0.46,
        sources=(*sources, *(one.source_id for one in project.data.profiles if one.circle == circle)),
    )


def _profile(speaker: Speaker, row: int) -> Table:
    """Return what the circle consists of, beside the nation."""
    header = (
        speaker.translate("Report", "Profile"),
        speaker.translate("Report", "Townships"),
        *(_headed(speaker, name) for name in PROFILE),
    )
    rows = []
    compared: tuple[tuple[str, By, int], ...] = (
        (speaker.translate("Report", "Circle"), "circle", row),
        (speaker.translate("Report", "Nation"), "nation", 0),
    )
    for title, by, at in compared:
        towns = int((groups(speaker.project, by).weights[at] > 0).sum())
        cells = (speaker.cell(name, by, at) for name in PROFILE)
        rows.append(Row((title, speaker.texts.number(towns), *cells)))
    return Table("", header, tuple(rows))


def _planned(speaker: Speaker, circle: str) -> tuple[str, ...]:
    """Return what plans say of a circle, in one paragraph; nothing where none does."""
    said = [
        speaker.translate(
            "Report",
            "{text} ({publisher}, {date})",
            text=one.text.text(speaker.language),
            publisher=speaker.project.data.sources[one.source_id].publisher,
            date=speaker.source_date(speaker.project.data.sources[one.source_id].date),
        )
        for one in speaker.project.data.profiles
        if one.circle == circle
    ]
    plan = speaker.translate("Report", "; ").join(said)
    return (speaker.translate("Report", "Planned: {text}.", text=plan),) if said else ()


def _headed(speaker: Speaker, name: str) -> str:
    """Return the short name of an indicator with its unit, which stands nowhere else in a table of two rows."""
    indicator = speaker.indicator(name)
    return speaker.translate(
        "Report",
        "{name} ({unit})",
        name=indicator.short.text(speaker.language),
        unit=indicator.unit.text(speaker.language),
    )


def _scorecard(speaker: Speaker, row: int) -> Table:
    header = (
        speaker.translate("Report", "Scorecard"),
        speaker.translate("Report", "Circle"),
        speaker.translate("Report", "Nation"),
        speaker.translate("Report", "Place"),
    )
    rows = tuple(
        Row(
            (
                speaker.heading(name, short=False),
                speaker.cell(name, "circle", row),
                speaker.cell(name, "nation", 0),
                speaker.place(name, row),
            )
        )
        for name in COMPARED
    )
    note = speaker.translate("Report", "Place: 1 is the best.")
    return Table("", header, rows, f"{note} {speaker.periods(COMPARED)}")


def _access(speaker: Speaker, row: int) -> Table:
    header = (
        speaker.translate("Report", "Share within (%)"),
        *(speaker.translate("Report", "{km} km", km=km) for km in BANDS),
        speaker.translate("Report", "mean distance (km)"),
    )
    rows = []
    for layer, words in (
        ("hospital", speaker.translate("Report", "Listed hospital")),
        ("telemedicine", speaker.translate("Report", "Known telemedicine point")),
    ):
        names = (*(f"{layer}_within_{km}km" for km in BANDS), f"{layer}_nearest_km")
        rows.append(Row((words, *(speaker.cell(name, "circle", row) for name in names))))
    return Table(
        "",
        header,
        tuple(rows),
        speaker.translate("Report", "Straight lines on one landmass; a crossing by sea is not within reach."),
    )


def _targets(speaker: Speaker, row: int) -> Table:
    """Return the policy targets that an indicator of the circle can be held against."""
    rows = []
    for series in speaker.project.data.targets:
        target = next_target(series)
        if not series.indicator or target is None:
            continue
        rows.append(
            Row(
                (
                    series.name.text(speaker.language),
                    speaker.texts.number(target.value, 1, target.bound)
                    + (f" ({target.period})" if target.period else ""),
                    speaker.cell(f"{series.indicator}_gap_target", "circle", row),
                )
            )
        )
    header = (
        speaker.translate("Report", "Policy target"),
        speaker.translate("Report", "Target (%)"),
        speaker.translate("Report", "Above target (points)"),
    )
    return Table("", header, tuple(rows))
