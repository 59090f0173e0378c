"""Every change of words that could harm a reader stands under the first two headlines, and it stands there whole.

Each row is a slip or a trick that leaves every answer where it led.
"""

import re

import pytest
from worded import (
    CALF,
    CASE,
    CLOT,
    FLAGS,
    LEG,
    LEVELS,
    PLAN,
    PRECAUTIONS,
    PRESS,
    RAISE,
    SAFETY,
    SITE,
    SORE,
    SOURCES,
    TEAR,
    WORDED,
    worded,
)

from generator.analyse.survey import Survey, survey
from generator.compare.libraries import Comparison, compare
from generator.core.project import Project
from generator.load.files import load
from generator.load.parse import parse
from generator.report import diff_markdown, diff_text

# What was changed: the file, what stood there, what stands there now, and what must be seen of words gone and new.
HARMFUL = {
    "a clot can wait": (CLOT, "needs to be seen today", "can wait", "needs to be seen today", "can wait"),
    "not is out of avoid": (CLOT, "Do not press, roll", "Do press, roll", "not", ""),
    "not is put into what to do": (CLOT, "- Tell them", "- Do not tell them", "", "Do not"),
    "do not wait becomes do wait": (CLOT, "Do not wait until", "Do wait until", "not", ""),
    "you can tell at home": (CLOT, "You cannot tell", "You can tell", "cannot", "can"),
    "get help is gutted": (
        CLOT,
        '  - "You are breathless: call an ambulance"\n  - "Nobody can see you within 24 hours: go to a hospital"\n',
        "",
        "Nobody can see you within 24 hours: go to a hospital",
        "",
    ),
    "one item of get help is cut": (CLOT, '  - "You are breathless: call an ambulance"\n', "",
                                    "You are breathless: call an ambulance", ""),
    "one item of avoid is cut": (CLOT, "  - Do not wait until tomorrow.\n", "", "Do not wait until tomorrow.", ""),
    "2 weeks become 6": (CLOT, "after 2 weeks", "after 6 weeks", "2", "6"),
    "hours become days": (CLOT, "within 24 hours", "within 24 days", "hours", "days"),
    "hours become days in the evidence": (CLOT, "within 4 hours", "within 4 days", "hours", "days"),
    "most becomes all, no clot becomes a clot": (CLOT, "hold no clot", "hold a clot", "no", "a"),
    "a link to self-care under the same words": (CLOT, "(care:today)", "(care:self)", "(care:today)", "(care:self)"),
    "the title is harmless": (CLOT, "title: Possible clot", "title: Harmless cramp", "Possible clot", "Harmless cramp"),
    "a tear waits two weeks": (
        TEAR,
        "Be seen today: go to an emergency department, even",
        "Wait two weeks: do not go to an emergency department, even",
        "Be seen today",
        "Wait two weeks: do not",
    ),
    "if becomes unless": (TEAR, "even if you can walk", "unless you can walk", "even if", "unless"),
    "little becomes much": (TEAR, "as little as you can", "as much as you can", "little", "much"),
    "down becomes up": (TEAR, "pointing down", "pointing up", "down", "up"),
    "the second not is out": (TEAR, "and do not test it", "and test it", "do not", ""),
    "not moves to another word": (TEAR, "Do not stretch it, and do not test it by hopping",
                                  "Do stretch it, and do not test it by not hopping", "not", "not"),
    "more than becomes less than": (TEAR, "more than 24 hours", "less than 24 hours", "more", "less"),
    "or becomes and in get help": (TEAR, "white or numb", "white and numb", "or", "and"),
    "5 days become 5 weeks": (SORE, "within 5 days", "within 5 weeks", "days", "weeks"),
    "after becomes before": (SORE, "still there after", "still there before", "after", "before"),
    "a doctor becomes a friend": (SORE, "see a doctor", "see a friend", "doctor", "friend"),
    "try and avoid change places": (
        SORE,
        "try: [Keep moving gently., Use warmth or cold.]\navoid: [Do not train hard.]",
        "try: [Do not train hard.]\navoid: [Keep moving gently., Use warmth or cold.]",
        "Keep moving gently.",
        "Keep moving gently.",
    ),
    "another plan": (SORE, "plan: calf", "plan: knee", "calf", "knee"),
    "or becomes and in a sign": (FLAGS, "chest pain or coughing", "chest pain and coughing", "or", "and"),
    "not is out of a sign": (FLAGS, "you do not know why", "you know why", "do not", ""),
    "a sign is narrower": (FLAGS, "One calf is swollen or warm", "One calf is very swollen", "swollen or warm", "very"),
    "a detail takes in less": (FLAGS, "does not count", "counts", "does not count", "counts"),
    "today becomes this month": (LEVELS, '"Be seen today. If', '"Be seen this month. If', "today", "this month"),
    "another number to call": (LEVELS, "[999](tel:999)", "[998](tel:998)", "999", "998"),
    "another number under the same words": (LEVELS, "(tel:999)", "(tel:099)", "(tel:999)", "(tel:099)"),
    "within 2 weeks becomes months": (LEVELS, "within 2 weeks", "within 2 months", "weeks", "months"),
    "if it gets worse becomes unless": (LEVELS, "if it gets worse", "unless it gets worse", "if", "unless"),
    "the level is called self-care": (LEVELS, "title: Be seen today", "title: Look after it", "Be seen today",
                                      "Look after it"),
    "blood thinners may press": (PRECAUTIONS, "do not press", "do press", "not", ""),
    "ibuprofen is allowed": (PRECAUTIONS, "no ibuprofen", "some ibuprofen", "no", "some"),
    "the pharmacist for the professional": (PRECAUTIONS, "who: professional", "who: pharmacist", "professional",
                                            "pharmacist"),
    "a precaution at fewer places": (PRECAUTIONS, "places: everywhere", "places: [knee]", "everywhere", "knee"),
    "a precaution is gone": (PRECAUTIONS, "pregnant: {text: you are pregnant, who: professional, places: [calf]}\n", "",
                             "you are pregnant", ""),
    "a question is turned round": (LEG, "without a limp", "with a limp", "without", "with"),
    "an answer takes in more": (LEG, "I can walk normally and it is better", "I can walk normally or it is better",
                                "and", "or"),
    "an answer takes in less": (LEG, "I limp or it is worse", "I limp and it is worse", "or", "and"),
    "a hint takes in less": (LEG, "More than 4 hours", "More than 14 hours", "4", "14"),
    "a hint is turned round": (LEG, "Even if it hurts little", "Only if it hurts a lot", "Even", "Only"),
    "a negation is out of an answer": (LEG, "I cannot stand", "I can stand", "cannot", "can"),
    "a summary of a guide": (LEG, "and how soon to be seen", "and how long to wait", "soon to be seen", "long to wait"),
    "a page of a question: do not call": (PRESS, "  Call an ambulance if:", "  Do **not** call an ambulance if:", "",
                                          "Do not"),
    "do not press loses its not": (PRESS, "Do **not** press", "Do press", "not", ""),
    "an item of an answer is cut": (PRESS, "  - you cough up blood\n", "", "you cough up blood", ""),
    "10 seconds become minutes": (PRESS, "10 seconds", "10 minutes", "seconds", "minutes"),
    "first becomes last": (PRESS, "a clot first.", "a clot last.", "first", "last"),
    "the evidence finds an effect": (PRESS, "found no clear effect", "found a clear effect", "no", "a"),
    "a plan's no heat": (PLAN, "No heat.", "Heat.", "No", ""),
    "a plan's times a day": (PLAN, "3 times a day", "30 times a day", "3", "30"),
    "a plan's pain rule": (PLAN, "more than 3 out of 10", "more than 8 out of 10", "3", "8"),
    "a plan's dose": (PLAN, "3 sets of 10", "30 sets of 10", "3", "30"),
    "a plan's stage begins sooner": (PLAN, "Not before week 3.", "In week 1.", "Not before", "In"),
    "a plan's way on": (PLAN, "Walking does not hurt", "Walking hurts", "does not hurt", "hurts"),
    "the way back in another order": (PLAN, "Jog before you sprint.", "Sprint before you jog.", "Jog", "Sprint"),
    "when to see someone": (PLAN, "after 3 weeks", "after 3 months", "weeks", "months"),
    "without weights": (PLAN, "Without weights.", "With weights.", "Without", "With"),
    "a caution of an exercise": (RAISE, "Do not do it if", "Do it if", "not", ""),
    "a caution of an exercise is gone": (RAISE, "caution: [Do not do it if you felt a snap.]\n", "",
                                         "Do not do it if you felt a snap.", ""),
    "how long to hold": (RAISE, "2 seconds", "2 minutes", "seconds", "minutes"),
    "movements in another order": (RAISE, "[Rise slowly., Lower even more slowly.]",
                                   "[Lower even more slowly., Rise slowly.]", "", "Lower even more slowly."),
    "drawings in another order": (RAISE, "rise-start, rise-end", "rise-end, rise-start", "rise-start", "rise-start"),
    "an answer at another place": (LEG, "place: calf, ", "place: knee, ", "calf", "knee"),
    "a caution of a place": (CALF, "Do not press behind", "Do press behind", "not", ""),
    "a caution of a place loses its hurry": (CALF, "Get help today.", "Get help.", "today", ""),
    "what every page says": (SITE, "It is not a diagnosis.", "It is a diagnosis.", "not", ""),
    "a heading of the site": (SITE, "tonight: Tonight", "tonight: Next week", "Tonight", "Next week"),
    "a page's first line": (SAFETY, "**do not** read on", "read on", "do not", ""),
    "a number in a table": (SAFETY, "| UK | 999 |", "| UK | 909 |", "999", "909"),
    "an item of a page": (SAFETY, '- "I am not sure" counts as yes.', '- "I am not sure" counts as no.', "yes", "no"),
    "a link of a page": (SAFETY, "(outcome:clot)", "(outcome:sore)", "(outcome:clot)", "(outcome:sore)"),
    "a page is said to be another": (SAFETY, "Which number to call.", "You need no number.", "Which", "You need no"),
}  # fmt: skip
HARMLESS = {
    "a slip in a source's title": (SOURCES, "A study of calfs", "A study of calves"),
    "the address of a source": (SOURCES, "https://example.org/1", "https://example.org/2"),
    "a comment": (CLOT, "care: today\n", "care: today # not self-care\n"),
    "reflowed lines": (PRESS, "Do **not** press a calf", "Do **not**\n  press a calf"),
    "quotes of YAML": (SORE, "[Do not train hard.]", '["Do not train hard."]'),
    "another form of a list": (SORE, "avoid: [Do not train hard.]", "avoid:\n  - Do not train hard."),
    "curly quotes": (SAFETY, '"I am not sure"', "\u201cI am not sure\u201d"),
    "a capital": (CLOT, "Possible clot", "Possible Clot"),
    "emphasis": (PRESS, "Do **not** press", "Do not press"),
    "a citation": (PRESS, "clear effect [@a-study].", "clear effect."),
    "the story of a case": (CASE, "that aches since", "that hurts since"),
    "a word of the evidence": (CLOT, "A scan is expected", "A scan is wanted"),
    "why a question is asked": (LEG, "tells a tear from a strain", "tells tears from strains"),
    "the day of a review": (CLOT, "reviewed: 2026-11-22", "reviewed: 2026-11-29"),
    "a comment in a page": (SAFETY, "reviewed: 2026-11-22", "reviewed: 2026-11-22 # by us"),
    "the order of keys": (CALF, "title: Calf\nwhat: Two muscles and a cord.",
                          "what: Two muscles and a cord.\ntitle: Calf"),
}  # fmt: skip


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory):
    def read(files: dict[str, str]) -> Survey:
        folder = tmp_path_factory.mktemp("worded")
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
        return survey(parse(load(Project(folder)))[0])

    return read


