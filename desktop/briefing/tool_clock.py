"""The clock in a corner of the audience's screen: how long the show has taken, or what is left of the planned time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.briefing.stage import Stage
from desktop.briefing.stop_clock import duration
from desktop.briefing.tools import Tools
from desktop.map_surface import LOGICAL_DOTS
from desktop.painting import painting
from maps.briefing.staging import Staged
from maps.display import PageBox, PagePicture, PageText, TextStyle
from maps.fonts import ASCENT, LABEL_LINE, left_edge, text_width
from maps.painter import SheetPainter
from maps.texts import Texts
from maps.theme import THEMES

LOOK_MS = 200
"""How often it looks whether another second has begun: rarer, and seconds would be seen to differ in length."""

DIGITS, MARGIN, PAD = 0.045, 0.035, 0.6
"""Em height of the digits as a share of the picture's height; distance from the edges as a share of height and width,
as far as the slide keeps from them; room around the digits in ems."""

OVER = {"light": "#C00018", "dark": "#FF7A70", "print": "#C00018"}
"""Colour of a time that is over; at least 4.5:1 on the ground of each theme."""


class ClockFace(QWidget):
    """Lies at the right edge of the stage, the upper corner first; a click shows the next clock."""

    def __init__(self, stage: Stage, tools: Tools) -> None:
        super().__init__(stage)
        self._stage, self._tools = stage, tools
        self._texts = Texts(tools.show.language)
        self._text = ""
        self._placed_for: Staged | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(LOOK_MS)
        self._beat.timeout.connect(self._look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        stage.installEventFilter(self)
        tools.clock_changed.connect(self._change)
        tools.show.moved.connect(self.update)

    @property
    def text(self) -> str:
        """What it shows."""
        return self._text

    @property
    def is_over(self) -> bool:
        """Whether more time has gone than was planned, and it says so."""
        return self._tools.clock == "left" and self._tools.show.elapsed > self._tools.show.planned

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tools.next_clock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        staged = self._stage.staged
        if staged is None:
            return
        with painting(self) as painter:
            theme = THEMES[staged.view.theme]
            em = self._em()
            width, height = self.width() / LOGICAL_DOTS, self.height() / LOGICAL_DOTS
            colour = OVER[theme.name] if self.is_over else theme.text
            style = TextStyle(em, colour, bold=True)
            SheetPainter(painter, LOGICAL_DOTS, sight=staged.view.sight).page(
                (
                    PageBox(QRectF(0, 0, width, height), theme.box, theme.frame, radius=0.3 * em),
                    PageText(width / 2, height / 2 + (ASCENT - 0.5) * em, self._text, style, "centre"),
                )
            )

    def _change(self) -> None:
        self.setVisible(bool(self._tools.clock))
        if self._tools.clock:
            self._beat.start()
            self._look()
        else:
            self._beat.stop()

    def _look(self) -> None:
        text = self._words()
        if text != self._text or self._stage.staged is not self._placed_for:
            self._text = text
            self.setAccessibleName(text)
            self._place()
            self.update()

    def _words(self) -> str:
        show = self._tools.show
        if self._tools.clock == "elapsed":
            return duration(show.elapsed)
        left = show.planned - show.elapsed
        if left < 0:
            return self._texts.translate("Tools", "{time} over").format(time=duration(-left))
        return self._texts.translate("Tools", "{time} left").format(time=duration(left))

    def _em(self) -> float:
        """Return the em height of its digits in mm."""
        return DIGITS * self._stage.height() / LOGICAL_DOTS

    def _place(self) -> None:
        """Lie at the right edge of the slide, at the top if no text is there, else as low as least is hidden."""
        em = self._em()
        self._placed_for = self._stage.staged
        # As broad as its widest digits, so that it does not tremble.
        widest = "".join("0" if one.isdecimal() else one for one in self._text)
        width, height = text_width(widest, em, True) + 2 * PAD * em, (1 + PAD) * em
        slide = QRectF(self._stage.rect())
        margin, bottom = MARGIN * slide.height() / LOGICAL_DOTS, slide.height() / LOGICAL_DOTS
        right = (1 - MARGIN) * slide.width() / LOGICAL_DOTS
        top = QRectF(right - width, margin, width, height)
        texts = [
            (_text_box(item) if isinstance(item, PageText) else item.rect).adjusted(-PAD * em, 0, PAD * em, 0)
            for item in self._stage.furniture
            if isinstance(item, PageText | PagePicture)
        ]
        steps = int((bottom - 2 * margin - height) / (height / 2))
        lower = (top.translated(0, bottom - 2 * margin - height - step * height / 2) for step in range(steps))
        # Where text is everywhere, least of it is hidden.
        box = min((top, *lower), key=lambda one: sum(_area(one & text) for text in texts))
        dots = LOGICAL_DOTS
        self.setGeometry(QRectF(box.x() * dots, box.y() * dots, box.width() * dots, box.height() * dots).toRect())


def _area(box: QRectF) -> float:
    return box.width() * box.height()


def _text_box(item: PageText) -> QRectF:
    """Return the place of a line of text on the page, mm."""
    size = item.style.size
    width = text_width(item.text, size, item.style.bold)
    left = left_edge(item.x, width, item.align)
    return QRectF(left, item.y - ASCENT * size, width, LABEL_LINE * size)
