"""The report as one file for a browser: tables as tables, text as text, maps and charts as pictures inside the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from maps.charts.render import build, picture
from maps.display import Sheet
from maps.export.palette import picture_source
from maps.export.png import render_sheet
from maps.page import PageSize, page_size
from maps.plate import Plate
from maps.report.model import Block, ChartBlock, Map, Page, Report, Row, Table, Text
from maps.report.sheets import logo_sheet, map_sheet
from maps.theme import THEMES, Theme

MAP_SIZE, SHEET_SIZE = "960x1080", "1600x1130"
"""Pixels of the picture of a map, and of a whole sheet."""

LOGO_DOTS = 8.0
"""Pixels of one mm of the logo, some three times those of a screen."""

CHART_POINTS, CHART_DPI = (430.0, 300.0), 160

_STYLE = """
:root {{ color-scheme: {scheme}; }}
body {{ margin: 0 auto; max-width: 74rem; padding: 0 1.5rem 4rem; background: {paper}; color: {text};
  font: 1rem/1.55 "Noto Sans TC", "Microsoft JhengHei", "PingFang TC", sans-serif; }}
h1 {{ font-size: 2.4rem; margin: 3rem 0 1rem; }}
h2 {{ margin: 3rem 0 .8rem; border-top: 1px solid {frame}; padding-top: 1.2rem; }}
h3 {{ margin: 1.2rem 0 .3rem; }} p {{ margin: .3rem 0; }} .small {{ font-size: .85rem; color: {muted}; }}
.columns {{ display: grid; grid-template-columns: var(--split); gap: 2rem; align-items: start; }}
table {{ border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }}
th, td {{ padding: .25rem .4rem; border-bottom: 1px solid {frame}; text-align: right; vertical-align: top; }}
th {{ color: {muted}; font-weight: normal; font-size: .88rem; vertical-align: bottom; }}
td {{ white-space: nowrap; }} .words {{ text-align: left; white-space: normal; }} .strong td {{ font-weight: bold; }}
.chip {{ display: inline-block; width: .8rem; height: .8rem; border-radius: .15rem; margin-right: .5rem; }}
img {{ max-width: 100%; height: auto; }} .logo {{ max-height: 4.5rem; margin-top: 2rem; }}
nav ol {{ columns: 2; }} a {{ color: inherit; }} .wide {{ overflow-x: auto; }} .words {{ min-width: 7em; }}
.columns > div {{ min-width: 0; }} th {{ overflow-wrap: anywhere; }}
@media (max-width: 60rem) {{ .columns {{ grid-template-columns: minmax(0, 1fr); }} nav ol {{ columns: 1; }} }}
@page {{ size: A4 landscape; margin: 12mm; }}
@media print {{
  html {{ font-size: 9.5px; }} body {{ max-width: none; padding: 0; }}
  section {{ break-before: page; break-inside: avoid; }} section:first-child {{ break-before: auto; }}
  h2 {{ margin: 0 0 .8rem; border: 0; padding: 0; }}
  nav {{ display: none; }} img {{ max-height: 168mm; }} .columns img {{ max-height: 108mm; }}
  .columns .chart {{ max-height: 86mm; }}
  .columns {{ grid-template-columns: var(--split); }}
}}
"""


def html_of(report: Report, base: Plate, progress: Callable[[int], None] = lambda _done: None) -> str:
    """Return the whole file. ``progress`` is told how many pages are done, and may raise to give up."""
    theme = THEMES[base.view.theme]
    sections = []
    for number, page in enumerate(report.pages):
        progress(number)
        sections.append(_section(page, number, base, theme))
    listed = "".join(
        f'<li><a href="#page-{number}">{escape(page.title)}</a></li>'
        for number, page in enumerate(report.pages)
        if not page.cover
    )
    head, *rest = sections
    scheme = "dark" if base.view.theme == "dark" else "light"
    style = _STYLE.format(scheme=scheme, paper=theme.paper, text=theme.text, muted=theme.muted, frame=theme.frame)
    language = "zh-Hant-TW" if report.language == "zh" else "en"
    author = f'<meta name="author" content="{escape(report.author)}">' if report.author else ""
    progress(len(report.pages))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(report.title)}</title>{author}<style>{style}</style></head>\n"
        f"<body>{head}<nav><ol>{listed}</ol></nav>{''.join(rest)}</body></html>\n"
    )


def _section(page: Page, number: int, base: Plate, theme: Theme) -> str:
    level = "h1" if page.cover else "h2"
    heading = f"<{level}>{escape(page.title)}</{level}>"
    if page.logo is not None:
        logo = render_sheet(*logo_sheet(page.logo, theme, LOGO_DOTS))
        heading = _image(logo, base.spec.author, "logo") + heading
    if page.plate is not None:
        size = page_size(SHEET_SIZE)
        sheet = replace(page.plate, page=size, drawn=None).sheet
        body = _image(render_sheet(sheet, size), page.plate.title)
    else:
        left = "".join(_block(block, base, theme) for block in page.left)
        right = "".join(_block(block, base, theme) for block in page.right)
        split = f"{page.share:.2f}fr {1 - page.share:.2f}fr" if right else "1fr"
        second = f"<div>{right}</div>" if right else ""
        body = f'<div class="columns" style="--split: {split}"><div>{left}</div>{second}</div>'
    return f'<section id="page-{number}">{heading}{body}</section>\n'


def _block(block: Block, base: Plate, theme: Theme) -> str:
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Text):
        return _text(block)
    if isinstance(block, ChartBlock):
        context = replace(block.context, width=CHART_POINTS[0], height=CHART_POINTS[1])
        chart = build(block.chart, context)
        return _image(picture(chart, CHART_DPI), f"{chart.title}. {chart.summary}", "chart")
    size = page_size(MAP_SIZE)
    return _image(render_sheet(_map(block, size, theme), size), block.title or block.plate.title)


def _map(block: Map, size: PageSize, theme: Theme) -> Sheet:
    return map_sheet(block, QRectF(0, 0, size.width, size.height), theme, size)


def _text(block: Text) -> str:
    title = f"<h3>{escape(block.title)}</h3>" if block.title else ""
    kind = ' class="small"' if block.small else ""
    return title + "".join(f"<p{kind}>{escape(paragraph)}</p>" for paragraph in block.paragraphs)


def _table(block: Table) -> str:
    title = f"<h3>{escape(block.title)}</h3>" if block.title else ""
    head = "".join(f'<th scope="col"{_kind(block, at)}>{escape(cell)}</th>' for at, cell in enumerate(block.header))
    rows = "".join(_row(block, row) for row in block.rows)
    note = f'<p class="small">{escape(block.note)}</p>' if block.note else ""
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'{title}<div class="wide">{table}</div>{note}'


def _row(block: Table, row: Row) -> str:
    chip = f'<span class="chip" style="background:{row.chip}"></span>' if row.chip else ""
    cells = "".join(
        f"<td{_kind(block, at)}>{chip if at == 0 else ''}{escape(cell)}</td>" for at, cell in enumerate(row.cells)
    )
    return f"<tr{' class=strong' if row.strong else ''}>{cells}</tr>"


def _kind(block: Table, at: int) -> str:
    return ' class="words"' if at in block.words else ""


def _image(image: QImage, words: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<img{named} alt="{escape(words)}" src="{picture_source(image)}">'
