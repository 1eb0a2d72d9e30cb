"""The legend of layers that an import added to: states nobody knows, and as many kinds as rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.model import Layer, Status
from data.own import NOTHING
from data.project import Project
from maps.legend_sites import MOST_KINDS, site_sections


@pytest.fixture
def imported(data):
    """A function that gives a project with so many AI sites more, each of a kind of its own."""

    def give(count, status):
        like = data.sites_of(Layer.AI)[0]
        more = [replace(like, id=f"own-{one}", category=f"類{one}", status=status) for one in range(count)]
        return replace(Project.start(data), own=NOTHING.with_sites(more))

    return give


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.UNKNOWN, "AI site, planned or state unknown"),
        (Status.PLANNED, "AI site, planned or under construction"),
    ],
)
def test_what_is_not_known_is_not_called_planned(make_context, imported, status, words):
    context = make_context("ai", of=imported(5, status), language="en")
    entries = {entry.text: entry.count for section in site_sections(context) for entry in section.entries}
    planned = sum(site.status is Status.PLANNED for site in context.data.embedded.sites_of(Layer.AI))
    assert entries[words] == str(planned + 5)


def test_as_many_kinds_as_rows_are_told_together(make_context, imported, data):
    context = make_context("ai", of=imported(3_000, Status.OPERATING), language="en", sites_by="category")
    section = next(one for one in site_sections(context) if len(one.entries) > MOST_KINDS)
    shipped = len({site.category for site in data.sites_of(Layer.AI)})
    assert len(section.entries) == MOST_KINDS + 1
    assert section.entries[-1].text == f"{3_000 + shipped - MOST_KINDS:,} other kinds"
    counted = sum(int(entry.count.replace(",", "")) for entry in section.entries)
    assert counted == 3_000 + len(data.sites_of(Layer.AI))
