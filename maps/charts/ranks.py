"""How sure the ranks of the index are: median rank, 5 to 95 % interval, present rank, probability of being last."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from data.balance.composite import rank
from data.balance.evaluate import INDEX, Side
from data.balance.groups import groups
from data.balance.index import index_column, index_sensitivity
from data.balance.medians import inside_circles
from data.balance.sensitivity import Sensitivity
from maps.charts import words
from maps.charts.bars import NAMES
from maps.charts.chart import Chart, ChartContext, Hit
from maps.charts.frame import (
    BESIDE,
    LINE,
    MARGIN,
    SMALL,
    TYPE,
    Key,
    framed,
    message,
    names_width,
    number_axis,
    points_of,
    strong,
    write,
)
from maps.charts.scatter import circles_of
from maps.fonts import wrapped
from maps.site_names import shortened
from maps.theme import Theme, mixed

_ROW = 13.0
"""Least height of a row, points: less and names of neighbours touch. More rows than fit make the chart taller."""
_MOST_ROWS = 60
"""Beyond these a chart is a list nobody reads to its end: the others are counted in a note."""
_LEAST_ROW, _NAMED_ROW = 11.0, 19.0
"""The same beside the map of a slide, which cannot be taller; and with the name above the row."""
_LAST = 46.0
"""Width of the column of probabilities, points."""
_NAMES = 112.0
"""Widest names of towns and counties, points."""
_AROUND = 92.0
"""What the frame takes of the height, points."""
_EVERY_TICK = 12
"""Up to so many ranks each has its number on the axis."""

Array = NDArray[np.float64]


def build(context: ChartContext) -> Chart:
    """Draw the chart."""
    return RankPlot().update(context)


class RankPlot:
    """Keeps what it drew while only the weights change, so that a slider can be followed.

    The Dirichlet draws of the sensitivity are cached by project (``index_sensitivity``).
    """

    def __init__(self) -> None:
        self._key: object = None
        self._drawn: _Drawn | None = None

    def update(self, context: ChartContext) -> Chart:
        """Return the chart of the project's index."""
        side: Literal["baseline", "scenario"] = "baseline" if context.side == "baseline" else "scenario"
        rows = _chosen(context)
        title = context.texts.translate("Chart", "Ranks of the index and how sure they are")
        sure = index_sensitivity(context.project, context.by, side)
        present = rank(index_column(context.project, context.by, side).values)
        ranked = [row for row in rows if not np.isnan(present[row])]
        if not ranked:
            self._key = None
            sentence = context.texts.translate("Chart", "The index is unknown here.")
            return Chart(message(context, title, sentence), (), title, sentence)
        among = int(np.isfinite(present).sum())
        key = (
            context.project.data, context.project.definition_id, context.by, context.circle, context.language,
            context.theme.name, context.width, context.height, tuple(ranked), among,
            context.bare, context.project if context.paper else None,  # title and sources are written on paper only
        )  # fmt: skip
        if key != self._key or self._drawn is None:
            self._drawn = _Drawn(context, title, len(rows) - len(ranked), ranked, sure, among)
            self._key = key
        return replace(self._drawn.show(context, ranked, sure, present), follow=self.update)


