"""`signpost diff` as a reviewer runs it: between revisions, folders and what is on disk."""

import json
import os
import subprocess

import pytest
from click.testing import CliRunner
from example import EXAMPLE, RED_FLAGS, SEE_SOMEONE, SOURCES, TREE, edit

from generator.cli.main import main

DEMOTED = edit(TREE, "A lot, outcome: see-someone", "A lot, outcome: take-it-easy")
NOTHING = "✓ No answer leads elsewhere\n"
LESS_URGENT = """\
▼ 1 path in 1 guide now ends with less urgent care

LESS URGENT

  1 path: 1 in Sore knee
    was  See somebody soon: See someone
    now  Look after it: Take it easy
    The answers, in Sore knee:
      Warning signs → None
      Does it hurt at rest? → A lot

GUIDES
  Sore knee (example): 5 paths before, 5 after
"""
UNSURE = """\
▼ Something may now lead to less urgent care

LESS URGENT

  • The answer "A little" to "Does it hurt at rest?" is now marked as unsure. Other uncertain
    answers are no longer held to it.
"""


def write(folder, files):
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    return folder


def git(folder, *arguments):
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder, message="change"):
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "-m", message)


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """The example as the first commit of a repository, which is the current folder."""
    folder = write(tmp_path / "repository", EXAMPLE)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    monkeypatch.chdir(folder)
    return folder


def diff(*arguments):
    return CliRunner().invoke(main, ["diff", *map(str, arguments)], catch_exceptions=False)


def test_nothing_changed(repository):
    result = diff("HEAD")
    assert (result.exit_code, result.output) == (0, NOTHING)


@pytest.mark.long
def test_what_is_on_disk_is_compared_changes_not_committed_included(repository):
    write(repository, DEMOTED)
    result = diff("main")
    assert (result.exit_code, result.stdout) == (0, LESS_URGENT)
    git(repository, "add", "--all")
    assert diff("main").stdout == LESS_URGENT
    commit(repository)
    assert diff("main").stdout == NOTHING
    assert diff("main~1").stdout == LESS_URGENT


@pytest.mark.long
def test_two_revisions_are_compared_whatever_is_on_disk(repository):
    git(repository, "tag", "first")
    write(repository, DEMOTED)
    commit(repository)
    (repository / TREE).write_text("title: [", encoding="utf-8")
    assert diff("first", "HEAD").stdout == LESS_URGENT
    assert "not with less urgent care" in diff("HEAD", "first").stdout
    assert (repository / TREE).read_text(encoding="utf-8") == "title: ["
    status = subprocess.run(["git", "status", "--porcelain"], cwd=repository, capture_output=True, check=True)
    assert status.stdout.decode() == f" M {TREE}\n"


def test_folders_are_compared_with_each_other_and_with_revisions(repository, tmp_path):
    other = write(tmp_path / "other", EXAMPLE | DEMOTED)
    assert diff(repository, other).stdout == LESS_URGENT
    assert diff("HEAD", other).stdout == LESS_URGENT
    assert diff("HEAD", other, "--project", repository).stdout == LESS_URGENT
    assert diff(repository, "--project", other).stdout == LESS_URGENT


def test_a_project_may_be_a_folder_within_a_repository(tmp_path):
    top = tmp_path / "top"
    project = write(top / "sites" / "knee: a [site]*", EXAMPLE)
    write(top / "sites" / "knee: a [site]* too", EXAMPLE | DEMOTED)
    git(top, "init", "--quiet")
    commit(top)
    assert diff("HEAD", "--project", project).stdout == NOTHING
    write(project, DEMOTED)
    assert diff("HEAD", "--project", project).stdout == LESS_URGENT


@pytest.mark.long
def test_a_link_within_the_project_is_followed_and_one_out_of_it_is_not(repository, tmp_path):
    (repository / TREE).rename(repository / "decision_trees/knee.yml")
    (repository / TREE).symlink_to("knee.yml")
    commit(repository)
    assert diff("HEAD").stdout == NOTHING
    outside = write(tmp_path, {"outside.yml": EXAMPLE[TREE]}) / "outside.yml"
    (repository / TREE).unlink()
    (repository / TREE).symlink_to(outside)
    commit(repository)
    result = diff("HEAD~1", "HEAD")
    assert result.exit_code == 1
    assert "S103" in result.stderr


