"""What is shipped beside the code: fonts, icons, translations, styles, parts of web pages, and the way to find them."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
FONT_FAMILY = "Noto Sans TC"


def font_files() -> tuple[Path, ...]:
    """Return the shipped font files, regular weight first."""
    return (FOLDER / "fonts" / "NotoSansTC-Regular.ttf", FOLDER / "fonts" / "NotoSansTC-Bold.ttf")


def translation_file(language: str) -> Path | None:
    """Return the compiled Qt catalogue of a language, or None for English, the language of the source strings."""
    return FOLDER / "translations" / "lifecircles_zh_TW.qm" if language == "zh" else None


def show_part(name: str) -> str:
    """Return a part of the pages that show themselves in a browser: ``show.css`` or ``show.js``."""
    return (FOLDER / "show" / name).read_text(encoding="utf-8")


def icon_file() -> Path:
    """Return the picture of the program's icon."""
    return FOLDER / "icons" / "app.png"
