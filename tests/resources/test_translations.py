from pathlib import Path

import pytest

from resources import translation_file
from resources.update_translations import (
    SentenceError,
    compile_catalogue,
    placeholders,
    read_catalogue,
    sentences,
    write_catalogue,
)


def test_every_sentence_of_the_code_is_in_the_catalogue_and_nothing_else() -> None:
    code, catalogue = sentences(), read_catalogue()
    missing = {f"{code[sentence]}: {sentence}" for sentence in code.keys() - catalogue.keys()}
    obsolete = catalogue.keys() - code.keys()
    assert not missing, "run python -m resources.update_translations"
    assert not obsolete, "run python -m resources.update_translations"


def test_every_sentence_is_translated() -> None:
    assert not [sentence for sentence, text in read_catalogue().items() if not text.strip()]


def test_translations_keep_the_placeholders_of_their_source() -> None:
    wrong = {
        (source, text)
        for (_, source), text in read_catalogue().items()
        if text and placeholders(source) != placeholders(text)
    }
    assert not wrong


def test_the_compiled_catalogue_is_the_catalogue(tmp_path: Path) -> None:
    compile_catalogue(tmp_path / "fresh.qm")
    shipped = translation_file("zh")
    assert shipped is not None
    assert (tmp_path / "fresh.qm").read_bytes() == shipped.read_bytes(), "run python -m resources.update_translations"


def _room(root: Path, code: str) -> Path:
    (root / "maps").mkdir()
    (root / "maps" / "sample.py").write_text(code, "utf-8")
    return root


def test_sentences_are_found_in_calls_marks_and_errors(tmp_path: Path) -> None:
    code = (
        "class UserError(Exception): ...\n"
        "class FarError(UserError): ...\n"
        "class OtherError(Exception): ...\n"
        "texts.translate('Map', 'Legend')\n"
        "LATER = mark('Map', 'Scale')\n"
        "translate('Map', variable)\n"
        "raise FarError('Nothing at {place}.', place=1)\n"
        "raise OtherError('not for users')\n"
    )
    expected = {
        ("Map", "Legend"): "maps/sample.py:4",
        ("Map", "Scale"): "maps/sample.py:5",
        ("Error", "Nothing at {place}."): "maps/sample.py:7",
    }
    assert sentences(_room(tmp_path, code)) == expected


@pytest.mark.parametrize("call", ["translate('Map', f'at {x}')", "UserError(f'at {x}')", "UserError('a' + b)"])
def test_a_sentence_that_cannot_be_collected_is_refused(tmp_path: Path, call: str) -> None:
    code = f"class UserError(Exception): ...\n{call}\n"
    with pytest.raises(SentenceError, match=r"maps/sample\.py:2"):
        sentences(_room(tmp_path, code))


def test_a_catalogue_survives_being_written_and_read(tmp_path: Path) -> None:
    catalogue = {("Map", 'a < b & "c"'): "甲 < 乙 & 「丙」", ("Map", "open"): ""}
    write_catalogue(catalogue, tmp_path / "sample.ts")
    assert read_catalogue(tmp_path / "sample.ts") == catalogue
