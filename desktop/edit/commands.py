"""What editing does to the project: every command is one undoable change with a speaking name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from data import own_edits
from data.dataset import DataSet
from data.errors import InputError, UserError
from data.model import Figure, Layer, Name, OwnLayer, Place, Site, Source
from data.own_layers import LONGEST_NAME
from desktop import words
from desktop.project.user import user_name
from desktop.session import Session
from maps.texts import Texts
from maps.view import LAYER_NAMES


class EditCommands(QObject):
    """Edits of sites, figures and layers. Each raises UserError for what cannot be, and changes nothing then."""

    said = Signal(str)
    """what was done, for the status line"""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    # --- sites --------------------------------------------------------------------------------------------------------

    def add_site(self, layer: Layer, category: str, lon: float, lat: float, town_code: str, gesture: str = "") -> Site:
        """Put a new site on the map, show its layer and select it."""
        session = self._session
        data = session.project.data
        name = free_name(session.texts, data, layer, category)
        site = own_edits.new_site(data, layer, category, Name(name), lon, lat, town_code)
        self.put_sites([site], self._session.texts.translate("Edit", "addition of {name}").format(name=name), gesture)
        self.show_layer(layer, category)
        session.select(Place("site", site.id))
        return site

    def put_sites(self, sites: Iterable[Site], text: str, gesture: str = "", sources: Iterable[Source] = ()) -> None:
        """Add sites, or put them in the places of those of the same id; new ``sources`` come with them."""
        project = self._session.project
        own = project.own
        for source in sources:
            own = own.with_source(source)
        own = own_edits.put_sites(own, project.data, sites, todays_source())
        self._session.change_own(own, text, gesture)

    def change_sites(self, sites: tuple[Site, ...], sources: Iterable[Source] = (), gesture: str = "") -> None:
        """Put changed sites in their places, under a name that says which."""
        if sites:
            self.put_sites(sites, self._of_sites("change", [site.id for site in sites]), gesture, sources)

    def save_site(self, site: Site, sources: Iterable[Source], gesture: str) -> None:
        """Put a site in its place as its form has it; a new one is still the same addition, by its new name."""
        if gesture:
            text = self._session.texts.translate("Edit", "addition of {name}")
            self.put_sites([site], text.format(name=site.name.text(self._session.language)), gesture, sources)
        else:
            self.change_sites((site,), sources)

    def move_site(self, site_id: str, lon: float, lat: float, town_code: str) -> None:
        """Let a site stand where it was put on the map."""
        data = self._session.project.data
        site = data.site_by_id.get(site_id)
        if site is None:
            raise InputError("There is no site {name}.", name=site_id)
        moved = own_edits.moved_site(site, data, lon, lat, town_code)
        text = self._session.texts.translate("Edit", "move of {name}").format(
            name=site.name.text(self._session.language)
        )
        self.put_sites([moved], text)
        self._say(text)

    def delete_sites(self, ids: Iterable[str]) -> None:
        """Take sites out of the project; those of the embedded set too."""
        project = self._session.project
        gone = [one for one in ids if one in project.data.site_by_id]
        if gone:
            text = self._of_sites("deletion", gone)
            self._session.change_own(project.own.without_sites(gone, project.embedded), text)
            self._say(text)

    def revert_sites(self, ids: Iterable[str]) -> None:
        """Let changed sites of the embedded set be again as they are there."""
        project = self._session.project
        own = {site.id for site in project.own.sites}
        back = [one for one in ids if one in own and one in project.embedded.site_by_id]
        if back:
            text = self._of_sites("reversion", back)
            self._session.change_own(own_edits.revert_sites(project.own, back, project.embedded), text)
            self._say(text)

    def bring_back_removed(self) -> None:
        """Bring back every site and figure of the embedded set that was deleted."""
        own = self._session.project.own
        count = len(own.removed_sites) + len(own.removed_figures)
        if count:
            texts = self._session.texts
            text = texts.translate("Edit", "return of deleted rows ({count})").format(count=texts.number(count))
            whole = replace(own, removed_sites=frozenset(), removed_figures=frozenset())
            self._session.change_own(whole, text)
            self._say(text)

    def show_layer(self, layer: Layer, category: str = "") -> None:
        """Show a layer on the map, if it is not shown; ``category`` is the name of an own one."""
        if layer is Layer.OWN and category in self._session.view.hidden_own:
            self._session.set_own_layer(category, True)
        shown = next((name for name in LAYER_NAMES if name == layer.value), None)
        if shown is not None and shown not in self._session.view.layers:
            self._session.set_layer(shown, True)

    # --- figures ------------------------------------------------------------------------------------------------------

    def put_figures(self, figures: tuple[Figure, ...], text: str = "", sources: Iterable[Source] = ()) -> None:
        """Add figures, or put them in the places of those that speak of the same."""
        if not figures:
            return
        project = self._session.project
        own = project.own
        for source in sources:
            own = own.with_source(source)
        own = own_edits.set_figures(own, project.data, figures, todays_source())
        self._session.change_own(own, text or self._of_figures("change", figures))

    def delete_figures(self, figures: tuple[Figure, ...]) -> None:
        """Take figures out of the project; those of the embedded set too."""
        if figures:
            project, text = self._session.project, self._of_figures("deletion", figures)
            ids = [figure.id for figure in figures]
            self._session.change_own(project.own.without_figures(ids, project.embedded), text)
            self._say(text)

    def revert_figures(self, figures: tuple[Figure, ...]) -> None:
        """Let figures be again as the embedded set has them."""
        if figures:
            project, text = self._session.project, self._of_figures("reversion", figures)
            self._session.change_own(own_edits.revert_figures(project.own, figures, project.embedded), text)
            self._say(text)

    # --- layers -------------------------------------------------------------------------------------------------------

    def put_layer(self, layer: OwnLayer, before: str = "") -> None:
        """Add a layer, or put it in the place of the one named ``before``, whose sites follow."""
        session = self._session
        own, translate = session.project.own, session.texts.translate
        check_layer(layer, session.project.data, before)
        if before:
            session.change_layer(before, layer, translate("Edit", "change of the layer {name}").format(name=layer.name))
        else:
            text = translate("Edit", "addition of the layer {name}").format(name=layer.name)
            session.change_own(own.with_layer(layer), text)
        self.show_layer(Layer.OWN, layer.name)

    def delete_layer(self, name: str) -> None:
        """Take a layer out of the project, with its sites."""
        text = self._session.texts.translate("Edit", "deletion of the layer {name}").format(name=name)
        self._session.change_own(self._session.project.own.without_layer(name), text)
        self._say(text)

    # --- words --------------------------------------------------------------------------------------------------------

    def sentence(self, fault: UserError) -> str:
        """Return a fault in the language of the window."""
        return words.error(self._session.texts, fault)

    def _say(self, text: str) -> None:
        template = self._session.texts.translate("Edit", "Done: {change}. Ctrl+Z brings it back.")
        self.said.emit(template.format(change=text))

    def _of_sites(self, what: str, ids: list[str]) -> str:
        """Return the name of a change of sites: the site's own where it is one, else how many."""
        texts = self._session.texts
        if len(ids) == 1:
            template = {
                "change": texts.translate("Edit", "change of {name}"),
                "deletion": texts.translate("Edit", "deletion of {name}"),
                "reversion": texts.translate("Edit", "reversion of {name}"),
            }[what]
            return template.format(name=self._session.project.data.site_by_id[ids[0]].name.text(texts.language))
        template = {
            "change": texts.translate("Edit", "change of {count} sites"),
            "deletion": texts.translate("Edit", "deletion of {count} sites"),
            "reversion": texts.translate("Edit", "reversion of {count} sites"),
        }[what]
        return template.format(count=texts.number(len(ids)))

    def _of_figures(self, what: str, figures: tuple[Figure, ...]) -> str:
        texts, data = self._session.texts, self._session.project.data
        if len(figures) == 1:
            template = {
                "change": texts.translate("Edit", "change of a figure of {name}"),
                "deletion": texts.translate("Edit", "deletion of a figure of {name}"),
                "reversion": texts.translate("Edit", "reversion of a figure of {name}"),
            }[what]
            variable = data.variables[figures[0].variable]
            return template.format(name=variable.name.text(texts.language))
        template = {
            "change": texts.translate("Edit", "change of {count} figures"),
            "deletion": texts.translate("Edit", "deletion of {count} figures"),
            "reversion": texts.translate("Edit", "reversion of {count} figures"),
        }[what]
        return template.format(count=texts.number(len(figures)))


def todays_source() -> Source:
    """Return the source of edits that are made now, by whom the computer knows as its user."""
    return own_edits.edits_source(date.today(), user_name())


def free_name(texts: Texts, data: DataSet, layer: Layer, category: str) -> str:
    """Return a name that no site of the layer has yet, for one that the user will name."""
    kind = category if layer is Layer.OWN else words.kind(texts, layer)
    template = texts.translate("Edit", "{kind}, new {number}")
    taken = {site.name.zh for site in data.sites_of(layer)}
    number = 1
    while (name := template.format(kind=kind, number=number)) in taken:
        number += 1
    return name


def check_layer(layer: OwnLayer, data: DataSet, before: str = "") -> None:
    """Raise InputError for a layer that cannot be: without a name, or with that of another one."""
    name = layer.name.strip()
    if not name:
        raise InputError("A layer needs a name.")
    if len(name) > LONGEST_NAME:
        raise InputError("The name of a layer has at most {most} characters.", most=LONGEST_NAME)
    if name != before and name in data.own_layers:
        raise InputError("There is a layer {name} already.", name=name)
