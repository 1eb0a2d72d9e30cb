"""The real program in a process of its own, up to its first complete map; started by ``benchmarks.start``.

Prints one line of JSON: when the map was on screen, which modules had been imported, how much memory it took.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

LATE = ("matplotlib", "mapclassify", "pandas", "geopandas", "scipy", "pyogrio", "pptx", "openpyxl")
"""What the first map must not wait for."""

GIVE_UP_MS = 60_000


def main(settings_file: Path) -> int:
    """Open the window as the command does, walk through the ready views, and leave."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from desktop import app, cli  # the command line is what the user starts
    from desktop.settings import Settings

    result: dict[str, Any] = {"imported": time.time(), "command": cli.__name__}
    application = QApplication(["lifecircles"])
    QTimer.singleShot(0, lambda: _watch(result))
    QTimer.singleShot(GIVE_UP_MS, lambda: application.exit(1))
    code = app.run([], remembered=Settings(settings_file))
    if code == 0:
        print(json.dumps(result))
    return code


def _watch(result: dict[str, Any]) -> None:
    """Note the moment when the first sharp picture is on screen, then show the other views and note the memory."""
    from PySide6.QtWidgets import QApplication

    from desktop.window import MainWindow
    from maps.view import READY_VIEWS

    window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
    canvas = window.canvas
    left = [*READY_VIEWS, *READY_VIEWS]

    def settled() -> None:
        if "shown" not in result:
            canvas.repaint()
            result["shown"] = time.time()
            result["late"] = [name for name in LATE if name in sys.modules]
            result["canvas"] = [canvas.width(), canvas.height()]
            result["memory_first"] = memory_mb("VmRSS")
        if len(left) == len(READY_VIEWS):
            canvas.zoom_by(8)  # from here on each view is shown near by
        if left:
            window.show_view(left.pop())
            return
        result["memory_views"] = memory_mb("VmRSS")
        result["memory_peak"] = memory_mb("VmHWM")
        window.close_for_the_system()
        QApplication.exit(0)

    canvas.settled.connect(settled)
    if canvas.is_ready():
        settled()


def memory_mb(field: str) -> float | None:
    """Return a figure of this process from Linux' own account, in MB; None where there is none."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(field + ":"))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
