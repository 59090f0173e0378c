"""What `signpost diff` says of cases between two versions."""

import pytest
from kettles import KETTLE, KETTLES, LID, WHITE, kettles

from generator.check.run import check
from generator.compare.libraries import compare
from generator.core.project import Project
from generator.load.files import load
from generator.report import diff_markdown, diff_text

WITHOUT_LID = {path: text for path, text in KETTLES.items() if path != LID}
LESS = True
CHANGES = {
    "another ending": (
        kettles(KETTLE, "{text: White, outcome: descale}", "{text: White, outcome: repair}"),
        [("changed", not LESS, 'now ends at "Have it mended" ("To the shop"); it ended at "Descale it"')],
    ),
    "no end": (
        kettles(WHITE, "  - {inside: white}\n", ""),
        [("changed", LESS, 'The case "White inside" no longer comes to an end.')],
    ),
    "a result and a level expected": (
        kettles(LID, "{care: [unplug, shop]}", "{outcome: new-lid, care: shop}"),
        [("changed", LESS, 'must now end with "new-lid" and "To the shop"; it had to end with "Unplug it now" or "To')],
    ),
    "gone": (WITHOUT_LID, [("gone", LESS, 'The case "The lid is open" is gone.')]),
    "other words of a story": (kettles(LID, "springs open", "jumps up"), []),
    "nothing": (KETTLES, []),
}


@pytest.fixture
def compared(tmp_path_factory):
    """Two versions compared."""

    def surveyed(files):
        folder = tmp_path_factory.mktemp("kettles")
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
        return check(load(Project(folder))).survey

    return lambda before, after: compare(surveyed(before), surveyed(after))


@pytest.fixture
def told(compared):
    """The notes on cases between two versions as (kind, less urgent, sentence)."""

    def tell(before, after):
        found = [note for note in compared(before, after).notes if note.thing == "case"]
        return [(note.kind, note.less_urgent, note.say('"{}"'.format)) for note in found]

    return tell


@pytest.mark.parametrize("name", CHANGES)
def test_what_became_of_a_case_is_said(name: str, told):
    after, expected = CHANGES[name]
    found = told(KETTLES, after)
    assert [one[:2] for one in found] == [one[:2] for one in expected]
    for (_, _, sentence), (_, _, part) in zip(found, expected, strict=True):
        assert part in sentence


def test_an_ending_that_is_less_urgent_is_told_as_such(told):
    changed = kettles(KETTLE, "{text: White, outcome: descale}", "{text: White, outcome: repair}")
    [(kind, less_urgent, _)] = told(changed, KETTLES)
    assert (kind, less_urgent) == ("changed", LESS)


def test_a_new_case_is_new(told):
    assert told(WITHOUT_LID, KETTLES) == [("new", not LESS, 'The case "The lid is open" is new.')]


def test_a_case_that_ends_elsewhere_comes_first_even_if_it_gets_more_care(compared):
    comparison = compared(KETTLES, kettles(KETTLE, "{text: White, outcome: descale}", "{text: White, outcome: repair}"))
    assert not comparison.less_urgent
    box = [line for line in diff_markdown.render(comparison).split("\n") if line.startswith(">")]
    assert box[:2] == [
        "> [!WARNING]",
        "> **Cases end elsewhere than before.** Please check that each of these is meant.",
    ]
    assert box[3].startswith("> - The case `White inside` now ends at `Have it mended`")
    titles = [line for line in diff_text.render(comparison, lambda text, **_: text).split("\n") if line.isupper()]
    assert titles[0] == "CASES END ELSEWHERE"
