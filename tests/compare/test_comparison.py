"""What a comparison says besides where paths end, and what it takes for less urgent."""

import pytest
from example import CARE_LEVELS, EXAMPLE, KNEE, RED_FLAGS, SEE_SOMEONE, TAKE_IT_EASY, TREE, add, edit

from generator.analyse.survey import Survey, can_be_walked, survey
from generator.compare.libraries import Comparison, compare
from generator.compare.renames import counterparts
from generator.core.kinds.tree import Question
from generator.core.project import Project
from generator.load.files import load
from generator.load.parse import parse

ANOTHER = EXAMPLE[TREE].replace("Sore knee", "Stiff knee").replace("at rest", "on stairs")


@pytest.fixture
def surveyed(tmp_path_factory):
    def read(files: dict[str, str | None]) -> Survey:
        folder = tmp_path_factory.mktemp("project")
        for path, content in (EXAMPLE | files).items():
            if content is not None:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(content, encoding="utf-8")
        return survey(parse(load(Project(folder)))[0])

    return read


@pytest.fixture
def compared(surveyed):
    """Compares the example, changed in one way, with the example changed in another."""

    def both(after: dict[str, str | None], before: dict[str, str | None] | None = None) -> Comparison:
        return compare(surveyed(before or {}), surveyed(after))

    return both


def said(comparison: Comparison) -> list[tuple[bool, str]]:
    return [(note.less_urgent, note.say(lambda words: f"<{words}>")) for note in comparison.notes]


def test_a_red_flag_that_is_gone_is_less_urgent_and_so_is_its_question(compared):
    comparison = compared({RED_FLAGS: "{}\n"})
    assert said(comparison) == [
        (True, "The red flag <Your knee is hot and swollen> (<See somebody soon>) is gone. "
               "Until now it was asked in <Sore knee>."),
        (True, "No red flag for <See somebody soon> is asked any longer in <Sore knee>."),
    ]  # fmt: skip
    [guide] = comparison.guides
    # Who said yes or was not sure was sent to see somebody; now one of their three answers leads to self-care.
    assert (guide.paths_before, guide.paths_after, guide.less_urgent) == (5, 3, 2)


def test_a_red_flag_that_is_asked_in_fewer_guides_is_less_urgent(compared):
    after = edit(RED_FLAGS, "places: [knee]", "places: [elbow]")
    two = add(RED_FLAGS, "numb: {text: Numb, care: soon, places: everywhere, sources: [a-study]}\n")
    comparison = compared({RED_FLAGS: after[RED_FLAGS] + two[RED_FLAGS].splitlines()[-1]}, two)
    assert said(comparison) == [
        (True, "The red flag <Your knee is hot and swollen> (<See somebody soon>) is no longer asked in <Sore knee>."),
        (True, "The outcome <Take it easy> no longer waits for the answer to the red flag "
               "<Your knee is hot and swollen>."),
    ]  # fmt: skip
    assert not comparison.guides[0].less_urgent
    assert comparison.less_urgent


def test_a_guide_that_no_longer_is_about_a_place_asks_fewer_red_flags(compared):
    assert compared(edit(TREE, "[knee]", "[elbow]")).notes[0].less_urgent


@pytest.mark.parametrize(("before", "after", "less"), [("soon", "emergency", False), ("emergency", "soon", True)])
def test_a_red_flag_of_another_level_is_less_urgent_if_the_level_is(compared, before, after, less):
    after, before = (edit(RED_FLAGS, "care: soon", f"care: {level}") for level in (after, before))
    comparison = compared(after, before)
    told = [note for note in comparison.notes if note.thing == "red-flag"]
    assert [(note.kind, note.less_urgent) for note in told] == [("changed", less), ("gone", less)]


def test_a_red_flag_with_another_id_and_the_same_words_is_the_same(compared):
    assert not compared(edit(RED_FLAGS, "swelling:", "hot-knee:")).notes


def test_a_new_red_flag_is_told(compared):
    flags = EXAMPLE[RED_FLAGS] + "numb: {text: Numb, care: soon, places: everywhere, sources: [a-study]}\n"
    assert said(compared({RED_FLAGS: flags})) == [
        (False, "New red flag: <Numb> (<See somebody soon>). It is asked in <Sore knee>."),
    ]


def test_an_outcome_with_less_care_is_told_with_every_path_to_it(compared):
    comparison = compared(edit(SEE_SOMEONE, "care: soon", "care: self-care"))
    assert said(comparison) == [
        (True, "The outcome <See someone> now means <Look after it>; it was <See somebody soon>."),
    ]
    assert comparison.guides[0].less_urgent == 2


