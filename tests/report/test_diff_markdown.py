"""The comment on a pull request: nothing in it that its author did not mean, and never too long."""

import re

import pytest
from deep import examples
from example import EXAMPLE, TREE, edit
from hypothesis import given, settings
from hypothesis import strategies as st
from on_github import NASTY, nasty, page, script

from generator.analyse.survey import survey
from generator.compare.libraries import Comparison, compare
from generator.core.kinds.care_level import CareLevel
from generator.core.kinds.outcome import Outcome
from generator.core.kinds.red_flag import RedFlag
from generator.core.kinds.tree import Choice, Question, Tree
from generator.core.library import Library
from generator.core.project import Project
from generator.load.files import load
from generator.load.parse import parse
from generator.report import diff_drawing, diff_markdown, diff_text

# What GitHub would make something of, were it not in a code span.
POISON = [
    "@octocat and @org/team",
    "[words](https://evil.example) and https://evil.example and www.evil.example",
    "![picture](https://evil.example/x.png)",
    '<img src="https://evil.example"> <a href="https://evil.example">x</a> <!-- evil',
    "`evil` ``evil`` ``` evil",
    "a | evil | c \\| evil \\",
    "#1 and evil/repo#2 and GH-3",
    "one\n\n## evil\n\n> evil\n\n| evil |\n|---|\n",
    "</details></code></summary> evil",
    '"]; click n0 "https://evil.example"; n0["evil',
    "$`evil`$ &lt;evil&gt; &#64;evil",
    "\x1b[31mevil \u202eevil \x00",
    "",
    "`",
    "{evil} {0} {}",
]


def poisoned(words: str, end: str) -> Library:
    """A library in which all words, and ids where these may be anything, are the same."""
    choices = {"a": Choice(text=words, outcome=end), words or "b": Choice(text="", outcome="gentle")}
    tree = Tree(title=words, start="q", places=["knee"], questions={"q": Question(ask=words, choices=choices)})
    return Library.of(
        trees={f"tree {words}": tree, "guide": tree},
        outcomes={id: Outcome(title=words, care=care) for id, care in {"hard": "soon", "gentle": "self-care"}.items()},
        red_flags={"flag": RedFlag(text=words, care="soon", places=["knee"])},
        care_levels={
            "soon": CareLevel(title=words, card="urgent"),
            "self-care": CareLevel(title=words, card="self-care", self_care=True),
        },
    )


def changed(words: str) -> Comparison:
    after = poisoned(words, "gentle")
    new = {f"new {words}": Choice(text=words, outcome="gentle"), "c": Choice(text=f"{words}?", outcome="gentle")}
    questions = {
        "q": Question(ask=f"{words}!", choices=after.trees["guide"].questions["q"].choices | new),
        "r": Question(ask=words, aliases=[words], choices=new),
    }
    after = after.with_entries(
        trees={"guide": after.trees["guide"].model_copy(update={"questions": questions, "aliases": [words]}),
               f"new {words}": after.trees["guide"].model_copy(update={"aliases": [f"tree {words}"]})},
        red_flags={"another": RedFlag(text=f"{words}, too", care="self-care", places=["knee"])},
        outcomes=after.outcomes | {"new": Outcome(title=words, care="soon")},
    )  # fmt: skip
    return compare(survey(poisoned(words, "hard")), survey(after))


@pytest.mark.parametrize("words", POISON)
def test_no_word_of_an_author_is_anything_but_words(words):
    text = diff_markdown.render(changed(words))
    drawings = re.findall(r"(?m)^```mermaid\n(.*?)^```$", text, flags=re.DOTALL)
    assert drawings
    rest = re.sub(r"(?m)^```mermaid\n(.*?)^```$", "", text, flags=re.DOTALL)
    # Code spans are one line each and hold no backtick, so this finds them as GitHub does.
    rest = re.sub(r"<code>[^<>]*</code>", "", re.sub(r"`[^`\n]+`", "", rest))
    assert "`" not in rest
    assert not re.search(r"evil|@|octocat|\]\(|https?:|www\.|#\d|GH-", rest), rest
    assert set(re.findall(r"<[^>]*>", rest)) <= {
        "<!-- signpost diff -->", "<details>", "</details>", "<summary>", "</summary>", "<br>",
    }  # fmt: skip
    assert all(char.isprintable() or char == "\n" for char in text)
    for row in re.findall(r"(?m)^\|.*$", rest):
        assert row.count("|") == 5, row


@pytest.mark.parametrize("words", POISON)
def test_a_label_of_a_drawing_cannot_end_or_be_a_link(words):
    comparison = changed(words)
    for guide in comparison.guides:
        if drawn := diff_drawing.drawing(comparison, guide):
            for line in drawn.text.splitlines()[5:]:
                label = r'"(?:[\w .,\'?!-]|#\d+;|<br/>before: |<br/>)*"'
                node = rf"n\d+(\[{label}\]|\(\[{label}\]\)(:::care\w+)?|\[\[{label}\]\])"
                arrow = rf"n\d+ (-->|==>|-\.->)\|{label}\| n\d+"
                assert re.fullmatch(f"{node}|{arrow}", line), line


@pytest.mark.parametrize("words", POISON)
def test_no_word_of_an_author_steers_the_terminal(words):
    text = diff_text.render(changed(words), lambda text, **_: text)
    assert all(char.isprintable() or char == "\n" for char in text)


