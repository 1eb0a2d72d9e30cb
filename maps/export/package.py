"""What office files ask for: text that XML can hold, and packages that are the same whenever they are written."""

from __future__ import annotations

import io
import re
import zipfile

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped: control characters, half pairs and non-characters."""

_REPLACEMENT = "\ufffd"
_OLDEST = (1980, 1, 1, 0, 0, 0)
_WRITTEN = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_CORE = "docProps/core.xml"


def legal(text: str) -> str:
    """Return ``text`` with every character that XML cannot hold replaced."""
    return _ILLEGAL.sub(_REPLACEMENT, text)


def abbreviated(text: str, most: int) -> str:
    """Return at most so many characters of a text, with an ellipsis where some are left out."""
    return text if len(text) <= most else text[: most - 1] + "…"


def timeless(package: bytes) -> bytes:
    """Return an Office Open XML package without the time it was written, those that it contains likewise.

    The same content is then the same file.
    """
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == _CORE:
                content = _WRITTEN.sub(b"", content)
            elif entry.filename.endswith(".xlsx"):
                content = timeless(content)
            plain = zipfile.ZipInfo(entry.filename, _OLDEST)
            plain.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(plain, content)
    return result.getvalue()
