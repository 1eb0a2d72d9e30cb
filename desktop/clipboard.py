"""What goes to the clipboard: a picture, or a table as spreadsheets and word processors take it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage


def copy_picture(picture: QImage, words: str) -> None:
    """Put a picture on the clipboard, with ``words`` for programs that take text only."""
    mime = QMimeData()
    mime.setImageData(picture)
    mime.setText(words)
    QGuiApplication.clipboard().setMimeData(mime)


def copy_table(tsv: str, html: str) -> None:
    """Put a table on the clipboard: between tabs for spreadsheets, as HTML for letters and mails."""
    mime = QMimeData()
    mime.setText(tsv)
    mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)