@pytest.fixture(scope="module")
def compared(surveyed):
    """Compares the library with itself changed."""
    before = surveyed(WORDED)
    return lambda after: compare(before, surveyed(after))


def headlines(comparison: Comparison) -> str:
    """The boxes of a comment, which nobody must unfold."""
    return "\n".join(line for line in diff_markdown.render(comparison).split("\n") if line.startswith(">"))


def bold(text: str, when: str) -> list[str]:
    """What is in bold letters in the lines that say how it was, or how it is now."""
    lines = re.findall(rf"(?m)^> +- {when} (.*)$", text)
    return [words for line in lines for words in re.findall(r"\*\*`([^`]+)`\*\*", line)]


def test_there_are_enough():
    assert len(HARMFUL) >= 40


@pytest.mark.parametrize("name", HARMFUL)
def test_what_could_harm_is_read_first_and_whole(name: str, compared):
    path, old, new, gone, came = HARMFUL[name]
    comparison = compared(worded(path, old, new))
    assert comparison.words_to_read or comparison.less_urgent
    shown = headlines(comparison)
    if gone:
        assert any(gone in words for words in bold(shown, "was")), shown
    if came:
        assert any(came in words for words in bold(shown, "now")) or f"- now `{came}`" in shown, shown
    terminal = diff_text.render(comparison, lambda text, **_: text, 60)
    assert "PLEASE READ" in terminal
    assert max(map(len, terminal.split("\n"))) <= 60
    words = " ".join(terminal.split())
    assert all(word in words for word in (*gone.split(), *came.split()))


