"""Plates as one file for a browser that runs by itself: the pictures lie inside, and nothing is fetched from anywhere.

Without its script, on paper and to a reader of screens, it is the same pages one below the other.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

import resources
from maps.export.formats import Options, Progress
from maps.export.package import legal
from maps.export.palette import picture_source
from maps.export.png import render_sheet
from maps.page import PageSize
from maps.plate import Plate
from maps.texts import Texts
from maps.theme import THEMES, Theme

LARGEST = 1920
"""Pixels of the longer side of a picture: what a projector shows."""

SECONDS = 12
"""How long a page is shown, running, that is not planned to take a certain time."""


def write(plates: Sequence[Plate], path: Path, options: Options, progress: Progress) -> None:
    """Write plates one after the other. Raises TargetError without memory for a picture."""
    pages = []
    for number, plate in enumerate(plates):
        progress(number)
        pages.append(_page(plate, number + 1, len(plates)))
    path.write_text(legal(_document(plates, pages, options)), encoding="utf-8", newline="\n")
    progress(len(plates))


def _page(plate: Plate, number: int, count: int) -> str:
    """Return the section of one plate: its picture, and what is said to it."""
    size = _fine_enough(plate.page)
    picture = picture_source(render_sheet(plate.sheet, size, plate.view.sight))
    said = "".join(f"<p>{escape(line)}</p>" for line in plate.speech.splitlines() if line.strip())
    notes = f'<aside class="notes">{said}</aside>' if said else ""
    place = plate.texts.translate("Report", "{number} / {total}").format(number=number, total=count)
    ground = THEMES[plate.view.theme].paper
    return (
        f'<section id="page-{number}" class="page" aria-label="{escape(place)}" data-seconds="{plate.seconds:g}" '
        f'style="--ground: {ground}">'
        f'<img width="{size.pixels[0]}" height="{size.pixels[1]}" alt="{escape(plate.summary)}" src="{picture}">'
        f"{notes}</section>\n"
    )


def _fine_enough(page: PageSize) -> PageSize:
    """Return the page with no more pixels than a browser has use for."""
    scale = min(1.0, LARGEST / max(page.pixels))
    return replace(page, pixels=(round(page.pixels[0] * scale), round(page.pixels[1] * scale)))


def _document(plates: Sequence[Plate], pages: Sequence[str], options: Options) -> str:
    first = plates[0]
    style = _style(first.page, THEMES[first.view.theme], dark=first.view.theme == "dark")
    script = resources.show_part("show.js")
    own = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    # Whatever a title or note may hold, the browser fetches nothing and runs nothing but this script.
    policy = f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{own}'"
    author = f'<meta name="author" content="{escape(first.spec.author)}">' if first.spec.author else ""
    return (
        f'<!doctype html>\n<html lang="{"zh-Hant-TW" if first.view.language == "zh" else "en"}"><head>'
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(options.title or first.title)}</title>{author}<style>{style}</style></head>\n"
        f'<body data-seconds="{SECONDS}"><main>\n{"".join(pages)}</main>\n{_bar(first.texts)}'
        f"<script>{script}</script></body></html>\n"
    )


def _style(page: PageSize, theme: Theme, *, dark: bool) -> str:
    values = {
        "SCHEME": "dark" if dark else "light", "PAPER": theme.paper, "TEXT": theme.text, "FRAME": theme.frame,
        "WIDTH": f"{page.width:g}mm", "HEIGHT": f"{page.height:g}mm",
    }  # fmt: skip
    style = resources.show_part("show.css")
    for name, value in values.items():
        style = style.replace(f"${name}$", value)
    return style


def _bar(texts: Texts) -> str:
    """Return the buttons, which appear with the script; their keys are said where they are pointed at."""
    translate = texts.translate
    buttons = (
        ("back", translate("Html", "Back"), "←", _icon("M15 4v16L5 12z")),
        ("play", translate("Html", "Run or pause"), "P", _icon("M6 4v16l14-8z", "running") + _icon(_BARS, "paused")),
        ("on", translate("Html", "Next"), "→", _icon("M9 4v16l10-8z")),
        ("notes", translate("Html", "Notes"), "N", _icon("M4 6h16v2H4zm0 5h16v2H4zm0 5h10v2H4z")),
        ("full", translate("Html", "Full screen"), "F", _icon(_CORNERS)),
    )
    made = [
        f'<button type="button" id="{name}" title="{escape(words)} ({key})" aria-label="{escape(words)}">'
        f"{icon}</button>"
        for name, words, key, icon in buttons
    ]
    made.insert(1, '<output id="place"></output>')
    return f'<nav class="bar">{"".join(made)}</nav>\n'


_BARS = "M6 4h4v16H6zm8 0h4v16h-4z"
_CORNERS = "M4 4h6v2H6v4H4zm10 0h6v6h-2V6h-4zM4 14h2v4h4v2H4zm14 0h2v6h-6v-2h4z"


def _icon(path: str, name: str = "") -> str:
    """Return a drawn sign, for letters of that kind are missing from many fonts."""
    return f'<svg class="{name}" viewBox="0 0 24 24" aria-hidden="true"><path d="{path}"/></svg>'
