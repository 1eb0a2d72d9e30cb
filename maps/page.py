"""Sizes of pages: paper, slides and screens, in mm and in pixels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from data.errors import UnknownNameError

MM_PER_INCH = 25.4
PAPERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"A4": (297.0, 210.0), "A3": (420.0, 297.0), "16:9": (338.667, 190.5), "4:3": (254.0, 190.5)}
)
"""Landscape, in mm; the last two are the slides of presentation programs."""

SCREEN_DPI, PAPER_DPI = 96, 300

LARGEST = 16_000
"""Pixels of the longer side: above that a picture no longer fits into memory on an ordinary workstation."""

SMALLEST = 320
"""Pixels of the shorter side: below that nothing on the sheet can be read."""

PORTRAIT = "portrait"


@dataclass(frozen=True)
class PageSize:
    """A page in mm, and the picture made of it in pixels."""

    width: float
    height: float
    pixels: tuple[int, int]

    @property
    def dots(self) -> float:
        """Pixels per mm."""
        return self.pixels[0] / self.width


def page_size(size: str, dpi: int | None = None) -> PageSize:
    """Return the page of a size as written: ``1920x1080`` (pixels), or ``A4``, ``A3``, ``16:9``, ``4:3``.

    Papers lie landscape unless ``-portrait`` follows. ``dpi`` defaults to 96 for pixels, where it only sets the size on
    paper, and to 300 for papers. Raises UnknownNameError for anything else and for absurd sizes.
    """
    match = re.fullmatch(r"(\d{1,6})\s*[x×X]\s*(\d{1,6})", size.strip())
    paper, _, turned = size.strip().upper().partition("-")
    if dpi is not None and not 20 <= dpi <= 2400:
        raise UnknownNameError("{dpi} dpi cannot be used; give 20 to 2400.", dpi=dpi)
    if match:
        across, down = int(match[1]), int(match[2])
        per_mm = (dpi or SCREEN_DPI) / MM_PER_INCH
        width, height = across / per_mm if across else 0.0, down / per_mm if down else 0.0
    elif paper in PAPERS and turned in ("", PORTRAIT.upper()):
        width, height = PAPERS[paper][::-1] if turned else PAPERS[paper]
        per_mm = (dpi or PAPER_DPI) / MM_PER_INCH
        across, down = round(width * per_mm), round(height * per_mm)
    else:
        raise UnknownNameError(
            "There is no size {size}; give {valid} or pixels such as 1920x1080.", size=size, valid=", ".join(PAPERS)
        )
    if min(across, down) < SMALLEST or max(across, down) > LARGEST:
        raise UnknownNameError(
            "A picture of {across} × {down} pixels cannot be made; each side needs {least} to {most}.",
            across=across, down=down, least=SMALLEST, most=LARGEST,
        )  # fmt: skip
    return PageSize(width, height, (across, down))
