"""AI sites inside another: their capacities must not be added twice."""

import pytest

from data.build import containment
from data.build.context import Areas, Context
from data.build.faults import BuildError, Faults
from data.dataset import DataSet


def test_every_capacity_in_megawatts_is_readable_and_no_other(data: DataSet) -> None:
    sites = [site for site in data.sites if site.id.startswith("ai")]
    for site in sites:
        assert site.extra["mw"] == (f"{site.value:g}" if site.unit.startswith("MW") else ""), site.id
    assert sum(bool(site.extra["mw"]) for site in sites) == 7


def test_a_note_against_adding_is_a_containment(data: DataSet) -> None:
    warned = {site.id for site in data.sites if site.id.startswith("ai") and "do not add" in site.note}
    inside = {site.id: site.extra["part_of"] for site in data.sites if site.extra.get("part_of")}
    assert inside == {"ai030": "ai029", "ai031": "ai030", "ai032": "ai029"}
    assert warned <= set(inside) | set(inside.values())


def _records(*ids: str) -> list[dict[str, str]]:
    return [{"id": site, "value": "16", "unit": unit} for site, unit in zip(ids, ("MW IT load", "GPUs"), strict=False)]


def _context() -> Context:
    return Context(None, Faults(), Areas(None, {}, {}, {}), frozenset({"src-a"}))


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([("a", "b", ""), ("b", "a", "src-a")], "a has no source"),
        ([("a", "z", "src-a")], "a or z is no AI site"),
        ([("a", "b", "src-a"), ("b", "a", "src-a")], "b contains itself"),
    ],
)
def test_what_is_refused(monkeypatch: pytest.MonkeyPatch, lines: list[tuple[str, str, str]], reason: str) -> None:
    columns = ("site_id", "part_of", "source_id")
    rows = [dict(zip(columns, line, strict=True)) | {"note": "as said"} for line in lines]
    monkeypatch.setattr(containment, "table", lambda _: rows)
    context = _context()
    containment.with_containment(context, _records("a", "b"))
    with pytest.raises(BuildError, match=reason):
        context.faults.stop_if_any()


def test_megawatts_of_any_basis_count_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containment, "table", lambda _: [])
    first, second = containment.with_containment(_context(), _records("a", "b"))
    assert (first["mw"], second["mw"]) == ("16", "")
