"""The map of a show: one scene as a slide that can be moved, zoomed and asked, and the flights between scenes.

What a scene needs to be shown is made backstage (``stage_ready``); a flight (``stage_flight``) then only puts pictures
together, by the clock (``pilot``).
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.briefing.backstage import Backstage, Wish
from desktop.briefing.pilot import Pilot
from desktop.briefing.stage_flight import Flight, Shot, make_canvas, resting
from desktop.briefing.stage_ready import Frame, Ready, asked_of, make_ready, paint_grounds, paper_of
from desktop.briefing.stage_view import StageView
from desktop.map_surface import FARTHEST, NEAREST
from maps.briefing.slide import SYMBOLS, slide_viewport
from maps.briefing.staging import Staged
from maps.display import MapDrawing, Viewport
from maps.geometry import Atlas
from maps.picking import Picker
from maps.texts import Texts
from maps.theme import THEMES
from maps.view import MapView

PATIENCE_MS = 60
"""After which a flight sets off to where the scene will be, though the scene is not ready yet."""


@dataclass(frozen=True)
class _Coming:
    """A scene that waits to be shown."""

    staged: Staged
    flies: bool
    view: MapView
    """its view, with what is marked by then"""


class Stage(StageView):
    """Shows one staged scene. Gestures of the user move the map; ``go_home`` brings the scene's place back."""

    prepared = Signal()
    """something was made ready in the background"""
    given_up = Signal()
    """the scene that was asked for cannot be drawn"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symbols = SYMBOLS
        self._motion = True
        self._coming: _Coming | None = None
        self._likely: Staged | None = None
        self._before: Staged | None = None
        """the scene that was shown before: many a question goes back to it"""
        self._pilot = Pilot(self)
        self._pilot.moved.connect(self._follow)
        self._pilot.arrived.connect(self._arrive)
        self._closed = False
        self._backstage = Backstage(self._pictures.lock, self)
        self._backstage.made.connect(self._plan)
        self._backstage.made.connect(self.prepared)
        self._backstage.failed.connect(self._do_without)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._set_off_early)
        self.settled.connect(self._plan)

    # --- scenes -----------------------------------------------------------------------------------------------------

    @property
    def staged(self) -> Staged | None:
        """The scene that was last asked for, on its way or there."""
        if self._coming is not None:
            return self._coming.staged
        return None if self._present is None else self._present.staged

    def show_staged(self, staged: Staged, *, moving: bool = True) -> None:
        """Show a scene, by its transition where ``moving``, as soon as it is ready."""
        flies = moving and self._motion and staged.scene.transition == "fly" and self._present is not None
        self._await(_Coming(staged, flies, staged.view))

    def prepare(self, staged: Staged) -> None:
        """Make a scene ready in the background: the one that is likely to be shown next."""
        self._likely = staged
        self._plan()

    def is_prepared(self, staged: Staged) -> bool:
        """Tell whether a scene can be shown without a wait."""
        return self._backstage.get(asked_of(staged, self._frame())) is not None

    def set_motion(self, on: bool) -> None:
        """Fly from scene to scene, or cut."""
        self._motion = on

    def set_size(self, size: float) -> None:
        """Set the type larger or smaller."""
        self._size = size
        self._again()

    def go_home(self) -> None:
        """Go back to the place that the scene shows."""
        if self._coming is None and self._present is not None and self._view is not None:
            self._fitted = True
            self._await(_Coming(self._present.staged, self._motion, self._view))

    def fit(self) -> None:
        self.go_home()

    def set_view(self, view: MapView) -> None:
        """Mark other places; those of a scene that is still to come when it is there."""
        if self._coming is not None:
            self._coming = replace(self._coming, view=view)
        elif self._present is not None:
            super().set_view(view)

    def _await(self, coming: _Coming) -> None:
        if self._atlas is None or self._atlas.data is not coming.staged.project.data:
            self._atlas = Atlas(coming.staged.project.data)
            self._picker = Picker(self._atlas)
        self._coming = coming
        if coming.flies:
            self._patience.start()
        else:
            self._patience.stop()
        self._plan()

    def _again(self) -> None:
        """Show the same scene in another window or with other type; where the user has moved the map, it stays."""
        if self._present is not None and self._coming is None and self._view is not None:
            self._await(_Coming(self._present.staged, False, self._view))
        else:
            self._plan()

    # --- what others see of it --------------------------------------------------------------------------------------

    @property
    def is_flying(self) -> bool:
        """Whether the stage is on its way from one picture to another."""
        return self._pilot.is_moving

    def is_ready(self) -> bool:
        """Tell whether the scene that was asked for is on the screen, at rest and sharp."""
        if self._present is None or self._coming is not None or self._flight is not None:
            return False
        return not self._has_map or super().is_ready()

    @property
    def _flight(self) -> Flight | None:
        return self._pilot.flight

    # --- what is made ready -----------------------------------------------------------------------------------------

    def _plan(self) -> None:
        """Show what is ready to be shown; otherwise make what is needed first."""
        if self._closed or not self.isVisible() or self.width() <= 1:
            return
        frame, coming = self._frame(), self._coming
        source = self._source_wish(frame)
        if coming is not None:
            ready = self._backstage.get(asked_of(coming.staged, frame))
            waits = self._patience.isActive() and source is not None and self._backstage.get(source.key) is None
            if isinstance(ready, Ready) and not waits:
                self._begin(ready)
                coming, source = None, self._source_wish(frame)
        staged = [coming.staged] if coming is not None else []
        wishes = [self._wish(one, frame) for one in staged]
        wishes += [source] if source is not None else []
        urgent = len(wishes) if coming is not None else 0
        wishes += [self._canvas_wish(frame)]
        others = [None if self._present is None else self._present.staged, self._likely]
        if self._before is not None and self.is_prepared(self._before):
            others.append(self._before)  # kept, and not made again
        wishes += [self._wish(one, frame) for one in others if one is not None]
        self._backstage.serve(wishes, urgent=urgent, quiet=self._flight is not None)

    def _wish(self, staged: Staged, frame: Frame) -> Wish:
        assert self._atlas is not None
        return Wish(asked_of(staged, frame), partial(make_ready, staged, self._atlas, frame, (NEAREST, FARTHEST)))

    def _canvas_wish(self, frame: Frame) -> Wish:
        pixels = frame.in_flight.pixels
        return Wish(("canvas", pixels.width(), pixels.height()), lambda _: make_canvas(pixels))

    def _canvas(self) -> QImage:
        canvas = self._backstage.get(self._canvas_wish(self._frame()).key)
        return canvas if isinstance(canvas, QImage) else make_canvas(self._frame().in_flight.pixels)

    def _source_wish(self, frame: Frame) -> Wish | None:
        """Return what a flight from where the user has moved the map sets off from; None where there is no need."""
        composed, context, now = self._pictures.composed, self._context(), self.viewport()
        if not self.is_sharp or composed is None or context is None or self._at_home(now):
            return None
        key = (composed.key, now.centre, frame)
        return Wish(key, lambda stop: paint_grounds(context, composed.drawing, now, frame.in_flight, stop))

    @property
    def is_sharp(self) -> bool:
        """Whether the map stands still and is drawn for the scale at which it stands."""
        composed = self._pictures.composed
        return self._flight is None and self._has_map and composed is not None and composed.key == self._key()

    def _at_home(self, now: Viewport) -> bool:
        home = None if self._present is None else self._present.home
        return home is not None and (home.centre, home.metres_per_mm) == (now.centre, now.metres_per_mm)

    def _do_without(self, key: Hashable) -> None:
        """Leave what is on the screen where a scene cannot be drawn; only the presenter is told."""
        if self._coming is not None and key == asked_of(self._coming.staged, self._frame()):
            self._coming = None
            self._patience.stop()
            if self._flight is not None:
                self._halt()
            self.given_up.emit()
        self._plan()

    # --- flights ----------------------------------------------------------------------------------------------------

    def _begin(self, ready: Ready) -> None:
        """Go to a scene that is ready."""
        coming = self._coming
        assert coming is not None
        self._coming = None
        self._patience.stop()
        before = self._present
        stays = not self._fitted and before is not None and before.staged is coming.staged and ready.home is not None
        shot = self._shot()
        if before is not None and before.staged.scene.id != ready.staged.scene.id:
            self._before = before.staged
        self._present = ready
        self._project, self._view, self._texts = coming.staged.project, coming.view, Texts(coming.view.language)
        if stays:
            self._pilot.stop()
            self._changed()
            return
        self._fitted = True
        self._timer.stop()
        self._pictures.cancel()
        self._pictures.composed = ready.composed
        if shot is None or not coming.flies:
            shot = resting(ready, ready.home or self.viewport(), (), MapDrawing())
        self._pilot.take_off(Flight(shot, ready, self._canvas(), self._paint_over_map), at_once=not coming.flies)

    def _set_off_early(self) -> None:
        """Fly to where the scene will be; when it is ready, the flight goes on from there."""
        self._plan()  # what has waited for something else is ready now
        coming, present, shot = self._coming, self._present, self._shot()
        if coming is None or present is None or shot is None or not (self._has_map and coming.staged.has_map):
            return
        context = replace(present.context, project=coming.staged.project, view=coming.staged.view)
        place = slide_viewport(context, coming.staged, present.layout, self._rect_mm())
        if (place.centre, place.metres_per_mm) == (shot.viewport.centre, shot.viewport.metres_per_mm):
            return  # nothing would be seen of it
        self._pictures.cancel()
        self._timer.stop()
        self._pilot.take_off(Flight(shot, present, self._canvas(), self._paint_over_map, place), at_once=False)

    def _shot(self) -> Shot | None:
        """Return what the screen shows."""
        present, now = self._present, self.viewport()
        if self._flight is not None:
            return self._flight.shot(self._pilot.share)
        if present is None or present.frame != self._frame():
            return None
        if self._at_home(now) or present.home is None:
            return resting(present, now, present.grounds, self.drawing)
        wish = self._source_wish(present.frame)
        grounds = None if wish is None else self._backstage.get(wish.key)
        if isinstance(grounds, tuple):
            return resting(present, now, grounds, self.drawing)
        picture = self._pictures.picture
        return resting(present, now, present.grounds[:1] + (() if picture is None else (picture,)), MapDrawing())

    def _follow(self) -> None:
        now = self._pilot.now
        if now is not None:
            self._centre, self._metres_per_mm = now.centre, now.metres_per_mm
            self.update()

    def _arrive(self) -> None:
        """Have the picture made that the user can move; until it is there, the last one of the flight stays."""
        present = self._present
        if present is None or self._coming is not None:
            return
        if present.home is None or present.composed is None:
            self._land()
        else:
            frame = present.frame
            self._pictures.make(present.composed.key, present.context, present.home, frame.size, frame.ratio)

    def _land(self) -> None:
        self._pilot.stop()
        self.scale_changed.emit(self._metres_per_mm * 1000)
        self.update()
        self.settled.emit()

    def _halt(self) -> None:
        """Stop in mid-flight: what the screen shows becomes the picture that the user moves."""
        share = self._pilot.share
        flight = self._pilot.stop()
        if flight is not None and self._has_map:
            self._pictures.cancel()
            self._pictures.picture = flight.map_picture(share)
            self._timer.start(0)
        self._fitted = False

    # --- the map under the hands of the user ------------------------------------------------------------------------

    def _go(self, viewport: Viewport) -> None:
        if self._has_map:
            if self._flight is not None:
                self._halt()
            super()._go(viewport)

    def _fit_now(self) -> None:
        """The scene's place is known when the scene is ready."""

    def _render(self) -> None:
        if self._has_map and self._flight is None:
            super()._render()

    def _show_picture(self) -> None:
        if self._flight is None:
            super()._show_picture()
        elif not self._pilot.is_moving and self._coming is None:
            self._land()

    # --- drawing ----------------------------------------------------------------------------------------------------

    def _paint(self, painter: QPainter) -> None:
        if self._flight is not None:
            self._paint_flight(painter, self._flight)
        elif self._present is not None:
            super()._paint(painter)
        elif self._coming is not None:
            painter.fillRect(self.rect(), QColor(THEMES[self._coming.view.theme].paper))
        else:
            painter.fillRect(self.rect(), self.palette().window())

    def _paint_plainly(self, painter: QPainter) -> None:
        """Paint the pictures of the scene: it is seen without marks, ink and flight."""
        present = self._present
        if present is None:
            painter.fillRect(self.rect(), self.palette().window())
            return
        painter.fillRect(self.rect(), paper_of(present.context))
        picture, now = self._pictures.picture, self.viewport()
        if self._flight is not None and present.home is not None:
            picture, now = present.grounds[-1], present.home
        if picture is not None and self._has_map:
            painter.drawImage(self._picture_rect(picture, now), picture.image)
        painter.drawImage(0, 0, present.standing)

    def _paint_flight(self, painter: QPainter, flight: Flight) -> None:
        if flight.frame.ratio == self.devicePixelRatioF() == 1:
            flight.paint(painter, self._pilot.share)
            return
        picture = QImage(flight.frame.pixels, QImage.Format.Format_RGB32)
        with QPainter(picture) as on_picture:
            flight.paint(on_picture, self._pilot.share)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), picture)

    # --- the window -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._flight is not None:
            fitted = self._fitted
            self._halt()
            self._fitted = fitted  # nobody has moved the map: it is to stand where the scene has its place
        self._again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._plan()

    def close_workers(self) -> None:
        """Stop everything and wait for what is being made, so that no thread outlives the window."""
        self._closed = True
        self._pilot.stop()
        self._patience.stop()
        self._backstage.close()
        super().close_workers()
