"""What contributors are told to run and to open is there; the hooks for pre-commit do what `signpost check` does."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from example import EXAMPLE, TREE, edit

from generator.cli.main import main
from generator.core.source import SourceFile
from generator.load.yaml_nodes import read

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
CONTRIBUTE = ROOT / "content" / "contribute"
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
TOLD = [*sorted(CONTRIBUTE.glob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "README.md"]

told = pytest.mark.parametrize("path", TOLD, ids=lambda path: path.stem)


def yaml(path: Path) -> object:
    data, problems = read(SourceFile(path.name, path.read_text("utf-8")))
    assert not problems
    return data


def hooks() -> list[dict]:
    [repository] = yaml(ROOT / ".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    return repository["hooks"]


def command_of(hook: dict) -> list[str]:
    """As pre-commit would run it, with the commands of the environment that the tests run in."""
    name, *rest = shlex.split(hook["entry"])
    return [str(Path(sys.executable).with_name(Path(name).name)), *rest]


# Files that take the place of a page that Signpost makes; a site need not have them.
MAY_BE_WRITTEN = {
    "content/index.md",
    "content/about/tested/index.md",
    "content/robots.txt",
    "content/llms.txt",
    "content/_headers",
}


@told
def test_each_command_that_is_named_exists(path):
    text = path.read_text("utf-8")
    for command in re.findall(r"`(?:\.venv/bin/)?signpost ([a-z]+)", text):
        assert command in main.list_commands(None), command
    targets = re.findall(r"^([a-z.][\w./-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for target in re.findall(r"`make (\S+?)`", text):
        assert target in targets, target


@told
def test_each_file_and_folder_that_is_named_exists(path):
    for name in re.findall(r"`((?:content|decision_trees|generator|tests|docs|schema)/[\w./-]*)`", path.read_text()):
        assert (ROOT / name).exists() or name in MAY_BE_WRITTEN, name


def test_each_page_for_contributors_is_in_the_menu_and_on_their_first_page():
    menu = (ROOT / "mkdocs.yml").read_text("utf-8")
    first = (CONTRIBUTE / "index.md").read_text("utf-8")
    for page in CONTRIBUTE.glob("*.md"):
        assert f"- contribute/{page.name}\n" in menu
        assert page.name == "index.md" or f"]({page.name})" in first


@pytest.mark.long
def test_the_hook_for_other_repositories_fails_for_a_fault_and_passes_without(project):
    [hook] = yaml(ROOT / ".pre-commit-hooks.yaml")
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    good = subprocess.run(command_of(hook), cwd=project(EXAMPLE), capture_output=True, text=True, check=False)
    assert good.returncode == 0, good.stdout
    bad = project(edit(TREE, "start: rest", "start: rset"))
    done = subprocess.run(command_of(hook), cwd=bad, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert 'Did you mean "rest"?' in done.stdout


@pytest.mark.parametrize(
    ("path", "runs"),
    [
        ("decision_trees/sit-bone.yml", True),
        ("content/outcomes/a.yml", True),
        ("content/about/index.md", True),
        ("permalinks.txt", True),
        ("generator/model.py", False),
        ("docs/content/a.md", False),
    ],
)
def test_the_hook_runs_when_content_changes(path, runs):
    for hook in (*yaml(ROOT / ".pre-commit-hooks.yaml"), next(one for one in hooks() if one["id"] == "signpost-check")):
        assert bool(re.search(hook["files"], path)) == runs


@pytest.mark.long
def test_our_own_hooks_need_nothing_from_the_network_and_can_be_run():
    for hook in hooks():
        assert hook["language"] == "system"
        done = subprocess.run([command_of(hook)[0], "--version"], cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == 0, hook["id"]


def test_each_path_with_an_owner_exists_and_clinicians_are_asked_about_care():
    rows = [line.split() for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line and line[0] != "#"]
    for path, *owners in rows:
        assert path == "*" or (ROOT / path.strip("/")).exists(), path
        assert owners

    def owners_of(file: str) -> list[str]:
        return next(owners for path, *owners in reversed(rows) if path == "*" or f"/{file}".startswith(path))

    for file in ("decision_trees/red_flags.yml", "decision_trees/care_levels.yml", "content/outcomes/a.yml"):
        assert any("clinicians" in owner for owner in owners_of(file)), file


@pytest.mark.long
def test_the_forms_for_reports_have_the_form_that_github_wants():
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-issue-forms", *FORMS]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_could_harm_is_the_first_form_and_every_form_asks_to_leave_ones_own_story_out():
    assert "harm" in yaml(FORMS[0])["name"]
    for form in FORMS:
        words = [one["attributes"]["value"] for one in yaml(form)["body"] if one["type"] == "markdown"]
        assert "leave out your name" in words[0]
