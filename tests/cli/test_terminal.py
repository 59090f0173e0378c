"""What a terminal shows and a pipe does not: lines in its width, how far a command is, ids to complete."""

import io
import re
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner
from example import EXAMPLE, KNEE, TREE, edit

from generator.check.run import check
from generator.cli.commands.shared import progress
from generator.cli.main import main
from generator.core.project import Project
from generator.load.files import load
from generator.report import text_report

LONG = "It bends, and turns a little, and carries whatever stands above it, which is a good deal. " * 4


class Terminal(io.StringIO):
    """A stream that says that it is one."""

    def isatty(self) -> bool:
        return True


def rendered(folder: Path, width: int) -> list[str]:
    loaded = load(Project(folder))
    sources = {source.path: source for source in loaded.files}
    return text_report.render(check(loaded), sources, lambda text, **_: text, width).splitlines()


@pytest.fixture
def faulty(project) -> Path:
    """Faults with long messages, in long lines, at their beginning and their end."""
    return project(
        EXAMPLE
        | edit(TREE, "outcome: take-it-easy", "outcome: nowhere-at-all-that-anybody-knows")
        | {KNEE: f"title: Knee\nwhat: {LONG}[@a-study, p. 1]\nsummary: '{LONG}': {LONG}\n"}
        | {"content/places/hip.yml": f"title: Hip\nwhat: '{LONG}[it] (tree:example)'\n"}
    )


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_every_line_of_the_report_keeps_to_the_width_of_the_terminal(faulty, width):
    lines = rendered(faulty, width)
    words = [line for line in lines if not re.search(r"  (error|warning) S\d{3} |^[✓✗]", line)]
    assert len(words) > 15
    assert max(map(len, words)) <= width


def test_whatever_is_said_is_said_in_any_width(faulty):
    def said(lines: list[str]) -> str:
        # Only what is too long for a line of its own is broken within a word.
        return "".join("".join(line for line in lines if "│" not in line).split())

    assert said(rendered(faulty, 50)) == said(rendered(faulty, 0))


def test_in_a_pipe_each_message_stays_on_one_line(faulty):
    output = CliRunner().invoke(main, ["check", "--project", str(faulty)]).output
    assert output.splitlines() == rendered(faulty, 0)
    assert max(map(len, output.splitlines())) > 120


def test_progress_is_shown_on_a_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(progress("Making pages", [1, 2, 3])) == [1, 2, 3]
    shown = sys.stderr.getvalue()
    assert "Making pages" in shown
    assert "100%" in shown


def test_and_nothing_where_the_output_goes_elsewhere(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(progress("Making pages", [1, 2, 3])) == [1, 2, 3]
    assert sys.stderr.getvalue() == ""


@pytest.mark.parametrize(
    "arguments", [["stage", "out"], ["cases"], ["paths", "example"], ["diff", "."]], ids=lambda arguments: arguments[0]
)
def test_long_commands_show_it_and_print_the_same(arguments, project, monkeypatch):
    folder = project(EXAMPLE)
    monkeypatch.chdir(folder)
    piped = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert not re.search(r"\d%", piped.output)
    asked = []
    monkeypatch.setattr("generator.cli.commands.shared.progress", lambda label, items: asked.append(label) or items)
    again = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert asked
    assert all(asked)
    if arguments[0] != "stage":
        assert again.stdout == piped.stdout


@pytest.mark.parametrize(
    ("arguments", "typed", "offered"),
    [
        ([], "pa", ["paths"]),
        (["walk"], "ex", ["example"]),
        (["walk"], "x", []),
        (["graph"], "", ["example", "other"]),
        (["paths", "--project", "FOLDER"], "o", ["other"]),
        (["new", "case", "a", "--walk"], "ot", ["other"]),
        (["new"], "out", ["outcome"]),
        (["explain"], "S10", ["S101", "S102", "S103", "S104", "S105", "S106", "S107"]),
        (["explain"], "merge", ["merge-mark"]),
        (["check", "--format"], "js", ["json"]),
    ],
)
def test_shells_complete_commands_ids_and_codes(arguments, typed, offered, project, monkeypatch):
    other = EXAMPLE[TREE].replace("Sore knee", "Sorer knee")
    folder = project(EXAMPLE | {"decision_trees/other.yml": other})
    monkeypatch.chdir(folder)
    given = [str(folder) if one == "FOLDER" else one for one in arguments]
    complete = ShellComplete(main, {}, "signpost", "_SIGNPOST_COMPLETE")
    assert [one.value for one in complete.get_completions(given, typed)] == offered
