"""One page to hand over: what it shows and how it is laid out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from data.project import Project
from maps.context import Context
from maps.display import PageText, Sheet, TextStyle
from maps.geometry import Atlas
from maps.page import PageSize
from maps.sheet import page_sheet
from maps.sheet_spec import ElementId, SheetSpec
from maps.templates import MARGIN, page_unit
from maps.text_page import Line, text_page
from maps.texts import Texts
from maps.theme import THEMES
from maps.view import MapView
from maps.words import definition_line, plate_title, subtitle

if TYPE_CHECKING:  # python-pptx is for slides alone
    from maps.export.deck import Deck

NATIVE: frozenset[ElementId] = frozenset({"title", "subtitle", "table", "chart", "notes", "sources", "date", "logo"})
"""What stands on a slide beside the picture, as text, table or chart that can be edited, and therefore not in it."""


@dataclass(frozen=True, eq=False)
class Plate:
    """A page of an export, laid out when first asked for: a file of tables never needs it.

    Pages that are laid out or put on a slide in another way are kinds of it (``maps.briefing.plates``).
    """

    project: Project
    view: MapView
    atlas: Atlas
    page: PageSize
    spec: SheetSpec = field(default=SheetSpec())
    name: str = ""
    """what tells it from the other plates of a series, for file names: the id of a circle, of a county"""

    foot: str = ""
    """the number of the page, as a series with a page of contents has it; in the margin"""

    heading: str = ""
    """of a page without a map: its title"""
    lines: tuple[Line, ...] = ()
    """of a page without a map: what it says"""
    drawn: Sheet | None = None
    """of a page that was laid out elsewhere: its sheet"""

    @cached_property
    def texts(self) -> Texts:
        return Texts(self.view.language)

    @cached_property
    def sheet(self) -> Sheet:
        if self.drawn is not None:
            return self.drawn
        if self.lines:
            note = definition_line(Context(self.project, self.view, self.atlas, self.texts, 1.0))
            return self._numbered(text_page(self.heading, self.lines, note, THEMES[self.view.theme], self.page))
        page = self.page
        return self._numbered(
            page_sheet(self.project, self.view, self.atlas, page.width, page.height, page.dots, self.spec)
        )

    def _numbered(self, sheet: Sheet) -> Sheet:
        if not self.foot:
            return sheet
        unit = page_unit(sheet.width, sheet.height)
        style = TextStyle(2.1 * unit, THEMES[self.view.theme].muted)
        number = PageText(sheet.width - MARGIN * unit, sheet.height - 3 * unit, self.foot, style, "right")
        return replace(sheet, above=(*sheet.above, number))

    @property
    def title(self) -> str:
        """The title as it stands on the sheet."""
        own = " ".join(self.spec.words("title").split())
        return self.heading or own or plate_title(self.project, self.view, self.atlas, self.texts)

    @property
    def summary(self) -> str:
        """What is seen, in a few words, for who cannot see it."""
        if self.lines or self.drawn is not None:
            return self.title
        return f"{self.title}. {subtitle(Context(self.project, self.view, self.atlas, self.texts, 1.0))}"

    @property
    def speech(self) -> str:
        """What is said to it, '' for nothing."""
        return ""

    @property
    def seconds(self) -> float:
        """How long it is planned to be shown, 0 for not planned."""
        return 0.0

    def pictured(self) -> Plate | None:
        """Return the plate of what is in the picture on a slide: the rest is text, which any font may show."""
        if self.lines:
            return None
        return replace(self, foot="", spec=replace(self.spec, template="side", hidden=self.spec.hidden | NATIVE))

    def add_slide(self, deck: Deck) -> None:
        """Add it to a deck, as what can be edited where there is something for it."""
        from maps.export.pptx import add_plate_slide

        add_plate_slide(deck, self)
