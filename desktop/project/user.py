"""Who is working: the name that others read when they find a project open."""

from __future__ import annotations

import getpass


def user_name() -> str:
    """Return the name of the user, '' where the system tells none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
