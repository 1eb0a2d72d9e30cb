"""Where everything of a map scene stands: head and foot across, legend and panel as cards at the right of the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import cast

from PySide6.QtCore import QRectF

from maps.briefing.slide_bars import BarPanel, read
from maps.briefing.slide_chart import ChartPanel
from maps.briefing.slide_layout import READABLE, Bars, SlideLayout, SlowPicture
from maps.briefing.slide_legend import BRIEFEST, SlideLegend, slide_sections
from maps.briefing.slide_page import SlidePage, card, foot, head
from maps.briefing.slide_table import TablePanel, columns
from maps.charts.catalogue import ChartId
from maps.display import PageItem

Panel = BarPanel | TablePanel | ChartPanel

SHARES = (
    (1.0, 0),
    (1.0, 1),
    (0.93, 1),
    (1.0, 2),
    (0.9, 2),
    (0.9, 3),
    (0.8, 3),
    (0.8, BRIEFEST),
    (0.75, BRIEFEST),
    (0.7, BRIEFEST),
    (0.6, BRIEFEST),
    (0.5, BRIEFEST),
)
"""What is tried one after the other: the share of its best size that the map keeps, and how brief the legend is."""

ENOUGH = 0.75
"""Least share of its best size that the map keeps for larger type, a second column of a table, a broad chart."""

LEAST_MAP = 0.42
"""Height of the map as a share of the slide's, below which larger type is refused."""

STEP = 1.1
"""By which larger type is reduced where it leaves no room."""

LEGENDS = ((15.0, 1), (17.0, 1), (18.5, 1), (20.0, 1), (29.0, 2), (33.0, 2))
"""Widths of the legend worth trying, in ems, and its columns."""

NARROW = (12.0, 1)
"""Width and columns of the briefest legend where a chart leaves no more."""

PAD, GAP = 0.7, 0.9
"""Inside a card and between two, in ems."""


@dataclass(frozen=True, eq=False)
class _Legends:
    """The legends of one size of the type and their heights, kept because many places are tried for them."""

    page: SlidePage
    _set: dict[tuple[int, bool], SlideLegend] = field(default_factory=dict)
    _heights: dict[tuple[int, bool, float, int], float] = field(default_factory=dict)

    def legend(self, brevity: int, named: bool) -> SlideLegend:
        """Return the legend with so few words; ``named`` where a panel names the circles."""
        if (brevity, named) not in self._set:
            sections = slide_sections(self.page.context, self.page.em, brevity, named)
            self._set[brevity, named] = SlideLegend(sections, self.page.theme, self.page.em, brevity >= BRIEFEST)
        return self._set[brevity, named]

    def height(self, brevity: int, named: bool, width: float, columns_: int) -> float:
        """Return the height of the card of the legend, mm; 0 where there is nothing to explain."""
        key = (brevity, named, width, columns_)
        if key not in self._heights:
            pad = 2 * PAD * self.page.em
            below = self.legend(brevity, named).place(0, 0, width - pad, columns_)[1]
            self._heights[key] = below + pad if below else 0.0
        return self._heights[key]


@dataclass(frozen=True, eq=False)
class _Try:
    """One size of the type and what is to be shown with it."""

    page: SlidePage
    legends: _Legends
    aspect: float
    """width of what the map shows, divided by its height"""
    panel: Panel | None
    body: QRectF
    least_share: float = 0.0
    """of its best size that the map keeps"""

    @property
    def em(self) -> float:
        return self.page.em

    @property
    def named(self) -> bool:
        """Whether the panel names the circles beside their colours."""
        return isinstance(self.panel, BarPanel | TablePanel)

    def legend_height(self, brevity: int, width: float, columns_: int) -> float:
        """Return the height of the card of the legend, mm."""
        return self.legends.height(brevity, self.named, width, columns_)


@dataclass(frozen=True)
class _Place:
    """Where the cards stand; an empty rectangle for none."""

    legend: QRectF
    columns: int
    brevity: int
    panel: QRectF
    shortened: SlideLegend | None = None
    """the legend, if it had to lose a part"""

    @property
    def left(self) -> float:
        return min(one.left() for one in (self.legend, self.panel) if not one.isEmpty())


def lay_out_map(page: SlidePage, aspect: float) -> SlideLayout:
    """Lay out a scene with a map whose width is ``aspect`` times its height.

    Where larger type leaves no room, first the panel goes, then the message, and at last the type is reduced, but never
    below what the back row can read.
    """
    least = min(READABLE * page.rect.height(), page.em)
    em = page.em
    while True:
        smallest = em <= least * 1.0001
        legends = _Legends(page.sized(em))
        for with_panel, message in ((True, True), (False, True), (False, False)):
            if with_panel and not page.staged.scene.panel:
                continue
            if not message and not page.staged.message.strip():
                continue
            last = smallest and not with_panel and not (message and page.staged.message.strip())
            found = _laid_out(legends, aspect, with_panel, message, last)
            if found is not None:
                return found
        em = max(em / STEP, least)


