"""A check of much text has helpers on a second processor; with, without and in spite of them it says the same."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from random import Random

import pytest
from example import EXAMPLE, TREE
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import library
from generator import helper
from generator.check import check
from generator.helper import Errand
from generator.project import Project, kind_of
from generator.reading import ahead, reader
from generator.reading.ahead import Ahead
from generator.reading.load import Loaded, load
from generator.reading.reader import Reader
from generator.reading.yaml_nodes import read
from generator.source import Source

SOME = [
    "title: Knee",
    "title: [",
    "a: 1\na: 2",
    "&a b",
    'x: "\\ud800"',
    "x: [1, 2.50, -0, 010, 1.0e999, true, no, ~, '']",
    "x: >-\n  so\n  it\u2028goes\n",
    "",
    "- a\n- b: {c: [d]}\n",
    "x: é\u00a0ﬁ\U0001f9b5",
]
WRONG = [("a-lot", "a_lot"), ("outcome: ", "outcme: "), ("question: ", "question: x"), ("\n", "\n\t"), (": ", ":")]


@pytest.fixture
def helped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Helpers for however little there is to do."""
    monkeypatch.setattr(reader, "_MUCH", -1)
    for module in (helper, ahead):
        monkeypatch.setattr(module, "can_help", lambda: True)


def said(loaded: Loaded, one: Reader) -> tuple:
    """All that a check says."""
    with one.ahead(loaded.sources):
        report = check(loaded, one)
    return report.findings, report.claim, report.faulty, report.survey.library


files = st.lists(st.sampled_from(SOME), max_size=30)


@settings(max_examples=40)
@given(texts=files, after=st.sampled_from(["none", "some", "all"]))
def test_what_a_helper_has_read_is_what_is_there(texts: list[str], after: str):
    sources = [Source(f"content/places/place-{number}.yml", text) for number, text in enumerate(texts)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ahead, "can_help", lambda: True)
        patch.setattr(reader, "_MUCH", -1)
        if after == "none":
            patch.setattr(ahead, "Helper", lambda work: helper.Helper(lambda: None))
        one = Reader()
        with one.ahead(sources):
            if after == "all":
                one._ahead._helper.wait()
            assert list(map(repr, map(one.read, sources))) == list(map(repr, map(read, sources)))


def test_a_file_that_a_helper_has_read_is_not_read_again(monkeypatch: pytest.MonkeyPatch, helped: None):
    sources = [Source(f"content/places/place-{number}.yml", f"title: '{number}'") for number in range(40)]
    one = Reader()
    with one.ahead(sources):
        one._ahead._helper.wait()
        monkeypatch.setattr(reader, "read", None)
        assert [one.read(source)[0]["title"] for source in sources] == list(map(str, range(40)))


def test_they_meet_and_then_nobody_reads_on(helped: None):
    sources = [Source(f"content/places/place-{number}.yml", "title: Knee\n" * (number == 1)) for number in range(2)]
    both = Ahead(sources)
    process = both._helper._process
    patience = time.monotonic() + 60
    while both.text(sources[1].path) is None:
        assert time.monotonic() < patience
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert both.text(sources[0].path) is None
    both.stop()


@pytest.mark.parametrize("number", range(12))
def test_a_check_says_the_same_with_helpers(project: Callable, helped: None, number: int):
    dice = Random(number)
    path = dice.choice([path for path in EXAMPLE if kind_of(path)])
    folder = project({**EXAMPLE, path: EXAMPLE[path].replace(*dice.choice(WRONG))} if number else EXAMPLE)
    loaded = load(Project(folder))
    with_helpers = said(loaded, Reader())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "is_much", lambda _: False)
        patch.setattr("generator.check.is_much", lambda _: False)
        assert said(loaded, Reader()) == with_helpers


def test_helpers_that_fail_leave_all_to_be_done(project: Callable, helped: None, monkeypatch: pytest.MonkeyPatch):
    loaded = load(Project(project({**EXAMPLE, TREE: EXAMPLE[TREE].replace("a-lot", "a_lot")})))
    right = said(loaded, Reader())
    mine = os.getpid()

    def fails(*_: object) -> object:
        if os.getpid() != mine:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(*_)

    monkeypatch.setattr(ahead, "read", fails)
    assert said(loaded, Reader()) == right
    monkeypatch.setattr(helper.os, "memfd_create", refused)
    assert said(loaded, Reader()) == right


