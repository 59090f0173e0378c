"""The head of each rule's file is its documentation page; what it says is true."""

import re
import textwrap

import pytest
from example import EXAMPLE

from generator.analyse.addresses import rule_uri
from generator.core.project import Project
from generator.emit.build import build
from generator.load.files import load
from generator.rules import of_kinds, outcome_without_case
from generator.rules.register import RULES, Rule

# Faults of a file or a folder, not of the YAML in it, so there is no YAML to show.
WITHOUT_EXAMPLES = {
    "empty-file",
    "not-utf8",
    "link-out-of-project",
    "unreadable-file",
    "misplaced-file",
    "no-tree",
    "unusable-name",
    # These take several files.
    "crowded-gate",
    "long-gate",
    "outcome-without-case",
    "required-here",
    "house-rule",
    "many-answers",
    "choice-without-case",
}
_EXAMPLE = re.compile(r"^(Wrong|Right)(?:, in (\S+))?:\n\n((?: {4}.*\n|\n)+)", re.MULTILINE)

_INDENT = re.compile(r"^ {4}", re.MULTILINE)
# Those that each kind of entry has in its own words.
OF_KINDS = {rule.name for rule in of_kinds.rules()}

rules = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)


def examples(rule: Rule) -> list[tuple[str, str, str]]:
    """The wrong and the right file of a rule, as (kind, path, text).

    Where the right one is said without a path, both are passages: the right one stands in that file of the example, and
    the wrong one is put in its place.
    """
    found = [(kind, path, _INDENT.sub("", text).rstrip() + "\n") for kind, path, text in _EXAMPLE.findall(rule.doc)]
    if [path for _, path, _ in found[1:]] != [""]:
        return found
    (_, path, wrong), (_, _, right) = found
    indents = [indent for indent in range(12) if textwrap.indent(right, " " * indent) in EXAMPLE[path]]
    assert indents, f"{rule.name}: the passage that is right does not stand in {path}"
    old, new = (textwrap.indent(text, " " * indents[-1]) for text in (right, wrong))
    assert EXAMPLE[path].count(old) == 1
    return [("Wrong", path, EXAMPLE[path].replace(old, new)), ("Right", path, EXAMPLE[path])]


def with_examples(kind: str):
    found = [(rule, path, text) for rule in RULES.values() for kind_, path, text in examples(rule) if kind_ == kind]
    return pytest.mark.parametrize(("rule", "path", "text"), found, ids=[rule.name for rule, _, _ in found])


def test_the_library_that_the_examples_assume_has_no_fault(project, checked):
    assert not checked(project(EXAMPLE)).findings


@with_examples("Wrong")
def test_the_wrong_example_breaks_its_rule_in_that_file(rule, path, text, project, checked):
    findings = checked(project(EXAMPLE | {path: text})).findings
    assert (rule.code, path) in {(finding.code, finding.file) for finding in findings}


@with_examples("Right")
def test_the_right_example_breaks_no_rule(path, text, rule, project, checked):
    found = checked(project(EXAMPLE | {path: text})).findings
    # One case cannot end at both results of the example.
    assert not [finding for finding in found if finding.code != outcome_without_case.CODE]


@rules
def test_each_rule_shows_what_is_wrong_and_what_is_right(rule):
    kinds = [kind for kind, _, _ in examples(rule)]
    assert kinds == ([] if rule.name in WITHOUT_EXAMPLES else ["Wrong", "Right"])


@rules
def test_each_rule_says_first_what_is_wrong_in_one_sentence(rule):
    first, second, *_ = rule.doc.splitlines()
    assert first.endswith(".")
    assert not re.search(r"[.?!]\s", first)
    assert second == ""


@rules
def test_each_rule_says_why_before_it_shows_examples(rule):
    _, _, *why = rule.doc.split("Wrong, in ")[0].strip().splitlines()
    assert why


def test_only_rules_that_exist_are_excused():
    assert {rule.name for rule in RULES.values()} >= WITHOUT_EXAMPLES


def test_codes_have_one_form_and_are_listed_in_their_order():
    codes = list(RULES)
    assert codes == sorted(codes)
    assert all(re.fullmatch(r"S[1-9]\d\d", code) for code in codes)


@rules
def test_each_rule_is_named_for_its_file_and_has_tests_of_that_name(rule, request):
    file = f"{rule.name.replace('-', '_')}.py"
    assert rule.name in OF_KINDS or (request.config.rootpath / "generator/rules" / file).is_file()
    assert (request.config.rootpath / "tests/rules" / f"test_{file}").is_file()


def test_each_file_of_a_rule_is_registered_under_a_code_of_its_own(request):
    files = (request.config.rootpath / "generator/rules").glob("[a-z]*.py")
    named = {file.stem.replace("_", "-") for file in files} - {"register", "rule", "lookup", "of-kinds"}
    assert named == {rule.name for rule in RULES.values()} - OF_KINDS


def test_each_rule_has_a_page_that_search_leaves_out_and_the_list_leads_to_it(project, checked):
    folder = project({**EXAMPLE, "content/site.yml": "rule_pages: true\n"})
    made = {file.uri: file.content for file in build(load(Project(folder)), checked(folder)).files}
    index = made["contribute/rules.md"]
    for rule in RULES.values():
        page = made[rule_uri(rule.code)]
        assert f"# {rule.code} {rule.name}\n\n{rule.doc.strip().splitlines()[0]}" in page
        assert f"(../rules.md#{rule.code.lower()})" in page
        assert 'search: {"exclude": true}' in page
        assert f"## [{rule.code} {rule.name}](rules/{rule.code.lower()}.md) {{ #{rule.code.lower()} }}" in index
