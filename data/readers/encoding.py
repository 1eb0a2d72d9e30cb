"""In which encoding a text file of Taiwan is written: Unicode with or without a mark, or one of the Big5 family."""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from data.errors import InputError, UnknownNameError
from data.readers.bounds import unreadable

STRICT = ("utf-8", "cp950", "big5hkscs")
"""Tried in this order: UTF-8 refuses nearly everything else, and Big5-HKSCS takes nearly everything."""

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp950", "big5hkscs")
"""What the user may choose."""

_MARKED = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_ALIASES = {"big5": "cp950", "utf-16": "utf-16", "utf-8-sig": "utf-8-sig"}
_CHUNK = 1 << 20
_TOLERATED = 0.01
"""Share of a file's characters that may be lost; beyond, it is not text in that encoding."""
_PLAUSIBLE = 0.98
"""Share of characters that text without a mark must have in Latin, Chinese or punctuation to be UTF-16."""
_BLOCKS = ((0x20, 0x7F), (0xA0, 0x100), (0x2000, 0x2700), (0x3000, 0xA000), (0xE000, 0xFB00), (0xFE30, 0xFFF0))
_SAMPLE = 40_000  # bytes that are looked at for it


@dataclass(frozen=True)
class TextEncoding:
    """How the bytes of a file are read, and whether that loses characters."""

    name: str
    lost: int = 0
    """characters; not all are counted where the encoding was chosen"""


def marked(head: bytes) -> str:
    """Return the encoding that the first bytes state, '' where they do not."""
    return next((name for mark, name in _MARKED.items() if head.startswith(mark)), "")


def decoded(content: bytes) -> str | None:
    """Return text in the encoding that its mark states, or in the first of STRICT that fits; None where none does."""
    stated = marked(content)
    for name in (stated,) if stated else STRICT:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    return None


def chosen(name: str) -> str:
    """Return the codec of an encoding that the user named. Raises UnknownNameError."""
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        codec = ""
    codec = _ALIASES.get(codec, codec)
    if codec not in (*ENCODINGS, *_ALIASES.values()):
        raise UnknownNameError(
            "{name} is not an encoding that is read; valid are {valid}.", name=name, valid=", ".join(ENCODINGS)
        )
    return codec


def detect(path: Path, choice: str = "") -> TextEncoding:
    """Return the encoding of a text file: the chosen one, else the stated one, else that which loses least.

    Reads the whole file, in pieces. Raises UnknownNameError for a choice there is not, InputError where the file is
    not text in any encoding, UserError where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_CHUNK)
            if choice:
                name = _without_mark(chosen(choice), head)
                return TextEncoding(name, _lost(file, name, 0))
            found = _found(file, head)
    except OSError as error:
        raise unreadable(path, error) from None
    if found is None:
        raise InputError("{file} is not a text file in UTF-8, UTF-16 or Big5.", file=path.name)
    return found


def _without_mark(name: str, head: bytes) -> str:
    """Return the encoding that leaves out the mark of a file, which is no character of its first cell."""
    mark = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(name)
    return _MARKED[mark] if mark and head.startswith(mark) else name


def least_lossy(content: bytes) -> str:
    """Return the encoding of STRICT that loses least of some bytes, the first of those that lose equally little."""
    return min(STRICT, key=lambda name: _lost(io.BytesIO(content), name))


def _found(file: BinaryIO, head: bytes) -> TextEncoding | None:
    stated = marked(head)
    candidates = (stated,) if stated else (*_unmarked_utf16(head), *STRICT)
    tolerated = int(file.seek(0, 2) * _TOLERATED)
    best = None
    for name in candidates:
        lost = _lost(file, name, tolerated)
        if not lost:
            return TextEncoding(name)
        if lost <= tolerated and (best is None or lost < best.lost):
            best = TextEncoding(name, lost)
    return best


def _lost(file: BinaryIO, name: str, tolerated: int | None = None) -> int:
    """Return how many characters are lost in an encoding; counting ends beyond what is tolerated."""
    decoder = codecs.getincrementaldecoder(name)("replace")
    lost = 0
    file.seek(0)
    while chunk := file.read(_CHUNK):
        text = decoder.decode(chunk)
        lost += text.count("\ufffd") + text.count("\0")
        if tolerated is not None and lost > tolerated:
            return lost
    return lost + decoder.decode(b"", True).count("\ufffd")


def _unmarked_utf16(head: bytes) -> tuple[str, ...]:
    """Return the byte order in which a text without a mark is plausible: its digits and commas have zero bytes."""
    if 0 not in head:
        return ()
    sample = head[: min(len(head), _SAMPLE) // 2 * 2]
    texts = {name: sample.decode(name, "replace") for name in ("utf-16-le", "utf-16-be")}
    name = max(texts, key=lambda one: sum(map(str.isascii, texts[one])))
    usual = sum(character in "\t\r\n" or _is_usual(ord(character)) for character in texts[name])
    return (name,) if sample and usual >= _PLAUSIBLE * len(texts[name]) else ()


def _is_usual(code: int) -> bool:
    return any(first <= code < last for first, last in _BLOCKS)
