"""Everything that leaves the window as a picture, a file, a print or a copy: what the menu Export does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMainWindow, QWidget

from data.errors import TargetError
from data.scene import Scene
from desktop import dialogs, files
from desktop.clipboard import Clipboard
from desktop.exporting import Exporting, SheetsToWrite, Written, sentence
from desktop.map_surface import MapSurface
from desktop.press import Press
from desktop.session import Session
from desktop.sheet_order import PIXELS, SheetOrder
from desktop.status_line import StatusLine
from desktop.words import error
from desktop.worker import Task, Workers
from maps.display import Cancelled
from maps.export.file_names import file_name
from maps.export.series import Told, plates_of
from maps.geometry import Atlas
from maps.page import PageSize
from maps.plate import Plate

if TYPE_CHECKING:  # made when first wanted, so that the first map need not wait for it
    from desktop.briefing.handout_dialog import HandoutDialog
    from desktop.report_dialog import ReportDialog
    from desktop.sheet_window import SheetWindow

PNG = ".png"


class HandOver(QObject):
    """One for each main window; the sheet window is made when it is first wanted, and kept."""

    def __init__(self, window: QMainWindow, session: Session, canvas: MapSurface, status: StatusLine) -> None:
        super().__init__(window)
        self._window, self._session, self._canvas, self._status = window, session, canvas, status
        self._press = Press()
        self._clipboard = Clipboard()
        self._workers = Workers(self)
        self._exporting = Exporting(self._workers, self)
        self._exporting.progressed.connect(self._progressed)
        self._exporting.ended.connect(self._ended)
        self._exporting.failed.connect(self._report)
        self._printing: Task | None = None
        self._sheet_window: SheetWindow | None = None
        self._report_dialog: ReportDialog | None = None
        self._handout_dialog: HandoutDialog | None = None
        self._saved = ""
        """what is said when the file that is being written is finished"""
        self._writing = ""
        """what is said while it is written"""

    @property
    def sheet_window(self) -> SheetWindow:
        """The window in which sheets are laid out."""
        if self._sheet_window is None:
            from desktop.sheet_window import SheetWindow

            self._sheet_window = SheetWindow(self._session, self._press, self._canvas.extent, self._window)
            self._sheet_window.print_wanted.connect(self.print_sheet)
        return self._sheet_window

    def open_sheet(self) -> None:
        """Lay out a sheet and export it."""
        self.sheet_window.open_at(self.sheet_window.page_tab)

    def open_series(self) -> None:
        """Export a series of sheets, of each circle unless the user wanted another before."""
        self.sheet_window.series_tab.begin()
        self.sheet_window.open_at(self.sheet_window.series_tab)

    def open_data(self) -> None:
        """Export what the map shows as data."""
        self.sheet_window.open_at(self.sheet_window.page_tab, "xlsx")

    def open_report(self) -> None:
        """Ask how a report is to be written; what was chosen stays for the next time."""
        if self._report_dialog is None:
            from desktop.report_dialog import ReportDialog

            self._report_dialog = ReportDialog(self._session, self._order().spec, self._window)
            self._report_dialog.wanted.connect(self._write_report)
        self._report_dialog.open()

    def open_handout(self, scenes: tuple[Scene, ...], chosen: frozenset[str]) -> None:
        """Ask how scenes are to be handed out; ``chosen`` are the ids of those that are chosen in the list."""
        if self._handout_dialog is None:
            from desktop.briefing.handout_dialog import HandoutDialog

            self._handout_dialog = HandoutDialog(self._session, self._order().spec, self._window)
            self._handout_dialog.wanted.connect(self._write_handout)
        self._handout_dialog.ask(scenes, chosen)

    def save_quickly(self) -> None:
        """Write what the map shows as a picture, without many questions."""
        if self._exporting.running:
            return
        texts = self._session.texts
        title = texts.translate("HandOver", "Save the map as a picture")
        name = file_name(f"lifecircles-{self._session.view.name}") + PNG
        target = files.ask_target(self._window, texts, title, files.pictures_folder() / name)
        if target is None:
            return
        order = SheetsToWrite((self._quick_plate(),), "png", target)
        self._saved = texts.translate("HandOver", "The map was saved as {path}.")
        self._start_writing(order.write, texts.translate("HandOver", "Saving {path} …").format(path=target))

    def copy_map(self) -> None:
        """Put what the map shows on the clipboard, with legend and sources."""
        plate = self._quick_plate()

        def work(_task: Task) -> QImage:
            from maps.export.png import render_sheet

            with self._press.lock:
                return render_sheet(plate.sheet, plate.page)

        def done(picture: QImage) -> None:
            self._clipboard.put_picture(picture, plate.title)
            self._status.finish_busy()
            self._status.say(self._session.texts.translate("HandOver", "The map was copied as a picture."))

        task = self._workers.run_task(work, done, self._report)

        self._start_busy(self._session.texts.translate("HandOver", "Copying the map …"), task)

    def copy_table(self) -> None:
        """Put the values that the map shows on the clipboard."""
        plate = self._quick_plate()

        def work(_task: Task) -> tuple[str, str]:
            from maps.export.clip import as_html, as_tsv
            from maps.export.shown import shown

            table = shown(plate).main
            return as_tsv(table), as_html(table)

        def done(table: tuple[str, str]) -> None:
            self._clipboard.put_table(*table)
            self._status.say(self._session.texts.translate("HandOver", "The values on the map were copied."))

        self._workers.run_task(work, done, self._report)

    def print_sheet(self) -> None:
        """Show what a printer would print of the sheet, and print it."""
        from desktop import printing  # Qt's printing is not needed for the first map

        session, texts = self._session, self._session.texts
        if not printing.has_printer():
            self._report(TargetError("This computer has no printer; export a PDF file and print that."))
            return
        order = self._order()
        # Apart from the press: what is being written there must not hold up the dialog.
        atlas = Atlas(session.project.data)

        def plates(page: PageSize) -> tuple[Plate, ...]:
            base, series = order.plate(session.project, session.view, atlas), order.series()
            base = replace(base, page=page)
            return plates_of(base, series) if series else (base,)

        printer = printing.printer_for(order)
        page = printing.paper_of(printer)

        def work(task: Task) -> tuple[Plate, ...]:
            made = plates(page)
            for plate in made:
                if task.cancelled:
                    raise Cancelled
                plate.sheet  # noqa: B018  (laid out here, so that the dialog need not wait)
            return made

        def done(made: tuple[Plate, ...]) -> None:
            self._status.finish_busy()
            dialog = printing.PrintPreview(printer, made, plates, texts, self._front())
            dialog.failed.connect(self._report)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        if self._printing is not None:
            self._printing.cancel()
        self._printing = task = self._workers.run_task(work, done, self._report)
        self._start_busy(texts.translate("HandOver", "Preparing to print …"), task)

    def write(
        self, order: Callable[[Atlas], Callable[[Press, Told], Written]], saved: str, writing: str, words: str
    ) -> None:
        """Let what ``order`` returns write something else.

        ``saved`` names ``{path}``, ``writing`` the ``{share}`` that is done, ``words`` is said at the beginning.
        """
        if self._is_free():
            self._saved, self._writing = saved, writing
            self._start_writing(order(self._press.atlas(self._session.project.data)), words)

    def close(self) -> None:
        """Stop what is being made and wait for it, so that no thread outlives the window."""
        self._exporting.cancel()
        self._workers.close()
        self._clipboard.let_go()
        if self._sheet_window is not None:
            self._sheet_window.close()
            self._sheet_window.close_workers()

    def _front(self) -> QWidget:
        """Return the window over which to ask and to say something: behind the sheet window nobody would see it."""
        above = self._sheet_window
        return above if above is not None and above.isVisible() else self._window

    def _order(self) -> SheetOrder:
        """Return the sheet as it was laid out last."""
        if self._sheet_window is not None:
            return self._sheet_window.state.order
        return SheetOrder(self._session.language, "print", self._session.sheet_spec)

    def _quick_plate(self) -> Plate:
        """Return the part of the map in the window as large as a screen, in the window's language and theme."""
        session = self._session
        extent = None if self._canvas.is_fitted() else self._canvas.extent()
        order = SheetOrder(session.language, session.view.theme, size=PIXELS)
        order = order.with_part(None, extent)
        order = replace(order, spec=replace(order.spec, template="map"))
        return order.plate(session.project, session.view, self._press.atlas(session.project.data))

    def _start_busy(self, words: str, task: Task) -> None:
        def cancel() -> None:
            task.cancel()
            self._status.finish_busy()

        self._status.start_busy(words, cancel)

    def _write_report(self, target: Path) -> None:
        dialog, translate = self._report_dialog, self._session.texts.translate
        if self._is_free() and dialog is not None:
            self._saved = translate("HandOver", "The report was saved as {path}.")
            self._writing = translate("HandOver", "Writing the report: {share} %")
            order = dialog.order(self._press.atlas(self._session.project.data), target)
            words = translate("HandOver", "Writing the report {name} …").format(name=target.name)
            self._start_writing(order.write, words)

    def _write_handout(self, target: Path) -> None:
        dialog, translate = self._handout_dialog, self._session.texts.translate
        if self._is_free() and dialog is not None:
            self._saved = translate("HandOver", "The scenes were saved as {path}.")
            if target.is_dir():
                self._saved = translate("HandOver", "{count} scenes were saved as pictures in {folder}.")
            self._writing = translate("HandOver", "Writing the scenes: {share} %")
            order = dialog.order(self._press.atlas(self._session.project.data), target)
            words = translate("HandOver", "Writing the scenes to {name} …").format(name=target.name)
            self._start_writing(order.write, words)

    def _is_free(self) -> bool:
        """Tell whether nothing is being written; says so where something is."""
        if self._exporting.running:
            words = self._session.texts.translate("HandOver", "Another file is still being written; try again then.")
            self._status.say(words)
        return not self._exporting.running

    def _start_writing(self, write: Callable[[Press, Told], Written], words: str) -> None:
        self._exporting.start(partial(write, self._press))
        self._status.start_busy(words, self._exporting.cancel)

    def _progressed(self, done: int, total: int) -> None:
        """Say how far something of several pages is; a single picture has nothing to tell."""
        if total > 1 and self._exporting.running:
            share = self._session.texts.number(100 * done / total)
            self._status.showMessage(self._writing.format(share=share))

    def _ended(self, written: Written) -> None:
        texts = self._session.texts
        self._status.finish_busy()
        if written.cancelled:
            kept = texts.translate("Sheet", "Cancelled; {count} finished files were kept.")
            words = kept if written.kept else texts.translate("HandOver", "Cancelled; nothing was written.")
            self._status.say(words.format(count=written.kept))
        else:
            first, count = written.files[0], texts.number(len(written.files))
            words = self._saved.format(path=first, folder=first.parent, count=count)
            self._status.say("  ".join((words, *(error(texts, remark) for remark in written.remarks))))

    def _report(self, fault: Exception) -> None:
        self._status.finish_busy()
        texts = self._session.texts
        box = dialogs.fault(texts, sentence(texts, fault), self._front())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
