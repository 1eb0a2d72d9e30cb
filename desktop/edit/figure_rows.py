"""The figures of a project as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.dataset import DataSet
from data.edit_figure_cells import WRITABLE, cell_text, with_cells
from data.errors import InputError
from data.model import AreaLevel, Figure, Place, PlaceKind
from data.own import FigureKey, figure_key
from desktop.edit.commands import EditCommands
from desktop.edit.rows import Cells, Column, Refused, Rows, State, folded
from desktop.edit.site_rows import circles_of_town, source_titles
from desktop.session import Session
from desktop.words import mark

COLUMNS = (
    Column("variable", mark("Edit", "Variable"), 26),
    Column("level", mark("Edit", "Level"), 12),
    Column("area", mark("Edit", "Area"), 20),
    Column("period", mark("Edit", "Period"), 10),
    Column("kind", mark("Edit", "Kind"), 9),
    Column("value", mark("Edit", "Value"), 12, number=True),
    Column("unit", mark("Edit", "Unit"), 9),
    Column("source", mark("Edit", "Source"), 30),
    Column("note", mark("Edit", "Remarks"), 30),
)
_PLACES: Mapping[AreaLevel, PlaceKind] = {
    AreaLevel.TOWN: "town",
    AreaLevel.COUNTY: "county",
    AreaLevel.CIRCLE: "circle",
}


class FigureRows(Rows[Figure]):
    """Figures of every variable, level, area and period. A row is known by what it speaks of."""

    columns = COLUMNS

    def __init__(self, session: Session, commands: EditCommands) -> None:
        self._session, self._commands = session, commands
        self._of: tuple[tuple[Figure, ...], dict[str, Figure]] = ((), {})
        self._embedded: tuple[DataSet | None, dict[FigureKey, Figure]] = (None, {})

    @property
    def _data(self) -> DataSet:
        return self._session.project.data

    def records(self) -> Sequence[Figure]:
        return self._data.figures

    def key(self, record: Figure) -> str:
        return "|".join(figure_key(record))

    def by_key(self, keys: Sequence[str]) -> tuple[Figure, ...]:
        """Return the figures of these keys."""
        if self._of[0] is not self._data.figures:
            self._of = (self._data.figures, {self.key(one): one for one in self._data.figures})
        return tuple(self._of[1][key] for key in keys if key in self._of[1])

    def text(self, record: Figure, column: str) -> str:
        return cell_text(record, column, self._data, self._session.language)

    def number(self, record: Figure, column: str) -> float | None:
        return record.value

    def state(self, record: Figure) -> State:
        known = self._known(record)
        if known is None:
            return "own"
        return "embedded" if known is record or known == record else "changed"

    def _known(self, record: Figure) -> Figure | None:
        """Return what the embedded set says of the same."""
        embedded = self._session.project.embedded
        if self._embedded[0] is not embedded:
            self._embedded = (embedded, {figure_key(one): one for one in embedded.figures})
        return self._embedded[1].get(figure_key(record))

    def before(self, record: Figure, column: str) -> str | None:
        known = self._known(record)
        if known is None or known is record:
            return None
        text = cell_text(known, column, self._session.project.embedded, self._session.language)
        return None if text == self.text(record, column) else text

    def is_writable(self, record: Figure, column: str) -> bool:
        return column in WRITABLE

    def choices(self, record: Figure, column: str) -> tuple[str, ...]:
        return ()

    def suggestions(self, record: Figure, column: str) -> tuple[str, ...]:
        return source_titles(self._data.sources) if column == "source" else ()

    def write(self, cells: Mapping[str, Cells], new: Sequence[Cells] = ()) -> tuple[Refused, ...]:
        data, language = self._data, self._session.language
        refused: list[Refused] = []
        figures: list[Figure] = []
        for key, texts in cells.items():
            for figure in self.by_key([key]):
                changed, faults = with_cells(figure, texts, data, language)
                refused += [Refused(key, one.column, one.text, one.fault) for one in faults]
                if changed is not figure:
                    figures.append(changed)
        if new:
            fault = InputError("Rows below the last one are not added; make a new figure first.")
            refused += [Refused("", "variable", next(iter(texts.values()), ""), fault) for texts in new]
        self._commands.put_figures(tuple(figures))
        return tuple(refused)

    def delete(self, keys: Sequence[str]) -> None:
        self._commands.delete_figures(self.by_key(keys))

    def revert(self, keys: Sequence[str]) -> None:
        self._commands.revert_figures(tuple(one for one in self.by_key(keys) if self.state(one) == "changed"))

    def place(self, record: Figure) -> Place | None:
        kind = _PLACES.get(record.level)
        return None if kind is None else Place(kind, record.area)

    def show_layer(self, record: Figure) -> None:
        """Do nothing: an area is on the map whatever is shown."""

    def searched(self, record: Figure) -> str:
        return folded(
            "\n".join((*(self.text(record, one) for one in ("variable", "area", "period", "note")), record.id))
        )

    def group(self, record: Figure) -> str:
        return record.variable

    def groups(self) -> Mapping[str, str]:
        language = self._session.language
        names = {one.id: one.name.text(language) for one in self._data.variables.values()}
        return dict(sorted(names.items(), key=lambda item: item[1]))

    def source(self, record: Figure) -> str:
        return record.source_id

    def circles(self, record: Figure) -> Sequence[str]:
        if record.level is AreaLevel.CIRCLE:
            return (record.area,)
        return circles_of_town(self._session.project, record.area) if record.level is AreaLevel.TOWN else ()
