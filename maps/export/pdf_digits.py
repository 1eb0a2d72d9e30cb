"""Fewer digits in a PDF file of many pages: what Qt writes beyond them no printer can show, and it fills half the file.

QPdfWriter writes nine digits of every coordinate. Five are a hundredth of a mm on the
largest of pages that are bound.
"""

from __future__ import annotations

import re
import zlib

_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_STREAM = re.compile(rb"/Length (\d+) 0 R\n/Filter /FlateDecode\n>>\nstream\n(.*)\nendstream", re.DOTALL)
_DIGITS = re.compile(rb"(?<![\d.])(\d{4,5}\.\d|\d{3}\.\d\d|\d\d\.\d{3})\d+")


def fewer_digits(objects: dict[int, bytes]) -> None:
    """Cut the numbers on all pages to five digits, in the objects of a file by number. Text and pictures stay."""
    for page in list(objects.values()):
        contents = _CONTENTS.search(page)
        if contents is None:
            continue
        number = int(contents[1])
        stream = _STREAM.search(objects[number])
        if stream is None:
            raise AssertionError("QPdfWriter compresses its pages in one way")
        packed = zlib.compress(_DIGITS.sub(rb"\1", zlib.decompress(stream[2])))
        body = objects[number]
        objects[number] = body[: stream.start(2)] + packed + body[stream.end(2) :]
        length = int(stream[1])
        objects[length] = b"%d 0 obj\n%d\nendobj\n" % (length, len(packed))
