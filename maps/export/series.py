"""A series: one plate for each circle, county, scenario or indicator, in one file or in many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Literal, get_args

from data.balance.evaluate import SIDES, indicator_of
from data.errors import InputError
from data.files import make_folder
from data.model import Place
from data.places import circle_place, county_place
from data.scenario import Scenario
from maps.export.file_names import named_by
from maps.export.formats import FORMATS, FormatId, Options, write_plates
from maps.plate import Plate
from maps.sheet_spec import ElementId
from maps.words import place_name

SeriesBy = Literal["circle", "county", "scenario", "indicator"]
SERIES_BY: tuple[SeriesBy, ...] = get_args(SeriesBy)

DEFAULT_PATTERN = "{view}-{name}"

Told = Callable[[int, int], None]
"""is told how many plates of how many are done; may raise ``maps.display.Cancelled``"""


@dataclass(frozen=True)
class Series:
    """What the plates of a series differ by."""

    by: SeriesBy
    chosen: tuple[str, ...] = ()
    """ids of the circles, counties or indicators; () for all circles or counties"""
    scenarios: tuple[Scenario, ...] = field(default=())
    """of a series by scenario: the baseline comes first, then each scenario and its difference"""
    overview: bool = False
    """whether the nation comes first"""
    contents: bool = False
    """whether a page of contents comes first of all"""


def plates_of(base: Plate, series: Series) -> tuple[Plate, ...]:
    """Return the plates of a series; ``base`` has everything that they share.

    Raises UnknownNameError for an unknown circle, county or indicator, InputError for nothing to make plates of.
    """
    plates = _SERIES[series.by](base, series)
    if series.overview and series.by in ("circle", "county"):
        plates = [replace(base, name="nation"), *plates]
    if not plates:
        raise InputError("There is nothing to make a series of.")
    if series.contents:
        plates = _paged([_contents(base, plates), *plates])
    return tuple(plates)


def _by_circle(base: Plate, series: Series) -> list[Plate]:
    circles = series.chosen or base.project.definition.circles
    return [focused(base, circle_place(base.project, name)) for name in circles]


def _by_county(base: Plate, series: Series) -> list[Plate]:
    counties = series.chosen or tuple(county.code for county in base.project.data.counties)
    return [focused(base, county_place(base.project, name)) for name in counties]


def focused(base: Plate, place: Place) -> Plate:
    """Return the plate of a circle or county alone, its name fit for a file."""
    subject = place_name(base.project, place).text(base.view.language)
    name = place.id if place.kind == "circle" else f"{place.id}-{subject}"
    view = replace(base.view, focus=place, selected=None)
    spec = replace(base.spec, extent=None, texts=_texts(base, subject))
    return replace(base, name=name, view=view, spec=spec)


def _texts(base: Plate, subject: str) -> dict[ElementId, str]:
    """Return the user's texts, the title behind what the plate is about: or every plate would have the same."""
    texts, title = dict(base.spec.texts), base.spec.words("title")
    if title:
        texts["title"] = base.texts.translate("Title", "{circle} | {title}").format(circle=subject, title=title)
    return texts


def _by_indicator(base: Plate, series: Series) -> list[Plate]:
    plates = []
    for name in series.chosen:
        subject = indicator_of(base.project, name).name.text(base.view.language)
        view = replace(base.view, choropleth=name, layers=base.view.layers | {"choropleth"})
        plates.append(replace(base, name=name, view=view, spec=replace(base.spec, texts=_texts(base, subject))))
    return plates


def _by_scenario(base: Plate, series: Series) -> list[Plate]:
    scenarios = series.scenarios or (base.project.scenario,)
    plates = [replace(base, name="baseline", view=replace(base.view, side="baseline"))]
    for number, scenario in enumerate(scenarios, 1):
        if scenario.is_empty:
            continue
        project = replace(base.project, scenario=scenario)
        name = scenario.name or f"scenario-{number}"
        for side in SIDES[1:]:
            view = replace(base.view, side=side)
            plates.append(replace(base, project=project, name=f"{name}-{side}", view=view))
    if len(plates) == 1:
        raise InputError("A series by scenario needs a scenario.")
    return plates


_SERIES: dict[SeriesBy, Callable[[Plate, Series], list[Plate]]] = {
    "circle": _by_circle,
    "county": _by_county,
    "scenario": _by_scenario,
    "indicator": _by_indicator,
}


def _paged(plates: Sequence[Plate]) -> list[Plate]:
    """Return plates that say in their margin which page they are, as the page of contents counts them."""
    numbers = [plates[0].texts.number(number) for number in range(1, len(plates) + 1)]
    words = plates[0].texts.translate("Report", "{number} / {total}")
    return [
        replace(plate, foot=words.format(number=number, total=numbers[-1]))
        for number, plate in zip(numbers, plates, strict=True)
    ]


def _contents(base: Plate, plates: Sequence[Plate]) -> Plate:
    """Return the page that lists the others; the first of them is page 2."""
    texts = base.texts
    lines = tuple((plate.title, texts.number(number)) for number, plate in enumerate(plates, 2))
    return replace(base, name="contents", heading=texts.translate("Series", "Contents"), lines=lines)


def _tell(told: Told, before: int, total: int, _done: int) -> None:
    told(before, total)


def write_series(
    plates: Sequence[Plate],
    format_id: FormatId,
    out: Path,
    *,
    together: bool,
    pattern: str = DEFAULT_PATTERN,
    options: Options = Options(),
    told: Told = lambda _done, _all: None,
) -> tuple[Path, ...]:
    """Write plates into the file ``out``, or one file each into the folder ``out``. Return the files.

    Raises InputError for a wrong pattern or a format that holds one sheet a file, TargetError where nothing can be
    written, Cancelled if ``told`` does. Of many files those that were finished before stay, each of them whole.
    """
    found = FORMATS[format_id]
    if not found.picture:
        plates = [plate for plate in plates if not plate.lines]  # a page of contents holds no values
    total = len(plates)
    if together:
        if total > 1 and not found.together:
            raise InputError("A file of the format {format} holds one sheet; name a folder.", format=format_id)
        write_plates(plates, format_id, out, options, lambda done: told(done, total))
        return (out,)
    targets = named_by(plates, pattern, out, found.suffix)
    make_folder(out)
    for number, (plate, target) in enumerate(zip(plates, targets, strict=True)):
        write_plates([plate], format_id, target, options, partial(_tell, told, number, total))
    told(total, total)
    return targets
