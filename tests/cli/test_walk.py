"""A guide can be walked in the terminal: the words of its page, the same ways, and a polite end whatever is typed."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
import real_project
from click.testing import CliRunner
from deep import examples
from example import EXAMPLE, TREE
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analyse.routes import Routes
from generator.check.run import check
from generator.cli.conversation import Stopped, walk
from generator.cli.main import main
from generator.core.markup import plain
from generator.core.project import Project
from generator.load.files import load
from generator.render.link import Links, link

ROOT = Path(__file__).parents[2]
EVERYTHING = Path(__file__).parents[1] / "golden/everything/input"


def links_of(folder: Path) -> Links:
    return link(check(load(Project(folder))).survey)


REAL, GOLDEN = link(real_project.report().survey), links_of(EVERYTHING)


def no_style(text: str, **_: object) -> str:
    return text


def walked(links: Links, tree: str, answers: list[str], width: int = 80) -> tuple[object, list[str]]:
    said: list[str] = []
    left = iter(answers)

    def read() -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    try:
        return walk(links, tree, read, said.append, no_style, width), said
    except EOFError:
        return None, said


def numbers(links: Links, tree: str, answers) -> list[str]:
    """The numbers to type for a path."""
    routes, typed = Routes(links.library), []
    standing = routes.enter(tree)
    for _, choice in answers:
        choices = routes.choices(standing)
        typed.append(str([id for id, _ in choices].index(choice) + 1))
        standing = dict(choices)[choice]
    return typed


def squeezed(lines: list[str]) -> str:
    return " ".join(" ".join(lines).replace("▌", " ").split())


@pytest.mark.long
@pytest.mark.parametrize(
    ("links", "tree"),
    [(links, tree) for links in (REAL, GOLDEN) for tree in links.library.trees],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_way_ends_as_it_must_and_asks_each_red_flag_once(links: Links, tree: str):
    for path in Routes(links.library).first_paths(tree, 40)[0]:
        ending, said = walked(links, tree, numbers(links, tree, path.answers))
        assert ending == path.ending
        told = squeezed(said)
        asked = squeezed([line for line in said if not line.startswith("→")])
        for flag in links.library.red_flags.values():
            assert asked.count(squeezed([plain(flag.text)])) <= 1
        outcome = links.outcomes[ending.outcome]
        for text in (outcome.title, outcome.summary, *outcome.get_help_if):
            assert squeezed([plain(text)]) in told
        assert told.endswith(f"outcomes/{ending.outcome}/")


def test_it_looks_like_this(project):
    result = CliRunner().invoke(main, ["walk", "example", "--project", str(project(EXAMPLE))], input="n\n2\n")
    assert result.exit_code == 0
    assert (
        result.output
        == """\

Sore knee
Find out what to do about a sore knee.

Warning signs: do any of these apply to you?
Tap the first that applies.

  1  Your knee is hot and swollen
  2  None of these
  3  I am not sure

Answer with a number or the first letters; b goes back, q quits.
> → None of these

Does it hurt at rest?

  1  A lot
  2  A little
  3  I cannot tell

Answer with a number or the first letters; b goes back, q quits.
> → A little

▌ Look after it
▌ Take it easy.

Take it easy
Rest it.

Get help if:
  • It is no better after 2 weeks

