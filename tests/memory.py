"""What the allocator keeps at hand after pictures are freed, and how it is given back."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Return to the system what the allocator keeps; where there is no such call, nothing happens."""
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
