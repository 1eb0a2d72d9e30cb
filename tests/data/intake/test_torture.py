"""The torture set: each file gives what it should, and nothing beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.errors import UserError
from data.intake.guess import guess
from data.intake.outcome import Outcome
from data.intake.plan import ImportPlan
from data.intake.run import run_import
from data.intake.take import take
from data.model import OwnLayer, Source
from data.own import NOTHING, apply_own
from data.readers.open import open_source
from tests.data.intake.make_torture import cases
from tests.data.intake.torture_cases import Case, known

SOURCE = Source("own-1", "測試清冊", "測試機關", "2025-12-31", "", "list", "")
LAYER = OwnLayer("測試圖層", "star", "#7A3E9D")


def imported(path: Path, **choices: Any) -> tuple[Outcome, ImportPlan]:
    """Import a file as somebody does who leaves everything to the program."""
    file = open_source(path)
    found = guess(file, known())
    plan = ImportPlan(
        found.kind,
        SOURCE,
        found.sheet.name,
        found.header.rows,
        found.columns,
        found.crs,
        found.swapped,
        LAYER if found.kind == "own" else None,
        variable=known().variables.get(found.variable) if found.kind == "figures" else None,
        level=found.level,
        period=found.period,
        duplicates="skip",
        reader=found.reader,
    )
    plan = replace(plan, **choices)
    return run_import(file, plan, known()), plan


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder two levels down; nothing may be written above it."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    yield inner
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a"]
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["b"]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_torture(case: Case, folder: Path) -> None:
    path = case.make(folder / "list")
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    if case.error:
        with pytest.raises(UserError) as caught:
            imported(path, **case.plan)
        assert "\n" not in str(caught.value)
        return
    outcome, plan = imported(path, **case.plan)
    taken = outcome.figures or outcome.sites
    reasons = [(row.number, [one.template.format(**one.values) for one in row.problems]) for row in outcome.refused]
    assert {row.number: row.problems[0].column for row in outcome.refused} == dict(case.refused), reasons
    assert len(taken) == case.taken, (reasons, outcome.remarks)
    if case.kind:
        assert plan.kind == case.kind
    if case.towns is not None:
        assert [site.town_code for site in outcome.sites] == list(case.towns)
    told = [one.template.format(**one.values) for one in outcome.remarks]
    for remark in case.remarks:
        assert any(remark in text for text in told), told
    if case.proposal:
        assert outcome.refused[0].problems[0].proposal == case.proposal
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before
    data = apply_own(take(outcome, plan, NOTHING, known()), known())
    assert {site.id for site in outcome.sites} <= set(data.site_by_id)


def test_the_set_is_large_enough() -> None:
    assert len(cases()) >= 60
