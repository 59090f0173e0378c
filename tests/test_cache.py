"""What is remembered between runs of `signpost check` never changes what it says."""

import json
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from example import EXAMPLE, KNEE, SOURCES, TREE, WHY_IT_HURTS
from generator.cache import Remembering, folder_for
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import cache
from generator.check import check
from generator.cli import main
from generator.project import Project
from generator.reading.load import load

FAULTS = [
    ("a-lot", "a_lot"),
    ("outcome: see-someone", "outcome: see-some-one"),
    ("text: A lot", "text: A little"),
    ("question:", "qestion:"),
    ("title: Knee", "title: 'TODO: the knee'"),
    ("title: Knee", "title: "),
    ("a-study", "b-study"),
    ("[knee]", "[elbow]"),
    ("reviewed: 2026-11-22", "reviewed: 2999-01-01"),
    ("start: rest", "start: nowhere"),
    ("self_care: true", "self_care: yes"),
    (": ", ":"),
]


@pytest.fixture
def memory(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("memory") / "here"


def run(folder: Path, memory: Path) -> tuple:
    """Findings and proof of one check that remembers."""
    loaded = load(Project(folder))
    reader = Remembering(memory, loaded.sources)
    report = check(loaded, reader)
    reader.keep(report.faulty)
    return report.findings, report.survey.proof, report.survey.references, report.survey.library


def anew(folder: Path) -> tuple:
    report = check(load(Project(folder)))
    return report.findings, report.survey.proof, report.survey.references, report.survey.library


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_whatever_is_edited_the_findings_are_those_of_a_check_that_reads_everything(tmp_path_factory, dice: Random):
    folder, memory = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("memory")
    for path, text in EXAMPLE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    for _ in range(4):
        path = dice.choice(list(EXAMPLE))
        old, new = dice.choice(FAULTS)
        text = dice.choice([EXAMPLE[path], EXAMPLE[path].replace(old, new), EXAMPLE[dice.choice(list(EXAMPLE))]])
        if dice.random() < 0.1:
            (folder / path).unlink(missing_ok=True)
        else:
            (folder / path).write_text(text, encoding="utf-8")
        assert run(folder, memory) == anew(folder)


def test_a_file_that_has_not_changed_is_not_read_again(project, memory, monkeypatch):
    folder = project(EXAMPLE)
    run(folder, memory)
    (folder / KNEE).write_text("title: A knee\n")
    read = []
    monkeypatch.setattr("generator.reading.reader.read", lambda source: read.append(source.path) or ({}, []))
    loaded = load(Project(folder))
    check(loaded, Remembering(memory, loaded.sources))
    assert read == [KNEE]


def test_a_file_with_a_finding_is_not_remembered(project, memory):
    folder = project({**EXAMPLE, TREE: EXAMPLE[TREE].replace("A little", "A lot")})
    findings = run(folder, memory)[0]
    assert [one.code for one in findings] == ["S505"]
    assert run(folder, memory)[0] == findings


def test_what_another_program_remembered_is_not_used(project, memory, monkeypatch):
    folder = project(EXAMPLE)
    run(folder, memory)
    monkeypatch.setattr(cache, "_program", lambda: b"another")
    assert not any(Remembering(memory, load(Project(folder)).sources).is_settled(path) for path in EXAMPLE)


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "others may write", "a folder", "no mapping"])
def test_a_damaged_memory_is_as_good_as_none(project, memory, damage):
    folder = project(EXAMPLE)
    run(folder, memory)
    for file in memory.iterdir():
        content = file.read_bytes()
        match damage:
            case "cut":
                file.write_bytes(content[: len(content) // 2])
            case "changed":
                file.write_bytes(content.replace(b"knee", b"knew"))
            case "emptied":
                file.write_bytes(b"")
            case "others may write":
                file.write_bytes(content.replace(b"knee", b"knew"))
                file.chmod(0o666)
            case "a folder":
                file.unlink()
                file.mkdir()
            case "no mapping":
                file.write_bytes(cache._digest(b"[]").encode() + b"\n[]")
    assert run(folder, memory) == anew(folder)


def test_where_nothing_can_be_kept_the_check_is_the_same(project, tmp_path_factory):
    folder = project(EXAMPLE)
    blocked = tmp_path_factory.mktemp("memory") / "file"
    blocked.write_text("in the way")
    assert run(folder, blocked / "below") == anew(folder)


def test_what_is_gone_is_forgotten(project, memory):
    folder = project(EXAMPLE)
    run(folder, memory)
    (folder / WHY_IT_HURTS).unlink()
    run(folder, memory)
    kept = [value for file in memory.iterdir() for value in json.loads(file.read_bytes().partition(b"\n")[2]).values()]
    assert not [value for value in kept if "question" in value]
    assert [value for value in kept if "a-study" in value]


def test_it_is_kept_for_the_user_alone_and_apart_for_each_project(tmp_path):
    one = folder_for(tmp_path / "one", {"XDG_CACHE_HOME": str(tmp_path)})
    other = folder_for(tmp_path / "other", {"XDG_CACHE_HOME": str(tmp_path)})
    assert one.parent == other.parent == tmp_path / "signpost"
    assert one != other
    assert folder_for(tmp_path, {"SIGNPOST_CACHE": ""}) is None
    assert folder_for(tmp_path, {"SIGNPOST_CACHE": str(tmp_path / "mine")}).parent == tmp_path / "mine"


def test_the_command_remembers_only_large_projects_and_not_if_told_so(project, tmp_path_factory, monkeypatch):
    folder = project(EXAMPLE)
    memory = tmp_path_factory.mktemp("memory")
    monkeypatch.setenv("SIGNPOST_CACHE", str(memory))
    check_it = ["check", "--project", str(folder)]
    assert CliRunner().invoke(main, check_it).exit_code == 0
    assert not list(memory.iterdir())
    monkeypatch.setattr("generator.commands.check.WORTH_WHILE", 1)
    assert CliRunner().invoke(main, [*check_it, "--no-cache"]).exit_code == 0
    assert not list(memory.iterdir())
    first = CliRunner().invoke(main, check_it)
    assert list(memory.iterdir())
    assert CliRunner().invoke(main, check_it).output == first.output
    (folder / SOURCES).write_text("", encoding="utf-8")
    assert CliRunner().invoke(main, check_it).exit_code == 1


def test_what_is_not_told_because_it_seems_to_follow_is_not_forgotten_either(project, memory):
    """Nobody is led to a question, here and in another guide; a slip over there explains both, until it is mended."""
    forgotten = """\
  hidden:
    ask: Does anybody come here?
    choices:
      yes: {text: Yes, outcome: see-someone}
      no: {text: No, outcome: take-it-easy}
"""
    alone = EXAMPLE[TREE] + forgotten
    slip = EXAMPLE[TREE].replace("{text: A lot, outcome: see-someone}", "{text: A lot, question: hiden}") + forgotten
    folder = project(EXAMPLE | {TREE: alone, "decision_trees/other.yml": slip})
    first = run(folder, memory)
    assert first == anew(folder)
    assert [finding.file for finding in first[0]] == ["decision_trees/other.yml"]
    project({"decision_trees/other.yml": slip.replace("hiden", "hidden")})
    assert run(folder, memory) == anew(folder)
    assert [finding.rule for finding in run(folder, memory)[0]] == ["unreachable-question"]
