"""One indicator of every circle as bars, with the nation as a line; baseline and scenario side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from data.balance.evaluate import INDEX, Side, column
from data.balance.groups import NATION, groups
from data.balance.measures import Column
from maps.charts import words
from maps.charts.chart import Chart, ChartContext, Hit
from maps.charts.frame import SMALL, TYPE, Frame, Key, framed, names_width, number_axis, right_margin, row_name, strong
from maps.fonts import text_width, wrapped
from maps.theme import mixed

NAMES = 92.0
"""Widest names of circles, points; longer ones take another line."""

WIDE_NAMES = 0.45
"""Share of the width of the chart that names may take where rows are too low for two lines: smaller if need be."""

ROW = 1.2 * TYPE
"""Height of a line of a name, points."""

Columns = Mapping[Side, Column]


def build(context: ChartContext) -> Chart:
    """Draw the chart."""
    context = replace(context, by="circle")
    project, texts, theme, indicator = context.project, context.texts, context.theme, context.indicator
    areas = groups(project, "circle")
    names = [name.text(context.language) for name in areas.names]
    difference = context.side == "difference" and len(context.sides) > 1
    sides: tuple[Side, ...] = ("difference",) if difference else context.sides
    columns: Columns = {side: column(project, indicator.id, "circle", side) for side in sides}
    lead = columns[sides[-1]]
    nation = None if indicator.id == INDEX else column(project, indicator.id, "nation", sides[-1])
    keys = []
    if len(sides) == 2:
        keys.append(Key("hollow bar", theme.muted, words.side_name(texts, "baseline")))
        keys.append(Key("bar", theme.muted, words.side_name(texts, "scenario")))
    comparable = nation is not None and _is_comparable(float(nation.values[0]), lead.values)
    whole = ""
    if nation is not None and not np.isnan(nation.values[0]):
        value = words.number(texts, indicator, float(nation.values[0]), nation.bounds[0], difference)
        whole = texts.translate("Chart", "Nation {value}").format(value=value)
    if comparable:
        keys.append(Key("dashes", theme.text, whole))
    notes = list(_notes(context, columns, "" if comparable else whole))
    title = texts.translate("Chart", "{indicator} by circle").format(indicator=indicator.name.text(context.language))

    def framed_with(most: float, size: float) -> Frame:
        return framed(
            context, title, left=names_width(names, size, most) + 11, keys=keys, notes=notes,
            right=right_margin(texts, np.concatenate([one.values for one in columns.values()])),
            below=words.axis_title(context, indicator, difference), sources=words.source_line(context, (indicator,)),
        )  # fmt: skip

    most, size, frame = NAMES, TYPE, framed_with(NAMES, TYPE)
    if frame.height / len(names) < ROW * max(len(wrapped(name, TYPE, NAMES)) for name in names):
        # In low rows names of two lines would run into each other.
        most = WIDE_NAMES * context.width
        size = TYPE * min(1.0, most / max(1.01 * text_width(name, TYPE) for name in names))
        frame = framed_with(most, size)
    labels = {
        side: [_label(context, one, row, difference) for row in range(len(names))] for side, one in columns.items()
    }
    _set_axes(frame, context, columns, labels)
    hits = []
    for place, row in enumerate(_best_first(lead.values, indicator.direction)):
        for at, side in enumerate(sides):
            colour = project.data.circles[areas.ids[row]].colour
            ghost = side == "baseline" and len(sides) == 2
            _bar(frame, context, columns[side], row, place + (at + 0.5) / len(sides), 0.66 / len(sides), colour, ghost)
            _write(frame, context, columns[side], row, place + 0.17 + 0.66 * (at + 0.5) / len(sides), labels[side][row])
        height = frame.height / len(names)
        row_name(frame, context, frame.bottom + frame.height - (place + 0.5) * height, names[row], most, size=size)
        top = context.height - frame.bottom - frame.height + place * height
        reading = _reading(context, columns, names[row], row)
        hits.append(
            Hit(0, top, context.width, height, reading, "circle", areas.ids[row], indicator.id, sides[-1])
        )  # fmt: skip
    if comparable and nation is not None:
        frame.axes.axvline(float(nation.values[0]), color=theme.text, lw=1.1, linestyle=(0, (3, 2)), zorder=4)
    spoken = texts.translate("Chart", "; ").join(hit.text.replace("\n", " ") for hit in hits)
    of_nation = Hit(0, 0, 0, 0, whole, "nation", NATION, indicator.id, sides[-1]) if whole else None
    return Chart(frame.figure, tuple(hits), title, " ".join((spoken, whole, *notes)), whole=of_nation)


def _best_first(values: NDArray[np.float64], direction: int) -> list[int]:
    """Return the rows in the order of the chart, unknown ones last; without a direction the largest comes first."""
    keys = values if direction < 0 else -values
    return [int(row) for row in np.argsort(np.where(np.isnan(keys), np.inf, keys), kind="stable")]


def _is_comparable(nation: float, values: NDArray[np.float64]) -> bool:
    """Tell a mean or rate, which lies between those of the circles, from a sum, which no circle is measured by."""
    known = values[~np.isnan(values)]
    return bool(not np.isnan(nation) and len(known) and known.min() - 1e-9 <= nation <= known.max() + 1e-9)


def _label(context: ChartContext, one: Column, row: int, signed: bool) -> str:
    text = words.number(context.texts, context.indicator, float(one.values[row]), one.bounds[row], signed)
    if np.isnan(one.values[row]) or not words.is_lent(one, row):
        return text
    return f"{text} (*)" if words.is_lent_in_part(one, row) else f"{text} *"


def _notes(context: ChartContext, columns: Columns, whole: str) -> Iterator[str]:
    translate = context.texts.translate
    rows = range(len(next(iter(columns.values())).values))
    if whole:
        yield translate("Chart", "{nation} (total).").format(nation=whole)
    lent = {words.is_lent_in_part(one, row) for one in columns.values() for row in rows if words.is_lent(one, row)}
    if False in lent:
        yield translate("Chart", "* estimated from the rural and non-rural classes or the nation.")
    if True in lent:
        yield (
            translate("Chart", "(*) in part.")
            if False in lent
            else translate("Chart", "(*) in part estimated from the rural and non-rural classes or the nation.")
        )
    if any(words.is_doubtful(one, row) for one in columns.values() for row in rows):
        yield words.doubtful_note(context.texts)


def _set_axes(frame: Frame, context: ChartContext, columns: Columns, labels: Mapping[Side, list[str]]) -> None:
    """Let the axis end where the number behind the longest bar still fits."""
    axes = frame.axes
    known = np.concatenate([one.values[~np.isnan(one.values)] for one in columns.values()])
    low, high = min(0.0, *known, 0.0), max(0.0, *known, 0.0)
    if low == high:
        low, high = 0.0, 1.0
    widest = max(text_width(label, SMALL) for column in labels.values() for label in column) + 6
    share = min(widest / frame.width, 0.4)
    if low < 0 < high or low < 0:
        pad = (high - low) * share / (1 - 2 * share if high > 0 else 1 - share)
        number_axis(axes, context.texts, "x", low - pad, high + pad if high > 0 else 0.0)
    else:
        number_axis(axes, context.texts, "x", 0.0, high / (1 - share))
    axes.set_ylim(len(labels[next(iter(labels))]), 0)
    axes.yaxis.set_visible(False)
    axes.axvline(0, color=context.theme.frame, lw=0.8)


def _bar(
    frame: Frame, context: ChartContext, one: Column, row: int, y: float, thick: float, colour: str, ghost: bool
) -> None:
    if np.isnan(one.values[row]):
        return
    theme = context.theme
    hollow = words.is_doubtful(one, row)
    face = theme.halo if hollow else mixed(colour, theme.halo, 0.28) if ghost else colour
    edge = strong(colour, theme)
    y = int(y) + 0.17 + 0.66 * (y - int(y))
    frame.axes.barh(y, one.values[row], thick, color=face, edgecolor=edge, linewidth=0.7, zorder=3)


def _write(frame: Frame, context: ChartContext, one: Column, row: int, y: float, label: str) -> None:
    value = float(one.values[row])
    left = value < 0
    frame.axes.annotate(
        label, (0.0 if np.isnan(value) else value, y), (-3 if left else 3, 0), textcoords="offset points",
        ha="right" if left else "left", va="center", fontsize=SMALL, parse_math=False, zorder=5,
        color=context.theme.muted if np.isnan(value) or words.is_doubtful(one, row) else context.theme.text,
        bbox={"boxstyle": "square,pad=0.25", "facecolor": context.theme.halo, "edgecolor": "none"},
    )  # fmt: skip


def _reading(context: ChartContext, columns: Columns, name: str, row: int) -> str:
    lines = [name]
    for side, one in columns.items():
        text = words.reading(context.texts, context.indicator, one, row, side == "difference")
        if len(columns) > 1 or side == "difference":
            side_name = words.side_name(context.texts, side)
            text = context.texts.translate("Chart", "{side}: {value}").format(side=side_name, value=text)
        lines.append(text)
    return "\n".join(lines)
