"""The parser of YAML in Python, for browsers, reads all that the one in C reads, and stumbles at the same places."""

import random

import pytest
import yaml
from broken_site import TENDON, TREE
from broken_site import text as of_small_site
from real_project import ROOT

from generator.core.source import SourceFile
from generator.load import yaml_nodes
from generator.load.yaml_in_python import PythonParser

FILES = sorted([*(ROOT / "decision_trees").glob("*.yml"), *(ROOT / "content").rglob("*.yml")])
# What people type, or paste, at a wrong place.
SIGNS = [
    *(":", "- ", " ", '"', "'", "\n", "[", "]", "{", "}", "#", " #", "\t", "|", ">", "&a", "*a", "!!str ", "@", "`"),
    *(",", "? ", ": ", "\\", "\\u12", "\\x", "---\n", "...\n", "\x00", "é", "😀", "-", "|2", ">-", "  ", "\r\n", "?"),
    *("\\\n", "\r", "\n\n", "\\u0041", "\ufeff", "\N{NO-BREAK SPACE}", "“"),
]
SMALL = """\
a: [x, "y z", {b: c}]
d:
  - "e \\t f"
  - 'g'
  - h i
    j
k: |
  l

  m
n: >-
  o
  p
"""


def marked(node):
    """A node with all that is within it, as a value that can be compared."""
    place = [(mark.index, mark.line, mark.column) for mark in (node.start_mark, node.end_mark)]
    match node:
        case yaml.ScalarNode():
            return place, node.value, node.style or None
        case yaml.SequenceNode():
            return place, bool(node.flow_style), [marked(item) for item in node.value]
    return place, bool(node.flow_style), [(marked(key), marked(value)) for key, value in node.value]


def nodes(parser, text):
    return marked(parser(text).get_single_node())


def answers(source):
    """What `read` says of a file, and where it says that each of its keys stands."""
    value, problems = yaml_nodes.read(source)
    places = [
        yaml_nodes.locate(source, yaml_nodes.Location(source.path, path, of))
        for path in paths(value)
        for of in ("key", "value")
    ]
    yaml_nodes._kept_nodes.cache_clear()
    return value, problems, places, list(yaml_nodes.cut_by_comments(source)) if value else None


def paths(value, above=()):
    yield above
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from paths(inner, (*above, key))


@pytest.fixture
def both(monkeypatch):
    """The answers of both parsers to one file."""

    def ask(source):
        in_c = answers(source)
        with monkeypatch.context() as changed:
            changed.setattr(yaml_nodes, "_parser", yaml_nodes._in_python())
            return in_c, answers(source)

    return ask


def test_the_parser_in_c_is_used_where_it_is():
    assert yaml_nodes._parser.events is yaml.CBaseLoader
    assert issubclass(yaml_nodes._parser.nodes, yaml.cyaml.CParser)


@pytest.mark.long
def test_both_make_the_same_nodes_of_every_file_of_this_site():
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert nodes(PythonParser, text) == nodes(yaml_nodes._parser.nodes, text), path


def test_both_read_the_same_of_a_file_whose_last_line_does_not_end(both):
    in_c, in_python = both(SourceFile("a.yml", SMALL.rstrip()))
    assert in_python == in_c


@pytest.mark.long
@pytest.mark.parametrize("begin", range(0, 1500, 300))
def test_both_say_the_same_of_what_is_mistyped(both, begin):
    texts = [SMALL, of_small_site(TREE), of_small_site(TENDON)]
    for seed in range(begin, begin + 300):
        chance = random.Random(seed)
        text = chance.choice(texts)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(text) + 1)
            end = at + chance.choice((0, 0, 0, 2, 5, len(text)))
            text = text[:at] + (chance.choice(SIGNS) if end < len(text) else "") + text[end:]
        in_c, in_python = both(SourceFile("a.yml", text))
        assert in_python == in_c, (seed, text)
