import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.names import fold, fold_all, official


def test_official_names_have_the_full_form() -> None:
    assert official("台北市、台東縣") == "臺北市、臺東縣"
    assert official("高雄市") == "高雄市"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("台北", "臺北"),
        ("ＡＩ", "ai"),
        ("Da'an  District", "daan district"),
        ("Taoyuan–Hsinchu", "taoyuan-hsinchu"),
        ("１２３", "123"),
        (" 臺 北　市 ", "臺北市"),
        ("㍿", "株式会社"),
        ("STRASSE", "straße"),
    ],
)
def test_what_people_type_meets_what_is_written(typed: str, meant: str) -> None:
    assert fold(typed) == fold(meant)


def test_different_names_stay_different() -> None:
    assert fold("大安區") != fold("大安鄉")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_spaces_case_and_form_do_not_matter(before: str, after: str) -> None:
    assert fold(f"{before}台{after}") == fold(f"{before} 臺 {after}")


@given(st.lists(st.text()))
def test_many_texts_are_folded_like_each(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]
