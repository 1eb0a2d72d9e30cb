"""What is asked and told of projects: leaving, files that somebody else has or has changed, savings that failed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from data.errors import UserError
from data.project_file.names import format_backup_path
from data.project_file.record import Note
from desktop import dialogs, words
from desktop.exporting import sentence
from desktop.project import questions
from desktop.project.document import ChangedElsewhereError, Document, HeldError
from desktop.project.questions import CANCEL, Answer
from maps.texts import Texts

SAVE, DISCARD, COPY, READ_ONLY, SAVE_AS, REPLACE, REVERT = (
    "save",
    "discard",
    "copy",
    "read-only",
    "save-as",
    "replace",
    "revert",
)
_ACCEPT, _DESTROY, _REJECT = (
    QMessageBox.ButtonRole.AcceptRole,
    QMessageBox.ButtonRole.DestructiveRole,
    QMessageBox.ButtonRole.RejectRole,
)


def leave(parent: QWidget, texts: Texts, name: str) -> str:
    """Ask whether a project is saved before it is left: SAVE, DISCARD or CANCEL."""
    return questions.ask(
        parent,
        texts.translate("Project", "Save project"),
        texts.translate("Project", "{name} has changes that are not saved. Save them?").format(name=name),
        (
            Answer(SAVE, texts.translate("Project", "Save"), _ACCEPT),
            Answer(DISCARD, texts.translate("Project", "Do not save"), _DESTROY),
            _cancel(texts),
        ),
        texts.translate("Project", "What is not saved is lost."),
    )


def held(parent: QWidget, texts: Texts, fault: HeldError) -> str:
    """Ask how a project is opened that somebody has open: COPY, READ_ONLY or CANCEL."""
    since = texts.translate("Project", "Last sign of life: {when}.").format(when=moment(texts, fault.values["since"]))
    more = texts.translate(
        "Project", "A copy is a project of its own. Read only shows what is saved, to be saved under another name."
    )
    return questions.ask(
        parent,
        texts.translate("Project", "Open project"),
        words.error(texts, fault),
        (
            Answer(COPY, texts.translate("Project", "Open a copy"), _ACCEPT),
            Answer(READ_ONLY, texts.translate("Project", "Open read only")),
            _cancel(texts),
        ),
        f"{since}\n{more}",
    )


def may_revert(parent: QWidget, texts: Texts, path: Path) -> bool:
    """Ask whether everything since the last saving is given up."""
    answer = questions.ask(
        parent,
        texts.translate("Project", "Revert to saved"),
        texts.translate("Project", "Go back to what is saved in {file}?").format(file=path.name),
        (Answer(REVERT, texts.translate("Project", "Revert"), _DESTROY), _cancel(texts)),
        texts.translate("Project", "All changes since then are lost, and cannot be undone."),
    )
    return answer == REVERT


def save_failed(parent: QWidget, texts: Texts, fault: UserError, *, kept: bool) -> str:
    """Say why a project was not saved, and ask what to do: SAVE_AS, REPLACE or CANCEL.

    ``kept`` tells whether the journal has everything.
    """
    answers = [Answer(SAVE_AS, texts.translate("Project", "Save as…"), _ACCEPT), _cancel(texts)]
    if isinstance(fault, ChangedElsewhereError):
        answers.insert(1, Answer(REPLACE, texts.translate("Project", "Replace it"), _DESTROY))
        more = texts.translate(
            "Project", "Replaced, the other version stays beside it as the backup; Compare with… shows what differs."
        )
    elif kept:
        more = texts.translate(
            "Project",
            "Nothing is lost: everything is kept on this computer, and is offered again at the next start. "
            "Save the project somewhere else, or try again later.",
        )
    else:
        more = texts.translate("Project", "Save the project somewhere else.")
    title = texts.translate("Project", "Save project")
    return questions.ask(parent, title, words.error(texts, fault), answers, more, is_fault=True)


HELD = Note("Somebody else has it open.")
"""Why a project is read only that the user has opened so knowing it; the title says it, and no dialog says it again."""


def tell_opened(parent: QWidget, texts: Texts, document: Document) -> None:
    """Say what the user should know of a project that was opened, if there is anything."""
    told = [words.error(texts, one) for one in document.told]
    if document.read_only is not None and document.read_only is not HELD:
        told.insert(0, words.error(texts, document.read_only))
    if not told or document.path is None:
        return
    if document.older_format:
        head = texts.translate("Project", "{file} has an older format and was brought up to the present one.")
        backup = texts.translate("Project", "Saving keeps the old file beside it, as {backup}.")
        told.append(backup.format(backup=format_backup_path(document.path, document.older_format).name))
    elif document.read_only is not None:
        head = texts.translate("Project", "{file} was opened read only; it can be saved under another name.")
    else:
        head = texts.translate("Project", "{file} was opened.")
    title = texts.translate("Project", "Open project")
    questions.tell(parent, title, head.format(file=document.path.name), "\n".join(told))


def report(parent: QWidget, texts: Texts, fault: Exception) -> None:
    """Say what went wrong."""
    box = dialogs.fault(texts, sentence(texts, fault), parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def moment(texts: Texts, iso: object) -> str:
    """Return a moment as the window's language writes it, in the time of this computer."""
    time = QDateTime.fromString(str(iso), Qt.DateFormat.ISODate)
    return texts.locale.toString(time.toLocalTime(), QLocale.FormatType.ShortFormat) if time.isValid() else str(iso)


def _cancel(texts: Texts) -> Answer:
    return Answer(CANCEL, texts.translate("Project", "Cancel"), _REJECT)
