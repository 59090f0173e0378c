"""Two lines, word by word: nothing is lost, nothing that changed is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.lines import Line, aligned, bare_line, keys, lines, shown
from generator.compare.word_diff import Run, WordDiffer
from generator.core.review_words import ReviewWords

DIFFER = WordDiffer(ReviewWords())
WORDS = ("Do", "not", "wait", "today", "2", "weeks", "or", "and", "a&e", "don't", "press", ",", ".", "(care:now)")
some_words = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


def joined(runs: tuple[Run, ...]) -> str:
    return "".join(run.text if run.glued or not place else f" {run.text}" for place, run in enumerate(runs))


def line(text: str) -> Line:
    return bare_line(text)


@pytest.mark.long
@given(some_words, some_words)
def test_every_word_that_differs_is_shown_and_what_is_left_out_is_in_both(before: str, after: str):
    was, now = line(before), line(after)
    if keys(was) == keys(now):
        return
    diff = DIFFER.compare(was, now)
    for side, whole in ((diff.was, shown(was)), (diff.now, shown(now))):
        told = joined(side)
        parts = [part.strip() for part in told.split("…")]
        at = 0
        for part in parts:
            assert part in whole[at:]
            at = whole.index(part, at) + len(part)
        if "…" not in told:
            assert told == whole
    assert any(run.kind in ("gone", "new") for run in (*diff.was, *diff.now))
    # What is left out is the same in both, so what is shown differs.
    assert joined(diff.was) != joined(diff.now)


@pytest.mark.long
@given(st.lists(some_words, max_size=6), st.lists(some_words, max_size=6))
def test_texts_with_other_lines_differ_and_texts_with_the_same_do_not(before: list[str], after: list[str]):
    was, now = [line(one) for one in before], [line(one) for one in after]
    changes = aligned(was, now)
    assert bool(changes) == ([keys(one) for one in was] != [keys(one) for one in now])
    # Every line of either version that the other has less often is in a change.
    for side, other, name in ((was, now, "before"), (now, was, "after")):
        told = [keys(getattr(one, name)) for one in changes if getattr(one, name) is not None]
        for one in side:
            if keys(one) not in [keys(there) for there in other]:
                assert keys(one) in told


def test_a_long_context_is_cut_between_words():
    words = [f"word{number}" for number in range(100)]
    before, after = " ".join(words), " ".join([*words[:50], "not", *words[50:]])
    diff = DIFFER.compare(line(before), line(after))
    assert joined(diff.now) == f"… {' '.join(words[36:50])} not {' '.join(words[50:64])} …"
    assert joined(diff.was) == f"… {' '.join(words[36:64])} …"


@pytest.mark.parametrize("unchanged", ["before", "after"])
def test_a_change_beside_thousands_of_words_is_found_at_once(unchanged: str):
    many = " ".join("words"[number % 5] * (number % 9 + 2) for number in range(5_000))
    before, after = (f"{one} {many}" if unchanged == "after" else f"{many} {one}" for one in ("today", "never"))
    diff = DIFFER.compare(line(before), line(after))
    changed = [(run.kind, run.text) for side in (diff.was, diff.now) for run in side if run.kind in ("gone", "new")]
    assert changed == [("gone", "today"), ("new", "never")]


def test_a_change_at_the_very_end_of_a_long_line_is_shown():
    words = "press " * 400
    diff = DIFFER.compare(line(words + "today"), line(words + "tomorrow"))
    assert (diff.was[-1], diff.now[-1]) == (Run("gone", "today"), Run("new", "tomorrow"))


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        ("Do not press", "Do press", [("negation", ("not",), (), ())]),
        ("Don\u2019t press", "Do press", [("negation", ("Don\u2019t",), (), ())]),
        ("Rest 2 weeks", "Rest 6 weeks", [("number", ("2 weeks",), ("6 weeks",), ())]),
        ("Rest 2 weeks", "Rest 2 days", [("number", ("2 weeks",), ("2 days",), ())]),
        ("Rest two weeks", "Rest six weeks", [("number", ("two weeks",), ("six weeks",), ())]),
        ("Rest 2 to 3 weeks", "Rest 2 to 6 weeks", [("number", ("2 to 3 weeks",), ("2 to 6 weeks",), ())]),
        ("Rest a week", "Rest a month", [("number", ("week",), ("month",), ())]),
        ("Go the next day", "Go the next dry day", [("number", (), ("day",), ()), ("urgency", ("next day",), (), ())]),
        ("walk, not run", "not walk, run", [("negation", (), (), ("not",))]),
        ("a or b", "a and b", [("joint", ("or",), ("and",), ())]),
        ("Call 999", "Call 998", [("number", ("999",), ("998",), ())]),
        ("the red leg", "the blue leg", []),
    ],
)
def test_telling_words_are_marked(before: str, after: str, marks: list[tuple[str, ...]]):
    diff = DIFFER.compare(line(before), line(after))
    assert [(mark.kind, mark.gone, mark.new, mark.moved) for mark in diff.marks] == marks


def test_another_language_marks_its_own_words():
    german = WordDiffer(ReviewWords(negations=["nicht"], units=["Wochen"], urgency=["heute"]))
    diff = german.compare(line("Heute nicht 2 Wochen ruhen"), line("6 Wochen ruhen, not"))
    assert [(mark.kind, mark.gone, mark.new) for mark in diff.marks] == [
        ("negation", ("nicht",), ()),
        ("number", ("2 Wochen",), ("6 Wochen",)),
        ("urgency", ("Heute",), ()),
    ]


def test_each_row_of_a_table_is_a_line():
    table = "| Country | Number |\n|---|:-:|\n| UK | [999](tel:999) |\n\nCall\n| now."
    assert [shown(one) for one in lines(table)] == [
        "| Country | Number |",
        "| UK | 999 (tel:999) |",
        "Call | now.",
    ]


def test_links_count_by_where_they_lead_and_emphasis_only_where_nothing_else_differs():
    assert [shown(one) for one in lines("Be [seen **today**](care:now) [@a].\n\n- [](care:now)")] == [
        "Be seen today (care:now).",
        "(care:now)",
    ]
    (form,) = lines("Do **not** press [@a; @b].", form=True)
    assert shown(form) == "Do **not** press [@a; @b]."
    assert keys(lines("Do *not*\npress")[0]) == keys(lines("do NOT press")[0])
