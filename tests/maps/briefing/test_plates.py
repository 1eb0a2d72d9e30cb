"""Scenes handed out: slides that can be edited, pages with notes, pictures, a file for browsers."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pypdfium2
import pytest
from pptx import Presentation
from PySide6.QtGui import QImage

from data.balance.evaluate import column
from data.model import Name, Place
from data.scene import Ink, Scene
from maps.briefing.handout import PER_PAGE, handout_plates
from maps.briefing.plates import lacking, scene_plates
from maps.briefing.scene_view import view_record
from maps.display import Cancelled, PageText, Stroke
from maps.export.formats import Options, remarks, write_plates
from maps.export.series import write_series
from maps.page import page_size
from maps.sheet_spec import SheetSpec
from maps.view import READY_VIEWS

HOSTILE = 'A "B" & <b>C</b></script><script>alert(1)</script> https://example.org/x'
SAID = "先說結論。\n再說計法 <i>。"


def looks(name, **changes):
    return view_record(replace(READY_VIEWS[name], **changes))


INK = Ink("pen", "#112233", ((250_000.0, 2_600_000.0), (300_000.0, 2_640_000.0)))
SCENES = (
    Scene("cover", "title", Name("六圈簡報", "Six circles"), Name("國土規劃科", "Planning"), Name(SAID), seconds=20),
    Scene("now", "section", Name("現況", "Today")),
    Scene("table", title=Name("計分卡"), message=Name("兩處重疊"), notes=Name(SAID), view=looks("overview"),
          panel="scorecard", ink=(INK,), seconds=7.5),
    Scene("bars", title=Name(HOSTILE), view=looks("broadband", level="circle"), panel="bars"),
    Scene("gap", "section", Name("落差 & <差>", "Gaps")),
    Scene("lorenz", view=looks("ai", focus=Place("circle", "east")), panel="lorenz"),
    Scene("end", "closing", Name("資料來源", "Sources")),
)  # fmt: skip


@pytest.fixture(scope="module")
def make(project, atlas):
    def plates(scenes=SCENES, language="zh", page="640x360", **options):
        return scene_plates(project, atlas, scenes, language, page_size(page), **options)

    return plates


@pytest.fixture(scope="module")
def slides(make):
    return make()


@pytest.fixture(scope="module")
def path(slides, tmp_path_factory):
    path = tmp_path_factory.mktemp("slides") / "簡報.pptx"
    write_plates(slides, "pptx", path)
    return path


@pytest.fixture(scope="module")
def deck(path):
    return Presentation(path)


class TestSlides:
    def test_every_scene_is_a_slide_with_its_title(self, deck, slides):
        titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
        assert titles == [plate.title for plate in slides]
        assert titles[3] == HOSTILE
        assert titles[5], "a scene without a title has that of its map"
        assert deck.core_properties.title == "六圈簡報"

    def test_the_message_stands_under_the_title(self, deck):
        texts = [shape.text_frame.text for shape in deck.slides[2].shapes if shape.has_text_frame]
        assert "兩處重疊" in texts
        assert "國土規劃科" in [shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame]

    def test_the_scorecard_is_a_table_and_the_bars_are_a_chart(self, deck, project):
        (table,) = [shape.table for shape in deck.slides[2].shapes if shape.has_table]
        assert table.cell(1, 0).text == project.data.circles["capital"].name.zh
        (chart,) = [shape.chart for shape in deck.slides[3].shapes if shape.has_chart]
        values = column(project, "coverage_5g", "circle").values
        assert list(chart.plots[0].series[0].values) == pytest.approx(values.tolist(), abs=0.051)
        assert "≥" in chart.plots[0].categories[5], "a bound stays one"

    def test_other_charts_and_maps_are_pictures_with_words_for_who_cannot_see_them(self, deck):
        pictures = [shape for shape in deck.slides[5].shapes if shape.shape_type == 13]
        assert len(pictures) == 2
        assert all(shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in pictures)
        assert len([shape for shape in deck.slides[0].shapes if shape.shape_type == 13]) == 1, "the cover's quiet map"

    def test_the_notes_are_what_is_said_then_what_is_shown_and_its_sources(self, deck, slides, project):
        notes = deck.slides[2].notes_slide.notes_text_frame.text
        assert notes.startswith(SAID)
        assert project.data.version in notes
        assert slides[2].sources()
        assert all(source.id in notes for source in slides[2].sources()[:60])
        assert deck.slides[0].notes_slide.notes_text_frame.text == SAID

    def test_the_last_slide_lists_who_published_the_sources_of_all(self, deck, slides):
        tables = [shape.table for shape in deck.slides[6].shapes if shape.has_table]
        rows = [(row.cells[0].text, row.cells[1].text) for table in tables for row in list(table.rows)[1:]]
        assert sum(int(count) for _, count in rows) == len(slides[6].sources())
        assert set(slides[6].sources()) == {one for plate in slides[:6] for one in plate.sources()}

    def test_section_scenes_begin_sections(self, path, deck):
        with zipfile.ZipFile(path) as package:
            text = package.read("ppt/presentation.xml").decode()
        names = re.findall(r'<p14:section name="([^"]*)"', text)
        assert names == ["", "現況", "落差 &amp; &lt;差&gt;"]
        listed = [re.findall(r'p14:sldId id="(\d+)"', part) for part in text.split("</p14:section>")[:3]]
        assert [len(part) for part in listed] == [1, 3, 3]
        assert [int(one) for part in listed for one in part] == [slide.slide_id for slide in deck.slides]

    def test_nothing_leaves_its_slide(self, deck):
        for slide in deck.slides:
            for shape in slide.shapes:
                assert shape.left >= 0
                assert shape.top >= 0
                assert shape.left + shape.width <= deck.slide_width
                assert shape.top + shape.height <= deck.slide_height

    def test_without_notes_nothing_that_is_said_is_in_it(self, make, tmp_path):
        write_plates(make(SCENES[:3], noted=False), "pptx", tmp_path / "quiet.pptx")
        deck = Presentation(tmp_path / "quiet.pptx")
        assert not deck.slides[0].has_notes_slide
        assert "結論" not in deck.slides[2].notes_slide.notes_text_frame.text

    @pytest.mark.slow
    @pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
    def test_libreoffice_opens_it(self, path, tmp_path):
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        with pypdfium2.PdfDocument(tmp_path / "簡報.pdf") as pdf:
            assert len(pdf) == len(SCENES)


def test_ink_is_on_the_slide_and_on_the_picture_of_the_map(make):
    drawn, plain = make(SCENES[2:3])[0], make((replace(SCENES[2], ink=()),))[0]

    def pens(sheet):
        return [mark.colour for mark in sheet.map.marks if isinstance(mark, Stroke)].count("#112233")

    assert pens(drawn.sheet) == 1
    assert pens(drawn.pictured().sheet) == 1
    assert pens(plain.sheet) == pens(plain.pictured().sheet) == 0


def test_pictures_are_numbered_and_show_the_slide(make, tmp_path):
    files = write_series(make(SCENES[:2]), "png", tmp_path / "new", together=False, pattern="{number}-{title}")
    assert [file.name for file in files] == ["1-六圈簡報.png", "2-現況.png"]
    assert [(QImage(str(file)).width(), QImage(str(file)).height()) for file in files] == [(640, 360)] * 2


def test_a_theme_can_be_asked_for_all_and_what_is_gone_is_told(make):
    lost = Scene("lost", title=Name("舊"), view={**looks("index"), "choropleth": "gone_indicator"})
    (plate,) = make((lost,), theme="dark")
    assert plate.view.theme == "dark"
    (sentence,) = lacking((plate,))
    assert "舊" in str(sentence)
    assert "gone_indicator" in str(sentence)
    assert plate.sheet.map.shapes


def test_what_the_font_lacks_is_told_of_what_is_drawn(make):
    scenes = (Scene("a", title=Name("字\U0002b740")),)
    assert remarks(make(scenes), "png")
    assert not remarks(make((replace(scenes[0], kind="title"),)), "pptx"), "PowerPoint has fonts of its own"


class TestPages:
    def test_slides_are_pages_with_text_that_can_be_found(self, slides, tmp_path):
        path = tmp_path / "slides.pdf"
        write_plates(slides, "pdf", path, Options(title="六圈簡報"))
        with pypdfium2.PdfDocument(path) as pdf:
            assert len(pdf) == len(SCENES)
            assert "計分卡" in pdf[2].get_textpage().get_text_bounded()
            assert pdf.get_metadata_value("Title") == "六圈簡報"

    @pytest.mark.parametrize("per_page", PER_PAGE)
    @pytest.mark.parametrize("noted", [True, False])
    def test_a_hand_out_has_so_many_slides_on_a_page(self, make, tmp_path, per_page, noted):
        texts = (SCENES[0], SCENES[1], SCENES[6], *(replace(SCENES[0], id=f"more-{at}") for at in range(4)))
        path = tmp_path / "hand.pdf"
        pages = handout_plates(make(texts, spec=SheetSpec(author="規劃科"), noted=noted), per_page)
        write_plates(pages, "pdf", path)
        with pypdfium2.PdfDocument(path) as pdf:
            assert len(pdf) == -(-len(texts) // per_page)
            first = pdf[0].get_textpage().get_text_bounded()
            assert sorted(round(side / 72 * 25.4) for side in pdf[0].get_size()) == [210, 297]
        covers = sum(scene.kind == "title" for scene in texts[:per_page])
        assert first.count("六圈簡報") == 1 + covers, "once on the page, once on each cover"
        assert "規劃科" in first
        assert ("先說結論" in first) == noted

    @pytest.mark.parametrize("per_page", PER_PAGE)
    def test_nothing_of_a_hand_out_leaves_its_page_and_notes_are_cut_where_they_end(self, make, per_page, page_box):
        long = replace(SCENES[0], notes=Name("很長的備註，" * 600))
        for page in handout_plates(make((long, SCENES[1])), per_page):
            sheet = page.sheet
            boxes = [page_box(item) for item in sheet.above]
            assert min(box[0] for box in boxes) >= 0
            assert min(box[1] for box in boxes) >= 0
            assert max(box[2] for box in boxes) <= sheet.width
            assert max(box[3] for box in boxes) <= sheet.height
            for inset in sheet.insets:
                assert sheet.width >= inset.viewport.rect.right()
                assert sheet.height >= inset.viewport.rect.bottom()
        (page,) = handout_plates(make((long,)), per_page)
        said = [item.text for item in page.sheet.above if isinstance(item, PageText)]
        assert any(line.endswith("…") for line in said)


class _Page(HTMLParser):
    """What a browser would find in the file."""

    def __init__(self):
        super().__init__()
        self.tags, self.pictures, self.alts, self.seconds, self.notes = [], [], [], [], []
        self.policy = self.title = ""
        self._in = ""

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.tags.append(tag)
        self._in = tag if tag in ("title", "aside", "p") else self._in
        if tag == "img":
            self.pictures.append(values["src"])
            self.alts.append(values["alt"])
        if tag == "section":
            self.seconds.append(float(values["data-seconds"]))
        if tag == "meta" and values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        for name in ("src", "href", "action", "background"):
            assert values.get(name, "data:").startswith("data:")

    def handle_endtag(self, tag):
        self._in = ""

    def handle_data(self, data):
        if self._in == "title":
            self.title += data
        elif self._in == "p":
            self.notes.append(data)


@pytest.fixture(scope="module")
def web(slides, tmp_path_factory):
    """The text of the file, and what is found in it."""
    path = tmp_path_factory.mktemp("web") / "a.html"
    write_plates(slides, "html", path, Options(title=HOSTILE))
    page = _Page()
    page.feed(path.read_text("utf-8"))
    return path.read_text("utf-8"), page


class TestWebPage:
    def test_every_scene_is_a_picture_with_its_words(self, web):
        _, page = web
        sizes = []
        for source in page.pictures:
            kind, _, coded = source.partition(",")
            assert kind == "data:image/png;base64"
            image = QImage.fromData(base64.b64decode(coded, validate=True))
            sizes.append((image.width(), image.height()))
        assert sizes == [(640, 360)] * len(SCENES)
        assert page.alts[2] == "計分卡。兩處重疊"
        assert page.seconds == [20, 0, 7.5, 0, 0, 0, 0]

    def test_what_a_user_wrote_is_text_and_nothing_is_fetched(self, web):
        text, page = web
        assert page.title == HOSTILE
        assert page.alts[3] == HOSTILE
        assert page.tags.count("script") == 1
        assert "b" not in page.tags
        assert "i" not in page.tags
        assert [line for line in page.notes if line in SAID.splitlines()] == SAID.splitlines() * 2
        assert page.policy.startswith("default-src 'none'; img-src data:;")
        assert "url(" not in text
        assert re.findall(r"\w+://[^\s<\"&]+", text.replace(HOSTILE, "")) == ["https://example.org/x"] * 2

    def test_a_series_of_maps_is_such_a_page_too(self, make, slides, tmp_path):
        plain = slides[3].pictured()
        write_plates([plain, plain], "html", tmp_path / "atlas.html")
        page = _Page()
        page.feed((tmp_path / "atlas.html").read_text("utf-8"))
        assert len(page.pictures) == 2
        assert page.seconds == [0, 0]


@pytest.mark.parametrize("format_id", ["pptx", "html", "pdf"])
def test_given_up_it_leaves_what_was_there(slides, tmp_path, format_id):
    path = tmp_path / f"a.{format_id}"
    path.write_text("before")

    def stop(done):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_plates(slides[:2], format_id, path, progress=stop)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]
