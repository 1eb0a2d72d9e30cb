"""Whole pages: nothing leaves the paper, nothing lies on anything, nothing is left out, in any size and language."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QRawFont

import resources
from data.balance.evaluate import indicator_ids, indicator_of
from data.balance.indicators import BROADBAND_INDICATORS
from data.model import Overlap, Place
from data.project import Project
from maps.areas import circle_fills
from maps.attribution import brief_source_lines
from maps.context import Context
from maps.display import PageBox, PageLine, PageSymbol, PageText, Viewport
from maps.fonts import text_width
from maps.legend import legend
from maps.overlay import window_overlay, window_scale
from maps.page import page_size
from maps.sheet import page_sheet
from maps.view import READY_VIEWS
from maps.words import definition_line, source_lines, subtitle, title

SIZES = ("1920x1080", "A4", "A3", "800x600", "1080x1920", "640x400", "3000x1000", "1000x3000")
VIEWS = tuple(READY_VIEWS)
LANGUAGES = ("zh", "en")
DEFINITIONS = ("2026-01", "2024-12", "2025-09")


@pytest.fixture(scope="module")
def make_sheet(project, atlas):
    made = {}

    def make(name="overview", language="zh", size="A4", of=project, **changes):
        view = replace(READY_VIEWS[name], language=language, **changes)
        key = (of, view, size)
        if key not in made:
            page = page_size(size)
            made[key] = page_sheet(of, view, atlas, page.width, page.height, 3.0)
        return made[key]

    return make


def page_texts(items):
    return [item for item in items if isinstance(item, PageText) and item.text]


def boxes(items):
    """Text rectangles, mm, from the top of an ideograph to the foot of a g; shape (n, 4)."""
    found = []
    for item in items:
        width = text_width(item.text, item.style.size, item.style.bold)
        left = item.x - {"left": 0, "centre": width / 2, "right": width}[item.align]
        found.append((left, item.y - 0.8 * item.style.size, left + width, item.y + 0.12 * item.style.size))
    return np.array(found).reshape(-1, 4)


def squeezed(texts):
    return "".join("".join(text.split()) for text in texts)


def context_of(sheet_view, project, atlas, texts):
    return Context(project, sheet_view, atlas, texts[sheet_view.language], 2000.0)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VIEWS)
class TestEveryPage:
    def test_nothing_leaves_the_page(self, make_sheet, name, language, size):
        sheet = make_sheet(name, language, size)
        items = page_texts(sheet.above)
        for item, (left, top, right, bottom) in zip(items, boxes(items), strict=True):
            assert left >= 0, item.text
            assert top >= 0, item.text
            assert right <= sheet.width, item.text
            assert bottom <= sheet.height, item.text
        paper = QRectF(0, 0, sheet.width, sheet.height)
        for item in sheet.above:
            if isinstance(item, PageBox):
                assert paper.contains(item.rect)
            elif isinstance(item, PageSymbol):
                assert paper.contains(item.x, item.y)
            elif isinstance(item, PageLine):
                assert all(paper.contains(x, y) for x, y in item.points)
        assert paper.contains(sheet.viewport.rect)

    def test_no_text_lies_on_another(self, make_sheet, overlapping, name, language, size):
        items = page_texts(make_sheet(name, language, size).above)
        pairs = overlapping(boxes(items), 0.02)
        assert [(items[i].text, items[j].text) for i, j in pairs] == []

    def test_no_text_of_the_side_lies_on_the_map(self, make_sheet, name, language, size):
        sheet = make_sheet(name, language, size)
        rect = sheet.viewport.rect
        items = page_texts(sheet.above)
        for item, (left, top, right, bottom) in zip(items, boxes(items), strict=True):
            if item.style.halo:  # the scale bar and the arrow stand on the map
                assert rect.adjusted(-3, -1, 0, 1).contains(QRectF(left, top, right - left, bottom - top)), item.text
            else:
                clear = right <= rect.left() or left >= rect.right() or top >= rect.bottom() or bottom <= rect.top()
                assert clear, item.text

    def test_nothing_is_left_out(self, make_sheet, project, atlas, texts, name, language, size):
        view = replace(READY_VIEWS[name], language=language)
        context = context_of(view, project, atlas, texts)
        written = squeezed(item.text for item in page_texts(make_sheet(name, language, size).above))
        wanted = [title(context), subtitle(context), *source_lines(context)]
        if squeezed([wanted[-1]]) not in written:
            # The longest sources in the longest language on a page of little width are counted.
            assert (name, language, size) == ("scenario", "en", "800x600")
            wanted[2:] = brief_source_lines(context)
        for section in legend(context):
            wanted += [section.title, section.about, section.note, *(entry.text for entry in section.entries)]
        for words in wanted:
            assert squeezed([words]) in written, words
        assert squeezed([definition_line(context)]) in written

    def test_the_text_can_be_read(self, make_sheet, name, language, size):
        """Nothing is smaller than 2 mm on A4, or than as much of a page of another size."""
        sheet = make_sheet(name, language, size)
        unit = (sheet.width * sheet.height / (297 * 210)) ** 0.5
        assert min(item.style.size for item in page_texts(sheet.above)) >= 1.999 * unit

    def test_the_map_is_the_largest_thing(self, make_sheet, name, language, size):
        sheet = make_sheet(name, language, size)
        rect = sheet.viewport.rect
        assert rect.width() * rect.height() >= 0.2 * sheet.width * sheet.height


@pytest.mark.parametrize("indicator", BROADBAND_INDICATORS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_fits(make_sheet, overlapping, indicator, language):
    for size in ("A4", "1920x1080", "800x600"):
        sheet = make_sheet("broadband", language, size, choropleth=indicator)
        items = page_texts(sheet.above)
        found = boxes(items)
        assert [(items[i].text, items[j].text) for i, j in overlapping(found, 0.02)] == []
        assert found[:, 2].max() <= sheet.width
        assert found[:, 3].max() <= sheet.height


@pytest.mark.parametrize("level", ["town", "county", "circle"])
@pytest.mark.parametrize("side", ["baseline", "scenario", "difference"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_side_and_level_fits(make_sheet, overlapping, supposed, data, language, side, level):
    """With the longest names: of the index with its recipe, and of a share with many words."""
    longest = max(indicator_ids(), key=lambda name: len(indicator_of(supposed, name).name.text(language)))
    for name, indicator in (("scenario", longest), ("scenario", "index"), ("index", "index")):
        for size, circle in (("A4", "silicon"), ("1920x1080", ""), ("800x600", ""), ("1080x1920", "south")):
            sheet = make_sheet(
                name,
                language,
                size,
                of=supposed,
                choropleth=indicator,
                side=side,
                level=level,
                focus=Place("circle", circle) if circle else None,
            )
            items = page_texts(sheet.above)
            found = boxes(items)
            assert [(items[i].text, items[j].text) for i, j in overlapping(found, 0.02)] == []
            assert found[:, 2].max() <= sheet.width
            assert found[:, 3].max() <= sheet.height
            written = squeezed(item.text for item in items)
            assert squeezed([indicator_of(supposed, indicator).name.text(language)]) in written
            assert (supposed.scenario.name in written) == (side != "baseline")


@pytest.mark.parametrize("definition", DEFINITIONS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VIEWS)
def test_every_definition_and_rule_has_its_words(make_sheet, data, name, language, definition):
    rules = {
        ("zh", Overlap.EACH): "兩圈", ("en", Overlap.EACH): "countsfullyineach",
        ("en", Overlap.SPLIT): "countshalfineach", ("en", Overlap.FIRST): "countsonlyinthefirst",
    }  # fmt: skip
    said = set()
    for overlap in Overlap:
        project = Project(data, definition, overlap)
        written = squeezed(item.text for item in page_texts(make_sheet(name, language, of=project).above))
        assert squeezed([project.definition.name.text(language)]) in written
        assumed = any(member.assumption for member in project.definition.members)
        assert assumed == (definition == "2026-01")
        assert ({"zh": "屏南", "en": "Ourassumption"}[language] in written) == assumed
        assert {"zh": "政府資料開放授權條款", "en": "OpenGovernmentDataLicense"}[language] in written
        assert data.version in written
        if (language, overlap) in rules and language == "en":
            assert rules[language, overlap] in written
        said.add(written)
        for circle in project.definition.circles:
            assert squeezed([data.circles[circle].name.text(language)]) in written
        islands = squeezed([data.circles["islands"].name.text(language)])
        assert (islands in written) == ("islands" in project.definition.circles)
    assert len(said) == 3, "the overlap rule is not said"


def test_islands_without_a_circle_are_land(project, data, atlas, make_context):
    five = make_context(of=Project(data, "2025-09"))
    (outside,) = [region for region in five.shapes.regions if not region.circles]
    drawn = [shape for shape in circle_fills(five) if shape.path == outside.path]
    assert [shape.colour for shape in drawn] == [five.theme.land]
    assert "islands" not in five.shapes.areas


@pytest.mark.parametrize("circle", ["capital", "silicon", "precision", "south", "east", "islands"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_circle_alone_fills_its_page(make_sheet, overlapping, data, project, atlas, circle, language):
    for size in ("A4", "1080x1920"):
        sheet = make_sheet("overview", language, size, focus=Place("circle", circle))
        items = page_texts(sheet.above)
        assert [(items[i].text, items[j].text) for i, j in overlapping(boxes(items), 0.02)] == []
        written = squeezed(item.text for item in items)
        assert squeezed([data.circles[circle].name.text(language)]) in written
        left, bottom, right, top = sheet.viewport.extent()
        x0, y0, x1, y1 = atlas.circles(200, project.definition_id).areas[circle].bounds
        assert left <= x0
        assert bottom <= y0
        assert x1 <= right
        assert y1 <= top
        assert max((x1 - x0) / (right - left), (y1 - y0) / (top - bottom)) > 0.6


class TestGlyphs:
    """No character on any sheet may be missing from the shipped font: it would be an empty box."""

    @pytest.fixture
    def faces(self):
        return {bold: QRawFont(str(path), 20) for bold, path in zip((False, True), resources.font_files(), strict=True)}

    @pytest.mark.parametrize("definition", DEFINITIONS)
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_of_every_sheet(self, make_sheet, data, faces, language, definition):
        project = Project(data, definition)
        used = {False: set(), True: set()}
        for name in VIEWS:
            for indicator in BROADBAND_INDICATORS if name == "broadband" else ("coverage_5g",):
                layers = READY_VIEWS[name].layers | {"hospital", "digital"}
                sheet = make_sheet(name, language, of=project, choropleth=indicator, layers=layers)
                for item in [*page_texts(sheet.above), *sheet.map.labels]:
                    used[item.style.bold] |= set(item.text)
        for bold, characters in used.items():
            assert len(characters) > 20
            assert {c for c in characters if not faces[bold].supportsCharacter(ord(c)) and not c.isspace()} == set()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_of_every_indicator(self, project, faces, language):
        indicators = [indicator_of(project, name) for name in indicator_ids()]
        words = {word for one in indicators for word in (one.name, one.short, one.unit, one.formula)}
        characters = {character for word in words for character in word.text(language)}
        for face in faces.values():
            assert {c for c in characters if not face.supportsCharacter(ord(c)) and not c.isspace()} == set()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_of_every_name(self, data, faces, language):
        names = [place.name for place in (*data.towns, *data.counties, *data.sites)]
        characters = {character for name in names for character in name.text(language)}
        for face in faces.values():
            assert {c for c in characters if not face.supportsCharacter(ord(c)) and not c.isspace()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VIEWS)
class TestWindow:
    """The furniture of the window, from the least canvas to a large screen."""

    @pytest.mark.parametrize("pixels", [(560, 420), (640, 560), (900, 340), (900, 700), (1280, 900), (2300, 1300)])
    def test_furniture_stays_in_the_window_and_apart(self, make_context, overlapping, name, language, pixels):
        width, height = (side * 25.4 / 96 for side in pixels)
        context = make_context(name, language=language, unit=0.85 if pixels[0] < 600 else 1.0)
        overlay = window_overlay(context, width, height)
        items = page_texts(overlay.items)
        found = boxes(items)
        assert found[:, 0].min() >= 0
        assert found[:, 2].max() <= width
        assert found[:, 1].min() >= 0
        assert found[:, 3].max() <= height
        assert [(items[i].text, items[j].text) for i, j in overlapping(found, 0.05)] == []
        assert overlay.free.width() >= width / 2
        assert squeezed([title(context)]) in squeezed(item.text for item in items)

    def test_the_scale_says_what_it_measures(self, make_context, name, language):
        for scale in (2040.0, 333.0, 12.0):
            context = make_context(name, scale, language=language)
            viewport = Viewport(QRectF(0, 0, 240, 180), (200_000, 2_600_000), scale)
            items = window_scale(context, viewport, QRectF(0, 9, 240, 160))
            veils, bars = [
                [one.rect for one in items if isinstance(one, PageBox) and bool(one.radius) is veil]
                for veil in (True, False)
            ]
            assert all(any(ground.contains(rect) for ground in veils) for rect in bars)
            length_mm = sum(bar.width() for bar in bars)
            words = [item.text for item in page_texts(items)]
            told = next(word for word in words if word.endswith(("km", " m", "公里", "公尺")))
            number = float("".join(c for c in told if c.isdigit() or c == "."))
            metres = number * (1000 if told.endswith(("km", "公里")) else 1)
            assert length_mm * scale == pytest.approx(metres)
            (ratio,) = [word for word in words if word.startswith("1:")]
            assert float(ratio[2:].replace(",", "")) == pytest.approx(scale * 1000, rel=0.006)
