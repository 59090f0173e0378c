"""Whatever is renamed or removed, `check` names the line that keeps old links alive; with it, nothing is wrong."""

from dataclasses import dataclass

import pytest
from example import CARE_LEVELS, EXAMPLE, KNEE, SEE_SOMEONE, SOURCES, TAKE_IT_EASY, TREE, WHY_IT_HURTS

from generator.core.ledger import extended

LEDGER = "permalinks.txt"
SITE = "content/site.yml"
PAGE = "content/articles/running.md"
REST = "    ask: Does it hurt at rest?\n"


@dataclass(frozen=True)
class Change:
    """Something renamed or removed: the files after it, what breaks, the help, and the files with its alias."""

    files: dict[str, str | None]
    broken: list[str]
    help: str
    mended: dict[str, str]


def moved(old: str, new: str, was: str, now: str) -> dict[str, str | None]:
    """A file that is renamed, with what names it in other files."""
    files = {path: text.replace(was, now) for path, text in EXAMPLE.items() if was in text and path != old}
    return files | {new: EXAMPLE[old].replace(was, now), old: None}


def aliased(path: str, id: str, text: str | None = None) -> dict[str, str]:
    return {path: f"{text or EXAMPLE[path]}aliases: [{id}]\n"}


SAMPLE, GO_EASY, WHY, PATELLA = (
    "decision_trees/sample.yml", "content/outcomes/go-easy.yml", "content/faq/why.yml", "content/places/kneecap.yml",
)  # fmt: skip
CHANGES = {
    "tree": Change(
        moved(TREE, SAMPLE, "[example]", "[sample]"),
        ["guides/example/"],
        'Add "aliases: [example]" to decision_trees/sample.yml, if that took its place.',
        aliased(SAMPLE, "example", EXAMPLE[TREE]),
    ),
    "question": Change(
        {TREE: EXAMPLE[TREE].replace("rest", "at-rest").replace("at at-rest", "at rest")},
        ["guides/example/#rest"],
        'Add "aliases: [rest]" under "at-rest" in decision_trees/example.yml, if that question took its place.',
        {TREE: EXAMPLE[TREE].replace("start: rest", "start: at-rest").replace(
            "  rest:", "  at-rest:\n    aliases: [rest]"
        )},
    ),
    "outcome": Change(
        moved(TAKE_IT_EASY, GO_EASY, "take-it-easy", "go-easy"),
        ["outcomes/take-it-easy/"],
        'Add "aliases: [take-it-easy]" to content/outcomes/go-easy.yml, if that took its place.',
        aliased(GO_EASY, "take-it-easy", EXAMPLE[TAKE_IT_EASY] + "meant_for: [take-it-easy]\n"),
    ),
    "outcome that is no more": Change(
        {TREE: EXAMPLE[TREE].replace("take-it-easy", "see-someone").replace(
            "a-lot: {text: A lot, outcome: see-someone}", "a-lot: {text: A lot, outcome: hurry}"
        ), TAKE_IT_EASY: None, "content/outcomes/hurry.yml": EXAMPLE[SEE_SOMEONE]},
        ["outcomes/take-it-easy/"],
        'Add "aliases: [take-it-easy]" to content/outcomes/hurry.yml, if that took its place.',
        aliased("content/outcomes/see-someone.yml", "take-it-easy"),
    ),
    "reader question": Change(
        {WHY_IT_HURTS: None, WHY: EXAMPLE[WHY_IT_HURTS]},
        ["questions/why-it-hurts/"],
        'Add "aliases: [why-it-hurts]" to content/faq/why.yml, if that took its place.',
        aliased(WHY, "why-it-hurts", EXAMPLE[WHY_IT_HURTS]),
    ),
    "place": Change(
        moved(KNEE, PATELLA, "[knee]", "[kneecap]"),
        ["places/knee/"],
        'Add "aliases: [knee]" to content/places/kneecap.yml, if that took its place.',
        aliased(PATELLA, "knee", EXAMPLE[KNEE]),
    ),
    "place that is no more": Change(
        {"content/places/elbow.yml": None},
        ["places/elbow/"],
        'Add "aliases: [elbow]" to the place in content/places/ that took its place.',
        aliased(KNEE, "elbow"),
    ),
    "source": Change(
        {path: text.replace("a-study", "the-study") for path, text in EXAMPLE.items() if "a-study" in text},
        ["sources/#a-study"],
        'Add "aliases: [a-study]" under "the-study" in content/sources.yml, if that source took its place.',
        {SOURCES: "the-study: {title: A study of knees, aliases: [a-study]}\n"},
    ),
    "care level": Change(
        {path: text.replace("soon:", "later:").replace("care: soon", "care: later")
         for path, text in EXAMPLE.items() if "soon" in text},
        ["outcomes/care-soon/"],
        'Add "aliases: [soon]" under "later" in decision_trees/care_levels.yml, if that care level took its place.',
        {CARE_LEVELS: EXAMPLE[CARE_LEVELS].replace("soon: {", "later: {aliases: [soon], ")},
    ),
    "ordinary page": Change(
        {PAGE: None, "content/articles/to-run.md": "# Running\n"},
        ["articles/running/"],
        'Add "moved: {articles/running/: articles/to-run/}" to content/site.yml, with the address of the page',
        {SITE: "moved: {articles/running/: articles/to-run/}\n"},
    ),
    "all reader questions": Change(
        {WHY_IT_HURTS: None},
        ["questions/", "questions/why-it-hurts/"],
        "",
        {SITE: "moved: {questions/: guides/, questions/why-it-hurts/: guides/example/}\n"},
    ),
}  # fmt: skip

