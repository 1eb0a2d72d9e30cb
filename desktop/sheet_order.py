"""A sheet as it is ordered: page, part, language, theme, layout and series. It draws nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from data.model import Language, Place
from data.project import Project
from maps.export.series import DEFAULT_PATTERN, Series, SeriesBy
from maps.geometry import Atlas
from maps.page import PAPER_DPI, PORTRAIT, PageSize, page_size
from maps.plate import Plate
from maps.sheet_spec import Extent, SheetSpec
from maps.view import MapView, ThemeName

PIXELS = "pixels"
"""The size of a page that is told in pixels."""


@dataclass(frozen=True)
class SheetOrder:
    """What sheet the user wants of what the window shows."""

    language: Language
    theme: ThemeName
    spec: SheetSpec = field(default=SheetSpec())
    size: str = "A4"
    portrait: bool = False
    dpi: int = PAPER_DPI
    pixels: tuple[int, int] = (1920, 1080)
    part: Place | None = None
    """the circle or county that is shown; None for what ``spec.extent`` says"""
    by: SeriesBy | None = None
    """what the sheets of a series differ by; None for one sheet"""
    indicators: tuple[str, ...] = ()
    """of a series by indicator"""
    overview: bool = False
    contents: bool = False
    together: bool = True
    """whether a series goes into one file, where the format holds several sheets"""
    pattern: str = DEFAULT_PATTERN
    """names of the files of a series"""

    @property
    def shows_a_part(self) -> bool:
        """Whether the map of some sheet shows less than all of Taiwan."""
        return self.part is not None or self.spec.extent is not None or self.by in ("circle", "county")

    def page(self) -> PageSize:
        """Return the page. Raises UnknownNameError for sizes that cannot be made."""
        if self.size == PIXELS:
            return page_size("{}x{}".format(*self.pixels))
        return page_size(f"{self.size}-{PORTRAIT}" if self.portrait else self.size, self.dpi)

    def view(self, shown: MapView) -> MapView:
        """Return what the sheet shows while the window shows ``shown``: no preview of other eyes, nothing hovered."""
        return replace(
            shown,
            language=self.language,
            theme=self.theme,
            focus=self.part,
            selected=None if self.part else shown.selected,
            hovered=None,
            sight="normal",
        )

    def plate(self, project: Project, shown: MapView, atlas: Atlas) -> Plate:
        """Return the sheet, not laid out yet. Raises UnknownNameError for sizes that cannot be made."""
        return Plate(project, self.view(shown), atlas, self.page(), self.spec)

    def series(self) -> Series | None:
        """Return the series, None for one sheet."""
        if self.by is None:
            return None
        chosen = self.indicators if self.by == "indicator" else ()
        return Series(self.by, chosen, overview=self.overview, contents=self.contents)

    def with_part(self, part: Place | None, extent: Extent | None = None) -> SheetOrder:
        """Return the order of another part: a circle or county, a piece of map space, or all of Taiwan."""
        return replace(self, part=part, spec=replace(self.spec, extent=None if part else extent))
