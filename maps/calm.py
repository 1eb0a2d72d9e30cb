"""Calm places on a map: where something may lie over it without hiding what the map is about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
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


class Ground:
    """What of the map must stay in sight: the land in focus, and the inset boxes that show a part of it."""

    def __init__(self, context: Context) -> None:
        towns = context.project.data.towns
        shown = context.towns_in_focus
        used = {frame_of_town(town.code) for town, here in zip(towns, shown, strict=True) if here}
        boxes = [shapely.box(*frame.box) for frame in FRAMES if frame in used]
        self._shapes = np.append(context.atlas.detail(TOLERANCES[-1]).towns[shown], boxes)

    def under(self, viewport: Viewport, rect: QRectF) -> float:
        """Return the share of ``rect`` (mm on the sheet) that covers what must stay in sight."""
        x0, y0 = viewport.to_map(rect.left(), rect.bottom())
        x1, y1 = viewport.to_map(rect.right(), rect.top())
        window = shapely.box(x0, y0, x1, y1)
        hit = self._shapes[shapely.intersects(self._shapes, window)]
        return float(shapely.area(shapely.intersection(hit, window)).sum() / window.area)


def calmest(
    ground: Ground, viewport: Viewport, size: QSizeF, pad: float, corners: Sequence[Corner], taken: Sequence[QRectF]
) -> QRectF | None:
    """Return the corner of the map that hides least, the first of equals; None where every corner is taken."""
    places = [in_corner(viewport.rect, size, corner, pad) for corner in corners]
    free = [place for place in places if not any(place.intersects(other) for other in taken)]
    return min(free, key=lambda place: round(ground.under(viewport, place), 3), default=None)


def with_panel(ground: Ground, rect: QRectF, extent: Extent, size: QSizeF, pad: float) -> tuple[Viewport, QRectF]:
    """Return the largest map of ``extent`` in ``rect`` with a panel of ``size`` in a corner, and the panel's place.

    The panel lies beside what is to be seen, or over sea inside its rectangle.
    """
    best: tuple[float, Viewport, QRectF] | None = None
    for corner in ((True, True), (True, False), (False, False), (False, True)):
        place = in_corner(rect, size, corner, pad)
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
        return fitted(rect, extent), in_corner(rect, size, (True, True), pad)
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
