"""Slides without a map: the cover, the head of a section, the end."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from maps.briefing.citing import publishers
from maps.briefing.slide_layout import SlideLayout
from maps.briefing.slide_page import SlidePage, fitting, foot
from maps.display import PageBox, PageItem, PageText, TextStyle


def lay_out_page(page: SlidePage) -> SlideLayout:
    """Lay out a title, section or closing scene."""
    inner, em = page.inner, page.em
    items: list[PageItem] = [PageBox(page.rect, page.theme.paper)]
    title = fitting(page.staged.title, TextStyle(3.2 * em, page.theme.text, bold=True), 0.6 * inner.width(), em, 3, 1.2)
    y = inner.center().y() - title.height
    items += title.items(inner.left(), y)
    said = fitting(page.staged.message, TextStyle(1.6 * em, page.theme.muted), 0.6 * inner.width(), em, 3)
    items += said.items(inner.left(), inner.center().y() + em)
    return SlideLayout(tuple(items), QRectF(inner), em=em)
