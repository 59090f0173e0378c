"""The small projects that are changed: each a mapping from path to content."""

from pathlib import Path

from example import EXAMPLE, TREE

GOLDEN = Path(__file__).parents[1] / "golden"
Files = dict[str, bytes]

_BESIDE = {
    "content/site.yml": "title: Knees\nsummary: About knees.\naddress: https://example.org/\n"
    "moved:\n  old/: guides/\nmost_asked: [why-it-hurts]\n",
    "content/index.md": "# Welcome\n\nSee [the guide](tree:example) and [about](about/index.md#who).\n",
    "content/about/index.md": "---\ntitle: About\ndescription: Who we are.\n---\n\n# About\n\n## Who\n\n"
    "[A study](source:a-study) [@a-study], ![a picture](../pictures/a.png), [more](more.md), [up](#who).\n",
    "content/about/more.md": "# More\n\n- [Knee](place:knee)\n\n> [Home](../index.md)\n\n"
    "[ref]: index.md\n\n[By name][ref]\n",
    "content/pictures/a.png": "",
    "permalinks.txt": "./\nguides/\nguides/example/\nguides/example/#rest\nold/\n",
}
# What once passed the check and lost a page, ended a build, or told something else than the cause.
_KNOWN = {
    "a page at a generated address": {"content/guides.md": "# Mine\n", "content/outcomes/see-someone.md": "# Mine\n"},
    "an index that is a guide": {"decision_trees/index.yml": EXAMPLE[TREE].replace("Sore knee", "Sorer knee")},
    "a guide in another encoding": {TREE: EXAMPLE[TREE].replace("A lot", "Très").encode("latin-1")},
    "a page among the results": {"content/outcomes/about.md": "# About results\n"},
}


def _bytes(files: dict[str, str | bytes]) -> Files:
    return {path: content.encode() if isinstance(content, str) else content for path, content in files.items()}


def _from(folder: Path) -> Files:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}


def seeds() -> dict[str, Files]:
    """All of them, by name."""
    beside = _bytes({**EXAMPLE, **_BESIDE})
    found = {"the example": beside}
    found |= {f"golden {case}": _from(GOLDEN / case / "input") for case in ("everything", "plain")}
    return found | {name: {**beside, **_bytes(files)} for name, files in _KNOWN.items()}