def test_new_and_gone_and_renamed_things_are_told(compared):
    tree = EXAMPLE[TREE].replace("take-it-easy", "be-kind").replace("start: rest", "start: at-rest")
    after = {
        TREE: tree.replace("  rest:", "  at-rest:\n    aliases: [rest]"),
        TAKE_IT_EASY: None,
        "content/outcomes/be-kind.yml": EXAMPLE[TAKE_IT_EASY] + "aliases: [take-it-easy]\n",
        "decision_trees/another.yml": ANOTHER.replace("take-it-easy", "be-kind"),
    }  # fmt: skip
    comparison = compared(after)
    assert said(comparison) == [
        (False, "The outcome <take-it-easy> is now called <be-kind>."),
        (False, "New guide: <Stiff knee>."),
        (False, "In the guide <Sore knee>: The question <rest> is now called <at-rest>."),
    ]
    assert [(guide.tree, guide.before, guide.kept, guide.moves) for guide in comparison.guides] == [
        ("another", None, 0, ()),
        ("example", "example", 5, ()),
    ]


def test_a_guide_that_is_gone_or_renamed_is_told(compared):
    after = {TREE: None, "decision_trees/knee.yml": EXAMPLE[TREE] + "aliases: [example]\n"}
    comparison = compared(after, {"decision_trees/other.yml": ANOTHER})
    assert said(comparison) == [
        (False, "The guide <example> is now called <knee>."),
        (False, "The guide <Stiff knee> is gone."),
    ]
    assert [(guide.tree, guide.before, guide.after) for guide in comparison.guides] == [
        ("knee", "example", "knee"),
        ("other", "other", None),
    ]


def test_an_answer_that_is_gone_is_less_urgent_if_the_others_are(compared):
    none = "      none: {text: None, outcome: see-someone}\n"
    urgent_gone = compared({}, add(TREE, none))
    assert said(urgent_gone) == [
        (True, "The answer <None> to <Does it hurt at rest?> is gone. It led to <See someone> (<See somebody soon>). "
               "The answers that are left can lead to <Look after it>."),
    ]  # fmt: skip
    gentle_gone = compared({}, add(TREE, none.replace("see-someone", "take-it-easy")))
    assert [less for less, _ in said(gentle_gone)] == [False]


def test_a_new_answer_is_less_urgent_if_none_there_led_so_far_down(compared):
    urgent = EXAMPLE[TREE].replace("take-it-easy", "see-someone")
    easy = "      none: {text: None, outcome: take-it-easy}\n"
    assert said(compared({TREE: urgent + easy}, {TREE: urgent})) == [
        (True, "New answer <None> to <Does it hurt at rest?>. It leads to <Take it easy> (<Look after it>). "
               "Until now every answer there led to <See somebody soon> or sooner."),
    ]  # fmt: skip
    assert [less for less, _ in said(compared(add(TREE, easy)))] == [False]


def test_words_that_change_places_are_told_as_what_they_do_to_readers(compared):
    swapped = EXAMPLE[TREE].replace("A lot", "X").replace("A little", "A lot").replace("X", "A little")
    comparison = compared({TREE: swapped})
    assert said(comparison) == [
        (True, "The answer <A lot> to <Does it hurt at rest?> changed places: it stood at <a-lot> "
               "and stands at <a-little>. "
               "It led to <See someone> (<See somebody soon>), and leads to <Take it easy> (<Look after it>)."),
        (False, "The answer <A little> to <Does it hurt at rest?> changed places: it stood at <a-little> "
               "and stands at <a-lot>. "
                "It led to <Take it easy> (<Look after it>), and leads to <See someone> (<See somebody soon>)."),
    ]  # fmt: skip


def test_two_answers_with_the_same_words_stay_what_they_are(compared):
    twice = add(TREE, "      none: {text: A lot, outcome: take-it-easy}\n")
    assert said(compared(twice | {KNEE: "title: A knee\n"}, twice)) == []
    comparison = compared({TREE: twice[TREE].replace("A little", "Little")}, twice)
    assert said(comparison) == []
    assert [one.path for one in comparison.texts] == [("questions", "rest", "choices", "a-little", "text")]


def test_new_words_are_told(compared):
    flags = edit(RED_FLAGS, "hot and swollen", "hot or swollen")
    for change, path in {
        edit(TREE, "{text: A lot", "{text: Very much")[TREE]: ("questions", "rest", "choices", "a-lot", "text"),
        edit(TREE, "Does it hurt at rest?", "Does it hurt in bed?")[TREE]: ("questions", "rest", "ask"),
    }.items():
        comparison = compared({TREE: change})
        assert (said(comparison), [one.path for one in comparison.texts]) == ([], [path])
    assert [(one.id, one.path, one.acted_on) for one in compared(flags).texts] == [("swelling", ("text",), True)]