@pytest.mark.long
def test_no_hook_filter_or_attribute_of_the_repository_takes_part(repository):
    trap = repository / "trap"
    for name in ("filter.trap.smudge", "filter.trap.clean", "diff.trap.textconv", "core.fsmonitor", "core.pager"):
        git(repository, "config", name, f"touch '{trap}'; cat")
    write(repository, {".gitattributes": "*.yml filter=trap diff=trap export-ignore\n"})
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        path = repository / ".git/hooks" / hook
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\ntouch '{trap}'\n", encoding="utf-8")
        path.chmod(0o755)
    commit(repository)
    trap.unlink(missing_ok=True)
    assert diff("HEAD~1", "HEAD").stdout == NOTHING
    assert not trap.exists()


def test_it_works_within_a_hook_of_another_repository(repository, monkeypatch):
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    assert diff("HEAD").stdout == NOTHING


@pytest.mark.long
def test_only_when_asked_less_urgent_care_is_a_failure(repository):
    write(repository, DEMOTED)
    assert diff("HEAD").exit_code == 0
    for form in ("text", "json", "markdown"):
        assert diff("HEAD", "--fail-on-less-urgent", "--format", form).exit_code == 1
    commit(repository)
    assert diff("HEAD", "HEAD~1", "--fail-on-less-urgent").exit_code == 0
    write(repository, {RED_FLAGS: "{}\n"})
    assert diff("HEAD", "--fail-on-less-urgent").exit_code == 1


@pytest.mark.long
def test_only_when_asked_words_that_readers_act_on_are_a_failure(repository):
    write(repository, edit(SEE_SOMEONE, "no better after 2 weeks", "no better after 6 weeks"))
    assert diff("HEAD", "--fail-on-less-urgent").exit_code == 0
    for form in ("text", "json", "markdown"):
        assert diff("HEAD", "--fail-on-words", "--format", form).exit_code == 1
    write(repository, {SEE_SOMEONE: EXAMPLE[SEE_SOMEONE]} | edit(SOURCES, "A study of knees", "A study of the knee"))
    assert diff("HEAD", "--fail-on-words", "--fail-on-less-urgent").exit_code == 0
    assert diff("HEAD").stdout.startswith("✓ No answer leads elsewhere; only other words changed\n\nONLY OTHER WORDS\n")


WORDS = """\
● 1 change of words that readers act on: please read

WORDS THAT READERS ACT ON: PLEASE READ

  See someone (outcome, content/outcomes/see-someone.yml)
    get_help_if: number "2 weeks" → "6 weeks"
      was  It is no better after [-2-] weeks
      now  It is no better after {+6+} weeks
"""


def test_words_are_told_one_by_one(repository):
    write(repository, edit(SEE_SOMEONE, "no better after 2 weeks", "no better after 6 weeks"))
    assert diff("HEAD").stdout == WORDS
    told = json.loads(diff("HEAD", "--format", "json").stdout)
    assert (told["less_urgent"], told["words_to_read"]) == (False, True)
    assert told["words"] == [
        {
            "kind": "outcome",
            "id": "see-someone",
            "file": SEE_SOMEONE,
            "field": ["get_help_if"],
            "change": "changed",
            "weight": "act",
            "acted_on": True,
            "marks": [{"kind": "number", "gone": ["2 weeks"], "new": ["6 weeks"], "moved": []}],
            "was": [["same", "It is no better after"], ["gone", "2"], ["same", "weeks"]],
            "now": [["same", "It is no better after"], ["new", "6"], ["same", "weeks"]],
        }
    ]


def test_a_version_that_breaks_a_rule_is_compared_all_the_same(repository):
    write(
        repository, edit(TREE, "a-little: {text: A little, outcome", "a-little: {text: A little, unsure: true, outcome")
    )
    result = diff("HEAD")
    assert (result.exit_code, result.stdout) == (0, UNSURE)
    assert result.stderr == "The project on disk has 1 error by the rules of `signpost check`.\n"


@pytest.mark.long
def test_a_version_whose_answers_lead_nowhere_is_refused_with_its_faults(repository):
    write(repository, edit(TREE, "A lot, outcome: see-someone", "A lot, outcome: see-some-one"))
    result = diff("HEAD")
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'Did you mean "see-someone"?' in result.stderr
    assert result.stderr.endswith(
        "The project on disk has answers that lead nowhere known, so it cannot be compared.\n"
    )
    commit(repository)
    result = diff("HEAD", "HEAD~1")
    assert result.exit_code == 1
    assert "BASE (HEAD) has answers that lead nowhere" in result.stderr


