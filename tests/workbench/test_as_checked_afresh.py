"""After any changes a session finds what a first check of the same folder finds, to the letter."""

import random
import re
import shutil
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from importlib import import_module
from inspect import signature
from pkgutil import walk_packages

import pytest
from broken_site import SITE
from deep import examples
from real_project import ROOT

import generator
from generator.analyse import cases
from generator.check import run
from generator.check.run import check
from generator.core.finding import Fault
from generator.core.library import at
from generator.core.memo import memoized
from generator.core.project import Project
from generator.core.site import Serving
from generator.load import parse, yaml_nodes
from generator.load.files import load
from generator.rules.rule import Rule
from workbench.session import Session

TODAY = date(2026, 11, 29)
PARTS = ("content", "decision_trees", "permalinks.txt", "mkdocs.yml", "reviewed.txt")
# What people type or paste somewhere.
TYPED = (
    *("#", " # note", "[@", "[@nobody-2020]", "](", "[words](outcome:", "[](care:", "{", "}", '"', ": ", "- ", "  "),
    *("TODO", "not ", "112", "word " * 30, "<b>", "\n\n", "\n", "\t", "😀", "everywhere", "unsure: true", "{places}"),
)
# All that parsing keeps from one check to the next: whoever does not have it makes every value anew.
KEPT = ("_faultless", "_faultless_front_matter", "_faultless_translation", "_permalinks")


@pytest.fixture(autouse=True)
def afresh():
    yield
    yaml_nodes.forget()


@contextmanager
def nothing_kept():
    with pytest.MonkeyPatch.context() as changed:
        for name in KEPT:
            changed.setattr(parse, name, getattr(parse, name).__wrapped__)
        changed.setattr(cases, "_walker", cases._walker.__wrapped__)
        yield


def first_check(folder):
    with nothing_kept():
        report = check(load(Project(folder)), TODAY)
    return [asdict(finding) for finding in report.findings], asdict(report.summary)


def copied(project, folder):
    folder.mkdir()
    for part in PARTS:
        if (project / part).is_dir():
            shutil.copytree(project / part, folder / part)
        elif (project / part).exists():
            shutil.copy(project / part, folder / part)
    return folder


def edited(text, others, chance):
    """A text as somebody leaves it who writes, deletes, moves or pastes something in it."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    match chance.randrange(7):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, chance.choice(lines))
        case 2:
            lines.insert(at, chance.choice(chance.choice(others).split("\n")))
        case 3:
            words = lines[at].split(" ")
            words[chance.randrange(len(words))] = chance.choice(text.split() or ["a"])
            lines[at] = " ".join(words)
        case 4:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            begin = chance.randrange(len(lines[at]) + 1)
            end = chance.choice((begin, begin, begin + 1, begin + 4))
            lines[at] = lines[at][:begin] + chance.choice((*TYPED, "")) + lines[at][end:]
    return "\n".join(lines)


def compared(project, folder, steps, seed):
    chance = random.Random(seed)
    session = Session(copied(project, folder), Serving("https://example.org/"), TODAY)
    files = [
        file
        for file in session.files()
        if file.startswith(("content/", "decision_trees/")) and file.endswith((".yml", ".md"))
    ]
    # What much else depends on is changed more often than there are files of it.
    hubs = [file for file in files if file.count("/") == 1]
    changed = []
    for step in range(steps):
        if changed and chance.random() < 0.3:
            session.close(changed.pop(chance.randrange(len(changed))))
        elif chance.random() < 0.1:
            file = chance.choice(files)
            new = f"{file.rpartition('/')[0]}/new-{step}.{file.rpartition('.')[2]}"
            session.change(new, session.text(file))
            changed.append(new)
        else:
            file = chance.choice(chance.choice((files, files, hubs, changed or files)))
            session.change(file, edited(session.text(file), [session.text(one) for one in files[:5]], chance))
            changed.append(file)
        if chance.random() < 0.25:
            continue
        found = [{key: one[key] for key in one if key != "correction"} for one in session.check()["findings"]]
        findings, summary = first_check(folder)
        assert found == findings, (seed, step, changed[-1:])
        assert asdict(session._current().report.summary) == summary, (seed, step)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(examples(20)))
@pytest.mark.parametrize("project", [SITE, ROOT / "examples" / "bread"], ids=["small-site", "example"])
def test_a_session_finds_what_a_first_check_finds(project, seed, tmp_path):
    compared(project, tmp_path / "site", 40, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(examples(5)))
def test_so_it_does_on_this_site(seed, tmp_path):
    compared(ROOT, tmp_path / "site", 8, seed)


SIGN = "Numbness around your genitals or bottom"
FLAGS, LEVELS, SITE_FILE = "decision_trees/red_flags.yml", "decision_trees/care_levels.yml", "content/site.yml"
TREE, TENDON, SOURCES = "decision_trees/sit-bone.yml", "content/outcomes/tendon-pain.yml", "content/sources.yml"
CASE = """\
title: A runner
story: A runner with a sore sit bone.
guide: sit-bone
answers:
  - {red-flags-emergency: no}
  - {how-it-began: bit-by-bit}
  - {foot-landing: not-landing}
