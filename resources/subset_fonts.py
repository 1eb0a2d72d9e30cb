"""Make the shipped fonts from the complete ones.

``python -m resources.subset_fonts --from FOLDER`` reads ``NotoSansTC_400Regular.ttf`` and ``NotoSansTC_700Bold.ttf``
from anywhere under FOLDER (the unpacked npm package ``@expo-google-fonts/noto-sans-tc@0.4.3``) and writes the two files
of ``resources.font_files()``. The same input gives the same bytes. Needs the development environment (fontTools).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

import resources
from resources.update_translations import code_files

ROOT = resources.FOLDER.parent
ORIGINALS = ("NotoSansTC_400Regular.ttf", "NotoSansTC_700Bold.ttf")

# What people may bring in with their own files, beside all of Big5 (as Windows knows it) and the everyday half of its
# Hong Kong supplement, which holds the 堃, 喆 and 犇 of personal names. The other half would add a megabyte.
BIG5 = "cp950"
SUPPLEMENT = "big5hkscs"
EVERYDAY = range(0x4E00, 0xA000)  # the first block of CJK ideographs
BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A
    (0x0370, 0x03FF),  # Greek
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x218F),  # letterlike symbols and number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x24FF),  # enclosed numbers
    (0x2500, 0x25FF),  # boxes, blocks, geometric shapes
    (0x2600, 0x27BF),  # symbols and dingbats
    (0x3000, 0x303F),  # CJK punctuation
    (0x3040, 0x30FF),  # kana
    (0x3100, 0x312F),  # bopomofo
    (0x31A0, 0x31BF),  # bopomofo of Taiwanese and Hakka
    (0x3200, 0x33FF),  # enclosed CJK and units
    (0xFE30, 0xFE4F),  # vertical forms
    (0xFF00, 0xFFEF),  # full-width and half-width forms
)

# Those that are applied unasked; nothing here is set vertically, so that the vertical metrics go too.
FEATURES = ("ccmp", "kern", "liga", "locl", "mark")
DROPPED_TABLES = ("vhea", "vmtx", "VORG", "DSIG")


def project_text(root: Path = ROOT) -> str:
    """Return everything the program may show: data set, catalogue and source code."""
    paths = [*root.glob("data/sets/*.csv"), *root.glob("resources/translations/*.ts"), *code_files(root)]
    return "".join(path.read_text("utf-8") for path in sorted(paths))


def printable(text: str) -> set[int]:
    """Return the code points of a text that leave ink."""
    return {ord(character) for character in text if character.isprintable()}


def repertoire() -> set[int]:
    """Return the code points that the shipped fonts keep, as far as the original has them."""
    wanted = {point for first, last in BLOCKS for point in range(first, last + 1)}
    wanted |= encoded(BIG5)
    wanted |= encoded(SUPPLEMENT) & set(EVERYDAY)
    return wanted | printable(project_text())


def encoded(encoding: str) -> set[int]:
    """Return the code points that the two-byte codes of an encoding stand for."""
    pairs = (bytes([lead, trail]) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    return printable("".join(pair.decode(encoding, "ignore") for pair in pairs))


def make(original: Path, target: Path) -> None:
    """Write the subset of one font."""
    options = subset.Options(
        layout_features=list(FEATURES),
        hinting=False,
        drop_tables=list(DROPPED_TABLES),
        notdef_outline=True,
        name_IDs=["*"],
        name_languages=["*"],
    )
    with TTFont(original, recalcTimestamp=False) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=repertoire())
        subsetter.subset(font)
        font.save(target)
    print(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB")


def main() -> int:
    """Make both weights."""
    parser = argparse.ArgumentParser(prog="python -m resources.subset_fonts")
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="where the complete fonts lie")
    folder = parser.parse_args().folder
    for name, target in zip(ORIGINALS, resources.font_files(), strict=True):
        found = sorted(folder.rglob(name))
        if not found:
            parser.error(f"there is no {name} under {folder}")
        target.parent.mkdir(exist_ok=True)
        make(found[0], target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
