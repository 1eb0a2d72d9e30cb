"""The sites of a project as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.circles import membership
from data.dataset import DataSet
from data.edit_cells import cell_text, known_categories, with_cells
from data.edit_words import LAYERS, PRECISIONS, STATUSES
from data.errors import InputError
from data.model import Language, Layer, Name, Place, Precision, Site, Source
from data.own_edits import new_site
from data.own_ids import new_ids
from data.project import Project
from data.scenario import EMERGENCY_BEDS
from data.vocabulary import words
from desktop.edit.commands import EditCommands
from desktop.edit.rows import Cells, Column, Refused, Rows, State, folded
from desktop.session import Session
from desktop.words import mark

OWN_GROUP = "own:"
"""Before the name of an own layer in the key of its group."""

COLUMNS = (
    Column("name_zh", mark("Edit", "Name (Chinese)"), 26),
    Column("name_en", mark("Edit", "Name (English)"), 22),
    Column("layer", mark("Edit", "Layer"), 15),
    Column("category", mark("Edit", "Category"), 17),
    Column("operator", mark("Edit", "Operator"), 15),
    Column("status", mark("Edit", "Status"), 11),
    Column("year", mark("Edit", "Year or date"), 12),
    Column("value", mark("Edit", "Value"), 9, number=True),
    Column("unit", mark("Edit", "Unit"), 9),
    Column("beds", mark("Edit", "Emergency beds"), 17, number=True),
    Column("town", mark("Edit", "Township"), 20),
    Column("locality", mark("Edit", "Locality"), 18),
    Column("lon", mark("Edit", "Longitude"), 12, number=True),
    Column("lat", mark("Edit", "Latitude"), 12, number=True),
    Column("precision", mark("Edit", "Precision"), 18),
    Column("source", mark("Edit", "Source"), 30),
    Column("note", mark("Edit", "Remarks"), 30),
)
_NUMBERS = {"value": "value", "lon": "lon", "lat": "lat"}
_NOWHERE = (121.0, 24.0)
"""of a new site whose place is still to be read"""


class SiteRows(Rows[Site]):
    """Sites of every layer, the embedded ones too: what a user changes in one of these stands beside it."""

    columns = COLUMNS

    def __init__(self, session: Session, commands: EditCommands) -> None:
        self._session, self._commands = session, commands
        self.new_layer: tuple[Layer, str] = (Layer.AI, "")
        """layer, and category of an own one, of sites that are pasted below the last row"""

    @property
    def _data(self) -> DataSet:
        return self._session.project.data

    def records(self) -> Sequence[Site]:
        return self._data.sites

    def key(self, record: Site) -> str:
        return record.id

    def text(self, record: Site, column: str) -> str:
        return cell_text(record, column, self._data, self._session.language)

    def number(self, record: Site, column: str) -> float | None:
        if column == "beds":
            beds = record.extra.get(EMERGENCY_BEDS, "")
            return float(beds) if beds else None
        value: float | None = getattr(record, _NUMBERS[column])
        return value

    def state(self, record: Site) -> State:
        known = self._session.project.embedded.site_by_id.get(record.id)
        if known is None:
            return "own"
        return "embedded" if known is record or known == record else "changed"

    def before(self, record: Site, column: str) -> str | None:
        known = self._session.project.embedded.site_by_id.get(record.id)
        if known is None or known is record:
            return None
        text = cell_text(known, column, self._session.project.embedded, self._session.language)
        return None if text == self.text(record, column) else text

    def is_writable(self, record: Site, column: str) -> bool:
        if column == "beds":
            return record.layer is Layer.HOSPITAL
        return column != "category" or record.layer is not Layer.OWN

    def choices(self, record: Site, column: str) -> tuple[str, ...]:
        language = self._session.language
        if column == "status":
            return _in(STATUSES, language)
        if column == "layer":
            return (*_in(LAYERS, language), *self._data.own_layers)
        if column == "precision":
            # Only an import places a site at its county.
            return tuple(PRECISIONS[one].text(language) for one in (Precision.SITE, Precision.TOWN))
        if column == "category" and record.layer is Layer.TELEMEDICINE:
            return tuple(words(one).text(language) for one in known_categories(self._data, record.layer))
        return ()

    def suggestions(self, record: Site, column: str) -> tuple[str, ...]:
        if column == "town":
            return tuple(town.full_name(self._session.language) for town in self._data.towns)
        if column == "source":
            return source_titles(self._data.sources)
        if column == "category":
            known = known_categories(self._data, record.layer)
            return tuple(words(one).text(self._session.language) for one in known)
        return ()

    def write(self, cells: Mapping[str, Cells], new: Sequence[Cells] = ()) -> tuple[Refused, ...]:
        data, language = self._data, self._session.language
        refused: list[Refused] = []
        sites: list[Site] = []
        for key, texts in cells.items():
            site = data.site_by_id[key]
            changed, faults = with_cells(site, texts, data, language)
            refused += [Refused(key, one.column, one.text, one.fault) for one in faults]
            if changed is not site:
                sites.append(changed)
        added, more = self._added(new)
        refused += more
        translate = self._session.texts.translate
        if added and not sites:
            text = translate("Edit", "addition of sites ({count})").format(count=len(added))
            self._commands.put_sites(added, text)
        elif added:
            text = translate("Edit", "pasting of {count} sites").format(count=len(added) + len(sites))
            self._commands.put_sites([*sites, *added], text)
        else:
            self._commands.change_sites(tuple(sites))
        return tuple(refused)

    def _added(self, new: Sequence[Cells]) -> tuple[list[Site], list[Refused]]:
        """Return new sites; a row without a name or a place is refused whole."""
        data, language = self._data, self._session.language
        layer, category = self.new_layer
        ids = new_ids(data, len(new))
        added: list[Site] = []
        refused: list[Refused] = []
        for key, texts in zip(ids, new, strict=True):
            name = texts.get("name_zh", "").strip()
            if not name:
                refused.append(Refused(key, "name_zh", "", InputError("A site needs a name.")))
                continue
            if not texts.get("town", "").strip() and not (texts.get("lon") and texts.get("lat")):
                fault = InputError("A new site needs a township, or a longitude and a latitude.")
                refused.append(Refused(key, "town", name, fault))
                continue
            blank = new_site(data, layer, category, Name(name), *_NOWHERE, "")
            told = {column: text for column, text in texts.items() if text.strip()}
            site, faults = with_cells(replace(blank, id=key, precision=Precision.TOWN), told, data, language)
            refused += [Refused(key, one.column, one.text, one.fault) for one in faults]
            if site.town_code:
                added.append(site)
        return added, refused

    def delete(self, keys: Sequence[str]) -> None:
        self._commands.delete_sites(keys)

    def revert(self, keys: Sequence[str]) -> None:
        self._commands.revert_sites(keys)

    def place(self, record: Site) -> Place | None:
        return Place("site", record.id)

    def show_layer(self, record: Site) -> None:
        self._commands.show_layer(record.layer, record.category)

    def searched(self, record: Site) -> str:
        return folded(
            "\n".join(
                (
                    record.name.zh,
                    record.name.en,
                    record.operator,
                    record.locality,
                    record.note,
                    self.text(record, "town"),
                )
            )
        )

    def group(self, record: Site) -> str:
        return f"{OWN_GROUP}{record.category}" if record.layer is Layer.OWN else record.layer.value

    def groups(self) -> Mapping[str, str]:
        language = self._session.language
        own = {f"{OWN_GROUP}{name}": name for name in self._data.own_layers}
        return {str(layer): name.text(language) for layer, name in LAYERS.items()} | own

    def source(self, record: Site) -> str:
        return record.source_id

    def circles(self, record: Site) -> Sequence[str]:
        return circles_of_town(self._session.project, record.town_code)


def layer_of_group(group: str) -> tuple[Layer, str]:
    """Return the layer of a group, and the category of its sites where it is one of the project's own."""
    if group.startswith(OWN_GROUP):
        return Layer.OWN, group.removeprefix(OWN_GROUP)
    return Layer(group), ""


def source_titles(sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return the titles of sources in the order of their letters."""
    return tuple(sorted({source.title for source in sources.values()}))


def circles_of_town(project: Project, town_code: str) -> Sequence[str]:
    """Return the ids of the circles of a town under the definition of a project."""
    row = project.data.town_index.get(town_code)
    return () if row is None else membership(project.data.geography, project.definition_id)[row]


def _in(table: Mapping[str, Name], language: Language) -> tuple[str, ...]:
    return tuple(name.text(language) for name in table.values())
