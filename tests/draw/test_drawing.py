"""The picture of a guide shows all that is in the guide, once, and nothing lies over anything else."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
import real_project
from chains import chain
from click.testing import CliRunner
from example import EXAMPLE, TREE
from hypothesis import given
from hypothesis import strategies as st
from random_libraries import libraries

from generator.analyse.gate import card_outcomes, gate
from generator.analyse.guide import guide_questions
from generator.cli.main import main
from generator.core.kinds.outcome import Outcome
from generator.core.kinds.tree import Choice, Question, Tree
from generator.core.library import Library
from generator.draw import flowchart, mermaid, svg
from generator.draw.chart import SIGNS, Chart, Lead, Step, chart
from generator.draw.outline import DEEPEST, outline
from generator.draw.picture import BOLD, MOST_BOXES, SIZES, Picture, fits, picture
from generator.draw.text_width import width, wrapped

ROOT = Path(__file__).parents[2]
REAL = real_project.library()
NAMESPACE = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "\"quoted\" and 'so'",
    "<script>alert(1)</script>",
    "]]> --> <!-- &amp; &#0;",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "هل يؤلمك ظهرك؟ \u202eright to left",
    "👩🏽\u200d⚕️ 😀😀😀 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
    "two\nlines\tand a tab\x00\x1b\ufffe\ud800",
    "a\u0301\u0323\u0308" * 60,
    "end",
    "back\\slash\\",
    "",
]


def model_of(library: Library, id: str) -> tuple[set[tuple[str, str]], set[tuple[str, str, str, str]]]:
    """What a picture must show: things by kind and id, and (question, choice, kind and id of where it leads).

    All signs of a red-flag question are one choice, to the card of its level; the list names each with its result.
    """
    tree = library.trees[id]
    answers = {
        (question, choice, *one.target)
        for question, asked in tree.questions.items()
        for choice, one in asked.choices.items()
    }
    gates = gate(library, id)
    for question, following in zip(gates, [one.id for one in gates[1:]] + [tree.start], strict=False):
        card = f"care-{question.level}"
        answers |= {(question.id, SIGNS, "outcome", card), (question.id, "unsure", "outcome", card)}
        answers.add((question.id, "no", "question", following))
    things = {("question", question) for question, *_ in answers} | {(kind, to) for _, _, kind, to in answers}
    return things, answers


def drawn(library: Library, id: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.standalone_svg(picture(chart(library, id)), ":".join))


def steps_of(root: ElementTree.Element) -> Iterator[tuple[tuple[str, str], ElementTree.Element]]:
    for link in root.iter(f"{NAMESPACE}a"):
        [thing] = [
            (kind, link.get(f"data-{kind}")) for kind in ("question", "outcome", "tree") if link.get(f"data-{kind}")
        ]
        yield thing, link


# --------------------------------------------------------------------------------------------------- what it shows


@pytest.mark.parametrize("id", REAL.trees)
def test_a_picture_holds_every_question_choice_outcome_and_handover_exactly_once(id):
    root = drawn(REAL, id)
    things, answers = model_of(REAL, id)
    assert Counter(thing for thing, _ in steps_of(root)) == Counter(things)
    shown = [
        (group.get("data-from"), text.get("data-choice"), *group.get("data-to").split(":"))
        for group in root.iter(f"{NAMESPACE}g")
        if group.get("data-from")
        for text in group.iter(f"{NAMESPACE}text")
    ]
    assert Counter(shown) == Counter(answers)


@pytest.mark.parametrize("id", REAL.trees)
def test_its_lines_join_each_question_to_its_answers_and_each_answer_to_where_it_leads(id):
    root = drawn(REAL, id)
    top, foot = {}, {}

    def stands(element: ElementTree.Element, name: tuple[str, ...]) -> None:
        box = next(one for one in element if one.get("class") == "sp-chart__box")
        if box.tag == f"{NAMESPACE}rect":
            x, y, wide, high = (float(box.get(key)) for key in ("x", "y", "width", "height"))
        else:
            points = [tuple(map(float, one.split(","))) for one in box.get("d")[1:-1].split("L")]
            (x, y), wide, high = points[0], points[2][0] - points[0][0], points[-1][1] - points[0][1]
        top[round(x + wide / 2), round(y)] = name
        foot[round(x + wide / 2), round(y + high)] = name

    for thing, link in steps_of(root):
        stands(link, thing)
    for group in root.iter(f"{NAMESPACE}g"):
        if group.get("data-from"):
            stands(group, ("answers", group.get("data-from"), *group.get("data-to").split(":")))
    joined = []
    for path in root.iter(f"{NAMESPACE}path"):
        if path.get("class") == "sp-chart__wire":
            points = _points(path.get("d"))
            joined.append((_near(foot, points[0]), _near(top, points[-1])))
    _, answers = model_of(REAL, id)
    leads = {(question, kind, to) for question, _, kind, to in answers}
    expected = [
        pair
        for question, kind, to in leads
        for pair in [
            (("question", question), ("answers", question, kind, to)),
            (("answers", question, kind, to), (kind, to)),
        ]
    ]
    assert Counter(joined) == Counter(expected)


def _points(path: str) -> list[tuple[float, float]]:
    """The ends of a path's pieces."""
    points = []
    for piece in path.replace("V", "|V").replace("C", "|C").split("|"):
        last = piece[1:].split(" ")[-1]
        points.append((points[-1][0], float(last)) if piece[0] == "V" else tuple(map(float, last.split(","))))
    return points


