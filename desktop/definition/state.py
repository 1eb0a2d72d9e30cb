"""What the editor of definitions works on: one definition as it is painted, and every state that it was in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from data.errors import InputError
from data.model import Definition, Name, Source
from data.own import EDITS, NOTHING
from data.own_definitions import Draft, Stroke, definition_of, draft_of, empty_draft, missing
from data.own_ids import new_definition_id, new_source_id
from data.own_sources import KIND
from data.project import Project
from desktop.history import History
from desktop.session import Session

PREVIEW = "own-draft"
"""id of the definition on the map of the editor"""


@dataclass(frozen=True)
class Editing:
    """One state of the editor."""

    definition_id: str
    """of the definition that saving changes, '' for a new one"""
    draft: Draft
    name: Name
    note: str
    source: Source
    """its id is looked for when it is saved"""

    def tidy(self) -> Editing:
        """Return the same with texts as they are kept."""
        return replace(
            self,
            name=Name(_line(self.name.zh), _line(self.name.en)),
            note=self.note.strip(),
            source=replace(
                self.source,
                title=_line(self.source.title),
                publisher=_line(self.source.publisher),
                date=self.source.date.strip(),
            ),
        )


class EditorState(QObject):
    """Strokes are undone here one by one; saving is one change of the project."""

    changed = Signal()
    brush_changed = Signal()
    """the circle that is painted, or what a stroke does"""

    def __init__(self, session: Session, today: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._today = today
        self.history: History[Editing] = History(self._apply, self)
        self.now = self._kept = self._copy_of(session.project.definition_id)
        self.circle = self.now.draft.circles[0]
        self.stroke: Stroke = "move"
        self._preview: tuple[Draft, Project] | None = None
        self._known: Definition | None = None
        """the definition of the project that is worked on, as it was when it was opened or saved"""

    # --- what is worked on ------------------------------------------------------------------------------------------

    def open(self, definition_id: str) -> None:
        """Work on a definition that the project brings along. Raises KeyError."""
        data = self._session.project.data
        self._known = definition = data.definitions[definition_id]
        self._start(
            Editing(
                definition_id,
                draft_of(data, definition_id),
                definition.name,
                definition.note,
                data.sources[definition.source_id],
            )
        )

    def copy(self, definition_id: str) -> None:
        """Begin a new definition as a copy of another one. Raises KeyError."""
        self._start(self._copy_of(definition_id))

    def clear(self) -> None:
        """Begin a new definition in which no town belongs to a circle."""
        data = self._session.project.data
        self._start(Editing("", empty_draft(data), Name(""), "", self._no_source()))

    def is_changed(self) -> bool:
        """Tell whether there is something that was not saved."""
        return self.now.tidy() != self._kept.tidy()

    def begun(self) -> bool:
        """Tell whether anything was done since the definition was opened, saved or copied."""
        return self.is_changed() or (not self.now.definition_id and self.history.can_undo())

    # --- changes ----------------------------------------------------------------------------------------------------

    def choose(self, circle: str) -> None:
        """Paint this circle from now on, '' for taking towns out of every circle."""
        self.circle = circle
        self.brush_changed.emit()

    def set_stroke(self, stroke: Stroke) -> None:
        """Let strokes do this to the towns they touch."""
        self.stroke = stroke
        self.brush_changed.emit()

    def paint(self, codes: frozenset[str], erase: bool = False) -> None:
        """Carry out one stroke over towns."""
        draft = self.now.draft
        if not self.circle:
            changed = draft.freed(codes)
        else:
            changed = draft.stroked(self.circle, codes, "erase" if erase else self.stroke)
        self._push(replace(self.now, draft=changed))

    def shift(self, circle: str, by: int) -> None:
        """Move a circle in the order in which shared towns are counted."""
        self._push(replace(self.now, draft=self.now.draft.shifted(circle, by)))

    def write(self, gesture: str, **fields: Any) -> None:
        """Change name, note or source; letters typed one after the other are undone together."""
        self._push(replace(self.now, **fields), gesture)

    def undo(self) -> None:
        self.history.undo()

    def redo(self) -> None:
        self.history.redo()

    # --- the project ------------------------------------------------------------------------------------------------

    def fault(self) -> InputError | None:
        """Return what is missing before it can be saved."""
        now = self.now.tidy()
        return missing(now.draft, now.name, now.source)

    def save(self) -> Definition:
        """Keep the definition in the project and draw the circles by it, as one change. Raises InputError."""
        fault = self.fault()
        if fault is not None:
            raise fault
        session, now = self._session, self.now.tidy()
        project = session.project
        source = self._source(now.source)
        definition_id = now.definition_id or new_definition_id(project.data)
        self._known = definition = definition_of(project.data, now.draft, definition_id, now.name, source.id, now.note)
        text = session.texts.translate("Undo", "definition {name}").format(name=now.name.text(session.language))
        own = project.own.with_source(source).with_definition(definition)
        session.change_own(own, text, definition_id=definition_id)
        self._start(replace(now, definition_id=definition_id, source=source), keep=True)
        return definition

    def delete(self) -> None:
        """Take the definition out of the project, as one change; what was painted stays in the editor."""
        session, now = self._session, self.now
        text = session.texts.translate("Undo", "deletion of the definition {name}").format(
            name=now.name.text(session.language)
        )
        session.change_own(session.project.own.without_definition(now.definition_id), text)
        self._start(replace(now, definition_id=""), keep=True)

    def follow_project(self) -> None:
        """Work on what the project has now, after an undo or another project.

        What was painted since is not lost: it becomes a new definition, and takes the place of none that it never was.
        What another project has saved begins no definition of this one.
        """
        found = self._session.project.data.definitions.get(self.now.definition_id)
        if not self.now.definition_id or found == self._known:
            return
        if found is not None and not self.is_changed():
            self.open(found.id)
            return
        if found is None and not self.is_changed() and not self._session.history.texts():  # another project was opened
            self.copy(self._session.project.definition_id)
            return
        self.now = replace(self.now, definition_id="")
        self.changed.emit()

    def preview(self) -> Project:
        """Return a project whose circles are those of the draft."""
        draft = self.now.draft
        if self._preview is None or self._preview[0] != draft:
            embedded = self._session.project.embedded
            definition = definition_of(embedded, draft, PREVIEW, self.now.name, EDITS)
            source = replace(self._no_source(), id=EDITS)
            project = Project(embedded, PREVIEW, own=NOTHING.with_source(source).with_definition(definition))
            self._preview = draft, project
        return self._preview[1]

    # --- inside -----------------------------------------------------------------------------------------------------

    def _copy_of(self, definition_id: str) -> Editing:
        data = self._session.project.data
        return Editing("", draft_of(data, definition_id), Name(""), "", self._no_source())

    def _no_source(self) -> Source:
        return Source("", "", "", self._today, "", KIND, "")

    def _source(self, wanted: Source) -> Source:
        """Return the source of the project that reads as wanted, a new one if there is none."""
        project = self._session.project
        said = wanted.title, wanted.publisher, wanted.date
        for one in project.own.sources:
            if (one.title, one.publisher, one.date) == said:
                return one
        return replace(wanted, id=new_source_id(project.data), url="", kind=KIND, note="")

    def _start(self, editing: Editing, keep: bool = False) -> None:
        self._kept = self.now = editing
        if not keep:
            self.history.clear()
        self.changed.emit()

    def _push(self, editing: Editing, gesture: str = "") -> None:
        if editing != self.now:
            self.history.push(self.now, editing, "", gesture)

    def _apply(self, editing: Editing) -> None:
        # The id is that of what is saved, whatever is undone.
        self.now = replace(editing, definition_id=self.now.definition_id)
        self.changed.emit()


def _line(text: str) -> str:
    return " ".join(text.split())
