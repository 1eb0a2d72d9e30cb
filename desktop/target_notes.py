"""The notes of the policy targets, which the data set has in English only: quoted, and without mere references."""

from __future__ import annotations

import re

from maps.texts import Texts

_LINES = r"lines? [0-9]+(?:(?:-|/|, | and | & )[0-9]+)*"
_BEFORE = r"also|again in|repeated at|year from|definition|same target as|shown again under heading \S+ at"
_REFERENCE = re.compile(rf"(?:(?:{_BEFORE}) )?{_LINES}")
_ASIDE = re.compile(rf" \({_LINES}\)")


def quoted(texts: Texts, note: str) -> str:
    """Return a note as what it is, a remark in English; '' where it only says on what lines else the text speaks of it.

    Those lines are counted in a working copy of the document, which no reader has.
    """
    parts = [_ASIDE.sub("", part).strip() for part in note.split("; ")]
    said = "; ".join(part for part in parts if part and not _REFERENCE.fullmatch(part))
    if not said:
        return ""
    return (
        texts.translate("Targets", "Original remark (English): {note}").format(note=said)
        if (texts.language == "zh")
        else said
    )
