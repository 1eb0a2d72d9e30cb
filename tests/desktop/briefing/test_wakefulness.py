"""The system is held awake and let go again, once each, and what it refuses stops no show."""

from __future__ import annotations

import pytest

from desktop.briefing import wakefulness
from desktop.briefing.wakefulness import Wakefulness


@pytest.fixture
def asked(monkeypatch):
    """A system that notes what it is asked."""
    notes = []

    def hold(reason):
        notes.append(f"hold {reason}")
        return lambda: notes.append("release")

    monkeypatch.setattr(wakefulness, "_hold_on", lambda _platform: hold)
    return notes


def test_asking_twice_is_asking_once(asked):
    awake = Wakefulness()
    awake.release()
    awake.hold("show")
    awake.hold("show")
    awake.release()
    awake.release()
    assert asked == ["hold show", "release"]


@pytest.mark.parametrize("refuses", ["hold", "release"])
def test_what_the_system_refuses_is_no_matter(monkeypatch, refuses):
    tried = []

    def refuse(what):
        tried.append(what)
        raise OSError

    def hold(_reason):
        if refuses == "hold":
            refuse("hold")
        tried.append("hold")
        return lambda: refuse("release")

    monkeypatch.setattr(wakefulness, "_hold_on", lambda _platform: hold)
    awake = Wakefulness()
    awake.hold("show")
    awake.release()
    assert tried == ["hold"] + ["release"] * (refuses == "release")


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin", "freebsd14"])
def test_no_system_makes_it_fail(qapp, monkeypatch, platform):
    monkeypatch.setattr(wakefulness.sys, "platform", platform)
    awake = Wakefulness()
    awake.hold("show")
    awake.release()


def test_a_show_holds_it_from_its_beginning_to_its_end(open_show, asked):
    window = open_show(0)
    assert asked == [f"hold {window.windowTitle()}"]
    window.end()
    assert asked[-1] == "release"
