"""Hub-spoke lines of telemedicine: a gentle bow from each point to the hospitals that stand behind it."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath

from data.model import Status
from maps.context import Context
from maps.display import Stroke
from maps.mapspace import frame_at
from maps.theme import mixed

BOW = 0.12
"""How far a link bends aside, as a share of its length: enough to tell opposite links apart."""


def link_strokes(context: Context) -> list[Stroke]:
    """Return the links, dashed where they are planned or leave an inset box (there the length means nothing)."""
    data, positions = context.data, context.site_positions
    whole, dashed = QPainterPath(), QPainterPath()
    for link in data.links:
        spoke, hub = data.site_by_id[link.spoke_id], data.site_by_id[link.hub_id]
        if Status.ENDED in (spoke.status, hub.status) or not context.town_in_focus(spoke.town_code):
            continue
        start, end = positions[spoke.id], positions[hub.id]
        steady = spoke.status is Status.OPERATING and frame_at(*start) is frame_at(*end)
        path = whole if steady else dashed
        path.moveTo(*start)
        middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
        across = (start[1] - end[1]) * BOW, (end[0] - start[0]) * BOW
        path.quadTo(middle[0] + across[0], middle[1] + across[1], *end)
    colour = mixed(context.theme.layers["links"], context.theme.land, 0.7)
    return [
        Stroke(whole, colour, 0.22 * context.unit),
        Stroke(dashed, colour, 0.22 * context.unit, dash=(4, 3)),
    ]