@pytest.mark.parametrize("name", HARMLESS)
def test_what_harms_nobody_is_not_put_before_a_reviewer(name: str, compared):
    path, old, new = HARMLESS[name]
    comparison = compared(worded(path, old, new))
    assert not comparison.words_to_read
    assert not comparison.less_urgent
    assert headlines(comparison) == ""


def test_marks_say_what_the_words_do(compared):
    def marked(*change: str) -> str:
        (one,) = re.findall(r"(?m)^>   - `[^`]+`(?:, `[^`]+`)*: (.*)$", headlines(compared(worded(*change))))
        return one

    assert marked(CLOT, "after 2 weeks", "after 6 weeks") == "**number** `2 weeks` → `6 weeks`"
    assert marked(CLOT, "Do not press, roll", "Do press, roll") == "**negation** `not` gone"
    assert marked(LEVELS, '"Be seen today. If', '"Be seen in two weeks. If') == (
        "**number** `two weeks` new; **care** `Be seen today` → `Be seen`"
    )
    assert marked(CLOT, "(care:today)", "(care:self)") == "**care** `(care:today)` → `(care:self)`"
    # The title of a level is marked as a whole.
    assert marked(CLOT, "You cannot tell at home.", "You cannot tell at home, so see somebody soon.") == (
        "**care** `see somebody soon` new"
    )
    assert marked(TEAR, "white or numb", "white and numb") == "**joining word** `or` → `and`"


