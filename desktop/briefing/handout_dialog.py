"""The dialog that asks how scenes are to be handed out, and the writing of them in the background."""

from __future__ import annotations

import datetime
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from data.model import Language
from data.project import Project
from data.scene import Scene, shown
from desktop import files, sheet_words
from desktop.exporting import SheetsToWrite, Written
from desktop.press import Press
from desktop.session import Session
from desktop.sheet_fields import chooser, fill, name, row, show
from desktop.words import mark
from maps.briefing.handout import PerPage, handout_plates
from maps.briefing.plates import lacking, scene_plates
from maps.display import Cancelled
from maps.export.file_names import file_name
from maps.export.formats import FormatId, Options
from maps.export.series import Told
from maps.geometry import Atlas
from maps.page import page_size
from maps.plate import Plate
from maps.sheet_spec import SheetSpec
from maps.texts import Texts
from maps.view import ThemeName

Kind = Literal["pptx", "handout", "pdf", "html", "png"]
KINDS: dict[Kind, str] = {
    "pptx": mark("Handout", "PowerPoint slides"),
    "handout": mark("Handout", "PDF hand-out with notes"),
    "pdf": mark("Handout", "PDF, a slide on each page"),
    "html": mark("Handout", "Web page that runs by itself"),
    "png": mark("Handout", "PNG pictures in a folder"),
}
FORMATS: dict[Kind, FormatId] = {"pptx": "pptx", "handout": "pdf", "pdf": "pdf", "html": "html", "png": "png"}
SPOKEN: frozenset[Kind] = frozenset({"pptx", "handout", "html"})
"""What can hold what the speaker says."""

SLIDES: dict[PerPage, str] = {
    1: mark("Handout", "1 slide"),
    2: mark("Handout", "2 slides"),
    4: mark("Handout", "4 slides"),
    6: mark("Handout", "6 slides"),
}
Which = Literal["shown", "all", "chosen"]

SCREEN = "1920x1080"
PATTERN = "{number}-{title}"


@dataclass(frozen=True, eq=False)
class ScenesToWrite:
    """Scenes, and the file, or for pictures the folder in which one of their own is made for them."""

    project: Project
    atlas: Atlas
    scenes: tuple[Scene, ...]
    briefing: tuple[Scene, ...]
    """all scenes, of which these are a part"""
    language: Language
    theme: ThemeName | None
    kind: Kind
    per_page: PerPage
    noted: bool
    spec: SheetSpec
    out: Path

    def write(self, press: Press, told: Told) -> Written:
        """Write them. Raises TargetError and InputError; is cancelled when ``told`` raises Cancelled."""
        try:
            with press.lock:
                told(0, len(self.scenes))
                slides = scene_plates(
                    self.project, self.atlas, self.scenes, self.language, page_size(SCREEN),
                    theme=self.theme, spec=self.spec, noted=self.noted, briefing=self.briefing,
                )  # fmt: skip
        except Cancelled:
            return Written(cancelled=True)
        title, out, together = slides[0].briefing, self.out, True
        plates: tuple[Plate, ...] = slides
        if self.kind == "handout":
            plates = handout_plates(slides, self.per_page)
        elif self.kind == "png":
            out, together = _new_folder(self.out, title), False
        sheets = SheetsToWrite(plates, FORMATS[self.kind], out, together, PATTERN, Options(title=title))
        written = sheets.write(press, told)
        if written.cancelled and not together and not written.kept:
            with suppress(OSError):  # it was never made
                out.rmdir()
        return replace(written, remarks=(*lacking(slides), *written.remarks)) if written.files else written


def _new_folder(within: Path, title: str) -> Path:
    """Return a folder that is not there yet, so that no picture of another briefing is replaced."""
    called = file_name(title)
    names = (called if number == 1 else f"{called} ({number})" for number in count(1))
    return next(path for path in (within / one for one in names) if not path.exists())


