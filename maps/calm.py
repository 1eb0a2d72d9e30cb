"""Calm places on a map: where something may lie over it without hiding what the map is about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSizeF

from maps.context import Context
from maps.display import Viewport, fitted
from maps.geometry import TOLERANCES
from maps.mapspace import FRAMES, frame_of_town
from maps.sheet_spec import Extent

Corner = tuple[bool, bool]
"""whether at the right, whether at the foot"""

SHARES = (1.0, 0.75, 0.5, 0.25, 0.0)
"""How much of a panel may lie on the rectangle of what is to be seen; at 0 that has a part of the map for itself."""


def in_corner(rect: QRectF, size: QSizeF, corner: Corner, pad: float) -> QRectF:
    """Return a box of ``size`` in a corner of ``rect``, ``pad`` mm from its edges."""
    right, foot = corner
    x = rect.right() - pad - size.width() if right else rect.left() + pad
    y = rect.bottom() - pad - size.height() if foot else rect.top() + pad
    return QRectF(x, y, size.width(), size.height())


TOUCHING = 1e-6
"""mm by which a box may seem to reach into a map beside which it stands."""

NAME = 18_000.0
"""Metres under an inset box that the name of its circle needs."""


class Ground:
    """What of the map must stay in sight: the land in focus, and the inset boxes that show a part of it."""

    def __init__(self, context: Context) -> None:
        towns = context.project.data.towns
        shown = context.towns_in_focus
        used = {frame_of_town(town.code) for town, here in zip(towns, shown, strict=True) if here}
        boxes = [shapely.box(frame.box[0], frame.box[1] - NAME, *frame.box[2:]) for frame in FRAMES]
        self._shapes = np.append(context.atlas.detail(TOLERANCES[-1]).towns, boxes)
        self._wanted = np.append(shown, [frame in used for frame in FRAMES])

    def under(self, viewport: Viewport, rect: QRectF) -> float:
        """Return the share of ``rect`` (mm on the sheet) that covers what must stay in sight."""
        return self._share(self._shapes[self._wanted], viewport, rect)

    def land_under(self, viewport: Viewport, rect: QRectF) -> float:
        """Return the share of ``rect`` that covers land or inset boxes, whatever has the focus."""
        return self._share(self._shapes, viewport, rect)

    def _share(self, shapes: NDArray[np.object_], viewport: Viewport, rect: QRectF) -> float:
        seen = rect & viewport.rect
        if min(seen.width(), seen.height()) < TOUCHING:
            return 0.0
        window = shapely.box(*viewport.to_map(seen.left(), seen.bottom()), *viewport.to_map(seen.right(), seen.top()))
        hit = shapes[shapely.intersects(shapes, window)]
        covered = float(shapely.area(shapely.intersection(hit, window)).sum() / window.area)
        return covered * seen.width() * seen.height() / (rect.width() * rect.height())


def calmest(
    ground: Ground,
    viewport: Viewport,
    rect: QRectF,
    size: QSizeF,
    pad: float,
    corners: Sequence[Corner],
    taken: Sequence[QRectF],
) -> QRectF | None:
    """Return the corner of ``rect`` that hides least of the map, the first of equals; None where all are taken."""

    def hidden(place: QRectF) -> tuple[float, float]:
        return round(ground.under(viewport, place), 3), round(ground.land_under(viewport, place), 2)

    places = [in_corner(rect, size, corner, pad) for corner in corners]
    free = [place for place in places if not any(place.intersects(other) for other in taken)]
    return min(free, key=hidden, default=None)


def with_panel(
    ground: Ground, rect: QRectF, column: QRectF, extent: Extent, size: QSizeF, pad: float
) -> tuple[Viewport, QRectF]:
    """Return the largest map of ``extent`` in ``rect`` with a panel of ``size`` in a corner of ``column``, and the
    panel's place.

    The panel lies beside what is to be seen, or over sea inside its rectangle.
    """
    best: tuple[float, Viewport, QRectF] | None = None
    for corner in ((True, True), (True, False), (False, False), (False, True)):
        place = in_corner(column, size, corner, pad)
        for upright in (False, True):
            for share in SHARES:
                free = _free(rect, place, corner, upright, share)
                if min(free.width(), free.height()) < 0.2 * min(rect.width(), rect.height()):
                    continue
                inner = fitted(free, extent)
                viewport = Viewport(rect, inner.to_map(rect.center().x(), rect.center().y()), inner.metres_per_mm)
                if share and ground.under(viewport, place.adjusted(-pad, -pad, pad, pad)) > 0:
                    continue
                if best is None or viewport.metres_per_mm < 0.995 * best[0]:
                    best = viewport.metres_per_mm, viewport, place
                break
    if best is None:
        return fitted(rect, extent), in_corner(column, size, (True, True), pad)
    return best[1], best[2]


def _free(rect: QRectF, place: QRectF, corner: Corner, upright: bool, share: float) -> QRectF:
    """Return ``rect`` without a strip beside the panel, or with ``upright`` over or under it."""
    right, foot = corner
    left = (1 - share) * (place.right() - rect.left())
    over = (1 - share) * (place.bottom() - rect.top())
    if upright:
        cut = (1 - share) * (rect.bottom() - place.top())
        return rect.adjusted(0, 0, 0, -cut) if foot else rect.adjusted(0, over, 0, 0)
    cut = (1 - share) * (rect.right() - place.left())
    return rect.adjusted(0, 0, -cut, 0) if right else rect.adjusted(left, 0, 0, 0)
