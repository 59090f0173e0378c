"""What every command prints: on any encoding, and whatever stands in a project, in words that steer nothing."""

import errno
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from cases import CASE, GOOD
from click.testing import CliRunner
from example import EXAMPLE, TAKE_IT_EASY, TREE, edit

from generator.cli.main import main
from generator.cli.main import run as run_command

SITE = "content/site.yml"
# A title that cp1252 has no signs for, and everything that can be done with a project.
FAR = "Больное колено 漢 😀 → ✓"
COMMANDS = [
    ["check"],
    ["check", "--format", "json"],
    ["check", "--format", "github"],
    ["check", "--format", "sarif"],
    ["paths", "example"],
    ["paths", "example", "--format", "json"],
    ["graph", "example"],
    ["graph", "example", "--format", "mermaid"],
    ["graph", "example", "--format", "dot"],
    ["new", "place", "heel"],
    ["walk", "example"],
    ["cases"],
    ["cases", "--format", "json"],
    ["schema"],
    ["diff", "."],
    ["diff", ".", "--format", "json"],
    ["diff", ".", "--format", "markdown"],
    ["stage", "staged"],
    ["permalinks"],
    ["permalinks", "--format", "json"],
    ["overdue", "--months", "1"],
    ["overdue", "--months", "1", "--format", "markdown"],
    ["explain", "S101"],
    ["--help"],
    ["--version"],
    ["nothing"],
    ["paths", FAR],
]
commands = pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
# Control characters, line breaks, and what GitHub, Azure and others take for commands.
EVIL = "\x1b[31m ::error::evil ##[error]evil\n::error::evil\u2028\u202eevil\x07"
WRITTEN = EVIL.encode("unicode_escape").decode()


def far(project) -> Path:
    """A sound project, all of whose words are far from cp1252."""
    files = EXAMPLE | edit(TREE, "title: Sore knee", f"title: {FAR}")
    files = {path: text.replace("A lot", FAR).replace("2026-11-22", "2020-01-02") for path, text in files.items()}
    return project(files | {SITE: f"title: {FAR}\n", CASE: GOOD})


@pytest.mark.long
@commands
def test_an_encoding_that_lacks_a_sign_ends_nothing(project, arguments):
    root = far(project)
    process = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(Path(__file__).parents[2])},
        input=b"1\n1\n1\n",
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in process.stderr, process.stderr.decode("cp1252")
    assert process.returncode == (2 if arguments in (["nothing"], ["paths", FAR]) else 0)
    process.stderr.decode("cp1252")
    if "--format" in arguments or arguments[0] == "graph":
        text = process.stdout.decode("utf-8")
        if arguments[-1] == "sarif" or arguments[-1] == "json":
            assert isinstance(json.loads(text), dict)
    else:
        text = process.stdout.decode("cp1252")
    if arguments == ["graph", "example"]:
        assert "Больное колено 漢 😀" in " ".join(re.sub(r"<[^>]*>", " ", text).split())
    if arguments[:1] == ["walk"]:
        assert "\\u0411\\u043e\\u043b" in text
    assert text or arguments[-1] in ("nothing", FAR)


# ------------------------------------------------------------------------------------------- ids, names and addresses


def written(path: Path, text: str) -> None:
    """Write a file, but for a name that the file system cannot have: no reader of that system can meet it either."""
    with suppress(OSError):
        path.write_text(text, "utf-8")


def evil(project) -> Path:
    """A project with evil words wherever it has words, in which there are faults everywhere."""
    quoted = json.dumps(EVIL)
    choices = {EVIL: {"text": EVIL, "outcome": EVIL}, "b": {"tree": EVIL}}
    tree = {EVIL: 1, "title": EVIL, "start": EVIL, "questions": {EVIL: {"ask": EVIL, "choices": choices}}}
    entry = {"question": EVIL, "answer": f"[a](outcome:{WRITTEN}) [@{WRITTEN}]", "sources": [EVIL]}
    root = project(
        EXAMPLE
        | edit(TREE, "title: Sore knee", f"title: {quoted}")
        | edit(TAKE_IT_EASY, "Rest it.", quoted)
        | {"decision_trees/other.yml": json.dumps(tree), "content/faq/other.yml": json.dumps(entry)}
        | {
            "content/about/evil.md": "# Evil\n\n[a](tree:::error::evil)\n",
            "permalinks.txt": f"./\n::error::evil/\n##[error]evil/\n\x1b[31mevil/\na/{WRITTEN}/\n",
            SITE: json.dumps({"moved": {EVIL: EVIL}}),
        }
    )
    for name in ("::error::evil", "a\n::error::b", "\x1b[31mevil", "##[error]evil", "\udcff", "\u202eevil"):
        for folder, end in (("decision_trees", ".yml"), ("content/places", ".yml"), ("content/about", ".md")):
            written(root / folder / f"{name}{end}", f"title: {quoted}\n")
            written(root / folder / f"{name}.yaml", "[")
    return root