# ------------------------------------------------------------------------------------------------- answers and guides


def swapped(first: str, second: str, one: str, other: str) -> dict[str, str]:
    text = WORDED[LEG]
    assert text.count(first) == text.count(second) == 1
    return WORDED | {LEG: text.replace(first, "\0").replace(second, other).replace("\0", one)}


SNAP, FLIGHT = "With a snap, and I cannot stand on tiptoe", "After a long flight or days in bed"
WELL, LIMP = "Yes, I can walk normally and it is better each day", "No, I limp or it is worse each day"


@pytest.mark.parametrize(("one", "other"), [(LIMP, WELL), (LIMP.replace("worse", "much worse"), "Yes. " + WELL[5:])])
def test_answers_that_were_swapped_and_slightly_reworded_are_told_as_less_urgent(one: str, other: str, compared):
    comparison = compared(swapped(WELL, LIMP, one, other))
    assert comparison.less_urgent
    notes = [note.say("<{}>".format) for note in comparison.notes if note.less_urgent]
    assert notes == [
        f"The answer <{LIMP}> to <Can you walk without a limp?> changed places: it stood at <limp> and stands at "
        "<well>. It led to <Possible tear> (<Be seen today>), and leads to <Sore muscle> (<Look after it>)."
    ]
    assert "[!WARNING]" in headlines(comparison)