def _laid_out(legends: _Legends, aspect: float, with_panel: bool, message: bool, last: bool) -> SlideLayout | None:
    """Return the layout, None where there is no room; the ``last`` one makes room whatever it takes from the map."""
    page = legends.page
    top_items, top = head(page, message)
    foot_items, bottom = foot(page)
    inner, em = page.inner, page.em
    body = QRectF(inner.left(), top.bottom() + 0.3 * em, inner.width(), 0)
    body.setBottom(bottom.top() - 0.25 * em)
    if body.height() < LEAST_MAP * page.rect.height() and not last:
        return None
    enlarged = em > READABLE * page.rect.height() * 1.0001
    panel = _panel(page) if with_panel else None
    tried = _Try(page, legends, aspect, panel, body, ENOUGH if enlarged else 0.0)
    place: _Place | None = None
    if isinstance(tried.panel, TablePanel):
        broad = replace(tried, panel=replace(tried.panel, least=2), least_share=ENOUGH)
        place = next(_places(broad), None)
    elif isinstance(tried.panel, ChartPanel):
        broad = replace(tried, panel=replace(tried.panel, widths=tried.panel.widths[:2]), least_share=ENOUGH)
        place = next(_places(broad), None)
    place = place or next(_places(tried), None)
    if place is None:
        if not last:
            return None
        place = _forced(tried)
    items: list[PageItem] = [*top_items, *foot_items]
    grounds = [top, bottom]
    bars: Bars | None = None
    chart: SlowPicture | None = None
    free = QRectF(body)
    pad = PAD * em
    if not place.legend.isEmpty():
        box = place.legend
        legend = place.shortened or legends.legend(place.brevity, tried.named)
        items.append(card(page, box))
        items += legend.place(box.left() + pad, box.top() + pad, box.width() - 2 * pad, place.columns)[0]
        grounds.append(box)
    if not place.panel.isEmpty() and tried.panel is not None:
        box = place.panel
        items.append(card(page, box))
        still, shown = tried.panel.place(box.adjusted(pad, pad, -pad, -pad))
        items += still
        grounds.append(box)
        if isinstance(shown, SlowPicture):
            chart = shown
        else:
            bars = shown
    if len(grounds) > 2:
        free.setRight(place.left - GAP * em)
    left_out = {name for name, out in (("panel", not with_panel and page.staged.scene.panel),
                                       ("message", not message and page.staged.message.strip())) if out}  # fmt: skip
    return SlideLayout(tuple(items), free, bars, chart, tuple(grounds), em, frozenset(left_out))


def _panel(page: SlidePage) -> Panel | None:
    kind = page.staged.scene.panel
    if not kind:
        return None
    if kind == "scorecard":
        return TablePanel(page, columns(page.context))
    if kind == "bars":
        return BarPanel(page, read(page))
    return ChartPanel(page, cast(ChartId, kind))


def _places(tried: _Try) -> Iterator[_Place]:
    """Yield the places for legend and panel, the best first."""
    body, em = tried.body, tried.em
    wanted = min(body.height() * tried.aspect, body.width())
    shows_legend = tried.page.context.shows("legend")
    for share, brevity in SHARES:
        if share < tried.least_share:
            return
        room = body.width() - wanted * share - GAP * em
        if not shows_legend and tried.panel is None:
            yield _Place(QRectF(), 1, brevity, QRectF())
        elif tried.panel is None:
            for width, columns_ in LEGENDS:
                height = tried.legend_height(brevity, width * em, columns_)
                if width * em <= room and height <= body.height():
                    yield _Place(_right(body, body.right(), width * em, height), columns_, brevity, QRectF())
        else:
            yield from _with_panel(tried, tried.panel, room, brevity, shows_legend)


def _with_panel(tried: _Try, panel: Panel, room: float, brevity: int, shows_legend: bool) -> Iterator[_Place]:
    """Yield places for both: the panel at the right edge, the legend at its left or under it."""
    body, em = tried.body, tried.em
    pad = 2 * PAD * em
    for ems in panel.widths:
        width = ems * em
        if width > room:
            continue
        least, best = (one + pad for one in panel.height(width - pad))
        if least > body.height():
            continue
        alone = _right(body, body.right(), width, min(best, body.height()))
        if not shows_legend:
            yield _Place(QRectF(), 1, brevity, alone)
            continue
        narrow = (NARROW,) if brevity >= BRIEFEST and isinstance(panel, ChartPanel) else ()
        for legend_width, columns_ in (*LEGENDS[:4], *narrow):
            height = tried.legend_height(brevity, legend_width * em, columns_)
            if legend_width * em + GAP * em + width <= room and height <= body.height():
                box = _right(body, alone.left() - GAP * em, legend_width * em, height)
                yield _Place(box, columns_, brevity, alone)
        for columns_ in (1, 2) if ems >= LEGENDS[-2][0] - 6 else (1,):
            height = tried.legend_height(brevity, width, columns_)
            rest = body.height() - height - GAP * em
            if least <= rest:
                above = _right(body, body.right(), width, min(best, rest))
                box = QRectF(above.left(), above.bottom() + GAP * em, width, height)
                yield _Place(box, columns_, brevity, above)


def _forced(tried: _Try) -> _Place:
    """Return the legend in as few words as it has, in the narrowest columns that stand in the body."""
    body, em = tried.body, tried.em
    if not tried.page.context.shows("legend"):
        return _Place(QRectF(), 1, BRIEFEST, QRectF())
    for width, columns_ in (*LEGENDS, (45.0, 3)):
        width = min(width, 0.75 * body.width() / em)
        height = tried.legend_height(BRIEFEST, width * em, columns_)
        if height <= body.height():
            break
    legend = tried.legends.legend(BRIEFEST, tried.named)
    pad = 2 * PAD * em
    while height > body.height() and len(legend.sections) > 1:
        # So many layers are no slide; what is left says at least that there is more.
        legend = legend.without_last(tried.page.translate("Slide", "More on the map: see the map's own legend"))
        height = legend.place(0, 0, width * em - pad, columns_)[1] + pad
    return _Place(_right(body, body.right(), width * em, height), columns_, BRIEFEST, QRectF(), legend)


def _right(body: QRectF, right: float, width: float, height: float) -> QRectF:
    """Return a box whose right upper corner stands at ``right`` on the upper edge of the body."""
    return QRectF(right - width, body.top(), width, height)
