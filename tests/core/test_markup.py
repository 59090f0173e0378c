"""A cheap look at a file never misses what a text in it cites or links to."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import library as bench
from generator.analyse.references import references
from generator.core.markup import may_mention, mentions
from generator.core.project import Project
from generator.core.source import SourceFile
from generator.load.files import load
from generator.load.parse import parse
from generator.load.yaml_nodes import read

PIECES = [
    "[",
    "]",
    "(",
    ")",
    "@a",
    ":",
    "tree:b",
    "http://c",
    " ",
    "\n",
    "\n  ",
    "\\",
    "\\\n  ",
    "\\x5b",
    "\\x28",
    "'",
    "''",
]
STYLES = ['x: "{}"', "x: '{}'", "x: {}", "x: >-\n  {}", "x: |\n  {}", 'x: ["{}"]', "x: {{y: '{}'}}", '{{"x":"{}"}}']
LINKS = [
    "[@a]",
    "[@a; @b]",
    "[b](tree:b)",
    "[c](http://c)",
    "[c]: http://c",
    "[@\\x61]",
    "\\x5b@a]",
    "[b]\\\n  (tree:b)",
    "[\\\n  @a]",
    "[b]\\x28tree:b)",
]
texts = st.lists(st.sampled_from(PIECES + LINKS), max_size=6).map("".join)


def named(value: object) -> list:
    if isinstance(value, str):
        return list(mentions(value))
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [mention for item in items for mention in named(item)]


@settings(max_examples=3000)
@given(style=st.sampled_from(STYLES), text=texts)
def test_nothing_named_in_a_file_is_missed(style: str, text: str):
    file = style.format(text)
    value, problems = read(SourceFile("content/faq/one.yml", file))
    if not problems and named(value):
        assert may_mention(file)


@pytest.mark.parametrize("link", LINKS)
def test_the_links_of_that_test_are_links(link: str):
    value, problems = read(SourceFile("content/faq/one.yml", f'x: "{link}"'))
    assert not problems
    assert named(value)


def test_a_library_refers_to_the_same_be_it_looked_through_or_not(tmp_path: Path):
    read_through = parse(load(Project(bench.write(tmp_path, 20))))[0]
    assert 0 < len(read_through.silent) < len(read_through.entries())
    assert list(references(replace(read_through, silent=frozenset()))) == list(references(read_through))
