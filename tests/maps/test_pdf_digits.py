"""Fewer digits in PDF files of several pages: they look the same, and stay whole."""

from dataclasses import replace

import numpy as np
import pypdfium2

from maps.export.formats import write_plates
from maps.page import page_size
from maps.plate import Plate
from maps.view import READY_VIEWS


def test_a_page_looks_the_same_among_others_and_takes_less_room(project, atlas, tmp_path):
    plate = Plate(project, READY_VIEWS["overview"], atlas, page_size("A4", 100))
    alone, among = tmp_path / "alone.pdf", tmp_path / "among.pdf"
    write_plates([plate], "pdf", alone)
    write_plates([plate, replace(plate)], "pdf", among)
    pictures, words = [], []
    for path in (alone, among):
        with pypdfium2.PdfDocument(path) as pdf:
            page = pdf[0]
            pictures.append(page.render(scale=2).to_numpy().astype(int))
            words.append(page.get_textpage().get_text_bounded())
    assert words[0] == words[1]
    assert np.abs(pictures[0] - pictures[1]).mean() < 0.3
    # Fonts stand in the file once, so two pages would else take nearly twice the room.
    assert among.stat().st_size < 1.6 * alone.stat().st_size