def _near(places: Mapping[tuple[int, int], tuple[str, ...]], point: tuple[float, float]) -> tuple[str, ...]:
    [found] = {name for (x, y), name in places.items() if abs(x - point[0]) <= 1 and abs(y - point[1]) <= 1}
    return found


@pytest.mark.long
@pytest.mark.parametrize("id", REAL.trees)
def test_an_outcome_says_its_level_of_care_in_words_and_by_its_sign(id):
    outcomes = {**REAL.outcomes, **card_outcomes(REAL)}
    # A tick is drawn: not every typeface has one.
    signs = {"emergency": "! ", "urgent": "! ", "non-urgent": "i ", "self-care": ""}
    for (kind, name), link in steps_of(drawn(REAL, id)):
        if kind == "outcome":
            level = REAL.care_levels[outcomes[name].care]
            words = " ".join(" ".join(link.itertext()).split())
            assert words.startswith(f"{signs[level.card]}{level.title}")
            ticks = [path for path in link.iter(f"{NAMESPACE}path") if path.get("class") == "sp-chart__tick"]
            assert len(ticks) == (level.card == "self-care")
            assert outcomes[name].title in words


# -------------------------------------------------------------------------------------------------- where it stands


def boxes_stand_apart(picture: Picture) -> None:
    for box in picture.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= picture.width
        assert box.y + box.height <= picture.height
    for one, other in combinations(picture.boxes, 2):
        beside = one.x + one.width < other.x or other.x + other.width < one.x
        assert beside or one.y + one.height < other.y or other.y + other.height < one.y, (one, other)


def lines_pass_no_box(picture: Picture) -> None:
    for wire in picture.wires:
        assert all(above.bottom < below.top for above, below in zip(wire.bands, wire.bands[1:], strict=False))
        for band in wire.bands:
            for box in picture.boxes:
                within = box.x <= band.x <= box.x + box.width
                assert not (within and band.top < box.y + box.height and box.y < band.bottom), (band, box)


def texts_stand_in_their_boxes(picture: Picture) -> None:
    for box in picture.boxes:
        for text in box.texts:
            for number, line in enumerate(text.lines):
                assert text.x + width(line, SIZES[text.style], bold=text.style in BOLD) <= box.width
                assert 0 < text.y + number * SIZES[text.style] < box.height


@pytest.mark.long
@given(libraries(loops=False))
def test_in_any_guide_boxes_stand_apart_and_no_line_runs_over_one(library):
    for id in library.trees:
        drawing = picture(chart(library, id))
        boxes_stand_apart(drawing)
        lines_pass_no_box(drawing)
        things, answers = model_of(library, id)
        assert Counter(_thing(box.holds) for box in drawing.boxes if isinstance(box.holds, Step)) == Counter(things)
        leads = [box.holds for box in drawing.boxes if isinstance(box.holds, Lead)]
        shown = [(lead.question, choice, *lead.to) for lead in leads for choice, _ in lead.choices]
        assert Counter(shown) == Counter(answers)