class _Drawn:
    """A figure whose marks move while its frame stays."""

    def __init__(
        self, context: ChartContext, title: str, unranked: int, ranked: list[int], sure: Sensitivity, among: int
    ) -> None:
        texts, theme, areas = context.texts, context.theme, groups(context.project, context.by)
        most = NAMES if context.by == "circle" else _NAMES
        self.full = {row: areas.names[row].text(context.language) for row in ranked}
        self.broken = {row: "\n".join(wrapped(name, TYPE, most)) for row, name in self.full.items()}
        left = names_width(list(self.full.values()), TYPE, most) + 13
        self.above = context.bare and left > BESIDE * context.width
        if self.above:
            left, room = MARGIN, context.width - 2 * MARGIN
            self.broken = {row: shortened(name, SMALL, room) for row, name in self.full.items()}
        self.count = min(len(ranked), _MOST_ROWS)
        if context.bare and context.by != "circle":
            lines = wrapped(words.sentences(texts, _notes(context, sure, among, 1, unranked)), SMALL, context.width)
            room = context.height - _AROUND - (len(lines) - 1) * SMALL * LINE - TYPE
            self.count = min(self.count, max(2, int(room / (_NAMED_ROW if self.above else _LEAST_ROW))))
        self.title = title
        self.notes = _notes(context, sure, among, len(ranked) - self.count, unranked)
        axis = texts.translate("Chart", "Rank by the index")
        longest = max(name.count("\n") + 1 for name in self.broken.values())
        height = max(context.height, self.count * max(_ROW, longest * TYPE * 1.2 + 2) + _AROUND)
        self.context = context if context.bare else replace(context, height=height)
        self.among = among
        self.frame = framed(
            self.context, title, left=left, right=_LAST, above=axis if context.bare else " ",
            below="" if context.bare else axis, notes=() if context.bare and context.by == "circle" else self.notes,
            sources=words.source_line(context, (context.indicator,)),
            keys=[
                Key("dot", theme.muted, texts.translate("Chart", "by the chosen weights")),
                Key("tick", theme.text, texts.translate("Chart", "median")),
                Key("band", _band(theme.muted, theme), texts.translate("Chart", "5 to 95 % of the draws")),
            ],
        )  # fmt: skip
        self._set_axes()
        self._make_marks()

    def _set_axes(self) -> None:
        axes, texts = self.frame.axes, self.context.texts
        number_axis(axes, texts, "x", 0.4, self.among + 0.6)
        few = self.among <= _EVERY_TICK
        ticks = np.arange(1, self.among + 1) if few else np.unique(np.linspace(1, self.among, 6).round())
        axes.set_xticks(ticks, [texts.number(float(tick)) for tick in ticks])
        axes.set_ylim(self.count, 0)
        axes.yaxis.set_visible(False)
        top = self.frame.bottom + self.frame.height + (4 + 0.3 * TYPE if self.context.bare else 5)
        head = texts.translate("Chart", "Chance of last")
        write(self.frame.figure, self.context.width - 6, top, head, SMALL, self.context.theme.muted, ha="right")

    def _make_marks(self) -> None:
        """Make what moves. On a screen it is drawn over a kept picture of the rest (``Chart.moving``)."""
        axes, figure, theme = self.frame.axes, self.frame.figure, self.context.theme
        moves = not self.context.paper
        nothing = np.zeros(self.count)
        height = self.frame.height / self.count
        head = SMALL * LINE / height if self.above else 0.0
        self.middles = np.arange(self.count) + (1 + head) / 2
        self.bands = axes.hlines(self.middles, nothing, nothing, lw=5, zorder=2, animated=moves)
        self.dots = axes.scatter(nothing, self.middles, s=36, zorder=3, linewidths=0.7, animated=moves)
        self.medians = axes.vlines(nothing, nothing, nothing, color=theme.text, lw=1.6, zorder=4, animated=moves)
        ups = [self.frame.bottom + self.frame.height - middle * height for middle in self.middles]
        style: dict[str, Any] = {"transform": points_of(figure), "va": "center_baseline", "ha": "right"}
        style |= {"color": theme.text, "parse_math": False, "linespacing": 1.0, "animated": moves}
        left, right = self.frame.left - 5, self.context.width - 6
        if self.above:
            beside, tops = style | {"ha": "left"}, self.frame.bottom + self.frame.height
            names = [tops - at * height - 0.6 * SMALL for at in range(self.count)]
            self.labels = [figure.text(MARGIN, name, "", fontsize=SMALL, **beside) for name in names]
        else:
            self.labels = [figure.text(left, up, "", fontsize=TYPE, **style) for up in ups]
        self.last = [figure.text(right, up, "", fontsize=SMALL, **style) for up in ups]

    def show(self, context: ChartContext, ranked: list[int], sure: Sensitivity, present: Array) -> Chart:
        """Move the marks to another result and return the chart."""
        order = sorted(ranked, key=lambda row: (present[row], sure.median_rank[row]))
        if len(order) > self.count:
            order = [*order[: self.count // 2], *order[-(self.count - self.count // 2) :]]
        rows, middles = np.array(order), self.middles
        colours = [self._colour(context, row) for row in order]
        low, high, median = sure.low_rank[rows] - 0.12, sure.high_rank[rows] + 0.12, sure.median_rank[rows]
        reach = 0.34 if not self.above else 0.8 * (1 - self.middles[0])
        self.bands.set_segments([((a, y), (b, y)) for a, b, y in zip(low, high, middles, strict=True)])
        self.bands.set_color([_band(colour, context.theme) for colour in colours])
        self.medians.set_segments([((x, y - reach), (x, y + reach)) for x, y in zip(median, middles, strict=True)])
        self.dots.set_offsets(np.column_stack([present[rows], middles]))
        self.dots.set_facecolor(colours)
        self.dots.set_edgecolor([strong(colour, context.theme) for colour in colours])
        for row, label, last in zip(order, self.labels, self.last, strict=True):
            label.set_text(self.broken[row])
            last.set_text(_percent(context, float(sure.p_last[row])))
        hits = self._hits(context, order, sure, present)
        summary = context.texts.translate("Chart", "; ").join(hit.text.replace("\n", " ") for hit in hits)
        moving = () if context.paper else (self.bands, self.dots, self.medians, *self.labels, *self.last)
        return Chart(self.frame.figure, hits, self.title, " ".join((summary, *self.notes)), moving)

    def _colour(self, context: ChartContext, row: int) -> str:
        circles = circles_of(context)[row]
        return context.project.data.circles[circles[0]].colour if circles else context.theme.muted

    def _hits(self, context: ChartContext, order: list[int], sure: Sensitivity, present: Array) -> tuple[Hit, ...]:
        texts, ids = context.texts, groups(context.project, context.by).ids
        height = self.frame.height / self.count
        top = self.context.height - self.frame.bottom - self.frame.height
        sentence = texts.translate("Chart", "Rank {rank} of {count}; median {median}, {low} to {high} in 90 % of draws")
        hits = []
        for at, row in enumerate(order):
            ranks = sentence.format(
                rank=texts.number(float(present[row])), count=texts.number(self.among),
                median=texts.number(float(sure.median_rank[row])), low=texts.number(float(sure.low_rank[row])),
                high=texts.number(float(sure.high_rank[row])),
            )  # fmt: skip
            last = texts.translate("Chart", "Last in {share} of the draws").format(
                share=_percent(context, float(sure.p_last[row]))
            )
            text = f"{self.full[row]}\n{ranks}\n{last}"
            side: Side = "baseline" if context.side == "baseline" else "scenario"
            hits.append(
                Hit(0, top + at * height, context.width, height, text, context.by, ids[row], INDEX, side)
            )  # fmt: skip
        return tuple(hits)


def _notes(context: ChartContext, sure: Sensitivity, among: int, hidden: int, unranked: int) -> list[str]:
    texts = context.texts
    notes = [
        texts.translate("Chart", "{draws} draws of weights and methods; 1 is the best of {areas}.").format(
            draws=texts.number(sure.draws), areas=words.areas_name(texts, context.by, among)
        )
    ]
    for count, sentence in (
        (hidden, texts.translate("Chart", "In between and not shown: {areas}.")),
        (unranked, texts.translate("Chart", "Index unknown: {areas}.")),
    ):
        if count:
            notes.append(sentence.format(areas=words.areas_name(texts, context.by, count)))
    return notes


def _band(colour: str, theme: Theme) -> str:
    return mixed(colour, theme.halo, 0.42)


def _percent(context: ChartContext, share: float) -> str:
    """Return a share in whole percent; a small one is never rounded to none."""
    if 0 < share < 0.005:
        return context.texts.translate("Chart", "< {share} %").format(share=context.texts.number(0.5, 1))
    return context.texts.translate("Chart", "{share} %").format(share=context.texts.number(100 * share))


def _chosen(context: ChartContext) -> list[int]:
    """Return the rows of the areas asked for: all, or those of one circle."""
    if not context.circle or context.by == "circle":
        return list(range(len(groups(context.project, context.by).ids)))
    circles = groups(context.project, "circle").ids
    return [
        int(row) for row in np.flatnonzero(inside_circles(context.project, context.by)[circles.index(context.circle)])
    ]
