"""Charts in the font of the map."""

from __future__ import annotations

import resources


def use_in_matplotlib() -> None:
    """Register the shipped fonts and make them Matplotlib's default; imports Matplotlib only now, for it takes long."""
    import matplotlib
    from matplotlib import font_manager

    for path in resources.font_files():
        font_manager.fontManager.addfont(path)
    matplotlib.rcParams["font.family"] = [resources.FONT_FAMILY]
    matplotlib.rcParams["axes.unicode_minus"] = True
    # Hinted letters are moved to whole pixels, so that words run together at the size of notes.
    matplotlib.rcParams["text.hinting"] = "none"
