"""A deck of slides with native titles, texts, tables and charts, all of which stay editable. All lengths in mm."""

from __future__ import annotations

import io
import uuid
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Mm, Pt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from data.model import Language
from maps.export.package import legal, timeless
from maps.export.png import encoded
from maps.export.slide_chart import Bars, add_bars
from maps.export.slide_table import MOST, SlideTable, add_table, rows_that_fit
from maps.export.slide_text import fitted_text, text_height
from maps.export.slide_units import emu, rgb
from maps.page import PAPERS
from maps.theme import THEMES
from maps.view import ThemeName

FONT = "Microsoft JhengHei"
"""On every Windows that reads Chinese; other systems put their own Chinese font in its place."""

MARGIN, GAP = 10.0, 4.0
TITLE_TOP, TITLE_HEIGHT = 6.0, 15.0
SUBTITLE_HEIGHT, FOOT_HEIGHT = 7.0, 15.0

TITLE_ROOM = 0.88
"""Share of its width that a title may fill: bold Latin letters of other fonts are up to a fourth broader than ours, and
a title of one line more would lie on what stands below."""

SMALL_PRINT = 7.0
"""Points of the sources at the foot, at least."""

LANGUAGES: dict[Language, str] = {"zh": "zh-TW", "en": "en-GB"}

_TITLE_ONLY = "Title Only"

_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_POWERPOINT_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
"""How the list of sections is named in presentations."""

Slide = Any
"""``pptx.slide.Slide``; python-pptx has no types"""