@pytest.mark.parametrize(
    ("base", "message"),
    [
        ("mian", 'BASE: There is no revision "mian". Did you mean "main"?'),
        ("xyz", 'BASE: There is no revision "xyz". Name a branch, a tag or a commit, or a folder with'),
        ("HEAD~9", 'There is no revision "HEAD~9"'),
        ("^main", 'There is no revision "^main"'),
        ("main..main", 'There is no revision "main..main"'),
        ("HEAD:content", 'There is no revision "HEAD:content"'),
        ("content", "BASE: the folder content has no decision_trees/ in it."),
        ("x" * 5000, "There is no revision"),
        ("", '"" cannot be the name of a revision.'),
        ("HEAD\n--all", "cannot be the name of a revision."),
    ],
)
def test_what_is_no_version_is_a_usage_error(repository, base, message):
    result = diff(base)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.split())


def test_an_option_is_never_passed_on_to_git(repository):
    result = diff("--", "--output=x")
    assert result.exit_code == 2
    assert '"--output=x" cannot be the name of a revision.' in result.stderr
    assert diff("--output=x").exit_code == 2
    assert not (repository / "x").exists()


def test_a_project_outside_any_repository_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = diff("HEAD", "--project", write(tmp_path, EXAMPLE))
    assert result.exit_code == 2
    assert "is not in a git repository" in " ".join(result.stderr.split())


def test_a_project_that_was_not_there_yet_is_told(repository):
    project = write(repository / "new", EXAMPLE)
    result = diff("HEAD", "--project", project)
    assert (result.exit_code, result.stderr) == (
        1, 'Error: BASE: The revision "HEAD" has no decision_trees/ in new/.\n',
    )  # fmt: skip


def test_a_missing_git_is_told(repository, monkeypatch):
    monkeypatch.setenv("PATH", os.devnull)
    result = diff("HEAD")
    assert (result.exit_code, result.stderr) == (
        1, "Error: BASE: git could not be started. Install git, or compare two folders.\n",
    )  # fmt: skip


def test_the_json_form_has_the_keys_of_its_contract(repository):
    write(repository, DEMOTED)
    assert json.loads(diff("HEAD", "--format", "json").stdout) == {
        "less_urgent": True,
        "trees": [
            {
                "tree": "example",
                "before": "example",
                "after": "example",
                "paths_before": 5,
                "paths_after": 5,
                "kept": 5,
                "exhaustive": True,
                "changed": [
                    {
                        "answers": [["red-flags-soon", "no"], ["rest", "a-lot"]],
                        "from": "see-someone",
                        "to": "take-it-easy",
                        "from_care": "soon",
                        "to_care": "self-care",
                        "paths": 1,
                        "less_urgent": True,
                        "by": [{"answer": ["rest", "a-lot"], "paths": 1}],
                    }
                ],
                "less_urgent": 1,
            }
        ],
        "notes": [],
        "words_to_read": False,
        "words": [],
        "entries": [],
        "new_guides": [],
        "other_files": [],
    }


# ------------------------------------------------------------------------------------------------- in a shallow copy

SHALLOW = (
    "This copy of the repository is shallow: it holds the newest commits only. Fetch the others with "
    '"git fetch --unshallow", or with "fetch-depth: 0" where actions/checkout made it.'
)


@pytest.fixture
def shallow(repository, tmp_path, monkeypatch):
    """A copy of a repository with two commits that holds the second only."""
    write(repository, DEMOTED)
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    return tmp_path / "shallow"


@pytest.mark.parametrize("name", ["HEAD~1", "HEAD^", "main~1", "origin/main^^", "HEAD~1^2"])
def test_a_shallow_copy_is_told_where_an_older_commit_is_asked_for(shallow, name):
    result = diff(name)
    assert result.exit_code == 2
    assert f'BASE: There is no revision "{name}". {SHALLOW}' in result.output


def test_a_shallow_copy_is_told_where_a_branch_is_not_in_it(shallow):
    assert f'There is no revision "release". {SHALLOW}' in diff("release").output
    assert f'There is no revision "mian". Did you mean "main"? {SHALLOW}' in diff("mian").output


@pytest.mark.long
def test_with_more_history_the_older_commit_is_compared(shallow):
    git(shallow, "fetch", "--quiet", "--unshallow")
    assert diff("HEAD~1").output.startswith(LESS_URGENT)


@pytest.mark.parametrize("name", ["HEAD~1", "main^", "HEAD^2"])
def test_a_commit_before_the_first_is_not_taken_for_a_slip(repository, name):
    result = diff(name)
    assert result.exit_code == 2
    assert f'There is no revision "{name}". "{name[:4]}" has no such ancestor.' in result.output
    assert "Did you mean" not in result.output
