"""The way into the window of imports: menu, drop and paste all come through here, and the project changes here."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow

from data.balance.indicators import indicators_of
from data.intake.outcome import Outcome
from data.intake.plan import SITE_KINDS, ImportPlan
from data.intake.take import source_taken
from data.own import OwnData
from data.project_file.names import SUFFIX
from data.project_file.record import ImportRecord
from desktop.files import documents_folder
from desktop.intake.offered import files_of, has_table, main_file
from desktop.intake.words import KIND_NAMES, remark, word
from desktop.map_surface import MapSurface
from desktop.session import Session
from desktop.status_line import StatusLine
from desktop.words import mark
from maps.mapspace import EXTENT
from maps.view import LayerName

if TYPE_CHECKING:  # made when first wanted, so that the first map need not wait for it
    from desktop.intake.first_plan import Opened
    from desktop.intake.window import ImportWindow

_ROOM = 12_000.0
"""Metres round new points: a single one is shown with its townships, not with its street."""
_TEXT = mark("Intake", "import of {name}")


class Importing(QObject):
    """One for each main window. Files of projects are left to whoever opens projects."""

    imported = Signal(object)
    """ImportRecord of a file that was taken, for whoever keeps the file of the project"""

    def __init__(
        self, window: QMainWindow, session: Session, canvas: MapSurface, status: StatusLine, folder: Path
    ) -> None:
        """``folder`` is where the choices for tables are remembered."""
        super().__init__(window)
        self._window, self._session, self._canvas, self._status = window, session, canvas, status
        self._folder = folder
        self._made: ImportWindow | None = None
        self._last_folder = ""
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def window(self) -> ImportWindow:
        """The window of imports."""
        if self._made is None:
            from desktop.intake.window import ImportWindow

            self._made = ImportWindow(self._session, self._folder, self._window)
            self._made.wanted_file.connect(self.choose_file)
            self._made.state.taken.connect(self._take)
        return self._made

    def choose_file(self) -> None:
        """Ask for a file and import it."""
        from data.readers.open import SUFFIXES

        texts = self._session.texts
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = texts.translate("Intake", "Lists and maps ({endings})").format(endings=endings)
        every = texts.translate("Intake", "All files (*)")
        folder = self._last_folder or str(documents_folder())
        above = self._made if self._made is not None and self._made.isVisible() else self._window
        title = texts.translate("Intake", "Import a list or a map")
        name, _ = QFileDialog.getOpenFileName(above, title, folder, f"{kinds};;{every}")
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Import a file, however it came."""
        self._last_folder = str(path.parent)
        self._show()
        self.window.state.open(path)

    def paste(self) -> None:
        """Import a table or a file that was copied elsewhere; say so where there is none."""
        mime = QGuiApplication.clipboard().mimeData()
        files = [] if mime is None else files_of(mime)
        if files:
            self.open(main_file(files))
        elif mime is not None and has_table(mime):
            self._show()
            self.window.state.paste(mime.text())
        else:
            texts = self._session.texts
            self._status.say(
                texts.translate("Intake", "There is no table on the clipboard: copy rows in a spreadsheet first.")
            )

    def may_leave(self) -> bool:
        """Ask about cells that were put right by hand; False where the user wants to stay."""
        return self._made is None or self._made.may_leave()

    def close(self) -> None:
        """Stop what is being done and wait for it, so that no thread outlives the window."""
        if self._made is not None:
            self._made.hide()  # what is in sight would ask
            self._made.close()
            self._made.close_workers()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the main window; a project is none to be imported."""
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            drop = cast(QDragEnterEvent | QDragMoveEvent | QDropEvent, event)
            files = [path for path in files_of(drop.mimeData()) if not path.name.lower().endswith(SUFFIX)]
            if files:
                drop.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.open(main_file(files))
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        window = self.window
        window.show()
        window.raise_()
        window.activateWindow()

    def _take(self, own: OwnData) -> None:
        """Change the project by one step that can be undone, and show what is new."""
        from data.intake.figures import UNSEEN

        window, texts = self.window, self._session.texts
        plan, outcome, points = window.state.plan, window.state.outcome, window.state.found.points
        if plan is None or outcome is None:
            return
        name = self._name(plan)
        record = _record(plan, outcome, window.state.now, source_taken(own, plan))
        window.hide()
        self._session.change_own(own, texts.translate("Intake", _TEXT).format(name=name))
        said = [
            texts.translate("Intake", "Rows imported ({name}): {count}; Ctrl+Z undoes it.").format(
                count=texts.number(len(outcome.sites) + len(outcome.figures)), name=name
            )
        ]
        if outcome.refused:
            refused = texts.translate("Intake", "Rows refused: {count}.")
            said.append(refused.format(count=texts.number(len(outcome.refused))))
        if plan.kind in SITE_KINDS:
            self._session.set_layer(cast(LayerName, plan.kind), True)
            if plan.layer is not None:
                self._session.set_own_layer(plan.layer.name, True)
            if points.extent is not None:
                self._bring_into_view(points.extent)
        elif shown := self._own_indicator(plan):
            self._session.set_choropleth(shown)
        said += [remark(texts, one) for one in outcome.remarks if one.template in UNSEEN]
        window.state.forget()
        self.imported.emit(record)
        self._status.say(" ".join(said))

    def _own_indicator(self, plan: ImportPlan) -> str:
        """Return the id of the indicator that the figures of a new variable make, '' for none."""
        variable = plan.variable.id if plan.variable is not None else ""
        rows = indicators_of(self._session.project.data).values()
        return next((row.id for row in rows if row.topic == "own" and variable in row.variables), "")

    def _name(self, plan: ImportPlan) -> str:
        texts = self._session.texts
        if plan.kind == "own" and plan.layer is not None:
            return plan.layer.name
        if plan.kind == "figures" and plan.variable is not None:
            return plan.variable.name.text(texts.language)
        return word(texts, KIND_NAMES[plan.kind])

    def _bring_into_view(self, extent: tuple[float, float, float, float]) -> None:
        left, bottom, right, top = extent
        wanted = left - _ROOM, bottom - _ROOM, right + _ROOM, top + _ROOM
        if wanted[2] - wanted[0] > 0.7 * (EXTENT[2] - EXTENT[0]) or wanted[3] - wanted[1] > 0.7 * (
            EXTENT[3] - EXTENT[1]
        ):
            self._canvas.fit()
        else:
            self._canvas.set_extent(wanted)


def _record(plan: ImportPlan, outcome: Outcome, opened: Opened | None, source_id: str) -> ImportRecord:
    """Return what the project keeps of an import beside its rows."""
    layer = SITE_KINDS.get(plan.kind)
    target = layer.value if layer is not None else plan.kind
    return ImportRecord(
        "" if opened is None else opened.file.path.name,
        datetime.now().astimezone().isoformat(timespec="seconds"),
        source_id,
        f"own:{plan.layer.name}" if plan.layer is not None else target,
        len(outcome.sites) or len(outcome.figures),
        len(outcome.refused),
    )