class Deck:
    """Slides one after the other; nothing on a slide lies on anything else, and text is made to fit its box."""

    def __init__(
        self, language: Language, *, paper: str = "16:9", theme: ThemeName = "light", title: str = "", author: str = ""
    ) -> None:
        self.language = language
        self.theme = THEMES[theme]
        self.paper = paper
        self.width, self.height = PAPERS[paper]
        self.slides: list[Slide] = []
        self._sections: list[tuple[str, int]] = []
        self._file = Presentation()
        self._file.slide_width, self._file.slide_height = Mm(self.width), Mm(self.height)
        core = self._file.core_properties
        core.title, core.author = legal(title)[:255], legal(author)[:255] or "Lifecircles"
        core.last_modified_by, core.language = core.author, LANGUAGES[language]
        self._layout = self._dressed()

    def body(self, foot: bool = True) -> QRectF:
        """Return the part of a slide between title and subtitle above and the sources at the foot."""
        top = TITLE_TOP + TITLE_HEIGHT + SUBTITLE_HEIGHT + 1
        bottom = self.height - (FOOT_HEIGHT + MARGIN / 2 + 2 if foot else MARGIN)
        return QRectF(MARGIN, top, self.width - 2 * MARGIN, bottom - top)

    def foot(self) -> QRectF:
        """Return the part of a slide in which the sources stand."""
        return QRectF(MARGIN, self.height - FOOT_HEIGHT - MARGIN / 2, self.width - 2 * MARGIN, FOOT_HEIGHT)

    def add_title_slide(self, title: str, lines: Sequence[str] = (), *feet: str, share: float = 1.0) -> Slide:
        """Add a cover: a large title in the middle, lines under it, and small print at the foot.

        ``share`` is how much of the width the words take, from the left; the rest is left for a picture.
        """
        slide = self._slide()
        box = QRectF(2 * MARGIN, 0.24 * self.height, share * (self.width - 4 * MARGIN), 0.26 * self.height)
        self._set_title(slide, title, box, 40)
        below = QRectF(box.left(), box.bottom() + GAP, box.width(), 0.26 * self.height)
        if lines:
            self.add_text(slide, "\n".join(lines), below, 20, 10, self.theme.muted)
        self._foot(slide, feet)
        return slide

    def add_slide(self, title: str, subtitle: str = "", *feet: str, right: float = 0.0) -> Slide:
        """Add a slide with its title, the line under it and the sources at its foot; ``body`` is left to be filled.

        Of several ways to say the sources, in ever fewer words, the first stands there that can be read. So many mm to
        their ``right`` are left free.
        """
        slide = self._slide()
        width = self.width - 2 * MARGIN
        self._set_title(slide, title, QRectF(MARGIN, TITLE_TOP, width, TITLE_HEIGHT), 28)
        if subtitle:
            box = QRectF(MARGIN, TITLE_TOP + TITLE_HEIGHT, width, SUBTITLE_HEIGHT)
            self.add_text(slide, subtitle, box, 14, 8, self.theme.muted)
        self._foot(slide, feet, right)
        return slide

    def add_table_slide(self, title: str, table: SlideTable, subtitle: str = "", *feet: str) -> list[Slide]:
        """Add a table, on as many slides as its rows need."""
        body = self.body(bool(feet))
        most = rows_that_fit(table, body)
        slides = []
        for start in range(0, len(table.rows), most):
            slide = self.add_slide(title, subtitle, *feet)
            self.add_table(slide, table.part(start, start + most), body)
            slides.append(slide)
        return slides

    def begin_section(self, name: str) -> None:
        """Let the slides that are added from now on belong to a section of the presentation."""
        self._sections.append((legal(" ".join(name.split())), len(self.slides)))

    def add_notes(self, slide: Slide, text: str) -> None:
        """Write the notes of the speaker."""
        frame = slide.notes_slide.notes_text_frame
        frame.text = legal(text)
        self._speak(frame)

    def add_text(
        self, slide: Slide, text: str, box: QRectF, most: float, least: float, colour: str = "", bottom: bool = False
    ) -> None:
        """Write text into a box, between ``most`` and ``least`` points large."""
        points, fitting = fitted_text(legal(text), box.width(), box.height(), most, least)
        shape = slide.shapes.add_textbox(*emu(box))
        self._fill(shape.text_frame, fitting, points, colour or self.theme.text)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM if bottom else MSO_ANCHOR.TOP

    def add_picture(self, slide: Slide, image: QImage, box: QRectF, words: str) -> None:
        """Put a picture into a box; ``words`` are read out to who cannot see it."""
        shape = slide.shapes.add_picture(io.BytesIO(encoded(image)), *emu(box))
        self._describe(shape, words)

    def add_table(self, slide: Slide, table: SlideTable, box: QRectF, most: float = MOST) -> None:
        """Put a native table into a box, from its upper edge down, in type of at most ``most`` points."""
        shape = add_table(slide, table, box, self.theme, most)
        self._describe(shape, table.title)
        for row in shape.table.rows:
            for cell in row.cells:
                self._speak(cell.text_frame)

    def add_bars(self, slide: Slide, bars: Bars, box: QRectF) -> None:
        """Put a native bar chart into a box."""
        self._describe(add_bars(slide, bars, box, self.theme), bars.title)

    def content(self) -> bytes:
        """Return the file; the same slides are the same bytes."""
        if self._sections:
            self._file.element.append(parse_xml(self._section_list()))
        stream = io.BytesIO()
        self._file.save(stream)
        return timeless(stream.getvalue())

    # --- what every slide has ---------------------------------------------------------------------------------------

    def _slide(self) -> Slide:
        slide = self._file.slides.add_slide(self._layout)
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = rgb(self.theme.paper)
        self.slides.append(slide)
        return slide

    def _section_list(self) -> str:
        """Return the sections as PowerPoint 2010 and later keeps them, for which python-pptx has no words.

        Slides before the first one stand in a section without a name, because every slide must be in one.
        """
        starts = self._sections if self._sections[0][1] == 0 else [("", 0), *self._sections]
        ends = [start for _, start in starts[1:]] + [len(self.slides)]
        sections = []
        for number, ((name, start), end) in enumerate(zip(starts, ends, strict=True)):
            own = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{number} {name}")).upper()
            held = "".join(f'<p14:sldId id="{slide.slide_id}"/>' for slide in self.slides[start:end])
            head = f'<p14:section name={quoteattr(name)} id="{{{own}}}">'
            sections.append(f"{head}<p14:sldIdLst>{held}</p14:sldIdLst></p14:section>")
        return (
            f'<p:extLst {nsdecls("p")}><p:ext uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{_POWERPOINT_2010}">'
            f"{''.join(sections)}</p14:sectionLst></p:ext></p:extLst>"
        )

    def _set_title(self, slide: Slide, title: str, box: QRectF, most: float) -> None:
        room = TITLE_ROOM * box.width()
        points, fitting = fitted_text(legal(" ".join(title.split())), room, box.height(), most, 12, bold=True)
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = emu(box)
        self._fill(shape.text_frame, fitting.replace("\n", " "), points, self.theme.text, bold=True)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE

    def _foot(self, slide: Slide, feet: Sequence[str], right: float = 0.0) -> None:
        if not feet:
            return
        box = self.foot().adjusted(0, 0, -right, 0)
        fitting = (text for text in feet if text_height(legal(text), SMALL_PRINT, box.width()) <= box.height())
        self.add_text(slide, next(fitting, feet[-1]), box, 9, SMALL_PRINT, self.theme.muted, bottom=True)

    def _fill(self, frame: Any, text: str, points: float, colour: str, bold: bool = False) -> None:
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.text = text
        for paragraph in frame.paragraphs:
            for run in paragraph.runs:
                run.font.size, run.font.bold = Pt(points), bold
                run.font.color.rgb = rgb(colour)
        self._speak(frame)

    def _speak(self, frame: Any) -> None:
        """Say in which language a text is: spelling, line breaking and fonts depend on it."""
        for paragraph in frame.paragraphs:
            for run in paragraph.runs:
                run.font._element.set("lang", LANGUAGES[self.language])  # python-pptx knows no Taiwan by name

    @staticmethod
    def _describe(shape: Any, words: str) -> None:
        shape._element.xpath(".//p:cNvPr")[0].set("descr", legal(words))

    def _dressed(self) -> Any:
        """Return the layout of all slides in our size and fonts; the others of the template are dropped."""
        master = self._file.slide_master
        for part in (rel.target_part for rel in master.part.rels.values()):
            if part.partname.startswith("/ppt/theme/"):
                part._blob = _with_font(part.blob)
        chosen = None
        for layout in list(self._file.slide_layouts):
            if layout.name == _TITLE_ONLY:
                chosen = layout
            else:
                self._file.slide_layouts.remove(layout)
        assert chosen is not None
        width = self.width - 2 * MARGIN
        for sheet in (master, chosen):
            for holder in list(sheet.placeholders):
                # Dates, footers and numbers of the template stand where the sources are.
                if holder.placeholder_format.type not in (1, 3):
                    holder._element.getparent().remove(holder._element)
                    continue
                holder.left, holder.top, holder.width, holder.height = emu(
                    QRectF(MARGIN, TITLE_TOP, width, TITLE_HEIGHT)
                )
        for style in master._element.iter(qn("p:titleStyle")):
            style.find(qn("a:lvl1pPr")).set("algn", "l")
        return chosen


def _with_font(theme: bytes) -> bytes:
    """Return a theme with the font for headings and text, in Latin and Chinese."""
    root = parse_xml(theme)
    for kind in ("a:majorFont", "a:minorFont"):
        for fonts in root.iter(qn(kind)):
            for script in ("a:latin", "a:ea"):
                fonts.find(qn(script)).set("typeface", FONT)
            for font in fonts.findall(qn("a:font")):
                if font.get("script") == "Hant":
                    font.set("typeface", FONT)
    return serialize_part_xml(root)