class HandoutDialog(QDialog):
    """Asks for scenes, format, slides on a page, notes, language and theme, last for the file. It writes nothing."""

    wanted = Signal(object)
    """the file or folder, a Path; the choices are asked of the dialog"""

    def __init__(self, session: Session, spec: SheetSpec, parent: QWidget) -> None:
        """``spec`` is the sheet that was laid out last: its author and calendar are those of the hand-out."""
        super().__init__(parent)
        self._session, self._spec = session, spec
        self._scenes: tuple[Scene, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self.which, self.kind, self.per_page, self.language, self.theme = (chooser() for _ in range(5))
        self.noted, self.dated = QCheckBox(), QCheckBox()
        self.noted.setChecked(True)
        self.dated.setChecked(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.save.setDefault(True)
        self.language.addItem("中文", "zh")
        self.language.addItem("English", "en")
        show(self.language, session.language)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields = (self.which, self.kind, self.per_page, self.language, self.theme)
        self._labels: list[QLabel] = [row(form, field) for field in fields]
        form.addRow(self.noted)
        form.addRow(self.dated)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.setMinimumWidth(440)
        self.retranslate()
        show(self.per_page, 2)
        self.kind.currentIndexChanged.connect(self._offer)
        self.save.clicked.connect(self._ask_target)
        self.buttons.rejected.connect(self.reject)
        session.language_changed.connect(self.retranslate)

    def ask(self, scenes: tuple[Scene, ...], chosen: frozenset[str]) -> None:
        """Open it for the scenes of a briefing; ``chosen`` are the ids of those that are chosen in the list."""
        self._scenes, self._chosen = scenes, chosen
        self._list_scenes()
        if len(chosen) > 1:
            show(self.which, "chosen")
        self.open()

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """The scenes that are to be handed out."""
        return self._offered()[cast(Which, self.which.currentData())]

    def order(self, atlas: Atlas, out: Path) -> ScenesToWrite:
        """Return what is to be written, of the project as it stands now."""
        return ScenesToWrite(
            self._session.project,
            atlas,
            self.scenes,
            self._scenes,
            cast(Language, self.language.currentData()),
            cast("ThemeName | None", self.theme.currentData()),
            cast(Kind, self.kind.currentData()),
            cast(PerPage, self.per_page.currentData()),
            self.noted.isChecked(),
            replace(self._spec, date=datetime.date.today() if self.dated.isChecked() else None, texts={}),
            out,
        )

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        self.setWindowTitle(texts.translate("Handout", "Hand out scenes"))
        names = (
            texts.translate("Handout", "&Scenes"),
            texts.translate("Handout", "&Format"),
            texts.translate("Handout", "On a &page"),
            texts.translate("Handout", "Lan&guage"),
            texts.translate("Handout", "T&heme"),
        )
        for label, text in zip(self._labels, names, strict=True):
            name(label, text)
        fill(self.kind, texts, KINDS, "Handout")
        fill(self.per_page, texts, SLIDES, "Handout")
        self._list_themes(texts)
        self._list_scenes()
        self.noted.setText(texts.translate("Handout", "With what the speaker says (&notes)"))
        self.dated.setText(texts.translate("Handout", "With the &date of today"))
        self.save.setText(texts.translate("Handout", "Sa&ve as…"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(texts.translate("Handout", "Cancel"))
        self._offer()

    def _list_themes(self, texts: Texts) -> None:
        at = max(self.theme.currentIndex(), 0)
        self.theme.clear()
        self.theme.addItem(texts.translate("Handout", "As each scene has it"), None)
        for theme, words in sheet_words.THEMES.items():
            self.theme.addItem(texts.translate("Sheet", words), theme)
        self.theme.setCurrentIndex(at)

    def _offered(self) -> dict[Which, tuple[Scene, ...]]:
        chosen = tuple(scene for scene in self._scenes if scene.id in self._chosen)
        return {"shown": shown(self._scenes), "all": self._scenes, "chosen": chosen}

    def _list_scenes(self) -> None:
        """List which scenes there are to hand out, with their number; what there is none of is not offered."""
        texts, before = self._session.texts, self.which.currentData()
        words: dict[Which, str] = {
            "shown": texts.translate("Handout", "Those that are shown ({count})"),
            "all": texts.translate("Handout", "All, the hidden ones too ({count})"),
            "chosen": texts.translate("Handout", "Those chosen in the list ({count})"),
        }
        self.which.clear()
        for which, scenes in self._offered().items():
            if scenes and not (which == "all" and len(scenes) == len(shown(scenes))):
                self.which.addItem(words[which].format(count=texts.number(len(scenes))), which)
        self.which.setCurrentIndex(max(self.which.findData(before), 0))
        self.save.setEnabled(self.which.count() > 0)

    def _offer(self) -> None:
        """Offer what the format can be told."""
        kind = self.kind.currentData()
        self.per_page.setEnabled(kind == "handout")
        self.noted.setEnabled(kind in SPOKEN)
        self.dated.setEnabled(kind in ("handout", "pdf"))

    def _ask_target(self) -> None:
        texts, kind = self._session.texts, cast(Kind, self.kind.currentData())
        if kind == "png":
            words = texts.translate("Handout", "Where the folder of pictures is to be")
            found = QFileDialog.getExistingDirectory(self, words, str(files.pictures_folder()))
            target = Path(found) if found else None
        else:
            title = texts.translate("Handout", "Save the hand-out")
            called = file_name(texts.translate("Handout", "Briefing on the life circles"))
            suggested = files.pictures_folder() / f"{called}.{FORMATS[kind]}"
            target = files.ask_target(self, texts, title, suggested)
        if target is not None:
            self.accept()
            self.wanted.emit(target)
