import sys

from PySide6.QtGui import QColor, QImage, QPainter, QPen


def test_painting_loses_no_reference_to_none(qapp: object) -> None:
    """PySide6 6.12.0 on CPython 3.11 gives back one reference to None too many in every call that returns it.

    A painting loop then ends the process. From Python 3.12 on None is immortal, and its count never moves.
    """
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pen = QPen(QColor("black"))
    before = sys.getrefcount(None)
    for _ in range(10_000):
        painter.setPen(pen)
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 100
