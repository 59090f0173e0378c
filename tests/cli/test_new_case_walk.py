"""`signpost new case --walk` writes down what somebody answers, or nothing at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from deep import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from kettles import BASE, DESCALE, KETTLE, KETTLES, WITHOUT_CASES, kettles

from generator.analyse.cases import is_as_expected
from generator.check.run import check
from generator.cli.main import main
from generator.core.kinds.case import Case
from generator.core.project import Project
from generator.load.files import load

PATH = "decision_trees/cases/mine.yml"
ROOT = Path(__file__).parents[2]
STOPPED = "Stopped before a result. Nothing was written."


def new(folder: Path, typed: str, *arguments: str, id: str = "mine", guide: str = "kettle"):
    command = ["new", "case", id, "--walk", guide, *arguments, "--project", str(folder)]
    return CliRunner().invoke(main, command, input=typed, catch_exceptions=False)


def files_of(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


def written(folder: Path) -> Case:
    """The new case, of a project that passes the check, in which it is right."""
    report = check(load(Project(folder)))
    assert report.ok, report.findings
    assert {one.code for one in report.findings if one.file == PATH} == {"S802"}
    [walk] = [walk for walk in report.survey.walks if walk.case == "mine"]
    assert is_as_expected(report.survey.library, walk)
    return report.survey.library.cases["mine"]


def answers(*pairs: str) -> list[dict[str, str]]:
    return [dict([pair.split("=")]) for pair in pairs]


GATE = ("red-flags-unplug=no", "red-flags-shop=no")
WALKS = {
    "to a result": ("n\nn\nslowly\nwhite\n", [*GATE, "heats=slowly", "inside=white"], "descale"),
    "by numbers": ("2\n2\n1\n1\n", [*GATE, "heats=slowly", "inside=white"], "descale"),
    "to a sign with a card": ("it smokes\n", ["red-flags-unplug=smoke"], "care-unplug"),
    "to a sign with a result": ("n\n1\n", ["red-flags-unplug=no", "red-flags-shop=lid"], "new-lid"),
    "not sure of a sign": ("n\n3\n", ["red-flags-unplug=no", "red-flags-shop=unsure"], "care-shop"),
    "not sure of an answer": ("n\nn\ni cannot\n", [*GATE, "heats=unsure"], "repair"),
    "handed over": ("n\nn\nnot\nn\n2\n", [*GATE, "heats=no", "red-flags-unplug=no", "socket=no"], "other-socket"),
    "a sign after a handover": ("n\nn\n2\n1\n", [*GATE, "heats=no", "red-flags-unplug=wet-plug"], "care-unplug"),
    "back and another answer": ("n\nn\n1\nb\n3\n", [*GATE, "heats=unsure"], "repair"),
    "back at the first question": ("b\nb\n1\n", ["red-flags-unplug=smoke"], "care-unplug"),
    "back to the first question": ("n\nn\nb\nb\nb\n1\n", ["red-flags-unplug=smoke"], "care-unplug"),
    "back out of the second guide": ("n\nn\n2\nb\n1\n2\n", [*GATE, "heats=slowly", "inside=clean"], "repair"),
    "back out of it and there again": (
        "n\nn\n2\nn\nb\nb\n2\nn\n1\n",
        [*GATE, "heats=no", "red-flags-unplug=no", "socket=yes"],
        "repair",
    ),
    "what is not understood": ("what\n\n9\nn\n\xe9\nn\n3\n", [*GATE, "heats=unsure"], "repair"),
    "as on Windows": ("n\r\nn\r\n3\r\n", [*GATE, "heats=unsure"], "repair"),
    "without the last line's end": ("n\nn\n3", [*GATE, "heats=unsure"], "repair"),
}


@pytest.mark.parametrize("name", WALKS)
def test_what_was_answered_is_written_and_passes_the_check(name: str, project):
    typed, given_answers, outcome = WALKS[name]
    folder = project(KETTLES)
    result = new(folder, typed)
    assert result.exit_code == 0, result.output
    case = written(folder)
    assert (case.guide, case.answers) == ("kettle", answers(*given_answers))
    assert (case.expect.outcome, case.expect.care) == (outcome, None)
    assert files_of(folder).keys() - KETTLES.keys() == {PATH}
    assert result.output.rstrip().endswith('Then see where it ends: "signpost cases".')
    assert f"✓ {PATH}" in result.output


def test_the_first_case_of_a_library_is_written_too(project):
    folder = project(WITHOUT_CASES)
    assert new(folder, "n\nn\n3\n").exit_code == 0
    assert written(folder).answers == answers(*GATE, "heats=unsure")


def test_the_walk_may_begin_in_any_guide(project):
    folder = project(KETTLES)
    assert new(folder, "n\n1\n", guide="base").exit_code == 0
    case = written(folder)
    assert (case.guide, case.answers) == ("base", answers("red-flags-unplug=no", "socket=yes"))


ODD = ["no", "yes", "true", "null", "1", "007", "0x1f", "1e3", "2026-11-22", "-1", "12-30-45"]


@pytest.mark.parametrize("id", ODD)
def test_an_id_that_looks_like_something_else_is_written_so_that_it_can_be_read(id: str, project):
    asked = KETTLES[KETTLE].replace("      white: {", f'      "{id}": {{').replace(": descale", f': "{id}"')
    files = {path: text for path, text in WITHOUT_CASES.items() if path not in (KETTLE, DESCALE)}
    files |= {f"decision_trees/{id}.yml": asked, f"content/outcomes/{id}.yml": KETTLES[DESCALE]}
    folder = project(files)
    assert new(folder, "n\nn\n1\n1\n", guide=id).exit_code == 0
    case = written(folder)
    assert (case.guide, case.expect.outcome) == (id, id)
    assert case.answers == answers(*GATE, "heats=slowly", f"inside={id}")


@pytest.mark.parametrize("id", ODD)
def test_so_is_that_of_a_question(id: str, project):
    asked = KETTLES[KETTLE].replace("question: inside", f'question: "{id}"').replace("  inside:\n", f'  "{id}":\n')
    folder = project(WITHOUT_CASES | {KETTLE: asked})
    assert new(folder, "n\nn\n1\n1\n").exit_code == 0
    assert written(folder).answers == answers(*GATE, "heats=slowly", f"{id}=white")


@pytest.mark.parametrize(
    "typed", ["", "\n", "q\n", "Q\n", "n\nn\nq\n", "n\nn", "n\nn\n2\nn\nq\n", "b\n", "nonsense\n", "n\nn\n1\nb\nb\n"]
)
def test_stopping_half_way_writes_nothing(typed: str, project):
    folder = project(KETTLES)
    result = new(folder, typed)
    assert result.exit_code == 1
    assert result.stderr == f"Error: {STOPPED}\n"
    # The message stands in a line of its own, below the last question.
    assert result.stdout.endswith("\n")
    assert files_of(folder) == KETTLES


def test_an_interrupt_writes_nothing(project, monkeypatch):
    def interrupt(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupt)
    folder = project(KETTLES)
    result = new(folder, "")
    assert (result.exit_code, result.stderr) == (1, f"Error: {STOPPED}\n")
    assert files_of(folder) == KETTLES


@pytest.mark.long
@pytest.mark.parametrize(
    ("typed", "code"), [(b"n\nn\n3\n", 0), (b"\xff\xfe\nn\nn\n3\n", 0), (b"n\n", 1), (b"", 1), (b"\x00\n\xff", 1)]
)
def test_it_works_through_a_pipe_whatever_the_bytes(typed: bytes, code: int, project):
    folder = project(KETTLES)
    run = subprocess.run(
        [sys.executable, "-m", "generator", "new", "case", "mine", "--walk", "kettle"],
        cwd=folder, env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}, input=typed, capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == code, run.stderr
    assert b"Traceback" not in run.stderr
    assert b"\x1b" not in run.stdout
    assert (folder / PATH).exists() == (code == 0)


# ------------------------------------------------------------------------------------- what is refused, before a walk


def refused(folder: Path, *told: str, before: dict[str, str] = KETTLES, **how: str) -> None:
    result = new(folder, "n\nn\n3\n", **how)
    assert result.exit_code == 2
    for one in told:
        assert one in result.stderr
    assert result.stdout == ""
    assert files_of(folder) == before


@pytest.mark.parametrize("ending", ["yml", "yaml"])
def test_a_name_that_is_taken_is_refused_before_anything_is_asked(ending: str, project):
    path = f"decision_trees/cases/white-inside.{ending}"
    before = {**WITHOUT_CASES, path: KETTLES["decision_trees/cases/white-inside.yml"]}
    told = f"{path} is there already, and was left as it is. Choose another name."
    refused(project(before), told, before=before, id="white-inside")


@pytest.mark.parametrize(
    ("id", "better"),
    [("My_Case", "my-case"), ("mine.yml", "mine-yml"), ("../mine", "mine"), ("White inside", "white-inside")],
)
def test_a_bad_name_is_refused_with_a_better_one(id: str, better: str, project):
    refused(project(KETTLES), f'Write it as "{better}".', id=id)


@pytest.mark.parametrize("id", ["", "\u6f22", "\x1b[31m", "a" * 101])
def test_a_name_that_is_no_name_is_refused(id: str, project):
    refused(project(KETTLES), "Error: ", id=id)


def test_a_guide_that_is_not_there_is_refused_with_one_near_it(project):
    refused(project(KETTLES), 'There is no tree "kettel". Did you mean "kettle"?', guide="kettel")


def test_only_cases_are_walked(project):
    folder = project(KETTLES)
    command = ["new", "place", "spout", "--walk", "kettle", "--project", str(folder)]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    assert result.exit_code == 2
    assert "--walk writes a case: signpost new case ID --walk GUIDE" in result.stderr
    assert files_of(folder) == KETTLES


def test_a_library_with_errors_is_not_walked(project):
    folder = project(kettles(KETTLE, "question: inside", "question: insid"))
    before = files_of(folder)
    result = new(folder, "n\nn\n3\n")
    assert result.exit_code == 1
    assert 'There are errors, so no guide can be walked. Run "signpost check" first.' in result.stderr
    assert result.stdout == ""
    assert files_of(folder) == before


def test_a_folder_that_cannot_be_made_is_told(project):
    files = {path: text for path, text in KETTLES.items() if "/cases/" not in path}
    folder = project({**files, "decision_trees/cases": "mine"})
    before = files_of(folder)
    result = new(folder, "n\nn\n3\n")
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert files_of(folder) == before


# -------------------------------------------------------------------------------------------------- whatever is typed


TYPED = st.lists(st.sampled_from(["1", "2", "3", "b", "n", "not", "s", "it", "", "?"]), max_size=14)


@pytest.mark.long
@settings(max_examples=examples(40))
@given(TYPED, st.sampled_from(["kettle", "base"]))
def test_whatever_is_typed_a_right_case_is_written_or_nothing(tmp_path_factory, typed: list[str], guide: str):
    folder = tmp_path_factory.mktemp("kettles")
    for path, text in KETTLES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    result = new(folder, "".join(f"{line}\n" for line in typed), guide=guide)
    if result.exit_code == 0:
        case = written(folder)
        assert case.guide == guide
        # The result that was told is the one that is expected.
        assert f"More on its page: outcomes/{case.expect.outcome}/" in result.stdout
    else:
        assert STOPPED in result.stderr
        assert files_of(folder) == KETTLES


def test_both_guides_are_walked_in_their_own_words(project):
    result = new(project(KETTLES), "n\nn\n2\nn\n2\n")
    for path in (KETTLE, BASE):
        title = KETTLES[path].split("\n")[0].removeprefix("title: ")
        assert title in result.stdout
