"""The words of the scene list: kinds of scenes, panels, transitions."""

from __future__ import annotations

from collections.abc import Mapping

from data.scene import PanelId, Scene, SceneKind, Transition
from desktop.briefing.scenes_looks import Look
from desktop.words import mark
from maps.charts.catalogue import CHART_IDS, chart_name
from maps.texts import Texts

_KINDS: Mapping[SceneKind, str] = {
    "map": mark("Scenes", "Map"),
    "title": mark("Scenes", "Title"),
    "section": mark("Scenes", "Section"),
    "closing": mark("Scenes", "Closing"),
}
TRANSITION_WORDS: Mapping[Transition, str] = {
    "fly": mark("Scenes", "Fly there"),
    "cut": mark("Scenes", "Cut"),
}


def kind_word(texts: Texts, kind: SceneKind) -> str:
    """Return what a kind of scene is called."""
    return texts.translate("Scenes", _KINDS[kind])


def panel_words(texts: Texts) -> dict[PanelId, str]:
    """Return what can stand beside the map of a scene."""
    charts: dict[PanelId, str] = {one: chart_name(texts, one) for one in CHART_IDS}
    nothing, scorecard = texts.translate("Scenes", "Nothing"), texts.translate("Scenes", "Scorecard")
    return {"": nothing, "scorecard": scorecard, **charts}


def title_of(scene: Scene, look: Look | None, texts: Texts) -> str:
    """Return the title of a scene with its fields filled, as far as it is known yet; else what kind of scene it is."""
    raw = scene.title.text(texts.language) or scene.title.en
    title = raw if look is None else look.title
    return title or kind_word(texts, scene.kind)
