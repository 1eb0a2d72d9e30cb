import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

import resources
from resources.subset_fonts import BIG5, encoded, printable, project_text

FONTS = resources.font_files()

# Noto Sans TC as published has no glyph for these two characters of cp950.
ABSENT = {ord("ˍ"), ord("≒")}


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
class TestEachFont:
    def test_has_every_character_that_the_program_may_show(self, path: Path) -> None:
        glyphs = TTFont(path).getBestCmap().keys()
        assert not {chr(point) for point in printable(project_text()) - glyphs}

    def test_has_all_of_big5(self, path: Path) -> None:
        assert encoded(BIG5) - TTFont(path).getBestCmap().keys() == ABSENT

    @pytest.mark.parametrize("text", ["堃喆犇栢", "◆◇▲△✚■□●○", "≥≤±×−→", "（％）：「臺」", "Āéß", "㎡①℃"])
    def test_has_names_and_symbols(self, path: Path, text: str) -> None:
        assert printable(text) <= TTFont(path).getBestCmap().keys()

    def test_is_small_enough_to_ship(self, path: Path) -> None:
        assert path.stat().st_size < 6_000_000


def test_both_weights_hold_the_same_characters() -> None:
    regular, bold = (TTFont(path).getBestCmap().keys() for path in FONTS)
    assert regular == bold


def test_qt_finds_both_weights_in_one_family(qapp: object) -> None:
    for path in FONTS:
        number = QFontDatabase.addApplicationFont(str(path))
        assert QFontDatabase.applicationFontFamilies(number) == [resources.FONT_FAMILY]
    regular, bold = QFont(resources.FONT_FAMILY, 40), QFont(resources.FONT_FAMILY, 40, QFont.Weight.Bold)
    assert QFontMetricsF(regular).horizontalAdvance("Map") < QFontMetricsF(bold).horizontalAdvance("Map")


def test_matplotlib_draws_chinese_with_the_shipped_fonts(tmp_path: Path) -> None:
    """In a process of its own, because the fonts stay registered; a missing glyph is a warning, and that an error."""
    code = (
        "import matplotlib; matplotlib.use('agg')\n"
        "from matplotlib import pyplot\n"
        "from resources.matplotlib_fonts import use_in_matplotlib\n"
        "use_in_matplotlib()\n"
        "figure, axes = pyplot.subplots()\n"
        "axes.set_title('六圈均衡圖臺 −5 % ≥ 95 ◆▲✚')\n"
        "axes.set_xlabel('每十萬人據點數', weight='bold')\n"
        "axes.plot([-1, 1])\n"
        "figure.savefig('chart.png')\n"
        "from matplotlib.font_manager import findfont, FontProperties\n"
        "print(findfont(FontProperties()), findfont(FontProperties(weight='bold')), sep='\\n')\n"
    )
    command = [sys.executable, "-W", "error::UserWarning", "-c", code]
    search = {**os.environ, "PYTHONPATH": str(resources.FOLDER.parent), "MPLCONFIGDIR": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=search, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(path) for path in FONTS]
