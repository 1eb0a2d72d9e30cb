"""The report from the window: its dialog, its file, its words when it is done, stopped or refused."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox

from data.errors import InputError
from desktop.press import Press


@pytest.fixture
def dialog(window):
    """The dialog, as the menu opens it."""
    window.menus.actions["report"].trigger()
    return window.hand_over._report_dialog


def wait_for_message(window, qtbot):
    qtbot.waitUntil(lambda: not window.status._cancel.isVisible(), timeout=60_000)
    return window.status.currentMessage()


def test_it_starts_with_the_language_of_the_window_and_says_of_what_it_is(window, dialog):
    assert dialog.isVisible()
    assert (dialog.language.currentData(), dialog.theme.currentData(), dialog.format.currentData()) == (
        "zh",
        "print",
        "pdf",
    )
    assert window.session.project.definition.name.zh in dialog.about.text()
    assert not dialog.date.isEnabled()
    window.set_language("en")
    assert window.session.project.definition.name.en in dialog.about.text()
    assert dialog.windowTitle() == "Report"


def test_every_field_can_be_named_to_who_cannot_see_it(dialog):
    fields = (dialog.format, dialog.language, dialog.theme, dialog.title, dialog.author, dialog.date, dialog.calendar)
    assert all(field.accessibleName() for field in fields)
    # Keys of labels lead to one field each.
    keys = [re.search("&(.)", label.text())[1] for label in dialog._labels]
    assert len(set(keys)) == len(keys)


def test_what_is_chosen_is_what_is_written(dialog, tmp_path):
    dialog.format.setCurrentIndex(dialog.format.findData("html"))
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    dialog.calendar.setCurrentIndex(dialog.calendar.findData("minguo"))
    dialog.title.setText("  均衡  報告 ")
    dialog.author.setText("國發會")
    dialog.dated.click()
    dialog.date.setDate(QDate(2026, 11, 21))
    order = dialog.order(None, tmp_path / "report.html")
    assert (order.format, order.language, order.theme) == ("html", "en", "print")
    assert order.spec.texts == {"title": "均衡 報告"}
    assert (order.spec.author, order.spec.calendar, order.spec.date.isoformat()) == ("國發會", "minguo", "2026-11-21")
    dialog.dated.click()
    assert dialog.spec.date is None


@pytest.mark.slow
def test_a_report_is_written_in_the_background_and_the_status_names_it(window, dialog, qtbot, target):
    path = target("報告.pdf")
    dialog.author.setText("國發會")
    dialog.save.click()
    assert not dialog.isVisible()
    assert window.status._cancel.isVisible()
    assert str(path) in wait_for_message(window, qtbot)
    with pypdfium2.PdfDocument(path) as pdf:
        assert 12 <= len(pdf) <= 20
        assert pdf.get_metadata_value("Author") == "國發會"
    assert path.stat().st_size < 4_500_000


def test_stopped_it_leaves_nothing_and_says_so(window, dialog, qtbot, target):
    path = target("report.pdf")
    dialog.save.click()
    window.status._cancel.click()
    assert "取消" in wait_for_message(window, qtbot)
    assert not list(path.parent.glob("*report*"))


def test_a_logo_that_cannot_be_read_is_a_sentence(window, dialog, qtbot, target, tmp_path):
    path, logo = target("report.html"), tmp_path / "logo.png"
    logo.write_text("no picture")
    dialog.format.setCurrentIndex(dialog.format.findData("html"))
    dialog._set_logo(logo)
    dialog.save.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=30_000)
    box = QApplication.activeModalWidget()
    assert "logo.png" in box.text()
    box.close()
    assert not path.exists()
    # And what raised it is ours.
    with pytest.raises(InputError):
        dialog.order(Press().atlas(window.session.project.data), path).write(Press(), lambda *_: None)


def test_thinking_better_of_it_writes_nothing(window, dialog, monkeypatch):
    monkeypatch.setattr("desktop.files.QFileDialog.getSaveFileName", lambda *_: ("", ""))
    dialog.save.click()
    assert dialog.isVisible()
    dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert not dialog.isVisible()
    assert not window.status._cancel.isVisible()


def test_what_was_chosen_stays_for_the_next_time(window, dialog):
    dialog.title.setText("第二版")
    dialog.reject()
    window.menus.actions["report"].trigger()
    assert window.hand_over._report_dialog is dialog
    assert dialog.title.text() == "第二版"
