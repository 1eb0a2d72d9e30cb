"""The combo box of the program."""

import pytest
from PySide6.QtWidgets import QStyleOptionComboBox

from desktop.widgets import Chooser


@pytest.mark.parametrize(("width", "ending"), [(90, "…"), (600, "source")])
def test_what_has_no_room_ends_in_dots(qtbot, width, ending):
    box = Chooser()
    qtbot.addWidget(box)
    box.addItem("All in operation, as of the date of the source")
    box.resize(width, 30)
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    assert option.currentText.endswith(ending)
    assert box.currentText().endswith("source")
