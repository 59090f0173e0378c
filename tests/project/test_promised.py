"""What a job hands over to be committed: the ledger and the schemas as they are made, and nothing else."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from on_github import nasty, script

from generator.cli.schema import schemas
from generator.core.ledger import extended
from generator.core.project import Project
from generator.load.files import load
from generator.load.parse import parse

ROOT = Path(__file__).parents[2]
LEDGER = (ROOT / "permalinks.txt").read_text("utf-8")
NEW = ("./", "a/", "guides/knee/#rest", "articles/to run/", "questions/é-1/", "about/v1.2/#a:b.c")

handed_over = script("handed_over")
promised = script("promised")


@pytest.fixture
def handed(tmp_path: Path) -> Path:
    """The ledger with new addresses, and the schemas of this site."""
    folder = tmp_path / "handed"
    shutil.copytree(ROOT / "schema", folder / "schema")
    (folder / "permalinks.txt").write_text(extended(LEDGER, NEW), "utf-8")
    shutil.copy(ROOT / "reviewed.txt", folder)
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout"
    (folder / "schema").mkdir(parents=True)
    (folder / "permalinks.txt").write_text(LEDGER, "utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_was_made_is_taken_over_to_the_letter(handed: Path, checkout: Path):
    promised.put(handed, checkout)
    assert files(checkout) == files(handed)


def test_a_first_ledger_is_taken_over_too(handed: Path, checkout: Path):
    (checkout / "permalinks.txt").unlink()
    (handed / "permalinks.txt").write_text(extended(None, NEW), "utf-8")
    promised.put(handed, checkout)
    assert files(checkout) == files(handed)


@pytest.mark.long
@pytest.mark.parametrize("site", ["everything", "plain"])
def test_the_schemas_of_any_site_are_taken_over(site: str):
    library, _ = parse(load(Project(ROOT / "tests" / "golden" / site / "input")))
    for name, text in schemas(library).items():
        assert promised.schema(text, name) == text


@pytest.mark.parametrize(
    "line",
    [
        *("x", "/x/", "../x/", "a/../b/", "a//b/", ".git/", "https://bad.invalid/", "javascript:x/", "a/#b c", "a/#"),
        *("# A new comment.", "::error::a/", " a/", "a\\b/", "-rf/", "<b>/", "a/?b=c"),
    ],
)
def test_a_line_that_is_no_address_is_refused(line: str):
    with pytest.raises(handed_over.RefusedError, match="is no address"):
        promised.ledger(f"{LEDGER}{line}\n", LEDGER)


@pytest.mark.long
@given(nasty)
def test_no_line_of_the_ledger_can_become_anything_but_a_path(line: str):
    try:
        promised.ledger(f"{LEDGER}{line}\n", LEDGER)
    except handed_over.RefusedError:
        return
    path, _, anchor = line.partition("#")
    assert path.endswith("/")
    assert all(char.isalnum() or char in "_./ ,+'()-" for char in path)
    assert not [part for part in path.removesuffix("/").split("/") if part.startswith((".", "-", " "))] or path == "./"
    assert all(char.isalnum() or char in "_.:-" for char in anchor)


@pytest.mark.parametrize(
    "text",
    [
        LEDGER.replace("guides/\n", ""),
        LEDGER.replace(LEDGER.split("\n")[0], "# Another comment."),
        LEDGER + "about/\n",
        LEDGER.rstrip("\n"),
    ],
    ids=["gone", "comment", "twice", "no end"],
)
def test_a_ledger_that_has_lost_something_is_refused(text: str):
    with pytest.raises(handed_over.RefusedError):
        promised.ledger(text, LEDGER)


DRAFT = {"$schema": "http://json-schema.org/draft-07/schema#"}


@pytest.mark.parametrize(
    "data",
    [
        {"$ref": "https://bad.invalid/schema.json"},
        {"properties": {"a": {"$ref": "file:///etc/passwd"}}},
        {"$id": "https://bad.invalid/"},
        {"description": "See [this](https://bad.invalid)."},
        {"description": "See https://bad.invalid."},
        {"markdownDescription": "x"},
        {"enum": ["a", {"b": 1}]},
        {"enum": ["[x](command:run)"]},
        {"properties": {"a b": {}}},
        {"items": "x"},
        {"minItems": "1"},
        {"defaultSnippets": [{"body": "x"}]},
    ],
    ids=json.dumps,
)
def test_a_schema_that_could_do_more_than_explain_and_offer_is_refused(data: dict):
    text = json.dumps(DRAFT | data, indent=2) + "\n"
    with pytest.raises(handed_over.RefusedError):
        promised.schema(text, "tree.json")


@pytest.mark.parametrize("text", ["", "[]\n", "{}\n", "{", '{"$schema": 1}\n', "[" * 100_000, json.dumps(DRAFT)])
def test_what_is_no_schema_is_refused(text: str):
    with pytest.raises(handed_over.RefusedError):
        promised.schema(text, "tree.json")


def _write(name: str, content: bytes) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)

    return change


def _link(folder: Path) -> None:
    (folder / "permalinks.txt").unlink()
    (folder / "permalinks.txt").symlink_to(ROOT / "permalinks.txt")


@pytest.mark.parametrize(
    "change",
    [
        _write("permalinks.txt", LEDGER.encode() + b"a/\xff\n"),
        _write("permalinks.txt", LEDGER.encode() + b"a/\x1b\n"),
        _write("permalinks.txt", b""),
        _write("permalinks.txt", LEDGER.encode() + b"a/\n" * 2_000_000),
        _write("schema/tree.json", b"{}\n"),
        _write("schema/../evil.yml", b"x"),
        _write(".github/workflows/evil.yml", b"x"),
        _write("schema/Evil.json", b"x"),
        _write("schema/evil.sh", b"x"),
        _link,
    ],
)
def test_where_one_thing_is_refused_nothing_is_written(handed: Path, checkout: Path, change: Callable[[Path], object]):
    before = files(checkout)
    change(handed)
    with pytest.raises(handed_over.RefusedError):
        promised.put(handed, checkout)
    assert files(checkout) == before


def test_a_site_without_a_ledger_of_reviews_is_written_down_too(handed: Path, checkout: Path):
    (handed / "reviewed.txt").unlink()
    promised.put(handed, checkout)
    assert files(checkout) == files(handed)


@pytest.mark.parametrize(
    "line",
    [
        "content/a.yml#title 2026-11-29 0123456789ab trailing",
        "content/a.yml#title 2026-11-29 0123456789a",
        "content/a.yml title 2026-11-29 0123456789ab",
        "[x](https://bad.invalid)#title 2026-11-29 0123456789ab",
        "# a comment below",
        "",
    ],
)
def test_what_is_no_review_is_refused(handed: Path, checkout: Path, line: str):
    with (handed / "reviewed.txt").open("a", encoding="utf-8") as ledger:
        ledger.write(f"{line}\n")
    before = files(checkout)
    with pytest.raises(handed_over.RefusedError):
        promised.put(handed, checkout)
    assert files(checkout) == before
