"""Changing the order of scenes: moved, copied, taken out, grouped. A group is a section with all up to the next one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from data.scene import Scene, new_id, shown

Scenes = tuple[Scene, ...]


def group(scenes: Scenes, position: int) -> range:
    """Return the positions of a section and what belongs to it; of any other scene its own position."""
    after = position + 1
    if scenes[position].kind == "section":
        while after < len(scenes) and scenes[after].kind != "section":
            after += 1
    return range(position, after)


def with_groups(scenes: Scenes, ids: Collection[str]) -> frozenset[str]:
    """Return ids together with those of the scenes that belong to sections among them."""
    chosen = (at for at, scene in enumerate(scenes) if scene.id in ids)
    return frozenset(scenes[member].id for at in chosen for member in group(scenes, at))


def inserted(scenes: Scenes, new: Scenes, after: Collection[str]) -> Scenes:
    """Put scenes behind the last one of ``after``, or to the end where there is none of these."""
    places = [at for at, scene in enumerate(scenes) if scene.id in after]
    at = places[-1] + 1 if places else len(scenes)
    return scenes[:at] + new + scenes[at:]


def moved(scenes: Scenes, ids: Collection[str], before: str | None) -> Scenes:
    """Put scenes together before another one, or to the end; sections take what belongs to them along."""
    going = with_groups(scenes, ids)
    at = next((at for at, scene in enumerate(scenes) if scene.id == before), len(scenes))
    first = tuple(scene for scene in scenes[:at] if scene.id not in going)
    last = tuple(scene for scene in scenes[at:] if scene.id not in going)
    return first + tuple(scene for scene in scenes if scene.id in going) + last


def stepped(scenes: Scenes, ids: Collection[str], down: bool) -> Scenes:
    """Move scenes one place up or down; a section goes past a whole group."""
    going = with_groups(scenes, ids)
    places = [at for at, scene in enumerate(scenes) if scene.id in going]
    if not places:
        return scenes
    whole = any(scenes[at].kind == "section" for at in places)
    if down:
        at = places[-1] + 1
        if at < len(scenes):
            at = group(scenes, at).stop if whole else at + 1
    else:
        at = max(places[0] - 1, 0)
        while whole and at > 0 and scenes[at].kind != "section":
            at -= 1
    return moved(scenes, ids, scenes[at].id if at < len(scenes) else None)


def duplicated(scenes: Scenes, ids: Collection[str]) -> Scenes:
    """Put copies of scenes behind the last one of them."""
    copies: Scenes = ()
    for scene in scenes:
        if scene.id in ids:
            copies += (replace(scene, id=new_id(scenes + copies)),)
    return inserted(scenes, copies, ids)


def removed(scenes: Scenes, ids: Collection[str]) -> Scenes:
    """Take scenes out; what belongs to a section stays."""
    return tuple(scene for scene in scenes if scene.id not in ids)


def exchanged(scenes: Scenes, new: Mapping[str, Scene]) -> Scenes:
    """Put changed scenes in the places of those with the same ids."""
    return tuple(new.get(scene.id, scene) for scene in scenes)


def numbers(scenes: Scenes) -> Mapping[str, int]:
    """Return the number under which each shown scene is called up, from 1; hidden ones have none."""
    return {scene.id: number for number, scene in enumerate(shown(scenes), 1)}
