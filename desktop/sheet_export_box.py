"""The lower part of the sheet window: progress of an export, what became of it, format, and the buttons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop import sheet_words, words
from desktop.dialogs import keys
from desktop.exporting import Written
from desktop.session import Session
from desktop.sheet_fields import chooser, name
from desktop.widgets import muted, text_tip
from maps.export.formats import FORMATS, Format, FormatId, Options

EXPORT_KEY = "Ctrl+S"
"""What every other program writes a file with."""

OUTLINES = "svg-outlines"
"""The entry for SVG files whose text is drawn as shapes."""


class ExportBox(QWidget):
    """Says what is wanted; it writes nothing."""

    format_changed = Signal()
    wanted = Signal()
    print_wanted = Signal()
    stopped = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._written: Written | None = None
        self.label, self.format = QLabel(), chooser()
        self.label.setBuddy(self.format)
        self.export, self.print = QPushButton(), QPushButton()
        self.cancel, self.folder = QPushButton(), QPushButton()
        self.progress = QProgressBar()
        self.note, self.result = muted(wrapped=True), QLabel(wordWrap=True)
        self.export.clicked.connect(self.wanted)
        self.print.clicked.connect(self.print_wanted)
        self.cancel.clicked.connect(self.stopped)
        self.folder.clicked.connect(self._open_folder)
        self.format.currentIndexChanged.connect(lambda _at: self._describe())
        running, done, kind, buttons = (QHBoxLayout() for _ in range(4))
        running.addWidget(self.progress, 1)
        running.addWidget(self.cancel)
        done.addWidget(self.result, 1)
        done.addWidget(self.folder)
        kind.addWidget(self.label)
        kind.addWidget(self.format, 1)
        buttons.addStretch()
        buttons.addWidget(self.print)
        buttons.addWidget(self.export)
        column = QVBoxLayout(self)
        # What comes and goes stands above: no other button may come under a hand that exports once more.
        for line in (running, done, kind, buttons):
            column.addLayout(line)
        column.insertWidget(3, self.note)
        self.retranslate()
        self.show_busy(False)
        self.say("")

    @property
    def chosen(self) -> Format:
        """The format that is chosen."""
        entry = self.format.currentData()
        return FORMATS["svg" if entry == OUTLINES else entry]

    @property
    def options(self) -> Options:
        return Options(outlines=self.format.currentData() == OUTLINES)

    def choose(self, format_id: FormatId) -> None:
        """Choose a format."""
        self.format.setCurrentIndex(self.format.findData(format_id))

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        name(self.label, texts.translate("Sheet", "&Format"))
        self.export.setText(texts.translate("Sheet", "&Export…"))
        tip = texts.translate("Sheet", "Export the sheet to a file ({key})")
        self.export.setToolTip(tip.format(key=keys([EXPORT_KEY])))
        self.print.setText(texts.translate("Sheet", "Pr&int…"))
        self.cancel.setText(texts.translate("Sheet", "Cancel"))
        self.folder.setText(texts.translate("Sheet", "Open folder"))
        self.progress.setAccessibleName(texts.translate("Sheet", "Progress of the export"))
        at = self.format.currentIndex()
        self.format.clear()
        for format_id in FORMATS:
            self.format.addItem(texts.translate("Sheet", sheet_words.FORMATS[format_id]), format_id)
            if format_id == "svg":
                self.format.addItem(texts.translate("Sheet", sheet_words.OUTLINES), OUTLINES)
        self.format.setCurrentIndex(self.format.findData("pdf") if at < 0 else at)
        self._describe()
        self.say("")

    def show_busy(self, busy: bool) -> None:
        """Show progress instead of the button."""
        self.export.setEnabled(not busy)
        self.format.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        self.progress.setRange(0, 0)
        if busy:
            self.say("")

    def show_progress(self, done: int, total: int) -> None:
        """Show how many sheets are done; of one sheet only that it is being made."""
        self.progress.setRange(0, total if total > 1 else 0)
        self.progress.setValue(done)

    def show_written(self, written: Written) -> None:
        """Say what became of an export."""
        texts, self._written = self._session.texts, written
        if written.cancelled:
            self.say(
                texts.translate("Sheet", "Cancelled; {count} finished files were kept.").format(count=written.kept)
                if written.kept
                else texts.translate("Sheet", "Cancelled; no file was left unfinished.")
            )
            return
        files = written.files
        lines = [
            texts.translate("Sheet", "Saved as {name}.").format(name=files[0].name)
            if len(files) == 1
            else texts.translate("Sheet", "Saved {count} files in {folder}.").format(
                count=texts.number(len(files)), folder=files[0].parent
            )
        ]
        self.say("\n".join((*lines, *(words.error(texts, remark) for remark in written.remarks))))
        self.result.setToolTip(text_tip("\n".join(str(file) for file in files[:20])))
        self.folder.show()

    def say(self, sentence: str) -> None:
        """Show a sentence below, or nothing."""
        self.result.setText(sentence)
        self.result.setToolTip("")
        self.result.setVisible(bool(sentence))
        self.folder.hide()

    def _describe(self) -> None:
        if self.format.currentIndex() >= 0:
            self.format_changed.emit()
            self.note.setVisible(not self.chosen.picture)
            self.note.setText(
                self._session.texts.translate(
                    "Sheet", "Holds the values, places and sources of what the map shows, not its look."
                )
            )

    def _open_folder(self) -> None:
        if self._written is not None and self._written.files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._written.files[0]).parent)))
