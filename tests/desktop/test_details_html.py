"""The details page: facts with their sources, and names that are text and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from data.facts import facts
from data.model import Name, Place, Precision
from data.project import Project
from desktop import details_html
from desktop.appearance import COLOURS
from maps.texts import Texts

NASTY = "<img src=x onerror=alert(1)><script>"


@pytest.fixture
def project(data):
    return Project.start(data)


def places(data):
    yield None
    yield Place("town", data.towns[0].code)
    yield Place("town", next(town.code for town in data.towns if town.name.zh == "恆春鎮"))
    yield Place("county", data.counties[0].code)
    yield Place("circle", "islands")
    for layer in {site.layer for site in data.sites}:
        yield Place("site", next(site.id for site in data.sites if site.layer == layer))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_fact_and_its_source_is_on_the_page(project, window, language):
    window.set_language(language)
    for place in places(project.data):
        window.session.select(place)
        text = " ".join(window.details.toPlainText().split())
        html = unescape(window.details.toHtml())
        listed = facts(project, place, language)
        assert listed
        for fact in listed:
            assert " ".join(fact.label.text(language).split()) in text
            if fact.source_id:
                source = project.data.sources[fact.source_id]
                assert " ".join(source.title.split()) in text
                if source.url.startswith("http"):
                    assert source.url in html


def test_names_are_plain_text(project, data):
    site = replace(data.sites[0], name=Name(NASTY, NASTY), operator=NASTY, status_text=NASTY, note=NASTY)
    sites = (site, *data.sites[1:])
    sources = {key: replace(source, title=NASTY, publisher=NASTY) for key, source in data.sources.items()}
    hostile = replace(project, embedded=replace(data, sites=sites, sources=sources))
    page = details_html.page(hostile, Place("site", site.id), Texts("zh"), COLOURS["light"])
    assert "<img" not in page
    assert "<script" not in page
    assert "&lt;img" in page


def test_only_web_addresses_become_links(project, data):
    sources = {key: replace(source, url="javascript:alert(1)") for key, source in data.sources.items()}
    hostile = replace(project, embedded=replace(data, sources=sources))
    page = details_html.page(hostile, Place("town", data.towns[0].code), Texts("zh"), COLOURS["light"])
    assert "javascript" not in page


def test_unknown_is_said_and_never_zero(project, data):
    for town in data.towns:
        unknown = [fact for fact in facts(project, Place("town", town.code)) if fact.value is None]
        if unknown:
            page = details_html.page(project, Place("town", town.code), Texts("en"), COLOURS["light"])
            assert "no data" in page
            return
    pytest.fail("no town with an unknown fact to look at")


def test_links_open_the_browser_or_select_the_place(window, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.details.anchorClicked.emit(QUrl("https://example.org/a"))
    assert opened == ["https://example.org/a"]
    window.details.anchorClicked.emit(QUrl("place:circle:south"))
    assert window.session.view.selected == Place("circle", "south")
    window.details.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert len(opened) == 1


def test_no_line_says_the_same_twice(project, data):
    exact = next(site for site in data.sites if site.precision is Precision.SITE)
    page = details_html.page(project, Place("site", exact.id), Texts("zh"), COLOURS["light"])
    for line in re.findall(r"class='source'>(.*?)</td>", page):
        parts = [part for part in line.split(" · ") if part]
        assert len(set(parts)) == len(parts), line
