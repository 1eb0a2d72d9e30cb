"""Painting: the display list made, the map repainted, beside GeoPandas' redraw of the same townships."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from benchmarks import peers, scene
from benchmarks.harness import Peer, Row, median_ms, timed
from maps.compose import compose_map
from maps.display import Fill, MapDrawing, Stroke
from maps.geometry import Atlas
from maps.painter import Stamps
from maps.view import MapView

RUNS = 31
REPAINT_MS = 16.0
REDRAW_RATIO = 0.25
TAIPEI = (302_000.0, 2_770_000.0)


def rows() -> Iterator[Row]:
    first = scene.fitted_picture(scene.FULL)
    tolerance = first.context.detail.tolerance
    frame = peers.towns(tolerance)
    plotted, redrawn, bare = peers.first_draw(frame), peers.redraw(frame), peers.redraw(frame, bare=True)
    size = f"{scene.WIDTH}×{scene.HEIGHT}"
    yield median_ms(
        "peer.first_draw", f"GeoDataFrame.plot of 368 townships at {tolerance} m, {size}, fresh figure", plotted
    )
    yield median_ms("peer.redraw", "the same figure drawn again", redrawn)
    yield median_ms("peer.redraw_bare", "the same without axes and their numbers", bare)
    peer = Peer("GeoDataFrame.plot redraw", redrawn.median * 1000, REDRAW_RATIO)

    plain = _towns_alone(first)
    alone = timed(plain.paint, RUNS)
    yield median_ms("paint.towns_alone", "the same townships and nothing else", alone, REPAINT_MS, peer)
    peer_bare = Peer("redraw without axes", bare.median * 1000)
    yield median_ms("paint.towns_alone_bare", "the same, beside Matplotlib without axes", alone, peer=peer_bare)
    for name, view in scene.VIEWS.items():
        picture = scene.fitted_picture(view)
        drawing = picture.drawing
        what = (
            f"repaint {size} at 1:{picture.viewport.denominator:,.0f}, {len(drawing.shapes)} shapes, "
            f"{len(drawing.symbols)} symbols, {len(drawing.labels)} labels"
        )
        # Nearly a thousand symbols are more than the budget speaks of.
        budget = None if view is scene.EVERY_SITE else REPAINT_MS
        against = None if view is scene.EVERY_SITE else peer
        yield median_ms(f"paint.{name}", what, timed(picture.paint, RUNS, warm_up=3), budget, against)
    yield median_ms(
        "paint.full_new_stamps", "the same, symbols and labels not yet kept", timed(lambda: first.paint(Stamps()), 5)
    )
    for denominator in (500_000, 100_000, 25_000):
        near = scene.near_picture(scene.FULL, denominator, TAIPEI)
        what = f"repaint {size} around Taipei at 1:{denominator:,}, boundaries at {near.context.detail.tolerance} m"
        yield median_ms(f"paint.full_1:{denominator}", what, timed(near.paint, 11))
    double = scene.fitted_picture(scene.FULL, 2.0)
    what = f"repaint 3840×2160 (200 %), boundaries at {double.context.detail.tolerance} m"
    yield median_ms("paint.full_2x", what, timed(double.paint, 11))

    for name, view in scene.VIEWS.items():
        context, _ = scene.fitted_context(view)
        yield median_ms(f"compose.{name}", "display list made, shapes known", timed(partial(compose_map, context), 9))
    for name, view in scene.VIEWS.items():
        yield median_ms(f"compose.{name}_first", "display list made, shapes made too", timed(_composing(view), 3, 0))


def _towns_alone(like: scene.Picture) -> scene.Picture:
    detail = like.context.detail
    fills = [Fill(path, "#7f9fbf") for path in detail.town_paths]
    lines = [Stroke(path, "#ffffff", 0.2) for path in (detail.town_lines, detail.county_lines, detail.coast)]
    return scene.Picture(like.context, like.viewport, MapDrawing((*fills, *lines)), like.pixels)


def _composing(view: MapView) -> Callable[[], object]:
    def compose() -> None:
        context, _ = scene.fitted_context(view, shapes=Atlas(scene.data()))
        compose_map(context)

    return compose
