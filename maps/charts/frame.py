"""The frame of every chart: title, axes, legend, notes and sources at fixed places, all measured in points.

Room is reckoned from the words beforehand (``maps.fonts``), because Matplotlib's own layouts draw everything twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullFormatter, NullLocator
from matplotlib.transforms import Affine2D, Transform
from numpy.typing import ArrayLike, NDArray

from maps.charts import words
from maps.charts.chart import ChartContext
from maps.fonts import text_width, wrapped
from maps.texts import Texts
from maps.theme import Theme, mixed

TITLE, TYPE, SMALL = 10.5, 8.5, 7.5
"""Points: the heading on paper, axes and names, notes. Below 7 the strokes of 灣 run together on a screen."""

LINE = 1.32
"""Distance of lines in ems."""

MARGIN = 6.0
_EDGE = 3.0
"""Margin above and below in the window, where the height is wanted for the data, points."""
TICK_ROOM = 12.5
"""Height of the numbers under the x axis, points."""

BESIDE = 0.5
"""Share of the width of a bare chart up to which names stand beside the rows; longer ones stand above them."""

_KEY_WIDTH, _DOT_WIDTH, _KEY_GAP = 12.0, 8.0, 8.0


@dataclass(frozen=True)
class Key:
    """One entry of the legend."""

    kind: Literal["bar", "hollow bar", "dot", "hollow dot", "line", "dashes", "tick", "pointer", "band"]
    colour: str
    text: str

    @property
    def start(self) -> float:
        """Points from the left end of the sign to the text."""
        narrow = self.kind in ("dot", "hollow dot", "tick", "pointer")
        return (_DOT_WIDTH if narrow else _KEY_WIDTH) + 3

    @property
    def width(self) -> float:
        """Points from the left end of the sign to the end of the text."""
        return self.start + text_width(self.text, SMALL)


@dataclass(frozen=True)
class Frame:
    """A figure with one pair of axes; the box of the axes in points from the left lower corner."""

    figure: Figure
    axes: Axes
    left: float
    bottom: float
    width: float
    height: float
    notes: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """the box of the notes under the chart: left upper corner from that of the figure, width, height"""

    def points(self, x: ArrayLike, y: ArrayLike) -> NDArray[np.float64]:
        """Return (n, 2) data coordinates as points from the left upper corner of the figure."""
        pairs = np.column_stack([np.asarray(x, dtype=float), np.asarray(y, dtype=float)])
        found = self.axes.transData.transform(pairs) * (72 / self.figure.dpi)
        found[:, 1] = self.figure.get_figheight() * 72 - found[:, 1]
        return np.asarray(found)


def framed(
    context: ChartContext,
    title: str,
    *,
    left: float,
    right: float = 10.0,
    below: str = "",
    above: str = "",
    keys: Sequence[Key] = (),
    notes: Sequence[str] = (),
    sources: str = "",
    ticks: bool = True,
    square: bool = False,
) -> Frame:
    """Return a figure with everything but the data.

    ``above`` and ``below`` are the titles of the y and the x axis; title and sources are written on paper only.
    """
    width, height, theme = context.width, context.height, context.theme
    figure = _figure(context)
    room = width - 2 * MARGIN
    bottom = edge = MARGIN if context.paper else _EDGE
    if context.headed and sources:
        bottom = _lines(figure, sources, SMALL, theme.muted, bottom, room)
    said = bottom
    if notes:
        bottom = _lines(figure, words.sentences(context.texts, notes), SMALL, theme.muted, bottom, room)
    box = (MARGIN, height - bottom, room, bottom - said)
    if keys:
        bottom = _legend(figure, theme, keys, bottom, room) + 1
    if below:
        bottom = _lines(figure, below, TYPE, theme.text, bottom, room) + 1
    if ticks:
        bottom += TICK_ROOM
    top = height - MARGIN
    if context.headed:
        top = _headlines(figure, context, title, top, room)
    if above:
        top += MARGIN - edge
        lines = wrapped(above, TYPE, room)
        for line in lines:
            top -= TYPE * LINE
            write(figure, MARGIN, top + 0.3 * TYPE, line, TYPE, theme.text)
        top -= 4
    box_width, box_height = width - left - right, max(top - bottom, 24.0)
    if square:
        side = min(box_width, box_height)
        left, box_width = left + (box_width - side) / 2, side
        bottom, box_height = bottom + (box_height - side), side
    axes = figure.add_axes((left / width, bottom / height, box_width / width, box_height / height))
    _style(axes, theme)
    return Frame(figure, axes, left, bottom, box_width, box_height, box)


def message(context: ChartContext, title: str, sentence: str) -> Figure:
    """Return a figure that says in its middle why there is nothing to draw."""
    figure = _figure(context)
    lines = wrapped(sentence, TYPE, context.width - 6 * MARGIN)
    y = context.height / 2 + len(lines) * TYPE * LINE / 2
    if context.headed:
        _headlines(figure, context, title, context.height - MARGIN, context.width - 2 * MARGIN)
    for line in lines:
        y -= TYPE * LINE
        write(figure, context.width / 2, y, line, TYPE, context.theme.muted, ha="center")
    return figure


def points_of(figure: Figure) -> Transform:
    """Return the transform from points, counted from the left lower corner, to the figure."""
    return Affine2D().scale(1 / 72) + figure.dpi_scale_trans


def write(figure: Figure, x: float, y: float, text: str, size: float, colour: str, **style: Any) -> Any:
    """Write one line with its base line at ``y``, points from the left lower corner."""
    # Names and notes are words: a $ in them is no formula.
    return figure.text(
        x, y, text, fontsize=size, color=colour, transform=points_of(figure), va="baseline", parse_math=False, **style
    )


def names_width(names: Sequence[str], size: float, most: float) -> float:
    """Return the width that the lines of names need when they are broken at ``most``, points."""
    return max((text_width(line, size) for name in names for line in wrapped(name, size, most)), default=0.0)


def row_name(
    frame: Frame, context: ChartContext, middle: float, name: str, most: float, second: str = "", size: float = TYPE
) -> None:
    """Write the name of a row left of the axes, in as many lines as it needs, centred on ``middle`` (points, up)."""
    lines = [(line, size, context.theme.text) for line in wrapped(name, size, most)]
    if second:
        lines.append((second, SMALL, context.theme.muted))
    height = sum(one * 1.2 for _, one, _ in lines)
    y = middle + height / 2
    for line, one, colour in lines:
        y -= one * 1.2
        write(frame.figure, frame.left - 5, y + 0.27 * one, line, one, colour, ha="right")


def number_axis(axes: Axes, texts: Texts, which: Literal["x", "y"], low: float, high: float, log: bool = False) -> None:
    """Set limits and numbers of an axis in the words of the language."""
    axis = axes.xaxis if which == "x" else axes.yaxis
    if log:
        (axes.set_xscale if which == "x" else axes.set_yscale)("log")
        axis.set_major_locator(LogLocator(10, numticks=6))
        axis.set_minor_locator(NullLocator())
        axis.set_minor_formatter(NullFormatter())
        axis.set_major_formatter(FuncFormatter(lambda value, _at: plain(texts, value, value)))
    else:
        locator = MaxNLocator(5 if which == "y" else _most_ticks(axes, texts, low, high), steps=[1, 2, 2.5, 5, 10])
        ticks = locator.tick_values(low, high)
        step = float(ticks[1] - ticks[0]) if len(ticks) > 1 else 1.0
        axis.set_major_locator(locator)
        axis.set_major_formatter(FuncFormatter(lambda value, _at: plain(texts, value, step)))
    (axes.set_xlim if which == "x" else axes.set_ylim)(low, high)


def _most_ticks(axes: Axes, texts: Texts, low: float, high: float) -> int:
    """Return how many steps the x axis has room for, so that the numbers under it do not touch."""
    figure = axes.get_figure(root=True)
    assert figure is not None
    room = axes.get_position().width * figure.get_figwidth() * 72
    decimals = 0 if high - low >= 4 else 1 if high - low >= 0.4 else 2
    widest = max(text_width(texts.number(value, decimals), SMALL) for value in (low, high))
    return max(1, min(5, int(room / (widest + SMALL))))


def plain(texts: Texts, value: float, step: float) -> str:
    """Return the number at a tick with the decimals that its neighbours need."""
    decimals = next((count for count in range(5) if abs(round(step, count) - step) < 1e-9 * abs(step)), 5)
    return texts.number(value, decimals)


def padded(values: NDArray[np.float64], log: bool, share: float = 0.04) -> tuple[float, float]:
    """Return limits a little beyond the known values."""
    known = values[~np.isnan(values)]
    if not len(known):
        return (1.0, 10.0) if log else (0.0, 1.0)
    low, high = float(known.min()), float(known.max())
    if log:
        factor = (high / low) ** share
        return low / factor, high * factor
    pad = (high - low) * share or abs(high) * share or 1.0
    return low - pad, high + pad


def right_margin(texts: Texts, values: NDArray[np.float64]) -> float:
    """Return the room that half of the last number under the x axis may need beyond the end of the axis."""
    largest = float(np.max(np.abs(values), where=~np.isnan(values), initial=0.0))
    return max(14.0, text_width(texts.number(largest), SMALL) / 2 + 4)


def strong(colour: str, theme: Theme) -> str:
    """Return a circle's colour as a line that is seen on the ground: the bright hues have too little contrast alone."""
    return mixed(colour, theme.text, 0.72)


