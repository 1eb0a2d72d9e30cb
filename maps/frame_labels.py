"""Captions of the inset boxes, which are also the labels of their counties, and of their scale bars."""

from __future__ import annotations

from maps.areas import FRAME_PAD
from maps.context import Context
from maps.display import Label, TextStyle
from maps.fonts import text_width
from maps.furniture import length_text, ratio_text
from maps.label_raster import Box
from maps.label_text import languages_of, name_texts, text_size
from maps.mapspace import FRAMES, Frame

SIZE_CAPTION, SIZE_BAR = 2.5, 2.1
"""Em heights in mm."""


def frame_labels(context: Context) -> list[Label]:
    """Return name and scale of every inset box; on a sheet, where a ratio means something, with the ratio."""
    labels = []
    for frame in FRAMES:
        found = [_caption(context, frame), *_scale(context, frame)]
        labels += [label for label in found if context.extent is None or _inside(label, context)]
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
    width, height = text_size(text, second, style.size, True)
    dx, dy = 0.7 * pad + width / 2, 0.7 * pad + height / 2 + 0.04 * style.size
    return Label(left, top, dx, dy, text, style, second, align="left")


def _scale(context: Context, frame: Frame) -> list[Label]:
    """Return the length of the scale bar beside it, and on a sheet the ratio in the other lower corner or instead."""
    theme, unit, scale = context.theme, context.unit, context.metres_per_mm
    style = TextStyle(SIZE_BAR * unit, theme.muted, halo=theme.halo)
    left, bottom, right, _ = frame.box
    pad = FRAME_PAD * unit
    labels, taken = [], 0.0
    dy = -pad - 0.2 * style.size
    if frame.bar_m:
        text = length_text(context, frame.bar_m)
        width, bar = text_width(text, style.size), frame.bar_m * frame.scale
        labels.append(Label(left + bar, bottom, 1.6 * pad + width / 2, dy, text, style))
        taken = bar / scale + 1.6 * pad + width
    if context.extent is None:
        return labels
    ratio = ratio_text(context, scale * 1000 / frame.scale)
    width = text_width(ratio, style.size)
    if taken + width + 1.7 * pad < (right - left) / scale:
        labels.append(Label(right, bottom, -0.7 * pad - width / 2, dy if frame.bar_m else -1.1 * pad, ratio, style))
    return labels


def _inside(label: Label, context: Context) -> bool:
    """Tell whether all of a label is seen on the sheet."""
    left, bottom, right, top = context.extent or (0, 0, 0, 0)
    x0, y0, x1, y1 = label_box(label, context.metres_per_mm)
    return left < x0 and x1 < right and bottom < y0 and y1 < top


def label_box(label: Label, scale: float) -> Box:
    """Return the rectangle of the lines of a label in map space."""
    width, height = text_size(label.text, label.second, label.style.size, label.style.bold)
    x, y = label.x + label.dx * scale, label.y - label.dy * scale
    return x - width / 2 * scale, y - height / 2 * scale, x + width / 2 * scale, y + height / 2 * scale
