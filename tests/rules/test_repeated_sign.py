import pytest
from example import KNEE, RED_FLAGS, SEE_SOMEONE, TAKE_IT_EASY, TREE, WHY_IT_HURTS, WITH_PLAN, add, edit


@pytest.mark.parametrize(
    "files",
    [
        edit(TAKE_IT_EASY, "[It is no", "[▸your knee is hot and swollen, It is no"),
        edit(WHY_IT_HURTS, "answer: Nobody", "answer: ▸If YOUR knee is *hot* and swollen, ask. Nobody"),
        add(KNEE, "caution: [Rest, ▸Not if your knee is hot]\n")
        | {"content/site.yml": "most_repeated_of_a_sign: 30\n"},
        WITH_PLAN
        | {
            "content/plans/bend-it.yml": WITH_PLAN["content/plans/bend-it.yml"].replace(
                "[Put it up]", "[▸Your knee is hot and swollen?]"
            )
        },
    ],
)
def test_a_text_that_repeats_a_sign_is_told(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert (finding.code, finding.severity) == ("S808", "warning")
    assert 'repeats the red flag "swelling"' in finding.message


def test_a_part_of_it_is_not_enough(found_at_marks):
    assert not found_at_marks(add(KNEE, "caution: [Not if your knee is hot]\n"))


def test_the_result_to_which_the_sign_leads_may_speak_of_it(found_at_marks):
    leads = edit(RED_FLAGS, "care: soon", "care: soon, outcome: see-someone")
    speaks = edit(SEE_SOMEONE, "summary: Show", "summary: Your knee is hot and swollen. Show")
    assert not found_at_marks(leads | speaks)
    assert found_at_marks({SEE_SOMEONE: speaks[SEE_SOMEONE].replace("summary: ", "summary: ▸")})


def test_an_answer_that_names_the_sign_may_say_it(found_at_marks):
    elsewhere = edit(RED_FLAGS, "places: [knee]", "places: [], shown_at: [knee]")
    said = "a-lot: {text: ▸Your knee is hot and swollen, outcome"
    assert found_at_marks(elsewhere | edit(TREE, "a-lot: {text: A lot, outcome", said))
    named = said.replace("▸", "").replace(", outcome", ", sign: swelling, outcome")
    assert not found_at_marks(elsewhere | edit(TREE, "a-lot: {text: A lot, outcome", named))
