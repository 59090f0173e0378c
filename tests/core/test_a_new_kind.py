"""A new kind of entry, added as ARCHITECTURE.md says: one module, one template, one line in a table, a few words.

Nothing else is touched, and everything that holds for a kind holds for it.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from example import EXAMPLE, KNEE

import generator

MODULE = '''"""A tool that a reader may want at hand."""

from typing import Annotated

from pydantic import Field

from generator.core.kinds.kind import (
    Aliases,
    Date,
    Entry,
    Folder,
    Kind,
    KindRule,
    RefersTo,
    Pages,
    SourceIds,
    Text,
)


class Tool(Entry):
    """A tool that a reader may want at hand."""

    REQUIRED = ("title", "reviewed")
    title: Text = Field("", description="What it is called.")
    summary: Text = Field("", description="What it is for, in one sentence.")
    steps: list[Text] = Field([], description="How to use it, one step a line.")
    goes_with: Annotated[list[str], RefersTo("tool")] = Field([], description="Tools to use with it.")
    sources: SourceIds = Field([], description="What this rests on.")
    reviewed: Date | None = Field(None, description="The day of its last review.")
    aliases: Aliases = Field([], description="Ids that it had before.")


KIND = Kind(
    name="tool",
    plural="tools",
    noun="tool",
    model=Tool,
    home=Folder("content/tools"),
    site=Pages("tools", related=("place", "tool")),
    sourced=True,
    unknown=KindRule(
        "S451", "unknown-tool", "Write it as content/tools/{id}.yml, or name another.", "A tool that is not there."
    ),
    orphan=KindRule("S751", "orphan-tool", "Name it somewhere, or delete the file.", "A tool that nothing names."),
    next_step="Then link to it: [words](tool:{id}).",
)
'''
TEMPLATE = """{% import "_parts.md.jinja" as part with context %}
# {{ t.inline(entry.title) }}

{{ t.inline(entry.summary) }}

{{ part.bullets(entry.steps) }}

{% if related.values() | select | list %}
## {{ t.inline(w.related) }} { data-search-exclude }
{{ part.related(links, related) }}
{% endif %}

{{ part.foot(site, reviewed) }}
"""
WORDS = """
[kinds.tool_one]
text = "Tool"
where = "What a tool is called, in previews"

[kinds.tool_many]
text = "Tools"
where = "The heading over tools"

[kinds.tool_all]
text = "All tools"
where = "The link to the list of tools, for programs"

[kinds.tool_more]
one = "{number} more tool"
other = "{number} more tools"
where = "The link to the list of tools, where only the first are named"