def test_neither_do_the_names_of_cases_and_of_what_they_come_by(project):
    choice = {EVIL: {"text": "Or", "outcome": "see-someone"}}
    added = (
        EXAMPLE[TREE]
        .replace("title: Sore knee", f"title: {json.dumps(EVIL)}")
        .replace("    choices:\n", f"    choices:\n      {json.dumps(EVIL)}: {json.dumps(choice[EVIL])}\n")
    )
    root = project(EXAMPLE | {TREE: added, CASE: GOOD})
    for name in ("::error::evil", "a\n::error::b", "\x1b[31mevil", "##[error]evil", "\u202eevil"):
        written((root / CASE).with_name(f"{name}.yml"), GOOD)
    done = CliRunner().invoke(main, ["cases", "--project", str(root)], catch_exceptions=False)
    assert "sore: self-care" in done.stdout
    assert "evil" in done.stdout
    steers_nothing(done.stdout)
    steers_nothing(done.stderr)


def steers_nothing(output: str, annotations: bool = False) -> None:
    assert output.endswith("\n")
    for line in output.removesuffix("\n").split("\n"):
        assert not [char for char in line if not char.isprintable() and char not in "\t\u00a0"], line
        assert not re.search(r"##\w*\[", line), line
        place = r"file=[^:]*,line=\d+,col=\d+,(endLine=\d+,endColumn=\d+,)?title=[^:]*"
        if not (annotations and re.match(rf"::(error|warning) {place}::[^:\s]", line)):
            assert not line.lstrip().startswith("::"), line


@pytest.mark.long
@commands
def test_nothing_that_authors_write_steers_a_terminal_or_a_build_log(project, arguments, monkeypatch):
    monkeypatch.chdir(evil(project))
    done = CliRunner().invoke(main, arguments, input="1\n1\n1\n", catch_exceptions=False)
    if arguments[-1] in ("json", "sarif"):
        text = done.stdout
        assert not [char for char in text if ord(char) < 32 and char != "\n"]
        assert text == "" or json.loads(text)
    elif done.stdout:
        steers_nothing(done.stdout, annotations=arguments[-1] == "github")
    if done.stderr:
        steers_nothing(done.stderr)


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "github"], ["check", "--format", "sarif"]])
def test_what_was_written_can_be_read_all_the_same(project, arguments, monkeypatch):
    monkeypatch.chdir(evil(project))
    text = CliRunner().invoke(main, arguments, catch_exceptions=False).stdout
    text = json.dumps(json.loads(text), ensure_ascii=False).replace("\\\\", "\\") if arguments[-1] == "sarif" else text
    assert "\\x1b[31m \\x3a:error" in text.replace("%3A", ":")
    assert "#\\x23[error]evil" in text.replace("%3A", ":")


def test_a_sarif_file_names_each_file_as_an_address(project, monkeypatch):
    monkeypatch.chdir(evil(project))
    log = json.loads(CliRunner().invoke(main, ["check", "--format", "sarif"], catch_exceptions=False).stdout)
    names = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in log["runs"][0]["results"]}
    assert {"content/places/%1B%5B31mevil.yaml", "decision_trees/a%0A%3A%3Aerror%3A%3Ab.yml"} <= names


def test_the_words_before_and_after_a_change_steer_nothing_either(tmp_path):
    for name, words in (("before", EVIL), ("after", f"{EVIL}!")):
        end = "see-someone" if name == "before" else "take-it-easy"
        text = EXAMPLE[TREE].replace("Sore knee", json.dumps(words))
        text = text.replace("A lot, outcome: see-someone", f"{json.dumps(words)}, outcome: {end}")
        for path, content in (EXAMPLE | {TREE: text}).items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(content, "utf-8")
    for form in ("text", "markdown"):
        arguments = ["diff", str(tmp_path / "before"), str(tmp_path / "after"), "--format", form]
        done = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert "error" in done.stdout
        steers_nothing(done.stdout)


def test_the_ledger_line_that_leads_nowhere_is_shown_with_its_escapes(project):
    root = project(EXAMPLE | {"permalinks.txt": "./\n\x1b[31mevil/\n"})
    text = CliRunner().invoke(main, ["permalinks", "--project", str(root)], catch_exceptions=False).output
    assert '"\\x1b[31mevil/" is not an address' in text
    steers_nothing(text)


def test_what_cannot_be_written_is_told_in_one_line(monkeypatch, capsys):
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("generator.cli.main.main", full)
    monkeypatch.setattr("os._exit", sys.exit)
    with pytest.raises(SystemExit) as ended:
        run_command()
    assert ended.value.code == 1
    assert capsys.readouterr().err == "Error: No space left on device\n"
