"""What the garbage collector is spared: very many rows of an import, until another project is opened."""

import gc

import pytest

from desktop.intake.ahead import MANY, spare, spare_no_more


@pytest.fixture(autouse=True)
def nothing_spared():
    gc.unfreeze()
    yield
    gc.unfreeze()


def test_only_very_many_rows_are_spared():
    spare(MANY - 1)
    assert gc.get_freeze_count() == 0
    spare(MANY)
    assert gc.get_freeze_count() > 0


def test_what_holds_itself_is_found_again_afterwards():
    class Loop:
        alive = 0

        def __init__(self):
            self.itself = self
            Loop.alive += 1

        def __del__(self):
            Loop.alive -= 1

    loop = Loop()
    spare(MANY)
    del loop
    gc.collect()
    assert Loop.alive == 1
    spare_no_more()
    gc.collect()
    assert Loop.alive == 0