def test_a_swap_that_is_not_less_urgent_is_to_be_read(compared):
    comparison = compared(swapped(SNAP, FLIGHT, FLIGHT, f"{SNAP} now"))
    assert not comparison.less_urgent
    shown = headlines(comparison)
    assert "Words that readers act on changed: please read" in shown
    assert shown.count("changed places") == 2
    assert "**`now`**" in shown


def test_an_answer_that_turns_into_its_opposite_is_no_swap(compared):
    comparison = compared(worded(LEG, WELL, "No, I cannot walk normally and it is better each day"))
    assert not comparison.notes
    assert [one.path[-2:] for one in comparison.texts] == [("well", "text")]


NEW = """\
title: Shin pain
summary: Where it hurts on the shin.
places: [calf]
start: where
reviewed: 2026-11-22
questions:
  where:
    ask: Where is it sore?
    choices:
      bone: {text: On the bone, outcome: tear}
      muscle: {text: Beside it, outcome: sore}
"""


def test_a_new_guide_is_shown_with_where_it_ends_what_it_asks_its_cases_and_where_nobody_can_be_unsure(compared):
    case = WORDED[CASE].replace("leg", "shin").replace("how: flight", "where: bone").replace("After a flight", "Sore")
    flags = worded(FLAGS, "swollen or warm, and you do not know why", "swollen or warm")[FLAGS]
    files = {FLAGS: flags, "decision_trees/shin.yml": NEW, "decision_trees/cases/shin.yml": case}
    comparison = compared(WORDED | files)
    shown = headlines(comparison).replace("> ", "")
    assert (
        """\
- **New guide** `Shin pain`: 5 texts to read, `decision_trees/shin.yml`
  - ends with **`Get help now`**: `The card of its warning signs`
  - ends with **`Be seen today`**: `The card of its warning signs`, `Possible tear`
  - ends with **`Look after it`**: `Sore muscle`
  - asks first about: `Breathless, chest pain or coughing up blood`, `One calf is swollen or warm`
  - cases: `Sore` → `Be seen today: Possible tear`
  - no answer for who is not sure at: `Where is it sore?`"""
        in shown
    )
    assert comparison.words_to_read


def test_entries_and_pages_that_come_and_go_are_named(compared):
    without = {path: text for path, text in WORDED.items() if path not in (PRESS, SAFETY)}
    new = {"content/faq/walk.yml": WORDED[PRESS].replace("Should I press", "Should I walk on")}
    shown = headlines(compared(without | new))
    assert (
        "- Gone reader question `Should I press the sore place?`: it had 9 texts, `content/faq/press.yml`" not in shown
    )
    assert re.search(r"- Gone reader question `Should I press the sore place\?`: it had \d+ texts", shown)
    assert re.search(r"- New reader question `Should I walk on the sore place\?`: \d+ texts to read", shown)
    assert re.search(r"- Gone page `Safety`: it had \d+ texts, `content/about/safety.md`", shown)


# ------------------------------------------------------------------------------------------------------ long comments


@pytest.mark.long
def test_long_changes_are_counted_and_none_is_cut_within(surveyed):
    def long(word: str) -> dict[str, str]:
        rest = " ".join(f"word{number}" for number in range(60))
        # Pages have many lines that change, and one that is too long to be shown.
        lines = "\n\n".join(f"Line {number} says: wait {word} days, {rest}" for number in range(300))
        return WORDED | {SAFETY: f"# Safety\n\n{f'{word} ' * 4_000}\n\n{lines}\n"}

    text = diff_markdown.render(compare(surveyed(long("2")), surveyed(long("6"))))
    assert len(text.encode()) <= 45_000
    assert "too long to be shown here, 4,000 words gone and 4,000 new; please read the file" in text
    shown = [line for line in text.split("\n") if re.match(r"> +- (was|now) ", line)]
    assert len(shown) > 20
    assert all(line.endswith("…`") and re.search(r"\*\*`[26]`\*\*", line) for line in shown)
    (left,) = re.findall(r"\*and ([0-9]+) more changes\*", text)
    assert int(left) + len(shown) // 2 + 1 == 301
