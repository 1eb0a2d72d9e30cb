"""Cells as the codes that sites of a layer are told apart by: categories and grades, in the words of both languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from data import vocabulary
from data.intake.cleaned import Cleaned, Note, Refusal, shown
from data.intake.texts import clean_text
from data.marking import mark
from data.model import Layer
from data.names import fold

KEPT = mark(
    "Intake", "Cells with a category that the maps do not know, kept as it is written: {count}, for example {old}."
)
ROLE = mark("Intake", "Cells taken as telemedicine points: {count}, for example {old}.")

_CODES: Mapping[Layer, tuple[str, ...]] = {
    Layer.AI: (
        "science-park", "data-centre", "ai-demonstration-field", "semiconductor-fab-cluster", "research-institute",
        "ai-innovation-base", "industrial-park", "compute-centre", "talent-centre", "software-park", "startup-base",
        "quantum-lab", "robotics-centre", "digital-nomad-base", "photonics",
    ),
    Layer.BROADBAND: (
        "submarine_cable_landing", "domestic_cable_landing", "resilient_base_station", "microwave_backup",
        "satellite_emergency_site", "shared_base_station",
    ),
    Layer.HOSPITAL: ("medical-centre", "regional", "district"),
    Layer.TELEMEDICINE: ("spoke", "hub"),
}  # fmt: skip

_OTHERS: Mapping[Layer, Mapping[str, str]] = {
    Layer.HOSPITAL: {
        **dict.fromkeys(("醫學中心級", "醫中"), "medical-centre"),
        **dict.fromkeys(("準醫學中心", "區域級", "區域", "區域教學醫院"), "regional"),
        **dict.fromkeys(("地區級", "地區", "地區教學醫院"), "district"),
    },
    Layer.TELEMEDICINE: {
        **dict.fromkeys(("據點", "近端", "在地端", "衛生所", "點"), "spoke"),
        **dict.fromkeys(("支援醫院", "遠距端", "醫院", "支援端", "醫學中心", "樞紐"), "hub"),
    },
}

GRADES = ("severe", "moderate", "general", "none")
"""Of emergency hospitals, the highest first."""


def _both(code: str) -> tuple[str, str]:
    name = vocabulary.words(code)
    return name.zh, name.en


_GRADES: Mapping[str, str] = {
    **dict.fromkeys(("重度級", "重度", "severe"), "severe"),
    **dict.fromkeys(("中度級", "中度", "moderate"), "moderate"),
    **dict.fromkeys(("一般級", "一般", "general"), "general"),
    **dict.fromkeys(("無", "非急救責任醫院", "none"), "none"),
    **{name: code for code in GRADES for name in _both(code)},
}


@lru_cache(maxsize=len(Layer))
def _known(layer: Layer) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code in _CODES.get(layer, ()):
        name = vocabulary.words(code)
        found |= {fold(text): code for text in (code, name.zh, name.en) if text}
    return found | {fold(word): code for word, code in _OTHERS.get(layer, {}).items()}


@lru_cache(maxsize=4_000)
def category_of(raw: str, layer: Layer, default: str) -> Cleaned[str]:
    """Return the category of a site of ``layer``; words that are none are kept, of telemedicine ``default``.

    A telemedicine point is a spoke or a hub, which measures rely on. Raises Refusal for a text far too long.
    """
    cleaned = clean_text(raw)
    if not (key := fold(cleaned.value)):
        return Cleaned(default)
    if (code := _known(layer).get(key)) is not None:
        return Cleaned(code)
    if layer is Layer.TELEMEDICINE:
        return Cleaned(default, (Note(ROLE, shown(cleaned.value)),))
    return Cleaned(cleaned.value, (Note(KEPT, shown(cleaned.value)),))


@lru_cache(maxsize=1_000)
def grade_of(raw: str) -> Cleaned[str]:
    """Return the emergency grade of a hospital, '' where nothing is said. Raises Refusal for other words."""
    text = clean_text(raw).value
    if not fold(text):
        return Cleaned("")
    for word in (text, text.removesuffix("急救責任醫院"), text[:3]):
        if word.strip() in _GRADES:
            return Cleaned(_GRADES[word.strip()])
    raise Refusal("{value} is no emergency grade; they are 重度級, 中度級, 一般級 and 無.", value=shown(raw))