More on its page: outcomes/take-it-easy/
"""
    )


@pytest.mark.parametrize("typed", ["2", " 2 ", "a li", "A LITTLE", "a  little", "02"])
def test_an_answer_is_its_number_or_its_beginning(typed, project):
    ending, _ = walked(links_of(project(EXAMPLE)), "example", ["no", typed])
    assert ending.outcome == "take-it-easy"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("a l", "Answers 1 and 2 begin like that: which number?"),
        ("4", "Please answer with a number from 1 to 3, b or q."),
        ("0", "Please answer with a number from 1 to 3, b or q."),
        ("9" * 5000, "Please answer"),
        ("²", "Please answer"),
        ("", "Please answer"),
        ("a lot of it", "Please answer"),
    ],
)
def test_what_is_not_understood_is_asked_again(typed, told, project):
    ending, said = walked(links_of(project(EXAMPLE)), "example", ["no", typed, "1"])
    assert told in " ".join(said)
    assert ending.outcome == "see-someone"


def test_a_whole_answer_wins_over_one_that_only_begins_with_it(project):
    folder = project(EXAMPLE | {TREE: EXAMPLE[TREE].replace("text: A little", "text: A lot more")})
    assert walked(links_of(folder), "example", ["no", "a lot"])[0].outcome == "see-someone"


def test_back_leads_to_the_question_before_and_no_further(project):
    ending, said = walked(links_of(project(EXAMPLE)), "example", ["b", "no", "b", "your knee"])
    assert "This is the first question." in said
    assert ending.outcome == "care-soon"
    assert said.count("Warning signs: do any of these apply to you?") == 3


def test_back_leads_into_the_guide_before(project):
    _, said = walked(GOLDEN, "wobble", ["no", "2", "b"])
    titles = [line for line in said if line in ("A wheel that wobbles", "The back wheel")]
    assert titles == ["A wheel that wobbles", "The back wheel", "A wheel that wobbles"]


@pytest.mark.parametrize("width", [1, 24, 40, 80, 1000])
def test_lines_are_as_wide_as_the_terminal_and_no_wider_than_one_can_read(width):
    _, said = walked(REAL, "sit-bone", ["no", "no", "no", "1"], width)
    widest = max(len(line) for line in said)
    assert widest <= max(24, min(width, 88))


def test_control_characters_do_not_reach_the_terminal(project):
    folder = project(
        EXAMPLE | {TREE: EXAMPLE[TREE].replace("ask: Does", 'ask: "\\e[31m Does').replace("rest?", 'rest?"')}
    )
    _, said = walked(links_of(folder), "example", ["no"])
    assert not [line for line in said if "\x1b" in line]


@settings(max_examples=examples(60))
@given(st.lists(st.text(max_size=6) | st.sampled_from(["1", "2", "3", "b", "n", "y", "i"]), max_size=12))
def test_whatever_is_typed_it_ends_at_a_result_or_waits(answers):
    try:
        ending, said = walked(GOLDEN, "wobble", answers)
    except Stopped:
        return
    assert ending is None or ending.outcome in GOLDEN.outcomes
    assert said


@pytest.mark.parametrize("typed", ["q\n", "Q\n", "", "no\n", "no"])
def test_stopping_is_no_error(typed, project):
    result = CliRunner().invoke(main, ["walk", "example", "--project", str(project(EXAMPLE))], input=typed)
    assert result.exit_code == 0
    assert result.output.endswith("Stopped before a result. Nothing was kept.\n")


def test_an_interrupt_is_no_error(project, monkeypatch):
    def interrupt(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupt)
    result = CliRunner().invoke(main, ["walk", "example", "--project", str(project(EXAMPLE))])
    assert result.exit_code == 0
    assert "Stopped before a result." in result.output


@pytest.mark.long
@pytest.mark.parametrize("typed", [b"\xff\xfe\nq\n", b"n\n2\n"])
def test_it_works_through_a_pipe_whatever_the_bytes(typed, project):
    run = subprocess.run(
        [sys.executable, "-m", "generator", "walk", "example"],
        cwd=project(EXAMPLE), env={**os.environ, "PYTHONUTF8": "1"}, input=typed, capture_output=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"\x1b" not in run.stdout


def test_a_tree_that_does_not_exist_is_wrong_use_with_a_guess(project):
    result = CliRunner().invoke(main, ["walk", "exampel", "--project", str(project(EXAMPLE))])
    assert result.exit_code == 2
    assert 'Did you mean "example"?' in result.output


def test_colours_are_for_terminals(project):
    result = CliRunner().invoke(main, ["walk", "example", "--project", str(project(EXAMPLE))], input="y\n", color=True)
    assert click.unstyle(result.output) != result.output
