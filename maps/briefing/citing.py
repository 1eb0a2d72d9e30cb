"""The sources that a scene stands on, counted and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from data.balance.evaluate import INDEX, indicator_of
from data.dataset import DataSet
from data.model import Layer, Source
from data.project import Project
from data.scenario import SOURCE_ID
from maps.chart_block import charted, compared, topic_of
from maps.context import Context
from maps.people import POPULATION
from maps.rings import ring_sites
from maps.site_layers import shown_layers, sites_in
from maps.table import columns_of


def cited(context: Context, panel: str = "", told: Sequence[str] = ()) -> tuple[Source, ...]:
    """Return the sources of what the map and its panel show, of the circles' definition and of what is told, each once.

    ``told`` are the indicators and layers whose numbers the texts say (``Filled.subjects``).
    """
    return _each(context.data, (*_ids(context, panel), *_told(context.project, told)))


def cited_words(project: Project, told: Sequence[str]) -> tuple[Source, ...]:
    """Return the sources of the numbers that the texts of a page without a map say, each once."""
    return _each(project.data, _told(project, told))


def publishers(sources: Iterable[Source]) -> list[tuple[str, int]]:
    """Return who published the sources and how many of them each, most first; '' where no publisher is stated."""
    counts = Counter(source.publisher for source in sources)
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def _each(data: DataSet, ids: Iterable[str]) -> tuple[Source, ...]:
    return tuple(data.sources[one] for one in dict.fromkeys(ids) if one != SOURCE_ID)


def _told(project: Project, told: Iterable[str]) -> Iterator[str]:
    for subject in told:
        if subject in list(Layer):
            yield from (site.source_id for site in project.data.sites_of(Layer(subject)))
        else:
            yield from indicator_of(project, subject).sources(project.data)


def _panel(context: Context, panel: str) -> Iterator[str]:
    """Yield the indicators of a panel, which need not be those of the map."""
    if panel == "scorecard":
        yield from columns_of(context)
    elif panel == "ranks":
        yield INDEX
    elif panel and panel != "targets":
        yield charted(context)
    if panel == "scatter":
        yield compared(context)


def _ids(context: Context, panel: str) -> Iterator[str]:
    view, data, project = context.view, context.data, context.project
    yield project.definition.source_id
    indicators = [view.choropleth, view.second] if context.shows("choropleth") else []
    indicators += [view.proportional] if context.shows("proportional") else []
    indicators += [POPULATION] if context.shows("people") else []
    for name in filter(None, (*indicators, *_panel(context, panel))):
        yield from indicator_of(project, name).sources(data)
    if panel == "targets":
        topic = topic_of(context.view)
        yield from (point.source_id for one in data.targets if one.topic == topic for point in one.points)
    for layer in shown_layers(context):
        yield from (site.source_id for site in sites_in(data, layer))
    if context.shows("rings"):
        yield from (site.source_id for site in ring_sites(context))
