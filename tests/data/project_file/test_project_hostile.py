"""Files that somebody made to do harm, or that were harmed: a sentence, and nothing else."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from data.errors import InputError, UserError
from data.project import Project
from data.project_file import own_rows
from data.project_file.schema import TABLES
from data.project_file.store import open_project
from data.project_file.writer import image
from tests.data.project_file.sample import sample_project

FLIPS = 500


@pytest.mark.slow
def test_cut_short_at_any_place_it_is_a_sentence(saved, data, tmp_path):
    path = tmp_path / "a.gpkg"
    chance = random.Random(1)
    for length in [0, 1, 15, 16, 99, 100, 511, 512, len(saved) - 1, *chance.sample(range(len(saved)), FLIPS)]:
        path.write_bytes(saved[:length])
        with pytest.raises(UserError):
            open_project(path, data)
        assert path.read_bytes() == saved[:length]
    assert os.listdir(tmp_path) == ["a.gpkg"]


@pytest.mark.slow
def test_with_flipped_bits_it_is_a_project_or_a_sentence(saved, data, tmp_path):
    path = tmp_path / "a.gpkg"
    chance = random.Random(2)
    outcomes = {"opened": 0, "refused": 0}
    for number in range(FLIPS):
        harmed = bytearray(saved)
        # most of the file are areas; headers and small tables lie in every page's beginning
        for _ in range(1 + number % 4):
            page = chance.randrange(len(saved) // 4096) * 4096
            harmed[page + chance.choice((chance.randrange(100), chance.randrange(4096)))] ^= 1 << chance.randrange(8)
        path.write_bytes(harmed)
        try:
            opened = open_project(path, data)
        except UserError:
            outcomes["refused"] += 1
        else:
            assert isinstance(opened.project, Project)
            assert "not as this program saved it" in str(opened.notes[-1])
            outcomes["opened"] += 1
        assert path.read_bytes() == harmed
    assert min(outcomes.values()) > FLIPS // 20, outcomes
    assert os.listdir(tmp_path) == ["a.gpkg"]


def test_what_is_no_project_is_called_so(data, tmp_path):
    for name, content in {"text": b"name,lon,lat\n", "empty": b"", "zip": b"PK\3\4" + b"\0" * 1000}.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError, match="is not a project file"):
            open_project(tmp_path / name, data)
    with pytest.raises(UserError, match="cannot be read"):
        open_project(tmp_path / "absent.gpkg", data)
    with pytest.raises(UserError):
        open_project(tmp_path, data)
    with closing(sqlite3.connect(tmp_path / "other.gpkg")) as connection:
        connection.execute("CREATE TABLE a (b)")
    with pytest.raises(InputError, match="It has no table project"):
        open_project(tmp_path / "other.gpkg", data)


def test_triggers_and_views_do_nothing(changed, data):
    path = changed(
        "CREATE TABLE trap (x)",
        "CREATE TRIGGER t AFTER UPDATE ON project BEGIN INSERT INTO trap VALUES (1); DELETE FROM sites; END",
        "CREATE VIEW loot AS SELECT load_extension('evil') AS x",
        "UPDATE gpkg_contents SET description = ''",
    )
    before = path.read_bytes()
    opened = open_project(path, data)
    assert opened.project == sample_project(data)
    assert path.read_bytes() == before
    assert [str(note) for note in opened.notes if "trap" in str(note)]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW {0} AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
        "CREATE VIEW {0} AS SELECT zeroblob(1000000000) AS id",
        "CREATE VIRTUAL TABLE {0} USING fts5(id)",
    ],
)
@pytest.mark.parametrize("table", ["sites", "project", "scenes"])
def test_a_table_that_is_none_is_not_read(changed, data, statement, table):
    path = changed(f"DROP TABLE {table}", statement.format(table))
    with pytest.raises(InputError, match=f"It has no table {table}"):
        open_project(path, data)


def test_a_computed_column_is_not_read(changed, data):
    path = changed(
        "ALTER TABLE layers RENAME TO old",
        "CREATE TABLE layers (fid INTEGER PRIMARY KEY, shape TEXT, colour TEXT, note TEXT, "
        "name TEXT GENERATED ALWAYS AS (hex(zeroblob(9000000))) VIRTUAL)",
        "INSERT INTO layers (shape, colour) SELECT shape, colour FROM old",
    )
    with pytest.raises(InputError, match="column name: ''"):
        open_project(path, data)


ONE_VALUE = {
    "UPDATE project SET value = 'many' WHERE key = 'overlap'": "overlap rule many",
    "UPDATE project SET value = '0' WHERE key = 'format'": "which format",
    "UPDATE project SET value = X'00' WHERE key = 'format'": "bad value in column value",
    "UPDATE project SET value = '{}' WHERE key = 'index'": "at least one indicator",
    "UPDATE project SET value = '[[[[[' WHERE key = 'index'": "not JSON",
    "UPDATE layers SET shape = 'skull'": "column shape: 'skull'",
    "UPDATE layers SET colour = 'url(x)'": "column colour",
    "UPDATE sources SET id = ''": "column id",
    "UPDATE variables SET own = 7": "column own: 7",
    "UPDATE members SET area = '../../etc'": "column area",
    "UPDATE members SET definition = 'other'": "column definition",
    "UPDATE definitions SET source_id = 'nowhere'": "column source_id",
    "UPDATE removed SET kind = 'everything'": "column kind",
}


@pytest.mark.parametrize(("statement", "said"), ONE_VALUE.items())
def test_a_value_that_cannot_be_is_named(changed, data, statement, said):
    with pytest.raises(InputError, match=said):
        open_project(changed(statement), data)


LEFT_OUT = {
    "UPDATE sites SET layer = 'x' WHERE id = 'own-1'": "layer: 'x'",
    "UPDATE sites SET category = 'x' WHERE id = 'own-1'": "category: 'x'",
    "UPDATE sites SET value = 9e999 WHERE id = 'own-1'": "value: inf",
    "UPDATE sites SET status = 'x' WHERE id = 'own-1'": "status: 'x'",
    "UPDATE sites SET name_zh = X'FFFE' WHERE id = 'own-1'": "name_zh: b",
    "UPDATE sites SET id = 'own-2' WHERE id = 'own-1'": "id: 'own-2'",
    "UPDATE sites SET source_id = 'x' WHERE id = 'own-1'": "source_id: 'x'",
    "UPDATE sites SET town_code = '64000010' WHERE id = 'own-1'": "town_code: '64000010'",
    "UPDATE sites SET county_code = '99999' WHERE id = 'own-1'": "county_code: '99999'",
    "UPDATE sites SET geom = NULL WHERE id = 'own-1'": "geom",
    "UPDATE sites SET geom = X'4750' WHERE id = 'own-1'": "geom",
    "UPDATE sites SET geom = zeroblob(29) WHERE id = 'own-1'": "geom",
    "UPDATE sites SET extra = '[1]' WHERE id = 'own-1'": "extra",
    "UPDATE figures SET value = NULL WHERE fid = 1": "value: None",
    "UPDATE figures SET value = 'many' WHERE fid = 1": "value: 'many'",
    "UPDATE figures SET area = '1' WHERE fid = 1": "area: '1'",
    "UPDATE figures SET variable = 'x' WHERE fid = 1": "variable: 'x'",
    "UPDATE figures SET level = 'x' WHERE fid = 1": "level: 'x'",
    "UPDATE figures SET kind = 'x' WHERE fid = 1": "kind: 'x'",
    "UPDATE figures SET value = -7 WHERE variable = 'population'": "value: -7",
    "UPDATE figures SET value = 7.5 WHERE variable = 'population'": "value: 7.5",
    "UPDATE figures SET area = (SELECT area FROM figures WHERE fid = 2) WHERE fid = 1": "column id",
    "UPDATE sites SET emergency_beds = 'many' WHERE emergency_beds > ''": "emergency_beds: 'many'",
    "UPDATE sites SET emergency_beds = 'nan' WHERE emergency_beds > ''": "emergency_beds: 'nan'",
    "UPDATE sites SET emergency_beds = '1e9' WHERE emergency_beds > ''": "emergency_beds: '1e9'",
    "UPDATE sites SET layer = 'ai', mw = 'inf' WHERE id = 'own-1'": "mw: 'inf'",
    "UPDATE sites SET layer = 'telemedicine' WHERE id = 'own-1'": "category: '社區據點'",
    "UPDATE sites SET town_code = NULL WHERE id = 'own-1'": "town_code: ''",
    "UPDATE scenes SET record = '{\"id\": 7}' WHERE fid = 1": "scenes",
    "UPDATE scenes SET record = replace(record, 'scene-2', 'scene-1')": "scene-1",
    'UPDATE scenarios SET record = \'{"change": "remove", "site": "gone"}\' WHERE fid = 3': "gone",
}


@pytest.mark.parametrize(("statement", "said"), LEFT_OUT.items())
def test_a_row_that_cannot_be_is_left_out_and_the_file_is_not_written_over(changed, data, statement, said):
    opened = open_project(changed(statement), data)
    assert said in str(opened.read_only)
    assert "left out: 1." in str(opened.read_only)
    whole, found = sample_project(data), opened.project
    lost = (
        len(whole.own.sites) - len(found.own.sites)
        + len(whole.own.figures) - len(found.own.figures)
        + len(whole.scenes) - len(found.scenes)
        + len(whole.scenario.changes) - len(found.scenario.changes)
    )  # fmt: skip
    assert lost == 1


def test_a_definition_without_members_is_left_out(changed, data):
    opened = open_project(changed("DELETE FROM members"), data)
    assert "The definition 自訂劃設 has no members" in str(opened.read_only)
    assert opened.project.definition_id == data.default_definition


def test_control_characters_are_left_out_and_said(changed, data):
    opened = open_project(changed("UPDATE sites SET note = 'a' || char(27) || '[31m' || char(10) || 'b'"), data)
    assert {site.note for site in opened.project.own.sites} == {"a[31m\nb"}
    assert "Values of the table sites with control characters, which were left out: 3." in str(opened.notes[0])


def test_markup_stays_text(changed, data):
    name = "<img src=x onerror=alert(1)>=HYPERLINK({0})"
    opened = open_project(changed(f"UPDATE sites SET name_zh = '{name}' WHERE id = 'own-1'"), data)
    assert opened.project.own.sites[1].name.zh == name


def test_a_table_with_too_many_rows_is_refused(changed, data, monkeypatch):
    monkeypatch.setattr(own_rows.schema, "FIGURES", replace(own_rows.schema.FIGURES, most=2))
    with pytest.raises(InputError, match="more than 2 rows"):
        open_project(changed(), data)


def test_a_text_that_no_map_could_lay_out_is_left_out(changed, data):
    opened = open_project(changed("UPDATE sites SET name_zh = hex(zeroblob(20000)) WHERE id = 'own-1'"), data)
    assert "column name_zh: '0000" in str(opened.read_only)


def test_a_value_of_ten_megabytes_is_bounded(changed, data):
    path = changed("UPDATE scenes SET title_zh = hex(zeroblob(5000000)), record = hex(zeroblob(5000000))")
    opened = open_project(path, data)
    assert len(str(opened.read_only)) < 1000
    with pytest.raises(UserError, match="is damaged"):
        open_project(changed("UPDATE scenes SET record = hex(zeroblob(15000000))"), data)


def test_sixty_columns_are_no_more_than_fifty(changed, data):
    opened = open_project(changed(*(f"ALTER TABLE sites ADD COLUMN c{n} TEXT DEFAULT 'x'" for n in range(60))), data)
    assert all(len(site.extra) < 70 for site in opened.project.own.sites)
    assert "Only the first 50" in " ".join(map(str, opened.notes))


def test_text_that_is_not_utf8_is_damage(changed, data):
    with pytest.raises(UserError, match="is damaged"):
        open_project(changed("UPDATE sites SET name_zh = CAST(X'FF41' AS TEXT)"), data)


def test_what_undoes_a_change_is_never_followed(changed, data, tmp_path):
    """The journal of SQLite may name a file that is deleted once the change is undone."""
    path = changed()
    precious = tmp_path / "precious.txt"
    precious.write_text("kept")
    (tmp_path / (path.name + "-journal")).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    with pytest.raises(UserError, match="changed by another program"):
        open_project(path, data)
    assert precious.read_text() == "kept"


def test_what_another_program_has_not_yet_written_into_the_file_is_read(changed, data):
    path = changed()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE sites SET name_zh = '新名' WHERE id = 'own-1'")
        assert path.with_name(path.name + "-wal").stat().st_size > 0
        opened = open_project(path, data)
    assert opened.project.own.sites[1].name.zh == "新名"
    assert opened.project.own.sites[2] == sample_project(data).own.sites[2]


def test_embedded_rows_that_are_gone_are_said(changed, data):
    """A newer set may lack what the project stands on."""
    older = replace(data, version="2031.01", definitions={"2026-01": data.definitions["2026-01"]})
    path = changed("UPDATE project SET value = '2024-12' WHERE key = 'definition'")
    opened = open_project(path, older)
    said = " ".join(map(str, opened.notes))
    assert "2024-12, which does not exist any more" in said
    assert "2031.01" in said
    assert opened.embedded_version == data.version


def test_cited_sources_come_along(changed, data):
    """A source of the embedded set that a newer one lacks is the project's own from then on."""
    cited = data.sites_of(data.sites[0].layer)[0].source_id
    path = changed(f"UPDATE sites SET source_id = '{cited}' WHERE id = 'own-1'")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        one = data.sources[cited]
        connection.execute(
            "INSERT INTO sources (id, title, publisher, date, url, kind, note, own) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
            (one.id, one.title, one.publisher, one.date, one.url, one.kind, one.note),
        )
    assert [source.id for source in open_project(path, data).project.own.sources] == ["office"]
    without = replace(data, sources={key: source for key, source in data.sources.items() if key != cited})
    opened = open_project(path, without)
    assert opened.project.own.sources[1] == one
    assert opened.project.data.sources[cited] == one


STRANGE = ("NULL", "-1", "9e999", "'x'", "''", "X'00FF'", "'[{}]'", "'{\"a\":'", "9223372036854775807", "'\"; --'")


@pytest.mark.slow
def test_any_value_anywhere_is_a_project_or_a_sentence(saved, data, tmp_path):
    """A few hundred of the thousand pairs of column and value; whatever is opened can be measured and saved."""
    columns = [(table.name, column) for table in TABLES for column in table.names]
    chance = random.Random(4)
    path = tmp_path / "a.gpkg"
    path.write_bytes(saved)
    opened_ones = 0
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for table, column in columns:
            for value in chance.sample(STRANGE, 2):
                connection.execute("BEGIN")
                connection.execute(f'UPDATE "{table}" SET "{column}" = {value}')
                path.with_name("b.gpkg").write_bytes(connection.serialize())
                connection.execute("ROLLBACK")
                try:
                    opened = open_project(path.with_name("b.gpkg"), data)
                except UserError:
                    continue
                opened_ones += 1
                assert opened.project.what_if.data.sites
                assert image(opened.project, opened.settings, opened.thumbnails, opened.imports)
    assert opened_ones > len(columns)