def test_a_care_level_that_means_less_is_less_urgent(compared):
    assert said(compared(edit(CARE_LEVELS, "card: emergency", "card: urgent"))) == [
        (True, 'The care level <Get help now> is now shown as "urgent"; it was "emergency".'),
    ]
    order = "".join(reversed(EXAMPLE[CARE_LEVELS].splitlines(keepends=True)))
    assert (True, "The care levels stand in another order.") in said(compared({CARE_LEVELS: order}))
    assert not compared(edit(CARE_LEVELS, "card: non-urgent", "card: urgent")).less_urgent


def test_a_care_level_with_another_id_and_the_same_title_is_the_same(compared):
    renamed = edit(CARE_LEVELS, "soon:", "this-week:") | edit(RED_FLAGS, "care: soon", "care: this-week")
    renamed |= edit(SEE_SOMEONE, "care: soon", "care: this-week")
    comparison = compared(renamed)
    assert said(comparison) == [(False, "The care level <soon> is now called <this-week>.")]
    assert [(guide.kept, guide.moves) for guide in comparison.guides] == [(5, ())]


def test_a_care_level_by_quite_another_name_is_as_urgent_as_its_card(compared):
    new = "this-week: {title: This week, card: urgent, act: Make an appointment.}"
    levels = EXAMPLE[CARE_LEVELS].splitlines()
    renamed = {CARE_LEVELS: "\n".join([levels[0], new, levels[2]]), RED_FLAGS: None}
    renamed |= edit(SEE_SOMEONE, "care: soon", "care: this-week")
    gone = {RED_FLAGS: None}
    assert not compared(renamed, gone).less_urgent
    assert compared(gone, renamed).guides[0].less_urgent == 2


def test_a_library_without_levels_has_nothing_that_could_become_less_urgent(compared):
    plain = {path: EXAMPLE[path].replace("care: soon\n", "").replace("care: self-care\n", "")
             for path in (SEE_SOMEONE, TAKE_IT_EASY)} | {RED_FLAGS: None, CARE_LEVELS: None}  # fmt: skip
    comparison = compared(plain | {TREE: EXAMPLE[TREE].replace("see-someone", "take-it-easy")}, plain)
    assert [move.paths for move in comparison.guides[0].moves] == [2]
    assert not comparison.less_urgent
    assert compared(plain).less_urgent


def test_two_questions_made_into_one_are_one_that_stayed_and_one_that_is_gone():
    before = {id: Question() for id in ("first", "second", "third")}
    after = {"both": Question(aliases=["first", "second"]), "third": Question(aliases=["second"])}
    assert counterparts(before, after) == {"first": "both", "third": "third"}
    assert counterparts(after, before) == {"both": "first", "third": "third"}


@pytest.mark.parametrize(
    "files",
    [
        edit(TREE, "A lot, outcome: see-someone", "A lot, outcome: nowhere"),
        edit(TREE, "A lot, outcome: see-someone", "A lot, question: nowhere"),
        edit(TREE, "A lot, outcome: see-someone", "A lot, tree: nowhere"),
        edit(TREE, "A lot, outcome: see-someone", "A lot, question: rest"),
        edit(TREE, "A lot, outcome: see-someone", "A lot, tree: example"),
        edit(TREE, "A lot, outcome: see-someone", "A lot"),
        edit(TREE, "start: rest", "start: nowhere"),
        {TREE: "title: [\n"},
        {RED_FLAGS: "swelling: [\n"},
        {CARE_LEVELS: "soon: soon\n"},
        {SEE_SOMEONE: "title: [\n"},
        {TREE: None},
    ],
)
def test_what_has_no_way_on_cannot_be_compared(surveyed, files):
    assert not can_be_walked(surveyed(files))


def test_other_faults_do_not_keep_versions_from_being_compared(compared, surveyed):
    files = edit(TREE, "outcome: take-it-easy", "unsure: true, outcome: take-it-easy")
    files |= add(
        TREE, "  lost: {ask: Lost?, choices: {a: {text: A, outcome: nowhere}, b: {text: B, question: gone}}}\n"
    )
    assert can_be_walked(surveyed(files))
    lost = files[TREE].replace("{text: B, question: gone}", "{text: C, question: gone}")
    assert not compared({TREE: lost.replace("b: {", "c: {")}, files).less_urgent
