"""No input, however broken, ends in anything but findings, each with a place in the project."""

import json

import pytest
from deep import examples
from example import EXAMPLE, SOURCES, TREE
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.run import Report, check
from generator.core.kinds import KINDS
from generator.core.kinds.place import Marker
from generator.core.kinds.tree import Choice, Question
from generator.core.project import Project
from generator.core.settings import SiteSettings
from generator.load.files import load
from generator.report import github_report, json_report, sarif_report, text_report
from generator.rules.register import RULES

SITE = "content/site.yml"
FILES = EXAMPLE | {
    SITE: "title: Knees\nmost_asked: [why-it-hurts]\nmoved: {guides/old/: guides/example/}\n",
    "permalinks.txt": "./\nguides/example/#rest\nguides/old/#rest\n",
    "content/about/index.md": "# About\n\nSee [the guide](tree:example) [@a-study].\n",
}
MODELS = {name: kind.model for name, kind in KINDS.items()} | {"site": SiteSettings}
KEYS = sorted({key for model in (*MODELS.values(), Question, Choice, Marker) for key in model.model_fields})
IDS = [
    "rest",
    "stairs",
    "a-lot",
    "example",
    "see-someone",
    "take-it-easy",
    "knee",
    "elbow",
    "a-study",
    "everywhere",
    "soon",
]

# What means something in YAML or in Markdown, beside every other character.
awkward = st.text(
    st.sampled_from(list("\n\n  \t-:?#,[]{}&*!|>'\"%@`~^$\\/()=.0159ae\r\0\x07\x85\u2028\ufeff😀é")), max_size=8
)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(IDS)
keys = (
    st.sampled_from(KEYS) | st.sampled_from(IDS) | st.text(max_size=8) | st.sampled_from(["str", "int", "dict", "list"])
)
structures = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5), max_leaves=25
)


@pytest.fixture(scope="module")
def report_of(tmp_path_factory):
    """Checks the example with one file replaced, twice, and holds what must be true of any report."""
    folder = tmp_path_factory.mktemp("project")
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")

    def report(path: str, content: bytes) -> Report:
        (folder / path).write_bytes(content)
        try:
            loaded = load(Project(folder))
            once, again = check(loaded), check(load(Project(folder)))
        finally:
            (folder / path).write_text(FILES[path], encoding="utf-8")
        for finding in once.findings:
            assert finding.line >= 1
            assert finding.column >= 1
            assert finding.file in FILES
            assert finding.code in RULES
            assert finding.message
            assert finding.help
        assert once.findings == again.findings
        assert json.loads(json_report.render(once))["ok"] == once.ok
        assert json.loads(sarif_report.render(once))
        assert github_report.render(once).count("\n::") == max(len(once.findings) - 1, 0)
        assert text_report.render(once, {source.path: source for source in loaded.files}, lambda text, **_: text)
        return once

    return report


paths = st.sampled_from(list(FILES))
many = settings(max_examples=examples(120))


def changed(text: str, cuts: list[tuple[float, int, str]]) -> str:
    for where, length, new in cuts:
        start = int(where * len(text))
        text = text[:start] + new + text[start + length :]
    return text


@pytest.mark.long
@many
@given(paths, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), awkward), min_size=1, max_size=4))
def test_characters_may_be_lost_or_added_anywhere(report_of, path, cuts):
    report_of(path, changed(FILES[path], cuts).encode())


@pytest.mark.long
@many
@given(paths, st.data())
def test_lines_may_be_lost_doubled_moved_or_indented(report_of, path, data):
    lines = FILES[path].splitlines(keepends=True)
    chosen = data.draw(st.lists(st.tuples(st.sampled_from(lines), st.integers(0, 6)), max_size=12))
    report_of(path, "".join(" " * indent + line for line, indent in chosen).encode())


@pytest.mark.long
@many
@given(paths, st.floats(0, 1), st.binary(min_size=1, max_size=20))
def test_bytes_may_be_anything(report_of, path, where, content):
    text = FILES[path].encode()
    start = int(where * len(text))
    report_of(path, text[:start] + content + text[start:])


@pytest.mark.long
@many
@given(paths, structures)
def test_values_may_be_of_any_kind(report_of, path, value):
    report_of(path, json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


@pytest.mark.long
@settings(max_examples=examples(50))
@given(st.data())
def test_values_within_an_entry_may_be_of_any_kind(report_of, data):
    question = st.fixed_dictionaries({}, optional={"ask": scalars, "choices": structures, "why": structures})
    questions = st.dictionaries(st.sampled_from(["rest", "stairs", "hip"]), question | structures, max_size=3)
    others = dict.fromkeys(MODELS["tree"].model_fields.keys() - {"questions", "start"}, structures)
    tree = data.draw(st.fixed_dictionaries({"questions": questions, "start": st.just("rest")}, optional=others))
    report_of(TREE, json.dumps(tree, ensure_ascii=False).encode("utf-8", "replace"))


@pytest.mark.long
@many
@given(st.dictionaries(st.sampled_from(list(MODELS["source"].model_fields)), structures), keys)
def test_so_may_the_fields_of_a_source(report_of, fields, id):
    report_of(SOURCES, json.dumps({"a-study": fields, id: fields}, ensure_ascii=False).encode("utf-8", "replace"))


def test_the_examples_would_be_without_findings_but_for_the_changes(report_of):
    assert not report_of(SITE, FILES[SITE].encode()).findings
