"""Painting a widget so that a fault of the program ends neither the program nor the show."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from traceback import extract_tb
from weakref import WeakKeyDictionary

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)
_known: WeakKeyDictionary[QWidget, set[tuple[str, int | None]]] = WeakKeyDictionary()
"""Where faults arose in the painting of a widget: one that comes back with every picture is told once."""


@contextmanager
def painting(widget: QWidget, instead: Callable[[QPainter], object] | None = None) -> Iterator[QPainter]:
    """Hand over the painter of a ``paintEvent`` and end it whatever happens.

    A fault is logged and, when the event loop comes round again, handed to the handler of unexpected ones: raised out
    of a ``paintEvent`` it may end the process. ``instead`` then paints what needs no more than finished pictures.
    """
    painter = QPainter(widget)
    try:
        yield painter
    except Exception as fault:
        _tell_once(widget, fault)
    else:
        instead = None
    finally:
        painter.end()
    if instead is not None:
        painter = QPainter(widget)
        instead(painter)
        painter.end()


def _tell_once(widget: QWidget, fault: Exception) -> None:
    last = extract_tb(fault.__traceback__)[-1]
    known = _known.setdefault(widget, set())
    if (last.filename, last.lineno) not in known:
        known.add((last.filename, last.lineno))
        _log.exception("painting failed")
        # Its traceback holds painters that were not ended.
        QTimer.singleShot(0, partial(_raise, fault.with_traceback(None)))


def _raise(fault: Exception) -> None:
    raise fault
