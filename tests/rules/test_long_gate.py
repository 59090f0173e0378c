from example import EXAMPLE, TREE, edit

from generator.analyse.guide import words_before_first_question

# The title, the heading, the lead line, the sign, and the two other answers.
WORDS = (
    "Sore knee Warning signs: do any of these apply to you? Tap the first that applies. Your knee is hot and swollen"
)
NUMBER = len(f"{WORDS} None of these I am not sure".split())


def at_most(number: int) -> dict[str, str]:
    return {"content/site.yml": f"most_words_before_the_first_question: {number}\n"}


def test_everything_before_the_first_question_is_counted(found_at_marks):
    [finding] = found_at_marks(at_most(NUMBER - 1) | edit(TREE, "title: Sore", "title: ▸Sore"))
    assert (finding.code, finding.severity) == ("S804", "warning")
    assert f"read {NUMBER} words before its first question; {NUMBER - 1} are enough" in finding.message


def test_as_many_as_allowed_are_enough(found_at_marks):
    assert not found_at_marks(at_most(NUMBER))


def test_a_guide_that_asks_no_red_flags_has_nothing_before_its_questions(project, checked):
    library = checked(project(EXAMPLE | edit(TREE, "places: [knee]", "places: [elbow]"))).survey.library
    assert words_before_first_question(library, "example") == 0
