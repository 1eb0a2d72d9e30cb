"""A session on the real data, the window of imports on it, and small files as offices write them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from data.project import Project
from desktop.session import Session
from maps.view import READY_VIEWS

LIST = """衛生所遠距醫療據點一覽表
據點名稱,地址,啟用日期,床數
海端鄉衛生所,台東縣海端鄉海端村56號,114/3/1,2
蘭嶼鄉衛生所,臺東縣蘭嶼鄉紅頭村36號,113年12月,無
延平鄉衛生所,臺東縣延平鄉桃源村152號,112/5/20,3
不明衛生所,臺東縣海瑞鄉某村1號,111/1/1,1
合計,,,6
"""
"""Five rows of an office list: one with a fault that can be put right, and a row of totals."""


@pytest.fixture
def session(qapp, data):
    return Session(Project.start(data), replace(READY_VIEWS["overview"], language="en"))


@pytest.fixture
def office_list(tmp_path):
    """The list in Big5, as Excel saves it."""
    path = tmp_path / "遠距據點.csv"
    path.write_text(LIST, encoding="cp950", newline="\r\n")
    return path


@pytest.fixture
def wizard(qtbot, session, tmp_path):
    """The window of imports without the main window, which takes longer to open."""
    from desktop.intake.window import ImportWindow

    parent = QWidget()
    qtbot.addWidget(parent)
    window = ImportWindow(session, tmp_path / "settings", parent)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.state.forget()
    window.close()
    window.close_workers()
