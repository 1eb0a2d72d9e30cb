"""``lifecircles info`` and ``lifecircles assess``: what the data set holds, and the indicators as a table."""

from __future__ import annotations

import argparse
import csv
import io
import json
import math
from collections import Counter
from typing import Any

from data.balance.groups import NATION, NATION_NAME
from data.balance.indicators import INDICATORS, Indicator
from data.balance.measures import Column
from data.balance.scorecard import Scorecard, scorecard
from data.dataset import DataSet, load
from data.model import Layer, Name, Overlap
from data.project import Project
from desktop.cli_output import STANDARD_OUTPUT, write_text
from desktop.version import program_version

DECIMALS = 6
"""Digits after the point in the tables; on screen each indicator has its own."""


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
        "layers": {layer.value: _layer_counts(data, layer) for layer in Layer},
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
    if layer is Layer.TELEMEDICINE:
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


def assess(arguments: argparse.Namespace) -> int:
    """Write the table of all indicators for the areas asked for."""
    data = load()
    project = Project(data, arguments.definition or data.default_definition, Overlap(arguments.overlap))
    card = scorecard(project, arguments.by, tuple(INDICATORS))
    if arguments.format == "json":
        write_text(json.dumps(_card_json(data, card), ensure_ascii=False, indent=1) + "\n", arguments.out)
    else:
        write_text(_card_csv(card), arguments.out, for_spreadsheet=True)
    return 0


def _card_csv(card: Scorecard) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    header = ["id", "name_zh", "name_en"]
    for indicator in card.indicators:
        header += [indicator.id, *(f"{indicator.id}_{what}" for what in ("unit", "level", "known_share", "bound"))]
    writer.writerow(header)
    for row, (area, name) in enumerate(zip(card.ids, card.names, strict=True)):
        writer.writerow([area, name.zh, name.en, *_csv_values(card.indicators, card.columns, row)])
    if card.by == "circle":
        writer.writerow([NATION, NATION_NAME.zh, NATION_NAME.en, *_csv_values(card.indicators, card.nation, 0)])
    return text.getvalue()


def _csv_values(indicators: tuple[Indicator, ...], columns: Any, row: int) -> list[object]:
    cells: list[object] = []
    for indicator in indicators:
        column: Column = columns[indicator.id]
        cells += [
            _number(column.values[row]),
            indicator.unit.en,
            column.levels[row],
            _number(column.known[row]),
            column.bounds[row],
        ]
    return cells


def _card_json(data: DataSet, card: Scorecard) -> dict[str, Any]:
    return {
        "version": program_version(),
        "data_set": data.version,
        "definition": card.definition_id,
        "overlap": card.overlap.value,
        "by": card.by,
        "indicators": [_indicator_json(data, indicator) for indicator in card.indicators],
        "rows": [
            _row_json(area, name, card.indicators, card.columns, row)
            for row, (area, name) in enumerate(zip(card.ids, card.names, strict=True))
        ],
        "nation": _row_json(NATION, NATION_NAME, card.indicators, card.nation, 0),
    }


def _indicator_json(data: DataSet, indicator: Indicator) -> dict[str, Any]:
    series = data.series.get(indicator.series)
    return {
        "id": indicator.id,
        "topic": indicator.topic,
        "name_zh": indicator.name.zh,
        "name_en": indicator.name.en,
        "unit_zh": indicator.unit.zh,
        "unit": indicator.unit.en,
        "direction": indicator.direction,
        "period": indicator.period,
        "formula_zh": indicator.formula.zh,
        "formula": indicator.formula.en,
        "series_note_zh": series.note.zh if series else "",
        "series_note": series.note.en if series else "",
        "sources": list(indicator.sources(data)),
    }


def _row_json(area: str, name: Name, indicators: tuple[Indicator, ...], columns: Any, row: int) -> dict[str, Any]:
    values = {}
    for indicator in indicators:
        column: Column = columns[indicator.id]
        values[indicator.id] = {
            "value": _number(column.values[row]),
            "unit": indicator.unit.en,
            "level": column.levels[row],
            "known_share": _number(column.known[row]),
            "bound": column.bounds[row],
        }
    return {"id": area, "name_zh": name.zh, "name_en": name.en, "values": values}


def _number(value: float) -> float | int | None:
    """Return the number to six decimals, whole numbers without a point, None for unknown."""
    if math.isnan(value):
        return None
    rounded = round(float(value), DECIMALS)
    return int(rounded) if rounded.is_integer() else rounded