def wide(guides: int, questions: int, end: str, words: str) -> Library:
    """Guides of many questions, each with an answer that ends the guide there."""

    def tree(name: int) -> Tree:
        asked = {
            f"q{n}": Question(
                ask=f"{words} {n}?",
                choices={
                    "a": Choice(
                        text=f"{words} on", **({"question": f"q{n + 1}"} if n + 1 < questions else {"outcome": end})
                    ),
                    "b": Choice(text=f"{words} end", outcome=f"{end}{n % 40}"),
                },
            )
            for n in range(questions)
        }
        return Tree(title=f"{words} {name}", start="q0", questions=asked)

    ends = [f"{care}{n}" for care in ("soon", "self-care") for n in ("", *range(40))]
    return Library.of(
        trees={f"tree{n}": tree(n) for n in range(guides)},
        outcomes={id: Outcome(title=f"{words} {id}", care=id.rstrip("0123456789")) for id in ends},
        care_levels={"soon": CareLevel(card="urgent"), "self-care": CareLevel(card="self-care", self_care=True)},
    )


@pytest.mark.long
@pytest.mark.parametrize(
    ("guides", "questions", "words"), [(1, 600, "Words"), (60, 12, "Words of 字" * 30), (3, 90, "😀" * 500)]
)
def test_a_comment_is_never_longer_than_github_takes_and_says_what_is_left_out(guides, questions, words):
    before, after = (survey(wide(guides, questions, end, words)) for end in ("soon", "self-care"))
    comparison = compare(before, after)
    text = diff_markdown.render(comparison)
    assert len(text.encode()) <= 65_536
    assert text.startswith("<!-- signpost diff -->\n### ⚠️ ")
    assert (
        "Left out, because a comment can hold no more" in text
        or "more arrows could not be drawn" in text
        or " more " in text
    )
    assert text.count("<details>") == text.count("</details>")
    assert text.count("```") % 2 == 0
    for guide in comparison.guides:
        drawn = diff_drawing.drawing(comparison, guide)
        assert len(drawn.text) <= 50_000
        assert len(re.findall(r"-->|==>|-\.->", drawn.text)) <= 500


@pytest.mark.long
def test_what_does_not_fit_into_a_drawing_is_counted():
    before, after = (survey(wide(1, 600, end, "Words")) for end in ("soon", "self-care"))
    comparison = compare(before, after)
    drawn = diff_drawing.drawing(comparison, comparison.guides[0])
    arrows = len(re.findall(r"-->|==>|-\.->", drawn.text))
    # 600 answers that lead elsewhere and the last one, before and after, and 599 that lead on.
    assert arrows + drawn.left_out == 2 * 601 + 599
    assert f"{drawn.left_out:,} arrows more could not be drawn." in diff_markdown.render(comparison)


DEMOTED = """\
<!-- signpost diff -->
### ⚠️ 1 path in 1 guide now ends with less urgent care

> [!WARNING]
> **Less urgent care than before.** Please check that each of these is meant.
>
> - **1 path**: 1 in `Sore knee`
>   - was **`See somebody soon`**: `See someone`
>   - now **`Look after it`**: `Take it easy`
>   - by `Does it hurt at rest?` → **`A lot`**

#### `Sore knee`

5 paths before, 5 after.

| Paths | Was | Now | The shortest answers |
|---:|---|---|---|
| 🔻 1 | **`See somebody soon`**: `See someone` | **`Look after it`**: `Take it easy` | `Warning signs` → **`None`**<br>`Does it hurt at rest?` → **`A lot`** |

<details><summary>Drawing of what changed in <code>Sore knee</code></summary>

Thick arrows are what changed, dotted ones are gone.

```mermaid
flowchart LR
classDef careEmergency fill:#8c1111,color:#ffffff
classDef careUrgent fill:#b3261e,color:#ffffff
classDef careNonUrgent fill:#1b5a8c,color:#ffffff
classDef careSelfCare fill:#256b46,color:#ffffff
n0["Does it hurt at rest?"]
n1(["Take it easy<br/>Look after it"]):::careSelfCare
n0 ==>|"now#58; A lot"| n1
n2(["See someone<br/>See somebody soon"]):::careNonUrgent
n0 -.->|"before#58; A lot"| n2
n0 -->|"A little"| n1
n0 -->|"I cannot tell"| n2
```

</details>

*A path is one full set of answers, from the first question of a guide to a result.*"""  # noqa: E501


def test_the_whole_comment_on_one_answer_that_was_made_less_urgent(tmp_path):
    versions = []
    milder = edit(TREE, "A lot, outcome: see-someone", "A lot, outcome: take-it-easy")
    for name, files in {"before": EXAMPLE, "after": EXAMPLE | milder}.items():
        for path, content in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(content, encoding="utf-8")
        versions.append(survey(parse(load(Project(tmp_path / name)))[0]))
    assert diff_markdown.render(compare(*versions)) == DEMOTED


def test_nothing_changed_is_one_line():
    library = survey(poisoned("Words", "hard"))
    assert diff_markdown.render(compare(library, library)) == (
        "<!-- signpost diff -->\n### ✅ No answer leads elsewhere"
    )


# ------------------------------------------------------------------------------- what GitHub makes of it, by a parser


def nothing_is_live(words: str) -> None:
    text = diff_markdown.render(changed(words))
    shown = page(text)
    assert not shown.names & {"a", "h1", "h2", "hr", "img", "ol", "script"}
    assert shown.comments == [" signpost diff "]
    assert shown.live == []
    # The comment on a proposal knows its form, so it is shown there as it is.
    told = text.removeprefix(diff_markdown.MARK).strip()
    assert script("compared").compared(told, len(told) + 2) == told


@pytest.mark.long
@given(st.one_of(nasty, st.text()))
@settings(max_examples=examples(200))
def test_no_words_of_an_author_become_anything_but_words(words: str):
    nothing_is_live(words)


@pytest.mark.long
def test_nor_does_one_piece_alone():
    for piece in (*NASTY, *POISON):
        nothing_is_live(piece)