changes = pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)


@pytest.fixture
def published(project, checked):
    """The example with all its addresses in the ledger, and a way to change its files."""
    folder = project(EXAMPLE | {PAGE: "# Running\n"})
    ledger = extended(None, checked(folder).survey.addresses.living)

    def changed(files: dict[str, str | None]):
        project({LEDGER: ledger} | {path: text for path, text in files.items() if text is not None})
        for path, text in files.items():
            if text is None:
                (folder / path).unlink()
        return checked(folder).findings, ledger.splitlines()

    return changed


def test_what_is_published_is_not_broken_while_nothing_changes(published):
    findings, ledger = published({})
    assert not findings
    assert {"./", "guides/example/#rest", "guides/example/#care-soon", "sources/#a-study"} <= set(ledger)


@changes
def test_a_change_that_breaks_links_is_told_once_at_the_line_of_the_ledger_with_what_to_add(change, published):
    findings, ledger = published(change.files)
    assert [(one.code, one.file, one.column) for one in findings] == [("S901", LEDGER, 1)] * len(change.broken)
    assert [ledger[one.line - 1] for one in findings] == change.broken
    for finding, address in zip(findings, change.broken, strict=True):
        assert finding.message == f'The published address "{address}" would lead nowhere.'
        assert change.help in finding.help


@changes
def test_with_the_line_that_the_help_names_nothing_is_wrong(change, published):
    assert not published(change.files | change.mended)[0]


def test_a_tree_that_leads_elsewhere_still_keeps_the_result_that_was_linked_to(published):
    leads_elsewhere = EXAMPLE[TREE].replace("outcome: take-it-easy", "outcome: hurry")
    other = EXAMPLE[TREE].replace("hurt at rest", "hurt").replace("see-someone", "hurry")
    files = {
        TREE: leads_elsewhere,
        "content/outcomes/hurry.yml": EXAMPLE[SEE_SOMEONE],
        "decision_trees/other.yml": other,
    }
    assert not published(files)[0]


def test_warning_signs_that_are_no_longer_asked_in_a_guide_leave_no_dead_link(published):
    emergency = "emergency: {text: It is broken, care: emergency, places: [elbow], sources: [a-study]}\n"
    swelling = "swelling: {text: It is hot, care: soon, places: [elbow], sources: [a-study]}\n"
    assert not published({"decision_trees/red_flags.yml": emergency + swelling})[0]


def test_what_a_broken_file_defines_is_not_called_gone(published):
    findings, _ = published({TREE: "title: [\n"})
    assert "S201" in {one.code for one in findings}
    assert "S901" not in {one.code for one in findings}


def test_new_pages_and_anchors_are_no_error(published):
    assert not published({"content/places/hip.yml": "title: Hip\n"})[0]
