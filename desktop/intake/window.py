"""The window of an import: the steps on the left, the chosen one beside them, and what would come of it below."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from data.intake.plan import SITE_KINDS
from desktop.intake import words
from desktop.intake.check_step import CheckStep
from desktop.intake.columns_step import ColumnsStep
from desktop.intake.file_step import FileStep
from desktop.intake.kind_step import KindStep
from desktop.intake.marks import step_icon
from desktop.intake.offered import files_of, has_file, main_file
from desktop.intake.place_step import PlaceStep
from desktop.intake.questions import STEPS, StepId, can_be_checked, open_questions, reader_name, taken
from desktop.intake.source_step import SourceStep
from desktop.intake.state import ImportState
from desktop.intake.step import Step, scrolled
from desktop.intake.words import CRS_NAMES, FORMAT_NAMES, KIND_NAMES, word
from desktop.session import Session
from desktop.widgets import heading, muted, named, text_tip

_SIZE = QSize(1180, 740)
_MOST = 0.94
"""Share of the screen that the window takes at most: what is large type to some is a small screen."""
_NARROW = 900
"""Width below which the list of steps gives room to the pages: a screen of 1280 at 200 % has 640."""
_STEPS_LEAST = 168
_STEPS_WIDTH = 232
"""Logical pixels: "Telemedicine points" and a name of a layer on the second line."""


class ImportWindow(QWidget):
    """One for each main window. It asks the state; only ``wanted_file`` and ``state.taken`` leave it."""

    wanted_file = Signal()
    """the user wants to choose another file"""

    def __init__(self, session: Session, folder: Path, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session = session
        self.state = ImportState(session, folder, self)
        self._open: Mapping[StepId, tuple[str, ...]] = {}
        self.pages: dict[StepId, Step] = {
            "file": FileStep(self.state, session),
            "kind": KindStep(self.state, session),
            "columns": ColumnsStep(self.state, session),
            "place": PlaceStep(self.state, session),
            "source": SourceStep(self.state, session),
            "check": CheckStep(self.state, session),
        }
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(_SIZE.boundedTo(self.screen().availableSize() * _MOST))
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        self.file, self.file_about = heading(), muted()
        for label in (self.file, self.file_about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.other = named(QToolButton(), "quiet")
        self.steps = named(QListWidget(), "circles")
        self.steps.setFrameShape(QFrame.Shape.NoFrame)
        self.steps.setFixedWidth(_STEPS_WIDTH)
        self.steps.setIconSize(QSize(18, 18))
        self.steps.setSpacing(2)
        self.steps.setWordWrap(True)
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget()
        for step in STEPS:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, step)
            self.steps.addItem(item)
            self.stack.addWidget(scrolled(self.pages[step]) if step in ("file", "check") else self.pages[step])
        self.empty = muted(wrapped=True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(40)
        self.stack.addWidget(self.empty)
        self.said = QLabel(wordWrap=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setFixedWidth(150)
        self.progress.setTextVisible(False)
        self.stop, self.back, self.forth, self.go = (QPushButton() for _ in range(4))
        for button in (self.stop, self.back, self.forth):
            button.setAutoDefault(False)
        self.go.setDefault(True)
        named(self.go, "primary")
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.file)
        names.addWidget(self.file_about)
        top.addLayout(names, 1)
        top.addWidget(self.other)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.steps)
        middle.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        for widget in (self.progress, self.stop, self.back, self.forth, self.go):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        state = self.state
        self.steps.currentRowChanged.connect(self._turn_to)
        self.other.clicked.connect(self.wanted_file)
        self.back.clicked.connect(lambda: self.steps.setCurrentRow(self.steps.currentRow() - 1))
        self.forth.clicked.connect(lambda: self.steps.setCurrentRow(self.steps.currentRow() + 1))
        self.stop.clicked.connect(self._stop_or_resume)
        self.go.clicked.connect(state.take)
        for signal in (state.opened, state.changed):
            signal.connect(self.refresh)
        state.ran.connect(self._tell)
        state.busy_changed.connect(self._tell)
        state.faulted.connect(self._tell)
        state.progressed.connect(self._show_progress)
        state.opened.connect(self._land)
        self._session.language_changed.connect(self.retranslate)
        self._session.theme_changed.connect(self.refresh)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.go.click)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, self.forth.click)
        QShortcut(QKeySequence("Ctrl+PgUp"), self, self.back.click)

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_step(self, step: StepId) -> None:
        self.steps.setCurrentRow(STEPS.index(step))

    def _land(self) -> None:
        """Show the summary, or first what must be answered before there can be one."""
        asked = (step for step in STEPS if step != "source" and self._open.get(step))
        self.show_step(next(asked, "check"))
        check = self.pages["check"]
        if self.step == "check" and isinstance(check, CheckStep):
            check.start_typing()

    @property
    def step(self) -> StepId:
        """The page that is shown."""
        return STEPS[max(self.steps.currentRow(), 0)]

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        self.setWindowTitle(texts.translate("Intake", "Import"))
        self.back.setText(texts.translate("Intake", "&Back"))
        self.forth.setText(texts.translate("Intake", "Ne&xt"))
        self.steps.setAccessibleName(texts.translate("Intake", "Steps of the import"))
        self.progress.setAccessibleName(texts.translate("Intake", "Rows read"))
        for page in self.pages.values():
            page.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as it stands, on every page and in the list of steps."""
        plan, now, texts = self.state.plan, self.state.now, self._session.texts
        ready = plan is not None and now is not None
        self.steps.setVisible(ready)
        self.stack.setCurrentIndex(max(self.steps.currentRow(), 0) if ready else len(STEPS))
        if plan is None or now is None:
            self._open = {}  # what was asked of a file before is asked no more
            self.file.setText(texts.translate("Intake", "No file yet"))
            self.file_about.setText("")
            self.other.setText(texts.translate("Intake", "Ch&oose a file…"))
            self._tell()
            return
        self.other.setText(texts.translate("Intake", "&Other file…"))
        self._open = open_questions(plan, texts)
        for page in self.pages.values():
            page.refresh()
        file = now.file
        self.file.setText(file.path.name or texts.translate("Intake", "Table from the clipboard"))
        self.file.setToolTip(text_tip(str(file.path)) if file.path.name else "")
        about = [word(texts, FORMAT_NAMES.get(file.format, file.format)), file.encoding, now.guess.sheet.name]
        about.append(reader_name(plan, texts))
        self.file_about.setText(" · ".join(one for one in about if one))
        self._name_steps()
        self._tell()

    def _name_steps(self) -> None:
        texts, plan, now = self._session.texts, self.state.plan, self.state.now
        if plan is None or now is None:
            return
        layer = plan.layer.name if plan.kind == "own" and plan.layer is not None else ""
        variable = plan.variable.name.text(texts.language) if plan.kind == "figures" and plan.variable else ""
        header = now.guess.header
        rows = words.listed(texts, map(str, header.rows))
        lines: dict[StepId, tuple[str, str]] = {
            "file": (
                texts.translate("Intake", "File"),
                texts.translate("Intake", "names in row {rows}").format(rows=rows) if rows else now.file.encoding,
            ),
            "kind": (texts.translate("Intake", "What it is"), layer or variable or word(texts, KIND_NAMES[plan.kind])),
            "columns": (
                texts.translate("Intake", "Columns"),
                texts.translate("Intake", "{used} of {count} taken").format(
                    used=len(plan.columns), count=len(header.names)
                ),
            ),
            "place": (texts.translate("Intake", "Place"), self._place_line()),
            "source": (texts.translate("Intake", "Source"), plan.source.publisher),
            "check": (texts.translate("Intake", "Check and import"), self._check_line()),
        }
        for row, step in enumerate(STEPS):
            title, line = lines[step]
            questions = self._open.get(step, ())
            if questions:
                line = questions[0]
            item = self.steps.item(row)
            item.setText(f"{title}\n{line}" if line else title)
            # What was not looked at as it stands now is no more done than what is asked.
            unchecked = step == "check" and (self.state.outcome is None or self.state.is_outdated)
            mark = "open" if questions else "waiting" if unchecked else "done"
            item.setIcon(step_icon(mark, self._session.view.theme))
            item.setToolTip("")
            state = texts.translate("Intake", "done") if mark == "done" else texts.translate("Intake", "open")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}: {line} ({state})")

    def _place_line(self) -> str:
        plan, now, texts = self.state.plan, self.state.now, self._session.texts
        if plan is None or now is None:
            return ""
        given = plan.columns.keys()
        if given & {"x", "y", "point"}:
            return word(texts, CRS_NAMES.get(plan.crs or now.guess.crs, CRS_NAMES[0]))
        if "address" in given:
            return texts.translate("Intake", "by address")
        areas = {"county", "town", "place", "area_code", "postal"}
        return texts.translate("Intake", "by area") if given & areas else ""

    def _check_line(self) -> str:
        outcome, texts = self.state.outcome, self._session.texts
        if outcome is None or self.state.is_outdated:
            return ""
        words_ = texts.translate("Intake", "Rows refused: {count}")
        return words_.format(count=texts.number(len(outcome.refused))) if outcome.refused else ""

    def _tell(self) -> None:
        """Say below what would be imported, what is missing, or what went wrong; let import only what can be."""
        state, texts = self.state, self._session.texts
        busy = bool(state.doing)
        count = taken(state.outcome) if state.outcome is not None and not state.is_outdated else 0
        self.go.setText(
            texts.translate("Intake", "&Import ({count})").format(count=texts.number(count))
            if count
            else texts.translate("Intake", "&Import")
        )
        may = bool(count) and not self._open and not busy and state.plan is not None
        if state.outcome is not None and state.outcome.removed and not state.is_outdated and not self._open:
            may = not busy
        self.go.setEnabled(may)
        self.progress.setVisible(busy)
        can = state.plan is not None and can_be_checked(state.plan)
        interrupted = can and state.is_outdated and not busy and not state.waits
        self.stop.setVisible(busy or interrupted)
        self.stop.setText(texts.translate("Intake", "Sto&p") if busy else texts.translate("Intake", "Chec&k again"))
        if busy:
            self.progress.setRange(0, 0)
        row = self.steps.currentRow()
        self.back.setEnabled(row > 0 and state.plan is not None)
        self.forth.setEnabled(row < len(STEPS) - 1 and state.plan is not None)
        is_fault = state.fault is not None and not busy
        named(self.said, "fault" if is_fault or (self._open and not busy) else "")
        self.said.style().polish(self.said)
        sentence = self._sentence(busy, count)
        if state.now is None:  # in the middle, where the file was dropped, and not only at the foot
            named(self.empty, "fault" if is_fault else "")
            self.empty.style().polish(self.empty)
            hint = texts.translate("Intake", "Drop a file here, or choose one.")
            self.empty.setText(f"{sentence}\n\n{hint}" if is_fault else sentence or hint)
            sentence = ""
        self.said.setText(sentence)
        self._name_steps()

    def _sentence(self, busy: bool, count: int) -> str:
        state, texts = self.state, self._session.texts
        if busy:
            doing = {
                "reading": texts.translate("Intake", "Reading the file …"),
                "checking": texts.translate("Intake", "Checking the rows …"),
                "taking": texts.translate("Intake", "Importing …"),
            }
            return doing[state.doing]
        asked = [sentence for step in STEPS for sentence in self._open.get(step, ())]
        if state.fault is not None:
            return " ".join((words.fault(texts, state.fault), *asked))
        if state.now is None:
            return ""
        if asked:
            return " ".join(asked)
        outcome = state.outcome
        if outcome is None or state.is_outdated:
            return texts.translate("Intake", "Not checked yet.")
        said = [texts.translate("Intake", "Rows read: {read}.").format(read=texts.number(outcome.read))]
        if outcome.refused:
            refused = (
                texts.translate("Intake", "Refused: {count}; the others can be imported.")
                if count
                else texts.translate("Intake", "Refused: {count}.")
            )
            said.append(refused.format(count=texts.number(len(outcome.refused))))
        if state.found.none_operates:
            said.append(
                texts.translate("Intake", "Status unknown: what counts only sites in operation leaves them out.")
            )
        if outcome.duplicates:
            double = texts.translate("Intake", "There already: {count}.")
            said.append(double.format(count=texts.number(len(outcome.duplicates))))
        plan = state.plan
        if plan is not None and plan.kind in SITE_KINDS and plan.source.id in state.data.sources and not plan.whole:
            said.append(
                texts.translate(
                    "Intake", "Another edition is in the project: if this one is newer and whole, say so under Changes."
                )
            )
        if outcome.removed:
            removed = texts.translate("Intake", "No longer in the list, to be removed from the project: {count}.")
            said.append(removed.format(count=texts.number(len(outcome.removed))))
        if not count:
            said.append(texts.translate("Intake", "Nothing of it can be imported."))
        return " ".join(said)

    def _show_progress(self, done: int, total: object) -> None:
        if not self.state.doing:
            return
        texts = self._session.texts
        if isinstance(total, int) and total > 0:
            self.progress.setRange(0, total)
            self.progress.setValue(done)
        sentence = texts.translate("Intake", "Checking the rows: {done} …")
        self.said.setText(sentence.format(done=texts.number(done)))

    # --- what is done -----------------------------------------------------------------------------------------------

    def _turn_to(self, row: int) -> None:
        if self.state.now is not None:
            self.stack.setCurrentIndex(max(row, 0))
        self._tell()

    def _stop_or_resume(self) -> None:
        if self.state.doing:
            self.state.cancel()
        else:
            self.state.run()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = files_of(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.state.open(main_file(files))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def may_leave(self) -> bool:
        """Let go of the import; what was put right by hand is asked for first. False where the user wants to stay."""
        plan = self.state.plan
        if plan is not None and plan.corrected and self.isVisible():
            texts = self._session.texts
            question = texts.translate("Intake", "Leave this import? The cells that you put right would be lost.")
            yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
            if QMessageBox.question(self, self.windowTitle(), question, yes | no, no) != yes:
                return False
            self.state.forget()
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        self.state.forget()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.steps.setFixedWidth(_STEPS_WIDTH if self.width() >= _NARROW else _STEPS_LEAST)

    def close_workers(self) -> None:
        """Wait for what is running, so that no thread outlives the main window."""
        self.state.close()
        for page in self.pages.values():
            if isinstance(page, CheckStep):
                page.close_workers()
