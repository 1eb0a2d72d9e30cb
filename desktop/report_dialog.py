"""The dialog that asks how a report is to be written, and the writing of it in the background."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from data.model import Language
from data.project import Project
from desktop import files, sheet_words
from desktop.exporting import Written
from desktop.press import Press
from desktop.session import Session
from desktop.sheet_fields import chooser, fill, name, row, show
from desktop.widgets import muted, text_tip
from maps.definition_words import definition_words
from maps.display import Cancelled
from maps.export.file_names import file_name
from maps.export.series import Told
from maps.geometry import Atlas
from maps.report.files import ReportFormat, write_report
from maps.sheet_spec import SheetSpec
from maps.view import MapView, ThemeName

FORMATS: dict[ReportFormat, str] = {
    "pdf": sheet_words.FORMATS["pdf"],
    "pptx": sheet_words.FORMATS["pptx"],
    "html": sheet_words.FORMATS["html"],
}


@dataclass(frozen=True, eq=False)
class ReportToWrite:
    """A report, and the file into which it is to be written."""

    project: Project
    atlas: Atlas
    language: Language
    theme: ThemeName
    format: ReportFormat
    spec: SheetSpec
    out: Path

    def write(self, press: Press, told: Told) -> Written:
        """Write it. Raises TargetError and InputError; is cancelled when ``told`` raises Cancelled."""
        look = MapView(language=self.language, theme=self.theme)
        with press.lock:
            try:
                remarks = write_report(self.project, self.atlas, look, self.spec, self.format, self.out, told)
            except Cancelled:
                return Written(cancelled=True)
        return Written((self.out,), remarks)


class ReportDialog(QDialog):
    """Asks for format, language, theme, title, author, date and logo, and last for the file. It writes nothing."""

    wanted = Signal(object)
    """the file, a Path; the choices are asked of the dialog"""

    def __init__(self, session: Session, spec: SheetSpec, parent: QWidget) -> None:
        """Start with the date, calendar, author and logo of the sheet that was laid out last."""
        super().__init__(parent)
        self._session, self._logo = session, spec.logo
        self.format, self.language, self.theme, self.calendar = chooser(), chooser(), chooser(), chooser()
        self.title, self.author = QLineEdit(), QLineEdit(spec.author)
        self.dated, self.date = QCheckBox(), QDateEdit()
        self.logo, self.no_logo = QPushButton(), QPushButton()
        self.about = muted(wrapped=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        for button in (self.logo, self.no_logo):
            button.setAutoDefault(False)
        self.save.setDefault(True)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setDate(QDate(*spec.date.timetuple()[:3]) if spec.date else QDate.currentDate())
        self.dated.setChecked(spec.date is not None)
        self.language.addItem("中文", "zh")
        self.language.addItem("English", "en")
        show(self.language, session.language)
        self._lay_out()
        self.retranslate()
        show(self.theme, "print")
        show(self.calendar, spec.calendar)
        self._show_date()
        self.dated.clicked.connect(self._show_date)
        self.logo.clicked.connect(self._choose_logo)
        self.no_logo.clicked.connect(lambda: self._set_logo(None))
        self.save.clicked.connect(self._ask_file)
        self.buttons.rejected.connect(self.reject)
        session.language_changed.connect(self.retranslate)
        session.project_changed.connect(self._describe)

    @property
    def spec(self) -> SheetSpec:
        """Title, author, date and logo as they were chosen."""
        title, day = " ".join(self.title.text().split()), self.date.date()
        return SheetSpec(
            texts={"title": title} if title else {},
            author=self.author.text().strip(),
            calendar=self.calendar.currentData(),
            date=datetime.date(day.year(), day.month(), day.day()) if self.dated.isChecked() else None,
            logo=self._logo,
        )

    def order(self, atlas: Atlas, out: Path) -> ReportToWrite:
        """Return what is to be written into a file, of the project as it stands now."""
        return ReportToWrite(
            self._session.project,
            atlas,
            cast(Language, self.language.currentData()),
            cast(ThemeName, self.theme.currentData()),
            cast(ReportFormat, self.format.currentData()),
            self.spec,
            out,
        )

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        self.setWindowTitle(texts.translate("ReportDialog", "Report"))
        names = (
            texts.translate("ReportDialog", "&Format"),
            texts.translate("ReportDialog", "Lan&guage"),
            texts.translate("ReportDialog", "T&heme"),
            texts.translate("ReportDialog", "&Title"),
            texts.translate("ReportDialog", "A&uthor"),
            texts.translate("ReportDialog", "&Date"),
            texts.translate("ReportDialog", "Ca&lendar"),
            texts.translate("ReportDialog", "L&ogo"),
        )
        for label, text in zip(self._labels, names, strict=True):
            name(label, text)
        fill(self.format, texts, FORMATS)
        fill(self.theme, texts, sheet_words.THEMES)
        fill(self.calendar, texts, sheet_words.CALENDARS)
        self.title.setPlaceholderText(texts.translate("ReportDialog", "the usual title"))
        self.author.setPlaceholderText(texts.translate("ReportDialog", "on the cover and in the file"))
        self.date.setAccessibleName(texts.translate("ReportDialog", "Date on the cover"))
        self.no_logo.setText(texts.translate("ReportDialog", "Remove"))
        self.no_logo.setAccessibleName(texts.translate("ReportDialog", "Remove the logo"))
        self.save.setText(texts.translate("ReportDialog", "&Save as…"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(texts.translate("ReportDialog", "Cancel"))
        self._set_logo(self._logo)
        self._describe()

    def _lay_out(self) -> None:
        dated, logo = QWidget(), QWidget()
        for group, first, second in ((dated, self.dated, self.date), (logo, self.logo, self.no_logo)):
            across = QHBoxLayout(group)
            across.setContentsMargins(0, 0, 0, 0)
            across.addWidget(first, 0 if group is dated else 1)
            across.addWidget(second, 1 if group is dated else 0)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields = (self.format, self.language, self.theme, self.title, self.author, dated, self.calendar, logo)
        self._labels: list[QLabel] = [row(form, field) for field in fields]
        self._labels[5].setBuddy(self.dated)
        self._labels[7].setBuddy(self.logo)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.about)
        column.addWidget(self.buttons)
        self.setMinimumWidth(420)

    def _describe(self) -> None:
        """Say of what the report will be."""
        texts, project = self._session.texts, self._session.project
        lines = [
            texts.translate(
                "ReportDialog", "Circles: {name}. Cover, overview, a page for each circle, sources."
            ).format(name=definition_words(texts, project, project.definition_id))
        ]
        if not project.scenario.is_empty:
            lines.append(texts.translate("ReportDialog", "Its numbers are those under the scenario."))
        self.about.setText(" ".join(lines))

    def _show_date(self) -> None:
        for field in (self.date, self.calendar):
            field.setEnabled(self.dated.isChecked())

    def _choose_logo(self) -> None:
        texts = self._session.texts
        kinds = texts.translate("Sheet", "Pictures") + " (*.png *.jpg *.jpeg *.svg)"
        folder = str(self._logo.parent if self._logo else files.pictures_folder())
        chosen, _ = QFileDialog.getOpenFileName(self, texts.translate("Sheet", "Choose a logo"), folder, kinds)
        if chosen:
            self._set_logo(Path(chosen))

    def _set_logo(self, logo: Path | None) -> None:
        self._logo = logo
        self.logo.setText(logo.name if logo else self._session.texts.translate("Sheet", "Choose a picture…"))
        self.logo.setToolTip(text_tip(str(logo or "")))
        self.no_logo.setEnabled(logo is not None)

    def _ask_file(self) -> None:
        texts = self._session.texts
        title = self.title.text() or texts.translate("ReportDialog", "Report on the life circles")
        suggested = files.pictures_folder() / (file_name(title) + f".{self.format.currentData()}")
        target = files.ask_target(self, texts, texts.translate("ReportDialog", "Save the report"), suggested)
        if target is not None:
            self.accept()
            self.wanted.emit(target)
