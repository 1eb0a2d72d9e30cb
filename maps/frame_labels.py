"""Captions of the inset boxes, which are also the labels of their counties, and of their scales."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import shapely

from maps.areas import FRAME_PAD
from maps.context import Context
from maps.display import Label, TextStyle
from maps.fonts import text_width
from maps.furniture import length_text, ratio_text
from maps.geometry import Detail
from maps.label_ground import Ground, label_box, on_ground
from maps.label_raster import Box
from maps.label_text import languages_of, name_texts, text_size
from maps.mapspace import FRAMES, Frame, frame_of_town

SIZE_CAPTION, SIZE_SCALE = 2.5, 2.1
"""Em heights in mm."""


def frame_labels(context: Context) -> list[Label]:
    """Return the name of every inset box and the length of its scale bar, on a sheet its ratio as well.

    In the window, where a mm is what the screen makes of it, a ratio would mean nothing.
    """
    scale, labels = context.metres_per_mm, []
    seen = None if context.extent is None else on_ground(context.extent, scale)
    ground = Ground((on_ground(box, scale) for box in context.covered), seen)
    for frame in FRAMES:
        written = [_caption(context, frame)]
        if frame.bar_m:
            written.append(_bar_length(context, frame))
        if seen is not None:
            written += _ratio(context, frame, written)
        labels += [label for label in written if ground.is_free(label_box(label, scale))]
    return labels


def _caption(context: Context, frame: Frame) -> Label:
    """Return the name in the upper left corner, both languages on one line where the box is wide enough."""
    theme, unit = context.theme, context.unit
    style = TextStyle(SIZE_CAPTION * unit, theme.text, bold=True, halo=theme.halo)
    pad = FRAME_PAD * unit
    left, _, right, top = frame.box
    text, second = name_texts(frame.name, languages_of(context.view))
    both = f"{text} {second}"
    if second and text_width(both, style.size, True) + 2 * pad < (right - left) / context.metres_per_mm:
        text, second = both, ""
    # On a slide, where type is large, a name might be wider than its box.
    room = (right - left) / context.metres_per_mm - 1.4 * pad
    style = replace(style, size=style.size * min(1.0, room / text_size(text, second, style.size, True)[0]))
    width, height = text_size(text, second, style.size, True)
    return Label(
        left, top, 0.7 * pad + width / 2, 0.7 * pad + height / 2 + 0.04 * style.size, text, style, second, "left"
    )


def _small(context: Context) -> TextStyle:
    return TextStyle(SIZE_SCALE * context.unit, context.theme.muted, halo=context.theme.halo)


def _bar_length(context: Context, frame: Frame) -> Label:
    """Return the length of the scale bar, written beside it."""
    style, pad = _small(context), FRAME_PAD * context.unit
    left, bottom, right, _ = frame.box
    text = length_text(context, frame.bar_m)
    right = min([right, *(other.box[0] for other in FRAMES if other is not frame and frame.holds(*other.content))])
    room = (right - left - frame.bar_m * frame.scale) / context.metres_per_mm - 2 * pad
    if text_width(text, style.size) > room:
        # On a slide, where type is large, it stands above the bar.
        above = -pad - 0.8 * style.size
        return Label(left, bottom, 1.2 * pad + text_width(text, style.size) / 2, above, text, style)
    aside = 1.6 * pad + text_width(text, style.size) / 2
    return Label(left + frame.bar_m * frame.scale, bottom, aside, -pad - 0.2 * style.size, text, style)


def _ratio(context: Context, frame: Frame, written: list[Label]) -> list[Label]:
    """Return the scale of the box as a ratio, where nothing is written and no island lies.

    Nothing if the box is too small for it.
    """
    scale = context.metres_per_mm
    taken = Ground(label_box(label, scale) for label in written)
    for other in FRAMES:
        if other is not frame and frame.holds(*other.content):
            taken.take(on_ground(other.box, scale))
    islands = Ground(on_ground(island, scale) for island in _islands(context.atlas.detail(1000), frame))
    inside = Ground(seen=on_ground(frame.box, scale))
    places = list(_ratio_places(context, frame, written))
    boxes = [label_box(label, scale) for label in places]
    free = [n for n, box in enumerate(boxes) if taken.is_free(box) and inside.is_free(box)]
    air = 0.3 * SIZE_SCALE * context.unit
    return [places[n] for n in free if not islands.overlapped(_shrunk(boxes[n], air))][:1]


def _shrunk(box: Box, air: float) -> Box:
    x0, y0, x1, y1 = box
    return x0 + air, y0 + air / 2, x1 - air, y1 - air / 2


def _ratio_places(context: Context, frame: Frame, written: list[Label]) -> Iterator[Label]:
    """Yield the ratio beside the length of the bar, beside the name, under the name, in either lower corner."""
    style, pad = _small(context), FRAME_PAD * context.unit
    caption, scale = written[0], context.metres_per_mm
    left, bottom, right, _ = frame.box
    text = ratio_text(context, scale * 1000 / frame.scale)
    half = text_width(text, style.size) / 2
    width, height = text_size(caption.text, caption.second, caption.style.size, True)
    for label in written[1:]:
        beside = text_width(label.text, style.size) / 2 + pad + half
        yield Label(label.x, label.y, label.dx + beside, label.dy, text, style)
    yield Label(caption.x, caption.y, caption.dx + width / 2 + pad + half, caption.dy, text, style)
    below = caption.dy + height / 2 + 0.85 * style.size
    yield Label(caption.x, caption.y, 0.7 * pad + half, below, text, style)
    low = -0.5 * pad - 0.5 * style.size
    yield Label(right, bottom, -0.6 * pad - half, low, text, style)
    yield Label(left, bottom, 0.6 * pad + half, low, text, style)


@lru_cache(maxsize=8)
def _islands(detail: Detail, frame: Frame) -> tuple[Box, ...]:
    """Return the rectangles of map space around the islands in a box."""
    towns = [row for row, town in enumerate(detail.data.towns) if frame_of_town(town.code) is frame]
    return tuple(map(tuple, shapely.bounds(shapely.get_parts(detail.towns[towns])).tolist()))
