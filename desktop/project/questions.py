"""Questions with answers in words, and sentences. Names from outside are text in them, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

CANCEL = "cancel"


@dataclass(frozen=True)
class Answer:
    """One way to answer: a button."""

    key: str
    words: str
    role: QMessageBox.ButtonRole = QMessageBox.ButtonRole.ActionRole


def ask(
    parent: QWidget, title: str, question: str, answers: Sequence[Answer], more: str = "", *, is_fault: bool = False
) -> str:
    """Ask, and return the key of the answer; Escape is the last, Return the first one that destroys nothing."""
    # Behind a show or the window of sheets nobody would see the question.
    box = QMessageBox(QApplication.activeWindow() or parent)
    box.setIcon(QMessageBox.Icon.Warning if is_fault else QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(more)
    buttons: dict[str, QPushButton] = {}
    for answer in answers:
        buttons[answer.key] = box.addButton(answer.words, answer.role)
        # The style would put pictures on some of them.
        buttons[answer.key].setObjectName(answer.key)
    safe = (one for one in answers if one.role is not QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(buttons[next(safe, answers[-1]).key])
    box.setEscapeButton(buttons[answers[-1].key])
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return next((key for key, button in buttons.items() if button is chosen), answers[-1].key)


def tell(parent: QWidget, title: str, sentence: str, more: str = "") -> QMessageBox:
    """Show a sentence that stays until it was read, and does not hold up the program."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.setInformativeText(more)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
