"""What goes to the clipboard: a picture, or a table as spreadsheets and word processors take it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage


class Clipboard:
    """Knows what of it is ours.

    A QMimeData made in Python that is still on the clipboard when Qt ends takes the process with it (docs/pitfalls.md).
    """

    def __init__(self) -> None:
        self._copied: QMimeData | None = None

    def put_picture(self, picture: QImage, words: str) -> None:
        """Copy a picture, with ``words`` for programs that take text only."""
        mime = QMimeData()
        mime.setImageData(picture)
        mime.setText(words)
        self._put(mime)

    def put_table(self, tsv: str, html: str) -> None:
        """Copy a table: between tabs for spreadsheets, as HTML for letters and mails."""
        mime = QMimeData()
        mime.setText(tsv)
        mime.setHtml(html)
        self._put(mime)

    def let_go(self) -> None:
        """Give what is still there to Qt, as a picture or else as text; to be called before the program ends."""
        board = QGuiApplication.clipboard()
        if self._copied is None or board.mimeData() is not self._copied:
            return
        self._copied = None
        if board.mimeData().hasImage():
            board.setImage(board.image())
        else:
            board.setText(board.text())

    def _put(self, mime: QMimeData) -> None:
        self._copied = mime
        QGuiApplication.clipboard().setMimeData(mime)
