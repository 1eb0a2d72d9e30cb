"""Whether the system asks for less motion, or shows its screen over a line that is too slow for it."""

from __future__ import annotations

import ctypes
import os
import sys

from PySide6.QtWidgets import QApplication, QStyle

_REMOTE_SESSION = 0x1000
"""SM_REMOTESESSION of GetSystemMetrics"""
_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of SystemParametersInfoW: "Show animations in Windows" """
_REMOTE = ("SSH_CONNECTION", "XRDP_SESSION", "VNCDESKTOP")
"""Set where the session comes over the network"""


def system_is_calm() -> bool:
    """Tell whether scenes had better cut than fly."""
    return _is_remote() or _wants_calm()


def _is_remote() -> bool:
    if sys.platform == "win32":
        return bool(ctypes.windll.user32.GetSystemMetrics(_REMOTE_SESSION))
    return any(os.environ.get(name) for name in _REMOTE)


def _wants_calm() -> bool:
    if sys.platform == "win32":
        shown = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0)
        return not shown.value
    style = QApplication.style()
    hints = QStyle.StyleHint.SH_Widget_Animate, QStyle.StyleHint.SH_Widget_Animation_Duration
    return any(style.styleHint(hint) <= 0 for hint in hints)
