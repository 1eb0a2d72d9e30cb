"""Words on the map in either language, through Qt Linguist catalogues.

A ``Texts`` is asked for its language explicitly instead of installing a global translator, so that a sheet in English
can be drawn by a worker while the window speaks Chinese.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator

import resources
from data.model import Language

_SIGNS = {">=": "≥ ", "<=": "≤ "}


class Texts:
    """The program's sentences in one language; the English source is the fallback."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.locale = QLocale("zh_TW" if language == "zh" else "en_GB")
        self._translator: QTranslator | None = None
        catalogue = resources.translation_file(language)
        if catalogue is not None:
            self._translator = QTranslator()
            self._translator.load(str(catalogue))

    def translate(self, context: str, source: str) -> str:
        """Return ``source`` in this language. Placeholders are filled by the caller with ``str.format``."""
        if self._translator is None:
            return source
        return self._translator.translate(context, source) or source

    def number(self, value: float, decimals: int = 0, bound: str = "") -> str:
        """Return ``value`` with grouped digits, as this language writes numbers, behind its ``bound`` (>= or <=).

        A half of what is counted in whole numbers is written as a half: a township split between two circles would
        else make their counts add up to more than the nation's. The minus is as wide as a plus, for a hyphen would look
        like part of a range; what reads as zero has none.
        """
        if decimals == 0 and abs(value) % 1 == 0.5:
            decimals = 1
        digits = self.locale.toString(abs(float(value)), "f", decimals)
        minus = "−" if value < 0 and any(digit in digits for digit in "123456789") else ""
        return _SIGNS.get(bound, "") + minus + digits
