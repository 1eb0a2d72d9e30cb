"""``lifecircles info``: what the data set or a project holds."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.dataset import DataSet, load
from data.model import Layer
from data.version import program_version
from desktop.cli_output import STANDARD_OUTPUT, write_text

if TYPE_CHECKING:
    from data.project_file.record import Opened


def info(arguments: argparse.Namespace) -> int:
    """Print the version, the data set and what it holds, or what a project holds. Raises UserError."""
    data = load()
    if arguments.project is None:
        content = _info(data)
        text = _info_text(content)
    else:
        from data.project_file.store import open_project  # not on the way to the window

        opened = open_project(arguments.project, data)
        content = _project_info(arguments.project, opened)
        text = _project_text(content)
    write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n" if arguments.json else text, STANDARD_OUTPUT)
    return 0


def _info(data: DataSet) -> dict[str, Any]:
    return {
        "version": program_version(),
        "data_set": data.version,
        "counties": len(data.counties),
        "towns": len(data.towns),
        "layers": {
            layer.value: _layer_counts(data, layer) for layer in Layer if layer is not Layer.OWN or data.sites_of(layer)
        },
        "figures": len(data.figures),
        "policy_figures": len(data.policy_figures),
        "sources": len(data.sources),
        "definitions": [
            {
                "id": definition.id,
                "name_zh": definition.name.zh,
                "name_en": definition.name.en,
                "default": definition.id == data.default_definition,
                "circles": list(definition.circles),
            }
            for definition in data.definitions.values()
        ],
    }


def _layer_counts(data: DataSet, layer: Layer) -> dict[str, Any]:
    sites = data.sites_of(layer)
    counts: dict[str, Any] = {
        "sites": len(sites),
        "by_status": dict(sorted(Counter(site.status.value for site in sites).items())),
    }
    if layer in (Layer.TELEMEDICINE, Layer.OWN):
        counts["by_category"] = dict(sorted(Counter(site.category for site in sites).items()))
    return counts


def _info_text(content: dict[str, Any]) -> str:
    lines = [
        f"Lifecircles 六圈均衡圖臺 {content['version']}",
        f"Data set {content['data_set']}: {content['counties']} counties, {content['towns']} townships, "
        f"{content['figures']} figures, {content['policy_figures']} policy figures, {content['sources']} sources",
        "Layers:",
    ]
    for layer, counts in content["layers"].items():
        parts = counts["by_status"] | counts.get("by_category", {})
        lines.append(f"  {layer:<13}{counts['sites']:>4}  ({', '.join(f'{name} {n}' for name, n in parts.items())})")
    lines.append("Definitions:")
    for definition in content["definitions"]:
        default = " (default)" if definition["default"] else ""
        lines.append(f"  {definition['id']}  {definition['name_zh']} {definition['name_en']}{default}")
        lines.append(f"           circles: {', '.join(definition['circles'])}")
    return "\n".join(lines) + "\n"


def _project_info(path: Path, opened: Opened) -> dict[str, Any]:
    project, own = opened.project, opened.project.own
    embedded = project.embedded.site_by_id
    layers: dict[str, Counter[str]] = {}
    for site in own.sites:
        name = f"own:{site.category}" if site.layer is Layer.OWN else site.layer.value
        layers.setdefault(name, Counter())["changed" if site.id in embedded else "added"] += 1
    return {
        "version": program_version(),
        "project": str(path),
        "format": opened.format,
        "data_set": opened.embedded_version,
        "data_set_of_program": project.embedded.version,
        "read_only": None if opened.read_only is None else str(opened.read_only),
        "migrated": [str(note) for note in opened.migrated],
        "notes": [str(note) for note in opened.notes],
        "sites": {
            "added": sum(counts["added"] for counts in layers.values()),
            "changed": sum(counts["changed"] for counts in layers.values()),
            "removed": len(own.removed_sites),
            "by_layer": {name: dict(counts) for name, counts in layers.items()},
        },
        "layers": [layer.name for layer in own.layers],
        "figures": {"own": len(own.figures), "removed": len(own.removed_figures)},
        "variables": [{"id": one.id, "name_zh": one.name.zh, "name_en": one.name.en} for one in own.variables],
        "sources": [
            {"id": one.id, "title": one.title, "publisher": one.publisher, "date": one.date} for one in own.sources
        ],
        "definitions": [
            {"id": one.id, "name_zh": one.name.zh, "name_en": one.name.en, "circles": list(one.circles)}
            for one in own.definitions
        ],
        "shown": {"definition": project.definition_id, "overlap": project.overlap.value},
        "scenario": {"name": project.scenario.name, "changes": len(project.scenario.changes)},
        "index": [part.indicator for part in project.index.parts],
        "scenes": [{"id": one.id, "title_zh": one.title.zh, "title_en": one.title.en} for one in project.scenes],
        "imports": [asdict(one) for one in opened.imports],
    }


def _project_text(content: dict[str, Any]) -> str:
    sites, figures = content["sites"], content["figures"]
    scenario, shown = content["scenario"], content["shown"]
    lines = [
        f"Lifecircles 六圈均衡圖臺 {content['version']}",
        f"Project {content['project']}, format {content['format']}, on the data set {content['data_set']}",
        f"Sites: {sites['added']} added, {sites['changed']} changed, {sites['removed']} removed",
        *(
            f"  {name}: {', '.join(f'{kind} {number}' for kind, number in counts.items())}"
            for name, counts in sites["by_layer"].items()
        ),
        f"Figures: {figures['own']} own, {figures['removed']} removed",
        f"Definition {shown['definition']}, overlap {shown['overlap']}; own definitions: {len(content['definitions'])}",
        *(f"  {one['id']}  {one['name_zh']} {one['name_en']}".rstrip() for one in content["definitions"]),
        f"Changes of the scenario: {scenario['changes']}",
        f"Scenes: {len(content['scenes'])}",
        "Sources:" if content["sources"] else "Sources: none of its own",
        *(f"  {one['title']}, {one['publisher'] or '?'}, {one['date'] or '?'}" for one in content["sources"]),
        *(
            f"Imported {one['file']} ({one['when']}): rows taken {one['taken']}, refused {one['refused']}"
            for one in content["imports"]
        ),
        *content["migrated"],
        *content["notes"],
    ]
    if content["read_only"]:
        lines.append(content["read_only"])
    return "\n".join(map(_one_line, lines)) + "\n"


def _one_line(text: str) -> str:
    """Return a text that a file may have brought along so that a terminal only shows it."""
    return "".join(letter if letter.isprintable() or letter == "\u3000" else " " for letter in text)
