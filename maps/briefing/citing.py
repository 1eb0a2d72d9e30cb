"""The sources that a scene stands on, counted and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from data.balance.evaluate import indicator_of
from data.model import Layer, Source
from data.scenario import SOURCE_ID
from maps.context import Context
from maps.people import POPULATION
from maps.rings import ring_sites
from maps.table import columns_of


def cited(context: Context, panel: str = "") -> tuple[Source, ...]:
    """Return the sources of what the map and its panel show and of the circles' definition, each once."""
    data = context.data
    found = dict.fromkeys(_ids(context, panel))
    return tuple(data.sources[one] for one in found if one != SOURCE_ID)


def publishers(sources: Iterable[Source]) -> list[tuple[str, int]]:
    """Return who published the sources and how many of them each, most first; '' where no publisher is stated."""
    counts = Counter(source.publisher for source in sources)
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def _ids(context: Context, panel: str) -> Iterator[str]:
    view, data, project = context.view, context.data, context.project
    yield project.definition.source_id
    indicators = [view.choropleth, view.second] if context.shows("choropleth") else []
    indicators += [view.proportional] if context.shows("proportional") else []
    indicators += [POPULATION] if context.shows("people") else []
    if panel == "scorecard":
        indicators += columns_of(context)
    for name in filter(None, indicators):
        yield from indicator_of(project, name).sources(data)
    for layer in Layer:
        if context.shows(layer.value):
            yield from (site.source_id for site in data.sites_of(layer))
    if context.shows("rings"):
        yield from (site.source_id for site in ring_sites(context))
