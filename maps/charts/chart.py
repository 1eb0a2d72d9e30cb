"""What a chart is asked for and what it gives: a figure, and the places in it that answer to the mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.balance.evaluate import Side, indicator_of
from data.balance.groups import By
from data.balance.indicator import Indicator
from data.model import Language, Place
from data.project import Project
from maps.texts import Texts
from maps.theme import Theme

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure


@dataclass(frozen=True, eq=False)
class ChartContext:
    """One look at one chart. Sizes are in points, so that a chart is the same at every resolution."""

    project: Project
    texts: Texts
    theme: Theme
    width: float
    height: float
    indicator_id: str
    other_id: str = ""
    """the second indicator, along the y axis, where a chart compares two"""
    by: By = "town"
    side: Side = "baseline"
    circle: str = ""
    """ranks: only the areas of this circle; '' for all"""
    topic: str = "broadband"
    """targets: key of ``data.targets.TOPICS``"""
    fit: bool = False
    """targets: only as many as the height holds, those of the indicator first, because no window scrolls them"""
    paper: bool = False
    """whether the chart stands alone, with title and sources, because no window says them"""
    bare: bool = False
    """on paper: without title and sources, because the slide around it says them"""
    named: bool = False
    """whether the map beside it names the circles in their colours"""

    @property
    def language(self) -> Language:
        return self.texts.language

    @property
    def indicator(self) -> Indicator:
        return indicator_of(self.project, self.indicator_id)

    @property
    def other(self) -> Indicator:
        return indicator_of(self.project, self.other_id)

    @property
    def headed(self) -> bool:
        """Whether title and sources are written."""
        return self.paper and not self.bare

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides a chart shows beside each other: both as soon as there is a scenario."""
        return ("baseline",) if self.project.scenario.is_empty else ("baseline", "scenario")


@dataclass(frozen=True, slots=True)
class Hit:
    """A part of the picture that stands for an area or a fact."""

    x: float
    y: float
    """left upper corner of its box, points from the left upper corner of the figure"""
    width: float
    height: float
    text: str
    """what the mouse reads there, whole sentences in the language of the chart"""
    by: By | None = None
    area: str = ""
    """id of the area, 'nation' for the nation; '' where the part stands for no area"""
    indicator_id: str = ""
    """what ``data.balance.explain`` is asked for, with the area: an indicator or one of its ``CHAINS``"""
    side: Side = "baseline"
    round: bool = False
    """whether the mark of the area is a dot rather than a row"""

    @property
    def place(self) -> Place | None:
        """What to select on the map."""
        return Place(self.by, self.area) if self.by is not None and self.by != "nation" and self.area else None

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def distance(self, x: float, y: float) -> float:
        """Return the distance of a point from the box, or from the rim of the dot, points; negative inside a dot."""
        if self.round:
            cx, cy = self.centre
            return float(((x - cx) ** 2 + (y - cy) ** 2) ** 0.5) - self.width / 2
        dx = max(self.x - x, 0.0, x - self.x - self.width)
        dy = max(self.y - y, 0.0, y - self.y - self.height)
        return float((dx**2 + dy**2) ** 0.5)


@dataclass(frozen=True, eq=False)
class Chart:
    """A drawn chart. ``hits`` come in the order in which the keyboard walks them."""

    figure: Figure
    hits: tuple[Hit, ...]
    title: str
    """also its accessible name"""
    summary: str
    """its accessible description: what is shown, what is unknown"""
    moving: tuple[Artist, ...] = ()
    """what changes while the rest of the figure stays; drawn last, in this order"""
    follow: Callable[[ChartContext], Chart] | None = None
    """gives the chart of another context by moving what this one has drawn, fast enough for a slider"""
    whole: Hit | None = None
    """what the chart as a whole is read for, and answers for where no part of it is pointed at"""
