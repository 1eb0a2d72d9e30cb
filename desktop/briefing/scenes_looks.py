"""How scenes look in their list: titles with filled fields, small pictures, what is missing; made in a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from data.errors import UserError
from data.model import Language, Name
from data.project import Project
from data.scene import Scene
from desktop.press import Press
from desktop.worker import Task, Workers
from maps.briefing.slide import slide_sheet
from maps.briefing.staging import Staged, Stager
from maps.display import Cancelled
from maps.geometry import Atlas
from maps.painter import SheetPainter

THUMBNAIL = QSize(96, 54)
"""Logical pixels: three stand in a narrow dock beside two lines of text each."""

_SLIDE = 320.0, 180.0
"""mm; type on a slide grows with it, so only its proportion matters."""
_FINER = 2
"""Pictures are painted larger and made smaller: lines thinner than a pixel stay thin."""

TEXTS = ("title", "message", "notes")

Key = tuple[object, ...]


@dataclass(frozen=True, eq=False)
class Look:
    """A scene as it is to be listed. The picture follows later than the words."""

    key: Key
    title: str
    message: str
    missing: tuple[UserError, ...]
    """what the scene asks for and does not get, wrong fields among it"""
    wrong: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """wrong fields of each text, as they are written"""
    picture_key: Key = ()
    picture: QImage | None = None


class SceneLooks(QObject):
    """Makes the looks of the lines in sight, the words of all before any picture; what did not change is kept."""

    made = Signal(str)
    """id of the scene whose look has come"""

    def __init__(self, press: Press, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._press = press
        self._workers = Workers(self)
        self._looks: dict[str, Look] = {}
        self._task: Task | None = None
        self._project: Project | None = None
        self._scenes: tuple[Scene, ...] = ()
        self._language: Language = "zh"
        self._ratio = 1.0
        self._failed: set[Key] = set()
        self._stager: Stager | None = None

    def look(self, scene_id: str) -> Look | None:
        """Return the last look of a scene, which may be about to be replaced."""
        return self._looks.get(scene_id)

    def pictures(self, scenes: tuple[Scene, ...]) -> dict[str, QImage]:
        """Return by their ids the small pictures of those scenes that were made and still show them as they are."""
        if self._project is None or self._project.scenes != scenes:
            return {}
        found = {}
        for scene in self._scenes:
            look = self._looks.get(scene.id)
            if look is not None and look.picture is not None and look.picture_key == self._picture_key(scene, look):
                found[scene.id] = look.picture
        return found

    def is_ready(self) -> bool:
        """Tell whether everything that was wanted is made."""
        return self._task is None and self._next_work() is None

    def want(self, project: Project, language: Language, ratio: float, seen: frozenset[str]) -> None:
        """Make the looks of those scenes of a project that are seen; ``ratio`` is device pixels per logical pixel."""
        self._project, self._language, self._ratio = project, language, ratio
        self._scenes = tuple(scene for scene in project.scenes if scene.id in seen)
        known = {scene.id for scene in project.scenes}
        self._looks = {one: look for one, look in self._looks.items() if one in known}
        self._work()

    def close(self) -> None:
        """Give up what is being made and wait for it, so that no thread outlives the window."""
        if self._task is not None:
            self._task.cancel()
        self._workers.close()

    # --- what is to be done -----------------------------------------------------------------------------------------

    def _key(self, scene: Scene) -> Key:
        """Return what the words of a scene depend on."""
        project = self._project
        assert project is not None
        whole = (
            project.definition_id if scene.definition is None else None,
            project.overlap if scene.overlap is None else None,
            project.scenario if scene.scenario is None else None,
            project.index if scene.index is None else None,
        )
        lasting = replace(scene, hidden=False, seconds=0.0, transition="fly")
        return (id(project.data), self._language, lasting, *whole)

    def _picture_key(self, scene: Scene, look: Look) -> Key:
        """Return what the picture of a scene depends on."""
        silent = replace(scene, title=Name(look.title), message=Name(look.message), notes=Name(""))
        return (*self._key(silent), self._ratio, *self._others(scene))

    def _others(self, scene: Scene) -> tuple[Scene, ...]:
        """Return what a page says of all scenes: of a section its number, of the closing their sources."""
        assert self._project is not None
        if scene.kind not in ("section", "closing"):
            return ()
        nothing = Name("")
        return tuple(
            replace(one, title=nothing, message=nothing, notes=nothing, seconds=0.0, transition="fly", ink=())
            for one in self._project.scenes
        )

    def _next_work(self) -> tuple[Scene, Look | None] | None:
        """Return the scene whose words are wanted next, or with its words that whose picture is."""
        for scene in self._scenes:
            look = self._looks.get(scene.id)
            key = self._key(scene)
            if (look is None or look.key != key) and key not in self._failed:
                return scene, None
        for scene in self._scenes:
            look = self._looks.get(scene.id)
            if look is None:
                continue
            key = self._picture_key(scene, look)
            if look.picture_key != key and key not in self._failed:
                return scene, look
        return None

    def _work(self) -> None:
        if self._task is not None:
            return
        wanted = self._next_work()
        if wanted is None:
            return
        scene, look = wanted
        project, language, ratio = self._project, self._language, self._ratio
        assert project is not None
        key = self._key(scene) if look is None else self._picture_key(scene, look)

        def work(task: Task) -> Look:
            with self._press.lock:
                atlas = self._press.atlas(project.data)
                stager = self._stager_of(project, atlas)
                if look is None:
                    return _words(key, stager.stage(scene, language), self._looks.get(scene.id))
                staged = stager.among(project.scenes).stage(scene, language)
                sheet = slide_sheet(staged, atlas, *_SLIDE, THUMBNAIL.width() * ratio * _FINER / _SLIDE[0])
                size = THUMBNAIL * ratio
                image = QImage(size * _FINER, QImage.Format.Format_RGB32)
                image.fill(QColor(sheet.paper))
                painter = QPainter(image)
                try:
                    dots = image.width() / sheet.width
                    SheetPainter(painter, dots, cancelled=lambda: task.cancelled).sheet(sheet)
                finally:
                    painter.end()
            smooth = Qt.TransformationMode.SmoothTransformation
            small = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            small.setDevicePixelRatio(ratio)
            return replace(look, picture_key=key, picture=small)

        def done(made: Look) -> None:
            self._task = None
            if any(one.id == scene.id for one in self._scenes):
                now = self._looks.get(scene.id)
                if look is not None and now is not None and now is not look:
                    made = replace(now, picture_key=made.picture_key, picture=made.picture)
                self._looks[scene.id] = made
                self.made.emit(scene.id)
            self._work()

        def failed(fault: Exception) -> None:
            self._task = None
            self._failed.add(key)
            self._work()
            if not isinstance(fault, Cancelled):
                raise fault

        self._task = self._workers.run_task(work, done, failed)

    def _stager_of(self, project: Project, atlas: Atlas) -> Stager:
        """Return what stages scenes over a project, the same one while only scenes change; in the worker."""
        bare = replace(project, scenes=())
        if self._stager is None or self._stager.project != bare:
            self._stager = Stager(bare, atlas)
        return self._stager


def _words(key: Key, staged: Staged, before: Look | None) -> Look:
    wrong = {one: tuple(name for name in staged.wrong if name in _written(staged, one)) for one in TEXTS}
    picture_key, picture = ((), None) if before is None else (before.picture_key, before.picture)
    return Look(key, staged.title, staged.message, staged.missing, wrong, picture_key, picture)


def _written(staged: Staged, field_name: str) -> str:
    name: Name = getattr(staged.scene, field_name)
    return name.text(staged.view.language) or name.en