def _figure(context: ChartContext) -> Figure:
    # Matplotlib cuts off fractions of a dot, and 284.999 points would be one dot short of the window.
    size = ((context.width + 0.01) / 72, (context.height + 0.01) / 72)
    return Figure(figsize=size, facecolor=context.theme.halo)


def _style(axes: Axes, theme: Theme) -> None:
    axes.set_facecolor(theme.halo)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.spines["bottom"].set(visible=True, color=theme.frame, linewidth=0.6)
    axes.tick_params(colors=theme.muted, labelcolor=theme.muted, labelsize=SMALL, length=0, pad=3, width=0.5)
    axes.grid(True, color=mixed(theme.frame, theme.halo, 0.35), linewidth=0.5)
    axes.set_axisbelow(True)


def _lines(figure: Figure, text: str, size: float, colour: str, bottom: float, room: float) -> float:
    """Write a wrapped text upwards from ``bottom`` and return where it ends."""
    lines = wrapped(text, size, room)
    for at, line in enumerate(reversed(lines)):
        write(figure, MARGIN, bottom + at * size * LINE + 0.25 * size, line, size, colour)
    return bottom + len(lines) * size * LINE + 2


def _headlines(figure: Figure, context: ChartContext, title: str, top: float, room: float) -> float:
    for line in wrapped(title, TITLE, room, True):
        top -= TITLE * LINE
        write(figure, MARGIN, top + 0.3 * TITLE, line, TITLE, context.theme.text, fontweight="bold")
    for line in wrapped(words.circles_line(context), SMALL, room):
        top -= SMALL * LINE
        write(figure, MARGIN, top + 0.2 * SMALL, line, SMALL, context.theme.muted)
    return top - 5


