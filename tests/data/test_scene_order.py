"""Scenes that are moved, copied and taken out: nothing is lost, and sections take what belongs to them along."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.scene import Scene
from data.scene_order import duplicated, inserted, moved, numbers, removed, stepped, with_groups


def scenes(words):
    """Return scenes named by letters; capital ones are sections, those with a dash are hidden."""
    return tuple(
        Scene(word.strip("-"), "section" if word.strip("-").isupper() else "map", hidden="-" in word)
        for word in words.split()
    )


def names(found):
    return " ".join(scene.id for scene in found)


briefings = st.lists(st.sampled_from(["map", "section", "title"]), min_size=1, max_size=12).map(
    lambda kinds: tuple(Scene(f"s{number}", kind) for number, kind in enumerate(kinds))
)


@st.composite
def choices(draw):
    found = draw(briefings)
    return found, draw(st.sets(st.sampled_from([scene.id for scene in found])))


FIVE = scenes("a S b c T d")


class TestMoving:
    def test_before_another_and_to_the_end(self):
        assert names(moved(FIVE, {"d"}, "a")) == "d a S b c T"
        assert names(moved(FIVE, {"a", "b"}, None)) == "S c T d a b"
        assert names(moved(FIVE, {"a", "c"}, "c")) == "S b a c T d"

    def test_a_section_takes_its_group_along(self):
        assert names(moved(FIVE, {"S"}, None)) == "a T d S b c"
        assert names(moved(FIVE, {"T"}, "a")) == "T d a S b c"
        assert with_groups(FIVE, {"S", "a"}) == {"a", "S", "b", "c"}

    def test_steps(self):
        assert names(stepped(FIVE, {"c"}, down=False)) == "a S c b T d"
        assert names(stepped(FIVE, {"c"}, down=True)) == "a S b T c d"
        assert names(stepped(FIVE, {"a"}, down=False)) == "a S b c T d"
        assert names(stepped(FIVE, {"d"}, down=True)) == "a S b c T d"

    def test_a_section_steps_over_a_whole_group(self):
        assert names(stepped(FIVE, {"S"}, down=True)) == "a T d S b c"
        assert names(stepped(FIVE, {"T"}, down=False)) == "a T d S b c"

    @given(choices(), st.booleans())
    def test_a_step_loses_nothing_and_keeps_every_group_whole(self, chosen, down):
        found, ids = chosen
        after = stepped(found, ids, down)
        assert sorted(names(after).split()) == sorted(names(found).split())
        going = with_groups(found, ids)
        block = [scene.id for scene in after if scene.id in going]
        assert block == [scene.id for scene in found if scene.id in going]
        places = [at for at, scene in enumerate(after) if scene.id in going]
        assert places == list(range(places[0], places[0] + len(places))) if places else after == found

    @given(choices(), st.data())
    def test_moving_keeps_the_order_of_both(self, chosen, data):
        found, ids = chosen
        before = data.draw(st.sampled_from([None, *(scene.id for scene in found)]))
        after = moved(found, ids, before)
        going = with_groups(found, ids)
        for part in (lambda one: one in going, lambda one: one not in going):
            assert [one for one in names(after).split() if part(one)] == [
                one for one in names(found).split() if part(one)
            ]


class TestTheRest:
    def test_copies_stand_behind_and_have_names_of_their_own(self):
        after = duplicated(FIVE, {"a", "b"})
        assert names(after) == "a S b scene-1 scene-2 c T d"
        assert [scene.kind for scene in after[3:5]] == ["map", "map"]

    def test_new_scenes_stand_behind_the_chosen_or_last(self):
        new = scenes("x")
        assert names(inserted(FIVE, new, {"a", "b"})) == "a S b x c T d"
        assert names(inserted(FIVE, new, ())) == "a S b c T d x"

    def test_a_section_that_is_taken_out_leaves_its_scenes(self):
        assert names(removed(FIVE, {"S"})) == "a b c T d"

    def test_hidden_scenes_have_no_number(self):
        assert numbers(scenes("a -b c")) == {"a": 1, "c": 2}
