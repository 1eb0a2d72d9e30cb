"""The window in which a sheet is laid out and exported: a live preview, what can be chosen, and the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from data.errors import UserError
from desktop import dialogs, files, sheet_words
from desktop.exporting import Exporting, SheetsToWrite, Written, sentence
from desktop.press import Press
from desktop.session import Session
from desktop.sheet_elements_tab import ElementsTab
from desktop.sheet_export_box import EXPORT_KEY, ExportBox
from desktop.sheet_fields import Number, scrolled
from desktop.sheet_page import EDITABLE
from desktop.sheet_page_tab import PageTab
from desktop.sheet_preview import SheetPreview
from desktop.sheet_series_tab import SeriesTab
from desktop.sheet_state import SheetState
from desktop.sheet_toolbar import SheetToolbar
from desktop.widgets import muted
from desktop.words import mark
from desktop.worker import Workers
from maps.context import Context
from maps.export.file_names import file_name, named_by
from maps.export.formats import FormatId
from maps.export.series import plates_of
from maps.plate import Plate
from maps.sheet_spec import ElementId, Extent, SheetSpec
from maps.words import subtitle

_OPTIONS_WIDTH = 312
_FIRST_SIZE = QSize(1220, 780)
"""On a screen of 1280 × 800 that leaves 850 pixels for the preview, in which an A4 page can be read."""

_FIRST_SHARE = 0.85
"""Of a larger screen."""


class SheetWindow(QWidget):
    """One for each main window; closed, it keeps what was chosen. ``extent`` is what the map in the window shows."""

    print_wanted = Signal()

    def __init__(self, session: Session, press: Press, extent: Callable[[], Extent], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session, self._press = session, press
        self.workers = Workers(self)
        self.state = SheetState(session, self)
        self.exporting = Exporting(self.workers, self)
        self.preview = SheetPreview(press, self.workers)
        self.page_tab = PageTab(session, self.state, extent)
        self.elements_tab = ElementsTab(session, self.state)
        self.series_tab = SeriesTab(session, self.state)
        self.export_box = ExportBox(session)
        self._folder: Path | None = None
        self.toolbar = SheetToolbar(session, self.state, self.preview)
        self.number = Number(1, 1, 1)
        self.fault, self.hint = QLabel(wordWrap=True), muted(wrapped=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def open_at(self, tab: QWidget, format_id: FormatId | None = None) -> None:
        """Show the window with one of its tabs, and a format chosen."""
        self.page_tab.follow_window()
        self.tabs.setCurrentIndex([self.page_tab, self.elements_tab, self.series_tab].index(tab))
        if format_id is not None:
            self.export_box.choose(format_id)
        self.show()
        self.raise_()
        self.activateWindow()
        self.refresh()

    def is_ready(self) -> bool:
        """Whether the preview shows what was asked for."""
        return self.preview.is_ready()

    def refresh(self) -> None:
        """Show the sheet again if anything of it has changed."""
        order, session = self.state.order, self._session
        series, number = order.series(), self.number.value()
        try:
            page = order.page()
            base = self._base()
            plates = plates_of(base, series) if series else (base,)
        except UserError as fault:
            self.preview.cancel()
            self._show_fault(fault)
            return
        self._show_fault(None)
        self._show_count(len(plates))
        plate = plates[min(number, len(plates)) - 1]
        key = (session.project, order.view(session.view), order.spec, order.page(), series, plate.name)
        if self.isVisible():
            self.preview.show_sheet(key, lambda: plate, page.width, page.height)

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        self.setWindowTitle(texts.translate("Sheet", "Sheet and export"))
        for tab, title in enumerate(
            (
                texts.translate("Sheet", "Sheet"),
                texts.translate("Sheet", "Elements"),
                texts.translate("Sheet", "Series"),
            )
        ):
            self.tabs.setTabText(tab, title)
        self.preview.page.setAccessibleName(texts.translate("Sheet", "Preview of the sheet"))
        self.number.setPrefix(texts.translate("Sheet", "Sheet") + " ")
        self.number.setAccessibleName(texts.translate("Sheet", "Sheet of the series in the preview"))
        self.toolbar.retranslate()
        self.export_box.retranslate()
        self._say_current()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.exporting.cancel()
        self.preview.cancel()
        super().closeEvent(event)

    def close_workers(self) -> None:
        """Stop what is being made and wait for it, so that no thread outlives the program."""
        self.exporting.cancel()
        self.preview.cancel()
        self.workers.close()

    # --- parts --------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        for tab in (self.page_tab, self.elements_tab, self.series_tab):
            self.tabs.addTab(scrolled(tab), "")
        left = QVBoxLayout()
        left.setSpacing(0)
        self.fault.setContentsMargins(12, 6, 12, 6)
        # Always of two lines: the sheet must not jump when the sentence gets longer.
        self.hint.setFixedHeight(2 * self.hint.fontMetrics().lineSpacing())
        self.number.hide()
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 4)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.number)
        for widget in (self.toolbar, self.fault):
            left.addWidget(widget)
        left.addWidget(self.preview, 1)
        left.addLayout(foot)
        options = QWidget()
        options.setFixedWidth(_OPTIONS_WIDTH)
        right = QVBoxLayout(options)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.tabs, 1)
        right.addWidget(self.export_box)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(options)
        for keys, call in (
            ("Ctrl+W", self.close),
            ("Ctrl+P", self.print_wanted.emit),
            (EXPORT_KEY, self.export_box.export.click),
        ):
            QShortcut(QKeySequence(keys), self, call)
        self.setTabOrder(self.toolbar.reset, self.preview.page)
        self.setTabOrder(self.preview.page, self.number)
        self.setTabOrder(self.number, self.tabs)
        room = self.screen().availableSize()
        self.resize((room * _FIRST_SHARE).expandedTo(_FIRST_SIZE).boundedTo(room))

    def _connect(self) -> None:
        session, state, page = self._session, self.state, self.preview.page
        for signal in (session.view_changed, session.project_changed, session.index_changed):
            signal.connect(self.refresh)
        session.language_changed.connect(self.retranslate)
        state.changed.connect(self.refresh)
        self.number.valueChanged.connect(lambda _value: self.refresh())
        self.preview.made.connect(self._follow_picture)
        self.preview.failed.connect(self._show_fault)
        page.moved.connect(self._move)
        page.hidden.connect(
            lambda element: state.show_element(element, False, mark("SheetUndo", "elements shown or hidden"))
        )
        page.editing.connect(self._edit)
        page.written.connect(self._write_text)
        page.chosen.connect(self._say_current)
        self.export_box.format_changed.connect(self._follow_format)
        self.export_box.wanted.connect(self._export)
        self.export_box.print_wanted.connect(self.print_wanted)
        self.export_box.stopped.connect(self.exporting.cancel)
        self.exporting.progressed.connect(self.export_box.show_progress)
        self.exporting.ended.connect(self._ended)
        self.exporting.failed.connect(self._failed)

    # --- preview ------------------------------------------------------------------------------------------------------

    def _base(self) -> Plate:
        project = self._session.project
        return self.state.order.plate(project, self._session.view, self._press.atlas(project.data))

    def _show_count(self, sheets: int) -> None:
        """Let the user leaf through so many sheets."""
        self.number.setRange(1, sheets)
        self.number.setSuffix(f" / {sheets}")
        self.number.setVisible(sheets > 1)

    def _follow_picture(self) -> None:
        self._show_fault(None)

    def _show_fault(self, fault: Exception | None) -> None:
        self.fault.setText("" if fault is None else sentence(self._session.texts, fault))
        self.fault.setVisible(fault is not None)
        self.export_box.export.setEnabled(fault is None and not self.exporting.running)

    def _follow_format(self) -> None:
        self.series_tab.set_holds_several(self.export_box.chosen.together)

    def _say_current(self) -> None:
        """Say which element is chosen, and what can be done with it."""
        texts, page = self._session.texts, self.preview.page
        element = page.current
        if element is None:
            words = texts.translate("Sheet", "Drag an element to move it; double-click a title or note to edit it.")
        else:
            words = (
                texts.translate("Sheet", "{element}: arrow keys move it by 1 mm, Del hides it, F2 edits its text.")
                if element in EDITABLE
                else texts.translate("Sheet", "{element}: arrow keys move it by 1 mm, Del hides it.")
            ).format(element=sheet_words.element(texts, element))
        self.hint.setText(words)
        self.hint.setToolTip(words)
        page.setAccessibleDescription(words)
        self.toolbar.refresh()

    # --- elements -----------------------------------------------------------------------------------------------------

    def _move(self, element: ElementId, across: float, down: float, by_key: bool) -> None:
        gesture = f"move {element}" if by_key else ""
        self.state.move(element, across, down, mark("SheetUndo", "move of an element"), gesture)

    def _edit(self, element: ElementId) -> None:
        self.preview.page.edit(element, self.state.order.spec.texts.get(element) or self._own_text(element))

    def _own_text(self, element: ElementId) -> str:
        """Return what the program would write on a single sheet."""
        plate = replace(self._base(), spec=SheetSpec())
        if element == "title":
            return plate.title
        context = Context(plate.project, plate.view, plate.atlas, plate.texts, 1.0)
        return subtitle(context) if element == "subtitle" else ""

    def _write_text(self, element: ElementId, words: str) -> None:
        """Take a text; the program's own is no text of the user."""
        kept = "" if words == self._own_text(element) else words
        self.state.set_text(element, kept, mark("SheetUndo", "change of a text"))

    # --- export -------------------------------------------------------------------------------------------------------

    def _export(self) -> None:
        """Ask where to, then write in the background."""
        order, chosen = self.state.order, self.export_box.chosen
        series = order.series()
        try:
            base = self._base()
            plates = plates_of(base, series) if series else (base,)
            together = len(plates) == 1 or (order.together and chosen.together)
            out = self._ask_file(base, chosen.suffix) if together else self._ask_folder(plates, chosen.suffix)
        except UserError as fault:
            self._failed(fault)
            return
        if out is None:
            return
        options = replace(self.export_box.options, title=base.title if series else "")
        sheets = SheetsToWrite(plates, chosen.id, out, together, order.pattern, options)
        self.export_box.show_busy(True)
        self.exporting.start(partial(sheets.write, self._press))

    def _ask_file(self, base: Plate, suffix: str) -> Path | None:
        order, texts = self.state.order, self._session.texts
        words = (base.view.name, order.part.id if order.part else "", order.by or "")
        name = file_name("-".join(("lifecircles", *filter(None, words)))) + suffix
        title = texts.translate("Sheet", "Export the sheet")
        chosen = files.ask_target(self, texts, title, self._start_folder() / name)
        if chosen is not None:
            self._folder = chosen.parent
        return chosen

    def _ask_folder(self, plates: tuple[Plate, ...], suffix: str) -> Path | None:
        texts = self._session.texts
        title = texts.translate("Sheet", "Folder for the files")
        name = QFileDialog.getExistingDirectory(self, title, str(self._start_folder()))
        if not name:
            return None
        targets = named_by(plates, self.state.order.pattern, Path(name), suffix)
        there = [target for target in targets if target.exists()]
        if there and not files.may_replace(self, texts, there):
            return None
        self._folder = Path(name)
        return self._folder

    def _start_folder(self) -> Path:
        return self._folder if self._folder is not None and self._folder.is_dir() else files.pictures_folder()

    def _ended(self, written: Written) -> None:
        self.export_box.show_busy(False)
        self.export_box.show_written(written)

    def _failed(self, fault: Exception) -> None:
        self.export_box.show_busy(False)
        box = dialogs.fault(self._session.texts, sentence(self._session.texts, fault), self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
