"""Green means green: a new guide that `signpost check` calls faultless passes the tests, and the site builds."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import main

ROOT = Path(__file__).parents[2]
# What a project is made of, as somebody who contributes has it.
PARTS = ("content", "decision_trees", "figures", "schema", "site_overrides", "tests", "generator", "docs", ".github")
FILES = ("mkdocs.yml", "mkdocs.stage.yml", "permalinks.txt", "reviewed.txt", "pyproject.toml", "Makefile", "CODEOWNERS")
GUIDE, RESULT = "toe-pain", "toe-pain-result"
# The tests that read content, but for this one; those of code alone cannot be failed by a guide.
OF_CONTENT = ("test_content.py", "test_plans.py", "test_article.py", "test_promised.py", "test_contributing.py")
CASES = {"first-answer": RESULT, "second-answer": "get-it-checked", "unsure": RESULT}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project with a new guide and a new result, written as their skeletons say."""
    folder = tmp_path_factory.mktemp("project")
    ignored = shutil.ignore_patterns("__pycache__", "site", "*.pyc")
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    for path in (*(ROOT / name for name in FILES), *ROOT.glob("*.md"), *ROOT.glob(".pre-commit*")):
        if path.is_file():
            shutil.copy(path, folder / path.name)
    return folder


def signpost(folder: Path, *arguments: str) -> str:
    done = CliRunner().invoke(main, [*arguments, "--project", str(folder)], catch_exceptions=False)
    return done.output


def write(folder: Path, path: str, *pairs: tuple[str, str]) -> None:
    file = folder / path
    text = file.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")


def codes(said: str) -> set[str]:
    return set(re.findall(r" (S\d{3}) [a-z-]+$", said, re.MULTILINE))


@pytest.fixture(scope="module")
def green(copy: Path) -> Path:
    """The copy, in which an author has written whatever `signpost check` asks for, and nothing that it does not."""
    for kind, id in (("tree", GUIDE), ("outcome", RESULT)):
        signpost(copy, "new", kind, id)
    # What is still to be written, what a site asks for besides, and that no case walks the new guide yet.
    assert codes(signpost(copy, "check")) >= {"S802", "S813"}
    guide, result = f"decision_trees/{GUIDE}.yml", f"content/outcomes/{RESULT}.yml"
    write(
        copy,
        guide,
        ("TODO: such as Pain at the sit bone", "Pain in a toe"),
        ("TODO: Find out what ...", "What pain in a toe may be, and what helps."),
        ("TODO: one plain question?", "What does the toe do?"),
        ("TODO: the answer that needs help sooner", "It hurts at every step"),
        ("TODO: another answer", "It hurts now and then"),
    )
    text = (copy / guide).read_text("utf-8")
    text = re.sub(r"^places: .*$", "places: [calf]", text, count=1, flags=re.MULTILINE)
    for choice, ending in CASES.items():
        text = re.sub(rf"( {choice}:\n(?: .*\n)*?        outcome: ).*", rf"\g<1>{ending}", text)
    (copy / guide).write_text(text, "utf-8")
    write(
        copy,
        result,
        ("TODO: the result in a few words", "A sore toe"),
        ("TODO: ...", "Show the toe to a physiotherapist."),
        ("TODO: It is no better after ... weeks", "It gets worse, or is no better after 2 weeks"),
        ("TODO: ...", "People with this pattern are often told that a toe is stiff."),
        ("TODO: ...", "Wear wide shoes."),
        ("TODO: ...", "Do not go barefoot."),
        ("TODO: ...", "The article does not speak of toes [@sockdoc-hamstring]."),
        ("TODO: ...", "Nothing that is cited here speaks of toes."),
    )
    assert codes(signpost(copy, "check")) == {"S813", "S811"}
    for choice, ending in CASES.items():
        (copy / f"decision_trees/cases/toe-{choice}.yml").write_text(
            f"title: A toe, {choice}\nstory: A toe hurts when I run.\nguide: {GUIDE}\nanswers:\n"
            "  - {red-flags-emergency: no}\n  - {red-flags-same-day: no}\n"
            f"  - {{first-question: {choice}}}\nexpect: {{outcome: {ending}}}\nreviewed: 2026-11-29\n",
            "utf-8",
        )
    return copy


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # What this run was asked for besides is not asked of the one within it, and it is nobody's worker.
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_ADDOPTS", "PYTEST_XDIST"))}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=own,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.mark.long
def test_the_check_of_it_is_silent(green):
    said = signpost(green, "check")
    assert said.startswith("✓"), said


@pytest.mark.long
def test_it_passes_all_tests_of_the_content(green):
    # A folder of its own: to keep one beside those of other runs, it would first remove what they have left.
    options = ("-q", "-p", "no:cacheprovider", "--basetemp", str(green.with_name("tests-within")))
    done = run(green, "pytest", *options, *(f"tests/project/{name}" for name in OF_CONTENT))
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.long
@pytest.mark.deep
def test_the_site_with_it_builds_strictly_and_has_its_pages(green):
    done = run(green, "mkdocs", "build", "--strict", "--site-dir", "site")
    assert done.returncode == 0, done.stderr[-3000:]
    assert (green / f"site/guides/{GUIDE}/index.html").is_file()
    assert (green / f"site/outcomes/{RESULT}/index.html").is_file()


@pytest.mark.long
def test_the_tests_in_a_browser_find_it_by_themselves(green):
    files = [f"tests/browser/{name}.py" for name in ("test_every_path_can_be_walked", "test_accessibility")]
    done = run(green, "pytest", "-q", "--collect-only", "-p", "no:cacheprovider", *files)
    assert done.returncode == 0, done.stdout[-3000:]
    for file in files:
        assert re.search(rf"^{file}::\w+\[.*{GUIDE}.*\]$", done.stdout, re.MULTILINE), file