def test_half_a_line_is_not_read(helped: None, monkeypatch: pytest.MonkeyPatch):
    class Full(FileIO):
        lines = 0

        def write(self, content: bytes) -> int:
            # There may be room again later.
            self.lines += 1
            return super().write(content[: len(content) // 2] if self.lines == 3 else content)

    monkeypatch.setattr(ahead, "passing_file", lambda: Full(os.memfd_create("full"), "r+"))
    sources = [Source(f"content/places/place-{number}.yml", f"title: '{number}'") for number in range(9)]
    one = Reader()
    with one.ahead(sources):
        one._ahead._helper.wait()
        assert [one.read(source) for source in sources] == [read(source) for source in sources]


def refused(*_: object) -> int:
    raise OSError("There is no such thing here.")


def test_an_errand_brings_what_it_finds(monkeypatch: pytest.MonkeyPatch):
    mine = os.getpid()
    monkeypatch.setattr(helper, "can_help", lambda: True)
    assert Errand(lambda: {"found": ["much"] * 100_000, "here": os.getpid() == mine}, helped=True).result() == {
        "found": ["much"] * 100_000,
        "here": False,
    }
    assert Errand(lambda: os.getpid() == mine, helped=False).result()
    monkeypatch.setattr(helper, "can_help", lambda: False)
    assert Errand(lambda: os.getpid() == mine, helped=True).result()


@pytest.mark.parametrize("refusing", ["memfd_create", "fork"])
def test_an_errand_that_cannot_be_sent_is_done_here(monkeypatch: pytest.MonkeyPatch, refusing: str):
    monkeypatch.setattr(helper, "can_help", lambda: True)
    monkeypatch.setattr(helper.os, refusing, refused)
    assert Errand(lambda: "found", helped=True).result() == "found"


def test_an_errand_that_ends_on_the_way_is_done_here(monkeypatch: pytest.MonkeyPatch):
    mine = os.getpid()
    monkeypatch.setattr(helper, "can_help", lambda: True)
    assert Errand(lambda: os.getpid() == mine or os.kill(os.getpid(), signal.SIGKILL), helped=True).result()


def test_what_goes_wrong_on_an_errand_goes_wrong_here(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(helper, "can_help", lambda: True)
    with pytest.raises(ZeroDivisionError):
        Errand(lambda: 1 / 0, helped=True).result()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with so much in it that a check has helpers by itself, and with a slip in a file here and there."""
    folder = library.write(tmp_path_factory.mktemp("large"), 100)
    for number in (0, 1, 49, 98, 99):
        guide = folder / f"decision_trees/guide-{number:04}.yml"
        guide.write_text(guide.read_text().replace("question: q-3\n", f"question: q-3{number}\n"))
    (folder / "decision_trees/guide-0050.yml").write_text("title: [")
    return folder


@pytest.mark.parametrize("options", [["--no-cache"], []])
def test_one_processor_and_two_say_the_same(large: Path, tmp_path: Path, options: list[str]):
    assert reader.is_much(load(Project(large)).sources)
    told = {}
    for processors in (1, 2):
        memory = tmp_path / str(processors)
        told[processors] = [run(large, memory, processors, options) for _ in range(2)]
        if not options:
            told[processors] += [kept.read_bytes() for kept in sorted(memory.glob("*/*.lines"))]
    assert told[1] == told[2]
    assert 'no question "q-398"' in told[1][0]


def run(folder: Path, memory: Path, processors: int, options: list[str]) -> str:
    """What `signpost check` prints where there are so many processors, and nothing else."""
    here = sorted(os.sched_getaffinity(0))[:processors]
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--project", str(folder), *options],
        env={**os.environ, "SIGNPOST_CACHE": str(memory)},
        preexec_fn=lambda: os.sched_setaffinity(0, here),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout
