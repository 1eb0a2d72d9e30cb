"""The way from one view of the map to another: out as far as needed, across, and in again.

After J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning", IEEE Symposium on Information
Visualization 2003: of all ways between two views this one is the shortest where panning and zooming are weighed by
what moves on the screen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from maps.display import Viewport

RHO = math.sqrt(2.0)
"""How willingly the way zooms out instead of panning: the value that the subjects of the paper's experiment chose."""

SHORTEST, LONGEST = 0.6, 1.4
"""Seconds that a flight takes at least and at most."""

STANDING, PACE = 0.45, 0.25
"""Seconds for any flight, and for each unit of its length."""

_STILL = 1e-9
"""Distance, in widths of the view, below which there is none."""


@dataclass(frozen=True)
class ZoomPath:
    """The optimal path between two viewports of equal ``rect``.

    The paper's u is the distance flown over the map and w the shorter side of what is seen of it, both in metres of
    map space; s is the length of the path in the paper's metric, which has no unit.
    """

    start: Viewport
    end: Viewport

    @cached_property
    def _widths(self) -> tuple[float, float]:
        side = min(self.start.rect.width(), self.start.rect.height())
        return self.start.metres_per_mm * side, self.end.metres_per_mm * side

    @cached_property
    def distance(self) -> float:
        """Metres of map space between the two centres."""
        return math.dist(self.start.centre, self.end.centre)

    @cached_property
    def _bends(self) -> tuple[float, float] | None:
        """r0 and r1 of the paper; None where the path only zooms."""
        (w0, w1), d = self._widths, self.distance
        if d <= _STILL * max(w0, w1):
            return None
        rho2 = RHO * RHO
        step = (w1 - w0) * (w1 + w0)
        b0 = (step + rho2 * rho2 * d * d) / (2 * w0 * rho2 * d)
        b1 = (step - rho2 * rho2 * d * d) / (2 * w1 * rho2 * d)
        return -math.asinh(b0), -math.asinh(b1)  # ln(sqrt(b² + 1) - b), without its cancellation

    @cached_property
    def length(self) -> float:
        """The paper's S."""
        if self._bends is None:
            w0, w1 = self._widths
            return abs(math.log(w1 / w0)) / RHO
        r0, r1 = self._bends
        return (r1 - r0) / RHO

    @property
    def seconds(self) -> float:
        """How long a flight along the path takes."""
        return min(max(STANDING + PACE * self.length, SHORTEST), LONGEST)

    def at(self, share: float) -> Viewport:
        """Return the viewport at a share (0 to 1) of the path's length; both ends are exactly those given."""
        if share <= 0:
            return self.start
        if share >= 1:
            return self.end
        w0, w1 = self._widths
        if self._bends is None:
            flown, width = share, w0 * math.exp(share * math.log(w1 / w0))
        else:
            r0, s = self._bends[0], share * self.length
            # u(s) = w0 / rho² (cosh r0 tanh(rho s + r0) - sinh r0), as one fraction
            flown = w0 / (RHO * RHO) * math.sinh(RHO * s) / math.cosh(RHO * s + r0) / self.distance
            width = w0 * math.cosh(r0) / math.cosh(RHO * s + r0)
        (x0, y0), (x1, y1) = self.start.centre, self.end.centre
        centre = x0 + (x1 - x0) * flown, y0 + (y1 - y0) * flown
        return Viewport(self.end.rect, centre, self.start.metres_per_mm * (width / w0))


def eased(share: float, *, moving: bool = False) -> float:
    """Return how much of a flight is done after a share of its time: slowly off and slowly in.

    One that is already ``moving``, because it goes on from another, sets off at speed.
    """
    t = min(max(share, 0.0), 1.0)
    return 1 - (1 - t) ** 3 if moving else t * t * t * (t * (6 * t - 15) + 10)
