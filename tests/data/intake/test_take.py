"""Taking an import: whose rows are whose when a list comes a second time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from data.dataset import DataSet
from data.intake.plan import ImportPlan
from data.intake.run import run_import
from data.intake.take import source_taken, take
from data.model import Source
from data.own import NOTHING, OwnData, apply_own
from data.readers.open import open_source
from tests.data.readers.make_files import make_csv

LIST = Source("own-1", "據點清單", "某縣衛生局", "2025-12-31", "", "own", "")
PLAN = ImportPlan("telemedicine", LIST, header=(1,), columns=MappingProxyType({"name": 0, "address": 1}))


def taken(data: DataSet, own: OwnData, path: Path, plan: ImportPlan, rows: Sequence[str]) -> OwnData:
    table = make_csv(path, [["據點名稱", "地址"], *([name, "臺東縣池上鄉1號"] for name in rows)])
    return take(run_import(open_source(table), plan, apply_own(own, data)), plan, own, data)


@pytest.fixture
def before(data: DataSet, tmp_path: Path) -> OwnData:
    return taken(data, NOTHING, tmp_path / "a.csv", PLAN, ["甲站", "乙站"])


def cited(own: OwnData) -> dict[str, str]:
    dates = {source.id: source.date for source in own.sources}
    return {site.name.zh: dates[site.source_id] for site in own.sites}


NEWER = replace(PLAN, source=replace(LIST, date="2026-10-31"))


def test_rows_that_stay_keep_the_date_of_their_edition(data: DataSet, tmp_path: Path, before: OwnData) -> None:
    own = taken(data, before, tmp_path / "b.csv", NEWER, ["乙站", "丙站"])
    assert cited(own) == {"甲站": "2025-12-31", "乙站": "2025-12-31", "丙站": "2026-10-31"}
    assert source_taken(own, NEWER) == own.sites[-1].source_id != LIST.id


def test_rows_that_are_replaced_are_of_the_newer_edition(data: DataSet, tmp_path: Path, before: OwnData) -> None:
    own = taken(data, before, tmp_path / "b.csv", replace(NEWER, duplicates="replace"), ["乙站", "丙站"])
    assert cited(own) == {"甲站": "2025-12-31", "乙站": "2026-10-31", "丙站": "2026-10-31"}


def test_a_whole_edition_takes_over_the_source(data: DataSet, tmp_path: Path, before: OwnData) -> None:
    plan = replace(NEWER, duplicates="replace", whole=True)
    own = taken(data, before, tmp_path / "b.csv", plan, ["乙站", "丙站"])
    assert cited(own) == {"乙站": "2026-10-31", "丙站": "2026-10-31"}
    assert own.sources == (NEWER.source,)
    assert source_taken(own, plan) == LIST.id