def _thing(step: Step) -> tuple[str, str]:
    return "question" if step.kind == "gate" else step.kind, step.id


@pytest.mark.parametrize("id", REAL.trees)
def test_the_real_guides_stand_apart_too_and_their_texts_in_their_boxes(id):
    drawing = picture(chart(REAL, id))
    boxes_stand_apart(drawing)
    lines_pass_no_box(drawing)
    texts_stand_in_their_boxes(drawing)
    assert drawing.boxes[0].x < drawing.width / 2, "a phone shows the left of a picture first"


@pytest.mark.long
def test_the_same_guide_gives_the_same_bytes_on_every_run():
    program = f"import sys; from generator.cli.main import main; main(['graph', 'knee', '--project', {str(ROOT)!r}])"
    runs = [
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert b"</svg>" in runs[0]


# --------------------------------------------------------------------------------------------------- hostile texts


def tree_of(texts: list[str]) -> Library:
    """A tree in which every text is one of these in turn."""
    last = len(texts) - 1
    questions = {
        f"q{number}": Question(
            ask=text,
            choices={
                "on": Choice(text=text, question=f"q{number + 1}")
                if number < last
                else Choice(text=text, tree="other"),
                "off": Choice(text=text, outcome=f"o{number}"),
            },
        )
        for number, text in enumerate(texts)
    }
    trees = {"tree": Tree(title=texts[0], start="q0", questions=questions), "other": Tree(title=texts[-1])}
    return Library.of(trees=trees, outcomes={f"o{number}": Outcome(title=text) for number, text in enumerate(texts)})


def test_whatever_an_author_writes_the_picture_stays_well_formed_and_shows_it():
    library = tree_of(HOSTILE)
    root = drawn(library, "tree")
    assert not list(root.iter(f"{NAMESPACE}script"))
    asks = {thing[1]: link for thing, link in steps_of(root) if thing[0] == "question"}
    shown = " ".join(asks["q1"].itertext())
    assert "".join(shown.split()) == "<script>alert(1)</script>"
    drawing = picture(chart(library, "tree"))
    boxes_stand_apart(drawing)
    texts_stand_in_their_boxes(drawing)


@pytest.mark.long
@given(st.lists(st.text(), min_size=2, max_size=4))
def test_any_text_stays_in_its_box_and_out_of_the_markup(texts):
    library = tree_of(texts)
    drawing = picture(chart(library, "tree"))
    texts_stand_in_their_boxes(drawing)
    ElementTree.fromstring(svg.standalone_svg(drawing, ":".join))


@given(st.text(), st.integers(40, 200))
def test_wrapping_loses_nothing_but_blanks(text, room):
    lines = wrapped(text, 14, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, 14) <= room for line in lines)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("end", '"end"'),
        ('a "b"', '"a #quot;b#quot;"'),
        ("<b> & #1;", '"#lt;b#gt; #amp; #35;1#59;"'),
        ("two\nlines", '"two lines"'),
        ("`code` %% {x} |y| [z]", '"#96;code#96; #37;#37; #123;x#125; #124;y#124; #91;z#93;"'),
    ],
)
def test_mermaid_takes_nothing_in_a_label_for_its_own(text, label):
    assert mermaid.label(text) == label


def test_mermaid_names_things_by_numbers_since_end_is_a_word_of_its_own():
    questions = {"end": Question(ask="graph TD;", choices={"a": Choice(text="A", outcome="end")})}
    library = Library.of(trees={"end": Tree(start="end", questions=questions)}, outcomes={"end": Outcome(title="End")})
    assert flowchart.as_mermaid(chart(library, "end")) == (
        'flowchart TD\n  n0["graph TD#59;"]\n  n1(["End"])\n  n0 -->|"A"| n1\n'
    )


