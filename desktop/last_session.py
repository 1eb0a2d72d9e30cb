"""The project and the view with which a window begins, and what it leaves for the next one."""

from __future__ import annotations

from typing import cast

from data.balance.evaluate import indicator_ids
from data.balance.indicators import BROADBAND_INDICATORS
from data.dataset import DataSet
from data.project import Project
from desktop import settings
from desktop.settings import Settings
from maps.symbology import Symbology
from maps.view import MapView, ThemeName


def first_project(data: DataSet, remembered: Settings) -> Project:
    """Return the project of the last session, without its scenario."""
    definition = remembered.get(settings.DEFINITION)
    if definition not in data.definitions:
        definition = data.default_definition
    return Project(data, definition, remembered.get(settings.OVERLAP))


def first_view(remembered: Settings) -> MapView:
    """Return the view of the last session, in the colours of normal sight: a preview ends with the program."""
    drawing = {field: remembered.get(setting) for field, setting in settings.DRAWING.items()}
    known = indicator_ids()
    if drawing["proportional"] not in known:
        drawing["proportional"] = settings.DRAWING["proportional"].default
    choropleth = remembered.get(settings.CHOROPLETH)
    if choropleth not in known:
        choropleth = BROADBAND_INDICATORS[0]
    if drawing["second"] not in known or drawing["second"] == choropleth:
        drawing["second"] = ""
    return MapView(
        remembered.get(settings.VIEW),
        remembered.get(settings.LANGUAGE),
        cast(ThemeName, remembered.get(settings.THEME)),
        remembered.get(settings.LAYERS),
        choropleth,
        remembered.get(settings.LEVEL),
        symbology=_symbology(remembered),
        hidden_own=remembered.get(settings.HIDDEN_OWN),
        **drawing,
    )


def keep(remembered: Settings, project: Project, view: MapView) -> None:
    """Remember a project's definition and overlap rule, and a view without its marks."""
    remembered.set(settings.LANGUAGE, view.language)
    remembered.set(settings.THEME, view.theme)
    remembered.set(settings.VIEW, view.name)
    remembered.set(settings.LAYERS, view.layers)
    remembered.set(settings.HIDDEN_OWN, view.hidden_own)
    remembered.set(settings.CHOROPLETH, view.choropleth)
    remembered.set(settings.LEVEL, view.level)
    for field, setting in settings.SYMBOLOGY.items():
        remembered.set(setting, getattr(view.symbology, field))
    for field, setting in settings.DRAWING.items():
        remembered.set(setting, getattr(view, field))
    remembered.set(settings.DEFINITION, project.definition_id)
    remembered.set(settings.OVERLAP, project.overlap)


def _symbology(remembered: Settings) -> Symbology:
    values = {field: remembered.get(setting) for field, setting in settings.SYMBOLOGY.items()}
    if values["scheme"] == "custom" and not values["breaks"]:
        values["scheme"] = settings.SYMBOLOGY["scheme"].default
    return Symbology(**values)
