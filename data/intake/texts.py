"""Cells as text: one width of digits and letters, no invisible characters, no padding.

Punctuation of names stays as it is written (（）、．), and so does 台: 台灣大學 is a name. Only names of areas are
written with 臺 (``data.intake.places``), because there the official form is known.
"""

from __future__ import annotations

import re
import unicodedata

from data.cells import guarded
from data.intake.cleaned import Cleaned, Note, check_length, shown
from data.marking import mark

WIDTH = mark(
    "Intake",
    "Cells whose full-width digits, letters or spaces were written half-width: {count}, for example {old} → {new}.",
)
INVISIBLE = mark("Intake", "Cells whose characters that cannot be seen were left out: {count}, for example {new}.")
GUARD = mark(
    "Intake",
    "Cells whose ' against being taken for a formula was left out: {count}, for example {old} → {new}.",
)

_DIGITS = "０１２３４５６７８９"
_CAPITALS = "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
_SMALL = "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
_LETTERS = _DIGITS + _CAPITALS + _SMALL + "\u3000"
_FULL_WIDTH = str.maketrans(_LETTERS, unicodedata.normalize("NFKC", _LETTERS))
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ\u3000]")
_SPACES = re.compile(r"\s+")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
"""Control characters, marks of direction and width, and halves of surrogate pairs, which no file can hold."""


def clean_text(raw: str) -> Cleaned[str]:
    """Return a cell in one line and one width. Raises Refusal for one that is far too long.

    Characters that Unicode holds twice become one (NFC), so that the same name is found again; spaces around are no
    remark, since every list has them.
    """
    check_length(raw)
    if raw.startswith("'") and raw == guarded(raw[1:]):  # as refused rows and exports are saved
        bare = clean_text(raw[1:])
        return Cleaned(bare.value, (*bare.remarks, Note(GUARD, shown(raw), shown(bare.value))))
    if raw.isprintable() and not _WIDE.search(raw) and unicodedata.is_normalized("NFC", raw):
        return Cleaned(_SPACES.sub(" ", raw.strip()) if "  " in raw else raw.strip())
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", raw))  # line feeds and tabs are spaces, not to be lost
    seen = text
    if not text.isprintable():
        seen = "".join(letter for letter in text if unicodedata.category(letter) not in _UNSEEN)
    folded = _SPACES.sub(" ", unicodedata.normalize("NFC", seen.translate(_FULL_WIDTH))).strip()
    remarks = []
    if seen != text:
        remarks.append(Note(INVISIBLE, shown(raw.strip()), shown(folded)))
    if _WIDE.search(seen.strip()):
        remarks.append(Note(WIDTH, shown(seen.strip()), shown(folded)))
    return Cleaned(folded, tuple(remarks))
