"""The workflows are safe for proposals from anybody, and say what they may do."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from generator.core.source import SourceFile
from generator.load.yaml_nodes import read

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
DEPENDABOT = ROOT / ".github" / "dependabot.yml"
FILES = sorted(FOLDER.glob("*"))
SCRIPTS = ROOT / ".github" / "scripts"
# All values that are put in anywhere. None of them is chosen by a stranger.
OUR_OWN = re.compile(
    r"github\.(token|ref|server_url|repository|event\.number|event\.workflow_run\.(id|head_sha))"
    r"|runner\.temp|steps\.[a-z]+\.outputs\.(base_url|page_url)"
)
# But for the name of a fork and its branch, which put the comments on one proposal in a row.
ONE_AFTER_THE_OTHER = re.compile(r"github\.event\.workflow_run\.(head_repository\.full_name|head_branch)")

# The one action that is not GitHub's own: the package index's, which is known to no other than who publishes there.
OTHERS = "pypa/gh-action-pypi-publish"
# What runs code that others wrote.
INSTALLS = re.compile(r"\b(make|pip|pipx|uv|npm|npx|mkdocs|signpost)\b|\.venv")

workflows = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@cache
def workflow(path: Path) -> dict:
    data, problems = read(SourceFile(path.name, path.read_text("utf-8")))
    assert not problems
    return data


def jobs(path: Path) -> dict[str, dict]:
    return workflow(path)["jobs"]


def steps(path: Path) -> list[dict]:
    return [step for job in jobs(path).values() for step in job["steps"]]


def permissions(path: Path) -> list[dict]:
    return [workflow(path)["permissions"], *(job.get("permissions", {}) for job in jobs(path).values())]


def triggers(path: Path) -> set[str]:
    return set(workflow(path)["on"])


def test_there_are_workflows():
    names = {"check", "proposal", "comment", "publish", "release", "reviews", "deep"}
    assert {path.name for path in FILES} == {f"{name}.yml" for name in names}


@pytest.mark.long
def test_the_workflows_have_the_form_that_github_wants():
    for schema, files in {"vendor.github-workflows": FILES, "vendor.dependabot": [DEPENDABOT]}.items():
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_linter_of_their_safety_finds_nothing():
    linter = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [linter, "--offline", "--no-progress", FOLDER.parent], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@workflows
def test_each_action_is_pinned_to_a_commit_with_its_version_beside_it(path):
    used = [line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert len(used) == len([step for step in steps(path) if "uses" in step])
    for line in used:
        assert re.fullmatch(rf"uses: (actions/[a-z-]+|{OTHERS})@[0-9a-f]{{40}} # v\d+\.\d+\.\d+", line), line


def test_an_action_has_the_same_version_everywhere():
    used = {step["uses"] for path in FILES for step in steps(path) if "uses" in step}
    assert len(used) == len({one.partition("@")[0] for one in used})


@workflows
def test_each_workflow_says_what_it_may_do_and_begins_with_reading_at_most(path):
    assert workflow(path)["permissions"] in ({}, {"contents": "read"})


@workflows
def test_what_runs_a_proposal_may_only_read_and_knows_no_secret(path):
    if "pull_request" in triggers(path):
        assert all(set(one.values()) <= {"read"} for one in permissions(path))
        assert "secrets" not in path.read_text("utf-8")
        assert "github.token" not in path.read_text("utf-8")


@workflows
def test_no_workflow_has_the_rights_of_the_main_branch_and_the_files_of_a_proposal(path):
    assert "pull_request_target" not in triggers(path)
    if "workflow_run" in triggers(path):
        for step in steps(path):
            if "actions/checkout" in step.get("uses", ""):
                assert not {"ref", "repository"} & set(step["with"])
            assert not re.search(r"make|pip|signpost|npm", step.get("run", ""))


@workflows
def test_no_run_holds_anything_that_was_put_in_from_outside(path):
    for step in steps(path):
        assert "${{" not in step.get("run", "")
        assert "${{" not in step.get("with", {}).get("script", "")


@workflows
def test_only_known_values_are_put_in_anywhere(path):
    for line in path.read_text("utf-8").splitlines():
        for said in re.findall(r"\$\{\{(.*?)\}\}", line):
            in_group = line.startswith("  group: ") and ONE_AFTER_THE_OTHER.fullmatch(said.strip())
            assert OUR_OWN.fullmatch(said.strip()) or in_group, said


@workflows
def test_every_job_ends_and_leaves_no_token_behind(path):
    for job in jobs(path).values():
        # `make deep` takes longer than all else.
        deep = any("make deep" in step.get("run", "") for step in job["steps"])
        assert 0 < job["timeout-minutes"] <= (60 if deep else 30)
        assert job["runs-on"] == "ubuntu-24.04"
    for step in steps(path):
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false" or step["with"]["persist-credentials"] is False


@workflows
def test_two_runs_do_not_get_in_each_others_way(path):
    assert workflow(path)["concurrency"]["group"]


def test_writing_is_allowed_where_it_is_needed_and_nowhere_else():
    writes = {
        (path.stem, name, right)
        for path in FILES
        for name, job in jobs(path).items()
        for right, how in job.get("permissions", {}).items()
        if how == "write"
    }
    assert writes == {
        ("comment", "comment", "pull-requests"),
        ("publish", "deploy", "id-token"),
        ("publish", "deploy", "pages"),
        ("publish", "record", "contents"),
        ("release", "publish", "id-token"),
        ("reviews", "remind", "issues"),
    }


@workflows
def test_who_may_write_or_holds_a_token_runs_nothing_that_was_installed(path):
    """What others wrote could have changed any file that it came near to, and the programs that are found by name."""
    for job in jobs(path).values():
        told = [str(step) for step in job["steps"]]
        if "write" in job.get("permissions", {}).values() or "github.token" in " ".join(told):
            for step in job["steps"]:
                assert not INSTALLS.search(step.get("run", "")), step
                assert "setup-" not in step.get("uses", ""), step


@workflows
def test_who_may_write_takes_files_of_another_job_through_a_script_that_looks_at_them(path):
    for job in jobs(path).values():
        if not {"contents", "issues", "pull-requests"} & {
            right for right, how in job.get("permissions", {}).items() if how == "write"
        }:
            continue
        [taken] = [step["with"]["path"] for step in job["steps"] if "download-artifact" in step.get("uses", "")]
        folder = taken.removeprefix("${{ runner.temp }}/")
        [looked] = [step["run"] for step in job["steps"] if folder in step.get("run", "")]
        assert re.fullmatch(rf'python3 \.github/scripts/\w+\.py "\$RUNNER_TEMP/{folder}"( \.)?', looked)


def test_what_is_published_is_made_where_the_tools_of_the_tests_are_not():
    for path, name, target in (("publish", "build", "site"), ("release", "build", "dist")):
        runs = [step.get("run", "") for step in jobs(FOLDER / f"{path}.yml")[name]["steps"]]
        assert f"make {target} PYTHON=python" in runs
        assert not any("test" in run and "make" in run for run in runs)
    for path, names in (("publish", {"test", "build"}), ("release", {"test"})):
        last = jobs(FOLDER / f"{path}.yml")["deploy" if path == "publish" else "publish"]
        assert names == set([last["needs"]] if isinstance(last["needs"], str) else last["needs"])


def test_newer_versions_are_proposed_after_their_first_week():
    updates = workflow(DEPENDABOT)["updates"]
    assert {one["package-ecosystem"] for one in updates} == {"pip", "npm", "github-actions"}
    assert all(int(one["cooldown"]["default-days"]) >= 7 for one in updates)


def test_the_comment_follows_the_workflow_that_looks_at_the_proposal():
    assert workflow(FOLDER / "comment.yml")["on"]["workflow_run"]["workflows"] == [
        workflow(FOLDER / "proposal.yml")["name"]
    ]


def test_what_the_first_step_hands_over_is_what_the_second_takes():
    handed = {
        step["with"]["name"] for step in steps(FOLDER / "proposal.yml") if "upload-artifact" in step.get("uses", "")
    }
    taken = {
        step["with"]["name"] for step in steps(FOLDER / "comment.yml") if "download-artifact" in step.get("uses", "")
    }
    assert taken == {"findings"}
    assert handed == {"findings", "preview"}
    script = (SCRIPTS / "comment.py").read_text("utf-8")
    look = next(step["run"] for step in steps(FOLDER / "proposal.yml") if "findings/number" in step.get("run", ""))
    for name in re.findall(r"findings/([a-z.]+)", look):
        assert f'"{name}"' in script


@workflows
def test_commands_of_this_project_exist(path):
    from generator.cli.main import main

    targets = re.findall(r"^([a-z.][\w./-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for step in steps(path):
        run = step.get("run", "")
        for command in re.findall(r"bin/signpost (\w+)", run):
            assert command in main.list_commands(None)
        for target in re.findall(r"\bmake (\S+)", run):
            assert target in targets
        for script in re.findall(r"\.github/scripts/\S+\.py", run):
            assert (ROOT / script).is_file()