def _legend(figure: Figure, theme: Theme, keys: Sequence[Key], bottom: float, room: float) -> float:
    """Write the entries in as few rows as they need."""
    height = SMALL * 1.35
    rows = key_rows([key.width for key in keys], room)
    for at, row in enumerate(reversed(rows)):
        x, y = 0.0, bottom + at * height
        for key in (keys[one] for one in row):
            _key(figure, theme, key, MARGIN + x, y + 0.55 * SMALL)
            write(figure, MARGIN + x + key.start, y + 0.25 * SMALL, key.text, SMALL, theme.text)
            x += key.width + _KEY_GAP
    return bottom + len(rows) * height


def key_rows(widths: Sequence[float], room: float) -> list[list[int]]:
    """Return the rows of a legend as numbers of its entries: in their order as long as that takes no more rows.

    Otherwise each entry, the widest first, goes into the first row that has room for it (first fit decreasing).
    """
    plain, packed = (
        _first_fit(widths, order, room, only_last)
        for order, only_last in (
            (range(len(widths)), True),
            (sorted(range(len(widths)), key=lambda one: -widths[one]), False),
        )
    )
    return plain if len(plain) <= len(packed) else sorted(sorted(row) for row in packed)


def _first_fit(widths: Sequence[float], order: Sequence[int], room: float, only_last: bool) -> list[list[int]]:
    rows: list[list[int]] = []
    for one in order:
        for row in rows[-1:] if only_last else rows:
            if sum(widths[other] + _KEY_GAP for other in row) + widths[one] <= room:
                row.append(one)
                break
        else:
            rows.append([one])
    return rows


def _key(figure: Figure, theme: Theme, key: Key, x: float, y: float) -> None:
    at, edge, middle = points_of(figure), strong(key.colour, theme), x + (key.start - 3) / 2
    face = theme.halo if key.kind.startswith("hollow") else key.colour
    mark: Artist
    if key.kind in ("bar", "hollow bar"):
        mark = Rectangle((x + 2, y - 3), _KEY_WIDTH - 4, 6, facecolor=face, edgecolor=edge, linewidth=0.7)
    elif key.kind in ("dot", "hollow dot"):
        mark = Line2D([middle], [y], linestyle="", marker="o", markersize=6, markeredgewidth=0.7)
        mark.set(markerfacecolor=face, markeredgecolor=edge)
    elif key.kind == "pointer":
        mark = Line2D([middle], [y], color=key.colour, linestyle="", marker="v", markersize=5, markeredgewidth=0)
    elif key.kind == "tick":
        mark = Line2D([middle, middle], [y - 3.5, y + 3.5], color=key.colour, lw=1.6)
    else:
        mark = Line2D([x, x + _KEY_WIDTH], [y, y], color=key.colour, lw=4 if key.kind == "band" else 1.4)
        mark.set(linestyle=(0, (3, 2)) if key.kind == "dashes" else "-", solid_capstyle="butt")
    mark.set_transform(at)
    figure.add_artist(mark)