[kinds.tool_about]
text = "Everything to have at hand."
where = "What the list of tools says of itself"
"""
LAST_LINE_OF_THE_TABLE = '    "source",\n'
TOOL = "content/tools/bandage.yml"
TOOLS = {
    TOOL: "title: A bandage\nsummary: It holds a knee.\nsteps: [Wind it round]\nsources: [a-study]\n"
    "reviewed: 2026-11-22\n",
    KNEE: "title: Knee\nwhat: Use [a bandage](tool:bandage).\n",
}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package `generator` with one more kind, in a folder of its own."""
    top = tmp_path_factory.mktemp("program")
    package = Path(generator.__file__).parent
    shutil.copytree(package, top / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    kinds = top / "generator/core/kinds"
    (kinds / "tool.py").write_text(MODULE, "utf-8")
    (top / "generator/render/templates/tool.md.jinja").write_text(TEMPLATE, "utf-8")
    with (top / "generator/core/words/en.toml").open("a", encoding="utf-8") as words:
        words.write(WORDS)
    table = (kinds / "__init__.py").read_text("utf-8")
    assert table.count(LAST_LINE_OF_THE_TABLE) == 1
    table = table.replace(LAST_LINE_OF_THE_TABLE, f'{LAST_LINE_OF_THE_TABLE}    "tool",\n')
    (kinds / "__init__.py").write_text(table, "utf-8")
    return top


CHECK = """
import json, sys
from pathlib import Path
from generator.check.run import check
from generator.core.project import Project
from generator.load.files import load

found = {folder: check(load(Project(Path(folder)))).findings for folder in sys.argv[1:]}
print(json.dumps({folder: [(f.code, f.file, f.line, f.column) for f in faults] for folder, faults in found.items()}))
"""
WRONG = dict(
    zip(
        (
            "a link to nothing",
            "a name of nothing",
            "a citation of nothing",
            "a link from it to nothing",
            "no source",
            "no review date",
            "a review to come",
            "two with one alias",
            "a published address that is gone",
            "nothing names it",
            "a key that is not known",
            "a bad id",
            "a wrong ending",
        ),
        [
            (
                {KNEE: "title: Knee\nwhat: Use [a bandage](tool:bandage) or [this](tool:brige).\n"},
                ("S451", KNEE, 2, 7),
            ),
            ({TOOL: TOOLS[TOOL] + "goes_with: [tape]\n"}, ("S451", TOOL, 6, 13)),
            ({TOOL: TOOLS[TOOL].replace("Wind it round", "'See [@b-study]'")}, ("S405", TOOL, 3, 9)),
            ({TOOL: TOOLS[TOOL].replace("Wind it round", "'See [it](outcome:nothing)'")}, ("S402", TOOL, 3, 9)),
            ({TOOL: TOOLS[TOOL].replace("sources: [a-study]", "sources: []")}, ("S603", TOOL, 4, 10)),
            ({TOOL: TOOLS[TOOL].replace("reviewed: 2026-11-22\n", "")}, ("S302", TOOL, 1, 1)),
            ({TOOL: TOOLS[TOOL].replace("2026-11-22", "2999-11-22")}, ("S307", TOOL, 5, 11)),
            (
                {
                    TOOL: TOOLS[TOOL] + "aliases: [tape]\n",
                    "content/tools/splint.yml": TOOLS[TOOL] + "goes_with: [bandage]\naliases: [tape]\n",
                    KNEE: "title: Knee\nwhat: Use [a bandage](tool:bandage), [a splint](tool:splint).\n",
                },
                ("S904", "content/tools/splint.yml", 7, 11),
            ),
            ({"permalinks.txt": "tools/plaster/\n"}, ("S901", "permalinks.txt", 1, 1)),
            ({KNEE: "title: Knee\n"}, ("S751", TOOL, 1, 1)),
            ({TOOL: TOOLS[TOOL].replace("steps", "step")}, ("S301", TOOL, 3, 1)),
            ({"content/tools/a b.yml": TOOLS[TOOL]}, ("S304", "content/tools/a b.yml", 1, 1)),
            ({"content/tools/tape.yaml": TOOLS[TOOL]}, ("S105", "content/tools/tape.yaml", 1, 1)),
        ],
        strict=True,
    )
)


def python(program: Path, *arguments: str) -> str:
    """What another Python says, for which the package with one more kind is `generator`."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=program,
        env={**os.environ, "PYTHONPATH": str(program), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in {**EXAMPLE, **TOOLS, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


COMPARE = """
import json, sys
from pathlib import Path
from generator.analyse.survey import survey
from generator.compare.libraries import compare
from generator.core.project import Project
from generator.load.files import load
from generator.load.parse import parse

sides = [survey(parse(load(Project(Path(folder))))[0]) for folder in sys.argv[1:]]
found = compare(*sides)
texts = [[one.kind, one.id, one.path, one.acted_on] for one in found.texts]
print(json.dumps([texts, [[one.kind, one.id, one.what, one.acted_on] for one in found.entries]]))
"""


@pytest.mark.long
def test_its_words_are_compared_as_words_that_readers_act_on(program: Path, tmp_path: Path):
    other = {TOOL: TOOLS[TOOL].replace("Wind it round", "Do not wind it round"), "content/tools/tape.yml": TOOLS[TOOL]}
    folders = [str(write(tmp_path / "before", {})), str(write(tmp_path / "after", other))]
    texts, entries = json.loads(python(program, "-c", COMPARE, *folders))
    assert texts == [["tool", "bandage", ["steps"], True]]
    assert entries == [["tool", "tape", "new", True]]


@pytest.fixture(scope="module")
def findings(program: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list]]:
    """What a check finds in the example with some more files, by what is wrong with it."""
    projects = {"nothing": {}, **{name: files for name, (files, _) in WRONG.items()}}
    top = tmp_path_factory.mktemp("projects")
    folders = {name: str(write(top / name.replace(" ", "-"), files)) for name, files in projects.items()}
    found = json.loads(python(program, "-c", CHECK, *folders.values()))
    return {name: found[folder] for name, folder in folders.items()}


def test_what_is_right_passes(findings):
    assert findings["nothing"] == []


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found_at_its_place(findings, name: str):
    assert list(WRONG[name][1]) in findings[name]


@pytest.mark.long
def test_its_pages_are_made_and_linked(program: Path, tmp_path: Path):
    folder, target = write(tmp_path / "project", {}), tmp_path / "staged"
    python(
        program, "-m", "generator", "stage", str(target), "--site-url", "https://example.org/", "--project", str(folder)
    )
    page = (target / "tools/bandage.md").read_text("utf-8")
    assert "# A bandage\n" in page
    assert "- Wind it round" in page
    assert f'source_file: "{TOOL}"' in page
    assert 'reviewed: "2026-11-22"' in page
    assert "**Places**" in page and "(../places/knee.md)" in page
    assert '"lastReviewed": "2026-11-22"' in page
    assert "https://example.org/assets/preview/tools/bandage.png" in page
    assert (target / "assets/preview/tools/bandage.png").is_file()
    assert "- [A bandage](bandage.md): It holds a knee." in (target / "tools/index.md").read_text("utf-8")
    assert "[a bandage](../tools/bandage.md)" in (target / "places/knee.md").read_text("utf-8")
    llms = (target / "llms.txt").read_text("utf-8")
    assert "## Tools\n\n- [A bandage](https://example.org/tools/bandage/): It holds a knee." in llms


@pytest.mark.long
def test_its_addresses_are_promised_and_its_aliases_lead_on(program: Path, tmp_path: Path):
    folder, target = write(tmp_path / "project", {}), tmp_path / "staged"
    python(program, "-m", "generator", "permalinks", "--update", "--project", str(folder))
    assert "tools/\ntools/bandage/\n" in (folder / "permalinks.txt").read_text("utf-8")
    renamed = {"content/tools/tape.yml": f"{TOOLS[TOOL]}aliases: [bandage]\n"}
    write(folder, {**renamed, KNEE: "title: Knee\nwhat: Use [a bandage](tool:tape).\n"})
    (folder / TOOL).unlink()
    python(program, "-m", "generator", "stage", str(target), "--project", str(folder))
    assert '<a href="../tape/">' in (target / "tools/bandage/index.html").read_text("utf-8")


@pytest.mark.long
def test_an_editor_and_a_beginner_are_told_of_it(program: Path, tmp_path: Path):
    folder = write(tmp_path / "project", {})
    python(program, "-m", "generator", "schema", "--project", str(folder))
    schema = json.loads((folder / "schema/tool.json").read_text("utf-8"))
    assert schema["required"] == ["title", "sources", "reviewed"]
    assert schema["properties"]["goes_with"]["items"]["enum"] == ["bandage"]
    told = python(program, "-m", "generator", "new", "tool", "splint", "--project", str(folder))
    assert "[words](tool:splint)" in told
    new = (folder / "content/tools/splint.yml").read_text("utf-8")
    assert new.startswith("# yaml-language-server: $schema=../../schema/tool.json\n")
    assert 'title: "TODO: ..."' in new and "sources: [a-study]" in new
    found = json.loads(python(program, "-c", CHECK, str(folder)))[str(folder)]
    assert {code for code, *_ in found} == {"S802"}
    assert "tool splint" in told or "content/tools/splint.yml" in told


@pytest.mark.long
def test_its_rules_are_explained(program: Path):
    assert "A tool that is not there." in python(program, "-m", "generator", "explain", "S451")
