import pytest
from example import EXAMPLE, KNEE, PLAN, SEE_SOMEONE, TAKE_IT_EASY, TREE, WHY_IT_HURTS, add, edit, edit_plan

SITE = "content/site.yml"
SAY = "Do it otherwise."


def rule(text: str) -> dict[str, str]:
    return {SITE: f"title: Knees\nhouse_rules:\n  - {{{text}, say: {SAY}}}\n"}


@pytest.mark.parametrize(
    ("asked", "files", "why"),
    [
        ("of: place.what, where: bends, has: turns", add(KNEE, "what: ▸It bends.\n"), "not said here"),
        (
            "of: outcome.get_help_if, has: [weeks, worse]",
            {
                SEE_SOMEONE: EXAMPLE[SEE_SOMEONE].replace("[It is", "▸[It is"),
                TAKE_IT_EASY: EXAMPLE[TAKE_IT_EASY].replace("[It is", "[Worse pain, or worse, or it is"),
            },
            "not said here",
        ),
        (
            "of: place.caution, each: true, has_not: bruise",
            add(KNEE, "caution: [Slowly, ▸No bruise]\n"),
            '"bruise" stands',
        ),
        ("of: faq.answer, most_words: 2", edit(WHY_IT_HURTS, "Nobody knows.", "▸Nobody knows why."), "3 words"),
        (
            "of: faq.question + answer, has_not: '(?s)hurt.*knows'",
            edit(WHY_IT_HURTS, "Why does", "▸Why does"),
            "stands",
        ),
        ("of: plan.stages.exercises.note, has: '@'", edit_plan(PLAN, "note: Our", "note: ▸Our"), "not said here"),
        (
            "of: texts, has_not: '(?i)at rest'",
            edit(TREE, "Does it hurt at rest?", "▸Does it hurt at rest?"),
            '"at rest"',
        ),
        ("of: texts, has_not: torn", {"content/about/index.md": "# About\n\n▸It is torn.\n"}, '"torn"'),
    ],
)
def test_a_text_that_breaks_a_rule_of_the_site_is_told_with_what_the_site_says(asked, files, why, found_at_marks):
    [finding] = found_at_marks(files | rule(asked))
    assert (finding.code, finding.help) == ("S313", SAY)
    assert why in finding.message


@pytest.mark.parametrize(
    "asked",
    [
        "of: outcome.summary, has: nothing, unless: {care: soon}, but: [take-it-easy]",
        "of: outcome.summary, where: nothing, has: something",
        "of: faq.answer, most_words: 2",
        "of: texts, has_not: no such words",
    ],
)
def test_what_is_excused_or_holds_is_no_breach(asked, found_at_marks):
    assert not found_at_marks(rule(asked))


def test_a_text_that_is_still_to_be_written_is_told_as_that_alone(found_at_marks):
    [finding] = found_at_marks(add(KNEE, "what: ▸TODO\n") | rule("of: place.what, has: .nothing, but: [elbow]"))
    assert finding.code == "S802"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("of: ▸place.waht, has: a", 'There is no "place.waht"'),
        ("of: ▸nowhere, has: a", 'There is no "nowhere"'),
        ("of: ▸faq.answer + anwser, has: a", 'There is no "faq.answer + anwser"'),
    ],
)
def test_a_rule_of_what_is_not_there_is_told(asked, message, found_at_marks):
    [finding] = found_at_marks(rule(asked))
    assert finding.code == "S313"
    assert message in finding.message


def test_a_pattern_that_is_none_is_told_at_its_rule(found_at_marks):
    files = rule("of: place.what, has: '(a'")
    [finding] = found_at_marks({SITE: files[SITE].replace("- {", "- ▸{")})
    assert finding.code == "S313"
    assert "is not a valid pattern" in finding.message
