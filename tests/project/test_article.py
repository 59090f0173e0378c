"""Nothing of the article is copied, and none of its readers is named."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from article.fingerprints import fingerprint, read, runs, words

from generator.core.source import SourceFile
from generator.load.yaml_nodes import read as read_yaml

ROOT = Path(__file__).parents[2]
FOLDERS = ("content", "decision_trees", "docs", "generator")
TEXTS = sorted(
    path
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".yml", ".md", ".jinja", ".toml")
) + sorted(ROOT.glob("*.md"))
NAME = re.compile(r"\b[A-ZÀ-Þ]\w+")


def texts(path: Path) -> list[str]:
    """Each text of a file on its own: a run of words does not go on from one field into the next."""
    text = path.read_text("utf-8")
    if path.suffix != ".yml":
        return [text]
    value, _ = read_yaml(SourceFile(path.name, text))
    return list(_strings(value))


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for key, item in value.items() for text in (key, *_strings(item))]
    if isinstance(value, list):
        return [text for item in value for text in _strings(item)]
    return [str(value)]


def copied(text: str, fingerprints: frozenset[str]) -> list[str]:
    return [run for run in runs(text) if fingerprint(run) in fingerprints]


def named(text: str, fingerprints: frozenset[str]) -> list[str]:
    return [name for name in NAME.findall(text) if fingerprint(" ".join(words(name))) in fingerprints]


def test_every_folder_of_texts_is_looked_through():
    assert {path.relative_to(ROOT).parts[0] for path in TEXTS} > set(FOLDERS)
    assert len(TEXTS) > 500


def test_there_are_fingerprints_of_the_whole_article_and_all_names():
    assert len(read("runs.txt")) > 2000
    assert len(read("names.txt")) > 20


def test_a_copied_run_is_found_whatever_its_case_and_punctuation():
    known = frozenset(map(fingerprint, runs("one two three four five six seven eight nine")))
    assert copied("Zero. One, two three: FOUR five — six 'seven' eight!", known) == [
        "one two three four five six seven eight"
    ]
    assert not copied("one two three four five six seven nine eight", known)


def test_a_name_is_found_but_not_a_word_that_looks_like_it():
    known = frozenset([fingerprint("andre"), fingerprint("rob")])
    assert named("As André wrote, and Rob's reply", known) == ["André", "Rob"]
    assert not named("Robertson will not rob you", known)


def in_files(look: Callable[[str], list[str]]) -> dict[str, list[str]]:
    """What is found in the texts of each file, by its path; nothing of files in which nothing is found."""
    found = {path.relative_to(ROOT).as_posix(): [one for text in texts(path) for one in look(text)] for path in TEXTS}
    return {path: all_ for path, all_ in found.items() if all_}


@pytest.mark.long
def test_no_eight_words_in_a_row_are_the_articles():
    known = read("runs.txt")
    assert in_files(lambda text: copied(text, known)) == {}


@pytest.mark.long
def test_no_reader_of_the_article_is_named():
    known = read("names.txt")
    assert in_files(lambda text: named(text, known)) == {}
