"""What the numbers say, in sentences: who is best and who is last, and where one circle stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from data.balance.computed import computed
from data.balance.evaluate import INDEX
from data.balance.groups import groups
from data.model import Overlap
from data.project import Project
from maps.report.words import Speaker

GAPS = 3
"""Indicators named as those in which a circle is furthest behind."""

BY_COUNTY = ("ai_operating", "telemedicine_points")
"""What is counted in every county of a circle."""


def findings(speaker: Speaker, names: Iterable[str]) -> tuple[str, ...]:
    """Return for each indicator with a better way which circles are best and which last, those that tie together."""
    project = speaker.project
    circles = [project.data.circles[circle].name.text(speaker.language) for circle in project.definition.circles]
    return tuple(filter(None, (_best_and_last(speaker, name, circles) for name in names)))


def _best_and_last(speaker: Speaker, name: str, circles: Sequence[str]) -> str:
    indicator = speaker.indicator(name)
    # As they are written, so that what reads the same ties.
    values = np.round([speaker.value(name, "circle", row) for row in range(len(circles))], indicator.decimals)
    known = values[~np.isnan(values)]
    if not indicator.direction or indicator.total or len(np.unique(known)) < 2:
        return ""
    best, last = (extreme(indicator.direction * known) * indicator.direction for extreme in (max, min))

    def told(value: float) -> tuple[str, str]:
        rows = np.flatnonzero(values == value)
        both = speaker.translate("Report", ", ").join(circles[int(row)] for row in rows)
        cell = speaker.cell(name, "circle", int(rows[0]))
        bounded = any(speaker.bound(name, "circle", int(row)) for row in rows)
        return both, speaker.translate("Report", "{value}, its place not certain", value=cell) if bounded else cell

    (first, most), (behind, least) = told(best), told(last)
    return speaker.translate(
        "Report",
        "{indicator}: best {first} ({most}), last {last} ({least}).",
        indicator=speaker.heading(name, short=False),
        first=first,
        most=most,
        last=behind,
        least=least,
    )


def circle_findings(speaker: Speaker, row: int, names: Iterable[str]) -> tuple[str, ...]:
    """Return where a circle is furthest behind the nation, its best and last township, what it shares, its sites."""
    inside = groups(_each(speaker.project), "circle").weights[row] > 0
    return tuple(
        filter(
            None,
            (
                _gaps(speaker, row, names),
                _townships(speaker, inside),
                _shared(speaker, row, inside),
                _by_county(speaker, inside),
            ),
        )
    )


def _gaps(speaker: Speaker, row: int, names: Iterable[str]) -> str:
    """Return the indicators in which the circle lies furthest behind the nation, by the span of the circles."""
    behind = []
    for name in names:
        indicator = speaker.indicator(name)
        if not indicator.direction or indicator.total or name == INDEX:
            continue
        values = computed(speaker.shown, name, "circle").values
        nation = speaker.value(name, "nation", 0)
        span = np.nanmax(values) - np.nanmin(values) if np.isfinite(values).any() else 0.0
        gap = indicator.direction * (values[row] - nation)
        # What is only known to be more, or less, may not lie behind.
        if span > 0 and gap < 0 and not speaker.bound(name, "circle", row):
            behind.append((gap / span, name))
    if not behind:
        return speaker.translate("Report", "Behind the nation in none of the indicators compared.")
    told = (
        speaker.translate(
            "Report",
            "{indicator} {value} (nation {nation})",
            indicator=speaker.heading(name, short=False),
            value=speaker.cell(name, "circle", row),
            nation=speaker.cell(name, "nation", 0),
        )
        for _, name in sorted(behind)[:GAPS]
    )
    return speaker.translate(
        "Report", "Furthest behind the nation: {list}.", list=speaker.translate("Report", "; ").join(told)
    )


def _townships(speaker: Speaker, inside: np.ndarray) -> str:
    """Return the best and the last township of a circle by the index."""
    towns = speaker.project.data.towns
    values = {at: speaker.value(INDEX, "town", int(at)) for at in np.flatnonzero(inside)}
    known = {at: value for at, value in values.items() if value == value}
    if len(known) < 2:
        return ""
    best, last = max(known, key=known.__getitem__), min(known, key=known.__getitem__)
    return speaker.translate(
        "Report",
        "Index of its townships: best {best} ({most}), last {last} ({least}).",
        best=towns[best].full_name(speaker.language),
        most=speaker.cell(INDEX, "town", int(best)),
        last=towns[last].full_name(speaker.language),
        least=speaker.cell(INDEX, "town", int(last)),
    )


def _shared(speaker: Speaker, row: int, inside: np.ndarray) -> str:
    """Return the townships that another circle has too, whole counties by their name, and how totals count them."""
    project, language = speaker.project, speaker.language
    weights = groups(_each(project), "circle").weights > 0
    shared = inside & (weights.sum(axis=0) > 1)
    if not shared.any():
        return ""
    others = [
        project.data.circles[circle].name.text(language)
        for number, circle in enumerate(project.definition.circles)
        if number != row and (weights[number] & shared).any()
    ]
    rules = {
        Overlap.EACH: speaker.translate("Report", "counted fully in each"),
        Overlap.SPLIT: speaker.translate("Report", "counted half in each"),
        Overlap.FIRST: speaker.translate("Report", "counted only in the first"),
    }
    comma = speaker.translate("Report", ", ")
    return speaker.translate(
        "Report",
        "Shared with {circles}: {places}; {rule}.",
        circles=comma.join(others),
        places=comma.join(_places(speaker, shared)),
        rule=rules[project.overlap],
    )


def _places(speaker: Speaker, chosen: np.ndarray) -> list[str]:
    """Return townships by name, and counties all of whose townships are chosen by theirs."""
    towns, language = speaker.project.data.towns, speaker.language
    left = {town.county.code for town, one in zip(towns, chosen, strict=True) if not one}
    names = {}
    for town, one in zip(towns, chosen, strict=True):
        if one and town.county.code in left:
            names[town.code] = town.name.text(language)
        elif one:
            names[town.county.code] = town.county.name.text(language)
    return list(names.values())


def _by_county(speaker: Speaker, inside: np.ndarray) -> str:
    """Return how many AI sites and telemedicine points operate in every county of a circle."""
    data, shown = speaker.project.data, speaker.shown
    county_of = np.array([town.county.code for town in data.towns])
    told = []
    for number, code in enumerate(groups(shown, "county").ids):
        here = county_of == code
        if not (here & inside).any():
            continue
        counts = []
        for name in BY_COUNTY:
            # Sites of which only the county is known count where all of it belongs to the circle.
            own = computed(shown, name, "town").values[here & inside]
            whole = float(computed(shown, name, "county").values[number])
            count = whole if inside[here].all() else float(np.nansum(own)) if np.isfinite(own).any() else np.nan
            counts.append(speaker.number(name, count))
        county = next(town.county for town in data.towns if town.county.code == code)
        told.append(f"{county.name.text(speaker.language)} {counts[0]}/{counts[1]}")
    return speaker.translate(
        "Report",
        "In operation, AI sites/known telemedicine points: {list}.",
        list=speaker.translate("Report", ", ").join(told),
    )


def _each(project: Project) -> Project:
    """Return the project with every township in each of its circles: who belongs to whom, not how it is counted."""
    return replace(project, overlap=Overlap.EACH)
