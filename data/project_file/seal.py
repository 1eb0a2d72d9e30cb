"""The seal of a project file: a SHA-256 of all its bytes, kept in it, that tells whether it is as it was saved.

It is no signature: it tells a slip of the disk or another program (QGIS), not somebody who means to deceive.
"""

from __future__ import annotations

import hashlib
import secrets

KEY = "seal"
_LENGTH = 64
_BLANK = b"0" * _LENGTH


def blank_seal() -> str:
    """Return a text that is put where the seal shall be, and is nowhere else in the file."""
    return secrets.token_hex(_LENGTH // 2)


def sealed(content: bytes, blank: str) -> bytes:
    """Return a file with its seal where it has ``blank``."""
    raw = blank.encode()
    return content.replace(raw, _digest(content.replace(raw, _BLANK)))


def is_intact(content: bytes, seal: str) -> bool:
    """Tell whether a file is, to the last bit, the one that got this seal."""
    raw = seal.encode()
    return len(raw) == _LENGTH and _digest(content.replace(raw, _BLANK)) == raw


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
