"""The plain functions of the guide's script, in the browser that runs them."""

import random
from collections.abc import Callable

import pytest
from quick_site import TOP, Host
from test_answers_count_for_their_words import first

from generator.analyse.guide import guide_questions
from generator.analyse.seals import editions, flag_seal, question_seal

pytestmark = pytest.mark.browser

Call = Callable[..., object]


@pytest.fixture(scope="module")
def call(chromium) -> Call:
    """Calls a function of journey.mjs: call("carried", "#a?b=c")."""
    context = chromium.new_context()
    Host(context, first())
    page = context.new_page()
    page.goto(f"{TOP}robots.txt")
    code = """([name, given]) => import("/assets/signpost/guide.mjs").then((all) => all[name](...given))"""
    yield lambda name, *given: page.evaluate(code, [name, list(given)])
    context.close()


def pair(question: str, choice: str, seal: str = "") -> dict[str, str]:
    return {"question": question, "choice": choice, "seal": seal}


ANSWERS = [pair("a", "yes", "1k2"), pair("b-2", "no", "zz0")]
LINK = "#there?a=yes.1k2&b-2=no.zz0&end"


def test_what_a_link_carries_is_what_comes_out_of_it(call: Call):
    assert call("carrying", "there", ANSWERS) == LINK
    assert call("carried", LINK) == {"given": ANSWERS, "whole": True}
    assert call("carrying", "there", []) == "#there"
    assert call("carried", "#there") == {"given": [], "whole": False}


@pytest.mark.parametrize(
    ("fragment", "given"),
    [
        ("", []),
        ("#", []),
        ("#?", []),
        ("#%", []),
        ("#there?a=yes.1k2", ANSWERS[:1]),
        ("#there?a=yes.1k2&b-2=no", [ANSWERS[0], pair("b-2", "no")]),
        ("#there?a=yes.1k2&b-2=", ANSWERS[:1]),
        ("#there?a=yes.1k2&b-", ANSWERS[:1]),
        ("#there?=&&=", []),
        ("#there?a=yes.1k2%E2%80", ANSWERS[:1]),
        ("#there?a=b=c", [pair("a", "b")]),
    ],
)
def test_less_than_a_link(call: Call, fragment: str, given: list[dict[str, str]]):
    assert call("carried", fragment) == {"given": given, "whole": False}


def test_what_is_mended_stays_as_it_is(call: Call):
    for text in ("there", LINK[1:], "fn:1", "\N{LATIN SMALL LETTER E WITH ACUTE}t\N{LATIN SMALL LETTER E WITH ACUTE}"):
        assert call("mended", f"#{text}") == text


def test_a_seal_knows_all_its_flags_in_any_order_and_its_question(call: Call):
    dice = random.Random(3)
    question, *flags = (f"{dice.getrandbits(64):016x}" for _ in range(6))
    sealed = call("seal", question, flags)
    assert len(sealed) >= 12  # 64 bits, in digits of 36
    assert call("seal", question, flags[::-1]) == sealed
    others = [call("seal", question, flags[:at] + flags[at + 1 :]) for at in range(5)]
    others += [call("seal", flags[0], flags[1:]), call("seal", flags[0], flags), call("seal", question, [])]
    assert len({sealed, *others}) == 9


def test_the_longest_link_of_the_site_is_not_much_longer_than_its_answers(call: Call):
    """An ordinary answer is sealed with seven letters at most, one to a question about warning signs with thirteen."""
    assert len(call("seal", "f" * 8, [])) == 7
    assert len(call("seal", "f" * 16, ["0" * 16])) == 13


def entry(tree: str, to: str, edition: str, **more: str) -> dict[str, str]:
    return {"tree": tree, "to": to, "edition": edition, **more}


@pytest.mark.parametrize(
    ("answers", "stand"),
    [
        ([], True),
        ([entry("here", "b", "new")], True),
        ([entry("here", "b", "old")], False),
        ([entry("here", "b", "new"), entry("here", "c", "old")], False),
        ([{"tree": "here", "to": "b"}], False),
        ([entry("there", "tree:here", "any", onward="new")], True),
        ([entry("there", "tree:here", "any", onward="old")], False),
        ([entry("there", "tree:here", "any")], False),
        ([entry("there", "b", "any"), entry("there", "tree:here", "any", onward="new")], True),
        ([entry("here", "tree:there", "new", onward="any")], True),
    ],
)
def test_answers_stand_where_they_were_given_to_the_guide_of_today(call: Call, answers: list, stand: bool):
    assert call("stand", answers, {"tree": "here", "edition": "new"}) is stand


@pytest.mark.parametrize("part", ["tree", "edition", "question", "choice", "to", "onward", "seal"])
def test_the_same_answer_again_must_be_the_same_in_all_that_counts(call: Call, part: str):
    said = {"tree": "t", "edition": "e", "question": "q", "choice": "c", "to": "x", "onward": "o", "seal": "s"}
    later = {**said, "question": "later"}
    assert call("answer", [said, later], 0, said) == [said, later]
    assert call("answer", [said, later], 0, {**said, part: "else"}) == [{**said, part: "else"}]
    assert call("answer", [{**said, "shared": True}, later], 0, said) == [said]


@pytest.mark.parametrize(
    ("said", "how", "why"),
    [
        (None, "", "changed"),
        (None, "signs", "signs"),
        (None, "link", "changed"),
        (None, "link last", "cut"),
        (None, "link signs last", "cut"),
        (pair("q", "no", "0123456789abc"), "signs", "signs"),
        (pair("q", "no", "0123456789abc"), "link signs", "signs"),
        (pair("q", "no", "0123456789abc"), "link signs last", "signs"),
        (pair("q", "no", "abcdef"), "link signs", "old"),
        (pair("q", "no", "123"), "link signs last", "cut"),
        (pair("q", "no"), "link signs", "old"),
        (pair("q", "n"), "link last", "cut"),
        (pair("q", "gone"), "link last", "old"),
        (pair("q", "gone", "123"), "link", "changed"),
        (pair("q", "no", "999"), "link", "changed"),
        (pair("q", "no", "999"), "", "changed"),
    ],
)
def test_one_true_reason(call: Call, said: dict[str, str] | None, how: str, why: str):
    wanted = [pair("q", "yes", "1234567890123"), pair("q", "no", "1234567890123")]
    ways = dict.fromkeys(("link", "signs", "last"), False) | dict.fromkeys(how.split(), True)
    assert call("reason", said, wanted, ways) == why


def test_the_page_is_sealed_as_the_model_says(call: Call):
    library = first().library
    made = editions(library)
    page = first().served["guides/knee.html"]
    assert f'data-edition="{made["knee"]}"' in page
    assert f'data-edition="{made["calf"]}"' in page  # where it hands over
    for question in guide_questions(library, "knee"):
        assert f'data-seal="{question_seal(question)}"' in page
        assert len(question_seal(question)) == (16 if question.flags else 8)
        for id, flag in question.flags:
            assert f'data-flag="{id}" data-seal="{flag_seal(id, flag)}"' in page
