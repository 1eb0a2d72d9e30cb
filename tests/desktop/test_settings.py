"""Settings: the window comes back as it was left, and a damaged file never stops a start."""

from __future__ import annotations

import pytest

from data.model import Overlap
from desktop import settings
from desktop.settings import Settings


def test_closing_and_reopening_keeps_window_and_view(open_window, tmp_path, qtbot):
    path = tmp_path / "settings.ini"
    first = open_window(Settings(path))
    first.resize(780, 690)
    first.set_language("en")
    first.toggle_theme()
    first.show_view("broadband")
    first.session.set_choropleth("speed_4g")
    first.session.set_layer("hospital", True)
    first.session.change_definition("2024-12")
    first.session.change_overlap(Overlap.SPLIT)
    first.left.hide()
    first.canvas.zoom_in()
    qtbot.wait(800)
    extent = first.canvas.extent()
    view, project = first.session.view, first.session.project
    first.close()

    second = open_window(Settings(path), size=None)
    qtbot.wait(100)
    assert second.session.view == view
    assert second.session.project == project
    assert not second.left.isVisible()
    assert (second.width(), second.height()) == (780, 690)
    assert second.canvas.extent() == pytest.approx(extent, abs=2000)


def test_all_of_taiwan_is_all_of_taiwan_again_in_a_window_of_another_size(open_window, tmp_path):
    path = tmp_path / "settings.ini"
    first = open_window(Settings(path))
    assert first.canvas.is_fitted()
    first.close()
    assert Settings(path).get(settings.EXTENT) is None
    second = open_window(Settings(path), size=(760, 700))
    assert second.canvas.is_fitted()
    second.canvas.zoom_in()
    second.close()
    assert not open_window(Settings(path)).canvas.is_fitted()


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe nonsense \x80",
        b"[view]\nname=atlantis\nlayers=ai swamp\nchoropleth=happiness\nextent=3 2 1\n[project]\ndefinition=1999\n",
        b"language=klingon\ntheme=7\n[window]\ngeometry=zz\nstate=0102\nsplit=charts=7 x\n",
        b"[view]\nextent=nan nan nan nan\n",
        b"[view]\nextent=-1e300 -1e300 1e300 1e300\n",
    ],
)
def test_a_damaged_file_never_stops_a_start(open_window, tmp_path, content):
    path = tmp_path / "settings.ini"
    path.write_bytes(content)
    window = open_window(Settings(path))
    assert window.session.view.name == "overview"
    assert window.session.project.definition_id == "2026-01"
    assert window.session.language == "zh"
    assert not window.grab().isNull()


def test_a_folder_that_cannot_be_written_loses_only_the_settings(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    remembered = Settings(blocked / "settings.ini")
    remembered.set(settings.LANGUAGE, "en")
    remembered.save()
    assert blocked.read_text() == "in the way"


def test_every_setting_reads_what_it_writes(remembered):
    examples = {
        settings.GEOMETRY: b"\x01\xff",
        settings.LANGUAGE: "en",
        settings.THEME: "dark",
        settings.VIEW: "telemedicine",
        settings.LAYERS: frozenset({"ai", "links"}),
        settings.EXTENT: (1.0, 2.0, 3.5, 4.0),
        settings.OVERLAP: Overlap.FIRST,
    }
    for setting, value in examples.items():
        remembered.set(setting, value)
    remembered.save()
    again = Settings(remembered.path)
    assert {setting: again.get(setting) for setting in examples} == examples


def test_no_layers_at_all_is_remembered(remembered):
    remembered.set(settings.LAYERS, frozenset())
    remembered.save()
    assert Settings(remembered.path).get(settings.LAYERS) == frozenset()