expect: {outcome: tendon-pain}
reviewed: 2026-11-22
"""
# What stands in one file, and another file of which depends whether it is a fault; then its code.
DEPENDING = {
    "a sign": ({TENDON: ("It is no better", f"{SIGN}, it is no better")}, {FLAGS: (SIGN, "Numb legs")}, "S808"),
    "a share": (
        {TENDON: ("It is no better", f"{SIGN}, it is no better")},
        {SITE_FILE: ("subject: health", "subject: health\nmost_repeated_of_a_sign: 100")},
        "S808",
    ),
    "a number": (
        {
            TENDON: ("It is no better", "Or call 5550199 if it is no better"),
            LEVELS: ("Call an", "Please [call](tel:5550199) an"),
        },
        {LEVELS: ("tel:5550199", "tel:5550198")},
        "S807",
    ),
    "a source": (
        {TENDON: ("Break up", "Break up [b-study]")},
        {SOURCES: ("a-study:", "b-study: {title: B}\na-study:")},
        "S419",
    ),
    "a house rule": (
        {
            SITE_FILE: (
                "subject: health",
                "subject: health\nhouse_rules: [{of: outcome.try, has_not: sitting, say: No}]",
            )
        },
        {SITE_FILE: ("has_not: sitting", "has_not: standing")},
        "S313",
    ),
    "a field": (
        {SITE_FILE: ("subject: health", "subject: health\nrequire: {outcome: [avoid]}")},
        {SITE_FILE: ("[avoid]", "[summary]")},
        "S312",
    ),
    "a way": (
        {"decision_trees/cases/a.yml": CASE},
        {TREE: ("outcome: tendon-pain", "outcome: possible-tear")},
        "S623",
    ),
    "a level": (
        {"decision_trees/cases/a.yml": CASE.replace("outcome: tendon-pain", "care: self-care")},
        {TENDON: ("care: self-care", "care: same-day")},
        "S623",
    ),
}


@pytest.mark.parametrize("name", DEPENDING)
def test_what_depends_on_another_file_follows_it(name, tmp_path):
    first, then, code = DEPENDING[name]
    session = Session(copied(SITE, tmp_path / "site"), Serving("https://example.org/"), TODAY)
    told = []
    for change in (first, then):
        for file, made in change.items():
            session.change(file, made if isinstance(made, str) else session.text(file).replace(*made))
        found = [{key: one[key] for key in one if key != "correction"} for one in session.check()["findings"]]
        assert found == first_check(tmp_path / "site")[0]
        told.append(code in [one["code"] for one in found])
    assert told in ([True, False], [False, True])


def test_a_rule_by_the_recipe_says_what_is_true_after_each_change(tmp_path, monkeypatch):
    """It looks at one file for a word that stands in another."""

    def told(survey):
        word = survey.library.outcomes["tendon-pain"].summary.split()[0]
        for tree, id, question in survey.questions():
            if word in question.ask:
                yield Fault("S999", at("tree", tree, "questions", id, "ask"), f'"{word}" stands here.', "Take it out.")

    monkeypatch.setattr(run, "RULES", {**run.RULES, "S999": Rule("S999", "a-word", "warning", "", told)})
    session = Session(copied(SITE, tmp_path / "site"), Serving("https://example.org/"), TODAY)
    found = []
    for word in ("Pain", "How", "Pain", "Does"):
        session.change(TENDON, session.text(TENDON).replace("summary: Pain", f"summary: {word}", 1))
        found.append([one["line"] for one in session.check()["findings"] if one["code"] == "S999"])
        session.close(TENDON)
    lines = session.text(TREE).split("\n")
    how, does = (
        1 + next(number for number, line in enumerate(lines) if f"ask: {word}" in line) for word in ("How", "Does")
    )
    assert found == [[], [how], [], [does]]


def test_what_is_kept_is_handed_nothing_but_values_that_are_compared():
    functions = [one for one in all_of_the_program() if getattr(one, "__code__", None) is memoized(len).__code__]
    assert len(functions) > 10
    for function in functions:
        for name, of in signature(function).parameters.items():
            said = str(of.annotation)
            assert not re.search(
                r"Library|Survey|Report|Loaded|dict|list|set\[|Mapping|Callable|Iter", said.replace("frozenset[", "")
            ), f"{function.__module__}.{function.__qualname__} is given {name}: {said}"


def all_of_the_program():
    for module in walk_packages(generator.__path__, "generator."):
        if not module.name.startswith(("generator.mkdocs", "generator.__main__")):
            yield from vars(import_module(module.name)).values()
