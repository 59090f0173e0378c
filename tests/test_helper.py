"""A second process that makes things beforehand: it says nothing, harms nothing and is gone when it is to be."""

import os
import sys
import threading
from pathlib import Path

import pytest

from generator import helper
from generator.helper import Helper, can_help
from generator.remembering import later
from generator.remembering.later import LaterShelf


def wait(one: Helper) -> int:
    """How a helper ended that was left to its work."""
    return os.waitstatus_to_exitcode(os.waitpid(one._process, 0)[1])


def test_its_work_is_done_and_nothing_is_said(tmp_path: Path, capfd: pytest.CaptureFixture):
    def work() -> None:
        print("done")
        print("done", file=sys.stderr)
        os.write(1, b"done")
        (tmp_path / "made").write_text("made")

    print("before")
    assert wait(Helper(work)) == 0
    assert (tmp_path / "made").read_text() == "made"
    assert capfd.readouterr() == ("before\n", "")


def test_one_that_fails_is_not_heard_of(capfd: pytest.CaptureFixture):
    one = Helper(lambda: 1 / 0)
    wait(one)
    one.stop()
    assert capfd.readouterr() == ("", "")


def test_one_that_never_ends_is_stopped():
    one = Helper(lambda: threading.Event().wait())
    process = one._process
    one.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    one.stop()


def test_where_there_may_be_no_other_process_nothing_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refused() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(helper.os, "fork", refused)
    Helper((tmp_path / "made").touch).stop()
    assert not (tmp_path / "made").exists()


def test_what_other_threads_hold_would_be_held_for_ever(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(helper.sys, "platform", "linux")
    monkeypatch.setattr(helper.os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(helper.threading, "active_count", lambda: 1)
    assert can_help()
    monkeypatch.setattr(helper.threading, "active_count", lambda: 2)
    assert not can_help()
    monkeypatch.setattr(helper.threading, "active_count", lambda: 1)
    monkeypatch.setattr(helper.os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert not can_help()


@pytest.mark.parametrize("helped", [True, False])
def test_files_put_off_are_there_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, helped: bool):
    monkeypatch.setattr(later, "can_help", lambda: helped)
    shelf = LaterShelf(tmp_path)
    places = [shelf.file("picture", number, f"picture {number}".encode) for number in range(50)]
    assert not any(place.exists() for place in places)
    shelf.begin()
    shelf.catch_up()
    assert [place.read_text() for place in places] == [f"picture {number}" for number in range(50)]
    again = LaterShelf(tmp_path)
    places[7].write_text("damaged")
    assert [again.file("picture", number, f"picture {number}".encode) for number in range(50)] == places
    again.begin()
    again.catch_up()
    assert places[7].read_text() == "picture 7"


def test_a_helper_makes_them_while_nobody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(later, "can_help", lambda: True)
    shelf = LaterShelf(tmp_path)
    mine = os.getpid()
    place = shelf.file("picture", 1, lambda: b"mine" if os.getpid() == mine else b"the helper's")
    shelf.begin()
    assert wait(shelf._helper) == 0
    shelf.catch_up()
    assert place.read_text() == "the helper's"


def test_what_is_given_up_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(later, "can_help", lambda: False)
    shelf = LaterShelf(tmp_path)
    place = shelf.file("picture", 1, lambda: b"one")
    shelf.give_up()
    shelf.catch_up()
    assert not place.exists()