@given(st.text())
def test_no_text_ends_a_string_of_dot(text):
    questions = {"q": Question(ask=text, choices={"a": Choice(text=text, outcome="o")})}
    library = Library.of(trees={"t": Tree(title=text, start="q", questions=questions)}, outcomes={"o": Outcome()})
    for line in flowchart.as_dot(chart(library, "t")).splitlines():
        outside, inside, rest = [], False, iter(line)
        for character in rest:
            if character == '"':
                inside = not inside
            elif inside and character == "\\":
                next(rest)
            elif not inside:
                outside.append(character)
        assert not inside
        assert set("".join(outside)) <= set("abcdefghijklmnopqrstuvwxyzTB0123456789 []{}=,->")


@pytest.mark.parametrize("form", [flowchart.as_mermaid, flowchart.as_dot])
def test_both_texts_hold_each_thing_and_each_lead_once(form):
    drawing = chart(REAL, "knee")
    lines = form(drawing).splitlines()
    arrows = [line for line in lines if " -->" in line or " -> " in line]
    assert len(arrows) == len(drawing.leads)
    nodes = [line for line in lines if line not in arrows and any(step.text in line for step in drawing.steps.values())]
    assert len(nodes) - any("labelloc" in line for line in nodes) == len(drawing.steps)


# -------------------------------------------------------------------------------------------------------- the list


@given(libraries(loops=False))
def test_the_list_writes_each_question_once_and_each_answer_once(library):
    for id, tree in library.trees.items():
        rows = list(outline(guide_questions(library, id), tree.start))
        written = [row.question.id for row in rows if row.question]
        reached = _reached(tree)
        heads = [row.question.id for row in rows if row.answer is None]
        assert Counter(written) == Counter(reached)
        assert heads == [tree.start]
        assert sum(1 for row in rows if row.answer) == sum(len(tree.questions[one].choices) for one in reached)


def _reached(tree: Tree) -> set[str]:
    ahead = [tree.start]
    for question in ahead:
        ahead += [
            choice.question
            for choice in tree.questions[question].choices.values()
            if choice.question and choice.question not in ahead
        ]
    return set(ahead)


@pytest.mark.long
def test_a_long_row_of_questions_begins_again_at_the_left_and_is_not_drawn(project, checked):
    report = checked(project(EXAMPLE | {TREE: chain(2000, rejoin=False)}))
    library = report.survey.library
    rows = list(outline(guide_questions(library, "example"), "q0"))
    assert max(row.depth for row in rows) == DEEPEST
    assert [row.question.id for row in rows if row.depth == 0][:2] == ["q0", f"q{DEEPEST}"]
    assert sum(1 for row in rows if row.question) == 2000
    whole: Chart = chart(library, "example")
    assert len(whole.steps) > MOST_BOXES
    assert not fits(whole)
    result = CliRunner().invoke(main, ["graph", "example", "--project", str(project({}))])
    assert result.exit_code == 1
    assert "example is too large for a picture. Choose --format mermaid" in result.output


# ----------------------------------------------------------------------------------------------------- the command


def test_the_command_writes_a_whole_file_or_none(project, tmp_path):
    root = project(EXAMPLE)
    target = tmp_path / "guide.svg"
    arguments = [
        "graph",
        "example",
        "--project",
        str(root),
        "--output",
        str(target),
        "--site-url",
        "https://x.example/",
    ]
    assert CliRunner().invoke(main, arguments, catch_exceptions=False).output == ""
    first = ElementTree.parse(target).getroot()
    assert sorted(link.get("href") for _, link in steps_of(first)) == [
        "https://x.example/guides/example/#red-flags-soon",
        "https://x.example/guides/example/#rest",
        "https://x.example/outcomes/care-soon/",
        "https://x.example/outcomes/see-someone/",
        "https://x.example/outcomes/take-it-easy/",
    ]
    arguments[5] = str(tmp_path / "nowhere" / "guide.svg")
    refused = CliRunner().invoke(main, arguments)
    assert refused.exit_code == 1
    assert "could not be written" in refused.output


def test_a_tree_that_is_not_there_is_told_with_the_one_that_may_be_meant(project):
    result = CliRunner().invoke(main, ["graph", "exmaple", "--project", str(project(EXAMPLE))])
    assert result.exit_code == 2
    assert 'There is no tree "exmaple". Did you mean "example"?' in result.output
