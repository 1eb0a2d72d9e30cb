"""``lifecircles info``: what the data set holds."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from typing import Any

from data.dataset import DataSet, load
from data.model import Layer
from data.version import program_version
from desktop.cli_output import STANDARD_OUTPUT, write_text


def info(arguments: argparse.Namespace) -> int:
    """Print the version, the data set and what it holds."""
    content = _info(load())
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n" if arguments.json else _info_text(content)
    write_text(text, STANDARD_OUTPUT)
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
