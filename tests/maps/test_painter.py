"""Pixels: what the display list says is what stands on the picture."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from data.model import Place
from maps.areas import circle_colour, fallback_hatch, missing_hatch
from maps.choropleth import choropleth
from maps.compose import compose_map
from maps.display import (
    Fill,
    Hatch,
    Label,
    MapDrawing,
    PageBox,
    PageSymbol,
    PageText,
    Sheet,
    Stroke,
    Symbol,
    SymbolStyle,
    TextStyle,
    Viewport,
    fitted,
)
from maps.export.png import render_sheet
from maps.fonts import text_width
from maps.mapspace import EXTENT
from maps.page import PageSize
from maps.painter import Cancelled, SheetPainter
from maps.sheet import page_sheet
from maps.sites import site_symbols

SITE = Place("site", "x")


def blocks(picture):
    """Return the mean colour of every square of 8 × 8 pixels."""
    height, width, _ = picture.shape
    return picture.reshape(height // 8, 8, width // 8, 8, 3).mean(axis=(1, 3))


def rgb(colour):
    colour = QColor(colour)
    return np.array([colour.red(), colour.green(), colour.blue()])


def share(picture, colour, near=24):
    """Return the share of pixels within ``near`` of a colour in every channel."""
    return float((np.abs(picture.astype(int) - rgb(colour)).max(axis=2) <= near).mean())


def rectangle(x, y, width, height):
    path = QPainterPath()
    path.addRect(QRectF(x, y, width, height))
    return path


def ink(picture, paper="#FFFFFF", strong=40):
    """Return left, top, right, bottom of everything that is not paper, in pixels, or None."""
    rows, columns = np.nonzero(np.abs(picture.astype(int) - rgb(paper)).max(axis=2) > strong)
    return (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1) if len(rows) else None


class TestAreas:
    def test_a_fill_stands_where_map_space_says(self, draw, square):
        picture = draw(MapDrawing((Fill(rectangle(-1000, 0, 1000, 500), "#D55E00"),)), square)
        # 100 m a mm, 4 dots a mm: x from -1000 to 0 m, y (up) from 0 to 500 m around the middle at pixel 80.
        assert ink(picture) == (40, 60, 80, 80)
        assert (picture[70, 60] == rgb("#D55E00")).all()

    def test_a_hatch_shows_both_colours_half_and_half(self, draw, square):
        hatch = Hatch("#0072B2", spacing=2.6, width=1.3)
        picture = draw(MapDrawing((Fill(rectangle(-1500, -1500, 3000, 3000), "#E69F00", (hatch,)),)), square)
        inside = picture[30:130, 30:130]
        assert share(inside, "#0072B2") == pytest.approx(0.5, abs=0.12)
        assert share(inside, "#E69F00") == pytest.approx(0.5, abs=0.12)
        assert share(picture[:15], "#FFFFFF") == 1

    def test_a_hatch_keeps_to_its_area_and_moves_with_the_map(self, draw):
        fill = Fill(rectangle(-800, -800, 1600, 1600), "", (Hatch("#000000", 2.0, 0.5),))
        here = draw(MapDrawing((fill,)), Viewport(QRectF(0, 0, 40, 40), (0.0, 0.0), 100.0))
        moved = draw(MapDrawing((fill,)), Viewport(QRectF(0, 0, 40, 40), (-500.0, 250.0), 100.0))
        assert np.abs(np.roll(here, (10, 20), axis=(0, 1)).astype(int) - moved).mean() < 0.6
        left, top, right, bottom = ink(here)
        assert left >= 47
        assert top >= 47
        assert right <= 113
        assert bottom <= 113

    def test_a_line_has_its_width_and_dashes(self, draw, square):
        path = QPainterPath()
        path.moveTo(-1500, 0)
        path.lineTo(1500, 0)
        whole = draw(MapDrawing((Stroke(path, "#000000", 1.0),)), square)
        assert (whole[:, 80, 0] < 128).sum() == 4
        dashed = draw(MapDrawing((Stroke(path, "#000000", 1.0, (2, 2)),)), square)
        assert share(dashed[78:82, 20:140], "#000000") == pytest.approx(0.5, abs=0.1)

    def test_no_line_is_thinner_than_a_device_pixel(self, draw, square):
        path = QPainterPath()
        path.moveTo(-1500, -12.5)
        path.lineTo(1500, -12.5)
        picture = draw(MapDrawing((Stroke(path, "#000000", 0.01),)), square)
        assert picture[:, 80, 0].min() < 20

    def test_nothing_of_the_map_leaves_its_viewport(self, draw):
        viewport = Viewport(QRectF(10, 5, 20, 15), (0.0, 0.0), 100.0)
        path = rectangle(-9000, -9000, 18_000, 18_000)
        style = TextStyle(6, "#000000", halo="#FF0000")
        symbol = SymbolStyle("ai", 4, "#5B2A91", "#FFFFFF", ring=True)
        drawing = MapDrawing(
            (Fill(path, "#009E73", (Hatch("#000000", 2, 1),)), Stroke(path, "#000000", 3)),
            (Symbol(-1000, 0, 0, 0, symbol, SITE),),
            (Label(1000, 700, 0, 0, "出界的字 out", style),),
            (Stroke(rectangle(-1000, -750, 2000, 1500), "#FF00FF", 4),),
        )
        picture = draw(drawing, viewport)
        assert ink(picture) == (40, 20, 120, 80)

    def test_a_cancelled_map_is_given_up_and_the_painter_left_as_it_was(self):
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        asked = []

        def cancelled():
            asked.append(1)
            return len(asked) > 1

        shapes = tuple(Fill(rectangle(-2000, -2000, 4000, 4000), colour) for colour in ("#111111", "#222222"))
        viewport = Viewport(QRectF(0, 0, 5, 5), (0.0, 0.0), 100.0)
        before = painter.transform()
        with pytest.raises(Cancelled):
            SheetPainter(painter, 4, cancelled=cancelled).map(MapDrawing(shapes), viewport)
        assert painter.transform() == before
        assert not painter.hasClipping()
        painter.end()
        assert image.pixelColor(10, 10) == QColor("#111111")


class TestSymbols:
    def symbol(self, draw, square, **style):
        drawn = SymbolStyle(**{"shape": "ai", "radius": 4.0, "colour": "#5B2A91", "ground": "#FFFFFF"} | style)
        return draw(MapDrawing(symbols=(Symbol(0, 0, 0, 0, drawn, SITE),)), square)

    @pytest.mark.parametrize("shape", ["ai", "broadband", "telemedicine", "hospital", "digital"])
    def test_filled_is_full_and_hollow_is_empty(self, draw, square, shape):
        filled = self.symbol(draw, square, shape=shape)
        hollow = self.symbol(draw, square, shape=shape, hollow=True)
        assert (filled[80, 80] == rgb("#5B2A91")).all()
        assert (hollow[80, 80] == rgb("#FFFFFF")).all()
        assert share(hollow, "#5B2A91") > 0.005

    def test_a_hub_shows_its_cross_in_both_states(self, draw, square):
        filled = self.symbol(draw, square, shape="hub")
        hollow = self.symbol(draw, square, shape="hub", hollow=True)
        assert (filled[80, 80] == rgb("#FFFFFF")).all()
        assert (hollow[80, 80] == rgb("#5B2A91")).all()
        assert (filled[91, 91] == rgb("#5B2A91")).all()

    def test_shapes_differ(self, draw, square):
        pictures = [
            self.symbol(draw, square, shape=shape)
            for shape in ("ai", "broadband", "telemedicine", "hub", "hospital", "digital")
        ]
        for number, one in enumerate(pictures):
            for other in pictures[number + 1 :]:
                assert (np.abs(one.astype(int) - other).max(axis=2) > 60).sum() > 60

    def test_a_ring_stands_round_an_approximate_place_only(self, draw, square):
        plain = ink(self.symbol(draw, square), strong=25)
        ringed = ink(self.symbol(draw, square, ring=True), strong=25)
        assert plain[2] - plain[0] <= 2 * 4 * 4
        assert ringed[2] - ringed[0] == pytest.approx(2 * 4 * 4 * 1.6, abs=4)

    def test_a_faded_symbol_is_fainter(self, draw, square):
        assert self.symbol(draw, square, faded=True)[80, 80].mean() > self.symbol(draw, square)[80, 80].mean() + 80

    def test_a_shift_is_on_the_sheet_and_downwards(self, draw, square):
        style = SymbolStyle("digital", 1.0, "#000000", "#FFFFFF")
        picture = draw(MapDrawing(symbols=(Symbol(500, 500, 5, 10, style, SITE),)), square)
        left, top, right, bottom = ink(picture)
        assert (left + right) / 2 == pytest.approx((20 + 5 + 5) * 4, abs=1)
        assert (top + bottom) / 2 == pytest.approx((20 - 5 + 10) * 4, abs=1)


class TestText:
    @pytest.mark.parametrize("stamps", [True, False])
    @pytest.mark.parametrize("text", ["海端鄉", "Haiduan", "首都圈黃金廊帶"])
    def test_the_ink_of_a_label_lies_where_the_label_says(self, draw, square, text, stamps):
        style = TextStyle(5.0, "#000000")
        picture = draw(MapDrawing(labels=(Label(-300, 200, 1.5, -2.0, text, style),)), square, stamps=stamps)
        left, top, right, bottom = ink(picture)
        width = text_width(text, 5.0) * 4
        assert (left + right) / 2 == pytest.approx((20 - 3 + 1.5) * 4, abs=2)
        assert right - left == pytest.approx(width, abs=4)
        assert (top + bottom) / 2 == pytest.approx((20 - 2 - 2) * 4, abs=3)
        assert bottom - top <= 5 * 4

    def test_a_halo_lies_under_the_letters(self, draw, square):
        style = TextStyle(6.0, "#000000", bold=True, halo="#FFFF00")
        picture = draw(MapDrawing(labels=(Label(0, 0, 0, 0, "圈", style),)), square)
        assert share(picture, "#FFFF00") > 0.003
        plain = draw(MapDrawing(labels=(Label(0, 0, 0, 0, "圈", TextStyle(6.0, "#000000", bold=True)),)), square)
        assert share(picture, "#000000") >= 0.9 * share(plain, "#000000")

    def test_bold_ideographs_have_no_holes_where_strokes_cross(self, draw, square):
        """Their contours overlap; by the odd-even rule the crossings would be white."""
        style = TextStyle(16.0, "#000000", bold=True, halo="#FFFFFF")
        haloed = draw(MapDrawing(labels=(Label(0, 0, 0, 0, "大", style),)), square, stamps=False)
        plain = TextStyle(16.0, "#000000", bold=True)
        drawn = draw(MapDrawing(labels=(Label(0, 0, 0, 0, "大", plain),)), square, stamps=False)
        assert (haloed[..., 0] < 100).sum() == pytest.approx((drawn[..., 0] < 100).sum(), rel=0.05)

    @pytest.mark.parametrize(("align", "start"), [("left", 20.0), ("centre", 20.0), ("right", 20.0)])
    def test_page_text_is_aligned(self, to_pixels, align, start):
        image = QImage(160, 80, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        SheetPainter(painter, 4).page([PageText(start, 10, "漢字漢", TextStyle(4, "#000000"), align)])
        painter.end()
        left, _, right, bottom = ink(to_pixels(image))
        at = {"left": left, "centre": (left + right) / 2, "right": right}[align]
        assert at == pytest.approx(start * 4, abs=2)
        assert bottom == pytest.approx(40, abs=3)


class TestStamps:
    @pytest.mark.parametrize("name", ["overview", "telemedicine"])
    def test_copied_and_directly_drawn_signs_agree(self, make_context, draw, name):
        viewport = fitted(QRectF(0, 0, 100, 120), EXTENT)
        drawing = compose_map(make_context(name, viewport.metres_per_mm))
        copied = draw(drawing, viewport, 4.0).astype(int)
        direct = draw(drawing, viewport, 4.0, stamps=False).astype(int)
        difference = np.abs(copied - direct)
        # A stamp moves to whole pixels, so edges differ; a sign that is missing or elsewhere would differ in bulk.
        assert difference.mean() < 6
        assert np.abs(blocks(copied[:480, :400]) - blocks(direct[:480, :400])).max() < 40


class TestPaper:
    """Without stamps, as for files and printers."""

    def test_a_line_keeps_its_width_however_thin(self, draw, square):
        line = QPainterPath()
        line.moveTo(-1500, 0)
        line.lineTo(1500, 0)
        drawing = MapDrawing((Stroke(line, "#000000", 0.05),))
        on_screen, on_paper = draw(drawing, square), draw(drawing, square, stamps=False)

        def darkness(picture):
            return (255 - picture[:, 80, 0].astype(float)).sum() / 255

        # 0.05 mm are a fifth of a pixel; a picture takes a whole one, because that is quicker.
        assert darkness(on_screen) == pytest.approx(1, abs=0.05)
        assert darkness(on_paper) == pytest.approx(0.2, abs=0.05)

    @pytest.mark.parametrize("width", [0.2, 1.3])
    def test_a_hatch_falls_as_on_a_picture(self, draw, square, width):
        ring = rectangle(-1500, -1500, 3000, 3000)
        ring.addRect(QRectF(-500, -500, 1000, 1000))  # a hole
        drawing = MapDrawing((Fill(ring, "#E69F00", (Hatch("#0072B2", spacing=2.6, width=width),)),))
        apart = np.abs(draw(drawing, square, 20.0).astype(int) - draw(drawing, square, 20.0, stamps=False))
        assert apart.mean() < 1.0
        assert (apart.max(axis=2) > 100).mean() < 0.001

    def test_a_hatch_of_the_legend_keeps_to_its_box(self, to_pixels):
        box = PageBox(QRectF(5, 5, 10, 6), "#FFFFFF", hatches=(Hatch("#000000", 2.0, 1.0),), radius=2.0)
        image = QImage(200, 160, QImage.Format.Format_RGB32)
        image.fill("white")
        painter = QPainter(image)
        SheetPainter(painter, 10, stamps=False).page([box])
        painter.end()
        picture = to_pixels(image)
        left, top, right, bottom = ink(picture)
        assert left >= 50
        assert top >= 50
        assert right <= 150
        assert bottom <= 110
        assert 0.3 < share(picture[50:110, 50:150], "#000000", 60) < 0.6

    @given(
        x=st.floats(-3000, 3000), y=st.floats(-3000, 3000), width=st.floats(10, 5000), height=st.floats(10, 5000)
    )  # fmt: skip
    def test_what_is_cut_away_was_not_seen(self, draw, square, x, y, width, height):
        path = rectangle(x, y, width, height)
        path.addRect(QRectF(x + width / 4, y + height / 4, width / 2, height / 2))
        drawing = MapDrawing((Fill(path, "#D55E00"), Stroke(path, "#000000", 0.3)))
        picture, paper = draw(drawing, square), draw(drawing, square, stamps=False)
        # Edges along the border of the map are drawn where the area was cut, half a pixel otherwise at most.
        assert np.abs(picture.astype(int) - paper)[3:-3, 3:-3].max() <= 140
        assert np.abs(picture.astype(int) - paper)[3:-3, 3:-3].mean() < 0.8

    def test_what_is_outside_is_not_drawn_and_what_reaches_in_is(self, square):
        style = SymbolStyle("ai", 2.0, "#5B2A86", "#FFFFFF", ring=True)
        text = TextStyle(4.0, "#000000")
        drawn = []

        class Recorder(SheetPainter):
            def _symbol(self, symbol, to_device):
                drawn.append(symbol.place.id)

            def _label(self, label, to_device):
                drawn.append(label.text)

        # The map shows 2 km to all sides of its middle, 100 m a mm.
        symbols = tuple(
            Symbol(x, 0, 0, 0, style, Place("site", name)) for x, name in ((2300, "reaches in"), (2600, "outside"))
        )
        labels = (Label(0, 2700, 0, 0, "above", text), Label(2700, 0, 0, 0, "a long word that reaches in", text))
        image = QImage(160, 160, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        Recorder(painter, 4.0, stamps=False).map(MapDrawing(symbols=symbols, labels=labels), square)
        painter.end()
        assert drawn == ["reaches in", "a long word that reaches in"]


class TestRealMap:
    @pytest.fixture
    def viewport(self):
        return fitted(QRectF(0, 0, 120, 144), EXTENT)

    def town_pixels(self, picture, viewport, atlas, row, reach=6):
        x, y = viewport.to_page(*atlas.town_positions[row])
        x, y = round(x * 4), round(y * 4)
        return picture[y - reach : y + reach, x - reach : x + reach]

    @pytest.mark.parametrize("theme", ["light", "dark", "print"])
    def test_a_shared_town_shows_the_colours_of_both_its_circles(
        self, make_context, draw, data, atlas, viewport, theme
    ):
        context = make_context("overview", viewport.metres_per_mm, theme=theme, layers=frozenset({"circles"}))
        picture = draw(compose_map(context), viewport, paper=context.theme.paper)
        rows = {town.full_name("zh"): row for row, town in enumerate(data.towns)}
        for name, circles in (("宜蘭縣大同鄉", ("capital", "east")), ("屏東縣獅子鄉", ("south", "east"))):
            around = self.town_pixels(picture, viewport, atlas, rows[name], 8)
            for circle in circles:
                assert share(around, circle_colour(context, circle), 6) > 0.2, (name, circle)
        alone = self.town_pixels(picture, viewport, atlas, rows["花蓮縣秀林鄉"], 8)
        assert share(alone, circle_colour(context, "east"), 6) > 0.8

    @pytest.mark.parametrize("theme", ["light", "dark", "print"])
    def test_an_unknown_town_is_hatched_and_in_no_class_colour(self, make_context, draw, data, atlas, viewport, theme):
        context = make_context(
            "broadband",
            viewport.metres_per_mm,
            theme=theme,
            layers=frozenset({"choropleth"}),
            choropleth="coverage_2gbps",
        )
        classified = choropleth(context)
        unknown = np.flatnonzero(classified.classes.member < 0)
        assert len(unknown)
        picture = draw(compose_map(context), viewport, paper=context.theme.paper)
        areas = [atlas.detail(1000).towns[row].area for row in unknown]
        row = int(unknown[int(np.argmax(areas))])
        around = self.town_pixels(picture, viewport, atlas, row)
        assert share(around, context.theme.missing, 10) > 0.3
        assert len(np.unique(around.reshape(-1, 3), axis=0)) > 2, "no hatch"
        for colour in classified.colours:
            assert share(around, colour, 6) < 0.02

    def test_a_lent_value_is_hatched_over_its_colour(self, make_context, draw, data, atlas, viewport):
        context = make_context("broadband", viewport.metres_per_mm, layers=frozenset({"choropleth"}))
        classified = choropleth(context)
        picture = draw(compose_map(context), viewport, paper=context.theme.paper)
        rows = {town.full_name("zh"): row for row, town in enumerate(data.towns)}
        row = rows["臺東縣海端鄉"]
        assert row in classified.estimated
        colour = classified.colours[classified.classes.member[row]]
        around = self.town_pixels(picture, viewport, atlas, row)
        assert 0.2 < share(around, colour, 20) < 0.97
        darkness = np.abs(around.astype(int) - rgb(colour)).max(axis=2)
        assert (darkness > 40).any()

    def test_hatches_of_missing_and_lent_differ(self, make_context):
        context = make_context()
        missing, lent = missing_hatch(context.theme, 1), fallback_hatch(context.theme, 1)
        assert missing.angle != lent.angle
        assert missing.spacing != lent.spacing

    def test_the_circle_not_in_focus_steps_back(self, make_context):
        context = make_context(focus=Place("circle", "east"))
        plain = make_context()
        land = rgb(context.theme.land)
        for circle in ("capital", "south"):
            away = np.abs(rgb(circle_colour(context, circle)) - land).sum()
            assert away < 0.5 * np.abs(rgb(circle_colour(plain, circle)) - land).sum()
        assert circle_colour(context, "east") == circle_colour(plain, "east")
        faded = {symbol.place.id for symbol in site_symbols(context) if symbol.style.faded}
        assert faded
        assert not {symbol.place.id for symbol in site_symbols(plain) if symbol.style.faded}


def test_a_page_looks_the_same_at_96_and_at_300_dots_an_inch(project, make_context, atlas, to_pixels):
    context = make_context()

    def picture(dpi):
        dots = dpi / 25.4
        size = PageSize(297.0, 210.0, (round(297 * dots), round(210 * dots)))
        image = render_sheet(page_sheet(project, context.view, atlas, 297, 210, dots), size)
        smooth = Qt.TransformationMode.SmoothTransformation
        return to_pixels(image.scaled(561, 397, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)).astype(float)

    coarse, fine = picture(96), picture(300)
    assert np.abs(coarse - fine).mean() < 4
    assert np.abs(blocks(coarse[:392, :560]) - blocks(fine[:392, :560])).max() < 30


def test_page_items_and_paper(to_pixels):
    style = SymbolStyle("digital", 2, "#0F6B6B", "#FFFFFF")
    sheet = Sheet(
        20, 10, "#F4F7FA", Viewport(QRectF(0, 0, 5, 5), (0, 0), 1), MapDrawing(),
        above=(PageBox(QRectF(10, 2, 6, 6), "#E69F00", "#000000", 0.5), PageSymbol(5, 5, style)),
    )  # fmt: skip
    picture = to_pixels(render_sheet(sheet, PageSize(20, 10, (80, 40))))
    assert (picture[1, 1] == rgb("#F4F7FA")).all()
    assert (picture[20, 50] == rgb("#E69F00")).all()
    assert picture[20, 40].max() < 60
    assert (picture[20, 20] == rgb("#0F6B6B")).all()
