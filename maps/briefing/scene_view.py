"""The look of the map as plain values, which a scene keeps, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from data.balance.groups import NATION
from data.model import Place
from maps.symbology import FEWEST_CLASSES, MOST_CLASSES, Symbology
from maps.view import MapView

NOT_KEPT = frozenset({"language", "hovered", "sight"})
"""Fields of a view that are those of the show, or of the moment."""

LEVELS = frozenset({"level", "proportional_level"})
"""Fields that say by which areas a map is drawn: the nation as a whole is none of them."""


def view_record(view: MapView) -> dict[str, Any]:
    """Return a view as texts, numbers, lists and mappings, ready for a file."""
    return {one.name: _plain(getattr(view, one.name)) for one in fields(view) if one.name not in NOT_KEPT}


def view_of_record(record: Mapping[str, Any], base: MapView) -> tuple[MapView, tuple[str, ...]]:
    """Return ``base`` with the fields of a record, and the names of those that no view can have.

    These stay as in ``base``. Whether what is named exists is not asked here.
    """
    kinds = get_type_hints(MapView)
    values: dict[str, Any] = {}
    wrong = []
    for name, value in record.items():
        try:
            if name in NOT_KEPT or (name in LEVELS and value == NATION):
                raise ValueError(name)
            values[name] = _read(kinds[name], value)
        except (KeyError, TypeError, ValueError, OverflowError):
            wrong.append(name)
    return replace(base, **values), tuple(wrong)


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Symbology):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return {"kind": value.kind, "id": value.id} if isinstance(value, Place) else value


def _read(kind: Any, value: Any) -> Any:
    """Return a plain value as the type of a field. Raises ValueError, TypeError or KeyError."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        if value not in inner:
            raise ValueError(value)
        return value
    if origin is UnionType:
        return None if value is None else _read(next(one for one in inner if one is not type(None)), value)
    if origin is frozenset:
        return frozenset(_read(inner[0], one) for one in value)
    if origin is tuple:
        return tuple(_read(inner[0], one) for one in value)
    if kind is Place:
        return Place(_read(get_type_hints(Place)["kind"], value["kind"]), _read(str, value["id"]))
    if kind is Symbology:
        return _symbology(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not kind or value != value:
        raise ValueError(value)
    return value


def _symbology(value: Mapping[str, Any]) -> Symbology:
    kinds = get_type_hints(Symbology)
    found = Symbology(**{name: _read(kinds[name], one) for name, one in value.items()})
    ascending = all(low < high for low, high in zip(found.breaks, found.breaks[1:], strict=False))
    if not FEWEST_CLASSES <= found.classes <= MOST_CLASSES or not ascending or len(found.breaks) >= MOST_CLASSES:
        raise ValueError(value)
    if found.scheme == "custom" and not found.breaks:
        raise ValueError(value)
    return found
