"""SVG: well-formed, in mm, with text as text or as outlines, and nothing in it that a viewer would run or fetch."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from data.model import Place
from maps.display import PageText
from maps.export.formats import Options, write_plates
from maps.fonts import text_width
from maps.page import page_size
from maps.plate import Plate
from maps.sheet_spec import SheetSpec
from maps.view import READY_VIEWS

SVG = "{http://www.w3.org/2000/svg}"
A4 = page_size("A4")


@pytest.fixture(scope="module")
def write(tmp_path_factory):
    """A function that writes a plate and returns the root element and the size of the file."""

    def written(plate, **options):
        target = tmp_path_factory.mktemp("svg") / "圖.svg"
        write_plates([plate], "svg", target, Options(**options))
        return ElementTree.parse(target).getroot(), target.stat().st_size

    return written


@pytest.fixture(scope="module")
def overview(project, atlas):
    return Plate(project, READY_VIEWS["overview"], atlas, A4)


@pytest.fixture(scope="module")
def root(write, overview):
    return write(overview)[0]


def shown(root):
    """Return the texts without their halos, in order."""
    return [line for line in root.iter(f"{SVG}text") if line.get("aria-hidden") is None]


def test_the_page_has_its_size_and_title(root, overview):
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("297mm", "210mm", "0 0 29700 21000")
    assert root.findtext(f"{SVG}title") == overview.title


def test_every_line_of_the_sheet_is_one_text_in_its_place(root, overview):
    wanted = [item for item in overview.sheet.above if isinstance(item, PageText) and item.text.strip()]
    found = shown(root)[-len(wanted) :]
    assert [line.text for line in found] == [item.text for item in wanted]
    for line, item in zip(found, wanted, strict=True):
        assert float(line.get("y")) == pytest.approx(item.y * 100, abs=1)
        assert float(line.get("font-size")) == pytest.approx(item.style.size * 100, rel=1e-3)
        assert float(line.get("textLength")) == pytest.approx(
            text_width(item.text, item.style.size, item.style.bold) * 100, abs=1
        )
        if item.align == "left":
            assert float(line.get("x")) == pytest.approx(item.x * 100, abs=1)


def test_a_halo_is_the_same_text_below(root, overview):
    lines = list(root.iter(f"{SVG}text"))
    halos = [number for number, line in enumerate(lines) if line.get("aria-hidden")]
    assert len(halos) >= len(overview.sheet.map.labels)
    for number in halos:
        below, above = lines[number], lines[number + 1]
        assert (below.text, below.get("x"), below.get("y")) == (above.text, above.get("x"), above.get("y"))
        assert below.get("stroke") == below.get("fill") != above.get("fill")
        assert above.get("stroke") is None


def test_outlines_need_no_font(write, overview):
    outlined, size = write(overview, outlines=True)
    assert not list(outlined.iter(f"{SVG}text"))
    assert size <= 3_000_000


def test_the_overview_is_small(write, project, atlas):
    assert write(Plate(project, READY_VIEWS["overview"], atlas, page_size("A3")))[1] <= 3_000_000


def test_there_is_no_picture_in_it_and_all_numbers_are_numbers(root):
    assert not list(root.iter(f"{SVG}image"))
    for element in root.iter():
        for name in ("d", "points", "transform", "x", "y", "width", "height", "stroke-width"):
            assert not re.search("nan|inf", element.get(name, ""), re.IGNORECASE)


def test_hostile_words_are_words(write, overview):
    title = '<script>alert("1")</script> & \x00\x1b]]> 😀 \ud800'
    spec = SheetSpec(texts={"title": title}, author='"><image href="http://example.org/x"/>')
    hostile, _ = write(replace(overview, spec=spec))
    tags = {element.tag.removeprefix(SVG) for element in hostile.iter()}
    assert tags <= {"svg", "title", "desc", "defs", "clipPath", "g", "path", "rect", "circle", "ellipse", "text",
                    "polygon", "polyline"}  # fmt: skip
    assert '<script>alert("1")</script> &' in hostile.findtext(f"{SVG}title")
    assert not [
        name for element in hostile.iter() for name in element.attrib if "href" in name or name.startswith("on")
    ]


def test_a_focus_keeps_to_its_map(write, project, atlas):
    plate = Plate(project, replace(READY_VIEWS["overview"], focus=Place("circle", "capital")), atlas, A4)
    root, size = write(plate)
    rect = plate.sheet.viewport.rect
    clips = [group for group in root.iter(f"{SVG}g") if group.get("clip-path")]
    assert clips
    assert {clip.get("clip-path") for clip in clips} <= {
        f"url(#{shape.get('id')})" for shape in root.iter(f"{SVG}clipPath")
    }
    texts = {line.text for line in shown(root)}
    assert "屏東縣" not in texts
    assert "宜蘭縣" in texts
    assert size < 600_000
    # Areas and lines end at the edge even where a viewer does not clip.
    for path in (path for clip in clips for path in clip.iter(f"{SVG}path") if path.get("transform") is None):
        for x, y in re.findall(r"M(-?\d+) (-?\d+)", path.get("d")):
            assert rect.left() * 100 - 2 <= int(x) <= rect.right() * 100 + 2
            assert rect.top() * 100 - 2 <= int(y) <= rect.bottom() * 100 + 2


def test_the_dashes_of_a_link_are_as_long_as_on_the_picture(write, project, atlas):
    plate = Plate(project, READY_VIEWS["telemedicine"], atlas, A4)
    dashed = [one for one in plate.sheet.map.shapes if getattr(one, "dash", ())]
    found = [path for path in write(plate)[0].iter(f"{SVG}path") if path.get("stroke-dasharray")]
    assert len(found) == len(dashed) > 0
    for path, stroke in zip(found, dashed, strict=True):
        dashes = [float(length) for length in path.get("stroke-dasharray").split(",")]
        assert dashes == pytest.approx([part * stroke.width * 100 for part in stroke.dash], rel=0.01)
        assert float(path.get("stroke-width")) == pytest.approx(stroke.width * 100, rel=0.01)
